"""The sheet for figures, opened again, filled in, and read back."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from tests import stukken
from tests.monitoring.maken import AFWIJKEND, jaar, norm, stand, vrije_ruimte
from wederkerig.documents.tabelbestand import read_table
from wederkerig.export.xlsx import opgave_workbook, write_workbook
from wederkerig.monitoring.opgave import due
from wederkerig.monitoring.werkboek import BLAD, CIJFER, NOEMER, OPMERKING, SLEUTEL, read_werkboek

OP = date(2025, 9, 1)
FORMULAS = ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", '=HYPERLINK("https://example.nl","x")']
AANDEEL, STAND = due(
    (norm(), vrije_ruimte(partijen=("Aster",), van=date(2025, 1, 1))),
    (jaar(2024, 18, indicator=AFWIJKEND, noemer=Decimal(100)), stand(date(2025, 1, 1), 3250)),
    op=OP,
)
ASKED = (STAND, AANDEEL)


def opened(data):
    return openpyxl.load_workbook(BytesIO(data))


def listed(sheet):
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def filled(data, values):
    """The workbook with cells of the sheet filled in, as somebody saves it: (row, title) to a value."""
    book = opened(data)
    titles = [cell.value for cell in book[BLAD][1]]
    for (row, title), value in values.items():
        book[BLAD].cell(row, titles.index(title) + 1).value = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_each_figure_that_is_due_is_one_row_with_that_of_last_time():
    first, second = listed(opened(opgave_workbook(ASKED, titel="Cijfers van Aster"))[BLAD])

    assert (first["Wat"], first["Vorige keer"], first["Eenheid"]) == (
        "Sociale huurwoningen",
        3250,
        "woningen",
    )
    assert (second["Vorige keer"], second["Van"].date()) == (18, date(2025, 1, 1))
    assert [row[CIJFER] for row in (first, second)] == [None, None]
    assert first["Waar het vandaan komt"] == "uit uw woningenlijst"
    assert second["Waar het vandaan komt"] == "uw eigen opgave"


def test_the_keys_are_hidden_and_the_input_is_guarded():
    sheet = opened(opgave_workbook(ASKED, titel="x"))[BLAD]
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2)
        for rule in sheet.data_validations.dataValidation
    }
    at = "ABCDEFGHIJKLMNO"[[cell.value for cell in sheet[1]].index(CIJFER)]

    assert sheet.column_dimensions["A"].hidden
    assert rules[f"{at}2"] == ("whole", "0", "1000000000000")
    assert rules[f"{at}3"] == ("decimal", "0", "100")


def test_what_is_filled_in_comes_back_as_figures():
    data = opgave_workbook(ASKED, titel="Cijfers van Aster")
    data = filled(
        data, {(2, CIJFER): 3262, (3, CIJFER): "17,5", (3, NOEMER): 240, (3, OPMERKING): "voorlopig"}
    )
    table = read_table(data, "opgave.xlsx").open_blad(BLAD)

    found = read_werkboek(table.kop, table.rijen, ASKED, op=OP, koprij=table.koprij)

    assert found.fouten == ()
    assert [(each.meting.waarde, each.meting.noemer, each.opmerking) for each in found.ingevuld] == [
        (3262, None, ""),
        (Decimal("17.5"), 240, "voorlopig"),
    ]


def test_errors_are_said_at_the_row_of_the_file():
    data = filled(opgave_workbook(ASKED, titel="x"), {(2, CIJFER): -3, (3, CIJFER): 0.175})
    table = read_table(data, "opgave.xlsx").open_blad(BLAD)

    found = read_werkboek(table.kop, table.rijen, ASKED, op=OP, koprij=table.koprij)

    assert [(fout.rij, fout.kolom, fout.waarde) for fout in found.fouten] == [
        (2, CIJFER, "-3"),
        (3, CIJFER, "0,175"),
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_party_becomes_a_formula(text):
    asked = due((norm(partijen=(text,), gebied=text),), (), op=OP)
    book = opened(opgave_workbook(asked, titel=text))
    (row,) = listed(book[BLAD])

    assert (row["Partij"], row["Gebied"]) == (text, text)
    assert [cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line].count("f") == 0
    assert {cell.hyperlink for sheet in book for line in sheet.iter_rows() for cell in line} == {None}


def test_the_same_figures_give_the_same_bytes():
    assert opgave_workbook(ASKED, titel="x") == opgave_workbook(ASKED, titel="x")


def test_the_workbook_of_a_document_has_the_sheet_where_its_norms_ask_figures(tmp_path):
    path = tmp_path / "uit.xlsx"
    write_workbook([stukken.overeenkomst()], path, op=OP)
    book = openpyxl.load_workbook(path)

    assert BLAD in book.sheetnames
    assert [row[SLEUTEL].split("|")[0] for row in listed(book[BLAD])]
    assert BLAD in [row[0].value for row in book["Toelichting"].iter_rows()]


def test_without_a_day_nothing_is_asked(tmp_path):
    path = tmp_path / "uit.xlsx"
    write_workbook([stukken.overeenkomst()], path)
    book = openpyxl.load_workbook(path)

    assert BLAD not in book.sheetnames
    assert BLAD not in [row[0].value for row in book["Toelichting"].iter_rows()]


def test_a_share_that_lacks_its_total_is_told_as_such():
    given = jaar(2025, "17.5", indicator=AFWIJKEND)
    asked = AANDEEL.model_copy(update={"met_noemer": True, "gegeven": given})

    data = opgave_workbook([asked], titel="Cijfers van Aster")

    assert "U gaf al 17,5; het totaal ontbreekt nog." in listed(opened(data)[BLAD])[0]["Wat het betekent"]
