"""Conflicts in words: why an amendment was not applied, what stands nearest, and what a person can do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wederkerig.consolidation.citaat import gewoord
from wederkerig.consolidation.ingreep import Mislukt
from wederkerig.consolidation.nabij import Passage, nearest
from wederkerig.consolidation.teksten import Plaats, Register, all_texts
from wederkerig.model import Conflict, Wijziging
from wederkerig.model.verwerking import ConflictSoort

_UITLEG: dict[ConflictSoort, str] = {
    "ontbreekt": "De aangehaalde tekst staat niet in {waar}: “{gezocht}”.",
    "dubbel": "De aangehaalde tekst of plaats komt in {waar} meer dan één keer voor: “{gezocht}”.",
    "wijkt af": "In {waar} staat bijna deze tekst, maar met andere woorden: “{gezocht}”.",
    "onbekend": "{Waar} bestaat niet in dit stuk.",
    "staat er al": "Deze tekst staat al in {waar}: “{gezocht}”.",
    "tegenspraak": "{Besluit} heeft deze tekst in {waar} al gewijzigd: “{gezocht}”.",
    "overlapt": "Een eerdere wijziging in dit jaarplan verandert dezelfde woorden in {waar}.",
    "onduidelijk": "Er staat niet bij wat er in {waar} moet veranderen.",
}
_RAAD: dict[ConflictSoort, str] = {
    "ontbreekt": "Vergelijk de tekst met het stuk en kies welke woorden bedoeld zijn.",
    "dubbel": "Kies welke plaats bedoeld is.",
    "wijkt af": "Kies of deze passage bedoeld is.",
    "onbekend": "Controleer het nummer of de naam, en of het jaarplan bij dit stuk hoort.",
    "staat er al": "Controleer of het jaarplan al is verwerkt.",
    "tegenspraak": "Spreek af welke tekst geldt en kies die.",
    "overlapt": "Voeg de twee wijzigingen samen, of kies er één.",
    "onduidelijk": "Vul aan wat er moet veranderen.",
}
_LONGEST = 160


def conflict_of(
    register: Register,
    wijziging: Wijziging,
    mislukt: Mislukt,
    plaats: Plaats | None,
    vroeger: Sequence[tuple[str, str]] = (),
) -> Conflict:
    """The conflict as people read it. vroeger: (decision, text before it) of the place, oldest first."""
    soort, quote = mislukt.soort, mislukt.gezocht
    besluit = _changed_by(vroeger, quote) if soort == "ontbreekt" else None
    found = _nearby(register, quote, plaats) if soort in {"ontbreekt", "onbekend"} else None
    waar = place_name(register, wijziging, plaats)
    if besluit:
        soort = "tegenspraak"
    elif soort == "ontbreekt" and found is not None and found.nearly and found.plaats == waar:
        soort = "wijkt af"
    return Conflict(
        soort=soort,
        uitleg=_UITLEG[soort].format(
            waar=waar, Waar=waar[:1].upper() + waar[1:], gezocht=shortened(quote), Besluit=besluit
        ),
        raad=_advice(soort, found, waar),
        nabij=found.tekst if found else None,
        nabij_plaats=found.plaats if found else None,
    )


def _changed_by(vroeger: Iterable[tuple[str, str]], quote: str) -> str | None:
    """The decision that took the quoted words away."""
    words = gewoord(quote)
    return next((besluit for besluit, text in vroeger if words.words and gewoord(text).holds(words)), None)


def _nearby(register: Register, quote: str, plaats: Plaats | None) -> Passage | None:
    """The nearest passage: in the place itself if it is near enough there, else anywhere."""
    if not gewoord(quote).words:
        return None
    here = nearest(quote, [("", register.text_at(plaats))]) if plaats else None
    if here is not None and here.nearly:
        return here._replace(plaats=_name(register, plaats))
    return nearest(quote, all_texts(register.werk))


def _advice(soort: ConflictSoort, found: Passage | None, waar: str) -> str:
    if soort in {"ontbreekt", "onbekend"} and found is not None and found.nearly and found.plaats != waar:
        return f"Bedoelt u {found.plaats}? {_RAAD[soort]}"
    return _RAAD[soort]


def place_name(register: Register, wijziging: Wijziging, plaats: Plaats | None) -> str:
    """What people call the place that is amended: afspraak 12, de doelen van thema Wonen."""
    if plaats is not None:
        return _name(register, plaats)
    doel = wijziging.doel
    if doel.nummer:
        return f"afspraak {doel.nummer}"
    thema = f" van thema {doel.thema}" if doel.thema else ""
    names = {
        "doelen": f"de doelen{thema}",
        "proces": f"hoofdstuk {doel.titel or doel.thema or 'zonder naam'}",
        "bijlage": "de bijlage",
        "tabel": doel.titel or "een tabel zonder titel",
        "thema": f"thema {doel.thema or doel.titel or 'zonder naam'}",
        "begrippen": "de begrippenlijst",
        "partijen": "de lijst van partijen",
        "kop": "de titel en de looptijd",
        "stappen": f"de stappen{thema}",
    }
    return names.get(doel.onderdeel or "", f"thema {doel.thema}" if doel.thema else "het stuk")


def _name(register: Register, plaats: Plaats | None) -> str:
    if plaats is None:
        return "het stuk"
    if plaats.soort == "afspraak":
        concept = register.ids[plaats.naam]
        several = len(register.by_number(concept.nummer)) > 1 and concept.thema
        return f"afspraak {concept.nummer} ({concept.thema})" if several else f"afspraak {concept.nummer}"
    parts = register.werk.hoofdstukken if plaats.soort == "hoofdstuk" else register.werk.themas
    return f"{plaats.soort} {parts[int(plaats.naam)].titel}"


def shortened(text: str) -> str:
    """The text on one line, its middle left out where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    begin, end = line[:100].rpartition(" ")[0] or line[:100], line[-50:].partition(" ")[2] or line[-50:]
    return f"{begin} … {end}"
