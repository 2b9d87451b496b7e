"""Checks on percentages: parts of one whole, and limits that lie above one another."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from wederkerig.checks.cellen import getal_nl, lees_cel
from wederkerig.checks.passages import Passage, alle_zinnen, passages
from wederkerig.checks.registry import Melding, controle
from wederkerig.checks.tabelbouw import ontleed
from wederkerig.model import Stuk, Tabel

_PROCENT = r"(?P<procent>\d{1,3}(?:,\d+)?)\s?%"
_PUNT = re.compile(
    r"^\s*(?:(?:[-•*▪]|\d{1,2}[.)]|[a-z][.)])\s*)?"
    r"(?P<soort>minimaal|circa|ca\.|ongeveer|maximaal|hooguit|ten minste|tenminste)?\s*"
    rf"{_PROCENT}(?P<klasse>[^\n]*)",
    re.IGNORECASE,
)
_BEGRENSD = re.compile(
    r"\btussen\b|\b(?:daar)?boven\b|\bvanaf\b|\bhogere?\b|\bdaartussen\b|\boverig|\brest\b", re.IGNORECASE
)
_ONDER = re.compile(r"\bonder\b|\btot\b|\bt/m\b|\bmaximaal\b", re.IGNORECASE)
_SEGMENT = re.compile(
    rf"{_PROCENT}\s+(?:in\s+(?:de|het)\s+)?(?P<segment>sociale huur|sociaal|middenhuur|middeldure huur"
    r"|middensegment|koop|vrije sector|duur)\b",
    re.IGNORECASE,
)
_LAAG = re.compile(
    rf"{_PROCENT}(?P<tussen>[^%.;]{{0,90}}?)\b(?:eerste|1e|1ste|lage)\s+aftoppingsgrens", re.IGNORECASE
)
_HOOG = re.compile(
    rf"{_PROCENT}(?P<tussen>[^%.;]{{0,90}}?)\b(?:tweede|2e|2de|hoge)\s+aftoppingsgrens", re.IGNORECASE
)
_OPKLIMMEND = re.compile(r"^\W*(?:t/m|tot|onder|minimaal|boven|<|>|waarvan)", re.IGNORECASE)


@controle(
    "W204",
    "Percentages zijn samen meer dan 100%",
    "fout",
    "Delen van één geheel (huurklassen, segmenten) zijn samen meer dan 100%.",
)
def meer_dan_honderd(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Lists of classes that exclude each other, segments in one sentence, columns of shares in a table."""
    for passage in passages(stuk, tekst):
        for lijst, begin, eind in _lijsten(passage):
            yield from _te_veel(lijst, passage, begin, eind)
    for zin in alle_zinnen(stuk, tekst):
        delen = {treffer["segment"].lower(): treffer["procent"] for treffer in _SEGMENT.finditer(zin.tekst)}
        if len(delen) > 2 or {"sociale huur", "koop"} <= set(delen):
            lijst = [_waarde(deel) for deel in delen.values()]
            yield from _te_veel(lijst, zin.passage, zin.begin, zin.begin + len(zin.tekst))
    for nummer, tabel in enumerate(stuk.tabellen, start=1):
        yield from _kolommen(tabel, nummer)


@controle(
    "W205",
    "Aandelen onder de huurgrenzen spreken elkaar tegen",
    "fout",
    "Onder de eerste aftoppingsgrens ligt een groter deel dan onder de tweede, die hoger is.",
)
def hogere_grens_kleiner_deel(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """In one sentence a share below the first aftoppingsgrens and a smaller one below the second."""
    for zin in alle_zinnen(stuk, tekst):
        laag, hoog = _LAAG.search(zin.tekst), _HOOG.search(zin.tekst)
        if laag is None or hoog is None or any(not _is_onder(treffer["tussen"]) for treffer in (laag, hoog)):
            continue
        if _waarde(laag["procent"]) > _waarde(hoog["procent"]):
            yield Melding(
                zin.plaats,
                f"{laag['procent']}% onder de eerste aftoppingsgrens en {hoog['procent']}% onder de tweede "
                "kan niet: wie onder de eerste blijft, blijft ook onder de tweede.",
                "Ga na of de percentages zijn verwisseld, of bedoel 'tussen' de grenzen.",
                zin.bron,
            )


def _lijsten(passage: Passage) -> Iterator[tuple[list[Decimal], int, int]]:
    """Lists whose items each begin with a percentage, of classes that exclude each other."""
    groep: list[re.Match[str]] = []
    plaats, begin = 0, 0
    for regel in [*passage.tekst.split("\n"), ""]:
        treffer = _PUNT.match(regel.strip()[:300])
        if treffer:
            begin = begin if groep else plaats
            groep.append(treffer)
        elif groep and (regel.strip() or plaats >= len(passage.tekst)):
            if _sluit_uit(groep):
                yield [_waarde(punt["procent"]) for punt in groep], begin, plaats
            groep = []
        plaats += len(regel) + 1


def _sluit_uit(groep: list[re.Match[str]]) -> bool:
    """Whether classes cannot overlap: at most one is open at the bottom, all others have a lower border."""
    soorten = {(punt["soort"] or "").lower() for punt in groep}
    open_ = [punt for punt in groep if not _BEGRENSD.search(punt["klasse"])]
    begrensd = len(groep) - len(open_)
    lage = all(_ONDER.search(punt["klasse"]) for punt in open_)
    return (
        len(groep) > 1 and not soorten & {"maximaal", "hooguit"} and begrensd > 0 and len(open_) < 2 and lage
    )


def _kolommen(tabel: Tabel, nummer: int) -> Iterator[Melding]:
    """Columns of shares headed "aandeel" or "verdeling", whose rows are classes."""
    bouw = ontleed(tabel)
    naam = f"tabel '{tabel.titel}'" if tabel.titel else f"tabel {nummer}"
    for kolom in bouw.kolommen if bouw else ():
        kop = f"{bouw.koppen[kolom] if bouw else ''}"
        if bouw is None or not re.search(
            r"\baandeel|\bverdeling", f"{kop} {tabel.titel or ''}", re.IGNORECASE
        ):
            continue
        labels = [label.tekst for label in bouw.labels]
        cellen = [lees_cel(tabel.rijen[rij][kolom]) for rij in bouw.rijen if kolom < len(tabel.rijen[rij])]
        if any(_OPKLIMMEND.match(label) or "totaal" in label.lower() for label in labels):
            continue
        if all(cel.soort == "leeg" or cel.eenheid == "%" for cel in cellen):
            yield from _te_veel([cel.waarde for cel in cellen], Passage(f"{naam}, kolom '{kop}'", ""), 0, 0)


def _te_veel(delen: list[Decimal], passage: Passage, begin: int, eind: int) -> Iterator[Melding]:
    """Report parts that make more than a hundred; each may be rounded up half a point."""
    samen = sum(delen, Decimal(0))
    if len(delen) > 1 and samen > 100 + Decimal(len(delen)) / 2:
        som = " + ".join(f"{getal_nl(deel)}%" for deel in delen)
        yield Melding(
            passage.plaats,
            f"{som} = {getal_nl(samen)}%, meer dan het geheel.",
            "Verbeter de percentages, of schrijf op dat de klassen elkaar overlappen.",
            passage.bron(begin, eind),
        )


def _is_onder(tussen: str) -> bool:
    return bool(_ONDER.search(tussen)) and not _BEGRENSD.search(tussen)


def _waarde(getal: str) -> Decimal:
    return Decimal(getal.replace(",", "."))
