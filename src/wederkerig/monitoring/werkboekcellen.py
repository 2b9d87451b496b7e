"""One cell that somebody filled in: a figure, a total or a day, as Excel and Dutch users write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from wederkerig.model import Meting
from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.nalezen.cijfers import read_number, write_number
from wederkerig.nalezen.dagen import read_date

Cel = str | Decimal | date | bool | None

_EXCEL_BEGIN = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 100_000)  # 1954 up to 2173
_UNIT_AFTER = re.compile(r"(?<=\d)\s*[^\W\d][^\d]*$")
_FORMULA = ("=", "+", "@")
_STEP = Decimal("0.0001")
_LARGEST = Decimal(10) ** 12
MEASURED = frozenset({"ton CO₂", "kWh"})
"""Units of numbers that need not be whole."""
OVER_HUNDRED = frozenset({"statushouders-taakstelling"})
"""Shares of a task, of which more than all can be done."""


class CelError(ValueError):
    """A cell that cannot be. uitleg: what is wrong; advies: what to do; both in Dutch."""

    def __init__(self, uitleg: str, advies: str) -> None:
        super().__init__(f"{uitleg} {advies}")
        self.uitleg = uitleg
        self.advies = advies


def shown(cell: Cel) -> str:
    """A cell as a Dutch user sees it: 1.234,5 and 1-7-2025; "" for an empty one."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "waar" if cell else "onwaar"
    if isinstance(cell, Decimal):
        return write_number(cell) if cell.is_finite() else "geen getal"
    return f"{cell.day}-{cell.month}-{cell.year}" if isinstance(cell, date) else cell


def read_figure(cell: Cel, indicator: Indicator, vorige: Meting | None, *, sure: bool = False) -> Decimal:
    """The figure in the unit of its indicator, with at most four decimals. Raises CelError.

    vorige: the figure of last time, to notice a percentage that Excel made a part of 1 of; sure: do not look.
    """
    value = _number(cell)
    if value < 0:
        raise CelError("Een cijfer kan hier niet kleiner dan 0 zijn.", "Haal het minteken weg.")
    if isinstance(cell, str) and "%" in cell and indicator.eenheid != "%":
        raise CelError(
            "Hier staat een percentage.", f"Vul een getal in ({indicator.eenheid}), zonder het teken %."
        )
    if indicator.vorm == "aandeel":
        _check_share(cell, value, indicator, vorige, sure=sure)
    if indicator.vorm == "aantal" and indicator.eenheid not in MEASURED and value % 1:
        raise CelError("Dit is een aantal, en er staat een komma in.", "Vul een heel getal in.")
    return value


def _check_share(
    cell: Cel, value: Decimal, indicator: Indicator, vorige: Meting | None, *, sure: bool
) -> None:
    if value > 100 and indicator.id not in OVER_HUNDRED:
        raise CelError(
            f"{write_number(value)}% is meer dan alles.", "Vul een percentage in van 0 tot en met 100."
        )
    if sure or not isinstance(cell, Decimal) or not 0 < value <= 1:
        return
    if vorige is None or vorige.waarde >= 2:
        said, meant = write_number(value), write_number(value * 100)
        raise CelError(
            f"Er staat {said}. Excel maakt dat van {meant}%.",
            f"Vul {meant} in. Is het echt {said}%? Typ dan '{said}% met het teken ' ervoor.",
        )


def read_base(cell: Cel) -> Decimal | None:
    """Of how many a share is, a whole number; None for an empty cell. Raises CelError."""
    if not shown(cell).strip():
        return None
    value = _number(cell)
    if value < 0 or value % 1:
        raise CelError("Het totaal is geen heel getal van 0 of meer.", "Vul een heel getal in, of niets.")
    return value


def as_date(cell: Cel) -> date | None:
    """The day in a cell, also as Excel counts days or as text; None where it is none."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, Decimal):
        whole = cell.is_finite() and cell in _EXCEL_DAYS
        return _EXCEL_BEGIN + timedelta(days=int(cell)) if whole else None
    return read_date(cell) if isinstance(cell, str) else None


def _number(cell: Cel) -> Decimal:
    if isinstance(cell, bool):
        raise CelError("Hier staat ‘waar’ of ‘onwaar’ en geen getal.", "Vul een getal in.")
    if isinstance(cell, date):
        raise CelError(
            "Hier staat een datum en geen getal.",
            "Excel maakt van 1-2 een datum. Geef de cel de opmaak Getal en vul het getal opnieuw in.",
        )
    value = _of_text(cell.strip()) if isinstance(cell, str) else cell
    if value is None or not value.is_finite():
        raise CelError("Dit is geen getal.", "Vul het in als 1.234 of 1.234,5.")
    if abs(value) >= _LARGEST:
        raise CelError("Dit getal is te groot.", "Kijk of er geen cijfers te veel staan.")
    rounded = value.quantize(_STEP, ROUND_HALF_UP)
    return Decimal(f"{rounded.normalize():f}")


def _of_text(text: str) -> Decimal | None:
    """The number in a text, also with its unit behind it ("71 woningen")."""
    if text.startswith(_FORMULA):
        raise CelError("Dit is een formule als tekst.", "Reken de formule uit en vul de uitkomst in.")
    found = read_number(text)
    return found if found is not None else read_number(_UNIT_AFTER.sub("", text))
