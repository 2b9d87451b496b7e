"""Parts of a document in words: how an amendment quotes a table, a glossary or the list of parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from wederkerig.model import Begrip, Inhoud, Kader, Kop, Partij, Tabel, Thema
from wederkerig.reading.dates import MONTH_NAMES

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def inhoud_words(inhoud: Inhoud) -> str:
    """Every part that is given, in words, one thing a line."""
    lines: list[str] = []
    if inhoud.kop is not None:
        lines += kop_lines(inhoud.kop)
    for partij in inhoud.partijen or ():
        lines.append(partij_line(partij))
    for hoofdstuk in inhoud.hoofdstukken or ():
        lines += [hoofdstuk.titel, hoofdstuk.tekst]
    for thema in inhoud.themas or ():
        lines += thema_lines(thema)
    for tabel in inhoud.tabellen or ():
        lines += tabel_lines(tabel)
    lines += begrip_lines(inhoud.begrippen or ())
    lines += kader_lines(inhoud.kaders or ())
    lines += [stap.tekst for stap in inhoud.stappen or ()]
    return "\n".join(line for line in lines if line)


def kop_lines(kop: Kop) -> list[str]:
    """Title, municipality, term and signing."""
    term, signed = kop.looptijd, kop.ondertekening
    return [
        kop.titel,
        kop.soort,
        kop.gemeente or "",
        f"van {term.van} tot en met {term.tot}" if term else "",
        f"getekend {signed.plaats} {signed.datum}" if signed else "",
    ]


def partij_line(partij: Partij) -> str:
    """A party with its kind and who signs for it."""
    who = partij.vertegenwoordiger
    signs = f", {who.naam}, {who.functie}" if who else ""
    return f"{partij.naam} ({partij.kort}, {partij.soort}){signs}"


def thema_lines(thema: Thema) -> list[str]:
    """A theme with its text, ambitions and goals."""
    return [thema.titel, thema.context, *thema.ambities, *thema.doelen]


def tabel_lines(tabel: Tabel) -> list[str]:
    """A table row by row."""
    return [tabel.titel or "", *(" | ".join(row) for row in (tabel.kop, *tabel.rijen))]


def begrip_lines(begrippen: Sequence[Begrip]) -> list[str]:
    """Each term with its definition."""
    return [f"{begrip.term}: {begrip.definitie}" for begrip in begrippen]


def kader_lines(kaders: Sequence[Kader]) -> list[str]:
    """Each document of the annex."""
    return [
        ": ".join(part for part in (kader.niveau, kader.titel, str(kader.datum or "")) if part)
        for kader in kaders
    ]


def kader_words(kader: Kader) -> str:
    """A document of the annex as people and plans name it: its title, and its date in words."""
    datum = kader.datum
    if isinstance(datum, date):
        return f"{kader.titel}, {day(datum)}"
    month = _MONTH.fullmatch(datum or "")
    if month:
        return f"{kader.titel}, {MONTH_NAMES[int(month[2]) - 1]} {month[1]}"
    return f"{kader.titel}, {datum}" if datum else kader.titel


def day(value: date) -> str:
    """A date written out: 1 juni 2031."""
    return f"{value.day} {MONTH_NAMES[value.month - 1]} {value.year}"
