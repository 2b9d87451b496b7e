"""Small documents for the tests of the checks, made by hand."""

from datetime import date

from wederkerig.model import (
    Afspraak,
    Bron,
    Looptijd,
    Ondertekening,
    Partij,
    Stuk,
    Tabel,
    Vertegenwoordiger,
)

GEMEENTE = Partij(
    naam="Gemeente Elzerveen",
    kort="de gemeente",
    soort="gemeente",
    vertegenwoordiger=Vertegenwoordiger(naam="A. Bos"),
)
WONEN = Partij(
    naam="Woonstichting Lisdodde",
    kort="Lisdodde",
    soort="corporatie",
    vertegenwoordiger=Vertegenwoordiger(naam="B. Kok"),
)
THUIS = Partij(
    naam="Wooncorporatie Thuishaven",
    kort="Thuishaven",
    soort="corporatie",
    vertegenwoordiger=Vertegenwoordiger(naam="C. Vos"),
)
HUURDERS = Partij(
    naam="Huurdersvereniging De Stem",
    kort="De Stem",
    soort="huurdersorganisatie",
    vertegenwoordiger=Vertegenwoordiger(naam="D. Pol"),
)
PARTIJEN = (GEMEENTE, WONEN, THUIS, HUURDERS)


def stuk(*afspraken, soort="meerjarig", titel="Prestatieafspraken Elzerveen", **rest):
    """A document; agreements may be given as plain sentences, numbered from 1."""
    gegeven = [
        een if isinstance(een, Afspraak) else afspraak(een, str(nummer))
        for nummer, een in enumerate(afspraken, start=1)
    ]
    return Stuk(soort=soort, titel=titel, gemeente="Elzerveen", afspraken=tuple(gegeven), **rest)


def afspraak(tekst, nummer="1", **rest):
    return Afspraak(nummer=nummer, tekst=tekst, **rest)


def tabel(kop, *rijen, titel=None, **rest):
    """A table written as lines with bars between the cells."""
    return Tabel(titel=titel, kop=cellen(kop), rijen=tuple(cellen(rij) for rij in rijen), **rest)


def met_tabel(kop, *rijen, **rest):
    return stuk(tabellen=(tabel(kop, *rijen, **rest),))


def cellen(regel):
    return tuple(cel.strip() for cel in regel.split("|")) if regel else ()


def geldig(van=None, tot=None, getekend=None):
    """Validity and signing as arguments of `stuk`."""
    return {
        "looptijd": Looptijd(van=van and date.fromisoformat(van), tot=tot and date.fromisoformat(tot)),
        "ondertekening": Ondertekening(datum=getekend and date.fromisoformat(getekend)),
    }


def met_plaats(tekst, zoek, **rest):
    """An agreement whose words stand in a text, with their offsets."""
    begin = tekst.index(zoek)
    return afspraak(zoek, bron=Bron(van=begin, tot=begin + len(zoek), citaat=zoek), **rest)


def codes(bevindingen):
    return [bevinding.code for bevinding in bevindingen]
