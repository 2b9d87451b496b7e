"""Tables of figures: caption, heading row, rows, spans, and the agreement they stand in."""

import pytest

from tests.reading.duinrade import BOUW, GROND, lees, lees_html, onder, teksten

PIJPEN = (
    "| Wijk | Huur | Koop |\n|---|---|---|\n| Haven | 20 | 5 |\n| Polder | 40 | 15 |\n| Totaal | 60 | 20 |\n"
)
TABS = "Wijk\tHuur\tKoop\nHaven\t20\t5\nPolder\t40\t15\nTotaal\t60\t20\n"
KOP = ("Wijk", "Huur", "Koop")
RIJEN = (("Haven", "20", "5"), ("Polder", "40", "15"), ("Totaal", "60", "20"))


def html(rows):
    """A page with a table of these rows of ready cells."""
    lines = "".join(f"<tr>{row}</tr>" for row in rows)
    opening = f"<h1>Prestatieafspraken Duinrade</h1><h2>Beschikbaarheid</h2><p>1. {GROND}</p><p>2. {BOUW}</p>"
    return f"{opening}<table>{lines}</table>"


@pytest.mark.parametrize("table", [PIJPEN, TABS])
def test_a_table_has_a_heading_row_and_rows(table):
    [tabel] = lees(onder("Beschikbaarheid", "Zo staat het ervoor.", table)).tabellen
    assert (tabel.kop, tabel.rijen) == (KOP, RIJEN)


@pytest.mark.parametrize(
    "caption", ["Tabel 1: woningen per wijk", "**Tabel 1: woningen per wijk**", "Woningen per wijk"]
)
def test_the_line_above_a_table_is_its_caption(caption):
    [tabel] = lees(onder("Beschikbaarheid", "Zo staat het ervoor.", caption, PIJPEN)).tabellen
    assert tabel.titel == caption.strip("*")


def test_a_sentence_above_a_table_is_no_caption():
    [tabel] = lees(onder("Beschikbaarheid", "Zo staan de woningen in de wijken ervoor.", PIJPEN)).tabellen
    assert tabel.titel is None


def test_a_table_in_an_agreement_says_so_and_its_words_stay_out_of_the_text():
    text = onder(
        "Beschikbaarheid",
        f"1. {GROND}",
        "Tabel 1: woningen per wijk",
        PIJPEN,
        "*telling van januari",
        f"2. {BOUW}",
    )
    stuk = lees(text)
    assert [tabel.afspraak for tabel in stuk.tabellen] == ["1"]
    assert teksten(stuk) == [GROND, BOUW]


def test_a_table_before_the_agreements_belongs_to_none():
    stuk = lees(onder("Beschikbaarheid", "Tabel 1: woningen per wijk", PIJPEN, f"1. {GROND}", f"2. {BOUW}"))
    assert [tabel.afspraak for tabel in stuk.tabellen] == [None]


def test_cells_that_span_columns_or_rows_stand_once():
    page = html(
        [
            "<th>Jaar</th><th>Wijk</th><th>Woningen</th>",
            "<td rowspan=2>2025</td><td>Haven</td><td>20</td>",
            "<td>Polder</td><td>40</td>",
            "<td colspan=2>Totaal</td><td>60</td>",
        ]
    )
    [tabel] = lees_html(page).tabellen
    assert tabel.kop == ("Jaar", "Wijk", "Woningen")
    assert tabel.rijen == (("2025", "Haven", "20"), ("", "Polder", "40"), ("Totaal", "", "60"))


def test_years_above_figures_head_the_columns():
    [tabel] = lees(
        onder("Beschikbaarheid", "| Wijk | 2025 | 2026 |\n|---|---|---|\n| Haven | 20 | 30 |\n")
    ).tabellen
    assert tabel.kop == ("Wijk", "2025", "2026")


def test_figures_in_the_first_row_are_no_heading():
    [tabel] = lees_html(html(["<td>Haven</td><td>20</td>", "<td>Polder</td><td>40</td>"])).tabellen
    assert tabel.kop == ()
    assert tabel.rijen == (("Haven", "20"), ("Polder", "40"))


def test_the_source_of_a_table_spans_it_whole():
    text = onder("Beschikbaarheid", "Zo staat het ervoor.", PIJPEN)
    [tabel] = lees(text).tabellen
    assert tabel.bron is not None
    assert tabel.bron.citaat.strip() == PIJPEN.strip()
