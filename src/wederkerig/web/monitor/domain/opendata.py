"""What was published as open data: of a municipality, and where to find that of all of them.

Only what stands in published reports, and no figure of so few dwellings that households could be recognised.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Min, Q
from django.utils import timezone

from wederkerig.export.opendata import FILES, Publicatie
from wederkerig.monitoring.woningen import drempel
from wederkerig.web.accounts.models import Organisatie, Soort
from wederkerig.web.monitor.domain.rapporten import as_published
from wederkerig.web.monitor.models import Rapport, RapportFase
from wederkerig.web.register.domain.csv_rijen import BEGIN, csv_row
from wederkerig.web.register.models import Gemeente, Overeenkomst

_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
}
_GM = re.compile(r"gm\d{4}")
_CONTEXT = {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}


@dataclass(frozen=True, slots=True)
class Waar:
    """Where the site stands. adres: without a slash at its end; mail: whom to ask."""

    adres: str
    mail: str


@dataclass(frozen=True, slots=True)
class Gegevensbestand:
    """A file of open data. sleutel: stands for what is in it."""

    inhoud: bytes
    media: str
    sleutel: str


def file_of(gemeente: Gemeente, naam: str, waar: Waar) -> Gegevensbestand | None:
    """A file of a municipality; None where there is no such file, or nothing was published."""
    reports = _last_reports(gemeente) if naam in FILES else []
    if not reports:
        return None
    content = FILES[naam](_publication(gemeente, reports, waar))
    return Gegevensbestand(content, _MEDIA[naam.rpartition(".")[2]], hashlib.sha256(content).hexdigest())


def files_of_the_country(naam: str, waar: Waar) -> Gegevensbestand | None:
    """The catalogue of all municipalities that published, or the list of them; None for another name."""
    make = {"dcat.jsonld": _catalogue, "gemeenten.csv": _list}.get(naam)
    if make is None:
        return None
    content = make(_published_places(), waar)
    return Gegevensbestand(content, _MEDIA[naam.rpartition(".")[2]], hashlib.sha256(content).hexdigest())


def _last_reports(gemeente: Gemeente) -> list[Rapport]:
    """Of each of the agreements of a municipality the last report that was published."""
    rows = Rapport.objects.filter(overeenkomst__gemeenten=gemeente, fase=RapportFase.GEPUBLICEERD)
    last: dict[int, Rapport] = {}
    for row in rows.order_by("peildatum", "gepubliceerd"):
        last[row.overeenkomst_id] = row
    return list(last.values())


def _publication(gemeente: Gemeente, reports: Sequence[Rapport], waar: Waar) -> Publicatie:
    frozen = [as_published(row).vastgezet for row in reports]
    days = Rapport.objects.filter(overeenkomst__gemeenten=gemeente, fase=RapportFase.GEPUBLICEERD).aggregate(
        first=Min("gepubliceerd"), last=Max("gepubliceerd")
    )
    return Publicatie(
        gemeente=gemeente.naam,
        tooi=_tooi(gemeente),
        adres=f"{waar.adres}/gemeenten/{gemeente.slug}/open-data",
        contact=f"Gemeente {gemeente.naam}",
        contact_mail=waar.mail,
        gepubliceerd=timezone.localtime(days["first"]).date(),
        bijgewerkt=timezone.localtime(days["last"]).date(),
        metingen=tuple(dict.fromkeys(meting for each in frozen for meting in each.metingen)),
        normen=tuple(norm for each in frozen for norm in each.normen),
        beoordelingen=tuple(each for one in frozen for each in one.beoordelingen),
        drempel=drempel(),
    )


def _tooi(gemeente: Gemeente) -> str | None:
    """The municipality in the register of government organisations, where its code is known here."""
    rows = Organisatie.objects.filter(soort=Soort.GEMEENTE, deelnames__overeenkomst__gemeenten=gemeente)
    named = rows.filter(naam__endswith=gemeente.naam).values_list("identificatie", flat=True)
    found = next((code for text in named if (code := _GM.search(text))), None)
    return f"https://identifier.overheid.nl/tooi/id/gemeente/{found[0]}" if found else None


def _published_places() -> list[Gemeente]:
    published = Q(overeenkomsten__in=Overeenkomst.objects.filter(rapporten__fase=RapportFase.GEPUBLICEERD))
    return list(Gemeente.objects.filter(published).distinct().order_by("naam"))


def _catalogue(places: Sequence[Gemeente], waar: Waar) -> bytes:
    """A catalogue of catalogues: those of the municipalities describe their own data."""
    here = f"{waar.adres}/landelijk/open-data/dcat.jsonld"
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@id": here,
        "@type": "dcat:Catalog",
        "dct:title": {"@value": "Open data over prestatieafspraken", "@language": "nl"},
        "dct:description": {
            "@value": "De catalogi van gemeenten die een rapport over hun prestatieafspraken publiceerden.",
            "@language": "nl",
        },
        "dcat:catalog": [
            {
                "@id": f"{waar.adres}/gemeenten/{place.slug}/open-data/dcat.jsonld",
                "@type": "dcat:Catalog",
                "dct:title": {"@value": f"Prestatieafspraken in {place.naam}", "@language": "nl"},
            }
            for place in places
        ],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _list(places: Sequence[Gemeente], waar: Waar) -> bytes:
    rows = [csv_row(("gemeente", "bestand", "adres"))]
    for place in places:
        base = f"{waar.adres}/gemeenten/{place.slug}/open-data"
        rows += [csv_row((place.naam, naam, f"{base}/{naam}")) for naam in FILES]
    return (BEGIN + "".join(rows)).encode()
