"""What a year plan that is not at hand must have changed: between an earlier plan and a later text.

The earlier plan says how the agreements it amends read once it was taken up; the later text says how they
read now. Their difference is told as a year plan. Of other agreements nothing is known, so they stay out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.consolidation.aansluiting import Aansluiting, Groep, added_words, connect
from wederkerig.consolidation.gelijkenis import holds, nearly, sentences
from wederkerig.consolidation.identiteit import fresh_id
from wederkerig.consolidation.ingreep import Mislukt, locate, perform
from wederkerig.consolidation.lot import Lot, fates_of
from wederkerig.consolidation.terugwerken import aligned, undone
from wederkerig.consolidation.toepassen import plan_name
from wederkerig.consolidation.verschil import diff
from wederkerig.consolidation.vindplaatsen import Vindplaats, agreement_place
from wederkerig.consolidation.weergave import kader_words
from wederkerig.model import Afspraak, Doel, Jaarplan, Kader, Overeenkomst, Thema, Wijziging

_YEAR = re.compile(r"\b20\d\d\b")
_MAYBE = "Het eerdere jaarplan haalt misschien niet alles aan: deze tekst kan er al hebben gestaan."


@dataclass(frozen=True, slots=True)
class Reconstructie:
    """The year plan that must have come between, and what it rests on.

    na: what is known of the text once the earlier plan was taken up; nu: the same parts as they are now.
    onbekend: agreements of the document of which the earlier plan says nothing.
    """

    jaarplan: Jaarplan
    na: Overeenkomst
    nu: Overeenkomst
    onbekend: tuple[str, ...]


def reconstruct(document: Overeenkomst, jaarplan: Jaarplan) -> Jaarplan:
    """The year plan that came after `jaarplan` and before the document, as far as both show it."""
    return reconstruction(document, jaarplan).jaarplan


def reconstruction(document: Overeenkomst, jaarplan: Jaarplan) -> Reconstructie:
    """The same, with the two versions it was made from and what is not known."""
    aansluiting = connect(document, jaarplan)
    lots = fates_of(document, aansluiting)
    before, now = _agreements(document, aansluiting, lots)
    na = _parts_before(document, lots).model_copy(update={"afspraken": before, "tabellen": ()})
    nu = document.model_copy(update={"afspraken": now, "tabellen": ()})
    titel, jaar = _title(jaarplan)
    plan = diff(na.model_copy(update={"themas": _with_goals(na.themas, nu.themas)}), nu, titel, jaar)
    doubted = tuple(_doubted(each, lots) for each in plan.wijzigingen)
    goals = tuple(_goal_change(lot, jaar) for lot in lots if _part(lot) == "doelen" and _has_changed(lot))
    named = {plek.doel for plek in aansluiting.plekken if plek}
    return Reconstructie(
        plan.model_copy(update={"wijzigingen": doubted + goals}),
        na,
        nu,
        tuple(
            plaats.naam
            for plaats in aansluiting.plaatsen
            if plaats.soort == "afspraak" and plaats.doel not in named
        ),
    )


def _title(jaarplan: Jaarplan) -> tuple[str, int | None]:
    """Jaarplan 2025 comes after Jaarplan 2024; without a year it is only known to come after."""
    name = plan_name(jaarplan)
    year = _YEAR.search(name)
    if year is None:
        return f"Jaarplan na {name} (gereconstrueerd)", None
    jaar = int(year.group()) + 1
    return f"Jaarplan {jaar} (gereconstrueerd)", jaar


def _doubted(wijziging: Wijziging, lots: Sequence[Lot]) -> Wijziging:
    """With a doubt where words come in of which the earlier plan shows nothing: it may not quote them."""
    old = sentences(wijziging.huidig or "")
    known = [*old, *(lot.passage for lot in lots if lot.passage)]
    new = [] if wijziging.soort in {"nieuw", "verwijderen"} else sentences(wijziging.tekst)
    unknown = [
        zin
        for zin in new
        if not any(holds(text, zin) for text in known) and not any(nearly(zin, each) for each in old)
    ]
    return (
        wijziging.model_copy(update={"twijfel": _MAYBE}) if wijziging.doel.nummer and unknown else wijziging
    )


# --- agreements ------------------------------------------------------------------------------------


def _agreements(
    document: Overeenkomst, aansluiting: Aansluiting, lots: Sequence[Lot]
) -> tuple[tuple[Afspraak, ...], tuple[Afspraak, ...]]:
    """The agreements of the plan as they read after it, and as they read now, with the same ids."""
    places = {agreement_place(each): each for each in document.afspraken}
    order = {plaats: at for at, plaats in enumerate(places)}
    before: list[tuple[int, Afspraak]] = []
    last = -1
    names: dict[Vindplaats, str] = {}
    known = {afspraak.id for afspraak in document.afspraken}
    for groep, plek in zip(aansluiting.groepen, aansluiting.plekken, strict=True):
        if groep.soort != "afspraak":
            continue
        here = places.get(plek) if plek else None
        nummer = aansluiting.nummering.after(groep.nummer, plek)
        name = (here.id if here and plek not in names else None) or fresh_id(f"afspraak-{nummer}", known)
        known.add(name)
        if plek is not None:
            names.setdefault(plek, name)
        tekst = _text_after(groep, here.tekst if here else "", lots)
        last = order.get(plek, last) if plek else last
        if tekst is not None:
            before.append((last, _before(groep, here, name, nummer, tekst)))
    now = [
        each.model_copy(update={"id": names[plaats]}) for plaats, each in places.items() if plaats in names
    ]
    # in the order of the document: only a number tells that an agreement moved
    return tuple(each for _, each in sorted(before, key=lambda pair: pair[0])), tuple(now)


def _before(groep: Groep, here: Afspraak | None, name: str, nummer: str, tekst: str) -> Afspraak:
    """An agreement as it stood once the earlier plan was taken up."""
    return Afspraak(
        id=name,
        nummer=nummer,
        thema=here.thema if here else groep.thema,
        rubriek=here.rubriek if here else None,
        tekst=tekst,
        stappen=here.stappen if here else (),
    )


def _text_after(groep: Groep, now: str, lots: Sequence[Lot]) -> str | None:
    """How the agreement read once the plan was taken up; None where the plan withdrew it."""
    numbers = {nummer for nummer, _ in groep.wijzigingen}
    own = [lot for lot in lots if lot.nummer in numbers]
    if not now and all(lot.uitkomst == "geschrapt zoals afgesproken" for lot in own):
        return None
    if groep.nieuw:
        return aligned("\n".join(groep.added), now)
    start = _quote(groep)
    if not start or all(wijziging.soort == "wijziging" for _, wijziging in groep.wijzigingen):
        # a change quotes the words it is about, so the rest of the agreement stood there already
        return undone(now, own)
    found = [locate(start, wijziging) for _, wijziging in groep.wijzigingen if wijziging.plek is None]
    ingrepen = [each for each in found if not isinstance(each, Mislukt)]
    if any(each.whole for each in ingrepen):
        return None
    return aligned(perform(start, ingrepen), now)


def _quote(groep: Groep) -> str:
    """The current text as the plan quotes it, in one or in several amendments."""
    quotes = dict.fromkeys(each.huidig.strip() for _, each in groep.wijzigingen if each.huidig)
    return "\n".join(
        quote for quote in quotes if not any(quote != other and quote in other for other in quotes)
    )


# --- the other parts -------------------------------------------------------------------------------


def _parts_before(document: Overeenkomst, lots: Sequence[Lot]) -> Overeenkomst:
    """The document with what changed in chapters, goals and annex turned back to what the plan says."""
    hoofdstukken = tuple(
        each.model_copy(update={"tekst": undone(each.tekst, _of(lots, "proces", each.titel))})
        for each in document.hoofdstukken
    )
    themas = tuple(
        each.model_copy(
            update={
                "doelen": _lines(undone("\n".join(each.doelen), _of(lots, "doelen", each.titel))),
                "context": undone(each.context, _of(lots, "thema", each.titel)),
            }
        )
        for each in document.themas
    )
    annex = [lot for lot in lots if _part(lot) == "bijlage"]
    known = {kader_words(kader): kader for kader in document.kaders}
    kaders = (
        tuple(known.get(line, Kader(titel=line)) for line in _lines(undone("\n".join(known), annex)))
        if annex
        else document.kaders
    )
    return document.model_copy(update={"hoofdstukken": hoofdstukken, "themas": themas, "kaders": kaders})


def _with_goals(themas: Sequence[Thema], now: Sequence[Thema]) -> tuple[Thema, ...]:
    """The themes with the goals as they are now."""
    return tuple(
        thema.model_copy(update={"doelen": later.doelen}) for thema, later in zip(themas, now, strict=True)
    )


def _has_changed(lot: Lot) -> bool:
    return lot.doel is not None and lot.uitkomst in {
        "gewijzigd overgenomen",
        "niet overgenomen",
        "staat er nog",
    }


def _goal_change(lot: Lot, jaar: int | None) -> Wijziging:
    """A goal that the later plan put in other words, struck or brought back."""
    words, passage = added_words(lot.wijziging), lot.passage or ""
    doel = Doel(onderdeel="doelen", thema=lot.doel.thema if lot.doel else None)
    if lot.uitkomst == "staat er nog":
        return Wijziging(doel=doel, soort="aanvulling", tekst=passage, jaar=jaar)
    if not passage:
        return Wijziging(doel=doel, soort="verwijderen", tekst=words, jaar=jaar)
    return Wijziging(doel=doel, soort="wijziging", huidig=words, tekst=passage, jaar=jaar)


def _part(lot: Lot) -> str | None:
    """The part that an amendment was of, if it is found there; none of those replaced as a whole."""
    wijziging = lot.wijziging
    named = "bijlage" if wijziging.soort == "bijlage" else wijziging.doel.onderdeel
    found = lot.doel.onderdeel if lot.doel else named
    return named if named == found and wijziging.inhoud is None else None


def _of(lots: Sequence[Lot], onderdeel: str, titel: str) -> list[Lot]:
    """The amendments of one chapter or theme."""
    return [
        lot
        for lot in lots
        if _part(lot) == onderdeel and lot.doel and titel in {lot.doel.titel, lot.doel.thema}
    ]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())
