"""A corporation's projects: kept, shared with the parties or not, lapsed instead of thrown away.

A project that is not shared is its organisation's own. Shared, the parties of the agreements in that
municipality see it, and the forecast for all of them counts it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from wederkerig.monitoring.projectlijst import Projectregel, read_projects, unknown_columns
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.voorraad import projecten as voorraad
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.monitor.domain import voorraadgebeurtenissen as gebeurtenissen
from wederkerig.web.monitor.lijstproces import rows_apart
from wederkerig.web.monitor.models import Project
from wederkerig.web.register.domain.herkennen import plain_name
from wederkerig.web.register.models import Gemeente, Overeenkomst

MEESTE_RIJEN = 2_000
MEESTE_PROJECTEN = 2_000
"""How many projects of one organisation count at once: others wait for a forecast of them all."""
_LONGEST_NAME = 200


class ProjectError(Exception):
    """Why a project cannot be kept, in Dutch."""


class ProjectVerouderdError(Exception):
    """Somebody changed it since this person saw it; nu: as it is now."""

    def __init__(self, nu: Project) -> None:
        super().__init__(nu.naam)
        self.nu = nu


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """What came of a list of projects: how many are new, changed, and the same; or what is wrong with it.

    onbekend: the columns of which nothing was read.
    """

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    fouten: Sequence[Rijfout] = ()
    onbekend: tuple[str, ...] = ()


def projects_of(organisatie: Organisatie) -> QuerySet[Project]:
    """The projects of an organisation and of those that were merged into it."""
    found = Project.objects.filter(organisatie__in=one_with(organisatie))
    return found.select_related("organisatie", "gemeente")


def shared_in(gemeenten: Iterable[Gemeente]) -> QuerySet[Project]:
    """The projects in these municipalities that all parties see."""
    found = Project.objects.filter(gemeente__in=list(gemeenten), gedeeld=True, vervallen=False)
    return found.select_related("organisatie", "gemeente")


def own_unshared(organisaties: Collection[int], overeenkomst: Overeenkomst) -> list[tuple[Organisatie, int]]:
    """Of these organisations how many projects in the municipalities of agreements nobody else sees."""
    rows = Project.objects.filter(
        organisatie__in=organisaties,
        gemeente__in=overeenkomst.gemeenten.all(),
        gedeeld=False,
        vervallen=False,
    )
    counted = Counter(row.organisatie for row in rows.select_related("organisatie"))
    return sorted(counted.items(), key=lambda each: each[0].naam)


def municipalities_of(organisatie: Organisatie, project: Project | None = None) -> QuerySet[Gemeente]:
    """The municipalities in which an organisation is party to agreements, and that of this project."""
    party = Q(overeenkomsten__partijen__organisatie__in=one_with(organisatie))
    return Gemeente.objects.filter(party | Q(pk=project.gemeente_id) if project else party).distinct()


def as_model(row: Project, corporatie: str | None = None) -> voorraad.Project:
    """A project as the rules of the stock take it; corporatie: what the corporation is called there."""
    name = row.organisatie.naam if corporatie is None else corporatie
    return voorraad.Project.model_validate(row.gegevens | {"corporatie": name})


@transaction.atomic
def add(
    organisatie: Organisatie,
    gemeente: Gemeente,
    project: voorraad.Project,
    *,
    gedeeld: bool,
    gebruiker: Gebruiker | None,
) -> Project:
    """Keep a new project. Raises ProjectError."""
    held = Organisatie.objects.select_for_update().get(pk=organisatie.pk)
    if held.opvolger_id is not None:
        what = _("%(naam)s is opgegaan in een andere organisatie. Voeg het project daar toe.")
        raise ProjectError(what % {"naam": held})
    if held.projecten.filter(vervallen=False).count() >= MEESTE_PROJECTEN:
        what = _("Er staan al %(aantal)d projecten. Laat eerst vervallen wat niet meer speelt.")
        raise ProjectError(what % {"aantal": MEESTE_PROJECTEN})
    row = Project(organisatie=organisatie, gemeente=gemeente, gedeeld=gedeeld)
    _fill(row, project)
    row.save()
    gebeurtenissen.project_gewijzigd("project toegevoegd", row, gebruiker, werd=_told(row))
    return row


@transaction.atomic
def change(  # what a project consists of
    project: Project,
    gegevens: voorraad.Project,
    *,
    gemeente: Gemeente,
    gedeeld: bool,
    gebruiker: Gebruiker,
    stand: int,
) -> Project:
    """Keep a change. Raises ProjectVerouderdError where somebody else changed it since."""
    row = _held(project, stand)
    was = _told(row)
    shared_before = row.gedeeld
    row.gemeente, row.gedeeld = gemeente, gedeeld
    _fill(row, gegevens)
    werd = _told(row)
    if werd == was:
        return row
    row.stand += 1
    row.save()
    differs = {name for name in werd if werd[name] != was.get(name)} - {"gedeeld"}
    if differs:
        gebeurtenissen.project_gewijzigd(
            "project gewijzigd",
            row,
            gebruiker,
            was={name: was.get(name) for name in differs},
            werd={name: werd[name] for name in differs},
        )
    if gedeeld != shared_before:
        soort = "project gedeeld" if gedeeld else "project niet meer gedeeld"
        gebeurtenissen.project_gewijzigd(soort, row, gebruiker)
    return row


@transaction.atomic
def lapse(project: Project, gebruiker: Gebruiker, *, stand: int, vervallen: bool = True) -> Project:
    """Let a project lapse, or put it back. Raises ProjectVerouderdError."""
    row = _held(project, stand)
    if row.vervallen != vervallen:
        row.vervallen = vervallen
        row.stand += 1
        row.save()
        soort = "project vervallen" if vervallen else "project terug"
        gebeurtenissen.project_gewijzigd(soort, row, gebruiker)
    return row


@transaction.atomic
def share(organisatie: Organisatie, keys: Iterable[str], *, gedeeld: bool, gebruiker: Gebruiker) -> int:
    """Share these projects of an organisation with the parties, or no longer; how many that changed."""
    wanted = {str(each) for each in keys}
    rows = (
        projects_of(organisatie).select_for_update(of=("self",)).filter(gedeeld=not gedeeld, vervallen=False)
    )
    chosen = [row for row in rows if str(row.pk) in wanted]
    for row in chosen:
        row.gedeeld = gedeeld
        row.stand += 1
        row.save()
        soort = "project gedeeld" if gedeeld else "project niet meer gedeeld"
        gebeurtenissen.project_gewijzigd(soort, row, gebruiker)
    return len(chosen)


def _held(project: Project, stand: int) -> Project:
    rows = Project.objects.select_for_update(of=("self",)).select_related("organisatie", "gemeente")
    row = rows.get(pk=project.pk)
    if row.stand != stand:
        raise ProjectVerouderdError(row)
    return row


def _fill(row: Project, project: voorraad.Project) -> None:
    row.naam = project.naam[:_LONGEST_NAME]
    row.gegevens = project.model_dump(mode="json", exclude={"corporatie"}, exclude_defaults=True)


def _told(row: Project) -> dict[str, Any]:
    """A project as the logbook tells it."""
    return dict(row.gegevens) | {"gemeente": row.gemeente.naam, "gedeeld": row.gedeeld}


# --- a list of projects ----------------------------------------------------------------------------------


def bring_in(
    inhoud: bytes, naam: str, *, organisatie: Organisatie, gebruiker: Gebruiker, op: date
) -> Ingelezen:
    """Read a list of projects: all of it, or where a row is wrong nothing. New ones are not shared.

    A project that is there by its place and municipality is changed. Raises LijstprocesError where the file
    cannot be opened.
    """
    tabel = rows_apart(inhoud, naam, meeste=MEESTE_RIJEN)
    regels, fouten = read_projects(tabel.kop, tabel.rijen, op=op)
    places = {plain_name(each.naam): each for each in municipalities_of(organisatie)}
    fouten += [_nowhere(each, places) for each in regels if plain_name(each.gemeente) not in places]
    unknown = unknown_columns(tabel.kop)
    if fouten:
        return Ingelezen(fouten=sorted(fouten, key=lambda each: each.rij), onbekend=unknown)
    found = [(places[plain_name(each.gemeente)], each.project) for each in regels]
    return replace(_keep_all(found, organisatie, gebruiker), onbekend=unknown)


def _nowhere(regel: Projectregel, places: dict[str, Gemeente]) -> Rijfout:
    return Rijfout(
        rij=regel.rij,
        kolom="gemeente",
        waarde=regel.gemeente[:200],
        uitleg=_("Uw organisatie heeft in deze gemeente geen afspraken die hier staan."),
        advies=_("Kies uit: %(namen)s.") % {"namen": ", ".join(str(each) for each in places.values()) or "–"},
    )


@transaction.atomic
def _keep_all(
    found: Sequence[tuple[Gemeente, voorraad.Project]], organisatie: Organisatie, gebruiker: Gebruiker
) -> Ingelezen:
    Organisatie.objects.select_for_update().get(pk=organisatie.pk)
    there = {(row.gemeente_id, row.naam): row for row in projects_of(organisatie).filter(vervallen=False)}
    new = changed = 0
    for gemeente, project in found:
        row = there.get((gemeente.pk, project.naam[:_LONGEST_NAME]))
        if row is None:
            add(organisatie, gemeente, project, gedeeld=False, gebruiker=gebruiker)
            new += 1
            continue
        before = row.stand
        row = change(row, project, gemeente=gemeente, gedeeld=row.gedeeld, gebruiker=gebruiker, stand=before)
        changed += row.stand != before
    return Ingelezen(nieuw=new, gewijzigd=changed, gelijk=len(found) - new - changed)
