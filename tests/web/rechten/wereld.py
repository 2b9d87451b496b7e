"""A small world for the walk past all views: every kind of thing, and everybody who could ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from tests.conftest import ROOT
from tests.web.inloggen import als, tweede_factor
from tests.web.maken import (
    CORPORATIE,
    GEMEENTE,
    HUURDERS,
    bestand,
    inzending,
    mens,
    organisatie,
)
from tests.web.monitor.rapporten_maken import afspraken
from tests.web.rechten.wereld_monitor import things_of_monitor
from wederkerig.web.accounts.domain.uitnodigen import invite
from wederkerig.web.accounts.models import Gebruiker, Organisatie, Rol
from wederkerig.web.register.models import Inzending

VREEMD = "Stichting Elders"
PDF = ROOT / "voorbeelden" / "heidervoort-prestatieafspraken-2024-2027.pdf"
# Which organisation asks, and what it has to do with the things of this world, written out once more: the
# documents in hand, the pages of people and the invitation are of CORPORATIE; the first three are parties.
PARTIJEN = (GEMEENTE, CORPORATIE, HUURDERS)


@dataclass(frozen=True)
class Vrager:
    """Somebody who asks: for which organisation in which role, or as operator; nobody at all is empty."""

    naam: str
    cookie: str | None = None
    bij: str | None = None
    rol: Rol | None = None
    operator: bool = False
    ingelogd: bool = False


@dataclass
class Wereld:
    """The things by the names of arguments in addresses, and who asks."""

    dingen: dict[str, Any]
    vragers: list[Vrager]
    inzending: Inzending


def make_world() -> Wereld:
    """All of it, in the database."""
    of = afspraken(van=organisatie(CORPORATIE))
    eigenaar = organisatie(CORPORATIE)
    collega = mens("collega@voorbeeld.nl", Rol.LEZER, bij=eigenaar)
    uitnodiging, kenmerk = invite(
        organisatie=eigenaar, email="nieuw@voorbeeld.nl", naam="Nieuw", rollen=[Rol.LEZER], door=collega
    )
    stuk = _draft(eigenaar)
    besluit = of.besluiten.get()
    afspraak = besluit.stuk["afspraken"][0]["id"]
    dingen = {
        "gemeente": of.gemeenten.get(),
        "overeenkomst": of,
        "besluit": besluit,
        "inzending": stuk,
        "organisatie": eigenaar,
        "uitnodiging": uitnodiging,
        "gebruiker": collega,
        "afspraak": afspraak,
        "bladzijde": 1,
        "formaat": "csv",
        "kenmerk": kenmerk,
        **things_of_monitor(of),
        # of allauth and Django's admin
        "key": "abc",
        "uidb36": "1",
        "pk": 1,
        "provider_id": "elders",
        "object_id": "1",
        "content_type_id": "1",
        "app_label": "accounts",
        "url": "nergens",
    }
    return Wereld(dingen=dingen, vragers=_askers(), inzending=stuk)


def _draft(eigenaar: Organisatie) -> Inzending:
    made = inzending(eigenaar)
    Inzending.objects.filter(pk=made.pk).update(
        bestand=bestand(Path(PDF).read_bytes()), bestandsnaam="geheim-stuk.pdf"
    )
    return Inzending.objects.get(pk=made.pk)


def _askers() -> list[Vrager]:
    found = [Vrager("niemand")]
    for bij in (CORPORATIE, HUURDERS, GEMEENTE, VREEMD):
        for rol in Rol:
            of = organisatie(bij, "corporatie" if bij == VREEMD else None)
            person = mens(f"{rol}@{of.slug}.nl", rol, bij=of)
            found.append(Vrager(f"{rol} van {bij}", cookie_of(person), bij=bij, rol=rol, ingelogd=True))
    found.append(Vrager("zonder organisatie", cookie_of(mens("los@voorbeeld.nl")), ingelogd=True))
    operator = mens("platform@voorbeeld.nl", is_staff=True)
    found.append(Vrager("operator", cookie_of(operator), operator=True, ingelogd=True))
    closed = mens("dicht@voorbeeld.nl", *Rol, bij=organisatie(CORPORATIE))
    cookie = cookie_of(closed)
    Gebruiker.objects.filter(pk=closed.pk).update(is_active=False)
    return [*found, Vrager("afgesloten account", cookie)]


def cookie_of(person: Gebruiker) -> str:
    """The session of somebody who logged in with both proofs and has just proved it again."""
    tweede_factor(person)
    return als(person).cookies[settings.SESSION_COOKIE_NAME].value
