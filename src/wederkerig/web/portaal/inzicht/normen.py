"""Norms at a glance: the quantities that bind as a minimum, a maximum or a range, each with its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederkerig.export.words import getal, getallen_of, one_line, termijn, termijnen_of, who
from wederkerig.model import Afspraak, Stuk
from wederkerig.web.portaal.inzicht.rijen import actors_of, first_words

NORMEN = frozenset({"min", "max", "bereik"})


@dataclass(frozen=True, slots=True)
class Norm:
    """One quantity to measure against. waarde: in words, short; wanneer: the days of its agreement."""

    waarde: str
    woorden: str
    id: str
    nummer: str
    begin: str
    thema: str
    wie: str
    wanneer: tuple[str, ...]


def norms_of(stuk: Stuk) -> tuple[Norm, ...]:
    """All norms, in order of the document."""
    return tuple(norm for afspraak in stuk.afspraken for norm in norms_in(stuk, afspraak))


def norms_in(stuk: Stuk, afspraak: Afspraak) -> Iterator[Norm]:
    """The norms of one agreement and its steps, each once."""
    days = [termijn(fact) for _, fact in termijnen_of(afspraak) if fact.tot]
    seen = set()
    for _, fact in getallen_of(afspraak):
        value = getal(fact, short=True)
        if fact.relatie in NORMEN and value not in seen:
            seen.add(value)
            yield Norm(
                waarde=value,
                woorden=one_line(fact.tekst),
                id=afspraak.id or "",
                nummer=one_line(afspraak.nummer),
                begin=first_words(afspraak.tekst, 110),
                thema=one_line(afspraak.thema or ""),
                wie=who(stuk, actors_of(afspraak)),
                wanneer=tuple(dict.fromkeys(days)),
            )
