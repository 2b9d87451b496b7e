"""How the values of the model read in Dutch, in every file and on every screen: dates, quantities, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from wederkerig.model import Afspraak, Doel, Getal, Looptijd, Stuk, Termijn

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
SOORTEN = {"meerjarig": "meerjarige afspraken", "jaarafspraken": "jaarafspraken", "jaarplan": "jaarplan"}
PARTIJ_SOORTEN = {
    "gemeente": "gemeente",
    "corporatie": "corporatie",
    "huurdersorganisatie": "huurdersorganisatie",
    "zorgaanbieder": "zorgaanbieder",
    "overig": "overige partij",
}
PARTIJ_MEERVOUDEN = {
    "gemeente": "gemeenten",
    "corporatie": "corporaties",
    "huurdersorganisatie": "huurdersorganisaties",
    "zorgaanbieder": "zorgaanbieders",
    "overig": "overige partijen",
}
RELATIES = {
    "min": "minimaal",
    "max": "maximaal",
    "circa": "ongeveer",
    "gelijk": "precies",
    "bereik": "van … tot …",
}
WIJZIGING_SOORTEN = {
    "aanvulling": "aanvulling",
    "wijziging": "wijziging",
    "verwijderen": "geschrapt",
    "nieuw": "nieuwe afspraak",
    "bijlage": "toevoeging aan bijlage",
    "verplaatsing": "verplaatst",
}
_TIMES = (("dag", "dagen"), ("week", "weken"), ("maand", "maanden"), ("kwartaal", "kwartalen"))
# What a terminal would obey, and what an XML file may not hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ARTICLE = re.compile(r"^(?:[Dd]e|[Hh]et|[Ee]en)\s+(?=[a-z])")  # not the one that opens a name: De Brug


def clean(text: str) -> str:
    """The text without control characters; tabs and line ends stay."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """The text on one line, without control characters and with single spaces."""
    return " ".join(clean(text).split())


def day(value: date) -> str:
    """A date written out: 1 juni 2025."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """A date in figures: 1-6-2025."""
    return f"{value.day}-{value.month}-{value.year}"


def number(value: Decimal) -> str:
    """A number with Dutch separators, without needless zeros: 3.341, 442,46, 1,5."""
    whole, _, fraction = f"{value.normalize():,f}".partition(".")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def amount(value: Decimal) -> str:
    """An amount in euros: € 1.250 or € 442,50."""
    if value == value.to_integral_value():
        return f"€ {number(value)}"
    whole, _, cents = f"{value:,.2f}".partition(".")
    return f"€ {whole.replace(',', '.')},{cents}"


def getal(fact: Getal, *, short: bool = False) -> str:
    """A quantity in words: minimaal 3.341 woningen, € 442,46, 10 tot 15%."""
    words = {"min": "min.", "max": "max.", "circa": "ca."} if short else RELATIES
    value = _with_unit(fact.waarde, fact.eenheid)
    if fact.tot is not None:
        return f"{number(fact.waarde)} tot {_with_unit(fact.tot, fact.eenheid)}"
    return value if fact.relatie in {"gelijk", "bereik"} else f"{words[fact.relatie]} {value}"


def _with_unit(value: Decimal, unit: str) -> str:
    if unit == "euro":
        return amount(value)
    return f"{number(value)}%" if unit == "%" else f"{number(value)} {unit_for(value, unit)}"


def unit_for(value: Decimal, unit: str) -> str:
    """A unit of time by its number: 1 maand, 3 maanden; other units, and jaar, as they are."""
    for one, more in _TIMES:
        if unit in {one, more}:
            return one if value == 1 else more
    return unit


def termijn(fact: Termijn) -> str:
    """The last day a deadline means: 31-12-2026, elk jaar 1 april, or its own words where it has none."""
    if isinstance(fact.tot, date):
        return short_day(fact.tot)
    if fact.tot is not None:
        _, _, month, number_of_day = fact.tot.split("-")
        return f"elk jaar {int(number_of_day)} {MONTHS[int(month) - 1]}"
    return one_line(fact.tekst)


def looptijd(term: Looptijd | None) -> str:
    """The term in words, or nothing when the document says none."""
    if term is None or (term.van is None and term.tot is None):
        return ""
    if term.van is None and term.tot is not None:
        return f"t/m {day(term.tot)}"
    first = day(term.van) if term.van else ""
    return f"{first} t/m {day(term.tot)}" if term.tot else f"vanaf {first}"


def short_names(stuk: Stuk, names: Iterable[str]) -> list[str]:
    """What the document calls these parties: "gemeente" for "de gemeente"; other names stay as they are."""
    known = {partij.naam: _ARTICLE.sub("", partij.kort).strip() or partij.naam for partij in stuk.partijen}
    return [one_line(known.get(name, name)) for name in names]


def who(stuk: Stuk, names: tuple[str, ...]) -> str:
    """Who acts, as short as it can be said: a whole group is named once."""
    left, said = list(names), []
    everyone = [partij.naam for partij in stuk.partijen]
    if len(everyone) > 1 and set(everyone) <= set(left):
        return ", ".join(
            ["alle partijen", *short_names(stuk, [name for name in left if name not in everyone])]
        )
    for soort in ("corporatie", "huurdersorganisatie"):
        group = [partij.naam for partij in stuk.partijen if partij.soort == soort]
        if len(group) > 1 and set(group) <= set(left):
            said.append(PARTIJ_MEERVOUDEN[soort])
            left = [name for name in left if name not in group]
    return ", ".join(short_names(stuk, left) + said)


def page(number_of_page: int | None) -> str:
    """(p. 5), or nothing where the format has no pages."""
    return f"(p. {number_of_page})" if number_of_page else ""


def doel(target: Doel) -> str:
    """What an amendment amends: afspraak 7, or doelen, proces, bijlage."""
    if target.nummer:
        return f"afspraak {one_line(target.nummer)}"
    return target.onderdeel or "stuk"


def getallen_of(afspraak: Afspraak) -> list[tuple[int | None, Getal]]:
    """The quantities of an agreement and of its steps, each with the step's place (1-based) or None."""
    facts: list[tuple[int | None, Getal]] = [(None, fact) for fact in afspraak.getallen]
    for place, stap in enumerate(afspraak.stappen, start=1):
        facts += [(place, fact) for fact in stap.getallen if fact not in afspraak.getallen]
    return facts


def termijnen_of(afspraak: Afspraak) -> list[tuple[int | None, Termijn]]:
    """The deadlines of an agreement and of its steps, each with the step's place (1-based) or None."""
    facts: list[tuple[int | None, Termijn]] = [(None, fact) for fact in afspraak.termijnen]
    for place, stap in enumerate(afspraak.stappen, start=1):
        facts += [(place, fact) for fact in stap.termijnen if fact not in afspraak.termijnen]
    return facts


def file_name(stuk: Stuk) -> str:
    """The name of the file that was read, or the title where that is unknown."""
    return one_line(stuk.bestand.naam if stuk.bestand else stuk.titel)


def count(number_of_things: int, one: str, more: str) -> str:
    """So many things: 1 tabel, 2 tabellen."""
    return f"{number_of_things} {one if number_of_things == 1 else more}"
