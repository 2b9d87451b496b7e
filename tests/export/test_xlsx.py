"""The monitoring workbook, opened again with another library."""

from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from tests import stukken
from wederkerig.export.xlsx import write_workbook
from wederkerig.export.xlsx.cells import MAX_CHARACTERS, Styled, fitting, row_height
from wederkerig.export.xlsx.tabellen import figure
from wederkerig.monitoring.beoordelen import STATUSSEN

JUNE_2026 = datetime(2026, 6, 30)  # noqa: DTZ001  # a cell knows no time zones


def workbook(tmp_path, *parts):
    path = tmp_path / "uit.xlsx"
    write_workbook(parts, path)
    return openpyxl.load_workbook(path)


def rows(sheet):
    """The rows of a list as headings and values."""
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def with_tekst(tekst, **changes):
    first = stukken.afspraken()[0].model_copy(update={"tekst": tekst} | changes)
    return stukken.overeenkomst(afspraken=(first,))


def test_the_sheets_are_those_people_expect(tmp_path):
    assert workbook(tmp_path, stukken.overeenkomst()).sheetnames == [
        "Toelichting",
        "Afspraken",
        "Getallen",
        "Termijnen",
        "Tabellen",
        "Twijfels",
    ]
    assert "Wijzigingen" in workbook(tmp_path, stukken.jaarplan()).sheetnames


def test_an_agreement_is_one_row_with_who_how_much_and_by_when(tmp_path):
    first, second, third = rows(workbook(tmp_path, stukken.overeenkomst())["Afspraken"])

    assert first == {
        "Nummer": 1,
        "Thema": "Beschikbaarheid",
        "Rubriek": None,
        "Tekst": stukken.afspraken()[0].tekst,
        "Wie": "Duinwonen, Havenhuis, gemeente",
        "Derden": "provincie Duinland",
        "Normen": "minimaal 1.240 woningen",
        "Termijn": JUNE_2026,
        "Stappen": None,
        "Pagina": 1,
        "Status": None,
        "Opmerking": None,
    }
    assert second["Termijn"] == "elk jaar 1 juli"
    assert second["Stappen"] == "1. Havenhuis meldt het aantal verkochte woningen."
    assert third["Normen"] == "30 tot 40%\nmaximaal € 682,96"


def test_the_last_of_several_deadlines_counts(tmp_path):
    first, second = (fact for each in stukken.afspraken()[:2] for fact in each.termijnen)
    later = first.model_copy(update={"tot": first.tot.replace(year=2027)})
    stuk = with_tekst("x", termijnen=(later, first, second))

    assert rows(workbook(tmp_path, stuk)["Afspraken"])[0]["Termijn"] == JUNE_2026.replace(year=2027)


@pytest.mark.parametrize(
    ("nummer", "cell"), [("12", 12), ("1.10", "1.10"), ("A3", "A3"), ("007", "007"), ("12a", "12a")]
)
def test_only_plain_numbers_become_numbers(tmp_path, nummer, cell):
    stuk = with_tekst("x", nummer=nummer)

    assert rows(workbook(tmp_path, stuk)["Afspraken"])[0]["Nummer"] == cell


def test_quantities_and_deadlines_are_numbers_and_dates(tmp_path):
    book = workbook(tmp_path, stukken.overeenkomst())
    quantities, deadlines = rows(book["Getallen"]), rows(book["Termijnen"])

    assert [
        (row["Nummer"], row["Relatie"], row["Waarde"], row["Tot"], row["Eenheid"]) for row in quantities
    ] == [
        (1, "minimaal", 1240, None, "woningen"),
        (2, "maximaal", 12.5, None, "%"),
        (3, "van … tot …", 30, 40, "%"),
        (3, "maximaal", 682.96, None, "euro"),
    ]
    assert quantities[1]["Twijfel"] == "Onduidelijk waarvan."
    assert deadlines[0]["Laatste dag"] == JUNE_2026
    assert (deadlines[1]["Laatste dag"], deadlines[1]["Elk jaar"]) == (None, "1 juli")


def test_quantities_outside_the_agreements_are_there_too(tmp_path):
    outside = stukken.afspraken()[0].getallen
    stuk = stukken.overeenkomst(afspraken=(), getallen=outside)

    assert rows(workbook(tmp_path, stuk)["Getallen"])[0]["Thema"] == "buiten de afspraken"


def test_of_several_documents_each_row_says_which(tmp_path):
    book = workbook(tmp_path, stukken.overeenkomst("a.md"), stukken.overeenkomst("b.md"), stukken.jaarplan())

    assert [row["Document"] for row in rows(book["Afspraken"])] == ["a.md"] * 3 + ["b.md"] * 3
    assert {row["Gemeente"] for row in rows(book["Afspraken"])} == {"Zeedrecht"}
    assert [row["Document"] for row in rows(book["Wijzigingen"])] == ["jaarplan.docx"] * 2
    assert {row["Document"] for row in rows(book["Twijfels"])} == {"a.md", "b.md", "jaarplan.docx"}


def test_amendments_are_listed(tmp_path):
    first, second = rows(workbook(tmp_path, stukken.jaarplan())["Wijzigingen"])

    assert (first["Wat"], first["Soort"], first["Jaar"]) == ("afspraak 2", "wijziging", 2026)
    assert (second["Wat"], second["Huidige tekst"]) == ("doelen", None)


@pytest.mark.parametrize("tekst", ["=1+1", "+31 6 12345678", "-5% korting", "@SUM(A1)", "=HYPERLINK(0)"])
def test_text_never_becomes_a_formula(tmp_path, tekst):
    cell = workbook(tmp_path, with_tekst(tekst))["Afspraken"]["D2"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (tekst, "s", True)


def test_addresses_stay_text(tmp_path):
    cell = workbook(tmp_path, with_tekst("https://example.org"))["Afspraken"]["D2"]

    assert (cell.value, cell.hyperlink) == ("https://example.org", None)


def test_control_characters_do_not_break_the_file(tmp_path):
    assert workbook(tmp_path, with_tekst("a\x00b\x0bc\ud800d"))["Afspraken"]["D2"].value == "abcd"


def test_a_text_that_is_too_long_for_a_cell_says_that_it_was_cut():
    cut = fitting("a" * 40_000)

    assert len(cut) == MAX_CHARACTERS
    assert cut.endswith("(ingekort: een cel kan niet meer bevatten)")
    assert fitting("a" * MAX_CHARACTERS) == "a" * MAX_CHARACTERS


def test_the_same_documents_give_the_same_bytes(tmp_path):
    for name in ("een.xlsx", "twee.xlsx"):
        write_workbook([stukken.overeenkomst(), stukken.jaarplan()], tmp_path / name)

    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()


def test_status_is_chosen_from_a_list(tmp_path):
    sheet = workbook(tmp_path, stukken.overeenkomst())["Afspraken"]
    (rule,) = sheet.data_validations.dataValidation

    assert str(rule.sqref) == "K2:K4"
    assert rule.formula1.strip('"').split(",") == list(STATUSSEN)


@pytest.mark.parametrize("name", ["Afspraken", "Getallen", "Termijnen", "Twijfels"])
def test_lists_are_ready_for_a_meeting(tmp_path, name):
    sheet = workbook(tmp_path, stukken.overeenkomst())[name]

    assert sheet.freeze_panes in {"A2", "B2"}
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold
    assert sheet["A2"].alignment.wrap_text


def test_a_document_without_anything_still_gives_a_workbook(tmp_path):
    empty = stukken.overeenkomst(
        partijen=(), afspraken=(), tabellen=(), looptijd=None, ondertekening=None, bestand=None, gemeente=None
    )
    book = workbook(tmp_path, empty)

    assert rows(book["Afspraken"]) == []
    assert book["Tabellen"]["A1"].value == "In dit stuk zijn geen tabellen gevonden."


def test_tables_stand_under_each_other_with_figures_as_figures(tmp_path):
    sheet = workbook(tmp_path, stukken.overeenkomst())["Tabellen"]
    values = list(sheet.iter_rows(values_only=True))

    assert values[0][0] == "Tabel 1: nieuwe woningen"
    assert values[1][0] == "bij afspraak 1, pagina 1"
    assert values[2] == ("jaar", "aantal", "aandeel", "huur")
    assert values[3] == (2025, 1240, 0.125, 682.96)
    assert values[4] == (2026, "=1+1", "p.m.", "-")
    assert sheet["B5"].data_type == "s"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.240", Styled(Decimal(1240), "whole")),
        ("2026", Styled(Decimal(2026), "plain")),
        ("12,5", Styled(Decimal("12.5"), "broken")),
        ("€ 442,46", Styled(Decimal("442.46"), "money")),
        ("€ 480.000,-", Styled(Decimal(480000), "money")),
        ("-30%", Styled(Decimal("-0.3"), "percentage")),
        ("12,5 %", Styled(Decimal("0.125"), "exact percentage")),
        ("0", Styled(Decimal(0), "plain")),
        ("1.4.2", "1.4.2"),
        ("12.5", "12.5"),
        ("0031", "0031"),
        ("1 januari", "1 januari"),
        ("-", "-"),
        ("", ""),
        ("12 woningen", "12 woningen"),
        ("€", "€"),
    ],
)
def test_dutch_figures_are_told_from_words(cell, value):
    assert figure(cell) == value


def test_explanation_names_file_parties_and_notices(tmp_path):
    cells = [
        cell
        for row in workbook(tmp_path, stukken.overeenkomst())["Toelichting"].iter_rows(values_only=True)
        for cell in row
    ]

    assert "zeedrecht.md" in cells
    assert any(cell and cell.startswith(f"{stukken.ZEEDRECHT} (gemeente;") for cell in cells)
    assert "Er stonden wijzigingen in het stuk; die zijn aangenomen." in cells
    assert set(STATUSSEN) <= set(cells)


def test_the_explanation_of_a_party_with_a_long_name_fits_in_its_row(tmp_path):
    party = stukken.overeenkomst().partijen[0].model_copy(update={"naam": "Woonstichting " + "Duin " * 30})
    sheet = workbook(tmp_path, stukken.overeenkomst(partijen=(party,)))["Toelichting"]
    row = next(cell.row for cell in sheet["B"] if cell.value and cell.value.startswith(party.naam[:40]))

    assert sheet.row_dimensions[row].height > 2 * sheet.row_dimensions[row - 1].height


def test_a_row_is_as_high_as_its_longest_cell():
    assert row_height(["kort"], [20]) < row_height(["woord " * 30], [20]) < row_height(["woord " * 60], [20])
    assert row_height(["woord " * 9999], [20]) == 409
