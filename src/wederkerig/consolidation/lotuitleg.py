"""The fate of an amendment told to people: one sentence of plain Dutch."""

from __future__ import annotations

from wederkerig.model import Wijziging

_ALL = 0.995
_SOME = 0.25  # of the words: less is another text about the same


def tell(wijziging: Wijziging, uitkomst: str, plaats: str | None, aandeel: float) -> str:
    """What became of the amendment, and where. aandeel: how much of its words is there."""
    wat, waar = _subject(wijziging), f" in {plaats}" if plaats else ""
    match uitkomst:
        case "woordelijk overgenomen" if wijziging.soort == "verplaatsing":
            return f"{wat} is doorgevoerd: het is nu {plaats}."
        case "woordelijk overgenomen":
            return f"{wat} staat er woord voor woord{waar}."
        case "gewijzigd overgenomen" if aandeel >= _SOME:
            return f"{wat} staat er met andere woorden{waar}; {_percent(aandeel)} van de woorden is gelijk."
        case "gewijzigd overgenomen":
            return f"{wat} staat er niet meer; {_place(plaats)} zegt er nu iets anders over."
        case "niet overgenomen" if wijziging.soort == "wijziging" and plaats:
            return f"{wat} staat er niet: {plaats} heeft nog de oude tekst, of zegt er niets meer over."
        case "niet overgenomen":
            return f"{wat} staat er niet{waar}: niet overgenomen, of later weer vervallen."
        case "geschrapt zoals afgesproken":
            return f"{wat} staat niet meer{waar or ' in het stuk'}, zoals afgesproken."
        case _ if aandeel >= _ALL:
            return f"{wat} staat er nog{waar}."
        case _:
            return f"{wat} staat er nog voor een deel of in bijna dezelfde woorden{waar}."


def _subject(wijziging: Wijziging) -> str:
    nummer = wijziging.doel.nummer
    named = f" {nummer}" if nummer else ""
    subjects = {
        "nieuw": f"De nieuwe afspraak{named}" if wijziging.doel.onderdeel is None else "De nieuwe tekst",
        "aanvulling": "De aanvulling",
        "wijziging": "De gewijzigde tekst",
        "bijlage": "De aanvulling van de bijlage",
        "verplaatsing": f"De verplaatsing van afspraak{named}",
        "verwijderen": "De tekst die geschrapt moest worden",
    }
    return subjects[wijziging.soort]


def _place(plaats: str | None) -> str:
    return plaats or "het stuk"


def _percent(aandeel: float) -> str:
    return f"{round(aandeel * 100)}%"
