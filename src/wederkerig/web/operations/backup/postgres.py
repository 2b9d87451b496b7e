"""Copying a database of PostgreSQL at one moment, and putting one in its place in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.db.backends.utils import CursorWrapper

from wederkerig.web.operations.backup.errors import BackupError
from wederkerig.web.operations.backup.guards import APPLIED, make_guards
from wederkerig.web.operations.backup.programs import run, sql_of

_NAME = "register.pgdump"
_STOP = "Stop de site en alle werkers, en geef de opdracht opnieuw."
# Everything that the site made here, so that what a newer version added goes too.
_NO_TABLES = """
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', each.name);
  END LOOP;
END $$;
"""
# Functions, and with them the triggers that call them.
_NO_FUNCTIONS = """
DO $$
DECLARE each record;
BEGIN
  FOR each IN
    SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', each.name);
  END LOOP;
END $$;
"""
_ONLY_FOR_PSQL = re.compile(rb"\\(?:un)?restrict \w+$")
_COPY = re.compile(rb'^COPY (?:"?\w+"?\.)?"?(\w+)"? \(')


def copy_to(folder: Path) -> tuple[str, dict[str, int]]:
    """Copy the database as it is at one moment, while others go on writing; its name, and rows by table."""
    copy = folder / _NAME
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        moment = _first(cursor, "SELECT pg_export_snapshot()")
        rows = _count(cursor)
        run("pg_dump", "-Fc", "--no-owner", "--no-privileges", f"--snapshot={moment}", f"--file={copy}")
    if _rows_in(copy) != rows:
        raise BackupError("De kopie heeft andere rijen dan de database.", "Probeer het opnieuw.")
    return _NAME, rows


def restore_from(data: Path, rows: Mapping[str, int]) -> None:
    """Put this database in the place of the one that is there: all of it, or none."""
    if _rows_in(data) != dict(rows):
        raise BackupError("De back-up heeft andere rijen dan hij zegt.", "Gebruik een andere back-up.")
    with connection.cursor() as cursor:
        _refuse_company(cursor)
        schema = _quoted(str(_first(cursor, "SELECT current_schema()")))
    connection.close()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '15s'")
            cursor.execute(_NO_TABLES)
            cursor.execute(_NO_FUNCTIONS)
            with sql_of(data) as script:
                _carry_out(cursor, script)
            _guard(cursor)
            for check in _checks(schema, rows):
                cursor.execute(check)
    except DatabaseError as error:
        raise BackupError(
            f"Het herstel is niet gelukt: {_complaint(error)}", "Er is niets veranderd."
        ) from error
    finally:
        # what was set for reading the copy goes with the connection
        connection.close()


def _carry_out(cursor: CursorWrapper, script: Iterator[bytes]) -> None:
    """Run a script of pg_restore here: psql would obey orders to the computer in it too."""
    statements: list[bytes] = []
    for line in script:
        if _ONLY_FOR_PSQL.match(line):
            continue
        statements.append(line)
        if _COPY.match(line):
            *before, copy = statements
            statements = []
            _run(cursor, before)
            with cursor.copy(copy.decode()) as receiver:
                for row in iter(script.__next__, b"\\.\n"):
                    receiver.write(row)
    _run(cursor, statements)


def _run(cursor: CursorWrapper, statements: Iterable[bytes]) -> None:
    if text := b"".join(statements).decode().strip():
        cursor.execute(text)


def _guard(cursor: CursorWrapper) -> None:
    """Put our triggers in the place of those that came with the copy; rules it has none."""
    cursor.execute("RESET search_path")
    cursor.execute(_NO_FUNCTIONS)
    if _first(cursor, "SELECT count(*) FROM pg_rules WHERE schemaname = current_schema()"):
        raise BackupError(
            "De back-up bevat regels die het register niet kent.", "Gebruik een andere back-up."
        )
    cursor.execute(APPLIED)
    make_guards("postgresql", cursor.fetchall(), cursor.execute)


def _complaint(error: Exception) -> str:
    return str(error).splitlines()[0][:300] if str(error) else "geen reden gegeven."


def _refuse_company(cursor: CursorWrapper) -> None:
    """Nobody else may be in the database: what they wrote now would be gone."""
    others = _first(
        cursor,
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
    )
    if others:
        raise BackupError("De site of een werker gebruikt de database nog.", _STOP)


def _checks(schema: str, rows: Mapping[str, int]) -> Iterator[str]:
    """Statements that break off the transaction where a table has not the rows it should have."""
    for table, count in rows.items():
        found = f"SELECT count(*) FROM {schema}.{_quoted(table)}"  # noqa: S608  # name of a table
        wrong = f"IF ({found}) <> {count:d} THEN RAISE EXCEPTION 'rows are missing'; END IF;"
        yield f"DO $$ BEGIN {wrong} END $$"


def _count(cursor: CursorWrapper) -> dict[str, int]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
    names = [str(name) for (name,) in cursor.fetchall()]
    return {name: int(str(_first(cursor, f"SELECT count(*) FROM {_quoted(name)}"))) for name in names}  # noqa: S608  # names of tables


def _rows_in(copy: Path) -> dict[str, int]:
    """How many rows each table has in the copy, which is read to its end for that."""
    with sql_of(copy, "--data-only") as script:
        return _rows_by_table(script)


def _rows_by_table(script: Iterable[bytes]) -> dict[str, int]:
    found: dict[str, int] = {}
    table = ""
    for line in script:
        if not table:
            match = _COPY.match(line)
            if match:
                table = match[1].decode()
                found[table] = 0
        elif line == b"\\.\n":
            table = ""
        else:
            found[table] += 1
    return found


def _first(cursor: CursorWrapper, sql: str) -> object:
    cursor.execute(sql)
    row = cursor.fetchone()
    return row[0] if row else None


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
