"""The status of a norm by a rule anybody can read (docs/beoordelen.md), with the sum behind it in words."""

from wederkerig.monitoring.beoordelen.beoordeling import beoordeel
from wederkerig.monitoring.beoordelen.cijfers import suppliers
from wederkerig.monitoring.beoordelen.uitkomst import (
    STATUSSEN,
    Beoordeling,
    Gepland,
    Jaarbeoordeling,
    Kring,
    Status,
)
from wederkerig.monitoring.beoordelen.zinnen import zin

__all__ = [
    "STATUSSEN",
    "Beoordeling",
    "Gepland",
    "Jaarbeoordeling",
    "Kring",
    "Status",
    "beoordeel",
    "suppliers",
    "zin",
]
