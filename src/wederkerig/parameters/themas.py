"""The canonical themes, and how the titles and words of a document map to them."""

import re
import unicodedata
from functools import cache

from wederkerig.parameters.data import gegevens


def canonical_thema(titel: str) -> str | None:
    """The id of the theme that a title names (`beschikbaarheid`, `wonen_welzijn_zorg`), or None.

    Case, accents, numbers and the word "thema" do not count: "Thema 2. Beschikbaarheid" is
    `beschikbaarheid`. Of a title that names two themes the first is given.
    """
    return _titels().get(_kaal(titel))


def themanaam(thema: str) -> str:
    """The Dutch name of a canonical theme."""
    naam: str = gegevens("themas")["themas"][thema]["naam"]
    return naam


def raakt_thema(tekst: str, thema: str) -> bool:
    """Whether a text has a word that shows it is about a canonical theme."""
    return bool(_woorden(thema).search(tekst))


@cache
def _titels() -> dict[str, str]:
    titels: dict[str, str] = {}
    for thema, gegeven in gegevens("themas")["themas"].items():
        for titel in gegeven["titels"]:
            titels.setdefault(_kaal(titel), thema)
    return titels


@cache
def _woorden(thema: str) -> re.Pattern[str]:
    woorden = gegevens("themas")["themas"][thema]["woorden"]
    begin = "|".join(re.escape(woord) for woord in woorden if not woord.startswith("-"))
    eind = "|".join(re.escape(woord[1:]) for woord in woorden if woord.startswith("-"))
    patroon = rf"\b(?:{begin})" + (rf"|(?:{eind})\b" if eind else "")
    return re.compile(patroon, re.IGNORECASE)


def _kaal(titel: str) -> str:
    letters = unicodedata.normalize("NFKD", titel.casefold())
    letters = "".join(teken for teken in letters if not unicodedata.combining(teken))
    letters = re.sub(r"^\W*(thema|hoofdstuk|deel)?\W*[\divx]*[\d.]*[\s.:)–-]+(?=\w)", "", f" {letters}")
    return " ".join(re.findall(r"[a-z]+", letters.replace("&", " en ")))
