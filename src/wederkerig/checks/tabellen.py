"""Checks on tables: rows and columns that do not add up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from wederkerig.checks.cellen import getal_nl
from wederkerig.checks.optelling import Aard, Telfout, telfouten
from wederkerig.checks.registry import Melding, controle
from wederkerig.checks.tabelbouw import Bouw, Plek, assen, ontleed, plaatsnaam
from wederkerig.model import Stuk, Tabel

_ADVIES = "Reken de tabel na en verbeter het getal dat niet klopt."


@controle(
    "W101",
    "Totaal klopt niet",
    "fout",
    "Een totaal in een tabel is niet de som van de getallen die erbij horen.",
)
def totaal_klopt_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Rows and columns with a total, in tables whose other totals or whose labels show what is summed."""
    return _meldingen(stuk, tekst, "totaal")


@controle(
    "W102",
    "Saldo klopt niet",
    "fout",
    "Een eindstand of saldo in een tabel volgt niet uit beginstand, toevoeging, sloop en verkoop.",
)
def saldo_klopt_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Balances: what is added less what goes off, with the signs as printed."""
    return _meldingen(stuk, tekst, "saldo")


def _meldingen(stuk: Stuk, tekst: str, aard: Aard) -> Iterator[Melding]:
    for nummer, tabel in enumerate(stuk.tabellen, start=1):
        bouw = ontleed(tabel)
        if bouw is None:
            continue
        for oorzaak, fouten in _oorzaken(bouw, afgerond=_is_afgerond(tabel, tekst)):
            soort = "totaal" if any(fout.aard == "totaal" for fout in fouten) else "saldo"
            if soort == aard:
                yield _melding(tabel, nummer, bouw, oorzaak, fouten)


def _is_afgerond(tabel: Tabel, tekst: str) -> bool:
    """Whether the table, or the line right below it, says that its numbers are rounded."""
    woorden = [tabel.titel or "", *tabel.kop, *(cel for rij in tabel.rijen for cel in rij)]
    if tabel.bron is not None:
        woorden.append(tekst[tabel.bron.tot : tabel.bron.tot + 200])
    return any("afgerond" in woord.lower() or "afronding" in woord.lower() for woord in woorden)


def _oorzaken(bouw: Bouw, *, afgerond: bool) -> list[tuple[Plek | None, list[Telfout]]]:
    """Everything wrong in one table, with sums that one cell would repair taken together."""
    fouten, goed = telfouten(assen(bouw), afgerond=afgerond)
    oorzaken: list[tuple[Plek | None, list[Telfout]]] = []
    while fouten:
        plek, samen = _gedeelde_cel(fouten, goed)
        oorzaken.append((plek, samen))
        fouten = [fout for fout in fouten if fout not in samen]
    return oorzaken


def _gedeelde_cel(fouten: list[Telfout], goed: list[Telfout]) -> tuple[Plek | None, list[Telfout]]:
    """The cell that repairs most wrong sums by one change without breaking a right one, and those sums."""
    beste: tuple[Plek | None, list[Telfout]] = (None, fouten[:1])
    nodig = set().union(*(_plekken(fout) for fout in goed))
    kandidaten = dict.fromkeys(plek for fout in fouten for plek in _plekken(fout) if plek not in nodig)
    for plek in kandidaten:
        verschillen = [_verschil(fout, plek) for fout in fouten]
        for verschil in dict.fromkeys(een for een in verschillen if een is not None):
            samen = [fout for fout, een in zip(fouten, verschillen, strict=True) if een == verschil]
            if len(samen) > len(beste[1]):
                beste = (plek, samen)
    return beste


def _plekken(fout: Telfout) -> list[Plek]:
    return [fout.doel, *(term.plek for term in fout.termen)]


def _verschil(fout: Telfout, plek: Plek) -> Decimal | None:
    """By how much the number in a cell must change to make this sum right; None when it is not part of it."""
    if plek == fout.doel:
        return fout.verwacht - fout.gedrukt
    return next(
        ((fout.gedrukt - fout.verwacht) * term.teken for term in fout.termen if term.plek == plek), None
    )


def _melding(tabel: Tabel, nummer: int, bouw: Bouw, oorzaak: Plek | None, fouten: list[Telfout]) -> Melding:
    sommen = " ".join(f"{_hoofdletter(plaatsnaam(bouw, fout.doel))}: {_som(fout)}" for fout in fouten)
    naam = f"tabel '{tabel.titel}'" if tabel.titel else f"tabel {nummer}"
    if tabel.afspraak:
        naam += f" bij afspraak {tabel.afspraak}"
    plek = oorzaak or fouten[0].doel
    advies = _ADVIES
    if oorzaak is not None:
        advies = (
            f"Kijk eerst naar {plaatsnaam(bouw, oorzaak)}: met {_goede_waarde(bouw, oorzaak, fouten[0])} "
            f"in plaats van {getal_nl(_waarde(bouw, oorzaak))} kloppen alle sommen."
        )
    return Melding(f"{naam}, {plaatsnaam(bouw, plek)}", sommen, advies, tabel.bron)


def _som(fout: Telfout) -> str:
    termen = [term.waarde for term in fout.termen]
    delen = [getal_nl(termen[0])]
    delen += [f"{'-' if waarde < 0 else '+'} {getal_nl(abs(waarde))}" for waarde in termen[1:]]
    return f"{' '.join(delen)} = {getal_nl(fout.verwacht)}, maar er staat {getal_nl(fout.gedrukt)}."


def _waarde(bouw: Bouw, plek: Plek) -> Decimal:
    return bouw.cellen[plek[0]][plek[1]].waarde


def _goede_waarde(bouw: Bouw, plek: Plek, fout: Telfout) -> str:
    verschil = _verschil(fout, plek) or Decimal(0)
    return getal_nl(_waarde(bouw, plek) + verschil)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
