"""`wederkerig consolideer`: year plans taken up in the agreements, shown and written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from wederkerig.cli.decisions import Dates, Samenvoeging, merge
from wederkerig.cli.exits import Exit, RefusalError
from wederkerig.cli.inputs import fitting, open_basis, open_jaarplan
from wederkerig.cli.layout import colours, show, width
from wederkerig.cli.outputs import check_apart, check_output, write_all
from wederkerig.cli.told import plan_lines
from wederkerig.consolidation import Opname, Tijdlijn, Versie, write_geschiedenis
from wederkerig.export.uitgave import (
    EXTENSIONS,
    RENVOOI,
    Uitgave,
    archive_writer,
    bytes_writer,
    marked_writer,
    writer,
)
from wederkerig.export.writing import Write
from wederkerig.model import Besluit, Geschiedenis, Overeenkomst, Verwerking

Result = tuple[Besluit, Opname]

_GRAVE = {"onbekend", "tegenspraak"}  # then plan and document, or two plans, do not belong together
_MORE = "Met --ondanks-conflicten schrijft u wat wel kan; met --beslissingen legt u vast wat geldt."


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user asked for."""

    uit: tuple[Path, ...] = ()
    archief: Path | None = None
    renvooi: tuple[Path, ...] = ()
    geschiedenis: Path | None = None
    beslissingen: Path | None = None
    vastgesteld: date | None = None
    inwerking: date | None = None
    uitleg: bool = False
    as_json: bool = False
    hernummer: bool = False
    ondanks: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """Everything that is to be written."""
        alone = [path for path in (self.archief, self.geschiedenis) if path is not None]
        return (*self.uit, *self.renvooi, *alone)


def consolidate(basis: Path, plannen: tuple[Path, ...], keuzes: Keuzes) -> int:
    """Take the plans up, show what became of them, and write what is asked; gives the exit code."""
    _check(basis, plannen, keuzes)
    document = open_basis(basis)
    _check_history(document, basis, keuzes)
    opened = {path: open_jaarplan(path) for path in plannen}
    needed = keuzes.geschiedenis is not None or bool(keuzes.renvooi)
    dates = Dates(keuzes.vastgesteld, keuzes.inwerking, needed=needed)
    with fitting(str(basis)):
        merged = merge(document, opened, dates, keuzes.beslissingen, close_gaps=keuzes.hernummer)
    results = _results(merged)
    refusal = None if keuzes.ondanks or keuzes.uitleg else _refusal(results, plannen)
    writing = () if refusal or keuzes.uitleg else keuzes.files
    if not keuzes.as_json:
        show(_lines(merged, results, keuzes))
    write_all([(path, _writer(merged, path, keuzes)) for path in writing])
    if keuzes.as_json:
        click.echo(json.dumps(_data(basis, merged, results, writing, keuzes), ensure_ascii=False).encode())
    if refusal is not None:
        raise refusal
    if not writing and not keuzes.as_json:
        reason = "" if keuzes.uitleg else " Noem een uitvoerbestand met -o."
        click.echo(f"Er is niets geschreven.{reason}", err=True)
    conflicts = any(each.conflict for _, opname in results for each in opname.verwerkingen)
    return Exit.CONFLICT if conflicts else Exit.GOED


# --- what is asked ---------------------------------------------------------------------------------


def _check(basis: Path, plannen: tuple[Path, ...], keuzes: Keuzes) -> None:
    """Refuse what can be seen to be wrong before anything is read."""
    if len({path.resolve() for path in plannen}) < len(plannen):
        raise click.UsageError("Een jaarplan wordt twee keer genoemd.")
    if len(plannen) > 1 and (keuzes.vastgesteld or keuzes.inwerking):
        raise click.UsageError("--vastgesteld en --inwerking gaan alleen samen met één jaarplan.")
    inputs = [basis, *plannen, *([keuzes.beslissingen] if keuzes.beslissingen else [])]
    for path in keuzes.uit:
        check_output(path, inputs, EXTENSIONS)
    for path in keuzes.renvooi:
        check_output(path, inputs, RENVOOI)
    if keuzes.archief is not None:
        check_output(keuzes.archief, inputs, [".pdf"])
    if keuzes.geschiedenis is not None:
        # a history may grow in its own file: nothing in it is lost
        check_output(keuzes.geschiedenis, inputs[1:], [".json"])
    check_apart(keuzes.files)


def _check_history(document: Overeenkomst | Geschiedenis, basis: Path, keuzes: Keuzes) -> None:
    if isinstance(document, Overeenkomst) and keuzes.geschiedenis is not None:
        check_output(keuzes.geschiedenis, [basis])


def _writer(merged: Samenvoeging, path: Path, keuzes: Keuzes) -> Write:
    uitgave = Uitgave(merged.na, latest_of(merged.na), merged.dated)
    if path == keuzes.geschiedenis:
        return bytes_writer(write_geschiedenis(merged.na.geschiedenis))
    if path == keuzes.archief:
        return archive_writer(uitgave)
    if path in keuzes.renvooi:
        last = merged.laatste
        return marked_writer(latest_of(merged.voor).stuk, uitgave.stuk, last.naam, last.vastgesteld, path)
    return writer(uitgave, path)


# --- what it did -----------------------------------------------------------------------------------


def _results(merged: Samenvoeging) -> list[Result]:
    """What each new plan did, and each older one that does not fit any more now that they are there."""
    stood = _conflicts(merged.voor)
    return [
        (besluit, opname)
        for besluit, opname in zip(merged.na.besluiten, latest_of(merged.na).opnames, strict=True)
        if besluit.naam in merged.nieuw or _numbers(opname) - stood.get(besluit.naam, set())
    ]


def _conflicts(tijdlijn: Tijdlijn) -> dict[str, set[int]]:
    versie = latest_of(tijdlijn)
    return {
        besluit.naam: _numbers(opname)
        for besluit, opname in zip(versie.besluiten, versie.opnames, strict=True)
    }


def _numbers(opname: Opname) -> set[int]:
    return {each.nummer for each in opname.verwerkingen if each.conflict is not None}


def _refusal(results: Sequence[Result], plannen: Sequence[Path]) -> RefusalError | None:
    """Why nothing may be written: what is amended does not exist, or two plans contradict each other."""
    found = [
        (besluit, each, each.conflict)
        for besluit, opname in results
        for each in opname.verwerkingen
        if each.conflict is not None and each.conflict.soort in _GRAVE
    ]
    if not found:
        return None
    besluit, first, conflict = found[0]
    others = f" (en nog {len(found) - 1})" if len(found) > 1 else ""
    which = f"wijziging {first.nummer} van {besluit.naam}{others}"
    what = f"{which} kan niet: {conflict.uitleg} Er is niets geschreven."
    return RefusalError(Exit.PAST_NIET, ", ".join(map(str, plannen)), what, _MORE)


def _lines(merged: Samenvoeging, results: Sequence[Result], keuzes: Keuzes) -> Iterator[str]:
    for at, (besluit, opname) in enumerate(results):
        yield from [""] if at else []
        shown = _proposed(opname) if keuzes.uitleg else opname
        yield from plan_lines(besluit, shown, width(), dated=merged.dated, coloured=colours())


def _proposed(opname: Opname) -> Opname:
    """The same before anything happens."""
    return replace(opname, verwerkingen=tuple(map(_as_proposal, opname.verwerkingen)))


def _as_proposal(verwerking: Verwerking) -> Verwerking:
    if verwerking.toestand != "toegepast":
        return verwerking
    return verwerking.model_copy(update={"toestand": "voorgesteld", "aanvaard": None})


def _data(
    basis: Path, merged: Samenvoeging, results: Sequence[Result], writing: Sequence[Path], keuzes: Keuzes
) -> dict[str, Any]:
    return {
        "basis": str(basis),
        "besluiten": [
            {
                "naam": besluit.naam,
                "vastgesteld": besluit.vastgesteld.isoformat() if merged.dated else None,
                "inwerking": besluit.inwerking.isoformat() if merged.dated else None,
                **as_data(_proposed(opname) if keuzes.uitleg else opname),
            }
            for besluit, opname in results
        ],
        "geschreven": [str(path) for path in writing],
    }


def as_data(opname: Opname) -> dict[str, Any]:
    """What a plan did, as JSON holds it."""
    return {
        "verwerkingen": [each.model_dump(mode="json") for each in opname.verwerkingen],
        "hernummerd": [asdict(each) for each in opname.hernummerd],
        "losgeraakt": [asdict(each) for each in opname.losgeraakt],
    }


def latest_of(tijdlijn: Tijdlijn) -> Versie:
    """The version with all decisions in it."""
    return tijdlijn.after(len(tijdlijn.besluiten))
