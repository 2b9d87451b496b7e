"""Figures and reports for the demo: one report that was published, and one that is open for reply."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from wederkerig.monitoring.indicatoren import indicator
from wederkerig.monitoring.normtekst import place_words
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.domain.bijdragen import Geschreven, contribute
from wederkerig.web.monitor.domain.indienen import Opgegeven, record_figures
from wederkerig.web.monitor.domain.metingen import norm_in
from wederkerig.web.monitor.domain.rapporten import Opdracht, make_concept, take_step
from wederkerig.web.monitor.models import Rapport, RapportFase
from wederkerig.web.operations.demo.mensen import (
    BELEID,
    LINDEWAARDE,
    MENSEN,
    SLUISWACHTER,
    VELDERMEER,
    WETERING,
)
from wederkerig.web.operations.demo.normen import norm_saying
from wederkerig.web.register.models import Overeenkomst

_WEEK = dt.timedelta(days=7)


class Regel(NamedTuple):
    """The figures of an organisation on one thing: by period the figure, and what it is a share of.

    norm: where they are about one norm its number and words; nothing is handed in where it is not read.
    """

    wie: str
    indicator: str
    cijfers: dict[str, tuple[str, str | None]]
    norm: tuple[str, str] | None = None


def _of(**cijfers: str) -> dict[str, tuple[str, str | None]]:
    """j2025="17/210": over 2025, 17 percent of 210."""
    found = {}
    for when, said in cijfers.items():
        value, _, base = said.partition("/")
        found[when] = (value, base or None)
    return found


CIJFERS = (
    Regel(WETERING, "voorraad-sociaal", _of(d2025="2846", d2026="2882", h2026="2904")),
    Regel(LINDEWAARDE, "voorraad-sociaal", _of(d2025="1512", d2026="1527", h2026="1534")),
    Regel(WETERING, "nieuwbouw", _of(j2025="64", e2026="38")),
    Regel(LINDEWAARDE, "nieuwbouw", _of(j2025="21", e2026="12")),
    Regel(WETERING, "sloop", _of(j2025="16", e2026="12")),
    Regel(LINDEWAARDE, "sloop", _of(j2025="12", e2026="0")),
    Regel(WETERING, "verkoop", _of(j2025="12", e2026="11")),
    Regel(LINDEWAARDE, "verkoop", _of(j2025="6", e2026="0")),
    Regel(WETERING, "toewijzing-afwijkend", _of(j2025="28/214", e2026="26/108")),
    Regel(LINDEWAARDE, "toewijzing-afwijkend", _of(j2025="22/121", e2026="23/64")),
    Regel(WETERING, "toewijzing-loting", _of(j2025="24/214", e2026="22/108")),
    Regel(LINDEWAARDE, "toewijzing-loting", _of(j2025="21/121", e2026="25/64")),
    Regel(WETERING, "verhuring-goedkoop", _of(j2025="17/214", e2026="18/108")),
    Regel(LINDEWAARDE, "verhuring-goedkoop", _of(j2025="12/121", e2026="14/64")),
    Regel(WETERING, "verhuring-goedkoop-tot-laag", _of(j2025="58/214", e2026="57/108")),
    Regel(LINDEWAARDE, "verhuring-goedkoop-tot-laag", _of(j2025="60/121", e2026="58/64")),
    Regel(WETERING, "verhuring-laag-tot-huurgrens", _of(j2025="25/214", e2026="25/108")),
    Regel(LINDEWAARDE, "verhuring-laag-tot-huurgrens", _of(j2025="28/121", e2026="28/64")),
    Regel(WETERING, "huur-tot-laag", _of(d2026="73/2882", h2026="72/2904")),
    Regel(LINDEWAARDE, "huur-tot-laag", _of(d2026="69/1527", h2026="68/1534")),
    Regel(WETERING, "label-efg", _of(d2025="241", d2026="152", h2026="118")),
    Regel(LINDEWAARDE, "label-efg", _of(d2025="114", d2026="83", h2026="61")),
    Regel(WETERING, "isolatie", _of(j2025="131", e2026="70"), ("16", "480 tot 520 woningen")),
    Regel(LINDEWAARDE, "isolatie", _of(j2025="48", e2026="22"), ("16", "circa 260")),
    Regel(WETERING, "woningen-uitstroom", _of(j2025="12", e2026="7")),
    Regel(LINDEWAARDE, "woningen-uitstroom", _of(j2025="4", e2026="2")),
    Regel(VELDERMEER, "statushouders-halfjaartaak", _of(d2026="38", h2026="35")),
    Regel(WETERING, "statushouders", _of(j2025="47", e2026="23")),
    Regel(LINDEWAARDE, "statushouders", _of(j2025="26", e2026="13")),
    Regel(VELDERMEER, "doorstroming-ouderen", _of(j2025="21", e2026="11")),
    Regel(WETERING, "doorstroming-ouderen", _of(j2025="19", e2026="10")),
    Regel(LINDEWAARDE, "doorstroming-ouderen", _of(j2025="14", e2026="8")),
    Regel(WETERING, "toegankelijk-gemaakt", _of(j2025="62", e2026="41")),
    Regel(LINDEWAARDE, "toegankelijk-gemaakt", _of(j2025="28", e2026="17")),
    Regel(VELDERMEER, "plancapaciteit-sociaal", _of(d2026="96", h2026="128")),
    Regel(VELDERMEER, "programma-sociaal", _of(j2025="32/240", e2026="27/150")),
    Regel(VELDERMEER, "programma-middenhuur", _of(j2025="11/240", e2026="12/150")),
    Regel(VELDERMEER, "buurtbemiddeling-opgelost", _of(j2025="83/41")),
    Regel(VELDERMEER, "vroegsignalering-aandeel", _of(e2026="64/190")),
    Regel(WETERING, "doorlooptijd", _of(j2025="6/41", e2026="5/22"), ("3", "binnen acht weken")),
    Regel(LINDEWAARDE, "doorlooptijd", _of(j2025="7/18", e2026="7/9"), ("3", "binnen acht weken")),
    Regel(WETERING, "doorlooptijd", _of(j2025="1.8/310", e2026="1.6/150"), ("18", "binnen tien werkdagen")),
    Regel(LINDEWAARDE, "doorlooptijd", _of(j2025="2.9/140", e2026="1.9/71"), ("18", "binnen tien werkdagen")),
    Regel(VELDERMEER, "budget", _of(j2025="75000", e2026="75000"), ("13", "€ 75.000")),
    Regel(WETERING, "budget", _of(j2025="30000", e2026="30000"), ("13", "€ 30.000")),
)


def report(overeenkomst: Overeenkomst, people: dict[str, Gebruiker], vandaag: dt.date) -> None:
    """Hand in figures, publish the report of the half year before the last, and open the last for reply.

    Nothing where the agreements have not lasted that long.
    """
    first, second = _halves(vandaag)
    if overeenkomst.van is None or first <= overeenkomst.van:
        return
    writers = {naam: people[mens.email] for mens in MENSEN for naam in mens.bij if mens.rol == BELEID.rol}
    _hand_in(overeenkomst, writers, vandaag)
    made = _concept(overeenkomst, writers, first, vandaag - 12 * _WEEK)
    _publish(made, writers, vandaag - 10 * _WEEK)
    _open_reply(_concept(overeenkomst, writers, second, vandaag - _WEEK), writers, vandaag)


def _halves(vandaag: dt.date) -> tuple[dt.date, dt.date]:
    """The last days of both half years that were over last."""
    summer, winter = dt.date(vandaag.year, 6, 30), dt.date(vandaag.year - 1, 12, 31)
    if summer <= vandaag - _WEEK:
        return winter, summer
    return dt.date(vandaag.year - 1, 6, 30), winter


def _hand_in(overeenkomst: Overeenkomst, writers: dict[str, Gebruiker], vandaag: dt.date) -> None:
    for naam in (VELDERMEER, WETERING, LINDEWAARDE):
        given = [
            figure
            for regel in CIJFERS
            if regel.wie == naam and (about := _about(overeenkomst, regel)) is not None
            for when, (value, base) in regel.cijfers.items()
            if (figure := _figure(regel.indicator, when, value, base, about)).peildatum <= vandaag
        ]
        organisatie = Organisatie.objects.get(naam=naam)
        for gemeente in overeenkomst.gemeenten.all():
            record_figures(organisatie, gemeente, given, door=writers[naam], op=vandaag)


def _about(overeenkomst: Overeenkomst, regel: Regel) -> tuple[str, str] | None:
    """The norm that figures are about, by name and in words; None where it is not there."""
    if regel.norm is None:
        return "", ""
    held = norm_saying(overeenkomst, *regel.norm)
    if held is None:
        return None
    return norm_in(overeenkomst.pk, held.sleutel), place_words(held.norm)


def _figure(name: str, when: str, value: str, base: str | None, about: tuple[str, str]) -> Opgegeven:
    """d2026: as the year begins; h2026: halfway; j2025: over the year; e2026: over its first half."""
    year, kind = int(when[1:]), when[0]
    day = {
        "d": dt.date(year - 1, 12, 31),
        "h": dt.date(year, 6, 30),
        "j": dt.date(year, 12, 31),
        "e": dt.date(year, 6, 30),
    }[kind]
    return Opgegeven(
        indicator=name,
        norm=about[0],
        waarover=about[1],
        peildatum=day,
        van=dt.date(year, 1, 1) if indicator(name).soort == "stroom" else None,
        waarde=Decimal(value),
        noemer=Decimal(base) if base else None,
        bron="eigen administratie",
    )


def _concept(
    overeenkomst: Overeenkomst, writers: dict[str, Gebruiker], peildatum: dt.date, op: dt.date
) -> Rapport:
    opdracht = Opdracht("halfjaarrapport", peildatum, op + _WEEK, op + 4 * _WEEK)
    gemeente = Organisatie.objects.get(naam=VELDERMEER)
    return make_concept(overeenkomst, opdracht, namens=gemeente, door=writers[VELDERMEER], vandaag=op)


def _publish(made: Rapport, writers: dict[str, Gebruiker], op: dt.date) -> None:
    _write(made, WETERING, writers, op - 2 * _WEEK, _TOELICHTING)
    reply = _step(made, RapportFase.WEERWOORD, writers, op)
    _write(reply, SLUISWACHTER, writers, op, _WEERWOORD)
    _step(reply, RapportFase.GEPUBLICEERD, writers, reply.weerwoord_tot + _WEEK)


def _open_reply(made: Rapport, writers: dict[str, Gebruiker], vandaag: dt.date) -> None:
    _write(made, WETERING, writers, vandaag - _WEEK, _TOELICHTING_LATER)
    _step(made, RapportFase.WEERWOORD, writers, vandaag + _WEEK)


def _step(made: Rapport, naar: RapportFase, writers: dict[str, Gebruiker], op: dt.date) -> Rapport:
    gemeente = Organisatie.objects.get(naam=VELDERMEER)
    return take_step(made, naar, namens=gemeente, door=writers[VELDERMEER], vandaag=op, stand=made.stand)


def _write(
    made: Rapport, naam: str, writers: dict[str, Gebruiker], op: dt.date, texts: dict[str, str]
) -> None:
    organisatie = Organisatie.objects.get(naam=naam)
    said = [Geschreven(over, tekst) for over, tekst in texts.items()]
    contribute(made, organisatie, writers[naam], said, vandaag=op)


_TOELICHTING = {
    "": "Wij bouwden in 2025 meer dan gepland. Voor de jaren daarna is nog niet overal een locatie.",
    "beschikbaarheid": "Twee projecten wachten op een aansluiting op het stroomnet.",
}
_WEERWOORD = {
    "": "De huurders missen cijfers over wachttijden. Wij stellen voor die er volgend jaar bij te nemen.",
}
_TOELICHTING_LATER = {
    "betaalbaarheid": "Bij nieuwbouw lukt een huur tot de lage aftoppingsgrens niet altijd.",
}
