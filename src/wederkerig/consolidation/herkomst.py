"""Where each sentence of a document comes from: which decision brought it, and when.

Exact for a document of our own history, which keeps layers. With only a later text and some year plans
at hand it says what the plans show: a sentence in a plan was brought by it, one that a plan quotes as
current text is older than that plan, and of the rest nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wederkerig.consolidation.aansluiting import added_words, connect
from wederkerig.consolidation.citaat import has_words
from wederkerig.consolidation.gelijkenis import holds, nearly, sentences, words_of
from wederkerig.consolidation.geschiedenis import Versie
from wederkerig.consolidation.lagen import Laag, between
from wederkerig.consolidation.lot import Lot, fates_of
from wederkerig.consolidation.toepassen import plan_name
from wederkerig.consolidation.vindplaatsen import Vindplaats, agreement_place, places_of
from wederkerig.consolidation.weergave import day
from wederkerig.model import Doel, Jaarplan, Overeenkomst
from wederkerig.reading.language.zinnen import find_zinnen

HerkomstSoort = Literal[
    "besluit",  # a decision brought it
    "gewijzigd",  # nearly these words stand in a plan, so they changed after it
    "ouder",  # a plan quotes it as current text
    "basis",  # it stands in the base document
    "onbekend",  # it stands in no plan at hand
]
_LONG = 6  # words that stand together in two places are no chance
_PART = 3


@dataclass(frozen=True, slots=True)
class HerkomstZin:
    """A sentence and where it comes from.

    besluiten: the decisions that brought words of it; deels: it has older words too. Of a sentence that
    changed, is older or is unknown: the plan since, before or after which that is so.
    datum, jaar: of the last of the decisions. uitleg: the same in plain Dutch.
    """

    tekst: str
    soort: HerkomstSoort
    besluiten: tuple[str, ...] = ()
    deels: bool = False
    datum: date | None = None
    jaar: int | None = None
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class HerkomstAfspraak:
    """An agreement, a chapter, the goals of a theme or the annex, with its sentences."""

    naam: str
    doel: Doel
    zinnen: tuple[HerkomstZin, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan with what became of it in the document."""

    naam: str
    datum: date | None
    jaar: int | None
    lots: tuple[Lot, ...]


def trace(document: Overeenkomst, jaarplannen: Sequence[Jaarplan]) -> tuple[HerkomstAfspraak, ...]:
    """Every sentence of the document with the plan that brought it; of two plans the later one wins."""
    plans = sorted((_plan(document, jaarplan) for jaarplan in jaarplannen), key=_when, reverse=True)
    return tuple(
        HerkomstAfspraak(
            plaats.naam,
            plaats.doel,
            tuple(_origin(zin, plaats, plans) for zin in sentences(plaats.tekst)),
        )
        for plaats in places_of(document)
        if plaats.soort != "partijen"
    )


def origins(versie: Versie) -> tuple[HerkomstAfspraak, ...]:
    """Every sentence of a version of our own history with the decision that brought it; exact."""
    data = {besluit.naam: besluit.vastgesteld for besluit in versie.besluiten}
    found = [
        HerkomstAfspraak(
            f"afspraak {afspraak.nummer}",
            agreement_place(afspraak).doel,
            sentences_of(afspraak.tekst, versie.lagen.get(afspraak.id or "", ()), data),
        )
        for afspraak in versie.stuk.afspraken
    ]
    for plaats in places_of(versie.stuk):
        if plaats.soort not in {"afspraak", "partijen"}:
            zinnen = tuple(_brought(zin, versie.gebracht.get(zin), data) for zin in sentences(plaats.tekst))
            found.append(HerkomstAfspraak(plaats.naam, plaats.doel, zinnen))
    return tuple(found)


def _brought(zin: str, besluit: str | None, data: Mapping[str, date]) -> HerkomstZin:
    if besluit is None:
        return _explained(HerkomstZin(zin, "basis"))
    return _explained(HerkomstZin(zin, "besluit", (besluit,), datum=data.get(besluit)))


def sentences_of(
    tekst: str, lagen: Sequence[Laag], data: Mapping[str, date] | None = None
) -> tuple[HerkomstZin, ...]:
    """The sentences of a text whose layers are known, each with its decisions; exact.

    data: when each decision was adopted.
    """
    found, known = [], data or {}
    for first, last in find_zinnen(tekst):
        names = _names(tekst, tuple(lagen), first, last)
        besluiten = tuple(dict.fromkeys(name for name in names if name is not None))
        zin = HerkomstZin(
            tekst[first:last],
            "besluit" if besluiten else "basis",
            besluiten,
            deels=bool(besluiten) and None in names,
            datum=max((known[name] for name in besluiten if name in known), default=None),
        )
        found.append(_explained(zin))
    return tuple(found)


def _names(tekst: str, lagen: tuple[Laag, ...], first: int, last: int) -> list[str | None]:
    """Whose words stand between `first` and `last`; marks count only where there are no words."""
    here = first
    names: list[str | None] = []
    marks: list[str | None] = []
    for laag in between(lagen, first, last):
        (names if has_words(tekst[here : here + laag.lengte]) else marks).append(laag.besluit)
        here += laag.lengte
    return names or marks


def _plan(document: Overeenkomst, jaarplan: Jaarplan) -> _Plan:
    years = [each.jaar for each in jaarplan.wijzigingen if each.jaar]
    return _Plan(
        plan_name(jaarplan),
        jaarplan.ondertekening.datum if jaarplan.ondertekening else None,
        years[0] if years else None,
        fates_of(document, connect(document, jaarplan)),
    )


def _when(plan: _Plan) -> tuple[date, str]:
    """The plans in order of time; a year plan is adopted before its year begins."""
    year = date(plan.jaar - 1, 12, 31) if plan.jaar else date.min
    return plan.datum or year, plan.naam


def _origin(zin: str, plaats: Vindplaats, plans: Sequence[_Plan]) -> HerkomstZin:
    """The plans from late to early, until one says where the sentence comes from."""
    older: HerkomstZin | None = None
    for plan in plans:
        found = _in_plan(zin, plaats, plan)
        if found is None:
            continue
        if found.soort != "ouder":
            return _explained(found)
        older = found
    return _explained(older or HerkomstZin(zin, "onbekend"))


def _in_plan(zin: str, plaats: Vindplaats, plan: _Plan) -> HerkomstZin | None:
    """What one plan says of a sentence; None where it says nothing."""
    here = [lot for lot in plan.lots if lot.doel == plaats.doel]
    lots = plan.lots if len(words_of(zin)) >= _LONG else here
    soort, deels = _said(zin, here, lots)
    if soort is None:
        return None
    return HerkomstZin(zin, soort, (plan.naam,), deels, plan.datum, plan.jaar)


def _said(zin: str, here: Sequence[Lot], lots: Sequence[Lot]) -> tuple[HerkomstSoort | None, bool]:
    """What amendments say of a sentence, and whether of a part of it only. here: those of its place."""
    if any(_quotes(lot, zin) for lot in lots):
        return "ouder", False
    if any(holds(added_words(lot.wijziging), zin) for lot in lots):
        return "besluit", False
    if any(_has_part(zin, lot) for lot in here):
        return "besluit", True
    known = [text for lot in here for text in (added_words(lot.wijziging), lot.wijziging.huidig or "")]
    if any(nearly(zin, each) for text in known for each in sentences(text)):
        return "gewijzigd", False
    if any(lot.uitkomst == "gewijzigd overgenomen" and holds(lot.passage or "", zin) for lot in here):
        return "onbekend", False
    return None, False


def _quotes(lot: Lot, zin: str) -> bool:
    """Whether the plan has the sentence as text that stood there already."""
    struck = lot.wijziging.tekst if lot.wijziging.soort == "verwijderen" else ""
    return holds(lot.wijziging.huidig or "", zin) or holds(struck, zin)


def _has_part(zin: str, lot: Lot) -> bool:
    """Whether the words that came in are a part of the sentence."""
    words = added_words(lot.wijziging)
    return len(words_of(words)) >= _PART and holds(zin, words)


def _explained(zin: HerkomstZin) -> HerkomstZin:
    return HerkomstZin(
        zin.tekst, zin.soort, zin.besluiten, zin.deels, zin.datum, zin.jaar, uitleg=_explanation(zin)
    )


def _explanation(zin: HerkomstZin) -> str:
    names = " en ".join(zin.besluiten)
    match zin.soort:
        case "besluit":
            when = f" ({day(zin.datum)})" if zin.datum else ""
            return f"{'deels ' if zin.deels else ''}{names}{when}"
        case "gewijzigd":
            return f"gewijzigd sinds {names}"
        case "ouder":
            return f"ouder dan {names}"
        case "basis":
            return "basis"
        case _:
            return f"onbekend: na {names}" if names else "onbekend: basis, of een jaarplan dat hier ontbreekt"
