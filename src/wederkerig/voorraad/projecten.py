"""The pipeline: projects that build, replace or demolish, in the phase they are in, and what they plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from wederkerig.model import Model
from wederkerig.voorraad.grootboek import Categorie, Mutatie, Soort

Fase = Literal["idee", "verkenning", "ontwerp", "vergunning", "bouw", "opgeleverd", "vervallen"]
FASEN: tuple[Fase, ...] = ("idee", "verkenning", "ontwerp", "vergunning", "bouw", "opgeleverd")
"""The phases in their order; a project that is called off (`vervallen`) is in none of them."""
FASENAMEN: Mapping[Fase, str] = {fase: fase for fase in FASEN} | {
    "bouw": "in aanbouw",
    "vervallen": "vervallen",
}
"""What each phase is called, in a form, a list and a file."""
Projectsoort = Literal["NIU", "SLN", "SLO", "TRA", "MOD", "REB", "REO"]
PROJECTSOORTEN: Mapping[Projectsoort, str] = {
    "NIU": "nieuwbouw",
    "SLN": "sloop-nieuwbouw",
    "SLO": "sloop",
    "TRA": "transformatie",
    "MOD": "modulair",
    "REB": "renovatie in bewoonde staat",
    "REO": "renovatie in onbewoonde staat",
}
"""VERA's list PROJECTSOORT, as far as it has to do with the stock."""
Huurklasse = Literal["GOE", "BET", "DUU", "BOV"]
Zekerheid = Literal["hoog", "gemiddeld", "laag"]


class Project(Model):
    """One project, in dwellings.

    erbij, eraf: how many it adds and demolishes; toegankelijk, geclusterd: how many of what it adds.
    oplevering: the expected day, or only its year; of a finished project the day it was finished.
    huurklasse: VERA's code, where one holds for all of it. fictief: there is no location yet.
    Raises ValidationError, in Dutch, on numbers that cannot be.
    """

    locatie: str
    kern: str = ""
    corporatie: str = ""
    categorie: Categorie = "daeb"
    soort: Projectsoort = "NIU"
    erbij: int = 0
    eraf: int = 0
    toegankelijk: int = 0
    geclusterd: int = 0
    huurklasse: Huurklasse | None = None
    fase: Fase
    oplevering: date | int | None = None
    zekerheid: Zekerheid = "gemiddeld"
    fictief: bool = False

    @model_validator(mode="after")
    def _possible(self) -> Self:
        for veld in ("erbij", "eraf", "toegankelijk", "geclusterd"):
            if getattr(self, veld) < 0:
                raise ValueError(f"Het aantal woningen bij ‘{veld}’ kan niet negatief zijn.")
        for veld in ("toegankelijk", "geclusterd"):
            if getattr(self, veld) > self.erbij:
                raise ValueError(f"Er kunnen niet meer woningen {veld} zijn dan er gebouwd worden.")
        if isinstance(self.oplevering, int) and not 1990 <= self.oplevering <= 2100:
            raise ValueError("Het jaar van oplevering ligt niet tussen 1990 en 2100.")
        return self

    @property
    def naam(self) -> str:
        """How the project is called: its location, with the village."""
        return f"{self.locatie} ({self.kern})" if self.kern else self.locatie


class Projectfout(Model):
    """What cannot be right in a project: which field, why, and what to do."""

    veld: str
    uitleg: str
    advies: str


def completion(project: Project) -> date | None:
    """The expected day; of a year its middle, 1 July."""
    if isinstance(project.oplevering, int):
        return date(project.oplevering, 7, 1)
    return project.oplevering


def problems(project: Project, *, op: date) -> tuple[Projectfout, ...]:
    """What cannot be right on the day `op`, in Dutch; empty when nothing."""
    gevonden: list[Projectfout] = []

    def found(veld: str, uitleg: str, advies: str) -> None:
        gevonden.append(Projectfout(veld=veld, uitleg=uitleg, advies=advies))

    klaar = project.fase == "opgeleverd"
    if klaar and _begins_after(project.oplevering, op):
        found("oplevering", "Een opgeleverd project kan niet in de toekomst klaar zijn.", "Verander de fase.")
    if klaar and project.oplevering is None:
        found("oplevering", "Van een opgeleverd project ontbreekt wanneer het klaar was.", "Vul de dag in.")
    if not klaar and project.fase != "vervallen" and _ended_before(project.oplevering, op):
        found(
            "oplevering",
            "De verwachte oplevering is al voorbij, maar het project is niet opgeleverd.",
            "Vul een nieuwe verwachting in, of zet de fase op opgeleverd.",
        )
    if project.fictief and project.fase not in {"idee", "verkenning"}:
        found(
            "fictief",
            f"Zonder locatie kan een project niet in de fase {project.fase} zijn.",
            "Vul de locatie in.",
        )
    if project.soort == "SLO" and project.erbij:
        found("erbij", "Een sloopproject voegt geen woningen toe.", "Kies de soort sloop-nieuwbouw (SLN).")
    if project.soort in {"NIU", "TRA", "MOD"} and project.eraf:
        naam = PROJECTSOORTEN[project.soort]
        found("eraf", f"Bij {naam} worden geen woningen gesloopt.", "Kies de soort sloop-nieuwbouw (SLN).")
    if project.soort == "SLN" and not project.eraf:
        found("eraf", "Bij sloop-nieuwbouw staat niet hoeveel er gesloopt wordt.", "Vul het aantal in.")
    return tuple(gevonden)


def _begins_after(oplevering: date | int | None, op: date) -> bool:
    eerste = date(oplevering, 1, 1) if isinstance(oplevering, int) else oplevering
    return eerste is not None and eerste > op


def _ended_before(oplevering: date | int | None, op: date) -> bool:
    laatste = date(oplevering, 12, 31) if isinstance(oplevering, int) else oplevering
    return laatste is not None and laatste < op


def mutations_of(project: Project) -> tuple[Mutatie, ...]:
    """What a project changes in the stock on the day it is expected; nothing without a day, or called off."""
    dag = completion(project)
    if dag is None or project.fase == "vervallen" or not (project.erbij or project.eraf):
        return ()
    soort: Soort = (
        "vervanging" if project.erbij and project.eraf else "nieuwbouw" if project.erbij else "sloop"
    )
    return (
        Mutatie(
            soort=soort,
            corporatie=project.corporatie,
            categorie=project.categorie,
            aantal=project.erbij or project.eraf,
            gesloopt=project.eraf if soort == "vervanging" else 0,
            dag=dag,
            bron=f"project {project.naam}",
            gerealiseerd=project.fase == "opgeleverd",
            fictief=project.fictief,
        ),
    )


def projects_from(mutaties: Iterable[Mutatie], *, fase: Fase = "verkenning") -> tuple[Project, ...]:
    """Planned building and demolition as projects, for a forecast where no projects are known.

    fase: the phase they are taken to be in; what has no location yet is an idea. Sales, purchases,
    conversions and balances are no projects, nor is what has been done.
    """
    projecten = []
    for een in mutaties:
        if een.gerealiseerd or een.soort not in {"nieuwbouw", "toevoeging", "vervanging", "sloop"}:
            continue
        sloop = een.soort == "sloop"
        projecten.append(
            Project(
                locatie=een.bron or een.soort,
                corporatie=een.corporatie,
                categorie=een.categorie,
                soort="SLO" if sloop else "SLN" if een.gesloopt else "NIU",
                erbij=0 if sloop else een.aantal,
                eraf=een.aantal if sloop else een.gesloopt,
                fase="idee" if een.fictief else fase,
                oplevering=een.dag,
                fictief=een.fictief,
            )
        )
    return tuple(projecten)
