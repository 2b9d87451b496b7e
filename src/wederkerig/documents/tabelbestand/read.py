"""Reads a table file of any supported format: the way in to this part of the room."""

from __future__ import annotations

from typing import Literal

from wederkerig.documents.errors import (
    DocumentError,
    EmptyFileError,
    EncryptedFileError,
    TooLargeError,
    UnknownFormatError,
)
from wederkerig.documents.gate import MAX_BYTES, OLE
from wederkerig.documents.tabelbestand.bestand import ADVICE, Bladen, Tabelbestand

_SAVE_AS = "Open het in Excel of LibreOffice, bewaar het als XLSX of CSV en bied dat bestand aan."
_PARQUET = b"PAR1"
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")


def read_table(data: bytes, naam: str) -> Tabelbestand:
    """Read a file that is in memory, at its first sheet with values; `naam` is what its owner calls it.

    Rows come one by one from `rijen`. Raises nothing but a DocumentError, here and while rows are read.
    """
    if not data:
        raise EmptyFileError("Het bestand is leeg.")
    if len(data) > MAX_BYTES:
        raise TooLargeError(f"Het bestand is groter dan {MAX_BYTES // 1_000_000} MB.", ADVICE)
    soort, inhoud, meldingen = _opened(data)
    bestand = Tabelbestand(naam, soort, inhoud, blad="", meldingen=meldingen)
    for blad in inhoud.namen:
        try:
            return bestand.open_blad(blad)
        except EmptyFileError:
            continue
    raise EmptyFileError("Het bestand bevat geen tabel.")


def _opened(data: bytes) -> tuple[Literal["csv", "xlsx", "parquet"], Bladen, tuple[str, ...]]:
    """Readers are imported when they are needed: each brings libraries of its own."""
    if data.startswith(_ZIPPED):
        from wederkerig.documents.tabelbestand.workbook import Werkmap  # noqa: PLC0415

        return "xlsx", Werkmap(data), ()
    if data.startswith(_PARQUET):
        from wederkerig.documents.tabelbestand.parquet import Kolommen  # noqa: PLC0415

        return "parquet", Kolommen(data), ()
    if data.startswith(OLE):
        raise _old_office(data)
    if data.startswith(b"%PDF-"):
        raise UnknownFormatError(
            "Het bestand is een PDF; daarin staat geen tabel om mee te rekenen.", _SAVE_AS
        )
    from wederkerig.documents.tabelbestand.delimited import Regels  # noqa: PLC0415

    regels = Regels(data)
    return "csv", regels, regels.meldingen


def _old_office(data: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedFileError("Het bestand is met een wachtwoord beveiligd.")
    return UnknownFormatError(
        "Het bestand is een oude Excel-werkmap (.xls); die wordt niet gelezen.", _SAVE_AS
    )
