"""The sheet a chart is drawn on, by matplotlib: lines, areas and words, at places counted from the top left.

A unit is a 72nd of an inch, so letters of 12 are 12 units high. How wide words become in the letters of a
page is not ours to know: they are measured generously. matplotlib has settings for the whole process and is
not made for several threads at once, so one chart is drawn at a time, with the settings put back after.
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Final, Literal

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from wederkerig.export.grafieken.palet import COLOURS, Vulling
from wederkerig.export.letters import width as letters
from wederkerig.export.words import one_line

Punt = tuple[float, float]
Anker = Literal["left", "center", "right"]
LETTER: Final = 12.0
SMALL: Final = 11.0
LINE: Final = 15.0
_WIDE: Final = 0.64  # a letter of the usual width, as part of its height
_LONGEST: Final = 400  # no line of a chart holds more
_DPI: Final = 200
_ONE_AT_A_TIME: Final = threading.Lock()


class Doek:
    """A sheet of a width; it is as high as what was drawn on it asks."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._order = count(1)
        self._figure = Figure(facecolor="none")
        self._place = Affine2D()
        self._units = self._place + self._figure.dpi_scale_trans

    def area(self, x: float, y: float, width: float, height: float, fill: Vulling) -> None:
        """A rectangle with its top left at x, y."""
        line = 0.8 if fill.rand else 0.0
        made = Rectangle((x, y), width, height, transform=self._units, linewidth=line)
        made.set_facecolor(COLOURS[fill.vlak])
        made.set_edgecolor(COLOURS[fill.rand] if fill.rand else "none")
        if fill.patroon and min(width, height) > 2:
            made.set_hatch(fill.patroon)
            made.set_hatchcolor(COLOURS[fill.streep])
        self._add(made)

    def surface(self, points: Sequence[Punt], colour: str) -> None:
        """An area of any form, without a line around it."""
        made = Polygon(points, closed=True, transform=self._units, linewidth=0)
        made.set_facecolor(COLOURS[colour])
        self._add(made)

    def line(
        self, points: Sequence[Punt], colour: str, thick: float = 1.0, dashes: Sequence[float] = ()
    ) -> None:
        """A line through the points. dashes: how long it is on and off, in turn."""
        xs, ys = zip(*points, strict=True)
        made = Line2D(xs, ys, transform=self._units, color=COLOURS[colour], linewidth=thick)
        made.set_solid_capstyle("butt")
        if dashes:
            made.set_linestyle(
                (0, tuple(part / thick for part in dashes))
            )  # matplotlib counts in thicknesses
        self._add(made)

    def dot(self, x: float, y: float, colour: str, *, filled: bool = True) -> None:
        """A round mark."""
        made = Circle((x, y), 3.2, transform=self._units, linewidth=1.6)
        self._mark(made, colour, filled=filled)

    def diamond(self, x: float, y: float, colour: str) -> None:
        """A square mark on its corner."""
        around = [(x, y - 5.2), (x + 5.2, y), (x, y + 5.2), (x - 5.2, y)]
        self._mark(Polygon(around, closed=True, transform=self._units, linewidth=1.6), colour, filled=False)

    def _mark(self, made: Circle | Polygon, colour: str, *, filled: bool) -> None:
        made.set_facecolor(COLOURS[colour if filled else "vlak"])
        made.set_edgecolor(COLOURS[colour])
        self._add(made)

    def words(
        self,
        x: float,
        y: float,
        words: str,
        *,
        colour: str = "inkt",
        anchor: Anker = "left",
        size: float = LETTER,
        bold: bool = False,
    ) -> None:
        """Words on one line that stand on height y."""
        made = Text(x, y, one_line(words), transform=self._units, color=COLOURS[colour], fontsize=size)
        made.set_horizontalalignment(anchor)
        made.set_verticalalignment("baseline")
        made.set_fontweight("bold" if bold else "normal")
        self._add(made)

    def _add(self, made: Artist) -> None:
        """What comes later lies on top."""
        made.set_zorder(next(self._order))
        self._figure.add_artist(made)

    def finished(self, height: float, form: Literal["svg", "png"]) -> bytes:
        """The drawing as a file."""
        self._place.set_matrix(Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72).get_matrix())
        self._figure.set_size_inches(self.width / 72, height / 72)
        made = io.BytesIO()
        if form == "svg":
            nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
            FigureCanvasSVG(self._figure).print_svg(  # type: ignore[no-untyped-call]  # it has no types
                made, metadata=nothing
            )
        else:
            self._figure.set_facecolor(COLOURS["vlak"])
            self._figure.set_dpi(_DPI)
            FigureCanvasAgg(self._figure).print_png(  # type: ignore[no-untyped-call]  # it has no types
                made, metadata={"Software": None}
            )
        return made.getvalue()


@contextmanager
def drawing() -> Iterator[None]:
    """While a chart is drawn: our settings, and no other chart beside it."""
    settings = mpl.rc_context(
        {
            "svg.fonttype": "none",  # words stay words
            "text.parse_math": False,
            "hatch.linewidth": 0.9,
            "font.family": ["DejaVu Sans"],  # it comes with matplotlib, so a PNG is the same everywhere
            "path.simplify": False,
        }
    )
    with _ONE_AT_A_TIME, settings, warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message="Glyph .* missing from"
        )  # the letters of a page may have it
        yield


def room_for(words: str, *, size: float = LETTER, bold: bool = False) -> float:
    """How wide words become, in units."""
    ones = words.count("1")  # a narrow letter, but as wide as other figures
    return (letters(words, bold=bold) + ones * 0.3) * size * _WIDE


def wrapped(
    words: str, room: float, *, lines: int = 2, size: float = LETTER, bold: bool = False
) -> list[str]:
    """Words over at most so many lines; what does not fit becomes an ellipsis."""
    made: list[str] = []
    left = one_line(words[:_LONGEST]).split(" ")
    while left and len(made) < lines:
        taken = 1
        while taken < len(left) and room_for(" ".join(left[: taken + 1]), size=size, bold=bold) <= room:
            taken += 1
        made.append(" ".join(left[:taken]))
        left = left[taken:]
    if left:
        made[-1] = f"{made[-1]} …"
    return [_cut(line, room, size=size, bold=bold) for line in made]


def _cut(line: str, room: float, *, size: float, bold: bool) -> str:
    if room_for(line, size=size, bold=bold) <= room:
        return line
    bare = line.removesuffix(" …")
    while bare and room_for(f"{bare}…", size=size, bold=bold) > room:
        bare = bare[:-1]
    return f"{bare.rstrip()}…"
