"""The one file that holds a copy: what is in it (`manifest.json`), and the database as it is kept there."""

from __future__ import annotations

import hashlib
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, ValidationError

from wederkerig.web.operations.backup.errors import BackupError

_MANIFEST = "manifest.json"
_LARGEST_MANIFEST = 1_000_000
_CHUNK = 1 << 20


class Manifest(BaseModel):
    """What is in a copy: of which version, when, which migrations, how many rows in each table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Literal["wederkerig-backup"] = "wederkerig-backup"
    vorm: Literal[1] = 1
    versie: str
    op: datetime
    database: Literal["sqlite", "postgresql"]
    migraties: tuple[str, ...]
    rijen: Mapping[str, NonNegativeInt]
    bestand: str = Field(pattern=r"^[a-z0-9]+\.[a-z0-9]+$")
    grootte: NonNegativeInt
    sha256: str

    @classmethod
    def of(cls, data: Path, **what: object) -> Self:
        """For a copy of the database in this file."""
        size, digest = _measure(data)
        return cls.model_validate(what | {"bestand": data.name, "grootte": size, "sha256": digest})


def write(path: Path, manifest: Manifest, data: Path) -> None:
    """Make the one file; only who made it may read it, for everything is in it."""
    said = path.with_name(_MANIFEST)
    said.write_text(manifest.model_dump_json(indent=2), encoding="utf-8")
    with path.open("xb") as stream:
        path.chmod(0o600)
        # what fills a register, files that were uploaded, is compressed already
        with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=1) as archive:
            archive.add(said, arcname=_MANIFEST)
            archive.add(data, arcname=manifest.bestand)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def opened(path: Path) -> Iterator[tuple[Manifest, Path]]:
    """What is in the file, checked to the last byte, and the database in a file of its own meanwhile."""
    with TemporaryDirectory(dir=path.parent, prefix=".wederkerig-") as folder:
        try:
            with tarfile.open(path, mode="r:gz") as archive:
                manifest = Manifest.model_validate_json(_member(archive, _MANIFEST).read(_LARGEST_MANIFEST))
                data = Path(folder) / manifest.bestand
                with data.open("xb") as target:
                    _copy(_member(archive, manifest.bestand), target, manifest.grootte)
        except (tarfile.TarError, EOFError, KeyError, ValidationError, OSError) as error:
            raise BackupError(
                f"{path} is geen back-up van wederkerig, of is beschadigd.", _ANOTHER
            ) from error
        if _measure(data) != (manifest.grootte, manifest.sha256):
            raise BackupError(f"{path} is beschadigd: de inhoud klopt niet meer.", _ANOTHER)
        yield manifest, data


_ANOTHER = "Gebruik een andere back-up."


def _member(archive: tarfile.TarFile, name: str) -> IO[bytes]:
    found = archive.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found


def _copy(source: IO[bytes], target: IO[bytes], size: int) -> None:
    """Copy no more than there should be, and one byte to see that there is more: it may never end."""
    left = size + 1
    while left > 0 and (chunk := source.read(min(_CHUNK, left))):
        target.write(chunk)
        left -= len(chunk)


def _measure(path: Path) -> tuple[int, str]:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return path.stat().st_size, digest
