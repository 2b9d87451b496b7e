"""Small documents for the tests of comparing."""

from wederkerig.model import Afspraak, Overeenkomst, Thema


def afspraak(nummer, tekst, thema=None):
    return Afspraak(nummer=nummer, tekst=tekst, thema=thema)


def stuk(*afspraken, doelen=None):
    """A document of these agreements, with the themes they name."""
    titles = dict.fromkeys(each.thema for each in afspraken if each.thema)
    themas = tuple(Thema(titel=titel, doelen=(doelen or {}).get(titel, ())) for titel in titles)
    return Overeenkomst(
        soort="meerjarig", titel="Prestatieafspraken Duinrade", themas=themas, afspraken=afspraken
    )
