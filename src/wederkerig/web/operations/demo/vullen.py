"""Fills the demo the way people fill a register: a document is brought in, read and adopted."""

from __future__ import annotations

from pathlib import Path

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie
from wederkerig.web.operations.demo.mensen import (
    BELEID,
    DEELNEMERS,
    MENSEN,
    OPERATOR,
    VELDERMEER,
    WACHTWOORD,
    Mens,
)
from wederkerig.web.operations.demo.normen import keep_busy, settle
from wederkerig.web.operations.demo.rapporten import report
from wederkerig.web.operations.demo.woningen import house
from wederkerig.web.operations.worker import run_worker
from wederkerig.web.register.domain.inzenden import breng_in
from wederkerig.web.register.domain.vaststellen import adopt_basis, propose
from wederkerig.web.register.models import Besluit

AFSPRAKEN = "veldermeer-meerjarige-prestatieafspraken-2025-2028.docx"
# What is left for a visitor to bring in.
JAARPLAN = "veldermeer-jaarplan-2026.docx"
ANDERE = "heidervoort-prestatieafspraken-2024-2027.pdf"


def fill(voorbeelden: Path) -> Besluit:
    """Make everything; the agreements of Veldermeer as they were adopted."""
    with transaction.atomic():
        people = _people()
    gemeente = Organisatie.objects.get(naam=VELDERMEER)
    gebruiker = people[BELEID.email]
    data = (voorbeelden / AFSPRAKEN).read_bytes()
    inzending = breng_in(data, AFSPRAKEN, organisatie=gemeente, gebruiker=gebruiker).inzending
    run_worker(until_empty=True)
    inzending.refresh_from_db()
    voorstel = propose(inzending)
    besluit = adopt_basis(
        inzending,
        gebruiker,
        gemeenten=voorstel.gemeenten,
        vastgesteld=voorstel.vastgesteld,
        inwerking=voorstel.inwerking,
        stand=inzending.stand,
    )
    settle(besluit.overeenkomst, people)
    house(besluit.overeenkomst, people, timezone.localdate())
    report(besluit.overeenkomst, people, timezone.localdate())
    keep_busy(besluit.overeenkomst, people, timezone.localdate())
    # searching and downloads may have left work to do
    run_worker(until_empty=True)
    return besluit


def _people() -> dict[str, Gebruiker]:
    organisaties = {
        each.naam: Organisatie.objects.create(naam=each.naam, slug=each.slug, soort=each.soort)
        for each in DEELNEMERS
    }
    found = {mens.email: _person(mens, organisaties) for mens in MENSEN}
    email, naam = OPERATOR
    _with_address(Gebruiker.objects.create_superuser(email, naam, WACHTWOORD))
    return found


def _person(mens: Mens, organisaties: dict[str, Organisatie]) -> Gebruiker:
    gebruiker = _with_address(Gebruiker.objects.create_user(mens.email, mens.naam, WACHTWOORD))
    for naam in mens.bij:
        Lidmaatschap.objects.create(gebruiker=gebruiker, organisatie=organisaties[naam], rol=mens.rol)
    return gebruiker


def _with_address(gebruiker: Gebruiker) -> Gebruiker:
    """Nobody can open mail for an address of the demo, so it counts as confirmed."""
    EmailAddress.objects.create(user=gebruiker, email=gebruiker.email, verified=True, primary=True)
    return gebruiker
