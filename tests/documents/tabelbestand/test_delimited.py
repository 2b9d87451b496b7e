"""Lists as text: separators, encodings, quotation marks, sizes."""

import pytest

from wederkerig.documents import DocumentError
from wederkerig.documents.errors import (
    DamagedFileError,
    EmptyFileError,
    TooLargeError,
    UnknownFormatError,
)
from wederkerig.documents.tabelbestand import bestand, read_table

ROWS = [("1", "512,33", "Eéntje"), ("2", "610,00", "=1+1")]


def text(separator, rows=ROWS, head=("id", "huur", "straat")):
    return "".join(separator.join(f'"{cell}"' for cell in row) + "\r\n" for row in (head, *rows))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separator_and_encoding_are_recognised(separator, encoding):
    table = read_table(text(separator).encode(encoding), "lijst.csv")

    assert table.kop == ("id", "huur", "straat")
    assert list(table.rijen) == ROWS


def test_decimal_commas_do_not_separate():
    table = read_table(b"id;huur\n1;512,33\n2;610,00\n", "lijst.csv")

    assert list(table.rijen) == [("1", "512,33"), ("2", "610,00")]


def test_the_separator_that_excel_writes_in_the_first_line_holds():
    table = read_table(b"sep=,\nid,huur\n1,5\n", "lijst.csv")

    assert (table.kop, table.koprij, list(table.rijen)) == (("id", "huur"), 2, [("1", "5")])


def test_rows_can_be_asked_for_again():
    table = read_table(text(";").encode(), "lijst.csv")

    assert list(table.rijen) == list(table.rijen)


def test_a_title_and_an_empty_line_stand_above_the_heading():
    table = read_table(b"Bezit per 1 januari\n\nid;huur\n1;2\n", "lijst.csv")

    assert (table.kop, table.koprij) == (("id", "huur"), 3)


def test_short_and_empty_rows_are_filled_and_long_ones_cut_to_the_heading():
    table = read_table(b"id;huur;\n1\n\n3;4;5\n", "lijst.csv")

    assert list(table.rijen) == [("1", None), (None, None), ("3", "4")]


def test_a_line_break_in_a_cell_is_part_of_the_cell():
    table = read_table(b'id;straat\n1;"a\nb"\n2;c\n', "lijst.csv")

    assert list(table.rijen) == [("1", "a\nb"), ("2", "c")]


@pytest.mark.parametrize("end", [b'"2;Assen\n3;Emmen\n', b'2;"Assen\n3;Emmen', b'2;Assen\n3;"'])
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(end):
    rows = read_table(b"id;gemeente\n1;Assen\n" + end, "lijst.csv").rijen

    with pytest.raises(DamagedFileError, match="aanhalingsteken"):
        list(rows)


def test_a_last_line_without_an_end_is_read():
    assert list(read_table(b'id;plaats\n1;"Assen\n"', "lijst.csv").rijen) == [("1", "Assen\n")]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b"\n\n\n", EmptyFileError),
        (b"\x00\x01\x02" * 50, UnknownFormatError),
        (b"%PDF-1.7 x", UnknownFormatError),
        (b"<html><table><tr><td>1</table>", UnknownFormatError),
        (b'{"id": 1}', UnknownFormatError),
        (b'id;huur\n1;"' + b"x" * 200_000, DamagedFileError),
        (b"id;huur\n1;" + b"x" * 40_000, TooLargeError),
        (b";" * 2_000, TooLargeError),
    ],
)
def test_what_is_no_table_is_turned_away_in_dutch(data, error):
    with pytest.raises(DocumentError) as caught:
        list(read_table(data, "lijst.csv").rijen)

    assert type(caught.value) is error


def test_more_rows_than_are_read_are_refused_at_that_row(monkeypatch):
    monkeypatch.setattr(bestand, "MAX_ROWS", 3)
    rows = read_table(b"id;huur\n1;1\n2;2\n3;3\n", "lijst.csv").rijen

    assert [next(rows), next(rows)] == [("1", "1"), ("2", "2")]
    with pytest.raises(TooLargeError):
        next(rows)


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UnknownFormatError, match="Kies uit: tabel"):
        read_table(b"id;huur\n", "lijst.csv").open_blad("Blad1")
