"""A document that was brought in is read: once by each version of the reader, whatever breaks off in between.

What a reader made of it is kept beside what earlier readers made; corrections belong to the document and
are applied to the latest. Before a person sees it, parties are matched to organisations that are known, and
a year plan to the agreements it amends, both only where there is one answer.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from wederkerig import __version__
from wederkerig.model import Stuk
from wederkerig.web.register.domain import bladzijden, gebeurtenissen, herkennen
from wederkerig.web.register.domain.geschiedenis import as_data
from wederkerig.web.register.domain.herhalen import broken_off
from wederkerig.web.register.leesproces import Gelezen, LezenError, read_apart
from wederkerig.web.register.models import Bestand, Fase, Inzending, Koppeling, Lezing

# Goes up when reading gives other facts than before, so that people may have documents read anew.
REVISIE = 1
LEZER = f"{__version__}.{REVISIE}"
_GRACE = timedelta(seconds=60)
_GIVEN_UP = gettext_noop(
    "Het lezen van dit bestand werd telkens afgebroken. "
    "Probeer het later nog een keer, of breng een ander exemplaar van het document in."
)


def lease() -> timedelta:
    """How long a worker that says nothing is trusted to be alive."""
    return timedelta(seconds=settings.LEZEN_SECONDEN) + _GRACE


def lees(pk: str, *, lezer: str = LEZER) -> None:
    """Read the document with this key, unless this reader did, or nobody waits for it any more."""
    inzending = _claim(pk, lezer)
    if inzending is None:
        return
    inhoud = bytes(Bestand.objects.get(pk=inzending.bestand_id).inhoud)
    try:
        gelezen = read_apart(inhoud, inzending.bestandsnaam, lambda stap, deel: _tell(pk, stap, deel))
    except LezenError as fout:
        _fail(pk, str(fout))
    else:
        _keep(pk, gelezen, lezer)
        bladzijden.draw_ahead(inzending.bestand_id, len(gelezen.plaatsen.get("bladzijden", ())))


@transaction.atomic
def _claim(pk: str, lezer: str) -> Inzending | None:
    """The document, marked as being read; None where there is nothing to read."""
    inzending = Inzending.objects.select_for_update().filter(pk=pk, fase=Fase.WACHT).first()
    if inzending is None:
        return None
    if inzending.lezingen.filter(lezer=lezer).exists():
        _settle_down(inzending)
        return None
    inzending.gelezen_tot = timezone.now() + lease()
    inzending.save(update_fields=["gelezen_tot"])
    return inzending


def _tell(pk: str, stap: str, voortgang: int) -> None:
    """What is being done, for who is watching; and that the worker is alive."""
    Inzending.objects.filter(pk=pk, fase=Fase.WACHT).update(
        stap=stap, voortgang=voortgang, gelezen_tot=timezone.now() + lease()
    )


@transaction.atomic
def _fail(pk: str, fout: str) -> None:
    """It could not be read; what an earlier reader made of it stays."""
    inzending = Inzending.objects.select_for_update().filter(pk=pk, fase=Fase.WACHT).first()
    if inzending is None:
        return
    inzending.fout = fout
    if inzending.lezingen.exists():
        _settle_down(inzending)
    else:
        inzending.fase, inzending.stap, inzending.gelezen_tot = Fase.MISLUKT, "", None
        inzending.stand += 1
        inzending.save()
    gebeurtenissen.mislukt(inzending)


@transaction.atomic
def _keep(pk: str, gelezen: Gelezen, lezer: str) -> None:
    """Keep the reading, match what can be matched, and let people settle it."""
    inzending = Inzending.objects.select_for_update().filter(pk=pk, fase=Fase.WACHT).first()
    if inzending is None:
        return
    Lezing.objects.get_or_create(
        inzending=inzending,
        lezer=lezer,
        defaults={
            "stuk": as_data(gelezen.stuk),
            "tekst": gelezen.tekst,
            "bevindingen": [each.model_dump(mode="json") for each in gelezen.bevindingen],
            "plaatsen": gelezen.plaatsen,
        },
    )
    gebeurtenissen.gelezen(inzending, lezer)
    _match_parties(inzending, gelezen.stuk)
    _match_agreements(inzending, gelezen.stuk)
    inzending.fout = ""
    _settle_down(inzending)


def _settle_down(inzending: Inzending) -> None:
    inzending.fase, inzending.voortgang, inzending.stap = Fase.NALEZEN, 100, ""
    inzending.gelezen_tot = None
    inzending.stand += 1
    inzending.save()


def _match_parties(inzending: Inzending, stuk: Stuk) -> None:
    """Say which organisation a party is, of those nobody said anything about yet."""
    said = set(inzending.koppelingen.values_list("naam", flat=True))
    for naam, organisatie in herkennen.match_parties(stuk.partijen).items():
        if naam in said:
            continue
        koppeling = Koppeling.objects.create(
            inzending=inzending, naam=naam, organisatie=organisatie, **gebeurtenissen.done_by(None)
        )
        gebeurtenissen.gekoppeld(koppeling, None, inzending, None)


def _match_agreements(inzending: Inzending, stuk: Stuk) -> None:
    """Say which agreements a year plan amends, where nobody said and there is one answer."""
    if stuk.soort != "jaarplan" or inzending.overeenkomst is not None:
        return
    inzending.overeenkomst = herkennen.match_agreements(stuk, inzending.organisatie)
    if inzending.overeenkomst is not None:
        gebeurtenissen.hoort_bij(inzending, None, None)


def stale(task_path: str) -> list[str]:
    """Documents of which the reading was broken off: nobody reads them, and nobody is going to.

    That is so where a document waits, the worker that had it has said nothing until its time was over
    (`gelezen_tot`), and no job for it stands ready. A worker that was killed leaves such a document. One
    that was broken off time and again is given up: the person who brought it in hears so.
    """
    waiting = Inzending.objects.filter(fase=Fase.WACHT, gelezen_tot__lt=timezone.now())
    again, given_up = broken_off([str(pk) for pk in waiting.values_list("pk", flat=True)], task_path)
    for pk in given_up:
        _fail(pk, _GIVEN_UP)
    return again
