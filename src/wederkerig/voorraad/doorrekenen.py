"""Thousands of scenarios at once: what projects and other changes have added by each moment, in each of them.

Every scenario draws two numbers for a project: when it is done (or never), and how large it becomes. A number
below the chance of being done by a moment means done by then, so that one comparison serves a whole block of
projects and scenarios. Scenarios are drawn in chunks: memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.float32]
_BLOK = 50  # projects compared at once: together with their draws they stay in the cache
_TREKKINGEN = 2_500_000  # draws of one kind in memory at once


@dataclass(frozen=True, slots=True)
class Stroom:
    """Dwellings that come or go as projects are done.

    rijen: the row of each in the draws. kansen: per market, the chance to be done by each moment.
    omvang: the least and the most dwellings, or None where `gewichten` has the exact number.
    gewichten: what each selection counts of a dwelling (selections down, projects across).
    """

    rijen: NDArray[np.intp]
    kansen: Sequence[Getallen]
    gewichten: Getallen
    omvang: Getallen | None = None


@dataclass(frozen=True, slots=True)
class Overig:
    """Changes besides projects: their least and most, and how much of each is done by each moment.

    gewichten: what each selection counts (selections down, changes across). deel: changes down, moments
    across. omvang: a row for each change.
    """

    gewichten: Getallen
    deel: Getallen
    omvang: Getallen


@dataclass(frozen=True, slots=True)
class Grens:
    """A target as numbers: of which selection and moment, how much, and whether more or less is better."""

    selectie: int
    moment: int
    nodig: float
    teken: int


@dataclass(slots=True)
class Uitslag:
    """What was drawn. waarden: selections, moments, scenarios.

    verloren: per target and project the scenarios in which the target is met only thanks to it, less those in
    which it is missed because of it.
    """

    waarden: Getallen
    verloren: NDArray[np.int64]


def calculate(
    stromen: Sequence[Stroom],
    overig: Overig,
    grenzen: Sequence[Grens],
    *,
    scenarios: int,
    aandelen: Sequence[float],
    seed: int,
) -> Uitslag:
    """Draw the scenarios and add up. aandelen: the share of each market. The same seed gives the same."""
    rng = np.random.default_rng(seed)
    projecten = len(stromen[0].rijen)
    waarden = np.zeros((len(overig.gewichten), overig.deel.shape[1], scenarios), np.float32)
    verloren = np.zeros((len(grenzen), projecten), np.int64)
    for stuk in _chunks(rng.multinomial(scenarios, aandelen), projecten):
        wanneer = rng.random((projecten, stuk.aantal), dtype=np.float32)
        omvang = rng.random((projecten, stuk.aantal), dtype=np.float32)
        deel = waarden[:, :, stuk.begin : stuk.begin + stuk.aantal]
        _add_other(overig, rng.random((len(overig.omvang), stuk.aantal), dtype=np.float32), deel)
        for stroom in stromen:
            _add_stream(stroom, stuk.markt, wanneer, omvang, deel)
        for nummer, grens in enumerate(grenzen):
            verloren[nummer] += _lost_without(grens, stromen, stuk.markt, wanneer, omvang, deel)
    return Uitslag(waarden, verloren)


@dataclass(frozen=True, slots=True)
class _Stuk:
    """Scenarios that are drawn at once: their market, which is the first, how many."""

    markt: int
    begin: int
    aantal: int


def _chunks(per_markt: NDArray[np.int64], projecten: int) -> Iterator[_Stuk]:
    """Chunks of one market each, of about equal size."""
    meeste = max(_TREKKINGEN // max(projecten, 1), 1)
    begin = 0
    for markt, aantal in enumerate(map(int, per_markt)):
        stukken = -(-aantal // meeste)
        for stuk in range(stukken):
            grootte = aantal * (stuk + 1) // stukken - aantal * stuk // stukken
            yield _Stuk(markt, begin, grootte)
            begin += grootte


def _add_other(overig: Overig, trekking: Getallen, deel: Getallen) -> None:
    if not len(overig.omvang):
        return
    trekking = _sized(trekking, overig.omvang)
    for moment in range(deel.shape[1]):
        deel[:, moment] += np.einsum("kj,ji->ki", overig.gewichten * overig.deel[:, moment], trekking)


def _sized(trekking: Getallen, omvang: Getallen) -> Getallen:
    """Draws between 0 and 1 become dwellings, in place."""
    trekking *= (omvang[:, 1] - omvang[:, 0])[:, None]
    trekking += omvang[:, 0][:, None]
    return trekking


def _add_stream(stroom: Stroom, markt: int, wanneer: Getallen, omvang: Getallen, deel: Getallen) -> None:
    """Add what is done by each moment; where no chance changes between two moments the sum is used again.

    The draws of the size become dwellings in place.
    """
    kansen = stroom.kansen[markt]
    for begin in range(0, len(stroom.rijen), _BLOK):
        blok = slice(begin, begin + _BLOK)
        getrokken = wanneer[blok] if stroom.omvang is not None else wanneer[stroom.rijen[blok]]
        hoeveel = None if stroom.omvang is None else _sized(omvang[blok], stroom.omvang[blok])
        gewicht = np.ascontiguousarray(stroom.gewichten[:, blok])
        som: Getallen | None = None
        for moment in range(deel.shape[1]):
            nu = kansen[blok, moment]
            if not nu.any():
                continue
            if som is None or not np.array_equal(nu, kansen[blok, moment - 1]):
                som = _weighed(gewicht, getrokken < nu[:, None], hoeveel)
            deel[:, moment] += som


def _weighed(gewicht: Getallen, klaar: NDArray[np.bool_], hoeveel: Getallen | None) -> Getallen:
    """What is done, as each selection counts it.

    Not by matrix products: those start threads of their own, which wait for one another on a busy machine.
    """
    som: Getallen
    if hoeveel is None:
        som = np.einsum("kj,ji->ki", gewicht, klaar.astype(np.float32))
    elif len(gewicht) == 1 and (gewicht == 1).all():
        som = np.einsum("ji,ji->i", hoeveel, klaar)[None]
    else:
        som = np.einsum("kj,ji->ki", gewicht, hoeveel * klaar)
    return som


def _lost_without(
    grens: Grens, stromen: Sequence[Stroom], markt: int, wanneer: Getallen, omvang: Getallen, deel: Getallen
) -> NDArray[np.int64]:
    """Per project the scenarios in which the target is met only thanks to it, less those it spoils.

    Only scenarios near the target are looked at: there one project makes the difference.
    """
    marge = grens.teken * (deel[grens.selectie, grens.moment] - np.float32(grens.nodig))
    # what a project adds and what it demolishes have opposite signs, so that the largest of both bounds it
    meeste = max(_largest(stroom, grens) for stroom in stromen)
    dichtbij = np.flatnonzero(np.abs(marge) <= meeste)
    som = np.zeros((len(wanneer), len(dichtbij)), np.float32)
    getrokken, hoeveel = wanneer.take(dichtbij, axis=1), omvang.take(dichtbij, axis=1)
    for stroom in stromen:
        kans = stroom.kansen[markt][:, grens.moment, None]
        gewicht = grens.teken * stroom.gewichten[grens.selectie][:, None]
        if stroom.omvang is None:
            som[stroom.rijen] += gewicht * (getrokken[stroom.rijen] < kans)
        else:
            hoeveel *= getrokken < kans
            hoeveel *= gewicht
            som += hoeveel
    ervoor = marge[dichtbij] >= 0
    erna = marge[dichtbij] - som >= 0
    lost: NDArray[np.int64] = (ervoor & ~erna).sum(1) - (~ervoor & erna).sum(1)
    return lost


def _largest(stroom: Stroom, grens: Grens) -> float:
    gewicht = np.abs(stroom.gewichten[grens.selectie])
    return float((gewicht if stroom.omvang is None else gewicht * stroom.omvang[:, 1]).max(initial=0))
