"""What is worth recording of lists of dwellings and projects: all of it is the organisation's own."""

from __future__ import annotations

from typing import Any

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.monitor.models import Project, Woningenlijst
from wederkerig.web.register.domain.gebeurtenissen import done_by, record


def lijst_ingebracht(lijst: Woningenlijst, gebruiker: Gebruiker) -> None:
    """A list of dwellings was brought in."""
    werd = {"bestand": lijst.bestand_id, "peildatum": str(lijst.peildatum)}
    _of_lijst("woningenlijst ingebracht", lijst, gebruiker, werd=werd)


def kolommen_aangewezen(lijst: Woningenlijst, gebruiker: Gebruiker) -> None:
    """A person said which column is which field, and had the list computed."""
    _of_lijst("kolommen aangewezen", lijst, gebruiker, werd={"kolommen": lijst.kolommen})


def lijst_berekend(lijst: Woningenlijst) -> None:
    """The figures were computed."""
    _of_lijst("woningenlijst berekend", lijst, None, werd={"rijen": lijst.rijen, "fouten": lijst.fouten})


def lijst_mislukt(lijst: Woningenlijst) -> None:
    """The list could not be opened or computed."""
    _of_lijst("woningenlijst niet berekend", lijst, None, werd={"fout": lijst.fout})


def lijst_weggegooid(lijst: Woningenlijst, gebruiker: Gebruiker, sha256: str) -> None:
    """The file was thrown away; its figures stay."""
    _of_lijst("woningenlijst weggegooid", lijst, gebruiker, was={"bestand": sha256})


def project_gewijzigd(
    soort: str,
    project: Project,
    gebruiker: Gebruiker | None,
    *,
    was: Any = None,  # noqa: ANN401  # JSON
    werd: Any = None,  # noqa: ANN401  # JSON
) -> None:
    """A project was added, changed, shared, kept to oneself again, or lapsed."""
    who = done_by(gebruiker, project.organisatie if gebruiker else None)
    record(soort, project, project.naam, who, project.organisatie_id, None, was=was, werd=werd)


def _of_lijst(
    soort: str,
    lijst: Woningenlijst,
    gebruiker: Gebruiker | None,
    *,
    was: Any = None,  # noqa: ANN401  # JSON
    werd: Any = None,  # noqa: ANN401  # JSON
) -> None:
    who = done_by(gebruiker, lijst.organisatie if gebruiker else None)
    record(soort, lijst, lijst.bestandsnaam, who, lijst.organisatie_id, None, was=was, werd=werd)
