"""Days, numbers, quantities, terms and kinds in the language of the page.

In Dutch they read as in the files (export/words.py). Nouns that come from a document stay as they are there.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from wederkerig.export import words
from wederkerig.model import Doel, Getal, Looptijd, Termijn

PARTIJ_SOORTEN: dict[str, str | Promise] = {
    "gemeente": gettext_lazy("gemeente"),
    "corporatie": gettext_lazy("corporatie"),
    "huurdersorganisatie": gettext_lazy("huurdersorganisatie"),
    "zorgaanbieder": gettext_lazy("zorgaanbieder"),
    "overig": gettext_lazy("overige partij"),
}
WIJZIGING_SOORTEN: dict[str, str | Promise] = {
    "aanvulling": gettext_lazy("aanvulling"),
    "wijziging": gettext_lazy("wijziging"),
    "verwijderen": gettext_lazy("geschrapt"),
    "nieuw": gettext_lazy("nieuwe afspraak"),
    "bijlage": gettext_lazy("toevoeging aan bijlage"),
    "verplaatsing": gettext_lazy("verplaatst"),
}
ONDERDELEN: dict[str, str | Promise] = {
    "doelen": gettext_lazy("doelen"),
    "proces": gettext_lazy("proces"),
    "bijlage": gettext_lazy("bijlage"),
    "tabel": gettext_lazy("tabel"),
    "thema": gettext_lazy("thema"),
    "begrippen": gettext_lazy("begrippen"),
    "partijen": gettext_lazy("partijen"),
    "kop": gettext_lazy("kop"),
    "stappen": gettext_lazy("stappen"),
}
GROEPEN: dict[str, str | Promise] = {
    **PARTIJ_SOORTEN,
    "alle partijen": gettext_lazy("alle partijen"),
    "corporaties": gettext_lazy("corporaties"),
    "huurdersorganisaties": gettext_lazy("huurdersorganisaties"),
}
_SEPARATORS = str.maketrans(".,", ",.")


def is_dutch() -> bool:
    """Whether the page is in Dutch."""
    return (get_language() or "nl").startswith("nl")


def day(value: date) -> str:
    """A date written out: 1 juni 2025, 1 June 2025."""
    return words.day(value) if is_dutch() else str(date_format(value, "j F Y"))


def short_day(value: date) -> str:
    """A date in short: 1-6-2025, 1 Jun 2025."""
    return words.short_day(value) if is_dutch() else str(date_format(value, "j M Y"))


def number(value: Decimal) -> str:
    """A number with the separators of the language, without needless zeros: 1.250,5 or 1,250.5."""
    said = words.number(value)
    return said if is_dutch() else said.translate(_SEPARATORS)


def amount(value: Decimal) -> str:
    """An amount in euros: € 442,50 or €442.50."""
    said = words.amount(value)
    return said if is_dutch() else said.translate(_SEPARATORS).replace("€ ", "€")


def unbroken(text: str) -> str:
    """A text in which an amount stays on one line: on the screen only, what is kept has a plain space."""
    return text.replace("€ ", "€\N{NO-BREAK SPACE}")


def getal(fact: Getal, *, short: bool = False) -> str:
    """A quantity in words: minimaal 200 woningen, at least 200 homes."""
    if is_dutch():
        return words.getal(fact, short=short)
    if fact.tot is not None:
        return _("%(van)s tot %(tot)s") % {
            "van": number(fact.waarde),
            "tot": _with_unit(fact.tot, fact.eenheid),
        }
    return _bound(fact.relatie) % {"getal": _with_unit(fact.waarde, fact.eenheid)}


def _bound(relatie: str) -> str:
    """How a quantity binds, with a place for the quantity."""
    known = {
        "min": _("minimaal %(getal)s"),
        "max": _("maximaal %(getal)s"),
        "circa": _("ongeveer %(getal)s"),
    }
    return known.get(relatie, "%(getal)s")


def _with_unit(value: Decimal, unit: str) -> str:
    if unit == "euro":
        return amount(value)
    if unit == "%":
        return f"{number(value)}%"
    many = 1 if value == 1 else 2
    known = {
        "woningen": ngettext("%(getal)s woning", "%(getal)s woningen", many),
        "standplaatsen": ngettext("%(getal)s standplaats", "%(getal)s standplaatsen", many),
        "jaar": ngettext("%(getal)s jaar", "%(getal)s jaren", many),
        "maand": ngettext("%(getal)s maand", "%(getal)s maanden", many),
    }
    return known[unit] % {"getal": number(value)} if unit in known else f"{number(value)} {unit}"


def termijn(fact: Termijn) -> str:
    """The last day a deadline means: 31-12-2026, elk jaar 1 april; or its own words where it has none."""
    if is_dutch() or fact.tot is None:
        return words.termijn(fact)
    if isinstance(fact.tot, date):
        return short_day(fact.tot)
    leap = date.fromisoformat(f"2024-{fact.tot.removeprefix('--')}")
    return _("elk jaar %(dag)s") % {"dag": date_format(leap, "j F")}


def looptijd(term: Looptijd | None) -> str:
    """The term in words, or nothing when the document says none."""
    if is_dutch() or term is None:
        return words.looptijd(term)
    if term.van and term.tot:
        return _("%(van)s t/m %(tot)s") % {"van": day(term.van), "tot": day(term.tot)}
    if term.tot:
        return _("t/m %(dag)s") % {"dag": day(term.tot)}
    return _("vanaf %(dag)s") % {"dag": day(term.van)} if term.van else ""


def doel(target: Doel) -> str:
    """What an amendment amends: afspraak 7, or doelen, proces, bijlage."""
    if target.nummer:
        return _("afspraak %(nummer)s") % {"nummer": words.one_line(target.nummer)}
    return str(ONDERDELEN.get(target.onderdeel or "", _("stuk")))
