"""Agreements that may be here already: of the same municipality and days, and mostly the same parties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wederkerig.model import Overeenkomst as ModelOvereenkomst
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.register.domain.gemeentekeuze import Deelname
from wederkerig.web.register.domain.herkennen import plain_name
from wederkerig.web.register.models import Besluit, Gemeente, Overeenkomst

_SAME_TEXT = 0.9


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Agreements that look like these. gelijk: nearly every agreement has the same words there."""

    overeenkomst: Overeenkomst
    gelijk: bool


def doubles(
    stuk: ModelOvereenkomst, deelnames: Iterable[Deelname], gemeenten: Sequence[str]
) -> tuple[Dubbel, ...]:
    """What is here already and may be the same agreements; as many queries whatever there is."""
    names = {plain_name(naam) for naam in gemeenten}
    places = [each.pk for each in Gemeente.objects.all() if plain_name(each.naam) in names]
    deelnames = list(deelnames)
    rows = Overeenkomst.objects.filter(gemeenten__in=places).distinct().prefetch_related("partijen")
    found = [
        row
        for row in rows.order_by("pk")
        if _at_the_same_time(stuk, row)
        and (plain_name(row.titel) == plain_name(stuk.titel[:300]) or _same_parties(deelnames, row))
    ]
    words = _words_of(found)
    own = {_plain(each.tekst) for each in stuk.afspraken}
    return tuple(Dubbel(row, _alike(own, words.get(row.pk, set()))) for row in found)


def _at_the_same_time(stuk: ModelOvereenkomst, row: Overeenkomst) -> bool:
    van = (stuk.looptijd.van if stuk.looptijd else None) or date.min
    tot = (stuk.looptijd.tot if stuk.looptijd else None) or date.max
    return van <= (row.tot or date.max) and (row.van or date.min) <= tot


def _same_parties(deelnames: Sequence[Deelname], row: Overeenkomst) -> bool:
    """Whether more than half of the smaller number of parties takes part in both."""
    here = {_who(partij.naam, organisatie) for partij, organisatie in deelnames}
    there = {_who(each.naam, each.organisatie_id) for each in row.partijen.all()}
    return 2 * len(here & there) > min(len(here), len(there))


def _who(naam: str, organisatie: Organisatie | int | None) -> int | str:
    if organisatie is None:
        return plain_name(naam)
    return organisatie if isinstance(organisatie, int) else organisatie.pk


def _words_of(rows: Sequence[Overeenkomst]) -> dict[int, set[str]]:
    """By agreements the words of each, as they were first adopted."""
    if not rows:
        return {}
    found = Besluit.objects.filter(overeenkomst__in=rows, volgnummer=0).values_list("overeenkomst_id", "stuk")
    return {pk: {_plain(each["tekst"]) for each in _agreements(stuk)} for pk, stuk in found}


def _agreements(stuk: dict[str, Any]) -> list[dict[str, Any]]:
    return list(stuk.get("afspraken") or ())


def _plain(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def _alike(one: set[str], other: set[str]) -> bool:
    return bool(one) and len(one & other) >= _SAME_TEXT * max(len(one), len(other))
