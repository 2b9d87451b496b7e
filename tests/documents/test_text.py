"""Plain text and Markdown: what each line is, which lines are one paragraph, and where every word stands."""

import pytest

from wederkerig.documents import Format, Kind
from wederkerig.documents.markup import read_text

HEAD, PAR, ITEM, TABLE = Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE
NOTE = Kind.FOOTNOTE


def blokken(text):
    """Kind and words of every block."""
    return [(block.kind, block.text) for block in read_text(text, "a.md").blocks]


def cellen(text):
    """The words of the cells of the one table."""
    [table] = [block for block in read_text(text, "a.md").blocks if block.kind is TABLE]
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin.", [(PAR, "Een zin.")]),
        ("Een zin.\n\nNog een.", [(PAR, "Een zin."), (PAR, "Nog een.")]),
        ("# Titel\n\nZin.", [(HEAD, "Titel"), (PAR, "Zin.")]),
        ("### Kopje ###\nZin.", [(HEAD, "Kopje"), (PAR, "Zin.")]),
        ("Titel\n=====\n\nZin.", [(HEAD, "Titel"), (PAR, "Zin.")]),
        ("Kopje\n-----\n\nZin.", [(HEAD, "Kopje"), (PAR, "Zin.")]),
        ("- Punt een\n- Punt twee", [(ITEM, "Punt een"), (ITEM, "Punt twee")]),
        (
            "• Punt een\n▪ Punt twee\no Punt drie",
            [(ITEM, "Punt een"), (ITEM, "Punt twee"), (ITEM, "Punt drie")],
        ),
        ("1. Punt een\n2. Punt twee", [(ITEM, "1. Punt een"), (ITEM, "2. Punt twee")]),
        ("a) Punt een\nb) Punt twee", [(ITEM, "a) Punt een"), (ITEM, "b) Punt twee")]),
        ("¹ Een noot.", [(NOTE, "¹ Een noot.")]),
        ("[^1]: Een noot.", [(NOTE, "[^1]: Een noot.")]),
        ("Zin.\n\n---\n\nZin.", [(PAR, "Zin."), (PAR, "Zin.")]),
        ("Zin.\n\n***\n\nZin.", [(PAR, "Zin."), (PAR, "Zin.")]),
        ("![plaatje](a.png)\n\nZin.", [(PAR, "Zin.")]),
        ("<p>Een <b>zin</b>.</p>", [(PAR, "Een zin.")]),
        ("<ul><li>Punt</li></ul>", [(ITEM, "Punt")]),
        ("#hekje zonder spatie", [(PAR, "#hekje zonder spatie")]),
        ("-5 graden", [(PAR, "-5 graden")]),
        ("2025 was een goed jaar.", [(PAR, "2025 was een goed jaar.")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_a_line_is_known_by_its_form(text, expected):
    assert blokken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sentence that a page break or a picture cut in two
        (
            "De gemeente wijst dit jaar twee nieuwe locaties\n\nvoor woningen aan.",
            ["De gemeente wijst dit jaar twee nieuwe locaties voor woningen aan."],
        ),
        (
            "De gemeente wijst dit jaar twee nieuwe locaties\n![kaart](a.png)\nvoor woningen aan.",
            ["De gemeente wijst dit jaar twee nieuwe locaties voor woningen aan."],
        ),
        # a new sentence, a title, a short line: no
        ("De gemeente bouwt.\n\nvandaag nog.", ["De gemeente bouwt.", "vandaag nog."]),
        ("Huurbeleid\n\nde huur stijgt.", ["Huurbeleid", "de huur stijgt."]),
        (
            "De gemeente wijst dit jaar twee nieuwe locaties\n\nZij doet dat in mei.",
            ["De gemeente wijst dit jaar twee nieuwe locaties", "Zij doet dat in mei."],
        ),
        (
            "De gemeente wijst dit jaar twee nieuwe locaties\n- langs het spoor",
            ["De gemeente wijst dit jaar twee nieuwe locaties", "langs het spoor"],
        ),
        (
            "De gemeente wijst dit jaar twee nieuwe locaties\n2. En meer.",
            ["De gemeente wijst dit jaar twee nieuwe locaties", "2. En meer."],
        ),
        (
            "- de gemeente wijst dit jaar twee nieuwe locaties\naan voor woningen",
            ["de gemeente wijst dit jaar twee nieuwe locaties aan voor woningen"],
        ),
    ],
)
def test_a_sentence_that_runs_on_is_one_paragraph(text, expected):
    assert [words for _, words in blokken(text)] == expected


def test_lines_of_one_width_are_joined_into_paragraphs():
    lines = [
        "De gemeente wijst in de komende jaren op twee plekken in het dorp",
        "grond aan voor nieuwe woningen, en zij doet dat in nauw overleg",
        "met wie daar woont. Helmwonen rekent elk plan binnen acht weken",
        "door, zodat iedereen weet waar hij aan toe is en wat het gaat kosten.",
        "",
        "De Nok vraagt haar leden in het voorjaar wat zij van de plannen",
        "vinden en schrijft daarover een advies aan de gemeente, dat zij in",
        "de zomer met alle andere partijen bespreekt. Daarna volgt er een",
        "besluit.",
        "",
        "Slot.",
    ]
    found = blokken("\n".join(lines))
    assert [kind for kind, _ in found] == [PAR, PAR, PAR]
    assert found[0][1] == " ".join(lines[:4])
    assert found[1][1] == " ".join(lines[5:9])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("a | b\n", None),
        ("Wijk\tHuur\nHaven\t2", [["Wijk", "Huur"], ["Haven", "2"]]),
        ("Wijk\t\nHaven\t2", [["Wijk", ""], ["Haven", "2"]]),
        (
            "<table><tr><td>a</td><td>b</td></tr>\n<tr><td>1</td><td>2</td></tr></table>",
            [["a", "b"], ["1", "2"]],
        ),
        ("Wijk\t<p>b</p><ul><li>c</li></ul>\nHaven\t2", [["Wijk", "b c"], ["Haven", "2"]]),
    ],
)
def test_tables_in_every_form(text, rows):
    if rows is None:
        assert [kind for kind, _ in blokken(text)] == [PAR]
    else:
        assert cellen(text) == rows


def test_a_label_with_a_tab_is_no_table():
    assert blokken("1.\tDe gemeente bouwt.\n2.\tZeewind bouwt.") == [
        (ITEM, "1. De gemeente bouwt."),
        (ITEM, "2. Zeewind bouwt."),
    ]


def test_text_beside_a_table_stays_text():
    assert blokken("Zin.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nZin.") == [
        (PAR, "Zin."),
        (TABLE, ""),
        (PAR, "Zin."),
    ]


@pytest.mark.parametrize(("text", "level"), [("# A", 1), ("### A", 3), ("A\n===", 1), ("A\n---", 2)])
def test_a_heading_has_a_level(text, level):
    assert read_text(text, "a.md").blocks[0].level == level


def test_nested_items_have_a_level():
    blocks = read_text("- een\n    - twee\n", "a.md").blocks
    assert blocks[0].level < blocks[1].level


@pytest.mark.parametrize(
    ("text", "marker"), [("- een", "-"), ("• een", "•"), ("12. een", "12."), ("a) een", "a)"), ("een", "")]
)
def test_an_item_knows_its_bullet_or_number(text, marker):
    assert read_text(text, "a.md").blocks[0].marker == marker


def test_form_feeds_part_pages():
    document = read_text("Eerste.\fTweede.\n\fDerde.", "a.txt")
    assert [document.page_at(block.start) for block in document.blocks] == [1, 2, 3]


def test_without_form_feeds_there_are_no_pages():
    document = read_text("Eerste.", "a.txt")
    assert document.page_at(0) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_known(end):
    assert blokken(f"# Titel{end}{end}Een zin.{end}") == [(HEAD, "Titel"), (PAR, "Een zin.")]


def test_the_text_is_the_file_as_it_stands():
    text = "# Titel\r\n\r\nEen **zin**.\n"
    document = read_text(text, "a.md", Format.MARKDOWN)
    assert (document.text, document.name, document.format) == (text, "a.md", Format.MARKDOWN)
