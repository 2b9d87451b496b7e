"""Findings as a linter prints them, the list of checks, and the two tables that end a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from wederkerig.checks import Check, ConcreetheidRij, WederkerigheidRij
from wederkerig.cli.layout import Column, faint, heading, table, wrapped
from wederkerig.export.words import PARTIJ_MEERVOUDEN, PARTIJ_SOORTEN, count
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


def report_tables(
    concreet: Sequence[ConcreetheidRij], wederkerig: Sequence[WederkerigheidRij], size: int
) -> Iterator[str]:
    """The two tables that end a report, each with the sum behind it in words."""
    if concreet:
        titles = ["thema", "afspraken", "wie", "hoeveel", "wanneer", "alle drie"]
        counts = [(row.afspraken, row.wie, row.hoeveel, row.wanneer, row.alle_drie) for row in concreet]
        yield from ("", heading("Concreetheid: hoeveel afspraken zeggen wie, hoeveel en wanneer"))
        yield from _figures(titles, [row.thema for row in concreet], counts, size)
        yield from _words([f"{row.thema} – {row.uitleg}" for row in concreet], size)
    if wederkerig:
        titles = ["soort partij", "afspraken", "alleen", "samen", "hoeveel", "wanneer"]
        shares = [(row.afspraken, row.alleen, row.samen, row.hoeveel, row.wanneer) for row in wederkerig]
        yield from ("", heading("Wederkerigheid: wie is in hoeveel afspraken aan zet"))
        yield from _figures(titles, [_kind(row) for row in wederkerig], shares, size)
        yield from _words([row.uitleg for row in wederkerig], size)


def _figures(
    titles: Sequence[str], names: Sequence[str], counts: Sequence[tuple[int, ...]], size: int
) -> Iterator[str]:
    rest = size - 2 - sum(len(title) + 2 for title in titles[1:])
    figures = [Column(title, len(title), right=True) for title in titles[1:]]
    rows = [[name, *map(str, row)] for name, row in zip(names, counts, strict=True)]
    yield from table([Column(titles[0], min(rest, 40)), *figures], rows)


def _kind(row: WederkerigheidRij) -> str:
    return (PARTIJ_SOORTEN if len(row.partijen) == 1 else PARTIJ_MEERVOUDEN)[row.soort]


def _words(sentences: Sequence[str], size: int) -> Iterator[str]:
    for sentence in sentences:
        yield from (faint(line) for line in wrapped(sentence, size, "  ", "    "))
