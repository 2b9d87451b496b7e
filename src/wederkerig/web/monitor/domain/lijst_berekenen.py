"""A list of dwellings in the background: opened, and once its columns are known computed.

A process apart does both (monitor/lijstproces); what breaks off is done again, and doing it twice gives the
same figures once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.woningen import error_lines
from wederkerig.web.monitor.domain import voorraadgebeurtenissen as gebeurtenissen
from wederkerig.web.monitor.domain.bytes_bewaren import forget_bytes, keep_bytes
from wederkerig.web.monitor.lijstproces import Berekend, Geopend, LijstprocesError, compute_apart, open_apart
from wederkerig.web.monitor.models import Cijfer, LijstFase, Woningenlijst
from wederkerig.web.register.domain.herhalen import broken_off
from wederkerig.web.register.domain.herkennen import plain_name
from wederkerig.web.register.models import Bestand, Gemeente

_LONGEST_NAME = 120
_GRACE = timedelta(seconds=60)
_GIVEN_UP = gettext_noop(
    "Het berekenen van deze lijst werd telkens afgebroken. "
    "Probeer het later nog een keer, of breng de lijst in delen in."
)


def lease() -> timedelta:
    """How long a worker that says nothing is trusted to be alive."""
    return timedelta(seconds=settings.LIJST_SECONDEN) + _GRACE


def bereken(pk: str) -> None:
    """Do for this list what comes next, unless nobody waits for it any more."""
    lijst = _claim(pk)
    if lijst is None:
        return
    inhoud = bytes(Bestand.objects.get(pk=lijst.bestand_id).inhoud)
    try:
        keep = _open(lijst, inhoud) if not lijst.kop else _compute(lijst, inhoud)
    except LijstprocesError as fout:
        _fail(pk, lijst.stand, str(fout))
        return
    with transaction.atomic():
        row = _waiting(pk, lijst.stand)
        if row is not None:
            keep(row)


def _open(lijst: Woningenlijst, inhoud: bytes) -> Callable[[Woningenlijst], None]:
    geopend = open_apart(inhoud, lijst.bestandsnaam, lijst.blad, _teller(lijst))
    return lambda row: _keep_opened(row, geopend)


def _compute(lijst: Woningenlijst, inhoud: bytes) -> Callable[[Woningenlijst], None]:
    berekend = compute_apart(inhoud, lijst, _teller(lijst))
    return lambda row: _keep_computed(row, berekend)


@transaction.atomic
def _claim(pk: str) -> Woningenlijst | None:
    """The list, marked as being worked on; None where there is nothing to do."""
    row = _waiting(pk)
    if row is None or row.bestand_id is None:
        return None
    row.gelezen_tot = timezone.now() + lease()
    row.save(update_fields=["gelezen_tot"])
    return row


def _waiting(pk: str, stand: int | None = None) -> Woningenlijst | None:
    """The list, held, where it waits still for what was asked."""
    rows = Woningenlijst.objects.select_for_update(of=("self",)).select_related("organisatie")
    rows = rows.filter(pk=pk, fase=LijstFase.WACHT)
    return (rows if stand is None else rows.filter(stand=stand)).first()


def _teller(lijst: Woningenlijst) -> Callable[[str, int], None]:
    """Tells what is being done to who is watching, and that the worker is alive."""
    rows = Woningenlijst.objects.filter(pk=lijst.pk, fase=LijstFase.WACHT, stand=lijst.stand)

    def tell(stap: str, deel: int) -> None:
        rows.update(stap=stap, voortgang=deel, gelezen_tot=timezone.now() + lease())

    return tell


def _keep_opened(row: Woningenlijst, geopend: Geopend) -> None:
    row.bladen, row.blad, row.kop = list(geopend.bladen), geopend.blad, list(geopend.kop)
    row.voorbeelden = [list(rij) for rij in geopend.voorbeelden]
    row.kolommen = geopend.voorstel.model_dump(mode="json")
    _settle(row, LijstFase.KOLOMMEN)


def _keep_computed(row: Woningenlijst, berekend: Berekend) -> None:
    before = row.foutenbestand_id
    row.rijen, row.fouten = berekend.rijen, berekend.fouten
    row.foutenbestand_id = _kept_errors(berekend.foutregels)
    Cijfer.objects.filter(lijst=row).delete()
    Cijfer.objects.bulk_create(_rows(row, berekend), batch_size=500)
    _settle(row, LijstFase.KLAAR)
    if before and before != row.foutenbestand_id:
        forget_bytes(before)
    gebeurtenissen.lijst_berekend(row)


def _settle(row: Woningenlijst, fase: LijstFase) -> None:
    row.fase, row.voortgang, row.stap, row.fout, row.gelezen_tot = fase, 100, "", "", None
    row.stand += 1
    row.save()


@transaction.atomic
def _fail(pk: str, stand: int | None, fout: str) -> None:
    row = _waiting(pk, stand)
    if row is None:
        return
    row.fase, row.fout, row.stap, row.gelezen_tot = LijstFase.MISLUKT, fout, "", None
    row.stand += 1
    row.save()
    gebeurtenissen.lijst_mislukt(row)


def _kept_errors(fouten: Sequence[Rijfout]) -> str | None:
    """What is wrong with which row, as a file for a spreadsheet."""
    return keep_bytes("".join(error_lines(fouten)).encode("utf-8-sig")) if fouten else None


def _rows(lijst: Woningenlijst, berekend: Berekend) -> list[Cijfer]:
    places = {plain_name(gemeente.naam): gemeente for gemeente in Gemeente.objects.all()}
    return [
        Cijfer(
            lijst=lijst,
            gemeente=places.get(plain_name(cijfer.gemeente)),
            gemeentenaam=_as_name(cijfer.gemeente),
            niveau=cijfer.niveau,
            gebied=_as_name(cijfer.gebied or ""),
            indicator=cijfer.indicator,
            van=cijfer.van,
            peildatum=cijfer.peildatum,
            teller=cijfer.teller,
            noemer=cijfer.noemer,
            waarde=cijfer.waarde,
            klein=at in berekend.klein,
        )
        for at, cijfer in enumerate(berekend.cijfers)
    ]


def _as_name(text: str) -> str:
    """A name as the database keeps it."""
    return text.replace("\0", "")[:_LONGEST_NAME]


def stale(task_path: str) -> list[str]:
    """Lists of which the work was broken off: nobody is at it, and nobody is going to be."""
    waiting = Woningenlijst.objects.filter(fase=LijstFase.WACHT, gelezen_tot__lt=timezone.now())
    again, given_up = broken_off([str(pk) for pk in waiting.values_list("pk", flat=True)], task_path)
    for pk in given_up:
        _fail(pk, None, _GIVEN_UP)
    return again
