"""Rows of a list become dwellings, or errors at the row; one by one, so that a list of any length fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.woningen.kolommen import Kolomkeuze, Veld, velden
from wederkerig.monitoring.woningen.waarden import Cel, Waarde, WaardeError, is_empty, parse, shown
from wederkerig.monitoring.woningen.woning import Woning

# Values of one column that are remembered; most columns have a few, ids and rents have many.
_REMEMBERED = 20_000
# days that no list can know beforehand
_PAST = ("peildatum", "datumVerhuring", "uitExploitatiedatum", "inExploitatiedatum")
_CAPITAL = re.compile(r"(?<!^)([A-Z])")
_CENT = Decimal("0.01")
_MEND = "Verbeter de rij in uw administratie en maak de lijst opnieuw."


def read_woningen(
    kop: Sequence[str], rijen: Iterable[Sequence[Cel]], keuze: Kolomkeuze, *, op: date, koprij: int = 1
) -> Iterator[Woning | Rijfout]:
    """A dwelling for each row, or every error of that row; empty rows are passed over.

    kop, rijen, koprij: as `documents.tabelbestand` reads them. op: the day it is read, after which no day of
    the past can lie. Raises KolomError where the columns do not fit.
    """
    keuze.check(kop)
    return _read(kop, rijen, keuze, op=op, koprij=koprij)


def _read(
    kop: Sequence[str], rijen: Iterable[Sequence[Cel]], keuze: Kolomkeuze, *, op: date, koprij: int
) -> Iterator[Woning | Rijfout]:
    fixed, columns = _fixed(keuze), _columns(kop, keuze)
    seen: dict[tuple[str, date | None], int] = {}
    for rij, cells in enumerate(rijen, start=koprij + 1):
        if all(cell is None or is_empty(cell) for cell in cells):
            continue
        values, fouten = _values(rij, cells, columns)
        if not fouten:
            values = fixed | values
            shown_at = {column.veld.veld: (column.heading, cells[column.at]) for column in columns}
            fouten = [
                _fout(rij, *shown_at.get(veld, (veld, None)), uitleg, advies)
                for veld, uitleg, advies in _inconsistent(rij, values, seen, op)
            ]
        if fouten:
            yield from fouten
        else:
            yield _woning(values)


@dataclass(frozen=True, slots=True)
class _Column:
    veld: Veld
    heading: str
    at: int
    known: dict[Cel, Waarde] = field(default_factory=dict)

    def value(self, cel: Cel) -> Waarde:
        # True and 1 are one key
        if cel.__class__ is bool:
            return parse(self.veld, cel)
        try:
            return self.known[cel]
        except KeyError:
            value = parse(self.veld, cel)
            if len(self.known) < _REMEMBERED:
                self.known[cel] = value
            return value


def _columns(kop: Sequence[str], keuze: Kolomkeuze) -> list[_Column]:
    return [
        _Column(veld, keuze.kolommen[veld.veld], list(kop).index(keuze.kolommen[veld.veld]))
        for veld in velden()
        if veld.veld in keuze.kolommen
    ]


def _fixed(keuze: Kolomkeuze) -> dict[str, Waarde]:
    return {veld.veld: parse(veld, keuze.vast[veld.veld]) for veld in velden() if veld.veld in keuze.vast}


def _values(
    rij: int, cells: Sequence[Cel], columns: Sequence[_Column]
) -> tuple[dict[str, Waarde], list[Rijfout]]:
    values: dict[str, Waarde] = {}
    fouten = []
    for column in columns:
        cel = cells[column.at]
        try:
            value = column.value(cel)
        except WaardeError as error:
            fouten.append(_fout(rij, column.heading, cel, error.uitleg, error.advies))
            continue
        if value is not None:
            values[column.veld.veld] = value
        elif column.veld.verplicht:
            fouten.append(_fout(rij, column.heading, cel, "Deze cel is leeg.", "Vul de cel in."))
    return values, fouten


def _inconsistent(
    rij: int, values: Mapping[str, Any], seen: dict[tuple[str, date | None], int], op: date
) -> Iterator[tuple[str, str, str]]:
    """What is wrong between cells, or between rows: the field, what it is, and what to do."""
    first = seen.setdefault((values["id"], values.get("peildatum")), rij)
    if first != rij:
        yield "id", f"Deze woning staat ook in rij {first}.", "Haal een van de twee rijen weg."
    came, went = values.get("inExploitatiedatum"), values.get("uitExploitatiedatum")
    if came and went and went < came:
        yield "uitExploitatiedatum", "De woning ging uit exploitatie voordat zij in exploitatie kwam.", _MEND
    planned = values.get("status") == "ONT"
    for veld in _PAST:
        if (dag := values.get(veld)) and dag > op and not (planned and veld == "inExploitatiedatum"):
            yield veld, "Deze datum ligt in de toekomst.", "Vul in wat al gebeurd is, of laat de cel leeg."
    if not planned and (year := values.get("bouwjaar")) and year > op.year:
        yield "bouwjaar", "Dit bouwjaar ligt in de toekomst.", _MEND


def _woning(values: dict[str, Any]) -> Woning:
    """Bare rent where there is no other, and the streefhuur that a percentage of the maximum gives."""
    netto = values.pop("nettohuur", None)
    if netto is not None:
        values.setdefault("rekenhuur", netto)
    percentage, maximum = values.pop("streefhuurpercentage", None), values.get("maximaleHuur")
    if percentage is not None and maximum is not None and "streefhuur" not in values:
        values["streefhuur"] = (percentage * maximum / 100).quantize(_CENT)
    return Woning(**{_attribute(veld): value for veld, value in values.items()})


_ATTRIBUTES = {each.veld: _CAPITAL.sub(r"_\1", each.veld).lower() for each in velden()}


def _attribute(veld: str) -> str:
    return _ATTRIBUTES[veld]


def _fout(rij: int, kolom: str, cel: Cel, uitleg: str, advies: str) -> Rijfout:
    return Rijfout(rij=rij, kolom=kolom, waarde=shown(cel)[:200], uitleg=uitleg, advies=advies)
