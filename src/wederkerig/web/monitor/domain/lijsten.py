"""A corporation's lists of dwellings: brought in, its columns pointed out, its file thrown away.

A list is its organisation's own and never leaves it; only figures do, when somebody hands them in
(lijst_indienen). What happens in the background stands in lijst_berekenen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wederkerig.monitoring.woningen import Kolomkeuze
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.monitor.domain import voorraadgebeurtenissen as gebeurtenissen
from wederkerig.web.monitor.domain.bytes_bewaren import forget_bytes, keep_bytes
from wederkerig.web.monitor.domain.lijst_berekenen import lease
from wederkerig.web.monitor.models import Kolomkeuze as Onthouden
from wederkerig.web.monitor.models import LijstFase, Woningenlijst
from wederkerig.web.monitor.tasks import bereken_lijst
from wederkerig.web.register.domain.inzenden import clean_name

_THROWN = gettext_noop("De lijst is weggegooid voordat hij was berekend.")
MEESTE_WACHTENDE = 5
"""How many lists of one organisation wait at once: computing takes turns, and others have theirs too."""


class LijstError(Exception):
    """Why something cannot be done with a list, in Dutch."""


class VerouderdError(Exception):
    """Somebody changed it since this person saw it; nu: as it is now."""

    def __init__(self, nu: Woningenlijst) -> None:
        super().__init__(nu.bestandsnaam)
        self.nu = nu


def lists_of(organisatie: Organisatie) -> QuerySet[Woningenlijst]:
    """The lists of an organisation and of those that were merged into it, the last first."""
    return Woningenlijst.objects.filter(organisatie__in=one_with(organisatie)).select_related("organisatie")


@transaction.atomic
def bring_in(
    inhoud: bytes, naam: str, *, peildatum: date, organisatie: Organisatie, gebruiker: Gebruiker
) -> Woningenlijst:
    """Keep the file and have it opened. Raises LijstError."""
    held = Organisatie.objects.select_for_update().get(pk=organisatie.pk)
    if held.opvolger_id is not None:
        what = _("%(naam)s is opgegaan in een andere organisatie. Breng de lijst namens die in.")
        raise LijstError(what % {"naam": held})
    if held.woningenlijsten.filter(fase=LijstFase.WACHT).count() >= MEESTE_WACHTENDE:
        what = _("Er wachten al %(aantal)d lijsten om te worden berekend. Probeer het over een paar minuten.")
        raise LijstError(what % {"aantal": MEESTE_WACHTENDE})
    if peildatum > timezone.localdate():
        raise LijstError(_("De peildatum ligt in de toekomst. Kies de dag waarop de lijst is gemaakt."))
    sha256 = keep_bytes(inhoud)
    lijst = Woningenlijst.objects.create(
        organisatie=held,
        bestand_id=sha256,
        bestandsnaam=clean_name(naam),
        peildatum=peildatum,
        fase=LijstFase.WACHT,
        gelezen_tot=timezone.now() + lease(),
        door=gebruiker,
        door_naam=gebruiker.naam,
    )
    gebeurtenissen.lijst_ingebracht(lijst, gebruiker)
    bereken_lijst.enqueue(str(lijst.pk))
    return lijst


@transaction.atomic
def choose_sheet(lijst: Woningenlijst, blad: str, *, stand: int) -> None:
    """Open another sheet of the workbook. Raises LijstError or VerouderdError."""
    row = _held(lijst, stand)
    if blad not in row.bladen:
        raise LijstError(_("Dat blad staat niet in het bestand. Kies een van de bladen die er zijn."))
    row.blad, row.kop, row.voorbeelden, row.kolommen = blad, [], [], {}
    _wait(row)


@transaction.atomic
def point_columns(
    lijst: Woningenlijst,
    keuze: Kolomkeuze,
    gebruiker: Gebruiker,
    *,
    peildatum: date,
    stand: int,
) -> None:
    """Say which column is which field, remember that for lists with this heading, and have it computed.

    Raises LijstError or VerouderdError.
    """
    row = _held(lijst, stand)
    kolommen = keuze.model_dump(mode="json", exclude={"onzeker"})
    row.kolommen, row.peildatum = kolommen, peildatum
    Onthouden.objects.update_or_create(
        organisatie=row.organisatie, kop=heading_key(row.kop), defaults={"kolommen": kolommen}
    )
    gebeurtenissen.kolommen_aangewezen(row, gebruiker)
    _wait(row)


def columns_of(lijst: Woningenlijst) -> Kolomkeuze:
    """Which column is which field, as proposed or as somebody said."""
    return Kolomkeuze.model_validate(lijst.kolommen)


def remembered_columns(organisatie: Organisatie, kop: Sequence[str]) -> Kolomkeuze | None:
    """What this organisation said last of a list with this heading; None where it said nothing."""
    own = one_with(organisatie)
    found = Onthouden.objects.filter(organisatie__in=own, kop=heading_key(kop)).order_by("-op").first()
    return None if found is None else Kolomkeuze.model_validate(found.kolommen)


def heading_key(kop: Sequence[str]) -> str:
    """A heading as a key: the same words in the same order give the same."""
    words = "\x1f".join(" ".join(word.split()).casefold() for word in kop)
    return hashlib.sha256(words.encode()).hexdigest()


def _held(lijst: Woningenlijst, stand: int) -> Woningenlijst:
    """The row, for who saw it last; its file must be there still."""
    row = Woningenlijst.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=lijst.pk)
    if row.bestand_id is None:
        raise LijstError(_("Het bestand is weggegooid. Breng de lijst opnieuw in om opnieuw te rekenen."))
    if row.stand != stand or row.fase == LijstFase.WACHT:
        raise VerouderdError(row)
    return row


def _wait(row: Woningenlijst) -> None:
    row.fase, row.voortgang, row.stap, row.fout = LijstFase.WACHT, 0, "", ""
    row.gelezen_tot = timezone.now() + lease()
    row.stand += 1
    row.save()
    bereken_lijst.enqueue(str(row.pk))


@transaction.atomic
def try_again(lijst: Woningenlijst) -> bool:
    """Have a list opened or computed once more after it failed; False where there is nothing to try."""
    row = Woningenlijst.objects.select_for_update().get(pk=lijst.pk)
    if row.fase != LijstFase.MISLUKT or row.bestand_id is None:
        return False
    _wait(row)
    return True


@transaction.atomic
def throw_away(lijst: Woningenlijst, gebruiker: Gebruiker) -> bool:
    """Throw away the file: what was computed from it stays. False where it is computed right now.

    Its bytes go from the database, unless somebody else keeps the same file.
    """
    row = Woningenlijst.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=lijst.pk)
    if row.fase == LijstFase.WACHT:
        return False
    if row.bestand_id is None:
        return True
    gone = [row.bestand_id, *([row.foutenbestand_id] if row.foutenbestand_id else [])]
    gebeurtenissen.lijst_weggegooid(row, gebruiker, row.bestand_id)
    row.bestand = row.foutenbestand = None
    row.voorbeelden = []
    if row.fase != LijstFase.KLAAR:
        row.fase, row.fout = LijstFase.MISLUKT, _THROWN
    row.stand += 1
    row.save()
    for sha256 in gone:
        forget_bytes(sha256)
    return True
