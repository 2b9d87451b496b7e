"""One cell of a list becomes a value: text, code, day, amount, number, yes or no."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache

from wederkerig.monitoring.woningen import vera
from wederkerig.monitoring.woningen.data import gegevens
from wederkerig.monitoring.woningen.kolommen import Veld

Cel = str | Decimal | date | bool | None
Waarde = str | Decimal | date | bool | int | None

_EURO = re.compile(r"^(?:€|eur(?:o)?)\s*|\s*(?:€|eur(?:o)?)$|,-$", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:\.\d{3})+")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
# Excel counts days from here; its numbers for 1927 to 2119 are taken for days.
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(10_000, 80_000)
_YEARS = range(1200, 2200)
_CENT = Decimal("0.01")
_HIGHEST_RENT = 10_000
_MOST_PERSONS = 50
_MOST_DIGITS = 12
_LONGEST = 200
_SHOWN = 12


class WaardeError(ValueError):
    """A cell does not hold what its column asks: what is wrong, and what to do, in Dutch."""

    def __init__(self, uitleg: str, advies: str) -> None:
        super().__init__(uitleg)
        self.uitleg = uitleg
        self.advies = advies


def parse(veld: Veld, cel: Cel) -> Waarde:
    """The value of a cell in the column of this field; None for an empty one. Raises WaardeError."""
    if is_empty(cel):
        return None
    return _PARSERS[veld.soort](veld, cel)


def is_empty(cel: Cel) -> bool:
    """Whether a cell says nothing: empty, or one of the words for that."""
    return cel is None or (
        isinstance(cel, str) and (not (bare := cel.strip()) or bare.lower() in _words("leeg"))
    )


def shown(cel: Cel) -> str:
    """A cell as text, for a person."""
    return "" if cel is None else str(cel)


def _text(_: Veld, cel: Cel) -> str:
    text = shown(cel).strip()
    if len(text) > _LONGEST:
        raise WaardeError(f"Dit is langer dan {_LONGEST} tekens.", "Kijk of de goede kolom is aangewezen.")
    return text


def _code(veld: Veld, cel: Cel) -> str:
    word = ("ja" if cel else "nee") if isinstance(cel, bool) else shown(cel).strip()
    found = vera.code(veld.lijst, word)
    if found is None:
        names = vera.names(veld.lijst)
        more = "; en meer, zie de VERA-lijst" if len(names) > _SHOWN else ""
        advice = f"Gebruik een code van VERA: {', '.join(names[:_SHOWN])}{more}."
        raise WaardeError("Deze code of naam is niet bekend.", advice)
    return found


def _yes_or_no(_: Veld, cel: Cel) -> bool:
    if isinstance(cel, bool):
        return cel
    word = shown(cel).strip().lower()
    if word in _words("ja"):
        return True
    if word in _words("nee"):
        return False
    raise WaardeError("Hier hoort ja of nee te staan.", "Vul ja of nee in.")


def _day(_: Veld, cel: Cel) -> date:
    if isinstance(cel, date):
        return _checked(cel)
    text = shown(cel).strip()
    found = _ISO.fullmatch(text)
    parts = found.groups() if found else None
    if parts is None and (found := _DUTCH.fullmatch(text)):
        parts = found.groups()[::-1]
    if parts is not None:
        try:
            return _checked(date(*map(int, parts)))
        except ValueError as error:
            raise _no_day() from error
    if _SERIAL.fullmatch(text) and (number := int(text[:5])) in _SERIALS:
        return _EXCEL_EPOCH + timedelta(days=number)
    raise _no_day()


def _checked(dag: date) -> date:
    if dag.year not in _YEARS:
        raise _no_day()
    return dag


def _no_day() -> WaardeError:
    return WaardeError("Dit is geen datum.", "Schrijf bijvoorbeeld 31-12-2025 of 2025-12-31.")


def _reference_day(veld: Veld, cel: Cel) -> date:
    """A year alone is its last day."""
    text = shown(cel).strip()
    return date(int(text), 12, 31) if _YEAR.fullmatch(text) else _day(veld, cel)


def _number(cel: Cel) -> Decimal:
    if isinstance(cel, Decimal):
        return cel
    text = _EURO.sub("", shown(cel).strip()).replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    comma, dot = text.rfind(","), text.rfind(".")
    if comma > dot:
        text = text.replace(".", "").replace(",", ".")
    elif comma >= 0:
        text = text.replace(",", "")
    elif _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise WaardeError("Dit is geen getal.", "Schrijf alleen het getal, bijvoorbeeld 512,33.") from error
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS:
        raise WaardeError("Dit is geen getal.", "Schrijf alleen het getal, bijvoorbeeld 512,33.")
    return number


def _amount(_: Veld, cel: Cel) -> Decimal | None:
    """Euro a month; 0 says that nothing is known, as of an empty dwelling."""
    number = _number(cel)
    if number < 0:
        raise WaardeError("Dit bedrag is negatief.", "Vul het bedrag per maand in, of laat de cel leeg.")
    if number > _HIGHEST_RENT:
        raise WaardeError(
            f"Dit bedrag is hoger dan {_HIGHEST_RENT} euro per maand.",
            "Kijk of de komma goed staat, en of het een bedrag per maand is.",
        )
    return number.quantize(_CENT) or None


def _percentage(_: Veld, cel: Cel) -> Decimal:
    """A workbook keeps 80% as 0.8; who types writes 80."""
    if isinstance(cel, Decimal) and 0 < cel <= 1:
        return cel * 100
    number = _number(shown(cel).strip().removesuffix("%"))
    if not 0 <= number <= 100:
        raise WaardeError(
            "Een percentage ligt tussen 0 en 100.", "Vul een percentage van 0 tot en met 100 in."
        )
    return number


def _year(_: Veld, cel: Cel) -> int:
    number = cel.year if isinstance(cel, date) else _number(cel)
    if number != int(number) or int(number) not in _YEARS:
        raise WaardeError("Dit is geen jaartal.", "Schrijf een jaar met vier cijfers, bijvoorbeeld 1978.")
    return int(number)


def _count(_: Veld, cel: Cel) -> int:
    number = _number(cel)
    if number != int(number) or not 0 <= number <= _MOST_PERSONS:
        raise WaardeError("Dit is geen aantal.", f"Vul een heel getal in van 0 tot en met {_MOST_PERSONS}.")
    return int(number)


@cache
def _words(naam: str) -> frozenset[str]:
    return frozenset(gegevens("kolommen")[naam])


_PARSERS: dict[str, Callable[[Veld, Cel], Waarde]] = {
    "tekst": _text,
    "code": _code,
    "janee": _yes_or_no,
    "dag": _day,
    "peildag": _reference_day,
    "bedrag": _amount,
    "percentage": _percentage,
    "jaar": _year,
    "aantal": _count,
}
