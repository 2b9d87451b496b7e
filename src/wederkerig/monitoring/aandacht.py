"""What needs attention first, and what changed since the report before; by rules that anybody can follow.

The rule of the five. A norm needs attention when its status is niet gehaald, achter, risico or geen cijfers,
or when it was passed and asks for talks. They are told in this order:

1. norms that ask for talks now;
2. by status: niet gehaald, achter, risico, geen cijfers;
3. within a status first what became worse since the last report, then what has the nearest last day, then
   what falls short most, as part of its bound; then by the number of the agreement.

No theme has more than two of the five as long as another theme has something to tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen import Beoordeling, Status
from wederkerig.monitoring.normtekst import norm_words
from wederkerig.monitoring.rapport import Aandachtspunt, Koers, Verschuiving

MOST: Final = 5
_PER_THEME: Final = 2
_WORST_FIRST: Final[tuple[Status, ...]] = ("niet gehaald", "achter", "risico", "geen cijfers")
_RANKS: Final[Mapping[Status, int]] = {
    "niet gehaald": 0,
    "achter": 1,
    "risico": 2,
    "op koers": 3,
    "gehaald": 4,
}
_FAR: Final = date.max


class Kandidaat(NamedTuple):
    """A norm with its judgement, its name on the screen, and its sentence for the public."""

    norm: Norm
    beoordeling: Beoordeling
    naam: str
    zin: str


def changes_since(
    now: Iterable[Beoordeling], before: Iterable[Beoordeling], *, over_een_jaar: Collection[str] = ()
) -> tuple[Verschuiving, ...]:
    """Which norms have another status or figure than before, are new, or are gone; in the order of `now`.

    With nothing before there is nothing to compare, and so no change. over_een_jaar: the keys of norms whose
    figure begins anew each year; half a year of it is not held against a whole one.
    """
    was, nu = _by_key(before), _by_key(now)
    if not was:
        return ()
    changes = [
        _change(key, was.get(key), nu.get(key), yearly=key in over_een_jaar)
        for key in dict.fromkeys([*nu, *was])
    ]
    return tuple(change for change in changes if change is not None)


def attention(
    kandidaten: Iterable[Kandidaat],
    changes: Iterable[Verschuiving] = (),
    *,
    overleg: Collection[str] = (),
    most: int = MOST,
) -> tuple[Aandachtspunt, ...]:
    """What needs attention, by the rule of the five. overleg: the keys of norms that ask for talks now."""
    worse = {change.sleutel for change in changes if change.koers == "slechter"}
    asking = [
        each for each in kandidaten if each.norm.sleutel in overleg or each.beoordeling.status in _WORST_FIRST
    ]
    asking.sort(key=lambda each: _order(each, worse, overleg))
    chosen = _spread(asking, most)
    heads = _heads(chosen)
    return tuple(_point(each, head, worse, overleg) for each, head in zip(chosen, heads, strict=True))


def _by_key(beoordelingen: Iterable[Beoordeling]) -> dict[str, Beoordeling]:
    return {each.sleutel: each for each in beoordelingen}


def _change(
    key: str, was: Beoordeling | None, nu: Beoordeling | None, *, yearly: bool
) -> Verschuiving | None:
    alike = not yearly or _end_alike(was, nu)
    if was and nu and was.status == nu.status and (was.stand == nu.stand or not alike):
        return None
    return Verschuiving(
        sleutel=key,
        koers=_way(was, nu),
        was=was.status if was else None,
        nu=nu.status if nu else None,
        stand_was=was.stand if was and alike else None,
        stand_nu=nu.stand if nu and alike else None,
    )


def _end_alike(was: Beoordeling | None, nu: Beoordeling | None) -> bool:
    """Whether two figures run until the same day of their year; where one of both is none, they do."""
    days = [each.peildatum for each in (was, nu) if each and each.peildatum]
    return len({(day.month, day.day) for day in days}) < 2


def _way(was: Beoordeling | None, nu: Beoordeling | None) -> Koers:
    if was is None:
        return "nieuw"
    if nu is None:
        return "vervallen"
    before, after = _RANKS.get(was.status), _RANKS.get(nu.status)
    if before is None or after is None or before == after:
        return "anders"
    return "beter" if after > before else "slechter"


def _order(
    each: Kandidaat, worse: Collection[str], overleg: Collection[str]
) -> tuple[bool, int, bool, date, Decimal, str, str]:
    key, status = each.norm.sleutel, each.beoordeling.status
    place = _WORST_FIRST.index(status) if status in _WORST_FIRST else len(_WORST_FIRST)
    return (
        key not in overleg,
        place,
        key not in worse,
        each.norm.per or _FAR,
        -_shortfall(each.beoordeling),
        each.norm.nummer,
        key,
    )


def _shortfall(beoordeling: Beoordeling) -> Decimal:
    """How much is lacking, as part of the bound."""
    if not beoordeling.tekort:
        return Decimal(0)
    return abs(beoordeling.tekort) / abs(beoordeling.grens or Decimal(1))


def _spread(asking: Sequence[Kandidaat], most: int) -> list[Kandidaat]:
    """The first ones, two of a theme; what room is left goes to the rest, in order."""
    themes: Counter[str | None] = Counter()
    first = []
    for at, each in enumerate(asking):
        themes[each.norm.thema] += 1
        if themes[each.norm.thema] <= _PER_THEME:
            first.append(at)
    chosen = first[:most]
    chosen += [at for at in range(len(asking)) if at not in chosen][: most - len(chosen)]
    return [asking[at] for at in sorted(chosen)]


def _heads(chosen: Sequence[Kandidaat]) -> list[str]:
    """What each is called; of what would be called the same also whose it is, and else what was promised."""
    heads = [_called(each) for each in chosen]
    for apart in (_whose, lambda each: norm_words(each.norm)):
        double = {head for head, times in Counter(heads).items() if times > 1}
        heads = [
            f"{head}: {apart(each)}" if head in double else head
            for head, each in zip(heads, chosen, strict=True)
        ]
    return heads


def _called(each: Kandidaat) -> str:
    return f"{each.naam} (afspraak {each.norm.nummer})" if each.norm.nummer else each.naam


def _whose(each: Kandidaat) -> str:
    """The area or the party a norm is of; of several parties all together."""
    names = (each.norm.gebied, each.norm.partijen[0] if len(each.norm.partijen) == 1 else None)
    return ", ".join(name for name in names if name) or "alle partijen samen"


def _point(each: Kandidaat, head: str, worse: Collection[str], overleg: Collection[str]) -> Aandachtspunt:
    norm, beoordeling = each.norm, each.beoordeling
    return Aandachtspunt(
        sleutel=norm.sleutel,
        thema=norm.thema or "",
        kop=head,
        zin=each.zin,
        status=beoordeling.status,
        reden=_reason(norm.sleutel, beoordeling, worse, overleg),
        wie=norm.partijen or norm.cijfers_van,
    )


def _reason(key: str, beoordeling: Beoordeling, worse: Collection[str], overleg: Collection[str]) -> str:
    if key in overleg:
        return "De afspraak vraagt nu om overleg."
    if key in worse:
        return "Dit ging achteruit sinds het vorige rapport."
    if not beoordeling.meetbaar:
        return "Het is nog niet gekozen wat er gemeten wordt."
    if beoordeling.status == "geen cijfers" and beoordeling.ontbreekt:
        return f"Er ontbreken cijfers van {', '.join(beoordeling.ontbreekt)}."
    return {
        "niet gehaald": "De norm is niet gehaald.",
        "achter": "Zo wordt de norm niet gehaald.",
        "risico": "Het scheelt weinig.",
    }.get(beoordeling.status, "Er ontbreken cijfers.")
