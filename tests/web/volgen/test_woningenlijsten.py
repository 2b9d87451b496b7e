"""The pages of lists of dwellings: from a file to figures that others see, and nothing else."""

import io
import zipfile
from datetime import date, timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, mens, organisatie
from tests.web.monitor.lijsten import (
    GEHEIM,
    KOP,
    berekend,
    bewerker,
    geopend,
    ingebracht,
    lijst_van,
    rij,
    wijs_aan,
)
from wederkerig.web.accounts.models import Rol
from wederkerig.web.monitor.domain import lijst_berekenen
from wederkerig.web.monitor.models import LijstFase, Woningenlijst
from wederkerig.web.register.models import Bestand

pytestmark = pytest.mark.django_db


def lists() -> str:
    return reverse("woningenlijsten", args=[organisatie(CORPORATIE).slug])


def page(lijst: Woningenlijst, naam: str = "woningenlijst", *rest: str) -> str:
    return reverse(naam, args=[lijst.pk, *rest])


def bring(inhoud: bytes, naam: str = "woningen.csv", peildatum: str = "2026-01-01"):
    bestand = SimpleUploadedFile(naam, inhoud)
    return als(bewerker()).post(lists(), {"bestand": bestand, "peildatum": peildatum})


def computed() -> Woningenlijst:
    for lijst in Woningenlijst.objects.filter(fase=LijstFase.WACHT):
        lijst_berekenen.bereken(str(lijst.pk))
    return Woningenlijst.objects.get()


def test_from_a_file_to_figures_without_javascript():
    made = bring(lijst_van())
    lijst = computed()
    client = als(bewerker())

    assert made.url == page(lijst)
    assert client.get(page(lijst)).url == page(lijst, "lijst_kolommen")
    form = client.get(page(lijst, "lijst_kolommen")).context["form"]
    answers = {f"veld_{veld}": kolom for veld, kolom in lijst.kolommen["kolommen"].items()}
    sent = client.post(
        page(lijst, "lijst_kolommen"), answers | {"peildatum": "2026-01-01", "stand": form["stand"].value()}
    )
    lijst = computed()

    assert sent.url == page(lijst)
    shown = client.get(page(lijst)).content.decode()
    assert "Sociale huurwoningen" in shown
    assert "60 rijen gelezen" in shown


def test_columns_of_a_heading_that_was_seen_before_are_filled_in():
    wijs_aan(geopend(), rekenhuur="kale huur", nettohuur="")
    lijst = geopend(lijst_van(70))

    shown = als(bewerker()).get(page(lijst, "lijst_kolommen"))

    assert shown.context["form"]["veld_rekenhuur"].value() == "kale huur"
    assert "had u al eens" in shown.content.decode()


def test_a_form_with_a_column_for_two_fields_or_without_a_municipality_shows_what_was_chosen():
    lijst = geopend()
    client = als(bewerker())
    answers = {"peildatum": "2026-01-01", "stand": lijst.stand, "veld_id": "VHE-nummer", "veld_wijk": "wijk"}

    missing = client.post(page(lijst, "lijst_kolommen"), answers)
    doubled = client.post(
        page(lijst, "lijst_kolommen"), answers | {"vast_gemeente": "Zeedrecht", "veld_buurt": "wijk"}
    )
    once = client.post(page(lijst, "lijst_kolommen"), answers | {"vast_gemeente": "Zeedrecht"})

    assert (missing.status_code, doubled.status_code, once.status_code) == (400, 400, 302)
    assert "Wijs nog een kolom aan voor: Gemeente." in missing.content.decode()
    assert missing.context["form"]["veld_wijk"].value() == "wijk"
    assert "al gekozen voor: Wijk" in doubled.content.decode()


def test_who_points_out_columns_after_somebody_else_did_hears_so_and_keeps_his_answers():
    lijst = geopend()
    old = lijst.stand
    wijs_aan(lijst)
    lijst_berekenen.bereken(str(lijst.pk))
    answers = {"peildatum": "2026-01-01", "stand": old, "veld_id": "VHE-nummer", "vast_gemeente": "Elders"}

    late = als(bewerker()).post(page(lijst, "lijst_kolommen"), answers)

    assert late.status_code == 409
    assert late.context["form"]["vast_gemeente"].value() == "Elders"
    assert Woningenlijst.objects.get().kolommen["vast"] == {}


def test_the_day_of_a_list_is_not_in_the_future():
    tomorrow = timezone.localdate() + timedelta(days=1)

    refused = bring(lijst_van(), peildatum=tomorrow.isoformat())

    assert refused.status_code == 400
    assert "in de toekomst" in refused.content.decode()
    assert Bestand.objects.count() == 0


# --- files made to do harm -------------------------------------------------------------------------------


def workbook(rows, sheets=("Woningen",)) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for sheet in sheets:
        page_ = book.create_sheet(sheet)
        for row in rows:
            page_.append(row)
    book.save(out)
    return out.getvalue()


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return out.getvalue()


HOSTILE = {
    "a program": (b"MZ\x90\x00" + bytes(range(256)) * 40, "geen"),
    "a PDF": (b"%PDF-1.7 niets", "PDF"),
    "a page": (b"<!doctype html><script>alert(1)</script>", "geen tabel"),
    "cut off": (workbook([["id", "gemeente"]])[:900], "beschadigd"),
    "a bomb": (zip_bomb(), "onredelijk groot"),
    "empty lines": (b"\r\n\r\n\r\n", "geen tabel"),
}


@pytest.mark.parametrize("naam", sorted(HOSTILE))
def test_a_file_that_is_no_table_says_why_and_what_to_do(naam):
    inhoud, word = HOSTILE[naam]

    bring(inhoud)
    lijst = computed()

    shown = als(bewerker()).get(page(lijst)).content.decode()
    assert lijst.fase == LijstFase.MISLUKT
    assert word in lijst.fout
    assert "<script>alert" not in shown
    assert "Deze lijst is niet berekend" in shown


def test_a_file_that_is_too_large_is_thrown_away_while_it_comes(settings):
    settings.GROOTSTE_LIJST = 1_000

    refused = bring(lijst_van(100))

    assert refused.status_code == 413
    assert Bestand.objects.count() == 0


def test_two_files_at_once_are_not_taken():
    two = {"bestand": [SimpleUploadedFile("a.csv", b"a;b"), SimpleUploadedFile("b.csv", b"a;b")]}

    als(bewerker()).post(lists(), two | {"peildatum": "2026-01-01"})

    assert Woningenlijst.objects.count() <= 1


def test_markup_in_a_list_is_text():
    evil = "<img src=x onerror=alert(1)>"
    rows = [f"{rij(each)};{evil}" for each in range(30)]
    lijst = geopend("\r\n".join([f"{KOP};{evil}", *rows]).encode(), f"{evil}.csv")

    shown = als(bewerker()).get(page(lijst, "lijst_kolommen")).content.decode()

    assert evil not in shown
    assert "&lt;img src=x" in shown


def test_another_sheet_of_the_workbook_can_be_opened():
    rows = [KOP.split(";"), *(rij(each).split(";") for each in range(20))]
    lijst = geopend(workbook(rows, ("Uitleg", "Woningen")), "woningen.xlsx")

    als(bewerker()).post(page(lijst, "lijst_blad"), {"blad": "Woningen", "stand": lijst.stand})
    lijst_berekenen.bereken(str(lijst.pk))

    lijst.refresh_from_db()
    assert (lijst.blad, lijst.fase) == ("Woningen", LijstFase.KOLOMMEN)


def wrong_list() -> Woningenlijst:
    bad = [rij(101, huur="=cmd|' /C calc'!A0"), rij(102, huur="+31612345678x"), rij(103, huur="@SUM(1)")]
    return berekend("\r\n".join([KOP, *(rij(each) for each in range(30)), *bad]).encode())


def test_errors_are_downloaded_and_no_cell_is_a_formula():
    lijst = wrong_list()
    client = als(bewerker())

    as_text = client.get(page(lijst, "lijst_fouten", "csv")).content.decode("utf-8-sig").splitlines()
    as_book = openpyxl.load_workbook(io.BytesIO(client.get(page(lijst, "lijst_fouten", "xlsx")).content))

    assert [line.split(";")[2] for line in as_text[1:]] == [
        "\"'=cmd|' /C calc'!A0\"",
        '"\'+31612345678x"',
        '"\'@SUM(1)"',
    ]
    cells = [cell for row in as_book.active.iter_rows(min_row=2) for cell in row]
    assert [cell.value for cell in cells[0::5]] == [32, 33, 34]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert client.get(page(lijst, "lijst_fouten", "exe")).status_code == 404


# --- who sees what ---------------------------------------------------------------------------------------


def test_a_list_is_its_organisations_own():
    lijst = wrong_list()
    stranger = als(mens("ander@zeedrecht.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE)))
    pages = [
        lists(),
        page(lijst),
        page(lijst, "lijst_voortgang"),
        page(lijst, "lijst_kolommen"),
        page(lijst, "lijst_fouten", "csv"),
        page(lijst, "lijst_indienen"),
        page(lijst, "lijst_weggooien"),
    ]

    assert [stranger.get(each).status_code for each in pages] == [404] * len(pages)
    assert stranger.post(page(lijst, "lijst_weggooien")).status_code == 404
    assert Woningenlijst.objects.get().bestand is not None


def test_a_reader_of_the_organisation_sees_figures_and_changes_nothing():
    lijst = berekend()
    reader = als(mens("lezer@duinwonen.nl", Rol.LEZER, bij=organisatie(CORPORATIE)))

    assert "Sociale huurwoningen" in reader.get(page(lijst)).content.decode()
    assert reader.get(lists()).status_code == 200
    assert reader.get(page(lijst, "lijst_indienen")).status_code == 403
    assert reader.post(page(lijst, "lijst_weggooien")).status_code == 403


def test_a_figure_about_few_dwellings_is_marked():
    rows = [rij(each) for each in range(30)]
    rows[0] = rows[0].replace(f"{GEHEIM} 0", "Hoekje")
    lijst = berekend("\r\n".join([KOP, *rows]).encode())

    shown = als(bewerker()).get(page(lijst), {"niveau": "wijk", "indicator": "voorraad-corporatie"})

    marked = {regel.naam: regel.vakken[0].klein for regel in shown.context["overzicht"].gebieden.regels}
    assert marked["Hoekje"]


def test_the_page_of_lists_asks_the_database_as_often_for_one_as_for_thirty():
    counts = []
    client = als(bewerker())
    for number in (1, 29):
        for each in range(number):
            lijst = ingebracht(lijst_van(each + number))
            Woningenlijst.objects.filter(pk=lijst.pk).update(fase=LijstFase.KLAAR)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(lists())
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_throwing_away_is_asked_first_and_told_after():
    lijst = berekend()
    client = als(bewerker())

    asked = client.get(page(lijst, "lijst_weggooien")).content.decode()
    told = client.post(page(lijst, "lijst_weggooien"), follow=True).content.decode()

    assert "gaat weg" in asked
    assert "is weggegooid" in told
    assert "bestand weggegooid" in told
    assert client.get(page(lijst, "lijst_fouten", "csv")).status_code == 404


def test_the_day_of_the_list_may_be_the_day_itself():
    assert bring(lijst_van(), peildatum=timezone.localdate().isoformat()).status_code == 302
    assert Woningenlijst.objects.get().peildatum == timezone.localdate() >= date(2026, 1, 1)
