"""A forecast in plain Dutch, for someone who decides and does not calculate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from wederkerig.voorraad.grootboek import day_nl, number_nl
from wederkerig.voorraad.uitkomst import Doelkans, Voorraaddoel, Vooruitblik
from wederkerig.voorraad.vooruitblik import GEWENST

_KENMERK = {"toegankelijk": "toegankelijke ", "geclusterd": "geclusterde ", None: ""}
_METING = {"voorraad": "woningen", "groei": "woningen erbij", "toegevoegd": "nieuwe woningen"}


def in_words(vooruitblik: Vooruitblik) -> tuple[str, ...]:
    """The forecast as sentences: the stock at the end first, then a paragraph for each target."""
    return (stock_in_words(vooruitblik), *map(target_in_words, vooruitblik.doelen), *vooruitblik.opmerkingen)


def stock_in_words(vooruitblik: Vooruitblik) -> str:
    """What the stock will be in the last year."""
    laatste = vooruitblik.jaren[-1]
    plan = "Dat is ook wat er gepland is."
    if laatste.gepland != laatste.midden:
        plan = f"Als alles gaat zoals gepland, zijn het er {number_nl(laatste.gepland)}."
    return (
        f"Van {number_nl(vooruitblik.begin)} woningen {_end(vooruitblik.op)} "
        f"{_direction(vooruitblik.begin, laatste.midden)} de voorraad naar verwachting tot ongeveer "
        f"{number_nl(laatste.midden)} {_end(vooruitblik.tot)}. In 8 van de 10 doorrekeningen ligt het "
        f"{_between(laatste.laag, laatste.hoog)}. {plan}"
    )


def target_in_words(kans: Doelkans) -> str:
    """One target: how often it is met, where the figure lies, what it hangs on, and what would be needed."""
    return " ".join(_sentences(kans))


def odds(kans: Decimal) -> str:
    """A chance as a person says it: "in 7 van de 10 doorrekeningen"."""
    if kans in {Decimal(0), Decimal(1)}:
        return "in alle doorrekeningen" if kans else "in geen van de doorrekeningen"
    if kans < Decimal("0.05") or kans > Decimal("0.95"):
        return f"in {'minder dan 1' if kans < Decimal('0.5') else 'meer dan 19'} van de 20 doorrekeningen"
    tiende = int((kans * 10).quantize(Decimal(1), ROUND_HALF_UP))
    return "in 19 van de 20 doorrekeningen" if tiende == 10 else f"in {tiende} van de 10 doorrekeningen"


def _sentences(kans: Doelkans) -> Iterator[str]:
    doel = kans.doel
    yield f"{doel.naam}: {_promise(doel)} {_end(doel.per)} wordt {odds(kans.kans)} gehaald."
    yield f"De verwachting is {number_nl(kans.midden)}, {_between(kans.laag, kans.hoog)}."
    if kans.invloeden:
        eerste = kans.invloeden[0]
        zonder = odds(max(kans.kans - eerste.daling, Decimal(0)))
        rest = [een.project for een in kans.invloeden[1:3]]
        ook = (
            f" Daarna {'telt' if len(rest) == 1 else 'tellen'} {' en '.join(rest)} het meest." if rest else ""
        )
        yield f"Het meest hangt af van {eerste.project}: zonder dat project {zonder}.{ook}"
    if kans.kans < GEWENST and kans.extra:
        yield _needed(kans)


def _needed(kans: Doelkans) -> str:
    """What brings the chance to 8 in 10."""
    een = kans.extra == 1
    wat = f"{number_nl(kans.extra)} {_KENMERK[kans.doel.kenmerk]}{'woning' if een else 'woningen'}"
    if kans.doel.relatie == "max":
        return f"Om op 8 van de 10 te komen {'moet' if een else 'moeten'} er {wat} minder bij komen."
    zijn = "is" if een else "zijn"
    return f"Om op 8 van de 10 te komen {zijn} {wat} extra nodig, die zeker op tijd klaar {zijn}."


def _promise(doel: Voorraaddoel) -> str:
    grens = "ten minste" if doel.relatie == "min" else "ten hoogste"
    kenmerk = _KENMERK[doel.kenmerk]
    return (
        f"{grens} {number_nl(doel.aantal)} {_METING[doel.meting].replace('woningen', f'{kenmerk}woningen')}"
    )


def _between(laag: int, hoog: int) -> str:
    if laag == hoog:
        return f"steeds op {number_nl(laag)}"
    return f"tussen {number_nl(laag)} en {number_nl(hoog)}"


def _direction(begin: int, eind: int) -> str:
    return "groeit" if eind >= begin else "krimpt"


def _end(dag: date) -> str:
    return f"eind {dag.year}" if (dag.month, dag.day) == (12, 31) else f"op {day_nl(dag)}"
