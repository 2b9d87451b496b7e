"""The values that some fields choose from, each as it reads on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from wederkerig.nalezen.item import Keuze


def _keuzes(labels: Mapping[str, str]) -> tuple[Keuze, ...]:
    return tuple(Keuze(waarde=value, label=label) for value, label in labels.items())


STUK_SOORTEN = _keuzes({"meerjarig": "meerjarige afspraken", "jaarafspraken": "jaarafspraken"})
"""A year plan is another model, so that it is not among these: it has to be read as one."""

PARTIJ_SOORTEN = _keuzes(
    {
        "gemeente": "gemeente",
        "corporatie": "corporatie",
        "huurdersorganisatie": "huurdersorganisatie",
        "zorgaanbieder": "zorgaanbieder",
        "overig": "overige partij",
    }
)
RELATIES = _keuzes(
    {
        "min": "minimaal",
        "max": "maximaal",
        "circa": "ongeveer",
        "gelijk": "precies",
        "bereik": "van … tot …",
    }
)
WIJZIGING_SOORTEN = _keuzes(
    {
        "aanvulling": "aanvulling",
        "wijziging": "wijziging",
        "verwijderen": "geschrapt",
        "nieuw": "nieuwe afspraak",
        "bijlage": "toevoeging aan bijlage",
        "verplaatsing": "verplaatst",
    }
)
ONDERDELEN = _keuzes(
    {
        "doelen": "doelen",
        "proces": "procesafspraken",
        "bijlage": "bijlage",
        "tabel": "tabel",
        "thema": "thema",
        "begrippen": "begrippen",
        "partijen": "partijen",
        "kop": "kop van het stuk",
        "stappen": "stappen",
    }
)
