"""OpenDocument texts: headings, lists, tables, notes, tracked changes and pages."""

import pytest

from tests.documents.making import cells, every_block, odt, texts
from wederkerig.documents import Kind
from wederkerig.documents.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ScannedFileError
from wederkerig.documents.odt import read_odt

NUMBERS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."'
    ' text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>'
)
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1"/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>'
)


def read(text, automatic="", styles="", attributes="", **members):
    return read_odt(odt(text, automatic, styles, attributes, **members), "stuk.odt")


def item(inside, attributes=""):
    content = inside if inside.startswith("<") else f"<text:p>{inside}</text:p>"
    return f"<text:list-item {attributes}>{content}</text:list-item>"


def listing(*items, attributes='text:style-name="L1"'):
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


def heading(text, depth=1, attributes=""):
    return f'<text:h text:outline-level="{depth}" {attributes}>{text}</text:h>'


def test_blocks_stand_in_the_text_at_their_offsets():
    body = heading("Kop") + "<text:p>Een  <text:span>zin</text:span>\n hier.</text:p>" + listing(item("punt"))
    document = read(body, NUMBERS)

    assert document.text == "Kop\nEen zin hier.\n1. punt"
    for block in every_block(document.blocks):
        assert document.text[block.start : block.end] == block.text


def test_headings_are_numbered_by_the_outline():
    body = heading("A") + heading("B", 2) + heading("C", 3) + heading("D", 2) + heading("E") + heading("F", 2)
    document = read(body, styles=OUTLINE)

    assert texts(document) == ["1 A", "1.1 B", "C", "1.2 D", "2 E", "2.1 F"]
    assert [block.level for block in document.blocks] == [1, 2, 3, 2, 1, 2]


@pytest.mark.parametrize("attributes", ['text:is-list-header="true"', 'text:style-name="Zonder"'])
def test_a_heading_may_carry_no_number(attributes):
    automatic = '<style:style style:name="Zonder" style:family="paragraph" style:list-style-name=""/>'
    body = heading("A") + heading("Tussen", 1, attributes) + heading("B")

    assert texts(read(body, automatic, OUTLINE)) == ["1 A", "Tussen", "2 B"]


def test_the_numbering_of_headings_may_start_again():
    body = heading("A") + heading("B", 1, 'text:restart-numbering="true" text:start-value="5"')

    assert texts(read(body, styles=OUTLINE)) == ["1 A", "5 B"]


class TestLists:
    """Lists and their numbers."""

    def test_numbers_nest(self):
        inner = listing(item("b"), item("c"), attributes="")
        document = read(listing(item(f"<text:p>a</text:p>{inner}"), item("d")), NUMBERS)

        assert texts(document) == ["1. a", "1.1. b", "1.2. c", "2. d"]
        assert [block.level for block in document.blocks] == [0, 1, 1, 0]

    def test_bullets_are_markers_only(self):
        deep = listing(item(listing(item(listing(item("punt"), attributes="")), attributes="")))
        block = read(deep, NUMBERS).blocks[0]

        assert (block.kind, block.text, block.marker, block.level) == (Kind.ITEM, "punt", "•", 2)

    def test_a_new_list_starts_again_unless_it_continues(self):
        on = 'text:style-name="L1" text:continue-numbering="true"'
        body = listing(item("a")) + listing(item("b")) + listing(item("c"), attributes=on)

        assert texts(read(body, NUMBERS)) == ["1. a", "1. b", "2. c"]

    def test_a_list_may_continue_an_earlier_one_by_its_id(self):
        first = 'xml:id="lijst1" text:style-name="L1"'
        on = 'text:style-name="L1" text:continue-list="lijst1"'
        body = listing(item("a"), attributes=first) + listing(item("b")) + listing(item("c"), attributes=on)

        assert texts(read(body, NUMBERS)) == ["1. a", "1. b", "2. c"]

    def test_an_item_may_set_its_own_number(self):
        body = listing(item("a"), item("b", 'text:start-value="7"'), item("c"))

        assert texts(read(body, NUMBERS)) == ["1. a", "7. b", "8. c"]

    def test_further_paragraphs_of_an_item_carry_no_number(self):
        document = read(listing(item("<text:p>a</text:p><text:p>vervolg</text:p>"), item("b")), NUMBERS)

        assert texts(document) == ["1. a", "vervolg", "2. b"]
        assert document.blocks[1].kind is Kind.PARAGRAPH

    def test_the_style_of_a_paragraph_may_bring_the_list_style(self):
        automatic = NUMBERS + (
            '<style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>'
        )
        body = listing(item('<text:p text:style-name="P1">a</text:p>'), attributes="")

        assert texts(read(body, automatic)) == ["1. a"]

    @pytest.mark.parametrize(
        ("attributes", "label"),
        [
            ('style:num-format="A" text:start-value="28"', "AB"),
            ('style:num-format="a" style:num-letter-sync="true" text:start-value="28"', "bb"),
            ('style:num-format="i" text:start-value="4"', "iv"),
            ('style:num-format="I" style:num-prefix="(" style:num-suffix=")"', "(I)"),
            ('style:num-format="1" style:num-prefix="Afspraak " style:num-suffix=":"', "Afspraak 1:"),
        ],
    )
    def test_numbers_take_the_shape_of_their_level(self, attributes, label):
        automatic = (
            f'<text:list-style style:name="L1"><text:list-level-style-number text:level="1" {attributes}/>'
            "</text:list-style>"
        )

        assert texts(read(listing(item("x")), automatic)) == [f"{label} x"]


def test_a_table_keeps_spans_header_rows_and_inner_tables():
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>Kop</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-rows-spanned="2"><text:p>a</text:p></table:table-cell>'
        "<table:table-cell><table:table><table:table-row><table:table-cell><text:p>binnen</text:p>"
        "</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row>"
        '<table:table-row><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2"/>'
        "</table:table-row></table:table>"
    )
    table = read(body).blocks[0]

    assert [(cell.colspan, cell.rowspan, cell.header) for cell in table.rows[0]] == [(2, 1, True)]
    assert [(cell.text, cell.rowspan) for cell in table.rows[1]] == [("a", 2), ("", 1)]
    assert cells(table.rows[1][1].blocks[0]) == [["binnen"]]
    assert len(table.rows[2]) == 2


def test_a_million_repeated_cells_do_not_fill_memory():
    row = '<table:table-row table:number-rows-repeated="1000000">{}</table:table-row>'
    cell = '<table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>'
    table = read("<table:table>" + row.format(cell) + "</table:table>").blocks[0]

    assert sum(len(cells_) for cells_ in table.rows) <= 10_000


def test_tracked_changes_are_read_as_accepted_and_reported():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>geschrapt</text:p>'
        '</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = changes + (
        '<text:p>Wij <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>bouwen'
        '<text:change-end text:change-id="c2"/>.</text:p>'
    )
    document = read(body)

    assert document.text == "Wij bouwen."
    assert "(1 toegevoegd, 1 geschrapt)" in document.notices[0]


def test_a_note_is_marked_in_the_text_and_read_at_the_end_of_its_section():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Uitleg.</text:p>"
        "</text:note-body></text:note>"
    )
    document = read(f"<text:p>Woord{note}.</text:p><text:p>Verder.</text:p>" + heading("Slot"))

    assert texts(document) == ["Woord¹.", "Verder.", "¹ Uitleg.", "Slot"]
    assert document.blocks[2].kind is Kind.FOOTNOTE


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('a<text:s text:c="3"/>b', "a b"),
        ("a<text:tab/>b", "a b"),
        ("a<text:line-break/>b", "a b"),
        ("<text:a>de wet</text:a>", "de wet"),
        ("<text:page-number>3</text:page-number>", "3"),
        ("zin<office:annotation><text:p>opmerking</text:p></office:annotation>", "zin"),
        ('zin<text:span text:style-name="Weg"> verborgen</text:span>', "zin"),
    ],
)
def test_what_stands_in_a_paragraph_is_read_as_it_is_printed(inside, text):
    hidden = (
        '<style:style style:name="Weg" style:family="text"><style:text-properties text:display="none"/>'
        "</style:style>"
    )

    assert read(f"<text:p>{inside}</text:p>", hidden).text == text


def test_bold_and_italic_come_from_automatic_styles():
    automatic = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>'
        '</style:style><style:style style:name="P1" style:family="paragraph">'
        '<style:text-properties fo:font-style="italic"/></style:style>'
    )
    body = (
        '<text:p text:style-name="P1"><text:span text:style-name="T1">Vet begin</text:span> en rest</text:p>'
    )
    block = read(body, automatic).blocks[0]

    assert (block.bold, block.italic) == (len("Vet begin"), True)


def test_a_title_style_makes_a_heading():
    styles = '<style:style style:name="Title" style:family="paragraph"/>'
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'

    assert (
        read('<text:p text:style-name="P1">Stuk</text:p>', automatic, styles).blocks[0].kind is Kind.HEADING
    )


def test_styles_that_inherit_in_a_circle_are_survived():
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P1"/>'

    assert read('<text:p text:style-name="P1">Zin</text:p>', automatic).text == "Zin"


def test_frames_and_tables_of_contents_are_read():
    body = (
        "<text:table-of-content><text:index-body><text:p>1 Inleiding 3</text:p></text:index-body>"
        "</text:table-of-content><text:p>Alinea<draw:frame><draw:text-box><text:p>In kader</text:p>"
        "</draw:text-box></draw:frame></text:p><text:section><text:p>In deel</text:p></text:section>"
    )

    assert texts(read(body)) == ["1 Inleiding 3", "Alinea", "In kader", "In deel"]


def test_pages_begin_at_soft_breaks_and_at_breaks_by_hand():
    automatic = (
        '<style:style style:name="P1" style:family="paragraph">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
    )
    body = '<text:p>Een <text:soft-page-break/>twee</text:p><text:p text:style-name="P1">Drie</text:p>'
    document = read(body, automatic, attributes='text:use-soft-page-breaks="true"')

    assert [document.page_at(document.text.index(word)) for word in ("Een", "twee", "Drie")] == [1, 2, 3]
    assert read("<text:p>Een</text:p>").page_starts == ()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (odt("<text:p/>"), EmptyFileError),
        (odt("<text:p/>", **{"Pictures/1.jpg": b"x"}), ScannedFileError),
        (odt("<text:p>x</text:p>", **{"META-INF/manifest.xml": "<m:encryption-data/>"}), EncryptedFileError),
        (odt("<text:p>x</text:p>", **{"content.xml": "<geen/>"}), DamagedFileError),
        (odt("<text:p>x</text:p>", **{"content.xml": "<geen"}), DamagedFileError),
    ],
)
def test_what_cannot_be_read_is_refused(data, error):
    with pytest.raises(error):
        read_odt(data, "stuk.odt")
