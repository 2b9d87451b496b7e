"""The national income limits by date and size of household, and the shares of lettings the law asks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from wederkerig.model import Model
from wederkerig.parameters.data import gegevens
from wederkerig.parameters.huurgrenzen import Parameter, ParameterError


class Toewijzingsnorm(Model):
    """The smallest percentage of a year's lettings that must go to a group.

    minimum: what the law asks; met_afspraak: how low agreements may make it, None where they may not.
    """

    naam: str
    minimum: Decimal
    met_afspraak: Decimal | None = None
    van: date
    grondslag: str
    bron: tuple[str, ...]


def inkomensgrens(naam: str, op: date, *, personen: int) -> Parameter:
    """The income limit `naam` on the day `op` for a household of so many persons, in euro a year.

    Raises ParameterError for an unknown name, a day on which no amount is known, and fewer than one person.
    """
    content = gegevens("inkomensgrenzen")
    if personen < 1:
        raise ParameterError(f"Een huishouden heeft ten minste 1 persoon, niet {personen}.")
    if naam not in content["parameters"]:
        known = ", ".join(sorted(content["parameters"]))
        raise ParameterError(f"Inkomensgrens '{naam}' is niet bekend. Bekend zijn: {known}.")
    van, row = _row(f"inkomensgrens '{naam}'", content["parameters"][naam], op)
    size = "alle" if "alle" in row else "een" if personen == 1 else "meer"
    return Parameter(naam=naam, waarde=Decimal(row[size]), van=van, bron=_sources(row))


def toewijzingsnorm(naam: Literal["daeb", "passend"], op: date) -> Toewijzingsnorm:
    """What the law asks of the lettings of the year of `op`.

    daeb: to households under the income limit; passend: at a rent that fits the income.
    Raises ParameterError for a day on which none is known.
    """
    norm = gegevens("inkomensgrenzen")["toewijzingsnormen"][naam]
    van, row = _row(f"toewijzingsnorm '{naam}'", norm, op)
    lower = row.get("met_afspraak")
    return Toewijzingsnorm(
        naam=naam,
        minimum=Decimal(row["minimum"]),
        met_afspraak=None if lower is None else Decimal(lower),
        van=van,
        grondslag=norm["grondslag"],
        bron=_sources(row),
    )


def _row(naam: str, parameter: dict[str, Any], op: date) -> tuple[date, dict[str, Any]]:
    """The row that holds on a day, with the day it holds from."""
    waarden: dict[date, dict[str, Any]] = parameter["waarden"]
    last: date = parameter.get("tot", gegevens("inkomensgrenzen")["bekend_tot"])
    days = [dag for dag in waarden if dag <= op]
    if not days or op > last:
        raise ParameterError(
            f"Van {naam} is geen waarde bekend op {op.isoformat()}. "
            f"Bekend is {min(waarden).isoformat()} tot en met {last.isoformat()}."
        )
    return max(days), waarden[max(days)]


def _sources(row: dict[str, Any]) -> tuple[str, ...]:
    sources = gegevens("inkomensgrenzen")["bronnen"]
    return tuple(sources[key] for key in row["bron"])
