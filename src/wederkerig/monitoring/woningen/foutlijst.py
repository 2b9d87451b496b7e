"""The errors of a list as lines of a file to download: CSV that Excel opens in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wederkerig.documents.tabelbestand.formules import starts_formula
from wederkerig.monitoring.rijfout import Rijfout

_HEAD = ("rij", "kolom", "waarde", "wat er is", "wat u kunt doen")
# Begins as a formula does, and may be taken as it is.
_NUMBER = re.compile(r"[+-]?[\d.,]+")
_LONGEST = 200


def error_lines(fouten: Iterable[Rijfout]) -> Iterator[str]:
    """The heading, then a line for each error, each ending in a line break; write them as utf-8-sig."""
    yield _line(_HEAD)
    for fout in fouten:
        yield _line((str(fout.rij), fout.kolom, fout.waarde, fout.uitleg, fout.advies))


def _line(cells: Iterable[str]) -> str:
    return ";".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    """Text that a spreadsheet shows and does not carry out."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if starts_formula(short) and not _NUMBER.fullmatch(short):
        short = f"'{short}"
    return '"' + short.replace('"', '""') + '"'
