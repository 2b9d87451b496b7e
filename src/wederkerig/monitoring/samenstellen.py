"""A report is made of judged norms, what parties say of them, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from wederkerig.model import Model, Norm, PartijSoort, Stuk
from wederkerig.monitoring.aandacht import Kandidaat, attention, changes_since
from wederkerig.monitoring.beoordelen import STATUSSEN, Beoordeling, Status
from wederkerig.monitoring.grafiek import Grafiek, Reeks
from wederkerig.monitoring.indicatoren import IndicatorError, indicator
from wederkerig.monitoring.normtekst import norm_words
from wederkerig.monitoring.opgave import Gevraagd
from wederkerig.monitoring.rapport import (
    Aandeel,
    Normregel,
    Opmerking,
    Rapport,
    RapportSoort,
    Themadeel,
    Verschuiving,
    Vervolg,
)
from wederkerig.parameters.themas import themanaam

KEPT: Final[frozenset[Status]] = frozenset({"gehaald", "op koers"})
"""The statuses in which an agreement counts as kept, as far as one can say."""
NOT_JUDGED: Final[frozenset[Status]] = frozenset({"te vroeg", "geen cijfers"})
_NO_THEME: Final = "Overige afspraken"
_TITLES: Final[Mapping[RapportSoort, str]] = {
    "halfjaarrapport": "Halfjaarrapport prestatieafspraken {gemeente}",
    "raadsbrief": "Voortgang prestatieafspraken {gemeente}",
}


class Rapportstof(Model):
    """What a report is made of.

    nu: the judgements on `peildatum`; eerder: those of the report before, on `vorige`.
    zinnen: the sentence for the public by key of the norm; without one the sum is told.
    grafieken: by theme, "" for the whole. opmerkingen, weerwoord: all of them.
    overleg: the keys of norms that were passed and ask for talks now.
    """

    gemeente: str
    peildatum: date
    vorige: date | None = None
    partijen: tuple[str, ...] = ()
    normen: tuple[Norm, ...] = ()
    nu: tuple[Beoordeling, ...] = ()
    eerder: tuple[Beoordeling, ...] = ()
    zinnen: Mapping[str, str] = {}
    grafieken: Mapping[str, tuple[Grafiek, ...]] = {}
    opmerkingen: tuple[Opmerking, ...] = ()
    weerwoord: tuple[Opmerking, ...] = ()
    aandelen: tuple[Aandeel, ...] = ()
    vervolg: tuple[Vervolg, ...] = ()
    overleg: frozenset[str] = frozenset()


def make_report(stof: Rapportstof, soort: RapportSoort, *, opgesteld: date, titel: str = "") -> Rapport:
    """The concept of a report. Norms without a judgement and norms that only explain are left out.

    Its first chart is that of all statuses by theme; those of the whole that were given follow.
    """
    yearly = {norm.sleutel for norm in stof.normen if _begins_anew(norm)}
    changed = changes_since(stof.nu, stof.eerder, over_een_jaar=yearly)
    changes = {change.sleutel: change for change in changed}
    judged = {each.sleutel: each for each in stof.nu}
    norms = [norm for norm in stof.normen if norm.aard == "norm" and norm.sleutel in judged]
    told = [
        Kandidaat(norm, judged[norm.sleutel], name_of(norm), _sentence(stof, judged[norm.sleutel]))
        for norm in norms
    ]
    themas = tuple(_part(stof, thema, told, changes) for thema in _themes(stof, norms))
    return Rapport(
        soort=soort,
        titel=titel or _TITLES[soort].format(gemeente=stof.gemeente),
        gemeente=stof.gemeente,
        peildatum=stof.peildatum,
        vorige=stof.vorige,
        opgesteld=opgesteld,
        partijen=stof.partijen,
        kop=attention(told, changes.values(), overleg=stof.overleg),
        grafieken=(status_chart(themas), *stof.grafieken.get("", ())),
        themas=themas,
        aandelen=stof.aandelen,
        vervolg=tuple(sorted(stof.vervolg, key=lambda each: (each.uiterlijk, each.wie, each.wat))),
        opmerkingen=tuple(each for each in stof.opmerkingen if not _place(each, stof)),
        weerwoord=tuple(each for each in stof.weerwoord if not _place(each, stof)),
    )


def status_chart(themas: Sequence[Themadeel]) -> Grafiek:
    """How many norms of each theme have which status."""
    reeksen = [
        Reeks(
            naam=status,
            waarden=tuple(sum(regel.status == status for regel in deel.normen) for deel in themas),
        )
        for status in STATUSSEN
    ]
    total = sum(len(deel.normen) for deel in themas)
    kept = sum(regel.status in KEPT for deel in themas for regel in deel.normen)
    return Grafiek(
        soort="statussen",
        titel="Hoe staan de afspraken ervoor?",
        beschrijving=f"{kept} van de {total} normen {'is' if kept == 1 else 'zijn'} gehaald of op koers. "
        "Per thema staat hoeveel normen welke status hebben.",
        eenheid="normen",
        x=tuple(deel.naam for deel in themas),
        x_naam="Thema",
        reeksen=tuple(reeks for reeks in reeksen if any(reeks.waarden)),
    )


def shares(stuk: Stuk, normen: Iterable[Norm], beoordelingen: Iterable[Beoordeling]) -> tuple[Aandeel, ...]:
    """What each party promised and kept, in the order of the document.

    An agreement is measured once one of its norms could be judged, and kept when all that could be are.
    """
    judged = {each.sleutel: each.status for each in beoordelingen}
    by_agreement: dict[str, list[Status]] = {}
    for norm in normen:
        status = judged.get(norm.sleutel, "te vroeg")
        if norm.aard == "norm" and status not in NOT_JUDGED:
            by_agreement.setdefault(norm.afspraak or norm.nummer, []).append(status)
    found = []
    for partij in stuk.partijen:
        own = [
            by_agreement.get(each.id or each.nummer, [])
            for each in stuk.afspraken
            if {partij.naam, partij.kort} & set(each.actoren)
        ]
        measured = [statuses for statuses in own if statuses]
        kept = sum(set(statuses) <= KEPT for statuses in measured)
        found.append(
            Aandeel(
                partij=partij.naam,
                soort=partij.soort,
                afspraken=len(own),
                gemeten=len(measured),
                gehaald=kept,
            )
        )
    return tuple(found)


def shares_by_kind(aandelen: Iterable[Aandeel]) -> Mapping[PartijSoort, tuple[Aandeel, ...]]:
    """The shares by kind of party, the municipality first."""
    order: tuple[PartijSoort, ...] = (
        "gemeente",
        "corporatie",
        "huurdersorganisatie",
        "zorgaanbieder",
        "overig",
    )
    every = list(aandelen)
    found = {soort: tuple(each for each in every if each.soort == soort) for soort in order}
    return {soort: those for soort, those in found.items() if those}


def follow_ups(gevraagd: Iterable[Gevraagd]) -> tuple[Vervolg, ...]:
    """What is due next, from the figures that are asked for: one line a party and day."""
    asked: dict[tuple[date, str], list[str]] = {}
    for each in gevraagd:
        names = asked.setdefault((each.uiterlijk, each.partij), [])
        name = _indicator_name(each.indicator) + (f" ({each.waarover})" if each.waarover else "")
        if name not in names:
            names.append(name)
    return tuple(
        Vervolg(uiterlijk=day, wie=party, wat=f"Cijfers aanleveren: {_listed(names)}.")
        for (day, party), names in sorted(asked.items())
    )


def name_of(norm: Norm) -> str:
    """What a norm is about: the name of its indicator, else its own words."""
    return _indicator_name(norm.indicator) if norm.indicator else norm.tekst


def _begins_anew(norm: Norm) -> bool:
    """Whether the figure is over a year, so that it begins at nothing every January."""
    try:
        return norm.ritme == "jaarlijks" and indicator(norm.indicator).soort == "stroom"
    except IndicatorError:
        return False


def _indicator_name(key: str) -> str:
    try:
        return indicator(key).naam
    except IndicatorError:
        return key


def _listed(names: Sequence[str]) -> str:
    *first, last = [name[:1].lower() + name[1:] if name[1:2].islower() else name for name in names]
    return f"{', '.join(first)} en {last}" if first else last


def _themes(stof: Rapportstof, norms: Sequence[Norm]) -> list[str]:
    """The themes of the norms, in their order, then those of charts and remarks; what has none comes last."""
    found = dict.fromkeys(norm.thema or "" for norm in norms)
    found |= dict.fromkeys(thema for thema in stof.grafieken if thema)
    found |= dict.fromkeys(
        thema for each in (*stof.opmerkingen, *stof.weerwoord) for thema in _place(each, stof)
    )
    return sorted(found, key=lambda thema: not thema)


def _part(
    stof: Rapportstof, thema: str, told: Sequence[Kandidaat], changes: Mapping[str, Verschuiving]
) -> Themadeel:
    own = [each for each in told if (each.norm.thema or "") == thema]
    return Themadeel(
        thema=thema,
        naam=themanaam(thema) if thema else _NO_THEME,
        normen=tuple(_line(each, changes.get(each.norm.sleutel)) for each in own),
        grafieken=stof.grafieken.get(thema, ()) if thema else (),
        opmerkingen=tuple(each for each in stof.opmerkingen if _place(each, stof) == (thema,)),
        weerwoord=tuple(each for each in stof.weerwoord if _place(each, stof) == (thema,)),
        verschuivingen=tuple(changes[each.norm.sleutel] for each in own if each.norm.sleutel in changes),
    )


def _place(opmerking: Opmerking, stof: Rapportstof) -> tuple[str, ...]:
    """In which theme a remark stands: that of its norm, or its own; nothing for one on the whole."""
    if opmerking.sleutel:
        themes = {norm.sleutel: norm.thema or "" for norm in stof.normen}
        return (themes.get(opmerking.sleutel, opmerking.thema),)
    return (opmerking.thema,) if opmerking.thema else ()


def _line(each: Kandidaat, change: Verschuiving | None) -> Normregel:
    norm, beoordeling = each.norm, each.beoordeling
    return Normregel(
        sleutel=norm.sleutel,
        naam=each.naam,
        nummer=norm.nummer,
        norm=norm_words(norm),
        status=beoordeling.status,
        zin=each.zin,
        som=beoordeling.som,
        wie=norm.partijen or norm.cijfers_van,
        peildatum=beoordeling.peildatum,
        verschuiving=change,
    )


def _sentence(stof: Rapportstof, beoordeling: Beoordeling) -> str:
    return stof.zinnen.get(beoordeling.sleutel) or STATUSSEN[beoordeling.status]
