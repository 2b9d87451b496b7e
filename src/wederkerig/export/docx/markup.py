"""The small pieces of WordprocessingML that documents are made of: runs, paragraphs, rows, tables.

Strings rather than a tree: a document is some thousand pieces, and this is ten times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from wederkerig.export.docx.styles import TEXT_WIDTH
from wederkerig.export.letters import longest_word
from wederkerig.export.words import clean

_SPECIAL = re.compile('[&<>"]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_LETTER, _MARGINS = 118, 220  # the width of a letter in a table and of the space around a cell
_EMU = 635  # in a twentieth of a point, the measure of pictures
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WIDEST = 60  # a column wants room for at most so many characters on a line


def escaped(text: str) -> str:
    """Text as it may stand in XML, in an element or in an attribute."""
    return _SPECIAL.sub(lambda match: _ENTITIES[match.group()], clean(text))


def run(text: str, *, properties: str = "", tag: str = "t") -> str:
    """A run; tabs and line ends become theirs. tag: "delText" inside w:del."""
    if not text:
        return ""
    words = f'<w:{tag} xml:space="preserve">{escaped(text)}</w:{tag}>'
    if "\t" in text or "\n" in text or "\r" in text:
        close, begin = f"</w:{tag}>", f'<w:{tag} xml:space="preserve">'
        words = words.replace("\r\n", "\n").replace("\r", "\n")
        words = words.replace("\n", f"{close}<w:br/>{begin}").replace("\t", f"{close}<w:tab/>{begin}")
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{words}</w:r>"


def paragraph(style: str, runs: str, *, mark: str = "", was: str = "", page: bool = False) -> str:
    """A paragraph. mark: what happened to its end ("<w:ins …/>"); was: a change of its style, as XML.

    page: it begins a page.
    """
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    ended = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    above = "<w:pageBreakBefore/>" if page else ""
    inside = f"{named}{above}{ended}{was}"
    return f"<w:p><w:pPr>{inside}</w:pPr>{runs}</w:p>" if inside else f"<w:p>{runs}</w:p>"


def row(cells: Sequence[str], widths: Sequence[int], *, head: bool = False, mark: str = "") -> str:
    """A table row of cells that each hold paragraphs. mark: what happened to it ("<w:del …/>")."""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E8EEF2"/>' if head else ""
    repeated = "<w:tblHeader/>" if head else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}{mark}</w:trPr>{inside}</w:tr>"


def table(rows: Sequence[str], widths: Sequence[int]) -> str:
    """A table over the width of the text; another must not follow without a paragraph between."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def picture(key: str, place: int, *, width: int, height: int, words: str) -> str:
    """A run with a picture, and words instead of it.

    key: its `picture_id`; place: its number in the document, from 0; width, height: in twentieths of a point.
    """
    named = f'id="{place + 1}" name="Grafiek {place + 1}" descr="{escaped(words)}"'
    size = f'cx="{width * _EMU}" cy="{height * _EMU}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0"'
        f' distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def column_widths(rows: Sequence[Sequence[str]], heads: Sequence[bool] = ()) -> list[int]:
    """How wide each column is: its longest word fits; what is left goes by the longest cell.

    heads: by row whether it is a heading, which is bold.
    """
    columns = list(zip(*rows, strict=True))
    bold = [*heads, *(False for _ in rows)][: len(rows)]
    least = [ceil(_LETTER * longest_word(list(zip(column, bold, strict=True)))) for column in columns]
    wanted = [_LETTER * min(max(map(len, column)), _WIDEST) for column in columns]
    margins = _MARGINS * len(columns)
    left = TEXT_WIDTH - margins - sum(least)
    if left < 0:
        shares = [(TEXT_WIDTH - margins) * width // sum(least) for width in least]
    else:
        more = [1 + want - width if want > width else 1 for want, width in zip(wanted, least, strict=True)]
        shares = [width + left * part // sum(more) for width, part in zip(least, more, strict=True)]
    widths = [_MARGINS + share for share in shares]
    return [*widths[:-1], TEXT_WIDTH - sum(widths[:-1])] if widths else []
