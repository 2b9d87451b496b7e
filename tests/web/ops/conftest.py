"""Registers of their own, with real processes: on SQLite, or on the PostgreSQL that DATABASE_URL names."""

from __future__ import annotations

import os
import secrets
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.conftest import ROOT

ANNA = "anna@zeedrecht.example"
SERVER = os.environ.get("DATABASE_URL", "")


def wait_for(holds: Callable[[], object], seconds: float = 60) -> None:
    """Until something holds; fails where that takes too long."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "this took too long"
        time.sleep(0.02)


def wait_for_word(process: subprocess.Popen, word: str, seconds: float = 90) -> None:
    """Until a process says this word; fails, and ends it, where it says another, stops, or stays silent."""
    end = time.monotonic() + seconds
    while not select.select([process.stdout], [], [], 0.2)[0]:
        if process.poll() is not None or time.monotonic() > end:
            process.kill()
            raise AssertionError(f"{word!r} was not said: {process.communicate()}")
    said = process.stdout.readline().strip()
    if said != word:
        process.kill()
        raise AssertionError(f"{word!r} was not said, but {said!r}: {process.communicate()}")


class Plek:
    """A register of its own: where its data is, and how processes are started there."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        self.env = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "ignore",
            "WEDERKERIG_GEGEVENS": str(folder),
            "WEDERKERIG_SLEUTEL": "een sleutel die alleen voor de tests dient, lang genoeg",
            "WEDERKERIG_WERKER_GEDULD": "2",
            "WEDERKERIG_LOGNIVEAU": "WARNING",
        } | ({"DATABASE_URL": url} if url else {})

    @property
    def file(self) -> Path:
        """The database, on SQLite."""
        return self.folder / "wederkerig.sqlite3"

    def start(self, *arguments: str, **extra) -> subprocess.Popen:
        """A process of the site: `wederkerig ARGUMENTS`, or `-m module` or `-c code`."""
        command = arguments if arguments[0].startswith("-") else ("-m", "wederkerig", *arguments)
        given = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "text": True,
        }
        return subprocess.Popen([sys.executable, *command], env=self.env, cwd=self.folder, **(given | extra))

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run to the end; what it wrote."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=120)
        assert process.returncode == code, (out, err)
        return out + err

    def python(self, text: str) -> str:
        """Run a piece of Python with the site loaded."""
        return self.run("-c", f"import tests.web.ops.binnen\n{text}")

    def rows(self, sql: str) -> list[tuple]:
        """What the database answers."""
        if self.url:
            with psycopg.connect(self.url, autocommit=True) as database:
                return database.execute(sql).fetchall()
        with closing(sqlite3.connect(self.file, timeout=20)) as database:
            return database.execute(sql).fetchall()

    def wait_until_left(self) -> None:
        """Until what a killed process had going in the server is over too; SQLite has no server."""
        others = (
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        wait_for(lambda: not self.url or self.rows(others) == [(0,)])

    def tables(self) -> dict[str, list[tuple]]:
        """Everything in every table, in a fixed order."""
        names = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.url
            else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        found = {name: self.rows(f'SELECT * FROM "{name}"') for (name,) in self.rows(names)}  # noqa: S608  # names
        return {name: sorted(rows, key=repr) for name, rows in sorted(found.items())}


class Werf:
    """Makes registers, some from one that was made before, and clears them away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._databases: list[str] = []

    def maak(self, van: Plek | None = None) -> Plek:
        """A register without anything in it, or with what is in this one."""
        name = f"plek_{secrets.token_hex(6)}"
        folder = self._folder / name
        folder.mkdir()
        if not SERVER:
            if van:
                shutil.copyfile(van.file, folder / van.file.name)
            return Plek(folder, "")
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name} TEMPLATE {_name(van.url) if van else 'template1'}")
        self._databases.append(name)
        return Plek(folder, urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}")))

    def ruim_op(self) -> None:
        """Remove the databases."""
        if self._databases:
            with psycopg.connect(SERVER, autocommit=True) as server:
                for name in reversed(self._databases):
                    server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")


@pytest.fixture(scope="session")
def _voorbeelden(tmp_path_factory) -> Iterator[dict[str, Plek]]:
    """Registers to make others from: with tables only, and with agreements and a document that waits."""
    werf = Werf(tmp_path_factory.mktemp("voorbeelden"))
    leeg = werf.maak()
    leeg.python("from django.core.management import call_command; call_command('migrate', verbosity=0)")
    gevuld = werf.maak(leeg)
    gevuld.python("from tests.web.ops.binnen import *\npeople()\nmaken.overeenkomst()\nbring_in()")
    for plek in (leeg, gevuld):
        if plek.file.exists():
            # what stands in the log beside the file comes into the file
            with closing(sqlite3.connect(plek.file)) as database:
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    yield {"leeg": leeg, "gevuld": gevuld}
    werf.ruim_op()


@pytest.fixture
def werf(tmp_path) -> Iterator[Werf]:
    """Makes registers for one test."""
    made = Werf(tmp_path)
    yield made
    made.ruim_op()


@pytest.fixture
def plek(werf, _voorbeelden) -> Plek:
    """A register with its tables, and nothing in them."""
    return werf.maak(_voorbeelden["leeg"])


@pytest.fixture
def gevuld(werf, _voorbeelden) -> Plek:
    """A register with agreements, people, and a document that waits to be read."""
    return werf.maak(_voorbeelden["gevuld"])
