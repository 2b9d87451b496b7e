"""With which stock a forecast begins, and where sources disagree about the stock of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from wederkerig.voorraad.grootboek import CATEGORIEEN, Categorie, Verschil, Voorraadstand, moment, number_nl

Standen = Mapping[str, list[Voorraadstand]]
"""By corporation what sources say of it, the one that counts last; "" is all of them together."""


def opening(
    reported: Sequence[Voorraadstand], from_tables: Sequence[Voorraadstand], op: date
) -> tuple[Voorraadstand, ...]:
    """The social stock on the last day of which most is known; figures go before tables."""
    found: dict[date, dict[str, Voorraadstand]] = defaultdict(dict)
    for een in (*from_tables, *reported):
        if een.categorie == "daeb" and moment(een.dag) <= op:
            found[moment(een.dag)][een.corporatie] = een
    for rows in found.values():
        if len(rows) > 1:
            rows.pop("", None)  # of all together, beside those of each
    best = max(found, key=lambda dag: (len(found[dag]), dag), default=None)
    return tuple(found[best].values()) if best else ()


def contradictions(
    reported: Iterable[Voorraadstand], from_tables: Iterable[Voorraadstand], op: date
) -> tuple[Verschil, ...]:
    """Where sources disagree about the stock of a day until `op`, with the one that counts.

    Of one corporation: figures and tables of it. Of all together: a total beside the sum of each, where both
    come from other sources. `verwacht` is what is counted with, `gevonden` what stands elsewhere.
    """
    found: dict[tuple[date, Categorie], dict[str, list[Voorraadstand]]] = {}
    for een in (*from_tables, *reported):
        if moment(een.dag) <= op:
            of_day = found.setdefault((moment(een.dag), een.categorie), {})
            of_day.setdefault(een.corporatie, []).append(een)
    return tuple(
        verschil
        for (_, categorie), standen in sorted(found.items(), key=lambda item: item[0], reverse=True)
        for verschil in (*_of_one(standen, categorie), *_of_all(standen, categorie))
    )


def _of_one(standen: Standen, categorie: Categorie) -> Iterator[Verschil]:
    for corporatie, rows in sorted(standen.items()):
        counts = rows[-1]
        for other in {each.aantal: each for each in rows[:-1] if each.aantal != counts.aantal}.values():
            yield _difference(corporatie, categorie, counts, other, counts.aantal)


def _of_all(standen: Standen, categorie: Categorie) -> Iterator[Verschil]:
    """A total that is not the sum of the corporations; of one source its own table tells that."""
    each = [rows[-1] for corporatie, rows in standen.items() if corporatie]
    totals = standen.get("", [])
    if len(each) < 2 or not totals or totals[-1].bron in {row.bron for row in each}:
        return
    together = sum(row.aantal for row in each)
    if together != totals[-1].aantal:
        yield _difference("alle corporaties samen", categorie, each[-1], totals[-1], together)


def _difference(
    whose: str, categorie: Categorie, counts: Voorraadstand, other: Voorraadstand, with_this: int
) -> Verschil:
    day = other.dag if counts.dag == other.dag else counts.dag
    where = (whose, CATEGORIEEN[categorie], f"stand op {day.day}-{day.month}-{day.year}")
    return Verschil(
        waar=", ".join(part for part in where if part),
        verwacht=with_this,
        gevonden=other.aantal,
        uitleg=f"{_said(counts, with_this)}, maar {_said(other, other.aantal)}. Dat scheelt "
        f"{number_nl(abs(with_this - other.aantal))}. Gerekend is met {number_nl(with_this)}; spreek af welk "
        "aantal geldt.",
    )


def _said(stand: Voorraadstand, aantal: int) -> str:
    """Which number stands where; the day too, as 31 December and 1 January are one moment."""
    day = f"{stand.dag.day}-{stand.dag.month}-{stand.dag.year}"
    return f"{number_nl(aantal)} volgens {stand.bron or 'een andere bron'} (op {day})"
