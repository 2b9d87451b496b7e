"""Which paragraphs are agreements: every common numbering, and the numbers that number something else."""

import pytest

from tests.reading.duinrade import (
    BOUW,
    CORPORATIE,
    GEMEENTE,
    GROND,
    HUURDERS,
    LEDEN,
    OPENING,
    ZINNEN,
    lees,
    nummers,
    onder,
    teksten,
)

BY_POSITION = "Het document nummert deze afspraak niet"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("1. ", "2. ", "3. "), ["1", "2", "3"]),
        (("1 ", "2 ", "3 "), ["1", "2", "3"]),
        (("1) ", "2) ", "3) "), ["1", "2", "3"]),
        (("11. ", "12. ", "13. "), ["11", "12", "13"]),
        (("1.1 ", "1.2 ", "1.3 "), ["1.1", "1.2", "1.3"]),
        (("1.1. ", "1.2. ", "1.3. "), ["1.1", "1.2", "1.3"]),
        (("1.4.1 ", "1.4.2 ", "1.4.3 "), ["1.4.1", "1.4.2", "1.4.3"]),
        (("5.1 – ", "5.2 – ", "5.3 – "), ["5.1", "5.2", "5.3"]),
        (("A1 ", "A2 ", "A3 "), ["A1", "A2", "A3"]),
        (("A1. ", "A2. ", "A3. "), ["A1", "A2", "A3"]),
        (("B.1 ", "B.2 ", "B.3 "), ["B.1", "B.2", "B.3"]),
        (("Afspraak 1: ", "Afspraak 2: ", "Afspraak 3: "), ["1", "2", "3"]),
        (("**1.** ", "**2.** ", "**3.** "), ["1", "2", "3"]),
        (("1.\t", "2.\t", "3.\t"), ["1", "2", "3"]),
        (("A. ", "B. ", "C. "), ["A", "B", "C"]),
        # a number that lapsed, and one that is printed twice
        (("1. ", "2. ", "4. "), ["1", "2", "4"]),
    ],
)
def test_paragraphs_with_numbers_are_agreements(labels, expected):
    paragraphs = [label + zin for label, zin in zip(labels, ZINNEN, strict=True)]
    stuk = lees(onder("Beschikbaarheid", *paragraphs))
    assert nummers(stuk) == expected
    assert teksten(stuk) == list(ZINNEN)


def test_numbers_run_on_over_themes():
    text = onder("Beschikbaarheid", f"1. {GROND}", f"2. {BOUW}", "## Betaalbaarheid", f"3. {LEDEN}")
    assert [(a.nummer, a.thema) for a in lees(text).afspraken] == [
        ("1", "Beschikbaarheid"),
        ("2", "Beschikbaarheid"),
        ("3", "Betaalbaarheid"),
    ]


def test_numbers_may_begin_anew_under_each_theme():
    text = onder(
        "Beschikbaarheid", f"1. {GROND}", f"2. {BOUW}", "## Betaalbaarheid", f"1. {LEDEN}", f"2. {GROND}"
    )
    assert [(a.nummer, a.thema) for a in lees(text).afspraken] == [
        ("1", "Beschikbaarheid"),
        ("2", "Beschikbaarheid"),
        ("1", "Betaalbaarheid"),
        ("2", "Betaalbaarheid"),
    ]


def test_letters_and_numbers_count_on_within_each_theme():
    text = onder(
        "Beschikbaarheid", f"A1. {GROND}", f"A2. {BOUW}", "## Betaalbaarheid", f"B1. {LEDEN}", f"B2. {GROND}"
    )
    assert nummers(lees(text)) == ["A1", "A2", "B1", "B2"]


def test_a_heading_may_be_the_first_line_of_an_agreement():
    text = onder(
        "Beschikbaarheid",
        "### Afspraak 1: Bouwgrond",
        GROND,
        "### Afspraak 2: Nieuwbouw in de Polderwijk",
        BOUW,
        "Zij begint in de zomer.",
    )
    stuk = lees(text)
    assert nummers(stuk) == ["1", "2"]
    assert stuk.afspraken[1].tekst == f"Nieuwbouw in de Polderwijk\n{BOUW}\nZij begint in de zomer."


def test_lettered_parts_stay_in_one_agreement():
    text = onder("Beschikbaarheid", f"12. a. {GROND}", f"b. {BOUW}", f"c. {LEDEN}", f"13. {GROND}")
    stuk = lees(text)
    assert nummers(stuk) == ["12", "13"]
    assert stuk.afspraken[0].tekst == f"a. {GROND}\nb. {BOUW}\nc. {LEDEN}"


def test_letters_printed_with_the_number_stay_in_one_agreement():
    text = onder("Beschikbaarheid", f"12a. {GROND}", f"12b. {BOUW}", f"13. {LEDEN}", f"14. {GROND}")
    stuk = lees(text)
    assert nummers(stuk) == ["12", "13", "14"]
    assert BOUW in stuk.afspraken[0].tekst


def test_bullets_and_further_paragraphs_belong_to_the_agreement_above():
    text = onder(
        "Beschikbaarheid",
        f"1. {GROND}",
        "- langs het spoor;",
        "- aan de haven.",
        "Zo houden we tempo.",
        f"2. {BOUW}",
    )
    assert teksten(lees(text)) == [f"{GROND}\nlangs het spoor;\naan de haven.\nZo houden we tempo.", BOUW]


def test_bullets_below_afspraken_are_agreements_where_nothing_is_numbered():
    text = onder("Beschikbaarheid", "### Afspraken", f"- {GROND}", f"- {BOUW}", f"- {LEDEN}")
    stuk = lees(text)
    assert nummers(stuk) == ["1", "2", "3"]
    assert teksten(stuk) == list(ZINNEN)
    assert all(BY_POSITION in (afspraak.twijfel or "") for afspraak in stuk.afspraken)


def test_bold_openings_below_afspraken_are_agreements():
    text = onder(
        "Beschikbaarheid",
        "### Afspraken",
        f"**Bouwgrond.** {GROND}",
        "Dat doet zij in het voorjaar.",
        f"**Nieuwbouw.** {BOUW}",
    )
    assert teksten(lees(text)) == [f"Bouwgrond. {GROND}\nDat doet zij in het voorjaar.", f"Nieuwbouw. {BOUW}"]


def test_paragraphs_below_afspraken_are_agreements():
    text = onder("Beschikbaarheid", "Wie zoekt, wacht hier lang op een woning.", "### Afspraken", *ZINNEN)
    assert teksten(lees(text)) == list(ZINNEN)


def test_rows_of_a_table_of_agreements_are_agreements():
    rows = "| Afspraak | Wie | Wanneer |\n|---|---|---|\n" + "".join(
        f"| {zin} | {wie} | eind 2026 |\n"
        for zin, wie in zip(ZINNEN, ("Gemeente", "Helmwonen", "De Nok"), strict=True)
    )
    stuk = lees(onder("Beschikbaarheid", rows))
    assert teksten(stuk) == list(ZINNEN)
    assert [afspraak.actoren for afspraak in stuk.afspraken] == [(GEMEENTE,), (CORPORATIE,), (HUURDERS,)]
    assert [[str(termijn.tot) for termijn in a.termijnen] for a in stuk.afspraken] == [["2026-12-31"]] * 3


def test_a_column_with_numbers_numbers_the_rows():
    rows = "| Nr. | Afspraak | Wie |\n|---|---|---|\n" + "".join(
        f"| {4 + at} | {zin} | Partijen |\n" for at, zin in enumerate(ZINNEN)
    )
    stuk = lees(onder("Beschikbaarheid", rows))
    assert nummers(stuk) == ["4", "5", "6"]
    assert teksten(stuk) == list(ZINNEN)


# --- what is no agreement --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["De gemeente Duinrade groeit.", "Wie een woning zoekt, heeft geduld nodig."],
        ["- Beschikbaarheid", "- Betaalbaarheid"],
        ["Tabel 1: woningen", "| Wijk | Woningen |\n|---|---|\n| Haven | 20 |\n| Polder | 40 |\n"],
        [
            "2025. In dat jaar begint de bouw van de eerste woningen aan de haven.",
            "2026. In dat jaar volgen de woningen in de polder en aan het spoor.",
        ],
        [
            "50 woningen komen er in de polder en die zijn alle voor ouderen bedoeld.",
            "51 woningen komen er aan de haven en die zijn alle voor starters bedoeld.",
        ],
        [
            "1.250 woningen kregen de afgelopen jaren een beter label dan voorheen.",
            "1.251 woningen volgen in de jaren die nu voor ons liggen in de polder.",
        ],
    ],
)
def test_running_text_lists_and_amounts_are_no_agreements(paragraphs):
    assert lees(onder("Beschikbaarheid", *paragraphs)).afspraken == ()


def test_the_list_of_parties_holds_no_agreements():
    text = """# Prestatieafspraken Duinrade

Partijen:

1. Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer, hierna te noemen: 'de gemeente';
2. Stichting Helmwonen, vertegenwoordigd door bestuurder B. Kuipers, hierna te noemen: 'Helmwonen';
3. Huurdersvereniging De Nok, vertegenwoordigd door voorzitter C. Smit, hierna te noemen: 'De Nok'.
"""
    assert lees(text).afspraken == ()
    text += f"\n## Beschikbaarheid\n\n1. {GROND}\n\n2. {BOUW}\n"
    assert teksten(lees(text)) == [GROND, BOUW]


def test_an_enumeration_of_themes_holds_no_agreements():
    text = OPENING + (
        "We werken aan deze thema's:\n\n1. Beschikbaarheid\n2. Betaalbaarheid\n3. Leefbaarheid\n\n"
        f"## Beschikbaarheid\n\n1. {GROND}\n\n2. {BOUW}\n"
    )
    assert teksten(lees(text)) == [GROND, BOUW]


def test_a_table_of_contents_holds_no_agreements():
    text = OPENING + (
        "## Inhoudsopgave\n\n1. Inleiding ........ 2\n2. Beschikbaarheid ........ 3\n"
        "3. Betaalbaarheid ........ 5\n\n"
        f"## Beschikbaarheid\n\n1. {GROND}\n\n2. {BOUW}\n"
    )
    assert teksten(lees(text)) == [GROND, BOUW]


def test_a_short_list_in_the_process_is_no_agreement_where_the_numbers_run_on():
    text = onder(
        "Beschikbaarheid", f"1. {GROND}", f"2. {BOUW}", "## Betaalbaarheid", f"3. {LEDEN}", f"4. {GROND}"
    ) + (
        "\n## Samenwerking en monitoring\n\n1. In januari komt de werkgroep bijeen.\n\n"
        "2. In mei volgt het bod.\n"
    )
    assert nummers(lees(text)) == ["1", "2", "3", "4"]


def test_numbered_chapters_are_no_agreements():
    text = OPENING + (
        f"# 1. Inleiding\n\nDit gaat vooraf.\n\n# 2. Beschikbaarheid\n\n2.1 {GROND}\n\n2.2 {BOUW}\n\n"
        f"# 3. Betaalbaarheid\n\n3.1 {LEDEN}\n"
    )
    assert nummers(lees(text)) == ["2.1", "2.2", "3.1"]


def test_a_numbered_list_inside_an_agreement_stays_inside():
    text = onder(
        "Beschikbaarheid",
        f"1.1 {GROND}",
        "1. langs het spoor;",
        "2. aan de haven.",
        f"1.2 {BOUW}",
        f"1.3 {LEDEN}",
    )
    stuk = lees(text)
    assert nummers(stuk) == ["1.1", "1.2", "1.3"]
    assert "aan de haven" in stuk.afspraken[0].tekst


def test_a_footnote_is_no_part_of_an_agreement():
    text = onder("Beschikbaarheid", f"1. {GROND}¹", "¹ Vastgesteld door de raad in de zomer.", f"2. {BOUW}")
    assert all("Vastgesteld" not in tekst for tekst in teksten(lees(text)))


def test_the_signing_below_the_last_agreement_is_no_part_of_it():
    text = onder(
        "Beschikbaarheid",
        f"1. {GROND}",
        f"2. {BOUW}",
        "## Ondertekening",
        "Aldus getekend te Duinrade op 1 maart 2024.",
    )
    assert teksten(lees(text))[-1] == BOUW


def test_short_cells_in_a_table_with_a_column_for_the_number_are_agreements():
    rows = "| 1 | Een plan maken | Gemeente | 2026 |\n| 2 | 20 woningen isoleren | Helmwonen | 2025 |\n"
    table = "| Nr | Afspraak | Wie | Wanneer |\n|---|---|---|---|\n" + rows
    stuk = lees(onder("Beschikbaarheid", table))
    assert nummers(stuk) == ["1", "2"]
    assert teksten(stuk) == ["Een plan maken", "20 woningen isoleren"]


def test_bold_lead_ins_are_agreements_where_nothing_is_numbered():
    stuk = lees(onder("Beschikbaarheid", f"**Grond**: {GROND}", f"**Bouw.** {BOUW}", f"**Leden**: {LEDEN}"))
    assert teksten(stuk) == [f"Grond: {GROND}", f"Bouw. {BOUW}", f"Leden: {LEDEN}"]
    assert all(afspraak.twijfel for afspraak in stuk.afspraken)


def test_bullets_right_below_a_theme_are_agreements_where_nothing_else_is():
    stuk = lees(onder("Beschikbaarheid", f"- {GROND}", f"- {BOUW}", "- drie wijken"))
    assert nummers(stuk) == ["1", "2"]
    assert all(afspraak.twijfel for afspraak in stuk.afspraken)


def test_an_agreement_that_was_added_may_bear_a_later_number_than_the_next():
    text = onder(
        "Beschikbaarheid", f"1. {GROND}", f"4. {BOUW}", "## Betaalbaarheid", f"2. {LEDEN}", f"3. {GROND}"
    )

    stuk = lees(text)

    assert nummers(stuk) == ["1", "4", "2", "3"]
    assert [afspraak.thema for afspraak in stuk.afspraken] == ["Beschikbaarheid"] * 2 + ["Betaalbaarheid"] * 2


def test_a_note_of_the_editor_is_no_part_of_an_agreement():
    note = "[Ingevoegd bij Jaarplan 2025; gewijzigd bij Jaarplan 2026 (11 december 2025)]"

    stuk = lees(onder("Beschikbaarheid", f"1. {GROND}", note, f"2. {BOUW}"))

    assert teksten(stuk) == [GROND, BOUW]
