"""Keeping what somebody typed of a figure before it is handed in, also what is wrong, to be mended."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.model.taal import Hoeveelheid
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.domain import gebeurtenissen
from wederkerig.web.monitor.domain.invoer import InvoerError, read_base, read_figure
from wederkerig.web.monitor.domain.invullen import Opgave, Vraag
from wederkerig.web.monitor.models import Invulling

LANGSTE_GETAL, LANGSTE_BRON, LANGSTE_TEKST = 60, 300, 2_000


@dataclass(frozen=True, slots=True)
class Getypt:
    """What somebody typed of one figure. gezien: stands for what they saw when they began."""

    waarde: str = ""
    noemer: str = ""
    bron: str = ""
    toelichting: str = ""
    gezien: str = ""

    @property
    def teken(self) -> str:
        """Stands for these words."""
        words = [self.waarde, self.noemer, self.bron, self.toelichting]
        return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Botsing:
    """Somebody else filled in the same figure since: what stands there now, and what was typed."""

    nu: Invulling
    getypt: Getypt


@dataclass(frozen=True, slots=True)
class Bewaard:
    """How many figures were kept; by field those that others changed meanwhile, and that are too long."""

    aantal: int
    botsingen: Mapping[str, Botsing]
    te_lang: Mapping[str, str]


def typed_of(row: Invulling | None) -> Getypt:
    """What stands in a draft."""
    return Getypt(row.waarde, row.noemer, row.bron, row.toelichting) if row else Getypt()


def mark_of(row: Invulling | None) -> str:
    """What a form carries along, to see whether somebody else changed the draft since."""
    return f"{row.stand if row else 0}-{typed_of(row).teken}"


@transaction.atomic
def keep(opgave: Opgave, getypt: Mapping[str, Getypt], *, door: Gebruiker) -> Bewaard:
    """Keep what was typed, by the field of a figure that is due; what is not due is not kept.

    What this person did not touch stays as others made it; what both changed is kept as it was, and told.
    """
    Organisatie.objects.select_for_update().get(pk=opgave.organisatie.pk)
    kept = 0
    clashes: dict[str, Botsing] = {}
    long: dict[str, str] = {}
    for vraag in opgave.vragen:
        said = getypt.get(vraag.veld)
        if said is None or said.gezien.endswith(f"-{said.teken}"):
            continue
        if why := _too_long(said):
            long[vraag.veld] = why
            continue
        row = _draft(vraag)
        if typed_of(row).teken == said.teken:
            continue
        if row is not None and said.gezien != mark_of(row):
            clashes[vraag.veld] = Botsing(row, said)
            continue
        _write(vraag, row, said, door)
        kept += 1
    return Bewaard(kept, clashes, long)


def _too_long(said: Getypt) -> str:
    limits = {
        "waarde": LANGSTE_GETAL,
        "noemer": LANGSTE_GETAL,
        "bron": LANGSTE_BRON,
        "toelichting": LANGSTE_TEKST,
    }
    for name, most in limits.items():
        if len(getattr(said, name)) > most:
            return _("Dit is te lang. Maak het korter dan %(meest)d tekens; het is nog niet bewaard.") % {
                "meest": most
            }
    return ""


def _draft(vraag: Vraag) -> Invulling | None:
    about = vraag.onderwerp._asdict()
    return Invulling.objects.filter(organisatie=vraag.organisatie, gemeente=vraag.gemeente, **about).first()


def _write(vraag: Vraag, row: Invulling | None, said: Getypt, door: Gebruiker) -> None:
    was = gebeurtenissen.as_typed(row) if row else None
    about = vraag.onderwerp._asdict()
    row = row or Invulling(organisatie=vraag.organisatie, gemeente=vraag.gemeente, **about)
    row.waarover = vraag.waarover
    row.waarde, row.noemer, row.bron, row.toelichting = said.waarde, said.noemer, said.bron, said.toelichting
    row.stand += 1
    row.door, row.door_naam = door, door.naam
    row.save()
    gebeurtenissen.ingevuld(row, door, was=was)


@dataclass(frozen=True, slots=True)
class Invoer:
    """A draft as figures, or what is wrong with it, by the name of the part."""

    vraag: Vraag
    waarde: Hoeveelheid | None = None
    noemer: Hoeveelheid | None = None
    fouten: Mapping[str, str] | None = None

    @property
    def kan(self) -> bool:
        """Whether it can be handed in."""
        return self.waarde is not None and not self.fouten


def read_drafts(vragen: Sequence[Vraag], *, op: date) -> list[Invoer]:
    """The drafts that have a figure, each read; what is wrong is said with it."""
    return [read_draft(vraag, typed_of(vraag.invulling), op=op) for vraag in vragen if vraag.is_ingevuld]


def zonder_totaal() -> str:
    """Why a figure cannot do without what it is a share or mean of."""
    return _(
        "Het totaal ontbreekt. Dit cijfer wordt met dat van andere partijen samengenomen, en dat kan alleen "
        "als bekend is van hoeveel het een deel is."
    )


def read_draft(vraag: Vraag, getypt: Getypt, *, op: date) -> Invoer:
    """What was typed of one figure, read."""
    fouten: dict[str, str] = {}
    waarde = noemer = None
    if not getypt.waarde.strip():
        return Invoer(vraag)
    try:
        waarde = read_figure(getypt.waarde, vraag.indicator)
    except InvoerError as error:
        fouten["waarde"] = str(error)
    try:
        noemer = read_base(getypt.noemer)
    except InvoerError as error:
        fouten["noemer"] = str(error)
    else:
        if noemer is None and vraag.gevraagd.met_noemer:
            fouten["noemer"] = zonder_totaal()
        if noemer == 0 and waarde:
            fouten["noemer"] = _("Van niets kan geen deel zijn. Kijk het cijfer en het totaal na.")
    if vraag.gevraagd.peildatum > op:
        fouten["waarde"] = _("Deze dag is nog niet geweest. Dien dit cijfer daarna in.")
    return Invoer(vraag, waarde, noemer, fouten)
