"""Themes, agreements and tables as stretches of a document, before they become models."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederkerig.documents import Block
from wederkerig.reading.outline import Heading
from wederkerig.reading.passage import Piece
from wederkerig.reading.starts import Start
from wederkerig.reading.units import Unit


@dataclass(slots=True)
class RawThema:
    """A theme as found. `lost`: its heading is missing from the document."""

    title: str | None
    heading: Heading | None = None
    unit: Unit | None = None
    lost: bool = False
    process: bool = False
    context: list[Piece] = field(default_factory=list)
    goals: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class RawAfspraak:
    """An agreement as found: its words, the steps beside it, its tables."""

    start: Start
    thema: RawThema | None
    rubriek: str | None
    pieces: list[Piece] = field(default_factory=list)
    steps: list[list[Piece]] = field(default_factory=list)
    who: list[Piece] = field(default_factory=list)
    when: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class RawTabel:
    """A table of figures with its caption, and the agreement it stands in."""

    block: Block
    caption: str | None
    afspraak: str | None


@dataclass(slots=True)
class Structure:
    """What a document is built of. `outside`: the blocks in neither an agreement nor a table."""

    themas: list[RawThema] = field(default_factory=list)
    afspraken: list[RawAfspraak] = field(default_factory=list)
    tabellen: list[RawTabel] = field(default_factory=list)
    outside: list[Piece] = field(default_factory=list)

    @property
    def themas_in_use(self) -> list[RawThema]:
        """The named themes under which something stands, in the order of the document."""
        used = {id(item.thema) for item in self.afspraken}
        return [raw for raw in self.themas if raw.title is not None and (id(raw) in used or raw.goals)]
