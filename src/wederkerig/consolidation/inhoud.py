"""What a document says, apart from where it was read: what amendments change and comparison compares."""

from __future__ import annotations

from typing import TypeVar

from wederkerig.model import Afspraak, Feit, Overeenkomst, Stap

F = TypeVar("F", bound=Feit)


def content(stuk: Overeenkomst, *, ids: bool = False) -> Overeenkomst:
    """The document without places, doubts and the facts that follow from its words.

    ids: keep the lasting ids of the agreements, to compare versions of one history.
    """
    return stuk.model_copy(
        update={
            "partijen": tuple(_bare(partij) for partij in stuk.partijen),
            "hoofdstukken": tuple(_bare(hoofdstuk) for hoofdstuk in stuk.hoofdstukken),
            "themas": tuple(_bare(thema) for thema in stuk.themas),
            "afspraken": tuple(_afspraak(afspraak, ids=ids) for afspraak in stuk.afspraken),
            "tabellen": tuple(_bare(tabel) for tabel in stuk.tabellen),
            "begrippen": tuple(_bare(begrip) for begrip in stuk.begrippen),
            "kaders": tuple(_bare(kader) for kader in stuk.kaders),
            "getallen": (),
            "termijnen": (),
            "wijzigingen": (),
            "bestand": None,
        }
    )


def _bare(fact: F) -> F:
    if fact.bron is None and fact.twijfel is None:
        return fact
    return fact.model_copy(update={"bron": None, "twijfel": None})


def _afspraak(afspraak: Afspraak, *, ids: bool) -> Afspraak:
    return Afspraak(
        id=afspraak.id if ids else None,
        eerder=afspraak.eerder if ids else (),
        nummer=afspraak.nummer,
        thema=afspraak.thema,
        rubriek=afspraak.rubriek,
        tekst=afspraak.tekst,
        stappen=tuple(Stap(tekst=stap.tekst) for stap in afspraak.stappen),
    )
