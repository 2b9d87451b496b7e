"""Findings as a linter prints them, the list of checks, and the two tables that end a report."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import click

from wederkerig.checks import Check
from wederkerig.cli.layout import Column, heading, table, wrapped
from wederkerig.export.words import count
from wederkerig.model import Bevinding, Ernst

COLOURS: dict[Ernst, str] = {"fout": "red", "waarschuwing": "yellow", "advies": "blue"}
_PLURALS: dict[Ernst, str] = {"fout": "fouten", "waarschuwing": "waarschuwingen", "advies": "adviezen"}


def finding_lines(name: str, findings: Sequence[Bevinding], size: int) -> Iterator[str]:
    """The findings of one document, gravest first: `bestand:plaats (p. 5): W301 fout: uitleg`, and advice."""
    order = list(COLOURS)
    for finding in sorted(findings, key=lambda each: order.index(each.ernst)):
        yield from _finding(name, finding, size)
    yield from ("", f"{heading(name)}: {tally(findings)}")


def _finding(name: str, finding: Bevinding, size: int) -> Iterator[str]:
    place = f"{name}:{finding.plaats}{_page(finding)}"
    lines = wrapped(f"{place}: {finding.code} {finding.ernst}: {finding.uitleg}", size, hanging="    ")
    severity = click.style(finding.ernst, fg=COLOURS[finding.ernst], bold=True)
    code = f"{finding.code} {finding.ernst}:"
    yield from (line.replace(code, f"{finding.code} {severity}:", 1) for line in lines)
    yield from wrapped(f"→ {finding.advies}", size, "    ", "      ")


def _page(finding: Bevinding) -> str:
    known = finding.bron is not None and finding.bron.pagina is not None
    return f" (p. {finding.bron.pagina})" if known and finding.bron and "(p." not in finding.plaats else ""


def tally(findings: Sequence[Bevinding]) -> str:
    """How many findings of each severity, in words."""
    counts = Counter(finding.ernst for finding in findings)
    parts = [
        count(counts[severity], severity, _PLURALS[severity]) for severity in COLOURS if counts[severity]
    ]
    return ", ".join(parts) or "niets gevonden dat niet klopt"


def check_list(checks: Sequence[Check], size: int) -> Iterator[str]:
    """All checks: code, severity, title, and what each looks for."""
    columns = [Column("code", 8), Column("ernst", 13), Column("controle", size - 27, lines=12)]
    rows = [[check.code, check.ernst, f"{check.titel}. {check.omschrijving}"] for check in checks]
    yield from table(columns, rows)


def report_tables(concreet: Sequence[Any], wederkerig: Sequence[Any], size: int) -> Iterator[str]:
    """The two tables that end a report: per theme how concrete, per kind of party how much it does."""
    for title, rows in (
        ("Concreetheid per thema", concreet),
        ("Wederkerigheid per soort partij", wederkerig),
    ):
        if rows:
            yield from ("", heading(title))
            yield from _rows(rows, size)


def _rows(rows: Sequence[Any], size: int) -> Iterator[str]:
    plain_rows = [as_plain(row) for row in rows]
    keys = [key for key in plain_rows[0] if key != "uitleg"]
    rest = size - 2 - sum(len(key) + 2 for key in keys[1:])
    columns = [
        Column(keys[0], min(rest, 40)),
        *(Column(key, max(len(key), 4), right=True) for key in keys[1:]),
    ]
    yield from table(columns, [[_cell(row[key]) for key in keys] for row in plain_rows])
    for row in plain_rows:
        if row.get("uitleg"):
            yield from wrapped(f"{row[keys[0]]}: {row['uitleg']}", size, "  ", "    ")


def as_plain(row: DataclassInstance) -> dict[str, Any]:
    """A row of such a table as names and values."""
    return dataclasses.asdict(row)


def _cell(value: object) -> str:
    return "" if value is None else str(value)
