"""Puts a year plan together: its amendments in words, and a closing chapter on what words do not carry."""

from __future__ import annotations

from collections.abc import Iterator

from wederkerig.export.jaarplan.normaal import as_written
from wederkerig.export.jaarplan.overig import other_lines
from wederkerig.export.jaarplan.regels import Regel, document_lines
from wederkerig.export.jaarplan.wijzigingen import amendment_lines
from wederkerig.export.words import one_line
from wederkerig.model import Jaarplan


def compose(jaarplan: Jaarplan, basis: str) -> Iterator[Regel]:
    """The lines of the whole document."""
    amendments = list(amendment_lines(as_written(jaarplan)))
    return document_lines(jaarplan, amendments, list(other_lines(jaarplan)), one_line(basis))
