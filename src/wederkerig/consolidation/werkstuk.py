"""The document while it is being amended: opened once, changed by one plan after another, closed again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wederkerig.consolidation.identiteit import identify
from wederkerig.consolidation.lagen import Laag
from wederkerig.model import (
    Afspraak,
    Begrip,
    Hoofdstuk,
    Kader,
    Kop,
    Overeenkomst,
    Partij,
    Stap,
    Tabel,
    Thema,
)


@dataclass(slots=True)
class Concept:
    """An agreement while it is being amended.

    gelezen: as it was read; its facts hold as long as its words do. besluiten: who changed it;
    vroeger: its words before each decision that did.
    """

    id: str
    nummer: str
    thema: str | None
    rubriek: str | None
    tekst: str
    stappen: tuple[Stap, ...] = ()
    eerder: tuple[str, ...] = ()
    lagen: tuple[Laag, ...] = ()
    besluiten: tuple[str, ...] = ()
    vroeger: tuple[tuple[str, str], ...] = ()
    gelezen: Afspraak | None = None

    def copy(self) -> Concept:
        """Another with the same values: many times as fast as `copy.copy`, and made for every version."""
        return Concept(
            self.id,
            self.nummer,
            self.thema,
            self.rubriek,
            self.tekst,
            self.stappen,
            self.eerder,
            self.lagen,
            self.besluiten,
            self.vroeger,
            self.gelezen,
        )


@dataclass(slots=True)
class Werkstuk:
    """A document while it is being amended.

    tabellen: each with the id of the agreement it belongs to. gebracht: the decision that brought a
    sentence outside the agreements, also of sentences that went again.
    """

    basis: Overeenkomst
    kop: Kop
    afspraken: list[Concept]
    partijen: tuple[Partij, ...]
    hoofdstukken: tuple[Hoofdstuk, ...]
    themas: tuple[Thema, ...]
    tabellen: tuple[Tabel, ...]
    tabel_bij: tuple[str | None, ...]
    begrippen: tuple[Begrip, ...]
    kaders: tuple[Kader, ...]
    gebracht: dict[str, str] = field(default_factory=dict)


def open_stuk(stuk: Overeenkomst) -> Werkstuk:
    """The document ready to be amended."""
    stuk = identify(stuk)
    bearer: dict[str | None, str | None] = {}
    for afspraak in stuk.afspraken:
        bearer.setdefault(afspraak.nummer, afspraak.id)
    return Werkstuk(
        basis=stuk,
        kop=Kop(
            soort=stuk.soort,
            titel=stuk.titel,
            gemeente=stuk.gemeente,
            looptijd=stuk.looptijd,
            ondertekening=stuk.ondertekening,
        ),
        afspraken=[_open(afspraak) for afspraak in stuk.afspraken],
        partijen=stuk.partijen,
        hoofdstukken=stuk.hoofdstukken,
        themas=stuk.themas,
        tabellen=stuk.tabellen,
        tabel_bij=tuple(bearer.get(tabel.afspraak) for tabel in stuk.tabellen),
        begrippen=stuk.begrippen,
        kaders=stuk.kaders,
    )


def _open(afspraak: Afspraak) -> Concept:
    return Concept(
        id=afspraak.id or "",
        nummer=afspraak.nummer,
        thema=afspraak.thema,
        rubriek=afspraak.rubriek,
        tekst=afspraak.tekst,
        stappen=afspraak.stappen,
        eerder=afspraak.eerder,
        lagen=(Laag(len(afspraak.tekst), None),),
        gelezen=afspraak,
    )


def snapshot(werk: Werkstuk) -> Werkstuk:
    """A copy that can be amended while the original stays as it is."""
    return replace(
        werk, afspraken=[concept.copy() for concept in werk.afspraken], gebracht=dict(werk.gebracht)
    )


def close_stuk(werk: Werkstuk) -> Overeenkomst:
    """The document as it stands now. Facts of agreements whose words changed are left out: read them anew."""
    kop = werk.kop
    return werk.basis.model_copy(
        update={
            "soort": kop.soort,
            "titel": kop.titel,
            "gemeente": kop.gemeente,
            "looptijd": kop.looptijd,
            "ondertekening": kop.ondertekening,
            "afspraken": tuple(close_afspraak(concept) for concept in werk.afspraken),
            "partijen": werk.partijen,
            "hoofdstukken": werk.hoofdstukken,
            "themas": werk.themas,
            "tabellen": werk.tabellen,
            "begrippen": werk.begrippen,
            "kaders": werk.kaders,
        }
    )


def close_afspraak(concept: Concept) -> Afspraak:
    """The agreement as it stands now."""
    old = concept.gelezen
    if old is None or old.tekst != concept.tekst or old.stappen != concept.stappen:
        return Afspraak(
            id=concept.id,
            eerder=concept.eerder,
            nummer=concept.nummer,
            thema=concept.thema,
            rubriek=concept.rubriek,
            tekst=concept.tekst,
            stappen=concept.stappen,
        )
    places = (concept.nummer, concept.thema, concept.rubriek, concept.eerder)
    if places == (old.nummer, old.thema, old.rubriek, old.eerder):
        return old
    return old.model_copy(
        update={
            "nummer": concept.nummer,
            "thema": concept.thema,
            "rubriek": concept.rubriek,
            "eerder": concept.eerder,
        }
    )
