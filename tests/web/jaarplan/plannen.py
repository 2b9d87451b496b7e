"""Year plans for tests, on the agreements of `tests.web.maken.basis`: each amendment in one call."""

from __future__ import annotations

from datetime import date

from tests.web import maken
from wederkerig.model import Doel, Jaarplan, Ondertekening, Wijziging
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.register.domain.keuzes import choices_of
from wederkerig.web.register.domain.vaststellen_jaarplan import (
    Gegevens,
    Vooruitzicht,
    adopt_plan,
    prospect,
)
from wederkerig.web.register.domain.verwerken import overview, plan_of
from wederkerig.web.register.models import Besluit, Fase, Inzending, Overeenkomst


def tekst(nummer: int) -> str:
    """The words of an agreement of the base."""
    return f"Duinwonen bouwt elk jaar minimaal {nummer * 10} woningen."


def wijzig(nummer: int | str, naar: str, huidig: str | None = None, **extra) -> Wijziging:
    """Other words in an agreement; without a quote in the place of all of them."""
    return Wijziging(
        doel=Doel(nummer=str(nummer)), soort="wijziging", huidig=huidig, tekst=naar, jaar=2026, **extra
    )


def vul_aan(nummer: int | str, bij: str, huidig: str | None = None, **extra) -> Wijziging:
    """A paragraph behind an agreement."""
    doel = extra.pop("doel", Doel(nummer=str(nummer)))
    return Wijziging(doel=doel, soort="aanvulling", huidig=huidig, tekst=bij, jaar=2026, **extra)


def schrap(nummer: int | str, weg: str, **extra) -> Wijziging:
    """Words that go."""
    return Wijziging(doel=Doel(nummer=str(nummer)), soort="verwijderen", tekst=weg, jaar=2026, **extra)


def nieuw(nummer: str | None, woorden: str, thema: str = "Beschikbaarheid", **extra) -> Wijziging:
    """A new agreement."""
    doel = Doel(nummer=nummer, thema=thema)
    return Wijziging(doel=doel, soort="nieuw", tekst=woorden, jaar=2026, **extra)


def plan(
    *wijzigingen: Wijziging, jaar: int = 2026, getekend: date | None = date(2025, 12, 11), **extra
) -> Jaarplan:
    """A year plan with these amendments."""
    return Jaarplan(
        soort="jaarplan",
        titel=f"Jaarplan {jaar}",
        gemeente=extra.pop("gemeente", "Zeedrecht"),
        ondertekening=Ondertekening(datum=getekend) if getekend else None,
        wijzigingen=tuple(each.model_copy(update={"jaar": jaar}) for each in wijzigingen),
        **extra,
    )


def ingebracht(
    stuk: Jaarplan,
    overeenkomst: Overeenkomst | None = None,
    van: Organisatie | None = None,
    fase: str = Fase.NALEZEN,
) -> Inzending:
    """The plan brought in and read, by the municipality unless another is given."""
    return maken.inzending(van, fase, stuk, overeenkomst=overeenkomst)


def toestanden(inzending: Inzending) -> dict[int, str]:
    """By amendment its state now, or the kind of its conflict."""
    found = overview(inzending, plan_of(inzending), inzending.overeenkomst)
    return {
        regel.nummer: regel.verwerking.conflict.soort
        if regel.verwerking.conflict
        else regel.verwerking.toestand
        for regel in sorted(found.regels, key=lambda regel: regel.nummer)
    }


def laatste(inzending: Inzending, nummer: int) -> int:
    """The key of the last choice on an amendment."""
    return choices_of(inzending, plan_of(inzending)).laatste(nummer)


def vooruit(inzending: Inzending, **gegevens) -> Vooruitzicht:
    """What would come of adopting it."""
    return prospect(inzending, inzending.overeenkomst, Gegevens(**gegevens))


def stel_vast(inzending: Inzending, gebruiker: Gebruiker, *, zonder: bool = False, **gegevens) -> Besluit:
    """Adopt what one sees."""
    seen = vooruit(inzending, **gegevens).kenmerk
    return adopt_plan(inzending, gebruiker, Gegevens(**gegevens), kenmerk=seen, zonder=zonder)
