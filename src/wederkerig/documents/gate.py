"""Recognises what a file is by its content, whatever it is called, and turns away what is not read.

The name only decides between kinds that look alike (plain text and Markdown), and is held against
the content so that a person hears it when the two differ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from wederkerig.documents.archive import Archive
from wederkerig.documents.decoding import decode
from wederkerig.documents.document import Format
from wederkerig.documents.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    TooLargeError,
    UnknownFormatError,
)

# Bytes of one file; agreements with many photographs reach 50 MB.
MAX_BYTES = 200_000_000
# Characters of a text file, some 1,500 pages; beyond it memory is no longer bounded.
MAX_CHARACTERS = 5_000_000

# Readers of PDF accept its signature after some junk, within the first kilobyte.
PDF_START = re.compile(rb"(?:^|[\s\0])%PDF-\d")
PDF_WITHIN = 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT_TYPES = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)
SAVE_AS_DOCX = "Open het in Word of LibreOffice, bewaar het als DOCX en bied dat bestand aan."
SCAN_ADVICE = "Laat er tekstherkenning (OCR) op los en bied het resultaat aan als PDF."

EXTENSIONS = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".dotx": Format.DOCX,
    ".odt": Format.ODT,
    ".ott": Format.ODT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
}
# Names of kinds that are not read; content that is read all the same deserves a word about it.
OTHER_EXTENSIONS = frozenset(
    ".doc .dot .rtf .xlsx .xls .ods .pptx .ppt .odp .jpg .jpeg .png .tif .tiff .gif .zip .epub .xml .json"
    " .csv .eml .msg".split()
)
SHOWN = {
    Format.PDF: "een PDF",
    Format.DOCX: "een Word-bestand (DOCX)",
    Format.ODT: "een ODT-bestand",
    Format.HTML: "een webpagina (HTML)",
    Format.MARKDOWN: "een tekstbestand",
    Format.TEXT: "een tekstbestand",
}
# First bytes of kinds that are not read. Source: the signatures in the formats' own standards.
PICTURES = (
    (b"\xff\xd8\xff", "een JPEG-afbeelding"),
    (b"\x89PNG\r\n", "een PNG-afbeelding"),
    (b"GIF8", "een GIF-afbeelding"),
    (b"II*\x00", "een TIFF-afbeelding"),
    (b"MM\x00*", "een TIFF-afbeelding"),
    (b"BM", "een BMP-afbeelding"),
)
OTHERS = (
    (b"7z\xbc\xaf\x27\x1c", "een 7-Zip-archief"),
    (b"Rar!\x1a\x07", "een RAR-archief"),
    (b"\x1f\x8b\x08", "een gzip-archief"),
    (b"MZ\x90", "een Windows-programma"),
    (b"\x7fELF", "een programma"),
    (b"ID3", "een geluidsbestand"),
    (b"OggS", "een geluidsbestand"),
    (b"SQLite format 3", "een database"),
    (b"%!PS", "een PostScript-bestand"),
)
HTML_START = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
HTML_TAG = re.compile(r"<(?:p|div|h[1-6]|table|ul|ol|span|meta|title)\b[^>]*>", re.IGNORECASE)
MARKDOWN_SIGN = re.compile(
    # nothing here is tried from every place to the end of the text: texts of many megabytes come by
    r"^#{1,6}\s+\S|\*\*\S[^*\n]*\*\*|^[ \t]*+(?:\|[ \t]*+)?:?-{3,}+:?[ \t]*+\|"
    r"|^\[[^\]\n]+\]:\s|\[[^\[\]\n]+\]\([^)\s]{1,2000}\)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file turned out to be.

    text: the decoded text of the formats that are text, "" for the others.
    notices: what a person should know about it, in Dutch.
    """

    format: Format
    text: str = ""
    notices: tuple[str, ...] = ()


def recognise(data: bytes, name: str) -> Recognised:
    """What these bytes are; raises a DocumentError for what is empty, too large or not read."""
    if not data:
        raise EmptyFileError("Het bestand is leeg.")
    if len(data) > MAX_BYTES:
        raise TooLargeError(f"Het bestand is groter dan {MAX_BYTES // 1_000_000} MB.")
    text, notices = "", []
    found = _binary(data)
    if found is None:
        text, doubt = decode(data)
        if len(text) > MAX_CHARACTERS:
            raise TooLargeError(f"De tekst is langer dan {MAX_CHARACTERS // 1_000_000} miljoen tekens.")
        notices += [doubt] if doubt else []
        found = _textual(text, name)
    disagreement = _disagreement(found, name)
    return Recognised(found, text, (*([disagreement] if disagreement else []), *notices))


def _binary(data: bytes) -> Format | None:
    """The format of a file that is not text; None where it may be text."""
    if PDF_START.search(data[:PDF_WITHIN]):
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"PK\x05\x06"):
        raise EmptyFileError("Het bestand is een leeg zip-archief.")
    if data.startswith(OLE):
        raise _old_office(data)
    if data.startswith(b"{\\rtf"):
        raise UnknownFormatError("Het bestand is een RTF-bestand; dat wordt niet gelezen.", SAVE_AS_DOCX)
    _turn_away_other_kinds(data)
    return None


def _turn_away_other_kinds(data: bytes) -> None:
    for signature, kind in PICTURES:
        # text may begin with the letters of a signature, but holds no zero bytes
        if data.startswith(signature) and b"\0" in data[:4096]:
            raise UnknownFormatError(f"Het bestand lijkt {kind} te zijn, geen document.", SCAN_ADVICE)
    for signature, kind in OTHERS:
        if data.startswith(signature):
            raise UnknownFormatError(f"Het bestand lijkt {kind} te zijn, geen document.")
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"AVI ", b"WAVE")):
        raise UnknownFormatError("Het bestand lijkt een foto of film te zijn, geen document.", SCAN_ADVICE)


def _zipped(data: bytes) -> Format:
    archive = Archive(data)
    mimetype = archive.read("mimetype").strip() if "mimetype" in archive else b""
    if mimetype in ODT_TYPES:
        return Format.ODT
    if "[Content_Types].xml" in archive:
        if "word/document.xml" in archive or _main_is_word(archive):
            return Format.DOCX
        for folder, kind in (("xl/", "een Excel-werkmap"), ("ppt/", "een PowerPoint-presentatie")):
            if any(member.startswith(folder) for member in archive.names):
                raise UnknownFormatError(f"Het bestand lijkt {kind} te zijn, geen tekstdocument.")
    kinds = (
        (b"opendocument.spreadsheet", "een rekenblad (ODS)"),
        (b"opendocument.presentation", "een presentatie (ODP)"),
        (b"opendocument", "een ander OpenDocument-bestand dan een tekst"),
        (b"epub", "een e-boek (EPUB)"),
    )
    kind = next((shown for sign, shown in kinds if sign in mimetype), "een zip-archief")
    advice = "Pak het uit en bied de stukken los aan." if kind == "een zip-archief" else None
    raise UnknownFormatError(f"Het bestand lijkt {kind} te zijn, geen tekstdocument.", advice)


def _main_is_word(archive: Archive) -> bool:
    """Some programs name the main part otherwise; the list of content types tells."""
    return b"wordprocessingml.document.main" in archive.read("[Content_Types].xml")


def _old_office(data: bytes) -> EncryptedFileError | UnknownFormatError | DamagedFileError:
    """An OLE container: an encrypted new document, or an old binary one. Source: [MS-CFB]."""
    kinds = (
        ("WordDocument", "een oud Word-bestand (.doc)"),
        ("Workbook", "een oude Excel-werkmap (.xls)"),
        ("PowerPoint Document", "een oude PowerPoint-presentatie (.ppt)"),
        ("__substg1.0", "een Outlook-bericht"),
    )
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedFileError("Het bestand is met een wachtwoord beveiligd.")
    for stream, kind in kinds:
        if stream.encode("utf-16-le") in data:
            advice = SAVE_AS_DOCX if stream == "WordDocument" else None
            return UnknownFormatError(f"Het bestand is {kind}; dat wordt niet gelezen.", advice)
    if len(data) < 1536:
        return DamagedFileError("Het bestand is afgebroken.")
    return UnknownFormatError("Het bestand is een oud Office-bestand; dat wordt niet gelezen.", SAVE_AS_DOCX)


def _textual(text: str, name: str) -> Format:
    """Which of the formats that are text this is."""
    start = text.lstrip()
    if not start:
        raise EmptyFileError("Het bestand bevat geen tekst.")
    suffix = PurePath(name).suffix.lower()
    named = EXTENSIONS.get(suffix)
    if HTML_START.match(start) or (named is Format.HTML and HTML_TAG.search(text)):
        return Format.HTML
    if start.startswith("<?xml"):
        raise UnknownFormatError("Het bestand lijkt een XML-bestand te zijn, geen document.")
    if re.match(r"(?:[\w-]+: .*\r?\n)*MIME-Version:", start[:4096], re.IGNORECASE):
        raise UnknownFormatError("Het bestand lijkt een e-mail of bewaarde webpagina te zijn, geen document.")
    if named is Format.MARKDOWN or len(MARKDOWN_SIGN.findall(text)) > 1:
        return Format.MARKDOWN
    return Format.TEXT


def _disagreement(found: Format, name: str) -> str:
    """What to say when the name promises another kind than the content holds; "" if nothing."""
    suffix = PurePath(name).suffix.lower()
    named = EXTENSIONS.get(suffix)
    alike = {Format.TEXT, Format.MARKDOWN}
    if named is found or {named, found} <= alike or (named is None and suffix not in OTHER_EXTENSIONS):
        return ""
    if named is None and found in alike and suffix in (".csv", ".json", ".xml"):
        return ""
    return f"De naam eindigt op {suffix}, maar het bestand is {SHOWN[found]}; het is ook zo gelezen."
