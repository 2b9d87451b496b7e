"""The changes as a web page: announced, explained, listed at the top, readable in light and dark."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from lxml import html

from tests.export import regels
from tests.export.regels import TITEL, afspraak, tabel, versies
from wederkerig.export.opmaak import Regel
from wederkerig.export.renvooi_html import renvooi_html

BESLUIT = {"titel": TITEL, "auteur": "Jaarplan 2026", "datum": date(2025, 12, 9)}


def page(old, new, **more):
    return html.document_fromstring(renvooi_html(old, new, **BESLUIT, **more))


def said(element):
    """The words of an element, spaces made single."""
    return " ".join(element.text_content().split())


def summary(old, new):
    return [said(item) for item in page(old, new).iterfind(".//nav//li")]


def without(tree, tag):
    for gone in list(tree.iter(tag)):
        gone.drop_tree()
    return [said(line) for line in tree.iterfind(".//main//*[@id]") if said(line)]


def test_the_summary_says_what_changes_in_the_order_of_the_text():
    assert summary(regels.oud(), regels.nieuw()) == [
        f"{TITEL}: tekst gewijzigd",
        "Thema: Bouwen, Doelen: tekst gewijzigd",
        "Afspraak 1: tekst gewijzigd",
        "Afspraak 2: nieuw",
        "Afspraak 4: vervalt",
        "Tabel 1. Op te leveren: tekst gewijzigd",
        "Afspraak 5 (was 3): verplaatst",
        "Tabel 2. Grenzen: vervalt",
        "Tabel 2. Maatregelen: nieuw",
        "Begrip “Kernvoorraad”: tekst gewijzigd",
        "Begrip “Middenhuur”: vervalt",
        "Begrip “Spoedzoeker”: nieuw",
        "Alleen een ander nummer: Afspraak 3 (was 2), Afspraak 4 (was 5)",
    ]


def test_a_note_of_the_editor_is_no_change():
    line = afspraak("a", "1", "De gemeente bouwt.")

    assert summary(line, [*line, Regel("noot", "a", "Gewijzigd bij Jaarplan 2026.")]) == []


def test_without_changes_the_page_says_so():
    tree = page(regels.oud(), regels.oud())

    assert said(tree.find(".//nav")) == "Wat verandert er Er verandert niets."


@settings(max_examples=100, deadline=None)
@given(versies())
def test_every_link_leads_to_one_place(pair):
    tree = page(*pair)

    ids = [element.get("id") for element in tree.iterfind(".//*[@id]")]
    targets = [link.get("href").removeprefix("#") for link in tree.iterfind(".//a[@href]")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


def test_what_moved_says_at_both_places_where_it_is():
    links = page(regels.oud(), regels.nieuw()).findall(".//main//a")

    assert [said(link) for link in links] == ["(verplaatst naar afspraak 5)", "(verplaatst van afspraak 3)"]
    assert links[0].get("href") == "#" + links[1].getparent().get("id")


def test_added_and_struck_words_bear_the_date_and_the_address_of_the_decision():
    old, new = [Regel("alinea", "p", "Veertig woningen.")], [Regel("alinea", "p", "Zestig woningen.")]

    changes = page(old, new, adres="https://duinrade.example/jaarplan").findall(".//main//p/*")

    assert [(change.tag, change.text.strip(), dict(change.attrib)) for change in changes] == [
        ("del", "Veertig", {"cite": "https://duinrade.example/jaarplan", "datetime": "2025-12-09"}),
        ("ins", "Zestig", {"cite": "https://duinrade.example/jaarplan", "datetime": "2025-12-09"}),
    ]


def test_without_struck_words_the_page_reads_as_the_new_version():
    lines = [Regel("alinea", "a", "De wijk telt 40 woningen."), Regel("punt", "b", "Een punt.")]
    changed = [Regel("alinea", "a", "De wijk telt 60 woningen."), Regel("punt", "c", "Ander punt.")]

    assert without(page(lines, changed), "del") == ["De wijk telt 60 woningen.", "Ander punt."]
    assert without(page(lines, changed), "ins") == ["De wijk telt 40 woningen.", "Een punt."]


def test_a_screen_reader_hears_where_a_change_begins_and_ends():
    style = page([], []).find(".//style").text

    announced = re.findall(r'^((?:ins|del)::(?:before|after)) \{ content: " \[(.+?)\] "', style, re.MULTILINE)
    assert announced == [
        ("ins::before", "begin toevoeging"),
        ("ins::after", "einde toevoeging"),
        ("del::before", "begin doorhaling"),
        ("del::after", "einde doorhaling"),
    ]
    assert said(page([], []).find(".//header/p[2]")).startswith(
        "Zo leest u de wijzigingen: toegevoegde tekst is onderstreept, geschrapte tekst is doorgehaald."
    )


def test_the_page_is_dutch_and_needs_nothing_from_elsewhere():
    tree = page(regels.oud(), regels.nieuw())

    assert tree.get("lang") == "nl"
    assert [tree.findall(f".//{tag}") for tag in ("script", "link", "img")] == [[], [], []]


def test_headings_go_down_one_level_at_a_time():
    tree = page(regels.oud(), regels.nieuw())

    levels = [int(element.tag[1]) for element in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_a_table_has_heading_cells_and_the_name_of_its_caption():
    table = page([], tabel("t", "Tabel 1. Aantallen", ("Jaar", "Aantal"), ("2025", "40"))).find(".//table")

    assert [(cell.get("scope"), said(cell)) for cell in table.iter("th")] == [
        ("col", "Jaar"),
        ("col", "Aantal"),
    ]
    assert (
        said(table.getroottree().find(f".//*[@id='{table.get('aria-labelledby')}']")) == "Tabel 1. Aantallen"
    )


def test_text_is_data_and_not_markup():
    lines = [Regel("alinea", "p", "<script>alert(1)</script> & \x00meer")]

    text = renvooi_html(lines, lines, titel="<b>", auteur='"x" <i>', datum=date(2025, 1, 1))

    assert '<p id="r0">&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer</p>' in text
    assert "<h1>Wijzigingen in &lt;b&gt;</h1>" in text
    assert "&quot;x&quot; &lt;i&gt;" in text


# --- contrast ------------------------------------------------------------------------------------


def _colours(style, dark):
    blocks = re.findall(r":root \{([^}]*)\}", style)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[1 if dark else 0]))


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("inkt", "grond"),
        ("inkt", "vlak"),
        ("zacht", "grond"),
        ("accent", "grond"),
        ("accent", "vlak"),
        ("bij", "bij-grond"),
        ("bij", "vlak"),
        ("weg", "weg-grond"),
        ("weg", "vlak"),
    ],
)
def test_every_colour_is_readable_on_its_ground(front, back, dark):
    colours = _colours(page([], []).find(".//style").text, dark)

    light, deep = sorted((_luminance(colours[front]), _luminance(colours[back])), reverse=True)

    assert (light + 0.05) / (deep + 0.05) >= 4.5
