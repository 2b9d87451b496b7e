"""Checks on energy labels: an energie-index and the label beside it."""

import re
from collections.abc import Iterable
from decimal import Decimal

from wederkerig.checks.passages import alle_zinnen
from wederkerig.checks.registry import Melding, controle
from wederkerig.model import Stuk
from wederkerig.parameters import energielabel

_INDEX = re.compile(
    r"\b(?:(?P<hoogte>lage|hoge)\s+)?(?:energie-?\s?index|EI)\b(?P<tussen>[^.;]{0,30}?)(?P<index>[0-3],\d{1,2})(?!\d)"
    r"(?P<na>[^.;)]{0,40}?\blabel\s+(?P<label>[A-G])\b(?!\+))?",
    re.IGNORECASE,
)
_GRENS = re.compile(r"\b(?:onder|boven|lager|hoger|tussen|vanaf|tot)\b", re.IGNORECASE)


@controle(
    "W207",
    "Energie-index en label passen niet bij elkaar",
    "waarschuwing",
    "Een energie-index heet laag of hoog en is het niet, of hoort bij een ander label dan erbij staat.",
)
def index_past_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """A low index is a good one: A to C are low, E to G are high. Ranges are not compared with a label."""
    for zin in alle_zinnen(stuk, tekst):
        for treffer in _INDEX.finditer(zin.tekst):
            uitleg = _uitleg(treffer)
            if uitleg:
                yield Melding(
                    zin.plaats, uitleg, "Ga na wat is bedoeld: hoe lager de index, hoe zuiniger.", zin.bron
                )


def _uitleg(treffer: re.Match[str]) -> str:
    index = Decimal(treffer["index"].replace(",", "."))
    label, hoogte = energielabel(index), (treffer["hoogte"] or "").lower()
    if (hoogte == "lage" and label in "EFG") or (hoogte == "hoge" and label in "AB"):
        ander = "hoge" if hoogte == "lage" else "lage"
        return (
            f"Een energie-index van {treffer['index']} (label {label}) is een {ander} index, geen {hoogte}."
        )
    na = treffer["na"] or ""
    bereik = re.search(r"\d,\d", na) or _GRENS.search(f"{treffer['tussen']} {na}")
    if treffer["label"] and treffer["label"].upper() != label and not bereik:
        return f"Bij een index van {treffer['index']} hoort label {label}, niet {treffer['label'].upper()}."
    return ""
