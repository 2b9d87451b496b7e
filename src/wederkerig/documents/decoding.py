"""From bytes to text: which encoding a text file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from wederkerig.documents.errors import UnknownFormatError

# byte order marks; the longer ones first, because they begin as the shorter ones do
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# control characters other than the white space among them
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x9f\ufffd\ufffe\uffff]")
# Text has none; a stray one survives copying and pasting.
MAX_CONTROL_SHARE = 0.005
WRITTEN_IN_UTF8 = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
BROKEN_NOTICE = "Enkele tekens in het bestand waren niet leesbaar en zijn vervangen door een vraagteken."


def decode(data: bytes) -> tuple[str, str]:
    """The text in these bytes, and a Dutch notice about it ("" if there is nothing to say).

    Raises UnknownFormatError where the bytes are no text.
    """
    text = _decoded(data)
    allowed = max(1, int(len(text) * MAX_CONTROL_SHARE))
    if "\x00" in text or len(CONTROL.findall(text)) > allowed:
        raise UnknownFormatError("Het bestand is geen tekst en geen bekend soort document.")
    return text, BROKEN_NOTICE if "\ufffd" in text else ""


def _decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    # a cut or damaged file in UTF-8 still holds many more sound characters than broken ones
    if len(WRITTEN_IN_UTF8.findall(data)) > 2 * text.count("\ufffd"):
        return text
    return data.decode("cp1252", errors="replace")
