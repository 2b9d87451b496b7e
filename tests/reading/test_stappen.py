"""Agreements beside their steps: tables in two columns, rows that a page break cut, who and when."""

import pytest

from tests.reading.duinrade import (
    BOUW,
    CORPORATIE,
    GEMEENTE,
    GROND,
    HUURDERS,
    LEDEN,
    lees,
    lees_html,
    nummers,
    onder,
    teksten,
)

STAP = "De gemeente legt in mei een kaart van de grond voor."


def tabel(*rows, head=("Afspraak", "Concrete stappen")):
    """A page with one table; a cell is a list of paragraphs."""
    lines = "".join(
        "<tr>" + "".join("<td>" + "".join(f"<p>{p}</p>" for p in cell) + "</td>" for cell in row) + "</tr>"
        for row in rows
    )
    titles = "<tr>" + "".join(f"<th>{title}</th>" for title in head) + "</tr>" if head else ""
    return (
        "<html><body><h1>Prestatieafspraken Duinrade 2024-2027</h1>"
        "<p>De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken afspraken.</p>"
        "<h2>Beschikbaarheid</h2><table>" + titles + lines + "</table></body></html>"
    )


@pytest.mark.parametrize(
    "head",
    [
        ("Afspraak", "Concrete stappen"),
        ("Meerjarige afspraken", "Acties"),
        ("Prestatieafspraken", "Uitwerking"),
        ("Wat spreken we af", "Hoe"),
        ("Afspraken", "Activiteiten 2024"),
    ],
)
def test_the_left_column_is_the_agreement_and_the_right_its_steps(head):
    page = tabel(
        ([f"1. {GROND}"], [STAP, "De Nok denkt mee."]),
        ([f"2. {BOUW}"], ["Helmwonen begint in juni."]),
        head=head,
    )
    stuk = lees_html(page)
    assert teksten(stuk) == [GROND, BOUW]
    assert [[stap.tekst for stap in a.stappen] for a in stuk.afspraken] == [
        [STAP, "De Nok denkt mee."],
        ["Helmwonen begint in juni."],
    ]


def test_a_step_has_its_own_actors_and_deadlines():
    page = tabel(
        ([f"1. {GROND}"], ["De Nok denkt uiterlijk 1 mei 2025 mee."]), ([f"2. {BOUW}"], ["Helmwonen begint."])
    )
    stap = lees_html(page).afspraken[0].stappen[0]
    assert stap.actoren == (HUURDERS,)
    assert [str(termijn.tot) for termijn in stap.termijnen] == ["2025-05-01"]


def test_each_bullet_of_the_right_column_is_a_step():
    page = tabel(([f"1. {GROND}"], []), ([f"2. {BOUW}"], [])).replace(
        "<td></td>", "<td><ul><li>Eerst een kaart.</li><li>Dan een keuze.</li></ul></td>", 1
    )
    assert [stap.tekst for stap in lees_html(page).afspraken[0].stappen] == [
        "Eerst een kaart.",
        "Dan een keuze.",
    ]


def test_a_row_cut_by_a_page_break_goes_on_in_the_next():
    page = tabel(
        (["1. De gemeente wijst elk jaar twee bouwlocaties"], ["De gemeente legt in mei"]),
        (["aan voor sociale huur."], ["een kaart van de grond voor."]),
        ([f"2. {BOUW}"], ["Helmwonen begint in juni."]),
    )
    stuk = lees_html(page)
    assert nummers(stuk) == ["1", "2"]
    assert " ".join(stuk.afspraken[0].tekst.split()) == GROND
    assert [stap.tekst for stap in stuk.afspraken[0].stappen] == [STAP]


def test_a_table_that_goes_on_without_titles_keeps_its_columns():
    page = tabel(([f"1. {GROND}"], [STAP]), ([f"2. {BOUW}"], [STAP])).replace(
        "</body>",
        f"<table><tr><td><p>3. {LEDEN}</p></td>"
        "<td><p>De Nok belegt een avond voor haar leden.</p></td></tr></table></body>",
    )
    stuk = lees_html(page)
    assert nummers(stuk) == ["1", "2", "3"]
    assert [stap.tekst for stap in stuk.afspraken[2].stappen] == ["De Nok belegt een avond voor haar leden."]


def test_agreements_beside_steps_are_known_without_titles():
    page = tabel(([f"1. {GROND}"], [STAP]), ([f"2. {BOUW}"], ["Helmwonen begint in juni."]), head=())
    stuk = lees_html(page)
    assert teksten(stuk) == [GROND, BOUW]
    assert len(stuk.afspraken[0].stappen) == 1


def test_columns_for_who_and_when_decide_actors_and_deadlines():
    page = tabel(
        (["1. Er komt een kaart van de grond."], ["Gemeente en De Nok"], ["eind 2025"]),
        (["2. Er komen nieuwe woningen bij."], ["Helmwonen"], ["voor 1 juli 2026"]),
        head=("Afspraak", "Trekker", "Planning"),
    )
    stuk = lees_html(page)
    assert [a.actoren for a in stuk.afspraken] == [(GEMEENTE, HUURDERS), (CORPORATIE,)]
    assert [[str(t.tot) for t in a.termijnen] for a in stuk.afspraken] == [["2025-12-31"], ["2026-06-30"]]
    assert [a.twijfel for a in stuk.afspraken] == [None, None]


def test_a_table_of_figures_is_no_table_of_agreements():
    text = onder(
        "Beschikbaarheid",
        f"1. {GROND}",
        "| Wijk | Woningen |\n|---|---|\n| Haven | 20 |\n| Polder | 40 |\n",
        f"2. {BOUW}",
    )
    stuk = lees(text)
    assert nummers(stuk) == ["1", "2"]
    assert all(a.stappen == () for a in stuk.afspraken)


def test_a_bare_year_in_the_column_for_when_is_a_deadline():
    page = tabel(
        (["1. Er komt een kaart van de grond."], ["2025"]),
        (["2. Er komen nieuwe woningen bij."], ["2026"]),
        head=("Afspraak", "Planning"),
    )
    assert [[str(t.tot) for t in a.termijnen] for a in lees_html(page).afspraken] == [
        ["2025-12-31"],
        ["2026-12-31"],
    ]


@pytest.mark.parametrize("title", ["Stappen", "Concrete stappen:"])
def test_what_stands_below_a_heading_for_steps_are_the_steps_of_the_agreement_above_it(title):
    text = onder("Wonen", f"1. {GROND}", f"### {title}", BOUW, LEDEN, f"2. {STAP}")

    first, second = lees(text).afspraken

    assert (first.tekst, [stap.tekst for stap in first.stappen]) == (GROND, [BOUW, LEDEN])
    assert (second.rubriek, second.stappen) == (None, ())


def test_a_table_of_one_column_headed_steps_holds_the_steps_of_the_agreement_above_it():
    rows = f"<tr><th>Stappen</th></tr><tr><td>{BOUW}</td></tr><tr><td>{LEDEN}</td></tr>"
    title = "<h1>Prestatieafspraken Duinrade 2024-2027</h1>"

    stuk = lees_html(f"{title}<h2>Wonen</h2><p>1. {GROND}</p><table>{rows}</table>")

    assert [stap.tekst for stap in stuk.afspraken[0].stappen] == [BOUW, LEDEN]
    assert stuk.tabellen == ()
