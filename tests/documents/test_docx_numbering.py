"""Word documents: the automatic numbers, which are not in the text of the file."""

import pytest

from tests.documents.making import abstract, docx, level, listed, number, par, run, style, texts
from wederkerig.documents import Kind
from wederkerig.documents.docx import read_docx

PLAIN = abstract(0, level(0, "%1."), level(1, "%2)", "lowerLetter"), level(2, "%1.%2.%3", "lowerRoman"))


def read(body, numbering, styles=""):
    return read_docx(docx(body, numbering=numbering, styles=styles), "stuk.docx")


def test_the_number_goes_before_the_words_and_is_the_marker():
    block = read(listed("Partijen spreken af", 1), PLAIN + number(1, 0)).blocks[0]

    assert (block.kind, block.text, block.marker, block.level) == (
        Kind.ITEM,
        "1. Partijen spreken af",
        "1.",
        0,
    )


def test_lower_levels_start_again_below_each_higher_one():
    body = "".join(listed("x", 1, depth) for depth in (0, 1, 1, 0, 1, 2, 2))

    assert texts(read(body, PLAIN + number(1, 0))) == [
        "1. x",
        "a) x",
        "b) x",
        "2. x",
        "a) x",
        "2.a.i x",
        "2.a.ii x",
    ]


@pytest.mark.parametrize(
    ("shape", "start", "label"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 49, "XLIX"),
        ("ordinal", 3, "3e"),
        ("cardinalText", 4, "4"),
        ("lowerRoman", 5000, "5000"),
    ],
)
def test_numbers_take_the_shape_of_their_level(shape, start, label):
    numbering = abstract(0, level(0, "%1", shape, start=start)) + number(1, 0)

    assert texts(read(listed("x", 1), numbering)) == [f"{label} x"]


def test_words_around_the_number_belong_to_the_label():
    numbering = abstract(0, level(0, "Afspraak %1:")) + number(1, 0)
    block = read(listed("De gemeente bouwt", 1), numbering).blocks[0]

    assert (block.text, block.marker) == ("Afspraak 1: De gemeente bouwt", "Afspraak 1:")


def test_bullets_are_markers_and_no_part_of_the_words():
    numbering = abstract(0, level(0, "\uf0b7", "bullet")) + number(1, 0)
    block = read(listed("Een punt", 1), numbering).blocks[0]

    assert (block.kind, block.text, block.marker) == (Kind.ITEM, "Een punt", "•")


def test_lists_that_share_a_definition_count_on_unless_one_starts_again():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = PLAIN + number(1, 0) + number(2, 0) + number(3, 0, again)
    body = listed("a", 1) + listed("b", 2) + listed("c", 3) + listed("d", 3) + listed("e", 1)

    assert texts(read(body, numbering)) == ["1. a", "2. b", "1. c", "2. d", "3. e"]


def test_a_list_may_change_a_level_of_its_definition():
    own = '<w:lvlOverride w:ilvl="0">' + level(0, "A%1.") + "</w:lvlOverride>"

    assert texts(read(listed("x", 1), PLAIN + number(1, 0, own))) == ["A1. x"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "1.1", "2", "2.1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "1.1", "2", "2.2"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "1.1", "2", "2.1"]),
    ],
)
def test_a_level_may_count_on_through_higher_ones(restart, expected):
    numbering = abstract(0, level(0, "%1"), level(1, "%1.%2", more=restart)) + number(1, 0)
    body = "".join(listed("x", 1, depth) for depth in (0, 1, 0, 1))

    assert [block.marker for block in read(body, numbering).blocks] == expected


def test_legal_numbering_prints_higher_levels_as_figures():
    numbering = abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + number(
        1, 0
    )

    assert texts(read(listed("x", 1) + listed("y", 1, 1), numbering)) == ["I. x", "1.1 y"]


def test_a_level_above_that_was_never_used_shows_its_first_value():
    numbering = abstract(0, level(0, "%1", start=3), level(1, "%1.%2")) + number(1, 0)

    assert texts(read(listed("x", 1, 1), numbering)) == ["3.1 x"]


@pytest.mark.parametrize(("gap", "text"), [("tab", "1. x"), ("space", "1. x"), ("nothing", "1.x")])
def test_the_gap_after_the_number_is_the_one_of_the_level(gap, text):
    numbering = abstract(0, level(0, "%1.", more=f'<w:suff w:val="{gap}"/>')) + number(1, 0)

    assert texts(read(listed("x", 1), numbering)) == [text]


class TestThroughStyles:
    """Numbering that comes in through styles."""

    LINKED = abstract(
        0,
        level(0, "%1", more='<w:pStyle w:val="Kop1"/>'),
        level(1, "%1.%2", more='<w:pStyle w:val="Kop2"/>'),
    ) + number(1, 0)
    STYLES = (
        style("Kop1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Kop2", "heading 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Themakop", "Themakop", based_on="Kop2")
    )

    def test_headings_are_numbered_by_their_styles(self):
        body = par("Inleiding", "Kop1") + par("Partijen", "Kop2") + par("Looptijd", "Themakop")
        document = read(body, self.LINKED, self.STYLES)

        assert texts(document) == ["1 Inleiding", "1.1 Partijen", "1.2 Looptijd"]
        assert [block.kind for block in document.blocks] == [Kind.HEADING] * 3
        assert [block.level for block in document.blocks] == [1, 2, 2]

    def test_number_zero_switches_the_numbering_of_the_style_off(self):
        off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        body = par("Een", "Kop1") + par("Zonder", "Kop1", off) + par("Twee", "Kop1")

        assert texts(read(body, self.LINKED, self.STYLES)) == ["1 Een", "Zonder", "2 Twee"]

    def test_a_numbering_style_lends_its_levels(self):
        numbering = (
            PLAIN
            + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
            + number(1, 0)
            + number(2, 5)
        )
        link = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        styles = style("Lijst", "Lijst", link, kind="numbering")

        assert texts(read(listed("x", 2), numbering, styles)) == ["1. x"]

    def test_a_numbering_style_that_lends_from_itself_gives_no_number(self):
        numbering = (
            '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
            + number(2, 5)
        )
        link = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'

        assert texts(read(listed("x", 2), numbering, style("Lijst", "Lijst", link))) == ["x"]


def test_an_empty_item_counts_but_gives_no_block():
    body = listed("Een", 1) + listed("", 1) + listed("Drie", 1)

    assert texts(read(body, PLAIN + number(1, 0))) == ["1. Een", "3. Drie"]


def test_a_column_of_bare_numbers_in_a_table_is_read():
    row = "<w:tr><w:tc>" + listed("", 1) + "</w:tc><w:tc>" + par("De afspraak") + "</w:tc></w:tr>"
    table = read(f"<w:tbl>{row}{row}</w:tbl>", PLAIN + number(1, 0)).blocks[0]

    assert [[cell.text for cell in cells] for cells in table.rows] == [
        ["1.", "De afspraak"],
        ["2.", "De afspraak"],
    ]


@pytest.mark.parametrize("identity", ["0", "7", "x"])
def test_a_list_that_does_not_exist_gives_no_number(identity):
    assert texts(read(listed("x", identity), PLAIN + number(1, 0))) == ["x"]


def test_bold_counts_the_number_of_a_bold_lead():
    body = listed(run("Betaalbaarheid.", "<w:b/>") + run(" Wij meten."), 1)
    block = read(body, PLAIN + number(1, 0)).blocks[0]

    assert block.text[: block.bold] == "1. Betaalbaarheid."
