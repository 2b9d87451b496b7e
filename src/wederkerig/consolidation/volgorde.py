"""Where new and moved agreements come to stand, and which numbers all of them have then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wederkerig.consolidation.citaat import same_words
from wederkerig.consolidation.nummers import (
    comes_before,
    following,
    is_lettered,
    next_for,
    parse,
    same_base,
    same_series,
    with_letter,
)
from wederkerig.consolidation.werkstuk import Concept


@dataclass(frozen=True, slots=True)
class Zet:
    """A new or moved agreement. na: the id of the agreement it follows, "" for the first place.

    vast: whether its number is settled, also if another bears it.
    """

    concept: Concept
    na: str | None = None
    nieuw: bool = True
    vast: bool = False


def arrange(afspraken: Sequence[Concept], zetten: Sequence[Zet], themas: Sequence[str]) -> list[Concept]:
    """The agreements in their new order, in the order in which the moves are given."""
    moving = {zet.concept.id for zet in zetten if not zet.nieuw and zet.na is not None}
    order = [concept for concept in afspraken if concept.id not in moving]
    standing = list(order)
    for zet in zetten:
        if zet.na is not None:
            order.insert(_behind(order, zet.na), zet.concept)
        elif zet.nieuw:
            order.insert(_by_number(order, standing, zet.concept, themas), zet.concept)
    return order


def _behind(order: Sequence[Concept], name: str) -> int:
    return next(
        (at + 1 for at, concept in enumerate(order) if concept.id == name), 0 if not name else len(order)
    )


def _by_number(
    order: Sequence[Concept], standing: Sequence[Concept], new: Concept, themas: Sequence[str]
) -> int:
    """Before the bearer of its number in its theme, else behind the lower ones, else where the theme is."""
    places = [at for at, concept in enumerate(order) if concept.thema == new.thema]
    if not places:
        return _theme_place(order, new.thema, themas)
    old = {concept.id for concept in standing}
    stood = [(at, order[at].nummer) for at in places if order[at].id in old]
    bearer = next((at for at, nummer in stood if nummer == new.nummer), None)
    if bearer is not None:
        return bearer
    higher = next((at for at, nummer in stood if comes_before(new.nummer, nummer)), None)
    lower = [at for at in places if comes_before(order[at].nummer, new.nummer)]
    return higher if higher is not None else max(lower, default=places[-1]) + 1


def take_rubriek(order: Sequence[Concept], new: Concept) -> None:
    """A new agreement stands under the sub-heading of the one before it in its theme, else of the next."""
    same = [concept for concept in order if concept.thema == new.thema]
    here = same.index(new)
    beside = same[here - 1 : here] or same[here + 1 : here + 2]
    new.rubriek = beside[0].rubriek if beside else None


def _theme_place(order: Sequence[Concept], thema: str | None, themas: Sequence[str]) -> int:
    """Behind the last agreement of the themes that come before it, or else before those that come later."""
    if thema not in themas:
        return len(order)
    place = themas.index(thema)
    before, later = set(themas[:place]), set(themas[place:])
    behind = max((at + 1 for at, concept in enumerate(order) if concept.thema in before), default=None)
    if behind is not None:
        return behind
    return next((at for at, concept in enumerate(order) if concept.thema in later), len(order))


def theme_of(order: Sequence[Concept], nummer: str) -> str | None:
    """The theme a number falls in: that of its bearer, or of the highest number below it."""
    below: Concept | None = None
    for concept in order:
        if concept.nummer == nummer:
            return concept.thema
        if comes_before(concept.nummer, nummer) and (
            below is None or comes_before(below.nummer, concept.nummer)
        ):
            below = concept
    return below.thema if below else None


def find_theme(name: str | None, themas: Collection[str]) -> str | None:
    """The theme of that title, whatever its case and punctuation."""
    if name is None or name in themas:
        return name
    return next((thema for thema in themas if same_words(thema, name)), None)


def number(order: Sequence[Concept], new: Collection[str], fixed: Collection[str]) -> None:
    """Give each agreement its number: the bearer of a number that a new one takes moves up, until a gap.

    A withdrawn number stays free, and a new agreement whose number is free changes no other.
    """
    _number_unnumbered(order, new, fixed)
    scope = _scope(order, new)
    coming = [each for each in order if each.id in new and parse(each.nummer)]
    if not coming:
        return
    arriving = {concept.id for concept in coming if concept.id not in fixed}
    board = [concept for concept in order if concept.id not in arriving]
    bearers = {(scope(each), each.nummer): each for each in board if each.id not in new}
    taking = [(each, bearers.get((scope(each), each.nummer))) for each in coming]
    for concept in (each for each, bearer in taking if bearer is None and each.id in arriving):
        peers = [each for each in board if scope(each) == scope(concept)]
        concept.nummer = _free(concept.nummer, peers)
        board.append(concept)
    for concept, bearer in taking:
        if bearer is not None:
            peers = [each for each in board if scope(each) == scope(concept)]
            if concept.id in arriving:
                wanted = _wanted(order, concept, bearer, peers)
                concept.nummer = _free(wanted, [each for each in peers if each.id in fixed])
                board.append(concept)
            _make_room(peers, concept.nummer, fixed)


def _wanted(order: Sequence[Concept], new: Concept, bearer: Concept, peers: Sequence[Concept]) -> str:
    """The number of the bearer behind it; where that stands before it, the one behind its neighbour."""
    places = {concept.id: at for at, concept in enumerate(order)}
    here = places[new.id]
    if places[bearer.id] > here:
        return bearer.nummer
    before = max((each for each in peers if places[each.id] < here), key=lambda each: places[each.id])
    if same_series(before.nummer, new.nummer):
        return next_for(before.nummer, new.nummer)
    return _free(new.nummer, peers)


def _free(nummer: str, peers: Sequence[Concept]) -> str:
    """The number, or else the first one behind it that nobody bears."""
    return _free_of(nummer, {concept.nummer for concept in peers})


def _make_room(peers: Sequence[Concept], nummer: str, fixed: Collection[str]) -> None:
    """Move the bearer of a number up, with its lettered parts, and whoever stands in its way."""
    movable = [
        concept for concept in peers if concept.id not in fixed and same_series(concept.nummer, nummer)
    ]
    if nummer not in {concept.nummer for concept in movable}:
        return
    held = {concept.nummer for concept in peers if concept.id in fixed}
    if is_lettered(nummer):
        movable = [concept for concept in movable if same_base(concept.nummer, nummer)]
        groups = {concept.nummer: [concept] for concept in movable}
    else:
        groups = {}
        for concept in movable:
            groups.setdefault(with_letter(concept.nummer, nummer), []).append(concept)
    steps = [nummer]
    while steps[-1] in groups:
        steps.append(_free_of(next_for(steps[-1], nummer), held))
    for step, target in reversed(list(pairwise(steps))):
        for concept in groups[step]:
            concept.nummer = target if is_lettered(nummer) else with_letter(target, concept.nummer)


def _free_of(nummer: str, held: Collection[str]) -> str:
    while nummer in held:
        nummer = next_for(nummer, nummer)
    return nummer


def _scope(order: Sequence[Concept], new: Collection[str]) -> Callable[[Concept], str | None]:
    """Within what a number is borne once: a theme where each theme begins anew, else the document."""
    standing = [concept.nummer for concept in order if concept.id not in new]
    if len(set(standing)) == len(standing):
        return lambda _: None
    return lambda concept: concept.thema


def _number_unnumbered(order: Sequence[Concept], new: Collection[str], fixed: Collection[str]) -> None:
    """A new agreement that came without a number gets the one behind the agreement before it."""
    for before, concept in pairwise(order):
        if concept.id in new and concept.id not in fixed and not concept.nummer:
            parsed = parse(before.nummer)
            concept.nummer = f"{parsed.reeks}{parsed.laatste + 1}" if parsed else ""
    first = order[0] if order else None
    if first is not None and first.id in new and first.id not in fixed and not first.nummer:
        first.nummer = next((each.nummer for each in order if each.nummer), "")


def close_gaps(order: Sequence[Concept]) -> None:
    """Number the agreements of each series on without gaps, in the order in which they stand."""
    last: dict[str, str] = {}
    for concept in order:
        parsed = parse(concept.nummer)
        if parsed is None:
            continue
        series = parsed.reeks or f"|{_restart(last, parsed.laatste)}"
        concept.nummer = following(last[series]) if series in last else f"{parsed.reeks}1{parsed.staart}"
        last[series] = concept.nummer


def _restart(last: dict[str, str], figure: int) -> int:
    """Which run of plain numbers this is: one that begins at 1 again begins a new run."""
    runs = sum(1 for name in last if name.startswith("|"))
    return runs if figure == 1 or not runs else runs - 1
