"""A party brings in a document: the file, that it was brought in, and that it is to be read, at once or not.

The same file of the same organisation is there once: who brings it in again comes to what is there.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.rechten import Actie, mag
from wederkerig.web.rechten.oordeel import organisaties_in_rol
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.domain.lezen import lease
from wederkerig.web.register.models import Bestand, Fase, Inzending, Overeenkomst
from wederkerig.web.register.tasks import lees_inzending

MEESTE_WACHTENDE = 20
"""How many documents of one organisation wait at once: reading takes turns, and others have theirs too."""
_LONGEST_NAME = 255
_NAMELESS = "document"


class InbrengenError(Exception):
    """Why a file is not taken in, in Dutch."""


class Ingebracht(NamedTuple):
    """What came of bringing in a file; nieuw: it was not there yet."""

    inzending: Inzending
    nieuw: bool


def brengt_in_voor(gebruiker: Gebruiker) -> list[Organisatie]:
    """The organisations for which somebody may bring in documents; a merged one brings in nothing."""
    able = organisaties_in_rol(gebruiker, Actie.BRENG_IN)
    own = Organisatie.objects.filter(pk__in=able, opvolger__isnull=True)
    return [organisatie for organisatie in own if mag(gebruiker, Actie.BRENG_IN, organisatie)]


def overeenkomsten_van(gebruiker: Gebruiker) -> QuerySet[Overeenkomst]:
    """The agreements to which an organisation of this person is party."""
    own = organisaties_in_rol(gebruiker, Actie.BRENG_IN)
    return Overeenkomst.objects.filter(partijen__organisatie__in=own).distinct()


def recent(gebruiker: Gebruiker, most: int = 10) -> list[Inzending]:
    """What this person's organisations brought in last and did not adopt or take back yet."""
    seen = organisaties_in_rol(gebruiker, Actie.BEKIJK_INZENDING)
    own = Inzending.objects.filter(organisatie__in=seen)
    going_on = own.exclude(fase__in={Fase.VASTGESTELD, Fase.INGETROKKEN})
    return list(going_on.select_related("organisatie")[:most])


@transaction.atomic
def breng_in(
    inhoud: bytes,
    naam: str,
    *,
    organisatie: Organisatie,
    gebruiker: Gebruiker,
    overeenkomst: Overeenkomst | None = None,
) -> Ingebracht:
    """Keep the file and have it read; or find what this organisation made of the same file before."""
    sha256 = hashlib.sha256(inhoud).hexdigest()
    # two who bring in the same file at once wait for each other here
    held = Organisatie.objects.select_for_update().get(pk=organisatie.pk)
    if held.opvolger_id is not None:
        raise InbrengenError(
            _("%(naam)s is opgegaan in een andere organisatie. Breng het document namens die in.")
            % {"naam": held}
        )
    there = _there(sha256, organisatie)
    if there is not None:
        return Ingebracht(there, nieuw=False)
    if organisatie.inzendingen.filter(fase=Fase.WACHT).count() >= MEESTE_WACHTENDE:
        raise InbrengenError(
            _("Er wachten al %(aantal)d documenten van %(naam)s om te worden gelezen. Probeer het later.")
            % {"aantal": MEESTE_WACHTENDE, "naam": organisatie}
        )
    Bestand.objects.get_or_create(sha256=sha256, defaults={"grootte": len(inhoud), "inhoud": inhoud})
    inzending = Inzending.objects.create(
        organisatie=organisatie,
        bestand_id=sha256,
        bestandsnaam=clean_name(naam),
        overeenkomst=overeenkomst,
        gelezen_tot=timezone.now() + lease(),
        door=gebruiker,
        door_naam=gebruiker.naam,
    )
    gebeurtenissen.ingebracht(inzending, gebruiker)
    lees_inzending.enqueue(str(inzending.pk))
    return Ingebracht(inzending, nieuw=True)


def _there(sha256: str, organisatie: Organisatie) -> Inzending | None:
    same = Inzending.objects.filter(bestand=sha256, organisatie=organisatie)
    return same.exclude(fase=Fase.INGETROKKEN).order_by("op").first()


def clean_name(raw: str) -> str:
    """The name of a file as data: no folders, nothing that cannot be printed, not too long."""
    name = unicodedata.normalize("NFC", raw).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(" " if unicodedata.category(each)[0] in "CZ" else each for each in name)
    name = re.sub(r" +", " ", kept).strip(" .")
    if len(name) <= _LONGEST_NAME:
        return name or _NAMELESS
    stem, dot, ending = name.rpartition(".")
    short = _LONGEST_NAME - len(ending) - 1
    return f"{stem[:short]}{dot}{ending}" if dot and len(ending) <= 10 else name[:_LONGEST_NAME]


@transaction.atomic
def vraag_opnieuw_lezen(inzending: Inzending, gebruiker: Gebruiker) -> bool:
    """Have a document read once more: after it failed, or by a newer reader. False where it cannot be."""
    row = Inzending.objects.select_for_update().get(pk=inzending.pk)
    if row.fase not in {Fase.MISLUKT, Fase.NALEZEN}:
        return False
    row.fase, row.voortgang, row.stap, row.fout = Fase.WACHT, 0, "", ""
    row.gelezen_tot = timezone.now() + lease()
    row.stand += 1
    row.save()
    gebeurtenissen.opnieuw_gevraagd(row, gebruiker)
    lees_inzending.enqueue(str(row.pk))
    return True


@transaction.atomic
def trek_in(inzending: Inzending, gebruiker: Gebruiker) -> bool:
    """Take a document back before it is adopted; the log keeps what was said. False where too late."""
    row = Inzending.objects.select_for_update().get(pk=inzending.pk)
    if row.fase in {Fase.VASTGESTELD, Fase.INGETROKKEN}:
        return row.fase == Fase.INGETROKKEN
    row.fase = Fase.INGETROKKEN
    row.stand += 1
    row.save(update_fields=["fase", "stand"])
    gebeurtenissen.ingetrokken(row, gebruiker)
    return True
