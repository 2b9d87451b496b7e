"""The workbook of what is due: taken along, read back, looked at first, kept or not, nothing in between."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, mens, organisatie
from tests.web.monitor.lijsten import bewerker
from tests.web.monitor.maken import afspraken
from wederkerig.web.accounts.models import Rol
from wederkerig.web.monitor.domain.concepten import Getypt, keep
from wederkerig.web.monitor.domain.invullen import due_in
from wederkerig.web.monitor.domain.werkboek import forget_old
from wederkerig.web.monitor.models import Invulling, Meting, Werkboekinlezing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place():
    return afspraken().gemeenten.get()


def page(naam: str, *rest) -> str:
    return reverse(naam, args=[organisatie(CORPORATIE).slug, "zeedrecht", *rest])


def asked(place):
    return due_in(organisatie(CORPORATIE), place, op=timezone.localdate()).vragen


def workbook(client=None):
    answer = (client or als(bewerker())).get(page("cijfers_werkboek"))
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def filled_in(*cells: tuple[int, str, object]) -> bytes:
    """The workbook with something typed in: row, heading, value."""
    book, out = workbook(), io.BytesIO()
    sheet = book["Cijfers"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for row, heading, value in cells:
        cell = sheet.cell(row, places[heading])
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    book.save(out)
    return out.getvalue()


def send(inhoud: bytes, naam: str = "cijfers.xlsx"):
    bestand = SimpleUploadedFile(naam, inhoud)
    return als(bewerker()).post(page("cijfers_werkboek_inlezen"), {"bestand": bestand}, follow=True)


def keep_it(answer):
    return als(bewerker()).post(answer.request["PATH_INFO"], follow=True)


def test_the_workbook_asks_what_the_form_asks(place):
    sheet = workbook()["Cijfers"]

    keys = [sheet.cell(row, 1).value for row in range(2, sheet.max_row + 1)]
    assert keys == [each.gevraagd.sleutel for each in asked(place)]
    assert len(keys) > 0


def test_what_was_filled_in_becomes_drafts_after_a_person_says_so(place):
    answer = send(filled_in((2, "Cijfer", 42), (2, "Bron", "administratie"), (2, "Opmerking", "geteld")))
    before = Invulling.objects.count()

    done = keep_it(answer)

    row = Invulling.objects.get()
    assert before == 0
    assert (row.waarde, row.bron, row.toelichting) == ("42", "administratie", "geteld")
    assert (row.organisatie.naam, row.gemeente) == (CORPORATIE, place)
    assert "1 cijfer is bewaard" in done.content.decode()
    assert (Werkboekinlezing.objects.count(), Meting.objects.count()) == (0, 0)


def test_a_wrong_row_is_told_at_the_row_and_keeps_the_others_from_nothing():
    answer = send(filled_in((2, "Cijfer", 42), (3, "Cijfer", "=1+1"), (3, "Bron", "=HYPERLINK(1)")))
    shown = answer.content.decode()

    keep_it(answer)

    (fout,) = answer.context["fouten"]
    assert (fout.rij, fout.kolom, fout.waarde) == (3, "Cijfer", "=1+1")
    assert "Dit wordt niet bewaard" in shown
    assert Invulling.objects.count() == 1


def test_a_row_about_something_that_is_not_asked_is_refused():
    answer = send(filled_in((2, "Sleutel", "van-een-ander"), (2, "Cijfer", 5)))

    assert [fout.kolom for fout in answer.context["fouten"]] == ["Sleutel"]
    assert answer.context["regels"] == []


def test_a_remark_alone_leaves_the_figure_as_it_was(place):
    opgave = due_in(organisatie(CORPORATIE), place, op=timezone.localdate())
    veld = opgave.vragen[0].veld
    keep(opgave, {veld: Getypt("7", bron="geteld")}, door=bewerker())

    keep_it(send(filled_in((2, "Opmerking", "volgt nog"))))

    row = Invulling.objects.get()
    assert (row.waarde, row.bron, row.toelichting) == ("7", "geteld", "volgt nog")


def test_what_somebody_else_filled_in_meanwhile_stays_and_is_told(place):
    answer = send(filled_in((2, "Cijfer", 42)))
    opgave = due_in(organisatie(CORPORATIE), place, op=timezone.localdate())
    keep(opgave, {opgave.vragen[0].veld: Getypt("50")}, door=bewerker())

    late = keep_it(answer)

    assert late.status_code == 409
    assert Invulling.objects.get().waarde == "50"
    assert "Staat er nu" in late.content.decode()


HOSTILE = {
    "empty": (b"", "leeg"),
    "no workbook": (b"PK\x03\x04 niets", "beschadigd"),
    "a program": (b"MZ\x90\x00" + bytes(range(256)) * 40, "geen"),
    "another table": (b"a;b\n1;2\n", "ontbreekt"),
}


@pytest.mark.parametrize("naam", sorted(HOSTILE))
def test_a_file_that_is_no_workbook_is_refused_with_a_reason(naam):
    inhoud, word = HOSTILE[naam]

    answer = send(inhoud)

    assert word in answer.content.decode()
    assert Invulling.objects.count() == 0


def test_what_was_read_is_its_organisations_own():
    path = send(filled_in((2, "Cijfer", 42))).request["PATH_INFO"]
    other = als(mens("ander@zeedrecht.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE)))
    reader = als(mens("lezer@duinwonen.nl", Rol.LEZER, bij=organisatie(CORPORATIE)))
    elsewhere = path.replace(organisatie(CORPORATIE).slug, organisatie(GEMEENTE).slug)

    assert [other.get(each).status_code for each in (path, page("cijfers_werkboek"))] == [404, 404]
    assert other.post(elsewhere).status_code == 404
    assert reader.post(path).status_code == 403
    assert Invulling.objects.count() == 0


def test_what_nobody_kept_is_thrown_away_after_a_day():
    send(filled_in((2, "Cijfer", 42)))
    fresh = forget_old()
    Werkboekinlezing.objects.update(op=timezone.make_aware(timezone.datetime(2026, 1, 1)))

    assert (fresh, forget_old(), Werkboekinlezing.objects.count()) == (0, 1, 0)


def test_only_where_the_organisation_takes_part_there_is_a_workbook():
    afspraken("Duinrecht", bevestigd=False).partijen.filter(naam=CORPORATIE).delete()
    slug = organisatie(CORPORATIE).slug

    assert als(bewerker()).get(reverse("cijfers_werkboek", args=[slug, "duinrecht"])).status_code == 404
    assert date(2026, 1, 1) < timezone.localdate()
