"""A copy of the whole register in one file, made while people work and checked before it counts; and back.

Everything is in the database, uploaded files too, so a copy of that is a copy of all. What is not in it are
the settings. The key among them (WEDERKERIG_SLEUTEL) is needed to read the second steps of people.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection, connections
from django.utils import timezone

from wederkerig import __version__
from wederkerig.web.operations.backup import postgres, sqlite
from wederkerig.web.operations.backup.archive import Manifest, opened, write
from wederkerig.web.operations.backup.errors import BackupError
from wederkerig.web.operations.backup.tables import (
    applied_migrations,
    clear_sessions,
    is_in_use,
    known_migrations,
)

__all__ = ["BackupError", "Manifest", "make_backup", "restore_backup"]

_KINDS = {"sqlite": sqlite, "postgresql": postgres}
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def make_backup(target: Path) -> tuple[Path, Manifest]:
    """Copy the register to this file, or to a new one in this folder; which file, and what is in it.

    The file is there whole, checked, or not at all. Raises BackupError.
    """
    now = timezone.localtime()
    path = target / f"wederkerig-{now:%Y%m%d-%H%M%S}.tar.gz" if target.is_dir() else target
    if path.exists():
        raise BackupError(f"{path} bestaat al.", "Kies een andere naam, of noem een map.")
    if not path.parent.is_dir():
        raise BackupError(f"De map {path.parent} bestaat niet.", "Maak de map eerst.")
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".wederkerig-") as folder:
            manifest = _copy(Path(folder), now)
            write(Path(folder) / "geheel", manifest, Path(folder) / manifest.bestand)
            with opened(Path(folder) / "geheel"):
                (Path(folder) / "geheel").rename(path)
    except OSError as error:
        raise BackupError(f"{path} kan niet worden geschreven ({error.strerror}).", _ROOM) from error
    return path, manifest


_ROOM = "Kies een plek met schrijfrecht en genoeg ruimte: twee keer de grootte van de database."


def _copy(folder: Path, now: datetime) -> Manifest:
    migrations = applied_migrations()
    if not migrations:
        raise BackupError("Er is nog geen register om te bewaren.", "Start eerst `wederkerig site`.")
    name, rows = _KINDS[connection.vendor].copy_to(folder)
    return Manifest.of(
        folder / name,
        versie=__version__,
        op=now,
        database=connection.vendor,
        migraties=migrations,
        rijen=rows,
    )


def restore_backup(source: Path, *, overwrite: bool = False) -> Manifest:
    """Put the register back as it is in this file; what there was before it is gone only once that is done.

    overwrite: also where there is a register already. Sessions end: people log in anew. Raises BackupError.
    """
    if not source.is_file():
        raise BackupError(f"{source} is er niet.", "Noem een bestand dat met `wederkerig backup` is gemaakt.")
    with opened(source) as (manifest, data):
        _refuse_what_does_not_fit(manifest)
        if is_in_use() and not overwrite:
            raise BackupError(
                "Er staat hier al een register.", "Gebruik --overschrijf als dat mag verdwijnen."
            )
        connections.close_all()
        _KINDS[connection.vendor].restore_from(data, manifest.rijen)
    clear_sessions()
    return manifest


def _refuse_what_does_not_fit(manifest: Manifest) -> None:
    if manifest.database != connection.vendor:
        theirs, ours = _NAMES[manifest.database], _NAMES[connection.vendor]
        raise BackupError(
            f"Deze back-up is van {theirs}, en dit register staat in {ours}.",
            "Herstel hem in een register met dezelfde soort database.",
        )
    if set(manifest.migraties) - known_migrations():
        raise BackupError(
            f"Deze back-up is van een nieuwere versie van wederkerig ({manifest.versie}).",
            "Installeer die versie eerst.",
        )
