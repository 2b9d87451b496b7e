"""Stock tables as lines of text, and a ledger drawn at random."""

from datetime import date, timedelta

from hypothesis import strategies as st

from wederkerig.model import Tabel
from wederkerig.voorraad.grootboek import CATEGORIEEN, Mutatie, Voorraadstand

CORPORATIES = ("Lisdodde", "Thuishaven", "De Krul")
BEGIN = date(2024, 12, 31)
EIND = date(2029, 12, 31)


def tabel(*regels, titel=None, afspraak=None):
    kop, *rijen = [tuple(cel.strip() for cel in regel.split("|")) for regel in regels]
    return Tabel(titel=titel, kop=kop, rijen=tuple(rijen), afspraak=afspraak)


dagen = (
    st.integers(0, 365 * 5).map(lambda dag: BEGIN + timedelta(days=1 + dag)).filter(lambda dag: dag <= EIND)
)
categorieen = st.sampled_from(list(CATEGORIEEN))
corporaties = st.sampled_from(CORPORATIES)


@st.composite
def mutaties(draw):
    soort = draw(
        st.sampled_from(
            ["nieuwbouw", "toevoeging", "aankoop", "vervanging", "sloop", "verkoop", "omzetting", "saldo"]
        )
    )
    categorie = draw(categorieen)
    naar = draw(categorieen.filter(lambda een: een != categorie)) if soort == "omzetting" else None
    return Mutatie(
        soort=soort,
        corporatie=draw(corporaties),
        categorie=categorie,
        aantal=draw(st.integers(-200 if soort == "saldo" else 0, 200)),
        gesloopt=draw(st.integers(0, 200)) if soort == "vervanging" else 0,
        naar=naar,
        dag=draw(dagen),
    )


def opening(aantallen):
    """One stock of every corporation and category, at the beginning."""
    return [
        Voorraadstand(corporatie=corporatie, categorie=categorie, dag=BEGIN, aantal=aantal)
        for (corporatie, categorie), aantal in aantallen.items()
    ]


openingen = st.fixed_dictionaries(
    {
        (corporatie, categorie): st.integers(2_000, 9_000)
        for corporatie in CORPORATIES
        for categorie in CATEGORIEEN
    }
).map(opening)
