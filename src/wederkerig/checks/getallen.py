"""Checks on numbers in the text: against tables, against each other, and as parts of one whole."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from wederkerig.checks.cellen import getal_nl, lees_cel
from wederkerig.checks.passages import Passage, alle_zinnen, passages
from wederkerig.checks.registry import Melding, controle
from wederkerig.checks.tabelbouw import Bouw, ontleed
from wederkerig.checks.woorden import telwoord
from wederkerig.model import Stuk, Tabel

_G = r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,9}(?:,\d+)?)"
_ZIE_TABEL = re.compile(
    rf"(?P<getal>{_G})\s+(?P<naam>[a-zë-]+(?:\s+[a-zë-]+){{0,3}})\s*\(\s*zie\s+(?:ook\s+)?tabel\s+(?P<tabel>\d+)",
    re.IGNORECASE,
)
_NETTO = re.compile(
    rf"netto[\s-]*(?:toename|groei|toevoeging|uitbreiding)\s+(?:van|met)\s+(?P<getal>{_G})\b", re.IGNORECASE
)
_SAMEN = re.compile(rf"\b(?:samen|in totaal|gezamenlijk|totaal)\s+(?P<samen>{_G})\b(?!\s*%)")
_DEEL = re.compile(rf"\b[A-Z][\w'’-]+\s?\((?P<deel>{_G})\)")
_LIJST = re.compile(
    r"\b(?P<aantal>\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\s+"
    r"(?:[a-zëé-]+\s+)?(?P<naam>delen|thema['’]?s|pijlers|onderdelen|speerpunten|hoofdstukken|doelen|doelstellingen|"
    r"prioriteiten|uitgangspunten|opgaven|fasen|stappen|partijen)\b[^\n.?!]*:\s*$",
    re.IGNORECASE,
)
_PUNT = re.compile(r"^\s*(?:[-•*▪]|\d{1,2}[.)]|[a-z][.)])\s+\S")


@controle(
    "W201",
    "Getal in de tekst wijkt af van de tabel",
    "fout",
    "Een getal dat naar een tabel verwijst staat daar niet, of een netto toename volgt niet uit de tabel.",
)
def wijkt_af_van_tabel(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Only numbers beside which the text itself says "zie tabel", and net growth in those agreements."""
    for passage in passages(stuk, tekst):
        for treffer in _ZIE_TABEL.finditer(passage.tekst):
            tabel = _genummerde_tabel(stuk, treffer["tabel"])
            if tabel is None or _staat_in(tabel, _waarde(treffer["getal"])):
                yield from _netto_toename(passage, tabel)
                continue
            yield Melding(
                f"{passage.plaats} <-> {tabel.titel}",
                f"De tekst noemt {treffer['getal']} {treffer['naam']} en verwijst naar "
                f"tabel {treffer['tabel']}, maar dat getal staat niet in die tabel.",
                "Maak tekst en tabel gelijk.",
                passage.bron(treffer.start(), treffer.end()),
            )


@controle(
    "W203",
    "Getallen tellen niet op",
    "fout",
    "De getallen tussen haakjes zijn samen niet het getal dat erachter staat.",
)
def samen_klopt_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Shares in brackets after names, then "samen" and a number: A (7) en B (10) realiseren samen 17."""
    for zin in alle_zinnen(stuk, tekst):
        treffer = _SAMEN.search(zin.tekst)
        gevonden = list(_DEEL.finditer(zin.tekst, 0, treffer.start())) if treffer else []
        if treffer is None or len(gevonden) < 2 or treffer.start() - gevonden[-1].end() > 40:
            continue
        delen = [_waarde(deel["deel"]) for deel in gevonden]
        samen = _waarde(treffer["samen"])
        if sum(delen) != samen:
            som = " + ".join(getal_nl(deel) for deel in delen)
            yield Melding(
                zin.plaats,
                f"{som} = {getal_nl(sum(delen, Decimal(0)))}, maar er staat samen {getal_nl(samen)}.",
                "Reken de getallen na.",
                zin.bron,
            )


@controle(
    "W206",
    "Aangekondigd aantal klopt niet",
    "waarschuwing",
    "Een zin kondigt een aantal aan (vier delen), maar de lijst eronder telt er meer of minder.",
)
def aantal_klopt_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Sentences that end in a colon, with a list right below them."""
    for passage in passages(stuk, tekst):
        regels = passage.tekst.split("\n")
        for nummer, regel in enumerate(regels):
            treffer = _LIJST.search(regel)
            punten = _lijst_onder(regels[nummer + 1 :]) if treffer else 0
            aantal = telwoord(treffer["aantal"]) if treffer else None
            if treffer and punten > 1 and aantal != punten:
                begin = sum(len(eerdere) + 1 for eerdere in regels[:nummer])
                yield Melding(
                    passage.plaats,
                    f"De tekst kondigt {treffer['aantal']} {treffer['naam']} aan, maar somt er {punten} op.",
                    "Vul de lijst aan of verbeter het aantal.",
                    passage.bron(begin, begin + len(regel)),
                )


def _genummerde_tabel(stuk: Stuk, nummer: str) -> Tabel | None:
    patroon = re.compile(rf"^\W*tabel\s+{nummer}\b", re.IGNORECASE)
    return next((tabel for tabel in stuk.tabellen if patroon.match(tabel.titel or "")), None)


def _staat_in(tabel: Tabel, waarde: Decimal) -> bool:
    return any(lees_cel(cel).waarde in {waarde, -waarde} for rij in tabel.rijen for cel in rij)


def _netto_toename(passage: Passage, tabel: Tabel | None) -> Iterator[Melding]:
    treffer = _NETTO.search(passage.tekst)
    verschil = _eind_min_begin(ontleed(tabel)) if tabel else None
    if tabel is None or treffer is None or verschil is None or _waarde(treffer["getal"]) == verschil:
        return
    yield Melding(
        f"{passage.plaats} <-> {tabel.titel}",
        f"De tekst noemt een netto toename van {treffer['getal']}, maar eindstand min beginstand in de tabel "
        f"is {getal_nl(verschil)}.",
        "Maak tekst en tabel gelijk.",
        passage.bron(treffer.start(), treffer.end()),
    )


def _eind_min_begin(bouw: Bouw | None) -> Decimal | None:
    """End less begin in the row of totals; None where the table has no such row and columns."""
    if bouw is None:
        return None
    begin = [kolom for kolom in bouw.kolommen if re.search(r"\bbegin", bouw.koppen[kolom], re.IGNORECASE)]
    eind = [
        kolom
        for kolom in bouw.kolommen
        if re.search(r"\beind(?:stand|voorraad)", bouw.koppen[kolom], re.IGNORECASE)
    ]
    totaal = [
        rij
        for rij, label in zip(bouw.rijen, bouw.labels, strict=True)
        if label.tekst.lower().startswith("totaal")
    ]
    if not len(begin) == len(eind) == len(totaal) == 1:
        return None
    cellen = bouw.cellen[totaal[0]]
    return cellen[eind[0]].waarde - cellen[begin[0]].waarde


def _lijst_onder(regels: list[str]) -> int:
    """How many items the list right below a line has."""
    punten = 0
    merk = ""
    for regel in regels:
        if not regel.strip():
            continue
        treffer = _PUNT.match(regel)
        soort = regel.strip()[0] if treffer and not regel.strip()[0].isalnum() else "1"
        if treffer and (not merk or soort == merk):
            merk = merk or soort
            punten += not regel.startswith(("  ", "\t")) or not punten
        elif treffer or not (punten and regel[:1].islower()):
            break
    return punten


def _waarde(getal: str) -> Decimal:
    return Decimal(getal.replace(".", "").replace(",", "."))
