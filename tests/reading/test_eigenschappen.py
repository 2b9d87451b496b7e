"""What holds for every document, however odd: reading never fails, and every fact is found back in it."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.reading.feiten import check_stuk
from wederkerig.documents import Kind, read_document
from wederkerig.documents.markup import read_html, read_text
from wederkerig.reading import read_stuk

LINES = [
    "# Prestatieafspraken Duinrade 2024-2027",
    "## Beschikbaarheid",
    "### Gezamenlijke doelen",
    "## Inleiding",
    "Wij schrijven op wat wij elkaar in deze jaren beloven, en wie dat dan waarmaakt.",
    "## Samenwerking en monitoring",
    "Looptijd",
    "Op de laatste dag van elk kwartaal zitten wij met elkaar aan dezelfde lange tafel.",
    "Afspraken",
    "**Huurbeleid**",
    "Inhoudsopgave",
    "Beschikbaarheid ........ 3",
    "Wij werken aan deze thema's:",
    "1. De gemeente wijst **minimaal 40** woningen aan vóór 1 juli 2026.",
    "2. Helmwonen bouwt 20&nbsp;woningen; zie afspraak 1.",
    "12a. Partijen maken in 2025 een plan.",
    "A1 Zeewind isoleert 30% van *120 woningen* eind 2027",
    "1.4.2 De Nok krijgt € 1.250,50 per jaar.",
    "Afspraak 7: de corporaties slopen 5 à 6 woningen.",
    "- 25 tot 30% betaalbare koop;",
    "• ten hoogste<sup>2</sup> € 500",
    "a) binnen drie maanden",
    "\t- nog dieper",
    "Wijk\tHuur\tKoop",
    "Haven\t20\t<p>5</p>",
    "| Afspraak | Concrete stappen | Wie |",
    "| 1. De gemeente bouwt dit jaar woningen. | Stap een | Partijen |",
    "|---|---|---|",
    "<table><tr><td>1. De gemeente bouwt dit jaar woningen.</td><td><p>Stap<p>Stap</td></tr>",
    "<tr><td colspan=2>Totaal</td><td rowspan=3>40</td></table>",
    "<ol start=3><li>punt<ul><li>dieper</ol>",
    "Tabel 1: woningen per wijk",
    "¹ Een noot.",
    "Huidige afspraak:",
    "Aanvulling 2026: ook op zaterdag",
    "Onderstaande tekst kan verwijderd worden (het is er):",
    "Nieuwe afspraak 2026:",
    "Volgende documenten toevoegen:",
    "1. Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer, hierna: 'de gemeente';",
    "De gemeente Duinrade, de corporaties Helmwonen en Zeewind en huurdersvereniging De Nok (hierna: Nok)",
    "Aldus overeengekomen te Duinrade op 31 februari 2024 en 1 maart 2024.",
    "De afspraken gelden van 1 januari 2024 tot en met 31 december 2027.",
    "## Bijlage 1: Begrippenlijst",
    "**Kernvoorraad**: woningen voor wie weinig verdient.",
    "## Bijlage 2: Overzicht kaders",
    "- Woonvisie Duinrade (5 juni 2023)",
    "Dit is een zin die aan het einde van de regel nog lang niet",
    "af is en dus verdergaat.",
    "---",
    "",
    "",
    "\f",
]
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(LINES).flatmap(lambda line: st.integers(0, len(line)).map(lambda cut: line[cut:])),
    st.text(alphabet="aAé1290.,;:!?()*_-–•&<>/|\\\"'’€%#[]\t ¹²\u00a0\u00ad\ufeff", max_size=40),
    st.text(max_size=12),
)
SOUP = st.lists(PIECES, max_size=30).flatmap(
    lambda pieces: st.sampled_from(["\n", "\n\n", "\r\n", " "]).map(lambda glue: glue.join(pieces))
)
TAGS = "<p> <h1> <b> </b> <li> <ul> <ol> <table> <tr> <td> <th> </td> </table> <br> <sup> </sup> <title>"
PAGES = st.lists(st.one_of(PIECES, st.sampled_from(TAGS.split())), max_size=40).map("".join)


@settings(max_examples=examples(250))
@given(text=SOUP)
@example(text="\n".join(LINES))
@example(text="\n\n".join(LINES))
def test_any_text_is_read_and_every_fact_found_back(text):
    document = read_text(text, "soep.md")
    check_stuk(document, read_stuk(document))


@settings(max_examples=examples(250))
@given(page=PAGES)
@example(page="<p>".join(LINES))
@example(page="<tr><td>".join(["<table>", *LINES]))
def test_any_page_is_read_and_every_fact_found_back(page):
    document = read_html(page, "soep.html")
    check_stuk(document, read_stuk(document))


@settings(max_examples=examples(250))
@given(text=SOUP)
@example(text="\n\n".join(LINES))
def test_each_chapter_has_its_own_stretch_of_the_text_and_no_agreement_in_it(text):
    stuk = read_stuk(read_text(text, "soep.md"))

    ends = [(hoofdstuk.bron.van, hoofdstuk.bron.tot) for hoofdstuk in stuk.hoofdstukken]
    places = [(afspraak.bron.van, afspraak.bron.tot) for afspraak in stuk.afspraken]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    assert [place for place in places for first, last in ends if first < place[1] and place[0] < last] == []
    for hoofdstuk in stuk.hoofdstukken:
        lines = hoofdstuk.tekst.split("\n")
        assert "" not in lines
        assert set(hoofdstuk.koppen) <= set(lines)


def blocks_of(blocks):
    """Every block, also those in the cells of tables."""
    for block in blocks:
        if block.kind is Kind.TABLE:
            for row in block.rows:
                for cell in row:
                    yield from blocks_of(cell.blocks)
        else:
            yield block


def check_anchors(document):
    """Each character of a block stands where the block says; entities and raised digits differ."""
    for block in blocks_of(document.blocks):
        assert 0 <= block.start < block.end <= len(document.text)
        computed = len(block.marker) + 1 if block.marker[:1].isdigit() else 0
        for position, character in enumerate(block.text):
            at = block.offset(position)
            assert 0 <= at <= len(document.text)
            if position < computed or character.isspace() or character in "¹²³⁴⁵⁶⁷⁸⁹⁰⁰":
                continue
            before = document.text[max(0, at - 10) : at + 1]
            assert document.text[at] == character or "&" in before


@settings(max_examples=examples(150))
@given(text=SOUP)
def test_every_character_of_a_text_stands_where_its_block_says(text):
    check_anchors(read_text(text, "soep.md"))


@settings(max_examples=examples(150))
@given(page=PAGES)
def test_every_character_of_a_page_stands_where_its_block_says(page):
    check_anchors(read_html(page, "soep.html"))


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_every_fact_of_the_examples_is_found_back(root, suffix):
    files = sorted((root / "voorbeelden").glob(f"*.{suffix}"))
    assert files
    for path in files:
        document = read_document(path)
        check_stuk(document, read_stuk(document))
