"""Reports as files: asked for once, made by a worker, then given to whoever may have it.

A file is kept under what is in it: the report, its phase, the last contribution and the format. While a
report is completed its concept holds no contributions, as each party reads its own only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from wederkerig import __version__
from wederkerig.consolidation.identiteit import slug
from wederkerig.export.rapport import Formaat, report_bytes
from wederkerig.monitoring import rapport as structuur
from wederkerig.web.monitor.domain.bytes_bewaren import forget_bytes, keep_bytes
from wederkerig.web.monitor.domain.rapporten import content_of
from wederkerig.web.monitor.models import Rapport, Rapportbestand, RapportFase

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PATIENCE = timedelta(minutes=15)
"""After so long without a file or a fault a job is taken to be lost, and asked for again."""


@dataclass(frozen=True, slots=True)
class Vorm:
    """A kind of file of a report. soort: which of both templates."""

    code: str
    naam: StrOrPromise
    soort: structuur.RapportSoort
    einde: Formaat
    media: str


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
VORMEN: Mapping[str, Vorm] = {
    each.code: each
    for each in (
        Vorm("pdf", _("Rapport in PDF"), "halfjaarrapport", "pdf", "application/pdf"),
        Vorm("docx", _("Rapport in Word"), "halfjaarrapport", "docx", _WORD),
        Vorm("brief-pdf", _("Brief aan de raad in PDF"), "raadsbrief", "pdf", "application/pdf"),
        Vorm("brief-docx", _("Brief aan de raad in Word"), "raadsbrief", "docx", _WORD),
    )
}


def formats_of(rapport: Rapport) -> list[Vorm]:
    """The files there can be of a report: of a half-yearly report also the letter, of a letter only that."""
    return [each for each in VORMEN.values() if rapport.soort in {each.soort, "halfjaarrapport"}]


def key_of(rapport: Rapport, vorm: Vorm) -> str:
    """What a file is kept under: the report, what was written in it, its phase, format and our release."""
    shown = rapport.fase != RapportFase.CONCEPT
    last = rapport.bijdragen.order_by("-pk").values_list("pk", flat=True).first() if shown else None
    parts = [str(rapport.pk), rapport.fase, last, vorm.code, __version__]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@transaction.atomic
def ask(rapport: Rapport, vorm: Vorm) -> tuple[Rapportbestand, bool]:
    """The file of a report as it is now, and whether it has to be made."""
    row, new = Rapportbestand.objects.get_or_create(
        sleutel=key_of(rapport, vorm), defaults={"rapport": rapport, "formaat": vorm.code}
    )
    if new or row.bestand_id:
        return row, new
    lost = Rapportbestand.objects.filter(pk=row.pk, bestand=None, fout="", op__lt=timezone.now() - PATIENCE)
    return row, bool(lost.update(op=timezone.now()))


def ask_again(row: Rapportbestand) -> bool:
    """Forget that making a file failed; whether it has to be made now."""
    failed = Rapportbestand.objects.filter(pk=row.pk, bestand=None).exclude(fout="")
    return bool(failed.update(fout="", op=timezone.now()))


def make(pk: int) -> None:
    """Make a file and keep it. Does nothing where it is there already; a fault is kept in Dutch."""
    row = Rapportbestand.objects.select_related("rapport__overeenkomst").filter(pk=pk).first()
    if row is None or row.bestand_id:
        return
    if row.sleutel != key_of(row.rapport, VORMEN[row.formaat]):
        row.delete()  # something was written since; who asks again gets what stands there now
        return
    try:
        content = bytes_of(row.rapport, VORMEN[row.formaat])
    except Exception:
        told = gettext_noop("Het bestand kon niet worden gemaakt. Probeer het later nog eens.")
        Rapportbestand.objects.filter(pk=pk).update(fout=told)
        raise  # for the log of whoever runs the site
    _keep(row, content)


def bytes_of(rapport: Rapport, vorm: Vorm) -> bytes:
    """The file itself; a report that was not published says on each page that it is a concept."""
    return report_bytes(content_of(rapport).model_copy(update={"soort": vorm.soort}), vorm.einde)


def file_name(rapport: Rapport, vorm: Vorm) -> str:
    """How the file is called when it is saved."""
    concept = "" if rapport.fase == RapportFase.GEPUBLICEERD else "concept"
    parts = (concept, vorm.soort, str(rapport.peildatum), slug(rapport.overeenkomst.titel[:60]))
    return "-".join(part for part in parts if part) + f".{vorm.einde}"


@transaction.atomic
def _keep(row: Rapportbestand, content: bytes) -> None:
    """Keep the file; older ones of the same report and format go, the database is no archive of concepts."""
    sha256 = keep_bytes(content)
    Rapportbestand.objects.filter(pk=row.pk).update(bestand=sha256, fout="")
    older = Rapportbestand.objects.filter(rapport=row.rapport, formaat=row.formaat).exclude(pk=row.pk)
    files = set(older.exclude(bestand=None).values_list("bestand", flat=True)) - {sha256}
    older.delete()
    for each in files:
        forget_bytes(each)
