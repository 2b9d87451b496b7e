"""People, organisations and agreements for the tests of the website, each in one call."""

from __future__ import annotations

import hashlib
from datetime import date

from wederkerig.consolidation import begin
from wederkerig.model import Afspraak, Looptijd, Ondertekening, Overeenkomst, Partij, Thema
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Rol
from wederkerig.web.register import models
from wederkerig.web.register.domain.geschiedenis import as_data

WACHTWOORD = "een-lang-wachtwoord"
GEMEENTE, CORPORATIE, HUURDERS = "Gemeente Zeedrecht", "Stichting Duinwonen", "Huurdersvereniging De Branding"
SOORTEN = {GEMEENTE: "gemeente", CORPORATIE: "corporatie", HUURDERS: "huurdersorganisatie"}


def organisatie(naam: str = GEMEENTE, soort: str | None = None) -> Organisatie:
    """An organisation, made where it is not there yet."""
    slug = naam.lower().replace(" ", "-")
    found, _ = Organisatie.objects.get_or_create(
        naam=naam, defaults={"slug": slug, "soort": soort or SOORTEN.get(naam, "overig")}
    )
    return found


def mens(email: str, *rollen: Rol, bij: Organisatie | None = None, **extra) -> Gebruiker:
    """A person with these roles at an organisation."""
    gebruiker = Gebruiker.objects.create_user(email, email.partition("@")[0].title(), WACHTWOORD, **extra)
    for rol in rollen:
        Lidmaatschap.objects.create(gebruiker=gebruiker, organisatie=bij or organisatie(), rol=rol)
    return gebruiker


def basis(gemeente: str = "Zeedrecht", afspraken: int = 3) -> Overeenkomst:
    """Agreements of three parties, as reading gives them."""
    return Overeenkomst(
        soort="meerjarig",
        titel=f"Prestatieafspraken {gemeente} 2025-2028",
        gemeente=gemeente,
        looptijd=Looptijd(van=date(2025, 1, 1), tot=date(2028, 12, 31)),
        ondertekening=Ondertekening(plaats=gemeente, datum=date(2024, 12, 12)),
        partijen=tuple(
            Partij(naam=naam, kort=naam.split()[-1], soort=soort) for naam, soort in SOORTEN.items()
        ),
        themas=(Thema(titel="Beschikbaarheid", doelen=("Genoeg woningen.",)),),
        afspraken=tuple(
            Afspraak(
                nummer=str(nummer),
                thema="Beschikbaarheid",
                tekst=f"Duinwonen bouwt elk jaar minimaal {nummer * 10} woningen.",
                actoren=(CORPORATIE,),
            )
            for nummer in range(1, afspraken + 1)
        ),
    )


def bestand(inhoud: bytes = b"een stuk") -> models.Bestand:
    """A file."""
    found, _ = models.Bestand.objects.get_or_create(
        sha256=hashlib.sha256(inhoud).hexdigest(), defaults={"grootte": len(inhoud), "inhoud": inhoud}
    )
    return found


def inzending(
    van: Organisatie | None = None, fase: str = models.Fase.NALEZEN, stuk: Overeenkomst | None = None, **extra
) -> models.Inzending:
    """A document that was brought in and read."""
    made = models.Inzending.objects.create(
        organisatie=van or organisatie(),
        bestand=bestand(),
        bestandsnaam="afspraken.txt",
        fase=fase,
        door_naam="Anna",
        **extra,
    )
    models.Lezing.objects.create(inzending=made, lezer="1", stuk=as_data(stuk or basis()), tekst="een stuk")
    return made


def overeenkomst(
    gemeente: str = "Zeedrecht", stuk: Overeenkomst | None = None, van: Organisatie | None = None
) -> models.Overeenkomst:
    """Agreements that were adopted, with their parties known as organisations."""
    geschiedenis = begin(stuk or basis(gemeente))
    of = geschiedenis.basis
    made = models.Overeenkomst.objects.create(
        slug=f"{gemeente.lower()}-2025-2028",
        titel=of.titel,
        soort=of.soort,
        van=of.looptijd.van,
        tot=of.looptijd.tot,
        stand=1,
    )
    place, _ = models.Gemeente.objects.get_or_create(naam=gemeente, slug=gemeente.lower())
    made.gemeenten.add(place)
    for volgorde, partij in enumerate(of.partijen):
        models.Partij.objects.create(
            overeenkomst=made,
            organisatie=organisatie(partij.naam, partij.soort),
            naam=partij.naam,
            kort=partij.kort,
            soort=partij.soort,
            volgorde=volgorde,
        )
    by = van or organisatie()
    models.Besluit.objects.create(
        overeenkomst=made,
        volgnummer=0,
        naam=of.titel,
        slug="basis",
        vastgesteld=geschiedenis.vastgesteld,
        inwerking=geschiedenis.inwerking,
        ondertekend=geschiedenis.ondertekend,
        stuk=as_data(of),
        inzending=inzending(by, models.Fase.VASTGESTELD, of, overeenkomst=made),
        organisatie=by,
        door="Anna",
    )
    return made
