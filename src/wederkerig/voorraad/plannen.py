"""Tables of agreements read in as plans for the housing stock: what there is, and what is planned.

A number is part of the plan or a check on it: totals, balances and closing stocks are computed from the other
numbers and compared. A printed balance counts as a change itself where nothing is said of its parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from wederkerig.model import Model, Tabel
from wederkerig.voorraad.duiden import Duiding, interpret
from wederkerig.voorraad.etiketten import Rand
from wederkerig.voorraad.grootboek import (
    Categorie,
    Mutatie,
    Soort,
    Verschil,
    Voorraadstand,
    moment,
)
from wederkerig.voorraad.natellen import check_balances, check_totals
from wederkerig.voorraad.tabelvorm import lay_out


class Voorraadplan(Model):
    """One table as a plan for the stock, in dwellings.

    tabel: which table of those given, counted from 1. van, tot: the days at whose end the plan begins and
    ends, as a balance takes them; None where not known.
    standen, mutaties: what it says of the stock and of what changes it. verschillen: where its numbers do not
    add up. twijfels: what could not be read, or had to be chosen, in words.
    """

    tabel: int
    titel: str | None = None
    afspraak: str | None = None
    van: date | None = None
    tot: date | None = None
    standen: tuple[Voorraadstand, ...] = ()
    mutaties: tuple[Mutatie, ...] = ()
    verschillen: tuple[Verschil, ...] = ()
    twijfels: tuple[str, ...] = ()

    @property
    def naam(self) -> str:
        """How the table is called in a message."""
        naam = f"tabel '{self.titel}'" if self.titel else f"tabel {self.tabel}"
        return f"{naam} bij afspraak {self.afspraak}" if self.afspraak else naam

    @property
    def fictief(self) -> int:
        """How many of the planned dwellings have no location yet."""
        return sum(een.aantal for een in self.mutaties if een.fictief)


def plans_from(
    tabellen: Sequence[Tabel],
    *,
    corporaties: Sequence[str] = (),
    looptijd: tuple[date, date] | None = None,
) -> tuple[Voorraadplan, ...]:
    """The tables that are about the housing stock, as plans; other tables are left out.

    corporaties: names of the corporations, where they are known (they settle what in a table is a name).
    looptijd: first and last day of the agreements, for tables that do not say themselves.
    """
    plannen = []
    for nummer, tabel in enumerate(tabellen, start=1):
        vorm = lay_out(tabel)
        duidingen = interpret(vorm, corporaties, looptijd) if vorm else ()
        if duidingen:
            plannen.append(_plan(tabel, nummer, duidingen))
    return tuple(plannen)


def _plan(tabel: Tabel, nummer: int, duidingen: tuple[Duiding, ...]) -> Voorraadplan:
    kaal = Voorraadplan(tabel=nummer, titel=tabel.titel, afspraak=tabel.afspraak)
    delen = _without_subtotals([een for een in duidingen if not een.fictief])
    cellen = [*_impossible(delen)]
    basis, controles = _parts_and_checks(_settle_replacements(delen))
    bruikbaar = [een for een in basis if een.dag is not None and een.cel.inhoud == "getal"]
    mutaties = tuple(_changes(bruikbaar, [een for een in duidingen if een.fictief], kaal.naam))
    standen = tuple(_stocks(bruikbaar, kaal.naam))
    begin = [moment(een.dag) for een in standen] + [
        een.van - timedelta(days=1) for een in mutaties if een.van
    ]
    return kaal.model_copy(
        update={
            "van": min(begin, default=None),
            "tot": max([moment(een.dag) for een in standen] + [een.dag for een in mutaties], default=None),
            "standen": standen,
            "mutaties": mutaties,
            "verschillen": (*cellen, *check_totals(basis, controles), *check_balances(basis)),
            "twijfels": tuple(dict.fromkeys(_doubts(basis))),
        }
    )


def _parts_and_checks(delen: Sequence[Duiding]) -> tuple[list[Duiding], list[Duiding]]:
    """What the plan consists of, and the totals and balances that follow from it.

    A total of which no part is given, and a balance of which no part is given, are parts themselves.
    """
    los = [een for een in delen if not een.over]
    mutaties = [een for een in los if een.rol not in {"stand", "saldo"}]
    saldi = [een for een in los if een.rol == "saldo"]
    eigen = [een for een in saldi if not any(_same(een, deel) for deel in mutaties)]
    eigen = [een for een in eigen if not een.inclusief]
    basis = [een for een in los if een.rol == "stand"] + mutaties + eigen
    controles = [een for een in saldi if een not in eigen]
    for een in (een for een in delen if een.over):
        gedekt = any(_covers(een, deel) for deel in basis)
        (controles if gedekt else basis).append(een if gedekt else replace(een, over=frozenset()))
    return basis, controles


def _same(saldo: Duiding, deel: Duiding) -> bool:
    """Whether a change is of the corporation and the years that a balance is about."""
    return (saldo.corporatie, saldo.dag, saldo.deel) == (deel.corporatie, deel.dag, deel.deel)


def _covers(totaal: Duiding, deel: Duiding) -> bool:
    """Whether a number is part of a total, as far as their kinds go."""
    zelfde = totaal.rol == deel.rol or (totaal.rol == "saldo" and deel.rol != "stand")
    return zelfde and ("jaar" in totaal.over or totaal.dag == deel.dag)


def _without_subtotals(duidingen: list[Duiding]) -> list[Duiding]:
    """Without the lines that are the sum of two or more right above them, all of one kind."""
    over: list[Duiding] = []
    lopend: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for een in duidingen:
        key = (een.rol, een.corporatie, een.dag, een.rand, een.lijn[1])
        eerder = lopend[key]
        som = any(sum(eerder[-aantal:]) == een.cel.waarde for aantal in range(2, len(eerder) + 1))
        if een.over or not (som and een.cel.waarde and not een.deel):
            over.append(een)
            eerder.append(een.cel.waarde)
    return over


def _settle_replacements(duidingen: list[Duiding]) -> list[Duiding]:
    """A bare number of replaced dwellings is built back one for one, or is the net where the sum says so."""
    een_op_een = [_replaced(een, net=een.cel.teken) for een in duidingen]
    netto = [_replaced(een, net=True) for een in duidingen]
    een_fout, netto_fout = (
        check_balances([een for een in rij if not een.over]) for rij in (een_op_een, netto)
    )
    return netto if len(netto_fout) < len(een_fout) else een_op_een


def _replaced(een: Duiding, *, net: bool) -> Duiding:
    if een.rol != "vervanging" or een.cel.sloop is not None or een.cel.inhoud != "getal":
        return een
    waarde = een.cel.waarde
    sloop, bouw = (max(-waarde, 0), max(waarde, 0)) if net else (abs(waarde), abs(waarde))
    return replace(een, cel=replace(een.cel, sloop=sloop, nieuwbouw=bouw))


def _doubts(basis: Iterable[Duiding]) -> Iterator[str]:
    """What a person should know of how cells were taken."""
    for een in basis:
        if een.cel.inhoud == "onbekend":
            yield f"Bij {een.waar} is het aantal nog niet bekend; het telt niet mee."
        elif een.cel.speling:
            yield f"Bij {een.waar} staat geen precies aantal; gerekend is met {abs(een.cel.waarde)}."
        elif (
            een.rol == "vervanging"
            and een.cel.waarde
            and een.cel.sloop == een.cel.nieuwbouw
            and not een.cel.teken
        ):
            yield f"Bij {een.waar} is aangenomen dat er {een.cel.waarde} worden gesloopt en teruggebouwd."
    if any(een.dag is None for een in basis):
        yield "Bij aantallen in deze tabel staat niet over welke jaren ze gaan; die tellen niet mee."


def _impossible(delen: Iterable[Duiding]) -> Iterator[Verschil]:
    """Cells that are wrong by themselves: fewer than none, or a replacement that comes to something else."""
    for een in delen:
        sloop, bouw = een.cel.sloop, een.cel.nieuwbouw
        if sloop is not None and bouw is not None and bouw - sloop != een.cel.waarde:
            uitleg = f"{bouw} - {sloop} = {bouw - sloop}, maar er staat {een.cel.waarde}."
            yield Verschil(waar=een.waar, verwacht=bouw - sloop, gevonden=een.cel.waarde, uitleg=uitleg)
        if een.cel.waarde < 0 and een.rol in {"stand", "nieuwbouw", "aankoop"}:
            uitleg = f"Er staat {een.cel.waarde}, maar dit aantal kan niet negatief zijn; het telt niet mee."
            yield Verschil(waar=een.waar, verwacht=0, gevonden=een.cel.waarde, uitleg=uitleg)


# --- to the ledger ---------------------------------------------------------------------------------


def _stocks(basis: Iterable[Duiding], bron: str) -> Iterator[Voorraadstand]:
    """The stocks, lines of one category taken together; what closes a year and opens the next stands once."""
    samen: dict[tuple[str, Categorie, date, Rand | None], int] = defaultdict(int)
    for een in basis:
        if een.rol == "stand" and een.dag is not None and een.cel.waarde >= 0:
            samen[een.corporatie, een.categorie, een.dag, een.rand] += een.cel.waarde
    gehad = set()
    for (corporatie, categorie, dag, _), aantal in samen.items():
        key = (corporatie, categorie, moment(dag), aantal)
        if key not in gehad:
            yield Voorraadstand(corporatie=corporatie, categorie=categorie, dag=dag, aantal=aantal, bron=bron)
        gehad.add(key)


def _changes(basis: Sequence[Duiding], fictief: Sequence[Duiding], bron: str) -> Iterator[Mutatie]:
    """The changes; what has no location yet stands apart, and nought is left out."""
    for een in basis:
        if een.rol == "stand" or een.dag is None:
            continue
        if een.rol == "omzetting":
            continue
        yield from _change(een, _fictitious(een, fictief), f"{bron}, {een.waar}")
    yield from _conversions([een for een in basis if een.rol == "omzetting"], bron)


def _fictitious(een: Duiding, fictief: Sequence[Duiding]) -> int:
    """How many of a number have no location yet: said in its cell, or on a line of its own beside it."""
    if een.rol not in {"nieuwbouw", "toevoeging"}:
        return 0
    ernaast = [
        ander.cel.waarde
        for ander in fictief
        if (ander.corporatie, ander.categorie) == (een.corporatie, een.categorie)
        and (ander.lijn[0] == een.lijn[0] or (ander.lijn[1] == een.lijn[1] and ander.dag == een.dag))
    ]
    return min(een.cel.fictief or sum(ernaast), max(een.cel.waarde, 0))


def _change(een: Duiding, fictief: int, bron: str) -> Iterator[Mutatie]:
    if een.dag is None or een.rol == "stand":
        return
    soort: Soort = een.rol
    aantal = een.cel.waarde
    if soort == "toevoeging" and aantal < 0:
        soort = "saldo"
    elif soort in {"nieuwbouw", "aankoop"} and aantal < 0:
        return
    gedeeld = Mutatie(
        soort="saldo",
        corporatie=een.corporatie,
        categorie=een.categorie,
        aantal=0,
        dag=een.dag,
        van=een.van if een.van and een.van <= een.dag else None,
        bron=bron,
        circa=een.cel.speling > 0,
    )
    if soort == "vervanging":
        if een.cel.sloop or een.cel.nieuwbouw:
            delen = {"aantal": een.cel.nieuwbouw or 0, "gesloopt": een.cel.sloop or 0}
            yield Mutatie.model_validate(gedeeld.model_dump() | {"soort": soort} | delen)
        return
    for deel, zonder_plek in ((abs(aantal) - fictief, False), (fictief, True)):
        if deel:
            getekend = aantal if soort == "saldo" else deel
            yield gedeeld.model_copy(update={"soort": soort, "aantal": getekend, "fictief": zonder_plek})


def _conversions(basis: Sequence[Duiding], bron: str) -> Iterator[Mutatie]:
    """What goes from one category to another: said in one label, or as a minus and a plus in two lines."""
    open_: list[Duiding] = []
    for een in basis:
        if een.naar is not None and een.naar != een.categorie and een.dag and een.cel.waarde:
            yield _conversion(een, een.naar, bron)
        elif een.cel.waarde:
            open_.append(een)
    for af in [een for een in open_ if een.cel.waarde < 0]:
        bij = next(
            (
                een
                for een in open_
                if een.cel.waarde == -af.cel.waarde
                and (een.corporatie, een.dag) == (af.corporatie, af.dag)
                and een.categorie != af.categorie
            ),
            None,
        )
        if bij is not None:
            open_ = [een for een in open_ if een is not af and een is not bij]
            yield _conversion(af, bij.categorie, bron)
    for een in open_:
        yield from _change(replace(een, rol="saldo"), 0, f"{bron}, {een.waar}")


def _conversion(een: Duiding, naar: Categorie, bron: str) -> Mutatie:
    return Mutatie(
        soort="omzetting",
        corporatie=een.corporatie,
        categorie=een.categorie,
        naar=naar,
        aantal=abs(een.cel.waarde),
        dag=een.dag or date.max,
        van=een.van,
        bron=f"{bron}, {een.waar}",
    )
