"""The agreements as rows, by theme: number, first words, who, how much, when, and what is new about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wederkerig.checks.concreetheid import Gegevens, gegevens_van
from wederkerig.consolidation.identiteit import slug
from wederkerig.export.words import getallen_of, one_line, termijnen_of, who
from wederkerig.model import Afspraak, Stuk
from wederkerig.web.vormgeving.woorden import getal, termijn

Stand = Literal["nieuw", "gewijzigd", "verplaatst", ""]
_FIRST = 170  # characters of an agreement that say what it is about
_FACTS = 3


@dataclass(frozen=True, slots=True)
class Rij:
    """One agreement. wie: those that act, as short as it can be said; partijen: the same by address.

    termijn: the first day this year on which something is due.
    """

    id: str
    nummer: str
    begin: str
    thema: str
    wie: str
    partijen: frozenset[str]
    hoeveel: tuple[str, ...]
    wanneer: tuple[str, ...]
    gegevens: Gegevens
    stand: Stand = ""
    termijn: date | None = None

    @property
    def loopt_door(self) -> bool:
        """Whether it runs on unchanged this year, with nothing due."""
        return not self.stand and self.termijn is None

    @property
    def zonder_houvast(self) -> bool:
        """Whether it says neither how much nor by when."""
        return not (self.gegevens.hoeveel or self.gegevens.wanneer)


@dataclass(frozen=True, slots=True)
class ThemaRijen:
    """A theme with what it aims for and its agreements: those of this year, and those that run on."""

    titel: str
    adres: str
    doelen: tuple[str, ...]
    ambities: tuple[str, ...]
    dit_jaar: tuple[Rij, ...]
    loopt_door: tuple[Rij, ...]

    @property
    def aantal(self) -> int:
        """How many agreements it has."""
        return len(self.dit_jaar) + len(self.loopt_door)


@dataclass(frozen=True, slots=True)
class Keuze:
    """What a visitor wants to see: agreements of a party, of a theme, or without number and day."""

    partij: str = ""
    thema: str = ""
    zonder_houvast: bool = False

    def __bool__(self) -> bool:
        return bool(self.partij or self.thema or self.zonder_houvast)

    def holds(self, rij: Rij) -> bool:
        """Whether an agreement is among them."""
        return (
            (not self.partij or self.partij in rij.partijen)
            and (not self.thema or slug(rij.thema) == self.thema)
            and (not self.zonder_houvast or rij.zonder_houvast)
        )


def rijen_of(stuk: Stuk, standen: Mapping[str, Stand], dagen: Mapping[str, date]) -> tuple[Rij, ...]:
    """Every agreement, in order. standen, dagen: by id, what changed and what is due this year."""
    return tuple(
        Rij(
            id=afspraak.id or "",
            nummer=one_line(afspraak.nummer),
            begin=first_words(afspraak.tekst),
            thema=one_line(afspraak.thema or ""),
            wie=who(stuk, actors_of(afspraak)),
            partijen=frozenset(map(slug, actors_of(afspraak))),
            hoeveel=_shown([getal(fact, short=True) for _, fact in getallen_of(afspraak)]),
            wanneer=_shown([termijn(fact) for _, fact in termijnen_of(afspraak) if fact.tot]),
            gegevens=gegevens_van(afspraak, stuk),
            stand=standen.get(afspraak.id or "", ""),
            termijn=dagen.get(afspraak.id or ""),
        )
        for afspraak in stuk.afspraken
    )


def by_theme(stuk: Stuk, rijen: Sequence[Rij], keuze: Keuze) -> tuple[ThemaRijen, ...]:
    """The agreements that are wanted, by theme in order of the document; themes without any are left out."""
    return tuple(each for each in _themes(stuk, [rij for rij in rijen if keuze.holds(rij)]) if each.aantal)


def _themes(stuk: Stuk, rijen: Sequence[Rij]) -> Iterator[ThemaRijen]:
    known = {one_line(thema.titel): thema for thema in stuk.themas}
    named = dict.fromkeys([*known, *(rij.thema for rij in rijen)])
    for titel in named:
        thema, own = known.get(titel), [rij for rij in rijen if rij.thema == titel]
        yield ThemaRijen(
            titel=titel,
            adres=slug(titel) if titel else "",
            doelen=thema.doelen if thema else (),
            ambities=thema.ambities if thema else (),
            dit_jaar=tuple(rij for rij in own if not rij.loopt_door),
            loopt_door=tuple(rij for rij in own if rij.loopt_door),
        )


def actors_of(afspraak: Afspraak) -> tuple[str, ...]:
    """Who acts in an agreement or in its steps, each once."""
    names = (*afspraak.actoren, *(naam for stap in afspraak.stappen for naam in stap.actoren))
    return tuple(dict.fromkeys(names))


def first_words(text: str, most: int = _FIRST) -> str:
    """The beginning of a text on one line, ended at a whole word."""
    # what is much longer than what is shown is not looked at
    begin = text[: 4 * most]
    line = one_line(begin)
    if len(line) <= most and len(begin) == len(text):
        return line
    return f"{line[:most].rsplit(' ', 1)[0].rstrip(',;:')} …"


def _shown(facts: Sequence[str]) -> tuple[str, ...]:
    once = tuple(dict.fromkeys(facts))
    return once if len(once) <= _FACTS else (*once[:_FACTS], "…")
