"""How a table is built: which cells are labels, which lines of numbers run down, across, through blocks."""

import re
from dataclasses import dataclass
from itertools import pairwise

from wederkerig.checks.cellen import Cel, lees_cel
from wederkerig.model import Tabel

JAAR = re.compile(r"^(?:19|20)\d\d(?:\s*(?:[-–/]|t/m|tot en met|e\.v\.)\s*(?:(?:19|20)?\d\d)?)?$")
_NUMMERKOP = re.compile(r"^(?:nr\.?|#|nummer)$", re.IGNORECASE)

Plek = tuple[int, int]


@dataclass(frozen=True)
class Label:
    """The words beside one place on an axis, its block of the table, and what heads that block."""

    tekst: str
    blok: int = 0
    groep: str = ""


@dataclass(frozen=True)
class Lijn:
    """One row or column of numbers along an axis, with the place of each in the table."""

    naam: str
    cellen: tuple[Cel, ...]
    plekken: tuple[Plek, ...]


@dataclass(frozen=True)
class As:
    """A direction in which a table may add up: its labels, and the lines of numbers beside them."""

    labels: tuple[Label, ...]
    lijnen: tuple[Lijn, ...]


@dataclass(frozen=True)
class Bouw:
    """A table taken apart; `groepen` holds the group of each row, "" where there is none."""

    koppen: tuple[str, ...]
    rijen: tuple[int, ...]
    labels: tuple[Label, ...]
    groepen: tuple[str, ...]
    kolommen: tuple[int, ...]
    cellen: tuple[tuple[Cel, ...], ...]


def ontleed(tabel: Tabel) -> Bouw | None:
    """The structure of a table, or None where it has no numbers beside labels."""
    breedte = max((len(rij) for rij in tabel.rijen), default=0)
    tekst = [tuple(rij) + ("",) * (breedte - len(rij)) for rij in tabel.rijen]
    koppen = list(tabel.kop) + [""] * (breedte - len(tabel.kop))
    begin = _koprijen(tekst, koppen)
    cellen = [tuple(lees_cel(cel) for cel in rij) for rij in tekst]
    kopachtig = [_is_kop(rij, koppen) for rij in tekst]
    inhoud = [nr for nr in range(begin, len(tekst)) if not kopachtig[nr]]
    kolommen = _getalkolommen(cellen, inhoud, breedte, koppen)
    if not kolommen:
        return None
    labels, groepen, rijen = _labels(tekst, begin, kopachtig, kolommen[0], koppen[0])
    return Bouw(tuple(koppen), rijen, labels, groepen, kolommen, tuple(cellen))


def assen(bouw: Bouw) -> list[As]:
    """The axes of a table: down its columns, across its rows, and through groups with equal rows."""
    neer = As(bouw.labels, tuple(_kolom(bouw, kolom) for kolom in bouw.kolommen))
    koppen = tuple(Label(bouw.koppen[kolom]) for kolom in bouw.kolommen)
    dwars = As(koppen, tuple(_rij(bouw, nr) for nr in range(len(bouw.rijen))))
    return [neer, dwars, *_door_groepen(bouw)]


def plaatsnaam(bouw: Bouw, plek: Plek) -> str:
    """The words that say which cell is meant: row and column as printed."""
    rij, kolom = plek
    volgnummer = bouw.rijen.index(rij)
    namen = [bouw.groepen[volgnummer], bouw.labels[volgnummer].tekst]
    kop = bouw.koppen[kolom]
    naam = ", ".join(dict.fromkeys(naam for naam in namen if naam))
    return f"rij '{naam}'" + (f", kolom '{kop}'" if kop else "")


def is_jaarkop(tekst: str) -> bool:
    """Whether a label is a year, a span of years or a day in a year."""
    return bool(JAAR.match(tekst.strip()) or re.search(r"\b(?:19|20)\d\d$", tekst.strip()))


def _koprijen(tekst: list[tuple[str, ...]], koppen: list[str]) -> int:
    """How many rows at the top belong to the heading; their words are added to `koppen`."""
    aantal = 0
    for rij in tekst:
        gevuld = [cel for cel in rij[1:] if cel.strip()]
        soorten = {lees_cel(cel).soort for cel in gevuld if not JAAR.match(cel.strip())}
        jaren = [cel for cel in gevuld if JAAR.match(cel.strip())]
        eerste_kop = not any(koppen[1:]) and not soorten - {"tekst"} and bool(jaren or soorten)
        if not (gevuld and ((soorten == {"tekst"} and not jaren) or eerste_kop)):
            break
        for kolom, cel in enumerate(rij):
            koppen[kolom] = f"{koppen[kolom]} {cel}".strip()
        aantal += 1
    return aantal


def _is_kop(rij: tuple[str, ...], koppen: list[str]) -> bool:
    """Whether a row repeats the heading (years again), or is the name of what follows and nothing else."""
    paren = [(cel.strip(), kop.strip()) for cel, kop in zip(rij[1:], koppen[1:], strict=True) if cel.strip()]
    if not paren:
        return True
    return all(cel == kop or (JAAR.match(cel) and JAAR.match(kop)) for cel, kop in paren)


def _getalkolommen(
    cellen: list[tuple[Cel, ...]], inhoud: list[int], breedte: int, koppen: list[str]
) -> tuple[int, ...]:
    kolommen = []
    for kolom in range(1, breedte):
        soorten = [cellen[nr][kolom].soort for nr in inhoud]
        gevuld = [soort for soort in soorten if soort != "leeg"]
        if _NUMMERKOP.match(koppen[kolom]) or not gevuld:
            continue
        if gevuld.count("getal") * 2 > len(gevuld):
            kolommen.append(kolom)
    return tuple(kolommen)


def _labels(
    tekst: list[tuple[str, ...]], begin: int, kopachtig: list[bool], eerste: int, kop: str
) -> tuple[tuple[Label, ...], tuple[str, ...], tuple[int, ...]]:
    """Label, group and row number of every row with numbers; a new group or heading starts a block."""
    gegroepeerd = eerste > 1 and _heeft_groepen([rij[0] for rij in tekst[begin:]])
    labels, groepen, rijen = [], [], []
    blok, groep = 0, ""
    for nr in range(begin, len(tekst)):
        rij = tekst[nr]
        if kopachtig[nr]:
            blok, groep = blok + 1, rij[0].strip()
            continue
        if gegroepeerd and rij[0].strip() and rij[0].strip() != groep:
            blok, groep = blok + 1, rij[0].strip()
        woorden = [cel.strip() for cel in rij[:eerste] if cel.strip()]
        labels.append(Label(woorden[-1] if woorden else "", blok, groep or kop))
        groepen.append(groep)
        rijen.append(nr)
    return tuple(labels), tuple(groepen), tuple(rijen)


def _heeft_groepen(eerste_kolom: list[str]) -> bool:
    namen = [naam.strip() for naam in eerste_kolom]
    return any(not naam for naam in namen) or any(een == ander for een, ander in pairwise(namen))


def _kolom(bouw: Bouw, kolom: int) -> Lijn:
    plekken = tuple((rij, kolom) for rij in bouw.rijen)
    return Lijn(bouw.koppen[kolom], tuple(bouw.cellen[rij][kolom] for rij in bouw.rijen), plekken)


def _rij(bouw: Bouw, volgnummer: int) -> Lijn:
    rij = bouw.rijen[volgnummer]
    plekken = tuple((rij, kolom) for kolom in bouw.kolommen)
    return Lijn(
        bouw.labels[volgnummer].tekst, tuple(bouw.cellen[rij][kolom] for kolom in bouw.kolommen), plekken
    )


def _door_groepen(bouw: Bouw) -> list[As]:
    """An axis over groups that all have the same rows: begin, change and end per party, say."""
    groepen = list(dict.fromkeys(groep for groep in bouw.groepen if groep))
    leden = {groep: [nr for nr, naam in enumerate(bouw.groepen) if naam == groep] for groep in groepen}
    namen = {tuple(bouw.labels[nr].tekst for nr in leden[groep]) for groep in groepen}
    if len(groepen) < 3 or len(namen) != 1:
        return []
    lijnen = []
    for volgnummer, naam in enumerate(namen.pop()):
        for kolom in bouw.kolommen:
            plekken = tuple((bouw.rijen[leden[groep][volgnummer]], kolom) for groep in groepen)
            cellen = tuple(bouw.cellen[rij][kol] for rij, kol in plekken)
            lijnen.append(Lijn(naam, cellen, plekken))
    return [As(tuple(Label(groep) for groep in groepen), tuple(lijnen))]
