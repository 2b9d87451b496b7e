"""What stands instead of a chart for who does not see it."""

from __future__ import annotations

from wederkerig.export.words import one_line
from wederkerig.monitoring.grafiek import Grafiek


def alt_text(grafiek: Grafiek) -> str:
    """Its title and what it shows, on one line."""
    titel, shows = one_line(grafiek.titel), one_line(grafiek.beschrijving)
    return f"{titel}{'' if titel.endswith(('.', '?', '!', '…')) else '.'} {shows}".strip()
