"""The national rent limits by date, from kwaliteitskortingsgrens to middenhuurgrens."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from wederkerig.model import Model
from wederkerig.parameters.data import gegevens


class ParameterError(LookupError):
    """There is no such parameter, or none on that day; the message says which there are."""


class Parameter(Model):
    """A national figure: its value (a rent in euro a month, an income a year), since when, and its source."""

    naam: str
    waarde: Decimal
    van: date
    bron: tuple[str, ...]


class Huurgrensnaam(Model):
    """What documents call a rent limit, and the parameter that it means."""

    tekst: str
    parameter: str


def huurgrens(naam: str, op: date) -> Parameter:
    """The rent limit `naam` as it holds on the day `op`.

    Raises ParameterError for an unknown name, a day before the first value and a day after the last
    published year: limits change every year, so an old one is not an answer.
    """
    grenzen = gegevens("huurgrenzen")["parameters"]
    if naam not in grenzen:
        raise ParameterError(f"Huurgrens '{naam}' is niet bekend. Bekend zijn: {', '.join(sorted(grenzen))}.")
    waarden = grenzen[naam]["waarden"]
    dagen = [dag for dag in waarden if dag <= op]
    if not dagen or op > bekend_tot():
        raise ParameterError(
            f"Van huurgrens '{naam}' is geen bedrag bekend op {op.isoformat()}. "
            f"Bekend is {min(waarden).isoformat()} tot en met {bekend_tot().isoformat()}."
        )
    return _parameter(naam, max(dagen), waarden[max(dagen)], op)


def bekend_tot() -> date:
    """The last day for which rent limits have been published."""
    dag: date = gegevens("huurgrenzen")["bekend_tot"]
    return dag


@cache
def huurgrensnamen() -> tuple[Huurgrensnaam, ...]:
    """Every name a document may give a rent limit, longest first; one name may mean two parameters."""
    namen = [
        Huurgrensnaam(tekst=tekst, parameter=parameter)
        for parameter, gegeven in gegevens("huurgrenzen")["parameters"].items()
        for tekst in gegeven["namen"]
    ]
    return tuple(sorted(namen, key=lambda naam: -len(naam.tekst)))


def _parameter(naam: str, van: date, gegeven: dict[str, Any], op: date) -> Parameter:
    if "gelijk_aan" in gegeven:
        ander = huurgrens(gegeven["gelijk_aan"], op)
        return ander.model_copy(update={"naam": naam})
    bronnen = gegevens("huurgrenzen")["bronnen"]
    bron = tuple(bronnen[sleutel] for sleutel in gegeven["bron"])
    return Parameter(naam=naam, waarde=Decimal(gegeven["waarde"]), van=van, bron=bron)
