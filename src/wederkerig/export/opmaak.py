"""The consolidated document line by line: what stands in it in which order, whatever the format.

DOCX, ODT, HTML and PDF, and the marked changes between two versions, are all made from these lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RegelSoort = Literal[
    "titel",  # the title of the document
    "kop1",  # a chapter or theme
    "kop2",  # a part of it: "Doelen", "Afspraken", a sub-heading
    "rubriek",  # a sub-heading among the agreements of a theme
    "alinea",  # a paragraph of running text
    "punt",  # an item of a bulleted list
    "afspraak",  # the first paragraph of an agreement; `nummer` is its number
    "vervolg",  # a further paragraph of an agreement
    "vervolgpunt",  # a bulleted item inside an agreement
    "noot",  # a note of the editor: "gewijzigd bij Jaarplan 2026"
    "tabeltitel",  # the caption of the table that follows
    "tabelkop",  # a heading row of a table; the words are in `cellen`
    "tabelrij",  # a row of a table; the words are in `cellen`
    "begrip",  # a term of the glossary with its definition: two `cellen`
]


@dataclass(frozen=True, slots=True)
class Regel:
    """One line. sleutel: what it belongs to; the same in every version of the document."""

    soort: RegelSoort
    sleutel: str
    tekst: str = ""
    nummer: str = ""
    cellen: tuple[str, ...] = ()
