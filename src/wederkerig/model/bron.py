"""Where in a document a fact stands, and how sure reading was of it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """What all models share: they never change, and know no keys but their own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bron(Model):
    """The place of a fact in its document.

    van, tot: half-open offsets into the text as read.
    pagina: 1-based, or None where the format has no pages.
    citaat: the exact words at that place; voor, na: a little text around them. Together they find
        the place back after the document has been edited (a W3C text quote selector).
    """

    van: int
    tot: int
    pagina: int | None = None
    citaat: str = ""
    voor: str = ""
    na: str = ""


class Feit(Model):
    """A fact read from a document: its place, and a doubt where reading had to choose."""

    bron: Bron | None = None
    twijfel: str | None = None
