"""Tables from a PDF, ruled and not, over pages, and the two-column layout of agreements beside steps."""

import pytest

from tests.documents.pdf_maken import BUILD, LONG, REPORT, TALK, read, tables, texts
from wederkerig.documents.document import Kind

NUMBERS = [["Kern", "2024", "2025", "Totaal"], ["Dorp", "12", "8", "20"], ["Stad", "100", "1.250", "1.350"]]


def table(rows, name=""):
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f'<table class="{name}">' + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def two_columns(count, name=""):
    rows = [["Meerjarige afspraak", "Concrete stappen"]]
    for number in range(1, count + 1):
        left = f"<p><b>{number}. {BUILD}</b></p><p>{LONG}</p>"
        rows.append([left, f"<ul><li>{REPORT}</li><li>{TALK}</li></ul><p>{REPORT}</p>"])
    return table(rows, name)


@pytest.mark.parametrize("name", ["", "open"])
def test_a_table_of_numbers_keeps_its_cells(name):
    document = read(f"<p>{LONG}</p>{table(NUMBERS, name)}<p>{LONG}</p>")
    assert tables(document) == [NUMBERS]
    assert texts(document) == [LONG, LONG]


def test_lines_in_a_cell_are_joined():
    assert tables(read(table([[LONG, "12"], [REPORT, "8"]]))) == [[[LONG, "12"], [REPORT, "8"]]]


def test_spanning_cells_stand_once():
    head = "<tr><td>Kern</td><td colspan=2>Jaren</td></tr>"
    document = read(f"<table>{head}<tr><td>Dorp</td><td>12</td><td>8</td></tr></table>")
    rows = document.blocks[0].rows
    assert [[(cell.text, cell.colspan) for cell in row] for row in rows] == [
        [("Kern", 1), ("Jaren", 2)],
        [("Dorp", 1), ("12", 1), ("8", 1)],
    ]


@pytest.mark.parametrize("name", ["", "open"])
def test_a_table_over_pages_is_one_table_without_its_repeated_head(name):
    head = "<thead><tr><th>Kern</th><th>Woningen</th></tr></thead>"
    rows = [[f"Dorp {number}", str(1000 + number)] for number in range(90)]
    body = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    document = read(f'<table class="{name}">{head}<tbody>{body}</tbody></table>')
    assert len(document.page_starts) > 1
    assert tables(document) == [[["Kern", "Woningen"], *rows]]


@pytest.mark.parametrize("name", ["", "open"])
def test_agreements_beside_steps_are_a_table_of_two_columns(name):
    document = read(f"<p>{LONG}</p>{two_columns(9, name)}<p>{LONG}</p>")
    assert len(document.page_starts) > 2
    found = [block for block in document.blocks if block.kind is Kind.TABLE]
    assert [[len(row) for row in block.rows] for block in found] == [[2] * 10]
    for number, (left, right) in enumerate(found[0].rows[1:], 1):
        assert [block.text for block in left.blocks] == [f"{number}. {BUILD}", LONG]
        assert left.blocks[0].bold == len(left.blocks[0].text)
        assert [(block.kind, block.text) for block in right.blocks] == [
            (Kind.ITEM, REPORT),
            (Kind.ITEM, TALK),
            (Kind.PARAGRAPH, REPORT),
        ]


def test_a_table_within_a_cell_stands_among_the_blocks_of_that_cell():
    document = read(table([[f"<p>{REPORT}</p>{table(NUMBERS)}<p>{TALK}</p>", BUILD]]))
    left = document.blocks[0].rows[0][0]
    assert [block.kind for block in left.blocks] == [Kind.PARAGRAPH, Kind.TABLE, Kind.PARAGRAPH]
    assert [[cell.text for cell in row] for row in left.blocks[1].rows] == NUMBERS


def test_a_frame_round_a_paragraph_is_no_table():
    document = read(f'<p style="border: 1pt solid; padding: 5pt">{LONG}</p><p>{REPORT}</p>')
    assert not tables(document)


def test_a_list_of_chapters_with_pages_is_no_table():
    rows = "".join(
        f'<div class="r"><span>{n}. Thema {n}</span><span>{2 * n}</span></div>' for n in range(1, 6)
    )
    document = read(rows, ".r { display: flex; justify-content: space-between }")
    assert texts(document) == [f"{n}. Thema {n} {2 * n}" for n in range(1, 6)]


def test_a_heading_right_under_a_table_is_not_drawn_into_it():
    document = read(f"{two_columns(1, 'open')}<h2>Zorg</h2><p>{LONG}</p>")
    assert texts(document) == ["Zorg", LONG]


def test_a_coloured_head_belongs_to_the_rows_under_it_and_is_not_repeated():
    style = "th { background: #ccc } td { border: none; border-bottom: .5pt solid } th { border: none }"
    head = "<thead><tr><th>Kern</th><th>Woningen</th><th>Oplevering</th></tr></thead>"
    rows = [[f"Dorp {number}", str(1000 + number), "2027"] for number in range(90)]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    document = read(f"<table>{head}<tbody>{body}</tbody></table>", style)
    assert tables(document) == [[["Kern", "Woningen", "Oplevering"], *rows]]


def test_the_name_of_a_table_is_no_heading():
    document = read(f"<p><b>Tabel 1: woningen naar kern</b></p>{table(NUMBERS)}")
    assert document.blocks[0].kind is Kind.PARAGRAPH


def test_names_beside_each_other_on_one_height_are_no_table():
    names = ["Gemeente Westermarke", "Stichting Dorpswonen"]
    document = read(
        "".join(f'<span style="display: inline-block; width: 70mm">{name}</span>' for name in names)
    )
    assert texts(document) == names
