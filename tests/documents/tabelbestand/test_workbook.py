"""Lists as workbooks: values, sheets, and archives made to do harm."""

import io
import zipfile
from datetime import UTC, date, datetime, time
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter

from wederkerig.documents import DocumentError
from wederkerig.documents.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    TooLargeError,
    UnknownFormatError,
    UnsafeFileError,
)
from wederkerig.documents.tabelbestand import read_table, workbook

HEAD = ("id", "huur", "datum", "ja", "tekst")
SHEET = "xl/worksheets/sheet1.xml"
OPENING = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def made(sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def replaced(data, **parts):
    """The archive with other contents of its sheet, or of its texts."""
    names = {"blad": SHEET, "teksten": "xl/sharedStrings.xml"}
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            other = next((text for key, text in parts.items() if names[key] == name), None)
            new.writestr(name, old.read(name) if other is None else other)
    return target.getvalue()


def sheet(rows):
    return f"{OPENING}{rows}</sheetData></worksheet>"


def with_shared_texts(rows):
    """As Excel writes it: every text stands once, and cells point to it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        page = book.add_worksheet("Lijst")
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return target.getvalue()


PLAIN = with_shared_texts([HEAD, ("1", 2, None, None, "x")])


def test_values_keep_their_kind():
    moment = datetime(2024, 5, 6, 7, 8, tzinfo=UTC).replace(tzinfo=None)
    rows = [
        HEAD,
        ("007", 512.33, date(2024, 1, 2), True, "=HYPERLINK(1)"),
        ("b", 7, moment, False, time(7, 8)),
    ]
    data = made({"Lijst": rows})

    assert list(read_table(data, "lijst.xlsx").rijen) == [
        ("007", Decimal("512.33"), date(2024, 1, 2), True, None),  # a formula whose value was never stored
        ("b", Decimal(7), date(2024, 5, 6), False, "07:08:00"),
    ]


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN"])
def test_a_number_that_nothing_can_count_with_is_an_empty_cell(number):
    rows = f'<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2"><v>{number}</v></c></row>'

    assert list(read_table(replaced(PLAIN, blad=sheet(rows)), "x.xlsx").rijen) == [(None,)]


def test_a_formula_counts_as_its_stored_value():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    rows += (
        '<row r="2"><c r="A2"><f>SUM(A1:B1)</f><v>3</v></c><c r="B2" t="str"><f>A1</f><v>=A1</v></c></row>'
    )

    assert list(read_table(replaced(PLAIN, blad=sheet(rows)), "x.xlsx").rijen) == [(Decimal(3), "=A1")]


def test_a_workbook_opens_at_its_first_sheet_with_values_and_gives_the_others_by_name():
    data = made({"Leeg": [], "Eerste": [HEAD], "Tweede": [("a", "b"), (1, 2)]})

    table = read_table(data, "x.xlsx")

    assert (table.bladen, table.blad, table.kop) == (("Leeg", "Eerste", "Tweede"), "Eerste", HEAD)
    assert list(table.open_blad("Tweede").rijen) == [(Decimal(1), Decimal(2))]
    with pytest.raises(EmptyFileError):
        table.open_blad("Leeg")


def test_empty_rows_above_and_between_keep_the_numbers_of_rows():
    table = read_table(made({"a": [(), (), ("id", "huur"), (1, 2), (), (3, 4)]}), "x.xlsx")

    assert table.koprij == 3
    assert list(table.rijen) == [(Decimal(1), Decimal(2)), (None, None), (Decimal(3), Decimal(4))]


def test_cells_without_places_follow_one_another():
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"

    assert list(read_table(replaced(PLAIN, blad=sheet(rows)), "x.xlsx").rijen) == [(Decimal(3), Decimal(4))]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='999999'><c r='ABC999999'><v>1</v></c></row>",
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c x="&gt;" r="ZZZ9"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000">' + "<c><v>1</v></c>" * 900 + "</row>",
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999999999999999"><c><v>1</v></c></row>',
        '<row r="1">' + "<c><v>1</v></c>" * 5000 + "</row>",
    ],
    ids="far quotes odd unplaced endless wide".split(),
)
def test_cells_far_apart_are_refused_before_room_is_made_for_them(rows):
    with pytest.raises(TooLargeError):
        read_table(replaced(PLAIN, blad=sheet(rows)), "x.xlsx")


def test_one_long_text_in_very_many_cells_is_refused():
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, 40_001))
    long = f"<sst><si><t>{'x' * 32_000}</t></si></sst>"

    with pytest.raises(TooLargeError, match="te veel tekst"):
        read_table(replaced(PLAIN, blad=sheet(rows), teksten=long), "x.xlsx")


def test_one_long_text_among_short_ones_is_read(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_TEXT", 100_000)
    table = read_table(
        made({"a": [("id", "tekst"), *((at, "kort") for at in range(50)), (1, "x" * 9_000)]}), "x"
    )

    assert len(list(table.rijen)) == 51


def test_a_workbook_that_unpacks_to_more_than_is_read_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1_000)

    with pytest.raises(TooLargeError):
        read_table(PLAIN, "x.xlsx")


def zipped(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


ENTITY = f'<!DOCTYPE x [<!ENTITY a "b">]>{sheet("")}'
BOMB = b"\0" * 20_000_000


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04 broken", DamagedFileError),
        (PLAIN[: len(PLAIN) // 2], DamagedFileError),
        (zipped(xl__workbook="x"), DamagedFileError),
        (zipped(word__document="x"), UnknownFormatError),
        (replaced(PLAIN, blad=ENTITY), UnsafeFileError),
        (replaced(PLAIN, teksten=BOMB), UnsafeFileError),
        (replaced(PLAIN, blad="<worksheet><sheetData><row"), DamagedFileError),
        (made({"Leeg": []}), EmptyFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), UnknownFormatError),
    ],
    ids="junk cut no-book word entity bomb torn empty locked old".split(),
)
def test_what_is_no_workbook_is_turned_away_in_dutch(data, error):
    with pytest.raises(DocumentError) as caught:
        list(read_table(data, "lijst.xlsx").rijen)

    assert type(caught.value) is error
