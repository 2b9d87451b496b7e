"""Give a number without a noun its unit: that of a number beside it, or what the sentence counts."""

from __future__ import annotations

import re

from wederkerig.reading.language.eenheden import Eenheid, eenheid_na
from wederkerig.reading.language.gevonden import GetalGevonden
from wederkerig.reading.language.hoeveelheden import Hoeveelheid, lees_hoeveelheid
from wederkerig.reading.language.woordenlijst import woordenlijst

VAN_VORIGE = "De eenheid staat er niet bij; overgenomen van het vorige getal."
VAN_VOLGENDE = "De eenheid staat er niet bij; overgenomen van het volgende getal."
VAN_AANTAL = "De eenheid staat er niet bij; het aantal is eerder in de zin genoemd."
ZONDER_MUNT = "De munt staat er niet bij; gelezen als euro."

_ZIN = 160
_LANGSTE_LIJST = 6
_OPSOMMING = re.compile(r"(?:,|\s+en|\s+of|,\s*respectievelijk)\s+(?:[^\W\d_]+\.?\s+)?(?=[1-9])")
_VORIGE_VOOR = re.compile(
    r"(?:\ben|,|;|:|\bnog eens|\bplus|\(|\bof"
    r"|\bnaar|\btot|\bdus|\b(?:waarvan|van\s+wie)(?:\s+er)?)"
    r"\s*(?:(?:ten\s+minste|ten\s+hoogste|de\s+overige|[^\W\d]+\.?)\s+)?\Z",
    re.IGNORECASE,
)
_ER_VOOR = re.compile(r"\ber\s+(?:(?:ten\s+minste|ten\s+hoogste|[^\W\d]+\.?)\s+)?\Z")
_ER_NA = re.compile(r"\s*(?:[.,;)]|\Z)|\s+(?:in|voor|van|bij|op|per|en)\b")
_VERDELING = re.compile(r"[^.:;]{0,40}:\s*[A-Z][^\d:.;,]{1,40} \Z")
_VERDELING_VERDER = re.compile(r"(?:,| en)\s+[A-Z][^\d:.;,]{1,40} \Z")
_VERDELING_NA = re.compile(r"\s*(?:[,.;)]|en\s+[A-Z]|\Z)")
_VORIGE_NA = re.compile(r"\s+(?:in|voor|van|bij|door|te|op|aan|per)\s+(?:[^\W\d]|20\d\d)")
_DEEL_NA = re.compile(r"\s+[^\W\d_]{2,}")
_AANTAL_VOOR = re.compile(
    r"\b(?:van|naar|tot|op|is|bedraagt|was|met|tussen)\s+(?:(?:de|maximaal|minimaal|minstens|circa|ca\.|ongeveer|ruim)\s+)*\Z",
    re.IGNORECASE,
)
_AANTAL_NA = re.compile(
    r"\s*(?:[.,;)]|\Z)|\s+(?:in|per|naar|op|en|eind|begin|medio|ultimo|tot|voor|vóór|over|te|door|zijn|is)\b",
    re.IGNORECASE,
)
_AANTAL = re.compile(r"\baantal(?:len)?\b", re.IGNORECASE)
_ZINSEINDE = re.compile(r"[.!?:]\s|\n\s*\n")


def zonder_eenheid(
    text: str, start: int, amount: Hoeveelheid, vorige: GetalGevonden | None
) -> tuple[Eenheid | None, str | None]:
    """Return the unit of a number without one, with the doubt that comes with it, or (None, None)."""
    if amount.geschaald:
        return Eenheid("euro", amount.end, zeker=False), ZONDER_MUNT
    if amount.geschreven:
        return None, None
    naam = _van_volgende(text, amount)
    if naam is not None:
        return Eenheid(naam, amount.end, zeker=True), VAN_VOLGENDE
    naam = _van_vorige(text, start, amount, vorige)
    if naam is not None:
        return Eenheid(naam, amount.end, zeker=True), VAN_VORIGE
    naam = _van_aantal(text, start, amount)
    return (Eenheid(naam, amount.end, zeker=True), VAN_AANTAL) if naam is not None else (None, None)


def _van_volgende(text: str, amount: Hoeveelheid) -> str | None:
    """Return the unit at the end of a list: `100, 120 en 130 woningen`."""
    end = amount.end
    for _ in range(_LANGSTE_LIJST):
        link = _OPSOMMING.match(text, end)
        if link is None:
            return None
        following = lees_hoeveelheid(text, link.end())
        if following is None:
            return None
        if following.eenheid is not None:
            return following.eenheid if following.eenheid == "%" else None
        unit = eenheid_na(text, following.end)
        if unit is not None:
            return unit.naam if unit.zeker else None
        end = following.end
    return None


def _van_vorige(text: str, start: int, amount: Hoeveelheid, vorige: GetalGevonden | None) -> str | None:
    """Return the unit of the number before it: `120 woningen in Noord en 80 in Zuid`."""
    if vorige is None or vorige.eenheid in ("%", "euro", *woordenlijst("eenheden")["tijd"].values()):
        return None
    between = text[vorige.end : start] if start - vorige.end < _ZIN else ""
    verdeeld = _VERDELING_VERDER if vorige.twijfel == VAN_VORIGE else _VERDELING
    if verdeeld.fullmatch(between) and _VERDELING_NA.match(text, amount.end):
        return vorige.eenheid  # "samen 40 woningen: De Linde 25 en Zuidzicht 15"
    if _ER_VOOR.search(text[max(0, start - 24) : start]) and _ER_NA.match(text, amount.end) and between:
        return vorige.eenheid  # "… 480 woningen. De Linde isoleert er circa 260."
    before = _VORIGE_VOOR.search(text[max(0, start - 24) : start])
    if before is None or _ZINSEINDE.search(text, vorige.end, max(vorige.end, start - 3)):
        return None
    if (
        before[0].startswith(":")
        and not re.match(r"\s[^.!?:]{0,40}:", text[vorige.end : start])
        and between[:1] != ":"
    ):
        return None
    pattern = _DEEL_NA if before[0].lower().lstrip("(").startswith(("waarvan", "van wie")) else _VORIGE_NA
    return vorige.eenheid if pattern.match(text, amount.end) else None


def _van_aantal(text: str, start: int, amount: Hoeveelheid) -> str | None:
    """Return what the sentence counts: `het aantal huurwoningen groeit van 8.200 naar 8.900`."""
    window = max(0, start - _ZIN)
    if text.rfind("antal", window, start) < 0:
        return None
    mentions = list(_AANTAL.finditer(text, window, start))
    if not mentions or _ZINSEINDE.search(text, mentions[-1].end(), start):
        return None
    if not _AANTAL_VOOR.search(text[window:start]) or not _AANTAL_NA.match(text, amount.end):
        return None
    unit = eenheid_na(text, mentions[-1].end())
    return unit.naam if unit is not None and unit.end <= start else None
