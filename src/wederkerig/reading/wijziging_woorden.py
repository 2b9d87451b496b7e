"""The words of the fixed form of a year plan: what writing puts in bold, and reading finds by.

A plan in this form says in its introduction that the lines in bold tell what changes, and that what
stands below them is meant to the letter. So a line of text may look like a label or a heading
("Aanvulling 2026:", "1. terugkijken") without being taken for one.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from wederkerig.model import Onderdeel

LEESWIJZER: Final = "De vetgedrukte regels zeggen wat er verandert. Wat eronder staat, geldt letterlijk."
"""The sentence by which a plan says that it keeps to the fixed form."""
SAYS_SO: Final = re.compile(r"vet(?:gedrukte)? regels zeggen wat er verandert", re.IGNORECASE)
WIJZIGINGEN: Final = "Wijzigingen en aanvullingen"
"""The chapter in which all amendments stand."""
OVERIG: Final = "Overige wijzigingen"
"""The chapter that tells of what words alone do not carry; reading leaves it."""
BIJLAGE: Final = "Bijlage"
ZONDER_THEMA: Final = "Andere onderdelen"
NIETS: Final = "–"
"""What a cell holds of which nothing is known."""
VOORAAN: Final = "vooraan"
"""What a cell says of an agreement that comes before all others."""
VERPLAATST: Final = ("Nummer was", "Nummer wordt", "Thema", "Rubriek", "Na afspraak")
ONDERDELEN: Final = MappingProxyType[Onderdeel | None, str](
    {
        "doelen": "doelen",
        "proces": "procestekst",
        "bijlage": "bijlage",
        "tabel": "tabel",
        "thema": "thematekst",
        "begrippen": "begrip",
        "partijen": "partijen",
        "kop": "gegevens",
        "stappen": "stappen",
        None: "tekst",
    }
)
"""What a part of the document is called in a label."""
TOELICHTING, PLAATS, VERWIJZINGEN = "Toelichting", "Plaats", "Verwijzingen"
AFGESPLITST, SAMENGEVOEGD, TABEL = "Afgesplitst van", "Samengevoegd met", "Tabel"
NIEUWE_NUMMERS: Final = "met de nieuwe nummers"
NOTES: Final = (TOELICHTING, PLAATS, VERWIJZINGEN, AFGESPLITST, SAMENGEVOEGD, TABEL)
"""What opens a line in bold and goes on in plain type."""
_YEAR = r"(?: (?P<jaar>\d{4}))?:"
_AGREEMENT = r"afspraak (?P<nummer>\S+)"
_NOUNS = "|".join(ONDERDELEN.values())
LABELS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("huidige afspraak", r"huidige afspraak:"),
        ("afspraak", rf"{_AGREEMENT}:"),
        (
            "onderdeel",
            rf"(?:huidige )?(?P<noun>{_NOUNS})(?: bij afspraak (?P<nummer>\S+?))?(?: “(?P<titel>.*)”)?:",
        ),
        ("aanvulling", rf"aanvulling{_YEAR}"),
        ("wijziging", rf"wijziging{_YEAR}"),
        ("nieuwe afspraak", rf"nieuwe afspraak{_YEAR}"),
        ("nieuw", rf"nieuw{_YEAR}"),
        ("afspraken verplaatst", rf"verplaatsing van afspraken{_YEAR}"),
        ("verplaatsing", rf"verplaatsing(?: hiervan)?{_YEAR}"),
        ("bijlage", rf"toevoegen aan de bijlage{_YEAR}"),
        ("documenten", rf"volgende documenten toevoegen(?: voor(?= \d))?{_YEAR}"),
        (
            "verwijderen",
            r"onderstaande tekst kan verwijderd worden(?: voor (?P<jaar>\d{4}))?(?: \((?P<reden>.*)\))?:",
        ),
        (
            "vervalt",
            rf"(?:{_AGREEMENT}|dit onderdeel) vervalt(?: in (?P<jaar>\d{{4}}))?(?: \((?P<reden>.*)\))?\.",
        ),
    )
)
"""The labels by kind. Those from "aanvulling" on say what changes, those before it say where."""
PLAATS_REGEL: Final = re.compile(
    r"nummer (?P<nummer>\S+)(?:; thema (?P<thema>.*?))?(?:; rubriek (?P<rubriek>.*?))?"
    rf"(?:; na (?:afspraak )?(?P<na>\S+)|; (?P<voor>{VOORAAN}))?"
)
