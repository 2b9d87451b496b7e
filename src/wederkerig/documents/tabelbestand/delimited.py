"""Text in which a sign separates the cells (CSV): its encoding, its separator, its rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from wederkerig.documents.decoding import BROKEN_NOTICE, CONTROL, MARKS, MAX_CONTROL_SHARE
from wederkerig.documents.errors import DamagedFileError, UnknownFormatError
from wederkerig.documents.tabelbestand.bestand import Bladen, Cel

_SEPARATORS = ";\t,"
_CHUNK = 1 << 20
# Excel writes (and reads) a first line that names the separator.
_NAMED = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_SAMPLE_LINES = 25
_SAMPLE = 100_000
# a line behind the last one, that no file holds
_END = "\x00\x1a"
_NOT_CLOSED = "De tabel is vanaf een bepaalde rij niet te lezen: er ontbreekt een aanhalingsteken."
_MAKE_AGAIN = "Maak de lijst opnieuw, of bied haar aan als XLSX."
_NO_TABLE = "Bied de lijst aan als CSV, XLSX of Parquet."


class Regels(Bladen):
    """A text file with one table; the bytes stay as they are, rows are decoded while they are asked for."""

    namen = ("tabel",)

    def __init__(self, data: bytes) -> None:
        """Raises UnknownFormatError where this is no text."""
        self._start, self._encoding, broken = _encoding(data)
        self._data = data
        self.meldingen = (BROKEN_NOTICE,) if broken else ()
        sample = data[self._start : self._start + _SAMPLE].decode(self._encoding, errors="replace")
        _check_text(sample)
        named = _NAMED.match(sample)
        self._skip = 1 if named else 0
        self._separator = named[1] if named else _separator(sample)

    def rows(self, blad: str) -> Iterator[Sequence[Cel]]:
        """Every line as text; raises DamagedFileError where quotation marks are not closed."""
        del blad  # there is one
        raw = io.BytesIO(self._data)
        raw.seek(self._start)
        text = io.TextIOWrapper(raw, self._encoding, errors="replace", newline="")
        yield from [()] * self._skip
        for _ in range(self._skip):
            text.readline()
        try:
            for row in csv.reader(chain(text, (_END,)), delimiter=self._separator):
                if row and row[-1].endswith(_END):
                    _check_end(row)
                    return
                yield [cell or None for cell in row]
        except csv.Error as error:
            raise DamagedFileError(_NOT_CLOSED, _MAKE_AGAIN) from error


def _check_end(row: Sequence[str]) -> None:
    """The line behind the last one stands by itself, unless a quotation mark before it was not closed."""
    if row != [_END]:
        raise DamagedFileError(_NOT_CLOSED, _MAKE_AGAIN)


def _encoding(data: bytes) -> tuple[int, str, bool]:
    """Where the text begins, its encoding, and whether some signs in it are broken."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return len(mark), encoding, False
    wrong = 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for at in range(0, len(data), _CHUNK):
        wrong += decoder.decode(data[at : at + _CHUNK]).count("\ufffd")
    if not wrong:
        return 0, "utf-8", False
    # a damaged file in UTF-8 still holds many more sound characters than broken ones
    sound = sum(1 for _ in re.finditer(rb"[\xc3-\xf4][\x80-\xbf]+", data))
    return (0, "utf-8", True) if sound > 2 * wrong else (0, "cp1252", False)


def _check_text(sample: str) -> None:
    allowed = max(1, int(len(sample) * MAX_CONTROL_SHARE))
    if "\x00" in sample or len(CONTROL.findall(sample)) > allowed:
        raise UnknownFormatError("Het bestand is geen tekst en geen bekend soort tabel.", _NO_TABLE)
    start = sample.lstrip()[:200].lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "{")):
        raise UnknownFormatError("Het bestand is een webpagina of gegevensbestand, geen tabel.", _NO_TABLE)


def _separator(sample: str) -> str:
    """The sign that divides most lines into the same number of cells, more than one."""
    lines = sample.splitlines(keepends=True)
    # the last line may be cut off
    lines = lines[: min(_SAMPLE_LINES, max(len(lines) - 1, 1))]
    return max(_SEPARATORS, key=lambda sign: _regularity(lines, sign))


def _regularity(lines: list[str], sign: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign))
    except csv.Error:
        return 0, 0
    widths.pop(1, None)
    widths.pop(0, None)
    width, lines_of_it = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return lines_of_it, width
