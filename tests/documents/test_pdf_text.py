"""Running text from a PDF: paragraphs, headings, lists, notes, columns, and where each stands."""

import pytest

from tests.documents.pdf_maken import (
    BUILD,
    HEADER,
    LONG,
    REPORT,
    TALK,
    every_block,
    placed_text,
    read,
    tables,
    texts,
)
from wederkerig.documents.document import Format, Kind
from wederkerig.documents.pdf import read_pdf


def test_a_paragraph_is_joined_over_its_lines():
    assert texts(read(f"<p>{LONG}</p><p>{REPORT}</p>")) == [LONG, REPORT]


def test_paragraphs_without_space_between_them_end_at_a_short_line():
    document = read(f"<p>{LONG}</p><p>{REPORT}</p><p>{TALK}</p>", "p { margin: 0 }")
    assert texts(document) == [LONG, REPORT, TALK]


def test_words_cut_at_the_end_of_a_line_are_whole_again():
    narrow = "html { hyphens: auto } body { width: 45mm }"
    assert texts(read(f"<p>{LONG}</p>", narrow)) == [LONG]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Wij zorgen voor betaal-", "bare woningen."], "Wij zorgen voor betaalbare woningen."),
        (["Wij doen aan huur-", "en koopwoningen."], "Wij doen aan huur- en koopwoningen."),
        (["De gemeente Zuid-", "Westermarke tekent."], "De gemeente Zuid-Westermarke tekent."),
        (["Er is sloop-nieuwbouw gepland.", "Wij doen aan sloop-", "nieuwbouw."], "sloop-nieuwbouw."),
        (["Het gaat om 55-", "plussers in het dorp."], "Het gaat om 55-plussers in het dorp."),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_only_where_it_belongs_to_the_word(lines, joined):
    page = [(70.0, 700.0 - 12 * place, line) for place, line in enumerate(lines)]
    assert read_pdf(placed_text(page), "stuk.pdf").text.endswith(joined)


def test_a_paragraph_goes_on_on_the_next_page():
    document = read(f'<div style="height: 236mm"></div><p>{LONG} {LONG}</p><p>{REPORT}</p>')
    assert len(document.page_starts) == 2
    assert texts(document) == [f"{LONG} {LONG}", REPORT]


def test_the_title_of_a_chapter_above_the_pages_that_follow_is_gone_and_the_title_itself_stays():
    style = (
        "h2 { string-set: kop content(); break-before: page } @page { @top-left { font-size: 8pt; content: "
    )
    style += "string(kop, first-except) } }"
    chapters = [f"<h2>{title}</h2>" + f"<p>{BUILD} {TALK}</p>" * 60 for title in ("Bouwen", "Zorgen")]

    found = texts(read("".join(chapters), style))

    assert [text for text in found if text in {"Bouwen", "Zorgen"}] == ["Bouwen", "Zorgen"]
    assert not any("Bouwen " in text or "Zorgen " in text for text in found)


def test_running_headers_and_page_numbers_are_gone():
    pages = "".join(f"<p>{LONG} Deel {word}.</p>" * 8 for word in ("een", "twee", "drie", "vier"))
    document = read(pages, HEADER)
    assert len(document.page_starts) > 1
    assert "Woonafspraken Westermarke" not in document.text
    assert "Pagina" not in document.text


def test_a_footer_is_gone_from_pages_with_tables_too():
    left = "@bottom-left { content: 'Gemeente Westermarke'; width: 50% }"
    footer = f"@page {{ {left} @bottom-right {{ content: counter(page) }} }}"
    rows = "".join(f"<tr><td>Dorp {number}</td><td>{number}</td></tr>" for number in range(70))
    after = f'<p style="break-before: page">{LONG}</p>'
    body = f'<p>{LONG}</p><table style="break-before: page">{rows}</table>{after}'
    assert "Gemeente Westermarke" not in read(body, footer).text


def test_a_title_that_returns_in_the_body_is_no_furniture():
    chapter = f'<h1 style="break-before: page">Thema {{}}</h1><h2>Ambitie</h2><p>{LONG}</p>'
    document = read("".join(chapter.format(word) for word in ("wonen", "zorg", "energie", "wijken")), HEADER)
    assert texts(document, Kind.HEADING).count("Ambitie") == 4


def test_a_row_of_figures_at_the_bottom_of_a_page_is_no_furniture():
    rows = "".join(
        f"<tr><td>Dorp {name}</td>" + "<td>80.000</td><td>85.000</td><td>90.000</td><td>90.000</td></tr>"
        for name in ("Oost", "West", "Noord")
    )
    style = "td, th { border-width: .5pt 0 }"
    body = f'<div style="height: 224mm">{REPORT}</div><table>{rows}</table>' + f"<p>{LONG}</p>" * 40
    document = read(body, HEADER + style)
    assert document.text.count("80.000") == 3
    assert "Pagina" not in document.text


def test_a_little_more_space_after_a_sentence_begins_a_paragraph():
    first, second = f"{BUILD} {TALK}", f"{REPORT} {TALK}"
    text = f'<p style="margin: 0 0 3pt">{first}</p><p style="margin: 0">{second}</p>'
    for width in range(70, 110, 2):  # at some widths the last line of the first paragraph is a full one
        assert texts(read(f'<div style="width: {width}mm">{text}</div>')) == [first, second]


def test_headings_are_known_by_their_type_and_ranked_by_size():
    document = read(
        f"<h1>Woonafspraken</h1><h2>1. Wonen</h2><p>{LONG}</p><p><b>Onze inzet</b></p><p>{LONG}</p>"
    )
    found = [(block.text, block.level) for block in document.blocks if block.kind is Kind.HEADING]
    assert found == [("Woonafspraken", 1), ("1. Wonen", 2), ("Onze inzet", 3)]


@pytest.mark.parametrize(
    "body",
    [
        f"<p><b>{BUILD}</b></p><p>{LONG}</p>",
        f"<p><b>Partijen spreken af:</b></p><p>{LONG}</p>",
        f"<p>Kort maar gewoon</p><p>{LONG}</p>",
    ],
)
def test_bold_sentences_and_plain_short_lines_are_no_headings(body):
    assert not texts(read(body), Kind.HEADING)


def test_a_bold_lead_is_measured_over_its_lines():
    block = read(f"<p><b>12. {BUILD} {REPORT}</b> {TALK}</p>").blocks[0]
    assert block.text[: block.bold] == f"12. {BUILD} {REPORT}"


def test_bullets_become_items_with_their_lines_joined():
    document = read(f"<ul><li>{LONG}</li><li>{REPORT}<ul><li>{TALK}</li></ul></li><li>{BUILD}</li></ul>")
    found = [(block.text, block.level) for block in document.blocks if block.kind is Kind.ITEM]
    assert found == [(LONG, 0), (REPORT, 0), (TALK, 1), (BUILD, 0)]
    assert all(block.marker for block in document.blocks)


@pytest.mark.parametrize("glyph", ["-", "\\226", "\\225", "o"])
def test_a_typed_bullet_makes_an_item(glyph):
    page = [(70.0, 700.0, "Wij doen het volgende:"), (70.0, 685.0, f"{glyph} Bouwen in elk dorp;")]
    document = read_pdf(placed_text(page), "stuk.pdf")
    assert texts(document, Kind.PARAGRAPH) == ["Wij doen het volgende:"]


def test_a_dash_within_a_sentence_makes_no_item():
    page = [
        (70.0, 700.0, "De gemeente en de corporatie werken samen aan de plannen voor het dorp en de wijk"),
        (70.0, 688.0, "- zoals afgesproken in het overleg van maart - en melden dat aan de huurders die dat"),
        (70.0, 676.0, "vragen."),
    ]
    document = read_pdf(placed_text(page), "stuk.pdf")
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.", "2."),
        ("1)", "2)"),
        ("A1.", "A2."),
        ("1.3", "1.4"),
        ("a.", "b."),
        ("Afspraak 1:", "Afspraak 2:"),
    ],
)
def test_a_number_begins_a_paragraph_and_stays_in_its_text(first, second):
    document = read(f"<p>{first} {LONG}</p><p>{second} {BUILD}</p>", "p { margin: 0 }")
    assert texts(document) == [f"{first} {LONG}", f"{second} {BUILD}"]


def test_a_number_drawn_apart_from_its_words_is_put_before_them():
    document = read(f"<ol><li>{LONG}</li><li>{REPORT}</li></ol>")
    assert texts(document) == [f"1. {LONG}", f"2. {REPORT}"]


def test_notes_stand_apart_and_their_marks_are_raised():
    note = '<span class="fn">Gemeten volgens de norm van 2021.</span>'
    style = ".fn { float: footnote; font-size: 7pt }"
    document = read(f"<p>{BUILD}{note} {REPORT}</p><p>{LONG}</p>", style)
    assert texts(document, Kind.FOOTNOTE) == ["1. Gemeten volgens de norm van 2021."]
    assert texts(document, Kind.PARAGRAPH) == [f"{BUILD}¹ {REPORT}", LONG]


def test_columns_are_read_one_after_another():
    agreements = [f"{number}. {LONG}" for number in range(1, 26)]
    body = "".join(f"<p>{text}</p>" for text in agreements)
    document = read(
        f"<h1>Woonafspraken voor alle dorpen van Westermarke</h1>{body}",
        "body { columns: 2 } h1 { column-span: all }",
    )
    assert texts(document, Kind.PARAGRAPH) == agreements
    assert not tables(document)


def test_every_block_knows_where_its_words_stand():
    document = read(f"<h1>Titel</h1><p>{LONG}</p><table><tr><td>{BUILD}</td><td>{TALK}</td></tr></table>")
    assert all(document.text[block.start : block.end] == block.text for block in every_block(document.blocks))
    assert document.format is Format.PDF


def test_pages_begin_where_their_first_block_begins():
    document = read("".join(f'<p style="break-before: page">{text}</p>' for text in (BUILD, REPORT, TALK)))
    assert [document.page_at(document.text.index(text)) for text in (BUILD, REPORT, TALK)] == [1, 2, 3]


def test_lines_drawn_out_of_order_are_read_from_top_to_bottom():
    page = [(70.0, 600.0, "Als tweede."), (70.0, 700.0, "Als eerste."), (70.0, 500.0, "Als derde.")]
    assert read_pdf(placed_text(page), "stuk.pdf").text == "Als eerste.\nAls tweede.\nAls derde."


def test_a_dotted_line_to_sign_on_stands_alone():
    document = read(f"<p>{'.' * 60}</p><p>M. de Boer</p>", "p { margin: 0 }")
    assert texts(document) == ["." * 60, "M. de Boer"]


def test_small_figures_stay_with_their_word():
    document = read("<p>De uitstoot van CO<sub>2</sub> daalt over 200 m<sup>2</sup> en meer.</p>")
    assert document.text == "De uitstoot van CO2 daalt over 200 m² en meer."


def test_a_sum_of_money_is_not_parted_from_its_sign():
    lines = [
        "De huur is voor een klein huishouden in dit dorp nu hooguit",
        "€ 1.650 en dat blijft de komende jaren zo. Het gaat dan om de",
        "woningen van de corporatie.",
    ]
    page = [(70.0, 700.0 - 12 * place, line.replace("€", "\\200")) for place, line in enumerate(lines)]
    assert len(read_pdf(placed_text(page), "stuk.pdf").blocks) == 1


def test_spread_lines_are_not_taken_for_columns():
    style = "p { text-align: justify; width: 60mm }"
    document = read(f"<p>{LONG}</p>" * 4, style)
    assert texts(document) == [LONG] * 4
    assert not tables(document)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        # between lines as wide
        (["Partijen richten zich met het plan", "2020-2030 (525-625", "woningen) op ruimte in het dorp"], 3),
        # two words of one phrase, with nothing of the kind above or below
        (["Partijen", "Volkshuisvestelijke prioriteiten", "en wat daar bij hoort"], 2),
    ],
)
def test_a_line_of_few_words_spread_over_a_narrow_column_is_no_row(lines, joined):
    style = "p { width: 75mm; text-align: justify; text-align-last: justify }"
    document = read(f"<p>{LONG}</p><p>{'<br>'.join(lines)}</p>", style)
    assert texts(document)[-1] == " ".join(lines[-joined:])
    assert not tables(document)


def test_a_number_set_close_to_its_words_gets_a_space():
    page = [(70.0, 700.0, f"9. {BUILD}"), (70.0, 686.0, f"10.{REPORT}"), (70.0, 672.0, f"11.{TALK}")]
    assert texts(read_pdf(placed_text(page), "stuk.pdf")) == [f"9. {BUILD}", f"10. {REPORT}", f"11. {TALK}"]


@pytest.mark.parametrize("text", ["De prijs is 1.250 euro.", "Het artikel 3.Een bestaat niet."])
def test_numbers_within_a_sentence_stay_as_they_are(text):
    assert read_pdf(placed_text([(70.0, 700.0, text)]), "stuk.pdf").text == text


def test_a_page_that_is_shown_turned_is_read_as_shown():
    page = [(70.0, 700.0 - 14 * place, text) for place, text in enumerate([f"1. {BUILD}", f"2. {REPORT}"])]
    turned = read_pdf(placed_text(page, turned=True), "stuk.pdf")
    assert texts(turned) == [f"1. {BUILD}", f"2. {REPORT}"]
