"""How the agreements stand on a day, as a report tells it: gathered from judgements, figures and what is due.

A dashboard is today's report, and what is published is one that was frozen: all of them say the same things.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from wederkerig.export.opendata.klein import withheld
from wederkerig.model import Meting, Model, Norm, Stuk
from wederkerig.monitoring import opgave
from wederkerig.monitoring import rapport as structuur
from wederkerig.monitoring.beoordelen import STATUSSEN, Beoordeling, Status
from wederkerig.monitoring.beoordelen.cijfers import own_key
from wederkerig.monitoring.indicatoren import indicator
from wederkerig.monitoring.normgrafieken import charts_by_theme
from wederkerig.monitoring.samenstellen import Rapportstof, follow_ups, make_report, shares, shares_by_kind
from wederkerig.monitoring.voorraadbeeld import STANDEN
from wederkerig.monitoring.woningen import drempel
from wederkerig.parameters.themas import canonical_thema
from wederkerig.web.monitor.domain.beoordelingen import Beoordeeld, judgements, measurements_of
from wederkerig.web.monitor.domain.opmerkingen import remarks_on
from wederkerig.web.monitor.domain.partijen import parties_of, with_names
from wederkerig.web.monitor.domain.voorraad import stock_of
from wederkerig.web.register.domain.geschiedenis import uitgave_op
from wederkerig.web.register.models import Overeenkomst

_YEAR = dt.timedelta(days=366)
"""How far ahead a report tells what is due, and how far back a norm that was passed still asks for talks."""


class Vastgezet(Model):
    """What is frozen of a report: what it says, and the norms, judgements and figures it follows from.

    bijdragen: the keys of what the parties wrote in it, as it was published; None before that.
    """

    rapport: structuur.Rapport
    normen: tuple[Norm, ...] = ()
    beoordelingen: tuple[Beoordeling, ...] = ()
    metingen: tuple[Meting, ...] = ()
    bijdragen: tuple[int, ...] | None = None


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
    normen = tuple(_themed(with_names(each.norm.norm, each.partijen)) for each in judged)
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
    kinds = parties_of(overeenkomst).soorten
    asked = opgave.due(normen, known, op=aanleiding.vandaag, soorten=kinds)
    stock = stock_of(overeenkomst, op=aanleiding.op).grafiek
    charts = charts_by_theme(_shown(normen, known), known, op=aanleiding.op)
    return Rapportstof(
        gemeente=", ".join(each.naam for each in overeenkomst.gemeenten.all()),
        peildatum=aanleiding.op,
        vorige=before.rapport.peildatum if before else None,
        partijen=tuple(dict.fromkeys(parties_of(overeenkomst).namen.values())),
        normen=normen,
        nu=now,
        eerder=_told_before(before) if before else (),
        zinnen={each.sleutel: each.sentence() for each in judged},
        grafieken=charts | ({"": (stock,)} if stock else {}),
        opmerkingen=_remarks(overeenkomst),
        aandelen=_municipality_first(shares(stuk, normen, now)),
        vervolg=follow_ups(each for each in asked if each.uiterlijk <= aanleiding.vandaag + _YEAR),
        overleg=_asking_for_talks(overeenkomst, aanleiding.op),
    )


def _told_before(before: Vastgezet) -> tuple[Beoordeling, ...]:
    """The judgements of a published report, without figures that were of too few dwellings in it."""
    hidden = _hidden(before.normen, before.metingen)
    return tuple(
        each.model_copy(update={"stand": None}) if each.sleutel in hidden else each
        for each in before.beoordelingen
    )


def for_everybody(vastgezet: Vastgezet) -> structuur.Rapport:
    """The report without the figures of so few dwellings that households could be recognised in them.

    What the norm's status is, is told all the same.
    """
    hidden = _hidden(vastgezet.normen, vastgezet.metingen)
    rapport = vastgezet.rapport
    themas = tuple(
        deel.model_copy(
            update={
                "normen": tuple(
                    _without(regel) if regel.sleutel in hidden else regel for regel in deel.normen
                ),
                "verschuivingen": tuple(
                    _unsaid(each) if each.sleutel in hidden else each for each in deel.verschuivingen
                ),
            }
        )
        for deel in rapport.themas
    )
    kop = tuple(
        punt.model_copy(update={"zin": _too_few(punt.status)}) if punt.sleutel in hidden else punt
        for punt in rapport.kop
    )
    charts = rapport.grafieken
    if _tells_small_stock(vastgezet.metingen):
        charts = tuple(each for each in charts if each.soort == "statussen")
    return rapport.model_copy(update={"themas": themas, "kop": kop, "grafieken": charts})


def _tells_small_stock(known: Sequence[Meting]) -> bool:
    """Whether the chart of all stock together tells, beside what is shown of others, a small stock of one."""
    return any(each.indicator in STANDEN and each.gebied is None for each in withheld(known, drempel()))


def _too_few(status: Status) -> str:
    """How it stands, and why the sum is not told."""
    return f"{STATUSSEN[status]} De cijfers gaan over zo weinig woningen dat wij ze niet openbaar maken."


def _without(regel: structuur.Normregel) -> structuur.Normregel:
    change = _unsaid(regel.verschuiving) if regel.verschuiving else None
    said = _too_few(regel.status)
    return regel.model_copy(update={"zin": said, "som": "", "verschuiving": change})


def _unsaid(change: structuur.Verschuiving) -> structuur.Verschuiving:
    return change.model_copy(update={"stand_was": None, "stand_nu": None})


def _shown(normen: Sequence[Norm], known: Sequence[Meting]) -> list[Norm]:
    """The norms of which a chart may be shown to everybody."""
    hidden = _hidden(normen, known)
    return [norm for norm in normen if norm.sleutel not in hidden]


def _hidden(normen: Sequence[Norm], known: Sequence[Meting]) -> frozenset[str]:
    """The keys of norms whose figures are of too few dwellings."""
    small = {(each.indicator, each.gebied) for each in withheld(known, drempel())}
    return frozenset(norm.sleutel for norm in normen if (norm.indicator, norm.gebied) in small)


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


def _municipality_first(aandelen: Sequence[structuur.Aandeel]) -> tuple[structuur.Aandeel, ...]:
    return tuple(each for those in shares_by_kind(aandelen).values() for each in those)


def _asking_for_talks(overeenkomst: Overeenkomst, op: dt.date) -> frozenset[str]:
    """The keys of norms that gave a signal in the year before a day."""
    rows = overeenkomst.signalen.filter(peildatum__lte=op, peildatum__gt=op - _YEAR)
    return frozenset(rows.values_list("sleutel", flat=True))


def _themed(norm: Norm) -> Norm:
    """The norm under the theme that its heading means, or else that of what is measured."""
    said = norm.thema or ""
    return norm.model_copy(update={"thema": canonical_thema(said) or indicator(norm.indicator).thema})


def _used(known: Sequence[Meting], normen: Sequence[Norm]) -> tuple[Meting, ...]:
    """The figures that some norm is judged by."""
    about = {(norm.indicator, own_key(norm)) for norm in normen}
    return tuple(each for each in known if (each.indicator, each.norm) in about)
