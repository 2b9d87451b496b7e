"""Reports through their phases: made, completed by each party, replied to, published.

The municipality has the process: it makes the concept and takes each next step, when the days or the parties
allow it. What is in a report is what the figures said when it was made and what the parties wrote; nobody
changes or hides that, and once it is published nothing changes any more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wederkerig.model import Norm
from wederkerig.monitoring import rapport as structuur
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.domain import rapportgebeurtenissen as gebeurtenissen
from wederkerig.web.monitor.domain.bijdragen import (
    RapportError,
    everybody_ready,
    last_words,
    with_contributions,
)
from wederkerig.web.monitor.domain.rapportinhoud import Aanleiding, Vastgezet, compose, for_everybody
from wederkerig.web.monitor.models import Rapport, RapportFase
from wederkerig.web.register.models import Overeenkomst

WEERWOORDDAGEN = 7
"""How many days the parties have at least to reply to each other."""
MEESTE_DAGEN = dt.timedelta(days=366)
"""Within which the last day for reply lies: a report that waits for years keeps others from being made."""
OPEN = (RapportFase.CONCEPT, RapportFase.WEERWOORD)


_ASKED = "indicator relatie waarde tot eenheid grootheid ritme van per nulmeting gebied".split()


class VerderError(Exception):
    """Somebody else took a step with the report in the meantime; `rapport` is how it stands now."""

    def __init__(self, rapport: Rapport) -> None:
        super().__init__()
        self.rapport = rapport


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What a report is to be. aanvullen_tot: the last day to complete it; weerwoord_tot: that to reply."""

    soort: structuur.RapportSoort
    peildatum: dt.date
    aanvullen_tot: dt.date
    weerwoord_tot: dt.date


@dataclass(frozen=True, slots=True)
class Gepubliceerd:
    """The last report that was published. regels: its norms by key, as everybody reads them."""

    rapport: Rapport
    vastgezet: Vastgezet
    regels: Mapping[str, structuur.Normregel]

    @property
    def op(self) -> dt.date:
        """The day on which it judges."""
        return self.vastgezet.rapport.peildatum

    def told_of(self, normen: Iterable[Norm]) -> dict[str, structuur.Normregel]:
        """By key what it says of norms that still ask what they asked then; of others it says nothing."""
        then = {norm.sleutel: _asked(norm) for norm in self.vastgezet.normen}
        same = (norm.sleutel for norm in normen if then.get(norm.sleutel) == _asked(norm))
        return {key: self.regels[key] for key in same if key in self.regels}


def _asked(norm: Norm) -> tuple[object, ...]:
    return tuple(getattr(norm, name) for name in _ASKED)


def published_judgements(overeenkomst: Overeenkomst) -> Gepubliceerd | None:
    """How the norms stood in the last report that was published; None where none was. One query."""
    rows = overeenkomst.rapporten.filter(fase=RapportFase.GEPUBLICEERD)
    found = rows.order_by("-peildatum", "-gepubliceerd").first()
    return as_published(found) if found else None


def as_published(rapport: Rapport) -> Gepubliceerd:
    """A published report with its norms."""
    vastgezet = Vastgezet.model_validate(rapport.inhoud)
    regels = {regel.sleutel: regel for regel in structuur.all_norms(for_everybody(vastgezet))}
    return Gepubliceerd(rapport, vastgezet, regels)


@transaction.atomic
def make_concept(
    overeenkomst: Overeenkomst, opdracht: Opdracht, *, namens: Organisatie, door: Gebruiker, vandaag: dt.date
) -> Rapport:
    """Make the concept: the figures are frozen as they are now. Raises RapportError where it cannot be."""
    Overeenkomst.objects.select_for_update().get(pk=overeenkomst.pk)
    _check(overeenkomst, opdracht, vandaag)
    before = published_judgements(overeenkomst)
    aanleiding = Aanleiding(
        op=opdracht.peildatum,
        vandaag=vandaag,
        soort=opdracht.soort,
        vorige=before.vastgezet if before else None,
    )
    made = Rapport.objects.create(
        overeenkomst=overeenkomst,
        soort=opdracht.soort,
        peildatum=opdracht.peildatum,
        aanvullen_tot=opdracht.aanvullen_tot,
        weerwoord_tot=opdracht.weerwoord_tot,
        inhoud=compose(overeenkomst, aanleiding).model_dump(mode="json"),
    )
    gebeurtenissen.rapport_gemaakt(made, door, namens)
    return made


def _check(overeenkomst: Overeenkomst, opdracht: Opdracht, vandaag: dt.date) -> None:
    if opdracht.peildatum > vandaag:
        raise RapportError(_("De peildatum ligt na vandaag. Kies een dag tot en met vandaag."), "peildatum")
    if overeenkomst.van and opdracht.peildatum < overeenkomst.van:
        text = _("De afspraken gelden pas vanaf %(dag)s. Kies een peildatum op of na die dag.")
        raise RapportError(text % {"dag": date_format(overeenkomst.van, "j F Y")}, "peildatum")
    if opdracht.aanvullen_tot < vandaag:
        raise RapportError(_("Deze dag is voorbij. Kies vandaag of later."), "aanvullen_tot")
    if opdracht.weerwoord_tot < opdracht.aanvullen_tot + dt.timedelta(days=WEERWOORDDAGEN):
        text = _("Kies een dag die ten minste %(n)s dagen na de laatste dag voor aanvullen ligt.")
        raise RapportError(text % {"n": WEERWOORDDAGEN}, "weerwoord_tot")
    if opdracht.weerwoord_tot > vandaag + MEESTE_DAGEN:
        raise RapportError(_("Kies een dag binnen een jaar: zo lang wacht het rapport."), "weerwoord_tot")
    if Rapport.objects.filter(overeenkomst=overeenkomst, soort=opdracht.soort, fase__in=OPEN).exists():
        raise RapportError(
            _("Er is al een concept van deze soort. Maak dat eerst af, of laat het vervallen."), "soort"
        )


@transaction.atomic
def take_step(
    rapport: Rapport,
    naar: RapportFase,
    *,
    namens: Organisatie,
    door: Gebruiker,
    vandaag: dt.date,
    stand: int,
    reden: str = "",
) -> Rapport:
    """Bring a report in its next phase.

    stand: what the person saw. Raises VerderError where another was first, RapportError where it cannot be.
    """
    row = Rapport.objects.select_for_update(of=("self",)).select_related("overeenkomst").get(pk=rapport.pk)
    if row.stand != stand:
        raise VerderError(row)
    was = {"fase": row.fase, "weerwoord_tot": str(row.weerwoord_tot)}
    if (why := _refusal(row, naar, vandaag, reden)) is not None:
        raise RapportError(why)
    row.fase, row.stand = naar, row.stand + 1
    if naar == RapportFase.WEERWOORD:
        row.weerwoord_tot = max(row.weerwoord_tot, vandaag + dt.timedelta(days=WEERWOORDDAGEN))
    if naar == RapportFase.GEPUBLICEERD:
        row.gepubliceerd = timezone.now()
        row.inhoud["bijdragen"] = [each.pk for each in last_words(row, frozenset())]
    row.save(update_fields=["fase", "stand", "weerwoord_tot", "gepubliceerd", "inhoud"])
    werd = {"fase": row.fase, "weerwoord_tot": str(row.weerwoord_tot), "reden": reden}
    gebeurtenissen.rapport_verder(row, door, namens, was, werd)
    return row


def refusal(rapport: Rapport, naar: RapportFase, vandaag: dt.date) -> str | None:
    """Why a report cannot come in that phase on this day, in words; None where it can."""
    return _refusal(rapport, naar, vandaag, "-")


def _refusal(row: Rapport, naar: RapportFase, vandaag: dt.date, reden: str) -> str | None:
    fase = RapportFase(row.fase)
    if naar not in _NA[fase]:
        return _("Dat kan niet meer: het rapport is al %(fase)s.") % {"fase": row.get_fase_display()}
    if naar == RapportFase.VERVALLEN:
        return None if reden.strip() else _("Schrijf op waarom dit rapport vervalt.")
    until = row.aanvullen_tot if naar == RapportFase.WEERWOORD else row.weerwoord_tot
    if vandaag > until or everybody_ready(row):
        return None
    text = (
        _(
            "Dat is nog te vroeg: de partijen mogen tot en met %(dag)s aanvullen, en nog niet alle "
            "zijn gereed."
        )
        if naar == RapportFase.WEERWOORD
        else _(
            "Publiceren is nog te vroeg: de partijen mogen tot en met %(dag)s weerwoord geven, en nog niet "
            "alle zijn gereed."
        )
    )
    return text % {"dag": date_format(until, "j F Y")}


_NA: Mapping[RapportFase, frozenset[RapportFase]] = {
    RapportFase.CONCEPT: frozenset({RapportFase.WEERWOORD, RapportFase.VERVALLEN}),
    RapportFase.WEERWOORD: frozenset({RapportFase.GEPUBLICEERD}),
    RapportFase.GEPUBLICEERD: frozenset(),
    RapportFase.VERVALLEN: frozenset(),
}


def reports_of(overeenkomst: Overeenkomst) -> list[Rapport]:
    """All reports of agreements, the last day first, without what is in them."""
    return list(overeenkomst.rapporten.defer("inhoud"))


def published_of(overeenkomsten: list[int]) -> list[Rapport]:
    """The published reports of these agreements, the last first, without what is in them; one query."""
    rows = Rapport.objects.filter(overeenkomst__in=overeenkomsten, fase=RapportFase.GEPUBLICEERD)
    return list(rows.defer("inhoud").select_related("overeenkomst").order_by("-peildatum", "-gepubliceerd"))


def content_of(rapport: Rapport, eigen: frozenset[int] = frozenset()) -> structuur.Rapport:
    """A report as somebody of these organisations may read it, with what the parties wrote in it.

    Once it is published it is the same for everybody.
    """
    vastgezet = Vastgezet.model_validate(rapport.inhoud)
    if rapport.gepubliceerd is None:
        return with_contributions(rapport, vastgezet.rapport, eigen)
    day = timezone.localtime(rapport.gepubliceerd).date()
    public = for_everybody(vastgezet).model_copy(update={"gepubliceerd": day})
    return with_contributions(rapport, public, eigen)
