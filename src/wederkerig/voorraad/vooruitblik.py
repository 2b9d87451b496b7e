"""The forecast: what the stock will be with what is planned, in thousands of scenarios."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from wederkerig.voorraad.aannames import Aannames, default_aannames
from wederkerig.voorraad.doorrekenen import Getallen, Grens, Overig, Stroom, Uitslag, calculate
from wederkerig.voorraad.grootboek import Mutatie, Voorraadstand, day_nl, effects, moment
from wederkerig.voorraad.kansen import chances
from wederkerig.voorraad.projecten import Project, completion
from wederkerig.voorraad.uitkomst import Doelkans, Invloed, Jaarbeeld, Voorraaddoel, Vooruitblik

GEWENST = Decimal("0.8")
"""The chance that `Doelkans.extra` brings a target to."""
MEESTE_SCENARIOS = 100_000
_BAND = (0.1, 0.5, 0.9)
_INVLOEDEN = 5
_MERKBAAR = Decimal("0.005")
_STAND = Voorraaddoel(naam="voorraad", aantal=0, per=date.max)


class VooruitblikError(ValueError):
    """What cannot be forecast, in Dutch."""


def forecast(  # noqa: PLR0913  # what is known, what is asked, and how to draw: all of it matters
    begin: Sequence[Voorraadstand],
    projecten: Sequence[Project],
    mutaties: Sequence[Mutatie] = (),
    doelen: Sequence[Voorraaddoel] = (),
    *,
    tot: date,
    seed: int,
    scenarios: int = 10_000,
    aannames: Aannames | None = None,
) -> Vooruitblik:
    """The expected stock at the end of every year until `tot`, and the chance of every target.

    begin: the stock on one day, per corporation and category. mutaties: what is planned besides the projects,
    such as sales; do not give what the projects tell already. Nothing before the day of the opening counts.
    The same input and seed give the same forecast. Raises VooruitblikError, in Dutch, on days or numbers that
    do not fit.
    """
    aannames = aannames or default_aannames()
    op = _opening_day(begin)
    _check(op, tot, doelen, scenarios)
    rekening = _Rekening(op, _moments(op, tot, doelen), aannames, _selections(doelen))
    open_, klaar = _divide(projecten, op)
    stromen = _streams(open_, rekening)
    los = [een for een in mutaties if een.dag > op]
    vast = _fixed(begin, klaar, los, rekening)
    overig = _other([een for een in los if not een.gerealiseerd], rekening)
    grenzen = [_bound(doel, rekening, vast) for doel in doelen]
    aandelen = [float(een.aandeel) for een in aannames.markt]
    uitslag = calculate(stromen, overig, grenzen, scenarios=scenarios, aandelen=aandelen, seed=seed)
    gepland = vast[0] + _as_planned(open_, overig, rekening)
    namen = [een.naam for een in open_]
    return Vooruitblik(
        op=op,
        tot=tot,
        begin=sum(een.aantal for een in begin),
        scenarios=scenarios,
        seed=seed,
        jaren=tuple(_years(uitslag, vast, gepland, rekening)),
        doelen=tuple(
            _chance(doel, grens, uitslag, nummer, vast, namen)
            for nummer, (doel, grens) in enumerate(zip(doelen, grenzen, strict=True))
        ),
        opmerkingen=tuple(_remarks(projecten, mutaties, op)),
    )


@dataclass(frozen=True, slots=True)
class _Rekening:
    """What all steps need: the opening day, the moments, the assumptions, and what is counted."""

    op: date
    momenten: tuple[date, ...]
    aannames: Aannames
    selecties: tuple[Voorraaddoel, ...]


# --- what is given -----------------------------------------------------------------------------------


def _opening_day(begin: Sequence[Voorraadstand]) -> date:
    dagen = {moment(een.dag) for een in begin}
    if len(dagen) != 1:
        raise VooruitblikError("De vooruitblik begint met de voorraad op één dag; geef één beginstand.")
    return dagen.pop()


def _check(op: date, tot: date, doelen: Iterable[Voorraaddoel], scenarios: int) -> None:
    if tot <= op:
        raise VooruitblikError("De vooruitblik eindigt voor hij begint; kies een latere laatste dag.")
    if not 1 <= scenarios <= MEESTE_SCENARIOS:
        raise VooruitblikError(f"Kies 1 tot {MEESTE_SCENARIOS} doorrekeningen.")
    for doel in doelen:
        if not op < doel.per <= tot:
            raise VooruitblikError(f"Het doel ‘{doel.naam}’ valt niet tussen {day_nl(op)} en {day_nl(tot)}.")


def _moments(op: date, tot: date, doelen: Iterable[Voorraaddoel]) -> tuple[date, ...]:
    eerste = (op + timedelta(days=1)).year
    jaareinden = {min(date(jaar, 12, 31), tot) for jaar in range(eerste, tot.year + 1)}
    return tuple(sorted(jaareinden | {doel.per for doel in doelen}))


def _selections(doelen: Iterable[Voorraaddoel]) -> tuple[Voorraaddoel, ...]:
    """What is counted: the whole stock first, then what each target is about, each once."""
    return tuple(dict.fromkeys([_STAND, *(_bare(doel) for doel in doelen)]))


def _bare(doel: Voorraaddoel) -> Voorraaddoel:
    """A target without its number: two targets that count the same count it once."""
    meting = "toegevoegd" if doel.meting == "toegevoegd" else "voorraad"
    wat = {"kenmerk": doel.kenmerk, "corporatie": doel.corporatie, "categorie": doel.categorie}
    return _STAND.model_copy(update={"meting": meting, **wat})


def _divide(projecten: Iterable[Project], op: date) -> tuple[list[Project], list[Project]]:
    """The projects that are still to be done, and those done after the opening.

    By phase and by the day they are planned: what lies together is done together, and is reckoned faster.
    """
    met_dag = [(dag, een) for een in projecten if (dag := completion(een)) is not None]
    met_dag.sort(key=lambda paar: (paar[1].fictief, paar[1].fase, paar[0], paar[1].naam))
    open_ = [een for _, een in met_dag if een.fase not in {"opgeleverd", "vervallen"}]
    return open_, [een for dag, een in met_dag if een.fase == "opgeleverd" and dag > op]


# --- as numbers --------------------------------------------------------------------------------------


def _streams(projecten: Sequence[Project], rekening: _Rekening) -> tuple[Stroom, Stroom]:
    """What projects add, and what they demolish; in the phase of building that is done already."""
    aannames, momenten = rekening.aannames, rekening.momenten
    bereik = [aannames.of(een).omvang for een in projecten]
    omvang = np.array(
        [[een.erbij * float(deel) for deel in delen] for een, delen in zip(projecten, bereik, strict=True)]
    )
    erbij = chances(projecten, momenten, aannames, op=rekening.op)
    rijen = [rij for rij, een in enumerate(projecten) if een.eraf and not (een.erbij and een.fase == "bouw")]
    slopers = [projecten[rij] for rij in rijen]
    vroeg = chances(slopers, momenten, aannames, op=rekening.op, eerder=aannames.sloop_voor_oplevering)
    alleen = np.array([not een.erbij for een in slopers], bool)[:, None]
    eraf = [
        np.where(alleen, samen[rijen], np.maximum(samen[rijen], eerst))
        for samen, eerst in zip(erbij, vroeg, strict=True)
    ]
    return (
        Stroom(np.arange(len(projecten)), erbij, _weights(projecten, rekening), _f32(omvang.reshape(-1, 2))),
        Stroom(np.array(rijen, np.intp), eraf, _demolished(slopers, rekening)),
    )


def _weights(projecten: Sequence[Project], rekening: _Rekening) -> Getallen:
    """What each selection counts of a dwelling that a project adds."""
    return _f32([[_share(een, doel) for een in projecten] for doel in rekening.selecties])


def _demolished(projecten: Sequence[Project], rekening: _Rekening) -> Getallen:
    return _f32(
        [
            [-een.eraf * (_matches(een, doel) and doel.meting == "voorraad") for een in projecten]
            for doel in rekening.selecties
        ]
    )


def _share(project: Project, doel: Voorraaddoel) -> float:
    if not _matches(project, doel) or not project.erbij:
        return 0.0
    return getattr(project, doel.kenmerk) / project.erbij if doel.kenmerk else 1.0


def _matches(een: Project | Voorraadstand | Mutatie, doel: Voorraaddoel) -> bool:
    return doel.corporatie in {"", een.corporatie} and doel.categorie in {None, een.categorie}


def _other(mutaties: Sequence[Mutatie], rekening: _Rekening) -> Overig:
    """What is planned besides projects."""
    omvang = [[float(deel) for deel in rekening.aannames.mutaties[een.soort]] for een in mutaties]
    return Overig(
        _f32([[_effect(een, doel) for een in mutaties] for doel in rekening.selecties]),
        _f32([[_done(een, dag, rekening.op) for dag in rekening.momenten] for een in mutaties]).reshape(
            len(mutaties), len(rekening.momenten)
        ),
        _f32(omvang).reshape(len(mutaties), 2),
    )


def _effect(mutatie: Mutatie, doel: Voorraaddoel) -> float:
    """What a change does to what is counted; `toegevoegd` counts only what comes."""
    if doel.kenmerk:
        return 0.0
    if doel.meting == "toegevoegd":
        komt = mutatie.soort in {"nieuwbouw", "toevoeging", "aankoop", "vervanging"}
        return float(mutatie.aantal * (komt and _matches(mutatie, doel)))
    return float(
        sum(
            aantal
            for (corporatie, categorie), _, aantal in effects(mutatie)
            if doel.corporatie in {"", corporatie} and doel.categorie in {None, categorie}
        )
    )


def _done(mutatie: Mutatie, dag: date, op: date) -> float:
    """How much of a change is still done by a day: evenly over its period, as far as that is to come."""
    eerste = max(mutatie.van - timedelta(days=1) if mutatie.van else mutatie.dag - timedelta(days=1), op)
    heel = (mutatie.dag - eerste).days
    duur = (mutatie.dag - mutatie.van).days + 1 if mutatie.van else 1
    return min(max((dag - eerste).days / heel, 0.0), 1.0) * min(heel / duur, 1.0)


def _fixed(
    begin: Sequence[Voorraadstand],
    klaar: Sequence[Project],
    mutaties: Sequence[Mutatie],
    rekening: _Rekening,
) -> NDArray[np.float64]:
    """What is certain, per selection and moment: the opening, and what was done since."""
    gedaan = [een for een in mutaties if een.gerealiseerd]
    uit = np.zeros((len(rekening.selecties), len(rekening.momenten)))
    for nummer, doel in enumerate(rekening.selecties):
        if doel.meting == "voorraad":
            uit[nummer] += sum(een.aantal for een in begin if _matches(een, doel))
        for een in klaar:
            weg = een.eraf * (_matches(een, doel) and doel.meting == "voorraad")
            uit[nummer] += _step(rekening, completion(een)) * (een.erbij * _share(een, doel) - weg)
        for mutatie in gedaan:
            uit[nummer] += _step(rekening, mutatie.dag) * _effect(mutatie, doel)
    return uit


def _step(rekening: _Rekening, dag: date | None) -> NDArray[np.float64]:
    return np.array([float(dag is not None and dag <= een) for een in rekening.momenten])


def _as_planned(projecten: Sequence[Project], overig: Overig, rekening: _Rekening) -> NDArray[np.float64]:
    """What the whole stock gains if everything goes as planned."""
    uit: NDArray[np.float64] = (overig.gewichten[0] @ overig.deel).astype(float)
    netto = [een.erbij - (0 if een.erbij and een.fase == "bouw" else een.eraf) for een in projecten]
    dagen = np.array([(completion(een) or date.max).toordinal() for een in projecten])
    momenten = np.array([een.toordinal() for een in rekening.momenten])
    uit += np.array(netto, float) @ (dagen[:, None] <= momenten)
    return uit


def _bound(doel: Voorraaddoel, rekening: _Rekening, vast: NDArray[np.float64]) -> Grens:
    """A target as a bound on what is drawn; half a dwelling of slack, for dwellings are whole."""
    selectie = rekening.selecties.index(_bare(doel))
    plek = rekening.momenten.index(doel.per)
    teken = 1 if doel.relatie == "min" else -1
    al = vast[selectie, plek] + _counted(doel, vast[selectie])
    return Grens(selectie, plek, float(doel.aantal - teken * 0.5 - al), teken)


def _counted(doel: Voorraaddoel, vast: NDArray[np.float64]) -> float:
    """What is added to a figure before it is compared: what there is already, or less the opening."""
    return float(doel.nu - vast[0]) if doel.meting == "groei" else float(doel.nu)


def _f32(rijen: object) -> Getallen:
    return np.asarray(rijen, np.float32)


# --- what comes out ----------------------------------------------------------------------------------


def _years(
    uitslag: Uitslag, vast: NDArray[np.float64], gepland: NDArray[np.float64], rekening: _Rekening
) -> Iterable[Jaarbeeld]:
    for plek, dag in enumerate(rekening.momenten):
        if plek + 1 < len(rekening.momenten) and rekening.momenten[plek + 1].year == dag.year:
            continue
        laag, midden, hoog = _band(uitslag.waarden[0, plek], vast[0, plek])
        yield Jaarbeeld(jaar=dag.year, laag=laag, midden=midden, hoog=hoog, gepland=round(gepland[plek]))


def _band(waarden: Getallen, vast: float) -> tuple[int, int, int]:
    laag, midden, hoog = (round(float(een) + vast) for een in np.quantile(waarden, _BAND))
    return laag, midden, hoog


def _chance(
    doel: Voorraaddoel,
    grens: Grens,
    uitslag: Uitslag,
    nummer: int,
    vast: NDArray[np.float64],
    namen: Sequence[str],
) -> Doelkans:
    waarden = uitslag.waarden[grens.selectie, grens.moment]
    scenarios = len(waarden)
    marge = np.sort(grens.teken * (waarden - np.float32(grens.nodig)))
    mag_missen = scenarios - math.ceil(GEWENST * scenarios)
    al = vast[grens.selectie, grens.moment] + _counted(doel, vast[grens.selectie])
    laag, midden, hoog = _band(waarden, al)
    dalingen = sorted(
        (
            (_part(int(aantal), scenarios), naam)
            for aantal, naam in zip(uitslag.verloren[nummer], namen, strict=True)
        ),
        key=lambda een: (-een[0], een[1]),
    )
    return Doelkans(
        doel=doel,
        kans=_part(int((marge >= 0).sum()), scenarios),
        laag=laag,
        midden=midden,
        hoog=hoog,
        invloeden=tuple(
            Invloed(project=naam, daling=daling)
            for daling, naam in dalingen[:_INVLOEDEN]
            if daling >= _MERKBAAR
        ),
        extra=max(0, math.ceil(-float(marge[mag_missen]))),
    )


def _part(aantal: int, scenarios: int) -> Decimal:
    return (Decimal(aantal) / scenarios).quantize(Decimal("0.0001"))


def _remarks(projecten: Sequence[Project], mutaties: Sequence[Mutatie], op: date) -> Iterable[str]:
    """What was left out, and why."""
    zonder = [een for een in projecten if completion(een) is None and een.fase != "vervallen"]
    if zonder:
        namen = ", ".join(een.naam for een in zonder[:3]) + (" en andere" if len(zonder) > 3 else "")
        yield f"Zonder verwachte oplevering, en daarom niet meegerekend: {namen}."
    voorbij = [een for een in mutaties if een.dag <= op and not een.gerealiseerd]
    if voorbij:
        hoeveel = "1 mutatie" if len(voorbij) == 1 else f"{len(voorbij)} mutaties"
        yield f"Gepland tot en met {day_nl(op)}, en daarom niet meegerekend: {hoeveel}."
