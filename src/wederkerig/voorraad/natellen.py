"""Whether the numbers of a stock table add up: totals, balances, closing stocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from wederkerig.voorraad.duiden import Duiding, signed
from wederkerig.voorraad.grootboek import Categorie, Verschil, moment, number_nl, sum_in_words


def check_totals(basis: Sequence[Duiding], controles: Iterable[Duiding]) -> Iterator[Verschil]:
    """Every total and balance whose parts are known and come to something else."""
    for een in controles:
        if een.cel.inhoud != "getal":
            continue
        keuzes = [keuze for keuze in _selections(een, basis) if keuze]
        if not keuzes or any(_holds(een, keuze) for keuze in keuzes):
            continue
        if een.rol == "saldo" and not een.over and not _both_ways(basis):
            continue
        teken = -1 if een.rol in {"sloop", "verkoop", "sloop of verkoop"} else 1  # summed as printed
        termen = [teken * signed(deel) for deel in keuzes[0]]
        yield _difference(een.waar, sum_in_words(None, termen), sum(termen), teken * signed(een))


def check_balances(basis: Sequence[Duiding]) -> list[Verschil]:
    """Every closing stock that does not follow from the opening and the changes in between."""
    fouten: list[Verschil] = []
    sleutels = dict.fromkeys((een.corporatie, een.categorie) for een in basis if een.rol == "stand")
    for corporatie, categorie in sleutels:
        eigen = [een for een in basis if een.corporatie == corporatie]
        standen = _by_moment(een for een in eigen if een.rol == "stand" and een.categorie == categorie)
        mutaties = [een for een in eigen if een.rol != "stand"]
        if len(standen) < 2 or not mutaties:
            continue
        begin = sum(een.cel.waarde for een in standen[0])
        for later in standen[1:]:
            fouten += _closing(begin, standen[0][0], later, mutaties, categorie)
    return fouten


def _closing(
    begin: int, eerste: Duiding, later: list[Duiding], mutaties: list[Duiding], categorie: Categorie
) -> list[Verschil]:
    """Compare one later stock with the opening and what changed since."""
    tot_dan = [een for een in mutaties if _between(eerste.dag, een.dag, later[0].dag)]
    gevonden = sum(een.cel.waarde for een in later)
    keuzes = [[een for een in tot_dan if een.categorie == categorie], tot_dan]
    speling = eerste.cel.speling + sum(een.cel.speling for een in (*later, *tot_dan))
    if any(een.cel.inhoud != "getal" for een in (eerste, *later, *tot_dan)) or not keuzes[1]:
        return []
    uitkomsten = [begin + sum(signed(een) for een in keuze) for keuze in keuzes]
    if any(abs(uitkomst - gevonden) <= speling for uitkomst in uitkomsten):
        return []
    som = sum_in_words(begin, [signed(een) for een in keuzes[0]])
    return [_difference(later[0].waar, som, uitkomsten[0], gevonden)]


def _between(begin: date | None, dag: date | None, eind: date | None) -> bool:
    """Whether a change falls between two stocks; days that are not said are in the order of the table."""
    if dag is None or eind is None:
        return True
    return (begin is None or moment(begin) < dag) and dag <= max(moment(eind), eind)


def _by_moment(standen: Iterable[Duiding]) -> list[list[Duiding]]:
    """The stocks in the order of their days, those of one moment together."""
    samen: dict[tuple[date, int], list[Duiding]] = {}
    for een in standen:
        volgorde = {"eind": 0, None: 1, "begin": 2}[een.rand]
        key = (moment(een.dag), volgorde) if een.dag is not None else (date.min, -volgorde)
        samen.setdefault(key, []).append(een)
    return [samen[key] for key in sorted(samen)]


def _selections(een: Duiding, basis: Sequence[Duiding]) -> list[list[Duiding]]:
    """The numbers a total may be of, the most likely first: its own category, then every category."""
    binnen = [deel for deel in basis if _part_of(een, deel)]
    if "categorie" in een.over:
        return [binnen]
    categorieen = {een.categorie} | een.inclusief
    return [[deel for deel in binnen if deel.categorie in categorieen], binnen]


def _part_of(een: Duiding, deel: Duiding) -> bool:
    zelfde_soort = deel.rol != "stand" if een.rol == "saldo" else deel.rol == een.rol
    voorwaarden: tuple[Callable[[], bool], ...] = (
        lambda: "corporatie" in een.over or deel.corporatie == een.corporatie,
        lambda: "jaar" in een.over or (deel.dag, deel.rand) == (een.dag, een.rand) or _same_year(een, deel),
        lambda: "categorie" in een.over or deel.deel == een.deel or bool(een.inclusief),
    )
    return zelfde_soort and all(voorwaarde() for voorwaarde in voorwaarden)


def _same_year(een: Duiding, deel: Duiding) -> bool:
    return een.rol != "stand" and een.dag == deel.dag


def _holds(een: Duiding, delen: Sequence[Duiding]) -> bool:
    """Whether a total is right, or cannot be wrong because a part of it is not known."""
    if any(deel.cel.inhoud != "getal" for deel in delen):
        return True
    speling = een.cel.speling + sum(deel.cel.speling for deel in delen)
    return abs(sum(map(signed, delen)) - signed(een)) <= speling


def _both_ways(basis: Iterable[Duiding]) -> bool:
    """Whether the table names what is added and what goes off, so that a balance must follow from them."""
    rollen = {een.rol for een in basis}
    erbij = rollen & {"nieuwbouw", "toevoeging", "aankoop"}
    return bool(erbij and rollen & {"sloop", "verkoop", "sloop of verkoop"})


def _difference(waar: str, som: str, verwacht: int, gevonden: int) -> Verschil:
    uitleg = f"{som} = {number_nl(verwacht)}, maar er staat {number_nl(gevonden)}."
    return Verschil(waar=waar, verwacht=verwacht, gevonden=gevonden, uitleg=uitleg)
