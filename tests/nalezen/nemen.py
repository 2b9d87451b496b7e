"""Take facts from the screen by kind and words, and the example documents as read."""

from functools import cache
from pathlib import Path

from tests import stukken
from wederkerig.documents import read_document
from wederkerig.nalezen import items
from wederkerig.reading import read_stuk

FOLDER = Path(__file__).parent.parent.parent / "voorbeelden"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".docx", ".pdf"})


@cache
def example(name):
    """The reading of an example document."""
    return read_stuk(read_document(FOLDER / name))


@cache
def zeedrecht():
    """A document made by hand, with a little of everything in it."""
    return stukken.overeenkomst()


def item(stuk, soort, woorden="", said=()):
    """The first fact of a kind whose words hold these."""
    return next(each for each in items(stuk, said) if each.soort == soort and woorden in each.woorden)


def by_key(stuk, sleutel, said=()):
    """The fact with this key, or None."""
    return next((each for each in items(stuk, said) if each.sleutel == sleutel), None)


def without(stuk, lijst, at):
    """The document without one fact of a list."""
    facts = getattr(stuk, lijst)
    return stuk.model_copy(update={lijst: facts[:at] + facts[at + 1 :]})


def with_afspraak(stuk, at, **update):
    """The document with one agreement changed."""
    afspraken = list(stuk.afspraken)
    afspraken[at] = afspraken[at].model_copy(update=update)
    return stuk.model_copy(update={"afspraken": tuple(afspraken)})
