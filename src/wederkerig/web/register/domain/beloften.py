"""What an organisation promised: the agreements in which it acts, of all municipalities together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from wederkerig.model import Getal, Termijn
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.register.domain.csv_rijen import BEGIN, csv_row
from wederkerig.web.register.models import Gemeente, Overeenkomst, Partij, Zoekregel

_KOLOMMEN = ("gemeente", "overeenkomst", "nummer", "thema", "afspraak", "hoeveel", "wanneer", "wie")


@dataclass(frozen=True, slots=True)
class Belofte:
    """One agreement in which the organisation acts, as it stands on the day."""

    overeenkomst: Overeenkomst
    gemeenten: tuple[Gemeente, ...]
    regel: Zoekregel
    getallen: tuple[Getal, ...]
    termijnen: tuple[Termijn, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """Which of them somebody wants to see: of a municipality, under a theme; "" asks for nothing."""

    gemeente: str = ""
    thema: str = ""

    def holds(self, belofte: Belofte) -> bool:
        """Whether this is one of them."""
        return (not self.gemeente or self.gemeente in {each.slug for each in belofte.gemeenten}) and (
            not self.thema or self.thema == belofte.regel.hoofdthema
        )


def promises_of(organisatie: Organisatie, dag: date) -> list[Belofte]:
    """All of them, by municipality and in the order of the documents; four queries, however many there are.

    Only of agreements that are not over. Of merged organisations too: their part went to the successor.
    """
    names: dict[int, set[str]] = defaultdict(set)
    for partij in Partij.objects.filter(organisatie__in=one_with(organisatie)):
        names[partij.overeenkomst_id].add(partij.naam)
    rows = (
        Zoekregel.objects.filter(
            Q(van=None) | Q(van__lte=dag),
            Q(tot=None) | Q(tot__gt=dag),
            Q(overeenkomst__tot=None) | Q(overeenkomst__tot__gte=dag),
            overeenkomst__in=list(names),
        )
        .defer("stam")
        .select_related("overeenkomst")
        .prefetch_related(Prefetch("overeenkomst__gemeenten", Gemeente.objects.order_by("naam")))
        .order_by("overeenkomst_id", "volgorde", "pk")
    )
    found = [_promise(row) for row in rows if names[row.overeenkomst_id] & set(row.actoren)]
    return sorted(found, key=lambda each: [gemeente.naam for gemeente in each.gemeenten])


def _promise(row: Zoekregel) -> Belofte:
    return Belofte(
        overeenkomst=row.overeenkomst,
        gemeenten=tuple(row.overeenkomst.gemeenten.all()),
        regel=row,
        getallen=tuple(map(Getal.model_validate, row.getallen)),
        termijnen=tuple(fact for each in row.termijnen if (fact := Termijn.model_validate(each)).tot),
    )


def as_csv(beloften: list[Belofte]) -> Iterator[str]:
    """A table for a spreadsheet, with the words as they stand in the document."""
    yield BEGIN
    yield csv_row(_KOLOMMEN)
    for each in beloften:
        yield csv_row(
            (
                ", ".join(gemeente.naam for gemeente in each.gemeenten),
                each.overeenkomst.titel,
                each.regel.nummer,
                each.regel.thema,
                each.regel.tekst,
                "; ".join(fact.tekst for fact in each.getallen),
                "; ".join(fact.tekst for fact in each.termijnen),
                ", ".join(each.regel.actoren),
            )
        )
