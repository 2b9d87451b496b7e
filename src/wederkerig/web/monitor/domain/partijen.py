"""Who the parties of agreements are here: names in a document, and the organisations they are by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wederkerig.model import Norm, PartijSoort
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.register.models import Overeenkomst, Partij


@dataclass(frozen=True, slots=True)
class Partijen:
    """The parties of agreements.

    namen: by name in the document the name that stands for it; two parties that were merged stand under one.
    organisaties: by that name the organisation it is by now, where that is known. soorten: and its kind.
    """

    namen: Mapping[str, str]
    organisaties: Mapping[str, int]
    soorten: Mapping[str, PartijSoort]

    def of(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names that stand for these parties, each once; a name that is no party stays as it is."""
        return tuple(dict.fromkeys(self.namen.get(name, name) for name in names))

    def named(self, organisatie: int | None) -> str | None:
        """The name that an organisation has in the document; None where it is no party."""
        return next((name for name, pk in self.organisaties.items() if pk == organisatie), None)


def parties_of(overeenkomst: Overeenkomst, heir: Mapping[int, int] | None = None) -> Partijen:
    """The parties of agreements; heir: `heirs()`, where it was asked already. One query, or none."""
    return as_parties(overeenkomst.partijen.all(), heirs() if heir is None else heir)


def as_parties(rows: Iterable[Partij], heir: Mapping[int, int]) -> Partijen:
    """The same from rows."""
    names: dict[str, str] = {}
    known: dict[str, int] = {}
    kinds: dict[str, PartijSoort] = {}
    first: dict[int, str] = {}
    for row in sorted(rows, key=lambda row: row.volgorde):
        now = None if row.organisatie_id is None else heir.get(row.organisatie_id, row.organisatie_id)
        name = row.naam if now is None else first.setdefault(now, row.naam)
        names[row.naam] = name
        kinds.setdefault(name, row.soort)  # type: ignore[arg-type]  # its choices are those of the model
        if now is not None:
            known.setdefault(name, now)
    return Partijen(names, known, kinds)


def with_names(norm: Norm, partijen: Partijen) -> Norm:
    """The norm with the names that stand for its parties."""
    names = {"partijen": partijen.of(norm.partijen), "cijfers_van": partijen.of(norm.cijfers_van)}
    return norm.model_copy(update=names)
