"""Two versions side by side, to show: what changed in which agreement, word by word, and what moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from wederkerig.consolidation.paren import longest_run, pair
from wederkerig.consolidation.weergave import begrip_lines, kader_words, partij_line, tabel_lines
from wederkerig.consolidation.woorden import Stukje, compare_words
from wederkerig.model import Afspraak, Overeenkomst

Stand = Literal["gelijk", "gewijzigd", "nieuw", "vervallen"]


class AfspraakVerschil(NamedTuple):
    """One agreement in both versions.

    id: its lasting name. stukjes: its words; stappen: those of its steps, taken together.
    verplaatst: it stands elsewhere among the agreements that stayed, or under another theme.
    """

    id: str
    oud: Afspraak | None
    nieuw: Afspraak | None
    stukjes: tuple[Stukje, ...]
    stappen: tuple[Stukje, ...] = ()
    verplaatst: bool = False

    @property
    def stand(self) -> Stand:
        """New, withdrawn, changed in its words, or the same."""
        if self.oud is None or self.nieuw is None:
            return "vervallen" if self.nieuw is None else "nieuw"
        same = all(piece.soort == "gelijk" for piece in (*self.stukjes, *self.stappen))
        return "gelijk" if same else "gewijzigd"

    @property
    def hernummerd(self) -> bool:
        """Whether it has another number than before."""
        return self.oud is not None and self.nieuw is not None and self.oud.nummer != self.nieuw.nummer


class DeelVerschil(NamedTuple):
    """A part outside the agreements that changed: what people call it, and its words."""

    naam: str
    stukjes: tuple[Stukje, ...]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two versions compared: every agreement in the new order, and the other parts that changed."""

    oud: Overeenkomst
    nieuw: Overeenkomst
    afspraken: tuple[AfspraakVerschil, ...]
    delen: tuple[DeelVerschil, ...]

    @property
    def gewijzigd(self) -> tuple[AfspraakVerschil, ...]:
        """The agreements in which anything changed, if only their place."""
        return tuple(each for each in self.afspraken if each.stand != "gelijk" or each.verplaatst)


def compare(oud: Overeenkomst, nieuw: Overeenkomst) -> Vergelijking:
    """What changed between two versions, paired as in `diff`; withdrawn agreements at their old place."""
    return Vergelijking(
        oud, nieuw, tuple(_in_place(oud.afspraken, nieuw.afspraken)), tuple(_parts(oud, nieuw))
    )


def _in_place(oud: Sequence[Afspraak], nieuw: Sequence[Afspraak]) -> Iterator[AfspraakVerschil]:
    """The agreements of the new version, each withdrawn one behind the one it followed."""
    van = pair(oud, nieuw)
    kept = [at for at, place in enumerate(van) if place is not None]
    run = longest_run([place for place in van if place is not None])
    stayed = {kept[row] for row in run}
    behind = _withdrawn(oud, van)
    yield from (_gone(afspraak) for afspraak in behind.get(None, ()))
    for at, (place, new) in enumerate(zip(van, nieuw, strict=True)):
        if place is None:
            yield AfspraakVerschil(new.id or "", None, new, *_words(None, new))
            continue
        old = oud[place]
        moved = at not in stayed or old.thema != new.thema
        yield AfspraakVerschil(old.id or new.id or "", old, new, *_words(old, new), verplaatst=moved)
        yield from (_gone(afspraak) for afspraak in behind.get(place, ()))


def _withdrawn(oud: Sequence[Afspraak], van: Sequence[int | None]) -> dict[int | None, list[Afspraak]]:
    """The agreements that are gone, by the place of the last one before them that stayed."""
    kept, anchor = set(van), None
    behind: dict[int | None, list[Afspraak]] = {}
    for place, afspraak in enumerate(oud):
        if place in kept:
            anchor = place
        else:
            behind.setdefault(anchor, []).append(afspraak)
    return behind


def _gone(afspraak: Afspraak) -> AfspraakVerschil:
    return AfspraakVerschil(afspraak.id or "", afspraak, None, *_words(afspraak, None))


def _words(old: Afspraak | None, new: Afspraak | None) -> tuple[tuple[Stukje, ...], tuple[Stukje, ...]]:
    if old is not None and new is not None and old.tekst == new.tekst and old.stappen == new.stappen:
        return ((Stukje("gelijk", old.tekst),) if old.tekst else ()), ()
    text = compare_words(old.tekst if old else "", new.tekst if new else "")
    if not (old and old.stappen) and not (new and new.stappen):
        return text, ()
    steps = ("\n".join(stap.tekst for stap in each.stappen) if each else "" for each in (old, new))
    return text, compare_words(*steps)


# --- the other parts -------------------------------------------------------------------------------


def _parts(oud: Overeenkomst, nieuw: Overeenkomst) -> Iterator[DeelVerschil]:
    """Each part that changed. Parts are paired by title; what has another title is new or gone."""
    if oud.titel != nieuw.titel:
        yield DeelVerschil("titel", compare_words(oud.titel, nieuw.titel))
    before, after = _named(oud), _named(nieuw)
    for naam in dict.fromkeys((*before, *after)):
        old, new = before.get(naam, ""), after.get(naam, "")
        if old != new:
            yield DeelVerschil(naam, compare_words(old, new))


def _named(stuk: Overeenkomst) -> dict[str, str]:
    """Every part by what people call it; parts of one name are taken together."""
    named: dict[str, str] = {}
    for naam, text in _texts(stuk):
        named[naam] = f"{named[naam]}\n{text}" if naam in named else text
    return named


def _texts(stuk: Overeenkomst) -> Iterator[tuple[str, str]]:
    yield "partijen", "\n".join(partij_line(partij) for partij in stuk.partijen)
    for hoofdstuk in stuk.hoofdstukken:
        yield f"hoofdstuk {hoofdstuk.titel}", hoofdstuk.tekst
    for thema in stuk.themas:
        yield f"thema {thema.titel}", thema.context
        yield f"doelen van thema {thema.titel}", "\n".join((*thema.ambities, *thema.doelen))
    for at, tabel in enumerate(stuk.tabellen, start=1):
        yield tabel.titel or f"tabel {at}", "\n".join(tabel_lines(tabel))
    yield "begrippen", "\n".join(begrip_lines(stuk.begrippen))
    yield "bijlage", "\n".join(kader_words(kader) for kader in stuk.kaders)
