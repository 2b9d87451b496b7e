"""Which figures of a list are about so few dwellings that others may not see them together with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wederkerig.monitoring.woningen import Cijfer as Uitkomst
from wederkerig.monitoring.woningen import drempel, hide_small
from wederkerig.web.monitor.models import Cijfer

# says how many dwellings are behind an amount
_BEHIND_AMOUNTS = "huur-gemiddeld"


def small_ones(shown: Iterable[Cijfer], rows: Sequence[Cijfer]) -> frozenset[int]:
    """Of the figures that would be shown the keys of those that may not be; rows: all figures of the list.

    Only what is shown together is looked at: a figure that nobody sees gives nothing away.
    """
    wanted = {each.pk: each for each in shown}
    behind = {each.pk: each for each in rows if each.indicator == _BEHIND_AMOUNTS}
    outcomes = {pk: _outcome(row) for pk, row in (wanted | behind).items()}
    may = {id(each) for each in hide_small(outcomes.values(), drempel())}
    return frozenset(pk for pk in wanted if id(outcomes[pk]) not in may)


def _outcome(row: Cijfer) -> Uitkomst:
    return Uitkomst.model_validate(
        {
            "indicator": row.indicator,
            "corporatie": "",
            "gemeente": row.gemeentenaam,
            "niveau": row.niveau,
            "gebied": row.gebied or None,
            "peildatum": row.peildatum,
            "van": row.van,
            "teller": row.teller,
            "noemer": row.noemer,
            "waarde": row.waarde,
        }
    )
