"""The figures a party is asked for, and by when: only what its norms need and is not there yet.

A figure that several norms need is asked once; one that is about a norm (`Indicator.per_norm`) for each.

On each reference day (peildata.yaml) a figure on a day is asked as it is then, and a figure over a period for
the calendar year so far, or for the year that is over where a status needs whole years. Of what was missed
only that is asked which a status still needs: of a figure on a day the newest, the baseline, and for a yearly
norm the end of each year; of one over a period every year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from wederkerig.model import Meting, Model, Norm, PartijSoort
from wederkerig.monitoring.afgeleid import asked_for
from wederkerig.monitoring.beoordelen import suppliers
from wederkerig.monitoring.beoordelen.cijfers import covered_until, figures_of, needs_base, own_key
from wederkerig.monitoring.beoordelen.gevallen import is_per_year
from wederkerig.monitoring.beoordelen.marges import marges
from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator
from wederkerig.monitoring.normtekst import place_words
from wederkerig.monitoring.peildata import ONE_DAY, due_by, moment, reference_days

_YEAR = timedelta(days=366)
Tijd = tuple[date | None, date]
"""What a figure is about: its first day (None: it is on a day) and its last."""
_Vraag = tuple[str, str, str | None, str | None, Tijd]
"""Who is asked what: party, indicator, area, norm, time."""


class Gevraagd(Model):
    """One figure that is due.

    partij: who supplies it, as `Partij.naam`. indicator: its id in the catalogue.
    van, peildatum: the period it is about; van is None for a figure on a day.
    uiterlijk: the last day to hand it in.
    gebied: a village or district; None is the whole municipality.
    normen: the keys of the norms that need it.
    norm: the key of the one norm it is about; None where it is about the party as a whole.
    waarover: that norm in words: "afspraak 12: ten hoogste 8 weken".
    vorige: the last figure the party gave for this indicator and area about an earlier time.
    met_noemer: it is taken together with figures of other parties, which takes what it is a share or mean of.
    gegeven: the figure itself where it was handed in without that, and so is asked again.
    """

    partij: str
    indicator: str
    van: date | None = None
    peildatum: date
    uiterlijk: date
    gebied: str | None = None
    normen: tuple[str, ...] = ()
    norm: str | None = None
    waarover: str = ""
    vorige: Meting | None = None
    met_noemer: bool = False
    gegeven: Meting | None = None

    @property
    def sleutel(self) -> str:
        """Its name in a workbook; it follows from indicator, area, period, party and norm."""
        period = f"{self.van}/{self.peildatum}" if self.van else f"{self.peildatum}"
        about = (self.norm,) if self.norm else ()
        return "|".join((self.indicator, self.gebied or "", period, self.partij, *about))

    @property
    def naam(self) -> str:
        """What is asked: Doorlooptijd van een stap (afspraak 12: ten hoogste 8 weken)."""
        name = indicator(self.indicator).naam
        return f"{name} ({self.waarover})" if self.waarover else name

    @property
    def herkomst(self) -> Literal["lijst", "opgave", "voorraad"]:
        """Where it can come from: a list of dwellings, the ledger of the stock, or the party itself."""
        return indicator(self.indicator).herkomst


def due(
    normen: Sequence[Norm],
    metingen: Sequence[Meting],
    *,
    op: date,
    soorten: Mapping[str, PartijSoort] = MappingProxyType({}),
) -> tuple[Gevraagd, ...]:
    """What is asked on the day `op`: what was to be handed in first stands first.

    metingen: the figures that were handed in. A figure that several norms need is asked once. Nothing is
    asked for a norm of which nobody is known to supply the figures, nor for background.
    soorten: the kind of each party, by which it is known who gives the figures that others follow from.
    """
    found: dict[_Vraag, list[Norm]] = {}
    for norm in asked_for(normen, soorten):
        for partij, tijd in _needed(norm, metingen, op):
            found.setdefault((partij, norm.indicator, norm.gebied, own_key(norm), tijd), []).append(norm)
    asked = (_asked(key, needing, metingen) for key, needing in found.items())
    order = sorted(asked, key=lambda each: (each.uiterlijk, each.peildatum, each.partij, each.sleutel))
    return tuple(order)


def _asked(key: _Vraag, normen: Sequence[Norm], metingen: Sequence[Meting]) -> Gevraagd:
    partij, name, gebied, about, (van, peildatum) = key
    own = [each for each in metingen if (each.partij, each.indicator, each.gebied, each.norm) == key[:-1]]
    earlier = [each for each in own if moment(each.peildatum) < moment(peildatum)]
    same = [each for each in own if (each.van, moment(each.peildatum)) == (van, moment(peildatum))]
    based = any(_takes_together(norm) for norm in normen)
    return Gevraagd(
        partij=partij,
        indicator=name,
        van=van,
        peildatum=peildatum,
        uiterlijk=due_by(peildatum),
        gebied=gebied,
        normen=tuple(norm.sleutel for norm in normen),
        norm=about,
        waarover=place_words(normen[0]) if about else "",
        vorige=max(reversed(earlier), key=lambda each: each.peildatum, default=None),
        met_noemer=based,
        gegeven=same[-1] if same and based and same[-1].noemer is None else None,
    )


def _takes_together(norm: Norm) -> bool:
    """Whether its figures are of several parties, and can only be weighed."""
    return len(suppliers(norm)) > 1 and needs_base(indicator(norm.indicator))


def _needed(norm: Norm, metingen: Sequence[Meting], op: date) -> Iterator[tuple[str, Tijd]]:
    """For each party what the norm needs and it did not give."""
    known = _indicator_of(norm)
    if known is None or norm.aard != "norm" or (norm.van is not None and norm.van > op):
        return
    given = figures_of(norm, metingen, op)
    if _takes_together(norm):
        given = {
            partij: tuple(each for each in of if each.noemer is not None) for partij, of in given.items()
        }
    for partij in suppliers(norm):
        if known.soort == "stand":
            times = _days(norm, given, partij, op)
        else:
            times = _years(norm, given, partij, op, whole=is_per_year(norm, known))
        yield from ((partij, tijd) for tijd in times)


def _indicator_of(norm: Norm) -> Indicator | None:
    try:
        return indicator(norm.indicator)
    except IndicatorError:
        return None


def _days(norm: Norm, given: Mapping[str, Sequence[Meting]], partij: str, op: date) -> Iterator[Tijd]:
    """The days of which a figure is needed: the baseline, the ends of years of a yearly norm, the newest."""
    have = [moment(each.peildatum) for each in given[partij]]
    start = _baseline(norm)
    if start is not None and start <= op and not _is_near(have, start):
        yield None, start
    last = op if norm.per is None else min(op, moment(norm.per))
    days = set(reference_days(last - _YEAR, last)[-1:])
    if norm.per is not None and norm.per <= op:
        days = {moment(norm.per)}
    if norm.ritme == "jaarlijks" and norm.van is not None:
        days |= {date(year, 1, 1) for year in range(norm.van.year + 1, last.year + 1)}
    first = norm.van or date.min
    yield from ((None, dag) for dag in sorted(days) if dag >= first and dag not in have)


def _is_near(have: Sequence[date], peildatum: date) -> bool:
    return any(abs(dag - moment(peildatum)).days <= marges().nulmeting_dagen for dag in have)


def _years(
    norm: Norm, given: Mapping[str, Sequence[Meting]], partij: str, op: date, *, whole: bool
) -> Iterator[Tijd]:
    """The calendar years, and of this year the time until the last reference day, without a figure.

    whole: only whole years count for the norm, so this year is not asked yet.
    """
    last = op if norm.per is None else min(op, norm.per + ONE_DAY)
    ends = [dag - ONE_DAY for dag in reference_days(date(last.year, 1, 1), last)]
    newest = date(last.year - 1, 12, 31) if whole else max(ends, default=date(last.year - 1, 12, 31))
    first = norm.van.year if norm.van else newest.year
    years = {*range(first, newest.year + 1), *_baseline_year(norm)}
    for year in sorted(year for year in years if year <= newest.year):
        begin, end = date(year, 1, 1), min(date(year, 12, 31), newest)
        reached = covered_until(given[partij], begin, end)
        if reached is None or reached < end:
            yield begin, end


def _baseline_year(norm: Norm) -> tuple[int, ...]:
    """The year of which the figure is needed that a change is counted from."""
    if norm.nulmeting is not None and norm.nulmeting.waarde is None:
        return (norm.nulmeting.peildatum.year,)
    yearly = norm.ritme == "jaarlijks" and norm.nulmeting is None and norm.grootheid != "stand"
    return (norm.van.year - 1,) if yearly and norm.van else ()


def _baseline(norm: Norm) -> date | None:
    """The day of which the figure is needed that a change is counted from; None where none is.

    Where the agreement names no day it is the reference day nearest to its first.
    """
    if norm.nulmeting is not None:
        return norm.nulmeting.peildatum if norm.nulmeting.waarde is None else None
    if norm.grootheid == "stand" or norm.van is None:
        return None
    days, van = reference_days(norm.van - _YEAR, norm.van + _YEAR), norm.van
    return min(days, key=lambda dag: abs(dag - van))
