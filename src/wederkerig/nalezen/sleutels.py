"""The key of a fact: a short name that stays when the document is read again, or with a newer reader.

A key follows from what the fact is in the source, never from its place in a list:

- its kind;
- for what belongs to an agreement (or to a step of one): the printed number of that agreement;
- for an agreement: its own printed number;
- its words as read, without spaces, punctuation, accents and capitals, the first 80 characters;
- for quantities, deadlines, references and tables, which repeat: the last 16 characters of the words
  just before it in the document, or the key of what it belongs to where it has no place;
- an ordinal among the facts that are equal in all of this, which are few.

So no key changes because another fact is found or lost, nor because a value is read otherwise from the
same words. When the words or the number are read otherwise, the correction is told as `los`. Keys are
lower-case letters, figures and hyphens: a readable part, and 12 characters of a hash.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from collections import Counter
from hashlib import blake2b
from typing import Any

from wederkerig.model import Bron
from wederkerig.model.bron import Model
from wederkerig.nalezen.soorten import SOORTEN, Soort

KOP = "kop"
"""The key of the document itself: its title, term and signing."""

_OPENING = 80
_BEFORE = 16
_HINT = 20
_REPEAT = frozenset({"getal", "termijn", "verwijzing", "tabel"})
_OWN_NAME = {"afspraak": "nummer", "partij": "naam", "thema": "titel", "begrip": "term"}


class Sleutelbos:
    """Gives keys, and knows how often it gave one to an equal."""

    def __init__(self) -> None:
        self._times: Counter[tuple[str, ...]] = Counter()

    def key(self, soort: str, feit: Model, nummer: str = "", ouder: str = "") -> str:
        """The key of a fact; nummer: that of its agreement; ouder: the key of what it belongs to."""
        kind = SOORTEN[soort]
        what = identity(kind, feit, nummer, ouder)
        self._times[what] += 1
        return _name(kind, feit, nummer, (*what, str(self._times[what])))


def identity(soort: Soort, feit: Model, nummer: str, ouder: str) -> tuple[str, ...]:
    """What the key is made from, but for the ordinal."""
    own = str(getattr(feit, "nummer", "")) if soort.naam == "afspraak" else nummer
    return soort.naam, own, plain(soort.woorden(feit))[:_OPENING], _around(soort, feit, ouder)


def plain(text: str) -> str:
    """The letters and figures of a text, without accents and capitals; % and € stay."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    return re.sub(r"[^\w%€]|_", "", bare.casefold())


def _around(soort: Soort, feit: Model, ouder: str) -> str:
    if soort.naam not in _REPEAT:
        return ""
    bron: Bron | None = getattr(feit, "bron", None)
    return plain(bron.voor)[-_BEFORE:] if bron else f"in {ouder}"


def _name(soort: Soort, feit: Any, nummer: str, what: tuple[str, ...]) -> str:  # noqa: ANN401  # any model
    readable = str(getattr(feit, _OWN_NAME[soort.naam])) if soort.naam in _OWN_NAME else nummer
    digest = blake2b("\x1f".join(what).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    parts = (soort.naam, _slug(readable), b32encode(digest).decode().lower()[:12])
    return "-".join(part for part in parts if part)


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare)[:_HINT].strip("-")
