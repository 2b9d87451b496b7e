"""What is published, by whom, and under which name."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from pydantic import Field

from wederkerig.model import Meting, Model, Norm
from wederkerig.monitoring.beoordelen import Beoordeling

LICENCE: Final = "http://publications.europa.eu/resource/authority/licence/CC0"
"""CC0: figures of a government are facts, and who uses them needs to ask or name nobody."""

Tooi = Annotated[str, Field(pattern=r"^https://identifier\.overheid\.nl/tooi/id/gemeente/gm\d{4}$")]
Adres = Annotated[str, Field(pattern=r"^https?://[^\s<>\"{}|\\^`]+[^\s<>\"{}|\\^`/]$")]
Mail = Annotated[str, Field(pattern=r"^[^\s<>@:?]+@[^\s<>@:?]+$")]


class Publicatie(Model):
    """The open data of one municipality: only what may be published is put in it.

    tooi: the municipality in the register of government organisations (TOOI), where that is known.
    adres: where the files stand, without a slash at its end.
    contact, contact_mail: whom to ask. gepubliceerd, bijgewerkt: when first, and when last.
    drempel: from how many dwellings on a figure of a list of dwellings is shown.
    """

    gemeente: str
    tooi: Tooi | None = None
    adres: Adres
    contact: str
    contact_mail: Mail
    gepubliceerd: date
    bijgewerkt: date
    metingen: tuple[Meting, ...] = ()
    normen: tuple[Norm, ...] = ()
    beoordelingen: tuple[Beoordeling, ...] = ()
    drempel: int
