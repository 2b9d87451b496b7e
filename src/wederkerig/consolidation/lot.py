"""What became of each amendment of a year plan in a later text, told by words and not by numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from wederkerig.consolidation.aansluiting import (
    Aansluiting,
    Groep,
    added_words,
    connect,
    struck_words,
)
from wederkerig.consolidation.citaat import has_words, same_words
from wederkerig.consolidation.gelijkenis import (
    fresh,
    holds,
    nearly,
    passage_between,
    sentences,
    share,
    stretch_of,
    words_of,
)
from wederkerig.consolidation.lotuitleg import tell
from wederkerig.consolidation.vindplaatsen import Vindplaats, whole_part
from wederkerig.consolidation.woorden import Stukje, compare_words
from wederkerig.model import Doel, Jaarplan, Overeenkomst, Wijziging

Uitkomst = Literal[
    "woordelijk overgenomen",
    "gewijzigd overgenomen",
    "niet overgenomen",
    "geschrapt zoals afgesproken",
    "staat er nog",
]

_CHANGED = 0.25  # so much of an addition is there in text that is new
_ELSEWHERE = 0.6  # so much of it must be there to find it outside its agreement
_OF_SENTENCE = 0.3
_TAKEN = 0.5  # so much of what a change was to bring is there, if it was taken up elsewhere than it stood
_STILL = 0.7  # so much of what was to go is there, in other sentences
_LONG = 6  # words that stand together in two places are no chance
_SENTENCE = 4
_KIN, _KIN_WORDS = 0.12, 0.9  # of the distinctive words, and how distinctive they are together
_KIN_IN_PART = 0.4  # chapters and goals hold much that the plan does not quote


@dataclass(frozen=True, slots=True)
class Lot:
    """One amendment and what a later text made of it.

    nummer: its place in the plan, from 1. doel: what it is found in, with the number it has now; None
    where it is nowhere. aandeel: how much of its words is there (0 to 1). passage: the words there now.
    verschil: its words beside the passage, where they differ.
    """

    nummer: int
    wijziging: Wijziging
    uitkomst: Uitkomst
    doel: Doel | None
    plaats: str | None
    aandeel: float
    passage: str | None
    verschil: tuple[Stukje, ...]
    uitleg: str


class Verschuiving(NamedTuple):
    """An agreement that the plan names: its number there, its number now (None when it is gone)."""

    nummer: str
    nu: str | None
    thema: str | None


class Vondst(NamedTuple):
    """What is found of an amendment, before it is told."""

    uitkomst: Uitkomst
    plaats: Vindplaats | None = None
    aandeel: float = 0.0
    passage: str = ""


def fates(document: Overeenkomst, jaarplan: Jaarplan) -> tuple[Lot, ...]:
    """What became of each amendment of the plan in the document, in the order of the plan."""
    return fates_of(document, connect(document, jaarplan))


def fates_of(document: Overeenkomst, aansluiting: Aansluiting) -> tuple[Lot, ...]:
    """The same, where plan and document are connected already."""
    found = []
    for groep, plek in zip(aansluiting.groepen, aansluiting.plekken, strict=True):
        search = _Zoeker(document, aansluiting, groep, plek)
        found += [_told(nummer, wijziging, search.fate(wijziging)) for nummer, wijziging in groep.wijzigingen]
    return tuple(sorted(found, key=lambda lot: lot.nummer))


def number_shifts(document: Overeenkomst, jaarplan: Jaarplan) -> tuple[Verschuiving, ...]:
    """Each agreement that the plan names, with its number in the plan and its number now."""
    aansluiting = connect(document, jaarplan)
    shifts = [
        Verschuiving(groep.nummer, plek.doel.nummer if plek else None, groep.thema)
        for groep, plek in zip(aansluiting.groepen, aansluiting.plekken, strict=True)
        if groep.soort == "afspraak" and groep.nummer
    ]
    return tuple(dict.fromkeys(shifts))


def _told(nummer: int, wijziging: Wijziging, vondst: Vondst) -> Lot:
    plaats, passage = vondst.plaats, vondst.passage or None
    words = added_words(wijziging) or struck_words(wijziging)
    differs = vondst.uitkomst in {"gewijzigd overgenomen", "staat er nog"} and passage is not None
    return Lot(
        nummer=nummer,
        wijziging=wijziging,
        uitkomst=vondst.uitkomst,
        doel=plaats.doel if plaats else None,
        plaats=plaats.naam if plaats else None,
        aandeel=round(vondst.aandeel, 2),
        passage=passage,
        verschil=compare_words(words, passage or "") if differs and words != passage else (),
        uitleg=tell(wijziging, vondst.uitkomst, plaats.naam if plaats else None, vondst.aandeel),
    )


class _Zoeker:
    """Looks in the document for the amendments of one group."""

    def __init__(
        self, document: Overeenkomst, aansluiting: Aansluiting, groep: Groep, plek: Vindplaats | None
    ) -> None:
        self.document = document
        self.aansluiting = aansluiting
        self.groep = groep
        self.plek = plek

    def fate(self, wijziging: Wijziging) -> Vondst:
        """What became of one of its amendments."""
        if wijziging.inhoud is not None and wijziging.inhoud.stappen is None:
            part = whole_part(self.document, wijziging.inhoud)
            if same_words(part.tekst, added_words(wijziging)):
                return Vondst("woordelijk overgenomen", part, 1.0, part.tekst)
        if wijziging.soort == "verplaatsing":
            return self._moved(wijziging)
        if wijziging.soort == "verwijderen":
            return self._struck(wijziging)
        if not has_words(added_words(wijziging)):
            return Vondst("woordelijk overgenomen", self.plek, 1.0)
        if wijziging.soort == "wijziging" and has_words(wijziging.huidig):
            return self._replaced(wijziging)
        return self._added(added_words(wijziging), self.groep.quoted)

    # --- what comes in -----------------------------------------------------------------------------

    def _added(self, words: str, quoted: str) -> Vondst:
        """Words that come in beside `quoted`."""
        if found := self._word_for_word(words):
            return found
        found = self._changed(words, quoted)
        if found is None or found.aandeel < _ELSEWHERE:
            found = self._changed_elsewhere(words) or found
        return found or Vondst("niet overgenomen", self.plek)

    def _word_for_word(self, words: str) -> Vondst | None:
        """All words there: in one row, or sentence by sentence."""
        for plaats in self._places(words):
            if span := stretch_of(plaats.tekst, words):
                return Vondst("woordelijk overgenomen", plaats, 1.0, plaats.tekst[slice(*span)])
        homes = [
            next((plaats for plaats in self._places(zin) if holds(plaats.tekst, zin)), None)
            for zin in sentences(words)
        ]
        if homes and all(homes):
            home = homes[0]
            here = [zin for zin in sentences(home.tekst) if share(zin, words) == 1] if home else []
            passage = passage_between(home.tekst, here) if home else ""
            return Vondst("woordelijk overgenomen", home, 1.0, passage)
        return None

    def _places(self, words: str) -> list[Vindplaats]:
        """Where to look: the place of the group, and the rest where the words are no chance."""
        own = [self.plek] if self.plek else []
        if len(words_of(words)) < _LONG:
            return own
        return own + [each for each in self.aansluiting.plaatsen if each != self.plek]

    def _changed(self, words: str, quoted: str, *, kin_too: bool = True) -> Vondst | None:
        """Part of the words in what is new at its place, or what came instead of them."""
        if self.plek is None:
            return None
        struck = [struck_words(each) for _, each in self.groep.wijzigingen]
        new = fresh(self.plek.tekst, [quoted, *struck, *self._others(words)])
        part = share(words, "\n".join(new))
        if part >= _CHANGED:
            near = [zin for zin in new if share(zin, words) >= _OF_SENTENCE]
            return self._passage(near, part)
        kin = [zin for zin in new if nearly(zin, words) or (kin_too and self._kin(zin, words, quoted))]
        return self._passage(self._on(kin, new), part) if kin else None

    def _on(self, kin: list[str], new: list[str]) -> list[str]:
        """Those sentences, and what is new behind them in the same paragraph."""
        lines = self.plek.tekst.split("\n") if self.plek else []
        behind = [
            zin
            for line in lines
            for first in [next((line.find(zin) for zin in kin if zin in line), -1)]
            for zin in new
            if 0 <= first <= line.find(zin)
        ]
        return [*kin, *behind]

    def _passage(self, near: list[str], part: float) -> Vondst | None:
        if self.plek is None or not near:
            return None
        return Vondst("gewijzigd overgenomen", self.plek, part, passage_between(self.plek.tekst, near))

    def _kin(self, zin: str, words: str, quoted: str) -> bool:
        """Whether a sentence speaks of what the words are about, apart from what the quoted text says."""
        score, both = self.aansluiting.zeldzaam.kinship(zin, words, quoted)
        least = _KIN if self.groep.soort == "afspraak" else _KIN_IN_PART
        return score >= least and both >= _KIN_WORDS

    def _others(self, words: str) -> list[str]:
        """The other texts of the plan that came in at this place or elsewhere."""
        return [text for groep in self.aansluiting.groepen for text in groep.added if text != words]

    def _changed_elsewhere(self, words: str) -> Vondst | None:
        """Most of the words in a place the plan does not name for them."""
        if len(words_of(words)) < _LONG:
            return None
        best: tuple[float, Vindplaats, list[str]] | None = None
        for plaats in self.aansluiting.plaatsen:
            if plaats == self.plek or share(words, plaats.tekst) < _ELSEWHERE:
                continue
            new = fresh(plaats.tekst, self._known(words))
            part = share(words, "\n".join(new))
            if part >= _ELSEWHERE and (best is None or part > best[0]):
                best = (part, plaats, new)
        if best is None:
            return None
        part, plaats, new = best
        near = [zin for zin in new if share(zin, words) >= _OF_SENTENCE]
        return Vondst("gewijzigd overgenomen", plaats, part, passage_between(plaats.tekst, near))

    def _known(self, words: str) -> list[str]:
        """What the plan tells of other texts."""
        return [groep.quoted for groep in self.aansluiting.groepen if groep.quoted] + self._others(words)

    # --- what goes, and what comes instead ---------------------------------------------------------

    def _replaced(self, wijziging: Wijziging) -> Vondst:
        """The quoted words make way for others."""
        words, old = added_words(wijziging), wijziging.huidig or ""
        if found := self._word_for_word(words):
            return found
        if self.plek is not None and holds(self.plek.tekst, old):
            return self._beside(words, old)
        passage = self._instead(words, old)
        if _come(passage, old, words) < _TAKEN and (stands := self._standing(old)):
            return Vondst("niet overgenomen", stands, 0.0, _slice(stands, old))
        if self.plek is None:
            return self._changed_elsewhere(words) or Vondst("niet overgenomen")
        if not passage or _rather_old(passage, old, words):
            return Vondst("niet overgenomen", self.plek, 0.0, passage)
        return Vondst("gewijzigd overgenomen", self.plek, share(words, passage), passage)

    def _beside(self, words: str, old: str) -> Vondst:
        """The old words stand there still: only what was to come beside them can have come."""
        extra = "\n".join(zin for zin in sentences(words) if not holds(old, zin))
        found = self._changed(extra, old, kin_too=False) if extra else None
        here = self.plek.tekst if self.plek else ""
        come = _come(found.passage, old, words) if found else 0.0
        if found is None or not come:
            return Vondst("niet overgenomen", self.plek, 0.0, _slice(self.plek, old))
        both = [*sentences(found.passage), *(zin for zin in sentences(here) if holds(old, zin))]
        return found._replace(aandeel=min(come, found.aandeel), passage=passage_between(here, both))

    def _instead(self, words: str, old: str) -> str:
        """What stands at its place instead of the old words."""
        if self.plek is None:
            return ""
        near = [
            zin
            for zin in fresh(self.plek.tekst, self._others(words))
            if max(share(zin, words), share(zin, old)) >= _OF_SENTENCE or self._kin(zin, words, "")
        ]
        return passage_between(self.plek.tekst, near)

    def _standing(self, old: str) -> Vindplaats | None:
        """Where the old words stand to the letter, if they are no chance and nobody else quotes them."""
        known = [groep.quoted for groep in self.aansluiting.groepen if groep.quoted]
        if any(holds(text, old) for text in [*known, *self._others("")]):
            return None
        return next((plaats for plaats in self._places(old) if holds(plaats.tekst, old)), None)

    def _struck(self, wijziging: Wijziging) -> Vondst:
        """The words are to go: those of them that are still there."""
        words = struck_words(wijziging)
        if not has_words(words):
            return self._withdrawn()
        kept = [text for text in [self.groep.quoted, *self._others("")] if text]
        for plaats in self._places(words):
            if plaats != self.plek and any(holds(text, words) for text in self._known("")):
                continue
            left = self._still_there(plaats, words, kept)
            if left:
                passage = passage_between(plaats.tekst, left) or words
                return Vondst("staat er nog", plaats, share(words, passage), passage)
        return Vondst("geschrapt zoals afgesproken", self.plek)

    def _still_there(self, plaats: Vindplaats, words: str, kept: list[str]) -> list[str]:
        """The sentences of the place that were to go; in other places only all of them together."""
        if len(words_of(words)) < _SENTENCE or plaats != self.plek:
            gone = not holds(plaats.tekst, words) or any(holds(text, words) for text in kept)
            return [] if gone else [zin for zin in sentences(plaats.tekst) if _overlap(zin, words)]
        rest = [zin for zin in sentences(plaats.tekst) if not any(holds(text, zin) for text in kept)]
        left = [zin for zin in rest if any(_same(zin, each) for each in sentences(words))]
        if not left and share(words, "\n".join(rest)) >= _STILL:
            return [zin for zin in rest if share(zin, words) >= _OF_SENTENCE]
        return left

    def _withdrawn(self) -> Vondst:
        """An agreement that goes as a whole while the plan does not say its words: by its number."""
        plaats = self.aansluiting.nummering.bearer(self.groep.nummer, self.groep.thema)
        if plaats is not None and not self.aansluiting.claimed(plaats):
            return Vondst("staat er nog", plaats, 1.0, plaats.tekst)
        return Vondst("geschrapt zoals afgesproken")

    def _moved(self, wijziging: Wijziging) -> Vondst:
        """Another number or theme."""
        plek = wijziging.plek
        wanted = plek.nummer if plek else wijziging.doel.nummer
        agreements = [each for each in self.aansluiting.plaatsen if each.soort == "afspraak"]
        place = self.plek or next((each for each in agreements if each.doel.nummer == wanted), None)
        if place is None:
            return Vondst("niet overgenomen")
        if place.doel.nummer == wanted:
            return Vondst("woordelijk overgenomen", place, 1.0)
        stayed = place.doel.nummer == wijziging.doel.nummer
        return Vondst("niet overgenomen" if stayed else "gewijzigd overgenomen", place)


def _slice(plaats: Vindplaats | None, words: str) -> str:
    span = stretch_of(plaats.tekst, words) if plaats else None
    return plaats.tekst[slice(*span)] if plaats and span else ""


def _come(passage: str, old: str, new: str) -> float:
    """How much of the words that were to come, and did not stand there, is in the passage."""
    come = set(words_of(new)) - set(words_of(old))
    return len(come & set(words_of(passage))) / len(come) if come else float(bool(passage))


def _rather_old(passage: str, old: str, new: str) -> bool:
    """Whether a passage has what was to go and nothing of what was to come."""
    now, before, after = set(words_of(passage)), set(words_of(old)), set(words_of(new))
    gone, come = before - after, after - before
    return len(gone & now) * len(come or {""}) > len(come & now) * len(gone or {""})


def _same(zin: str, other: str) -> bool:
    return words_of(zin) == words_of(other) or (len(words_of(other)) >= _SENTENCE and nearly(zin, other))


def _overlap(zin: str, words: str) -> bool:
    return holds(zin, words) or holds(words, zin)
