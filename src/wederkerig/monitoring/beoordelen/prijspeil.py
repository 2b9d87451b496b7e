"""A price that is indexed each year by a rate the agreement does not name.

Of the year of its price level it can be judged; what it may be in a later year nobody knows.
"""

from __future__ import annotations

from dataclasses import replace

from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen.regel import Uitslag


def is_indexed(norm: Norm) -> bool:
    """Whether the bound is another one in each year."""
    return norm.indexatie is not None or norm.prijspeil is not None


def where_known(norm: Norm, uitslag: Uitslag) -> Uitslag:
    """The outcome, or that nothing can be said where the indexed price of the figure's year is not known."""
    level, nu = norm.prijspeil, uitslag.nu
    if level is None or norm.indexatie is not None or nu is None or nu.peildatum.year <= level.year:
        return uitslag
    reden = (
        f"welke prijs in {nu.peildatum.year} is afgesproken, is niet bekend: de prijs van {level.year} wordt "
        "elk jaar geïndexeerd, en de afspraak noemt het percentage niet"
    )
    return replace(
        uitslag, status="geen cijfers", reden=reden, gepland=None, verwacht=None, hoort=None, later=None
    )
