"""The State's volkshuisvestelijke prioriteiten by date (BTIV art. 39 lid 1)."""

from datetime import date

from wederkerig.model import Model
from wederkerig.parameters.data import gegevens


class Prioriteit(Model):
    """One national priority, the canonical themes that answer it, and where it was found."""

    titel: str
    themas: tuple[str, ...]
    van: date
    bron: tuple[str, ...]


def prioriteiten(op: date) -> tuple[Prioriteit, ...]:
    """The priorities in force on the day `op`; none before the first known set."""
    gegeven = gegevens("prioriteiten")
    reeksen = [reeks for reeks in gegeven["reeksen"] if reeks["van"] <= op]
    if not reeksen:
        return ()
    reeks = max(reeksen, key=lambda een: een["van"])
    bron = tuple(gegeven["bronnen"][sleutel] for sleutel in reeks["bron"])
    return tuple(
        Prioriteit(titel=een["titel"], themas=tuple(een["themas"]), van=reeks["van"], bron=bron)
        for een in reeks["prioriteiten"]
    )
