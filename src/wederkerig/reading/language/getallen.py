"""Find the quantities in a text: how many dwellings, per cent, euros or years, and how they are meant."""

from __future__ import annotations

import re

from wederkerig.model.taal import Relatie
from wederkerig.reading.language import geen_getal
from wederkerig.reading.language.eenheden import Eenheid, eenheid_na
from wederkerig.reading.language.gevonden import GetalGevonden
from wederkerig.reading.language.hoeveelheden import Hoeveelheid, lees_hoeveelheid
from wederkerig.reading.language.losse_getallen import zonder_eenheid
from wederkerig.reading.language.relaties import is_uitkomst, relatie_voor
from wederkerig.reading.language.telwoorden import STAMMEN
from wederkerig.reading.language.terugkijken import begin_regex
from wederkerig.reading.language.woordenlijst import woordenlijst

MISSCHIEN_JAARTAL = "Dit kan ook een jaartal zijn."

_BEGIN = re.compile(  # one kind of first character, because a search for that is fast
    rf"[0-9 \n\t(*/\"“‘](?:(?<=[0-9])[0-9]*|(?<![0-9])(?:{begin_regex(STAMMEN)}|half "
    r"|[eEé][eé]n (?=jaar|maand|week)|[eE]en(?:en|t)\w+(?:tig|tal)))"
)
_FIRST = re.compile(rf"{begin_regex(STAMMEN)}|[eé][eé]n", re.IGNORECASE)
_INSPRONG = 8
_VEEL = 13  # from thirteen a number is written out by choice, so it is meant as a number
_OF_MEER = re.compile(r"\s+of\s+(?:(?P<meer>meer|hoger|langer)|minder|lager|korter)\b")
_OPENING = re.compile(
    r"(?:\btussen(?:\s+de)?\s+)?(?:€|EUR)\s?\Z|\btussen(?:\s+de)?\s+\Z|\been\s+\Z", re.IGNORECASE
)
_OPEN_BAND = re.compile(r"\s+en\s+(?:de\s+|het\s+)?[^\W\d]")


def find_getallen(text: str) -> list[GetalGevonden]:
    """Return the quantities of `text` in order; years, ages, household sizes and frequencies are none."""
    gevonden: list[GetalGevonden] = []
    leeftijd_tot: int | None = None
    done = 0
    for start in _plaatsen(text):
        if start < done:
            continue
        if text[start].isdigit():
            done = geen_getal.overslaan_tot(text, start) or start
            if done > start:
                continue
        amount = lees_hoeveelheid(text, start)
        if amount is None:
            continue
        done = amount.end
        getal = _getal(text, start, amount, gevonden)
        if getal is None:
            continue
        done = getal.end
        if getal.eenheid == "jaar" and geen_getal.is_leeftijd(
            text, start, getal.end, int(getal.waarde), leeftijd_tot
        ):
            leeftijd_tot = getal.end
            continue
        gevonden.append(getal)
    return gevonden


def _plaatsen(text: str) -> list[int]:
    """Return where a number may begin: at digits, and at words that begin as number words do."""
    first = [0] if _FIRST.match(text) else []
    return first + [match.start() + (not match[0][0].isdigit()) for match in _BEGIN.finditer(text)]


def _getal(text: str, start: int, amount: Hoeveelheid, eerder: list[GetalGevonden]) -> GetalGevonden | None:
    """Give an amount its unit and relation; None where it has no unit or is another kind of number."""
    if amount.eenheid is not None:
        return _met_relatie(
            text, start, amount, Eenheid(amount.eenheid, amount.end, zeker=True), *relatie_voor(text, start)
        )
    if (
        geen_getal.is_breuk(text, amount.end)
        or geen_getal.is_aandeel(text, start)
        or _is_kop(text, start, amount.end)
    ):
        return None
    more = _OF_MEER.match(text, amount.end)
    unit = eenheid_na(text, more.end() if more else amount.end)
    twijfel = None
    if geen_getal.is_jaartal(text, start, amount.end):
        twijfel = MISSCHIEN_JAARTAL
        unit = unit if unit is not None and unit.zeker else None
    elif unit is None:
        unit, twijfel = zonder_eenheid(text, start, amount, eerder[-1] if eerder else None)
    if unit is None:
        return None
    relatie, begin = relatie_voor(text, start)
    if _telt_niet(text, start, amount, unit, bare=relatie == "gelijk"):
        return None
    if more:
        relatie = "min" if more["meer"] else "max"
    return _met_relatie(text, start, amount, unit, relatie, begin, twijfel)


def _telt_niet(text: str, start: int, amount: Hoeveelheid, unit: Eenheid, *, bare: bool) -> bool:
    """Return whether an amount with a unit is still no quantity."""
    if amount.geschreven and bare:
        if amount.waarde == 1 and text[start] != "é":  # `een jaar` counts only as `maximaal een jaar`
            return True
        if not unit.zeker and not amount.tal and amount.waarde < _VEEL:
            return True
    if unit.naam in ("uur", "minuten"):
        return geen_getal.is_kloktijd(text, start, unit.end, amount.waarde)
    if unit.naam in woordenlijst("eenheden")["tijd"].values():
        return geen_getal.is_frequentie(text, start)
    return unit.naam in ("personen", "persoon", "kinderen") and geen_getal.is_huishoudgrootte(
        text, start, unit.end, amount.end
    )


def _met_relatie(
    text: str,
    start: int,
    amount: Hoeveelheid,
    unit: Eenheid,
    relatie: Relatie,
    begin: int,
    twijfel: str | None = None,
) -> GetalGevonden:
    """Settle the relation and the span, which takes in the relation word and the currency sign."""
    opening = _OPENING.search(text[max(0, start - 16) : start])
    if opening is not None:
        begin = min(begin, start - len(opening[0]))
    if amount.tot is not None:
        relatie = "bereik"
    elif relatie == "gelijk" and opening is not None and opening[0].lower().startswith("tussen"):
        relatie = "min" if _OPEN_BAND.match(text, unit.end) else "gelijk"
    elif relatie == "max" and unit.naam not in ("%", "euro") and is_uitkomst(text, begin):
        relatie = "gelijk"
    if amount.tal and relatie == "gelijk":
        relatie = "circa"
    return GetalGevonden(begin, unit.end, amount.waarde, amount.tot, unit.naam, relatie, twijfel)


def _is_kop(text: str, start: int, end: int) -> bool:
    """Return whether a number at the start of a line numbers a heading: a capital follows."""
    before = text[max(0, start - _INSPRONG) : start]
    at_line_start = "\n" in before or start < _INSPRONG
    return at_line_start and not before.rpartition("\n")[2].strip() and text[end : end + 2].strip().isupper()
