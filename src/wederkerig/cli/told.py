"""What became of a year plan, for a person at a terminal: amendments, conflicts, numbers, references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederkerig.cli.layout import UNBROKEN, Column, faint, heading, table, wrapped
from wederkerig.cli.marked import marked_lines
from wederkerig.consolidation import Opname, compare_words
from wederkerig.consolidation.citaat import same_words
from wederkerig.export.words import count, day, doel
from wederkerig.model import Besluit, Verwerking

_MOST_LINES = 12
_IN_A_ROW = 8
_INDENT = "      "
_INSTEAD = " komt in plaats van "

_TAKEN_UP = "Dit jaarplan lijkt al in het stuk verwerkt: veel van wat erin staat, staat er al."


def plan_lines(besluit: Besluit, opname: Opname, size: int, *, dated: bool, coloured: bool) -> Iterator[str]:
    """Everything that taking one plan up brought."""
    yield heading(besluit.naam)
    if dated:
        dates = f"vastgesteld op {day(besluit.vastgesteld)}, geldt vanaf {day(besluit.inwerking)}"
        yield faint(dates)
    yield from ("", *table(_columns(size), [_row(each) for each in opname.verwerkingen]))
    yield from ("", *wrapped(tally(opname.verwerkingen), size))
    if _taken_up_before(opname.verwerkingen):
        yield from wrapped(_TAKEN_UP, size)
    yield from _conflicts(opname.verwerkingen, size, coloured=coloured)
    yield from _numbers(opname, size)
    yield from _loose(opname, size)


def _taken_up_before(verwerkingen: Sequence[Verwerking]) -> bool:
    """Whether so much of a plan stands in the document already that it seems to be in it."""
    there = sum(1 for each in verwerkingen if each.conflict and each.conflict.soort == "staat er al")
    return there > 1 and there * 3 >= len(verwerkingen)


def tally(verwerkingen: Sequence[Verwerking]) -> str:
    """How many amendments came to what, in one sentence."""
    states = [_state(each) for each in verwerkingen]
    parts = [f"{states.count(state)} {state}" for state in dict.fromkeys(states)]
    return f"{count(len(states), 'wijziging', 'wijzigingen')}: {', '.join(parts)}."


def _columns(size: int) -> list[Column]:
    return [
        Column("nr", 3, right=True),
        Column("toestand", 11),
        Column("wat er gebeurt", size - 22, lines=_MOST_LINES),
    ]


def _row(verwerking: Verwerking) -> list[str]:
    return [str(verwerking.nummer), _state(verwerking), _what(verwerking)]


def _what(verwerking: Verwerking) -> str:
    """What happens; of a replacement only the words that change, with some around them."""
    wijziging, conflict = verwerking.wijziging, verwerking.conflict
    if conflict is not None:
        target = doel(wijziging.doel)
        return f"{target[:1].upper()}{target[1:]}: {conflict.soort}. Zie hieronder."
    where, found, _ = verwerking.uitleg.partition(_INSTEAD)
    becomes = verwerking.aanvaard or wijziging.tekst
    if not (found and wijziging.huidig and becomes) or verwerking.beslissing is not None:
        return verwerking.uitleg
    pieces = compare_words(wijziging.huidig, becomes)
    return f"{where} verandert: {' '.join(marked_lines(pieces, UNBROKEN, '', coloured=False))}"


def _state(verwerking: Verwerking) -> str:
    if verwerking.beslissing is not None and verwerking.beslissing.keuze == "afwijzen":
        return "afgewezen"
    return "beslist" if verwerking.toestand == "door een mens beslist" else verwerking.toestand


def _conflicts(verwerkingen: Sequence[Verwerking], size: int, *, coloured: bool) -> Iterator[str]:
    found = [each for each in verwerkingen if each.conflict is not None]
    if not found:
        return
    yield from ("", heading(f"In conflict ({len(found)})"))
    for verwerking in found:
        yield from _conflict(verwerking, size, coloured=coloured)


def _conflict(verwerking: Verwerking, size: int, *, coloured: bool) -> Iterator[str]:
    conflict = verwerking.conflict
    if conflict is None:
        return
    first = f"  {verwerking.nummer:>2}. {conflict.soort}: {conflict.uitleg}"
    yield from wrapped_with_indent(first, size)
    near = conflict.nabij
    sought = sought_words(verwerking)
    if near and same_words(sought, near):
        yield from wrapped(f"Deze woorden staan precies zo in {conflict.nabij_plaats}.", size, _INDENT)
    elif near and conflict.soort == "wijkt af" and sought:
        yield from wrapped(f"{_INDENT}Het verschil met {conflict.nabij_plaats or 'het stuk'}:", size, _INDENT)
        yield from marked_lines(compare_words(sought, near), size, f"{_INDENT}  ", coloured=coloured)
    elif near:
        yield from wrapped(f"Het dichtst erbij ({conflict.nabij_plaats}): “{near}”", size, _INDENT)
    yield from wrapped(f"→ {conflict.raad}", size, _INDENT, f"{_INDENT}  ")


def wrapped_with_indent(text: str, size: int) -> list[str]:
    """Lines of which the later ones stand under the words of the first; its own indent is kept."""
    inside = text.lstrip()
    return wrapped(inside, size, text[: len(text) - len(inside)], _INDENT)


def sought_words(verwerking: Verwerking) -> str:
    """The words of the text before that the amendment is about."""
    wijziging = verwerking.wijziging
    return wijziging.tekst if wijziging.soort == "verwijderen" and wijziging.tekst else wijziging.huidig or ""


def _numbers(opname: Opname, size: int) -> Iterator[str]:
    if not opname.hernummerd:
        return
    yield from ("", heading(f"Andere nummers ({len(opname.hernummerd)})"), faint("  was → wordt"))
    pairs = [f"{each.van} → {each.naar}" for each in opname.hernummerd]
    yield from columns(pairs, size)


def columns(words: Sequence[str], size: int) -> Iterator[str]:
    """Short words side by side, reading down."""
    widest = max(map(len, words)) + 3
    most = max(1, min(_IN_A_ROW, (size - 2) // widest))
    height = -(-len(words) // most)
    for row in range(height):
        yield f"  {''.join(word.ljust(widest) for word in words[row::height])}".rstrip()


def _loose(opname: Opname, size: int) -> Iterator[str]:
    if not opname.losgeraakt:
        return
    yield from ("", heading(f"Verwijzingen die nergens meer heen gaan ({len(opname.losgeraakt)})"))
    for each in opname.losgeraakt:
        words = f"{each.plaats} verwijst naar afspraak {each.nummer}, en die is vervallen."
        yield from wrapped(words[:1].upper() + words[1:], size, "  ", "    ")
