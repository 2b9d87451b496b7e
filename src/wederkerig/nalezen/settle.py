"""The document with what people corrected in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from wederkerig.model import Stuk
from wederkerig.model.bron import Model
from wederkerig.nalezen.boom import harvest
from wederkerig.nalezen.item import Botsing, Los
from wederkerig.nalezen.los import tell
from wederkerig.nalezen.toepassen import apply
from wederkerig.nalezen.verbetering import Verbetering


class Nagelezen(Model):
    """A document with its corrections.

    stuk: the document; the doubt of what was settled is gone. los: corrections whose fact is not found
    in this reading. botst: corrections of what is read otherwise now than when it was corrected.
    """

    stuk: Stuk
    los: tuple[Los, ...] = ()
    botst: tuple[Botsing, ...] = ()


def settle(stuk: Stuk, verbeteringen: Iterable[Verbetering]) -> Nagelezen:
    """The document as read, with the corrections in it; every fact keeps its place.

    A correction is never dropped: it shows in the document, or it is told in `los` or `botst`. Raises
    NalezenError where a value does not fit its field.
    """
    out = apply(stuk, verbeteringen)
    return Nagelezen(
        stuk=cast(Stuk, harvest(out.root)),
        los=tell(out.root, out.los, out.index),
        botst=tuple(out.botst),
    )
