"""A `Document` becomes an `Overeenkomst` or a `Jaarplan`, each fact with its place."""

from wederkerig.reading.read import read_stuk

__all__ = ["read_stuk"]
