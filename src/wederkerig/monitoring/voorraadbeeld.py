"""The social stock of a municipality from all that is known of it: reported figures, tables, projects, norms.

Reported figures go before tables, and projects that corporations share go before what tables plan of them, so
that nothing counts twice. The forecast is about social rent (DAEB), of which most agreements are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from wederkerig.model import Meting, Model, Norm
from wederkerig.monitoring.beginstand import contradictions, opening
from wederkerig.monitoring.beoordelen import Gepland
from wederkerig.monitoring.beoordelen.gevallen import baseline_of
from wederkerig.monitoring.beoordelen.grens import bounds
from wederkerig.monitoring.indicatoren import indicator
from wederkerig.monitoring.peildata import ONE_DAY
from wederkerig.voorraad.grootboek import (
    Categorie,
    Grootboek,
    Mutatie,
    Soort,
    Verschil,
    Voorraadstand,
    balance,
    day_nl,
    effects,
    moment,
)
from wederkerig.voorraad.plannen import Voorraadplan
from wederkerig.voorraad.projecten import Project, completion, mutations_of, projects_from
from wederkerig.voorraad.uitkomst import Voorraaddoel

STANDEN: Final[Mapping[str, Categorie]] = {
    "voorraad-sociaal": "daeb",
    "voorraad-niet-daeb": "niet-daeb",
    "woonwagens": "woonwagen",
    "standplaatsen": "standplaats",
    "zorgvastgoed": "zorg",
}
"""Indicators that are a stock of the ledger."""
STROMEN: Final[Mapping[str, Soort]] = {
    "nieuwbouw": "nieuwbouw",
    "aankoop": "aankoop",
    "sloop": "sloop",
    "verkoop": "verkoop",
}
"""Indicators that change the stock of social rent."""
_AS_PROJECT: Final = frozenset({"nieuwbouw", "toevoeging", "vervanging", "sloop"})
_KENMERKEN: Final = ("toegankelijk", "geclusterd")
_YEARS, _MOST_YEARS = 5, 15


class Voorraadstof(Model):
    """What a forecast of the social stock is made of.

    begin: the stock on one day, by corporation. projecten, mutaties: what is planned, the latter besides
    projects. tot: until when it looks. opmerkingen: what a person should know of it, in Dutch. verschillen:
    where sources disagree about the stock of a day, and what is counted with.
    """

    begin: tuple[Voorraadstand, ...]
    projecten: tuple[Project, ...]
    mutaties: tuple[Mutatie, ...]
    doelen: tuple[Voorraaddoel, ...] = ()
    tot: date
    opmerkingen: tuple[str, ...] = ()
    verschillen: tuple[Verschil, ...] = ()


def gather(
    plannen: Sequence[Voorraadplan],
    metingen: Sequence[Meting],
    projecten: Sequence[Project],
    normen: Sequence[Norm],
    *,
    op: date,
) -> Voorraadstof:
    """Put together what a forecast takes, on the day `op`; `begin` is empty where no stock is known."""
    reported, in_tables = list(reported_stocks(metingen)), [een for plan in plannen for een in plan.standen]
    begin = opening(reported, in_tables, op)
    verschillen = contradictions(_all_stocks(metingen), in_tables, op)
    work, other = planned_work(plannen, projecten)
    since = moment(begin[0].dag) if begin else op
    doelen = tuple(_targets(normen, metingen, begin, since))
    last = max([date(op.year + _YEARS, 12, 31), *(doel.per for doel in doelen)])
    tot = min(last, date(op.year + _MOST_YEARS, 12, 31))
    return Voorraadstof(
        begin=begin,
        projecten=tuple(een for een in work if een.categorie == "daeb"),
        mutaties=tuple(een for een in other if "daeb" in {een.categorie, een.naar}),
        doelen=tuple(doel for doel in doelen if doel.per <= tot),
        tot=tot,
        opmerkingen=tuple(_remarks(begin, verschillen, projecten, work)),
        verschillen=verschillen,
    )


def planned_work(
    plannen: Iterable[Voorraadplan], projecten: Sequence[Project], done: Sequence[Mutatie] = ()
) -> tuple[list[Project], list[Mutatie]]:
    """What is planned: projects, and what tables plan besides, less what was done of it (`reported_changes`).

    Of a corporation that shares projects, these count and not what a table plans to build or demolish. Of two
    tables that plan the same kind of thing for a corporation, the first counts.
    """
    sharing = {een.corporatie for een in projecten}
    work, other = list(projecten), []
    for mutatie in _still_to_do(_once(plannen), done):
        if mutatie.soort not in _AS_PROJECT:
            other.append(mutatie)
        elif mutatie.corporatie not in sharing and not (sharing and not mutatie.corporatie):
            work += projects_from([mutatie])
    return work, other


def _still_to_do(planned: Iterable[Mutatie], done: Sequence[Mutatie]) -> Iterator[Mutatie]:
    """What tables plan over a period, less what was done in it; what was done in full is left out."""
    for plan in planned:
        so_far = sum(een.aantal for een in done if _is_part_of(een, plan))
        if plan.aantal > so_far or not so_far:
            yield plan.model_copy(update={"aantal": plan.aantal - so_far})


def _is_part_of(een: Mutatie, plan: Mutatie) -> bool:
    """Whether a change is of what was planned: the same kind, in its period."""
    if een.soort != plan.soort or een.categorie != plan.categorie or plan.van is None or een.van is None:
        return False
    within = plan.van <= een.van and moment(een.dag) <= moment(plan.dag)
    return within and plan.corporatie in {"", een.corporatie}


def _once(plannen: Iterable[Voorraadplan]) -> Iterator[Mutatie]:
    """The changes of all tables, those of the first for each corporation, category and kind."""
    first: dict[tuple[str, Categorie, Soort], int] = {}
    for plan in plannen:
        for een in plan.mutaties:
            if first.setdefault((een.corporatie, een.categorie, een.soort), plan.tabel) == plan.tabel:
                yield een


# --- what was reported -----------------------------------------------------------------------------


def reported_stocks(metingen: Iterable[Meting]) -> Iterator[Voorraadstand]:
    """The stocks among figures of whole municipalities; the last that was given of a day counts."""
    last = {(een.corporatie, een.categorie, moment(een.dag)): een for een in _all_stocks(metingen)}
    yield from last.values()


def _all_stocks(metingen: Iterable[Meting]) -> Iterator[Voorraadstand]:
    """The same with all that were given of a day, such as of 31 December and of 1 January."""
    for een in metingen:
        if een.indicator in STANDEN and een.gebied is None and een.waarde >= 0:
            yield Voorraadstand(
                corporatie=een.partij,
                categorie=STANDEN[een.indicator],
                dag=een.peildatum,
                aantal=int(een.waarde),
                bron="ingediende cijfers",
            )


def reported_changes(metingen: Iterable[Meting]) -> Iterator[Mutatie]:
    """What changed the social stock, as whole municipalities' figures; of overlapping periods the longest."""
    taken: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    flows = [een for een in metingen if een.indicator in STROMEN and een.gebied is None and een.van]
    for een in sorted(flows, key=lambda een: ((een.van or een.peildatum) - een.peildatum, een.peildatum)):
        van = een.van or een.peildatum
        periods = taken[een.partij, een.indicator]
        if een.waarde < 0 or any(van <= tot and begin <= een.peildatum for begin, tot in periods):
            continue
        periods.append((van, een.peildatum))
        if een.waarde:
            yield Mutatie(
                soort=STROMEN[een.indicator],
                corporatie=een.partij,
                aantal=int(een.waarde),
                dag=een.peildatum,
                van=van,
                bron="ingediende cijfers",
                gerealiseerd=True,
            )


def reported_ledger(metingen: Sequence[Meting]) -> Grootboek | None:
    """What happened to the stock between the first and the last that was reported; None without two days."""
    stocks = list(reported_stocks(metingen))
    days = sorted({moment(een.dag) for een in stocks})
    if len(days) < 2:
        return None
    return balance(stocks, list(reported_changes(metingen)), van=days[0], tot=days[-1])


# --- what was agreed -------------------------------------------------------------------------------


def _targets(
    normen: Iterable[Norm], metingen: Sequence[Meting], begin: Sequence[Voorraadstand], since: date
) -> Iterator[Voorraaddoel]:
    """The norms on the social stock that a forecast can say something of."""
    names = {een.corporatie for een in begin}
    for norm in normen:
        if norm.ritme != "eenmalig" or norm.per is None or moment(norm.per) <= since or norm.gebied:
            continue
        of = set(norm.partijen) & names
        whose = next(iter(of)) if len(of) == 1 and len(names) > 1 else ""
        if norm.partijen and names - {""} and len(of) not in {1, len(names)}:
            continue
        made = _target(norm, metingen, begin, whose, since)
        if made is not None:
            yield made


def _target(
    norm: Norm, metingen: Sequence[Meting], begin: Sequence[Voorraadstand], whose: str, since: date
) -> Voorraaddoel | None:
    assert norm.per is not None  # noqa: S101  # looked at before
    if norm.indicator not in {"voorraad-sociaal", "nieuwbouw"}:
        return None
    grens = bounds(norm, indicator(norm.indicator))
    relatie, bound = ("max", grens.boven) if grens.onder is None else ("min", grens.onder)
    number = round(bound or 0)
    common = {"naam": _called(norm, whose), "relatie": relatie, "per": norm.per, "corporatie": whose}
    if norm.indicator == "voorraad-sociaal" and norm.grootheid == "stand":
        return Voorraaddoel.model_validate(common | {"aantal": number, "categorie": "daeb"})
    if norm.indicator == "voorraad-sociaal" and norm.grootheid == "verandering":
        baseline = baseline_of(norm, metingen, since + ONE_DAY) if norm.nulmeting else None
        if baseline is None:
            return None
        now = sum(een.aantal for een in begin if whose in {"", een.corporatie})
        grown = now - round(baseline)
        extra = {"aantal": number, "categorie": "daeb", "meting": "groei", "nu": grown}
        return Voorraaddoel.model_validate(common | extra)
    if norm.indicator == "nieuwbouw" and norm.grootheid == "stand":
        done = [
            een.aantal
            for een in reported_changes(metingen)
            if een.soort == "nieuwbouw"
            and whose in {"", een.corporatie}
            and (norm.van or date.min) <= (een.van or een.dag)
            and een.dag <= since
        ]
        extra = {"aantal": number, "categorie": "daeb", "meting": "toegevoegd", "nu": sum(done)}
        return Voorraaddoel.model_validate(common | extra)
    return None


def _called(norm: Norm, whose: str) -> str:
    """What a target is called: the agreement it stands in, and whose it is where it is of one."""
    agreement = f"Afspraak {norm.nummer}" if norm.nummer else norm.tekst
    return f"{agreement} ({whose})" if whose else agreement


# --- what is planned of a norm ---------------------------------------------------------------------


def planned_for(
    norm: Norm, work: Iterable[Project], other: Iterable[Mutatie], *, op: date
) -> tuple[Gepland, ...]:
    """What will still change the figure of a norm: a row for each project and change after `op`."""
    found = [*_by_projects(norm, work), *_by_changes(norm, other)]
    return tuple(een for een in found if een.verschil and een.peildatum > op)


def _by_projects(norm: Norm, work: Iterable[Project]) -> Iterator[Gepland]:
    for project in work:
        if project.fase in {"opgeleverd", "vervallen"} or not _is_of(norm, project.corporatie):
            continue
        if norm.gebied and norm.gebied.casefold() != project.kern.casefold():
            continue
        day = completion(project)
        if day is None:
            continue
        if norm.indicator in _KENMERKEN:
            yield Gepland(peildatum=day, verschil=getattr(project, norm.indicator), bron=project.naam)
            continue
        changes = sum(_effect(norm.indicator, een) for een in mutations_of(project))
        yield Gepland(peildatum=day, verschil=changes, bron=project.naam)


def _by_changes(norm: Norm, other: Iterable[Mutatie]) -> Iterator[Gepland]:
    if norm.gebied:
        return
    for een in other:
        if not een.gerealiseerd and _is_of(norm, een.corporatie):
            yield Gepland(peildatum=een.dag, verschil=_effect(norm.indicator, een), bron=een.bron)


def _effect(indicator: str, mutatie: Mutatie) -> int:
    """What a change does to the figure of an indicator."""
    if indicator in STANDEN:
        return sum(
            aantal for (_, categorie), _, aantal in effects(mutatie) if categorie == STANDEN[indicator]
        )
    if indicator == "voorraad-corporatie":
        dwellings = {"daeb", "niet-daeb", "onzelfstandig", "flex"}
        return sum(aantal for (_, categorie), _, aantal in effects(mutatie) if categorie in dwellings)
    if indicator == "voorraad-flexwoningen" and mutatie.categorie == "flex":
        return sum(aantal for _, _, aantal in effects(mutatie))
    if indicator == "nieuwbouw" and mutatie.categorie == "daeb":
        return mutatie.aantal if mutatie.soort in {"nieuwbouw", "toevoeging", "vervanging"} else 0
    if indicator == "sloop":
        return mutatie.gesloopt or (mutatie.aantal if mutatie.soort == "sloop" else 0)
    return mutatie.aantal if STROMEN.get(indicator) == mutatie.soort else 0


def _is_of(norm: Norm, corporatie: str) -> bool:
    return not norm.partijen or corporatie in norm.partijen


def _remarks(
    begin: Sequence[Voorraadstand],
    verschillen: Sequence[Verschil],
    shared: Sequence[Project],
    work: Sequence[Project],
) -> Iterator[str]:
    if begin:
        sources = " en ".join(dict.fromkeys(een.bron for een in begin if een.bron))
        yield f"Begonnen is met de stand op {day_nl(begin[0].dag)} ({sources})."
    if verschillen:
        yield "Bronnen spreken elkaar tegen over de stand; dat staat onder In het kort."
    from_tables = len(work) - len(shared)
    if from_tables:
        yield "Van corporaties die geen projecten delen, is gerekend met de tabellen van de afspraken."
    elif not shared:
        yield "Er zijn geen projecten gedeeld, en in de tabellen staan geen plannen."
