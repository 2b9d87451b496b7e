"""Reports to write: the example, one that is published, and one in which everything is long and much."""

from datetime import date
from decimal import Decimal

from tests.export.grafieken import lijn, met_namen, staven
from tests.monitoring.rapportstof import beoordeling, norm, stof
from wederkerig.monitoring.beoordelen import STATUSSEN
from wederkerig.monitoring.rapport import Aandeel, Opmerking, Vervolg
from wederkerig.monitoring.samenstellen import make_report
from wederkerig.parameters.data import gegevens

DAG = date(2026, 8, 1)
LANG = "woorden die maar niet ophouden & <b>vet</b> \x00 " * 20
SOORTEN = ("partij", "gemeente", "corporatie", "huurdersorganisatie", "zorgaanbieder", "overig")


def rapport(soort="halfjaarrapport", **anders):
    return make_report(stof(**anders), soort, opgesteld=DAG)


def gepubliceerd(soort="halfjaarrapport"):
    dagen = {"bevroren": date(2026, 8, 10), "gepubliceerd": date(2026, 9, 1)}
    return rapport(soort).model_copy(update=dagen)


def overvol(soort):
    """As much and as long as can be: 200 norms in all themes, ten parties, endless words."""
    themas = [*gegevens("themas")["themas"], None]
    normen, oordelen = [], []
    for at in range(200):
        sleutel, naam = f"n{at}", f"{at} {LANG}"
        normen.append(
            norm(
                sleutel,
                naam,
                themas[at % len(themas)],
                indicator="",
                tekst=naam,
                partijen=(naam,),
                gebied=naam,
            )
        )
        status = list(STATUSSEN)[at % len(STATUSSEN)]
        oordelen.append(beoordeling(sleutel, status, som=LANG, stand=Decimal(10**15)))
    return make_report(
        stof(
            gemeente=f"Zeedrecht {LANG}",
            normen=tuple(normen),
            nu=tuple(oordelen),
            eerder=tuple(each.model_copy(update={"status": "gehaald"}) for each in oordelen),
            zinnen={each.sleutel: LANG for each in oordelen},
            grafieken={"": (met_namen(lijn(), LANG),), "betaalbaarheid": (staven(),)},
            opmerkingen=(Opmerking(partij=LANG, soort="overig", tekst=LANG, sleutel="n1"),),
            weerwoord=(),
            aandelen=tuple(
                Aandeel(partij=LANG, soort=soort, afspraken=199, gemeten=199, gehaald=199)
                for soort in SOORTEN[1:]
            ),
            vervolg=tuple(Vervolg(uiterlijk=date(2026, 12, 31), wie=LANG, wat=LANG) for _ in range(40)),
        ),
        soort,
        opgesteld=DAG,
        titel=LANG,
    )
