"""Finding the amounts a document gives for rent limits: which limit, how much, for which year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from wederkerig.checks.passages import Zin, passages, tekst_van, zinnen
from wederkerig.model import Bron, Stuk, Tabel
from wederkerig.parameters import huurgrensnamen

_RANG = {"laag": r"(?:eerste|1e|1ste|1\s?<sup>\w+</sup>|lage)", "hoog": r"(?:tweede|2e|2de|hoge)"}
_BEDRAG = r"€\s?\d[\d.]*(?:,\d\d|,[-–=]+)?|\b\d[\d.]*(?:,\d\d)?\s?euro\b"
_TUSSENWOORDEN = frozenset(
    "is was bedraagt bedroeg ligt lag op in per vastgesteld momenteel nu van voor januari juli prijspeil "
    "peil de het een euro maand huidige huurprijsgrens huurgrens grens bedrag met huur namelijk te weten "
    "zijnde dit jaar ( : , = – - [ 1".split()
)
_WANNEER = frozenset("in per voor januari juli vanaf".split())
_NAMEN = {"laag": "eerste aftoppingsgrens", "hoog": "tweede aftoppingsgrens", "aftop": "aftoppingsgrens"}
_BIJZIN = re.compile(r"\bgeldt\b[^.€;]{0,90}?\ben\s+(?=(?:is|bedraagt|ligt)\b)", re.IGNORECASE)
_LIDWOORDEN = frozenset("de het".split())
_VERBINDERS = frozenset("en de het of / - – , ( resp respectievelijk".split())


@dataclass(frozen=True)
class Vermelding:
    """A rent limit with its amount as printed. `parameters`: the limits the name may mean."""

    naam: str
    parameters: tuple[str, ...]
    bedrag: Decimal
    in_centen: bool
    jaar: int | None
    plaats: str
    bron: Bron | None


@dataclass(frozen=True)
class _Teken:
    soort: str
    tekst: str


@lru_cache(maxsize=2)
def vermeldingen(stuk: Stuk, tekst: str) -> tuple[Vermelding, ...]:
    """Every amount the document gives for a rent limit, in running text, glossary and tables."""
    prijspeil = _prijspeil(tekst_van(stuk, tekst))
    gevonden: list[Vermelding] = []
    for passage in passages(stuk, tekst):
        term = (
            passage.plaats.removeprefix("begrip '").rstrip("'") if passage.plaats.startswith("begrip") else ""
        )
        for zin in (
            zinnen(passage) if term or re.search("grens|aftop|afgetopt", passage.tekst, re.IGNORECASE) else ()
        ):
            gevonden += _in_zin(zin, term, prijspeil)
            term = "" if zin.tekst != term and _tekens(zin.tekst, "grens") else term
    for nummer, tabel in enumerate(stuk.tabellen, start=1):
        gevonden += _in_tabel(tabel, nummer, prijspeil)
    return tuple(gevonden)


def _prijspeil(tekst: str) -> int | None:
    """The one year whose price level the document says its rent limits have."""
    jaren = re.findall(r"grenzen\b[^.\n]{0,100}\bprijspeil\s+(20\d\d)", tekst)
    return int(jaren[0]) if len(set(jaren)) == 1 else None


def _patroon() -> re.Pattern[str]:
    namen = sorted({re.escape(naam.tekst) for naam in huurgrensnamen() if "afto" not in naam.tekst}, key=len)
    paar = rf"{_RANG['laag']}\s+(?:en|of|/)\s+(?:de\s+)?{_RANG['hoog']}\s+aftoppingsgrens(?:en)?"
    return re.compile(
        rf"(?P<paar>\b{paar})|(?P<laag>\b{_RANG['laag']}\s+aftoppingsgrens)|(?P<hoog>\b{_RANG['hoog']}\s+aftoppingsgrens)"
        r"|(?P<aftop>\b(?:afgetopt|aftoppen|aftopping)\s+(?:op|tot)\b|\baftoppingsgrens(?:en)?\b)"
        rf"|(?P<grens>\b(?:{'|'.join(reversed(namen))}))\b|(?P<bedrag>{_BEDRAG})|(?P<jaar>\b20\d\d\b)"
        r"|(?P<woord>[^\W\d]+|\d+)|(?P<leesteken>[^\w\s*_])",
        re.IGNORECASE,
    )


_TEKENS = _patroon()


def _tekens(tekst: str, soort: str = "") -> list[_Teken]:
    gevonden = []
    for treffer in _TEKENS.finditer(tekst):
        groep = treffer.lastgroup or ""
        if groep == "paar":
            gevonden += [
                _Teken("grens", _NAMEN["laag"]),
                _Teken("woord", "en"),
                _Teken("grens", _NAMEN["hoog"]),
            ]
        elif groep in _NAMEN:
            gevonden.append(_Teken("grens", _NAMEN[groep]))
        else:
            gevonden.append(_Teken(groep, treffer[0].lower()))
    return [teken for teken in gevonden if not soort or teken.soort == soort]


def _in_zin(zin: Zin, term: str, prijspeil: int | None) -> Iterator[Vermelding]:
    tekens = _tekens(_BIJZIN.sub("", zin.tekst))
    if term:
        tekens = [teken for teken in _tekens(term) if teken.soort == "grens"] + tekens
    for namen, bedragen, plaats in _koppels(tekens):
        jaar = _jaar(tekens, plaats) or prijspeil
        for naam, bedrag in zip(namen, bedragen, strict=True):
            yield _vermelding(naam, bedrag, jaar, zin.plaats, zin.bron)


def _koppels(tekens: list[_Teken]) -> Iterator[tuple[list[str], list[str], int]]:
    """Names of limits and the amounts that follow them with nothing between but small words."""
    namen: list[str] = []
    sinds: list[str] = []
    plaats = 0
    while plaats < len(tekens):
        teken = tekens[plaats]
        if teken.soort == "grens":
            verbonden = namen and set(sinds) <= _VERBINDERS and set(sinds) - _LIDWOORDEN
            namen = [*namen, teken.tekst] if verbonden else [teken.tekst]
            sinds = []
        elif teken.soort == "bedrag":
            bedragen, plaats = _rij_bedragen(tekens, plaats)
            if len(bedragen) == len(namen) and set(sinds) <= _TUSSENWOORDEN:
                yield namen, bedragen, plaats
            namen = []
        elif teken.soort != "jaar":
            sinds.append(teken.tekst)
        plaats += 1


def _rij_bedragen(tekens: list[_Teken], plaats: int) -> tuple[list[str], int]:
    """Amounts after one another ("€ 619 / € 663"), and the place of the last."""
    bedragen = [tekens[plaats].tekst]
    while plaats + 2 < len(tekens) and tekens[plaats + 2].soort == "bedrag":
        if tekens[plaats + 1].tekst not in _VERBINDERS:
            break
        plaats += 2
        bedragen.append(tekens[plaats].tekst)
    return bedragen, plaats


def _jaar(tekens: list[_Teken], plaats: int) -> int | None:
    """The year named near an amount: after "prijspeil", or close before or behind it."""
    for voor, na in pairwise(tekens):
        if voor.tekst in {"prijspeil", "peil"} and na.soort == "jaar":
            return int(na.tekst)
    grens = max(nr for nr in range(plaats) if tekens[nr].soort == "grens")
    dichtbij = [
        nr
        for nr in range(max(1, grens - 6), min(plaats + 8, len(tekens)))
        if tekens[nr].soort == "jaar" and (grens < nr < plaats + 5 or tekens[nr - 1].tekst in _WANNEER)
    ]
    jaren = {int(tekens[nr].tekst) for nr in dichtbij}
    return jaren.pop() if len(jaren) == 1 else None


def _in_tabel(tabel: Tabel, nummer: int, prijspeil: int | None) -> Iterator[Vermelding]:
    """Rows that name one limit; of a class "t/m" the last amount is the limit, of "boven" the first."""
    titeljaar = _enig_jaar(f"{tabel.titel or ''} {' '.join(tabel.kop[:1])}")
    plaats = f"tabel '{tabel.titel}'" if tabel.titel else f"tabel {nummer}"
    for rij in tabel.rijen:
        namen = {teken.tekst for teken in _tekens(rij[0] if rij else "", "grens")}
        if len(namen) != 1:
            continue
        boven = bool(re.search(r"\b(?:boven|vanaf|hoger)\b", rij[0], re.IGNORECASE))
        naam = namen.pop()
        for kolom, cel in enumerate(rij[1:], start=1):
            bedragen = [teken.tekst for teken in _tekens(cel, "bedrag")]
            kop = tabel.kop[kolom] if kolom < len(tabel.kop) else ""
            if bedragen:
                jaar = _enig_jaar(kop) or _enig_jaar(rij[0]) or titeljaar or prijspeil
                yield _vermelding(naam, bedragen[0 if boven else -1], jaar, plaats, tabel.bron)


def _enig_jaar(tekst: str) -> int | None:
    jaren = set(re.findall(r"\b20\d\d\b", tekst))
    return int(jaren.pop()) if len(jaren) == 1 else None


def _vermelding(naam: str, bedrag: str, jaar: int | None, plaats: str, bron: Bron | None) -> Vermelding:
    cijfers = re.sub(r"[^\d,]", "", bedrag).rstrip(",")
    parameters = tuple(een.parameter for een in huurgrensnamen() if een.tekst.lower() == naam)
    waarde = Decimal(cijfers.replace(",", "."))
    return Vermelding(naam, parameters, waarde, "," in cijfers, jaar, plaats, bron)
