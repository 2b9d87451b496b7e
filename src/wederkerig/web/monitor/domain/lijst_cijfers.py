"""The figures of a list of dwellings, to look at: of a municipality, and of its villages and districts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wederkerig.export.words import number
from wederkerig.monitoring.indicatoren import Indicator, indicatoren
from wederkerig.parameters.themas import themanaam
from wederkerig.web.monitor.domain.gebeurtenissen import period_in_words
from wederkerig.web.monitor.models import Cijfer, Woningenlijst

Periode = tuple[date | None, date]
_FIRST = "voorraad-sociaal"
_NIVEAUS = ("woonplaats", "wijk", "buurt")
_MEESTE_PERIODES = 6
"""So many days or years stand side by side, the last ones."""


@dataclass(frozen=True, slots=True)
class Vak:
    """One figure in a table; som: of how many it is a share, in words. klein: others never see it."""

    waarde: str
    som: str = ""
    klein: bool = False


@dataclass(frozen=True, slots=True)
class Regel:
    """A row of a table: an indicator (of a theme) or an area, with a figure (or none) for each period."""

    naam: str
    thema: str
    vakken: tuple[Vak | None, ...]


@dataclass(frozen=True, slots=True)
class Blad:
    """A table of figures on days, or over periods; kop: those."""

    kop: tuple[str, ...]
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    """What a list gives for one municipality.

    gemeenten: the names in the list, with for each whether it is a municipality that is known here.
    standen, stromen: on a day and over a period. gebieden: of one indicator by area, at one level.
    """

    gemeenten: tuple[tuple[str, bool], ...]
    gemeente: str
    standen: Blad
    stromen: Blad
    niveaus: tuple[str, ...]
    niveau: str
    indicatoren: tuple[tuple[str, str], ...]
    indicator: str
    gebieden: Blad

    @property
    def indicatornaam(self) -> str:
        """What the indicator is called of which the areas are shown."""
        return dict(self.indicatoren).get(self.indicator, "")


def overview_of(lijst: Woningenlijst, *, gemeente: str, niveau: str, indicator: str) -> Overzicht:
    """The figures of a municipality in the list; for what is not there comes the first there is."""
    places = _places(lijst)
    name = gemeente if gemeente in dict(places) else next((each for each, _ in places), "")
    rows = list(lijst.cijfers.filter(gemeentenaam=name))
    whole, parts = [each for each in rows if not each.gebied], [each for each in rows if each.gebied]
    known = {each.id: each for each in indicatoren()}
    used = {each.niveau for each in parts}
    levels = tuple(each for each in _NIVEAUS if each in used)
    level = niveau if niveau in levels else next(iter(levels), "")
    at_level = [each for each in parts if each.niveau == level]
    names = _names((each.indicator for each in at_level), known)
    wanted = (indicator, _FIRST, *(each for each, _ in names))
    chosen = next((each for each in wanted if each in dict(names)), "")
    return Overzicht(
        gemeenten=places,
        gemeente=name,
        standen=_by_indicator([each for each in whole if each.van is None], known),
        stromen=_by_indicator([each for each in whole if each.van is not None], known),
        niveaus=levels,
        niveau=level,
        indicatoren=names,
        indicator=chosen,
        gebieden=_by_area([each for each in at_level if each.indicator == chosen], known),
    )


def _places(lijst: Woningenlijst) -> tuple[tuple[str, bool], ...]:
    """The municipalities of a list, those that are known here first, each by its name in the list."""
    found = lijst.cijfers.order_by("gemeentenaam").values_list("gemeentenaam", "gemeente").distinct()
    return tuple(sorted(((name, pk is not None) for name, pk in found), key=lambda each: not each[1]))


def _names(ids: Iterable[str], known: Mapping[str, Indicator]) -> tuple[tuple[str, str], ...]:
    used = set(ids)
    return tuple((each.id, each.naam) for each in known.values() if each.id in used)


def _by_indicator(rows: Sequence[Cijfer], known: Mapping[str, Indicator]) -> Blad:
    """A row for each indicator, in the order of the catalogue."""
    periods = _periods(rows)
    cells = {(each.indicator, (each.van, each.peildatum)): each for each in rows}
    names = _names((each.indicator for each in rows), known)
    return Blad(
        tuple(period_in_words(*period) for period in periods),
        tuple(
            Regel(name, themanaam(known[key].thema), _cells(key, periods, cells, known[key]))
            for key, name in names
        ),
    )


def _by_area(rows: Sequence[Cijfer], known: Mapping[str, Indicator]) -> Blad:
    """A row for each area, by name."""
    periods = _periods(rows)
    cells = {(each.gebied, (each.van, each.peildatum)): each for each in rows}
    areas = sorted({each.gebied for each in rows})
    what = known[rows[0].indicator] if rows else None
    return Blad(
        tuple(period_in_words(*period) for period in periods),
        tuple(Regel(area, "", _cells(area, periods, cells, what)) for area in areas if what),
    )


def _periods(rows: Iterable[Cijfer]) -> list[Periode]:
    found = {(each.van, each.peildatum) for each in rows}
    return sorted(found, key=lambda each: (each[1], each[0] or each[1]))[-_MEESTE_PERIODES:]


def _cells(
    key: str, periods: Sequence[Periode], cells: Mapping[tuple[str, Periode], Cijfer], what: Indicator
) -> tuple[Vak | None, ...]:
    found = (cells.get((key, period)) for period in periods)
    return tuple(None if each is None or each.waarde is None else _cell(each, what) for each in found)


def _cell(row: Cijfer, what: Indicator) -> Vak:
    value = row.waarde if row.waarde is not None else Decimal()
    if what.vorm == "aandeel":
        base = row.noemer if row.noemer is not None else Decimal()
        return Vak(f"{number(_short(value))}%", f"{number(row.teller)} van {number(base)}", klein=row.klein)
    shown = number(_short(value))
    return Vak(f"€ {shown}" if what.eenheid == "euro" else shown, klein=row.klein)


def _short(value: Decimal) -> Decimal:
    """A figure with at most two decimals, as people read it."""
    return value.quantize(Decimal("0.01"))
