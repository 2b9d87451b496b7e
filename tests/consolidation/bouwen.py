"""Small documents and plans made by hand, for tests that say what one amendment does."""

from wederkerig.consolidation import apply
from wederkerig.model import Afspraak, Doel, Jaarplan, Overeenkomst, Wijziging


def stuk(*teksten, **parts):
    """A document with agreements numbered from 1; one that is an Afspraak stays as it is."""
    afspraken = tuple(
        each if isinstance(each, Afspraak) else Afspraak(nummer=str(at), tekst=each)
        for at, each in enumerate(teksten, start=1)
    )
    return Overeenkomst(soort="meerjarig", titel="Afspraken Duinrade", **parts, afspraken=afspraken)


def thema(naam, *paren):
    """Agreements of one theme, from (number, words)."""
    return tuple(Afspraak(nummer=nummer, thema=naam, tekst=tekst) for nummer, tekst in paren)


def plan(*wijzigingen):
    return Jaarplan(soort="jaarplan", titel="Jaarplan 2026", wijzigingen=wijzigingen)


def wijziging(soort, nummer=None, tekst="", huidig=None, **rest):
    """An amendment; what is no field of it is a field of what it amends."""
    doel = {name: rest.pop(name) for name in tuple(rest) if name in Doel.model_fields}
    return Wijziging(doel=Doel(nummer=nummer, **doel), soort=soort, huidig=huidig, tekst=tekst, **rest)


def teksten(stuk):
    return [afspraak.tekst for afspraak in stuk.afspraken]


def genummerd(stuk):
    return [(afspraak.nummer, afspraak.tekst) for afspraak in stuk.afspraken]


def amended(tekst, *wijzigingen):
    """What becomes of the words of the only agreement; every amendment must fit."""
    result = apply(stuk(tekst), plan(*wijzigingen))
    assert conflicts(result) == []
    return result.stuk.afspraken[0].tekst


def conflicts(result):
    """The place in the plan and the kind of each conflict."""
    return [(each.nummer, each.conflict.soort) for each in result.verwerkingen if each.conflict]
