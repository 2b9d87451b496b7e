"""Dwellings drawn by hypothesis, and dwellings of one's own making."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from wederkerig.monitoring.woningen import Periode, Woning, velden

YEAR = Periode.ending(date(2025, 12, 31))
ALL = frozenset(each.veld for each in velden())

# at the limits of 2025, a cent above them, and in between
RENTS = [Decimal(each) for each in (
    "300 477.20 477.21 600.50 682.96 682.97 700 731.93 731.94 900.07 900.08 1184.82 1184.83 1500".split()
)]  # fmt: skip
DAYS = [
    date(*each)
    for each in ((1970, 5, 1), (2024, 12, 31), (2025, 1, 1), (2025, 6, 3), (2025, 12, 31), (2026, 1, 1))
]


def made(**fields):
    return Woning(**{"id": "1", "gemeente": "Veldermeer", "corporatie": "Thuis", **fields})


def _maybe(values, empty=""):
    return st.sampled_from([*values, empty])


DWELLINGS = st.builds(
    Woning,
    id=st.just("1"),
    gemeente=st.sampled_from(["Veldermeer", "Zeedrecht"]),
    corporatie=st.sampled_from(["Thuis", "Onderdak"]),
    wijk=_maybe(["Noord", "Zuid"]),
    woonplaats=_maybe(["Aalst"]),
    soort=_maybe(["WOO", "WOO", "INT", "PAR"]),
    detail_soort=_maybe(["TUS", "TIJ", "WOW", "WWP"]),
    status=_maybe(["VEH", "VEH", "LEE", "ONT", "UIT", "ADM"]),
    zelfstandig=_maybe([True, False], None),
    in_exploitatiedatum=_maybe(DAYS, None),
    in_exploitatie_reden=_maybe(["NIE", "HER", "AAN", "VOV", "TRA", "SPL", "ADM"]),
    uit_exploitatiedatum=_maybe([*DAYS, None, None], None),
    uit_exploitatie_reden=_maybe(["SLO", "VAH", "VOV", "SAM"]),
    rekenhuur=_maybe(RENTS, None),
    streefhuur=_maybe(RENTS, None),
    maximale_huur=_maybe([Decimal("712.33"), Decimal(1000)], None),
    energielabel=_maybe(["AP3", "A", "B", "C", "D", "E", "F", "G"]),
    doelgroep=_maybe(["JON", "STA", "STU", "SEN", "GEZ", "ZOR"]),
    woonvorm=_maybe(["GEC", "ZWO", "LEV", "GRO"]),
    toegankelijkheidslabel=_maybe(["NUL", "ROG", "RUI", "GNV", "ZON"]),
    maatschappelijk_label=_maybe(["DAE", "DAE", "DAE", "NDA"]),
    verkoop=_maybe([True, False], None),
    datum_verhuring=_maybe(DAYS, None),
    huishoudgrootte=_maybe([1, 2, 3, 6], None),
)
