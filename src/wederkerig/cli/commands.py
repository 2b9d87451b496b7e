"""What the commands do once their options are known: read or check, print, write, say how it went."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click

from wederkerig import __version__
from wederkerig.checks import CHECKS
from wederkerig.cli.batch import run
from wederkerig.cli.exits import Exit, complain, gravest
from wederkerig.cli.findings import check_list, finding_lines, report_tables
from wederkerig.cli.layout import UNBROKEN, colours, show, width
from wederkerig.cli.normen import norm_lines, norms_as_json
from wederkerig.cli.nothing import why_nothing
from wederkerig.cli.outputs import unwritable
from wederkerig.cli.overview import doubts, overview, summary
from wederkerig.cli.passage import amendment, passage
from wederkerig.cli.work import Outcome, check_file, read_file
from wederkerig.documents import DocumentError, read_document
from wederkerig.export.sarif import sarif as sarif_log
from wederkerig.export.writing import whole_file
from wederkerig.model import Stuk
from wederkerig.monitoring.normen import propose_norms
from wederkerig.reading import read_stuk
from wederkerig.voorraad.plannen import Voorraadplan


def read(
    paths: Sequence[Path], processes: int | None, xlsx: Path | None, *, as_json: bool, with_doubts: bool
) -> int:
    """Read the files and show them; gives the exit code."""
    codes: set[Exit] = set()
    stukken: list[tuple[str, Stuk]] = []
    quiet = as_json and sys.stdout.isatty()
    for outcome in run(read_file, paths, processes, quiet=quiet):
        _note(outcome, codes)
        if outcome.json and as_json:
            _print_json(outcome.json)
        if outcome.json and (xlsx or not as_json):
            stukken.append((str(outcome.path), Stuk.model_validate_json(outcome.json)))
    if not as_json:
        show(_readable(stukken, several=len(paths) > 1, with_doubts=with_doubts))
    if xlsx is not None and stukken:
        _write_workbook([stuk for _, stuk in stukken], xlsx)
    return gravest(codes)


def _readable(stukken: Sequence[tuple[str, Stuk]], *, several: bool, with_doubts: bool) -> Iterator[str]:
    size = width()
    if several and stukken:
        yield from summary(_without_folder(stukken), size)
    for _, stuk in stukken:
        if not several:
            yield from overview(stuk, size)
        if with_doubts:
            yield from doubts(stuk, size)


def _without_folder(stukken: Sequence[tuple[str, Stuk]]) -> list[tuple[str, Stuk]]:
    """The same documents, without the folder that all their names begin with."""
    folder = os.path.commonpath([Path(name).parent.absolute() for name, _ in stukken])
    return [(os.path.relpath(name, folder), stuk) for name, stuk in stukken]


def _write_workbook(stukken: Sequence[Stuk], path: Path) -> None:
    from wederkerig.export.xlsx import write_workbook

    try:
        write_workbook(stukken, path, op=date.today())  # noqa: DTZ011  # the day where the user is
    except OSError as error:
        raise unwritable(path, error) from error
    click.echo(f"Het werkboek staat in {path}.", err=True)


def _note(outcome: Outcome, codes: set[Exit]) -> None:
    if outcome.trouble is not None:
        codes.add(outcome.trouble.code)
        complain(str(outcome.path), outcome.trouble.what, outcome.trouble.advice)


def _print_json(line: str) -> None:
    """JSON is UTF-8, whatever the terminal speaks."""
    click.echo(line.encode())


def print_stock(
    paths: Sequence[Path], processes: int | None, projecten: Path | None, op: date | None, *, as_json: bool
) -> int:
    """The plans for the stock in the files, and with a list of projects the forecast; gives the exit code."""
    from wederkerig.cli.voorraad import forecast_lines, plan_lines, plans_as_json, plans_of, projects_in

    known = projects_in(projecten, op) if projecten and op else []
    codes: set[Exit] = set()
    plans: list[Voorraadplan] = []
    for outcome in run(read_file, paths, processes, quiet=as_json and sys.stdout.isatty()):
        _note(outcome, codes)
        if not outcome.json:
            continue
        stuk = Stuk.model_validate_json(outcome.json)
        plans += plans_of(stuk)
        if as_json:
            _print_json(json.dumps(plans_as_json(str(outcome.path), stuk), ensure_ascii=False))
        else:
            show(chain(plan_lines(stuk, width()), [""]))
    if op and not as_json:
        show(forecast_lines(plans, known, op, width()))
    return gravest(codes)


def print_text(path: Path) -> int:
    """The text as read, to which all offsets refer, without anything added."""
    try:
        text = read_document(path).text
    except DocumentError as error:
        complain(str(path), error.what, error.advice)
        return Exit.ONLEESBAAR
    click.echo(text.encode(errors="replace"), nl=False)
    return Exit.GOED


def propose(paths: Sequence[Path], processes: int | None, *, as_json: bool) -> int:
    """Read the files and show the norms that they set; gives the exit code."""
    codes: set[Exit] = set()
    first = True
    for outcome in run(read_file, paths, processes, quiet=sys.stdout.isatty()):
        _note(outcome, codes)
        if not outcome.json:
            continue
        stuk = Stuk.model_validate_json(outcome.json)
        norms = propose_norms(stuk)
        if as_json:
            _print_json(json.dumps(norms_as_json(str(outcome.path), norms), ensure_ascii=False))
        else:
            show(iter(() if first else ("",)))
            show(norm_lines(stuk, norms, width()))
        first = False
    return gravest(codes)


def check_codes(without: Sequence[str]) -> tuple[str, ...]:
    """The codes of the checks to skip, in capitals; an unknown code is wrong use."""
    known = {each.code.upper(): each.code for each in CHECKS}
    for code in without:
        if code.upper() not in known:
            raise click.UsageError(f"Er is geen controle {code!r}. Bekijk de codes met --lijst.")
    return tuple(known[code.upper()] for code in without)


def print_checks() -> int:
    """All checks with their codes."""
    show(check_list(CHECKS, width()))
    return Exit.GOED


def check_files(
    paths: Sequence[Path],
    processes: int | None,
    without: tuple[str, ...],
    sarif: Path | None,
    *,
    as_json: bool,
) -> int:
    """Check the files and show the findings; gives the exit code."""
    codes: set[Exit] = set()
    found = []
    quiet = sys.stdout.isatty()
    for outcome in run(partial(check_file, without=without), paths, processes, quiet=quiet):
        _note(outcome, codes)
        if outcome.report is None:
            continue
        findings = outcome.report.bevindingen
        found.append((outcome.path, findings))
        if any(finding.ernst == "fout" for finding in findings):
            codes.add(Exit.FOUTEN)
        if as_json:
            _print_json(json.dumps(_as_json(outcome), ensure_ascii=False))
        else:
            show(_report(outcome))
    if sarif is not None:
        _write_json(sarif_log(found, CHECKS, __version__), sarif)
    return gravest(codes)


def _report(outcome: Outcome) -> Iterator[str]:
    if outcome.report is None:
        return
    yield from finding_lines(
        str(outcome.path), outcome.report.bevindingen, width() if sys.stdout.isatty() else UNBROKEN
    )
    yield from report_tables(outcome.report.concreetheid, outcome.report.wederkerigheid, width())
    yield ""


def _as_json(outcome: Outcome) -> dict[str, Any]:
    report = outcome.report
    if report is None:
        return {}
    return {
        "bestand": str(outcome.path),
        "bevindingen": [finding.model_dump(mode="json") for finding in report.bevindingen],
        "concreetheid": [row.model_dump(mode="json") for row in report.concreetheid],
        "wederkerigheid": [row.model_dump(mode="json") for row in report.wederkerigheid],
    }


def _write_json(content: dict[str, Any], path: Path) -> None:
    try:
        with whole_file(path) as draft:
            draft.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise unwritable(path, error) from error


def print_passage(path: Path, nummer: str) -> int:
    """The passage of one agreement, or in a year plan of the amendments to it; gives the exit code."""
    try:
        document = read_document(path)
    except DocumentError as error:
        complain(str(path), error.what, error.advice)
        return Exit.ONLEESBAAR
    stuk = read_stuk(document)
    wanted = _bare(nummer)
    coloured = colours()
    found = [
        passage(document, stuk, afspraak, width(), coloured=coloured)
        for afspraak in stuk.afspraken
        if _bare(afspraak.nummer) == wanted
    ] + [
        amendment(document, stuk, change, width(), coloured=coloured)
        for change in stuk.wijzigingen
        if _bare(change.doel.nummer or "") == wanted
    ]
    for index, lines in enumerate(found):
        show(iter([""]) if index else iter(()))
        show(lines)
    return Exit.GOED if found else _no_such(path, stuk, document.text, nummer)


def _bare(nummer: str) -> str:
    """A number as people may type it: "12.", "Afspraak 12" and "12" are the same."""
    return nummer.strip().rstrip(".):").lower().removeprefix("afspraak").strip()


def _no_such(path: Path, stuk: Stuk, text: str, nummer: str) -> int:
    numbers = [afspraak.nummer for afspraak in stuk.afspraken]
    numbers = numbers or [change.doel.nummer for change in stuk.wijzigingen if change.doel.nummer]
    if not numbers:
        complain(str(path), *why_nothing(text))
        return Exit.LEEG
    complain(
        str(path),
        f"er is geen afspraak met nummer {nummer}.",
        f"Deze nummers zijn er: {', '.join(dict.fromkeys(numbers))}.",
    )
    return Exit.GEBRUIK
