"""Projects: a corporation's own until it shares them; changed by one person at a time; never thrown away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, mens, organisatie, overeenkomst
from tests.web.monitor.lijsten import bewerker
from tests.web.monitor.projecten import met_tabel, project
from wederkerig.web.accounts.models import Rol
from wederkerig.web.monitor.models import Project
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db
LEEG = {
    "soort": "NIU",
    "categorie": "daeb",
    "zekerheid": "gemiddeld",
    "erbij": "0",
    "eraf": "0",
    "fase": "idee",
}


def pages(naam: str = "projecten") -> str:
    return reverse(naam, args=[organisatie(CORPORATIE).slug])


def events() -> list[str]:
    return list(Gebeurtenis.objects.filter(over="project").order_by("pk").values_list("soort", flat=True))


def answers(row: Project, **extra) -> dict:
    return (
        LEEG
        | {"gemeente": row.gemeente_id, "locatie": "Havenkwartier", "erbij": "40", "fase": "ontwerp"}
        | {"oplevering": "2028", "stand": row.stand}
        | extra
    )


def test_a_project_is_added_changed_shared_lapsed_and_put_back():
    place = overeenkomst().gemeenten.get()
    client = als(bewerker())

    client.post(
        pages("project_nieuw"),
        LEEG
        | {
            "gemeente": place.pk,
            "locatie": "Dorpsrand",
            "fictief": "on",
            "erbij": "12",
            "oplevering": "1-7-2029",
        },
    )
    row = Project.objects.get()
    client.post(
        reverse("project", args=[row.pk]), answers(row, locatie="Dorpsrand", erbij="14", gedeeld="on")
    )
    row.refresh_from_db()
    client.post(reverse("project_vervallen", args=[row.pk]), {"stand": row.stand})
    row.refresh_from_db()
    lapsed = row.vervallen
    client.post(reverse("project_vervallen", args=[row.pk]), {"stand": row.stand, "daad": "terug"})

    row.refresh_from_db()
    assert (row.gegevens["erbij"], row.gedeeld, lapsed, row.vervallen) == (14, True, True, False)
    assert events() == [
        "project toegevoegd",
        "project gewijzigd",
        "project gedeeld",
        "project vervallen",
        "project terug",
    ]
    changed = Gebeurtenis.objects.get(soort="project gewijzigd")
    assert (changed.was["erbij"], changed.werd["erbij"]) == (12, 14)


def test_what_cannot_be_is_said_at_the_field_and_what_was_typed_stays():
    place = overeenkomst().gemeenten.get()
    wrong = LEEG | {"gemeente": place.pk, "locatie": "Dorpsrand", "erbij": "3", "toegankelijk": "5"}

    answer = als(bewerker()).post(pages("project_nieuw"), wrong | {"oplevering": "ooit"})
    both = als(bewerker()).post(pages("project_nieuw"), wrong | {"oplevering": "2028"})

    assert answer.status_code == both.status_code == 400
    assert "geen dag en geen jaar" in answer.content.decode()
    assert 'value="Dorpsrand"' in answer.content.decode()
    assert "niet meer woningen toegankelijk" in both.content.decode()
    assert Project.objects.count() == 0


def test_who_is_second_sees_both_versions_and_chooses():
    overeenkomst()
    row = project()
    client = als(bewerker())
    mine = answers(row, erbij="50", kern="Zee")
    client.post(reverse("project", args=[row.pk]), answers(row, erbij="60"))

    late = client.post(reverse("project", args=[row.pk]), mine)
    rows = {str(label): (nu, mijn) for label, nu, mijn in late.context["verschillen"]}
    row.refresh_from_db()
    kept = row.gegevens["erbij"]
    client.post(reverse("project", args=[row.pk]), mine | {"stand": late.context["form"]["stand"].value()})

    assert late.status_code == 409
    assert rows == {"Woningen erbij": ("60", "50"), "Dorp of wijk": ("", "Zee")}
    assert kept == 60
    row.refresh_from_db()
    assert row.gegevens["erbij"] == 50


def test_nobody_else_sees_a_project_that_is_not_shared():
    agreements = met_tabel()
    hidden, shown = project("Geheimhof"), project("Openhof", gedeeld=True)
    other = als(mens("ander@zeedrecht.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE)))
    stock = reverse("voorraad", args=[agreements.slug])

    theirs = other.get(stock).content.decode()
    ours = als(bewerker()).get(stock).content.decode()

    assert "Openhof" in theirs
    assert "Geheimhof" not in theirs + ours
    assert "1 project dat niet is gedeeld" in ours
    assert "niet is gedeeld" not in theirs
    for each in (hidden, shown):
        assert other.get(reverse("project", args=[each.pk])).status_code == 404
    assert other.get(pages()).status_code == 404
    assert other.post(reverse("project_vervallen", args=[shown.pk]), {"stand": 0}).status_code == 404


def test_projects_are_shared_together_and_only_ones_own():
    overeenkomst()
    first, second = project("Eerste"), project("Tweede")
    foreign = Project.objects.create(
        organisatie=organisatie("Stichting Elders", "corporatie"),
        gemeente=first.gemeente,
        naam="Vreemd",
        gegevens={"locatie": "Vreemd", "fase": "idee"},
    )

    als(bewerker()).post(pages("projecten_delen"), {"project": [first.pk, foreign.pk]})

    assert set(Project.objects.filter(gedeeld=True)) == {first}
    assert second.gedeeld is False


# --- a list of them --------------------------------------------------------------------------------------

LIJST = """\
Gemeente;Locatie;Dorp;Soort;Erbij;Eraf;Fase;Oplevering;Fictief
Zeedrecht;Havenkwartier;Zee;nieuwbouw;40;0;ontwerp;2028;nee
Zeedrecht;Nog te vinden;Duin;nieuwbouw;25;0;idee;2030;ja
"""


def send(text: str, naam: str = "projecten.csv"):
    return als(bewerker()).post(pages(), {"bestand": SimpleUploadedFile(naam, text.encode())})


def test_a_list_is_read_and_read_again_without_doubles():
    overeenkomst()

    send(LIJST)
    send(LIJST.replace(";40;", ";44;"))

    rows = {row.naam: row for row in Project.objects.all()}
    assert set(rows) == {"Havenkwartier (Zee)", "Nog te vinden (Duin)"}
    assert rows["Havenkwartier (Zee)"].gegevens["erbij"] == 44
    assert rows["Nog te vinden (Duin)"].gegevens["fictief"] is True
    assert {row.gedeeld for row in rows.values()} == {False}
    assert events() == ["project toegevoegd", "project toegevoegd", "project gewijzigd"]


def test_of_a_list_with_a_wrong_row_nothing_is_kept_and_each_mistake_is_told():
    overeenkomst()
    wrong = LIJST + "Elders;Ver weg;;nieuwbouw;10;0;idee;2029;nee\nZeedrecht;;;torens;-1;0;klaar;ooit;nee\n"

    answer = send(wrong)

    told = [(fout.rij, fout.kolom) for fout in answer.context["rijfouten"]]
    assert answer.status_code == 400
    assert Project.objects.count() == 0
    assert told == [
        (4, "gemeente"),
        (5, "Locatie"),
        (5, "Soort"),
        (5, "Erbij"),
        (5, "Fase"),
        (5, "Oplevering"),
    ]


def test_a_file_that_is_no_list_is_refused_with_a_reason():
    overeenkomst()

    said = [send(text).content.decode() for text in ("", "<html><script>alert(1)</script>", "a;b\n1;2\n")]

    assert ["leeg" in said[0], "geen tabel" in said[1], "ontbreekt een kolom" in said[2]] == [True] * 3
    assert "<script>alert" not in said[1]


def test_the_list_asks_the_database_as_often_for_one_as_for_thirty():
    overeenkomst()
    client = als(bewerker())
    counts = []
    for start, number in ((0, 1), (1, 29)):
        for each in range(start, start + number):
            project(f"Plek {each}")
        with CaptureQueriesContext(connection) as queries:
            client.get(pages())
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_column_that_nobody_knows_is_told_and_not_dropped_in_silence():
    overeenkomst()
    lines = LIJST.splitlines()
    wide = "\n".join([f"{lines[0]};Aannemer;Wethouder", *(f"{each};x;y" for each in lines[1:])])

    answer = als(bewerker()).post(
        pages(), {"bestand": SimpleUploadedFile("projecten.csv", wide.encode())}, follow=True
    )

    assert Project.objects.count() == 2
    assert "Deze kolommen kennen wij niet, en zijn niet gelezen: Aannemer, Wethouder." in answer.text


def test_a_phase_is_called_the_same_in_the_form_the_list_and_a_file():
    overeenkomst()
    send(LIJST.replace("ontwerp", "in aanbouw"))
    row = Project.objects.get(naam__startswith="Haven")

    listed = als(bewerker()).get(pages()).text
    form = als(bewerker()).get(reverse("project", args=[row.pk])).text

    assert row.gegevens["fase"] == "bouw"
    assert ">in aanbouw</td>" in listed
    assert ">in aanbouw</option>" in form
