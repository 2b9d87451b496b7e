"""Writes an example document as PDF, from its HTML page."""

from __future__ import annotations

from pathlib import Path

from weasyprint import HTML  # type: ignore[import-untyped]  # ships no types

from .html import anchor, page
from .inhoud import Stuk

CSS = Path(__file__).with_name("stijl.css")


def write_pdf(stuk: Stuk, target: Path) -> dict[str, int]:
    """Write the PDF and return the page on which each heading begins, by the heading's anchor.

    The identifier is fixed, so that the same content gives the same bytes.
    """
    document = HTML(string=page(stuk, CSS.read_text(encoding="utf-8"))).render()
    document.write_pdf(target, pdf_identifier=stuk.file.encode())
    wanted = {anchor(heading) for heading in stuk.headings()}
    return {
        name: at for at, sheet in enumerate(document.pages, 1) for name in sheet.anchors if name in wanted
    }
