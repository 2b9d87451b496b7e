"""What the environment says: the only place that reads variables, each with a prefix of our own."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

PREFIX = "WEDERKERIG_"
# The database holds what is not published yet, and who has an account: for who runs the site alone.
OWNER_FOLDER, OWNER_FILE = 0o700, 0o600
_ON, _OFF = {"1", "ja", "true", "aan"}, {"", "0", "nee", "false", "uit"}
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # secure_delete: a list of dwellings that is thrown away must not stay in free pages of the file
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA secure_delete=ON;",
}


def words(name: str, default: str = "") -> str:
    """A setting as it stands."""
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str) -> bool:
    """A setting that is on ("1", "ja", "true", "aan") or off; a word of another kind is a mistake."""
    said = words(name).lower()
    if said not in _ON | _OFF:
        raise ImproperlyConfigured(f"{PREFIX}{name} is {said!r}, en moet 1 (aan) of 0 (uit) zijn.")
    return said in _ON


def names(name: str, default: str = "") -> list[str]:
    """A list, parted by commas."""
    return [each.strip() for each in words(name, default).split(",") if each.strip()]


def one_of(name: str, *known: str) -> str:
    """One of these words; the first where nothing is given."""
    said = words(name, known[0])
    if said not in known:
        raise ImproperlyConfigured(
            f"{PREFIX}{name} is {said!r}, en moet een van deze zijn: {', '.join(known)}."
        )
    return said


def number(name: str, default: int) -> int:
    """A whole number, zero or more."""
    said = words(name) or str(default)
    if not (said.isascii() and said.isdigit()):
        raise ImproperlyConfigured(f"{PREFIX}{name} is {said!r}, en moet een heel getal zijn.")
    return int(said)


def database(folder: Path) -> dict[str, Any]:
    """The database that DATABASE_URL names, or SQLite in this folder."""
    url = os.environ.get("DATABASE_URL", "").strip() or f"sqlite:///{folder / 'wederkerig.sqlite3'}"
    try:
        found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except ValueError as error:
        raise ImproperlyConfigured(_NO_DATABASE) from error
    if found["ENGINE"].endswith("sqlite3"):
        return found | {"OPTIONS": dict(_SQLITE)}
    if not found["ENGINE"].endswith("postgresql"):
        raise ImproperlyConfigured(_NO_DATABASE)
    return found


# the address holds a password, so it is not repeated
_NO_DATABASE = (
    "DATABASE_URL wijst geen database aan die de site kent. "
    "Geef postgres://GEBRUIKER:WACHTWOORD@SERVER/NAAM, of laat DATABASE_URL weg voor SQLite."
)


def make_folder(folder: Path) -> None:
    """Make the folder of the data, open to who runs the site alone. One that is there stays as it is."""
    folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)


def close_files(folder: Path) -> None:
    """Take from others what they can read of the database and the key, as older versions left them."""
    for path in data_files(folder):
        with suppress(OSError):  # of somebody else: the check in checks.py says so
            path.chmod(OWNER_FILE)


def data_files(folder: Path) -> list[Path]:
    """The files in this folder that hold what is not everybody's."""
    return sorted([*folder.glob("*.sqlite3*"), *folder.glob("sleutel*")])


def secret_key(folder: Path, *, production: bool) -> str:
    """The key that signs sessions: given, or for one's own computer made once and kept beside the data."""
    given = words("SLEUTEL")
    if given:
        return given
    if production:
        raise ImproperlyConfigured(f"{PREFIX}SLEUTEL ontbreekt. Geef een willekeurige tekst van 50 tekens.")
    kept = folder / "sleutel"
    try:
        make_folder(folder)
        # whoever is first makes it, whole; the others read it
        part = folder / f"sleutel.{os.getpid()}"
        if not kept.exists():
            part.touch(mode=0o600)
            part.write_text(secrets.token_urlsafe(50))
            part.replace(kept) if not kept.exists() else part.unlink()
        return kept.read_text()
    except OSError as error:
        where = f"{PREFIX}GEGEVENS={folder}"
        raise ImproperlyConfigured(f"In die map kan niet worden geschreven: {where}.") from error
