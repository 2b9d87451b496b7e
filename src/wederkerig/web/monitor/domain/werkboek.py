"""The workbook of what is due in a municipality, read back: rows wait until somebody says they may be kept.

What is wrong in it is told at the row, and keeps nothing else from being kept; what others filled in since is
kept as they left it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wederkerig.export.xlsx import opgave_workbook
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.werkboek import Ingelezen, Ingevuld
from wederkerig.monitoring.werkboekcellen import shown
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.domain.concepten import Bewaard, Getypt, keep, mark_of, typed_of
from wederkerig.web.monitor.domain.invullen import Vraag, due_in
from wederkerig.web.monitor.lijstproces import workbook_apart
from wederkerig.web.monitor.models import Invulling, Werkboekinlezing
from wederkerig.web.register.domain.inzenden import clean_name
from wederkerig.web.register.models import Gemeente

_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Regel:
    """A figure of the workbook: where it stands in the file, what is asked, what was typed there.

    vraag: None where it is no longer asked. anders: what the draft holds now, where that is something else.
    """

    rij: int
    vraag: Vraag | None
    getypt: Getypt
    anders: str = ""


def workbook_of(organisatie: Organisatie, gemeente: Gemeente, *, op: date) -> bytes:
    """The workbook in which an organisation fills in what is due in a municipality."""
    opgave = due_in(organisatie, gemeente, op=op)
    title = _("Cijfers van %(organisatie)s voor %(gemeente)s") % {
        "organisatie": organisatie,
        "gemeente": gemeente,
    }
    return opgave_workbook([each.gevraagd for each in opgave.vragen], titel=title)


def read_back(
    inhoud: bytes, naam: str, *, organisatie: Organisatie, gemeente: Gemeente, op: date
) -> Werkboekinlezing:
    """Read a workbook that was filled in; nothing of it is kept yet. Raises LijstprocesError."""
    vragen = due_in(organisatie, gemeente, op=op).vragen
    read = workbook_apart(inhoud, naam, [each.gevraagd for each in vragen], op=op)
    return Werkboekinlezing.objects.create(
        organisatie=organisatie,
        gemeente=gemeente,
        bestandsnaam=clean_name(naam),
        regels=list(_rows(read, {each.gevraagd.sleutel: each for each in vragen})),
        fouten=[fout.model_dump(mode="json") for fout in read.fouten],
    )


def _rows(read: Ingelezen, vragen: dict[str, Vraag]) -> Iterator[dict[str, object]]:
    for row in read.ingevuld:
        vraag = vragen[row.gevraagd.sleutel]
        draft = vraag.invulling
        yield {"rij": row.rij, "veld": vraag.veld, "gezien": mark_of(draft)} | _typed(row, draft)


def _typed(row: Ingevuld, draft: Invulling | None) -> dict[str, str]:
    """A row as somebody would type it in the form; what it does not say stays as it is in the draft."""
    before, figure = typed_of(draft), row.meting
    return {
        "waarde": shown(figure.waarde) if figure else before.waarde,
        "noemer": (shown(figure.noemer) if figure.noemer is not None else "") if figure else before.noemer,
        "bron": (figure.bron if figure else "") or before.bron,
        "toelichting": row.opmerking or before.toelichting,
    }


def rows_of(inlezing: Werkboekinlezing, *, op: date) -> list[Regel]:
    """The figures that can be kept, with what stands in the drafts now."""
    vragen = {each.veld: each for each in due_in(inlezing.organisatie, inlezing.gemeente, op=op).vragen}
    return [_row(each, vragen.get(each["veld"])) for each in inlezing.regels]


def _row(said: dict[str, str], vraag: Vraag | None) -> Regel:
    names = ("waarde", "noemer", "bron", "toelichting", "gezien")
    typed = Getypt(**{name: said[name] for name in names})
    draft = vraag.invulling if vraag else None
    other = draft.waarde if draft is not None and draft.waarde != typed.waarde else ""
    return Regel(int(said["rij"]), vraag, typed, other)


def errors_of(inlezing: Werkboekinlezing) -> list[Rijfout]:
    """The rows that cannot be kept, and why."""
    return [Rijfout.model_validate(each) for each in inlezing.fouten]


@transaction.atomic
def keep_rows(inlezing: Werkboekinlezing, *, door: Gebruiker, op: date) -> Bewaard:
    """Keep the figures of a workbook as drafts; after that nothing of it waits any more.

    What others filled in since it was read stays as it is, and is told.
    """
    opgave = due_in(inlezing.organisatie, inlezing.gemeente, op=op)
    typed = {each["veld"]: _row(each, None).getypt for each in inlezing.regels}
    kept = keep(opgave, typed, door=door)
    inlezing.delete()
    return kept


def forget_old() -> int:
    """Throw away workbooks that nobody kept within a day; how many."""
    number, _each = Werkboekinlezing.objects.filter(op__lt=timezone.now() - _KEPT).delete()
    return number
