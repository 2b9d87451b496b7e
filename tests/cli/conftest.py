"""A command line on which reading is played: the words in a file say what happens when it is read."""

import os

import pytest
from click.testing import CliRunner

from tests import stukken
from tests.cli import zeedrecht
from wederkerig.cli import commands, work
from wederkerig.cli import main as command
from wederkerig.documents import Document, Format
from wederkerig.documents.errors import MissingFileError, ScannedFileError
from wederkerig.model import Bevinding, Bron

ENGLISH = "The parties agree that the housing association will build the homes by the end of the year. " * 5


def read_document(path):
    if not path.is_file():
        raise MissingFileError(f"Het bestand {path} bestaat niet.")
    words = path.read_text()
    if words == "scan":
        raise ScannedFileError("De PDF bestaat alleen uit plaatjes.")
    if words == "stuk":
        raise KeyError(words)
    if words == "dood":
        os._exit(9)
    if words in {"leeg", "engels"}:
        return Document(
            path.name, Format.TEXT, ENGLISH if words == "engels" else "Notulen van het overleg.", ()
        )
    if words == "engels met nummers":
        return Document(path.name, Format.MARKDOWN, ENGLISH, ())
    return stukken.document(path.name)


def read_stuk(document):
    if document.format is Format.TEXT:
        return stukken.overeenkomst(document.name, afspraken=(), partijen=())
    return (stukken.jaarplan if "jaarplan" in document.name else stukken.overeenkomst)(document.name)


def check(stuk, _tekst):
    if "goed" in stuk.bestand.naam:
        return []
    words = {"plaats": "afspraak 3", "uitleg": "De afspraak is vaag.", "advies": "Maak haar concreet."}
    error = {"plaats": "tabel 1", "uitleg": "De som is 12 en niet 13.", "advies": "Reken het na."}
    return [
        Bevinding(code="A900", ernst="advies", bron=Bron(van=5, tot=9), **words),
        Bevinding(code="T901", ernst="fout", bron=Bron(van=1, tot=4, pagina=2), **error),
    ]


@pytest.fixture
def _played(monkeypatch):
    for module in (work, commands):
        monkeypatch.setattr(module, "read_document", read_document)
        monkeypatch.setattr(module, "read_stuk", read_stuk)
    monkeypatch.setattr(work, "check", check)
    monkeypatch.delenv("WEDERKERIG_DEBUG", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in; `folder(name, words)` puts a file there."""
    monkeypatch.chdir(tmp_path)

    def put(name, words="goed"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)
        return path

    return put


@pytest.fixture
def run(_played):
    """Run the command in this process; gives a result with exit_code, stdout and stderr."""
    return lambda *words: CliRunner().invoke(command, [str(word) for word in words])


@pytest.fixture
def files(folder):
    """The agreements and a year plan for them."""
    zeedrecht.put(folder, "basis.json", zeedrecht.stuk())
    zeedrecht.put(folder, "plan.json", zeedrecht.plan())
    return folder
