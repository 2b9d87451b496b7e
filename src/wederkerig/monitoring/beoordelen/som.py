"""The sum behind a status, in words: what was agreed, the figures, what is planned, and what that makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen.cijfers import Punt
from wederkerig.monitoring.beoordelen.grens import Grens
from wederkerig.monitoring.beoordelen.marges import marges
from wederkerig.monitoring.beoordelen.regel import Geval, Uitslag
from wederkerig.monitoring.beoordelen.woorden import (
    full_gap,
    gap,
    names,
    number,
    over,
    quantity,
    short_day,
    until,
)
from wederkerig.monitoring.peildata import moment


@dataclass(frozen=True, slots=True)
class Som:
    """A norm's sum.

    eenheid: of the bound; maat: of the figures. heel: they are counted.
    ontbreekt: the parties whose figures are missing. onbruikbaar: they are there, and no use to reckon with.
    """

    norm: Norm
    geval: Geval
    uitslag: Uitslag
    eenheid: str
    maat: str
    heel: bool = False
    ontbreekt: tuple[str, ...] = ()
    onbruikbaar: bool = False


def in_words(som: Som) -> str:
    """The whole sum, on one line."""
    return f"{promise(som)}; {outcome(som)}"


def promise(som: Som) -> str:
    """What was agreed, and until when."""
    geval, bound = som.geval, bound_words(som)
    if som.norm.prijspeil is not None and som.norm.indexatie is None:
        bound = f"{bound} (prijspeil {som.norm.prijspeil.year})"
    if som.norm.ritme == "jaarlijks":
        van, per = som.norm.van, som.norm.per
        if som.norm.indexatie is not None and van is not None:
            side = "ten hoogste" if geval.grens.onder is None else "ten minste"
            rise = f"elk jaar daarna ten hoogste {number(som.norm.indexatie)}% meer"
            return f"In {van.year} {side} {_side(som, som.norm.waarde)}, {rise}"
        return f"In {van.year} {bound}" if van and per and van.year == per.year else f"Elk jaar {bound}"
    if geval.wijze != "stand":
        return f"{over(geval.van, geval.per)} {bound}"
    return (
        f"{until(geval.per)} {bound}" if geval.per else f"{bound[:1].upper()}{bound[1:]} (zonder einddatum)"
    )


def bound_words(som: Som) -> str:
    """The bound in words: ten minste 3.341, ten hoogste 20%, ten minste 25% minder dan op 1-1-2017."""
    grens = som.geval.grens
    if som.norm.relatie == "circa" and som.norm.waarde not in {grens.onder, grens.boven}:
        return f"ongeveer {_side(som, som.norm.waarde)}, dus {_bare_bound(som, grens)}"
    if som.norm.relatie == "bereik" and (grens.onder is None or grens.boven is None):
        ends = (som.norm.waarde, som.norm.waarde if som.norm.tot is None else som.norm.tot)
        low, high = sorted(map(abs, ends) if _changes(som) else ends)
        return f"{number(low)} tot {quantity(high, som.eenheid)}, dus {_bare_bound(som, grens)}"
    return _bare_bound(som, grens)


def _bare_bound(som: Som, grens: Grens) -> str:
    low, high = grens.onder, grens.boven
    if low is not None and high is not None:
        if low == high:
            return f"precies {_value(som, low)}"
        return f"tussen {_side(som, low)} en {_value(som, high)}"
    if low is not None:
        return f"{'ten minste' if low >= 0 or not _changes(som) else 'ten hoogste'} {_value(som, low)}"
    at = Decimal(0) if high is None else high
    return f"{'ten minste' if at < 0 and _changes(som) else 'ten hoogste'} {_value(som, at)}"


def _changes(som: Som) -> bool:
    return som.norm.grootheid != "stand"


def _side(som: Som, waarde: Decimal) -> str:
    if not _changes(som):
        return quantity(waarde, som.eenheid)
    return f"{quantity(abs(waarde), som.eenheid)} {'minder' if waarde < 0 else 'meer'}"


def _value(som: Som, waarde: Decimal) -> str:
    """A value of the bound; of a change also since when."""
    since = _since(som) if _changes(som) else None
    if since is None:
        return _side(som, waarde)
    if som.norm.ritme == "jaarlijks" and som.norm.nulmeting is None:
        return f"{_side(som, waarde)} dan {'het jaar ervoor' if som.geval.per_jaar else 'op 1 januari'}"
    return (
        f"{_side(som, waarde)} dan {f'in {since.year}' if som.geval.per_jaar else f'op {short_day(since)}'}"
    )


def _since(som: Som) -> date | None:
    """The day a change is counted from, also where its figure is missing."""
    if som.geval.begin:
        return som.geval.begin.peildatum
    return som.norm.nulmeting.peildatum if som.norm.nulmeting else som.norm.van


def outcome(som: Som) -> str:
    """The figures and what they come to."""
    uitslag = som.uitslag
    if uitslag.nu is None:
        of_whom = f" van {names(som.ontbreekt)}" if som.ontbreekt else ""
        unknown = "met de cijfers is niet te rekenen" if som.onbruikbaar else "er zijn nog geen cijfers"
        return uitslag.reden or f"{unknown}{of_whom}"
    parts = [_figures(som, uitslag.nu)]
    if uitslag.status == "geen cijfers":
        return f"{parts[0]}; {uitslag.reden or _lacking(som, uitslag.nu)}"
    if uitslag.status == "te vroeg":
        return f"{parts[0]}; één cijfer is te weinig om te zien hoe het gaat"
    if uitslag.gepland is not None:
        fewer = "" if uitslag.gepland >= 0 else " minder"
        parts.append(f"gepland nog {_change(abs(uitslag.gepland), som)}{fewer}")
    if uitslag.hoort is not None:
        parts.append(f"op de rechte lijn hoort dat nu {_side(som, _line(som, uitslag.hoort))} te zijn")
    return f"{'; '.join(parts)}: {verdict(som)}"


def _lacking(som: Som, nu: Punt) -> str:
    """Which figure is not there, beside one that is."""
    per = som.geval.per
    if per is not None and nu.dag > moment(per):
        return f"het cijfer van {short_day(per)} ontbreekt"
    if som.geval.is_old(nu):
        return f"dat is langer dan {marges().oud_maanden} maanden geleden, en daarna ontbreken cijfers"
    return "daarna ontbreken cijfers"


def _change(waarde: Decimal, som: Som) -> str:
    return gap(waarde, som.maat)


def _figures(som: Som, nu: Punt) -> str:
    begin = som.geval.begin
    text = _figure(som, nu)
    if not _changes(som) or begin is None:
        return text
    change = f"({_side(som, som.geval.measured(nu.waarde))})"
    return f"{_figure(som, begin)}, {text} {change}" if begin != nu else text


def _figure(som: Som, punt: Punt) -> str:
    shown = quantity(punt.waarde, som.maat)
    if som.geval.per_jaar:
        return f"in {punt.peildatum.year} {shown}"
    if som.geval.wijze == "stand":
        return f"stand {short_day(punt.peildatum)} {shown}"
    if som.norm.ritme == "jaarlijks" and punt.dag == som.geval.per:
        return shown  # a whole year, which was named before
    return f"t/m {short_day(punt.peildatum)} {shown}"


def verdict(som: Som, *, full: bool = False) -> str:
    """What it comes to: 8 te weinig, 2 procentpunt te veel, precies genoeg. full: with the noun."""
    deciding = som.uitslag.decisive()
    if deciding is None or som.uitslag.status in {"te vroeg", "geen cijfers"}:
        return ""
    waarde = som.geval.measured(deciding)
    said = full_gap if full else gap
    if som.uitslag.hoort is not None:
        return _against_line(som, waarde, said, full=full)
    short = som.geval.grens.tekort(waarde)
    return _short(som, waarde, said(short, som.eenheid)) if short else _enough(som, waarde, said)


def _line(som: Som, line: Decimal) -> Decimal:
    """The figure on the straight line; of what is counted a whole one."""
    return line.quantize(Decimal(1), ROUND_HALF_UP) if som.heel else line


def _against_line(som: Som, waarde: Decimal, said: Callable[[Decimal, str], str], *, full: bool) -> str:
    """How far from the straight line; without the sum before it (full) that is ahead of plan, or behind."""
    line = _line(som, som.uitslag.hoort or Decimal(0))
    amount, plan = said(abs(line - waarde), som.eenheid), "schema" if full else "de lijn"
    if waarde == line:
        return f"precies op {plan}"
    if som.geval.grens.is_met(waarde):
        return f"{amount} te snel"
    if (waarde < line) != (som.geval.grens.side(waarde) > waarde):
        return f"{amount} voor op {plan}"
    within = ", en dat valt binnen de marge" if som.uitslag.status == "op koers" else ""
    return f"{f'{amount} achter op schema' if full else _short(som, waarde, amount)}{within}"


def _short(som: Som, waarde: Decimal, amount: str) -> str:
    """Too little or too much; of a fall it is the fall that is too little."""
    low = som.geval.grens.onder
    too_low = low is not None and waarde < low
    bound = som.geval.grens.side(waarde)
    falls = _changes(som) and bound < 0
    return f"{amount} {'te weinig' if too_low != falls else 'te veel'}"


def _enough(som: Som, waarde: Decimal, said: Callable[[Decimal, str], str]) -> str:
    low, high = som.geval.grens.onder, som.geval.grens.boven
    if low is not None and high is not None:
        if low != high:
            return "binnen de grenzen"
        return (
            "precies goed" if waarde == low else f"{said(abs(waarde - low), som.eenheid)} ernaast, en dat mag"
        )
    bound = low if low is not None else high
    over_bound = abs(waarde - bound) if bound is not None else Decimal(0)
    minimum = (low is not None) != (_changes(som) and bound is not None and bound < 0)
    if over_bound == 0:
        return "precies genoeg" if minimum else "precies op de grens"
    return f"{said(over_bound, som.eenheid)} {'meer dan nodig' if minimum else 'onder de grens'}"
