"""The lasting name of a norm: it follows from its agreement and the words of its quantity, not a value.

Of equal words in one agreement the order counts.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from collections import Counter
from hashlib import blake2b

from wederkerig.monitoring.normen.teksten import Tekst

_LENGTH = 12
_READABLE = 20


class Sleutelring:
    """Gives keys to the norms of one document."""

    def __init__(self) -> None:
        self._times: Counter[tuple[str, ...]] = Counter()

    def key(self, tekst: Tekst, words: str, partij: str = "") -> str:
        """The key of a norm by the words of its quantity; partij: of a part of a total, whose part it is."""
        what = (*_belongs_to(tekst), _plain(words), _plain(partij))
        self._times[what] += 1
        parts = "\x1f".join((*what, str(self._times[what])))
        digest = blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        name = "" if tekst.afspraak else tekst.nummer  # a number may change where a lasting id stays
        readable = re.sub(r"[^a-z0-9]+", "-", _ascii(name))[:_READABLE].strip("-")
        return "-".join(filter(None, ("norm", readable, b32encode(digest).decode().lower()[:_LENGTH])))


def _belongs_to(tekst: Tekst) -> tuple[str, ...]:
    if tekst.afspraak:
        return ("id", tekst.afspraak)
    kind = "afspraak" if tekst.nummer else tekst.soort
    return (kind, _plain(tekst.nummer), _plain(tekst.thema or ""))


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text)
    return re.sub(
        r"[^\w%€]|_", "", "".join(each for each in bare if not unicodedata.combining(each)).casefold()
    )


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
