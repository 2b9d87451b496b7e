"""From a list of dwellings to figures that others see: what agreements ask for and the list gives.

What is handed in is shown first exactly as others will see it. A figure about so few dwellings that it tells
something of the people in them is not offered at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.export.words import short_day
from wederkerig.monitoring.peildata import moment
from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.monitor.domain.indienen import Cijfer as TeMelden
from wederkerig.web.monitor.domain.indienen import IndienError, IntussenAndersError, record_figures
from wederkerig.web.monitor.domain.invullen import Vraag, due_of
from wederkerig.web.monitor.models import Cijfer, LijstFase, Woningenlijst
from wederkerig.web.register.domain.herkennen import plain_name
from wederkerig.web.register.models import Gemeente

Sleutel = tuple[int, str, str, date | None, date]


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A figure that agreements ask for, as the list gives it; None where it does not."""

    vraag: Vraag
    cijfer: Cijfer | None

    @property
    def klein(self) -> bool:
        """Whether it is too small to show to others."""
        return self.cijfer is not None and self.cijfer.klein

    @property
    def kan(self) -> bool:
        """Whether it can be handed in."""
        return self.cijfer is not None and self.cijfer.waarde is not None and not self.klein

    @property
    def sleutel(self) -> str:
        """Its name in a form."""
        return f"{self.vraag.gemeente.pk}|{self.vraag.veld}"


@dataclass(frozen=True, slots=True)
class Gemeenteaanbod:
    """What can be handed in for one municipality, and what is asked that the list does not give."""

    gemeente: Gemeente
    aanbod: tuple[Aanbod, ...]
    ontbreekt: tuple[Aanbod, ...]


def offered(lijst: Woningenlijst, *, op: date) -> list[Gemeenteaanbod]:
    """By municipality what agreements ask for of what a list can give."""
    rows = list(lijst.cijfers.filter(gemeente__isnull=False))
    by_key = {_key(each): each for each in rows}
    places = {each.gemeente_id for each in rows}
    found = []
    for opgave in due_of([lijst.organisatie], op=op):
        if opgave.gemeente.pk not in places:
            continue
        asked = [each for each in opgave.vragen if each.indicator.herkomst != "opgave"]
        made = [_offer(each, by_key) for each in asked]
        can = tuple(each for each in made if each.kan)
        found.append(Gemeenteaanbod(opgave.gemeente, can, tuple(each for each in made if not each.kan)))
    return found


def _offer(vraag: Vraag, rows: Mapping[Sleutel, Cijfer]) -> Aanbod:
    name, area, van, peildatum = vraag.onderwerp
    row = rows.get((vraag.gemeente.pk, name, plain_name(area), van, moment(peildatum)))
    return Aanbod(vraag, row)


def _key(row: Cijfer) -> Sleutel:
    """What a figure is about; the last day of a half year is the first of the next."""
    return row.gemeente_id or 0, row.indicator, plain_name(row.gebied), row.van, moment(row.peildatum)


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


def _figures(lijst: Woningenlijst, chosen: Sequence[Aanbod]) -> list[TeMelden]:
    source = _("Woningenlijst, peildatum %(dag)s") % {"dag": short_day(lijst.peildatum)}
    return [
        TeMelden(
            indicator=each.vraag.gevraagd.indicator,
            peildatum=each.vraag.gevraagd.peildatum,
            van=each.vraag.gevraagd.van,
            gebied=each.vraag.gevraagd.gebied or "",
            waarde=each.cijfer.waarde,
            noemer=each.cijfer.noemer,
            bron=source,
            lijst=lijst,
        )
        for each in chosen
        if each.cijfer is not None and each.cijfer.waarde is not None
    ]
