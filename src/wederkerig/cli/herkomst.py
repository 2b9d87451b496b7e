"""`wederkerig herkomst`: where each sentence comes from, and what became of each amendment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from wederkerig.cli.exits import Exit
from wederkerig.cli.inputs import fitting, open_basis, open_jaarplan
from wederkerig.cli.layout import Column, colours, faint, heading, show, table, width, wrapped
from wederkerig.cli.marked import marked_lines
from wederkerig.cli.outputs import check_output, write_all
from wederkerig.cli.told import columns
from wederkerig.consolidation import latest, plan_name
from wederkerig.consolidation.herkomst import HerkomstAfspraak, HerkomstZin, origins, trace
from wederkerig.consolidation.lot import Lot, Verschuiving, fates, number_shifts
from wederkerig.consolidation.reconstructie import reconstruct
from wederkerig.export.uitgave import plan_writer
from wederkerig.export.words import WIJZIGING_SOORTEN, count, doel
from wederkerig.model import Geschiedenis, Jaarplan, Overeenkomst, Wijziging

_PLANS = (".docx", ".pdf", ".json")
_ORIGIN = 26
_NOTHING = {
    "basis": "Elke zin komt uit de basis",
    "onbekend": "Uit de basis, of uit een jaarplan dat hier ontbreekt",
}


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user asked for."""

    jaarplannen: tuple[Path, ...] = ()
    reconstructie: Path | None = None
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Spoor:
    """What is found: the sentences, what became of each plan, and the plan that must have come after."""

    stuk: Overeenkomst
    afspraken: tuple[HerkomstAfspraak, ...]
    plannen: tuple[tuple[str, tuple[Lot, ...], tuple[Verschuiving, ...]], ...]
    gereconstrueerd: Jaarplan | None


def show_origins(path: Path, keuzes: Keuzes) -> int:
    """Show where the sentences of a document come from; gives the exit code."""
    if keuzes.reconstructie is not None:
        check_output(keuzes.reconstructie, [path, *keuzes.jaarplannen], _PLANS)
        if not keuzes.jaarplannen:
            raise click.UsageError("Voor --reconstructie is een jaarplan nodig; noem het met --jaarplan.")
    found = _trace(path, keuzes)
    plan = found.gereconstrueerd
    if not keuzes.as_json:
        show(_lines(found, width(), coloured=colours()))
    if keuzes.reconstructie is not None and plan is not None:
        write_all([(keuzes.reconstructie, plan_writer(plan, keuzes.reconstructie, found.stuk.titel))])
    if keuzes.as_json:
        click.echo(json.dumps(_data(found), ensure_ascii=False, default=str).encode())
    return Exit.GOED


def _trace(path: Path, keuzes: Keuzes) -> Spoor:
    document = open_basis(path)
    plans = [open_jaarplan(each) for each in keuzes.jaarplannen]
    if isinstance(document, Geschiedenis):
        with fitting(str(path)):
            versie = latest(document)
        stuk, afspraken = versie.stuk, origins(versie)
    elif plans:
        stuk, afspraken = document, trace(document, plans)
    else:
        raise click.UsageError("Noem met --jaarplan minstens één jaarplan, of geef een geschiedenis.")
    told = tuple((plan_name(plan), fates(stuk, plan), number_shifts(stuk, plan)) for plan in plans)
    return Spoor(stuk, afspraken, told, reconstruct(stuk, _last(plans)) if plans else None)


def _last(plans: Sequence[Jaarplan]) -> Jaarplan:
    """The plan that was signed last; where that is not known of all, the one that was named last."""
    dates = [plan.ondertekening.datum if plan.ondertekening else None for plan in plans]
    known = [each for each in dates if each is not None]
    return plans[dates.index(max(known))] if len(known) == len(plans) else plans[-1]


# --- at a terminal ---------------------------------------------------------------------------------


def _lines(found: Spoor, size: int, *, coloured: bool) -> Iterator[str]:
    yield from (heading(line) for line in wrapped(f"Herkomst: {found.stuk.titel}", size))
    yield from wrapped(_tally(found.afspraken), size)
    known = [each for each in found.afspraken if any(zin.soort not in _NOTHING for zin in each.zinnen)]
    for each in known:
        yield from ("", *(heading(line) for line in wrapped(_capital(each.naam), size)))
        sizes = [Column("herkomst", _ORIGIN), Column("zin", size - _ORIGIN - 4, lines=3)]
        yield from table(sizes, list(_rows(each.zinnen)), header=False)
    for soort, words in _NOTHING.items():
        names = [each.naam for each in found.afspraken if each not in known and each.zinnen[0].soort == soort]
        if names:
            yield from ("", heading(words), *wrapped(_listed(names), size, "  "))
    for naam, lots, shifts in found.plannen:
        yield from _fates(naam, lots, size, coloured=coloured)
        yield from _shifts(naam, shifts, size)
    if found.gereconstrueerd is not None:
        yield from _plan(found.gereconstrueerd, size)


def _tally(afspraken: Sequence[HerkomstAfspraak]) -> str:
    """How many sentences come from where."""
    origins = [_label(zin) for each in afspraken for zin in each.zinnen]
    parts = [f"{origins.count(each)} {each}" for each in dict.fromkeys(origins)]
    return f"{count(len(origins), 'zin', 'zinnen')}: {', '.join(parts)}."


def _rows(zinnen: Sequence[HerkomstZin]) -> Iterator[list[str]]:
    """Each sentence; its origin only where it differs from that of the one before."""
    before = ""
    for zin in zinnen:
        label = _label(zin)
        yield ["" if label == before else label, zin.tekst]
        before = label


def _label(zin: HerkomstZin) -> str:
    """Where a sentence comes from, in few words."""
    return "onbekend" if zin.soort == "onbekend" else zin.uitleg


def _listed(names: Sequence[str]) -> str:
    """The names, with the word "afspraken" once."""
    numbers = [name.removeprefix("afspraak ") for name in names if name.startswith("afspraak ")]
    others = [name for name in names if not name.startswith("afspraak ")]
    first = f"afspraak {numbers[0]}" if len(numbers) == 1 else f"afspraken {', '.join(numbers)}"
    return "; ".join([*([first] if numbers else []), *others])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fates(naam: str, lots: Sequence[Lot], size: int, *, coloured: bool) -> Iterator[str]:
    outcomes = [lot.uitkomst for lot in lots]
    tally = ", ".join(f"{outcomes.count(each)} {each}" for each in dict.fromkeys(outcomes))
    yield from ("", heading(f"Wat er van {naam} is geworden"))
    yield from wrapped(f"{count(len(lots), 'wijziging', 'wijzigingen')}: {tally}.", size)
    yield ""
    for lot in lots:
        label = f"{lot.nummer:>4}. {doel(lot.wijziging.doel)}: "
        yield from wrapped(f"{label.lstrip()}{lot.uitleg}", size, " " * (5 - len(str(lot.nummer))), "      ")
        yield from marked_lines(lot.verschil, size, "      ", coloured=coloured)


def _shifts(naam: str, shifts: Sequence[Verschuiving], size: int) -> Iterator[str]:
    moved = [each for each in shifts if each.nu != each.nummer]
    if moved:
        yield from ("", heading(f"Andere nummers dan in {naam} ({len(moved)})"), faint("  was → wordt"))
        yield from columns([f"{each.nummer} → {each.nu or 'weg'}" for each in moved], size)


def _plan(plan: Jaarplan, size: int) -> Iterator[str]:
    changes = plan.wijzigingen
    yield from ("", heading(plan.titel))
    words = "Dit moet er na dat jaarplan nog veranderd zijn, voor zover de stukken het laten zien"
    yield from wrapped(f"{words}: {count(len(changes), 'wijziging', 'wijzigingen')}.", size)
    rest = size - 38
    sizes = [Column("wat", 14), Column("soort", 16), Column("tekst", rest, lines=6)]
    rows = [[doel(each.doel), WIJZIGING_SOORTEN.get(each.soort, each.soort), _text(each)] for each in changes]
    yield from ("", *table(sizes, rows)) if rows else ()


def _text(change: Wijziging) -> str:
    return change.tekst or (f"wordt afspraak {change.plek.nummer}" if change.plek else "")


# --- as data ---------------------------------------------------------------------------------------


def _data(found: Spoor) -> dict[str, Any]:
    plan = found.gereconstrueerd
    return {
        "stuk": found.stuk.titel,
        "herkomst": [
            {
                "naam": each.naam,
                "doel": each.doel.model_dump(mode="json"),
                "zinnen": [asdict(zin) for zin in each.zinnen],
            }
            for each in found.afspraken
        ],
        "jaarplannen": [
            {
                "naam": naam,
                "wijzigingen": [_lot(lot) for lot in lots],
                "nummers": [each._asdict() for each in shifts],
            }
            for naam, lots, shifts in found.plannen
        ],
        "reconstructie": plan.model_dump(mode="json") if plan else None,
    }


def _lot(lot: Lot) -> dict[str, Any]:
    return {
        "nummer": lot.nummer,
        "doel": lot.doel.model_dump(mode="json") if lot.doel else None,
        "uitkomst": lot.uitkomst,
        "aandeel": lot.aandeel,
        "plaats": lot.plaats,
        "passage": lot.passage,
        "verschil": [piece._asdict() for piece in lot.verschil],
        "uitleg": lot.uitleg,
    }
