"""What a reader of a status should know beside the sum: what is missing, old, or came too late."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wederkerig.monitoring.beoordelen.cijfers import Verloop
from wederkerig.monitoring.beoordelen.regel import Geval, Uitslag
from wederkerig.monitoring.beoordelen.woorden import full_gap, quantity, short_day
from wederkerig.monitoring.peildata import due_by, moment


def remarks(geval: Geval, uitslag: Uitslag, verloop: Verloop, maat: str) -> tuple[str, ...]:
    """The remarks in Dutch, one sentence each. maat: the unit of the figures."""
    return (*verloop.let_op, *_from_first(geval), *_old(geval, uitslag), *_too_late(geval, uitslag, maat))


def _from_first(geval: Geval) -> Iterator[str]:
    if geval.grootheid != "stand" and geval.van is None and geval.begin is not None:
        yield f"De afspraak zegt niet vanaf wanneer; er is geteld vanaf {short_day(geval.begin.peildatum)}."


def _old(geval: Geval, uitslag: Uitslag) -> Iterator[str]:
    due = geval.due()
    nu, ended = uitslag.nu, geval.per is not None and geval.op > geval.per
    settled = uitslag.status in {"gehaald", "niet gehaald"}
    if nu is not None and not ended and not settled and due is not None and due > moment(nu.peildatum):
        yield (
            f"Het laatste cijfer is van {short_day(nu.peildatum)}; "
            f"een nieuwer had er op {short_day(due_by(due))} moeten zijn."
        )


def _too_late(geval: Geval, uitslag: Uitslag, maat: str) -> Iterator[str]:
    """A figure or a plan of after the last day does not count, but is told."""
    if uitslag.later is not None:
        day, shown = short_day(uitslag.later.peildatum), quantity(uitslag.later.waarde, maat)
        yield f"Op {day}, na de laatste dag, voldoet het cijfer wel: {shown}."
    if geval.per is None or uitslag.gepland is None:
        return
    after = sum((plan.verschil for plan in geval.gepland or () if plan.peildatum > geval.per), Decimal(0))
    if after:
        fewer = " minder" if after < 0 else ""
        planned = f"{full_gap(abs(after), maat)}{fewer}"
        yield f"Wat na {short_day(geval.per)} gepland is ({planned}), telt niet mee."
