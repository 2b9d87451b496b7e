"""Year plans become decisions: what each is called, when it was adopted, what people decided of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from pydantic import TypeAdapter, ValidationError

from wederkerig.cli.exits import Exit, RefusalError
from wederkerig.cli.inputs import fitting, parsed_json
from wederkerig.consolidation import GeschiedenisError, Tijdlijn, adopt, begin, decide, plan_name
from wederkerig.consolidation.hernummering import renumbering_plan
from wederkerig.model import Beslissing, Besluit, Geschiedenis, Jaarplan, Overeenkomst

_CHOICES = TypeAdapter(tuple[Beslissing, ...])
_ADVICE = "Hoe dit bestand eruitziet, staat in de handleiding (docs/gebruik.md)."
_LATER = date.max  # stands for a date nobody knows; it is never shown


@dataclass(frozen=True, slots=True)
class Dates:
    """What the user says of the dates of the one plan, and whether they have to be known."""

    vastgesteld: date | None = None
    inwerking: date | None = None
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """A history with new decisions in it.

    nieuw: the names of those; laatste: the last plan among them; dated: whether dates are known.
    """

    voor: Tijdlijn
    na: Tijdlijn
    nieuw: tuple[str, ...]
    laatste: Besluit
    dated: bool


def merge(
    basis: Overeenkomst | Geschiedenis,
    plannen: Mapping[Path, Jaarplan],
    dates: Dates,
    choices: Path | None,
    *,
    close_gaps: bool,
) -> Samenvoeging:
    """The plans taken up. Refuses what does not fit together."""
    start = begin(basis) if isinstance(basis, Overeenkomst) else basis
    names = _names(plannen, {besluit.naam for besluit in start.besluiten})
    needed = dates.needed or isinstance(basis, Geschiedenis)
    with fitting(str(next(iter(plannen)))):
        besluiten, dated = _decided(plannen, names, dates, needed=needed)
    besluiten = _with_choices(besluiten, choices) if choices else besluiten
    for path, besluit in zip(plannen, besluiten, strict=True):
        with fitting(str(path)):
            longer = adopt(start, besluit)
        start = longer
    tijdlijn = Tijdlijn(start)
    new = tuple(names.values())
    last = next(each for each in reversed(tijdlijn.besluiten) if each.naam in new)
    if close_gaps:
        tijdlijn, new = _without_gaps(tijdlijn, new)
    voor = Tijdlijn(start.model_copy(update={"besluiten": _before(tijdlijn, new)}))
    return Samenvoeging(voor.load(), tijdlijn.load(), new, last, dated)


def _before(tijdlijn: Tijdlijn, new: Sequence[str]) -> tuple[Besluit, ...]:
    return tuple(besluit for besluit in tijdlijn.geschiedenis.besluiten if besluit.naam not in new)


def _names(plannen: Mapping[Path, Jaarplan], taken: set[str]) -> dict[Path, str]:
    """What each plan is called; where two bear one name, their titles or files tell them apart."""
    short = [plan_name(plan) for plan in plannen.values()]
    titles = [plan.titel for plan in plannen.values()]
    found = {}
    for path, plan in plannen.items():
        name = plan_name(plan)
        if short.count(name) > 1:
            name = plan.titel if titles.count(plan.titel) == 1 else f"{name} ({path.stem})"
        if name in taken:
            what = f"{name} is al eerder verwerkt in deze geschiedenis."
            raise RefusalError(Exit.PAST_NIET, str(path), what, "Laat dit jaarplan weg.")
        found[path] = name
    return found


def _decided(
    plannen: Mapping[Path, Jaarplan], names: Mapping[Path, str], dates: Dates, *, needed: bool
) -> tuple[list[Besluit], bool]:
    """The decisions. Where a date is not known and not needed, they go in the order of the command line."""
    try:
        return [
            decide(plan, naam=names[path], vastgesteld=dates.vastgesteld, inwerking=dates.inwerking)
            for path, plan in plannen.items()
        ], True
    except GeschiedenisError as error:
        if needed:
            advice = "Geef de datum met --vastgesteld, bijvoorbeeld --vastgesteld 12-12-2025."
            raise GeschiedenisError(error.what, advice) from error
    return [
        Besluit(naam=names[path], vastgesteld=_LATER, inwerking=_LATER, jaarplan=plan)
        for path, plan in plannen.items()
    ], False


def _without_gaps(tijdlijn: Tijdlijn, new: tuple[str, ...]) -> tuple[Tijdlijn, tuple[str, ...]]:
    """With one more decision behind the last, that closes the gaps in the numbers."""
    plan = renumbering_plan(tijdlijn.after(len(tijdlijn.besluiten)).stuk)
    if plan is None:
        return tijdlijn, new
    last = tijdlijn.besluiten[-1]
    name = f"Hernummering na {last.naam}"
    besluit = Besluit(
        naam=name, vastgesteld=last.vastgesteld, inwerking=last.inwerking, na=last.naam, jaarplan=plan
    )
    return Tijdlijn(adopt(tijdlijn.geschiedenis, besluit)), (*new, name)


# --- what people decided ---------------------------------------------------------------------------


def _with_choices(besluiten: Sequence[Besluit], path: Path) -> list[Besluit]:
    """The decisions with what people chose, from a file: a list for each plan by its name."""
    content = parsed_json(path, _ADVICE)
    if isinstance(content, list) and len(besluiten) == 1:
        content = {besluiten[0].naam: content}
    if not isinstance(content, dict):
        _wrong(path, "hier hoort per jaarplan een lijst met beslissingen te staan.")
    known = [besluit.naam for besluit in besluiten]
    for name in content:
        if name not in known:
            _wrong(path, f"er is geen jaarplan met de naam {name}; wel: {', '.join(known)}.")
    return [_chosen(besluit, content.get(besluit.naam, []), path) for besluit in besluiten]


def _chosen(besluit: Besluit, content: object, path: Path) -> Besluit:
    try:
        choices = _CHOICES.validate_python(content)
    except ValidationError as error:
        _wrong(path, f"bij {besluit.naam} klopt {_place(error.errors()[0]['loc'])} niet.", error)
    numbers = [choice.wijziging for choice in choices]
    most = len(besluit.jaarplan.wijzigingen)
    for number in numbers:
        if not 1 <= number <= most:
            _wrong(path, f"{besluit.naam} heeft geen wijziging {number}; ze lopen van 1 tot en met {most}.")
        if numbers.count(number) > 1:
            _wrong(path, f"bij {besluit.naam} staat wijziging {number} er twee keer in.")
    return besluit.model_copy(update={"beslissingen": choices})


def _place(loc: Sequence[int | str]) -> str:
    """What is wrong, counted as people do."""
    if not loc:
        return "de opbouw"
    words = ".".join(map(str, loc[1:]))
    return f"‘{words}’ in beslissing {int(loc[0]) + 1}" if words else f"beslissing {int(loc[0]) + 1}"


def _wrong(path: Path, what: str, cause: Exception | None = None) -> NoReturn:
    raise RefusalError(Exit.PAST_NIET, str(path), what, _ADVICE) from cause
