"""Has a table opened or computed by a process of its own (`lijstlezer`), and checks what that says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_noop
from pydantic import TypeAdapter, ValidationError

from wederkerig.monitoring.opgave import Gevraagd
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.werkboek import Ingelezen
from wederkerig.monitoring.woningen import Cijfer, Kolomkeuze
from wederkerig.web.monitor.models import Woningenlijst
from wederkerig.web.register.apart import ApartError, Redenen, Step, Werk, ask

MEESTE_FOUTREGELS = 100_000
"""So many wrong cells are written to the file with errors; they are all counted."""
_MODULE = "wederkerig.web.monitor.lijstlezer"
_SMALL_SECONDS = 20
_T = TypeVar("_T")
_REDENEN = Redenen(
    te_traag=gettext_noop(
        "Het lezen van deze lijst duurt te lang. "
        "Haal kolommen weg die niet nodig zijn, of bewaar de lijst als CSV, en breng hem nog eens in."
    ),
    vastgelopen=gettext_noop(
        "De lijst kon niet worden gelezen: het programma dat hem opent, liep erop vast. "
        "Open hem in Excel of LibreOffice, bewaar hem als CSV en breng dat bestand in."
    ),
    geen_ruimte=gettext_noop(
        "Deze lijst vraagt te veel geheugen. "
        "Haal kolommen weg die niet nodig zijn, of bewaar de lijst als CSV, en breng hem nog eens in."
    ),
)


class LijstprocesError(Exception):
    """Why a table could not be opened or computed: Dutch, what was wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Geopend:
    """An opened table: its sheets, and of one the heading, the first rows, and what its columns look like."""

    bladen: tuple[str, ...]
    blad: str
    kop: tuple[str, ...]
    voorbeelden: tuple[tuple[str, ...], ...]
    voorstel: Kolomkeuze


@dataclass(frozen=True, slots=True)
class Berekend:
    """What was computed: how many rows there were and how many were wrong, why, and the figures.

    klein: the places of the figures that others may not see.
    """

    rijen: int
    fouten: int
    foutregels: tuple[Rijfout, ...]
    cijfers: tuple[Cijfer, ...]
    klein: frozenset[int]


@dataclass(frozen=True, slots=True)
class Tabel:
    """All rows of a small table, as text, with their number in the file."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[int, tuple[str, ...]], ...]


def open_apart(data: bytes, naam: str, blad: str, on_step: Step) -> Geopend:
    """Open a table at a sheet; "" is the first one with values. Raises LijstprocesError."""
    answer = _ask({"doe": "open", "naam": naam, "blad": blad}, data, on_step)
    return _checked(TypeAdapter(Geopend), answer)


def compute_apart(data: bytes, lijst: Woningenlijst, on_step: Step) -> Berekend:
    """Compute the figures of a list of which the columns are known. Raises LijstprocesError."""
    order = {
        "doe": "reken",
        "naam": lijst.bestandsnaam,
        "blad": lijst.blad,
        "kolommen": lijst.kolommen,
        "peildatum": lijst.peildatum.isoformat(),
        "vandaag": timezone.localdate().isoformat(),
        "meeste": MEESTE_FOUTREGELS,
    }
    return _checked(TypeAdapter(Berekend), _ask(order, data, on_step))


def rows_apart(data: bytes, naam: str, *, meeste: int) -> Tabel:
    """All rows of a table of at most so many rows, while somebody waits. Raises LijstprocesError."""
    order = {"doe": "rijen", "naam": naam, "blad": "", "meeste": meeste}
    return _checked(TypeAdapter(Tabel), _ask(order, data, lambda *_: None, _SMALL_SECONDS))


def workbook_apart(data: bytes, naam: str, gevraagd: Sequence[Gevraagd], *, op: date) -> Ingelezen:
    """What stands in a workbook that was filled in, while somebody waits. Raises LijstprocesError."""
    asked = [each.model_dump(mode="json") for each in gevraagd]
    order = {"doe": "werkboek", "naam": naam, "gevraagd": asked, "vandaag": op.isoformat()}
    return _checked(TypeAdapter(Ingelezen), _ask(order, data, lambda *_: None, _SMALL_SECONDS))


def _checked(kind: TypeAdapter[_T], answer: dict[str, Any]) -> _T:
    try:
        return kind.validate_python(answer)
    except ValidationError as error:
        raise LijstprocesError(_REDENEN.vastgelopen) from error


def _ask(order: dict[str, Any], data: bytes, on_step: Step, seconds: int | None = None) -> dict[str, Any]:
    werk = Werk(_MODULE, seconds or settings.LIJST_SECONDEN, settings.LIJST_GEHEUGEN, _REDENEN)
    try:
        return ask(werk, order, data, on_step)
    except ApartError as error:
        raise LijstprocesError(str(error)) from error
