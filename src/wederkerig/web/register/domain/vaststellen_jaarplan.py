"""Adopting a year plan: what would come of it, and the one step that makes it a decision.

What a person sees before is worked out in the same way as what is kept. An amendment that does not fit is
left out by a decision of its own, so that it cannot slip in when another plan is adopted later.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wederkerig.checks import check
from wederkerig.consolidation import Vergelijking, compare, decide
from wederkerig.export.uitgave import Uitgave
from wederkerig.model import Beslissing, Bevinding, Geschiedenis, Jaarplan, Verwerking
from wederkerig.model import Besluit as ModelBesluit
from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.domain.adoptie import derive
from wederkerig.web.register.domain.geschiedenis import as_data, geschiedenis_of
from wederkerig.web.register.domain.keuzes import choices_of
from wederkerig.web.register.domain.verwerken import VerwerkenError, plan_of
from wederkerig.web.register.domain.voorstel import Voorstel, free_name, propose
from wederkerig.web.register.models import Besluit, Fase, Gebeurtenis, Inzending, Overeenkomst

_LONGEST_NAME = 200
_LONGEST_TITLE = 300
_LONGEST_SLUG = 110
_MOST_EVENTS = 20


@dataclass(frozen=True, slots=True)
class Gegevens:
    """What a person says of the decision; what is None follows from the plan (`consolidation.decide`)."""

    naam: str | None = None
    vastgesteld: date | None = None
    inwerking: date | None = None


@dataclass(frozen=True)
class Vooruitzicht:
    """What would come of adopting the plan.

    stand: how many decisions the agreements have. buiten: the amendments that do not fit and are left out.
    """

    overeenkomst: Overeenkomst
    stand: int
    voorstel: Voorstel
    buiten: tuple[Verwerking, ...]

    @cached_property
    def vergelijking(self) -> Vergelijking:
        """The agreements right before and right after the plan."""
        return compare(self.voorstel.voor.stuk, self.voorstel.na.stuk)

    @property
    def toegepast(self) -> tuple[Verwerking, ...]:
        """The amendments that come in, as proposed or as decided."""
        return tuple(each for each in self.voorstel.opname.verwerkingen if not _is_refused(each))

    @property
    def afgewezen(self) -> tuple[Verwerking, ...]:
        """The amendments that people decided to leave out."""
        outside = {each.nummer for each in self.buiten}
        found = self.voorstel.opname.verwerkingen
        return tuple(each for each in found if _is_refused(each) and each.nummer not in outside)

    @cached_property
    def bevindingen(self) -> tuple[Bevinding, ...]:
        """What checks say of the new version that they did not say of the one before."""
        voor, na = (
            check(Uitgave(self.voorstel.tijdlijn, versie).stuk)
            for versie in (self.voorstel.voor, self.voorstel.na)
        )
        known = {(each.code, each.uitleg) for each in voor}
        return tuple(each for each in na if (each.code, each.uitleg) not in known)

    @cached_property
    def kenmerk(self) -> str:
        """Stands for all that is shown: the decisions it rests on, what is decided, the text that comes."""
        order = [each.naam for each in self.voorstel.tijdlijn.besluiten]
        said = [each.model_dump(mode="json") for each in self.voorstel.besluit.beslissingen]
        text = as_data(self.voorstel.na.stuk)
        data = json.dumps([self.overeenkomst.pk, self.stand, order, said, text], sort_keys=True)
        return blake2b(data.encode(), digest_size=16).hexdigest()


class VeranderdError(VerwerkenError):
    """What would be adopted is no longer what the person saw; the new prospect is with it."""

    def __init__(self, nu: Vooruitzicht) -> None:
        super().__init__(_("Er is iets veranderd sinds u deze bladzijde opende. Kijk nog eens."))
        self.nu = nu


class BuitenError(VerwerkenError):
    """Amendments do not fit, and nobody said that they are to be left out."""

    def __init__(self, nu: Vooruitzicht) -> None:
        super().__init__(
            _("Beslis over de wijzigingen die niet passen, of geef aan dat ze buiten het besluit blijven.")
        )
        self.nu = nu


def prospect(inzending: Inzending, overeenkomst: Overeenkomst, gegevens: Gegevens) -> Vooruitzicht:
    """What would come of adopting the plan now. Five queries.

    Raises GeschiedenisError where name, dates and agreements do not go together, VerwerkenError where it is
    no plan.
    """
    plan = plan_of(inzending)
    if plan is None:
        raise VerwerkenError(_("Dit document is geen jaarplan."))
    beslissingen = choices_of(inzending, plan).beslissingen
    geschiedenis = geschiedenis_of(overeenkomst)
    besluit = _decision(geschiedenis, plan, gegevens, beslissingen)
    voorstel, buiten = _without_conflicts(geschiedenis, besluit, inzending.organisatie.naam)
    stand = len(geschiedenis.besluiten) + 1
    return Vooruitzicht(overeenkomst, stand, voorstel, buiten)


def default_name(inzending: Inzending) -> str:
    """What the decision can be called where nobody said so."""
    plan, overeenkomst = plan_of(inzending), inzending.overeenkomst
    if plan is None or overeenkomst is None:
        return ""
    return free_name(geschiedenis_of(overeenkomst), plan)[:_LONGEST_NAME]


def _decision(
    geschiedenis: Geschiedenis, plan: Jaarplan, gegevens: Gegevens, beslissingen: Sequence[Beslissing]
) -> ModelBesluit:
    naam = gegevens.naam or free_name(geschiedenis, plan)[:_LONGEST_NAME]
    made = decide(plan, naam=naam, vastgesteld=gegevens.vastgesteld, inwerking=gegevens.inwerking)
    return made.model_copy(update={"beslissingen": tuple(beslissingen)})


def _without_conflicts(
    geschiedenis: Geschiedenis, besluit: ModelBesluit, organisatie: str
) -> tuple[Voorstel, tuple[Verwerking, ...]]:
    """The plan with every amendment that does not fit left out, also those that fit no more by that."""
    buiten: dict[int, Verwerking] = {}
    voorstel = propose(geschiedenis, besluit)
    while voorstel.conflicten:
        buiten |= {each.nummer: each for each in voorstel.conflicten}
        kept = [each for each in besluit.beslissingen if each.wijziging not in buiten]
        left = [_left_out(each, organisatie) for each in buiten.values()]
        whole = tuple(sorted([*kept, *left], key=lambda each: each.wijziging))
        voorstel = propose(geschiedenis, besluit.model_copy(update={"beslissingen": whole}))
    return voorstel, tuple(buiten[nummer] for nummer in sorted(buiten))


def _left_out(verwerking: Verwerking, organisatie: str) -> Beslissing:
    why = verwerking.conflict.uitleg if verwerking.conflict else ""
    return Beslissing(
        wijziging=verwerking.nummer,
        keuze="afwijzen",
        door=organisatie,
        # in Dutch, as the rest of the register, whatever language the person reads the site in
        toelichting=f"Bij het vaststellen buiten het besluit gelaten. {why}".strip(),
    )


def _is_refused(verwerking: Verwerking) -> bool:
    return verwerking.beslissing is not None and verwerking.beslissing.keuze == "afwijzen"


# --- the step itself -------------------------------------------------------------------------------


def adopt_plan(
    inzending: Inzending, gebruiker: Gebruiker, gegevens: Gegevens, *, kenmerk: str, zonder: bool
) -> Besluit:
    """Make the plan a decision; the one that is there already where it was adopted meanwhile.

    kenmerk: that of the prospect the person saw. zonder: whether what does not fit may be left out. Raises
    VeranderdError, BuitenError, GeschiedenisError or VerwerkenError; then nothing has changed.
    """
    with transaction.atomic():
        rows = Inzending.objects.select_related("organisatie")
        held = rows.select_for_update(of=("self",)).get(pk=inzending.pk)
        if held.fase == Fase.VASTGESTELD:
            return Besluit.objects.select_related("overeenkomst").get(inzending=held)
        overeenkomst = _held_agreements(held)
        nu = prospect(held, overeenkomst, gegevens)
        if nu.kenmerk != kenmerk or nu.stand != overeenkomst.stand:
            raise VeranderdError(nu)
        _refuse_clashes(nu)
        if nu.buiten and not zonder:
            raise BuitenError(nu)
        besluit = _row(held, nu, gebruiker)
        _move_on(overeenkomst, held, nu)
        became = (each.stand for each in nu.vergelijking.gewijzigd)
        gebeurtenissen.vastgesteld(besluit, gebruiker, became)
        derive(overeenkomst)
    return besluit


def _held_agreements(held: Inzending) -> Overeenkomst:
    """The agreements, for us alone until the end of the transaction."""
    if held.fase != Fase.NALEZEN:
        state = Fase(held.fase).label
        raise VerwerkenError(_("Dit jaarplan is intussen %(fase)s. Er is niets veranderd.") % {"fase": state})
    if held.overeenkomst_id is None:
        raise VerwerkenError(_("Kies eerst welke afspraken dit jaarplan wijzigt."))
    overeenkomst = Overeenkomst.objects.select_for_update().get(pk=held.overeenkomst_id)
    if not overeenkomst.partijen.filter(organisatie__in=one_with(held.organisatie)).exists():
        raise VerwerkenError(
            _("%(naam)s is geen partij bij deze afspraken. Alleen een partij kan een jaarplan vaststellen.")
            % {"naam": held.organisatie}
        )
    return overeenkomst


def _refuse_clashes(nu: Vooruitzicht) -> None:
    """What another party brought in is not undone by a plan that comes before it."""
    for botsing in nu.voorstel.later:
        raise VerwerkenError(
            _(
                "Door dit jaarplan past wijziging %(nummer)s van %(besluit)s niet meer. Kies een latere dag "
                "van inwerkingtreding, of laat buiten wat daarmee botst."
            )
            % {"nummer": botsing.verwerking.nummer, "besluit": botsing.besluit}
        )


def _row(held: Inzending, nu: Vooruitzicht, gebruiker: Gebruiker) -> Besluit:
    besluit = nu.voorstel.besluit
    return Besluit.objects.create(
        overeenkomst=nu.overeenkomst,
        volgnummer=nu.stand,
        naam=besluit.naam,
        slug=_free_slug(nu.overeenkomst, besluit.naam),
        vastgesteld=besluit.vastgesteld,
        inwerking=besluit.inwerking,
        ondertekend=besluit.ondertekend,
        stuk=as_data(besluit.jaarplan),
        beslissingen=[each.model_dump(mode="json", exclude_none=True) for each in besluit.beslissingen],
        inzending=held,
        organisatie=held.organisatie,
        **gebeurtenissen.done_by(gebruiker, held.organisatie),
    )


def _free_slug(overeenkomst: Overeenkomst, naam: str) -> str:
    taken = set(overeenkomst.besluiten.values_list("slug", flat=True))
    base = slugify(naam)[:_LONGEST_SLUG].strip("-") or "besluit"
    slug, times = base, 1
    while slug in taken:
        times += 1
        slug = f"{base}-{times}"
    return slug


def _move_on(overeenkomst: Overeenkomst, held: Inzending, nu: Vooruitzicht) -> None:
    """The agreements go by what their latest version says of itself; the plan is done."""
    tijdlijn = nu.voorstel.tijdlijn
    latest = tijdlijn.after(len(tijdlijn.besluiten)).stuk
    overeenkomst.stand += 1
    overeenkomst.titel = latest.titel[:_LONGEST_TITLE]
    overeenkomst.soort = latest.soort
    overeenkomst.van = latest.looptijd.van if latest.looptijd else None
    overeenkomst.tot = latest.looptijd.tot if latest.looptijd else None
    overeenkomst.save(update_fields=["stand", "titel", "soort", "van", "tot"])
    held.fase = Fase.VASTGESTELD
    held.stand += 1
    held.save(update_fields=["fase", "stand"])


# --- what happened since ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Intussen:
    """What happened since somebody looked: decisions on the agreements, and what was done to the plan."""

    besluiten: tuple[Besluit, ...]
    gedaan: tuple[Gebeurtenis, ...]

    def __bool__(self) -> bool:
        """Whether anything did."""
        return bool(self.besluiten or self.gedaan)


def meanwhile(inzending: Inzending, overeenkomst: Overeenkomst, *, stand: int, gezien: int) -> Intussen:
    """What happened since the agreements stood at `stand` and the plan at `gezien`; three queries."""
    now = Inzending.objects.values_list("stand", flat=True).get(pk=inzending.pk)
    rows = Gebeurtenis.objects.filter(over="inzending", over_id=str(inzending.pk)).order_by("-pk")
    later = overeenkomst.besluiten.filter(volgnummer__gte=stand).select_related("organisatie")
    return Intussen(tuple(later), tuple(rows[: max(0, min(now - gezien, _MOST_EVENTS))]))
