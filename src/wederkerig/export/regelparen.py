"""Which line of a part became which: equal lines first, then lines that look alike, in order."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from wederkerig.export.opmaak import Regel

Unit = tuple[Regel, ...]
Pair = tuple[int, int]

_ALIKE = 0.5
# There is one of these in a part, so it is the same one reworded.
_ALWAYS = frozenset({"titel", "kop1", "afspraak", "tabeltitel"})
_ROWS = frozenset({"tabelkop", "tabelrij"})
_NUMBER = 20  # so short, a cell with a digit in it is a number or an amount
_TOO_MANY = 4000  # comparisons of every line with every other


def paired(before: Sequence[Unit], after: Sequence[Unit]) -> list[Pair]:
    """Pairs of places, rising in both: what stayed, and what was changed into what."""
    if before == after:
        return [(place, place) for place in range(len(before))]
    names: dict[object, int] = {}
    olds = [names.setdefault(_words(unit), len(names)) for unit in before]
    news = [names.setdefault(_words(unit), len(names)) for unit in after]
    pairs: list[Pair] = []
    start = (0, 0)
    for op in Indel.opcodes(olds, news):
        if op.tag == "equal":
            pairs += _alike(before, after, start, (op.src_start, op.dest_start))
            pairs += zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
            start = (op.src_end, op.dest_end)
    return pairs + _alike(before, after, start, (len(before), len(after)))


def _words(unit: Unit) -> object:
    """What makes two units equal: all but their numbers."""
    return tuple((line.soort, line.tekst, line.cellen) for line in unit)


def _alike(before: Sequence[Unit], after: Sequence[Unit], start: Pair, stop: Pair) -> list[Pair]:
    """Pairs between two places without equal units: those that together look most alike."""
    olds, news = range(start[0], stop[0]), range(start[1], stop[1])
    if not olds or not news:
        return []
    if len(olds) * len(news) > _TOO_MANY:
        return [(i, j) for i, j in zip(olds, news, strict=False) if _likeness(before[i], after[j])]
    # best[i][j]: the most likeness of pairs among the units from i and from j on
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    alone = [[0.0] * len(news) for _ in olds]
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            alone[i][j] = _likeness(before[olds[i]], after[news[j]])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], alone[i][j] + best[i + 1][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(olds) and j < len(news):
        if alone[i][j] and best[i][j] == alone[i][j] + best[i + 1][j + 1]:
            pairs.append((olds[i], news[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(old: Unit, new: Unit) -> float:
    """From 0 (another thing) to 1 (the same words)."""
    a, b = old[-1], new[-1]  # of a table its last row, for the first line may be its caption
    tables = len(old) + len(new) > 2 and {a.soort, b.soort} <= _ROWS
    if len(a.cellen) != len(b.cellen) or (a.soort != b.soort and not tables):
        return 0.0
    if a.soort in _ALWAYS:
        return 1.0
    if len(old) == len(new) == 1 and a.cellen:
        return max(_row_likeness(a.cellen, b.cellen), _ALIKE * (a.soort == "tabelkop"))
    likeness = Indel.normalized_similarity(_text(old), _text(new), score_cutoff=_ALIKE)
    return max(likeness, _ALIKE) if a.cellen else likeness  # a table in the same place is the same table


def _row_likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Rows about the same thing are alike, others as far as their cells are; a number is the same or not."""
    cells = [
        float(a == b)
        if any(map(str.isdigit, a + b)) and len(a) < _NUMBER
        else Indel.normalized_similarity(a, b)
        for a, b in zip(old, new, strict=True)
    ]
    likeness = sum(cells) / len(cells)
    return likeness if likeness >= _ALIKE else _ALIKE * float(old[0] == new[0] != "")


def _text(unit: Unit) -> str:
    return "\n".join("\t".join((line.tekst, *line.cellen)) for line in unit)
