"""The quantities in a text with their places: those read, and those that words and fractions mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wederkerig.model import Getal, Relatie
from wederkerig.monitoring.normen.plaatsen import places
from wederkerig.monitoring.normen.teksten import Tekst
from wederkerig.monitoring.normen.woordenlijst import compiled, woordenlijst

_BREUK = re.compile(r"(?<![\d/-])([1-9])/([2-9])(?:e|de)?(?![\d/-])(?:\s+(?:deel|van)\b)?")
_AANTAL = r"\d{1,3}(?:\.\d{3})+|\d+"
_VAN_NAAR = re.compile(
    rf"\bvan\s+(?:ca\.|circa|ongeveer)?\s*(?P<van>{_AANTAL})\s+(?:\w+\s+){{0,3}}"
    rf"naar\s+(?P<hoe>ca\.|circa|ongeveer|minimaal|ten minste|hooguit|maximaal)?\s*"
    rf"(?P<naar>{_AANTAL})(?:\s*(?:-|–|tot|à)\s*(?P<tot>{_AANTAL}))?(?![\d%,])",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"energie-?index\s+(?:(?P<tussen>tussen|van)\s+(?P<van>\d[,.]\d+)\s*(?:en|tot|-|–)\s*(?P<tot>\d[,.]\d+)"
    r"|(?:van\s+|daalt\s+|(?:\w+\s+){0,3}?)(?P<hoe>onder|maximaal|hooguit|ten hoogste|naar)\s+(?:de\s+)?"
    r"(?P<grens>\d[,.]\d+))",
    re.IGNORECASE,
)
_MONTHS = {"jaar": 12, "maand": 1}
_BACK = 60
_HOE: dict[str, Relatie] = {
    "ca.": "circa",
    "circa": "circa",
    "ongeveer": "circa",
    "minimaal": "min",
    "ten minste": "min",
    "hooguit": "max",
    "maximaal": "max",
}


@dataclass(frozen=True, slots=True)
class Vondst:
    """A quantity and its place in a text; `indicator` where the words alone say which.

    toegegeven: it must fit an indicator to count at all; in_woorden: it stands there without figures.
    maanden: how long it lasts, where the quantity itself was that duration.
    """

    getal: Getal
    start: int
    end: int
    indicator: str = ""
    toegegeven: bool = False
    in_woorden: bool = False
    maanden: int = 0


def find_all(tekst: Tekst) -> list[Vondst]:
    """The quantities of a text in order of their places."""
    read = [
        Vondst(getal, start, end)
        for getal, start, end in places(tekst.tekst, tekst.getallen, strict=tekst.los)
    ]
    found = [_stop(each, tekst.tekst) or each for each in read]
    for each in (*_changes(tekst.tekst), *_words(tekst.tekst), *_parts(tekst.tekst), *_indexes(tekst.tekst)):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _stop(vondst: Vondst, text: str) -> Vondst | None:
    """A "verkoopstop van twee jaar" as what it means: none are sold in that time."""
    getal = vondst.getal
    if getal.eenheid not in _MONTHS:
        return None
    for row in woordenlijst("zonder_getal")["stops"]:
        before = text[max(0, vondst.start - _BACK) : vondst.start]
        if compiled(rf"{row['patroon']}\s+(?:van|voor|gedurende)\s+$").search(before):
            none = getal.model_copy(
                update={"waarde": Decimal(0), "tot": None, "relatie": "max", "eenheid": row["eenheid"]}
            )
            months = int(getal.waarde * _MONTHS[getal.eenheid])
            return Vondst(none, vondst.start, vondst.end, row["indicator"], maanden=months, in_woorden=True)
    return None


def _words(text: str) -> Iterator[Vondst]:
    for row in woordenlijst("zonder_getal")["woorden"]:
        for match in compiled(row["patroon"]).finditer(text):
            getal = Getal(
                tekst=match[0], waarde=Decimal(row["waarde"]), eenheid=row["eenheid"], relatie=row["relatie"]
            )
            yield Vondst(getal, *match.span(), row["indicator"], in_woorden=True)


def _parts(text: str) -> Iterator[Vondst]:
    """Fractions of a whole, as percentages."""
    for match in _BREUK.finditer(text):
        if int(match[1]) < int(match[2]):
            share = (Decimal(100) * int(match[1]) / int(match[2])).quantize(Decimal("0.01")).normalize()
            yield Vondst(_share(match[0], share), *match.span(), toegegeven=True)
    for words, share in woordenlijst("zonder_getal")["delen"].items():
        for match in compiled(rf"\b{words}\b(?=\s+(?:van|daarvan|hiervan|betaalbaar|sociale)\b)").finditer(
            text
        ):
            yield Vondst(_share(match[0], Decimal(share)), *match.span(), toegegeven=True)


def _share(words: str, share: Decimal) -> Getal:
    return Getal(tekst=words, waarde=share, eenheid="%")


def _changes(text: str) -> Iterator[Vondst]:
    """A stock that goes from one figure to another, its noun long before: "van 230 naar 500 tot 600"."""
    for match in _VAN_NAAR.finditer(text):
        low, high = _whole(match["naar"]), _whole(match["tot"]) if match["tot"] else None
        if _is_year(match["naar"]) or (high is not None and high <= low):
            continue
        relatie: Relatie = "bereik" if high is not None else _HOE.get((match["hoe"] or "").lower(), "gelijk")
        start = match.start("hoe") if match["hoe"] else match.start("naar")
        getal = Getal(
            tekst=text[start : match.end()], waarde=low, tot=high, eenheid="woningen", relatie=relatie
        )
        yield Vondst(getal, start, match.end(), toegegeven=True)


def _indexes(text: str) -> Iterator[Vondst]:
    for match in _INDEX.finditer(text):
        values = [Decimal(match[key].replace(",", ".")) for key in ("van", "tot", "grens") if match[key]]
        relatie: Relatie = "bereik" if match["van"] else "max"
        getal = Getal(
            tekst=match[0],
            waarde=values[0],
            tot=values[1] if len(values) > 1 else None,
            eenheid="index",
            relatie=relatie,
        )
        yield Vondst(getal, *match.span())


def _whole(digits: str) -> Decimal:
    return Decimal(digits.replace(".", ""))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")
