"""What a label of a stock table says: which change or stock, of which category, when, or only a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from wederkerig.voorraad.grootboek import Categorie, Soort
from wederkerig.voorraad.jaren import NOOIT, Wanneer, read_when

Rol = Soort | Literal["stand"]
Rand = Literal["begin", "eind"]

_BIJ: dict[Soort, str] = {
    "nieuwbouw": r"nieuw\s?bouw|nieuw te bouwen|te bouwen|bouwopgave|\bopgeleverd|\boplevering",
    "toevoeging": r"toevoeg|toename|uitbreid|transformatie|\bbij\b|instroom|realisatie|te realiseren",
    "aankoop": r"aankoop|aankopen|verwerv|overname|terugkoop",
}
_AF: dict[Soort, str] = {
    "sloop": r"\bsloop|slopen|gesloopt|amover|onttrek",
    "verkoop": r"verko[oc]|verkop|uitpond|afstot|afstoot|vervreemd",
    "sloop of verkoop": r"\bafname\b|\baf\b|uitstroom|krimp",
}
_VERVANGING = re.compile(
    r"vervanging(?!s)|sloop\s?[-–/+]\s?(?:vervangende\s)?nieuw\s?bouw|sloop[- ]nieuwbouw|herstructurer"
    r"|sloop (?:en|met) (?:vervangende )?nieuwbouw|herbouw",
    re.IGNORECASE,
)
_SALDO = re.compile(
    r"\bsaldo\b|per saldo|\bnett?o\b|ontwikkeling\b|mutaties?\b|\bgroei\b|\bverschil\b|verandering",
    re.IGNORECASE,
)
_STAND = re.compile(
    r"stand\b|voorraad\b|bezit\b|(?:begin|eind)balans|\bprognose (?:van het )?aantal\b|portefeuille\b"
    r"|\baantal (?:sociale |zelfstandige |huur)*(?:huur)?woningen\b",
    re.IGNORECASE,
)
_BEGIN = re.compile(r"\bbegin|\bhuidig|\bstart|uitgangs|\bnu\b|\bvertrek", re.IGNORECASE)
_EIND = re.compile(
    r"\beind|\bprognose|\bverwacht|\bgewenst|\bnieuwe (?:stand|voorraad)|\bstreef", re.IGNORECASE
)
_OMZETTING = re.compile(
    r"omzet|overhevel|liberaliser|\blabel(?:wijziging|en)|herlabel|omlabel", re.IGNORECASE
)
_TOTAAL = re.compile(r"\b(?:sub|eind)?tota(?:al|le)\b|^som\b|^samen\b|\bgezamenlijk\b|^alle\b", re.IGNORECASE)
_ALLEN = re.compile(r"gemeente|corporaties|\balle\b|\bbeide\b|samen|gezamenlijk|partijen", re.IGNORECASE)
_DEEL = re.compile(r"^\W*(?:waarvan|w\.v\.|w\.o\.|waaronder|in het bijzonder|inclusief|wv)\b", re.IGNORECASE)
_FICTIEF = re.compile(
    r"fictie|(?:geen|zonder|onbekende) (?:concrete )?locatie|locatie (?:nog )?onbekend", re.IGNORECASE
)
_INCLUSIEF = re.compile(r"\b(?:inclusief|incl\.?|met)\b(?P<rest>.*)$", re.IGNORECASE)
_CATEGORIE: tuple[tuple[Categorie, str], ...] = (
    ("standplaats", r"(?:woonwagen)?standplaats"),
    ("woonwagen", r"woonwagen"),
    ("flex", r"flex|tijdelijke (?:woning|woon|huisvest)|verplaatsbare"),
    ("onzelfstandig", r"onzelfstandig|\bkamers?\b|kamerverhuur"),
    ("zorg", r"\bzorg|intramura|verpleeg"),
    (
        "niet-daeb",
        r"niet[- ]?\s?daeb|geliberaliseerd|vrije[- ]sector|midden\s?huur|middeldure|ndaeb|dure huur",
    ),
    ("daeb", r"\bdaeb\b|soci[a]le (?:huur|woning)|zelfstandig"),
)
_TYPE = re.compile(
    r"woning(?!stichting|bouw|corporatie|bedrijf|vereniging)|appartement|gezins|etage|\bflat|portiek|galerij|maisonnette|maisonette|bungalow|studio|gestapeld"
    r"|grondgebonden|benedenw|bovenw|\btype\b|kamer\b|\blabel\b",
    re.IGNORECASE,
)
_GEBIED = re.compile(r"^(?:kern|dorp|wijk|buurt|gebied|plaats|woonplaats|gemeente)e?n?s?\b", re.IGNORECASE)
_GEWOON = frozenset(
    """
    aantal aantallen verwacht verwachte verwachting gepland geplande planning prognose opgave woningen
    woning huurwoningen sociale huur huurvoorraad zelfstandige zelfstandig per van de het een der den en
    of met door in t m tm tot voor jaar jaren periode datum eenheden vhe corporatie corporaties
    verhuurder partij totaal totale som samen subtotaal gerealiseerd realisatie programma ambitie doel
    streven nieuwe bestaande netto bruto begin eind ultimo stand inclusief incl exclusief excl gemeente
    concreet concrete plannen projecten looptijd prestatieafspraken tabel nr soort categorie
    omschrijving toelichting januari december totaalbezit te na bij op om uit over minimaal maximaal
    circa ca looptijdtotaal eenheid woningvoorraad onderdeel type huidig huidige gewenst gewenste streef
    start primo medio vertrek
    """.split()
)


@dataclass(frozen=True, slots=True)
class Etiket:
    """A label taken apart.

    rol: the change or stock it names. rand: whether it says begin or end. wanneer: its day or years.
    categorie: named here, or None. naar: of a conversion what it goes to. inclusief: categories a balance
    takes in besides. totaal, allen: it is a total; of all parties. deel: part of what is above it.
    soortwoning: a type of dwelling. naam: a name, when it says nothing else.
    """

    tekst: str
    rol: Rol | None = None
    rand: Rand | None = None
    wanneer: Wanneer = NOOIT
    categorie: Categorie | None = None
    inclusief: frozenset[Categorie] = frozenset()
    totaal: bool = False
    allen: bool = False
    deel: bool = False
    fictief: bool = False
    soortwoning: bool = False
    naam: str = ""
    naar: Categorie | None = None


def read_etiket(tekst: str) -> Etiket:
    """Everything a label says."""
    schoon = " ".join(re.sub(r"[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|<[^>]*>|\^\s?\d\b", " ", tekst).split())
    schoon = re.sub(
        r"(?<=\w)-\s+(?=[a-z])", lambda een: "" if _broken(schoon, een.start()) else een[0], schoon
    )
    wanneer = read_when(schoon)
    kaal = schoon.replace(wanneer.woorden, " ") if wanneer else schoon
    erbij = _INCLUSIEF.search(kaal)
    eigen = kaal[: erbij.start()] if erbij and not _DEEL.match(kaal) else kaal
    categorieen = categories(eigen)
    rol = _role(eigen)
    deel = bool(_DEEL.match(kaal))
    naar = categorieen[1] if rol == "omzetting" and len(categorieen) > 1 else None
    return Etiket(
        tekst=schoon,
        rol=rol,
        rand="begin" if _BEGIN.search(schoon) else "eind" if _EIND.search(schoon) else None,
        wanneer=wanneer,
        categorie=categorieen[0] if categorieen else None,
        inclusief=frozenset(categories(erbij["rest"])) if erbij and not deel else frozenset(),
        totaal=bool(_TOTAAL.search(kaal)) and not deel,
        allen=bool(_ALLEN.search(kaal)),
        deel=deel,
        fictief=bool(_FICTIEF.search(kaal)),
        soortwoning=bool(_TYPE.search(kaal)),
        naam=_name(kaal) if rol is None and not categorieen and not deel else "",
        naar=naar,
    )


def names_area(tekst: str) -> bool:
    """Whether a heading says that what stands below it are villages or districts."""
    return bool(_GEBIED.match(tekst.strip()))


def categories(tekst: str) -> list[Categorie]:
    """The categories a text names, in its order."""
    gevonden: list[tuple[int, Categorie]] = []
    rest = tekst
    for categorie, patroon in _CATEGORIE:
        treffer = re.search(patroon, rest, re.IGNORECASE)
        if treffer:
            gevonden.append((treffer.start(), categorie))
            rest = re.sub(patroon, lambda een: "#" * len(een[0]), rest, flags=re.IGNORECASE)
    return [categorie for _, categorie in sorted(gevonden)]


def _role(tekst: str) -> Rol | None:
    """The change or the stock that a label names; what goes on and off together is a balance."""
    if _OMZETTING.search(tekst):
        return "omzetting"
    if _VERVANGING.search(tekst) and not re.search(r"verkoop|toevoeg", tekst, re.IGNORECASE):
        return "vervanging"
    bij = [soort for soort, patroon in _BIJ.items() if re.search(patroon, tekst, re.IGNORECASE)]
    af = [soort for soort, patroon in _AF.items() if re.search(patroon, tekst, re.IGNORECASE)]
    if _SALDO.search(tekst) or (bij and af):
        return "saldo"
    af = af[:1] if "sloop of verkoop" in af else af
    if len(af) > 1:
        return "sloop of verkoop"
    if af or bij:
        precies = [soort for soort in bij if soort != "toevoeging"]
        gekozen = af[0] if af else precies[0] if len(precies) == 1 else "toevoeging"
        return "stand" if _is_level(tekst) else gekozen
    return "stand" if _STAND.search(tekst) else None


def _is_level(tekst: str) -> bool:
    """Whether what is named is a stock ("Stand na oplevering"), and no change of one."""
    return bool(re.match(r"\W*(?:begin|eind)?stand\b", tekst, re.IGNORECASE))


def _name(kaal: str) -> str:
    """What is left of a label besides common words; "" when nothing."""
    if _TOTAAL.search(kaal):
        return ""
    woorden = [
        woord for woord in re.findall(r"[^\W\d_][\w'’.&-]*", kaal) if woord.lower().strip(".") not in _GEWOON
    ]
    return " ".join(kaal.split()).strip(" :,;") if woorden else ""


def _broken(tekst: str, plek: int) -> bool:
    """Whether a hyphen was left by the end of a line ("Verkoop- prognose"); not in "sloop- en"."""
    return not re.match(r"-\s+(?:en|of)\b", tekst[plek:])
