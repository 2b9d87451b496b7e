"""Copying a database of SQLite, and putting one in its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from django.db import connection

from wederkerig.web.config.omgeving import OWNER_FILE, make_folder
from wederkerig.web.operations.backup.errors import BackupError
from wederkerig.web.operations.backup.guards import APPLIED, make_guards

_NAME = "register.sqlite3"
_STOP = "Stop de site en alle werkers, en geef de opdracht opnieuw."


def copy_to(folder: Path) -> tuple[str, dict[str, int]]:
    """Copy the database as it is at one moment, while others go on writing; its name, and rows by table."""
    copy = folder / _NAME
    with closing(sqlite3.connect(_place())) as source, closing(sqlite3.connect(copy)) as target:
        # all pages in one step: a single moment
        source.backup(target, pages=-1)
        # one file, without a log beside it
        target.execute("PRAGMA journal_mode=DELETE")
    return _NAME, checked(copy)


def checked(path: Path) -> dict[str, int]:
    """How many rows each table has, of a database that is sound. Raises BackupError where it is not."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        try:
            whole = database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            linked = not database.execute("PRAGMA foreign_key_check").fetchall()
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            rows = {name: _count(database, name) for (name,) in names if not name.startswith("sqlite_")}
        except sqlite3.DatabaseError:
            whole, linked, rows = False, False, {}
    if not (whole and linked):
        raise BackupError(
            "De kopie van de database is niet heel.", "Controleer de schijf, en probeer het opnieuw."
        )
    return rows


def _count(database: sqlite3.Connection, table: str) -> int:
    (number,) = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608  # name of a table
    return int(number)


def restore_from(data: Path, rows: Mapping[str, int]) -> None:
    """Put this database in the place of the one that is there, in one step."""
    place = _place()
    make_folder(place.parent)
    fresh = place.with_name(f"{place.name}.herstel")
    fresh.touch()
    fresh.chmod(OWNER_FILE)
    shutil.copyfile(data, fresh)
    try:
        if checked(fresh) != dict(rows):
            raise BackupError("De back-up heeft andere rijen dan hij zegt.", "Gebruik een andere back-up.")
        _guard(fresh)
        _sync(fresh)
        _replace(place, fresh)
    finally:
        fresh.unlink(missing_ok=True)


def _guard(path: Path) -> None:
    """Put our triggers in the place of those that came with the copy."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in found:
            quoted = name.replace('"', '""')
            database.execute(f'DROP TRIGGER "{quoted}"')
        make_guards("sqlite", database.execute(APPLIED).fetchall(), database.execute)
        database.commit()


def _replace(place: Path, fresh: Path) -> None:
    if not place.exists():
        fresh.replace(place)
        return
    with closing(sqlite3.connect(place, timeout=5, isolation_level=None)) as old:
        try:
            # leaving this mode folds the log into the file, and fails as long as anybody else has it open
            alone = old.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
            old.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            alone = False
        except sqlite3.DatabaseError:
            alone = True  # what stands there is no database: nobody works in it
        if not alone:
            raise BackupError("De site of een werker gebruikt de database nog.", _STOP)
        fresh.replace(place)
    _sync(place.parent)


def _sync(path: Path) -> None:
    """Have the disk keep it, and not only the memory before the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _place() -> Path:
    return Path(connection.settings_dict["NAME"])
