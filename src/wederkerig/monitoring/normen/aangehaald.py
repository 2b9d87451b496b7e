"""What a year plan quotes of an agreement and leaves as it is: that stays promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wederkerig.consolidation.citaat import gewoord, has_words
from wederkerig.model import Getal, Stuk, Termijn, Wijziging
from wederkerig.monitoring.normen.plaatsen import Woorden, places

Deel = tuple[str | None, ...]
_TEXTS = (None, "doelen", "proces")  # what an amendment can quote and that can promise something
_LEAVES_ITS_QUOTE = ("aanvulling", "verwijderen", "verplaatsing")


@dataclass(frozen=True, slots=True)
class Aanhaling:
    """The quoted text of one agreement without what the plan strikes or replaces, and what was read in it."""

    tekst: str
    getallen: tuple[Getal, ...]
    termijnen: tuple[Termijn, ...]


def part_of(wijziging: Wijziging) -> Deel:
    """What an amendment is about: equal for all amendments of one agreement."""
    doel = wijziging.doel
    return doel.afspraak, doel.nummer, doel.onderdeel, doel.thema, doel.titel


def quotations(stuk: Stuk) -> Mapping[Deel, Aanhaling]:
    """What stays of the quoted texts, once for each agreement however many amendments quote it.

    Of a year plan only: agreements in which it was taken up have those texts themselves.
    """
    groups: dict[Deel, list[Wijziging]] = defaultdict(list)
    for each in stuk.wijzigingen if stuk.soort == "jaarplan" else ():
        if each.doel.onderdeel in _TEXTS:
            groups[part_of(each)].append(each)
    made = ((deel, _standing(group, stuk)) for deel, group in groups.items())
    return {deel: aanhaling for deel, aanhaling in made if aanhaling is not None}


def _standing(group: Sequence[Wijziging], stuk: Stuk) -> Aanhaling | None:
    """What stays of the quotes of one agreement; None where nothing does."""
    gone = [words for each in group for words in _goes(each)]
    if not all(has_words(words) for words in gone):  # it goes as a whole
        return None
    quotes = _whole([each.huidig or "" for each in group if each.soort in _LEAVES_ITS_QUOTE])
    struck = [(quote, list(_spans(quote, gone))) for quote in quotes]
    left = [_without(quote, spans) for quote, spans in struck]
    if not any(has_words(text) for text in left):
        return None
    getallen = [each for quote, spans in struck for each in _outside(quote, stuk.getallen, spans)]
    termijnen = [each for quote, spans in struck for each in _outside(quote, stuk.termijnen, spans)]
    return Aanhaling("\n".join(left), tuple(getallen), tuple(termijnen))


def _goes(wijziging: Wijziging) -> Iterator[str]:
    """The words that an amendment takes away; "" takes away all."""
    if wijziging.soort == "verwijderen":
        yield wijziging.tekst
    elif wijziging.soort == "wijziging":
        yield wijziging.huidig or ""


def _whole(quotes: Iterable[str]) -> list[str]:
    """Each quote that does not stand in another, in order."""
    kept: list[str] = []
    for quote in filter(has_words, quotes):
        if not any(gewoord(other).holds(gewoord(quote)) for other in kept):
            kept = [other for other in kept if not gewoord(quote).holds(gewoord(other))]
            kept.append(quote)
    return kept


def _spans(quote: str, gone: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where words that go stand in a quote."""
    text = gewoord(quote)
    for words in gone:
        for first, last in text.find(gewoord(words)):
            yield text.stretch(first, last, words)


def _without(quote: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        quote = f"{quote[:start].rstrip()} {quote[end:].lstrip()}"
    return quote.strip()


def _outside(quote: str, facts: Sequence[Woorden], spans: Sequence[tuple[int, int]]) -> Iterator[Woorden]:
    """The facts of a document that stand in the quote, and in none of the spans; in order of their places."""
    found = sorted(places(quote, facts, strict=True), key=lambda each: each[1])
    for fact, start, end in found:
        if not any(start < last and first < end for first, last in spans):
            yield fact
