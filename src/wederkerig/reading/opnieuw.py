"""Read the facts of an agreement anew from its words, as after an amendment.

There is no document behind such words, so that the facts carry no place. The grammars are those of
`read_stuk`: the same words give the same facts. What stood in a column beside the agreement, for who
and for when, cannot be seen in its words; it is kept where it still can be told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from wederkerig.documents import Block, Document, Format, Kind
from wederkerig.model import Afspraak, Overeenkomst, Partij, Stap, Termijn
from wederkerig.model.bron import Feit
from wederkerig.reading import feiten
from wederkerig.reading.feiten import Context
from wederkerig.reading.language.actoren import BY_DEFAULT, FROM_HEADING, Actoren, find_actoren
from wederkerig.reading.language.deelnemers import Deelnemers
from wederkerig.reading.passage import Piece, whole_block

FROM_BEFORE = "Geen zin noemt wie handelt; de partijen zijn die van de vorige tekst."
_OF_ACTORS = (FROM_HEADING, BY_DEFAULT, FROM_BEFORE)
F = TypeVar("F", bound=Feit)


def reread(
    afspraak: Afspraak, partijen: tuple[Partij, ...], jaar: int | None, *, nummers: Collection[str] = ()
) -> Afspraak:
    """The agreement with its facts, and those of its steps, as its words now give them.

    jaar: the year in which the document begins; nummers: the numbers of its agreements that read as
    nothing else ("2.1.3", "B4"). Deadlines with a place outside that of the agreement stood in a column
    beside it, and are kept.
    """
    return _reread(afspraak, Deelnemers(partijen), jaar, frozenset(nummers))


def reread_stuk(stuk: Overeenkomst, only: Collection[str] | None = None) -> Overeenkomst:
    """The document with the facts of its agreements read anew; only: the ids of those to read."""
    deelnemers = Deelnemers(stuk.partijen)
    day = (stuk.looptijd and stuk.looptijd.van) or (stuk.ondertekening and stuk.ondertekening.datum)
    jaar = day.year if day else None
    nummers = frozenset(afspraak.nummer for afspraak in stuk.afspraken if not afspraak.nummer.isdigit())
    afspraken = tuple(
        _reread(afspraak, deelnemers, jaar, nummers) if only is None or afspraak.id in only else afspraak
        for afspraak in stuk.afspraken
    )
    return stuk.model_copy(update={"afspraken": afspraken})


def _reread(
    afspraak: Afspraak, deelnemers: Deelnemers, jaar: int | None, nummers: frozenset[str]
) -> Afspraak:
    context, pieces = _as_document(afspraak.tekst, jaar, nummers)
    found = find_actoren(afspraak.tekst, deelnemers, afspraak.rubriek)
    names, doubt = _who(afspraak, found)
    termijnen = (*map(_placeless, feiten.read_termijnen(context, pieces)), *_beside(afspraak))
    return afspraak.model_copy(
        update={
            "actoren": names,
            "derden": found.derden,
            "getallen": tuple(map(_placeless, feiten.read_getallen(context, pieces))),
            "termijnen": termijnen,
            "verwijzingen": tuple(map(_placeless, feiten.read_verwijzingen(context, pieces))),
            "stappen": tuple(_stap(stap, deelnemers, jaar) for stap in afspraak.stappen),
            "twijfel": _doubt(afspraak.twijfel, doubt),
        }
    )


def _who(afspraak: Afspraak, found: Actoren) -> tuple[tuple[str, ...], str | None]:
    """Who acts; where the words name nobody, those who were known without a doubt before."""
    known = afspraak.actoren and not any(doubt in (afspraak.twijfel or "") for doubt in _OF_ACTORS)
    if found.twijfel and known:
        return afspraak.actoren, FROM_BEFORE
    return found.actoren, found.twijfel


def _doubt(before: str | None, actoren: str | None) -> str | None:
    """The doubts that do not hang on the words, and the new one on who acts."""
    kept = before or ""
    for doubt in _OF_ACTORS:
        kept = kept.replace(doubt, "")
    return " ".join([*kept.split(), *(actoren or "").split()]) or None


def _beside(afspraak: Afspraak) -> Iterator[Termijn]:
    """The deadlines that stood in a column beside the agreement, known by their place outside it."""
    own = afspraak.bron
    for termijn in afspraak.termijnen:
        place = termijn.bron
        if own and place and not (own.van <= place.van and place.tot <= own.tot):
            yield termijn


def _stap(stap: Stap, deelnemers: Deelnemers, jaar: int | None) -> Stap:
    context, pieces = _as_document(stap.tekst, jaar, frozenset())
    actoren = find_actoren(stap.tekst, deelnemers)
    return stap.model_copy(
        update={
            "actoren": actoren.actoren,
            "derden": actoren.derden,
            "getallen": tuple(map(_placeless, feiten.read_getallen(context, pieces))),
            "termijnen": tuple(map(_placeless, feiten.read_termijnen(context, pieces))),
            "twijfel": actoren.twijfel,
        }
    )


def _as_document(text: str, jaar: int | None, nummers: frozenset[str]) -> tuple[Context, list[Piece]]:
    """The words as a document of their own, one block a line."""
    blocks: list[Block] = []
    position, before = 0, ""
    for line in text.split("\n"):
        listed = _is_listed(line, before, blocks[-1].kind if blocks else Kind.PARAGRAPH)
        blocks.append(Block(Kind.ITEM if listed else Kind.PARAGRAPH, line, position, position + len(line)))
        position, before = position + len(line) + 1, line
    document = Document("", Format.TEXT, text, tuple(blocks))
    return Context(document, jaar, nummers), [whole_block(block) for block in blocks if block.text.strip()]


def _is_listed(line: str, before: str, kind: Kind) -> bool:
    """Whether a line is an item of a list: below a colon, or going on with a list that has not ended."""
    if before.rstrip().endswith(":"):
        return True
    goes_on = not before.rstrip().endswith(".") or not line[:1].isupper()
    return kind is Kind.ITEM and goes_on


def _placeless(fact: F) -> F:
    return fact.model_copy(update={"bron": None})
