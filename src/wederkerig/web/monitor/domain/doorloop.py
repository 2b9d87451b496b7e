"""Which agreements ask for something this year, and which run on as they were; from the public text alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from wederkerig.checks.concreetheid import gegevens_van
from wederkerig.checks.wederkerigheid import SOORTEN
from wederkerig.consolidation import GeschiedenisError, compare
from wederkerig.export.words import one_line, termijnen_of, who
from wederkerig.model import Afspraak, Partij, PartijSoort, Stuk
from wederkerig.web.register.domain.geschiedenis import tijdlijn_of, uitgave_na
from wederkerig.web.register.models import Overeenkomst

_FIRST = 140
_KEPT = 256
Anders = Literal["nieuw", "gewijzigd", ""]


@dataclass(frozen=True, slots=True)
class Afspraakregel:
    """One agreement. anders: what this year's decisions did to it; termijn: its first day due this year."""

    id: str
    nummer: str
    begin: str
    thema: str
    wie: str
    anders: Anders
    termijn: dt.date | None
    zonder_getal: bool


@dataclass(frozen=True, slots=True)
class Concreet:
    """Of a party: in how many agreements it acts, and how many of them say how much and by when."""

    partij: str
    soort: PartijSoort
    afspraken: int
    hoeveel: int
    wanneer: int


@dataclass(frozen=True, slots=True)
class Doorloop:
    """The agreements of a day. gesprek: without a number or a day, a subject for the next meeting."""

    dit_jaar: tuple[Afspraakregel, ...] = ()
    loopt_door: tuple[Afspraakregel, ...] = ()
    gesprek: tuple[Afspraakregel, ...] = ()
    concreet: tuple[Concreet, ...] = ()

    @property
    def aantal(self) -> int:
        """How many agreements there are."""
        return len(self.dit_jaar) + len(self.loopt_door)


def agreements_on(overeenkomst: Overeenkomst, dag: dt.date) -> Doorloop:
    """The agreements as they hold on a day; nothing where none holds yet. No query where they are known."""
    return _agreements(overeenkomst.pk, overeenkomst.stand, dag)


@lru_cache(maxsize=_KEPT)
def _agreements(pk: int, stand: int, dag: dt.date) -> Doorloop:
    overeenkomst = Overeenkomst(pk=pk, stand=stand)
    tijdlijn = tijdlijn_of(overeenkomst)
    try:
        count = len(tijdlijn.on(dag).besluiten)
    except GeschiedenisError:
        return Doorloop()
    stuk = uitgave_na(overeenkomst, count).stuk
    lines = list(_lines(stuk, _changes(overeenkomst, count, dag), dag))
    return Doorloop(
        dit_jaar=tuple(sorted((each for each in lines if each.anders or each.termijn), key=_day)),
        loopt_door=tuple(each for each in lines if not (each.anders or each.termijn)),
        gesprek=tuple(each for each in lines if each.zonder_getal),
        concreet=tuple(_concrete(stuk, partij) for partij in sorted(stuk.partijen, key=_kind)),
    )


def _changes(overeenkomst: Overeenkomst, count: int, dag: dt.date) -> Mapping[str, Anders]:
    """By agreement what the decisions that entered into force this year did; nothing in the first year."""
    tijdlijn, first = tijdlijn_of(overeenkomst), dt.date(dag.year, 1, 1)
    begin = tijdlijn.geschiedenis.inwerking
    before = sum(each.inwerking < first for each in tijdlijn.besluiten[:count])
    if before == count or (begin is not None and begin >= first):
        return {}
    changed = compare(tijdlijn.after(before).stuk, tijdlijn.after(count).stuk).gewijzigd
    return {
        each.id: "nieuw" if each.stand == "nieuw" else "gewijzigd"
        for each in changed
        if each.nieuw is not None
    }


def _lines(stuk: Stuk, changes: Mapping[str, Anders], dag: dt.date) -> Iterator[Afspraakregel]:
    for afspraak in stuk.afspraken:
        said = gegevens_van(afspraak, stuk)
        yield Afspraakregel(
            id=afspraak.id or "",
            nummer=one_line(afspraak.nummer),
            begin=_begin(afspraak.tekst),
            thema=one_line(afspraak.thema or ""),
            wie=who(stuk, _actors(afspraak)),
            anders=changes.get(afspraak.id or "", ""),
            termijn=min(_days(afspraak, dag.year), default=None),
            zonder_getal=not (said.hoeveel or said.wanneer),
        )


def _day(regel: Afspraakregel) -> dt.date:
    """When something is due; what has no day comes last."""
    return regel.termijn or dt.date.max


def _days(afspraak: Afspraak, year: int) -> Iterator[dt.date]:
    """The days of this year on which something is due."""
    for _, fact in termijnen_of(afspraak):
        if isinstance(fact.tot, dt.date):
            day = fact.tot
        elif fact.tot:
            month, number = int(fact.tot[2:4]), int(fact.tot[5:7])
            day = dt.date(year, month, 28 if (month, number) == (2, 29) else number)
        else:
            continue
        if day.year == year:
            yield day


def _kind(partij: Partij) -> int:
    """The municipality first."""
    return list(SOORTEN).index(partij.soort)


def _concrete(stuk: Stuk, partij: Partij) -> Concreet:
    own = [each for each in stuk.afspraken if {partij.naam, partij.kort} & set(_actors(each))]
    said = [gegevens_van(each, stuk) for each in own]
    return Concreet(
        partij=partij.naam,
        soort=partij.soort,
        afspraken=len(own),
        hoeveel=sum(each.hoeveel for each in said),
        wanneer=sum(each.wanneer for each in said),
    )


def _actors(afspraak: Afspraak) -> tuple[str, ...]:
    names = (*afspraak.actoren, *(naam for stap in afspraak.stappen for naam in stap.actoren))
    return tuple(dict.fromkeys(names))


def _begin(text: str) -> str:
    line = one_line(text[: 4 * _FIRST])
    return line if len(line) <= _FIRST else f"{line[:_FIRST].rsplit(' ', 1)[0].rstrip(',;:')} …"


def forget() -> None:
    """Let go of what was worked out, where keys come to mean other rows, as in tests."""
    _agreements.cache_clear()
