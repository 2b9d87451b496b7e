"""What `wederkerig woningen` does: read a list of dwellings, count, print the figures and what was wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TextIO

import click
import yaml
from pydantic import ValidationError

from wederkerig.cli.exits import Exit, RefusalError, complain
from wederkerig.cli.layout import Column, heading, show, table, width, wrapped
from wederkerig.cli.outputs import check_output, unwritable
from wederkerig.documents import DocumentError, file_bytes
from wederkerig.documents.tabelbestand import Tabelbestand, read_table
from wederkerig.export.words import amount, number, short_day
from wederkerig.export.writing import whole_file
from wederkerig.monitoring.beoordelen.woorden import counted
from wederkerig.monitoring.indicatoren import indicator
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.woningen import (
    Cijfer,
    KolomError,
    Kolomkeuze,
    Periode,
    Woning,
    count,
    error_lines,
    figures_of,
    propose_columns,
    read_woningen,
)
from wederkerig.parameters import ParameterError

_SHOWN_ERRORS = 10
_TENTH, _CENT = Decimal("0.1"), Decimal("0.01")
_COLUMNS = (Column("cijfer", 58, 2), Column("waarde", 20, right=True), Column("", 32))


@dataclass(slots=True)
class _Fouten:
    """How many rows are sound and how many wrong; the first errors to show, all of them to the file."""

    file: TextIO | None
    sound: int = 0
    rows: int = 0
    errors: int = 0
    last: int = 0
    first: list[Rijfout] = field(default_factory=list)

    def add(self, fout: Rijfout) -> None:
        """Note one; rows come in their order."""
        self.rows += fout.rij != self.last
        self.last = fout.rij
        self.errors += 1
        if len(self.first) < _SHOWN_ERRORS:
            self.first.append(fout)
        if self.file is not None:
            self.file.write(list(error_lines([fout]))[1])


@dataclass(frozen=True, slots=True)
class Vraag:
    """What is asked of a list: its file and sheet, the day, the columns, and where errors are written."""

    bestand: Path
    blad: str | None
    peildatum: date | None
    kolommen: Path | None
    fouten: Path | None


def print_figures(vraag: Vraag, *, as_json: bool) -> int:
    """Read, count and print; gives the exit code."""
    path = vraag.bestand
    if vraag.fouten is not None:
        check_output(vraag.fouten, [path], [".csv"])
    try:
        found, cijfers, keuze = _counted(vraag)
    except DocumentError as error:
        complain(str(path), error.what, error.advice)
        return Exit.ONLEESBAAR
    except (KolomError, ParameterError) as error:
        raise RefusalError(Exit.PAST_NIET, str(path), str(error), "") from error
    if as_json:
        rows = [each.model_dump(mode="json") for each in cijfers]
        click.echo(json.dumps(rows, ensure_ascii=False).encode())
    else:
        show(_readable(cijfers, keuze))
    _tell(path, found, vraag.fouten)
    return Exit.FOUTEN if found.rows else Exit.GOED


def _counted(vraag: Vraag) -> tuple[_Fouten, tuple[Cijfer, ...], Kolomkeuze]:
    bestand = read_table(file_bytes(vraag.bestand), vraag.bestand.name)
    bestand = bestand.open_blad(vraag.blad) if vraag.blad else bestand
    keuze = _columns(bestand, vraag.kolommen)
    days = {vraag.peildatum} if vraag.peildatum else _own_days(bestand, keuze)
    perioden = [Periode.ending(day) for day in sorted(days)]
    with _error_file(vraag.fouten) as file:
        found = _Fouten(file)
        telling = count(_sound(bestand, keuze, found), perioden=perioden, velden=keuze.velden)
    return found, figures_of(telling), keuze


def _columns(bestand: Tabelbestand, path: Path | None) -> Kolomkeuze:
    """Those that are found, and over them those that a person chose."""
    found = propose_columns(bestand.kop)
    if path is None:
        return found
    try:
        chosen = Kolomkeuze.model_validate(yaml.safe_load(file_bytes(path)))
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        what = "dit is geen keuze van kolommen."
        advice = "Schrijf 'kolommen:' met daaronder per gegeven de kolom, en 'vast:' met vaste waarden."
        raise RefusalError(Exit.GEBRUIK, str(path), what, advice) from error
    taken = set(chosen.kolommen.values())
    kept = {
        veld: kolom
        for veld, kolom in found.kolommen.items()
        if veld not in chosen.velden and kolom not in taken
    }
    return Kolomkeuze(kolommen=kept | dict(chosen.kolommen), vast=chosen.vast)


def _own_days(bestand: Tabelbestand, keuze: Kolomkeuze) -> set[date]:
    """The days that the rows themselves name."""
    if "peildatum" not in keuze.velden:
        raise click.UsageError(
            "De lijst noemt geen peildatum. Noem de dag met --peildatum, zoals 31-12-2025."
        )
    rows = _rows(bestand, keuze)
    days = {each.peildatum for each in rows if isinstance(each, Woning) and each.peildatum is not None}
    if not days:
        raise click.UsageError("Geen rij noemt een goede peildatum. Noem de dag met --peildatum.")
    return days


def _rows(bestand: Tabelbestand, keuze: Kolomkeuze) -> Iterator[Woning | Rijfout]:
    today = date.today()  # noqa: DTZ011  # the day on the user's clock
    return read_woningen(bestand.kop, bestand.rijen, keuze, op=today, koprij=bestand.koprij)


def _sound(bestand: Tabelbestand, keuze: Kolomkeuze, found: _Fouten) -> Iterator[Woning]:
    for each in _rows(bestand, keuze):
        if isinstance(each, Rijfout):
            found.add(each)
        else:
            found.sound += 1
            yield each


@contextmanager
def _error_file(path: Path | None) -> Iterator[TextIO | None]:
    """The file for errors, with its heading; it stands there once the whole list is read."""
    if path is None:
        yield None
        return
    try:
        with whole_file(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
            file.writelines(error_lines([]))
            yield file
    except OSError as error:
        raise unwritable(path, error) from error


def _readable(cijfers: Sequence[Cijfer], keuze: Kolomkeuze) -> Iterator[str]:
    """The figures of whole municipalities; those of their parts are in the JSON."""
    used = ", ".join(f"{veld}: {kolom}" for veld, kolom in keuze.kolommen.items())
    yield from wrapped(f"Kolommen: {used}", width())
    whole = [each for each in cijfers if each.gebied is None]
    for (gemeente, corporatie, dag), group in groupby(
        whole, lambda each: (each.gemeente, each.corporatie, each.peildatum)
    ):
        yield ""
        yield heading(" · ".join(filter(None, (gemeente, corporatie, short_day(dag)))))
        yield from table(_COLUMNS, [_row(each) for each in group])


def _row(cijfer: Cijfer) -> tuple[str, str, str]:
    each = indicator(cijfer.indicator)
    shown = cijfer.waarde.quantize(_TENTH) if cijfer.noemer is not None else cijfer.waarde
    of = f"{number(cijfer.teller)} van {number(cijfer.noemer)}" if cijfer.noemer is not None else ""
    value = (
        amount(cijfer.waarde.quantize(_CENT))
        if each.vorm == "bedrag"
        else f"{number(shown)} {counted(shown, each.eenheid)}"
    )
    return each.naam, value.replace(" %", "%"), of


def _tell(path: Path, found: _Fouten, file: Path | None) -> None:
    """What was read and what was wrong, apart from the figures."""
    for fout in found.first:
        where = f"rij {fout.rij}" + (f", {fout.kolom}" if fout.kolom else "")
        complain(str(path), f"{where}: {fout.uitleg}", fout.advies)
    rows = f"{_many(found.sound, 'woning', 'woningen')} geteld"
    wrong = (
        f", {_many(found.rows, 'rij', 'rijen')} niet geteld omdat er iets niet klopt" if found.rows else ""
    )
    told = "De fout staat" if found.errors == 1 else f"Alle {number(Decimal(found.errors))} fouten staan"
    more = f" {told} in {file}." if file else ""
    if found.errors > len(found.first) and file is None:
        more = " Met --fouten krijgt u alle fouten in een bestand."
    click.echo(f"{rows}{wrong}.{more}", err=True)


def _many(number_of_things: int, one: str, more: str) -> str:
    """So many things, also of thousands: 1 woning, 12.000 woningen."""
    return f"{number(Decimal(number_of_things))} {one if number_of_things == 1 else more}"
