"""The judgement of one norm on one day, put together: the figures, the rule, the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from wederkerig.model import Meting, Norm
from wederkerig.monitoring.beoordelen.cijfers import Verloop, figures_of, suppliers
from wederkerig.monitoring.beoordelen.gevallen import Zaak, once
from wederkerig.monitoring.beoordelen.grens import is_comparable
from wederkerig.monitoring.beoordelen.jaren import Jaar, deciding_year, judge_years, together
from wederkerig.monitoring.beoordelen.opmerkingen import remarks
from wederkerig.monitoring.beoordelen.prijspeil import where_known
from wederkerig.monitoring.beoordelen.regel import Geval, Uitslag, judge
from wederkerig.monitoring.beoordelen.som import Som, in_words, outcome, promise, verdict
from wederkerig.monitoring.beoordelen.uitkomst import Beoordeling, Gepland, Jaarbeoordeling
from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator

_NO_INDICATOR = "Voor deze norm is nog niet gekozen wat er gemeten wordt (de indicator)."
_OTHER_UNIT = "De norm is in {norm} en de cijfers zijn in {indicator}: die zijn niet te vergelijken."


def beoordeel(
    norm: Norm, metingen: Sequence[Meting], *, op: date, gepland: Sequence[Gepland] = ()
) -> Beoordeling:
    """The status of a norm on the day `op`, by the rule of docs/beoordelen.md.

    metingen: the figures known on that day, in the order they were given: of two figures of one party about
        the same day or period the last counts. Figures of other indicators, areas and parties, and of days
        after `op`, are left alone.
    gepland: what will still change; () where nothing is known of plans. Of parties that are taken together
        the changes of all.

    Raises ValueError for a figure that is background (`Norm.aard`), and so is not judged.
    """
    if norm.aard != "norm":
        raise ValueError(f"‘{norm.tekst}’ is achtergrond en wordt niet beoordeeld.")
    known = _indicator_of(norm)
    if known is None:
        return _nothing(norm, op, _NO_INDICATOR)
    if not is_comparable(norm, known.eenheid):
        return _nothing(norm, op, _OTHER_UNIT.format(norm=norm.eenheid, indicator=known.eenheid))
    zaak = Zaak(norm, known, figures_of(norm, metingen, op), op, tuple(gepland) or None)
    judged = _yearly(zaak) if norm.ritme == "jaarlijks" else _once(zaak)
    law = _beyond_the_law(zaak)
    return judged.model_copy(update={"let_op": (law, *judged.let_op)}) if law else judged


@dataclass(frozen=True, slots=True)
class Deel:
    """One stretch of time with what came out."""

    zaak: Zaak
    geval: Geval
    verloop: Verloop
    uitslag: Uitslag

    def som(self) -> Som:
        """Its sum, to be said."""
        own = self.zaak.indicator.eenheid
        unit = "%" if self.zaak.norm.grootheid == "verandering in %" else own
        counted = self.zaak.indicator.vorm == "aantal" and self.zaak.norm.grootheid != "verandering in %"
        return Som(
            self.zaak.norm,
            self.geval,
            self.uitslag,
            unit,
            own,
            heel=counted,
            ontbreekt=self.verloop.ontbreekt,
            onbruikbaar=self.verloop.onbruikbaar,
        )

    def measured(self) -> Decimal | None:
        """What is held against the bound."""
        deciding = self.uitslag.decisive()
        unknown = deciding is None or self.uitslag.status in {"te vroeg", "geen cijfers"}
        return None if deciding is None or unknown else self.geval.measured(deciding)


def _once(zaak: Zaak) -> Beoordeling:
    geval, verloop = once(zaak)
    return _told(Deel(zaak, geval, verloop, where_known(zaak.norm, judge(geval))))


def _beyond_the_law(zaak: Zaak) -> str:
    """That the agreement goes further than the law lets it; "" where it does not."""
    norm, op = zaak.norm, zaak.op
    if norm.grootheid != "stand":
        return ""
    return zaak.indicator.beyond_the_law(norm.waarde, min(op, norm.per or op))


def _told(deel: Deel) -> Beoordeling:
    zaak, grens, uitslag = deel.zaak, deel.geval.grens, deel.uitslag
    som, measured = deel.som(), deel.measured()
    return Beoordeling(
        sleutel=zaak.norm.sleutel,
        status=uitslag.status,
        op=zaak.op,
        eenheid=som.eenheid,
        stand=uitslag.nu.waarde if uitslag.nu else None,
        peildatum=uitslag.nu.peildatum if uitslag.nu else None,
        verandering=measured if zaak.norm.grootheid != "stand" else None,
        verwacht=uitslag.verwacht,
        grens=grens.boven if grens.onder is None else grens.onder,
        grens_tot=None if grens.onder is None else grens.boven,
        tekort=_tekort(deel),
        som=in_words(som),
        slot=verdict(som, full=True),
        let_op=remarks(deel.geval, uitslag, deel.verloop, zaak.indicator.eenheid),
        ontbreekt=_missing(deel),
    )


def _tekort(deel: Deel) -> Decimal | None:
    measured = deel.measured()
    return None if measured is None else deel.geval.grens.tekort(measured)


def _missing(deel: Deel) -> tuple[str, ...]:
    """Whose figures are missing: those of whom it is known, else all where the figure itself is not there."""
    if deel.uitslag.status == "te vroeg" or (deel.uitslag.nu and deel.uitslag.reden):
        return ()
    everybody = suppliers(deel.zaak.norm) if deel.uitslag.status == "geen cijfers" else ()
    return deel.verloop.ontbreekt or everybody


def _yearly(zaak: Zaak) -> Beoordeling:
    """The newest figure, with the status and the sum of all years. A year that was missed is told last."""
    jaren = judge_years(zaak)
    delen = {each.jaar: Deel(zaak, each.geval, each.verloop, each.uitslag) for each in jaren}
    newest = max((each.jaar for each in jaren if each.uitslag.nu), default=jaren[-1].jaar)
    missed = max((each.jaar for each in jaren if each.uitslag.status == "niet gehaald"), default=newest)
    told = tuple(_year_told(each, delen[each.jaar]) for each in jaren)
    years = "; ".join(_years_words(told))
    last = deciding_year(jaren).jaar
    shown, deciding, lacking = (_told(delen[year]) for year in (newest, missed, last))
    return shown.model_copy(
        update={
            "status": together(jaren, zaak),
            "som": f"{promise(delen[newest].som())}; {years}",
            "tekort": deciding.tekort,
            "slot": f"in {missed} {deciding.slot}" if deciding.slot else "",
            "let_op": tuple(
                dict.fromkeys((*(shown.let_op if shown.status != "te vroeg" else ()), *lacking.let_op))
            ),
            "ontbreekt": lacking.ontbreekt,
            "jaren": told,
        }
    )


def _year_told(jaar: Jaar, deel: Deel) -> Jaarbeoordeling:
    nu = jaar.uitslag.nu
    return Jaarbeoordeling(
        jaar=jaar.jaar,
        status=jaar.uitslag.status,
        stand=nu.waarde if nu else None,
        peildatum=nu.peildatum if nu else None,
        tekort=_tekort(deel),
        som=outcome(deel.som()),
    )


def _years_words(jaren: Sequence[Jaarbeoordeling]) -> Iterator[str]:
    """Each year with its sum; years without a figure that say the same are taken together."""
    for (stand, som, status), group in groupby(jaren, key=lambda each: (each.stand, each.som, each.status)):
        years = [each.jaar for each in group]
        if stand is not None:
            yield from (f"{_in_year(year, som)} ({status})" for year in years)
        else:
            first, last = years[0], years[-1]
            yield f"{first}{f' t/m {last}' if last > first else ''}: {som} ({status})"


def _in_year(year: int, som: str) -> str:
    """A sum that names years itself stands behind a colon."""
    return f"{year}: {som}" if som.startswith("in ") else f"in {year} {som}"


def _nothing(norm: Norm, op: date, reason: str) -> Beoordeling:
    return Beoordeling(
        sleutel=norm.sleutel,
        status="geen cijfers",
        op=op,
        eenheid=norm.eenheid,
        som=reason,
        grens=norm.waarde,
        meetbaar=False,
    )


def _indicator_of(norm: Norm) -> Indicator | None:
    try:
        return indicator(norm.indicator)
    except IndicatorError:
        return None
