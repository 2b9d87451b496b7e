"""What is done with one file, in a process of its own when there are many: paths in, small results out."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wederkerig.checks import ConcreetheidRij, WederkerigheidRij, check, concreetheid, wederkerigheid
from wederkerig.cli.exits import DEBUG, Exit, our_mistake
from wederkerig.cli.nothing import why_doubtful, why_nothing
from wederkerig.documents import Document, DocumentError, read_document
from wederkerig.documents.errors import MissingFileError
from wederkerig.model import Bevinding, Stuk
from wederkerig.reading import read_stuk


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file gave less than hoped for: an exit code, and two sentences."""

    code: Exit
    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Report:
    """What checking one document gave."""

    bevindingen: tuple[Bevinding, ...]
    concreetheid: tuple[ConcreetheidRij, ...]
    wederkerigheid: tuple[WederkerigheidRij, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `json` is the document as data; it is empty when reading failed."""

    path: Path
    json: str = ""
    trouble: Trouble | None = None
    report: Report | None = None


def read_file(path: Path) -> Outcome:
    """Read one file; whatever goes wrong is in the outcome."""
    try:
        document = _document(path)
        stuk = read_stuk(document)
        return Outcome(path, stuk.model_dump_json(), _shortcoming(document, stuk))
    except Exception as error:  # noqa: BLE001  # one bad file must not end the batch
        return Outcome(path, trouble=_trouble(error))


def check_file(path: Path, without: Sequence[str] = ()) -> Outcome:
    """Read and check one file, leaving out the findings of some checks."""
    try:
        document = _document(path)
        stuk = read_stuk(document)
        found = tuple(finding for finding in check(stuk, document.text) if finding.code not in without)
        report = Report(found, concreetheid(stuk), wederkerigheid(stuk))
        return Outcome(path, stuk.model_dump_json(), _shortcoming(document, stuk), report)
    except Exception as error:  # noqa: BLE001  # one bad file must not end the batch
        return Outcome(path, trouble=_trouble(error))


def _document(path: Path) -> Document:
    if path.is_dir():
        advice = "Noem een map met PDF-, DOCX-, ODT-, HTML-, Markdown- of tekstbestanden."
        raise MissingFileError("in deze map staan geen stukken die wederkerig kan lezen.", advice)
    return read_document(path)


def _shortcoming(document: Document, stuk: Stuk) -> Trouble | None:
    found = stuk.afspraken or stuk.wijzigingen
    why = why_doubtful(document.text) if found else why_nothing(document.text)
    return Trouble(Exit.LEEG, *why) if why else None


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, DocumentError):
        return Trouble(Exit.ONLEESBAAR, error.what, error.advice)
    if os.environ.get(DEBUG):
        traceback.print_exc()
    return Trouble(Exit.ONZE_FOUT, *our_mistake(error))
