"""Reports for the tests: agreements with norms, figures that were handed in, and a report in each phase."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, basis, mens, organisatie, overeenkomst
from wederkerig.model import Afspraak, Getal
from wederkerig.web.accounts.models import Gebruiker, Organisatie, Rol
from wederkerig.web.monitor.domain.bijdragen import Geschreven, contribute, say_ready
from wederkerig.web.monitor.domain.rapporten import Opdracht, make_concept, take_step
from wederkerig.web.monitor.models import Meting, Rapport, RapportFase
from wederkerig.web.register.models import Overeenkomst

PARTIJEN = (GEMEENTE, CORPORATIE, HUURDERS)
VANDAAG = timezone.localdate()


def afspraken(gemeente: str = "Zeedrecht", count: int = 3, van: Organisatie | None = None) -> Overeenkomst:
    """Agreements of which each promises dwellings every year: 10, 20, 30; and one without a number."""
    plain = basis(gemeente, count)
    counted = tuple(
        each.model_copy(
            update={
                "getallen": (
                    Getal(
                        tekst=f"minimaal {nr * 10} woningen",
                        relatie="min",
                        waarde=nr * 10,
                        eenheid="woningen",
                    ),
                )
            }
        )
        for nr, each in enumerate(plain.afspraken, start=1)
    )
    vague = Afspraak(
        nummer=str(count + 1),
        thema="Leefbaarheid",
        tekst="De gemeente en de huurders houden de buurten leefbaar.",
        actoren=(GEMEENTE, HUURDERS),
    )
    return overeenkomst(gemeente, plain.model_copy(update={"afspraken": (*counted, vague)}), van)


def bewerker(naam: str) -> Gebruiker:
    """Somebody who writes for a party, made where there is nobody yet."""
    email = f"{naam.rsplit(maxsplit=1)[-1].lower()}@voorbeeld.nl"
    return Gebruiker.objects.filter(email=email).first() or mens(email, Rol.BEWERKER, bij=organisatie(naam))


def meting(  # what a figure consists of
    of: Overeenkomst, waarde: int | str, *, indicator: str = "nieuwbouw", jaar: int = 2025, **extra
) -> Meting:
    """A figure of a year that the corporation handed in."""
    return Meting.objects.create(
        organisatie=extra.pop("van_wie", None) or organisatie(CORPORATIE),
        gemeente=of.gemeenten.get(),
        indicator=indicator,
        van=date(jaar, 1, 1),
        peildatum=date(jaar, 12, 31),
        waarde=Decimal(waarde),
        bron="administratie",
        door="Cor",
        namens=CORPORATIE,
        **extra,
    )


def opdracht(**other) -> Opdracht:
    """A report on a day this year, with time to complete and to reply."""
    said = {
        "soort": "halfjaarrapport",
        "peildatum": VANDAAG,
        "aanvullen_tot": VANDAAG + timedelta(days=14),
        "weerwoord_tot": VANDAAG + timedelta(days=28),
    }
    return Opdracht(**said | other)


def concept(of: Overeenkomst, **other) -> Rapport:
    """A report as the municipality makes it."""
    return make_concept(
        of, opdracht(**other), namens=organisatie(GEMEENTE), door=bewerker(GEMEENTE), vandaag=VANDAAG
    )


def schrijf(rapport: Rapport, naam: str, tekst: str, over: str = "", *, gezien: int = 0) -> int:
    """What a party writes."""
    return contribute(
        rapport, organisatie(naam), bewerker(naam), [Geschreven(over, tekst, gezien)], vandaag=VANDAAG
    )


def gereed(rapport: Rapport, *namen: str) -> None:
    """These parties say that they are done; without names all of them."""
    for naam in namen or PARTIJEN:
        say_ready(rapport, organisatie(naam), bewerker(naam), vandaag=VANDAAG)


def stap(rapport: Rapport, naar: RapportFase, *, op: date = VANDAAG, reden: str = "") -> Rapport:
    """The municipality takes a step."""
    rapport.refresh_from_db()
    return take_step(
        rapport,
        naar,
        namens=organisatie(GEMEENTE),
        door=bewerker(GEMEENTE),
        vandaag=op,
        stand=rapport.stand,
        reden=reden,
    )


def weerwoord(of: Overeenkomst, **other) -> Rapport:
    """A report in the right of reply."""
    made = concept(of, **other)
    gereed(made)
    return stap(made, RapportFase.WEERWOORD)


def gepubliceerd(of: Overeenkomst, **other) -> Rapport:
    """A report that everybody may read."""
    made = weerwoord(of, **other)
    gereed(made)
    return stap(made, RapportFase.GEPUBLICEERD)


def other_organisation() -> Organisatie:
    """One that is no party."""
    return organisatie("Stichting Elders", "corporatie")
