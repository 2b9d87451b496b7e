"""Files that show where a figure comes from; seen by those who see the figure."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain import gebeurtenissen
from wederkerig.web.monitor.domain.bytes_bewaren import keep_bytes
from wederkerig.web.monitor.domain.indienen import agreements_with
from wederkerig.web.monitor.models import Bewijs, Meting
from wederkerig.web.register.domain.gebeurtenissen import done_by
from wederkerig.web.register.domain.inzenden import clean_name
from wederkerig.web.register.models import Overeenkomst

SOORTEN = (".pdf", ".docx", ".odt", ".xlsx", ".ods", ".csv", ".txt", ".png", ".jpg", ".jpeg")
MEESTE = 10
"""How many files one figure can have."""


class BewijsError(Exception):
    """A file that is not taken; the sentence says why."""


@transaction.atomic
def add_evidence(meting: Meting, inhoud: bytes, naam: str, *, door: Gebruiker) -> Bewijs | None:
    """Keep a file with a figure; None where just this file was there already. Raises BewijsError."""
    Meting.objects.select_for_update().get(pk=meting.pk)
    name = clean_name(naam)
    if not inhoud:
        raise BewijsError(_("Dit bestand is leeg. Kijk of het juiste bestand is gekozen."))
    if len(inhoud) > settings.GROOTSTE_BESTAND:
        raise BewijsError(_("Dit bestand is te groot."))
    if PurePath(name).suffix.lower() not in SOORTEN:
        raise BewijsError(
            _("Dit soort bestand kan niet. Kies een bestand dat eindigt op %(soorten)s.")
            % {"soorten": ", ".join(SOORTEN)}
        )
    sha256 = hashlib.sha256(inhoud).hexdigest()
    if meting.bewijzen.filter(bestand=sha256).exists():
        return None
    if meting.bewijzen.count() >= MEESTE:
        raise BewijsError(
            _("Bij dit cijfer staan al %(meest)d bestanden; meer kan niet.") % {"meest": MEESTE}
        )
    row = Bewijs.objects.create(
        meting=meting, bestand_id=keep_bytes(inhoud), bestandsnaam=name, **done_by(door, meting.organisatie)
    )
    gebeurtenissen.bewezen(row, agreements_with(meting.organisatie, meting.gemeente), door)
    return row


def is_shown_in(overeenkomst: Overeenkomst, meting: Meting) -> bool:
    """Whether the parties of these agreements see a figure: it is of one of them, in their municipality."""
    heir = heirs()
    parties = overeenkomst.partijen.filter(organisatie__isnull=False).values_list("organisatie_id", flat=True)
    now = {heir.get(pk, pk) for pk in parties}
    return (
        heir.get(meting.organisatie_id, meting.organisatie_id) in now
        and overeenkomst.gemeenten.filter(pk=meting.gemeente_id).exists()
    )
