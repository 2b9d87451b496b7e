"""A year plan on its way into the agreements: which it amends, how it lands, what people decide of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.consolidation import GeschiedenisError, check_gemeente, decide, plan_name
from wederkerig.consolidation.identiteit import slug
from wederkerig.model import Beslissing, Geschiedenis, Jaarplan, Verwerking
from wederkerig.model import Overeenkomst as ModelOvereenkomst
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.domain.geschiedenis import geschiedenis_of
from wederkerig.web.register.domain.keuzes import Keuzes, choices_of, names_of
from wederkerig.web.register.domain.nalezen import nalezing_van
from wederkerig.web.register.domain.passages import Passage, Uitweg, passage_of, ways_out
from wederkerig.web.register.domain.voorstel import Voorstel, sketch
from wederkerig.web.register.models import Besluit, Fase, Inzending, Keuze, Overeenkomst


class VerwerkenError(Exception):
    """Something that cannot be done with this plan; the sentence says what, and what to do."""


class AndereKeuzeError(VerwerkenError):
    """Somebody else decided of the same amendment meanwhile."""

    def __init__(self, nummer: int, theirs: Keuze, mine: Beslissing | None) -> None:
        super().__init__(_("Iemand anders heeft intussen ook over deze wijziging beslist."))
        self.nummer, self.theirs, self.mine = nummer, theirs, mine


class PastNietError(VerwerkenError):
    """The choice does not lead anywhere: what became of the amendment with it says why."""

    def __init__(self, verwerking: Verwerking) -> None:
        conflict = verwerking.conflict
        super().__init__(f"{conflict.uitleg} {conflict.raad}" if conflict else "")
        self.verwerking = verwerking


# --- which agreements it amends --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Agreements that the plan may amend: whether municipality and year are those of the plan.

    kan: whether they may be chosen; a plan never amends agreements whose document names another municipality.
    """

    overeenkomst: Overeenkomst
    gemeente: bool
    looptijd: bool
    kan: bool

    @property
    def past(self) -> bool:
        """Whether nothing speaks against it."""
        return self.gemeente and self.looptijd


def plan_of(inzending: Inzending) -> Jaarplan | None:
    """The plan as read last, with what people corrected in it; None where it is no plan. Three queries."""
    if not inzending.lezingen.exists():
        return None
    stuk = nalezing_van(inzending).nagelezen.stuk
    return stuk if isinstance(stuk, Jaarplan) else None


def facts_of(inzending: Inzending) -> tuple[str, ...]:
    """The keys of the amendments as facts of the reading, in the order of the plan. Three queries."""
    items = nalezing_van(inzending).items
    return tuple(item.sleutel for item in items if item.soort == "wijziging" and not item.weg)


def candidates(inzending: Inzending, plan: Jaarplan) -> list[Kandidaat]:
    """The agreements to which the organisation is a party, those that fit best first. Four queries."""
    of = Overeenkomst.objects.filter(partijen__organisatie__in=one_with(inzending.organisatie))
    rows = list(of.distinct().prefetch_related("gemeenten"))
    bases = Besluit.objects.filter(overeenkomst__in=rows, volgnummer=0)
    named = dict(bases.values_list("overeenkomst", "stuk__gemeente"))
    found = [
        Kandidaat(
            each, _same_place(each, plan), _in_term(each, plan), _may_be_of(named.get(each.pk), plan.gemeente)
        )
        for each in rows
    ]
    return sorted(found, key=lambda each: (not each.past, not each.gemeente, not each.looptijd))


def _same_place(overeenkomst: Overeenkomst, plan: Jaarplan) -> bool:
    names = {_bare(gemeente.naam) for gemeente in overeenkomst.gemeenten.all()}
    return plan.gemeente is None or _bare(plan.gemeente) in names


def _may_be_of(named: str | None, gemeente: str | None) -> bool:
    """What `check_gemeente` asks of the base: no other municipality is named in it."""
    return not named or not gemeente or _bare(named) == _bare(gemeente)


def _bare(gemeente: str) -> str:
    return slug(gemeente).removeprefix("gemeente-")


def _in_term(overeenkomst: Overeenkomst, plan: Jaarplan) -> bool:
    """Whether the first day of the plan is in the term; so it is where either is not known."""
    day = _first_day(plan)
    if day is None:
        return True
    first, last = overeenkomst.van or date.min, overeenkomst.tot or date.max
    return first <= day <= last


def _first_day(plan: Jaarplan) -> date | None:
    try:
        return decide(plan).inwerking
    except GeschiedenisError:
        years = [int(word) for word in plan_name(plan).split() if word.isdigit() and len(word) == len("2026")]
        return date(years[0], 1, 1) if years else None


def choose(inzending: Inzending, overeenkomst: Overeenkomst, gebruiker: Gebruiker) -> None:
    """Say which agreements the plan amends. Raises VerwerkenError where it cannot be these."""
    with transaction.atomic():
        held = _held(inzending)
        plan = plan_of(held)
        if plan is None:
            raise VerwerkenError(_("Dit document is geen jaarplan."))
        if overeenkomst not in [each.overeenkomst for each in candidates(held, plan)]:
            raise VerwerkenError(_("Uw organisatie is geen partij bij deze afspraken."))
        basis = ModelOvereenkomst.model_validate(overeenkomst.besluiten.get(volgnummer=0).stuk)
        try:
            check_gemeente(basis, plan, plan_name(plan))
        except GeschiedenisError as error:
            raise VerwerkenError(str(error)) from error
        if held.overeenkomst_id == overeenkomst.pk:
            return
        was, held.overeenkomst = held.overeenkomst, overeenkomst
        _save(held)
        gebeurtenissen.hoort_bij(held, was, gebruiker)


def _held(inzending: Inzending) -> Inzending:
    """The row, for us alone until the end of the transaction; only while it is being settled."""
    rows = Inzending.objects.select_related("organisatie", "overeenkomst")
    held = rows.select_for_update(of=("self",)).get(pk=inzending.pk)
    if held.fase != Fase.NALEZEN:
        state = Fase(held.fase).label
        raise VerwerkenError(_("Dit jaarplan is intussen %(fase)s. Er is niets veranderd.") % {"fase": state})
    return held


def _save(held: Inzending) -> None:
    held.stand += 1
    held.save(update_fields=["stand", "overeenkomst"])


# --- how each amendment lands ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Regel:
    """One amendment beside the text it changes.

    moeilijk: whether it did not fit as proposed, so that it is one to talk about, also once it is settled.
    nu: the number its agreement has before the plan, where that differs.
    """

    verwerking: Verwerking
    passage: Passage | None
    keuze: Keuze | None
    moeilijk: bool
    uitwegen: tuple[Uitweg, ...] = ()

    @property
    def nummer(self) -> int:
        """Its place in the plan."""
        return self.verwerking.nummer

    @property
    def gezien(self) -> int:
        """The last row on it, for a form to say what its reader saw."""
        return self.keuze.pk if self.keuze else 0

    @property
    def afgewezen(self) -> bool:
        """Whether a person left it out."""
        beslissing = self.verwerking.beslissing
        return beslissing is not None and beslissing.keuze == "afwijzen"


@dataclass(frozen=True, slots=True)
class Overzicht:
    """A plan beside the agreements; regels: those to talk about first, else in the order of the plan."""

    plan: Jaarplan
    voorstel: Voorstel
    keuzes: Keuzes
    regels: tuple[Regel, ...]

    @property
    def moeilijk(self) -> tuple[Regel, ...]:
        """What did not fit as proposed."""
        return tuple(regel for regel in self.regels if regel.moeilijk)

    @property
    def afgewezen(self) -> tuple[Regel, ...]:
        """What a person left out."""
        return tuple(regel for regel in self.regels if regel.afgewezen)

    @property
    def overgenomen(self) -> tuple[Regel, ...]:
        """What comes into the agreements as it stands now."""
        left = {regel.nummer for regel in (*self.open, *self.afgewezen)}
        return tuple(regel for regel in self.regels if regel.nummer not in left)

    @property
    def passend(self) -> tuple[Regel, ...]:
        """What fits as proposed, and is not left out."""
        return tuple(regel for regel in self.regels if not regel.moeilijk and not regel.afgewezen)

    @property
    def open(self) -> tuple[Regel, ...]:
        """What does not fit as it stands now."""
        return tuple(regel for regel in self.regels if regel.verwerking.conflict is not None)

    def regel(self, nummer: int) -> Regel | None:
        """The amendment with this number."""
        return next((regel for regel in self.regels if regel.nummer == nummer), None)


def overview(inzending: Inzending, plan: Jaarplan, overeenkomst: Overeenkomst) -> Overzicht:
    """Every amendment beside the text it changes, with what was decided so far. Two queries.

    Raises GeschiedenisError where the plan does not belong to the agreements.
    """
    keuzes = choices_of(inzending, plan)
    geschiedenis = geschiedenis_of(overeenkomst)
    voorstel = sketch(geschiedenis, plan, keuzes.beslissingen)
    hard = _did_not_fit(geschiedenis, plan, voorstel, keuzes)
    rows = [_row(voorstel, plan, keuzes, each, hard) for each in voorstel.opname.verwerkingen]
    order = sorted(rows, key=lambda row: (not row.moeilijk, not row.afgewezen))
    return Overzicht(plan, voorstel, keuzes, tuple(order))


def _did_not_fit(
    geschiedenis: Geschiedenis, plan: Jaarplan, voorstel: Voorstel, keuzes: Keuzes
) -> frozenset[int]:
    """The numbers that do not fit, as proposed or as decided."""
    proposed = sketch(geschiedenis, plan, ()) if keuzes.beslissingen else voorstel
    return frozenset(each.nummer for each in (*proposed.conflicten, *voorstel.conflicten))


def _row(
    voorstel: Voorstel, plan: Jaarplan, keuzes: Keuzes, verwerking: Verwerking, hard: Iterable[int]
) -> Regel:
    before = voorstel.voor.stuk
    return Regel(
        verwerking,
        passage_of(before, plan, verwerking),
        keuzes.rijen.get(verwerking.nummer),
        verwerking.nummer in set(hard),
        ways_out(before, plan, verwerking),
    )


# --- what people decide ----------------------------------------------------------------------------


def settle_amendment(
    inzending: Inzending, nummer: int, beslissing: Beslissing | None, gebruiker: Gebruiker, *, gezien: int
) -> tuple[int, ...]:
    """Keep what was decided of an amendment (None: back to the proposal); gives what fits no more by it.

    gezien: the last row on it that the person saw. Raises AndereKeuzeError where there is a newer one that
    says something else, PastNietError where the amendment would still not fit.
    """
    with transaction.atomic():
        held = _held(inzending)
        plan = plan_of(held)
        if plan is None or held.overeenkomst is None:
            raise VerwerkenError(_("Kies eerst welke afspraken dit jaarplan wijzigt."))
        if not 1 <= nummer <= len(plan.wijzigingen):
            raise VerwerkenError(_("Deze wijziging staat niet meer in het jaarplan."))
        keuzes = choices_of(held, plan)
        chosen = _signed(beslissing, nummer, held.organisatie)
        if chosen == keuzes.van(nummer):
            return ()
        if keuzes.laatste(nummer) != gezien:
            raise AndereKeuzeError(nummer, keuzes.rijen[nummer], chosen)
        broken = _must_fit(held.overeenkomst, plan, keuzes, nummer, chosen)
        _add(held, plan, keuzes, nummer, chosen, gebruiker)
    return broken


def _signed(beslissing: Beslissing | None, nummer: int, organisatie: Organisatie) -> Beslissing | None:
    """The decision in the name of the organisation: what is public later names no persons."""
    if beslissing is None:
        return None
    return beslissing.model_copy(update={"wijziging": nummer, "door": organisatie.naam})


def _must_fit(
    overeenkomst: Overeenkomst, plan: Jaarplan, keuzes: Keuzes, nummer: int, chosen: Beslissing | None
) -> tuple[int, ...]:
    """Raises PastNietError where the choice itself does not fit; gives the others that fit no more by it."""
    geschiedenis = geschiedenis_of(overeenkomst)
    others = tuple(each for each in keuzes.beslissingen if each.wijziging != nummer)
    before = sketch(geschiedenis, plan, keuzes.beslissingen)
    after = sketch(geschiedenis, plan, (*others, chosen) if chosen else others)
    result = after.opname.verwerkingen[nummer - 1]
    if chosen is not None and result.conflict is not None:
        raise PastNietError(result)
    stood = {each.nummer for each in before.conflicten}
    return tuple(each.nummer for each in after.conflicten if each.nummer not in {*stood, nummer})


def _add(
    held: Inzending,
    plan: Jaarplan,
    keuzes: Keuzes,
    nummer: int,
    chosen: Beslissing | None,
    gebruiker: Gebruiker,
) -> None:
    was = keuzes.van(nummer)
    row = Keuze.objects.create(
        inzending=held,
        kenmerk=names_of(plan.wijzigingen)[nummer - 1],
        wijziging=nummer,
        inhoud=_as_data(chosen),
        **gebeurtenissen.done_by(gebruiker, held.organisatie),
    )
    _save(held)
    gebeurtenissen.gekozen(row, _as_data(was), held, gebruiker)


def _as_data(beslissing: Beslissing | None) -> dict[str, Any] | None:
    return beslissing.model_dump(mode="json", exclude_none=True) if beslissing else None
