"""Why a base document cannot be adopted as it stands, and where that is mended; also for a whole desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from wederkerig import nalezen
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.register.domain.nalezen import Nalezing, party_name
from wederkerig.web.register.models import Fase, Inzending, Koppeling, Lezing, Verbetering

# By reading and last correction; what follows from these two never changes.
_known: dict[tuple[int, datetime, int], Kern] = {}
_MOST_KNOWN = 5_000


class Bezwaar(NamedTuple):
    """Why it cannot be adopted, and the part of the settling screen where that is mended."""

    tekst: str
    waar: str = "partijen"


@dataclass(frozen=True, slots=True)
class Kern:
    """What decides whether a document can be adopted.

    partijen: of each party the name by which it is matched and the name that it has now.
    """

    jaarplan: bool
    afspraken: int
    partijen: tuple[tuple[str, str], ...]


def kern_of(nalezing: Nalezing) -> Kern:
    """What decides whether this document can be adopted, as it was settled."""
    stuk = nalezing.nagelezen.stuk
    items = [item for item in nalezing.items if item.soort == "partij" and not item.weg]
    return Kern(
        jaarplan=stuk.soort == "jaarplan",
        afspraken=0 if stuk.soort == "jaarplan" else len(stuk.afspraken),
        partijen=tuple(
            (party_name(item), partij.naam) for item, partij in zip(items, stuk.partijen, strict=True)
        ),
    )


def objections(
    inzending: Inzending, kern: Kern, gekoppeld: Mapping[str, Organisatie | None], heir: Mapping[int, int]
) -> list[Bezwaar]:
    """Why it cannot be adopted. gekoppeld: by the name of a party which organisation it is."""
    if kern.jaarplan:
        return []
    said = [gekoppeld.get(read) for read, _naam in kern.partijen]
    known = [each for each in said if each is not None]
    found = []
    if not kern.afspraken:
        text = _("Er zijn geen afspraken gelezen. Kijk of dit het goede document is.")
        found.append(Bezwaar(text, "geen-afspraken"))
    now = {heir.get(each.pk, each.pk) for each in known}
    if heir.get(inzending.organisatie_id, inzending.organisatie_id) not in now:
        text = _(
            "%(organisatie)s staat niet bij de partijen van dit document, en alleen een partij kan het "
            "vaststellen. Is uw organisatie wel partij? Kies haar dan bij de goede partij."
        )
        found.append(Bezwaar(text % {"organisatie": inzending.organisatie.naam}))
    return [*found, *_doubles(kern, known)]


def _doubles(kern: Kern, known: Sequence[Organisatie]) -> Iterator[Bezwaar]:
    for naam, times in Counter(naam[:200] for _read, naam in kern.partijen).items():
        if times > 1:
            text = _("De partij ‘%(naam)s’ staat er twee keer. Haal er één weg.")
            yield Bezwaar(text % {"naam": naam})
    for organisatie, times in Counter(known).items():
        if times > 1:
            text = _(
                "‘%(naam)s’ is bij meer dan één partij gekozen. Kies bij elke partij een andere organisatie."
            )
            yield Bezwaar(text % {"naam": organisatie.naam})


def objections_of(inzendingen: Sequence[Inzending]) -> dict[UUID, tuple[str, ...]]:
    """By document that is being settled why it cannot be adopted; as many queries for one as for fifty."""
    rows = [each for each in inzendingen if each.fase == Fase.NALEZEN]
    readings = Lezing.objects.order_by("op", "pk").only("pk", "inzending_id", "stuk", "op")
    prefetch_related_objects(
        rows,
        "organisatie",
        Prefetch("lezingen", readings),
        Prefetch("verbeteringen", Verbetering.objects.order_by("pk")),
        Prefetch("koppelingen", Koppeling.objects.select_related("organisatie").order_by("pk")),
    )
    heir = heirs()
    return {row.pk: tuple(each.tekst for each in _of(row, heir)) for row in rows}


def _of(inzending: Inzending, heir: Mapping[int, int]) -> list[Bezwaar]:
    gekoppeld = {row.naam: row.organisatie for row in inzending.koppelingen.all()}
    return objections(inzending, _kern(inzending), gekoppeld, heir)


def _kern(inzending: Inzending) -> Kern:
    lezing = list(inzending.lezingen.all())[-1]
    rows = list(inzending.verbeteringen.all())
    key = (lezing.pk, lezing.op, rows[-1].pk if rows else 0)
    if key not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        said = tuple(nalezen.Verbetering.model_validate(row.inhoud) for row in rows)
        _known[key] = kern_of(Nalezing(inzending=inzending, lezing=lezing, gezegd=said, laatste={}))
    return _known[key]
