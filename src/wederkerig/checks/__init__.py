"""What is wrong or weak in a document: one small function a check; model in, findings out."""

from wederkerig.checks import (
    aandelen,
    adviezen,
    bijlagen,
    energie,
    getallen,
    huurgrenzen,
    jaarplan,
    looptijd,
    namen,
    nummering,
    partijen,
    tabellen,
    tegenspraak,
)
from wederkerig.checks.concreetheid import ConcreetheidRij, concreetheid
from wederkerig.checks.registry import Check
from wederkerig.checks.wederkerigheid import WederkerigheidRij, wederkerigheid
from wederkerig.model import Bevinding, Stuk

CHECKS: tuple[Check, ...] = (
    tabellen.totaal_klopt_niet,
    tabellen.saldo_klopt_niet,
    getallen.wijkt_af_van_tabel,
    tegenspraak.spreken_elkaar_tegen,
    getallen.samen_klopt_niet,
    aandelen.meer_dan_honderd,
    aandelen.hogere_grens_kleiner_deel,
    getallen.aantal_klopt_niet,
    energie.index_past_niet,
    tegenspraak.deel_groter_dan_geheel,
    huurgrenzen.twee_bedragen,
    huurgrenzen.wijkt_af,
    looptijd.titel_tegen_looptijd,
    looptijd.aantal_jaren,
    looptijd.visie_met_twee_looptijden,
    looptijd.volgorde_van_dagen,
    looptijd.datum_bestaat_niet,
    looptijd.weekdag_past_niet,
    looptijd.regeling_vervallen,
    jaarplan.termijn_blijft_staan,
    nummering.afspraak_bestaat_niet,
    nummering.tabel_bestaat_niet,
    nummering.nummering_loopt_niet_door,
    nummering.zin_staat_twee_keer,
    jaarplan.aanvulling_zonder_afspraak,
    jaarplan.kopjes_niet_gelijk,
    jaarplan.nieuw_nummer_in_reeks,
    partijen.actor_is_geen_partij,
    partijen.derde_tekent_niet,
    partijen.partij_zonder_ondertekenaar,
    partijen.geen_ondertekening,
    partijen.partij_anders_gespeld,
    namen.landelijke_naam_klopt_niet,
    namen.naam_op_twee_manieren,
    partijen.partij_dubbel_in_zin,
    partijen.groep_tekent_niet,
    bijlagen.kader_dubbel,
    bijlagen.begrip_dubbel,
    adviezen.afspraak_zonder_houvast,
    adviezen.haakjes_kloppen_niet,
    adviezen.prioriteit_zonder_afspraak,
)
"""Every check, by code."""


def check(stuk: Stuk, tekst: str = "") -> list[Bevinding]:
    """All findings of all checks, by code and in order of the document.

    tekst: the document's text as read. Without it, checks see only what stands in the facts.
    """
    return [bevinding for een in CHECKS for bevinding in een(stuk, tekst)]


__all__ = [
    "CHECKS",
    "Check",
    "ConcreetheidRij",
    "WederkerigheidRij",
    "check",
    "concreetheid",
    "wederkerigheid",
]
