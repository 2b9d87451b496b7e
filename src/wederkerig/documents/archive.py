"""The gate for zipped formats: what is unpacked, how much of it, and how its XML is parsed.

Nothing of an archive is trusted: sizes are checked in its headers and again while unpacking, and
XML is parsed without entities, without network and without a document type.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from wederkerig.documents.errors import (
    DamagedFileError,
    EncryptedFileError,
    TooLargeError,
    UnsafeFileError,
)

# A text document of a thousand pages with pictures has a few thousand members at most.
MAX_MEMBERS = 10_000
# Bytes of all members together once unpacked, pictures included.
MAX_UNPACKED = 1_000_000_000
# Bytes of one XML part once unpacked; 3,000 pages of text stay under half of this.
MAX_PART = 100_000_000
# Deflate reaches about 1000 on nothing but zeros; office XML stays under 100.
MAX_RATIO = 400
# Small parts may compress as well as they like.
RATIO_FROM = 10_000_000

_ENCRYPTED_FLAG = 0x1


class Archive:
    """A zip file in memory that passed the gate; parts are unpacked one by one."""

    def __init__(self, data: bytes) -> None:
        """Raises DamagedFileError, UnsafeFileError, TooLargeError or EncryptedFileError."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise DamagedFileError("Het bestand is afgebroken of beschadigd.") from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        _check_members(self._zip.infolist())

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        """The names of all members."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """One member, unpacked; raises a DocumentError where it is missing, broken or too big."""
        member = self._members.get(name)
        if member is None:
            raise DamagedFileError(f"Het onderdeel {name} ontbreekt in het bestand.")
        if member.file_size > MAX_PART:
            raise TooLargeError(f"Het onderdeel {name} is uitgepakt te groot om te lezen.")
        try:
            with self._zip.open(member) as part:
                data = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError) as error:
            raise DamagedFileError(f"Het onderdeel {name} is beschadigd.") from error
        except (RuntimeError, NotImplementedError, ValueError, OverflowError) as error:
            raise DamagedFileError(f"Het onderdeel {name} is niet uit te pakken.") from error
        if len(data) > MAX_PART:
            raise TooLargeError(f"Het onderdeel {name} is uitgepakt te groot om te lezen.")
        return data

    def xml(self, name: str) -> etree._Element:
        """One member parsed as XML; raises a DocumentError where that cannot be done safely."""
        return parse_xml(self.read(name), name)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML part, parsed so that it can reach nothing outside itself."""
    if b"<!DOCTYPE" in data:
        raise UnsafeFileError(f"Het onderdeel {name} verwijst naar gegevens van buiten het bestand.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower() or "huge" in str(error).lower():
            raise TooLargeError(f"Het onderdeel {name} is te diep genest om te lezen.") from error
        raise DamagedFileError(f"Het onderdeel {name} is beschadigd.") from error
    # a second look, for a document type written in another encoding than UTF-8
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeFileError(f"Het onderdeel {name} verwijst naar gegevens van buiten het bestand.")
    return root


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise TooLargeError(f"Het bestand bestaat uit meer dan {MAX_MEMBERS} onderdelen.")
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise UnsafeFileError("Het bestand wordt bij uitpakken onredelijk groot (zip-bom).")
    for member in members:
        _check_member(member)


def _check_member(member: zipfile.ZipInfo) -> None:
    path = member.filename.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]:
        raise UnsafeFileError(f"Het bestand bevat een onderdeel buiten zijn eigen map: {path[:80]}")
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise EncryptedFileError("Het bestand is met een wachtwoord beveiligd.")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnsafeFileError("Het bestand is ingepakt op een manier die niet bij zijn soort hoort.")
    packed = max(member.compress_size, 1)
    if member.file_size > RATIO_FROM and member.file_size / packed > MAX_RATIO:
        raise UnsafeFileError("Het bestand wordt bij uitpakken onredelijk groot (zip-bom).")
