"""What one amendment does to one text: which words go, which come, or why it cannot be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederkerig.consolidation.citaat import Gewoord, gewoord, has_words
from wederkerig.model import Wijziging
from wederkerig.model.verwerking import ConflictSoort

_LETTERED = re.compile(r"(?m)^([a-z])[.)]\s")
_LETTER = re.compile(r"\d\s?([a-zA-Z])[.):\s]*\Z")
_MARKER = re.compile(r"\(?(?:[a-z]|\d{1,2})[.)]\s*")
_CLOSERS = ".,;:!?)"
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


def locate(text: str, wijziging: Wijziging, struck: Sequence[str] = ()) -> Ingreep | Mislukt:
    """Where the amendment lands in `text`; all its quotes must be found there, each in one place.

    struck: what the plan strikes here, which the text that it quotes may leave out.
    """
    span = letter_span(text, wijziging.doel.nummer)
    if span is not None:
        found = _locate(text[slice(*span)], wijziging, struck)
        if isinstance(found, Ingreep):
            return Ingreep(found.van + span[0], found.tot + span[0], found.tekst)
    return _locate(text, wijziging, struck, span[1] if span else None)


def _locate(
    text: str, wijziging: Wijziging, struck: Sequence[str], end: int | None = None
) -> Ingreep | Mislukt:
    here = gewoord(text)
    quote = gewoord(wijziging.huidig or "")
    match wijziging.soort:
        case "aanvulling":
            return _addition(here, quote, wijziging, struck, len(text) if end is None else end)
        case "verwijderen":
            return _removal(here, quote, wijziging, struck)
        case _:
            return _replacement(here, quote, wijziging)


def _addition(
    here: Gewoord, quote: Gewoord, wijziging: Wijziging, struck: Sequence[str], end: int
) -> Ingreep | Mislukt:
    added = gewoord(wijziging.tekst)
    if not added.words:
        return Mislukt("onduidelijk", wijziging.tekst)
    if not any(_left(here, texts).holds(quote) for texts in ((), struck)):
        return Mislukt("ontbreekt", quote.text)
    if len(added.words) > _SHORT and here.holds(added):
        return Mislukt("staat er al", wijziging.tekst)
    return Ingreep(end, end, f"\n{wijziging.tekst}" if here.text else wijziging.tekst)


def letter_span(text: str, nummer: str | None) -> tuple[int, int] | None:
    """Where sub-paragraph b stands, for "12b"; None where number or text does not have that letter."""
    named = _LETTER.search(nummer or "")
    starts = list(_LETTERED.finditer(text)) if named else []
    for at, match in enumerate(starts):
        if named and match[1] == named[1].lower():
            return match.start(), starts[at + 1].start() - 1 if at + 1 < len(starts) else len(text)
    return None


def _removal(here: Gewoord, quote: Gewoord, wijziging: Wijziging, struck: Sequence[str]) -> Ingreep | Mislukt:
    gone = gewoord(wijziging.tekst)
    if not gone.words:
        found = here.holds(quote)
        return Ingreep(0, len(here.text), whole=True) if found else Mislukt("ontbreekt", quote.text)
    places = here.find(gone)
    if len(places) != 1:
        return Mislukt("dubbel" if places else "ontbreekt", wijziging.tekst)
    first, last = places[0]
    without = [(), (wijziging.tekst,), (wijziging.tekst, *struck)]
    if not any(_left(here, texts).holds(quote) for texts in without):
        return Mislukt("ontbreekt", quote.text)
    start, end = _with_marks(here.text, *here.stretch(first, last, wijziging.tekst))
    return Ingreep(start, end, whole=(first, last) == (0, len(here.words)))


def _left(here: Gewoord, struck: Sequence[str]) -> Gewoord:
    """The text without what is struck: a plan mostly quotes an agreement as it reads without it."""
    if not struck:
        return here
    words = here.line
    for line in (gewoord(text).line for text in struck):
        if line:
            words = words.replace(line, line[0], 1)
    return Gewoord(words)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A struck sentence takes its full stop along, and a struck item its letter."""
    before = text[:start].rstrip()
    if not before or before[-1] in ".;:!?" or "\n" in text[len(before) : start]:
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
    line = text.rfind("\n", 0, start) + 1
    if _MARKER.fullmatch(text, line, start) and text[end : end + 1] in {"", "\n"}:
        return line, end
    return start, end


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
    if one.whole or other.whole or (one == other and one.tekst):
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
    gap = "" if after.lstrip(" ").startswith("\n") or after[0] in _CLOSERS else " "
    return len(last), len(text) - len(after.lstrip(" ")), gap
