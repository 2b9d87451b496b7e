"""Word documents: paragraphs, headings, tracked changes, notes and what else stands in running text."""

import pytest

from tests.documents.making import docx, every_block, listed, par, run, style, texts
from wederkerig.documents import Kind
from wederkerig.documents.docx import read_docx

HEADINGS = (
    style("Kop1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')
    + style("Kop2", "heading 2")
    + style("Themakop", "Themakop", based_on="Kop1")
    + style("Verborgen", "Kop in lijst", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="Kop1")
    + style("Titel", "Title")
    + style("Kop3", "Kop 3")
    + style("Rondje", "Rondje", based_on="Rondje")
)
STRICT_NAMES = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
NOTE = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'


def read(body, **parts):
    return read_docx(docx(body, **parts), "stuk.docx")


def reference(identity, more=""):
    return f'<w:r><w:footnoteReference w:id="{identity}" {more}/></w:r>'


@pytest.mark.parametrize(
    ("name", "kind", "depth"),
    [
        ("Kop1", Kind.HEADING, 1),
        ("Kop2", Kind.HEADING, 2),
        ("Kop3", Kind.HEADING, 3),
        ("Themakop", Kind.HEADING, 1),
        ("Titel", Kind.HEADING, 1),
        ("Verborgen", Kind.PARAGRAPH, 0),
        ("Rondje", Kind.PARAGRAPH, 0),
        ("Onbekend", Kind.PARAGRAPH, 0),
        ("", Kind.PARAGRAPH, 0),
    ],
)
def test_headings_are_known_by_their_style_or_the_style_it_is_based_on(name, kind, depth):
    block = read(par("Betaalbaar wonen", name), styles=HEADINGS).blocks[0]

    assert (block.kind, block.level) == (kind, depth)


def test_an_outline_level_of_its_own_makes_a_paragraph_a_heading():
    block = read(par("Bijlage", properties='<w:outlineLvl w:val="1"/>')).blocks[0]

    assert (block.kind, block.level) == (Kind.HEADING, 2)


def test_every_block_stands_in_the_text_at_its_offsets():
    body = (
        par("Eerst", "Kop1")
        + par("Dan  dit\u00a0stuk")
        + "<w:tbl><w:tr><w:tc>"
        + par("cel")
        + "</w:tc></w:tr></w:tbl>"
    )
    document = read(body, styles=HEADINGS)

    assert document.text == "Eerst\nDan dit stuk\ncel"
    for block in every_block(document.blocks):
        if not block.rows:
            assert document.text[block.start : block.end] == block.text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>op</w:t><w:tab/><w:t>maat</w:t></w:r>", "op maat"),
        ("<w:r><w:t>huur</w:t><w:softHyphen/><w:t>ders</w:t></w:r>", "huurders"),
        ("<w:r><w:t>huur\u00adders</w:t></w:r>", "huurders"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>label</w:t></w:r>", "A-label"),
        ("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t></w:r>", "een twee"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> gereed</w:t></w:r>', "✓ gereed"),
        ("<w:hyperlink>" + run("de woonvisie") + "</w:hyperlink>", "de woonvisie"),
        ('<w:fldSimple w:instr=" PAGE ">' + run("7") + "</w:fldSimple>", "7"),
        ("<w:smartTag><w:smartTag>" + run("Emmen") + "</w:smartTag></w:smartTag>", "Emmen"),
        ("<w:sdt><w:sdtContent>" + run("ingevuld") + "</w:sdtContent></w:sdt>", "ingevuld"),
        (
            run("zicht") + run("onzichtbaar", "<w:vanish/>") + run("baar", '<w:vanish w:val="0"/>'),
            "zichtbaar",
        ),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (
            run("voor")
            + '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
            + run("aan"),
            "vooraan",
        ),
    ],
)
def test_what_stands_in_a_paragraph_is_read_as_it_is_printed(inside, text):
    assert read(par(inside)).text == text


def test_a_prompt_to_fill_something_in_is_not_text():
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"

    assert read(par(run("Datum: ") + control.format(run("Klik om te typen.")))).text == "Datum:"


def field(code, result, separated=True):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    middle = mark.format("separate") if separated else ""
    return mark.format("begin") + code + middle + result + mark.format("end")


def test_of_a_field_only_the_result_is_read():
    code = "<w:r><w:instrText>REF _Ref1</w:instrText></w:r>"
    inner = field(code, run("verborgen"))

    assert read(par(run("zie ") + field(code, run("afspraak 3")) + run("."))).text == "zie afspraak 3."
    assert read(par(run("x") + field(inner + run("code"), run("y")))).text == "xy"


def test_a_field_that_never_ends_does_not_swallow_the_document():
    broken = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>'

    assert texts(read(par(broken + run("weg")) + par("Gebleven"))) == ["Gebleven"]


@pytest.mark.parametrize(
    ("inside", "parts"),
    [
        ("<w:t>Partijen:</w:t><w:br/><w:t>- de gemeente</w:t><w:br/><w:t>- Woonrijk</w:t>", 3),
        ("<w:t>Eerste alinea.</w:t><w:br/><w:br/><w:t>Tweede alinea.</w:t>", 2),
        ("<w:t>Gemeente Elzendam</w:t><w:br/><w:t>Postbus 1</w:t>", 1),
    ],
)
def test_a_line_break_parts_paragraphs_only_where_a_reader_sees_a_new_one(inside, parts):
    assert len(read(par(f"<w:r>{inside}</w:r>")).blocks) == parts


@pytest.mark.parametrize(
    ("inside", "bold", "italic"),
    [
        (run("Geheel", "<w:b/>"), 6, False),
        (run("Vet ", "<w:b/>") + run("en niet"), 3, False),
        (run("Niet ") + run("vet", "<w:b/>"), 0, False),
        (run("Nee", '<w:b w:val="0"/>'), 0, False),
        (run("Sterk", '<w:rStyle w:val="Strong"/>') + run(" slot"), 5, False),
        (run("Schuin", "<w:i/>"), 0, True),
        (run("Schuin", "<w:i/>") + run(" recht"), 0, False),
    ],
)
def test_bold_beginnings_and_italic_paragraphs_are_noted(inside, bold, italic):
    strong = style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    block = read(par(inside), styles=strong).blocks[0]

    assert (block.bold, block.italic) == (bold, italic)


def test_bold_comes_from_the_paragraph_style_too():
    assert read(par("Thema wonen", "Themakop"), styles=HEADINGS).blocks[0].bold == len("Thema wonen")


class TestTrackedChanges:
    """Tracked changes are read as accepted."""

    def test_the_accepted_state_is_read_and_the_changes_are_counted(self):
        inside = (
            run("Wij bouwen ")
            + f"<w:del>{run('honderd')}</w:del><w:ins>{run('tweehonderd')}</w:ins>"
            + run(" woningen")
            + f"<w:ins>{run(' en')}</w:ins><w:ins>{run(' meer', '<w:b/>')}</w:ins>"
        )
        document = read(par(inside))

        assert document.text == "Wij bouwen tweehonderd woningen en meer"
        assert len(document.notices) == 1
        assert document.notices[0].endswith("alle wijzigingen aanvaard (2 toegevoegd, 1 geschrapt).")

    def test_moved_text_is_read_where_it_went(self):
        body = par(f"<w:moveFrom>{run('Slot.')}</w:moveFrom>" + run("Begin.")) + par(
            f"<w:moveTo>{run('Slot.')}</w:moveTo>"
        )
        document = read(body)

        assert texts(document) == ["Begin.", "Slot."]
        assert "1 verplaatst" in document.notices[0]

    def test_a_struck_paragraph_end_joins_what_follows(self):
        struck = "<w:rPr><w:del/></w:rPr>"
        body = par("De gemeente ", properties=struck) + par("bouwt.") + par("Daarna.")

        assert texts(read(body)) == ["De gemeente bouwt.", "Daarna."]

    def test_a_wholly_struck_item_does_not_count_in_its_list(self):
        numbering = (
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        struck = (
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            f"<w:rPr><w:del/></w:rPr></w:pPr><w:del>{run('Weg ermee')}</w:del></w:p>"
        )
        body = listed("Eerste", 1) + struck + listed("Tweede", 1)

        assert texts(read(body, numbering=numbering)) == ["1. Eerste", "2. Tweede"]

    def test_former_formatting_is_not_mistaken_for_the_present_one(self):
        former = '<w:pPrChange><w:pPr><w:pStyle w:val="Kop1"/></w:pPr></w:pPrChange>'

        assert read(par("Gewone zin", properties=former), styles=HEADINGS).blocks[0].kind is Kind.PARAGRAPH

    def test_without_changes_nothing_is_said(self):
        assert read(par("Ongewijzigd")).notices == ()


class TestNotes:
    """Footnotes and endnotes."""

    def test_a_note_is_marked_in_the_text_and_read_at_the_end_of_its_section(self):
        body = (
            par(run("Wij helpen starters") + reference(2) + run("."))
            + par("Vervolg.")
            + par("Tweede deel", "Kop1")
            + par(run("Slot") + reference(3))
        )
        notes = NOTE.format(2, run(" Tot 35 jaar.")) + NOTE.format(3, run("Bron: eigen telling."))
        document = read(body, styles=HEADINGS, footnotes=notes)

        assert texts(document) == [
            "Wij helpen starters¹.",
            "Vervolg.",
            "¹ Tot 35 jaar.",
            "Tweede deel",
            "Slot²",
            "² Bron: eigen telling.",
        ]
        assert [block.marker for block in document.blocks if block.kind is Kind.FOOTNOTE] == ["¹", "²"]

    def test_a_mark_of_ones_own_is_kept(self):
        inside = (
            run("Woord") + '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
        )

        assert texts(read(par(inside), footnotes=NOTE.format(2, run("Uitleg.")))) == ["Woord*", "* Uitleg."]

    def test_endnotes_have_roman_marks(self):
        body = par(run("Woord") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
        notes = '<w:endnote w:id="2"><w:p>' + run("Uitleg.") + "</w:p></w:endnote>"

        assert texts(read(body, endnotes=notes)) == ["Woordⁱ", "ⁱ Uitleg."]

    def test_a_reference_to_a_note_that_is_missing_keeps_its_mark(self):
        assert read(par(run("Woord") + reference(9)), footnotes="").text == "Woord¹"


class TestTextBoxes:
    """Text boxes hang on a paragraph."""

    BOX = "<w:txbxContent>" + par("In het kader") + "</w:txbxContent>"

    def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on(self):
        both = (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{self.BOX}</wps:txbx>'
            f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{self.BOX}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )

        assert texts(read(par(run("Alinea") + both) + par("Verder"))) == ["Alinea", "In het kader", "Verder"]

    def test_an_old_text_box_is_read_too(self):
        assert texts(read(par(f"<w:r><w:pict><v:textbox>{self.BOX}</v:textbox></w:pict></w:r>"))) == [
            "In het kader"
        ]


class TestPages:
    """Pages, where the layout left traces."""

    RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
    BY_HAND = '<w:r><w:br w:type="page"/></w:r>'

    def test_without_traces_of_layout_there_are_no_pages(self):
        assert read(par("Een") + par(self.BY_HAND) + par("Twee")).page_starts == ()

    def test_a_page_begins_where_the_layout_broke_it(self):
        document = read(par("Een") + par(run("Twee ") + self.RENDERED + run("drie")))

        assert document.page_starts == (0, document.text.index("drie"))

    def test_a_break_by_hand_and_its_trace_are_one_page(self):
        document = read(par("Een") + par(self.BY_HAND) + par(self.RENDERED + run("Twee")))

        assert document.page_starts == (0, document.text.index("Twee"))
        assert document.page_at(document.text.index("Twee")) == 2

    def test_a_row_over_two_pages_breaks_once(self):
        cell = "<w:tc>" + par(run("boven ") + self.RENDERED + run("onder")) + "</w:tc>"

        assert len(read(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>").page_starts) == 2


def test_the_strict_variant_of_the_standard_is_read():
    strict = docx(par("Streng"), names=STRICT_NAMES)

    assert read_docx(strict, "stuk.docx").text == "Streng"


def test_an_inserted_file_is_reported():
    assert "niet gelezen" in read(par("Tekst") + '<w:altChunk r:id="r9"/>').notices[0]
