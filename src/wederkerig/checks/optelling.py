"""Whether the numbers of a table add up, where its labels say how they should.

A place labelled as a total or a balance is compared with every sum its labels allow. A line of numbers is
called wrong only when the same kind of sum holds on other lines of the table, or when the labels leave no
doubt about what is summed. Everything else is left alone: tables are built in more ways than rules foresee.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from wederkerig.checks.cellen import Cel
from wederkerig.checks.tabelbouw import As, Label, Lijn, Plek, is_jaarkop

Aard = Literal["totaal", "saldo"]

_TOTAAL = re.compile(r"(?:^|\b)(?:sub|eind)?tota(?:al|le)\b|^som\b|^samen$|^gezamenlijk$", re.IGNORECASE)
_SALDO = re.compile(
    r"\bsaldo|\bnetto|\beind(?:stand|voorraad|saldo|bezit)|\bprognose\b|\bstand (?:per )?(?:eind|ultimo|31)"
    r"|\bvoorraad(?:ontwikkeling)?\b|\bmutatie|\bgroei\b|\bverschil|\bresultaat\b|\binclusief\b",
    re.IGNORECASE,
)
_AF = re.compile(
    r"sloop|slopen|verko[oc]|verkop|afname|afstot|afstoot|onttrek|krimp|uitgave|\blasten\b|\bkosten\b|\baf\b"
    r"|vertrek|-/-|aftrek",
    re.IGNORECASE,
)
_BIJ = re.compile(
    r"nieuwbouw|toevoeg|toename|aankoop|\bbij\b|instroom|oplever|overname|uitbreid|transformatie|begin"
    r"|\bvoorraad\b|\bstand\b|inkomsten|\bbaten\b|opbrengst|flexwoning",
    re.IGNORECASE,
)
_DEELS = re.compile(
    r"^\W*(?:waarvan|w\.v\.|w\.o\.|waaronder|inclusief|in het bijzonder|ten opzichte)", re.IGNORECASE
)
_NIET_OPTELBAAR = re.compile(
    r"gemiddeld|percentage|aandeel|verhouding|index|score|cijfer|prijs|(?:kale|netto|streef|markt)\s?huur\b"
    r"|per woning|per m2|per persoon|norm\b",
    re.IGNORECASE,
)
_STAND = re.compile(r"\bvoorraad\b|\bstand\b|bezit|aantal (?:huishoudens|inwoners|woningen)", re.IGNORECASE)


@dataclass(frozen=True)
class Som:
    """A sum that labels allow: which places count, with which sign."""

    plaatsen: tuple[int, ...]
    aftrekken: bool
    per_blok: bool = False


@dataclass(frozen=True)
class Term:
    """One number of a sum: its place, its value with sign, and -1 where the sum takes it off."""

    plek: Plek
    waarde: Decimal
    teken: int


@dataclass(frozen=True)
class Telfout:
    """A place whose number is not what the numbers beside it make."""

    aard: Aard
    lijn: str
    doel: Plek
    gedrukt: Decimal
    verwacht: Decimal
    termen: tuple[Term, ...]


@dataclass(frozen=True)
class Oordeel:
    """What one place on an axis comes to: the sums that hold, the others, and how many of those they bear."""

    fout: list[Telfout]
    goed: list[Telfout]
    steun: int


def telfouten(assen: list[As], *, afgerond: bool = False) -> tuple[list[Telfout], list[Telfout]]:
    """What does not add up in a table, and beside it the sums that do (with `gedrukt` == `verwacht`).

    A number that is wrong along one axis only because it carries another wrong number on is not an error.
    """
    oordelen = [_oordelen(as_, afgerond=afgerond) for as_ in assen]
    fouten: list[Telfout] = []
    for eigen in oordelen:
        elders = [
            een for ander in oordelen if ander is not eigen for oordeel in ander for een in oordeel.goed
        ]
        for oordeel in eigen:
            fout = [een for een in oordeel.fout if not _werkt_door(een, oordeel.fout, elders)]
            if len(fout) <= oordeel.steun:
                fouten += fout
    goed = [een for eigen in oordelen for oordeel in eigen for een in oordeel.goed]
    return list(dict.fromkeys(fouten)), goed


def _oordelen(as_: As, *, afgerond: bool) -> list[Oordeel]:
    """A judgement on every total and balance along one axis."""
    soorten = [(plaats, soort_doel(label)) for plaats, label in enumerate(as_.labels)]
    return [_beoordeel(as_, plaats, aard, afgerond=afgerond) for plaats, aard in soorten if aard is not None]


def _werkt_door(fout: Telfout, fouten: list[Telfout], elders: list[Telfout]) -> bool:
    """Whether a total holds along another axis and is off by just what the wrong numbers it sums are off."""
    scheef = {een.doel: een.gedrukt - een.verwacht for een in fouten}
    return any(
        som.doel == fout.doel
        and scheef[fout.doel] == sum(term.teken * scheef.get(term.plek, Decimal(0)) for term in som.termen)
        for som in elders
    )


def soort_doel(label: Label) -> Aard | None:
    """Whether a label announces a total or a balance."""
    tekst = re.sub(r"-\s+", "", label.tekst)
    if _DEELS.match(tekst) or _NIET_OPTELBAAR.search(tekst):
        return None
    if _TOTAAL.search(tekst):
        return "totaal"
    return "saldo" if _SALDO.search(tekst) else None


def _beoordeel(as_: As, doel: int, aard: Aard, *, afgerond: bool) -> Oordeel:
    """Choose the sum that holds on most lines; what it leaves over is wrong if no other sum explains it."""
    sommen = list(_sommen(as_.labels, doel))
    lijnen = [lijn for lijn in as_.lijnen if _telt(lijn, as_.labels, doel)]
    uitkomsten = [[_reken(lijn, as_.labels, doel, som, aard) for lijn in lijnen] for som in sommen]
    beste: tuple[list[Telfout], list[Telfout]] = ([], [])
    for uitkomst in uitkomsten:
        gedaan = [een for een in uitkomst if een is not None]
        goed = [een for een in gedaan if _klopt(een, lijnen, afgerond=afgerond)]
        if len(goed) > len(beste[1]):
            beste = ([een for een in gedaan if een not in goed], goed)
    fout, goed = beste
    verklaard = {
        een.doel for rij in uitkomsten for een in rij if een and _klopt(een, lijnen, afgerond=afgerond)
    }
    fout = [een for een in fout if een.doel not in verklaard]
    som = _duidelijke_som(as_.labels, doel, aard)
    if goed:
        steun = len(goed) if som and (aard == "saldo" or som.per_blok) else _steun(goed, as_.labels, aard)
        return Oordeel(fout, goed, steun)
    if som is None or verklaard:
        return Oordeel([], [], 0)
    alle = [uit for lijn in lijnen if (uit := _reken(lijn, as_.labels, doel, som, aard))]
    deels = aard == "totaal" and any(
        _verborgen_subtotaal([term.waarde for term in uit.termen]) for uit in alle
    )
    fout_alleen = len(alle) == 1 and not deels and not _klopt(alle[0], lijnen, afgerond=afgerond)
    return Oordeel(alle if fout_alleen else [], [], 1)


def _steun(goed: list[Telfout], labels: tuple[Label, ...], aard: Aard) -> int:
    """How many lines bear out a sum: with two numbers at least, and for a balance by its labels or twice."""
    stevig = [een for een in goed if sum(bool(term.waarde) for term in een.termen) > 1]
    tekens = {_teken(label) for label in labels}
    if aard == "saldo" and not {-1, 1} <= tekens and len(stevig) < 2:
        return 0
    return len(stevig)


def _sommen(labels: tuple[Label, ...], doel: int) -> Iterator[Som]:
    """Every sum the labels allow for one place, the most likely first."""
    telt = [nr for nr in range(len(labels)) if not _DEELS.match(labels[nr].tekst)]
    doelen = [nr for nr in telt if nr != doel and soort_doel(labels[nr])]
    blok = [nr for nr in telt if nr < doel and labels[nr].blok == labels[doel].blok]
    vorige = max((nr for nr in doelen if nr in blok), default=-1)
    sinds = [nr for nr in blok if nr > vorige]
    volgende = min((nr for nr in doelen if nr > doel), default=len(labels))
    erna = [nr for nr in telt if doel < nr < volgende and labels[nr].blok == labels[doel].blok]
    reeksen = [
        sinds,
        blok,
        [nr for nr in blok if nr not in doelen],
        [vorige, *sinds] if vorige >= 0 else [],
        [nr for nr in doelen if nr < doel],
        [nr for nr in telt if nr < doel and nr not in doelen],
        erna if not blok else [],
    ]
    for reeks in dict.fromkeys(tuple(reeks) for reeks in reeksen if len(reeks) > 1):
        yield Som(reeks, aftrekken=False)
        if any(_teken(labels[nr]) < 0 for nr in reeks):
            yield Som(reeks, aftrekken=True)
    if labels[0].blok != labels[doel].blok or len({label.blok for label in labels}) > 1:
        yield Som(tuple(nr for nr in doelen if nr < doel), aftrekken=False, per_blok=True)


def _teken(label: Label) -> int:
    """-1 for what goes off (sloop, verkoop), 1 for what is added, 0 where the label says neither or both."""
    tekst = re.sub(r"-\s+", "", label.tekst)
    return bool(_BIJ.search(tekst)) - bool(_AF.search(tekst))


def _telt(lijn: Lijn, labels: tuple[Label, ...], doel: int) -> bool:
    """Whether a line can be summed at all: no averages, and no stock at moments after one another."""
    if lijn.cellen[doel].soort != "getal" or _NIET_OPTELBAAR.search(lijn.naam):
        return False
    momenten = sum(is_jaarkop(label.tekst) for label in labels)
    return not (momenten * 2 >= len(labels) - 1 and momenten > 1 and _STAND.search(lijn.naam))


def _reken(lijn: Lijn, labels: tuple[Label, ...], doel: int, som: Som, aard: Aard) -> Telfout | None:
    """One sum on one line, or None where its cells cannot be added."""
    plaatsen = _laatste_per_blok(lijn, labels, som.plaatsen) if som.per_blok else som.plaatsen
    cellen = [lijn.cellen[nr] for nr in plaatsen]
    if not _optelbaar(cellen, lijn.cellen[doel]) or len(plaatsen) < (1 if som.per_blok else 2):
        return None
    termen = []
    for nr, cel in zip(plaatsen, cellen, strict=True):
        min_teken = som.aftrekken and _teken(labels[nr]) < 0 and cel.waarde > 0
        teken = -1 if min_teken else 1
        termen.append(Term(lijn.plekken[nr], teken * cel.waarde, teken))
    verwacht = sum((term.waarde for term in termen), Decimal(0))
    if not verwacht and not lijn.cellen[doel].waarde:
        return None
    soort: Aard = "saldo" if som.aftrekken or any(term.waarde < 0 for term in termen) else aard
    return Telfout(soort, lijn.naam, lijn.plekken[doel], lijn.cellen[doel].waarde, verwacht, tuple(termen))


def _laatste_per_blok(lijn: Lijn, labels: tuple[Label, ...], doelen: tuple[int, ...]) -> tuple[int, ...]:
    laatste = {labels[nr].blok: nr for nr in doelen if lijn.cellen[nr].soort == "getal"}
    return tuple(laatste.values())


def _optelbaar(cellen: list[Cel], doel: Cel) -> bool:
    if any(cel.soort not in {"getal", "leeg"} for cel in cellen):
        return False
    getallen = [cel for cel in cellen if cel.soort == "getal"]
    eenheden = {cel.eenheid for cel in getallen}
    if "%" in eenheden | {doel.eenheid}:
        # a percentage below percentages is their sum only when it is the whole; else it is an average
        return eenheden == {"%"} == {doel.eenheid} and doel.waarde == 100
    return bool(getallen)


def _klopt(uitkomst: Telfout, lijnen: list[Lijn], *, afgerond: bool) -> bool:
    """Whether a sum is right, with the slack that rounding leaves."""
    lijn = next(een for een in lijnen if uitkomst.doel in een.plekken and een.naam == uitkomst.lijn)
    cellen = [cel for cel in lijn.cellen if cel.soort == "getal"]
    stap = max(cel.stap for cel in cellen)
    if afgerond:
        stap = max(stap, _tientallen(cellen))
    speling = (
        stap * (len(uitkomst.termen) + 1) / 2
        if afgerond or stap < 1 or cellen[0].eenheid == "%"
        else Decimal(0)
    )
    return abs(uitkomst.gedrukt - uitkomst.verwacht) <= speling


def _tientallen(cellen: list[Cel]) -> Decimal:
    """The largest round number that all numbers are multiples of."""
    ronde = (1000, 500, 100, 50, 25, 10, 5)
    return Decimal(next((rond for rond in ronde if all(cel.waarde % rond == 0 for cel in cellen)), 1))


def _duidelijke_som(labels: tuple[Label, ...], doel: int, aard: Aard) -> Som | None:
    """The sum that labels leave no doubt about: all before a first total, or only what goes on and off."""
    voor = [nr for nr in range(doel) if labels[nr].blok == labels[doel].blok]
    if _noemt_alle_blokken(labels, doel):
        return Som(tuple(nr for nr in range(doel) if soort_doel(labels[nr])), aftrekken=False, per_blok=True)
    if len(voor) > 1 and _is_inclusief(labels, doel):
        return Som((doel - 2, doel - 1), aftrekken=False)
    if len(voor) < 2 or any(_DEELS.match(labels[nr].tekst) or not labels[nr].tekst for nr in voor):
        return None
    tekens = {_teken(labels[nr]) for nr in voor}
    if aard == "saldo":
        return Som(tuple(voor), aftrekken=True) if tekens == {-1, 1} else None
    eerder = any(soort_doel(label) == "totaal" for label in labels[:doel])
    return None if eerder or -1 in tekens else Som(tuple(voor), aftrekken=False)


def _noemt_alle_blokken(labels: tuple[Label, ...], doel: int) -> bool:
    """Whether a total names what heads each block of its table: "Totaal Lisdodde en Thuishaven"."""
    groepen = {label.groep.lower() for label in labels[: doel + 1]}
    blokken = {label.blok for label in labels[: doel + 1]}
    return len(groepen) == len(blokken) > 1 and all(
        groep and groep in labels[doel].tekst.lower() for groep in groepen
    )


def _is_inclusief(labels: tuple[Label, ...], doel: int) -> bool:
    """Whether a label says itself what is summed: "Groei", "Flexwoningen", "Groei inclusief flexwoningen"."""
    een, ander, samen = (labels[nr].tekst.lower().strip() for nr in (doel - 2, doel - 1, doel))
    return bool(een and ander) and samen == f"{een} inclusief {ander}"


def _verborgen_subtotaal(waarden: list[Decimal]) -> bool:
    """Whether some number is the sum of the two or more right before or after it."""
    for plaats, waarde in enumerate(waarden):
        for aantal in range(2, len(waarden)):
            stukken = (waarden[plaats + 1 : plaats + 1 + aantal], waarden[max(0, plaats - aantal) : plaats])
            if any(len(stuk) == aantal and all(stuk) and sum(stuk) == waarde for stuk in stukken):
                return True
    return False
