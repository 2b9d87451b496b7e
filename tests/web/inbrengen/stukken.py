"""A document with invented agreements to bring in, and a person who does so."""

from __future__ import annotations

from functools import lru_cache

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, mens, organisatie
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.domain import lezen
from wederkerig.web.register.domain.inzenden import breng_in
from wederkerig.web.register.domain.nalezen import nalezing_van
from wederkerig.web.register.leesproces import Gelezen, read_apart
from wederkerig.web.register.models import Inzending

STUK = """# Prestatieafspraken Zeedrecht 2025-2028

## Partijen

1. **Gemeente Zeedrecht**, vertegenwoordigd door wethouder mevrouw A. Zand, hierna te noemen: 'de gemeente'.
2. **Stichting Duinwonen**, vertegenwoordigd door bestuurder de heer B. Helm, hierna te noemen: 'Duinwonen'.
3. **Huurdersvereniging De Branding**, vertegenwoordigd door voorzitter C. Kiel, hierna: 'De Branding'.

De afspraken gelden van 1 januari 2025 tot en met 31 december 2028.

Aldus overeengekomen te Zeedrecht op 12 december 2024.

## Beschikbaarheid

Er zijn te weinig woningen aan de kust.

### Afspraken

1. Duinwonen bouwt tot en met 2028 minimaal 120 sociale huurwoningen.
2. De gemeente wijst vóór 1 juli 2025 drie bouwplaatsen aan.
3. In het najaar van 2026 is het plan voor de haven klaar.

## Duurzaamheid

### Afspraken

4. Duinwonen maakt elk jaar 80 woningen van het gas los. Zie ook afspraak 1.
5. De Branding bespreekt dit met <b onclick="alert(1)">huurders</b> & buren.

| Soort | 2025 | 2026 |
| --- | --- | --- |
| Nieuwbouw | 40 | 80 |
| Sloop | 10 | 5 |

## Begrippen

**Kernvoorraad**: de woningen die sociaal verhuurd blijven.
"""


def partijen() -> None:
    """The organisations that are party."""
    for naam in (GEMEENTE, CORPORATIE, HUURDERS):
        organisatie(naam)


def bewerker(email: str = "bo@zeedrecht.nl", naam: str = GEMEENTE, rol: Rol = Rol.BEWERKER):
    """Somebody who may settle for this organisation."""
    return mens(email, rol, bij=organisatie(naam))


def gelezen(inhoud: str = STUK, naam: str = "afspraken.md", *, door=None, bij: str = GEMEENTE) -> Inzending:
    """A document that was brought in and read, by the reader itself."""
    partijen()
    person = door or bewerker()
    made = breng_in(inhoud.encode(), naam, organisatie=organisatie(bij), gebruiker=person).inzending
    lezen._keep(str(made.pk), read(inhoud, naam), lezen.LEZER)
    made.refresh_from_db()
    return made


@lru_cache
def read(inhoud: str, naam: str) -> Gelezen:
    """What the reader makes of a document; once for all tests."""
    return read_apart(inhoud.encode(), naam, lambda *_: None)


def client_van(inzending: Inzending):
    """The browser of who brought it in."""
    return als(inzending.door)


def feit(inzending: Inzending, soort: str, bevat: str = "", *, twijfel: bool = False):
    """The first fact of a kind whose words hold this."""
    items = nalezing_van(inzending).items
    return next(
        item for item in items if item.soort == soort and bevat in item.woorden and (item.open or not twijfel)
    )


def zeg(client, inzending: Inzending, item, *, gezien: int | None = None, htmx: bool = False, **getypt):
    """Post a correction as the form does; getypt: by field, with `__` for a dot."""
    seen = nalezing_van(inzending).seen(item.sleutel) if gezien is None else gezien
    data = {"sleutel": item.sleutel, "gezien": seen, "daad": getypt.pop("daad", "velden")}
    data |= {f"veld-{naam.replace('__', '.')}": waarde for naam, waarde in getypt.items()}
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(reverse("verbeter", args=[inzending.pk]), data, headers=headers)


def bestand(inhoud: bytes | str = STUK, naam: str = "afspraken.md") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(naam, inhoud.encode() if isinstance(inhoud, str) else inhoud)
