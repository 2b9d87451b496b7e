"""Numbers written as words, and years and days in Dutch text."""

import re
from datetime import date

TELWOORDEN = {
    woord: getal
    for getal, woord in enumerate(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien".split()
    )
}
MAANDEN = {
    maand: getal
    for getal, maand in enumerate(
        "januari februari maart april mei juni juli augustus september oktober november december".split(),
        start=1,
    )
}
WEEKDAGEN = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
DATUM = re.compile(
    rf"\b(?:(?P<weekdag>{'|'.join(WEEKDAGEN)})\s+)?(?P<dag>\d\d?)\s+(?P<maand>{'|'.join(MAANDEN)})(?:\s+(?P<jaar>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
PERIODE = re.compile(
    r"\b(?P<van>20\d\d)\s*(?:[-–—/]|t/m|tot\s+en\s+met|tot)\s*(?P<tot>20\d\d)\b(?!\s*[-–/]\s*\d)",
    re.IGNORECASE,
)


def telwoord(woord: str) -> int | None:
    """The number a word or figure stands for: "drie", "vijf", "12"."""
    if woord.isdigit():
        return int(woord)
    return TELWOORDEN.get(woord.lower().replace("é", "e"))


def als_datum(treffer: re.Match[str]) -> date | None:
    """The day a match of DATUM names; None where it has no year or does not exist."""
    if not treffer["jaar"]:
        return None
    try:
        return date(int(treffer["jaar"]), MAANDEN[treffer["maand"].lower()], int(treffer["dag"]))
    except ValueError:
        return None
