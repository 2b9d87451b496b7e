"""The chart of the social stock: what it was, what is expected with a band, and what was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from wederkerig.monitoring.grafiek import Band, Grafiek, Reeks
from wederkerig.voorraad.grootboek import Voorraadstand, day_nl, moment, number_nl
from wederkerig.voorraad.uitkomst import Doelkans, Vooruitblik

_EARLIER: Final = 4
"""So many years before the forecast are shown, where they are known."""


def stock_chart(vooruitblik: Vooruitblik, standen: Sequence[Voorraadstand] = ()) -> Grafiek:
    """The stock at the end of each year, with its opening. standen: what was reported of the social stock."""
    earlier = _earlier(vooruitblik, standen)
    years = vooruitblik.jaren
    before, gap = [Decimal(aantal) for aantal in earlier.values()], (None,) * len(earlier)
    begin, none = Decimal(vooruitblik.begin), (None,) * len(years)
    targets = _targets(vooruitblik.doelen)
    x = (*map(str, earlier), _opening(vooruitblik), *(str(een.jaar) for een in years))
    goal = (*gap, None, *(_number(targets.get(een.jaar)) for een in years))
    return Grafiek(
        soort="lijn met doel en band",
        titel="Sociale huurwoningen: stand, verwachting en afspraak",
        beschrijving=_description(vooruitblik),
        eenheid="woningen",
        x=x,
        x_naam="Eind van het jaar",
        reeksen=(
            Reeks(naam="Stand", waarden=(*before, begin, *none)),
            Reeks(
                naam="Verwacht",
                waarden=(*gap, begin, *(Decimal(een.midden) for een in years)),
                verwacht=True,
            ),
        ),
        doel=Reeks(naam="Afgesproken", waarden=goal) if any(each is not None for each in goal) else None,
        band=Band(
            naam="In 8 van de 10 doorrekeningen",
            onder=(*gap, begin, *(Decimal(een.laag) for een in years)),
            boven=(*gap, begin, *(Decimal(een.hoog) for een in years)),
        ),
    )


def _opening(vooruitblik: Vooruitblik) -> str:
    day = vooruitblik.op
    return str(day.year) if (day.month, day.day) == (12, 31) else day_nl(day)


def chance_chart(kans: Doelkans) -> Grafiek | None:
    """Which projects the chance of a target hangs on most; None where it hangs on none."""
    if not kans.invloeden:
        return None
    return Grafiek(
        soort="staven",
        titel=f"Waar het van afhangt: {kans.doel.naam}",
        beschrijving="Hoeveel procentpunt de kans daalt als een project niet doorgaat.",
        eenheid="%",
        x=tuple(een.project for een in kans.invloeden),
        x_naam="Project",
        reeksen=(Reeks(naam="Daling", waarden=tuple(een.daling * 100 for een in kans.invloeden)),),
    )


def _earlier(vooruitblik: Vooruitblik, standen: Sequence[Voorraadstand]) -> Mapping[int, int]:
    """The stock at the end of earlier years, where as many corporations are known as in the others."""
    found: dict[int, dict[str, int]] = {}
    for een in standen:
        at = moment(een.dag)
        if een.categorie == "daeb" and (at.month, at.day) == (12, 31) and at < vooruitblik.op:
            found.setdefault(at.year, {})[een.corporatie] = een.aantal
    most = max((len(each) for each in found.values()), default=0)
    since = vooruitblik.op.year - _EARLIER
    return {
        jaar: sum(found[jaar].values())
        for jaar in sorted(found)
        if jaar >= since and len(found[jaar]) == most
    }


def _targets(doelen: Sequence[Doelkans]) -> Mapping[int, int]:
    """What was agreed of the whole stock, by year."""
    return {
        een.doel.per.year: een.doel.aantal
        for een in doelen
        if een.doel.meting == "voorraad" and not een.doel.corporatie
    }


def _description(vooruitblik: Vooruitblik) -> str:
    last = vooruitblik.jaren[-1]
    begin, end = number_nl(vooruitblik.begin), number_nl(last.midden)
    return (
        f"Van {begin} naar verwachting {end} woningen, eind {last.jaar}; "
        f"in 8 van de 10 doorrekeningen tussen {number_nl(last.laag)} en {number_nl(last.hoog)}."
    )


def _number(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
