"""From a chart as data to a drawing: which of the kinds it is, or that there are no figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

from wederkerig.export.grafieken.balken import draw_bars, draw_stacked, draw_statuses
from wederkerig.export.grafieken.doek import LINE, Doek, drawing
from wederkerig.export.grafieken.lijn import draw_line
from wederkerig.export.grafieken.palet import Vulling
from wederkerig.export.grafieken.verdeling import draw_distribution
from wederkerig.monitoring.grafiek import Grafiek, GrafiekSoort, is_empty

_KINDS: Final[Mapping[GrafiekSoort, Callable[[Doek, Grafiek], float]]] = {
    "lijn met doel en band": draw_line,
    "staven": draw_bars,
    "gestapelde staven": draw_stacked,
    "statussen": draw_statuses,
    "verdeling": draw_distribution,
}
_NOTHING: Final = "Er zijn nog geen cijfers."


def draw(grafiek: Grafiek, width: int, form: Literal["svg", "png"]) -> bytes:
    """The drawing as a file; each kind says how high it became."""
    with drawing():
        doek = Doek(width)
        height = _nothing(doek) if is_empty(grafiek) else _KINDS[grafiek.soort](doek, grafiek)
        return doek.finished(height, form)


def _nothing(doek: Doek) -> float:
    height = LINE * 4
    doek.area(0.5, 0.5, doek.width - 1, height - 1, Vulling("vlak-zacht", rand="lijn"))
    doek.words(doek.width / 2, height / 2 + 4, _NOTHING, colour="inkt-zacht", anchor="center")
    return height
