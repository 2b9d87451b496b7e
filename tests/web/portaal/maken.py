"""Agreements with decisions on them, adopted as the site does it, for tests of the public pages."""

from __future__ import annotations

import hashlib
from datetime import date

from tests.web.maken import basis, organisatie
from wederkerig.consolidation import begin, decide
from wederkerig.consolidation.identiteit import slug
from wederkerig.model import Doel, Jaarplan, Ondertekening, Overeenkomst, Wijziging
from wederkerig.web.register import models
from wederkerig.web.register.domain.adoptie import derive
from wederkerig.web.register.domain.geschiedenis import as_data

OUD, NIEUW = "minimaal 20 woningen", "minimaal 25 woningen"


def vastgesteld(
    stuk: Overeenkomst | None = None,
    *,
    gemeente: str = "Zeedrecht",
    tekst: str = "een stuk",
    inhoud: bytes = b"een stuk",
    bestandsnaam: str = "afspraken.txt",
    adres: str = "",
    plaatsen: dict | None = None,
) -> models.Overeenkomst:
    """Agreements that were adopted, to be found by their words."""
    history = begin(stuk or basis(gemeente))
    of, term = history.basis, history.basis.looptijd
    made = models.Overeenkomst.objects.create(
        slug=adres or f"{slug(gemeente)}-2025-2028",
        titel=of.titel,
        soort=of.soort,
        van=term.van if term else None,
        tot=term.tot if term else None,
        stand=1,
    )
    made.gemeenten.add(plaats(gemeente))
    for volgorde, partij in enumerate(of.partijen):
        models.Partij.objects.create(
            overeenkomst=made,
            organisatie=organisatie(partij.naam, partij.soort),
            naam=partij.naam,
            kort=partij.kort,
            soort=partij.soort,
            volgorde=volgorde,
        )
    dates = {key: getattr(history, key) for key in ("vastgesteld", "inwerking", "ondertekend")}
    _besluit(made, of, 0, "basis", of.titel, dates, (tekst, inhoud, bestandsnaam, plaatsen or {}))
    return made


def plaats(gemeente: str) -> models.Gemeente:
    """A municipality."""
    found, _ = models.Gemeente.objects.get_or_create(naam=gemeente, defaults={"slug": slug(gemeente)})
    return found


def jaarplan(*wijzigingen: Wijziging, jaar: int = 2026) -> Jaarplan:
    """A year plan with these amendments."""
    return Jaarplan(
        soort="jaarplan",
        titel=f"Jaarplan {jaar}",
        ondertekening=Ondertekening(datum=date(jaar - 1, 12, 11)),
        wijzigingen=wijzigingen,
    )


def vervangt(nummer: str, oud: str, nieuw: str) -> Wijziging:
    """An amendment that puts words in the place of others."""
    return Wijziging(doel=Doel(nummer=nummer), soort="wijziging", huidig=oud, tekst=nieuw)


def besluit(
    overeenkomst: models.Overeenkomst,
    plan: Jaarplan,
    *,
    tekst: str = "een plan",
    inhoud: bytes = b"een plan",
    bestandsnaam: str = "jaarplan.txt",
    inwerking: date | None = None,
) -> models.Besluit:
    """A year plan that was adopted."""
    overeenkomst.stand += 1
    overeenkomst.save(update_fields=["stand"])
    decision = decide(plan, inwerking=inwerking)
    dates = {key: getattr(decision, key) for key in ("vastgesteld", "inwerking", "ondertekend")}
    number = overeenkomst.stand - 1
    return _besluit(
        overeenkomst,
        plan,
        number,
        slug(decision.naam),
        decision.naam,
        dates,
        (tekst, inhoud, bestandsnaam, {}),
    )


def _besluit(overeenkomst, stuk, volgnummer, adres, naam, dates, bron) -> models.Besluit:
    tekst, inhoud, bestandsnaam, plaatsen = bron
    by = organisatie(stuk.partijen[0].naam, stuk.partijen[0].soort) if stuk.partijen else organisatie()
    bestand, _ = models.Bestand.objects.get_or_create(
        sha256=hashlib.sha256(inhoud).hexdigest(), defaults={"grootte": len(inhoud), "inhoud": inhoud}
    )
    inzending = models.Inzending.objects.create(
        organisatie=by,
        bestand=bestand,
        bestandsnaam=bestandsnaam,
        overeenkomst=overeenkomst,
        fase=models.Fase.VASTGESTELD,
        door_naam="Anna",
    )
    models.Lezing.objects.create(
        inzending=inzending, lezer="1", stuk=as_data(stuk), tekst=tekst, plaatsen=plaatsen
    )
    made = models.Besluit.objects.create(
        overeenkomst=overeenkomst,
        volgnummer=volgnummer,
        naam=naam,
        slug=adres,
        stuk=as_data(stuk),
        inzending=inzending,
        organisatie=by,
        door="Anna",
        **dates,
    )
    derive(made.overeenkomst)
    return made
