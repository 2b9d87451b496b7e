"""What all parties must hear at once: a norm was passed that asks for talks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from wederkerig.model import Meting, Model, Norm
from wederkerig.model.taal import Hoeveelheid
from wederkerig.monitoring.beoordelen import Beoordeling, Jaarbeoordeling, beoordeel
from wederkerig.monitoring.indicatoren import IndicatorError, indicator

_ASKED = "Afspraak{nummer} vraagt dan om overleg: bespreek met alle partijen hoe dit komt en wat u nu doet."


class Signaal(Model):
    """A norm that asks for talks was passed.

    norm: its key. partijen: who must hear it.
    peildatum: the last day of the figure. waarde, grens: the figure and the bound it passed.
    som: the sum in words. gevraagd: what is asked of the parties now, in Dutch.
    """

    norm: str
    indicator: str
    afspraak: str
    nummer: str
    partijen: tuple[str, ...] = ()
    peildatum: date
    waarde: Hoeveelheid
    grens: Hoeveelheid
    som: str
    gevraagd: str


def signals(
    normen: Sequence[Norm], metingen: Sequence[Meting], *, op: date, partijen: Sequence[str] = ()
) -> tuple[Signaal, ...]:
    """A signal for each norm that asks for talks (`Indicator.overleg`) and is passed, in each year of it.

    partijen: all parties of the agreements; () means every party that the norms name.
    """
    everybody = tuple(partijen) or tuple(
        dict.fromkeys(naam for norm in normen for naam in (*norm.partijen, *norm.cijfers_van))
    )
    return tuple(
        _signal(norm, beoordeling, stretch, everybody)
        for norm in normen
        if norm.aard == "norm" and _asks_for_talks(norm)
        for beoordeling in (beoordeel(norm, metingen, op=op),)
        for stretch in beoordeling.jaren or (beoordeling,)
        if _is_passed(beoordeling, stretch)
    )


def _asks_for_talks(norm: Norm) -> bool:
    try:
        return indicator(norm.indicator).overleg
    except IndicatorError:
        return False


def _is_passed(beoordeling: Beoordeling, stretch: Beoordeling | Jaarbeoordeling) -> bool:
    """Above the maximum at any time; under the minimum only once that can no longer be made good."""
    if not stretch.tekort or stretch.stand is None or stretch.peildatum is None:
        return False
    return stretch.status == "niet gehaald" or _bound(beoordeling, stretch.stand) < stretch.stand


def _bound(beoordeling: Beoordeling, stand: Decimal) -> Decimal:
    """The bound that the figure passed."""
    low, high = beoordeling.grens, beoordeling.grens_tot
    return high if high is not None and stand > high else (low or Decimal(0))


def _signal(
    norm: Norm,
    beoordeling: Beoordeling,
    stretch: Beoordeling | Jaarbeoordeling,
    everybody: tuple[str, ...],
) -> Signaal:
    stand, peildatum = stretch.stand or Decimal(0), stretch.peildatum or beoordeling.op
    opening = beoordeling.som.partition("; ")[0]
    year = f"in {stretch.jaar} " if isinstance(stretch, Jaarbeoordeling) else ""
    return Signaal(
        norm=norm.sleutel,
        indicator=norm.indicator,
        afspraak=norm.afspraak,
        nummer=norm.nummer,
        partijen=everybody,
        peildatum=peildatum,
        waarde=stand,
        grens=_bound(beoordeling, stand),
        som=f"{opening}; {year}{stretch.som}." if year else f"{stretch.som}.",
        gevraagd=_ASKED.format(nummer=f" {norm.nummer}" if norm.nummer else ""),
    )
