"""The consolidated document as one HTML page that everybody can read, with a screen reader or on paper too.

The page needs nothing from elsewhere: no script, no font, no picture. Its body is that of the PDF too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from itertools import groupby
from types import MappingProxyType
from typing import Final

from wederkerig.export.opmaak import THEMA, Regel
from wederkerig.export.words import clean

HEADINGS: Final = {"kop1": 2, "kop2": 3, "rubriek": 4}
_NO_META: Final[Mapping[str, str]] = MappingProxyType({})
_ITEMS = frozenset({"punt", "vervolgpunt"})
_ROWS = frozenset({"tabelkop", "tabelrij"})
_AGREEMENT = frozenset({"afspraak", "vervolg", "vervolgpunt", "noot"})
_FIGURE = re.compile(r"[<>+\-–−]?\s*(?:€\s*)?\d[\d.,]*\s*%?(?:,-)?|[-–]|")
LETTER: Final = re.compile(r"(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s+(?=\S)")


def document_html(
    regels: Sequence[Regel], *, titel: str, css: str | None = None, meta: Mapping[str, str] = _NO_META
) -> str:
    """The whole page. css: comes instead of the style for the screen; meta: what the page says of itself."""
    style = load_style("scherm.css") if css is None else css
    about = "".join(f'<meta name="{text(name)}" content="{text(value)}">\n' for name, value in meta.items())
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"{about}<title>{text(titel)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"{body_html(regels)}</body>\n</html>\n"
    )


def body_html(regels: Sequence[Regel]) -> str:
    """What stands in the body: the title, the table of contents, and a section for each chapter."""
    anchors = _anchors(regels)
    places = [at for at, regel in enumerate(regels) if regel.soort == "kop1"] or [len(regels)]
    parts = ["<header>\n", *_blocks(regels[: places[0]], anchors), "</header>\n", _contents(regels, anchors)]
    parts.append("<main>\n")
    for start, end in zip(places, [*places[1:], len(regels)], strict=True):
        chapter = regels[start:end]
        if not chapter:
            continue
        theme = ' class="thema"' if is_theme(chapter[0]) else ""
        name = anchors[id(chapter[0])]
        parts += [f'<section{theme} aria-labelledby="{name}">\n', *_blocks(chapter, anchors), "</section>\n"]
    return "".join([*parts, "</main>\n"])


def load_style(name: str) -> str:
    """A style sheet of this room."""
    return resources.files(__package__).joinpath("stijlen", name).read_text("utf-8")


def text(words: str) -> str:
    """Words as text of a page, whatever they hold."""
    return escape(clean(words))


def is_theme(regel: Regel) -> bool:
    """Whether a line is the heading of a theme."""
    return regel.soort == "kop1" and regel.tekst.startswith(THEMA)


def is_figures(rows: Sequence[Regel], column: int) -> bool:
    """Whether all cells of a column but the first hold figures, so that it is aligned on the right."""
    cells = [row.cellen[column] for row in rows if row.soort == "tabelrij" and column < len(row.cellen)]
    return column > 0 and any(cells) and all(_FIGURE.fullmatch(cell) for cell in cells)


def is_total(row: Regel) -> bool:
    """Whether a row of a table sums up those above it."""
    return row.soort == "tabelrij" and bool(row.cellen) and row.cellen[0].casefold().startswith("totaal")


# --- anchors and contents ------------------------------------------------------------------------


def _anchors(regels: Sequence[Regel]) -> dict[int, str]:
    """A name for each chapter and agreement, by the identity of its line; no two are the same."""
    seen: Counter[str] = Counter()
    names = {}
    for regel in regels:
        if regel.soort not in {"kop1", "afspraak", "tabeltitel"}:
            continue
        kind = {"afspraak": "afspraak", "tabeltitel": "tabel", "kop1": "hoofdstuk"}[regel.soort]
        name = f"{kind}-{_slug(regel.nummer or regel.tekst)}"
        seen[name] += 1
        names[id(regel)] = name if seen[name] == 1 else f"{name}_{seen[name]}"
    return names


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9à-ÿ.]+", "-", words.casefold()).strip("-.") or "x"


def _contents(regels: Sequence[Regel], anchors: dict[int, str]) -> str:
    chapters = [regel for regel in regels if regel.soort == "kop1"]
    if len(chapters) < 2:
        return ""
    items = "".join(f'<li><a href="#{anchors[id(each)]}">{text(each.tekst)}</a></li>\n' for each in chapters)
    return f'<nav aria-labelledby="inhoud">\n<h2 id="inhoud">Inhoud</h2>\n<ul>\n{items}</ul>\n</nav>\n'


# --- blocks --------------------------------------------------------------------------------------


def _blocks(regels: Sequence[Regel], anchors: dict[int, str]) -> Iterator[str]:
    """The lines as elements; those of one agreement, list, table or glossary stand together."""
    for kind, group in groupby(regels, key=_kind):
        members = list(group)
        if kind == "afspraak":
            yield from _agreements(members, anchors)
        elif kind == "lijst":
            yield _list(members)
        elif kind == "begrip":
            yield _glossary(members)
        elif kind.startswith("tabel:"):
            yield _table(members, anchors)
        else:
            yield from (_single(regel, anchors) for regel in members)


def _kind(regel: Regel) -> str:
    if regel.soort in _AGREEMENT:
        return "afspraak"
    if regel.soort in _ROWS or regel.soort == "tabeltitel":
        return f"tabel:{regel.sleutel}"
    return {"punt": "lijst", "begrip": "begrip"}.get(regel.soort, regel.soort)


def _single(regel: Regel, anchors: dict[int, str]) -> str:
    if regel.soort == "titel":
        return f"<h1>{text(regel.tekst)}</h1>\n"
    if regel.soort not in HEADINGS:
        return _paragraph(regel)
    level = HEADINGS[regel.soort]
    name = f' id="{anchors[id(regel)]}"' if id(regel) in anchors else ""
    words = text(regel.tekst)
    if is_theme(regel):
        words = f'<span class="soort">{text(THEMA).strip()}</span> {text(regel.tekst.removeprefix(THEMA))}'
    return f"<h{level}{name}>{words}</h{level}>\n"


def _paragraph(regel: Regel) -> str:
    """A paragraph; one that begins with a letter or number of its own hangs behind it."""
    sign = LETTER.match(regel.tekst)
    shape = "noot" if regel.soort == "noot" else "letter" if sign else ""
    kind = f' class="{shape}"' if shape else ""
    return f"<p{kind}>{text(regel.tekst)}</p>\n"


def _agreements(regels: Sequence[Regel], anchors: dict[int, str]) -> Iterator[str]:
    starts = [at for at, regel in enumerate(regels) if regel.soort == "afspraak" or at == 0]
    for start, end in zip(starts, [*starts[1:], len(regels)], strict=True):
        first, *later = regels[start:end]
        name = f' id="{anchors[id(first)]}"' if id(first) in anchors else ""
        number = f'<span class="nr">{text(first.nummer)}. </span>' if first.nummer else ""
        parts = [f'<div class="afspraak"{name}>\n<p>{number}{text(first.tekst)}</p>\n']
        for listed, group in groupby(later, key=lambda regel: regel.soort in _ITEMS):
            members = list(group)
            parts += [_list(members)] if listed else map(_paragraph, members)
        yield "".join([*parts, "</div>\n"])


def _list(regels: Sequence[Regel]) -> str:
    """Items with a bullet, and those with a number or letter of their own without one."""
    lists = []
    for own, group in groupby(regels, key=lambda regel: bool(LETTER.match(regel.tekst))):
        items = "".join(f"<li>{text(regel.tekst)}</li>\n" for regel in group)
        shape = ' class="eigen"' if own else ""
        lists.append(f"<ul{shape}>\n{items}</ul>\n")
    return "".join(lists)


def _glossary(regels: Sequence[Regel]) -> str:
    """Terms with their definitions; the term is bold by its mark-up, not only by its style."""
    entries = []
    for regel in regels:
        term, *definitions = regel.cellen
        lines = [line for each in definitions for line in each.split("\n") if line.strip()]
        told = "".join(f"<dd>{text(line)}</dd>\n" for line in lines)
        entries.append(f"<dt><strong>{text(term)}</strong></dt>\n{told}")
    return "<dl>\n" + "".join(entries) + "</dl>\n"


# --- tables --------------------------------------------------------------------------------------


def _table(regels: Sequence[Regel], anchors: dict[int, str]) -> str:
    titles = [regel for regel in regels if regel.soort == "tabeltitel"]
    rows = [regel for regel in regels if regel.soort in _ROWS]
    caption = "".join(
        f'<p class="tabeltitel" id="{anchors[id(each)]}">{text(each.tekst)}</p>\n' for each in titles
    )
    if not rows:
        return caption
    named = f' aria-labelledby="{anchors[id(titles[-1])]}"' if titles else ""
    width = max(len(row.cellen) for row in rows)
    single = ' class="stappen"' if width == 1 else ""
    right = [is_figures(rows, column) for column in range(width)]
    heads = [row for row in rows if row.soort == "tabelkop"]
    thead = f"<thead>\n{''.join(_row(row, right, heads=True) for row in heads)}</thead>\n" if heads else ""
    body = [_row(row, right, heads=False) for row in rows if row.soort == "tabelrij"]
    return f"{caption}<table{single}{named}>\n{thead}<tbody>\n{''.join(body)}</tbody>\n</table>\n"


def _row(row: Regel, right: Sequence[bool], *, heads: bool) -> str:
    """A row; the first cell of a row of several heads it."""
    cells = []
    for at, wide in enumerate(right):
        words = text(row.cellen[at] if at < len(row.cellen) else "").replace("\n", "<br>")
        row_head = at == 0 and len(right) > 1 and bool(words)
        tag = 'th scope="col"' if heads else 'th scope="row"' if row_head else "td"
        mark = ' class="getal"' if wide else ""
        cells.append(f"<{tag}{mark}>{words}</{tag[:2]}>")
    total = ' class="totaal"' if is_total(row) else ""
    return f"<tr{total}>{''.join(cells)}</tr>\n"
