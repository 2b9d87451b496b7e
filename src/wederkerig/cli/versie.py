"""`wederkerig versie`: the agreements as they stood on a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from wederkerig.cli.exits import Exit
from wederkerig.cli.inputs import fitting, open_geschiedenis
from wederkerig.cli.layout import Column, heading, show, table, width, wrapped
from wederkerig.cli.outputs import check_apart, check_output, write_all
from wederkerig.cli.told import tally
from wederkerig.consolidation import Tijdlijn, Versie
from wederkerig.export.uitgave import EXTENSIONS, Uitgave, archive_writer, writer
from wederkerig.export.words import count, day, short_day
from wederkerig.model import Besluit


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user asked for."""

    op: date
    bekend: date | None = None
    uit: tuple[Path, ...] = ()
    archief: Path | None = None
    as_json: bool = False


def version_of_day(path: Path, keuzes: Keuzes) -> int:
    """Show or write the version of a day; gives the exit code."""
    for output in keuzes.uit:
        check_output(output, [path], EXTENSIONS)
    if keuzes.archief is not None:
        check_output(keuzes.archief, [path], [".pdf"])
    check_apart((*keuzes.uit, *([keuzes.archief] if keuzes.archief else [])))
    geschiedenis = open_geschiedenis(path)
    with fitting(str(path)):
        tijdlijn = Tijdlijn(geschiedenis)
        versie = tijdlijn.on(keuzes.op, keuzes.bekend)
    uitgave = Uitgave(tijdlijn, versie)
    writes = [(output, writer(uitgave, output)) for output in keuzes.uit]
    if keuzes.archief is not None:
        writes.append((keuzes.archief, archive_writer(uitgave)))
    if not keuzes.as_json:
        show(_lines(tijdlijn, versie, keuzes, width()))
    write_all(writes)
    if keuzes.as_json:
        click.echo(json.dumps(_data(versie, keuzes), ensure_ascii=False).encode())
    return Exit.GOED


def _lines(tijdlijn: Tijdlijn, versie: Versie, keuzes: Keuzes, size: int) -> Iterator[str]:
    known = f", zoals bekend op {day(keuzes.bekend)}" if keuzes.bekend else ""
    yield from (heading(line) for line in wrapped(versie.stuk.titel, size))
    yield f"De tekst die geldt op {day(keuzes.op)}{known}."
    yield ""
    longest = max([len(besluit.naam) for besluit in tijdlijn.besluiten], default=0)
    widths = [Column("besluit", max(7, min(longest, size - 56)), lines=2), Column("vastgesteld", 11)]
    widths += [Column("geldt vanaf", 11), Column("in deze versie", 14)]
    base = tijdlijn.geschiedenis
    rows = [["Basis", _short(base.vastgesteld), _short(base.inwerking), "ja"]]
    rows += [_row(besluit, versie) for besluit in tijdlijn.besluiten]
    yield from table(widths, rows)
    yield ""
    yield from wrapped(f"{count(len(versie.stuk.afspraken), 'afspraak', 'afspraken')}. {_last(versie)}", size)


def _row(besluit: Besluit, versie: Versie) -> list[str]:
    inside = besluit in versie.besluiten
    return [besluit.naam, _short(besluit.vastgesteld), _short(besluit.inwerking), "ja" if inside else "nee"]


def _short(value: date | None) -> str:
    return short_day(value) if value else "onbekend"


def _last(versie: Versie) -> str:
    """What the last decision in it did."""
    if not versie.besluiten:
        return "Er is nog niets gewijzigd."
    besluit, opname = versie.besluiten[-1], versie.opnames[-1]
    changed = [
        afspraak.nummer
        for afspraak in versie.stuk.afspraken
        if besluit.naam in versie.gewijzigd.get(afspraak.id or "", ())
    ]
    numbers = f" Gewijzigde of nieuwe afspraken: {', '.join(changed)}." if changed else ""
    return f"Laatst gewijzigd bij {besluit.naam} ({tally(opname.verwerkingen).rstrip('.')}).{numbers}"


def _data(versie: Versie, keuzes: Keuzes) -> dict[str, Any]:
    return {
        "op": keuzes.op.isoformat(),
        "zoals_bekend_op": keuzes.bekend.isoformat() if keuzes.bekend else None,
        "besluiten": [
            {
                "naam": besluit.naam,
                "vastgesteld": besluit.vastgesteld.isoformat(),
                "inwerking": besluit.inwerking.isoformat(),
            }
            for besluit in versie.besluiten
        ],
        "gewijzigd": {name: list(besluiten) for name, besluiten in versie.gewijzigd.items()},
        "stuk": versie.stuk.model_dump(mode="json"),
    }
