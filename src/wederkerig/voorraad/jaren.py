"""Days and years in the labels of a stock table: "31-12-2026", "eind 2024", "2026-2029", "t/m 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wanneer:
    """When a label is about: a day, or the years `van` (None where only the end is said) to `tot`."""

    dag: date | None = None
    van: int | None = None
    tot: int | None = None
    woorden: str = ""

    def __bool__(self) -> bool:
        return self.dag is not None or self.tot is not None


NOOIT = Wanneer()
_MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()
_KORT = {naam[:3]: nummer for nummer, naam in enumerate(_MAANDEN, start=1)} | {"mrt": 3}
_JAAR = r"(?:19|20)\d\d"
_DAG = re.compile(rf"\b(\d{{1,2}})[-/.](\d{{1,2}})[-/.]({_JAAR})\b")
_DAG_ISO = re.compile(rf"\b({_JAAR})-(\d\d)-(\d\d)\b")
_DAG_WOORD = re.compile(rf"\b(\d{{1,2}})(?:e|ste)?\s+([a-z]{{3,9}})\.?\s+({_JAAR})\b", re.IGNORECASE)
_REEKS = re.compile(
    rf"\b({_JAAR})\s*(?:[-–/]|t/m|tm|tot(?: en met)?|en)\s*({_JAAR}|\d\d)\b(?![-/.]\d)", re.IGNORECASE
)
_TOT = re.compile(rf"\b(?:t/m|tot en met|tot(?: eind)?|uiterlijk)\s+(?:eind\s+)?({_JAAR})\b", re.IGNORECASE)
_TOT_DAG = re.compile(r"(?:t/m|tot en met|tot|–|-)\s*$", re.IGNORECASE)
_EINDE = re.compile(rf"\b(?:eind|einde|ultimo|per eind|per ultimo)\s+({_JAAR})\b", re.IGNORECASE)
_BEGIN = re.compile(rf"\b(?:begin|primo|per begin|start)\s+({_JAAR})\b", re.IGNORECASE)
_LOS = re.compile(rf"(?<![\d.,-])({_JAAR})(?![\d.,]\d)\b")


def read_when(tekst: str) -> Wanneer:
    """When a label is about; empty where it names no day and no year."""
    dagen = sorted(_days(tekst))
    if len(dagen) > 1 and _TOT_DAG.search(tekst[dagen[0][1] : dagen[1][0]]):
        return Wanneer(van=dagen[0][2].year, tot=dagen[1][2].year, woorden=tekst[dagen[0][0] : dagen[1][1]])
    if dagen:
        start, eind, dag = dagen[0]
        ervoor = _TOT_DAG.search(tekst[:start])
        if ervoor and re.match(r"t", ervoor[0], re.IGNORECASE):
            return Wanneer(tot=dag.year, woorden=tekst[ervoor.start() : eind])
        return Wanneer(dag=dag, woorden=tekst[start:eind])
    return _years(tekst) if _REEKS.search(tekst) else _bounded(tekst) or _years(tekst)


def _bounded(tekst: str) -> Wanneer | None:
    """Years and days with a word before them: "t/m 2024", "begin 2025"; "tot 2030" ends with 2029."""
    for patroon in (_TOT, _EINDE, _BEGIN):
        gevonden = patroon.search(tekst)
        if gevonden is None:
            continue
        jaar, woorden = int(gevonden[1]), gevonden[0]
        if patroon is _TOT:
            return Wanneer(tot=jaar - bool(re.fullmatch(r"tot \d+", woorden.lower())), woorden=woorden)
        return Wanneer(dag=date(jaar, 12, 31) if patroon is _EINDE else date(jaar, 1, 1), woorden=woorden)
    return None


def _years(tekst: str) -> Wanneer:
    reeks = _REEKS.search(tekst)
    if reeks:
        van = int(reeks[1])
        tot = int(reeks[2]) if len(reeks[2]) == 4 else van // 100 * 100 + int(reeks[2])
        if van <= tot:
            return Wanneer(van=van, tot=tot, woorden=reeks[0])
    los = [int(jaar) for jaar in _LOS.findall(tekst)]
    if not los:
        return Wanneer()
    woorden = next(iter(_LOS.finditer(tekst)))[0]
    return Wanneer(van=min(los), tot=max(los), woorden=woorden)


def _days(tekst: str) -> list[tuple[int, int, date]]:
    gevonden: list[tuple[int, int, date]] = []
    for een in _DAG.finditer(tekst):
        gevonden += _day(een, een[3], een[2], een[1])
    for een in _DAG_ISO.finditer(tekst):
        gevonden += _day(een, een[1], een[2], een[3])
    for een in _DAG_WOORD.finditer(tekst):
        maand = _KORT.get(een[2].lower()[:3])
        if maand is not None:
            gevonden += _day(een, een[3], str(maand), een[1])
    return gevonden


def _day(een: re.Match[str], jaar: str, maand: str, dag: str) -> list[tuple[int, int, date]]:
    try:
        return [(een.start(), een.end(), date(int(jaar), int(maand), int(dag)))]
    except ValueError:
        return []
