"""Checks on numbers that contradict each other in the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from wederkerig.checks.cellen import getal_nl
from wederkerig.checks.passages import Zin, alle_zinnen
from wederkerig.checks.registry import Melding, controle
from wederkerig.model import Stuk

_G = r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,9}(?:,\d+)?)"
# Words for what a document counts at a moment; words on one line mean the same.
_KENMERKEN = {
    "kernvoorraad": r"kernvoorraad",
    "uitbreidingsopgave": r"uitbreidings(?:opgave|behoefte)|groei(?:opgave|behoefte)",
    "netto toename": r"netto[- ]?\s?(?:toename|groei|toevoeging|uitbreiding)",
    "bouwopgave": r"bouwopgave",
    "woningbehoefte": r"woningbehoefte",
    "taakstelling": r"taakstelling",
}
_KENMERK = "|".join(rf"(?P<k{nr}>{patroon})" for nr, patroon in enumerate(_KENMERKEN.values()))
_AANTAL = (
    r"(?P<circa>ongeveer|circa|ca\.|rond(?: de)?|zo'n)?\s*"
    r"(?P<soort>minimaal|ten\s?minste|maximaal|hooguit)?\s*"
    rf"(?P<getal>{_G})(?:\s*(?:-|–|tot)\s*(?P<einde>{_G}))?"
    r"\s+(?:(?:[a-zë-]+\s+){0,2}?[a-zë]*woningen|eenheden)\b"
)
_MOMENT = (
    r"(?P<moment>eind|t/m|tot en met|tot|voor|vóór|ultimo)\s+(?P<jaar>20\d\d)"
    r"|(?P<van>20\d\d)\s?[-–]\s?(?P<tot>20\d\d)"
)
# What is counted, the number and the moment stand side by side, in one of these orders.
_UITSPRAKEN = (
    re.compile(
        rf"\b(?:{_KENMERK})\b[^.;\d]{{0,60}}?\s{_AANTAL}(?:[^.;\d]{{0,12}}?\b(?:{_MOMENT})\b)?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:{_KENMERK})\b[^.;\d(]{{0,25}}?\b(?:{_MOMENT})\b\s*\({_AANTAL}\)", re.IGNORECASE),
    re.compile(
        rf"\b(?:{_MOMENT})\b[^.;\d]{{0,30}}?\b(?:{_KENMERK})\b[^.;\d]{{0,60}}?\s{_AANTAL}", re.IGNORECASE
    ),
)
_RELATIES = {"mi": "min", "te": "min", "ma": "max", "ho": "max"} | dict.fromkeys(
    ("on", "ci", "ca", "ro", "zo"), "circa"
)
_BEPALING = ("midden", "geclusterde", "aanvullende", "regionale", "landelijke", "provinciale")
_DEEL = re.compile(
    rf"(?P<euro>€\s?)?(?P<a>{_G})(?:,-)?\s?(?P<eenheid>%|euro|[a-zë]*woningen|eenheden)?[^€\d]{{0,80}}?"
    r"\b(?:waarvan|hiervan|daarvan)\b(?P<tussen>[^€\d]{0,25}?)"
    rf"(?P<euro2>€\s?)?(?P<b>{_G})(?:,-)?\s?(?P<eenheid2>%|euro|[a-zë]*woningen|eenheden)?",
    re.IGNORECASE,
)
_BINNEN = re.compile(rf"\bbinnen de(?:ze)?\s+(?P<a>{_G})\s?%\s+is\s+(?P<b>{_G})\s?%", re.IGNORECASE)


@dataclass(frozen=True)
class _Uitspraak:
    """What a sentence says: so many of this, at this moment."""

    kenmerk: str
    moment: str
    bereik: tuple[Decimal, Decimal]
    relatie: str
    omstandigheden: tuple[str, ...]
    zin: Zin


@controle(
    "W202",
    "Getallen spreken elkaar tegen",
    "waarschuwing",
    "Hetzelfde kenmerk heeft op hetzelfde moment twee verschillende waarden in de tekst.",
)
def spreken_elkaar_tegen(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Stock, growth and targets with a number and a moment beside them, of the same parties and kind."""
    gezien: list[_Uitspraak] = []
    for deze in _uitspraken(stuk, tekst):
        eerder = next((een for een in gezien if _zelfde_onderwerp(een, deze)), None)
        if eerder is None:
            gezien.append(deze)
        elif not _zelfde_getal(eerder, deze):
            yield Melding(
                f"{eerder.zin.plaats} <-> {deze.zin.plaats}",
                f"De {deze.kenmerk} ({deze.moment}) is {_getal(eerder)} in {eerder.zin.plaats}, "
                f"maar {_getal(deze)} in {deze.zin.plaats}.",
                "Ga na welk getal klopt, of schrijf erbij wat het verschil is.",
                deze.zin.bron,
            )


@controle(
    "W208",
    "Deel is groter dan het geheel",
    "fout",
    "Een getal dat een deel is van een ander getal (waarvan, hiervan, binnen de) is groter dan dat andere.",
)
def deel_groter_dan_geheel(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Two numbers with the same unit side by side, the second introduced as a part of the first."""
    for zin, vorige in _met_vorige(alle_zinnen(stuk, tekst)):
        woorden = (
            f"{vorige} {zin.tekst}"
            if re.match(r"\W*(?:hier|daar)van\b", zin.tekst, re.IGNORECASE)
            else zin.tekst
        )
        for treffer in [*_BINNEN.finditer(woorden), *filter(_zelfde_eenheid, _DEEL.finditer(woorden))]:
            geheel, deel = _waarde(treffer["a"]), _waarde(treffer["b"])
            if deel > geheel:
                yield Melding(
                    zin.plaats,
                    f"{getal_nl(deel)} is een deel van {getal_nl(geheel)}, maar is groter.",
                    "Ga na welk getal klopt.",
                    zin.bron,
                )


def _uitspraken(stuk: Stuk, tekst: str) -> Iterator[_Uitspraak]:
    for zin in alle_zinnen(stuk, tekst):
        for treffer in (een for patroon in _UITSPRAKEN for een in patroon.finditer(zin.tekst)):
            moment = f"{treffer['van']}-{treffer['tot']}" if treffer["van"] else ""
            moment = moment or (f"{treffer['moment'].lower()} {treffer['jaar']}" if treffer["jaar"] else "")
            if not (moment or treffer["einde"]):
                continue
            nummer = next(nr for nr in range(len(_KENMERKEN)) if treffer[f"k{nr}"])
            bereik = (_waarde(treffer["getal"]), _waarde(treffer["einde"] or treffer["getal"]))
            kenmerk = list(_KENMERKEN)[nummer]
            relatie = _RELATIES.get((treffer["soort"] or treffer["circa"] or "")[:2].lower(), "")
            omstandigheden = _omstandigheden(treffer[0], zin, stuk)
            yield _Uitspraak(kenmerk, moment, bereik, relatie, omstandigheden, zin)


def _omstandigheden(woorden: str, zin: Zin, stuk: Stuk) -> tuple[str, ...]:
    """The corporaties the sentence is about, and the kind of dwellings its numbers are."""
    partijen = [
        partij.kort for partij in stuk.partijen if partij.soort == "corporatie" and partij.kort in zin.tekst
    ]
    return (
        *partijen,
        *(woord for woord in _BEPALING if re.search(rf"\b{woord}", woorden)),
    )


def _zelfde_onderwerp(een: _Uitspraak, ander: _Uitspraak) -> bool:
    """Same feature, moment and parties; of ranges without a moment, those that share one end."""
    if een.kenmerk != ander.kenmerk or een.omstandigheden != ander.omstandigheden:
        return False
    if een.moment and een.moment == ander.moment:
        return True
    deelt_einde = een.bereik[0] == ander.bereik[0] or een.bereik[1] == ander.bereik[1]
    return not (een.moment and ander.moment) and _is_bereik(een) and _is_bereik(ander) and deelt_einde


def _zelfde_getal(een: _Uitspraak, ander: _Uitspraak) -> bool:
    """Whether two values can both be right: equal, about equal where one says so, or one inside a range."""
    if een.bereik == ander.bereik:
        return True
    if _is_bereik(een) != _is_bereik(ander):
        return een.bereik[0] <= ander.bereik[1] and ander.bereik[0] <= een.bereik[1]
    for grens, waarde in ((een, ander.bereik[0]), (ander, een.bereik[0])):
        boven = waarde - grens.bereik[0]
        if (grens.relatie == "min" and boven > 0) or (grens.relatie == "max" and boven < 0):
            return not {een.relatie, ander.relatie} <= {"min", "max"}
        if grens.relatie == "circa" and abs(boven) * 10 <= waarde:
            return True
    return False


def _is_bereik(een: _Uitspraak) -> bool:
    return een.bereik[0] != een.bereik[1]


def _getal(een: _Uitspraak) -> str:
    begin, eind = (getal_nl(waarde) for waarde in een.bereik)
    return begin if begin == eind else f"{begin}-{eind}"


def _met_vorige(zinnen: tuple[Zin, ...]) -> Iterator[tuple[Zin, str]]:
    """Sentences with the words of the one before, when that stands in the same passage."""
    vorige: Zin | None = None
    for zin in zinnen:
        yield zin, vorige.tekst if vorige and vorige.passage is zin.passage else ""
        vorige = zin


def _zelfde_eenheid(treffer: re.Match[str]) -> bool:
    een = "€" if treffer["euro"] or treffer["eenheid"] == "euro" else (treffer["eenheid"] or "")
    ander = "€" if treffer["euro2"] or treffer["eenheid2"] == "euro" else (treffer["eenheid2"] or "")
    woning = een.endswith("woningen") and ander.endswith("woningen")
    return bool(een) and (een == ander or woning or (not ander and een != "%" and len(treffer["tussen"]) < 7))


def _waarde(getal: str) -> Decimal:
    return Decimal(getal.replace(".", "").replace(",", "."))
