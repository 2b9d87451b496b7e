"""What a chart shows, as data: the room that draws it, the table behind it and its words all start here."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator

from wederkerig.model import Model
from wederkerig.model.taal import Hoeveelheid
from wederkerig.nalezen.cijfers import write_number

GrafiekSoort = Literal["lijn met doel en band", "staven", "gestapelde staven", "statussen", "verdeling"]
Waarden = tuple[Hoeveelheid | None, ...]
MISSING = "–"
"""What stands in a table where there is no figure."""
_EXACT = 10**20  # decimals do not matter any more, and do not fit


class Reeks(Model):
    """Figures of one kind, one for each `Grafiek.x`; None where there is none.

    verwacht: it is a forecast, and is drawn as one.
    """

    naam: str
    waarden: Waarden
    verwacht: bool = False


class Band(Model):
    """Between which figures an outcome is expected, for each `Grafiek.x`."""

    naam: str
    onder: Waarden
    boven: Waarden


class Grafiek(Model):
    """A chart.

    soort: how it is drawn. "statussen" has themes as `x` and a series for each status, with its name.
        "verdeling" has classes of outcomes as `x`, from low to high; its one series says how often each
        comes out.
    beschrijving: one or two sentences that say what it shows, for who does not see it.
    eenheid: of all figures in it, as in the catalogue of indicators ("woningen", "%", "euro").
    x_naam: what `x` are ("Peildatum", "Huurklasse"); the head of the first column of its table.
    doel: what was agreed: a figure for each `x`, None where nothing was. In a "verdeling" it stands at the
        first class that meets it.
    """

    soort: GrafiekSoort
    titel: str
    beschrijving: str
    eenheid: str
    x: tuple[str, ...]
    x_naam: str = ""
    reeksen: tuple[Reeks, ...]
    doel: Reeks | None = None
    band: Band | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """Every series has a figure, or a gap, for each x."""
        for naam, waarden in _rows(self):
            if len(waarden) != len(self.x):
                message = f"‘{naam}’ heeft {len(waarden)} cijfers en de grafiek {len(self.x)} plaatsen."
                raise ValueError(message)
        return self


def table(grafiek: Grafiek) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The data behind a chart as a table of words: its head, and a row for each x.

    Figures are written the Dutch way; the unit stands in the head of the table's columns where it is no
    percentage or amount. A column of which no figure is known stays, so that the gap is seen.
    """
    columns = _rows(grafiek)
    kop = (grafiek.x_naam, *(f"{naam}{_unit(grafiek.eenheid)}" for naam, _ in columns))
    rijen = (
        (x, *(_cell(waarden[at], grafiek.eenheid) for _, waarden in columns))
        for at, x in enumerate(grafiek.x)
    )
    return kop, tuple(rijen)


def is_empty(grafiek: Grafiek) -> bool:
    """Whether there is nothing to draw: no series has a figure."""
    return not any(waarde is not None for reeks in grafiek.reeksen for waarde in reeks.waarden)


def with_unit(waarde: Decimal, eenheid: str) -> str:
    """A figure with the sign of its unit where that has one: 85%, € 700, 3.341."""
    if eenheid == "%":
        return f"{dutch(waarde)}%"
    return f"€ {dutch(waarde)}" if eenheid == "euro" else dutch(waarde)


def dutch(waarde: Decimal) -> str:
    """A number with Dutch separators and at most two decimals, without needless zeros: 3.341 or -1,5."""
    return write_number(waarde if abs(waarde) >= _EXACT else waarde.quantize(Decimal("0.01")) + 0)


def _rows(grafiek: Grafiek) -> Sequence[tuple[str, Waarden]]:
    """All that is drawn, with its name: the series, the band, the target."""
    rows = [(reeks.naam, reeks.waarden) for reeks in grafiek.reeksen]
    if grafiek.band:
        rows.append((f"{grafiek.band.naam}, van", grafiek.band.onder))
        rows.append((f"{grafiek.band.naam}, tot", grafiek.band.boven))
    if grafiek.doel:
        rows.append((grafiek.doel.naam, grafiek.doel.waarden))
    return rows


def _unit(eenheid: str) -> str:
    return "" if eenheid in {"", "%", "euro"} else f" ({eenheid})"


def _cell(waarde: Decimal | None, eenheid: str) -> str:
    return MISSING if waarde is None else with_unit(waarde, eenheid)
