"""The description of the open data: DCAT-AP-NL 3.0 as JSON-LD.

Source of what is required: Geonovum, DCAT-AP-NL 3.0 (2024-12-12). Licence, access rights, themes, formats and
frequency are from the authority tables of the Publications Office of the EU; publisher and creator from TOOI.
"""

from __future__ import annotations

import json
from typing import Any, Final

from wederkerig.export.opendata.publicatie import LICENCE, Publicatie

_EU: Final = "http://publications.europa.eu/resource/authority"
_MEDIA: Final = "http://www.iana.org/assignments/media-types"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FORMATS: Final = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}
_SETS: Final = {
    "cijfers": (
        "Cijfers bij de prestatieafspraken",
        (
            "De cijfers die gemeente, woningcorporaties en huurdersorganisaties hebben gepubliceerd over hun "
            "prestatieafspraken. Cijfers over zo weinig woningen dat huishoudens herkenbaar zijn, staan er "
            "niet in."
        ),
    ),
    "normen": (
        "Normen in de prestatieafspraken",
        "De afspraken met een cijfer: wat is beloofd, door wie en wanneer, en hoe het ermee staat.",
    ),
}


def describe(publicatie: Publicatie) -> bytes:
    """The catalogue with both data sets, each as CSV and JSON."""
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{publicatie.adres}/dcat.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _nl(f"Open data over de prestatieafspraken in {publicatie.gemeente}"),
        "dct:description": _nl(
            "Cijfers en normen van de prestatieafspraken over wonen, zoals de partijen ze publiceerden."
        ),
        "dct:publisher": _municipality(publicatie),
        "dct:language": _ref(f"{_EU}/language/NLD"),
        "dct:license": _ref(LICENCE),
        "dcat:contactPoint": _contact(publicatie),
        "dcat:dataset": [_dataset(publicatie, name) for name in _SETS],
    }
    return f"{json.dumps(catalogue, ensure_ascii=False, indent=1)}\n".encode()


def _dataset(publicatie: Publicatie, name: str) -> dict[str, Any]:
    titel, uitleg = _SETS[name]
    key = f"{publicatie.adres}/{name}"
    return {
        "@id": key,
        "@type": "dcat:Dataset",
        "dct:identifier": {"@value": key, "@type": "xsd:anyURI"},
        "dct:title": _nl(f"{titel} in {publicatie.gemeente}"),
        "dct:description": _nl(uitleg),
        "dct:publisher": _municipality(publicatie),
        "dct:creator": _municipality(publicatie),
        "dct:accessRights": _ref(f"{_EU}/access-right/PUBLIC"),
        "dcat:contactPoint": _contact(publicatie),
        "dcat:theme": [_ref(f"{_EU}/data-theme/{theme}") for theme in ("SOCI", "GOVE")],
        "dcat:keyword": [_nl(word) for word in ("prestatieafspraken", "sociale huur", "wonen")],
        **({"dct:spatial": _ref(publicatie.tooi)} if publicatie.tooi else {}),
        "dct:language": _ref(f"{_EU}/language/NLD"),
        "dct:accrualPeriodicity": _ref(f"{_EU}/frequency/ANNUAL_2"),
        "dct:issued": {"@value": publicatie.gepubliceerd.isoformat(), "@type": "xsd:date"},
        "dct:modified": {"@value": publicatie.bijgewerkt.isoformat(), "@type": "xsd:date"},
        "dcat:distribution": [_distribution(publicatie, name, form) for form in _FORMATS],
    }


def _distribution(publicatie: Publicatie, name: str, form: str) -> dict[str, Any]:
    file = f"{publicatie.adres}/{name}.{form}"
    listed, media = _FORMATS[form]
    return {
        "@id": f"{file}#bestand",
        "@type": "dcat:Distribution",
        "dct:title": _nl(f"{_SETS[name][0]} ({listed})"),
        "dcat:accessURL": _ref(file),
        "dcat:downloadURL": _ref(file),
        "dct:license": _ref(LICENCE),
        "dct:format": _ref(f"{_EU}/file-type/{listed}"),
        "dcat:mediaType": _ref(f"{_MEDIA}/{media}"),
    }


def _municipality(publicatie: Publicatie) -> dict[str, Any]:
    return {
        "@id": publicatie.tooi or f"{publicatie.adres}/dcat.jsonld#gemeente",
        "@type": "foaf:Agent",
        "foaf:name": _nl(f"Gemeente {publicatie.gemeente}"),
    }


def _contact(publicatie: Publicatie) -> dict[str, Any]:
    return {
        "@id": f"{publicatie.adres}/dcat.jsonld#contact",
        "@type": "vcard:Organization",
        "vcard:fn": _nl(publicatie.contact),
        "vcard:hasEmail": _ref(f"mailto:{publicatie.contact_mail}"),
    }


def _ref(uri: str) -> dict[str, str]:
    return {"@id": uri}


def _nl(words: str) -> dict[str, str]:
    return {"@value": words, "@language": "nl"}
