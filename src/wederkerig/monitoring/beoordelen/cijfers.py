"""The figures that count for a norm, those of several parties taken together.

A party that gave no figure is never counted as 0: a day on which a figure is missing is no point of the
series, and what is missing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wederkerig.model import Meting, Norm
from wederkerig.monitoring.beoordelen.woorden import names, short_day
from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator
from wederkerig.monitoring.peildata import ONE_DAY, moment

PerPartij = Mapping[str, tuple[Meting, ...]]


@dataclass(frozen=True, slots=True)
class Punt:
    """A figure of all parties together. dag: the day it counts on; peildatum: the day as it was given."""

    dag: date
    peildatum: date
    waarde: Decimal


@dataclass(frozen=True, slots=True)
class Verloop:
    """The figures of a norm through time, the oldest first, and what is missing from them.

    onbruikbaar: the newest figures are there, and cannot be reckoned with; `let_op` says why.
    stap: how much one dwelling or person is in the newest figure, of a share; 0 where that is not known.
    """

    punten: tuple[Punt, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    onbruikbaar: bool = False
    stap: Decimal = Decimal(0)


def suppliers(norm: Norm) -> tuple[str, ...]:
    """Who supplies the figures of a norm: those named, else the parties it is about."""
    own = tuple(naam for naam in norm.partijen if naam in norm.cijfers_van)
    return own or norm.cijfers_van or norm.partijen


def own_key(norm: Norm) -> str | None:
    """The key that the figures of a norm carry; None where they are about the party as a whole."""
    try:
        return norm.sleutel if indicator(norm.indicator).per_norm else None
    except IndicatorError:
        return None


def figures_of(norm: Norm, metingen: Iterable[Meting], op: date) -> PerPartij:
    """The figures that count on a day, per party; of two about the same the last given counts.

    A party that has to supply and did not is there without figures. Where the norm names nobody, everybody
    counts who gave a figure.
    """
    expected = suppliers(norm)
    about = (norm.indicator, norm.gebied, own_key(norm))
    last: dict[tuple[str, date | None, date], Meting] = {}
    for meting in metingen:
        mine = (meting.indicator, meting.gebied, meting.norm) == about and meting.peildatum <= op
        if mine and (not expected or meting.partij in expected):
            key = (meting.partij, meting.van, meting.peildatum)
            last.pop(key, None)
            last[key] = meting  # behind what was given before it
    parties = expected or tuple(sorted({meting.partij for meting in last.values()}))
    return {
        partij: tuple(
            sorted(
                (each for each in last.values() if each.partij == partij),
                key=lambda each: moment(each.peildatum),
            )
        )
        for partij in parties
    }


def stand_series(figures: PerPartij, indicator: Indicator) -> Verloop:
    """The figure on each day on which all parties gave one."""
    by_day = {partij: {moment(each.peildatum): each for each in given} for partij, given in figures.items()}
    days = sorted({dag for given in by_day.values() for dag in given})
    found = {
        dag: [given[dag] for given in by_day.values()]
        for dag in days
        if all(dag in given for given in by_day.values())
    }
    punten, reasons = _points(found, indicator)
    late = [partij for partij, given in by_day.items() if given and days[-1] not in given]
    let_op = _never_words(figures)
    if late:
        since = f"; daarom telt {short_day(punten[-1].peildatum)}" if punten else ""
        let_op += (f"Bij het nieuwste cijfer ontbreekt dat van {names(late)}{since}.",)
    return Verloop(
        punten, (*_never(figures), *late), let_op + reasons, bool(reasons), _step(found, indicator)
    )


def flow_series(figures: PerPartij, indicator: Indicator, van: date | None, tot: date | None) -> Verloop:
    """What was done from a day until each day to which the figures of all parties join on without a gap."""
    starts = [first_day(each) for given in figures.values() for each in given]
    if not starts:
        return Verloop(ontbreekt=_never(figures))
    begin = van or min(starts)
    chains = {partij: _chains(given, begin, tot) for partij, given in figures.items()}
    shared = set.intersection(*(set(chain) for chain in chains.values()))
    found = {dag: [each for chain in chains.values() for each in chain[dag]] for dag in sorted(shared)}
    punten, reasons = _points(found, indicator)
    late = _late(chains, figures, begin)
    let_op = (*_never_words(figures), *_begun_before(chains.values(), begin))
    if late:
        let_op += (f"Vanaf {short_day(min(late.values()))} ontbreken cijfers van {names(tuple(late))}.",)
    return Verloop(
        punten, (*_never(figures), *late), let_op + reasons, bool(reasons), _step(found, indicator)
    )


def _begun_before(chains: Iterable[Mapping[date, tuple[Meting, ...]]], begin: date) -> Iterator[str]:
    """That a figure about an earlier time counts whole, because it cannot be divided."""
    first = min((first_day(chain[0]) for each in chains for chain in each.values()), default=begin)
    if first < begin:
        yield (
            f"Er wordt geteld vanaf {short_day(begin)}, maar het eerste cijfer begint op {short_day(first)}. "
            "Het telt helemaal mee."
        )


def _step(found: Mapping[date, Sequence[Meting]], indicator: Indicator) -> Decimal:
    newest = found[max(found)] if found else ()
    whole = sum((each.noemer or Decimal(0) for each in newest), Decimal(0))
    return 100 / whole if whole and indicator.vorm == "aandeel" else Decimal(0)


def _points(
    found: Mapping[date, Sequence[Meting]], indicator: Indicator
) -> tuple[tuple[Punt, ...], tuple[str, ...]]:
    """The figures taken together, and why the newest could not be."""
    combined = {dag: combine(together, indicator) for dag, together in found.items()}
    punten = tuple(
        Punt(dag, max(each.peildatum for each in found[dag]), waarde)
        for dag, (waarde, _) in combined.items()
        if waarde is not None
    )
    newest = [reason for _, reason in combined.values()][-1:]
    return punten, tuple(reason for reason in newest if reason)


def _never(figures: PerPartij) -> tuple[str, ...]:
    return tuple(partij for partij, given in figures.items() if not given)


def _never_words(figures: PerPartij) -> tuple[str, ...]:
    """Who gave no figure at all, where others did."""
    never = _never(figures)
    if not never or len(never) == len(figures):
        return ()
    return (f"Van {names(never)} zijn er geen cijfers. Die tellen niet als 0.",)


def _chains(given: Sequence[Meting], begin: date, tot: date | None) -> dict[date, tuple[Meting, ...]]:
    """For each last day the fewest figures that join on from `begin` without gap or overlap.

    A period that began earlier counts whole where none begins on the day itself; so does one that ends later.
    """
    inside = [each for each in given if tot is None or first_day(each) <= tot]
    first = max((day for each in inside if (day := first_day(each)) <= begin <= each.peildatum), default=None)
    best: dict[date, tuple[Meting, ...]] = {}
    for each in sorted(inside, key=lambda each: (each.peildatum, first_day(each))):
        before = () if first_day(each) == first else best.get(first_day(each) - ONE_DAY)
        if before is None:
            continue
        chain = (*before, each)
        if each.peildatum not in best or len(chain) < len(best[each.peildatum]):
            best[each.peildatum] = chain
    if tot is None or tot not in best:
        return best
    return {dag: chain for dag, chain in best.items() if dag <= tot}


def covered_until(given: Sequence[Meting], begin: date, tot: date) -> date | None:
    """Until which day the figures of a party join on from `begin` without a gap; None where none does."""
    return max(_chains(given, begin, tot), default=None)


def first_day(meting: Meting) -> date:
    """The first day of the period of a figure; where it says none, that of the year."""
    return meting.van or date(meting.peildatum.year, 1, 1)


def _late(chains: Mapping[str, Mapping[date, object]], figures: PerPartij, begin: date) -> dict[str, date]:
    """Whose figures stop before those of others, or do not join on from the first day; and since when."""
    reached = {partij: max(chain, default=None) for partij, chain in chains.items() if figures[partij]}
    newest = max((dag for dag in reached.values() if dag), default=None)
    return {
        partij: dag + ONE_DAY if dag else begin
        for partij, dag in reached.items()
        if dag is None or dag != newest
    }


def combine(metingen: Sequence[Meting], indicator: Indicator) -> tuple[Decimal | None, str]:
    """One figure of several about the same: numbers are added, shares weighed by what they are a share of.

    None with the reason in words where that cannot be done.
    """
    noemers = [each.noemer for each in metingen]
    known = [noemer for noemer in noemers if noemer is not None]
    if known and len(known) == len(noemers) and sum(known) == 0 and indicator.vorm != "aantal":
        return None, "Het aandeel is niet uit te rekenen: er is niets waarvan het een deel is (noemer 0)."
    if len(metingen) == 1:
        return metingen[0].waarde, ""
    if indicator.vorm == "aantal" or (_is_sum(indicator) and len(known) < len(noemers)):
        return sum((each.waarde for each in metingen), Decimal(0)), ""
    if len(known) < len(noemers):
        without = sorted({each.partij for each in metingen if each.noemer is None})
        what = "waarvan het een deel is" if indicator.vorm == "aandeel" else "over hoeveel het gaat"
        return None, f"Bij {names(without)} ontbreekt {what}; samennemen kan zo niet."
    return _weighed(metingen), ""


def needs_base(indicator: Indicator) -> bool:
    """Whether figures of several parties can only be taken together with what each is a share or mean of."""
    return indicator.vorm != "aantal" and not _is_sum(indicator)


def _is_sum(indicator: Indicator) -> bool:
    return (indicator.soort, indicator.vorm) == ("stroom", "bedrag") and not indicator.per_woning


def _weighed(metingen: Sequence[Meting]) -> Decimal:
    weights = [each.noemer or Decimal(0) for each in metingen]
    total = sum((each.waarde * weight for each, weight in zip(metingen, weights, strict=True)), Decimal(0))
    return total / sum(weights)
