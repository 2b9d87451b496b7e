"""From a list of dwellings to figures that others see: what agreements ask for and the list gives.

What is handed in is shown first exactly as others will see it. A figure about so few dwellings that it tells
something of the people in them is not offered at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.export.words import short_day
from wederkerig.monitoring.peildata import moment
from wederkerig.monitoring.woningen import Kolomkeuze
from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.monitor.domain.indienen import IndienError, IntussenAndersError, Opgegeven, record_figures
from wederkerig.web.monitor.domain.invullen import Opgave, Vraag, due_of
from wederkerig.web.monitor.domain.kleine_aantallen import small_ones
from wederkerig.web.monitor.models import Cijfer, LijstFase, Meting, Woningenlijst
from wederkerig.web.register.domain.herkennen import plain_name
from wederkerig.web.register.models import Gemeente

Sleutel = tuple[str, str, date | None, date]


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A figure that agreements ask for, as the list gives it.

    cijfer: None where the list does not give it. van, peildatum: what it is about when it is handed in: what
    is asked, or (op_tijd is False) another day or time on which the list gives the same figure. klein: it is
    too small to show to others, beside what else is offered. andere_dag: the list gives it, only of other
    days than what is asked. mist: the fields it follows from that have no column in the list.
    """

    vraag: Vraag
    cijfer: Cijfer | None
    van: date | None
    peildatum: date
    op_tijd: bool = True
    klein: bool = False
    andere_dag: bool = False
    mist: tuple[str, ...] = ()

    @property
    def kan(self) -> bool:
        """Whether it can be handed in."""
        return self.cijfer is not None and self.cijfer.waarde is not None and not self.klein

    @property
    def sleutel(self) -> str:
        """Its name in a form."""
        about = "|".join((self.vraag.veld, str(self.van or ""), str(self.peildatum)))
        return f"{self.vraag.gemeente.pk}|{about}"


@dataclass(frozen=True, slots=True)
class Gemeenteaanbod:
    """What can be handed in for one municipality, and what is asked that the list does not give."""

    gemeente: Gemeente
    aanbod: tuple[Aanbod, ...]
    ontbreekt: tuple[Aanbod, ...]


def offered(lijst: Woningenlijst, *, op: date) -> list[Gemeenteaanbod]:
    """By municipality what agreements ask for of what a list can give."""
    rows = list(lijst.cijfers.filter(gemeente__isnull=False))
    places = {each.gemeente_id for each in rows}
    present = Kolomkeuze.model_validate(lijst.kolommen).velden
    return [
        _offer(opgave, [each for each in rows if each.gemeente_id == opgave.gemeente.pk], present)
        for opgave in due_of([lijst.organisatie], op=op)
        if opgave.gemeente.pk in places
    ]


def _offer(opgave: Opgave, rows: Sequence[Cijfer], present: Collection[str]) -> Gemeenteaanbod:
    asked = [each for each in opgave.vragen if each.indicator.herkomst != "opgave"]
    by_key = {_key(each): each for each in rows}
    exact = [_asked_for(each, by_key) for each in asked]
    given = {_key(each) for each in opgave.ingediend}
    used = {_key(each.cijfer) for each in exact if each.cijfer is not None}
    other = list(_on_other_days(asked, [each for each in rows if _key(each) not in given | used]))
    shown = (each.cijfer for each in (*exact, *other) if each.cijfer is not None)
    small = small_ones(shown, rows, opgave.ingediend)
    found = [
        replace(each, klein=each.cijfer is not None and each.cijfer.pk in small) for each in (*exact, *other)
    ]
    return Gemeenteaanbod(
        opgave.gemeente,
        tuple(each for each in found if each.kan),
        tuple(_explained(each, rows, present) for each in found if not each.kan and each.op_tijd),
    )


def _explained(row: Aanbod, rows: Iterable[Cijfer], present: Collection[str]) -> Aanbod:
    """What is not offered, with why the list does not give it."""
    about = (row.vraag.indicator.id, plain_name(row.vraag.gevraagd.gebied or ""))
    known = any((each.indicator, plain_name(each.gebied)) == about for each in rows)
    mist = tuple(veld for veld in row.vraag.indicator.velden if veld not in present)
    return replace(row, andere_dag=known and row.cijfer is None, mist=() if known else mist)


def _asked_for(vraag: Vraag, rows: Mapping[Sleutel, Cijfer]) -> Aanbod:
    name, area, _norm, van, peildatum = vraag.onderwerp
    row = rows.get((name, plain_name(area), van, moment(peildatum)))
    return Aanbod(vraag, row, van, peildatum)


def _on_other_days(asked: Iterable[Vraag], rows: Sequence[Cijfer]) -> Iterator[Aanbod]:
    """The same figures about days and times that nobody asks for now, and that say how it went."""
    subjects = {(each.indicator.id, plain_name(each.gevraagd.gebied or "")): each for each in asked}
    for row in rows:
        vraag = subjects.get((row.indicator, plain_name(row.gebied)))
        if vraag is not None:
            yield Aanbod(vraag, row, row.van, row.peildatum, op_tijd=False)


def _key(row: Cijfer | Meting) -> Sleutel:
    """What a figure is about; the last day of a half year is the first of the next."""
    return row.indicator, plain_name(row.gebied), row.van, moment(row.peildatum)


def mark_of_offer(found: Iterable[Gemeenteaanbod]) -> str:
    """Stands for what somebody sees before they hand it in."""
    said = "|".join(
        f"{each.sleutel}:{each.cijfer.waarde}:{each.cijfer.noemer}"
        for of in found
        for each in of.aanbod
        if each.cijfer
    )
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@transaction.atomic
def hand_in_list(
    lijst: Woningenlijst, gekozen: Collection[str], *, gezien: str, door: Gebruiker, op: date
) -> int:
    """Hand in what was chosen of what is offered, as it was seen; how many figures.

    Raises IntussenAndersError where it changed since, IndienError where nothing was chosen.
    """
    row = Woningenlijst.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=lijst.pk)
    if row.fase != LijstFase.KLAAR:
        raise IntussenAndersError
    found = offered(row, op=op)
    if mark_of_offer(found) != gezien:
        raise IntussenAndersError
    number = 0
    for of in found:
        chosen = [each for each in of.aanbod if each.sleutel in gekozen]
        if chosen:
            record_figures(row.organisatie, of.gemeente, _figures(row, chosen), door=door, op=op)
            number += len(chosen)
    if not number:
        raise IndienError(_("U koos geen cijfers. Zet een vinkje bij wat u wilt indienen."))
    return number


def _figures(lijst: Woningenlijst, chosen: Sequence[Aanbod]) -> list[Opgegeven]:
    source = _("Woningenlijst, peildatum %(dag)s") % {"dag": short_day(lijst.peildatum)}
    return [
        Opgegeven(
            indicator=each.vraag.gevraagd.indicator,
            peildatum=each.peildatum,
            van=each.van,
            gebied=each.vraag.gevraagd.gebied or "",
            waarde=each.cijfer.waarde,
            noemer=each.cijfer.noemer,
            bron=source,
            lijst=lijst,
        )
        for each in chosen
        if each.cijfer is not None and each.cijfer.waarde is not None
    ]
