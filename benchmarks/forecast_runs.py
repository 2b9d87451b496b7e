"""The benchmark of the forecast: all of it, beside numpy drawing as many random numbers and nothing else."""

from __future__ import annotations

import random
from datetime import date
from functools import partial
from statistics import median

import numpy as np

from benchmarks.measure import Result, alternating, ratio
from wederkerig.voorraad.grootboek import Mutatie, Voorraadstand
from wederkerig.voorraad.projecten import Fase, Project
from wederkerig.voorraad.uitkomst import Voorraaddoel, Vooruitblik
from wederkerig.voorraad.vooruitblik import forecast

_DRAWS = 2  # of each project in each scenario: when it is done, and how large it becomes
_YEARS: dict[Fase, tuple[int, int]] = {
    "idee": (2029, 2035),
    "verkenning": (2028, 2033),
    "ontwerp": (2027, 2030),
    "vergunning": (2027, 2029),
    "bouw": (2026, 2027),
}


def forecasting(runs: int, projects: int = 500, scenarios: int = 10_000) -> Result:
    """Ten years with a target that hangs in the balance, with what each project matters for it."""
    shape = (_DRAWS, projects, scenarios)
    pipeline = made_projects(projects)
    work = partial(ten_years, pipeline, scenarios)
    default, single, ours = alternating(
        [partial(draw, shape, "float64"), partial(draw, shape, "float32"), work], runs
    )
    note = (
        f"{scenarios} scenarios, {projects} projects, 10 years: {median(ours) * 1000:.0f} ms; as many draws "
        f"{median(default) * 1000:.0f} ms, in single precision {median(single) * 1000:.0f} ms"
        f" ({ratio(ours, single):.1f} x)"
    )
    return Result("forecast : numpy's draws alone", ratio(ours, default), 3.0, "x", note)


def draw(shape: tuple[int, ...], dtype: str) -> float:
    """Nothing but the random numbers."""
    rng = np.random.default_rng(1)
    return float(sum(rng.random(shape[1:], dtype=np.dtype(dtype))[0, 0] for _ in range(shape[0])))


def ten_years(pipeline: list[Project], scenarios: int) -> Vooruitblik:
    """The whole way: projects in, figures, chances and influences out."""
    begin = [Voorraadstand(corporatie="Vlierbos", dag=date(2025, 12, 31), aantal=20_000)]
    verkoop = Mutatie(
        soort="verkoop", corporatie="Vlierbos", aantal=300, van=date(2026, 1, 1), dag=date(2035, 12, 31)
    )
    half = sum(een.erbij for een in pipeline) // 2
    doel = Voorraaddoel(naam="Kernvoorraad", aantal=20_000 + half, per=date(2030, 12, 31))
    return forecast(begin, pipeline, [verkoop], [doel], tot=date(2035, 12, 31), seed=1, scenarios=scenarios)


def made_projects(count: int) -> list[Project]:
    """The same projects every time, in all phases; one in five demolishes too."""
    dice = random.Random(3)  # noqa: S311  # projects to measure with, no secrets
    projects = []
    for number in range(count):
        fase = dice.choice(list(_YEARS))
        eraf = dice.randint(4, 60) if dice.random() < 0.2 else 0
        projects.append(
            Project(
                locatie=f"Plek {number}",
                corporatie="Vlierbos",
                soort="SLN" if eraf else "NIU",
                erbij=dice.randint(4, 80),
                eraf=eraf,
                fase=fase,
                oplevering=dice.randint(*_YEARS[fase]),
            )
        )
    return projects
