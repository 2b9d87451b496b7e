"""Which agreement of one version is which of another, whatever their numbers, words and themes became."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from wederkerig.model import Afspraak

_ALIKE = 0.5  # half of the words in common, in the same order
_SAME_PLACE = 0.3  # enough where number and theme are the same too
_HELD = 0.8  # or so much of the shorter text stands in the longer one, as after striking or adding
_CANDIDATES = 3


def pair(oud: Sequence[Afspraak], nieuw: Sequence[Afspraak]) -> list[int | None]:
    """For each agreement of `nieuw` its place in `oud`, or None where it is new.

    The lasting id decides where both have one, then the same words, then likeness of words, in which
    the same number or theme counts a little.
    """
    found: list[int | None] = [None] * len(nieuw)
    left = set(range(len(oud)))
    if not _pair_ids(oud, nieuw, found, left):
        _pair_texts(oud, nieuw, found, left)
        _pair_between(oud, nieuw, found, left)
        _pair_alike(oud, nieuw, found, left)
    return found


def _pair_ids(
    oud: Sequence[Afspraak], nieuw: Sequence[Afspraak], found: list[int | None], left: set[int]
) -> bool:
    """Pair by id; only versions of one history have ids that mean the same in both."""
    places: dict[str | None, int] = {each.id: at for at, each in enumerate(oud) if each.id}
    if not places or any(afspraak.id is None for afspraak in nieuw):
        return False
    for at, afspraak in enumerate(nieuw):
        place = places.get(afspraak.id)
        if place in left and place is not None:
            found[at] = place
            left.discard(place)
    return True


def _pair_texts(
    oud: Sequence[Afspraak], nieuw: Sequence[Afspraak], found: list[int | None], left: set[int]
) -> None:
    """Pair those with the same words; of several the one with the same number, else the first."""
    places: dict[str, list[int]] = {}
    for at, afspraak in enumerate(oud):
        places.setdefault(afspraak.tekst, []).append(at)
    for at, afspraak in enumerate(nieuw):
        same = [place for place in places.get(afspraak.tekst, ()) if place in left]
        if same:
            place = next((each for each in same if oud[each].nummer == afspraak.nummer), same[0])
            found[at] = place
            left.discard(place)


def _pair_between(
    oud: Sequence[Afspraak], nieuw: Sequence[Afspraak], found: list[int | None], left: set[int]
) -> None:
    """Pair one with the one that stands right behind the same agreement, if their words are alike."""
    for at, afspraak in enumerate(nieuw):
        before = found[at - 1] if at else -1
        if found[at] is not None or before is None or before + 1 not in left:
            continue
        old, new = oud[before + 1].tekst.split(), afspraak.tekst.split()
        if Indel.normalized_similarity(old, new, score_cutoff=_ALIKE) >= _ALIKE:
            found[at] = before + 1
            left.discard(before + 1)


def _pair_alike(
    oud: Sequence[Afspraak], nieuw: Sequence[Afspraak], found: list[int | None], left: set[int]
) -> None:
    """Pair what is left by likeness, the most alike first."""
    choices = {at: oud[at].tekst.split() for at in sorted(left)}
    scores = [
        (score, at, place)
        for at, afspraak in enumerate(nieuw)
        if found[at] is None
        for place, score in _candidates(oud, afspraak, choices)
    ]
    for _, at, place in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
        if found[at] is None and place in left:
            found[at] = place
            left.discard(place)


def _candidates(
    oud: Sequence[Afspraak], afspraak: Afspraak, choices: dict[int, list[str]]
) -> list[tuple[int, float]]:
    words = afspraak.tekst.split()
    near = process.extract(
        words,
        choices,
        scorer=Indel.normalized_similarity,
        score_cutoff=_SAME_PLACE,
        limit=_CANDIDATES,
    )
    scores = []
    for other_words, score, place in near:
        other = oud[place]
        at_place = (other.nummer == afspraak.nummer) + (other.thema == afspraak.thema)
        held = score * (len(words) + len(other_words)) / 2 / max(1, min(len(words), len(other_words)))
        if score >= (_SAME_PLACE if at_place == 2 else _ALIKE) or held >= _HELD:  # number and theme
            scores.append((place, score + at_place / 20))
    return scores


def longest_run(places: Sequence[int]) -> set[int]:
    """The positions in `places` that together form the longest rising row: what kept its order."""
    tails: list[int] = []
    before: list[int | None] = [None] * len(places)
    for at, place in enumerate(places):
        low = _first_not_below(places, tails, place)
        before[at] = tails[low - 1] if low else None
        tails[low : low + 1] = [at]
    run: set[int] = set()
    here = tails[-1] if tails else None
    while here is not None:
        run.add(here)
        here = before[here]
    return run


def _first_not_below(places: Sequence[int], tails: Sequence[int], place: int) -> int:
    low, high = 0, len(tails)
    while low < high:
        middle = (low + high) // 2
        if places[tails[middle]] < place:
            low = middle + 1
        else:
            high = middle
    return low
