"""The rows of both tables: published figures, and judged norms. A field has the same name in CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from wederkerig.export.opendata.klein import withheld
from wederkerig.export.opendata.publicatie import Publicatie
from wederkerig.export.words import one_line
from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen import Beoordeling
from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator
from wederkerig.monitoring.normtekst import norm_words

Veld = str | Decimal | date | bool | tuple[str, ...] | None
Rij = Mapping[str, Veld]

FIGURE_FIELDS: Final = tuple(
    "gemeente gemeente_uri indicator indicator_naam eenheid partij gebied norm van peildatum waarde"
    " noemer te_klein bron".split()
)
NORM_FIELDS: Final = tuple(
    "gemeente gemeente_uri norm afspraak thema indicator indicator_naam belofte grootheid relatie waarde tot"
    " eenheid ritme van per nulmeting gebied partijen status beoordeeld_op stand peildatum tekort te_klein"
    " som".split()
)


def figure_rows(publicatie: Publicatie) -> Iterator[Rij]:
    """A row for each figure; of one that is withheld it is told that there is one, and no more."""
    hidden = withheld(publicatie.metingen, publicatie.drempel)
    order = sorted(
        publicatie.metingen,
        key=lambda each: (
            each.indicator,
            each.partij,
            each.gebied or "",
            each.norm or "",
            each.peildatum,
            each.van or date.min,
        ),
    )
    for meting in order:
        what, shown = _known(meting.indicator), meting not in hidden
        yield {
            "gemeente": one_line(publicatie.gemeente),
            "gemeente_uri": _text(publicatie.tooi),
            "indicator": meting.indicator,
            "indicator_naam": what.naam if what else "",
            "eenheid": what.eenheid if what else "",
            "partij": one_line(meting.partij),
            "gebied": _text(meting.gebied),
            "norm": _text(meting.norm),
            "van": meting.van,
            "peildatum": meting.peildatum,
            "waarde": meting.waarde if shown else None,
            "noemer": meting.noemer if shown else None,
            "te_klein": not shown,
            "bron": one_line(meting.bron) if shown else "",
        }


def norm_rows(publicatie: Publicatie) -> Iterator[Rij]:
    """A row for each norm that was judged; its figures are left out where one of them is withheld."""
    judged = {each.sleutel: each for each in publicatie.beoordelingen}
    hidden = {(each.indicator, each.gebied) for each in withheld(publicatie.metingen, publicatie.drempel)}
    for norm in publicatie.normen:
        if norm.aard == "norm" and norm.sleutel in judged:
            shown = (norm.indicator, norm.gebied) not in hidden
            yield {
                "gemeente": one_line(publicatie.gemeente),
                "gemeente_uri": _text(publicatie.tooi),
                **_promise(norm),
                **_outcome(judged[norm.sleutel], shown=shown),
            }


def _promise(norm: Norm) -> Rij:
    what = _known(norm.indicator)
    return {
        "norm": norm.sleutel,
        "afspraak": one_line(norm.nummer),
        "thema": _text(norm.thema),
        "indicator": _text(norm.indicator),
        "indicator_naam": what.naam if what else "",
        "belofte": one_line(norm_words(norm)),
        "grootheid": norm.grootheid,
        "relatie": norm.relatie,
        "waarde": norm.waarde,
        "tot": norm.tot,
        "eenheid": one_line(norm.eenheid),
        "ritme": norm.ritme,
        "van": norm.van,
        "per": norm.per,
        "nulmeting": norm.nulmeting.peildatum if norm.nulmeting else None,
        "gebied": _text(norm.gebied),
        "partijen": tuple(map(one_line, norm.partijen)),
    }


def _outcome(beoordeling: Beoordeling, *, shown: bool) -> Rij:
    return {
        "status": beoordeling.status,
        "beoordeeld_op": beoordeling.op,
        "stand": beoordeling.stand if shown else None,
        "peildatum": beoordeling.peildatum,
        "tekort": beoordeling.tekort if shown else None,
        "te_klein": not shown,
        "som": one_line(beoordeling.som) if shown else "",
    }


def _text(words: str | None) -> str:
    return one_line(words or "")


def _known(key: str) -> Indicator | None:
    try:
        return indicator(key)
    except IndicatorError:
        return None
