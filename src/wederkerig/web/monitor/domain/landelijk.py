"""Over the country: which themes agreements cover, how concrete they are, and their norms side by side.

Only what is public: the adopted texts, and statuses as in published reports. What follows from one text is
kept (`Samenvatting`) so that a page of the whole country need not read them all anew.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from wederkerig import __version__
from wederkerig.checks.concreetheid import gegevens_van
from wederkerig.model import Model, Norm
from wederkerig.monitoring.beoordelen import Status
from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator
from wederkerig.monitoring.normtekst import norm_words, quantity
from wederkerig.parameters.themas import canonical_thema, themanaam
from wederkerig.web.monitor.afgeleid import Samenvatting
from wederkerig.web.monitor.domain.normen import measurable, norms_of
from wederkerig.web.monitor.domain.rapporten import published_judgements
from wederkerig.web.monitor.models import Rapport, RapportFase
from wederkerig.web.register.domain.csv_rijen import BEGIN, csv_row
from wederkerig.web.register.domain.geschiedenis import uitgave_op
from wederkerig.web.register.models import Gemeente, Overeenkomst

MOST_AT_ONCE = 25
"""How many texts are read anew at most for one request; the others are told to be on their way."""
_NO_THEME = "overig"
_cores: dict[tuple[int, str], Kern] = {}


class Thematelling(Model):
    """Of a theme in one text: how many agreements, and how many say who, how much, by when, and all three."""

    afspraken: int
    wie: int
    hoeveel: int
    wanneer: int
    alle_drie: int


class Kern(Model):
    """What the country's page needs of one text. statussen: by norm, as in the last published report."""

    themas: Mapping[str, Thematelling] = {}
    normen: tuple[Norm, ...] = ()
    statussen: Mapping[str, Status] = {}
    rapport: str = ""


@dataclass(frozen=True, slots=True)
class Tekst:
    """Agreements that hold, with what they come down to."""

    overeenkomst: Overeenkomst
    gemeenten: tuple[Gemeente, ...]
    kern: Kern


@dataclass(frozen=True, slots=True)
class Themarij:
    """A theme over the country: in how many municipalities it stands, and how concrete it is there."""

    naam: str
    gemeenten: int
    afspraken: int
    wie: int
    hoeveel: int
    wanneer: int
    alle_drie: int


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A norm of a municipality beside those of others."""

    tekst: Tekst
    norm: Norm
    status: Status | None

    @property
    def woorden(self) -> str:
        """The promise in words."""
        return norm_words(self.norm)


@dataclass(frozen=True, slots=True)
class Indicatorrij:
    """What is measured, in how many municipalities, and what they agreed at least and at most."""

    indicator: Indicator
    gemeenten: int
    normen: int
    laagste: str
    hoogste: str


@dataclass(frozen=True, slots=True)
class Land:
    """The country. wachten: how many texts are not counted yet."""

    gemeenten: int
    overeenkomsten: int
    afspraken: int
    rapporten: int
    themas: tuple[Themarij, ...]
    indicatoren: tuple[Indicatorrij, ...]
    teksten: tuple[Tekst, ...]
    wachten: int


def the_country(dag: dt.date) -> Land:
    """All agreements that hold on a day; as many queries for one as for thirty, once they were read."""
    teksten, waiting = _texts(dag)
    places = {gemeente.pk for tekst in teksten for gemeente in tekst.gemeenten}
    return Land(
        gemeenten=len(places),
        overeenkomsten=len(teksten),
        afspraken=sum(row.afspraken for tekst in teksten for row in tekst.kern.themas.values()),
        rapporten=sum(bool(tekst.kern.rapport) for tekst in teksten),
        themas=tuple(_themes(teksten)),
        indicatoren=tuple(_indicators(teksten)),
        teksten=tuple(teksten),
        wachten=waiting,
    )


def compare_norms(land: Land, name: str = "") -> list[Vergelijking]:
    """The norms of the country with what is measured ("" for all), by indicator and municipality."""
    found = [
        Vergelijking(tekst, norm, tekst.kern.statussen.get(norm.sleutel))
        for tekst in land.teksten
        for norm in tekst.kern.normen
        if not name or norm.indicator == name
    ]
    return sorted(found, key=lambda each: (each.norm.indicator, _first_name(each.tekst), each.norm.nummer))


# --- what stands in it -----------------------------------------------------------------------------------


def _themes(teksten: Sequence[Tekst]) -> Iterator[Themarij]:
    rows: dict[str, list[tuple[Tekst, Thematelling]]] = defaultdict(list)
    for tekst in teksten:
        for thema, telling in tekst.kern.themas.items():
            rows[thema].append((tekst, telling))
    named = {thema: themanaam(thema) if thema != _NO_THEME else "Overige thema's" for thema in rows}
    places = {
        thema: len({gemeente.pk for tekst, _ in own for gemeente in tekst.gemeenten})
        for thema, own in rows.items()
    }
    for thema in sorted(rows, key=lambda each: (each == _NO_THEME, -places[each], named[each])):
        counted = [telling for _, telling in rows[thema]]
        yield Themarij(
            naam=named[thema],
            gemeenten=places[thema],
            afspraken=sum(each.afspraken for each in counted),
            wie=sum(each.wie for each in counted),
            hoeveel=sum(each.hoeveel for each in counted),
            wanneer=sum(each.wanneer for each in counted),
            alle_drie=sum(each.alle_drie for each in counted),
        )


def _indicators(teksten: Sequence[Tekst]) -> Iterator[Indicatorrij]:
    rows: dict[str, list[tuple[Tekst, Norm]]] = defaultdict(list)
    for tekst in teksten:
        for norm in tekst.kern.normen:
            rows[norm.indicator].append((tekst, norm))
    for name, own in sorted(rows.items(), key=lambda row: (-len(row[1]), row[0])):
        try:
            what = indicator(name)
        except IndicatorError:
            continue
        values = [norm.waarde for _, norm in own if norm.grootheid == "stand"]
        yield Indicatorrij(
            indicator=what,
            gemeenten=len({gemeente.pk for tekst, _ in own for gemeente in tekst.gemeenten}),
            normen=len(own),
            laagste=_value(values, min, what),
            hoogste=_value(values, max, what),
        )


def _value(values: Sequence[Decimal], which: Any, what: Indicator) -> str:  # noqa: ANN401  # min or max
    return quantity(which(values), what.eenheid) if values else ""


def _first_name(tekst: Tekst) -> str:
    return tekst.gemeenten[0].naam if tekst.gemeenten else ""


# --- what is kept of each text ---------------------------------------------------------------------------


def _texts(dag: dt.date) -> tuple[list[Tekst], int]:
    """Every text that holds with its core, and how many have none yet; the first of those are read now."""
    holding = [(overeenkomst, _key(overeenkomst)) for overeenkomst in _holding(dag)]
    known = _known({overeenkomst.pk: key for overeenkomst, key in holding})
    found = [(of, known[of.pk]) for of, _ in holding if of.pk in known]
    missing = [(of, key) for of, key in holding if of.pk not in known]
    for overeenkomst, key in missing[:MOST_AT_ONCE]:
        kern = _core(overeenkomst)
        Samenvatting.objects.update_or_create(
            overeenkomst=overeenkomst, defaults={"sleutel": key, "inhoud": kern.model_dump(mode="json")}
        )
        found.append((overeenkomst, kern))
    texts = [Tekst(of, tuple(of.gemeenten.all()), kern) for of, kern in found]
    return sorted(texts, key=_first_name), max(0, len(missing) - MOST_AT_ONCE)


def _known(keys: Mapping[int, str]) -> dict[int, Kern]:
    """The cores that were kept, by agreements; the process remembers those that it read before."""
    rows = Samenvatting.objects.filter(overeenkomst__in=keys)
    kept = {(pk, key) for pk, key in rows.values_list("overeenkomst", "sleutel") if keys[pk] == key}
    here = {each: kern for each, kern in list(_cores.items()) if each in kept}
    for row in rows.filter(overeenkomst__in={pk for pk, _ in kept - set(here)}):
        here[row.overeenkomst_id, row.sleutel] = Kern.model_validate(row.inhoud)
    _cores.clear()
    _cores.update(here)
    return {pk: here[pk, key] for pk, key in kept if (pk, key) in here}


def forget() -> None:
    """Let go of what was read, where keys come to mean other rows, as in tests."""
    _cores.clear()


def _holding(dag: dt.date) -> QuerySet[Overeenkomst]:
    """The agreements that hold on a day, with all that their core follows from."""
    published = Rapport.objects.filter(overeenkomst=OuterRef("pk"), fase=RapportFase.GEPUBLICEERD)
    return (
        Overeenkomst.objects.filter(Q(van=None) | Q(van__lte=dag), Q(tot=None) | Q(tot__gte=dag))
        .annotate(
            gezegd=Max("bevestigingen"),
            rapport=Subquery(published.order_by("-peildatum", "-gepubliceerd").values("pk")[:1]),
        )
        .prefetch_related("gemeenten")
        .order_by("pk")
    )


def _key(overeenkomst: Any) -> str:  # noqa: ANN401  # with what `_holding` adds
    said, report = overeenkomst.gezegd or 0, overeenkomst.rapport or "-"
    return f"{overeenkomst.stand}.{said}.{report}.{__version__}"


def _core(overeenkomst: Overeenkomst) -> Kern:
    """What one text comes down to."""
    stuk = uitgave_op(overeenkomst).stuk
    counted: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for afspraak in stuk.afspraken:
        said = gegevens_van(afspraak, stuk)
        thema = canonical_thema(afspraak.thema or "") or _NO_THEME
        counted[thema].append((said.wie, said.hoeveel, said.wanneer))
    last = published_judgements(overeenkomst)
    normen = measurable(norms_of(overeenkomst))
    return Kern(
        themas={thema: _tally(rows) for thema, rows in counted.items()},
        normen=normen,
        statussen={key: regel.status for key, regel in last.told_of(normen).items()} if last else {},
        rapport=str(last.rapport.pk) if last else "",
    )


def _tally(rows: Sequence[tuple[bool, bool, bool]]) -> Thematelling:
    who, much, when = (sum(row[at] for row in rows) for at in range(3))
    return Thematelling(
        afspraken=len(rows), wie=who, hoeveel=much, wanneer=when, alle_drie=sum(all(row) for row in rows)
    )


# --- to take along ---------------------------------------------------------------------------------------

_KOLOMMEN = (
    "indicator",
    "naam",
    "gemeente",
    "overeenkomst",
    "afspraak",
    "norm",
    "relatie",
    "waarde",
    "tot",
    "eenheid",
    "per",
    "partijen",
    "status in het laatste rapport",
)


def as_csv(rows: Iterable[Vergelijking]) -> Iterator[str]:
    """The comparison as a table for a spreadsheet."""
    yield BEGIN
    yield csv_row(_KOLOMMEN)
    for each in rows:
        norm = each.norm
        yield csv_row(
            (
                norm.indicator,
                indicator(norm.indicator).naam,
                ", ".join(gemeente.naam for gemeente in each.tekst.gemeenten),
                each.tekst.overeenkomst.titel,
                norm.nummer,
                each.woorden,
                norm.relatie,
                _plain(norm.waarde),
                _plain(norm.tot),
                norm.eenheid,
                norm.per.isoformat() if norm.per else "",
                ", ".join(norm.partijen),
                each.status or "",
            )
        )


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".replace(".", ",")
