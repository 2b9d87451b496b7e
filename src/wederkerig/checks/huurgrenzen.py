"""Checks on rent limits: against one another and against the national figures."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import combinations

from wederkerig.checks.grensbedragen import Vermelding, vermeldingen
from wederkerig.checks.registry import Melding, controle
from wederkerig.model import Stuk
from wederkerig.parameters import ParameterError, bekend_tot, huurgrens

EERSTE_JAAR = 2015


@controle(
    "W301",
    "Twee bedragen voor één huurgrens",
    "fout",
    "Dezelfde huurgrens staat voor hetzelfde jaar met twee verschillende bedragen in het stuk.",
)
def twee_bedragen(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Amounts for one limit and year that are not roundings of each other."""
    gemeld = set()
    for eerste, ander in combinations(_verschillende(vermeldingen(stuk, tekst)), 2):
        if not _spreekt_tegen(eerste, ander) or (eerste.naam, eerste.bedrag, ander.bedrag) in gemeld:
            continue
        gemeld.add((eerste.naam, eerste.bedrag, ander.bedrag))
        jaar = eerste.jaar or ander.jaar
        landelijk = _landelijk(eerste) or _landelijk(ander)
        bekend = (
            f" De landelijke grens is {' of '.join(euro(waarde) for waarde in landelijk)}."
            if landelijk
            else ""
        )
        yield Melding(
            f"{eerste.plaats} <-> {ander.plaats}",
            f"De {eerste.naam}{f' van {jaar}' if jaar else ''} is {euro(eerste.bedrag)} in {eerste.plaats}, "
            f"maar {euro(ander.bedrag)} in {ander.plaats}.{bekend}",
            "Kies het goede bedrag en gebruik het overal, of noem bij elk bedrag het jaar.",
            _verdachte(eerste, ander, landelijk).bron,
        )


@controle(
    "W302",
    "Huurgrens wijkt af van het landelijke bedrag",
    "fout",
    "Een huurgrens heeft een ander bedrag dan landelijk gold in het jaar dat het stuk noemt.",
)
def wijkt_af(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Limits against Wet op de huurtoeslag art. 13 and 20; whole euros may be rounded or cut off.

    A slip of less than half a euro in a limit that is printed twice is left to W301.
    """
    alle = _verschillende(vermeldingen(stuk, tekst))
    for een in alle:
        landelijk = _landelijk(een) if een.jaar else _ooit(een)
        if not landelijk or any(_past(een, waarde) for waarde in landelijk):
            continue
        dichtbij = any(abs(een.bedrag - waarde) <= Decimal("0.5") for waarde in landelijk)
        dubbel = any(_spreekt_tegen(een, ander) for ander in alle)
        if dichtbij and dubbel:
            continue
        yield _afwijking(een, landelijk)


def euro(bedrag: Decimal) -> str:
    """An amount as Dutch prints it: € 633,25."""
    return f"€ {bedrag:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".").replace("€.", "€ ")


def _afwijking(een: Vermelding, landelijk: list[Decimal]) -> Melding:
    if een.jaar:
        goed = " of ".join(euro(waarde) for waarde in landelijk)
        uitleg = f"De {een.naam} staat op {euro(een.bedrag)}, maar was in {een.jaar} landelijk {goed}."
    else:
        uitleg = (
            f"De {een.naam} staat op {euro(een.bedrag)}. Dat bedrag gold in geen van de jaren "
            f"{EERSTE_JAAR} tot en met {bekend_tot().year}."
        )
    return Melding(
        een.plaats, uitleg, "Verbeter het bedrag, of noem het jaar waarvan het is (prijspeil).", een.bron
    )


def _verschillende(alle: tuple[Vermelding, ...]) -> list[Vermelding]:
    """The first of each limit, amount and year."""
    return list({(een.naam, een.bedrag, een.jaar): een for een in reversed(alle)}.values())[::-1]


def _spreekt_tegen(een: Vermelding, ander: Vermelding) -> bool:
    """Whether two amounts cannot both be right; a slip next to an amount without a year counts too."""
    if (
        een.naam != ander.naam
        or een.naam == "aftoppingsgrens"
        or een.bedrag == ander.bedrag
        or _past(een, ander.bedrag)
        or _past(ander, een.bedrag)
    ):
        return False
    dichtbij = abs(een.bedrag - ander.bedrag) <= 1
    return een.jaar == ander.jaar or (dichtbij and None in {een.jaar, ander.jaar})


def _past(een: Vermelding, waarde: Decimal) -> bool:
    """Whether a printed amount is a value: to the cent, or in whole euros rounded or cut off."""
    if een.in_centen:
        return een.bedrag == waarde
    heel = Decimal(1)
    return een.bedrag in {waarde.quantize(heel, ROUND_DOWN), waarde.quantize(heel, ROUND_HALF_UP)}


def _verdachte(eerste: Vermelding, ander: Vermelding, landelijk: list[Decimal]) -> Vermelding:
    """Of two amounts the one that is not the national figure."""
    return ander if any(_past(eerste, waarde) for waarde in landelijk) else eerste


def _landelijk(een: Vermelding) -> list[Decimal]:
    """The national amounts a name may mean in the year it is given for."""
    return _waarden(een, [een.jaar]) if een.jaar else []


def _ooit(een: Vermelding) -> list[Decimal]:
    return _waarden(een, range(EERSTE_JAAR, bekend_tot().year + 1))


def _waarden(een: Vermelding, jaren: Iterable[int]) -> list[Decimal]:
    waarden: list[Decimal] = []
    for jaar in jaren:
        for parameter in een.parameters:
            for maand in (1, 7):
                try:
                    waarde = huurgrens(parameter, date(jaar, maand, 1)).waarde
                except ParameterError:
                    continue
                if waarde not in waarden:
                    waarden.append(waarde)
    return waarden
