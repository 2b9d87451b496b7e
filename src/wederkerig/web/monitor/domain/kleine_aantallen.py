"""Which figures of a list are about so few dwellings that others may not see them together with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from wederkerig.monitoring.peildata import moment
from wederkerig.monitoring.woningen import Cijfer as Uitkomst
from wederkerig.monitoring.woningen import drempel, hide_small
from wederkerig.monitoring.woningen.formules import formules
from wederkerig.web.monitor.models import Cijfer, Meting
from wederkerig.web.register.domain.herkennen import plain_name

# says how many dwellings are behind an amount
_BEHIND_AMOUNTS = "huur-gemiddeld"


def small_ones(
    shown: Iterable[Cijfer], rows: Sequence[Cijfer], given: Iterable[Meting] = ()
) -> frozenset[int]:
    """Of the figures that would be shown the keys of those that may not be.

    rows: all figures of the list for one municipality. given: what others see of the organisation there
    already; it cannot be taken back, so what would give it away, or follows from it, is not shown.
    """
    wanted = {each.pk: _outcome(each) for each in shown}
    beside = [_outcome(each) for each in rows if each.indicator == _BEHIND_AMOUNTS and each.pk not in wanted]
    levels = {plain_name(row.gebied): row.niveau for row in rows}
    known = {each.indicator.id for each in formules()}
    there = [*beside, *(_as_outcome(row, levels) for row in given if row.indicator in known)]
    hidden = _hidden([*wanted.values(), *there])
    left = {pk: outcome for pk, outcome in wanted.items() if id(outcome) not in hidden}
    return frozenset(wanted) - frozenset(_harmless(left, there))


def _harmless(outcomes: Mapping[int, Uitkomst], there: Sequence[Uitkomst]) -> list[int]:
    """Those that give nothing away of what is there already: all of them, else as many as come first."""
    hidden = _hidden(there)
    if _hidden([*outcomes.values(), *there]) <= hidden:
        return list(outcomes)
    known, kept = list(there), []
    for pk, outcome in outcomes.items():
        if _hidden([*known, outcome]) <= hidden:
            known.append(outcome)
            kept.append(pk)
    return kept


def _hidden(outcomes: Sequence[Uitkomst]) -> set[int]:
    """Which of these would be hidden together, by identity."""
    return {id(each) for each in outcomes} - {id(each) for each in hide_small(outcomes, drempel())}


def _outcome(row: Cijfer) -> Uitkomst:
    return Uitkomst.model_validate(
        {
            "indicator": row.indicator,
            "corporatie": "",
            "gemeente": "",
            "niveau": row.niveau,
            "gebied": plain_name(row.gebied) or None,
            "peildatum": moment(row.peildatum),
            "van": row.van,
            "teller": row.teller,
            "noemer": row.noemer,
            "waarde": row.waarde,
        }
    )


def _as_outcome(row: Meting, levels: Mapping[str, str]) -> Uitkomst:
    """A figure that was handed in, as a list would have given it."""
    count = row.waarde if row.noemer is None else (row.waarde * row.noemer / 100).to_integral_value()
    area = plain_name(row.gebied)
    return Uitkomst.model_validate(
        {
            "indicator": row.indicator,
            "corporatie": "",
            "gemeente": "",
            "niveau": levels.get(area, "woonplaats") if area else "gemeente",
            "gebied": area or None,
            "peildatum": moment(row.peildatum),
            "van": row.van,
            "teller": count,
            "noemer": row.noemer,
            "waarde": Decimal(row.waarde),
        }
    )
