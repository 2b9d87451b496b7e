"""What waits for somebody: documents to settle, decisions to say something of, rounds; and what is theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from wederkerig import nalezen
from wederkerig.web.accounts.models import Organisatie, Soort
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.register.domain.bureau_nieuws import Bezwaar, Nieuw, news, objections
from wederkerig.web.register.domain.nalezen import Nalezing
from wederkerig.web.register.domain.termijnen import Termijn, next_deadline
from wederkerig.web.register.domain.vaststellen import stand_van
from wederkerig.web.register.models import (
    Besluit,
    Fase,
    Inzending,
    Lezing,
    Overeenkomst,
    Partij,
    Ronde,
    Verbetering,
    Verklaring,
)

# By reading and last correction; a count never changes for the same two.
_counted: dict[tuple[int, int], int] = {}
_MOST_COUNTED = 5_000
_OPEN = (Fase.WACHT, Fase.MISLUKT, Fase.NALEZEN)
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document that is not adopted.

    twijfels: how many doubts nobody has settled, None while it is read. jaarplan: people decide upon
    its amendments before it can be adopted. bezwaren: why it cannot be adopted yet.
    """

    inzending: Inzending
    twijfels: int | None
    bezwaren: tuple[str, ...] = ()
    jaarplan: bool = False
    wijzigingen: int = 0


@dataclass(frozen=True, slots=True)
class TeVerklaren:
    """A decision of which an organisation has not said whether it is what was agreed."""

    besluit: Besluit
    organisatie: Organisatie


@dataclass(frozen=True, slots=True)
class Deelname:
    """Agreements in which we take part: which of ours do, what is due next, and the round that is open.

    regie: whether this person may open one, for the municipality. brengt_in: and may bring in a plan.
    """

    overeenkomst: Overeenkomst
    namens: tuple[Organisatie, ...]
    loopt_af: bool
    termijn: Termijn | None
    ronde: Ronde | None
    regie: bool
    brengt_in: bool


@dataclass(frozen=True, slots=True)
class Bureau:
    """Everything on the desk of one person.

    leest_mee: documents in hand of which others of the same organisation have the work.
    """

    stukken: Sequence[Stuk]
    leest_mee: Sequence[Stuk]
    bladzijde: Page[Inzending]
    bezwaren: Sequence[Bezwaar]
    nieuw: Sequence[Nieuw]
    te_verklaren: Sequence[TeVerklaren]
    deelnames: Sequence[Deelname]

    @property
    def rondes(self) -> list[Deelname]:
        """Where a round is open in which one may bring in a plan, the first to close first."""
        found = [each for each in self.deelnames if each.ronde and each.brengt_in]
        return sorted(found, key=lambda each: each.ronde.sluit if each.ronde else date.max)

    @property
    def rondes_van_anderen(self) -> list[Deelname]:
        """Where a round is open in which others of one's organisation may bring in a plan."""
        return [each for each in self.deelnames if each.ronde and not each.brengt_in]

    @property
    def wacht(self) -> int:
        """How many things wait."""
        return len(self.stukken) + len(self.te_verklaren) + len(self.rondes) + len(self.bezwaren)


@dataclass(frozen=True, slots=True)
class Namens:
    """The organisations somebody works for, and for which of them he has which right."""

    ziet: frozenset[int]
    schrijft: frozenset[int]
    tekent: frozenset[int]
    opent: frozenset[int]


def desk_of(namens: Namens, now: datetime, blad: str | None = None) -> Bureau:
    """The desk now, with this page of what is in hand; as many queries for one of agreements as for more."""
    ziet, dag = namens.ziet, timezone.localdate(now)
    page: Page[Inzending] = Paginator(_drafts(ziet), _SHOWN).get_page(blad)
    why = stand_van(list(page))
    stukken = [_stuk(each, why.get(each.pk, ())) for each in page]
    mine = [each for each in stukken if each.inzending.organisatie_id in namens.schrijft]
    return Bureau(
        stukken=mine,
        leest_mee=[each for each in stukken if each not in mine],
        bladzijde=page,
        bezwaren=objections(ziet),
        nieuw=news(ziet, namens.tekent, now),
        te_verklaren=list(_unsaid(namens.tekent)),
        deelnames=list(_part_in(namens, dag)),
    )


def _drafts(own: Iterable[int]) -> QuerySet[Inzending]:
    """What is not adopted, with its latest reading and what was said of it."""
    readings = Lezing.objects.order_by("op", "pk").only("pk", "inzending_id", "stuk", "op")
    return (
        Inzending.objects.filter(organisatie__in=own, fase__in=_OPEN)
        .select_related("organisatie", "overeenkomst")
        .prefetch_related(
            Prefetch("lezingen", readings),
            Prefetch("verbeteringen", Verbetering.objects.order_by("pk")),
        )
        .order_by("-op", "pk")
    )


def _stuk(inzending: Inzending, bezwaren: tuple[str, ...]) -> Stuk:
    lezingen = list(inzending.lezingen.all())
    read = lezingen[-1].stuk if lezingen else {}
    if read.get("soort") != "jaarplan":
        return Stuk(inzending, _doubts(inzending), bezwaren)
    amendments = len(read.get("wijzigingen", ()))
    return Stuk(inzending, _doubts(inzending), bezwaren, jaarplan=True, wijzigingen=amendments)


def _doubts(inzending: Inzending) -> int | None:
    lezingen = list(inzending.lezingen.all())
    if inzending.fase != Fase.NALEZEN or not lezingen:
        return None
    gezegd = list(inzending.verbeteringen.all())
    key = (lezingen[-1].pk, gezegd[-1].pk if gezegd else 0)
    known = _counted.get(key)
    if known is None:
        said = tuple(nalezen.Verbetering.model_validate(row.inhoud) for row in gezegd)
        known = Nalezing(inzending=inzending, lezing=lezingen[-1], gezegd=said, laatste={}).twijfels
        if len(_counted) >= _MOST_COUNTED:
            _counted.clear()
        _counted[key] = known
    return known


def forget() -> None:
    """Let go of what was counted, where keys come to mean other rows, as in tests."""
    _counted.clear()


def _unsaid(own: frozenset[int]) -> Iterable[TeVerklaren]:
    """The decisions that another brought in, of which a party of ours has said nothing; the last first."""
    heir = heirs()
    parties: dict[int, list[Organisatie]] = defaultdict(list)
    for partij in Partij.objects.filter(organisatie__in=own).select_related("organisatie"):
        if partij.organisatie is not None:
            parties[partij.overeenkomst_id].append(partij.organisatie)
    besluiten = (
        Besluit.objects.filter(overeenkomst__in=parties)
        .select_related("overeenkomst")
        .only("naam", "slug", "organisatie_id", "op", "overeenkomst__slug", "overeenkomst__titel")
        .order_by("-pk")
    )
    said = set(Verklaring.objects.filter(organisatie__in=own).values_list("besluit_id", "organisatie_id"))
    for besluit in besluiten:
        for organisatie in parties[besluit.overeenkomst_id]:
            brought = heir.get(besluit.organisatie_id, besluit.organisatie_id)
            if (
                brought != heir.get(organisatie.pk, organisatie.pk)
                and (besluit.pk, organisatie.pk) not in said
            ):
                yield TeVerklaren(besluit, organisatie)


def _part_in(ours: Namens, dag: date) -> Iterable[Deelname]:
    own = ours.ziet
    parties = Partij.objects.filter(organisatie__in=own).select_related("organisatie")
    rounds = Ronde.objects.filter(opent__lte=dag, sluit__gte=dag).order_by("-sluit", "pk")
    rows = (
        Overeenkomst.objects.filter(partijen__organisatie__in=own)
        .distinct()
        .order_by("titel", "pk")
        .prefetch_related(
            "gemeenten",
            Prefetch("partijen", parties, to_attr="onze"),
            Prefetch("rondes", rounds, to_attr="open"),
        )
    )
    for row in rows:
        namens = tuple(dict.fromkeys(filter(None, (partij.organisatie for partij in row.onze))))
        yield Deelname(
            overeenkomst=row,
            namens=namens,
            loopt_af=row.tot is not None and row.tot < dag,
            termijn=next_deadline(row, dag),
            ronde=row.open[-1] if row.open else None,
            regie=any(each.pk in ours.opent and each.soort == Soort.GEMEENTE for each in namens),
            brengt_in=any(each.pk in ours.schrijft for each in namens),
        )
