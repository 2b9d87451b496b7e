"""What one amendment does to one text: which words go, which come, or why it cannot be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederkerig.consolidation.citaat import Gewoord, gewoord, has_words
from wederkerig.model import Wijziging
from wederkerig.model.verwerking import ConflictSoort

_LETTERED = re.compile(r"(?m)^([a-z])[.)]\s")
_SHORT = 3  # so few words may well stand in a text twice


@dataclass(frozen=True, slots=True)
class Ingreep:
    """Words `van` to `tot` of a text make way for `tekst`; `whole`: the text itself goes."""

    van: int
    tot: int
    tekst: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Mislukt:
    """Why an amendment does not fit a text: the kind of conflict, and the words that were sought."""

    soort: ConflictSoort
    gezocht: str


def locate(text: str, wijziging: Wijziging) -> Ingreep | Mislukt:
    """Where the amendment lands in `text`; all its quotes must be found there, each in one place."""
    here = gewoord(text)
    quote = gewoord(wijziging.huidig or "")
    match wijziging.soort:
        case "aanvulling":
            return _addition(here, quote, wijziging)
        case "verwijderen":
            return _removal(here, quote, wijziging)
        case _:
            return _replacement(here, quote, wijziging)


def _addition(here: Gewoord, quote: Gewoord, wijziging: Wijziging) -> Ingreep | Mislukt:
    added = gewoord(wijziging.tekst)
    if not added.words:
        return Mislukt("onduidelijk", wijziging.tekst)
    if not here.holds(quote):
        return Mislukt("ontbreekt", quote.text)
    if len(added.words) > _SHORT and here.holds(added):
        return Mislukt("staat er al", wijziging.tekst)
    end = _end_of_letter(here.text, wijziging.doel.nummer)
    return Ingreep(end, end, f"\n{wijziging.tekst}" if here.text else wijziging.tekst)


def _end_of_letter(text: str, nummer: str | None) -> int:
    """The end of sub-paragraph b for "12b", else of the whole text."""
    letter = nummer[-1] if nummer and nummer[-1:].isalpha() and nummer[:-1].isdigit() else None
    starts = list(_LETTERED.finditer(text)) if letter else []
    for at, match in enumerate(starts):
        if match[1] == letter:
            return starts[at + 1].start() - 1 if at + 1 < len(starts) else len(text)
    return len(text)


def _removal(here: Gewoord, quote: Gewoord, wijziging: Wijziging) -> Ingreep | Mislukt:
    struck = gewoord(wijziging.tekst)
    if not struck.words:
        found = here.holds(quote)
        return Ingreep(0, len(here.text), whole=True) if found else Mislukt("ontbreekt", quote.text)
    places = here.find(struck)
    if len(places) != 1:
        return Mislukt("dubbel" if places else "ontbreekt", wijziging.tekst)
    first, last = places[0]
    left = here.words[:first] + here.words[last:]
    if not (here.holds(quote) or _holds(left, quote)):
        return Mislukt("ontbreekt", quote.text)
    start, end = here.stretch(first, last, wijziging.tekst)
    return Ingreep(start, end, whole=not left)


def _holds(words: list[str], quote: Gewoord) -> bool:
    """Whether the quote stands in what is left: a plan mostly quotes an agreement without what it strikes."""
    return quote.line in Gewoord("\n".join(words)).line


def _replacement(here: Gewoord, quote: Gewoord, wijziging: Wijziging) -> Ingreep | Mislukt:
    if not quote.words:
        return Ingreep(0, len(here.text), wijziging.tekst)
    places = here.find(quote)
    if len(places) == 1:
        start, end = here.stretch(*places[0], quote.text, wijziging.tekst)
        return Ingreep(start, end, wijziging.tekst)
    if not places and has_words(wijziging.tekst) and here.holds(gewoord(wijziging.tekst)):
        return Mislukt("staat er al", wijziging.tekst)
    return Mislukt("dubbel" if places else "ontbreekt", quote.text)


def overlapping(ingrepen: Sequence[Ingreep]) -> int | None:
    """The place of the first that touches words of one before it in the sequence, if any does."""
    for at, one in enumerate(ingrepen):
        if any(_touch(one, other) for other in ingrepen[:at]):
            return at
    return None


def _touch(one: Ingreep, other: Ingreep) -> bool:
    if one.whole or other.whole:
        return True
    return one.van < other.tot and other.van < one.tot


def apart(numbers: Sequence[Ingreep], ingrepen: Sequence[Ingreep]) -> list[Ingreep]:
    """Those of `numbers` (changed references) that stand in words that stay."""
    return [
        each
        for each in numbers
        if not any(each.van < other.tot and other.van < each.tot for other in ingrepen)
    ]


def perform(text: str, ingrepen: Sequence[Ingreep]) -> str:
    """The text once all are done; they must not overlap. Those at one place keep their order."""
    for start, end, tekst in splices(text, ingrepen):
        text = text[:start] + tekst + text[end:]
    return text


def splices(text: str, ingrepen: Sequence[Ingreep]) -> Iterator[tuple[int, int, str]]:
    """What to replace by what, from the last place to the first, each in the text the one before left."""
    for _, ingreep in sorted(enumerate(ingrepen), key=lambda pair: (-pair[1].van, -pair[1].tot, -pair[0])):
        splice = _splice(text, ingreep)
        yield splice
        text = text[: splice[0]] + splice[2] + text[splice[1] :]


def _splice(text: str, ingreep: Ingreep) -> tuple[int, int, str]:
    """Where words go and none come, the white space around them closes."""
    start, end = ingreep.van, ingreep.tot
    if ingreep.tekst or start == end:
        return start, end, ingreep.tekst
    before, after = text[:start], text[end:]
    last, first = before.rstrip(), after.lstrip()
    if not first:
        return len(last), len(text), ""
    if not last or "\n" in before[len(last) :]:
        return start, len(text) - len(first), ""
    gap = "" if after.lstrip(" ").startswith("\n") else " "
    return len(last), len(text) - len(after.lstrip(" ")), gap
