"""`wederkerig voorraad`: the plans for the stock in documents, whether they add up, how likely they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from wederkerig.cli.exits import Exit, RefusalError
from wederkerig.cli.layout import Column, faint, heading, plain, table, wrapped
from wederkerig.documents import DocumentError
from wederkerig.documents.tabelbestand import read_table
from wederkerig.model import Stuk
from wederkerig.monitoring.projectlijst import read_projects
from wederkerig.voorraad.grootboek import (
    CATEGORIEEN,
    Balans,
    Voorraadstand,
    balance,
    day_nl,
    moment,
    number_nl,
    total,
)
from wederkerig.voorraad.in_woorden import in_words
from wederkerig.voorraad.plannen import Voorraadplan, plans_from
from wederkerig.voorraad.projecten import Project
from wederkerig.voorraad.uitkomst import Voorraaddoel, Vooruitblik
from wederkerig.voorraad.vooruitblik import VooruitblikError, forecast

_SEED = 1
_INDENT = "  "
_BESIDES = frozenset({"verkoop", "aankoop", "omzetting"})


def plans_of(stuk: Stuk) -> tuple[Voorraadplan, ...]:
    """The plans in the tables of a document."""
    looptijd = stuk.looptijd
    term = (looptijd.van, looptijd.tot) if looptijd and looptijd.van and looptijd.tot else None
    names = [partij.naam for partij in stuk.partijen if partij.soort == "corporatie"]
    return plans_from(stuk.tabellen, corporaties=names, looptijd=term)


def plan_lines(stuk: Stuk, size: int) -> Iterator[str]:
    """Every plan of a document with its balance, and where it does not add up."""
    plans = plans_of(stuk)
    yield heading(stuk.titel)
    if not plans:
        yield "Er zijn geen tabellen over de woningvoorraad gevonden."
    for plan in plans:
        yield ""
        yield heading(plan.naam[:1].upper() + plan.naam[1:])
        yield from _plan(plan, size)


def plans_as_json(name: str, stuk: Stuk) -> dict[str, Any]:
    """The plans of one file as data."""
    return {"bestand": name, "plannen": [plan.model_dump(mode="json") for plan in plans_of(stuk)]}


def _plan(plan: Voorraadplan, size: int) -> Iterator[str]:
    if plan.van and plan.tot and plan.van < plan.tot:
        boek = balance(plan.standen, plan.mutaties, van=plan.van, tot=plan.tot)
        yield faint(f"{_INDENT}van het eind van {day_nl(plan.van)} tot en met {day_nl(plan.tot)}")
        yield from _balances(boek.balansen, size)
    elif plan.standen and plan.tot:
        yield faint(f"{_INDENT}stand aan het eind van {day_nl(plan.tot)}")
        yield from _stocks(plan.standen, size)
    if plan.fictief:
        yield f"{_INDENT}Van wat erbij komt, heeft {number_nl(plan.fictief)} nog geen locatie."
    for verschil in plan.verschillen:
        yield from wrapped(f"Klopt niet: {verschil.waar}: {verschil.uitleg}", size, _INDENT, _INDENT * 2)
    for twijfel in plan.twijfels:
        yield from wrapped(f"Twijfel: {twijfel}", size, _INDENT, _INDENT * 2)
    if not plan.verschillen:
        yield f"{_INDENT}De getallen spreken elkaar niet tegen."


def _balances(balansen: Sequence[Balans], size: int) -> Iterator[str]:
    rows = [*balansen, total(balansen)] if len(balansen) > 1 else [*balansen]
    kinds = list(dict.fromkeys(soort for balans in rows for soort in balans.posten))
    numbers = [Column(title, max(len(title), 7), right=True) for title in ("begin", *kinds, "eind")]
    rest = max(size - 2 - sum(column.width + 2 for column in numbers), 24)
    columns = [Column("corporatie", rest // 2), Column("categorie", rest - rest // 2 - 2), *numbers]
    yield from table(columns, [_row(balans, kinds) for balans in rows])


def _row(balans: Balans, kinds: Sequence[str]) -> list[str]:
    posten = {str(soort): aantal for soort, aantal in balans.posten.items()}
    figures = [_known(balans.begin), *(number_nl(posten.get(kind, 0)) for kind in kinds), _known(balans.eind)]
    category = CATEGORIEEN[balans.categorie] if balans.categorie else "alles"
    return [plain(balans.corporatie) or "samen", category, *figures]


def _known(aantal: int | None) -> str:
    return "" if aantal is None else number_nl(aantal)


def _stocks(standen: Sequence[Voorraadstand], size: int) -> Iterator[str]:
    rest = size - 2 - 11
    columns = [
        Column("corporatie", rest // 2),
        Column("categorie", rest - rest // 2 - 2),
        Column("aantal", 9, right=True),
    ]
    rows = [
        [plain(each.corporatie) or "samen", CATEGORIEEN[each.categorie], number_nl(each.aantal)]
        for each in standen
    ]
    yield from table(columns, rows)


# --- the forecast ------------------------------------------------------------------------------------


def projects_in(path: Path, op: date) -> list[Project]:
    """The projects in a list that somebody made; refuses a list in which a row is wrong."""
    try:
        bestand = read_table(path.read_bytes(), path.name)
        rows = [
            (rij, ["" if cel is None else str(cel) for cel in cellen])
            for rij, cellen in enumerate(bestand.rijen, start=bestand.koprij + 1)
            if any(cel not in {None, ""} for cel in cellen)
        ]
    except OSError as error:
        what, advice = "dit bestand is niet te openen.", "Controleer de naam en de map."
        raise RefusalError(Exit.ONLEESBAAR, str(path), what, advice) from error
    except DocumentError as error:
        raise RefusalError(Exit.ONLEESBAAR, str(path), error.what, error.advice) from error
    regels, fouten = read_projects(bestand.kop, rows, op=op)
    if fouten:
        eerste = fouten[0]
        what = f"rij {eerste.rij}{f', kolom {eerste.kolom!r}' if eerste.kolom else ''}: {eerste.uitleg}"
        others = len(fouten) - 1
        more = f" Er {'is nog 1 fout' if others == 1 else f'zijn nog {others} fouten'}." if others else ""
        raise RefusalError(Exit.PAST_NIET, str(path), what, eerste.advies + more)
    return [regel.project for regel in regels]


def forecast_lines(
    plans: Sequence[Voorraadplan], projecten: Sequence[Project], op: date, size: int
) -> Iterator[str]:
    """The forecast from the last stock known on a day, in words; what the plan closes with is its target."""
    plan = _with_opening(plans, op)
    if plan is None or plan.van is None or plan.tot is None:
        what = "er is geen tabel met de voorraad op een dag, en daarmee begint een vooruitblik."
        raise RefusalError(Exit.PAST_NIET, "vooruitblik", what, "Noem het stuk met die tabel erbij.")
    yield ""
    yield heading("Vooruitblik")
    for line in in_words(_looked_ahead(plan, plan.van, plan.tot, projecten)):
        yield from wrapped(line, size, _INDENT)


def _with_opening(plans: Sequence[Voorraadplan], op: date) -> Voorraadplan | None:
    """The plan with the latest opening that is not after the day."""
    usable = [
        plan
        for plan in plans
        if plan.van and plan.van <= op and any(_opens(plan, each) for each in plan.standen)
    ]
    return max(usable, key=lambda plan: plan.van or date.min, default=None)


def _opens(plan: Voorraadplan, stand: Voorraadstand) -> bool:
    return moment(stand.dag) == plan.van


def _looked_ahead(plan: Voorraadplan, van: date, tot: date, projecten: Sequence[Project]) -> Vooruitblik:
    closing = [each.aantal for each in plan.standen if each.dag == tot and not _opens(plan, each)]
    doel = Voorraaddoel(naam=f"Eindstand van {plan.naam}", aantal=sum(closing), per=tot)
    try:
        return forecast(
            [each for each in plan.standen if _opens(plan, each)],
            projecten,
            [each for each in plan.mutaties if each.soort in _BESIDES],
            [doel] if closing else [],
            tot=max(tot, date(van.year + 5, 12, 31)),
            seed=_SEED,
        )
    except VooruitblikError as error:
        raise RefusalError(Exit.PAST_NIET, "vooruitblik", str(error), "") from error
