"""What only the public pages need in their templates; dates and marked changes are in `vormgeving`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from wederkerig.checks.concreetheid import ConcreetheidRij
from wederkerig.consolidation.identiteit import slug
from wederkerig.export.words import clean, who
from wederkerig.model import Overeenkomst, Stap
from wederkerig.web.register.domain.zoekindex import marked

register = template.Library()
_BEFORE, _SHOWN = 120, 320  # characters before the first word that was found, and in all


@register.filter
def adres(name: str) -> str:
    """A name as part of an address."""
    return slug(name)


@register.filter
def haal(values: Mapping[Any, Any], key: Any) -> Any:  # noqa: ANN401  # whatever the mapping holds
    """What stands under a key; nothing where nothing does."""
    return values.get(key, "")


@register.filter
def breedte(part: float, whole: float) -> str:
    """How long a part of a whole is in a picture a hundred wide; with a full stop in every language."""
    return f"{100 * part / whole:.2f}" if whole else "0"


@register.filter
def drie(rij: ConcreetheidRij) -> tuple[int, int, int]:
    """Who, how much and by when of a row of the table on how concrete agreements are."""
    return rij.wie, rij.hoeveel, rij.wanneer


@register.filter
def stapwie(stap: Stap, stuk: Overeenkomst) -> str:
    """Who acts in a step, a whole group named once; in full where it is not all of one."""
    said = who(stuk, stap.actoren)
    return said if len(stap.actoren) > 1 else ", ".join(stap.actoren)


@register.filter
def gemarkeerd(text: str, words: Sequence[str]) -> SafeString:
    """A text with the words that were searched for marked; of a long one the part where the first stands."""
    shown: list[str] = []
    left = _SHOWN
    for found, said in _from_first(marked(clean(text), words)):
        part = said if len(said) <= left else f"{said[:left].rpartition(' ')[0]} …"
        shown.append(format_html("<mark>{}</mark>", part) if found else escape(part))
        left -= len(said)
        if left <= 0:
            break
    return mark_safe("".join(shown))  # noqa: S308  # each piece is escaped above


def _from_first(pieces: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """The pieces, those long before the first word that was found left out."""
    first = next((at for at, (found, _said) in enumerate(pieces) if found), 0)
    before = "".join(said for _found, said in pieces[:first])
    if len(before) <= _BEFORE:
        return pieces
    return [(False, f"… {before[-_BEFORE:].partition(' ')[2]}"), *pieces[first:]]


@register.simple_tag
def verborgen(request: HttpRequest, *without: str) -> SafeString:
    """What the address asks, as hidden fields, but for these names: so that a form adds to it."""
    kept = [(name, value) for name, value in request.GET.items() if name not in without]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', kept)


@register.simple_tag(takes_context=True)
def met(context: template.Context, **changes: str) -> str:
    """The question of this address with other values; "" takes one out."""
    asked = context["request"].GET.copy()
    for name, value in changes.items():
        if value:
            asked[name] = value
        else:
            asked.pop(name, None)
    return f"?{asked.urlencode()}" if asked else ""


@register.filter
def deelvan(value: float) -> str:
    """A part of one as percents for a picture, with a full stop in every language."""
    return f"{100 * value:.3f}%"


@register.filter
def met_kolommen(cellen: Sequence[Any], rechts: Sequence[bool]) -> list[tuple[Any, bool]]:
    """The cells of a row, each with whether its column holds figures."""
    return list(zip(cellen, rechts, strict=False))
