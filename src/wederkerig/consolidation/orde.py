"""The order in which decisions are taken up, and whether they make sense together.

On one day they go in the order of their adoption, then of their signature, then as they stand in the
file. `na` names a decision that has to go before, where dates do not say.
"""

from __future__ import annotations

from wederkerig.consolidation.fouten import GeschiedenisError
from wederkerig.consolidation.identiteit import slug
from wederkerig.model import Besluit, Geschiedenis, Jaarplan, Overeenkomst


def in_order(geschiedenis: Geschiedenis) -> tuple[Besluit, ...]:
    """The decisions in the order in which they are taken up. Raises GeschiedenisError if they do not fit."""
    _check(geschiedenis)
    waiting = sorted(
        geschiedenis.besluiten,
        key=lambda each: (each.inwerking, each.vastgesteld, each.ondertekend or each.vastgesteld),
    )
    order: list[Besluit] = []
    names: set[str] = set()
    while waiting:
        ready = next((each for each in waiting if each.na is None or each.na in names), None)
        if ready is None:
            circle = ", ".join(each.naam for each in waiting)
            raise GeschiedenisError(
                f"Deze besluiten wachten op elkaar: {circle}.", "Haal bij één van deze besluiten ‘na’ weg."
            )
        waiting.remove(ready)
        order.append(ready)
        names.add(ready.naam)
    return tuple(order)


def _check(geschiedenis: Geschiedenis) -> None:
    known = {besluit.naam: besluit for besluit in geschiedenis.besluiten}
    if len(known) < len(geschiedenis.besluiten):
        names = [besluit.naam for besluit in geschiedenis.besluiten]
        twice = next(name for name in names if names.count(name) > 1)
        raise GeschiedenisError(f"{twice} staat er twee keer in.", "Geef elk besluit een eigen naam.")
    for besluit in geschiedenis.besluiten:
        check_gemeente(geschiedenis.basis, besluit.jaarplan, besluit.naam)
        _check_dates(geschiedenis, besluit)
        before = known.get(besluit.na) if besluit.na is not None else None
        if besluit.na is not None and before is None:
            raise GeschiedenisError(
                f"{besluit.naam} volgt op {besluit.na}, maar dat besluit staat er niet in.",
                "Voeg dat besluit toe, of haal ‘na’ weg.",
            )
        if before is not None and before.inwerking > besluit.inwerking:
            raise GeschiedenisError(
                f"{besluit.naam} volgt op {before.naam}, maar treedt eerder in werking.",
                "Verander een van de data, of haal ‘na’ weg.",
            )


def check_gemeente(basis: Overeenkomst, jaarplan: Jaarplan, naam: str) -> None:
    """Raises GeschiedenisError when a plan is of another municipality than the document."""
    if basis.gemeente and jaarplan.gemeente and _bare(basis.gemeente) != _bare(jaarplan.gemeente):
        raise GeschiedenisError(
            f"{naam} is van gemeente {jaarplan.gemeente}, de afspraken zijn van gemeente {basis.gemeente}.",
            "Kies het jaarplan dat bij deze afspraken hoort.",
        )


def _bare(gemeente: str) -> str:
    return slug(gemeente).removeprefix("gemeente-")


def _check_dates(geschiedenis: Geschiedenis, besluit: Besluit) -> None:
    start = geschiedenis.inwerking
    if start is not None and besluit.inwerking < start:
        raise GeschiedenisError(
            f"{besluit.naam} treedt in werking op {besluit.inwerking:%d-%m-%Y}, "
            f"vóór de afspraken zelf ({start:%d-%m-%Y}).",
            "Controleer de datum van inwerkingtreding.",
        )
    if besluit.ondertekend is not None and besluit.ondertekend < besluit.vastgesteld:
        raise GeschiedenisError(
            f"{besluit.naam} is ondertekend op {besluit.ondertekend:%d-%m-%Y}, "
            f"voordat het op {besluit.vastgesteld:%d-%m-%Y} werd vastgesteld.",
            "Controleer de data van vaststelling en ondertekening.",
        )
