"""The chance that a project is finished by a moment, as a table: projects down, moments across."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from wederkerig.voorraad.aannames import Aannames, Maanden
from wederkerig.voorraad.projecten import Fase, Project, Zekerheid, completion

Kansen = NDArray[np.float32]
_PUNTEN = np.array([0.0, 0.1, 0.5, 0.9, 1.0])
_MEESTE = 0.98  # however bad the market, some projects get through
_DAGEN_PER_MAAND = 365.25 / 12


def chances(
    projecten: Sequence[Project],
    momenten: Sequence[date],
    aannames: Aannames,
    *,
    op: date,
    eerder: int = 0,
) -> list[Kansen]:
    """For each market: per unfinished project the chance that it is done by the end of each moment.

    That it is not done yet on the day `op` is taken into account; who is later than anybody assumed begins
    anew. eerder: so many months before its completion something happens that is asked for instead.
    """
    groepen: dict[tuple[Zekerheid, bool, Fase], list[int]] = {}
    for rij, een in enumerate(projecten):
        groepen.setdefault((een.zekerheid, een.fictief, een.fase), []).append(rij)
    gepland = np.array([_planned(een, op) for een in projecten], float) - eerder * _DAGEN_PER_MAAND
    dagen = np.array([een.toordinal() for een in momenten])
    uit = [np.zeros((len(projecten), len(momenten)), np.float32) for _ in aannames.markt]
    for (zekerheid, _, _), rijen in groepen.items():
        aanname, factor = aannames.of(projecten[rijen[0]]), float(aannames.zekerheid[zekerheid])
        for kansen, markt in zip(uit, aannames.markt, strict=True):
            punten = _delays(aanname.vertraging, float(markt.vertraging) * factor)
            uitval = min(float(aanname.uitval) * float(markt.uitval) * factor, _MEESTE)
            kansen[rijen] = (1 - uitval) * _done_by(dagen, gepland[rijen], punten, op.toordinal())
    return uit


def _planned(project: Project, op: date) -> int:
    return (completion(project) or op).toordinal()


def _delays(vertraging: Maanden, factor: float) -> NDArray[np.float64]:
    """The five points in months; only what comes too late gets later still."""
    punten = np.array(vertraging, float)
    return np.where(punten > 0, punten * factor, punten)


def _done_by(
    dagen: NDArray[np.int_], gepland: NDArray[np.float64], punten: NDArray[np.float64], op: int
) -> NDArray[np.float64]:
    """The share of projects that are done by each day, of those that were not done on the day `op`."""
    nu = np.interp((op - gepland) / _DAGEN_PER_MAAND, punten, _PUNTEN, left=0, right=1)
    te_laat = nu >= 1
    gepland = np.where(te_laat, op, gepland)
    nu = np.where(te_laat, np.interp(0, punten, _PUNTEN, left=0, right=1), nu)[:, None]
    maanden = (dagen[None, :] - gepland[:, None]) / _DAGEN_PER_MAAND
    klaar = np.interp(maanden, punten, _PUNTEN, left=0, right=1)
    rest: NDArray[np.float64] = np.clip((klaar - nu) / np.maximum(1 - nu, 1e-9), 0, 1)
    return rest
