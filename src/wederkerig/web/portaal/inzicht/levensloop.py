"""One agreement through time: as it began, what each decision did to it, where its sentences come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wederkerig.consolidation import HerkomstZin, Stukje, compare_words, sentences_of
from wederkerig.export.words import one_line
from wederkerig.model import Afspraak, Bron, Stuk, Tabel
from wederkerig.web.portaal.lijnen import Lijn
from wederkerig.web.register.models import Besluit

Wat = Literal["begin", "ingevoegd", "gewijzigd", "vervallen", "teruggekeerd"]


@dataclass(frozen=True, slots=True)
class Stadium:
    """What one decision did to an agreement. nummer, thema: what they were where they changed."""

    besluit: Besluit
    wat: Wat
    stukjes: tuple[Stukje, ...]
    stappen: tuple[Stukje, ...] = ()
    was_nummer: str = ""
    werd_nummer: str = ""
    was_thema: str = ""
    werd_thema: str = ""

    @property
    def woorden_anders(self) -> bool:
        """Whether its words changed, and not only its number or place."""
        return any(piece.soort != "gelijk" for piece in (*self.stukjes, *self.stappen))


@dataclass(frozen=True, slots=True)
class Vindplek:
    """Where a document says something of an agreement: the decision, and the words with their place."""

    besluit: Besluit
    bron: Bron
    wat: str = ""


def find_in(stuk: Stuk, name: str) -> Afspraak | None:
    """The agreement of this lasting name in a version; None where it is not in it."""
    return next((each for each in stuk.afspraken if each.id == name), None)


def life_of(lijn: Lijn, name: str) -> tuple[Stadium, ...]:
    """What became of an agreement, decision by decision, in order of time; none where there is no such."""
    stadia: list[Stadium] = []
    before: Afspraak | None = None
    for count, row in enumerate(lijn.besluiten):
        now = find_in(lijn.versie(count).stuk, name)
        if (stadium := _stadium(row, before, now, first=count == 0, known=bool(stadia))) is not None:
            stadia.append(stadium)
        before = now
    return tuple(stadia)


def _stadium(
    row: Besluit, before: Afspraak | None, now: Afspraak | None, *, first: bool, known: bool
) -> Stadium | None:
    if before is None and now is None:
        return None
    if before is None or now is None:
        wat: Wat = (
            "vervallen" if now is None else "begin" if first else "teruggekeerd" if known else "ingevoegd"
        )
        return Stadium(row, wat, *_words(before, now), werd_nummer=one_line(now.nummer) if now else "")
    numbers = (one_line(before.nummer), one_line(now.nummer))
    themes = (one_line(before.thema or ""), one_line(now.thema or ""))
    if (before.tekst, before.stappen) == (now.tekst, now.stappen) and len({*numbers}) == len({*themes}) == 1:
        return None
    return Stadium(
        row,
        "gewijzigd",
        *_words(before, now),
        *(numbers if numbers[0] != numbers[1] else ("", "")),
        *(themes if themes[0] != themes[1] else ("", "")),
    )


def _words(before: Afspraak | None, now: Afspraak | None) -> tuple[tuple[Stukje, ...], tuple[Stukje, ...]]:
    texts = (before.tekst if before else "", now.tekst if now else "")
    steps = ("\n".join(stap.tekst for stap in each.stappen) if each else "" for each in (before, now))
    return compare_words(*texts), compare_words(*steps)


def sentences_on(lijn: Lijn, count: int, afspraak: Afspraak) -> tuple[HerkomstZin, ...]:
    """The sentences of an agreement in a version, each with the decisions that brought it."""
    versie = lijn.versie(count)
    adopted = {besluit.naam: besluit.vastgesteld for besluit in versie.besluiten}
    return sentences_of(afspraak.tekst, versie.lagen.get(afspraak.id or "", ()), adopted)


def places_of(lijn: Lijn, name: str) -> tuple[Vindplek, ...]:
    """Where the base and the decisions say something of an agreement, as far as places are known."""
    found: list[Vindplek] = []
    first = find_in(lijn.tijdlijn.geschiedenis.basis, name)
    if first is not None and first.bron is not None:
        found.append(Vindplek(lijn.basis, first.bron))
    opnames = lijn.versie(len(lijn.besluiten) - 1).opnames
    for row, opname in zip(lijn.besluiten[1:], opnames, strict=True):
        found += [
            Vindplek(row, each.wijziging.bron, each.wijziging.soort)
            for each in opname.verwerkingen
            if each.doel is not None and each.doel.afspraak == name and each.wijziging.bron is not None
        ]
    return tuple(found)


def tables_of(stuk: Stuk, afspraak: Afspraak) -> tuple[Tabel, ...]:
    """The tables that belong to an agreement."""
    return tuple(tabel for tabel in stuk.tabellen if tabel.afspraak == afspraak.nummer)


def named_by(stuk: Stuk, afspraak: Afspraak) -> tuple[Afspraak, ...]:
    """The agreements that this one refers to, as far as they are there."""
    wanted = {_bare(each.nummer) for each in afspraak.verwijzingen}
    return tuple(each for each in stuk.afspraken if _bare(each.nummer) in wanted and each.id != afspraak.id)


def naming(stuk: Stuk, afspraak: Afspraak) -> tuple[Afspraak, ...]:
    """The agreements that refer to this one."""
    number = _bare(afspraak.nummer)
    return tuple(
        each
        for each in stuk.afspraken
        if each.id != afspraak.id and any(_bare(other.nummer) == number for other in each.verwijzingen)
    )


def neighbours(afspraken: Sequence[Afspraak], afspraak: Afspraak) -> tuple[Afspraak | None, Afspraak | None]:
    """The agreement before and the one after."""
    at = next(place for place, each in enumerate(afspraken) if each.id == afspraak.id)
    before = afspraken[at - 1] if at else None
    return before, afspraken[at + 1] if at + 1 < len(afspraken) else None


def _bare(number: str) -> str:
    return number.strip().rstrip(".").casefold()
