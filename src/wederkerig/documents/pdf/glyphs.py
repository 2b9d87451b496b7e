"""What pdfium knows of a page's text, asked for with as few calls as will do.

A call for every character costs three times as much as the text itself, so the text is taken
from a page at once and only places that matter (the ends of a line, the two sides of a gap) are
asked for one by one.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

from wederkerig.documents.pdf.line import Font
from wederkerig.documents.pdf.turned import Box, Turn

_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_ITALIC_NAMES = ("italic", "oblique")
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600
_SPACE = re.compile(r"\s\s*")  # not \s+: a first character of a kind is what the search is quick at

Gap = tuple[float, float, float, int, int]
"""How wide the gap is, its left and right side in points, and where in the text it begins and ends."""


def bare(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - a function of pdfium
    """A function of pdfium without what its binding does around it, which takes longer than the call.

    The interpreter's lock is kept: these functions return at once, and pdfium bears no threads anyway.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_origin = bare(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_box = bare(pdfium.FPDFText_GetCharBox, ctypes.c_int)
_matrix = bare(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_size = bare(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_info = bare(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)


class Glyphs:
    """The text of one page at a time; `open` a page, ask, and `close` it."""

    def __init__(self) -> None:
        self._text: Any = None
        self._handle = ctypes.c_void_p()
        self._turn = Turn()
        self._shifted = False
        self._buffer = ctypes.create_string_buffer(1 << 16)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._origin_refs = ctypes.byref(self._x), ctypes.byref(self._y)
        self._box_refs = tuple(ctypes.byref(value) for value in self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)
        self._fonts: dict[tuple[bytes, int], Font] = {}

    def open(self, page: Any, turn: Turn) -> str:  # noqa: ANN401 - a pdfium handle has no Python type
        """The page's text; a line ends in CR LF, or in U+FFFE where it ends in a hyphen."""
        self._turn = turn
        self._text = pdfium.FPDFText_LoadPage(page)
        if not self._text:
            return ""
        self._handle = ctypes.cast(self._text, ctypes.c_void_p)
        count = pdfium.FPDFText_CountChars(self._text)
        if count <= 0:
            return ""
        needed = 4 * count + 8
        if needed > len(self._buffer):
            self._buffer = ctypes.create_string_buffer(2 * needed)
        target = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ushort))
        units = pdfium.FPDFText_GetText(self._text, 0, count, target)
        raw = ctypes.string_at(self._buffer, max(0, 2 * (units - 1)))
        text = raw.decode("utf-16-le", "replace")
        self._shifted = len(text) != count
        return text

    def close(self) -> None:
        """Give the page's text back."""
        if self._text:
            pdfium.FPDFText_ClosePage(self._text)
        self._text = None

    def _at(self, position: int) -> int:
        """The character pdfium counts at a position of the text; they part where one is unknown."""
        if not self._shifted:
            return position
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._text, position))

    def measure(self, first: int, word: int, last: int) -> tuple[float, float, float, float]:
        """Of a line: its left side, its baseline, its right side, and the size of type as printed.

        first, last: its characters; word: the first behind a bullet or number, which may be set otherwise.
        """
        if self._shifted or self._turn.quarters:
            x0, y = self.origin(first)
            y = self.origin(word)[1] if word != first else y
            return x0, y, self._sides(last)[1], self.size(word)
        handle, matrix = self._handle, self._matrix
        _origin(handle, first, *self._origin_refs)
        x0 = self._x.value
        if word != first:
            _origin(handle, word, *self._origin_refs)
        _box(handle, last, *self._box_refs)
        _matrix(handle, word, self._matrix_ref)
        size = 0.0 if abs(matrix.b) > abs(matrix.a) else _size(handle, word) * abs(matrix.d)
        return x0, self._y.value, self._box[1].value, size

    def origin(self, position: int) -> tuple[float, float]:
        """Where a character stands: its left side and its baseline."""
        _origin(self._handle, self._at(position), *self._origin_refs)
        x, y = self._x.value, self._y.value
        return self._turn.point(x, y) if self._turn.quarters else (x, y)

    def gaps(self, text: str, first: int) -> list[Gap]:
        """The gaps between the words of a text that begins at `first`, without white space on its ends."""
        found: list[Gap] = []
        handle, refs, (low, high, _, _) = self._handle, self._box_refs, self._box
        plain = not self._shifted and not self._turn.quarters
        for match in _SPACE.finditer(text):
            start, end = match.span()
            if plain:
                _box(handle, first + start - 1, *refs)
                left = high.value
                _box(handle, first + end, *refs)
                right = low.value
            else:
                left, right = self._sides(first + start - 1)[1], self._sides(first + end)[0]
            found.append((right - left, left, right, start, end))
        return found

    def box(self, position: int) -> Box | None:
        """The box round a character's ink on the page as shown; None for one that has none."""
        if not _box(self._handle, self._at(position), *self._box_refs):
            return None
        left, right, bottom, top = (value.value for value in self._box)
        return self._turn.box(left, bottom, right, top) if left < right else None

    def _sides(self, position: int) -> tuple[float, float]:
        """The left and the right side of a character's ink."""
        _box(self._handle, self._at(position), *self._box_refs)
        left, right, bottom, top = (value.value for value in self._box)
        if self._turn.quarters:
            left, _, right, _ = self._turn.box(left, bottom, right, top)
        return left, right

    def is_supplied(self, position: int) -> bool:
        """Whether a character does not stand in the file: a space that pdfium thought was meant."""
        return bool(pdfium.FPDFText_IsGenerated(self._text, self._at(position)))

    def size(self, position: int) -> float:
        """The size of type as printed, in points; 0 for type that does not run level."""
        at = self._at(position)
        matrix = self._matrix
        _matrix(self._handle, at, self._matrix_ref)
        along, across, upright = abs(matrix.a), abs(matrix.b), matrix.d
        if self._turn.quarters % 2:
            along, across, upright = across, along, matrix.c
        if across > along:
            return 0.0
        size: float = _size(self._handle, at) * abs(upright)
        return size

    def font(self, position: int) -> Font | None:
        """The font of a character; None for a space that pdfium supplied itself."""
        at = self._at(position)
        got = _info(self._handle, at, self._name, 256, self._flags_ref)
        if not 0 < got <= 256:
            return None
        key = (self._name.value, self._flags.value)
        font = self._fonts.get(key)
        if font is None:
            weight = pdfium.FPDFText_GetFontWeight(self._text, at)
            font = self._fonts[key] = _font(*key, weight)
        return font


def _font(raw_name: bytes, flags: int, weight: int) -> Font:
    name = raw_name.decode("utf-8", "replace").lower()
    bold = any(word in name for word in _BOLD_NAMES) or weight >= _BOLD_WEIGHT
    italic = any(word in name for word in _ITALIC_NAMES) or bool(flags & _ITALIC_FLAG)
    return Font(name, bold or bool(flags & _FORCE_BOLD_FLAG), italic)
