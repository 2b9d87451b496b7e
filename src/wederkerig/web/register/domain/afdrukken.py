"""Versions of agreements as files: asked for once, made by a worker, then given to whoever asks.

Nobody can fill the disk with them. A file is kept under what is in it: the decisions of the version and the
format. A day that somebody asks for only says which version that is, so there are at most as many files as
versions (decisions and one) times formats, and one marked file a decision; when a newer release of the
software makes a file anew, that of the older release goes.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from wederkerig import __version__
from wederkerig.consolidation.identiteit import slug
from wederkerig.export.uitgave import Uitgave, archive_writer, marked_writer, writer
from wederkerig.export.xlsx import write_workbook
from wederkerig.web.register.domain.geschiedenis import uitgave_na
from wederkerig.web.register.models import Afdruk, Bestand, Inzending, Overeenkomst

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Write = Callable[[Path], None]
PATIENCE = timedelta(minutes=15)
"""After so long without a file or a fault a job is taken to be lost, and asked for again."""


@dataclass(frozen=True, slots=True)
class Formaat:
    """A kind of file. licht: so quick to make that it is made while somebody waits."""

    code: str
    naam: StrOrPromise
    soort: str
    einde: str
    media: str
    licht: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATEN = {
    each.code: each
    for each in (
        Formaat("docx", _("Word"), ".docx", "docx", f"{_OFFICE}wordprocessingml.document"),
        Formaat("odt", _("OpenDocument"), ".odt", "odt", "application/vnd.oasis.opendocument.text"),
        Formaat("pdf", _("PDF"), ".pdf", "pdf", "application/pdf"),
        Formaat("archief", _("PDF voor het archief"), "archief", "pdf", "application/pdf"),
        Formaat("xlsx", _("Werkboek in Excel"), "werkboek", "xlsx", f"{_OFFICE}spreadsheetml.sheet"),
        Formaat("json", _("Gegevens (JSON)"), ".json", "json", "application/json", licht=True),
        Formaat("html", _("Webpagina"), ".html", "html", "text/html; charset=utf-8", licht=True),
        Formaat("akn", _("Akoma Ntoso (XML)"), ".xml", "xml", "application/xml"),
        Formaat(
            "renvooi", _("Word met wijzigingen"), "renvooi", "docx", f"{_OFFICE}wordprocessingml.document"
        ),
    )
}


def key_of(overeenkomst: Overeenkomst, besluiten: list[int], formaat: Formaat) -> str:
    """What a file is kept under: the agreements, the decisions in it, the format and our release."""
    parts = [overeenkomst.pk, besluiten, formaat.code, __version__]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@transaction.atomic
def ask(overeenkomst: Overeenkomst, besluiten: list[int], formaat: Formaat) -> tuple[Afdruk, bool]:
    """The file of the version with these decisions, and whether it has to be made now.

    A job that gave nothing for too long is asked for again; one that failed only by `ask_again`.
    """
    afdruk, new = Afdruk.objects.get_or_create(
        sleutel=key_of(overeenkomst, besluiten, formaat),
        defaults={"overeenkomst": overeenkomst, "besluiten": besluiten, "formaat": formaat.code},
    )
    if new or afdruk.bestand_id:
        return afdruk, new
    lost = Afdruk.objects.filter(pk=afdruk.pk, bestand=None, fout="", op__lt=timezone.now() - PATIENCE)
    return afdruk, bool(lost.update(op=timezone.now()))


def ask_again(afdruk: Afdruk) -> bool:
    """Forget that making a file failed; whether it has to be made now."""
    failed = Afdruk.objects.filter(pk=afdruk.pk, bestand=None).exclude(fout="")
    return bool(failed.update(fout="", op=timezone.now()))


def make(pk: int) -> None:
    """Make a file and keep it. Does nothing where it is there already; a fault is kept in Dutch."""
    afdruk = Afdruk.objects.select_related("overeenkomst").filter(pk=pk).first()
    if afdruk is None or afdruk.bestand_id:
        return
    try:
        content = content_of(afdruk.overeenkomst, len(afdruk.besluiten) - 1, FORMATEN[afdruk.formaat])
    except Exception:
        told = gettext_noop(
            "Het bestand kon niet worden gemaakt. Probeer het later nog eens, of kies een andere vorm."
        )
        Afdruk.objects.filter(pk=pk).update(fout=told)
        raise  # for the log of whoever runs the site
    _keep(afdruk, content)


def content_of(overeenkomst: Overeenkomst, count: int, formaat: Formaat) -> bytes:
    """The file itself."""
    write = _writer(overeenkomst, count, formaat)
    with tempfile.TemporaryDirectory(prefix="wederkerig-") as folder:
        path = Path(folder) / f"afspraken.{formaat.einde}"
        write(path)
        return path.read_bytes()


def file_name(overeenkomst: Overeenkomst, count: int, formaat: Formaat) -> str:
    """How the file is called when it is saved."""
    uitgave = uitgave_na(overeenkomst, count)
    last = uitgave.versie.besluiten[-1].naam if uitgave.versie.besluiten else ""
    extra = {"archief": "archief", "werkboek": "werkboek", "renvooi": "wijzigingen"}.get(formaat.soort, "")
    stem = "-".join(slug(part) for part in (overeenkomst.titel[:80], last[:40], extra) if part)
    return f"{stem}.{formaat.einde}"


def _writer(overeenkomst: Overeenkomst, count: int, formaat: Formaat) -> Write:
    uitgave = uitgave_na(overeenkomst, count)
    match formaat.soort:
        case "archief":
            return archive_writer(uitgave)
        case "werkboek":
            return lambda path: write_workbook([uitgave.stuk], path)
        case "renvooi":
            return _marked(uitgave, uitgave_na(overeenkomst, count - 1))
        case suffix:
            return writer(uitgave, Path(f"afspraken{suffix}"))


def _marked(now: Uitgave, before: Uitgave) -> Write:
    besluit = now.versie.besluiten[-1]
    return marked_writer(before.stuk, now.stuk, besluit.naam, besluit.vastgesteld, Path("wijzigingen.docx"))


@transaction.atomic
def _keep(afdruk: Afdruk, content: bytes) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    bestand, _made = Bestand.objects.get_or_create(
        sha256=sha256, defaults={"grootte": len(content), "inhoud": content}
    )
    Afdruk.objects.filter(pk=afdruk.pk).update(bestand=bestand, fout="")
    older = Afdruk.objects.filter(
        overeenkomst=afdruk.overeenkomst, besluiten=afdruk.besluiten, formaat=afdruk.formaat
    ).exclude(pk=afdruk.pk)
    files = set(older.exclude(bestand=None).values_list("bestand", flat=True)) - {sha256}
    older.delete()
    for each in files:
        if not (
            Afdruk.objects.filter(bestand=each).exists() or Inzending.objects.filter(bestand=each).exists()
        ):
            Bestand.objects.filter(pk=each).delete()
