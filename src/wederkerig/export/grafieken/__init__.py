"""Charts as pictures: SVG for pages and PDF, PNG for Word; the same drawing in each.

A chart reads without colour (shades, patterns, words beside what they name), without the eye (a title, a
description and the table behind it) and on a narrow screen. What a label holds never becomes mark-up.
"""

from __future__ import annotations

import hashlib
from html import escape
from typing import Final

from wederkerig.export.words import one_line
from wederkerig.monitoring.grafiek import Grafiek, table

WIDTH: Final = 340
"""How wide a chart is drawn for a page, in units of its view box; letters are 12 high."""
PAPER: Final = 470
"""The same for paper, where it stands in the width of the text."""


def draw_svg(grafiek: Grafiek, *, prefix: str = "", width: int = WIDTH, fixed: bool = False) -> str:
    """The chart as an SVG element, safe to put in a page: no style, no script, no size of its own.

    prefix: begins each id in it, and has to be another one for each chart on a page; without one it follows
        from the chart. width: in units of the view box; the height follows.
    fixed: with literal colours and letters, for paper; without it colours are those of the page's theme,
        light or dark, and letters those of the page.
    """
    from wederkerig.export.grafieken.svg import finish_svg  # noqa: PLC0415  # matplotlib is slow to load
    from wederkerig.export.grafieken.tekenen import draw  # noqa: PLC0415  # see above

    return finish_svg(draw(grafiek, width, "svg"), grafiek, prefix=prefix or name_of(grafiek), fixed=fixed)


def draw_png(grafiek: Grafiek, *, width: int = PAPER) -> bytes:
    """The chart as a PNG of 200 dots an inch; a unit of the width is a 72nd of an inch."""
    from wederkerig.export.grafieken.tekenen import draw  # noqa: PLC0415  # matplotlib is slow to load

    return draw(grafiek, width, "png")


def figure_html(grafiek: Grafiek, *, prefix: str = "") -> str:
    """The chart with its title as a caption, and the table behind it to fold out; safe to put in a page.

    On a narrow screen it scrolls within itself, so that its letters stay large enough to read.
    """
    return (
        '<figure class="w-grafiek" lang="nl">'
        f'<figcaption class="w-grafiek__titel">{_words(grafiek.titel)}</figcaption>'
        '<div class="w-grafiek__schuif" tabindex="0" role="group"'
        f' aria-label="{_words(f"Grafiek: {grafiek.titel}")}">{draw_svg(grafiek, prefix=prefix)}</div>'
        '<details class="w-grafiek__cijfers"><summary>Cijfers bij deze grafiek</summary>'
        f"{table_html(grafiek)}</details></figure>"
    )


def table_html(grafiek: Grafiek) -> str:
    """The table behind the chart; it scrolls within itself on a narrow screen."""
    kop, rijen = table(grafiek)
    head = "".join(f'<th scope="col">{_words(cell)}</th>' for cell in kop)
    body = "".join(
        f'<tr><th scope="row">{_words(first)}</th>'
        + "".join(f'<td class="w-getal">{_words(cell)}</td>' for cell in rest)
        + "</tr>"
        for first, *rest in rijen
    )
    return (
        '<div class="w-tabel-schuif" tabindex="0" role="group"'
        f' aria-label="{_words(f"Cijfers bij {grafiek.titel}")}">'
        f'<table class="utrecht-table"><caption>{_words(grafiek.titel)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def name_of(grafiek: Grafiek) -> str:
    """A name for the ids of a chart that is always the same."""
    return f"g{hashlib.sha256(grafiek.model_dump_json().encode()).hexdigest()[:10]}"


def _words(words: str) -> str:
    return escape(one_line(words))
