"""From counts to figures: every indicator that the columns of the list allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from wederkerig.monitoring.woningen.cijfer import Cijfer, share
from wederkerig.monitoring.woningen.formules import Deel, Formule, formules
from wederkerig.monitoring.woningen.huurklassen import has_middenhuur
from wederkerig.monitoring.woningen.periode import Periode
from wederkerig.monitoring.woningen.tellen import Aantal, Gebied, Soort, Telling, count
from wederkerig.monitoring.woningen.woning import Woning

Sommen = Mapping[Deel, Decimal]
"""Of each part of a formula how many dwellings, or how many euro."""
_AMOUNTS = {"huur": 1, "streefhuur": 2, "maximaleHuur": 3}


def figures(
    woningen: Iterable[Woning], *, perioden: Sequence[Periode], velden: Collection[str]
) -> tuple[Cijfer, ...]:
    """Every figure of a list, by municipality and its parts; see `count` and `figures_of`."""
    return figures_of(count(woningen, perioden=perioden, velden=velden))


def figures_of(telling: Telling) -> tuple[Cijfer, ...]:
    """Every figure that follows from counts, in a fixed order.

    Left out are figures whose columns the list does not have, shares of nothing, and mid-range rent in years
    in which there was none.
    """
    wanted = computable(telling.velden)
    parts = parts_of(wanted)
    found: dict[Soort, tuple[Deel, ...]] = {}
    perioden = {periode.peildatum: periode for periode in telling.perioden}
    return tuple(
        cijfer
        for gebied, rows in sorted(telling.aantallen.items(), key=_order)
        for cijfer in cijfers(gebied, perioden[gebied.peildatum], _sums(rows, parts, found), wanted)
    )


def computable(velden: Collection[str]) -> tuple[Formule, ...]:
    """The formulas for which the columns are there."""
    return tuple(
        each for each in formules() if all(any(veld in velden for veld in row) for row in each.nodig)
    )


def parts_of(wanted: Iterable[Formule]) -> tuple[Deel, ...]:
    """Every numerator and denominator, once."""
    pairs = ((each.teller, each.noemer) for each in wanted)
    return tuple(dict.fromkeys(part for pair in pairs for part in pair if part is not None))


def cijfers(gebied: Gebied, periode: Periode, sommen: Sommen, wanted: Iterable[Formule]) -> Iterator[Cijfer]:
    """The figures of one area."""
    for each in wanted:
        if each.middenhuur and not has_middenhuur(periode.tot):
            continue
        teller, noemer = sommen.get(each.teller, Decimal(0)), None
        if each.noemer is not None:
            noemer = sommen.get(each.noemer, Decimal(0))
            if not noemer:
                continue
        percent = each.indicator.vorm == "aandeel"
        yield Cijfer(
            indicator=each.indicator.id,
            corporatie=gebied.corporatie,
            gemeente=gebied.gemeente,
            niveau=gebied.niveau,
            gebied=gebied.gebied,
            peildatum=gebied.peildatum,
            van=periode.van if each.indicator.soort == "stroom" else None,
            teller=teller,
            noemer=noemer,
            waarde=teller if noemer is None else share(teller, noemer, percent=percent),
        )


def _sums(
    rows: Mapping[Soort, Aantal], parts: Sequence[Deel], found: dict[Soort, tuple[Deel, ...]]
) -> Sommen:
    """found: the parts that each kind belongs to, so far."""
    totals: dict[Deel, int] = defaultdict(int)
    for soort, aantal in rows.items():
        if soort not in found:
            groep, code = soort
            found[soort] = tuple(part for part in parts if part.groep == groep and part.holds(code))
        for part in found[soort]:
            totals[part] += aantal[_AMOUNTS[part.som]] if part.som else aantal.aantal
    return {part: Decimal(total) / 100 if part.som else Decimal(total) for part, total in totals.items()}


def _order(row: tuple[Gebied, object]) -> tuple[str, str, str, str, str]:
    gebied = row[0]
    where = gebied.gemeente, gebied.corporatie, gebied.niveau, gebied.gebied or ""
    return gebied.peildatum.isoformat(), *where
