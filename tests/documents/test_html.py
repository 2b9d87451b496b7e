"""Web pages and the fragments of HTML in other texts: blocks, tables, lists, and where every word stands."""

import pytest

from wederkerig.documents import Kind
from wederkerig.documents.html import read_fragment, read_html

HEAD, PAR, ITEM, TABLE, NOTE = Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE, Kind.FOOTNOTE


def blokken(page):
    """Kind and words of every block."""
    return [(block.kind, block.text) for block in read_html(page, "a.html").blocks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Een zin.</p>", [(PAR, "Een zin.")]),
        ("<p>Een<p>Twee", [(PAR, "Een"), (PAR, "Twee")]),
        ("<h1>Titel</h1>tekst", [(HEAD, "Titel"), (PAR, "tekst")]),
        ("<div>Een<div>Twee</div>Drie</div>", [(PAR, "Een"), (PAR, "Twee"), (PAR, "Drie")]),
        ("eerste<br>tweede", [(PAR, "eerste"), (PAR, "tweede")]),
        ("<ul><li>een<li>twee</ul>", [(ITEM, "een"), (ITEM, "twee")]),
        ("<ol><li>een</li><li>twee</li></ol>", [(ITEM, "1. een"), (ITEM, "2. twee")]),
        ("<ol start=7><li>een</li></ol>", [(ITEM, "7. een")]),
        ("<p>• een</p><p>• twee</p>", [(ITEM, "een"), (ITEM, "twee")]),
        ("<p>€&nbsp;500 &amp; meer &#8364;</p>", [(PAR, "€ 500 & meer €")]),
        ("<p>tekst<sup>2</sup></p>", [(PAR, "tekst²")]),
        ("<p>wo<b>nin</b>gen</p>", [(PAR, "woningen")]),
        ("<p>  veel\n  wit  </p>", [(PAR, "veel wit")]),
        ("<script>var a = '<p>';</script><p>zin</p>", [(PAR, "zin")]),
        ("<style>p { color: red }</style><p>zin</p>", [(PAR, "zin")]),
        ("<!-- weg --><p>zin</p>", [(PAR, "zin")]),
        ("<head><title>Titel</title></head><body>zin</body>", [(PAR, "zin")]),
        ("<p>nooit gesloten", [(PAR, "nooit gesloten")]),
        ("</p></td></table>zin", [(PAR, "zin")]),
        ("<p>het college van B&W besluit</p>", [(PAR, "het college van B&W besluit")]),
        ("1 < 2 en 3 > 2", [(PAR, "1 < 2 en 3 > 2")]),
        ("", []),
    ],
)
def test_a_page_becomes_blocks(page, expected):
    assert blokken(page) == expected


def test_a_page_has_a_title():
    assert read_html("<title>Afspraken\n Duinrade</title>", "a.html").title == "Afspraken Duinrade"


@pytest.mark.parametrize(("tag", "level"), [("h1", 1), ("h3", 3), ("h6", 6)])
def test_a_heading_has_a_level(tag, level):
    assert read_html(f"<{tag}>Kop</{tag}>", "a.html").blocks[0].level == level


def test_nested_items_have_a_level():
    blocks = read_html("<ul><li>een<ul><li>twee</ul></ul>", "a.html").blocks
    assert [(block.text, block.level) for block in blocks] == [("een", 0), ("twee", 1)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ol start=3><li><h1>Duurzaamheid</h1></li></ol>", [(HEAD, "3. Duurzaamheid")]),
        ("<ol><li>\n<p>Bouwen</p>\n<p>Meer.</p></ol>", [(ITEM, "1. Bouwen"), (PAR, "Meer.")]),
        (
            "<ol><li><div><p><b>Bouwen</b></p></div><li>Slopen</ol>",
            [(ITEM, "1. Bouwen"), (ITEM, "2. Slopen")],
        ),
        ("<ol start=2><li><ol><li><h2>Wonen</h2></ol></ol>zin", [(HEAD, "1. Wonen"), (PAR, "zin")]),
        ("<ol><li><h1></h1></li></ol><p>zin</p>", [(ITEM, "1."), (PAR, "zin")]),
        ("<ol start=4><li><p><br></p></ol><p>zin</p>", [(ITEM, "4."), (PAR, "zin")]),
    ],
)
def test_a_number_stays_with_the_words_of_its_item(page, expected):
    assert blokken(page) == expected


def test_a_numbered_heading_keeps_its_level_and_its_number():
    [heading] = read_html("<ol start=3><li><h1>Duurzaamheid</h1></li></ol>", "a.html").blocks
    assert (heading.level, heading.marker) == (1, "3.")


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ('<ol type="a">', ["a.", "b."]),
        ('<ol type="A" start="26">', ["Z.", "AA."]),
        ('<ol type="i" start="3">', ["iii.", "iv."]),
        ('<ol type="I">', ["I.", "II."]),
        ('<ol type="disc">', ["1.", "2."]),
        ('<ol type="a" start="0">', ["0.", "a."]),
        ("<ol reversed start=9>", ["9.", "8."]),
        ("<ol start=²>", ["1.", "2."]),
        ("<ul type=a>", ["•", "•"]),
    ],
)
def test_a_list_counts_in_the_shape_it_asks_for(opening, numbers):
    blocks = read_html(f"{opening}<li>huren<li>kopen", "a.html").blocks
    assert [block.marker for block in blocks] == numbers


def test_an_item_may_set_its_own_number():
    page = "<ol><li>een<li value=5>vijf<li>zes</ol>"
    assert blokken(page) == [(ITEM, "1. een"), (ITEM, "5. vijf"), (ITEM, "6. zes")]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ('<div id="sdfootnote1"><p><a href="#x">1</a>Zie de visie.</p></div>', ["¹ Zie de visie."]),
        ('<div id="sdendnote1"><p><a href="#x">i</a>Zie de visie.</p></div>', ["i Zie de visie."]),
        ("<div id=ftn1><p><a href='#x'><span>[1]</span></a> Zie de visie.</p></div>", ["[1] Zie de visie."]),
        ("<div id=edn12><div>Zie</div><p>de visie.</div>", ["Zie", "de visie."]),
    ],
)
def test_a_note_below_the_text_is_a_footnote(note, expected):
    page = f"<div id=ftnoot><p>Tekst</p></div><div>{note}</div><p>Slot</p>"
    assert blokken(page) == [(PAR, "Tekst"), *((NOTE, text) for text in expected), (PAR, "Slot")]


@pytest.mark.parametrize(
    ("page", "bold"),
    [
        ("<p><b>Kop</b> en tekst</p>", "Kop"),
        ("<p><strong>alles</strong></p>", "alles"),
        ("<p>tekst <b>vet</b></p>", ""),
        ("<b><p>vet</p></b><p>niet</p>", "vet"),
    ],
)
def test_how_far_a_bold_opening_reaches(page, bold):
    block = read_html(page, "a.html").blocks[0]
    assert block.text[: block.bold] == bold


def test_a_table_has_rows_cells_and_spans():
    page = (
        "<table><thead><tr><th>a</th><th colspan=2>b</th></tr></thead><tr><td "
        "rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>"
    )
    [table] = read_html(page, "a.html").blocks
    assert [[(cell.text, cell.colspan, cell.rowspan, cell.header) for cell in row] for row in table.rows] == [
        [("a", 1, 1, True), ("b", 2, 1, True)],
        [("c", 1, 2, False), ("d", 1, 1, False), ("e", 1, 1, False)],
        [("f", 1, 1, False), ("g", 1, 1, False)],
    ]
    assert page[table.start : table.end].startswith("<table>")


def test_a_table_may_stand_in_a_cell():
    [outer] = read_html(
        "<table><tr><td>a<table><tr><td>b</td></tr></table>c</td></tr></table>", "a.html"
    ).blocks
    assert [(block.kind, block.text) for block in outer.rows[0][0].blocks] == [
        (PAR, "a"),
        (TABLE, ""),
        (PAR, "c"),
    ]


def test_a_cell_may_hold_paragraphs_and_items():
    [table] = read_html("<table><tr><td><p>een</p><ul><li>twee</ul></td></tr></table>", "a.html").blocks
    assert [(block.kind, block.text) for block in table.rows[0][0].blocks] == [(PAR, "een"), (ITEM, "twee")]


def test_empty_rows_and_tables_are_left_out():
    assert blokken("<table><tr><td></td></tr></table><p>zin</p>") == [(PAR, "zin")]


@pytest.mark.parametrize("span", ["0", "-1", "99999999999", "x", "", "²"])
def test_an_impossible_span_does_no_harm(span):
    [table] = read_html(f"<table><tr><td colspan='{span}'>a</table>", "a.html").blocks
    assert 1 <= table.rows[0][0].colspan <= 1000


def test_ten_thousand_nested_tables_do_no_harm():
    assert read_html("<table><tr><td>" * 10_000 + "a", "a.html").blocks


@pytest.mark.parametrize("offset", [0, 40])
def test_every_word_keeps_its_place(offset):
    page = "<h1>Kop</h1>\n<p>De <b>gemeente</b>\n bouwt &amp; sloopt</p><ul>\n<li>punt een</ul>"
    for block in read_fragment(page, offset):
        for word in block.text.replace("&", "").split():
            first, last = block.span(block.text.index(word), block.text.index(word) + len(word))
            assert page[first - offset : last - offset] == word


def test_a_cell_that_holds_only_a_dash_does_not_make_an_item_of_what_follows():
    page = "<table><tr><td>huur</td><td>-</td></tr></table><p>2. Een zin.</p>"
    (_, after) = read_html(page, "a.html").blocks

    assert (after.kind, after.marker) == (PAR, "")


@pytest.mark.parametrize("opening", ["<![0", "<![onbekend[", "<![0>"])
def test_a_broken_section_mark_does_no_harm(opening):
    document = read_html(f"<p>Eerst.</p>{opening}", "stuk.html")

    assert document.blocks[0].text == "Eerst."
