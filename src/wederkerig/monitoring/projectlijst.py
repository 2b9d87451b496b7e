"""A list of projects that somebody made in a spreadsheet: rows become projects, or errors at the row.

Nothing of a list is used while a row in it is wrong: who mends the list brings in all of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from wederkerig.model import Model
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.voorraad.grootboek import CATEGORIEEN
from wederkerig.voorraad.projecten import FASENAMEN, PROJECTSOORTEN, Huurklasse, Project, Zekerheid, problems

KOLOMMEN: Mapping[str, tuple[str, ...]] = {
    "gemeente": ("gemeente",),
    "locatie": ("locatie", "project", "projectnaam", "naam", "adres"),
    "kern": ("kern", "dorp", "plaats", "woonplaats"),
    "categorie": ("categorie",),
    "soort": ("soort", "projectsoort", "type"),
    "erbij": ("erbij", "woningen erbij", "nieuw", "aantal", "aantal woningen", "nieuwbouw"),
    "eraf": ("eraf", "woningen gesloopt", "sloop", "te slopen", "gesloopt"),
    "toegankelijk": ("toegankelijk", "toegankelijke woningen"),
    "geclusterd": ("geclusterd", "geclusterde woningen"),
    "huurklasse": ("huurklasse",),
    "fase": ("fase", "status"),
    "oplevering": ("oplevering", "verwachte oplevering", "jaar", "jaar oplevering", "datum oplevering"),
    "zekerheid": ("zekerheid",),
    "fictief": ("fictief", "nog geen locatie"),
}
"""By field what its column is called; the first name is the one we write ourselves."""
HUURKLASSEN: Mapping[Huurklasse, str] = {
    "GOE": "goedkoop",
    "BET": "betaalbaar",
    "DUU": "duur",
    "BOV": "boven de huurgrens",
}
MEESTE_PROJECTEN = 2_000
_MOST_DIGITS = 5
_Code = TypeVar("_Code", bound=str)
_YES, _NO = (
    frozenset({"ja", "j", "x", "1", "waar", "true"}),
    frozenset({"nee", "n", "", "0", "onwaar", "false"}),
)
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


class Projectregel(Model):
    """A row of the list: where it stands, the municipality as it is called there, and the project."""

    rij: int
    gemeente: str
    project: Project


def read_projects(
    kop: Sequence[str], rijen: Iterable[tuple[int, Sequence[str]]], *, op: date
) -> tuple[list[Projectregel], list[Rijfout]]:
    """The projects in a table of texts, and what is wrong with which row, on the day `op`."""
    places = _places(kop)
    missing = [KOLOMMEN[veld][0] for veld in ("gemeente", "locatie", "fase") if veld not in places]
    if not {"erbij", "eraf"} & places.keys():
        missing.append(KOLOMMEN["erbij"][0])
    if missing:
        what = f"In de lijst ontbreekt een kolom voor: {', '.join(missing)}."
        advice = f"Geef de kolommen deze namen: {', '.join(each[0] for each in KOLOMMEN.values())}."
        return [], [Rijfout(rij=1, kolom="", waarde="", uitleg=what, advies=advice)]
    good: list[Projectregel] = []
    wrong: list[Rijfout] = []
    for rij, cells in rijen:
        regel, fouten = _row(rij, {veld: cells[at].strip() for veld, at in places.items()}, kop, places, op)
        wrong += fouten
        good += [regel] if regel else []
    return good, wrong + list(_doubles(good))


def unknown_columns(kop: Sequence[str]) -> tuple[str, ...]:
    """The columns that nothing is read from: of a name we do not know, or a second one for the same."""
    used = set(_places(kop).values())
    return tuple(each.strip() for at, each in enumerate(kop) if each.strip() and at not in used)


def _places(kop: Sequence[str]) -> dict[str, int]:
    bare = [" ".join(each.casefold().split()) for each in kop]
    found: dict[str, int] = {}
    for veld, names in KOLOMMEN.items():
        at = next((bare.index(name) for name in names if name in bare), None)
        if at is not None and at not in found.values():
            found[veld] = at
    return found


def _row(
    rij: int, cells: Mapping[str, str], kop: Sequence[str], places: Mapping[str, int], op: date
) -> tuple[Projectregel | None, list[Rijfout]]:
    def fout(veld: str, uitleg: str, advies: str) -> Rijfout:
        kolom = kop[places[veld]] if veld in places else ""
        return Rijfout(rij=rij, kolom=kolom, waarde=cells.get(veld, "")[:200], uitleg=uitleg, advies=advies)

    values: dict[str, Any] = {}
    fouten = [
        fout(veld, "Deze cel is leeg.", "Vul de cel in.")
        for veld in ("gemeente", "locatie", "fase")
        if not cells[veld]
    ]
    for veld, text in cells.items():
        if veld == "gemeente" or not text:
            continue
        try:
            values[veld] = _READ.get(veld, str)(text)
        except ValueError as error:
            fouten.append(fout(veld, *error.args))
    if fouten:
        return None, fouten
    try:
        project = Project(**values)
    except ValidationError as error:
        return None, [fout("", said(each), "Verbeter de rij.") for each in error.errors()]
    fouten = [fout(each.veld, each.uitleg, each.advies) for each in problems(project, op=op)]
    return (None if fouten else Projectregel(rij=rij, gemeente=cells["gemeente"], project=project)), fouten


def read_completion(text: str) -> date | int:
    """A year or a day as people type it; ValueError with what is wrong and what to do."""
    if text.isdecimal() and len(text) == 4:
        return int(text)
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text)
    except ValueError as error:
        raise ValueError("Dit is geen dag en geen jaar.", "Schrijf 2028, of 1-7-2028.") from error


def said(error: Mapping[str, Any]) -> str:
    """What a model says of a value that cannot be, in Dutch."""
    text = str(error["msg"])
    return text.removeprefix("Value error, ") if error["type"] == "value_error" else "Deze waarde kan niet."


def _doubles(good: Iterable[Projectregel]) -> Iterable[Rijfout]:
    """Two rows that are the same project."""
    seen: dict[tuple[str, str], int] = {}
    for regel in good:
        key = regel.gemeente.casefold(), regel.project.naam.casefold()
        first = seen.setdefault(key, regel.rij)
        if first != regel.rij:
            yield Rijfout(
                rij=regel.rij,
                kolom="",
                waarde=regel.project.naam,
                uitleg=f"Dit project staat ook in rij {first}.",
                advies="Haal een van de twee weg, of geef ze elk een eigen naam.",
            )


# --- the cells -------------------------------------------------------------------------------------


def _one_of(words: Mapping[_Code, str], also: Mapping[str, _Code] | None = None) -> Callable[[str], str]:
    """Reads a code, its word, or another word for it."""
    known = {code.casefold(): code for code in words} | {
        word.casefold(): code for code, word in words.items()
    }
    known |= also or {}

    def read(text: str) -> str:
        bare = " ".join(text.casefold().split())
        if bare not in known:
            raise ValueError("Dit woord kennen wij hier niet.", f"Kies uit: {', '.join(words.values())}.")
        return known[bare]

    return read


def _number(text: str) -> int:
    bare = text.removesuffix(",0").replace(" ", "")
    if bare.startswith(("-", "−")) and _WHOLE.fullmatch(bare[1:]):
        raise ValueError("Een aantal kan niet kleiner dan 0 zijn.", "Haal het minteken weg.")
    if not _WHOLE.fullmatch(bare):
        raise ValueError("Dit is geen heel aantal.", "Vul een heel getal in, zonder woorden erbij.")
    digits = bare.replace(".", "")
    if len(digits) > _MOST_DIGITS:
        raise ValueError("Dit aantal is te groot.", "Kijk of er geen cijfers te veel staan.")
    return int(digits)


def _yes(text: str) -> bool:
    bare = text.casefold()
    if bare not in _YES | _NO:
        raise ValueError("Hier hoort ja of nee.", "Vul ja of nee in.")
    return bare in _YES


_READ: Mapping[str, Callable[[str], Any]] = {
    "categorie": _one_of(CATEGORIEEN),
    "soort": _one_of(PROJECTSOORTEN),
    "huurklasse": _one_of(HUURKLASSEN),
    "fase": _one_of(FASENAMEN),
    "zekerheid": _one_of({each: each for each in get_args(Zekerheid)}),
    "erbij": _number,
    "eraf": _number,
    "toegankelijk": _number,
    "geclusterd": _number,
    "oplevering": read_completion,
    "fictief": _yes,
}
