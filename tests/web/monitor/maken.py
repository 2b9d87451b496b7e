"""Agreements with norms in them, and the people of their parties, for the tests of the monitor."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.web.maken import CORPORATIE, basis, mens, organisatie, overeenkomst
from wederkerig.model import Afspraak, Getal, Overeenkomst, Termijn
from wederkerig.web.accounts.models import Gebruiker, Rol
from wederkerig.web.monitor.domain.bevestigen import confirm
from wederkerig.web.monitor.domain.indienen import Ingediend, Opgegeven, record_figures
from wederkerig.web.monitor.domain.normen import NormVanAfspraken, norms_of
from wederkerig.web.monitor.models import Bevestiging
from wederkerig.web.register import models

OP = date(2026, 11, 30)
VOORRAAD, SPOED = "voorraad-sociaal", "toewijzing-afwijkend"


def stuk(voorraad: str = "1.200") -> Overeenkomst:
    """Agreements of three parties: a stock on a day, and allocations outside the rules."""
    stock = Afspraak(
        nummer="1",
        thema="Beschikbaarheid",
        tekst=f"Duinwonen heeft op 31 december 2028 ten minste {voorraad} sociale huurwoningen.",
        actoren=(CORPORATIE,),
        getallen=(
            Getal(
                tekst=f"ten minste {voorraad} sociale huurwoningen",
                waarde=Decimal(voorraad.replace(".", "")),
                eenheid="woningen",
                relatie="min",
            ),
        ),
        termijnen=(Termijn(tekst="31 december 2028", tot=date(2028, 12, 31)),),
    )
    allocation = Afspraak(
        nummer="2",
        thema="Beschikbaarheid",
        tekst="Duinwonen wijst elk jaar ten hoogste 20% van de vrijkomende woningen toe buiten de regels om.",
        actoren=(CORPORATIE,),
        getallen=(Getal(tekst="ten hoogste 20%", waarde=Decimal(20), eenheid="%", relatie="max"),),
    )
    return basis().model_copy(update={"afspraken": (stock, allocation)})


def afspraken(gemeente: str = "Zeedrecht", *, bevestigd: bool = True) -> models.Overeenkomst:
    """Those agreements, adopted, and their norms as one of the parties confirmed them."""
    made = overeenkomst(gemeente, stuk())
    if bevestigd:
        bevestig(made, "1", indicator=VOORRAAD)
        bevestig(made, "2", indicator=SPOED)
    return made


def bevestig(of: models.Overeenkomst, nummer: str, *, van: str = CORPORATIE, **velden) -> Bevestiging | None:
    """A party confirms the norm of an agreement, with these fields changed."""
    held = norm_van(of, nummer)
    norm = held.norm.model_copy(update={"cijfers_van": (CORPORATIE,)} | velden)
    return confirm(of, held.sleutel, norm, stand=held.stand, namens=organisatie(van), door=bewerker(van))


def norm_van(of: models.Overeenkomst, nummer: str = "1") -> NormVanAfspraken:
    """The norm of the agreement with this number."""
    return next(each for each in norms_of(of) if each.norm.nummer == nummer)


def bewerker(van: str = CORPORATIE) -> Gebruiker:
    """Somebody who writes for this party; the same each time."""
    email = f"bewerker@{organisatie(van).slug}.nl"
    return Gebruiker.objects.filter(email=email).first() or mens(email, Rol.BEWERKER, bij=organisatie(van))


def lezer(van: str) -> Gebruiker:
    """Somebody who reads for this party; the same each time."""
    email = f"lezer@{organisatie(van).slug}.nl"
    return Gebruiker.objects.filter(email=email).first() or mens(email, Rol.LEZER, bij=organisatie(van))


def ingediend(
    of: models.Overeenkomst,
    waarde: object,
    peildatum: date = date(2026, 1, 1),
    *,
    van: str = CORPORATIE,
    op: date = OP,
    **extra,
) -> Ingediend:
    """A figure of a party that was handed in."""
    about = {"indicator": VOORRAAD} | extra
    figure = Opgegeven(peildatum=peildatum, waarde=Decimal(str(waarde)), **about)
    return record_figures(organisatie(van), of.gemeenten.get(), [figure], door=bewerker(van), op=op)
