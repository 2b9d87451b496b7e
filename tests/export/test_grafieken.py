"""Charts as pictures: what a page may hold, what a reader without colour or eyes gets, and hostile words."""

import io
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from PIL import Image

from tests.conftest import ROOT
from tests.export import grafieken
from tests.export.grafieken import SOORTEN, VIJANDIG, met_namen, met_waarden
from wederkerig.export.grafieken import WIDTH, draw_png, draw_svg, figure_html
from wederkerig.export.grafieken.palet import COLOURS, REEKSEN, STATUSSEN
from wederkerig.monitoring.beoordelen import STATUSSEN as ALLE_STATUSSEN
from wederkerig.monitoring.grafiek import Grafiek

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "g", "path", "text", "defs", "pattern", "rect"}
ATTRIBUTES = set(
    "id class role aria-labelledby viewBox d x y width height transform patternUnits fill stroke stroke-width"
    " stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin text-anchor font-size font-weight"
    " font-family".split()
)
every = pytest.mark.parametrize("maak", SOORTEN)


def drawn(grafiek, **how):
    return etree.fromstring(draw_svg(grafiek, **how))


def words(root):
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def box(root):
    return [float(part) for part in root.get("viewBox").split()]


@every
def test_a_picture_says_what_it_is_and_what_it_shows(maak):
    grafiek = maak()
    root = drawn(grafiek, prefix="een")

    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == [root[0].get("id"), root[1].get("id")]
    assert (root[0].tag, root[0].text) == (f"{SVG}title", grafiek.titel)
    assert (root[1].tag, root[1].text) == (f"{SVG}desc", grafiek.beschrijving)


@every
@pytest.mark.parametrize("fixed", [False, True])
def test_nothing_in_it_that_a_strict_page_refuses(maak, fixed):
    root = drawn(maak(), fixed=fixed)

    assert {etree.QName(each).localname for each in root.iter()} <= ELEMENTS
    assert {key for each in root.iter() for key in each.attrib} <= ATTRIBUTES


@every
def test_it_has_no_size_of_its_own_and_as_much_width_as_was_asked(maak):
    for width in (WIDTH, 500):
        root = drawn(maak(), width=width)

        assert box(root)[:3] == [0, 0, width]
        assert not {"width", "height"} & set(root.attrib)


@every
def test_names_begin_with_the_prefix_and_what_is_referred_to_exists(maak):
    text = draw_svg(maak(), prefix="grafiek-7")
    ids = re.findall(r'\bid="([^"]+)"', text)

    assert len(ids) == len(set(ids))
    assert [each for each in ids if not each.startswith("grafiek-7-")] == []
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(ids)


@every
def test_without_a_prefix_two_charts_share_no_name(maak):
    other = maak().model_copy(update={"titel": "Een andere grafiek"})
    ids = [set(re.findall(r'\bid="([^"]+)"', draw_svg(each))) for each in (maak(), other)]

    assert ids[0] & ids[1] == set()


@every
def test_colours_on_a_page_are_those_of_its_theme(maak):
    root = drawn(maak())
    colours = {each.get(key) for each in root.iter() for key in ("fill", "stroke")} - {None, "none"}

    assert [each for each in colours if not each.startswith(("var(--w-", "url(#"))] == []


def test_areas_have_the_colour_and_words_the_size_that_was_meant():
    root = drawn(grafieken.staven(), fixed=True)
    areas = {path.get("fill") for path in root.iter(f"{SVG}path")}
    letters = {(text.get("font-size"), text.get("font-weight")) for text in root.iter(f"{SVG}text")}

    assert areas == {"none", COLOURS["vlak-zacht"], COLOURS["reeks-1"]}
    assert letters == {("12", None), ("11", None), ("11", "bold")}


@every
def test_colours_on_paper_are_literal(maak):
    assert "var(" not in draw_svg(maak(), fixed=True)


def test_every_colour_is_a_token_of_the_theme_with_its_light_value():
    theme = (ROOT / "src/wederkerig/web/vormgeving/static/vormgeving/thema/wederkerig.css").read_text()
    tokens = dict(re.findall(r"--w-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}),", theme))

    assert {name: tokens.get(name) for name in COLOURS} == COLOURS
    assert len(set(COLOURS.values())) == len(COLOURS)


@pytest.mark.parametrize("fills", [REEKSEN, tuple(STATUSSEN.values())], ids=["reeksen", "statussen"])
def test_in_grey_every_two_fills_differ_in_pattern_or_lightness(fills):
    for at, one in enumerate(fills):
        for other in fills[at + 1 :]:
            alike = one.patroon == other.patroon and contrast(one.vlak, other.vlak) < 3
            assert not alike, (one, other)


def contrast(one, other):
    low, high = sorted(lightness(COLOURS[each]) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def lightness(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def test_every_status_has_a_fill():
    assert set(STATUSSEN) == set(ALLE_STATUSSEN)


@every
@pytest.mark.parametrize("naam", VIJANDIG, ids=range(len(VIJANDIG)))
def test_hostile_words_stay_words(maak, naam):
    grafiek = met_namen(maak(), naam)
    root = drawn(grafiek)
    page = html.fragment_fromstring(f"<div>{figure_html(grafiek)}</div>")

    assert {etree.QName(each).localname for each in root.iter()} <= ELEMENTS
    assert page.xpath("//script | //img | //@onload | //@onerror") == []


def test_a_chart_can_be_scrolled_with_the_keyboard_and_says_what_it_is():
    page = html.fragment_fromstring(f"<div>{figure_html(grafieken.staven())}</div>")
    (box,) = page.xpath("//*[@class='w-grafiek__schuif']")

    assert (box.get("tabindex"), box.get("role")) == ("0", "group")
    assert box.get("aria-label") == f"Grafiek: {grafieken.staven().titel}"
    assert len(box.xpath("./*[local-name()='svg']")) == 1


def test_words_are_written_as_they_are():
    grafiek = grafieken.staven().model_copy(update={"x": ("<b>A&B</b>", "kosten in $", "$x$ en $y$")})

    assert [each for each in words(drawn(grafiek)) if each in grafiek.x] == list(grafiek.x)


@every
@pytest.mark.parametrize(
    "getallen",
    [
        (None,),
        (0,),
        (5, None),
        (-40, 12.75),
        (10**14, 3),
        (10**40,),
        (Decimal("1e400"), 5),
        (Decimal("1e-30"),),
        (7, 7),
    ],
    ids=str,
)
def test_strange_figures_are_drawn_or_left_out(maak, getallen):
    root = drawn(met_waarden(maak(), *getallen))

    assert "nan" not in etree.tostring(root, encoding="unicode")
    assert "inf" not in etree.tostring(root, encoding="unicode")
    assert words(root)


@every
def test_one_point_is_a_chart_and_none_says_that_there_is_none(maak):
    whole = maak()
    one = Grafiek(
        **{
            **whole.model_dump(include={"soort", "titel", "beschrijving", "eenheid"}),
            "x": whole.x[:1],
            "reeksen": [{"naam": "stand", "waarden": [3]}],
        }
    )
    none = one.model_copy(update={"x": (), "reeksen": ()})

    assert "Er zijn nog geen cijfers." not in words(drawn(one))
    assert words(drawn(none)) == ["Er zijn nog geen cijfers."]


@every
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_no_word_begins_or_stands_outside_the_picture(maak, data):
    naam = data.draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80))
    getal = data.draw(st.integers(-(10**9), 10**9))
    root = drawn(met_namen(met_waarden(maak(), getal, getal + 1), naam))
    _, _, width, height = box(root)

    assert [
        (text.get("x"), text.get("y"))
        for text in root.iter(f"{SVG}text")
        if not (0 <= float(text.get("x")) <= width and 0 <= float(text.get("y")) <= height)
    ] == []


def test_the_stock_chart_tells_its_last_figure_its_target_and_where_its_axis_begins():
    said = words(drawn(grafieken.lijn()))

    assert {"3.262", "3.352", "doel 3.341", "woningen; de as begint bij 3.200"} <= set(said)
    assert [each for each in said if each.startswith("20")] == ["2023", "2024", "2025", "2026", "2027"]


def test_bars_tell_their_figure_their_norm_and_what_is_missing():
    assert words(drawn(grafieken.staven())) == [
        "norm: ten minste",
        *("Goedkoop", "norm 10%", "12,5%"),
        *("Betaalbaar", "norm 75%", "71%"),
        *("Duur", "–"),
    ]


def test_statuses_are_counted_in_words():
    assert words(drawn(grafieken.statussen()))[:8] == [
        "Beschikbaarheid",
        "1 op koers",
        "2 risico",
        "3 achter",
        "4 niet gehaald",
        "5 te vroeg",
        "6 geen cijfers",
        "Betaalbaarheid",
    ]


def test_a_distribution_says_which_outcomes_meet_the_target():
    said = words(drawn(grafieken.verdeling()))

    assert said[:3] == ["doel gehaald", "doel niet gehaald", "doel: ten minste 3.340"]


@every
def test_the_same_chart_always_gives_the_same_bytes(maak):
    assert draw_svg(maak()) == draw_svg(maak())
    assert draw_png(maak()) == draw_png(maak())


def test_charts_are_drawn_from_many_threads():
    alone = [draw_svg(maak()) for maak in SOORTEN]

    with ThreadPoolExecutor(5) as pool:
        together = list(pool.map(lambda maak: draw_svg(maak()), SOORTEN * 3))

    assert together == alone * 3


def test_a_png_is_sharp_enough_for_print():
    with Image.open(io.BytesIO(draw_png(grafieken.lijn(), width=360))) as picture:
        assert picture.size[0] == 1000  # 360/72 inch of 200 dots


def test_a_figure_has_its_title_the_picture_and_the_data():
    page = html.fragment_fromstring(figure_html(grafieken.staven(), prefix="een"))

    assert page.xpath("string(figcaption)") == "Verhuringen per huurklasse"
    assert page.xpath("count(div[@tabindex and @aria-label]/svg)") == 1
    assert page.xpath("//thead//th[@scope='col']/text()") == ["Huurklasse", "aandeel", "norm: ten minste"]
    assert page.xpath("//tbody/tr[2]/*/text()") == ["Betaalbaar", "71%", "75%"]


def test_nothing_is_loaded_before_a_chart_is_drawn_and_no_global_state_after():
    code = (
        "import sys, matplotlib as m\n"
        "keys = ['svg.fonttype', 'text.parse_math', 'font.family']\n"
        "old = [m.rcParams[key] for key in keys]\n"
        "from tests.export.grafieken import lijn; from wederkerig.export.grafieken import draw_svg\n"
        "assert 'wederkerig.export.grafieken.doek' not in sys.modules\n"
        "draw_svg(lijn())\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "assert [m.rcParams[key] for key in keys] == old"
    )

    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
