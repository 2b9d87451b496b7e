"""The programs that come with PostgreSQL: where they are, and how they are told where the database is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.db import connection

from wederkerig.web.operations.backup.errors import BackupError

_INSTALL = (
    "Installeer de programma's van PostgreSQL, niet ouder dan de server (op Debian: apt-get install "
    "postgresql-client), of noem hun map in POSTGRES_BIN."
)
_PLACES = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/usr", "pgsql-*/bin"),
    ("/opt/homebrew/opt", "postgresql*/bin"),
)
# The password goes this way too: on the command line everybody on the computer would see it.
_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}


def run(program: str, *options: str) -> None:
    """Run a program on the database. Raises BackupError with what it complained of."""
    command = [_find(program), *options]
    ended = subprocess.run(command, env=_environment(), capture_output=True, check=False)  # noqa: S603  # ours
    if ended.returncode:
        raise BackupError(f"{program} is niet gelukt: {_complaint(ended.stderr)}", _INSTALL)


@contextmanager
def sql_of(copy: Path, *options: str) -> Iterator[IO[bytes]]:
    """A copy that pg_dump made as SQL, as it comes. Raises BackupError where it cannot be read to its end."""
    command = [_find("pg_restore"), "--no-owner", "--no-privileges", *options, "--file=-", str(copy)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603  # ours
        assert process.stdout and process.stderr  # noqa: S101, PT018  # they are pipes
        yield process.stdout
        said = process.stderr.read()
    if process.returncode:
        raise BackupError(f"De back-up kan niet worden gelezen: {_complaint(said)}", _INSTALL)


def _find(program: str) -> str:
    folders = [Path(given)] if (given := os.environ.get("POSTGRES_BIN")) else []
    for start, pattern in _PLACES:
        folders += sorted(Path(start).glob(pattern), key=_version, reverse=True)
    path = os.pathsep.join([*map(str, folders), os.environ.get("PATH", "")])
    found = shutil.which(program, path=path)
    if found is None:
        raise BackupError(f"Het programma {program} ontbreekt.", _INSTALL)
    return found


def _version(folder: Path) -> float:
    number = re.search(r"\d+(?:\.\d+)?", str(folder))
    return float(number[0]) if number else 0


def _environment() -> dict[str, str]:
    params = connection.get_connection_params()
    given = {name: str(params[key]) for key, name in _VARIABLES.items() if params.get(key)}
    return {"PATH": os.environ.get("PATH", ""), "PGCLIENTENCODING": "UTF8", "PGAPPNAME": "wederkerig"} | given


def _complaint(said: bytes) -> str:
    """The first thing a program complained of, without what follows from it."""
    lines = [line for line in said.decode(errors="replace").splitlines() if line.strip()]
    return lines[0][:300] if lines else "geen reden gegeven."
