"""A PDF of two pages, of which the second takes minutes to draw and no time to read."""

from __future__ import annotations

import io

import pikepdf

WOORDEN = "Prestatieafspraken Zeedrecht 2025-2028"


def slepend(shadings: int = 40) -> bytes:
    """A few kilobytes."""
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    function = document.make_stream(
        b"{ " + b"sin exch cos exch " * 60 + b" dup }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 3
    )
    shading = document.make_indirect(
        pikepdf.Dictionary(
            ShadingType=1,
            ColorSpace=pikepdf.Name.DeviceRGB,
            Domain=[0, 1, 0, 1],
            Matrix=[595, 0, 0, 842, 0, 0],
            Function=function,
        )
    )
    for drawing in (b"", b"/S sh\n" * shadings):
        page = document.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font={"/F": font}, Shading={"/S": shading})
        words = f"BT /F 12 Tf 60 760 Td ({WOORDEN}) Tj ET\n".encode()
        page.Contents = document.make_stream(words + drawing)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
