"""A `Document` becomes an `Overeenkomst` or a `Jaarplan`, each fact with its place."""

from wederkerig.reading.opnieuw import reread, reread_stuk
from wederkerig.reading.read import read_stuk

__all__ = ["read_stuk", "reread", "reread_stuk"]
