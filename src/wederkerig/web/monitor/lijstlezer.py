"""Opens one table that somebody uploaded, in a process of its own that may fail without harm.

Runs as `python -m wederkerig.web.monitor.lijstlezer`; what goes in and out stands in register/alleen. The
process limits its own memory and time before it looks at the file, and knows nothing of the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from wederkerig.documents.errors import TooLargeError
from wederkerig.documents.tabelbestand import Cel, Tabelbestand, read_table
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.woningen import (
    KolomError,
    Kolomkeuze,
    Periode,
    Woning,
    drempel,
    figures,
    hide_small,
    propose_columns,
    read_woningen,
)
from wederkerig.parameters import ParameterError
from wederkerig.web.register.alleen import gettext_noop, obey, say

# What a reader of the site sees while he waits.
OPENEN, REKENEN, OPTELLEN = (
    gettext_noop("Het bestand openen"),
    gettext_noop("De woningen lezen"),
    gettext_noop("De cijfers berekenen"),
)
_EXAMPLES = 3
_LONGEST_EXAMPLE = 60
_ROWS_A_STEP = 5_000
_MOST_PERIODS = 12
_MOST_FILLED_IN = 20_000
_MOST_AREAS = 2_000


def main() -> None:
    """Do what the first line asks."""
    obey(_work)


def _work(order: dict[str, Any], data: bytes) -> None:
    {"open": _open, "rijen": _rows, "reken": _compute, "werkboek": _workbook}[order["doe"]](order, data)


def _opened(order: dict[str, Any], data: bytes) -> Tabelbestand:
    table = read_table(data, str(order["naam"]))
    return table.open_blad(str(order["blad"])) if order["blad"] else table


def _open(order: dict[str, Any], data: bytes) -> None:
    say(stap=OPENEN, voortgang=10)
    table = _opened(order, data)
    rows = [[_text(cell)[:_LONGEST_EXAMPLE] for cell in row] for row in islice(table.rijen, _EXAMPLES)]
    proposal = propose_columns(table.kop).model_dump(mode="json")
    say(bladen=table.bladen, blad=table.blad, kop=table.kop, voorbeelden=rows, voorstel=proposal)


def _rows(order: dict[str, Any], data: bytes) -> None:
    table, most = _opened(order, data), int(order["meeste"])
    rows = []
    for number, row in enumerate(table.rijen, start=table.koprij + 1):
        cells = [_text(cell) for cell in row]
        if any(cells):
            rows.append((number, cells))
        if len(rows) > most:
            raise TooLargeError(f"De tabel heeft meer dan {most} rijen.", "Bied hem in delen aan.")
    say(kop=table.kop, rijen=rows)


def _workbook(order: dict[str, Any], data: bytes) -> None:
    # readers of norms are slow to load, and a list of dwellings must not wait for them
    from wederkerig.monitoring.opgave import Gevraagd  # noqa: PLC0415
    from wederkerig.monitoring.werkboek import BLAD, read_werkboek  # noqa: PLC0415

    table = read_table(data, str(order["naam"]))
    if BLAD in table.bladen:
        table = table.open_blad(BLAD)
    asked = [Gevraagd.model_validate(each) for each in order["gevraagd"]]
    op = date.fromisoformat(order["vandaag"])
    rows = islice(table.rijen, _MOST_FILLED_IN)
    read = read_werkboek(table.kop, rows, asked, op=op, koprij=table.koprij)
    say(**read.model_dump(mode="json"))


def _compute(order: dict[str, Any], data: bytes) -> None:
    say(stap=OPENEN, voortgang=5)
    table = _opened(order, data)
    keuze = Kolomkeuze.model_validate(order["kolommen"])
    op = date.fromisoformat(order["vandaag"])
    try:
        found = read_woningen(table.kop, _told(table.rijen), keuze, op=op, koprij=table.koprij)
        woningen, fouten = _parted(found)
        _check_areas(woningen)
        say(stap=OPTELLEN, voortgang=80)
        perioden = _periods(woningen, date.fromisoformat(order["peildatum"]))
        cijfers = figures(woningen, perioden=perioden, velden=keuze.velden)
        shown = {id(cijfer) for cijfer in hide_small(cijfers, drempel())}
    except (KolomError, ParameterError) as error:
        say(fout=str(error))
        return
    wrong = len({fout.rij for fout in fouten})
    say(
        rijen=len(woningen) + wrong,
        fouten=wrong,
        foutregels=[fout.model_dump(mode="json") for fout in fouten[: int(order["meeste"])]],
        cijfers=[cijfer.model_dump(mode="json") for cijfer in cijfers],
        klein=[at for at, cijfer in enumerate(cijfers) if id(cijfer) not in shown],
    )


def _told(rows: Iterable[Sequence[Cel]]) -> Iterator[Sequence[Cel]]:
    """The rows, while who waits hears how far it is; how many there will be nobody knows."""
    for number, row in enumerate(rows):
        if number % _ROWS_A_STEP == 0:
            say(stap=REKENEN, voortgang=min(75, 10 + number // _ROWS_A_STEP))
        yield row


def _parted(found: Iterable[Woning | Rijfout]) -> tuple[list[Woning], list[Rijfout]]:
    woningen: list[Woning] = []
    fouten: list[Rijfout] = []
    for each in found:
        if isinstance(each, Rijfout):
            fouten.append(each)
        else:
            woningen.append(each)
    return woningen, fouten


def _check_areas(woningen: Iterable[Woning]) -> None:
    """Refuse a column of names that are no areas, such as streets: each gives some sixty figures."""
    for name in ("gemeente", "woonplaats", "wijk", "buurt"):
        if len({(woning.gemeente, getattr(woning, name)) for woning in woningen}) > _MOST_AREAS:
            what = f"In de kolom voor {name} staan meer dan {_MOST_AREAS} verschillende namen."
            raise KolomError(f"{what} Kijk of de goede kolom is aangewezen.")


def _periods(woningen: Iterable[Woning], peildatum: date) -> list[Periode]:
    """The day of the list, or the days its rows are about; the last ones where those are many."""
    own = {woning.peildatum for woning in woningen}
    days = sorted(day for day in own if day is not None)[-_MOST_PERIODS:]
    days = sorted({*days, peildatum}) if None in own or not days else days
    return [_since_new_year(day) for day in days]


def _since_new_year(day: date) -> Periode:
    """The part of its year until a day, as figures over a time are asked for."""
    until = Periode.ending(day).tot
    return Periode.ending(day, date(until.year, 1, 1))


def _text(cell: Cel) -> str:
    """A cell the way a Dutch spreadsheet shows it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, Decimal):
        return format(cell.normalize(), "f").replace(".", ",")
    if isinstance(cell, date):
        return f"{cell.day}-{cell.month}-{cell.year}"
    return _clean(cell)


def _clean(text: str) -> str:
    """A text that every database keeps."""
    return text.replace("\0", "").strip()


if __name__ == "__main__":
    main()
