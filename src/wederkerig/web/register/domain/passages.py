"""The text that an amendment changes, with its words marked; and ways out for one that does not fit.

Each amendment is shown by itself, as if it were the only one of its plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wederkerig.consolidation import Stukje, apply, compare, compare_words
from wederkerig.consolidation.citaat import gewoord, has_words
from wederkerig.consolidation.ingreep import Ingreep, perform
from wederkerig.model import Afspraak, Beslissing, Jaarplan, Overeenkomst, Verwerking, Wijziging
from wederkerig.web.register.domain.plekken import called, places, text_of

_AROUND = 40  # words of what stayed, on each side of a change
_CLOSE = 12  # the same where the whole stands beside it
_LONG = 1200  # a passage of more characters is shown near its changes first
_GAP = "…"
_OWN = 4  # words that stand together are no chance
_MOST = 3  # places to offer
UitwegSoort = Literal["nabij", "elders", "zonder citaat"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One text before and after an amendment.

    naam: what people call it; afspraak: the lasting id where it is an agreement; nieuw: it was not there.
    woorden: words to point at, where nothing changes.
    """

    naam: str
    stukjes: tuple[Stukje, ...]
    afspraak: str = ""
    nieuw: bool = False
    woorden: str = ""

    @property
    def verandert(self) -> bool:
        """Whether any word changes."""
        return any(piece.soort != "gelijk" for piece in self.stukjes)

    @property
    def voor(self) -> str:
        """The words before."""
        return "".join(piece.tekst for piece in self.stukjes if piece.soort != "bij")

    @property
    def na(self) -> str:
        """The words after."""
        return "".join(piece.tekst for piece in self.stukjes if piece.soort != "weg")

    @property
    def kort(self) -> tuple[Stukje, ...]:
        """The changes with some words around them, where the text is long; else all of it."""
        if sum(len(piece.tekst) for piece in self.stukjes) <= _LONG:
            return self.stukjes
        return tuple(_near(self.stukjes, _AROUND))

    @property
    def rond(self) -> tuple[Stukje, ...]:
        """The changes with a few words around them."""
        return tuple(_near(self.stukjes, _CLOSE))

    @property
    def gewezen(self) -> tuple[str, str, str] | None:
        """The text before, at and behind the words to point at; None where they do not stand in it."""
        text, words = self.voor, gewoord(self.woorden)
        here = gewoord(text)
        places = here.find(words) if words.words else []
        if not places:
            return None
        start, end = here.stretch(*places[0], self.woorden)
        before, after = text[:start].split(" "), text[end:].split(" ")
        head = [_GAP, *before[-_AROUND:]] if len(before) > _AROUND + 1 else before
        tail = [*after[:_AROUND], _GAP] if len(after) > _AROUND + 1 else after
        return " ".join(head), text[start:end], " ".join(tail)

    @property
    def ingekort(self) -> bool:
        """Whether `kort` leaves words out."""
        return self.kort != self.stukjes


@dataclass(frozen=True, slots=True)
class Uitweg:
    """A way out of a conflict: the decision that would do, and the passage as it would become."""

    soort: UitwegSoort
    beslissing: Beslissing
    passage: Passage | None


def passage_of(voor: Overeenkomst, plan: Jaarplan, verwerking: Verwerking) -> Passage | None:
    """What the amendment changes in the text before its plan; the text as it stands where it does not fit.

    None where there is no such text, or where a person left the amendment out.
    """
    doel = verwerking.doel
    target = _by_id(voor, doel.afspraak if doel else None)
    if verwerking.conflict is not None:
        return _as_it_stands(voor, verwerking, target)
    if doel is None:
        return None
    if verwerking.wijziging.soort == "nieuw" and doel.afspraak and verwerking.aanvaard is not None:
        pieces = (Stukje("bij", verwerking.aanvaard),)
        return Passage(f"afspraak {doel.nummer}", pieces, doel.afspraak, nieuw=True)
    if target is not None and verwerking.van is not None and verwerking.tot is not None:
        return _named(target, _in_text(target.tekst, verwerking))
    return _alone(voor, plan, verwerking, target)


def _as_it_stands(voor: Overeenkomst, verwerking: Verwerking, target: Afspraak | None) -> Passage | None:
    """The text that the amendment does not fit, and the words in it that come near or are there already."""
    conflict, wijziging = verwerking.conflict, verwerking.wijziging
    there = conflict is not None and conflict.soort == "staat er al"
    words = wijziging.tekst if there else (conflict.nabij if conflict else None) or ""
    if target is not None:
        return replace(_named(target, (Stukje("gelijk", target.tekst),)), woorden=words)
    found = text_of(voor, wijziging.doel)
    return Passage(found[0], (Stukje("gelijk", found[1]),), woorden=words) if found and found[1] else None


def _named(afspraak: Afspraak, pieces: tuple[Stukje, ...]) -> Passage:
    return Passage(f"afspraak {afspraak.nummer}", pieces, afspraak.id or "")


def _by_id(stuk: Overeenkomst, name: str | None) -> Afspraak | None:
    return next((each for each in stuk.afspraken if name and each.id == name), None)


def _in_text(text: str, verwerking: Verwerking) -> tuple[Stukje, ...]:
    """The words of an agreement with those of the amendment in them."""
    first, last, words = verwerking.van or 0, verwerking.tot or 0, verwerking.aanvaard or ""
    if verwerking.wijziging.soort == "aanvulling" and text:
        words = f"\n{words}"
    return compare_words(text, perform(text, [Ingreep(first, last, words)]))


def _alone(
    voor: Overeenkomst, plan: Jaarplan, verwerking: Verwerking, target: Afspraak | None
) -> Passage | None:
    """Other parts: what changes when nothing else of the plan is carried out."""
    wijziging = verwerking.wijziging
    result = try_out(voor, plan, wijziging, verwerking.beslissing)
    changed = compare(voor, result[1])
    for deel in changed.delen:
        return Passage(deel.naam, deel.stukjes)
    for each in changed.gewijzigd:
        now = each.nieuw or each.oud
        if now is not None and any(piece.soort != "gelijk" for piece in each.stukjes):
            return Passage(f"afspraak {now.nummer}", each.stukjes, each.id)
    if target is not None:
        return _named(target, (Stukje("gelijk", target.tekst),))
    return _as_proposed(wijziging)


def _as_proposed(wijziging: Wijziging) -> Passage | None:
    """The words of the plan themselves, where they fit only together with the rest of it."""
    struck = wijziging.tekst if wijziging.soort == "verwijderen" else wijziging.huidig or ""
    added = "" if wijziging.soort == "verwijderen" else wijziging.tekst
    old = struck if wijziging.soort in {"verwijderen", "wijziging"} else ""
    pieces = compare_words(old, added)
    return Passage(wijziging.doel.titel or wijziging.doel.thema or "", pieces) if pieces else None


def try_out(
    voor: Overeenkomst, plan: Jaarplan, wijziging: Wijziging, beslissing: Beslissing | None
) -> tuple[Verwerking, Overeenkomst]:
    """One amendment by itself: what becomes of it, and of the text."""
    alone = plan.model_copy(update={"wijzigingen": (wijziging,)})
    chosen = (beslissing.model_copy(update={"wijziging": 1}),) if beslissing else ()
    result = apply(voor, alone, chosen)
    return result.verwerkingen[0], result.stuk


# --- ways out --------------------------------------------------------------------------------------


def ways_out(voor: Overeenkomst, plan: Jaarplan, verwerking: Verwerking) -> tuple[Uitweg, ...]:
    """What would do, tried out: the nearest passage as the quote, another place, or no quote."""
    if verwerking.conflict is None:
        return ()
    tries: tuple[tuple[UitwegSoort, Iterable[Beslissing]], ...] = (
        ("nabij", _nearest(voor, verwerking)),
        *(("elders", [each]) for each in _elsewhere(voor, verwerking)),
        ("zonder citaat", _unquoted(verwerking)),
    )
    return tuple(uitweg for soort, each in tries for uitweg in _first(voor, plan, verwerking, soort, each))


def _first(
    voor: Overeenkomst,
    plan: Jaarplan,
    verwerking: Verwerking,
    soort: UitwegSoort,
    tries: Iterable[Beslissing],
) -> Iterator[Uitweg]:
    """The first that fits, if any does."""
    for beslissing in tries:
        result, _ = try_out(voor, plan, verwerking.wijziging, beslissing)
        if result.conflict is None:
            shown = passage_of(voor, plan, result.model_copy(update={"nummer": verwerking.nummer}))
            yield Uitweg(soort, beslissing, shown)
            return


def _elsewhere(voor: Overeenkomst, verwerking: Verwerking) -> Iterator[Beslissing]:
    """Places that do hold what is quoted or struck, where the plan names none or another."""
    wijziging = verwerking.wijziging
    quote = gewoord(wijziging.huidig or (wijziging.tekst if wijziging.soort == "verwijderen" else ""))
    if wijziging.soort not in {"wijziging", "aanvulling", "verwijderen"} or len(quote.words) < _OWN:
        return
    here = verwerking.doel.afspraak if verwerking.doel else None
    plekken = [plek for groep in places(voor) for plek in groep.plekken]
    held = [plek.doel for plek in plekken if gewoord(plek.tekst).holds(quote)]
    for doel in [each for each in held if each.afspraak is None or each.afspraak != here][:_MOST]:
        yield Beslissing(wijziging=verwerking.nummer, keuze="toepassen", doel=doel)


def _nearest(voor: Overeenkomst, verwerking: Verwerking) -> Iterator[Beslissing]:
    """The nearest passage as what is quoted or struck, where it stands."""
    conflict, wijziging = verwerking.conflict, verwerking.wijziging
    if conflict is None or not conflict.nabij or wijziging.soort in {"nieuw", "bijlage", "verplaatsing"}:
        return
    plain = Beslissing(wijziging=verwerking.nummer, keuze="toepassen")
    words: Sequence[dict[str, object]] = ({"huidig": conflict.nabij}, {"tekst": conflict.nabij})
    if wijziging.soort != "verwijderen":
        words = words[:1]
    elsewhere = [plek.doel for plek in called(voor, conflict.nabij_plaats or "", conflict.nabij)]
    for change in words:
        yield plain.model_copy(update=change)
        for doel in elsewhere:
            yield plain.model_copy(update=change | {"doel": doel})


def _unquoted(verwerking: Verwerking) -> Iterator[Beslissing]:
    """The quote left aside; never for a change, because then the whole text would make way."""
    wijziging = verwerking.wijziging
    strikes = wijziging.soort == "verwijderen" and has_words(wijziging.tekst)
    if has_words(wijziging.huidig) and (wijziging.soort == "aanvulling" or strikes):
        yield Beslissing(wijziging=verwerking.nummer, keuze="toepassen", huidig="")


# --- long texts ------------------------------------------------------------------------------------


def _near(pieces: Sequence[Stukje], around: int) -> Iterator[Stukje]:
    """The changes with some words around them; what is left out between them becomes dots."""
    for at, piece in enumerate(pieces):
        words = piece.tekst.split(" ")
        first, last = at == 0, at == len(pieces) - 1
        if piece.soort != "gelijk" or len(words) <= around * (1 if first or last else 2) + 2:
            yield piece
            continue
        before = [] if first and not last else words[:around]
        after = [] if last else words[-around:]
        yield Stukje("gelijk", " ".join([*before, _GAP, *after]))
