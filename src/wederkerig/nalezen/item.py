"""What the screen shows: every fact a person can settle, its fields as they are and as they were read."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from wederkerig.model import Bron
from wederkerig.model.bron import Model
from wederkerig.nalezen.verbetering import FeitSoort, Verbetering

Invoer = Literal[
    "tekst",
    "lange tekst",
    "getal",  # a decimal, as a string
    "jaar",  # a whole number
    "datum",  # YYYY-MM-DD
    "dag",  # YYYY-MM-DD, or --MM-DD for a day that recurs every year
    "datum of tekst",
    "keuze",
    "lijst",  # one thing a line
    "rij",  # the cells of one row, parted by tabs
    "tabel",  # one row a line, cells parted by tabs
]


class Keuze(Model):
    """One value to choose from, and how it reads on the screen."""

    waarde: str
    label: str


class Veld(Model):
    """One field of a fact.

    waarde: its value now, as JSON; gelezen: the value as read (None for a fact that a person added).
    tekst: the value as a Dutch user types it; `check_value` makes the same value of it again.
    """

    naam: str
    label: str
    invoer: Invoer
    waarde: JsonValue = None
    gelezen: JsonValue = None
    tekst: str = ""
    keuzes: tuple[Keuze, ...] = ()
    verplicht: bool = False
    verbeterd: bool = False


class Item(Model):
    """A fact on the screen: what it is, where it stands, its fields, and what a person said of it.

    ouder: the key of the agreement or step it belongs to. twijfel: the doubt as read; open: whether
    nobody has settled it yet. weg: it, or what it belongs to, was not there.
    """

    sleutel: str
    ouder: str | None = None
    soort: FeitSoort
    plaats: str
    woorden: str = ""
    velden: tuple[Veld, ...] = ()
    bron: Bron | None = None
    twijfel: str | None = None
    open: bool = False
    bevestigd: bool = False
    verbeterd: bool = False
    weg: bool = False
    nieuw: bool = False

    def veld(self, naam: str) -> Veld | None:
        """The field of that name."""
        return next((veld for veld in self.velden if veld.naam == naam), None)


class Los(Model):
    """A correction whose fact is not found in this reading; the nearest fact is a suggestion."""

    verbetering: Verbetering
    uitleg: str
    nabij: str | None = None
    nabij_plaats: str | None = None
    nabij_woorden: str | None = None


class Botsing(Model):
    """A correction of a value that is now read otherwise than when it was corrected.

    gelezen: what is read now, as JSON. The correction still holds until a person says otherwise.
    """

    verbetering: Verbetering
    uitleg: str
    plaats: str
    gelezen: JsonValue = None
