"""A chart of each kind, and what is put in them to see what happens."""

from decimal import Decimal

from wederkerig.monitoring.beoordelen import STATUSSEN
from wederkerig.monitoring.grafiek import Band, Grafiek, Reeks

VIJANDIG = (
    "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "]]>&amp;&#x3c;",
    "a\x00\x1b[31m\x7f\ufffe b",
    "$\\frac{1}{0}$ en $x^2",
    "lang " * 60,
    "x" * 300,
    "\u202eomgekeerd \U0001f3e0 住宅",
    "",
)


def waarden(*getallen):
    return tuple(None if getal is None else Decimal(str(getal)) for getal in getallen)


def reeks(naam, *getallen, verwacht=False):
    return Reeks(naam=naam, waarden=waarden(*getallen), verwacht=verwacht)


def lijn():
    return Grafiek(
        soort="lijn met doel en band",
        titel="Sociale huurwoningen in Zeedrecht",
        beschrijving="De voorraad groeide naar 3.262 woningen. Voor eind 2026 zijn er 3.341 beloofd.",
        eenheid="woningen",
        x=("2023", "2024", "2025", "2026", "2027"),
        x_naam="Eind van",
        reeksen=(
            reeks("stand", 3239, 3250, 3262, None, None),
            reeks("verwacht", None, None, 3262, 3333, 3352, verwacht=True),
        ),
        doel=reeks("doel van afspraak 1", None, None, None, 3341, None),
        band=Band(
            naam="tussen deze lijnen komt het 8 van de 10 keer uit",
            onder=waarden(None, None, 3262, 3308, 3320),
            boven=waarden(None, None, 3262, 3349, 3390),
        ),
    )


def staven():
    return Grafiek(
        soort="staven",
        titel="Verhuringen per huurklasse",
        beschrijving="Van de verhuringen was 71% betaalbaar; afgesproken is 75%.",
        eenheid="%",
        x=("Goedkoop", "Betaalbaar", "Duur"),
        x_naam="Huurklasse",
        reeksen=(reeks("aandeel", 12.5, 71, None),),
        doel=reeks("norm: ten minste", 10, 75, None),
    )


def gestapeld():
    return Grafiek(
        soort="gestapelde staven",
        titel="Voorraad per huurklasse",
        beschrijving="De voorraad per huurklasse in twee jaren.",
        eenheid="woningen",
        x=("2024", "2026"),
        x_naam="Jaar",
        reeksen=(reeks("goedkoop", 400, 388), reeks("betaalbaar", 2210, 2250), reeks("duur", 520, 620)),
    )


def statussen():
    return Grafiek(
        soort="statussen",
        titel="Hoe staan de normen ervoor?",
        beschrijving="Per thema hoeveel normen welke status hebben.",
        eenheid="normen",
        x=("Beschikbaarheid", "Betaalbaarheid", "Leefbaarheid"),
        x_naam="Thema",
        reeksen=tuple(reeks(status, place, 1, 0) for place, status in enumerate(STATUSSEN)),
    )


def verdeling():
    return Grafiek(
        soort="verdeling",
        titel="Hoeveel woningen komen er eind 2026?",
        beschrijving="In 51 van de 100 doorrekeningen zijn het er ten minste 3.340.",
        eenheid="%",
        x=("3.320", "3.330", "3.340", "3.350"),
        x_naam="Woningen",
        reeksen=(reeks("kans", 20, 29, 30, 21),),
        doel=reeks("doel: ten minste 3.340", None, None, 3340, None),
    )


SOORTEN = (lijn, staven, gestapeld, statussen, verdeling)


def met_namen(grafiek, naam):
    """The chart with every word in it replaced."""
    delen = {
        "titel": naam,
        "beschrijving": naam,
        "x": tuple(naam for _ in grafiek.x),
        "reeksen": tuple(each.model_copy(update={"naam": naam}) for each in grafiek.reeksen),
        "eenheid": naam,
    }
    for veld in ("doel", "band"):
        if getattr(grafiek, veld):
            delen[veld] = getattr(grafiek, veld).model_copy(update={"naam": naam})
    return grafiek.model_copy(update=delen)


def met_waarden(grafiek, *getallen):
    """The chart with these figures in each of its series, and nothing else in it."""
    gevuld = (getallen * len(grafiek.x))[: len(grafiek.x)]
    reeksen = tuple(each.model_copy(update={"waarden": waarden(*gevuld)}) for each in grafiek.reeksen)
    return grafiek.model_copy(update={"reeksen": reeksen, "doel": None, "band": None})
