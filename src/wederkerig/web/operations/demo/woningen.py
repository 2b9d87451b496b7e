"""Dwellings and projects for the demo: a list of one corporation, computed, and what both are going to build.

The dwellings are drawn by lot, always the same ones; their number is what the corporation handed in. Some
rows are wrong on purpose, so that a visitor sees what is told of them.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import NamedTuple

from wederkerig.voorraad.projecten import Fase, Project, Projectsoort, Zekerheid
from wederkerig.web.accounts.models import Gebruiker, Organisatie, Rol
from wederkerig.web.monitor.domain import projecten
from wederkerig.web.monitor.domain.lijst_berekenen import bereken
from wederkerig.web.monitor.domain.lijsten import bring_in, columns_of, point_columns
from wederkerig.web.operations.demo.mensen import LINDEWAARDE, MENSEN, WETERING
from wederkerig.web.register.models import Gemeente, Overeenkomst

_SOCIAL, _OTHER = 2_768, 132
_HEADING = (
    "VHE-nummer;Gemeente;Woonplaats;Wijk;DAEB;Soort eenheid;Zelfstandig;Kale huur;Energielabel;Bouwjaar;"
    "Toegankelijkheid;Woonvorm;Doelgroep;In exploitatie per;Verhuurd per;Aantal personen"
)
_PLACES = {
    "Veldermeer": ("Havenkwartier", "Centrum", "Meerzicht", "Zuid"),
    "Katerswoude": ("Katerswoude dorp",),
    "Aldrum": ("Aldrum dorp",),
    "Hemmerbroek": ("Hemmerbroek dorp",),
}
_WRONG = (
    "W9001;Veldermeer;Veldermeer;Zuid;DAEB;Woonruimte;ja;-512,40;C;1974;;;;1-4-1974;1-6-2019;2",
    "W9002;Veldermeer;Veldermeer;Zuid;DAEB;Woonruimte;ja;veel;C;1974;;;;1-4-1974;1-6-2019;2",
    "W9003;Veldermeer;Veldermeer;Zuid;DAEB;Woonruimte;ja;512,40;Q;1974;;;;1-4-1974;1-6-2019;2",
    "W9004;;Veldermeer;Zuid;DAEB;Woonruimte;ja;512,40;C;1974;;;;1-4-1974;1-6-2019;2",
    "W0001;Veldermeer;Veldermeer;Zuid;DAEB;Woonruimte;ja;512,40;C;1974;;;;1-4-1974;1-6-2019;2",
)


class Plan(NamedTuple):
    """A project as the agreements list it (or a plan without a place), and whether the parties see it."""

    naam: str
    kern: str
    wie: str
    erbij: int
    jaar: int
    geclusterd: int = 0
    eraf: int = 0
    soort: Projectsoort = "NIU"
    zekerheid: Zekerheid = "gemiddeld"
    fictief: bool = False
    gedeeld: bool = True


PLANNEN = (
    Plan("Stationskwartier blok A", "Veldermeer", WETERING, 36, 2026, zekerheid="hoog"),
    Plan("Zuiderkade", "Veldermeer", WETERING, 18, 2026),
    Plan("Dorpshart Aldrum", "Aldrum", LINDEWAARDE, 16, 2026, geclusterd=10),
    Plan("Hof van Hemmer", "Hemmerbroek", LINDEWAARDE, 12, 2026, geclusterd=12, zekerheid="hoog"),
    Plan("Bakkerssteeg", "Aldrum", LINDEWAARDE, 9, 2026),
    Plan("Voormalige mavo", "Veldermeer", WETERING, 24, 2027, geclusterd=24, soort="TRA"),
    Plan("Meeroever fase 2", "Veldermeer", WETERING, 38, 2027),
    Plan("Schoolakker", "Hemmerbroek", WETERING, 6, 2027, zekerheid="laag"),
    Plan("Stationskwartier blok C", "Veldermeer", LINDEWAARDE, 28, 2027),
    Plan("Lange Vliet", "Katerswoude", LINDEWAARDE, 11, 2027),
    Plan("Tuinwijk", "Veldermeer", WETERING, 40, 2028, geclusterd=12, eraf=36, soort="SLN"),
    Plan("Molenweide", "Aldrum", WETERING, 10, 2028),
    Plan("Oude Veiling", "Veldermeer", LINDEWAARDE, 26, 2028, geclusterd=18),
    Plan("Haven Noord", "Veldermeer", LINDEWAARDE, 14, 2028, zekerheid="laag"),
    Plan("Nog te vinden plek", "Katerswoude", WETERING, 30, 2029, fictief=True),
    Plan("Nog te vinden plek", "Veldermeer", LINDEWAARDE, 45, 2030, fictief=True),
    Plan("Rietoever", "Veldermeer", WETERING, 60, 2030, gedeeld=False),
)
_FASEN: tuple[Fase, ...] = ("bouw", "vergunning", "ontwerp", "verkenning")


def house(overeenkomst: Overeenkomst, people: dict[str, Gebruiker], vandaag: dt.date) -> None:
    """Bring in and compute the list, and keep the projects of both corporations."""
    writers = {naam: people[mens.email] for mens in MENSEN for naam in mens.bij if mens.rol == Rol.BEWERKER}
    gemeente = overeenkomst.gemeenten.get()
    _bring_in_list(writers[WETERING], gemeente, vandaag)
    for plan in PLANNEN:
        projecten.add(
            Organisatie.objects.get(naam=plan.wie),
            gemeente,
            _project(plan, vandaag),
            gedeeld=plan.gedeeld,
            gebruiker=writers[plan.wie],
        )


def _project(plan: Plan, vandaag: dt.date) -> Project:
    """In the phase that fits how long it still takes."""
    left = plan.jaar - vandaag.year
    fase: Fase = "opgeleverd" if left < 0 else "idee" if plan.fictief else _FASEN[min(left, len(_FASEN) - 1)]
    return Project(
        locatie=plan.naam,
        kern=plan.kern,
        soort=plan.soort,
        erbij=plan.erbij,
        eraf=plan.eraf,
        geclusterd=plan.geclusterd,
        fase=fase,
        oplevering=plan.jaar,
        zekerheid=plan.zekerheid,
        fictief=plan.fictief and left >= 0,
    )


def _bring_in_list(writer: Gebruiker, gemeente: Gemeente, vandaag: dt.date) -> None:
    half = dt.date(vandaag.year, 6, 30)
    day = half if half <= vandaag else dt.date(vandaag.year - 1, 12, 31)
    lijst = bring_in(
        "\r\n".join([_HEADING, *_dwellings(gemeente.naam, day), *_WRONG]).encode(),
        f"woningen-wetering-{day.isoformat()}.csv",
        peildatum=day,
        organisatie=Organisatie.objects.get(naam=WETERING),
        gebruiker=writer,
    )
    bereken(str(lijst.pk))
    lijst.refresh_from_db()
    point_columns(lijst, columns_of(lijst), writer, peildatum=day, stand=lijst.stand)
    bereken(str(lijst.pk))


def _dwellings(gemeente: str, day: dt.date) -> Iterator[str]:
    lot = random.Random(4_570)  # noqa: S311  # the same dwellings each time, and no secret
    for number in range(1, _SOCIAL + _OTHER + 1):
        yield _dwelling(number, gemeente, day, lot)


def _dwelling(number: int, gemeente: str, day: dt.date, lot: random.Random) -> str:
    place = lot.choices(tuple(_PLACES), (70, 12, 11, 7))[0]
    social = number <= _SOCIAL
    built = lot.choice((1958, 1964, 1971, 1976, 1983, 1991, 1998, 2006, 2014, 2021))
    rent = lot.gauss(640 if social else 1_050, 95 if social else 60)
    label = "ABC"[lot.randrange(3)] if built > 1990 else lot.choices("ABCDEF", (8, 14, 30, 26, 15, 7))[0]
    senior = lot.random() < 0.09
    let = day - dt.timedelta(days=lot.randrange(1, 365 * 22))
    return ";".join(
        (
            f"W{number:04}",
            gemeente,
            place,
            lot.choice(_PLACES[place]),
            "DAEB" if social else "niet-DAEB",
            "Woonruimte",
            "ja" if lot.random() < 0.96 else "nee",
            f"{max(rent, 310):.2f}".replace(".", ","),
            label,
            str(built),
            lot.choices(("", "Nultreden", "Rollatorwoning"), (70, 22, 8))[0],
            "Geclusterd" if senior else "",
            "Senioren" if senior else "",
            f"1-{lot.randrange(1, 13)}-{built}",
            f"{let.day}-{let.month}-{let.year}" if let.year > built else "",
            str(lot.choices((1, 2, 3, 4), (48, 27, 14, 11))[0]) if let.year > built else "",
        )
    )
