"""What holds of one fact after all corrections: the last for each field, and whether it is there at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from wederkerig.nalezen.verbetering import Verbetering


@dataclass(slots=True)
class Stand:
    """The corrections of one fact that count."""

    nieuw: Verbetering | None = None
    weg: Verbetering | None = None
    bevestigd: Verbetering | None = None
    velden: dict[str, Verbetering] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Verbetering]:
        """All that count."""
        yield from (each for each in (self.nieuw, self.weg, self.bevestigd) if each is not None)
        yield from self.velden.values()


def fold(verbeteringen: Iterable[Verbetering]) -> dict[str, Stand]:
    """What counts, by key. What a person says of a fact later takes the place of what was said before.

    Whoever corrects or confirms a fact says that it is there, so that an earlier `weg` no longer counts.
    """
    standen: dict[str, Stand] = {}
    for each in verbeteringen:
        stand = standen.setdefault(each.sleutel, Stand())
        if each.soort == "terug":
            _back(stand, each.veld)
        elif each.soort == "nieuw":
            stand.nieuw, stand.weg = each, None
        elif each.soort == "weg":
            stand.weg, stand.bevestigd = each, None
        elif each.soort == "bevestigd":
            stand.weg, stand.bevestigd = None, each
        else:
            stand.weg = None
            stand.velden[each.veld or ""] = each
    return standen


def _back(stand: Stand, veld: str | None) -> None:
    if veld is not None:
        stand.velden.pop(veld, None)
        return
    stand.nieuw = stand.weg = stand.bevestigd = None
    stand.velden.clear()
