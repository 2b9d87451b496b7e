"""A value in its three shapes: as typed, as JSON in a correction, and as the model holds it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import JsonValue

from wederkerig.nalezen.cijfers import canonical, read_number, write_number
from wederkerig.nalezen.dagen import read_date, read_day, write_day
from wederkerig.nalezen.fouten import NalezenError
from wederkerig.nalezen.item import Invoer, Item, Keuze, Veld

_LISTS = frozenset({"lijst", "rij", "tabel"})
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_DAY = "Schrijf een dag als 31-12-2026 of 31 december 2026."
_ADVICE: dict[Invoer, str] = {
    "tekst": "Vul tekst in.",
    "lange tekst": "Vul tekst in.",
    "getal": "Schrijf een getal als 1.250 of 12,5.",
    "jaar": "Schrijf een jaar met vier cijfers, zoals 2026.",
    "datum": _DAY,
    "dag": "Schrijf een dag als 31-12-2026, of 1 april (elk jaar) voor een dag die elk jaar terugkomt.",
    "datum of tekst": _DAY,
    "keuze": "Kies een waarde uit de lijst.",
    "lijst": "Zet elk onderdeel op een eigen regel.",
    "rij": "Zet een tab tussen de cellen.",
    "tabel": "Zet elke rij op een eigen regel, met een tab tussen de cellen.",
}


def check_value(item: Item, veld: str, raw: str) -> JsonValue:
    """What a user typed in a field, as the value of a correction.

    Raises NalezenError where the field cannot hold it, or does not exist.
    """
    found = item.veld(veld)
    if found is None:
        raise NalezenError(
            f"Het veld ‘{veld}’ hoort niet bij {item.plaats}.",
            "Kies een veld dat op het scherm staat.",
            veld=veld,
            sleutel=item.sleutel,
        )
    try:
        return read_value(found, raw)
    except NalezenError as error:
        raise NalezenError(error.what, error.advice, veld=veld, sleutel=item.sleutel) from None


def read_value(veld: Veld, raw: str) -> JsonValue:
    """What was typed, as JSON. Raises NalezenError."""
    text = _clean(raw)
    if not text.strip():
        if veld.verplicht:
            raise NalezenError(f"‘{veld.label}’ mag niet leeg zijn.", _ADVICE[veld.invoer], veld=veld.naam)
        return _nothing(veld)
    value = _READERS[veld.invoer](text, veld.keuzes)
    if value is None:
        shown = " ".join(text.split())[:60]
        raise NalezenError(f"‘{shown}’ past niet in het veld ‘{veld.label}’.", _advice(veld), veld=veld.naam)
    return value


def _advice(veld: Veld) -> str:
    labels = [keuze.label for keuze in veld.keuzes]
    return f"Kies uit: {', '.join(labels)}." if labels else _ADVICE[veld.invoer]


def _nothing(veld: Veld) -> JsonValue:
    """An empty field: an empty list, or what it held where that was empty as well."""
    if veld.invoer in _LISTS:
        return []
    return "" if veld.gelezen == "" or veld.waarde == "" else None


def _clean(raw: str) -> str:
    """Without control characters and with one kind of line end."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text)


def _text(text: str, _: Sequence[Keuze]) -> JsonValue:
    return " ".join(text.split())


def _long_text(text: str, _: Sequence[Keuze]) -> JsonValue:
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


def _number(text: str, _: Sequence[Keuze]) -> JsonValue:
    number = read_number(text)
    return None if number is None else canonical(number)


def _year(text: str, _: Sequence[Keuze]) -> JsonValue:
    return int(text) if _YEAR.fullmatch(text.strip()) else None


def _date(text: str, _: Sequence[Keuze]) -> JsonValue:
    day = read_date(text)
    return None if day is None else day.isoformat()


def _day(text: str, _: Sequence[Keuze]) -> JsonValue:
    day = read_day(text)
    return day.isoformat() if isinstance(day, date) else day


def _date_or_text(text: str, keuzes: Sequence[Keuze]) -> JsonValue:
    return _date(text, keuzes) or _text(text, keuzes)


def _choice(text: str, keuzes: Sequence[Keuze]) -> JsonValue:
    """The value that is meant: as it is, or by its label."""
    wanted = " ".join(text.split())
    for keuze in keuzes:
        if wanted == keuze.waarde:
            return keuze.waarde
    for keuze in keuzes:
        if wanted.casefold() in {keuze.waarde.casefold(), keuze.label.casefold()}:
            return keuze.waarde
    return None


def _list(text: str, keuzes: Sequence[Keuze]) -> JsonValue:
    """The lines with something on them; where there are choices, each has to be one."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    if not keuzes:
        return list(lines)
    chosen = [_choice(line, keuzes) for line in lines]
    return None if None in chosen else list(dict.fromkeys(str(each) for each in chosen))


def _row(text: str, _: Sequence[Keuze]) -> JsonValue:
    return [" ".join(cell.split()) for cell in text.replace("\n", " ").split("\t")]


def _table(text: str, keuzes: Sequence[Keuze]) -> JsonValue:
    return [_row(row, keuzes) for row in text.split("\n") if row]


_READERS = {
    "tekst": _text,
    "lange tekst": _long_text,
    "getal": _number,
    "jaar": _year,
    "datum": _date,
    "dag": _day,
    "datum of tekst": _date_or_text,
    "keuze": _choice,
    "lijst": _list,
    "rij": _row,
    "tabel": _table,
}


def as_typed(invoer: Invoer, value: JsonValue) -> str:
    """The value as a Dutch user types it."""
    if value is None:
        return ""
    if isinstance(value, list):
        rows = ["\t".join(map(str, row)) if isinstance(row, list) else str(row) for row in value]
        return ("\t" if invoer == "rij" else "\n").join(rows)
    if invoer == "getal":
        return write_number(Decimal(str(value)))
    return write_day(str(value)) if invoer in {"datum", "dag", "datum of tekst"} else str(value)


def as_json(value: Any) -> JsonValue:  # noqa: ANN401  # whatever a model holds
    """What a model holds, as JSON."""
    if isinstance(value, Decimal):
        return canonical(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [as_json(each) for each in value]
    return value if isinstance(value, int) else None if value is None else str(value)


def as_model(invoer: Invoer, value: JsonValue) -> Any:  # noqa: ANN401  # whatever a model holds
    """A value of a correction, as a model takes it. Raises ValueError where it is of another kind."""
    if value is None:
        return None
    if isinstance(value, list) != (invoer in _LISTS) or isinstance(value, dict):
        raise ValueError
    if isinstance(value, list):
        return tuple(_strings(row) if invoer == "tabel" else _string(row) for row in value)
    if invoer == "getal":
        return _decimal(value)
    if invoer == "jaar":
        return value
    return _string(value)


def _strings(row: JsonValue) -> tuple[str, ...]:
    if not isinstance(row, list):
        raise ValueError  # noqa: TRY004  # one kind of error for every bad value
    return tuple(_string(cell) for cell in row)


def _string(value: JsonValue) -> str:
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004  # one kind of error for every bad value
    return value


def _decimal(value: JsonValue) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError from error
    if not number.is_finite() or isinstance(value, bool):
        raise ValueError
    return number


def same(one: JsonValue, other: JsonValue) -> bool:
    """Whether two values are equal as data."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def advice_for(invoer: Invoer) -> str:
    """What to do where a value does not fit."""
    return _ADVICE[invoer]
