"""What a command takes in: a document of any format, a document as JSON, or a history."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from wederkerig.cli.exits import Exit, RefusalError
from wederkerig.cli.layout import plain
from wederkerig.cli.nothing import why_nothing
from wederkerig.consolidation import GeschiedenisError, read_geschiedenis
from wederkerig.documents import DocumentError, read_document
from wederkerig.model import Geschiedenis, Jaarplan, Overeenkomst
from wederkerig.reading import read_stuk

_JSON = {".json", ".jsonl"}
_SCHEMA = "Kies een bestand dat met ‘lees --json’ of met ‘consolideer’ is gemaakt."
_HISTORY = b"wederkerig-geschiedenis"
_HEAD = 200  # bytes: in these a history says that it is one


def open_basis(path: Path) -> Overeenkomst | Geschiedenis:
    """The agreements, or their history. Refuses a year plan and a document without agreements."""
    found = _open(path)
    if isinstance(found, Jaarplan):
        what = "dit is een jaarplan, en geen stuk met afspraken."
        raise RefusalError(Exit.PAST_NIET, str(path), what, "Noem eerst het stuk dat het jaarplan wijzigt.")
    return found


def open_overeenkomst(path: Path) -> Overeenkomst:
    """The agreements. Refuses a year plan, a history, and a document without agreements."""
    found = open_basis(path)
    if isinstance(found, Geschiedenis):
        what = "dit is een geschiedenis, en hier is één stuk nodig."
        raise RefusalError(
            Exit.PAST_NIET, str(path), what, "Maak er eerst een stuk van met ‘wederkerig versie’."
        )
    return found


def open_geschiedenis(path: Path) -> Geschiedenis:
    """A history."""
    with fitting(str(path)):
        return read_geschiedenis(_bytes(path))


def open_jaarplan(path: Path) -> Jaarplan:
    """A year plan. Refuses what holds no amendments."""
    found = _open(path)
    if not isinstance(found, Jaarplan):
        what = "dit is geen jaarplan: er staan geen wijzigingen van afspraken in."
        raise RefusalError(Exit.PAST_NIET, str(path), what, "Kies het jaarplan, of draai de volgorde om.")
    if not found.wijzigingen:
        what = "in dit jaarplan zijn geen wijzigingen gevonden."
        raise RefusalError(Exit.PAST_NIET, str(path), what, "Bekijk met ‘wederkerig lees’ wat er gelezen is.")
    return found


@contextmanager
def fitting(name: str) -> Iterator[None]:
    """What does not fit together is told with the name of what it is about, and nothing is written."""
    try:
        yield
    except GeschiedenisError as error:
        raise RefusalError(Exit.PAST_NIET, name, error.what, error.advice) from error


def parsed_json(path: Path, advice: str = _SCHEMA) -> Any:  # noqa: ANN401  # whatever JSON holds
    """What stands in a JSON file. advice: what to do when it is none."""
    import json

    try:
        return json.loads(_bytes(path).decode())
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        what = "dit bestand is geen JSON, is niet volledig, of bevat meer dan één stuk."
        raise RefusalError(Exit.ONLEESBAAR, str(path), what, advice) from error


def _open(path: Path) -> Overeenkomst | Jaarplan | Geschiedenis:
    return _from_json(path) if path.suffix.lower() in _JSON else _from_document(path)


def _from_document(path: Path) -> Overeenkomst | Jaarplan:
    try:
        document = read_document(path)
    except DocumentError as error:
        raise RefusalError(Exit.ONLEESBAAR, str(path), error.what, error.advice) from error
    stuk = read_stuk(document)
    for notice in stuk.bestand.meldingen if stuk.bestand else ():
        click.echo(f"{plain(str(path))}: let op: {plain(notice)}", err=True)
    if isinstance(stuk, Jaarplan):
        return stuk
    if not isinstance(stuk, Overeenkomst) or not stuk.afspraken:
        raise RefusalError(Exit.LEEG, str(path), *why_nothing(document.text))
    return stuk


def _from_json(path: Path) -> Overeenkomst | Jaarplan | Geschiedenis:
    data = _bytes(path)
    if _HISTORY in data[:_HEAD]:
        return open_geschiedenis(path)
    content = parsed_json(path)
    try:
        stuk: Jaarplan | Overeenkomst = _kind(content).model_validate_json(data)
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        what = f"dit is geen stuk als gegevens: {place or 'de opbouw'} klopt niet."
        raise RefusalError(Exit.ONLEESBAAR, str(path), what, _SCHEMA) from error
    if isinstance(stuk, Overeenkomst) and not stuk.afspraken:
        raise RefusalError(Exit.LEEG, str(path), "in dit stuk staan geen afspraken.", _SCHEMA)
    return stuk


def _kind(content: object) -> type[Jaarplan | Overeenkomst]:
    plan = isinstance(content, dict) and content.get("soort") == "jaarplan"
    return Jaarplan if plan else Overeenkomst


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        what, advice = "dit bestand bestaat niet.", "Controleer de naam en de map."
        raise RefusalError(Exit.ONLEESBAAR, str(path), what, advice) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        what = f"dit bestand kan niet worden gelezen ({reason})."
        raise RefusalError(Exit.ONLEESBAAR, str(path), what, "Controleer de naam en uw rechten.") from error
