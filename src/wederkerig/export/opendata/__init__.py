"""What was published about a municipality as open data: figures and judged norms, with their description.

CSV is for people: it opens in a Dutch spreadsheet as it is. JSON is for programs. The description
(DCAT-AP-NL 3.0, JSON-LD) lets catalogues such as data.overheid.nl find both. docs/opendata.md explains every
field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from wederkerig.export.opendata.dcat import describe
from wederkerig.export.opendata.publicatie import Publicatie
from wederkerig.export.opendata.rijen import FIGURE_FIELDS, NORM_FIELDS, figure_rows, norm_rows
from wederkerig.export.opendata.schrijven import as_csv, as_json

__all__ = ["FILES", "Publicatie", "open_data"]

FILES: Final[Mapping[str, Callable[[Publicatie], bytes]]] = {
    "cijfers.csv": lambda publicatie: as_csv(FIGURE_FIELDS, figure_rows(publicatie)),
    "cijfers.json": lambda publicatie: as_json(publicatie, "cijfers", figure_rows(publicatie)),
    "normen.csv": lambda publicatie: as_csv(NORM_FIELDS, norm_rows(publicatie)),
    "normen.json": lambda publicatie: as_json(publicatie, "normen", norm_rows(publicatie)),
    "dcat.jsonld": describe,
}
"""How each file is made, by its name; they stand beside each other at `Publicatie.adres`."""


def open_data(publicatie: Publicatie) -> Mapping[str, bytes]:
    """All files by name; the same publication always gives the same bytes."""
    return {name: make(publicatie) for name, make in FILES.items()}
