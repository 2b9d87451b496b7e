"""The document as a tree of facts, each with its key: what corrections are applied to, and what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wederkerig.model import Afspraak, Bron, Stuk
from wederkerig.model.bron import Model
from wederkerig.nalezen.sleutels import KOP, Sleutelbos
from wederkerig.nalezen.soorten import SOORTEN, Soort
from wederkerig.nalezen.stand import Stand


@dataclass(slots=True, eq=False)
class Knoop:
    """A fact in the tree. gelezen: as read, None where a person added it; feit: as it is now."""

    sleutel: str
    soort: Soort
    feit: Any
    gelezen: Any = None
    ouder: Knoop | None = None
    lijsten: dict[str, list[Knoop]] = field(default_factory=dict)
    stand: Stand = field(default_factory=Stand)

    @property
    def weg(self) -> bool:
        """Whether it, or what it belongs to, is not there."""
        return self.stand.weg is not None or (self.ouder is not None and self.ouder.weg)

    @property
    def bron(self) -> Bron | None:
        """Where it stands."""
        found: Bron | None = getattr(self.feit, "bron", None)
        return found

    @property
    def nummer(self) -> str:
        """The number, as read, of the agreement it is or belongs to."""
        source = self.gelezen if self.gelezen is not None else self.feit
        if isinstance(source, Afspraak):
            return source.nummer
        return self.ouder.nummer if self.ouder else ""


def plant(stuk: Stuk) -> Knoop:
    """The tree of a document as read; the head is its root."""
    root = Knoop(KOP, SOORTEN["kop"], stuk, stuk)
    _branch(root, Sleutelbos())
    return root


def _branch(knoop: Knoop, bos: Sleutelbos) -> None:
    for name, kind in knoop.soort.lijsten.items():
        children = knoop.lijsten.setdefault(name, [])
        for feit in getattr(knoop.feit, name):
            key = bos.key(kind, feit, knoop.nummer, knoop.sleutel)
            child = Knoop(key, SOORTEN[kind], feit, feit, knoop)
            children.append(child)
            _branch(child, bos)


def walk(knoop: Knoop) -> Iterator[Knoop]:
    """The fact and all below it, in order."""
    yield knoop
    for children in knoop.lijsten.values():
        for child in children:
            yield from walk(child)


def harvest(knoop: Knoop) -> Model:
    """The fact as it is now, with what hangs below it; the same object where nothing changed."""
    changed = {}
    for name, children in knoop.lijsten.items():
        facts = tuple(harvest(child) for child in children if child.stand.weg is None)
        before = getattr(knoop.feit, name)
        if len(facts) != len(before) or any(
            one is not other for one, other in zip(facts, before, strict=True)
        ):
            changed[name] = facts
    feit: Model = knoop.feit
    return feit.model_copy(update=changed) if changed else feit
