"""How a document is set: the size of its body text, the distance of its lines, its headings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wederkerig.documents.pdf.drafts import Item, TableDraft
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.page import Page

_USUAL_LEADING = 1.22
_LARGER = 1.09
_BODY_SHARE = 0.12
_MOST_LEVELS = 6


@dataclass(slots=True)
class Style:
    """body: the size of most characters; leadings: from baseline to baseline, by size of type."""

    body: float = 11.0
    leadings: dict[float, float] = field(default_factory=dict)
    headings: list[float] = field(default_factory=list)

    def leading(self, size: float) -> float:
        """The usual distance between two lines of this size."""
        return self.leadings.get(_round(size), _USUAL_LEADING * size)

    def is_large(self, size: float) -> bool:
        """Whether type of this size makes a heading."""
        return size > _LARGER * self.body

    def level(self, size: float) -> int:
        """The depth of a heading of this size; body size comes after all larger ones."""
        larger = sum(1 for other in self.headings if other > size + 0.3)
        return min(larger + 1, _MOST_LEVELS)


def body_size(pages: Iterable[Page]) -> float:
    """The largest size that much of the text is set in; tables may be set smaller."""
    exact: dict[float, int] = defaultdict(int)
    for page in pages:
        for line in page.lines:
            exact[line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, count in exact.items():
        sizes[_round(size)] += count
    much = _BODY_SHARE * sizes.total()
    return max((size for size, count in sizes.items() if count >= much), default=11.0)


def learn_style(body: float, items: Sequence[Item]) -> Style:
    """The style that the arranged lines show."""
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    sizes: set[float] = set()
    column, last_size, last_y = -1, 0.0, 0.0
    for line in _lines(items):
        size, y = round(2 * line.size) / 2, line.y
        sizes.add(size)
        if column == line.column and last_size == size and 0.9 * size < last_y - y < 2.2 * size:
            gaps[size][round(2 * (last_y - y)) / 2] += 1
        column, last_size, last_y = line.column, size, y
    leadings = {size: counts.most_common(1)[0][0] for size, counts in gaps.items()}
    style = Style(body, leadings)
    style.headings = sorted((size for size in sizes if style.is_large(size)), reverse=True)
    return style


def _lines(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, TableDraft):
            for row in item.rows:
                for cell in row:
                    yield from _lines(cell.items)
        else:
            yield item


def _round(size: float) -> float:
    return round(2 * size) / 2
