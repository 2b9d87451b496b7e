"""A base document is adopted: what was settled becomes agreements of the municipality, all or nothing.

Any organisation that is a party may adopt, whatever its kind, and nobody else. Adopting twice gives the
same decision, so that a second click or a broken connection does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wederkerig.consolidation import begin
from wederkerig.model import Overeenkomst as ModelOvereenkomst
from wederkerig.model import Partij as ModelPartij
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.domain.adoptie import derive
from wederkerig.web.register.domain.bezwaren import Bezwaar, kern_of, objections, objections_of
from wederkerig.web.register.domain.dubbel import Dubbel, doubles
from wederkerig.web.register.domain.gemeentekeuze import municipalities, proposed, refused
from wederkerig.web.register.domain.geschiedenis import as_data
from wederkerig.web.register.domain.herkennen import plain_name
from wederkerig.web.register.domain.nalezen import Nalezing, koppelingen_van, nalezing_van
from wederkerig.web.register.models import Besluit, Fase, Gemeente, Inzending, Overeenkomst, Partij

BASIS = "basis"
_SLUG = 120
_TRIES = 50


class VaststellenError(Exception):
    """Why it cannot be adopted: Dutch sentences, each with what to do."""

    def __init__(self, redenen: Sequence[str]) -> None:
        super().__init__(" ".join(redenen))
        self.redenen = tuple(redenen)


class VerouderdError(Exception):
    """The document changed after the person saw what would be adopted."""


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """A party of the document, and the organisation it is."""

    partij: ModelPartij
    organisatie: Organisatie | None


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What adopting would make, for a person to look at.

    keuze: the municipalities one can choose from, empty where none is known; gemeenten: those proposed.
    dubbel: what is here already and may be the same. bezwaren: why it cannot be done yet.
    """

    nalezing: Nalezing
    stuk: ModelOvereenkomst
    deelnemers: tuple[Deelnemer, ...]
    keuze: tuple[str, ...]
    gemeenten: tuple[str, ...]
    dubbel: tuple[Dubbel, ...]
    vastgesteld: date | None
    inwerking: date | None
    bezwaren: tuple[Bezwaar, ...]


def propose(inzending: Inzending) -> Voorstel:
    """What adopting this base document would make."""
    nalezing = nalezing_van(inzending)
    stuk = cast(ModelOvereenkomst, nalezing.nagelezen.stuk)
    signed = stuk.ondertekening.datum if stuk.ondertekening else None
    first = stuk.looptijd.van if stuk.looptijd else None
    kern = kern_of(nalezing)
    said = {naam: row.organisatie for naam, row in koppelingen_van(inzending).items()}
    deelnemers = tuple(
        Deelnemer(partij, said.get(read))
        for partij, (read, _naam) in zip(stuk.partijen, kern.partijen, strict=True)
    )
    deelnames = [(each.partij, each.organisatie) for each in deelnemers]
    keuze = municipalities(nalezing, deelnames)
    return Voorstel(
        nalezing=nalezing,
        stuk=stuk,
        deelnemers=deelnemers,
        keuze=keuze,
        gemeenten=proposed(stuk, deelnames, keuze),
        dubbel=doubles(stuk, deelnames, keuze),
        vastgesteld=signed,
        inwerking=first or signed,
        bezwaren=tuple(objections(inzending, kern, said, heirs())),
    )


def stand_van(inzendingen: Sequence[Inzending]) -> dict[UUID, tuple[str, ...]]:
    """By document that is being settled why it cannot be adopted; as many queries for one as for fifty."""
    return objections_of(inzendingen)


def bezwaren_van(inzending: Inzending) -> tuple[str, ...]:
    """Why this document cannot be adopted; none where it can, and for a year plan."""
    return objections_of([inzending]).get(inzending.pk, ())


@transaction.atomic
def adopt_basis(
    inzending: Inzending,
    gebruiker: Gebruiker,
    *,
    gemeenten: Sequence[str],
    vastgesteld: date | None,
    inwerking: date | None,
    stand: int,
    anders: bool = False,
) -> Besluit:
    """Make the agreements of a base document. stand: that of the document as the person saw it.

    anders: a person said that what is here already (`Voorstel.dubbel`) are other agreements.

    Raises VaststellenError where it may not be adopted, VerouderdError where it changed since.
    """
    row = Inzending.objects.select_for_update().select_related("organisatie").get(pk=inzending.pk)
    if row.fase == Fase.VASTGESTELD:
        return row.besluit
    if row.fase != Fase.NALEZEN:
        raise VaststellenError(
            [_("Dit document kan nu niet worden vastgesteld: het wordt niet meer nagelezen.")]
        )
    if row.stand != stand:
        raise VerouderdError
    _one_at_a_time(row)
    voorstel = propose(row)
    against = list(_against(voorstel, gemeenten, anders=anders))
    if against:
        raise VaststellenError(against)
    basis = begin(voorstel.stuk).basis
    overeenkomst = _agreements(basis, gemeenten)
    _parties(overeenkomst, voorstel.deelnemers)
    return _decision(row, overeenkomst, basis, gebruiker, vastgesteld, inwerking)


def _one_at_a_time(inzending: Inzending) -> None:
    """Two who adopt the same agreements from two documents wait for each other here."""
    parties = inzending.koppelingen.values("organisatie")
    list(Organisatie.objects.select_for_update(no_key=True).filter(pk__in=parties).order_by("pk"))


def _against(voorstel: Voorstel, gemeenten: Sequence[str], *, anders: bool) -> Iterator[str]:
    """Why it is not adopted, with what the person chose."""
    yield from (each.tekst for each in voorstel.bezwaren)
    if not gemeenten:
        yield _("Kies voor welke gemeente deze afspraken gelden.")
    for naam in refused(gemeenten, voorstel.keuze, voorstel.nalezing.lezing.tekst):
        yield no_such_municipality(naam, voorstel)
    if voorstel.dubbel and not anders:
        yield _("Deze afspraken staan misschien al op de site. Zeg eerst dat dit andere afspraken zijn.")


def no_such_municipality(naam: str, voorstel: Voorstel) -> str:
    """That agreements do not come to stand with this municipality, and what to do."""
    if voorstel.keuze:
        text = _(
            "De gemeente ‘%(naam)s’ is geen partij in dit document. Kies alleen gemeenten die partij zijn."
        )
    else:
        text = _(
            "De gemeente ‘%(naam)s’ staat niet in dit document. "
            "Schrijf de naam zoals die in het document staat."
        )
    return text % {"naam": naam}


def _agreements(basis: ModelOvereenkomst, gemeenten: Sequence[str]) -> Overeenkomst:
    term = basis.looptijd
    made = Overeenkomst(
        titel=basis.titel[:300],
        soort=basis.soort,
        van=term.van if term else None,
        tot=term.tot if term else None,
        stand=1,
    )
    _save_with_slug(made, basis.titel)
    made.gemeenten.set([_municipality(naam) for naam in gemeenten])
    return made


def _municipality(naam: str) -> Gemeente:
    """The municipality of this name, made where it is not there yet."""
    known = {plain_name(each.naam): each for each in Gemeente.objects.all()}
    found = known.get(plain_name(naam))
    if found is None:
        found = Gemeente(naam=naam[:120])
        _save_with_slug(found, naam)
    return found


def _save_with_slug(row: Overeenkomst | Gemeente, naam: str) -> None:
    """Save a new row under the first address that is free, also where another takes one at that moment."""
    stem = slugify(naam)[:_SLUG].strip("-") or type(row).__name__.lower()
    for number in range(1, _TRIES):
        row.slug = stem if number == 1 else f"{stem[: _SLUG - 4]}-{number}"
        if _taken(row):
            continue
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            if not _taken(row):  # it is not about the address
                raise
            continue
        return
    raise VaststellenError(
        [_("Er zijn te veel documenten met deze titel. Geef het document een andere titel.")]
    )


def _taken(row: Overeenkomst | Gemeente) -> bool:
    table = Overeenkomst.objects if isinstance(row, Overeenkomst) else Gemeente.objects
    return table.filter(slug=row.slug).exists()


def _parties(overeenkomst: Overeenkomst, deelnemers: Sequence[Deelnemer]) -> None:
    Partij.objects.bulk_create(
        Partij(
            overeenkomst=overeenkomst,
            organisatie=deelnemer.organisatie,
            naam=deelnemer.partij.naam[:200],
            kort=deelnemer.partij.kort[:200],
            soort=deelnemer.partij.soort,
            volgorde=volgorde,
        )
        for volgorde, deelnemer in enumerate(deelnemers)
    )


def _decision(  # the columns of the table
    inzending: Inzending,
    overeenkomst: Overeenkomst,
    basis: ModelOvereenkomst,
    gebruiker: Gebruiker,
    vastgesteld: date | None,
    inwerking: date | None,
) -> Besluit:
    besluit = Besluit.objects.create(
        overeenkomst=overeenkomst,
        volgnummer=0,
        naam=basis.titel[:200],
        slug=BASIS,
        vastgesteld=vastgesteld,
        inwerking=inwerking,
        ondertekend=basis.ondertekening.datum if basis.ondertekening else None,
        stuk=as_data(basis),
        inzending=inzending,
        organisatie=inzending.organisatie,
        **gebeurtenissen.done_by(gebruiker, inzending.organisatie),
    )
    inzending.overeenkomst, inzending.fase = overeenkomst, Fase.VASTGESTELD
    inzending.stand += 1
    inzending.save(update_fields=["overeenkomst", "fase", "stand"])
    gebeurtenissen.vastgesteld(besluit, gebruiker, ["nieuw"] * len(basis.afspraken))
    derive(overeenkomst)
    return besluit
