"""The icons, on a field of 20 by 20 with a line of one width; decoration only, words stand beside them."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_PATHS = {
    "afdrukken": "M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z",
    "bewerken": "M4 16l1-4 8-8 3 3-8 8zM11 6l3 3",
    "document": "M5 3h7l3 3v11H5zM12 3v4h3M8 11h4M8 14h4",
    "downloaden": "M10 3v10M6 9l4 4 4-4M4 17h12",
    "filter": "M3 5h14l-5.5 6v5l-3-1.5V11z",
    "gebruiker": "M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17c.6-3 3-5 6.5-5s5.9 2 6.5 5",
    "gemeente": "M3 17h14M4.5 17V9M8 17V9M12 17V9M15.5 17V9M3 9h14L10 3.5z",
    "info": "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.2v.1",
    "klok": "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v4l3 2",
    "koppeling": "M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2",
    "kruis": "M5 5l10 10M15 5L5 15",
    "let-op": "M10 3.5L18 17H2zM10 8.5v4M10 14.7v.1",
    "omhoog": "M5 12.5l5-5 5 5",
    "omlaag": "M5 7.5l5 5 5-5",
    "pijl-links": "M16 10H4M9 5l-5 5 5 5",
    "pijl-rechts": "M4 10h12M11 5l5 5-5 5",
    "plus": "M10 4v12M4 10h12",
    "prullenbak": "M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6M8.5 9v5M11.5 9v5",
    "sleutel": "M7 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM9.5 10L16 3.5M13 6.5l2.5 2.5",
    "slot": "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
    "uploaden": "M10 14V4M6 8l4-4 4 4M4 17h12",
    "vinkje": "M4 10.5l4 4 8-9",
    "vraag": (
        "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z"
        "M7.8 8a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.8M10 14.2v.1"
    ),
}
NAMEN = tuple(_PATHS)


def icon(naam: str) -> SafeString:
    """An icon by its name; a screen reader passes it over. KeyError for a name that is not drawn."""
    return format_html(
        '<svg class="w-icoon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"'
        ' focusable="false"><path d="{}"/></svg>',
        mark_safe(_PATHS[naam]),  # noqa: S308  # from the table above
    )
