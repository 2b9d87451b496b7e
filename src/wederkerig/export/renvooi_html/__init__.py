"""The changes between two versions as a web page: one file, readable by eye, on paper and by a screen reader.

Added text is underlined and struck text struck through, each announced by words a screen reader speaks; a
list at the top leads to what changed.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from wederkerig.export.opmaak import Regel
from wederkerig.export.renvooi import RenvooiRegel, mark
from wederkerig.export.renvooi_html.overzicht import Verandering, overview
from wederkerig.export.renvooi_html.tekst import Tekst, marked_text
from wederkerig.export.words import day, one_line


def renvooi_html(
    oud: Sequence[Regel], nieuw: Sequence[Regel], *, titel: str, auteur: str, datum: date, adres: str = ""
) -> str:
    """A whole page with the new version and what changed since the old one.

    auteur: the document that decided the changes; datum: when it was adopted; adres: where it can be read.
    """
    return marked_html(mark(oud, nieuw), titel=titel, auteur=auteur, datum=datum, adres=adres)


def marked_html(
    regels: Sequence[RenvooiRegel], *, titel: str, auteur: str, datum: date, adres: str = ""
) -> str:
    """The same from lines that were marked before."""
    name, by = _said(titel), _said(auteur)
    if adres:
        by = f'<a href="{html.escape(adres)}">{by}</a>'
    look = Tekst(datum, adres)
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Wijzigingen in {name}</title>\n<style>\n{_stylesheet()}</style>\n</head>\n<body>\n"
        '<a class="overslaan" href="#tekst">Naar de tekst</a>\n'
        f"<header>\n<h1>Wijzigingen in {name}</h1>\n"
        f'<p class="wie">Gewijzigd bij {by}, vastgesteld op '
        f'<time datetime="{datum.isoformat()}">{day(datum)}</time>.</p>\n'
        f"<p>Zo leest u de wijzigingen: {look.piece('bij', 'toegevoegde tekst')} is onderstreept, "
        f"{look.piece('weg', 'geschrapte tekst')} is doorgehaald. Een schermlezer zegt waar een toevoeging "
        f"of doorhaling begint en eindigt.</p>\n</header>\n{_summary(overview(regels))}"
        f'<main id="tekst">\n{marked_text(regels, look)}</main>\n</body>\n</html>\n'
    )


def _summary(changes: Sequence[Verandering]) -> str:
    """The short list at the top; agreements that only got another number together on one line."""
    lines = [
        f"<li>{_link(change)}: {html.escape(change.hoe)}</li>\n"
        for change in changes
        if not change.vernummerd
    ]
    if numbers := [_link(change) for change in changes if change.vernummerd]:
        lines.append(f"<li>Alleen een ander nummer: {', '.join(numbers)}</li>\n")
    inside = f"<ul>\n{''.join(lines)}</ul>" if lines else "<p>Er verandert niets.</p>"
    return f'<nav aria-labelledby="wat">\n<h2 id="wat">Wat verandert er</h2>\n{inside}\n</nav>\n'


def _link(change: Verandering) -> str:
    return f'<a href="#r{change.plaats}">{_said(change.wat)}</a>'


def _said(text: str) -> str:
    return html.escape(one_line(text))


@cache
def _stylesheet() -> str:
    return files(__name__).joinpath("stijl.css").read_text(encoding="utf-8")
