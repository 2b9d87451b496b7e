"""A total that a sentence divides over parties: "Woonconcept (7) en Domesta (10) samen 17"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from wederkerig.model import Getal
from wederkerig.monitoring.normen.omgeving import Omgeving
from wederkerig.monitoring.normen.vondsten import Vondst
from wederkerig.monitoring.normen.wie import Partijwijzer

_AMOUNT = r"(?P<aantal>\d{1,3}(?:\.\d{3})+|\d+)"
_BEHIND = re.compile(
    rf"\s*(?:\(\s*{_AMOUNT}\s*\)|(?::\s*|\s){_AMOUNT.replace('aantal', 'na')}(?=\s*[,;)]|\s+en\b))"
)
_NUMBER_ABOVE = 1


def shares_of(vondst: Vondst, around: Omgeving, parties: Partijwijzer) -> Iterator[tuple[str, Getal]]:
    """The part of each party, where the parts add up to the quantity."""
    text = around.zin
    found: list[tuple[str, Getal]] = []
    for start, end, name in parties.named_shares(text):
        match = _BEHIND.match(text, end)
        if match:
            amount = Decimal((match["aantal"] or match["na"]).replace(".", ""))
            words = text[start : match.end()]
            found.append(
                (name, vondst.getal.model_copy(update={"waarde": amount, "tot": None, "tekst": words}))
            )
    total = sum((getal.waarde for _, getal in found), Decimal(0))
    if len(found) > _NUMBER_ABOVE and total == vondst.getal.waarde:
        yield from found
