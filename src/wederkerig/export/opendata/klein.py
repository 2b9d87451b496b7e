"""Figures of so few dwellings that households could be recognised in them: they are never open data.

A figure from a list of dwellings is withheld when it is a count under the threshold (nought may be told),
when it is about fewer dwellings than that, and when the dwellings it counts, or those it does not, are fewer.
Where one part of a municipality is withheld, a second one is too, so that it does not follow from the whole.
What the rule of the lists themselves hides is withheld as well (`hide_small`: classes close together).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from wederkerig.model import Meting
from wederkerig.monitoring.indicatoren import IndicatorError, indicator
from wederkerig.monitoring.woningen import Cijfer, hide_small
from wederkerig.monitoring.woningen.formules import formules


def withheld(metingen: Collection[Meting], drempel: int) -> frozenset[Meting]:
    """Which figures are not shown. drempel: from how many dwellings on a figure may be."""
    groups: dict[tuple[object, ...], list[Meting]] = defaultdict(list)
    for meting in metingen:
        groups[(meting.indicator, meting.partij, meting.van, meting.peildatum)].append(meting)
    found: set[Meting] = set()
    for group in groups.values():
        form = _form_from_list(group[0].indicator)
        if form:
            found |= _of_group(group, form, drempel)
    return frozenset(found | _by_the_lists(metingen, drempel))


def _by_the_lists(metingen: Iterable[Meting], drempel: int) -> set[Meting]:
    """What the rule of lists of dwellings hides of the counts and shares among the figures."""
    counted = {each.indicator.id for each in formules() if not each.teller.som}
    known = [(each, _as_cijfer(each)) for each in metingen if each.indicator in counted]
    shown = {id(each) for each in hide_small((cijfer for _, cijfer in known), drempel)}
    return {meting for meting, cijfer in known if id(cijfer) not in shown}


def _as_cijfer(meting: Meting) -> Cijfer:
    return Cijfer(
        indicator=meting.indicator,
        corporatie=meting.partij,
        gemeente="",
        niveau="gemeente" if meting.gebied is None else "woonplaats",
        gebied=meting.gebied,
        peildatum=meting.peildatum,
        van=meting.van,
        teller=meting.waarde if meting.noemer is None else _counted(meting.waarde, meting.noemer),
        noemer=meting.noemer,
        waarde=meting.waarde,
    )


def _counted(percentage: Decimal, total: Decimal) -> Decimal:
    """How many dwellings a share counts."""
    return (percentage * total / 100).to_integral_value()


def _form_from_list(key: str) -> str:
    """The form of figures from a list of dwellings, "" of others; what nobody knows may be such a count."""
    try:
        what = indicator(key)
    except IndicatorError:
        return "aantal"
    return what.vorm if what.herkomst == "lijst" else ""


def _of_group(group: list[Meting], form: str, drempel: int) -> set[Meting]:
    small = {each for each in group if _is_small(each, form, drempel)}
    parts = [each for each in group if each.gebied is not None]
    hidden = [each for each in parts if each in small]
    shown = [each for each in parts if each not in small]
    if len(hidden) == 1 and shown and len(parts) < len(group):
        small.add(min(shown, key=_size))
    return small


def _is_small(meting: Meting, form: str, drempel: int) -> bool:
    if form == "aantal":
        return 0 < meting.waarde < drempel
    if meting.noemer is None:
        return meting.gebied is not None
    if meting.noemer < drempel:
        return True
    if form != "aandeel":
        return False
    counted = _counted(meting.waarde, meting.noemer)
    return 0 < counted < drempel or 0 < meting.noemer - counted < drempel


def _size(meting: Meting) -> tuple[Decimal, str]:
    return (meting.noemer if meting.noemer is not None else meting.waarde, meting.gebied or "")
