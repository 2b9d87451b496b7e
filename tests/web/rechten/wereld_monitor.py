"""What the monitor adds to the small world: a norm, a figure with its proof, a list, a project, a report."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.web.maken import CORPORATIE, bestand, organisatie
from tests.web.monitor.rapporten_maken import concept, meting
from wederkerig.web.monitor.domain.normen import norms_of
from wederkerig.web.monitor.models import Bewijs, Project, Werkboekinlezing, Woningenlijst
from wederkerig.web.register.models import Overeenkomst


def things_of_monitor(of: Overeenkomst) -> dict[str, Any]:
    """By the names of arguments in addresses; lists, projects and figures are of CORPORATIE."""
    eigenaar, figure = organisatie(CORPORATIE), meting(of, 12)
    proof = Bewijs.objects.create(
        meting=figure, bestand=bestand(b"bewijs"), bestandsnaam="bewijs.txt", door="Cor"
    )
    lijst = Woningenlijst.objects.create(
        organisatie=eigenaar,
        bestand=bestand(b"vhe;huur\r\n1;600\r\n"),
        bestandsnaam="geheime-woningen.csv",
        peildatum=date(2025, 1, 1),
        kop=["vhe", "huur"],
        door_naam="Cor",
    )
    project = Project.objects.create(
        organisatie=eigenaar,
        gemeente=of.gemeenten.get(),
        naam="geheim project",
        gegevens={"locatie": "Dijk", "fase": "idee"},
    )
    inlezing = Werkboekinlezing.objects.create(
        organisatie=eigenaar, gemeente=of.gemeenten.get(), bestandsnaam="geheim-werkboek.xlsx"
    )
    return {
        "sleutel": norms_of(of)[0].sleutel,
        "meting": figure,
        "bewijs": proof,
        "lijst": lijst,
        "project": project,
        "inlezing": inlezing,
        "rapport": concept(of),
        "bestand": "cijfers.csv",
    }
