"""Makes the PDFs the tests read, from a line of HTML or from text at given places."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import weasyprint

from wederkerig.documents.document import Block, Document, Kind
from wederkerig.documents.pdf import read_pdf

SHEET = """
@page { size: A4; margin: 25mm 22mm; }
html { font-family: sans-serif; font-size: 10pt; line-height: 1.35; }
h1 { font-size: 20pt } h2 { font-size: 15pt }
table { border-collapse: collapse; width: 100% }
td, th { border: .5pt solid black; padding: 3pt; text-align: left; vertical-align: top; font-weight: normal }
.open td, .open th { border: none }
"""
HEADER = """
@page { @top-left { content: "Woonafspraken Westermarke"; font-size: 8pt }
        @bottom-right { content: "Pagina " counter(page) " van " counter(pages); font-size: 8pt } }
"""

BUILD = "De corporatie bouwt in de dorpen elk jaar veertig sociale huurwoningen voor kleine huishoudens."
REPORT = "De gemeente meldt voor de zomer hoe het met de bouwplannen staat en wat zij daarvoor nog doet."
TALK = "Partijen spreken twee keer per jaar over de wachttijden en over de verdeling van vrije woningen."
LONG = f"{BUILD[:-1]}, terwijl de gemeente meldt hoe het met de plannen staat en {TALK[0].lower()}{TALK[1:]}"


@cache
def pdf_of(body: str, style: str = "") -> bytes:
    """The HTML laid out on A4."""
    html = f'<html lang="nl"><style>{SHEET}{style}</style><body>{body}</body></html>'
    data: bytes = weasyprint.HTML(string=html).write_pdf()
    return data


def read(body: str, style: str = "") -> Document:
    """The document that is read back from the HTML laid out on A4."""
    return read_pdf(pdf_of(body, style), "stuk.pdf")


def texts(document: Document, kind: Kind | None = None) -> list[str]:
    """The texts of the blocks outside tables, of one kind or all."""
    return [block.text for block in document.blocks if block.text and kind in {None, block.kind}]


def tables(document: Document) -> list[list[list[str]]]:
    """The texts of the cells of each table."""
    found = [block for block in document.blocks if block.kind is Kind.TABLE]
    return [[[cell.text for cell in row] for row in table.rows] for table in found]


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with words, also those in cells."""
    for block in blocks:
        if block.kind is Kind.TABLE:
            for row in block.rows:
                for cell in row:
                    yield from every_block(cell.blocks)
        else:
            yield block


def placed_text(*pages: list[tuple[float, float, str]], size: float = 10, turned: bool = False) -> bytes:
    """A PDF of lines set at given places (x and y in points from the lower left corner of A4).

    turned: the page lies on its side in the file, and says that it is to be shown upright.
    """
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        places = [(f"0 1 -1 0 {842 - y} {x} Tm" if turned else f"{x} {y} Td", text) for x, y, text in lines]
        shown = "\n".join(f"BT /F1 {size} Tf {place} ({text}) Tj ET" for place, text in places)
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {'842 595' if turned else '595 842'}] "
            f"/Contents {len(objects)} 0 R {'/Rotate 90 ' if turned else ''}"
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _file(objects: list[str]) -> bytes:
    out = BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010} 00000 n \n".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()
