"""The status of a norm by a rule anybody can read (docs/beoordelen.md), with the sum behind it in words."""

from wederkerig.monitoring.beoordelen.uitkomst import (
    STATUSSEN,
    Beoordeling,
    Gepland,
    Jaarbeoordeling,
    Kring,
    Status,
)

__all__ = [
    "STATUSSEN",
    "Beoordeling",
    "Gepland",
    "Jaarbeoordeling",
    "Kring",
    "Status",
]
