"""A party says what a norm is: that it was read right, what it should be, that it is none, or one more."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.model import Norm
from wederkerig.monitoring.normtekst import norm_words
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.domain import gebeurtenissen
from wederkerig.web.monitor.domain.normen import PLAATS, NormVanAfspraken, agreement_numbered, find_norm
from wederkerig.web.monitor.domain.signalen import signal
from wederkerig.web.monitor.models import Bevestiging
from wederkerig.web.rechten import Actie
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.register.domain.gebeurtenissen import done_by
from wederkerig.web.register.models import Overeenkomst

TOEGEVOEGD = "toegevoegd-"
MEESTE_TOEGEVOEGD = 100
"""How many norms one party adds to agreements: each asks others for figures, on one page."""


class BevestigError(Exception):
    """What cannot be said of a norm; the sentence says why, and what to do."""


class IntussenGezegdError(Exception):
    """Somebody said something of the norm since; `nu` is what it is now."""

    def __init__(self, nu: NormVanAfspraken) -> None:
        super().__init__(nu.sleutel)
        self.nu = nu


def speaks_for(gebruiker: Gebruiker, overeenkomst: Overeenkomst) -> list[Organisatie]:
    """The parties for which this person may say how a norm is measured."""
    return list(
        Organisatie.objects.filter(pk__in=organisaties_voor(gebruiker, Actie.BEVESTIG_NORM, overeenkomst))
    )


@transaction.atomic
def confirm(  # noqa: PLR0913  # who says what of which norm
    overeenkomst: Overeenkomst,
    sleutel: str,
    norm: Norm | None,
    *,
    stand: int,
    namens: Organisatie,
    door: Gebruiker,
    toelichting: str = "",
    op: date | None = None,
) -> Bevestiging | None:
    """Say what a norm is, or with None that it is none; None back where just that was said already.

    stand: what was last said of it when this person looked. op: the day on which figures that are there
    already may give a signal by it; None gives none. Raises IntussenGezegdError where that changed,
    BevestigError where there is no such norm.
    """
    Overeenkomst.objects.select_for_update().get(pk=overeenkomst.pk)
    held = find_norm(overeenkomst, sleutel)
    if held is None:
        raise BevestigError(_("Deze norm staat niet (meer) in de afspraken."))
    said = None if norm is None else _as_said(norm, held.norm)
    last = held.laatste
    same = last is not None and held.gezegd not in {"gewijzigd", "gelezen"} and last.norm == said
    if same and last is not None and last.toelichting == toelichting.strip():
        return None
    if held.stand != stand:
        raise IntussenGezegdError(held)
    was = norm_words(held.norm) if held.gezegd != "geen norm" else None
    return _say(
        overeenkomst,
        held.norm,
        norm,
        gelezen=held.gelezen,
        namens=namens,
        door=door,
        toelichting=toelichting,
        was=was,
        op=op,
    )


@transaction.atomic
def add(  # who adds what, with the agreement it belongs to
    overeenkomst: Overeenkomst,
    norm: Norm,
    *,
    nummer: str,
    namens: Organisatie,
    door: Gebruiker,
    toelichting: str = "",
    op: date | None = None,
) -> Bevestiging:
    """Add a norm that reading did not propose. Raises BevestigError where no agreement has that number."""
    Overeenkomst.objects.select_for_update().get(pk=overeenkomst.pk)
    afspraak = agreement_numbered(overeenkomst, nummer)
    if afspraak is None:
        raise BevestigError(
            _("Er is geen afspraak %(nummer)s. Kijk in de tekst welk nummer erbij hoort.")
            % {"nummer": nummer.strip()[:40]}
        )
    added = overeenkomst.bevestigingen.filter(organisatie=namens, sleutel__startswith=TOEGEVOEGD)
    if added.values("sleutel").distinct().count() >= MEESTE_TOEGEVOEGD:
        raise BevestigError(
            _("%(naam)s voegde al %(aantal)d normen toe; meer kan niet.")
            % {"naam": namens, "aantal": MEESTE_TOEGEVOEGD}
        )
    place = {
        "sleutel": f"{TOEGEVOEGD}{uuid.uuid4().hex[:12]}",
        "afspraak": afspraak.id or "",
        "nummer": afspraak.nummer,
        "bron": None,
    }
    made = norm.model_copy(update=place)
    return _say(
        overeenkomst,
        made,
        made,
        gelezen=None,
        namens=namens,
        door=door,
        toelichting=toelichting,
        was=None,
        op=op,
        nieuw=True,
    )


def _as_said(norm: Norm, held: Norm) -> dict[str, Any]:
    """What is kept of a norm: its place and words stay those of the document."""
    return _as_data(norm.model_copy(update={name: getattr(held, name) for name in ("sleutel", *PLAATS)}))


def _as_data(norm: Norm) -> dict[str, Any]:
    return norm.model_dump(mode="json", exclude={"bron", "twijfel"})


def _say(  # noqa: PLR0913  # the sides of what is said
    overeenkomst: Overeenkomst,
    held: Norm,
    norm: Norm | None,
    *,
    gelezen: Norm | None,
    namens: Organisatie,
    door: Gebruiker,
    toelichting: str,
    was: str | None,
    op: date | None,
    nieuw: bool = False,
) -> Bevestiging:
    row = Bevestiging.objects.create(
        overeenkomst=overeenkomst,
        organisatie=namens,
        sleutel=held.sleutel,
        norm=None if norm is None else _as_said(norm, held),
        gelezen=None if gelezen is None else _as_data(gelezen),
        toelichting=toelichting.strip(),
        **done_by(door, namens),
    )
    werd = norm_words(norm) if norm else None
    gebeurtenissen.norm_bevestigd(row, f"afspraak {held.nummer}", door, was=was, werd=werd, nieuw=nieuw)
    if op is not None:
        signal(overeenkomst, op=op)
    return row
