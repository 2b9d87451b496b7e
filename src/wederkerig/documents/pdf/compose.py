"""From the pages of a PDF to its text and blocks: the steps of reading in their order."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from wederkerig.documents.document import Block
from wederkerig.documents.pdf.blocks import Text, Writer
from wederkerig.documents.pdf.columns import find_columns
from wederkerig.documents.pdf.continued import continue_tables
from wederkerig.documents.pdf.drafts import Item
from wederkerig.documents.pdf.furniture import drop_furniture
from wederkerig.documents.pdf.hyphens import Hyphens
from wederkerig.documents.pdf.layout import Layout, far_right
from wederkerig.documents.pdf.notes import Notes, set_apart
from wederkerig.documents.pdf.page import Page
from wederkerig.documents.pdf.style import body_size, learn_style


def compose(pages: list[Page]) -> tuple[Text, tuple[Block, ...]]:
    """The text that the pages hold, and its blocks; the lines of the pages are changed on the way."""
    drop_furniture(pages)
    body = body_size(pages)
    flow = _flow(pages, body)
    plain: list[Item] = [item for item in flow if not isinstance(item, Notes)]
    writer = Writer(learn_style(body, plain), Hyphens(pages))
    text = Text(len(pages))
    return text, tuple(text.blocks(writer.drafts(flow)))


def _flow(pages: Sequence[Page], body: float) -> list[Item | Notes]:
    """Everything in the document in the order of reading."""
    full = [page.lines for page in pages if len(page.lines) > 8]
    left = median(min(line.x0 for line in lines) for lines in full) if full else 0.0
    right = median(far_right(lines) for lines in full) if full else 0.0
    layout = Layout(find_columns(pages), left, right)
    flow: list[Item | Notes] = []
    for page in pages:
        flow += set_apart(layout.arrange(page), body)
    return continue_tables(flow)
