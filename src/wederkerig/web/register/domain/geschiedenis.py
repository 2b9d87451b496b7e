"""Rows become a model and models become rows: the one module that knows both.

A version is never stored: it follows from the base and the decisions since. What was worked out is kept in
the process, by agreements and how many decisions they have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from wederkerig.consolidation import Tijdlijn
from wederkerig.export.uitgave import Uitgave
from wederkerig.model import Beslissing, Geschiedenis, Jaarplan, Stuk
from wederkerig.model import Besluit as ModelBesluit
from wederkerig.model import Overeenkomst as ModelOvereenkomst
from wederkerig.web.register.models import Besluit, Overeenkomst

_KEPT = 64


def stuk_from(data: Mapping[str, Any]) -> Stuk:
    """A document from its JSON: an Overeenkomst or a Jaarplan."""
    kind = Jaarplan if data["soort"] == "jaarplan" else ModelOvereenkomst
    return kind.model_validate(data)


def as_data(stuk: Stuk) -> dict[str, Any]:
    """A document as JSON to keep; what has its usual value is left out."""
    return stuk.model_dump(mode="json", exclude_defaults=True) | {"soort": stuk.soort}


def geschiedenis_of(overeenkomst: Overeenkomst) -> Geschiedenis:
    """The agreements with all decisions on them; one query."""
    return as_history(overeenkomst.besluiten.order_by("volgnummer"))


def as_history(rows: Iterable[Besluit]) -> Geschiedenis:
    """The same from rows: the base first, then the decisions on it."""
    basis, *later = rows
    return Geschiedenis(
        basis=ModelOvereenkomst.model_validate(basis.stuk),
        vastgesteld=basis.vastgesteld,
        inwerking=basis.inwerking,
        ondertekend=basis.ondertekend,
        besluiten=tuple(_decision(row) for row in later),
    )


def _decision(row: Besluit) -> ModelBesluit:
    if row.vastgesteld is None or row.inwerking is None:
        raise ValueError(f"besluit {row.pk} has no dates")
    return ModelBesluit(
        naam=row.naam,
        vastgesteld=row.vastgesteld,
        inwerking=row.inwerking,
        ondertekend=row.ondertekend,
        jaarplan=Jaarplan.model_validate(row.stuk),
        beslissingen=tuple(Beslissing.model_validate(each) for each in row.beslissingen),
    )


def tijdlijn_of(overeenkomst: Overeenkomst) -> Tijdlijn:
    """The agreements through time; no query where this process knows them already."""
    return _tijdlijn(overeenkomst.pk, overeenkomst.stand)


@lru_cache(maxsize=_KEPT)
def _tijdlijn(pk: int, stand: int) -> Tijdlijn:
    overeenkomst = Overeenkomst.objects.get(pk=pk)
    if overeenkomst.stand != stand:
        raise LookupError(f"agreements {pk} have moved on from {stand} to {overeenkomst.stand}")
    return Tijdlijn(geschiedenis_of(overeenkomst)).load()


def uitgave_op(overeenkomst: Overeenkomst, dag: date | None = None) -> Uitgave:
    """The agreements as they hold on a day, or with all decisions; facts read anew where words changed.

    Raises GeschiedenisError where nothing holds yet on that day.
    """
    tijdlijn = tijdlijn_of(overeenkomst)
    count = len(tijdlijn.besluiten) if dag is None else len(tijdlijn.on(dag).besluiten)
    return uitgave_na(overeenkomst, count)


def uitgave_na(overeenkomst: Overeenkomst, count: int) -> Uitgave:
    """The agreements after so many decisions, in the order in which they are taken up."""
    return _uitgave(overeenkomst.pk, overeenkomst.stand, count)


@lru_cache(maxsize=4 * _KEPT)
def _uitgave(pk: int, stand: int, count: int) -> Uitgave:
    tijdlijn = _tijdlijn(pk, stand)
    return Uitgave(tijdlijn, tijdlijn.after(count))


def forget() -> None:
    """Let go of what was worked out, where keys come to mean other rows, as in tests."""
    _tijdlijn.cache_clear()
    _uitgave.cache_clear()
