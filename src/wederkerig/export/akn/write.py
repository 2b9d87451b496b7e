"""Writes a version of the agreements as Akoma Ntoso 3.0."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wederkerig.export.akn import body, elements, levensloop, meta
from wederkerig.export.akn.levensloop import Gebeurtenis, Levensloop
from wederkerig.export.akn.naming import SOORT, UNKNOWN_DAY
from wederkerig.model import Besluit, Overeenkomst, Verwerking


def akoma_ntoso(
    stuk: Overeenkomst, *, gebeurtenissen: Sequence[Gebeurtenis] = (), versie: int | None = None
) -> bytes:
    """One version as a file.

    gebeurtenissen: the whole life of the document, the conclusion of its base first. versie: which of
    them (from 0) brought `stuk`; None means the last one. Raises ValueError for an event that is not there.
    """
    return _file(levensloop.version(stuk, gebeurtenissen, versie))


def history_akoma_ntoso(
    versies: Sequence[tuple[Besluit | None, Overeenkomst, Sequence[Verwerking]]],
    *,
    vastgesteld: date | None = None,
    inwerking: date | None = None,
    ondertekend: date | None = None,
) -> tuple[bytes, ...]:
    """A file for each version, and each knows the whole life of the document.

    versies: the base with None, then each decision with the version it brought and what became of its
    amendments. The dates are those of the base, as in a `Geschiedenis`.
    """
    events = [
        Gebeurtenis(
            besluit.naam, besluit.inwerking, besluit.vastgesteld, besluit.ondertekend, stuk, tuple(done)
        )
        if besluit
        else _base(stuk, vastgesteld, inwerking, ondertekend)
        for besluit, stuk, done in versies
    ]
    return tuple(
        akoma_ntoso(stuk, gebeurtenissen=events, versie=at) for at, (_, stuk, _) in enumerate(versies)
    )


def _base(
    stuk: Overeenkomst, vastgesteld: date | None, inwerking: date | None, ondertekend: date | None
) -> Gebeurtenis:
    begin = stuk.looptijd.van if stuk.looptijd else None
    signed = ondertekend or (stuk.ondertekening.datum if stuk.ondertekening else None)
    first = inwerking or begin or vastgesteld or signed or UNKNOWN_DAY
    return Gebeurtenis(stuk.titel, first, vastgesteld or signed, signed, stuk)


def _file(leven: Levensloop) -> bytes:
    root = elements.root()
    contains = "originalVersion" if leven.at == 0 else "singleVersion"
    doc = elements.add(root, "doc", attributes={"name": SOORT, "contains": contains})
    meta.write_meta(doc, leven)
    body.write_preface(doc, leven.stuk)
    body.write_body(doc, leven)
    body.write_conclusions(doc, leven.stuk)
    return elements.serialize(root)
