"""How the agreements stand on a day, as a report tells it: gathered from judgements, figures and what is due.

A dashboard is today's report, and what is published is one that was frozen: all of them say the same things.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from wederkerig.model import Meting, Model, Norm, Stuk
from wederkerig.monitoring import opgave
from wederkerig.monitoring import rapport as structuur
from wederkerig.monitoring.beoordelen import Beoordeling
from wederkerig.monitoring.normgrafieken import charts_by_theme
from wederkerig.monitoring.samenstellen import Rapportstof, follow_ups, make_report, shares
from wederkerig.web.monitor.domain.beoordelingen import Beoordeeld, judgements, measurements_of
from wederkerig.web.monitor.domain.opmerkingen import remarks_on
from wederkerig.web.monitor.domain.partijen import parties_of, with_names
from wederkerig.web.register.domain.geschiedenis import uitgave_op
from wederkerig.web.register.models import Overeenkomst

_AHEAD = dt.timedelta(days=366)
"""How far ahead a report tells what is due."""


class Vastgezet(Model):
    """What is frozen of a report: what it says, and the norms, judgements and figures that this follows from."""

    rapport: structuur.Rapport
    normen: tuple[Norm, ...] = ()
    beoordelingen: tuple[Beoordeling, ...] = ()
    metingen: tuple[Meting, ...] = ()


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """What a report is made for. vorige: what was frozen of the report before."""

    op: dt.date
    vandaag: dt.date
    soort: structuur.RapportSoort = "halfjaarrapport"
    vorige: Vastgezet | None = None


def compose(overeenkomst: Overeenkomst, aanleiding: Aanleiding) -> Vastgezet:
    """The state of the agreements on a day, with the figures that are handed in by now."""
    judged = judgements(overeenkomst, op=aanleiding.op)
    known = tuple(each for each in measurements_of(overeenkomst) if each.peildatum <= aanleiding.op)
    normen = tuple(with_names(each.norm.norm, each.partijen) for each in judged)
    stuk = uitgave_op(overeenkomst).stuk
    stof = _stof(overeenkomst, aanleiding, judged, normen, known, stuk)
    rapport = make_report(stof, aanleiding.soort, opgesteld=aanleiding.vandaag)
    return Vastgezet(
        rapport=rapport.model_copy(update={"bevroren": aanleiding.vandaag}),
        normen=normen,
        beoordelingen=stof.nu,
        metingen=_used(known, normen),
    )


def _stof(
    overeenkomst: Overeenkomst,
    aanleiding: Aanleiding,
    judged: Sequence[Beoordeeld],
    normen: tuple[Norm, ...],
    known: tuple[Meting, ...],
    stuk: Stuk,
) -> Rapportstof:
    now = tuple(each.beoordeling for each in judged)
    before = aanleiding.vorige
    asked = opgave.due(normen, known, op=aanleiding.vandaag)
    return Rapportstof(
        gemeente=", ".join(each.naam for each in overeenkomst.gemeenten.all()),
        peildatum=aanleiding.op,
        vorige=before.rapport.peildatum if before else None,
        partijen=tuple(dict.fromkeys(parties_of(overeenkomst).namen.values())),
        normen=normen,
        nu=now,
        eerder=before.beoordelingen if before else (),
        zinnen={each.sleutel: each.sentence() for each in judged},
        grafieken=charts_by_theme(normen, known, op=aanleiding.op),
        opmerkingen=_remarks(overeenkomst),
        aandelen=shares(stuk, normen, now),
        vervolg=follow_ups(each for each in asked if each.uiterlijk <= aanleiding.vandaag + _AHEAD),
        overleg=frozenset(overeenkomst.signalen.values_list("sleutel", flat=True)),
    )


def _remarks(overeenkomst: Overeenkomst) -> tuple[structuur.Opmerking, ...]:
    """What the parties remarked on norms until now."""
    return tuple(
        structuur.Opmerking(
            partij=row.namens or row.organisatie.naam,
            soort=row.organisatie.soort,
            tekst=row.tekst,
            op=timezone.localtime(row.op).date(),
            sleutel=row.sleutel,
        )
        for rows in remarks_on(overeenkomst).values()
        for row in rows
    )


def _used(known: Sequence[Meting], normen: Sequence[Norm]) -> tuple[Meting, ...]:
    """The figures that some norm is judged by."""
    about = {norm.indicator for norm in normen}
    return tuple(each for each in known if each.indicator in about)
