"""What tests run inside a process of the site; importing it loads the site."""

from __future__ import annotations

import signal
import sys

from wederkerig.cli.website import start_django

start_django()

from tests.web import maken  # noqa: E402  # the site comes first
from tests.web.inloggen import bevestig_adres  # noqa: E402
from tests.web.jaarplan.plannen import ingebracht, plan, wijzig  # noqa: E402
from tests.web.ops.conftest import ANNA  # noqa: E402
from wederkerig.model import Partij  # noqa: E402
from wederkerig.web.accounts.models import Rol  # noqa: E402
from wederkerig.web.register.domain.inzenden import breng_in  # noqa: E402
from wederkerig.web.register.models import Fase, Inzending, Koppeling, Overeenkomst  # noqa: E402

STUK = """\
# Prestatieafspraken Zeedrecht 2025-2028

Gemeente Zeedrecht, Stichting Duinwonen en Huurdersvereniging De Branding maken deze afspraken.

## Beschikbaarheid

1. Duinwonen bouwt elk jaar minimaal {aantal} woningen.
2. De gemeente wijst ieder jaar voor 1 maart bouwgrond aan.
"""


def people() -> None:
    """Three organisations and a person who writes for the first."""
    for naam in maken.SOORTEN:
        maken.organisatie(naam)
    bevestig_adres(maken.mens(ANNA, Rol.BEWERKER))


def settled() -> Inzending:
    """Agreements of a town nearby, read and settled, of which each party is known."""
    stuk = maken.basis("Duinrecht")
    nearby = Partij(naam="Gemeente Duinrecht", kort="Duinrecht", soort="gemeente")
    made = maken.inzending(stuk=stuk.model_copy(update={"partijen": (*stuk.partijen, nearby)}))
    for naam in (*maken.SOORTEN, nearby.naam):
        known = maken.organisatie(naam, maken.SOORTEN.get(naam, "gemeente"))
        Koppeling.objects.create(inzending=made, naam=naam, organisatie=known, door="Anna")
    return made


def year_plan() -> Inzending:
    """A year plan on the agreements there are."""
    amendments = (wijzig(1, "Duinwonen bouwt elk jaar minimaal 15 woningen."),)
    return ingebracht(plan(*amendments), Overeenkomst.objects.get())


def bring_in(aantal: int = 10) -> Inzending:
    """A document, brought in by the municipality."""
    organisatie = maken.organisatie(maken.GEMEENTE)
    gebruiker = organisatie.lidmaatschappen.get().gebruiker
    text = STUK.format(aantal=aantal).encode()
    return breng_in(text, f"stuk-{aantal}.md", organisatie=organisatie, gebruiker=gebruiker).inzending


def write_for_ever(start: int) -> None:
    """Bring in one document after another until the process is ended; says so after the first."""
    for aantal in range(start, start + 40_000):
        made = bring_in(aantal)
        # not too many of one organisation may wait
        Inzending.objects.filter(pk=made.pk).update(fase=Fase.INGETROKKEN)
        if aantal == start:
            _say_busy()


def hold() -> None:
    """Keep a connection to the database until the process is ended."""
    Inzending.objects.exists()
    _say_busy()
    signal.pause()


def _say_busy() -> None:
    sys.stdout.write("bezig\n")
    sys.stdout.flush()
