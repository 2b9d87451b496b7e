"""The table in which a year plan lists agreements that move: number was, number becomes, theme, place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.documents import Block, Document
from wederkerig.model import Doel, Plek, Wijziging
from wederkerig.model.wijziging import WijzigingSoort
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


# --- tables that put the current text beside the new one -----------------------------------------

_NUMBERED = re.compile(r"(?:afspraak|nummer|nr\.?)(?: nummer| nr\.?)?", re.IGNORECASE)
_OLD = re.compile(r"(?:huidige?|oude?|bestaande|was)(?: (?:tekst|afspraak|formulering))?", re.IGNORECASE)
_NEW = re.compile(
    r"(?:nieuwe?|wordt|gewijzigde|voorstel|voorgestelde)(?: (?:tekst|afspraak|formulering))?", re.IGNORECASE
)
_GONE = re.compile(
    r"(?:\(?(?:vervalt|vervallen|geschrapt|komt te vervallen|wordt geschrapt)\)?\.?|[-–—])?", re.IGNORECASE
)
_NONE = re.compile(r"(?:[-–—]|\(?nieuw(?:e afspraak)?\)?|n\.?v\.?t\.?)?", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:afspraak\s+)?(?P<nummer>[A-Z]?\d{1,3}[a-z]?(?:\.\d{1,3})*)[.:)]\s+(?=\S)", re.IGNORECASE
)


def read_texts(
    document: Document | None, table: Block, thema: str | None, year: int | None
) -> list[Wijziging]:
    """One amendment a row of a table with the current and the new text; none where the table is another."""
    head = [cell.text.strip(" :") for cell in table.rows[0]]
    old, new = _column(head, _OLD), _column(head, _NEW)
    if old is None or new is None:
        return []
    rows = [[cell.text.strip() for cell in row] for row in table.rows[1:]]
    told = [
        (_row_number(row, _column(head, _NUMBERED), old, new), _at(row, old), _at(row, new)) for row in rows
    ]
    words = any(len(text.split()) > _WORDS for _, was, wordt in told for text in (was, wordt))
    if not words or not all(number for number, _, _ in told):
        return []
    bron = make_bron(document, table.start, table.end) if document else None
    return [
        Wijziging(
            doel=Doel(nummer=number, thema=thema),
            soort=(soort := _soort_of(was, wordt)),
            huidig=None if soort == "nieuw" else _LEAD.sub("", was, count=1) or None,
            tekst="" if soort == "verwijderen" else _LEAD.sub("", wordt, count=1),
            jaar=year,
            bron=bron,
        )
        for number, was, wordt in told
    ]


_WORDS = 3
"""A cell with a text holds more words; one with an amount does not."""


def _soort_of(was: str, wordt: str) -> WijzigingSoort:
    if _GONE.fullmatch(wordt):
        return "verwijderen"
    return "nieuw" if _NONE.fullmatch(was) else "wijziging"


def _column(head: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, title in enumerate(head) if pattern.fullmatch(title)), None)


def _row_number(row: Sequence[str], column: int | None, old: int, new: int) -> str:
    """The number in its own column, else that before the current or the new text."""
    if column is not None and column not in {old, new}:
        number = re.sub(r"^(?:afspraak|nr\.?)\s+", "", _at(row, column), flags=re.IGNORECASE).rstrip(".")
        return number if _NUMBER.fullmatch(number) else ""
    match = _LEAD.match(_at(row, old)) or _LEAD.match(_at(row, new))
    return match["nummer"] if match else ""
