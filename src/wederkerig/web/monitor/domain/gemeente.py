"""The dashboard of a municipality: for its parties how it stands now, for everybody what was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from wederkerig.monitoring import rapport as structuur
from wederkerig.web.monitor.domain.doorloop import Doorloop, agreements_on
from wederkerig.web.monitor.domain.rapporten import content_of, published_judgements, published_of
from wederkerig.web.monitor.domain.rapportinhoud import Aanleiding, compose
from wederkerig.web.monitor.models import Rapport
from wederkerig.web.register.models import Gemeente, Overeenkomst


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What a page shows of the agreements of a municipality.

    overeenkomst: the one that is shown; andere: those that hold beside it, or held before.
    inhoud: how it stands; None where nothing was published. rapport: the report it was frozen in.
    """

    gemeente: Gemeente
    overeenkomst: Overeenkomst
    andere: tuple[Overeenkomst, ...]
    inhoud: structuur.Rapport | None
    afspraken: Doorloop
    rapport: Rapport | None = None
    rapporten: tuple[Rapport, ...] = ()


def public_dashboard(gemeente: Gemeente, dag: dt.date, gevraagd: str = "") -> Dashboard | None:
    """What everybody may see; None where the municipality has no agreements.

    gevraagd: the address of the agreements that were asked for.
    """
    every = _agreements_of(gemeente, dag)
    shown = _chosen(every, gevraagd)
    if shown is None:
        return None
    last = published_judgements(shown)
    return Dashboard(
        gemeente=gemeente,
        overeenkomst=shown,
        andere=tuple(each for each in every if each != shown),
        inhoud=content_of(last.rapport) if last else None,
        afspraken=agreements_on(shown, dag),
        rapport=last.rapport if last else None,
        rapporten=tuple(published_of([shown.pk])),
    )


def party_dashboard(
    gemeente: Gemeente, dag: dt.date, mag_zien: Collection[int], gevraagd: str = ""
) -> Dashboard | None:
    """How it stands today by the figures that are handed in, for a party. mag_zien: of which agreements."""
    every = [each for each in _agreements_of(gemeente, dag) if each.pk in mag_zien]
    shown = _chosen(every, gevraagd)
    if shown is None:
        return None
    last = published_judgements(shown)
    now = compose(shown, Aanleiding(op=dag, vandaag=dag, vorige=last.vastgezet if last else None))
    return Dashboard(
        gemeente=gemeente,
        overeenkomst=shown,
        andere=tuple(each for each in every if each != shown),
        inhoud=now.rapport,
        afspraken=agreements_on(shown, dag),
        rapporten=tuple(published_of([shown.pk])),
    )


def _agreements_of(gemeente: Gemeente, dag: dt.date) -> list[Overeenkomst]:
    """Those that hold on the day first, the latest begun first."""
    rows = gemeente.overeenkomsten.prefetch_related("gemeenten").order_by("-van", "titel")
    return sorted(rows, key=lambda each: not _holds(each, dag))


def _holds(each: Overeenkomst, dag: dt.date) -> bool:
    return (each.van is None or each.van <= dag) and (each.tot is None or dag <= each.tot)


def _chosen(every: list[Overeenkomst], gevraagd: str) -> Overeenkomst | None:
    return next((each for each in every if each.slug == gevraagd), every[0] if every else None)
