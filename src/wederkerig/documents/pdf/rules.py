"""The straight lines drawn on a page, which may rule a table."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from wederkerig.documents.pdf.glyphs import bare
from wederkerig.documents.pdf.grid import Rules
from wederkerig.documents.pdf.turned import Box, Turn

_THIN = 3.0
_SHORT = 6.0
_MOST_OBJECTS = 6000
_MOST_SEGMENTS = 400
_PLAIN_SEGMENTS = 5

_BOUNDS = tuple(ctypes.c_float() for _ in range(4))
_BOUND_REFS = tuple(ctypes.byref(value) for value in _BOUNDS)

_object = bare(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_kind = bare(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_segments = bare(pdfium.FPDFPath_CountSegments, ctypes.c_int, ctypes.c_void_p)
_bounds = bare(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, ctypes.c_void_p, *[ctypes.c_void_p] * 4)


def read_rules(page: Any, turn: Turn) -> Rules:  # noqa: ANN401 - a pdfium handle
    """Every line drawn level or upright; a box counts as its four sides."""
    rules = Rules()
    for item in _objects(page, pdfium.FPDF_PAGEOBJ_PATH):
        for found in _boxes(item):
            box = turn.box(*found)
            if box[2] - box[0] < 0.97 * turn.width or box[3] - box[1] < 0.9 * turn.height:
                _add(rules, box)
    return rules


def has_picture(page: Any) -> bool:  # noqa: ANN401 - a pdfium handle
    """Whether an image stands on the page."""
    return any(True for _ in _objects(page, pdfium.FPDF_PAGEOBJ_IMAGE))


def _objects(page: Any, kind: int) -> Iterator[Any]:  # noqa: ANN401 - a pdfium handle
    handle = ctypes.cast(page, ctypes.c_void_p)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = _object(handle, index)
        if _kind(item) == kind:
            yield item


def _boxes(path: Any) -> list[Box]:  # noqa: ANN401 - a pdfium handle
    """The boxes round the path, or round each of its strokes where it has many."""
    segments = _segments(path)
    if segments > _PLAIN_SEGMENTS:
        return (
            _strokes(ctypes.cast(path, pdfium.FPDF_PAGEOBJECT), segments)
            if segments <= _MOST_SEGMENTS
            else []
        )
    left, bottom, right, top = _BOUNDS
    _bounds(path, *_BOUND_REFS)
    return [(left.value, bottom.value, right.value, top.value)]


def _strokes(path: Any, segments: int) -> list[Box]:  # noqa: ANN401 - a pdfium handle
    """Each level or upright stroke of a path, where it stands on the page."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    boxes: list[Box] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if last is not None and kind == pdfium.FPDF_SEGMENT_LINETO:
            (x0, x1), (y0, y1) = sorted((last[0], here[0])), sorted((last[1], here[1]))
            if min(x1 - x0, y1 - y0) < 1:
                boxes.append((x0, y0, x1, y1))
        last = here
    return boxes


def _add(rules: Rules, box: Box) -> None:
    x0, y0, x1, y1 = box
    wide, high = x1 - x0 > _SHORT, y1 - y0 > _SHORT
    if wide and y1 - y0 < _THIN:
        rules.across.append(((y0 + y1) / 2, x0, x1))
    elif high and x1 - x0 < _THIN:
        rules.down.append(((x0 + x1) / 2, y0, y1))
    elif wide and high:
        rules.across += [(y0, x0, x1), (y1, x0, x1)]
        rules.down += [(x0, y0, y1), (x1, y0, y1)]
