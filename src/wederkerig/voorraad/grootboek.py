"""The ledger of the housing stock: what there was and what changed it; it adds up or says where not.

A stock on 1 January is what was left at the end of the year before: both are the same moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Literal, Self

from pydantic import Field, model_validator

from wederkerig.model import Model

Categorie = Literal["daeb", "niet-daeb", "onzelfstandig", "zorg", "woonwagen", "standplaats", "flex"]
Soort = Literal[
    "nieuwbouw",
    "toevoeging",
    "aankoop",
    "vervanging",
    "sloop",
    "verkoop",
    "sloop of verkoop",
    "omzetting",
    "saldo",
]
CATEGORIEEN: Mapping[Categorie, str] = {
    "daeb": "sociale huur (DAEB)",
    "niet-daeb": "niet-DAEB",
    "onzelfstandig": "onzelfstandig",
    "zorg": "zorg",
    "woonwagen": "woonwagens",
    "standplaats": "standplaatsen",
    "flex": "flexwoningen",
}
TEKEN: Mapping[Soort, int] = {
    "nieuwbouw": 1,
    "toevoeging": 1,
    "aankoop": 1,
    "vervanging": 1,
    "sloop": -1,
    "verkoop": -1,
    "sloop of verkoop": -1,
    "omzetting": -1,
    "saldo": 1,
}
"""What a kind does to the number of dwellings; a conversion goes off one category and onto another."""

Sleutel = tuple[str, Categorie]


class Mutatie(Model):
    """One change of the stock, done or planned, in dwellings.

    aantal: how many, never negative; only a `saldo` (what is added less what goes off) has a sign.
    gesloopt: of a `vervanging` how many are demolished; `aantal` is what is built back.
    naar: of an `omzetting` the category the dwellings go to.
    dag: the day it counts; of a change over a period its last day. van: the first day of that period.
    fictief: planned, but there is no location for it yet. circa: the source says "about".
    Raises ValidationError, in Dutch, on numbers and categories that cannot be.
    """

    soort: Soort
    corporatie: str = ""
    categorie: Categorie = "daeb"
    aantal: int
    gesloopt: int = 0
    naar: Categorie | None = None
    dag: date
    van: date | None = None
    bron: str = ""
    gerealiseerd: bool = False
    fictief: bool = False
    circa: bool = False

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.soort != "saldo" and min(self.aantal, self.gesloopt) < 0:
            raise ValueError(f"Bij {self.soort} kan het aantal woningen niet negatief zijn.")
        if self.gesloopt and self.soort != "vervanging":
            raise ValueError(f"Gesloopte woningen horen bij een vervanging, niet bij {self.soort}.")
        if (self.soort == "omzetting") != (self.naar is not None) or self.naar == self.categorie:
            raise ValueError("Een omzetting gaat van de ene categorie naar een andere; noem ze allebei.")
        if self.van is not None and self.van > self.dag:
            raise ValueError("De eerste dag van een periode kan niet na de laatste liggen.")
        return self


class Voorraadstand(Model):
    """How many dwellings there are on a day, of one corporation and category."""

    corporatie: str = ""
    categorie: Categorie = "daeb"
    dag: date
    aantal: int = Field(ge=0)
    bron: str = ""


class Verschil(Model):
    """A place where numbers do not add up: what they come to, what stands there, and the sum in words."""

    waar: str
    verwacht: int
    gevonden: int
    uitleg: str


class Balans(Model):
    """From opening to closing balance. categorie is None and corporatie "" where several are taken together.

    van, tot: the days at whose end the stock is `begin` and `eind`; None where no opening is known.
    posten: per kind how much it changed the stock, with its sign; their sum is `verandering`.
    """

    corporatie: str = ""
    categorie: Categorie | None = None
    van: date
    tot: date
    begin: int | None
    posten: dict[Soort, int]

    @property
    def verandering(self) -> int:
        """By how many dwellings the stock changed."""
        return sum(self.posten.values())

    @property
    def eind(self) -> int | None:
        """The closing balance: always the opening with every change."""
        return None if self.begin is None else self.begin + self.verandering


class Grootboek(Model):
    """The balances of a period, one for each corporation and category, and what does not add up."""

    balansen: tuple[Balans, ...]
    verschillen: tuple[Verschil, ...] = ()


def balance(
    standen: Iterable[Voorraadstand], mutaties: Iterable[Mutatie], *, van: date, tot: date
) -> Grootboek:
    """The balance of every corporation and category, from the end of the day `van` to the end of `tot`.

    The opening is the last stock known at `van`, or counted back from the first one known after it, with the
    changes in between. Every other stock until `tot` is compared with what the ledger comes to.
    """
    if tot < van:
        raise ValueError("De laatste dag van een balans kan niet voor de eerste liggen.")
    posten = [(key, soort, aantal, een.dag) for een in mutaties for key, soort, aantal in effects(een)]
    bekend = sorted(standen, key=lambda een: (moment(een.dag), een.aantal, een.bron))
    sleutels = {(een.corporatie, een.categorie) for een in bekend} | {key for key, *_ in posten}
    balansen: list[Balans] = []
    verschillen: list[Verschil] = []
    for key in sorted(sleutels):
        eigen = [een for een in bekend if (een.corporatie, een.categorie) == key]
        mine = [(soort, aantal, dag) for sleutel, soort, aantal, dag in posten if sleutel == key]
        balans, fouten = _balance_of(key, eigen, mine, van=van, tot=tot)
        balansen.append(balans)
        verschillen += fouten
    return Grootboek(balansen=tuple(balansen), verschillen=tuple(verschillen))


def total(balansen: Sequence[Balans]) -> Balans:
    """Several balances of one period taken together; the opening is unknown where one of them is."""
    (van, tot), *anders = dict.fromkeys((een.van, een.tot) for een in balansen)
    if anders:
        raise ValueError("Balansen van verschillende perioden zijn niet op te tellen.")
    begin = [een.begin for een in balansen if een.begin is not None]
    namen = {een.corporatie for een in balansen}
    categorieen = {een.categorie for een in balansen}
    return Balans(
        corporatie=namen.pop() if len(namen) == 1 else "",
        categorie=categorieen.pop() if len(categorieen) == 1 else None,
        van=van,
        tot=tot,
        begin=sum(begin) if len(begin) == len(balansen) else None,
        posten=_posten((soort, aantal) for een in balansen for soort, aantal in een.posten.items()),
    )


def effects(mutatie: Mutatie) -> Iterator[tuple[Sleutel, Soort, int]]:
    """What a change does: to which corporation and category, under which kind, how many with their sign."""
    key = (mutatie.corporatie, mutatie.categorie)
    if mutatie.soort == "vervanging":
        yield key, mutatie.soort, mutatie.aantal - mutatie.gesloopt
        return
    yield key, mutatie.soort, TEKEN[mutatie.soort] * mutatie.aantal
    if mutatie.naar is not None:
        yield (mutatie.corporatie, mutatie.naar), mutatie.soort, mutatie.aantal


def moment(dag: date) -> date:
    """The day at whose end a stock is counted; on 1 January that is 31 December."""
    return dag - timedelta(days=1) if (dag.month, dag.day) == (1, 1) else dag


def number_nl(aantal: int) -> str:
    """A whole number as Dutch prints it: 2.220."""
    return f"{aantal:,}".replace(",", ".")


def day_nl(dag: date) -> str:
    """A day as Dutch writes it in figures: 31-12-2026."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def sum_in_words(begin: int | None, posten: Iterable[int]) -> str:
    """A sum with its signs: "2.220 + 100 - 30"."""
    termen = [een for een in posten if een]
    eerste = [] if begin is None else [number_nl(begin)]
    delen = eerste + [f"{'-' if een < 0 else '+'} {number_nl(abs(een))}" for een in termen]
    return " ".join(delen).removeprefix("+ ") or "0"


def _balance_of(
    key: Sleutel,
    standen: list[Voorraadstand],
    posten: list[tuple[Soort, int, date]],
    *,
    van: date,
    tot: date,
) -> tuple[Balans, list[Verschil]]:
    """One balance and what contradicts it; `standen` are sorted by day and then by number."""
    corporatie, categorie = key

    def between(vanaf: date, tot_en_met: date) -> dict[Soort, int]:
        return _posten((soort, aantal) for soort, aantal, dag in posten if vanaf < dag <= tot_en_met)

    anker = _anchor(standen, van)
    begin = None
    if anker is not None:
        dag = moment(anker.dag)
        begin = anker.aantal + sum(between(dag, van).values()) - sum(between(van, dag).values())
    balans = Balans(
        corporatie=corporatie, categorie=categorie, van=van, tot=tot, begin=begin, posten=between(van, tot)
    )
    fouten = list(_double(standen, tot))
    for een in standen:
        if anker is None or begin is None or not van < moment(een.dag) <= tot:
            continue
        tot_dan = between(van, moment(een.dag))
        fouten += _compare(een, begin, tot_dan) if moment(een.dag) != moment(anker.dag) else []
    if balans.eind is not None and balans.eind < 0:
        fouten.append(_below_zero(balans))
    return balans, fouten


def _anchor(standen: list[Voorraadstand], van: date) -> Voorraadstand | None:
    """The stock that is counted from: the last known at `van`, of two that disagree the lowest."""
    eerder = [een for een in standen if moment(een.dag) <= van]
    if not eerder:
        return standen[0] if standen else None
    laatste = moment(eerder[-1].dag)
    return next(een for een in eerder if moment(een.dag) == laatste)


def _double(standen: list[Voorraadstand], tot: date) -> Iterator[Verschil]:
    """Two stocks of the same moment that disagree."""
    for dag, samen in groupby(standen, key=lambda een: moment(een.dag)):
        laagste, *rest = samen
        anders = next((een for een in rest if een.aantal != laagste.aantal), None)
        if anders is None or dag > tot:
            continue
        bronnen = " en ".join(dict.fromkeys(een.bron for een in (laagste, anders) if een.bron))
        yield Verschil(
            waar=place(laagste),
            verwacht=laagste.aantal,
            gevonden=anders.aantal,
            uitleg=f"Er staan twee verschillende aantallen: {number_nl(laagste.aantal)} en "
            f"{number_nl(anders.aantal)}{f' ({bronnen})' if bronnen else ''}. "
            "Gerekend is met het laagste; spreek af welk aantal geldt.",
        )


def _compare(stand: Voorraadstand, begin: int, posten: dict[Soort, int]) -> list[Verschil]:
    verwacht = begin + sum(posten.values())
    if verwacht == stand.aantal:
        return []
    uitleg = (
        f"{sum_in_words(begin, posten.values())} = {number_nl(verwacht)}, maar er staat "
        f"{number_nl(stand.aantal)}: {number_nl(abs(stand.aantal - verwacht))} "
        f"{'meer' if stand.aantal > verwacht else 'minder'}."
    )
    return [Verschil(waar=place(stand), verwacht=verwacht, gevonden=stand.aantal, uitleg=uitleg)]


def place(stand: Voorraadstand) -> str:
    """Where a stock stands, in words: corporation, category, day."""
    dag = f"stand {day_nl(stand.dag)}"
    return ", ".join(deel for deel in (stand.corporatie, CATEGORIEEN[stand.categorie], dag) if deel)


def _below_zero(balans: Balans) -> Verschil:
    waar = ", ".join(deel for deel in (balans.corporatie, CATEGORIEEN[balans.categorie or "daeb"]) if deel)
    eind = balans.eind or 0
    uitleg = f"Er gaan meer woningen af dan er zijn: {sum_in_words(balans.begin, balans.posten.values())}."
    return Verschil(waar=waar, verwacht=0, gevonden=eind, uitleg=f"{uitleg[:-1]} = {number_nl(eind)}.")


def _posten(delen: Iterable[tuple[Soort, int]]) -> dict[Soort, int]:
    """The changes per kind, in the order of the kinds; a kind that does not occur is left out."""
    samen: dict[Soort, int] = {}
    for soort, aantal in delen:
        samen[soort] = samen.get(soort, 0) + aantal
    return {soort: samen[soort] for soort in TEKEN if soort in samen}
