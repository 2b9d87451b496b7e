"""The letter to the council: at most two pages, also when a municipality has two hundred norms.

What is long is cut at a word, what is much is counted; the report has all of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from wederkerig.export.rapport.blokken import (
    Blok,
    chart,
    in_short,
    kind_rows,
    sentence,
    shortened,
    state_line,
)
from wederkerig.export.words import count, day, one_line, short_day
from wederkerig.monitoring.beoordelen import Status
from wederkerig.monitoring.grafiek import Grafiek
from wederkerig.monitoring.rapport import Aandachtspunt, Rapport, Themadeel
from wederkerig.monitoring.samenstellen import KEPT, NOT_JUDGED

_THEMES: Final = 9
_NEXT: Final = 3
_SERIES: Final = 4
_LOW: Final = 560  # units of width: a chart of a third of a page
_TITLE, _NAME, _SENTENCE, _WHO, _WHAT, _KEY = 52, 64, 100, 31, 60, 30


def compose_letter(rapport: Rapport) -> Iterator[Blok]:
    """The letter from its addressee to what comes next."""
    name = shortened(rapport.gemeente, _WHO)
    yield Blok("merk", state_line(rapport))
    yield Blok("titel", shortened(rapport.titel, _TITLE))
    yield Blok("onder", f"Aan de gemeenteraad van {name} · stand op {day(rapport.peildatum)}")
    yield Blok("alinea", in_short(rapport))
    yield from _attention(rapport)
    yield from _shares(rapport)
    if trend := next((each for each in rapport.grafieken if each.soort == "lijn met doel en band"), None):
        yield from chart(_short_chart(trend), width=_LOW)
    yield from _themes(rapport)
    yield from _changes(rapport)
    yield from _next(rapport)


def _attention(rapport: Rapport) -> Iterator[Blok]:
    yield Blok("kop2", "Wat aandacht vraagt")
    if not rapport.kop:
        yield Blok("alinea", "Geen enkele norm vraagt nu om aandacht.")
    for punt in rapport.kop:
        yield Blok("nummer", _told(punt), lood=sentence(shortened(punt.kop, _NAME)))


def _told(punt: Aandachtspunt) -> str:
    who = sentence(f" Aan zet: {_turn(punt.wie)}") if punt.wie else ""
    return f"{shortened(punt.zin, _SENTENCE)}{who}"


def _turn(wie: Sequence[str]) -> str:
    """The first by name, the others counted."""
    more = f" en nog {len(wie) - 1}" if len(wie) > 1 else ""
    return f"{shortened(wie[0], _WHO)}{more}"


def _shares(rapport: Rapport) -> Iterator[Blok]:
    rows = kind_rows(rapport)
    if rows:
        yield Blok("kop2", "Ieders aandeel")
        yield Blok("tabel", rijen=tuple(tuple(shortened(cell, _WHO) for cell in row) for row in rows))


def _short_chart(grafiek: Grafiek) -> Grafiek:
    """The chart with a title and keys of one line each."""
    named = tuple(
        each.model_copy(update={"naam": shortened(each.naam, _KEY)}) for each in grafiek.reeksen[:_SERIES]
    )
    update: dict[str, object] = {"titel": shortened(grafiek.titel, _NAME), "reeksen": named}
    for field in ("band", "doel"):
        if (part := getattr(grafiek, field)) is not None:
            update[field] = part.model_copy(update={"naam": shortened(part.naam, _KEY)})
    return grafiek.model_copy(update=update)


def _themes(rapport: Rapport) -> Iterator[Blok]:
    if not rapport.themas:
        return
    shown, rest = rapport.themas[:_THEMES], rapport.themas[_THEMES:]
    rows = [_theme_row(deel.naam, (deel,)) for deel in shown]
    if rest:
        rows.append(_theme_row("Andere thema’s", rest))
    yield Blok("kop2", "Hoe het per thema staat")
    head = ("Thema", "Gehaald of op koers", "Risico", "Achter of niet gehaald", "Nog niet te zeggen")
    yield Blok("tabel", rijen=(head, *rows))


def _theme_row(name: str, parts: tuple[Themadeel, ...]) -> tuple[str, ...]:
    counts = Counter(_column(regel.status) for deel in parts for regel in deel.normen)
    return (shortened(name, 45), *(str(counts[at]) for at in range(4)))


def _column(status: Status) -> int:
    if status in KEPT:
        return 0
    if status in NOT_JUDGED:
        return 3
    return 1 if status == "risico" else 2


def _changes(rapport: Rapport) -> Iterator[Blok]:
    if rapport.vorige is None:
        return
    ways = Counter(each.koers for deel in rapport.themas for each in deel.verschuivingen)
    yield Blok(
        "alinea",
        f"{count(ways['beter'], 'norm staat', 'normen staan')} er beter voor en "
        f"{count(ways['slechter'], 'norm', 'normen')} slechter.",
        lood=f"Sinds {day(rapport.vorige)}:",
    )


def _next(rapport: Rapport) -> Iterator[Blok]:
    if not rapport.vervolg:
        return
    yield Blok("kop2", "Wat nu komt")
    for each in rapport.vervolg[:_NEXT]:
        lead = f"{short_day(each.uiterlijk)}, {shortened(each.wie, _WHO)}:"
        yield Blok("punt", shortened(each.wat, _WHAT), lood=lead)
    if len(rapport.vervolg) > _NEXT:
        more = len(rapport.vervolg) - _NEXT
        yield Blok(
            "klein", f"En nog {one_line(count(more, 'punt', 'punten'))}; die staan in het halfjaarrapport."
        )
