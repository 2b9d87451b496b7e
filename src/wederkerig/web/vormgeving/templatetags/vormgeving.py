"""Tags and filters that all templates may use: dates and numbers in words, marked changes, icons, fields.

`{% load vormgeving %}`; each with an example on the page `stijlgids`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.utils import formats, timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from wederkerig.consolidation import Stukje
from wederkerig.export.words import clean
from wederkerig.model import Getal, Looptijd, Termijn
from wederkerig.web.vormgeving import woorden
from wederkerig.web.vormgeving.iconen import icon

register = template.Library()

ICONEN = {
    "goed": "vinkje",
    "bezig": "klok",
    "let-op": "let-op",
    "fout": "kruis",
    "concept": "bewerken",
    "neutraal": "info",
}


# --- dates and numbers ---------------------------------------------------------------------------


@register.filter
def datum(value: date | datetime | None) -> str:
    """A day in words: 12 december 2024; nothing for no day."""
    return formats.date_format(_local(value), "j F Y") if value else ""


@register.filter
def datum_kort(value: date | datetime | None) -> str:
    """A day in short: 12-12-2024, in English 12 Dec 2024."""
    return woorden.short_day(_local(value)) if value else ""


@register.filter
def tijdstip(value: datetime | None) -> str:
    """A moment: 12 december 2024, 14:05."""
    return formats.date_format(_local(value), "j F Y, H:i") if value else ""


@register.simple_tag
def tijd(value: date | datetime | None, *, kort: bool = False) -> SafeString | str:
    """A day or a moment as <time>, readable by people and programs."""
    if not value:
        return ""
    said = tijdstip(value) if isinstance(value, datetime) and not kort else datum(value)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), said)


def _local(value: date | datetime) -> date | datetime:
    aware = isinstance(value, datetime) and timezone.is_aware(value)
    return timezone.localtime(value) if aware else value  # type: ignore[arg-type]  # aware is a datetime


@register.filter
def getal(value: Decimal | float | None) -> str:
    """A number with the separators of the language: 1.250,5 in Dutch, 1,250.5 in English."""
    return "" if value is None else woorden.number(Decimal(str(value)))


@register.filter
def hoeveel(fact: Getal) -> str:
    """A quantity of an agreement in words: minimaal 200 woningen."""
    return woorden.unbroken(woorden.getal(fact))


@register.filter
def heel(text: str) -> str:
    """A text in which amounts do not break over lines."""
    return woorden.unbroken(text)


@register.filter
def wanneer(fact: Termijn) -> SafeString | str:
    """A deadline of an agreement in words: 31-12-2027, elk jaar 1 april."""
    said = woorden.termijn(fact)
    return said if fact.tot else format_html('<span lang="nl">{}</span>', said)


@register.filter
def looptijd(term: Looptijd | None) -> str:
    """The term of a document in words: 1 januari 2025 t/m 31 december 2028."""
    return woorden.looptijd(term)


@register.filter
def partijsoort(soort: str) -> str:
    """A kind of party in words."""
    return str(woorden.PARTIJ_SOORTEN[soort])


@register.filter
def wie(said: str) -> SafeString | str:
    """Who acts (words.who): groups in the language of the page, names as they are in the document."""
    if woorden.is_dutch():
        return said
    return mark_safe(", ".join(_actor(name) for name in said.split(", ") if name))  # noqa: S308  # escaped below


def _actor(name: str) -> SafeString:
    group = woorden.GROEPEN.get(name)
    return escape(str(group)) if group else format_html('<span lang="nl">{}</span>', name)


@register.filter
def vertaald(text: str) -> SafeString | str:
    """A text that was kept in Dutch, such as why reading failed: translated, or else marked as Dutch."""
    said = gettext(text) if text else ""
    return (
        said
        if woorden.is_dutch() or not text or said != text
        else format_html('<span lang="nl">{}</span>', said)
    )


# --- marked changes ------------------------------------------------------------------------------


@register.filter
def renvooi(stukjes: Iterable[Stukje]) -> SafeString:
    """Pieces of a text as <ins> and <del>; a screen reader is told where each begins and ends."""
    return mark_safe("".join(_piece(*stukje) for stukje in stukjes))  # noqa: S308  # each piece is escaped


def _piece(soort: str, tekst: str) -> str:
    said = escape(woorden.unbroken(clean(tekst))).replace("\n", mark_safe("<br>"))
    core = said.strip()
    if soort == "gelijk" or not core:
        return said
    tag = "ins" if soort == "bij" else "del"
    begin, end = (
        (gettext("begin toevoeging"), gettext("einde toevoeging"))
        if soort == "bij"
        else (gettext("begin doorhaling"), gettext("einde doorhaling"))
    )
    before, after = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
    return f"{before}<{tag}>{_spoken(begin)}{core}{_spoken(end)}</{tag}>{after}"


def _spoken(text: str) -> str:
    """Words for a screen reader, with spaces so that they do not stick to the Dutch text around them."""
    own = "" if woorden.is_dutch() else f' lang="{get_language()}"'
    return f'<span class="w-alleen-voorlezen"{own}> [{escape(text)}] </span>'


@register.simple_tag
def renvooi_legenda() -> SafeString:
    """How to read marked changes."""
    return format_html(
        '<ul class="w-legenda"><li><ins>{}</ins></li><li><del>{}</del></li></ul>',
        gettext("toegevoegd"),
        gettext("geschrapt"),
    )


# --- small parts ---------------------------------------------------------------------------------


@register.simple_tag
def icoon(naam: str) -> SafeString:
    """An icon, decoration only; see iconen.py for the names."""
    return icon(naam)


@register.simple_tag
def status(soort: str, tekst: str) -> SafeString:
    """A state: words, icon and colour. soort: goed, bezig, let-op, fout, concept or neutraal."""
    return format_html('<span class="w-status w-status--{}">{}{}</span>', soort, icon(ICONEN[soort]), tekst)


@register.simple_tag
def veld(field: BoundField) -> SafeString:
    """A field of a form with label, explanation and error; a form as a whole is `{{ form }}`."""
    return field.as_field_group()


@register.inclusion_tag("vormgeving/foutenlijst.html")
def foutenlijst(*forms: BaseForm) -> dict[str, Any]:
    """What has to be mended in these forms, each with a link to its field. Nothing when all is well."""
    fouten = [
        {"veld": field.id_for_label or field.auto_id, "naam": field.label, "fouten": field.errors}
        for form in forms
        for field in form
        if field.errors
    ]
    algemeen = [error for form in forms for error in form.non_field_errors()]
    number = len(fouten) + len(algemeen)
    kop = ngettext("Er is %(n)s ding dat nog niet klopt", "Er zijn %(n)s dingen die nog niet kloppen", number)
    return {"algemeen": algemeen, "fouten": fouten, "kop": kop % {"n": number}}
