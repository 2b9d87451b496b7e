"""What a document that was read says, as lines that can be held against those of another reading."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Change:
    """How one kind of fact differs: how many there were and are, what was gained and what was lost."""

    kind: str
    before: int
    after: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def compare(before: Json, after: Json) -> list[Change]:
    """What differs between two readings of one document, for every kind of fact, also where nothing does."""
    old, new = facts(before), facts(after)
    return [
        Change(
            kind=kind,
            before=old[kind].total(),
            after=new[kind].total(),
            gained=tuple((new[kind] - old[kind]).elements()),
            lost=tuple((old[kind] - new[kind]).elements()),
        )
        for kind in new
    ]


def facts(stuk: Json) -> dict[str, Counter[str]]:
    """The facts in the JSON of one document, by kind. A document that was not read has none."""
    return {
        "stuk": Counter(_heads(stuk)),
        "partijen": Counter(map(_partij, _list(stuk, "partijen"))),
        "themas": Counter(each["titel"] for each in _list(stuk, "themas")),
        "afspraken": Counter(map(_afspraak, _list(stuk, "afspraken"))),
        "stappen": Counter(f"{nr}: {_short(stap['tekst'])}" for nr, stap in _stappen(stuk)),
        "actoren": Counter(f"{nr}: {name}" for nr, place in _places(stuk) for name in _actoren(place)),
        "getallen": Counter(f"{nr}: {_getal(x)}" for nr, x in _inside(stuk, "getallen")),
        "termijnen": Counter(f"{nr}: {_termijn(x)}" for nr, x in _inside(stuk, "termijnen")),
        "verwijzingen": Counter(f"{nr}: {x['nummer']}" for nr, x in _inside(stuk, "verwijzingen")),
        "wijzigingen": Counter(map(_wijziging, _list(stuk, "wijzigingen"))),
        "tabellen": Counter(map(_tabel, _list(stuk, "tabellen"))),
        "begrippen": Counter(each["term"] for each in _list(stuk, "begrippen")),
        "kaders": Counter(f"{each['titel']} ({each.get('datum')})" for each in _list(stuk, "kaders")),
    }


def _heads(stuk: Json) -> Iterator[str]:
    for key in ("soort", "titel", "gemeente", "looptijd", "ondertekening"):
        if stuk.get(key):
            yield f"{key}: {stuk[key]}"


# --- where small facts stand ---------------------------------------------------------------------


def _inside(stuk: Json, key: str) -> Iterator[tuple[str, Json]]:
    """Small facts with the number of their agreement or step; "-" outside agreements."""
    yield from (("-", each) for each in _list(stuk, key))
    yield from ((nr, each) for nr, place in _places(stuk) for each in _list(place, key))


def _places(stuk: Json) -> Iterator[tuple[str, Json]]:
    yield from ((each["nummer"], each) for each in _list(stuk, "afspraken"))
    yield from _stappen(stuk)


def _stappen(stuk: Json) -> Iterator[tuple[str, Json]]:
    for afspraak in _list(stuk, "afspraken"):
        yield from ((f"{afspraak['nummer']} stap", each) for each in _list(afspraak, "stappen"))


def _list(holder: Json, key: str) -> list[Json]:
    """A list of a reading, which an older release may not have."""
    found: list[Json] = holder.get(key) or []
    return found


# --- one fact, one line --------------------------------------------------------------------------


def _partij(partij: Json) -> str:
    signatory = (partij.get("vertegenwoordiger") or {}).get("naam")
    return f"{partij['naam']} ({partij['kort']}), {partij['soort']}, {signatory or 'nobody'} signs"


def _afspraak(afspraak: Json) -> str:
    place = " / ".join(filter(None, (afspraak.get("thema"), afspraak.get("rubriek")))) or "no theme"
    return f"{afspraak['nummer']} [{place}] {_short(afspraak['tekst'])}"


def _actoren(place: Json) -> list[str]:
    return [*place.get("actoren", ()), *(f"{name} (derde)" for name in place.get("derden") or ())]


def _getal(getal: Json) -> str:
    until = f" to {getal['tot']}" if getal.get("tot") is not None else ""
    return f"{getal.get('relatie')} {getal['waarde']}{until} {getal['eenheid']}"


def _termijn(termijn: Json) -> str:
    """Where an expression has a last day, that day; how it is put may change."""
    return termijn.get("tot") or f"no last day, {_short(termijn['tekst'])}"


def _wijziging(wijziging: Json) -> str:
    doel = wijziging["doel"]
    target = " / ".join(filter(None, (doel.get("nummer"), doel.get("onderdeel"), doel.get("thema"))))
    quoted = f" on {_short(wijziging['huidig'])}" if wijziging.get("huidig") else ""
    return f"{wijziging['soort']} of {target or 'nothing'}: {_short(wijziging['tekst'])}{quoted}"


def _tabel(tabel: Json) -> str:
    cells = _words([*tabel.get("kop", ()), *(cell for row in tabel.get("rijen", ()) for cell in row)])
    return f"{tabel.get('titel') or 'no title'}: {len(tabel.get('rijen', ()))} rows, {_short(cells)}"


def _words(texts: Iterable[str]) -> str:
    return " | ".join(texts)


def _short(text: str) -> str:
    """The beginning and end of a text; a mark of the whole where the middle is left out."""
    text = " ".join(text.split())
    if len(text) <= _SHOWN:
        return f"“{text}”"
    mark = hashlib.sha256(text.encode()).hexdigest()[:4]
    return f"“{text[: _SHOWN - 25]} … {text[-20:]}” ({len(text)} characters, {mark})"
