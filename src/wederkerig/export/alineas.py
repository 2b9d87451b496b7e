"""Which lines of a running text are list items: the model keeps one paragraph or item a line, without glyphs.

The rule: after a line that ends in a colon, lines are items as long as they begin with a small letter, end
in a semicolon or follow a line that does. A line that reads as a heading ("Nieuwbouw en sloop", without a
full stop) is an item too, because the text says elsewhere which lines are headings; and so is a line with a
number of its own ("1. …"), which would be taken for an agreement. One with a letter ("a. …") is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederkerig.export.words import clean
from wederkerig.reading.labels import is_sub_item, parse_label
from wederkerig.reading.titles import looks_like_title


def split_lines(text: str) -> list[str]:
    """The lines of a text that hold words."""
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def lines_and_items(text: str) -> Iterator[tuple[str, bool]]:
    """Each line of a text, and whether it is a list item."""
    before, listing = "", False
    for line in split_lines(text):
        listing = before.endswith(":") or (listing and not before.endswith("."))
        listing = listing and (line[0].islower() or line.endswith(";") or before.endswith(";"))
        numbered = parse_label(line) is not None
        yield line, not is_sub_item(line) and (listing or numbered or looks_like_title(line))
        before = line
