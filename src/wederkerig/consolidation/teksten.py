"""The texts that amendments change word by word: agreements, chapters, and the text that opens a theme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from wederkerig.consolidation.citaat import gewoord, same_words
from wederkerig.consolidation.ingreep import Mislukt
from wederkerig.consolidation.werkstuk import Concept, Werkstuk
from wederkerig.model import Wijziging

_BARE = re.compile(r"(?:afspraak\s+)?(?:nr\.?\s*|nummer\s+)?(.*?)[.):\s]*\Z", re.IGNORECASE | re.DOTALL)
_LETTERED = re.compile(r"(.*\d)[a-z]\Z")
_LONGEST_HEADING = 60
_PROCESS = re.compile(r"proces|samenwerk|werkwijze", re.IGNORECASE)


class Plaats(NamedTuple):
    """A text of the document: an agreement by its id, a chapter or a theme by its place."""

    soort: Literal["afspraak", "hoofdstuk", "thema"]
    naam: str


class Register:
    """The agreements of a document by id and by number, as they stand before a plan."""

    def __init__(self, werk: Werkstuk, new_themas: Iterable[str] = ()) -> None:
        self.werk = werk
        used = (concept.thema for concept in werk.afspraken if concept.thema)
        self.themas = list(dict.fromkeys([*(thema.titel for thema in werk.themas), *used, *new_themas]))
        self.ids = {concept.id: concept for concept in werk.afspraken}
        self.nummers: dict[str, list[Concept]] = {}
        for concept in werk.afspraken:
            self.nummers.setdefault(bare(concept.nummer), []).append(concept)
        self.struck: dict[Plaats, list[str]] = {}

    def note_struck(self, wijzigingen: Iterable[Wijziging]) -> None:
        """Remember what a plan strikes where, because its other quotes may leave those words out."""
        for wijziging in wijzigingen:
            plaats = find_text(self, wijziging) if wijziging.soort == "verwijderen" else None
            if isinstance(plaats, Plaats):
                self.struck.setdefault(plaats, []).append(wijziging.tekst)

    def by_number(self, nummer: str) -> list[Concept]:
        """Those with that number, as people write it: "12.", "Afspraak 12"; 12b is a part of 12."""
        wanted = bare(nummer)
        part = _LETTERED.match(wanted)
        return self.nummers.get(wanted) or (self.nummers.get(part[1], []) if part else [])

    def by_id(self, name: str) -> list[Concept]:
        """The one with that id, or else those that took over its words."""
        if name in self.ids:
            return [self.ids[name]]
        return [concept for concept in self.werk.afspraken if name in concept.eerder]

    def text_at(self, plaats: Plaats) -> str:
        """The words that stand there."""
        if plaats.soort == "afspraak":
            return self.ids[plaats.naam].tekst
        at = int(plaats.naam)
        return (
            self.werk.hoofdstukken[at].tekst if plaats.soort == "hoofdstuk" else self.werk.themas[at].context
        )


def find_text(register: Register, wijziging: Wijziging) -> Plaats | Mislukt:
    """The text that the amendment is about."""
    if wijziging.doel.onderdeel == "proces":
        return _running_text(register.werk, wijziging)
    found = _agreements(register, wijziging)
    if len(found) == 1:
        return Plaats("afspraak", found[0].id)
    if found:
        return Mislukt("dubbel", wijziging.doel.nummer or "")
    return Mislukt("onbekend" if wijziging.doel.nummer else "onduidelijk", wijziging.doel.nummer or "")


def _agreements(register: Register, wijziging: Wijziging) -> list[Concept]:
    """Those that bear the id or number; of several with one number those of the theme, then of the quote."""
    doel = wijziging.doel
    found = register.by_id(doel.afspraak) if doel.afspraak else register.by_number(doel.nummer or "")
    if len(found) > 1 and doel.thema:
        found = [each for each in found if same_words(each.thema or "", doel.thema)] or found
    struck = wijziging.tekst if wijziging.soort == "verwijderen" else ""
    quote = gewoord(wijziging.huidig or struck)
    if len(found) > 1 and quote.words:
        found = [each for each in found if gewoord(each.tekst).holds(quote)] or found
    return found


@lru_cache(maxsize=4096)
def bare(nummer: str) -> str:
    """A number without the words and marks around it."""
    return plain_number(nummer).lower().replace(" ", "")


def plain_number(nummer: str) -> str:
    """A number without the words and marks around it: 12 for "Afspraak 12."."""
    match = _BARE.match(nummer.strip())
    return match[1].strip() if match else nummer


def _running_text(werk: Werkstuk, wijziging: Wijziging) -> Plaats | Mislukt:
    """The chapter or theme that is named, else the only chapter with the quoted words.

    Without name and quote it is the only chapter of which the title speaks of process or cooperation.
    """
    names = [name for name in (wijziging.doel.titel, wijziging.doel.thema) if name]
    quote = gewoord(wijziging.tekst if wijziging.soort == "verwijderen" else wijziging.huidig or "")
    chapters = [(Plaats("hoofdstuk", str(at)), each.titel) for at, each in enumerate(werk.hoofdstukken)]
    themes = [(Plaats("thema", str(at)), each.titel) for at, each in enumerate(werk.themas)]
    texts = dict(_titled_texts(werk))
    for group in (chapters, themes):
        found = [plaats for plaats, titel in group if any(same_words(titel, name) for name in names)]
        if len(found) > 1 and quote.words:
            found = [plaats for plaats in found if gewoord(texts[plaats]).holds(quote)]
        if found:
            return found[0] if len(found) == 1 else Mislukt("dubbel", " ".join(names))
    found = [plaats for plaats, _ in chapters if quote.words and gewoord(texts[plaats]).holds(quote)]
    if not (names or quote.words):
        found = [plaats for plaats, titel in chapters if _PROCESS.search(titel)]
    if len(found) == 1:
        return found[0]
    return Mislukt("dubbel" if found else "onbekend", " ".join(names) or quote.text)


def _titled_texts(werk: Werkstuk) -> Iterator[tuple[Plaats, str]]:
    for at, hoofdstuk in enumerate(werk.hoofdstukken):
        yield Plaats("hoofdstuk", str(at)), hoofdstuk.tekst
    for at, thema in enumerate(werk.themas):
        yield Plaats("thema", str(at)), thema.context


def put_running_text(werk: Werkstuk, plaats: Plaats, text: str, added: str) -> None:
    """Write a chapter or the text of a theme anew. added: the words of it that are new."""
    at = int(plaats.naam)
    if plaats.soort == "thema":
        changed = werk.themas[at].model_copy(update={"context": text})
        werk.themas = (*werk.themas[:at], changed, *werk.themas[at + 1 :])
        return
    old = werk.hoofdstukken[at]
    koppen = tuple(line for line in text.split("\n") if line in old.koppen or _heading(line, added))
    hoofdstuk = old.model_copy(update={"tekst": text, "koppen": koppen})
    werk.hoofdstukken = (*werk.hoofdstukken[:at], hoofdstuk, *werk.hoofdstukken[at + 1 :])


def _heading(line: str, added: str) -> bool:
    """Whether a line of added text reads as a heading of what follows it."""
    if line not in added.split("\n")[:-1] or len(line) > _LONGEST_HEADING:
        return False
    return line[:1].isupper() and line[-1:].isalnum()


def all_texts(werk: Werkstuk) -> Iterator[tuple[str, str]]:
    """Every text with what people call its place."""
    for concept in werk.afspraken:
        yield f"afspraak {concept.nummer}", concept.tekst
    for hoofdstuk in werk.hoofdstukken:
        yield f"hoofdstuk {hoofdstuk.titel}", hoofdstuk.tekst
    for thema in werk.themas:
        yield f"thema {thema.titel}", "\n".join((thema.context, *thema.doelen))
