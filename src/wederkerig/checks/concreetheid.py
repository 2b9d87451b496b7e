"""Concreetheid: per theme how many agreements say who, how much and by when, with the sum in words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from wederkerig.model import Afspraak, Model, Partij, Stap, Stuk
from wederkerig.reading.language.actoren import BY_DEFAULT, FROM_HEADING

ZONDER_THEMA = "(geen thema)"
_GROEPEN = {
    "gemeente": r"gemeenten?|college|wethouder|gemeenteraad",
    "corporatie": r"(?:woning(?:bouw)?)?corporaties?|verhuurders?|woningstichting(?:en)?",
    "huurdersorganisatie": r"huurders(?:belangen)?(?:organisaties?|vereniging(?:en)?|platform)",
    "zorgaanbieder": r"zorg(?:aanbieders?|partijen|organisaties?|instellingen)",
}
_ALLEN = r"(?:alle\s+)?partijen|partij|prestatiepartners"
_WE = re.compile(r"\b(?:we|wij)\b", re.IGNORECASE)


class Gegevens(Model):
    """What an agreement says: a party by name or kind, a quantity, a day or year."""

    wie: bool
    hoeveel: bool
    wanneer: bool


class ConcreetheidRij(Model):
    """One row of the table: a theme, how many agreements, and how many of them say who, how much, by when."""

    thema: str
    afspraken: int
    wie: int
    hoeveel: int
    wanneer: int
    alle_drie: int
    uitleg: str


def concreetheid(stuk: Stuk) -> tuple[ConcreetheidRij, ...]:
    """One row for each theme in order of the document, and a last row "Totaal" when there is more than one.

    An agreement says who when a party that acts is named in its words or steps (by name, short name or kind)
    or in a column for it; "we" and an actor that reading took by default do not count. It says how much when
    it has a quantity with a unit, and by when when it has a deadline with a day (also one that returns every
    year).
    """
    per_thema: dict[str, list[Afspraak]] = {}
    for afspraak in stuk.afspraken:
        per_thema.setdefault(afspraak.thema or ZONDER_THEMA, []).append(afspraak)
    rijen = [_rij(thema, afspraken, stuk) for thema, afspraken in per_thema.items()]
    if len(rijen) > 1:
        rijen.append(_rij("Totaal", stuk.afspraken, stuk))
    return tuple(rijen)


def gegevens_van(afspraak: Afspraak, stuk: Stuk) -> Gegevens:
    """Whether an agreement, with its steps, says who, how much and by when."""
    return Gegevens(
        wie=_zegt_wie(afspraak, stuk.partijen)
        or any(_zegt_wie(stap, stuk.partijen) for stap in afspraak.stappen),
        hoeveel=bool(afspraak.getallen or any(stap.getallen for stap in afspraak.stappen)),
        wanneer=any(
            termijn.tot is not None
            for termijn in (
                *afspraak.termijnen,
                *(termijn for stap in afspraak.stappen for termijn in stap.termijnen),
            )
        ),
    )


def _zegt_wie(deel: Afspraak | Stap, partijen: tuple[Partij, ...]) -> bool:
    twijfel = deel.twijfel or ""
    if partijen and BY_DEFAULT in twijfel:
        return False
    elders = bool(deel.actoren) and FROM_HEADING not in twijfel and not _WE.search(deel.tekst)
    return elders or _partijnamen(partijen).search(deel.tekst) is not None


def _rij(thema: str, afspraken: Iterable[Afspraak], stuk: Stuk) -> ConcreetheidRij:
    gegevens = [gegevens_van(afspraak, stuk) for afspraak in afspraken]
    wie = sum(een.wie for een in gegevens)
    hoeveel = sum(een.hoeveel for een in gegevens)
    wanneer = sum(een.wanneer for een in gegevens)
    alle_drie = sum(een.wie and een.hoeveel and een.wanneer for een in gegevens)
    uitleg = (
        f"{_afspraken(len(gegevens))}: {_zegt(wie)} wie iets doet, {_zegt(hoeveel)} hoeveel en "
        f"{_zegt(wanneer)} wanneer; {_zegt(alle_drie)} het alle drie."
    )
    return ConcreetheidRij(
        thema=thema,
        afspraken=len(gegevens),
        wie=wie,
        hoeveel=hoeveel,
        wanneer=wanneer,
        alle_drie=alle_drie,
        uitleg=uitleg,
    )


@lru_cache(maxsize=8)
def _partijnamen(partijen: tuple[Partij, ...]) -> re.Pattern[str]:
    """Names and kinds of the parties as they may stand in a text."""
    namen = {re.escape(naam) for partij in partijen for naam in (partij.naam, partij.kort) if naam}
    soorten = {_GROEPEN[partij.soort] for partij in partijen if partij.soort in _GROEPEN} or set(
        _GROEPEN.values()
    )
    return re.compile(
        rf"\b(?:{'|'.join(sorted(namen | soorten | {_ALLEN}, key=len, reverse=True))})\b", re.IGNORECASE
    )


def _afspraken(aantal: int) -> str:
    return f"{aantal} {'afspraak' if aantal == 1 else 'afspraken'}"


def _zegt(aantal: int) -> str:
    return f"{aantal or 'geen'} {'zegt' if aantal < 2 else 'zeggen'}"
