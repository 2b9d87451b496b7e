"""Figures that follow from others, and so are not asked for: which part of the statushouders each housed.

The share of a corporation follows from how many people all corporations housed. With the taakstelling of the
municipality and the key of the agreements it follows how many each has to house, and what is still to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from wederkerig.model import Meting, Model, Norm, PartijSoort
from wederkerig.model.taal import Hoeveelheid
from wederkerig.monitoring.peildata import ONE_DAY, moment, reference_days
from wederkerig.monitoring.toewijzing import share_out

GEHUISVEST, VERDELING, TAAKSTELLING = (
    "statushouders",
    "statushouders-verdeling",
    "statushouders-halfjaartaak",
)
_STOCK = "voorraad-sociaal"
_HALF_YEAR = timedelta(days=200)
_PLACES = Decimal("0.0001")
_ALL = Decimal(100)
_SHOWN = 2


class Taakdeel(Model):
    """What one corporation has to do of a taakstelling, in people.

    sleutel: its part of the key: a percentage, or dwellings. gehuisvest: how many it housed in the half year
    so far; None where that is not known. nog: how many are still to do, never below 0.
    """

    partij: str
    sleutel: Hoeveelheid
    taak: int
    gehuisvest: int | None = None
    nog: int | None = None


class Verdeling(Model):
    """The taakstelling of a half year, shared out; the parts add up to it.

    van, tot: its first and last day.
    naar: the key of the agreements, or the stock of dwellings on `voorraad_op`.
    """

    van: date
    tot: date
    taakstelling: int
    naar: Literal["afspraak", "voorraad"]
    voorraad_op: date | None = None
    delen: tuple[Taakdeel, ...]


def source_of(indicator: str) -> str:
    """The indicator whose figures one follows from; itself where it is given."""
    return GEHUISVEST if indicator == VERDELING else indicator


def asked_for(normen: Sequence[Norm], soorten: Mapping[str, PartijSoort]) -> tuple[Norm, ...]:
    """The norms as their figures are asked: for a share of the statushouders those that it follows from.

    soorten: the kind of each party. All corporations are asked how many they housed, and the municipality
        what its task is.
    """
    return tuple(asked for norm in normen for asked in _asked_for(norm, soorten))


def _asked_for(norm: Norm, soorten: Mapping[str, PartijSoort]) -> Iterator[Norm]:
    if norm.indicator != VERDELING:
        yield norm
        return
    corporaties, gemeenten = _of_kind(soorten, "corporatie"), _of_kind(soorten, "gemeente")
    plain = {"indicator": GEHUISVEST, "eenheid": "personen", "grootheid": "stand", "nulmeting": None}
    asked = corporaties or norm.partijen
    yield norm.model_copy(update=plain | {"partijen": asked, "cijfers_van": asked})
    if gemeenten:
        task = {
            "indicator": TAAKSTELLING,
            "partijen": gemeenten,
            "cijfers_van": gemeenten,
            "ritme": "eenmalig",
        }
        yield norm.model_copy(update=plain | task)


def derived(metingen: Sequence[Meting], soorten: Mapping[str, PartijSoort]) -> tuple[Meting, ...]:
    """The share of each corporation in the people they housed together, of each time that all told."""
    corporaties = set(_of_kind(soorten, "corporatie"))
    by_time: dict[tuple[date | None, date, str | None], dict[str, Meting]] = {}
    for each in metingen:
        if each.indicator == GEHUISVEST and each.partij in corporaties:
            by_time.setdefault((each.van, each.peildatum, each.gebied), {})[each.partij] = each
    whole = (given for given in by_time.values() if corporaties and set(given) == corporaties)
    return tuple(share for given in whole for share in _shares(given))


def _shares(given: Mapping[str, Meting]) -> Iterator[Meting]:
    total = sum((each.waarde for each in given.values()), Decimal(0))
    for each in given.values():
        if total:
            share = (each.waarde * _ALL / total).quantize(_PLACES)
            update = {"indicator": VERDELING, "waarde": share, "noemer": total, "bron": "uitgerekend"}
            yield each.model_copy(update=update)


def share_task(
    normen: Sequence[Norm], metingen: Sequence[Meting], soorten: Mapping[str, PartijSoort], *, op: date
) -> tuple[Verdeling, ...]:
    """How the last two taakstellingen known on a day are shared out, the newest first.

    Nothing of a half year for which neither the agreements nor the stock give a key for every corporation.
    """
    tasks = {
        moment(each.peildatum): each.waarde
        for each in metingen
        if each.indicator == TAAKSTELLING and each.gebied is None and moment(each.peildatum) <= op
    }
    found = (_shared(van, tasks[van], normen, metingen, soorten, op) for van in sorted(tasks, reverse=True))
    return tuple(each for each in found if each)[:_SHOWN]


def _shared(  # all that a division follows from
    van: date,
    taak: Decimal,
    normen: Sequence[Norm],
    metingen: Sequence[Meting],
    soorten: Mapping[str, PartijSoort],
    op: date,
) -> Verdeling | None:
    corporaties = _of_kind(soorten, "corporatie")
    agreed = _agreed(normen, corporaties, van)
    stock_day, stock = (None, {}) if agreed else _stock(metingen, corporaties, van)
    key = agreed or stock
    if not sum(key.values()):
        return None
    tot = min(dag for dag in reference_days(van + ONE_DAY, van + _HALF_YEAR)) - ONE_DAY
    shares = share_out(int(taak), key)
    delen = (
        _part(partij, key[partij], shares[partij], _housed(metingen, partij, van, min(op, tot)))
        for partij in corporaties
    )
    return Verdeling(
        van=van,
        tot=tot,
        taakstelling=int(taak),
        naar="afspraak" if agreed else "voorraad",
        voorraad_op=stock_day,
        delen=tuple(delen),
    )


def _part(partij: str, sleutel: Decimal, taak: int, gehuisvest: int | None) -> Taakdeel:
    nog = None if gehuisvest is None else max(0, taak - gehuisvest)
    return Taakdeel(partij=partij, sleutel=sleutel, taak=taak, gehuisvest=gehuisvest, nog=nog)


def _agreed(normen: Sequence[Norm], corporaties: Sequence[str], op: date) -> dict[str, Decimal]:
    """The percentage of each corporation by the agreements; one that is not named takes what is left."""
    key = {
        norm.partijen[0]: norm.waarde
        for norm in normen
        if (norm.indicator, norm.grootheid, norm.aard) == (VERDELING, "stand", "norm")
        and len(norm.partijen) == 1
        and norm.partijen[0] in corporaties
        and (norm.van or op) <= op <= (norm.per or op)
    }
    left = [partij for partij in corporaties if partij not in key]
    rest = _ALL - sum(key.values())
    if key and len(left) == 1 and rest >= 0:
        key[left[0]] = rest
    return key if set(key) == set(corporaties) else {}


def _stock(
    metingen: Sequence[Meting], corporaties: Sequence[str], op: date
) -> tuple[date | None, dict[str, Decimal]]:
    """The dwellings of each corporation on the last day of which all told them."""
    by_day: dict[date, dict[str, Decimal]] = {}
    for each in metingen:
        whole = each.indicator == _STOCK and each.gebied is None and each.partij in corporaties
        if whole and moment(each.peildatum) <= op:
            by_day.setdefault(moment(each.peildatum), {})[each.partij] = each.waarde
    days = [dag for dag, stock in by_day.items() if set(stock) == set(corporaties)]
    return (max(days), by_day[max(days)]) if days else (None, {})


def _housed(metingen: Sequence[Meting], partij: str, van: date, tot: date) -> int | None:
    """How many people were housed from one day until the last that is known before another."""
    own = [
        each for each in metingen if (each.indicator, each.partij, each.gebied) == (GEHUISVEST, partij, None)
    ]
    direct = {each.peildatum: each.waarde for each in own if each.van == van and each.peildatum <= tot}
    if direct:
        return int(direct[max(direct)])
    january = date(van.year, 1, 1)
    year = {each.peildatum: each.waarde for each in own if each.van == january and each.peildatum <= tot}
    before, later = year.get(van - ONE_DAY), [dag for dag in year if dag >= van]
    return None if before is None or not later else int(year[max(later)] - before)


def _of_kind(soorten: Mapping[str, PartijSoort], soort: PartijSoort) -> tuple[str, ...]:
    return tuple(partij for partij, kind in soorten.items() if kind == soort)
