"""Lists of dwellings: columns as VERA names them, rows that become dwellings or errors, figures from those.

A list is never public. What leaves this room are counts per municipality, district or village, and
`hide_small` says which of them others may see.
"""

from wederkerig.monitoring.woningen.cijfer import Cijfer, Niveau
from wederkerig.monitoring.woningen.foutlijst import error_lines
from wederkerig.monitoring.woningen.klein import drempel, hide_small
from wederkerig.monitoring.woningen.kolommen import KolomError, Kolomkeuze, Veld, propose_columns, velden
from wederkerig.monitoring.woningen.lezen import read_woningen
from wederkerig.monitoring.woningen.periode import Periode
from wederkerig.monitoring.woningen.rekenen import figures, figures_of
from wederkerig.monitoring.woningen.tellen import Telling, count
from wederkerig.monitoring.woningen.woning import Woning

__all__ = [
    "Cijfer",
    "KolomError",
    "Kolomkeuze",
    "Niveau",
    "Periode",
    "Telling",
    "Veld",
    "Woning",
    "count",
    "drempel",
    "error_lines",
    "figures",
    "figures_of",
    "hide_small",
    "propose_columns",
    "read_woningen",
    "velden",
]
