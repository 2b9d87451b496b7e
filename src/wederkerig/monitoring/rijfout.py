"""What was wrong with a row that somebody typed or uploaded, so that it can be shown at that row."""

from __future__ import annotations

from wederkerig.model import Model


class Rijfout(Model):
    """One thing wrong with one row, in Dutch.

    rij: the row as the program of the user counts it: the heading is row 1.
    kolom: the heading of the column as it stands in the file; "" where it is about the whole row.
    waarde: what stood there, as text; "" for an empty cell.
    uitleg: what is wrong; advies: what to do.
    """

    rij: int
    kolom: str
    waarde: str
    uitleg: str
    advies: str
