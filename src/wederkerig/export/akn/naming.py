"""Names by the naming convention of Akoma Ntoso: of the work and its versions, and of each part (`eId`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wederkerig.model import Afspraak, Overeenkomst

SOORT = "prestatieafspraken"
# The convention cannot do without a date; this one says that it is not known.
UNKNOWN_DAY = date(1, 1, 1)
_NO_NUMBER = "nn"


def slug(text: str, fallback: str = "naamloos") -> str:
    """A name for in an address: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    return found or fallback


def work_uri(soort: str, gemeente: str | None, day: date, title: str) -> str:
    """/akn/nl/doc/prestatieafspraken/veldermeer/2024-12-12/prestatieafspraken-2025-2028."""
    actor = slug(gemeente) if gemeente else ""
    # the convention tells an actor from a year by its first sign
    actors = [f"gemeente-{actor}" if actor[0].isdigit() else actor] if actor else []
    return "/".join(["/akn/nl/doc", soort, *actors, day.isoformat(), slug(title)])


def expression_uri(work: str, day: date, before: Sequence[date]) -> str:
    """The address of a version: in Dutch, from this day on; counted when more begin on the same day."""
    same = sum(1 for other in before if other == day)
    return f"{work}/nld@{day.isoformat()}" + (f";{same + 1}" if same else "")


@dataclass(frozen=True, slots=True)
class Reeks:
    """Agreements that stand together: under one theme (its place, or None) and one sub-heading."""

    eid: str
    thema: int | None
    rubriek: str | None
    leden: tuple[int, ...]


def part_eid(thema: int) -> str:
    """The `eId` of a theme by its place in the document (from 0)."""
    return f"part_{thema + 1}"


def series(stuk: Overeenkomst) -> list[Reeks]:
    """The agreements in the order of the file: by theme, those without one (of the document) at the end."""
    at = {thema.titel: place for place, thema in reversed(list(enumerate(stuk.themas)))}
    members: dict[int | None, list[int]] = {place: [] for place in range(len(stuk.themas))}
    members[None] = []
    for place, afspraak in enumerate(stuk.afspraken):
        members[at.get(afspraak.thema) if afspraak.thema is not None else None].append(place)
    return [each for thema, places in members.items() for each in _series_of(stuk, thema, places)]


def _series_of(stuk: Overeenkomst, thema: int | None, places: list[int]) -> Iterator[Reeks]:
    above = "" if thema is None else part_eid(thema)
    count = 0
    for rubriek, group in groupby(places, key=lambda place: stuk.afspraken[place].rubriek):
        count += rubriek is not None
        eid = above if rubriek is None else f"{above}__subpart_{count}".removeprefix("__")
        yield Reeks(eid, thema, rubriek, tuple(group))


def article_eids(stuk: Overeenkomst) -> dict[int, str]:
    """The `eId` of every agreement by its place in the document, in the order of the file."""
    taken: set[str] = set()
    eids = {}
    for reeks in series(stuk):
        for place in reeks.leden:
            eids[place] = _free(_article(reeks.eid, stuk.afspraken[place]), taken)
            taken.add(eids[place])
    return eids


def _article(above: str, afspraak: Afspraak) -> str:
    number = slug(afspraak.nummer, _NO_NUMBER)
    return f"{above}__art_{number}".removeprefix("__")


def _free(eid: str, taken: set[str]) -> str:
    """The name itself, or the first with a count behind it that is still free."""
    found, count = eid, 1
    while found in taken:
        count += 1
        found = f"{eid}-{count}"
    return found
