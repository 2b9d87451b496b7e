"""The consolidated document as a web page."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests import stukken
from tests.export.terug import VOORBEELDEN, read_back, same
from wederkerig.documents.markup import read_html
from wederkerig.export.html import document_html
from wederkerig.export.opmaak import Regel, opmaak
from wederkerig.model import Tabel
from wederkerig.reading import read_stuk

EMPTY = {"meta", "br"}


class Tree(HTMLParser):
    """Checks that tags close in order, and collects what the tests ask for."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.headings = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def page(**changes):
    return document_html(opmaak(stukken.overeenkomst(**changes)), titel="Afspraken")


def test_every_tag_closes_and_the_page_says_what_language_it_is_in():
    tree = Tree(page())

    assert tree.open == []
    assert tree.all("html") == [{"lang": "nl"}]


def test_there_is_one_main_heading_and_no_level_is_skipped():
    levels = [int(tag[1]) for tag, _ in Tree(page()).tags if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_lead_to_what_is_there_and_names_are_given_once():
    tree = Tree(page())
    names = [attrs["id"] for _, attrs in tree.tags if "id" in attrs]

    assert len(set(names)) == len(names)
    assert {attrs["href"].removeprefix("#") for attrs in tree.all("a")} <= set(names)
    assert {attrs["aria-labelledby"] for _, attrs in tree.tags if "aria-labelledby" in attrs} <= set(names)
    assert {"afspraak-1", "afspraak-2", "afspraak-3"} <= set(names)


def test_two_agreements_with_one_number_have_names_of_their_own():
    lines = [Regel("afspraak", f"afspraak:{n}", "Wij bouwen.", nummer="7") for n in "ab"]

    assert [attrs["id"] for attrs in Tree(document_html(lines, titel="x")).all("div")] == [
        "afspraak-7",
        "afspraak-7_2",
    ]


def test_heads_of_tables_say_what_they_head():
    assert {attrs.get("scope") for attrs in Tree(page()).all("th")} == {"col", "row"}


def test_figures_are_aligned_on_the_right_and_words_are_not():
    tabel = Tabel(kop=("jaar", "aantal", "wie"), rijen=(("2025", "1.240", "wij"), ("2026", "-", "2 mensen")))
    made = page(tabellen=(tabel,))

    assert (
        '<th scope="col">jaar</th><th scope="col" class="getal">aantal</th><th scope="col">wie</th>' in made
    )


def test_the_glossary_is_a_list_of_terms():
    assert "<dt><strong>Kernvoorraad</strong></dt>\n<dd>Alle sociale huurwoningen samen.</dd>" in page()


def test_items_stand_in_a_list_of_the_agreement():
    lines = [
        Regel("afspraak", "a", "Wij doen:", nummer="7"),
        Regel("vervolgpunt", "a", "het een;"),
        Regel("vervolg", "a", "a. en nog iets"),
        Regel("noot", "a", "Gewijzigd bij Jaarplan 2026"),
    ]

    assert (
        '<div class="afspraak" id="afspraak-7">\n<p><span class="nr">7. </span>Wij doen:</p>\n'
        '<ul>\n<li>het een;</li>\n</ul>\n<p class="letter">a. en nog iets</p>\n'
        '<p class="noot">Gewijzigd bij Jaarplan 2026</p>\n</div>\n'
    ) in document_html(lines, titel="x")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "B&W <b>", '"><img src=x onerror=1>'])
def test_text_never_becomes_mark_up(words):
    tabel = Tabel(titel=words, kop=(words, words), rijen=((words, words),))
    chapter = [
        Regel("kop1", "h", words),
        Regel("punt", "h", words),
        Regel("begrip", "b", cellen=(words, words)),
    ]
    made = document_html(
        [*opmaak(stukken.overeenkomst(titel=words, tabellen=(tabel,))), *chapter], titel=words
    )

    assert {tag for tag, _ in Tree(made).tags} & {"script", "b", "img"} == set()
    assert words in [cell for tabel in read_stuk(read_html(made, "x.html")).tabellen for cell in tabel.kop]


def test_nothing_is_fetched_from_elsewhere():
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|https?:", page())


def test_a_document_without_anything_is_a_page_too():
    tree = Tree(document_html([], titel=""))

    assert tree.open == []


@pytest.mark.parametrize("name", VOORBEELDEN)
def test_reading_the_page_gives_the_same_document(name, tmp_path):
    stuk = read_back(name)
    (tmp_path / "stuk.html").write_text(document_html(opmaak(stuk), titel=stuk.titel), encoding="utf-8")

    assert same(tmp_path / "stuk.html") == same(stuk)
