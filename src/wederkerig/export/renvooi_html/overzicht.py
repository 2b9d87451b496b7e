"""What changes, part by part, in the order of the text: the short list above a marked document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from wederkerig.export.opmaak import Regel
from wederkerig.export.renvooi import RenvooiRegel, printed

_TOP = frozenset({"titel", "kop1"})
_HEADS = frozenset({"kop2", "rubriek"})


@dataclass(frozen=True, slots=True)
class Verandering:
    """One part that changes. plaats: where in the marked lines; vernummerd: only its number changed."""

    wat: str
    hoe: str
    plaats: int
    vernummerd: bool = False


@dataclass(slots=True)
class _Deel:
    """The lines of one part, wherever they stand, and under which heading."""

    onder: str
    regels: list[tuple[int, RenvooiRegel]] = field(default_factory=list)


def overview(regels: Sequence[RenvooiRegel]) -> list[Verandering]:
    """What changes: an agreement, a table or a term each, other text by the heading it stands under."""
    found: dict[tuple[str, str], Verandering] = {}
    for part in _parts(regels):
        if change := _change(part):
            found.setdefault((change.wat, change.hoe), change)
    return sorted(found.values(), key=attrgetter("plaats"))


def _parts(regels: Sequence[RenvooiRegel]) -> list[_Deel]:
    parts: dict[tuple[str, str], _Deel] = {}
    chapter = heading = ""
    for place, regel in enumerate(regels):
        line = regel.regel
        if line.soort in _TOP:
            chapter = heading = line.tekst
        elif line.soort in _HEADS:
            heading = f"{chapter}, {line.tekst}" if chapter else line.tekst
        # the terms of a glossary share what they belong to, but change one by one
        key = (line.sleutel, line.cellen[0] if line.soort == "begrip" and line.cellen else "")
        parts.setdefault(key, _Deel(heading)).regels.append((place, regel))
    return list(parts.values())


def _change(part: _Deel) -> Verandering | None:
    lines = [(place, regel) for place, regel in part.regels if regel.regel.soort != "noot"]
    changed = [(place, regel) for place, regel in lines if regel.toestand != "gelijk"]
    if not changed:
        return None
    first = next(((place, regel) for place, regel in lines if _is_head(regel)), changed[0])
    olds = [regel.oud for _, regel in lines if regel.oud]
    news = [regel.nieuw for _, regel in lines if regel.nieuw]
    moved = any(regel.elders for _, regel in changed)
    if not olds or not news:
        how = "vervalt" if olds else "nieuw"
        return Verandering(_name(part, olds or news), how, first[0])
    same = _words(olds) == _words(news)
    place = first[0] if moved else changed[0][0]
    old, new = _number(olds), _number(news)
    name = _name(part, news) + (f" (was {old})" if old != new and old else "")
    said = ["verplaatst"] if moved else []
    said += [] if same else ["tekst gewijzigd"]
    return Verandering(name, " en ".join(said) or "ander nummer", place, vernummerd=same and not moved)


def _is_head(regel: RenvooiRegel) -> bool:
    return regel.nieuw is not None and regel.nieuw.soort == "afspraak"


def _name(part: _Deel, lines: Sequence[Regel]) -> str:
    """What a reader calls it: its number, its own title, or the heading above it."""
    for line in lines:
        if line.soort == "afspraak":
            return f"Afspraak {printed(line.nummer).rstrip('.')}"
        if line.soort == "begrip" and line.cellen:
            return f"Begrip “{line.cellen[0]}”"
        if line.soort in _TOP or line.soort == "tabeltitel":
            return line.tekst
    return part.onder or "Begin van het document"


def _number(lines: Sequence[Regel]) -> str:
    return next((line.nummer for line in lines if line.soort == "afspraak"), "")


def _words(lines: Sequence[Regel]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(line.soort, line.tekst, line.cellen) for line in lines]
