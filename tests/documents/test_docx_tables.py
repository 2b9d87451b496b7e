"""Word documents: tables with merged cells, struck rows and tables inside tables."""

import pytest

from tests.documents.making import cells, docx, par
from wederkerig.documents import DocumentError, Kind
from wederkerig.documents.docx import read_docx


def cell(content, properties=""):
    inside = content if content.startswith("<") else par(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*inside, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(inside)}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def read(body):
    return read_docx(docx(body), "stuk.docx")


def test_the_words_of_a_table_stand_in_row_order_between_those_around_it():
    document = read(par("Voor") + table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))) + par("Na"))
    block = document.blocks[1]

    assert document.text == "Voor\na\nb\nc\nd\nNa"
    assert block.kind is Kind.TABLE
    assert document.text[block.start : block.end] == "a\nb\nc\nd"


def test_merged_cells_stand_once_with_their_span():
    down = '<w:vMerge w:val="restart"/>'
    block = read(
        table(
            row(cell("Breed", '<w:gridSpan w:val="2"/>'), cell("Hoog", down)),
            row(cell("links"), cell("rechts"), cell("", "<w:vMerge/>")),
            row(cell("onder", '<w:gridSpan w:val="2"/>'), cell("", '<w:vMerge w:val="continue"/>')),
        )
    ).blocks[0]

    assert cells(block) == [["Breed", "Hoog"], ["links", "rechts"], ["onder"]]
    assert [(one.colspan, one.rowspan) for one in block.rows[0]] == [(2, 1), (1, 3)]


def test_two_merged_cells_below_each_other_are_kept_apart():
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    block = read(
        table(row(cell("a", down)), row(cell("", on)), row(cell("b", down)), row(cell("", on)))
    ).blocks[0]

    assert [[(one.text, one.rowspan) for one in cells_] for cells_ in block.rows] == [
        [("a", 2)],
        [],
        [("b", 2)],
        [],
    ]


def test_a_table_inside_a_cell_is_a_block_of_that_cell():
    inner = table(row(cell("binnen")))
    block = read(table(row(cell(par("Voor") + inner + par("Na"))))).blocks[0]
    kinds = [inside.kind for inside in block.rows[0][0].blocks]

    assert kinds == [Kind.PARAGRAPH, Kind.TABLE, Kind.PARAGRAPH]
    assert cells(block.rows[0][0].blocks[1]) == [["binnen"]]


def test_heading_rows_and_open_columns_are_noted():
    block = read(
        table(
            row(cell("Kop"), cell("Aantal"), properties="<w:tblHeader/>"),
            row(cell("9"), properties='<w:gridBefore w:val="1"/>'),
        )
    ).blocks[0]

    assert [one.header for one in block.rows[0]] == [True, True]
    assert cells(block) == [["Kop", "Aantal"], ["", "9"]]


def test_struck_rows_and_cells_are_left_out_and_added_rows_counted():
    document = read(
        table(
            row(cell("blijft"), cell("weg", "<w:cellDel/>")),
            row(cell("geschrapt"), properties="<w:del/>"),
            row(cell("nieuw"), properties="<w:ins/>"),
        )
    )

    assert cells(document.blocks[0]) == [["blijft"], ["nieuw"]]
    assert "(1 toegevoegd, 1 geschrapt)" in document.notices[0]


def test_rows_and_cells_in_content_controls_are_read():
    wrapped = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(wrapped.format(row(cell("a"), wrapped.format(cell("b")))))

    assert cells(read(body).blocks[0]) == [["a", "b"]]


def test_a_table_without_words_is_no_block():
    assert len(read(par("Tekst") + table(row(cell(""), cell("")))).blocks) == 1


def test_tables_nested_beyond_reason_are_refused():
    body = par("x")
    for _ in range(30):
        body = table(row(cell(body)))

    with pytest.raises(DocumentError, match="genest"):
        read(body)
