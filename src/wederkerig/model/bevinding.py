"""What a check says of a document."""

from __future__ import annotations

from typing import Literal

from wederkerig.model.bron import Bron, Model

Ernst = Literal["fout", "waarschuwing", "advies"]


class Bevinding(Model):
    """One finding: which check, how serious, what is the matter, where, and what to do."""

    code: str
    ernst: Ernst
    plaats: str
    uitleg: str
    advies: str
    bron: Bron | None = None
