"""The table in which a year plan lists agreements that move: number was, number becomes, theme, place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.documents import Block, Document
from wederkerig.model import Doel, Plek, Wijziging
from wederkerig.reading.passage import make_bron
from wederkerig.reading.wijziging_woorden import NIETS, VOORAAN

_COLUMNS = {
    "was": re.compile(
        r"(?:(?:nummer|nr\.?|afspraak) )?(?:was|oud)|oud(?:e)? (?:nummer|nr\.?)|was", re.IGNORECASE
    ),
    "wordt": re.compile(
        r"(?:(?:nummer|nr\.?|afspraak) )?(?:wordt|nieuw)|nieuwe? (?:nummer|nr\.?)|wordt", re.IGNORECASE
    ),
    "thema": re.compile(r"(?:nieuw )?thema", re.IGNORECASE),
    "rubriek": re.compile(r"rubriek", re.IGNORECASE),
    "na": re.compile(r"na(?: afspraak| nummer)?", re.IGNORECASE),
}
_SAYS_NUMBER = re.compile(r"nummer|\bnr\b|afspraak", re.IGNORECASE)
_NUMBER = re.compile(r"[A-Z]?\.?\d{1,3}[a-z]?(?:\.\d{1,3})*")


def read_moves(document: Document, table: Block, thema: str | None, year: int | None) -> list[Wijziging]:
    """One amendment a row of a was-wordt table; none where the table is another."""
    head = [cell.text.strip(" :") for cell in table.rows[0]]
    places = {
        name: column
        for name, pattern in _COLUMNS.items()
        for column, title in enumerate(head)
        if pattern.fullmatch(title)
    }
    if not {"was", "wordt"} <= places.keys():
        return []
    if places["was"] > 0 and not any(_SAYS_NUMBER.search(head[places[name]]) for name in ("was", "wordt")):
        return []
    rows = [[cell.text for cell in row] for row in table.rows[1:]]
    told = [{name: _at(row, column) for name, column in places.items()} for row in rows]
    if not all(_NUMBER.fullmatch(row["was"]) and _NUMBER.fullmatch(row["wordt"]) for row in told):
        return []
    bron = make_bron(document, table.start, table.end)
    return [
        Wijziging(
            doel=Doel(nummer=row["was"], thema=thema),
            soort="verplaatsing",
            tekst="",
            jaar=year,
            plek=make_plek(row["wordt"], row.get("thema"), row.get("rubriek"), row.get("na")),
            bron=bron,
        )
        for row in told
    ]


def _at(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def make_plek(nummer: str, thema: str | None, rubriek: str | None, na: str | None) -> Plek:
    """Where an agreement comes to stand; a cell without words, or with a dash, says nothing."""
    thema, rubriek, na = (None if text in {"", NIETS} else text for text in (thema, rubriek, na))
    return Plek(nummer=nummer, thema=thema, rubriek=rubriek, na="" if na == VOORAAN else na)
