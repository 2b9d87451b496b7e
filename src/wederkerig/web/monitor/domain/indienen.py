"""Handing in figures: from then on the parties see them. A correction keeps the old figure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.monitoring.beoordelen.cijfers import needs_base
from wederkerig.monitoring.indicatoren import indicator
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.monitor.domain import gebeurtenissen
from wederkerig.web.monitor.domain.concepten import Invoer, mark_of, read_drafts, zonder_totaal
from wederkerig.web.monitor.domain.invoer import InvoerError, read_base, read_figure
from wederkerig.web.monitor.domain.invullen import due_in
from wederkerig.web.monitor.domain.metingen import Onderwerp, latest, subject_of
from wederkerig.web.monitor.domain.signalen import signal
from wederkerig.web.monitor.models import Invulling, Meting, Signaal, Woningenlijst
from wederkerig.web.register.domain.gebeurtenissen import done_by
from wederkerig.web.register.models import Gemeente, Overeenkomst


class IndienError(Exception):
    """What cannot be handed in; the sentence says why, and what to do."""


class IntussenAndersError(Exception):
    """What would be handed in is no longer what this person saw."""


class IntussenVerbeterdError(Exception):
    """Somebody corrected the same figure since; `nu` is what it is now."""

    def __init__(self, nu: Meting) -> None:
        super().__init__(str(nu))
        self.nu = nu


@dataclass(frozen=True, slots=True)
class Opgegeven:
    """A figure to hand in. van: None for a figure on a day. lijst: the list it was computed from.

    norm, waarover: the one norm it is about, by its agreements (`metingen.norm_in`) and in words.
    """

    indicator: str
    peildatum: date
    waarde: Decimal
    van: date | None = None
    noemer: Decimal | None = None
    gebied: str = ""
    norm: str = ""
    waarover: str = ""
    bron: str = ""
    toelichting: str = ""
    lijst: Woningenlijst | None = None


@dataclass(frozen=True, slots=True)
class Ingediend:
    """What was handed in, and the signals that it gave."""

    metingen: tuple[Meting, ...]
    signalen: tuple[Signaal, ...]


def ready(organisatie: Organisatie, gemeente: Gemeente, *, op: date) -> list[Invoer]:
    """The drafts that were filled in, read: what would be handed in, and what cannot yet."""
    return read_drafts(due_in(organisatie, gemeente, op=op).vragen, op=op)


def mark_of_all(gelezen: Iterable[Invoer]) -> str:
    """Stands for what somebody sees before they hand it in."""
    said = "|".join(f"{each.vraag.veld}:{mark_of(each.vraag.invulling)}" for each in gelezen if each.kan)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@transaction.atomic
def hand_in(
    organisatie: Organisatie, gemeente: Gemeente, *, gezien: str, door: Gebruiker, op: date
) -> Ingediend:
    """Hand in all drafts that are right, just as they were seen; the drafts are gone, the figures stay.

    Raises IntussenAndersError where they changed since, IndienError where there is nothing to hand in.
    """
    Organisatie.objects.select_for_update().get(pk=organisatie.pk)
    can = [each for each in ready(organisatie, gemeente, op=op) if each.kan]
    if not can:
        raise IndienError(_("Er is niets om in te dienen. Vul eerst een cijfer in."))
    if mark_of_all(can) != gezien:
        raise IntussenAndersError
    made = record_figures(organisatie, gemeente, [_figure(each) for each in can], door=door, op=op)
    drafts = [each.vraag.invulling.pk for each in can if each.vraag.invulling]
    Invulling.objects.filter(pk__in=drafts).delete()
    return made


def _figure(read: Invoer) -> Opgegeven:
    draft = read.vraag.invulling
    assert read.waarde is not None and draft is not None  # noqa: S101, PT018  # only what can be handed in comes here
    return Opgegeven(
        **read.vraag.onderwerp._asdict(),
        waarover=read.vraag.waarover,
        waarde=read.waarde,
        noemer=read.noemer,
        bron=draft.bron.strip(),
        toelichting=draft.toelichting.strip(),
    )


@transaction.atomic
def record_figures(
    organisatie: Organisatie, gemeente: Gemeente, cijfers: Sequence[Opgegeven], *, door: Gebruiker, op: date
) -> Ingediend:
    """Keep figures as handed in, with what they replace, their event and the signals they give.

    Raises IndienError where a figure is about a day that has not been, or cannot be.
    """
    held = Organisatie.objects.select_for_update().get(pk=organisatie.pk)
    if held.opvolger_id is not None:
        raise IndienError(
            _("%(naam)s is opgegaan in een andere organisatie. Dien de cijfers namens die in.")
            % {"naam": held}
        )
    for each in cijfers:
        _check(each, op)
    before = {
        subject_of(row): row
        for row in latest(Meting.objects.filter(organisatie=organisatie, gemeente=gemeente).order_by("pk"))
    }
    rows = [
        _add(
            organisatie,
            gemeente,
            each,
            door,
            before.get(Onderwerp(each.indicator, each.gebied, each.norm, each.van, each.peildatum)),
        )
        for each in cijfers
    ]
    of = agreements_with(organisatie, gemeente)
    gebeurtenissen.ingediend(rows, of, gemeente, organisatie, door)
    return Ingediend(tuple(rows), tuple(each for one in of for each in signal(one, op=op)))


@transaction.atomic
def correct(  # what a figure consists of
    meting: Meting,
    *,
    waarde: str,
    noemer: str,
    bron: str,
    toelichting: str,
    door: Gebruiker,
    op: date,
) -> Ingediend:
    """Put a figure in the place of one that was handed in; the old one stays to be seen.

    Raises InvoerError where the figure cannot be or no reason is given, IntussenVerbeterdError where it was
    corrected already.
    """
    Organisatie.objects.select_for_update().get(pk=meting.organisatie_id)
    newer = _counting(meting)
    if newer.pk != meting.pk:
        raise IntussenVerbeterdError(newer)
    if not toelichting.strip():
        raise InvoerError(_("Schrijf op waarom dit cijfer anders wordt."))
    made = Opgegeven(
        **subject_of(meting)._asdict(),
        waarover=meting.waarover,
        waarde=read_figure(waarde, indicator(meting.indicator)),
        noemer=read_base(noemer),
        bron=bron.strip(),
        toelichting=toelichting.strip(),
    )
    if made.noemer is None and meting.noemer is not None and needs_base(indicator(made.indicator)):
        raise InvoerError(zonder_totaal())
    if (made.waarde, made.noemer) == (meting.waarde, meting.noemer) and made.bron == meting.bron:
        raise InvoerError(_("Er is niets anders dan het was. Vul het nieuwe cijfer in."))
    row = _add(meting.organisatie, meting.gemeente, made, door, meting)
    of = agreements_with(meting.organisatie, meting.gemeente)
    gebeurtenissen.verbeterd(row, of, door)
    return Ingediend((row,), tuple(each for one in of for each in signal(one, op=op)))


def _counting(meting: Meting) -> Meting:
    """The figure that counts now for the same subject."""
    same = Meting.objects.filter(
        organisatie=meting.organisatie_id,
        gemeente=meting.gemeente_id,
        **subject_of(meting)._asdict(),
    )
    return same.order_by("-pk")[0]


def agreements_with(organisatie: Organisatie, gemeente: Gemeente) -> list[Overeenkomst]:
    """The agreements in a municipality in which an organisation takes part: whose parties see its figures."""
    found = Overeenkomst.objects.filter(gemeenten=gemeente, partijen__organisatie__in=one_with(organisatie))
    return list(found.distinct().order_by("pk"))


def _check(cijfer: Opgegeven, op: date) -> None:
    about = {"wat": indicator(cijfer.indicator).naam}
    if cijfer.peildatum > op:
        raise IndienError(_("%(wat)s: deze dag is nog niet geweest. Dien dit cijfer daarna in.") % about)
    if cijfer.van is not None and cijfer.van > cijfer.peildatum:
        raise IndienError(_("%(wat)s: de eerste dag ligt na de laatste.") % about)
    is_share = indicator(cijfer.indicator).vorm == "aandeel"
    if cijfer.waarde < 0 or (is_share and cijfer.waarde > 100):  # percent
        raise IndienError(_("%(wat)s: dit cijfer kan niet.") % about)


def _add(
    organisatie: Organisatie, gemeente: Gemeente, cijfer: Opgegeven, door: Gebruiker, before: Meting | None
) -> Meting:
    fields: dict[str, Any] = {
        name: getattr(cijfer, name)
        for name in (
            "indicator",
            "gebied",
            "norm",
            "waarover",
            "van",
            "peildatum",
            "waarde",
            "noemer",
            "bron",
            "toelichting",
            "lijst",
        )
    }
    return Meting.objects.create(
        organisatie=organisatie, gemeente=gemeente, vervangt=before, **fields, **done_by(door, organisatie)
    )
