"""A ledger as rows for a page: the same columns for every corporation and category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wederkerig.voorraad.grootboek import CATEGORIEEN, TEKEN, Balans, Grootboek, Soort, Verschil


@dataclass(frozen=True, slots=True)
class Grootboekrij:
    """Of one corporation and category: opening, what changed it in the order of the columns, closing."""

    corporatie: str
    categorie: str
    begin: int | None
    posten: tuple[int, ...]
    eind: int | None


@dataclass(frozen=True, slots=True)
class Grootboektabel:
    """The ledger: van and tot are the days at whose end the stock stands, soorten the kinds of change."""

    van: date
    tot: date
    soorten: tuple[Soort, ...]
    rijen: tuple[Grootboekrij, ...]
    verschillen: tuple[Verschil, ...]


def as_table(grootboek: Grootboek | None) -> Grootboektabel | None:
    """The rows of a ledger; None where there is nothing in it."""
    if grootboek is None or not grootboek.balansen:
        return None
    used = {soort for balans in grootboek.balansen for soort, aantal in balans.posten.items() if aantal}
    soorten = tuple(soort for soort in TEKEN if soort in used)
    return Grootboektabel(
        van=grootboek.balansen[0].van,
        tot=grootboek.balansen[0].tot,
        soorten=soorten,
        rijen=tuple(_row(balans, soorten) for balans in grootboek.balansen),
        verschillen=grootboek.verschillen,
    )


def _row(balans: Balans, soorten: Sequence[Soort]) -> Grootboekrij:
    return Grootboekrij(
        corporatie=balans.corporatie or _("alle corporaties samen"),
        categorie=CATEGORIEEN[balans.categorie] if balans.categorie else _("alles samen"),
        begin=balans.begin,
        posten=tuple(balans.posten.get(soort, 0) for soort in soorten),
        eind=balans.eind,
    )
