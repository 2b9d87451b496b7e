"""Norms for the demo: what the parties confirmed, corrected and put aside, and what they are busy with."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.domain.bevestigen import confirm
from wederkerig.web.monitor.domain.bewijzen import add_evidence
from wederkerig.web.monitor.domain.concepten import Getypt, keep, mark_of
from wederkerig.web.monitor.domain.indienen import correct
from wederkerig.web.monitor.domain.invullen import due_in
from wederkerig.web.monitor.domain.normen import NormVanAfspraken, norms_of
from wederkerig.web.monitor.domain.opmerkingen import remark, stand_of
from wederkerig.web.monitor.models import Meting
from wederkerig.web.operations.demo.mensen import BELEID, MENSEN, SLUISWACHTER, VELDERMEER, WETERING
from wederkerig.web.register.models import Overeenkomst

# By the number of the agreement and the words of the quantity; what is not here nobody looked at yet.
BEVESTIGD = (
    ("1", "ten minste 4.570 woningen"),
    ("1", "360 nieuwe sociale huurwoningen"),
    ("2", "236 woningen"),
    ("2", "124 woningen"),
    ("4", "ten minste 30%"),
    ("6", "maximaal 38 woningen"),
    ("6", "maximaal 18 woningen"),
    ("8", "ten minste 20%"),
    ("8", "hooguit 25%"),
    ("9", "minimaal 15%"),
    ("9", "minimaal 55%"),
    ("9", "maximaal 30%"),
    ("15", "hooguit 120 woningen"),
    ("16", "480 tot 520 woningen"),
    ("23", "65%"),
    ("23", "35%"),
)
GEEN_NORM = (
    ("1", "4.358 woningen", "Dit is de voorraad van 1 januari 2025, het begin van de groei."),
    ("6", "minder dan 200 huurwoningen", "Dit zegt alleen waarom er in twee dorpen niets wordt verkocht."),
    ("23", "hoger dan 40 personen", "Dit zegt alleen wanneer we extra ruimte zoeken."),
    ("13", "9 woningen", "Dit was het aantal in 2024."),
)


class Aanvulling(NamedTuple):
    """What a party said otherwise than it was read."""

    nummer: str
    tekst: str
    wie: str
    velden: dict[str, Any]
    toelichting: str


AANGEVULD = (
    Aanvulling(
        "12",
        "ten minste 60%",
        WETERING,
        {"cijfers_van": (VELDERMEER,)},
        "De gemeente heeft deze cijfers, wij geven de signalen door.",
    ),
)


def settle(overeenkomst: Overeenkomst, people: dict[str, Gebruiker]) -> None:
    """The parties go through the norms: most were read right, some are none."""
    for nummer, tekst in BEVESTIGD:
        _say(overeenkomst, people, VELDERMEER, nummer, tekst)
    for nummer, tekst, waarom in GEEN_NORM:
        _say(overeenkomst, people, WETERING, nummer, tekst, geen=True, toelichting=waarom)
    for each in AANGEVULD:
        _say(
            overeenkomst,
            people,
            each.wie,
            each.nummer,
            each.tekst,
            velden=each.velden,
            toelichting=each.toelichting,
        )


def keep_busy(overeenkomst: Overeenkomst, people: dict[str, Gebruiker], vandaag: dt.date) -> None:
    """What is going on: a figure that was corrected, evidence, a remark, and drafts that nobody else sees."""
    _correct(overeenkomst, people, vandaag)
    norm = norm_saying(overeenkomst, "15", "hooguit 120 woningen")
    if norm is not None:
        remark(
            overeenkomst,
            norm.sleutel,
            "Huurders in Aldrum wachten nog op een datum. Kan de planning per complex op tafel?",
            stand=stand_of(overeenkomst, norm.sleutel),
            namens=Organisatie.objects.get(naam=SLUISWACHTER),
            door=_writer(people, SLUISWACHTER),
        )
    _draft(overeenkomst, people, vandaag)


def _correct(overeenkomst: Overeenkomst, people: dict[str, Gebruiker], vandaag: dt.date) -> None:
    rows = Meting.objects.filter(
        organisatie__naam=WETERING, gemeente__in=overeenkomst.gemeenten.all(), indicator="label-efg"
    )
    row = rows.order_by("-peildatum").first()
    if row is None:
        return
    made = correct(
        row,
        waarde=str(int(row.waarde) + 3),
        noemer="",
        bron="Woningadministratie",
        toelichting="Drie labels waren al verlopen.",
        door=_writer(people, WETERING),
        op=vandaag,
    )
    add_evidence(
        made.metingen[0],
        b"complex;label;aantal\r\nAldrum;E;41\r\n",
        "labels.csv",
        door=_writer(people, WETERING),
    )


def _draft(overeenkomst: Overeenkomst, people: dict[str, Gebruiker], vandaag: dt.date) -> None:
    gemeente = overeenkomst.gemeenten.get()
    opgave = due_in(Organisatie.objects.get(naam=WETERING), gemeente, op=vandaag)
    typed = {"voorraad-flexwoningen": "44", "geclusterd": "212"}
    said = {
        vraag.veld: Getypt(waarde=typed[vraag.indicator.id], gezien=mark_of(vraag.invulling))
        for vraag in opgave.vragen
        if vraag.indicator.id in typed
    }
    keep(opgave, said, door=_writer(people, WETERING))


def _say(  # noqa: PLR0913  # who says what of which norm
    overeenkomst: Overeenkomst,
    people: dict[str, Gebruiker],
    wie: str,
    nummer: str,
    tekst: str,
    *,
    geen: bool = False,
    velden: dict[str, Any] | None = None,
    toelichting: str = "",
) -> None:
    held = norm_saying(overeenkomst, nummer, tekst)
    if held is None:
        return
    confirm(
        overeenkomst,
        held.sleutel,
        None if geen else held.norm.model_copy(update=velden or {}),
        stand=held.stand,
        namens=Organisatie.objects.get(naam=wie),
        door=_writer(people, wie),
        toelichting=toelichting,
    )


def norm_saying(overeenkomst: Overeenkomst, nummer: str, tekst: str) -> NormVanAfspraken | None:
    """The norm with these words; a reader that reads better may no longer propose it."""
    found = (
        each for each in norms_of(overeenkomst) if (each.norm.nummer, each.norm.tekst) == (nummer, tekst)
    )
    return next(found, None)


def _writer(people: dict[str, Gebruiker], organisatie: str) -> Gebruiker:
    return people[BELEID.email if organisatie == VELDERMEER else _email(organisatie)]


def _email(organisatie: str) -> str:
    return next(mens.email for mens in MENSEN if organisatie in mens.bij)
