"""Norms at a glance: the quantities that bind as a minimum, a maximum or a range, with their deadlines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wederkerig.export.words import getallen_of, one_line, termijnen_of, who
from wederkerig.model import Afspraak, Getal, Stuk
from wederkerig.web.portaal.inzicht.rijen import actors_of, first_words
from wederkerig.web.vormgeving.woorden import getal, termijn

NORMEN = frozenset({"min", "max", "bereik"})
_CLAUSE = re.compile(r"[.,;:\n]\s")
_CONDITION = re.compile(r"^\s*als\b|\b(?:omdat|indien|wanneer|zolang|zodra|tenzij)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Norm:
    """What one agreement holds to measure against. waarden: in words, short; wanneer: its days."""

    waarden: tuple[str, ...]
    id: str
    nummer: str
    begin: str
    thema: str
    wie: str
    wanneer: tuple[str, ...]


def norms_of(stuk: Stuk) -> tuple[Norm, ...]:
    """The agreements with norms, in order of the document."""
    return tuple(norm for afspraak in stuk.afspraken if (norm := norm_of(stuk, afspraak)) is not None)


def norm_of(stuk: Stuk, afspraak: Afspraak) -> Norm | None:
    """The norms of one agreement and its steps, each once; None where it has none."""
    texts = (afspraak.tekst, *(stap.tekst for stap in afspraak.stappen))
    values = [
        getal(fact, short=True)
        for _, fact in getallen_of(afspraak)
        if fact.relatie in NORMEN and not any(_is_condition(fact, text) for text in texts)
    ]
    days = [termijn(fact) for _, fact in termijnen_of(afspraak) if fact.tot]
    if not values:
        return None
    return Norm(
        waarden=tuple(dict.fromkeys(values)),
        id=afspraak.id or "",
        nummer=one_line(afspraak.nummer),
        begin=first_words(afspraak.tekst, 110),
        thema=one_line(afspraak.thema or ""),
        wie=who(stuk, actors_of(afspraak)),
        wanneer=tuple(dict.fromkeys(days)),
    )


def _is_condition(fact: Getal, text: str) -> bool:
    """Whether a quantity stands in a clause that says when or why something holds."""
    at = text.find(fact.tekst)
    return at >= 0 and _CONDITION.search(_CLAUSE.split(text[: at + len(fact.tekst)])[-1]) is not None
