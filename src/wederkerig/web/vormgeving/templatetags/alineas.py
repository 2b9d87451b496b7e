"""Texts of documents in paragraphs and lists, plain or with what changed in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from wederkerig.consolidation import Stukje
from wederkerig.export.alineas import lines_and_items
from wederkerig.export.words import clean
from wederkerig.web.vormgeving.templatetags.vormgeving import renvooi
from wederkerig.web.vormgeving.woorden import unbroken

register = template.Library()


@register.filter
def alineas(text: str) -> list[tuple[bool, list[str]]]:
    """A text in paragraphs and lists: whether it is a list, and its lines."""
    groups: list[tuple[bool, list[str]]] = []
    for line, item in _shown_items(text):
        if item and groups and groups[-1][0]:
            groups[-1][1].append(line)
        else:
            groups.append((item, [line]))
    return groups


def _shown_items(text: str) -> Iterator[tuple[str, bool]]:
    """As `lines_and_items`, but a line that announces a list is no item of it."""
    for line, item in lines_and_items(text):
        yield unbroken(line), item and not line.endswith(":")


@register.filter
def renvooi_alineas(stukjes: Iterable[Stukje]) -> SafeString:
    """Marked changes in paragraphs and lists; which lines are items, the text before or after says."""
    lines = list(_lines(stukjes))
    old, new = _items(lines, without="bij"), _items(lines, without="weg")
    listed = [new[at] if at in new else old.get(at, False) for at in range(len(lines))]
    parts: list[str] = []
    for item, group in groupby(zip(listed, lines, strict=True), key=itemgetter(0)):
        said = [renvooi(line) for _item, line in group]  # each piece is escaped there
        if item:
            parts.append(
                format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((each,) for each in said)))
            )
        else:
            parts.extend(format_html("<p>{}</p>", each) for each in said)
    return mark_safe("".join(parts))  # noqa: S308  # each piece is escaped above


def _lines(stukjes: Iterable[Stukje]) -> Iterator[list[Stukje]]:
    """The pieces line by line, however the changes run over their ends; lines without words are left out."""
    line: list[Stukje] = []
    for soort, tekst in stukjes:
        for at, part in enumerate(clean(tekst).split("\n")):
            if at:
                yield from [line] if any(each.tekst.strip() for each in line) else []
                line = []
            if part:
                line.append(Stukje(soort, part))
    if any(each.tekst.strip() for each in line):
        yield line


def _items(lines: Sequence[list[Stukje]], *, without: str) -> dict[int, bool]:
    """By place, whether a line is an item in the text before or after, where it is in that."""
    said = {
        at: words
        for at, line in enumerate(lines)
        if (words := "".join(each.tekst for each in line if each.soort != without).strip())
    }
    found = _shown_items("\n".join(said.values()))
    return {at: item for at, (_line, item) in zip(said, found, strict=True)}
