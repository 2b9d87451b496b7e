"""Reading: done once by each reader, whatever breaks off; a hostile file harms nothing."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.web.inbrengen.stukken import STUK, bewerker, client_van, feit, gelezen, partijen, zeg
from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, organisatie, overeenkomst
from wederkerig.web.register.apart import process_of
from wederkerig.web.register.domain import lezen
from wederkerig.web.register.domain.herhalen import MEESTE_POGINGEN
from wederkerig.web.register.domain.inzenden import breng_in
from wederkerig.web.register.domain.nalezen import koppelingen_van, nalezing_van
from wederkerig.web.register.leesproces import LezenError, draw_apart, read_apart
from wederkerig.web.register.models import Fase, Gebeurtenis, Inzending, Koppeling, Lezing
from wederkerig.web.register.tasks import lees_inzending, requeue_stale

pytestmark = pytest.mark.django_db


def ingebracht(inhoud: bytes = STUK.encode(), naam: str = "afspraken.md") -> Inzending:
    partijen()
    return breng_in(inhoud, naam, organisatie=organisatie(), gebruiker=bewerker()).inzending


def read(inhoud: bytes, naam: str = "stuk.pdf") -> Inzending:
    made = ingebracht(inhoud, naam)
    lezen.lees(str(made.pk))
    made.refresh_from_db()
    return made


def test_a_reading_holds_the_facts_the_text_and_what_checks_say():
    made = gelezen()

    reading = Lezing.objects.get()
    assert (made.fase, made.voortgang, made.gelezen_tot) == (Fase.NALEZEN, 100, None)
    assert reading.tekst == STUK
    assert [each["nummer"] for each in reading.stuk["afspraken"]] == ["1", "2", "3", "4", "5"]
    assert {each["code"] for each in reading.bevindingen} != set()
    assert [each.soort for each in Gebeurtenis.objects.all()] == ["gekoppeld"] * 3 + ["gelezen", "ingebracht"]


def test_reading_twice_gives_one_reading():
    made = gelezen()

    lezen.lees(str(made.pk))
    Inzending.objects.update(fase=Fase.WACHT)  # as a worker leaves it that was killed before its last word
    lezen.lees(str(made.pk))

    made.refresh_from_db()
    assert made.fase == Fase.NALEZEN
    assert Lezing.objects.count() == 1
    assert Koppeling.objects.count() == 3
    assert Gebeurtenis.objects.filter(soort="gelezen").count() == 1


def test_a_document_that_was_taken_back_is_not_read():
    made = ingebracht()
    Inzending.objects.update(fase=Fase.INGETROKKEN)

    lezen.lees(str(made.pk))

    assert Lezing.objects.count() == 0
    made.refresh_from_db()
    assert made.fase == Fase.INGETROKKEN


def test_steps_are_told_on_the_way():
    steps = []

    read_apart(STUK.encode(), "a.md", lambda stap, deel: steps.append((stap, deel)))

    assert [deel for _, deel in steps] == [10, 35, 60, 80]
    assert steps[0][0] == "Het bestand openen"


# --- files that cannot be read -----------------------------------------------------------------------


def pdf(**save) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    out = io.BytesIO()
    document.save(out, **save)
    return out.getvalue()


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\x00" * 150_000_000)
    return out.getvalue()


HOSTILE = {
    "cut off": (b"%PDF-1.7\nhalf een bestand", "afgebroken"),
    "with a password": (pdf(encryption=pikepdf.Encryption(owner="o", user="u")), "wachtwoord"),
    "without words": (pdf(), "geen woorden"),
    "spaces only": (b"   \n  \n", "tekst"),
    "a program": (b"MZ\x90\x00" + bytes(range(256)) * 40, "geen document"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(name):
    inhoud, word = HOSTILE[name]

    made = read(inhoud)

    page = als(made.door).get(reverse("inzending", args=[made.pk])).content.decode()
    assert made.fase == Fase.MISLUKT
    assert word in made.fout
    assert made.fout.replace("'", "&#x27;") in page
    assert "Ander bestand inbrengen" in page
    assert Lezing.objects.count() == 0
    assert Gebeurtenis.objects.first().soort == "niet gelezen"


def test_a_zip_bomb_is_unsafe_and_harms_nothing():
    made = read(zip_bomb(), "bom.docx")

    assert made.fase == Fase.MISLUKT
    assert Lezing.objects.count() == 0


def test_reading_that_takes_too_long_is_ended():
    with pytest.raises(LezenError, match="duurt te lang"):
        read_apart(STUK.encode() * 2000, "lang.md", lambda *_: None, seconds=1)


def test_reading_that_takes_too_much_memory_is_ended(settings):
    settings.LEZEN_GEHEUGEN = 150_000_000

    with pytest.raises(LezenError, match=r"geheugen|liep erop vast"):
        read_apart(STUK.encode() * 3000, "dik.md", lambda *_: None)


def test_the_process_that_opens_files_knows_no_secrets(monkeypatch):
    monkeypatch.setenv("WEDERKERIG_SLEUTEL", "geheim")
    monkeypatch.setenv("DATABASE_URL", "postgres://wachtwoord@ergens")

    with process_of("wederkerig.web.register.lezer") as process:
        known = Path(f"/proc/{process.pid}/environ").read_bytes()

    assert b"geheim" not in known
    assert b"wachtwoord" not in known


def test_a_page_that_is_not_there_is_said():
    with pytest.raises(LezenError):
        draw_apart(pdf(), 7, 900)


def test_a_document_that_failed_can_be_tried_again(werk_af):
    made = read(b"%PDF-1.7\nhalf", "half.pdf")
    client = als(made.door)

    client.post(reverse("opnieuw_lezen", args=[made.pk]))

    made.refresh_from_db()
    assert (made.fase, made.fout) == (Fase.WACHT, "")
    werk_af()
    made.refresh_from_db()
    assert made.fase == Fase.MISLUKT


# --- reading that was broken off ---------------------------------------------------------------------


def broken_off(made: Inzending) -> None:
    DBTaskResult.objects.update(status="RUNNING")
    Inzending.objects.filter(pk=made.pk).update(gelezen_tot=timezone.now() - timedelta(seconds=1))


def test_a_document_whose_worker_was_killed_is_read_after_all(werk_af):
    made = ingebracht()
    broken_off(made)

    assert requeue_stale() == 1
    werk_af()

    made.refresh_from_db()
    assert made.fase == Fase.NALEZEN


def test_a_document_is_left_alone_while_its_worker_may_be_alive():
    ingebracht()
    DBTaskResult.objects.update(status="RUNNING")

    assert requeue_stale() == 0


def test_a_document_that_stands_in_the_queue_is_not_put_there_twice():
    made = ingebracht()
    Inzending.objects.filter(pk=made.pk).update(gelezen_tot=timezone.now() - timedelta(hours=1))

    assert requeue_stale() == 0
    assert DBTaskResult.objects.count() == 1


def test_a_document_that_is_broken_off_time_and_again_is_given_up():
    made = ingebracht()
    for _ in range(MEESTE_POGINGEN - 1):
        lees_inzending.enqueue(str(made.pk))
    broken_off(made)

    assert requeue_stale() == 0
    made.refresh_from_db()
    assert made.fase == Fase.MISLUKT
    assert "telkens afgebroken" in made.fout


# --- parties and agreements that are known ------------------------------------------------------------


def test_parties_are_matched_to_organisations_by_name_and_kind():
    made = gelezen()

    found = {naam: row.organisatie.naam for naam, row in koppelingen_van(made).items()}
    assert found == {GEMEENTE: GEMEENTE, CORPORATIE: CORPORATIE, HUURDERS: HUURDERS}
    assert {row.door for row in Koppeling.objects.all()} == {"Wederkerig"}


def test_a_name_that_two_organisations_could_be_is_left_to_a_person():
    organisatie("Woonstichting Duinwonen", "corporatie")

    made = gelezen()

    assert CORPORATIE not in koppelingen_van(made)


def test_an_organisation_of_another_kind_is_not_matched():
    organisatie("Stichting Zeedrecht", "corporatie")

    made = gelezen(STUK.replace("Duinwonen", "Kustwonen"))

    found = {naam: row.organisatie.naam for naam, row in koppelingen_van(made).items()}
    assert found == {GEMEENTE: GEMEENTE, HUURDERS: HUURDERS}


JAARPLAN = """# Jaarplan 2026 bij de prestatieafspraken Zeedrecht 2025-2028

Vastgesteld op 11 december 2025.

## Aanvullingen

Aan afspraak 1 wordt toegevoegd: 'De eerste 40 woningen zijn in 2026 klaar.'
"""


def test_a_year_plan_finds_the_agreements_it_amends():
    of = overeenkomst("Zeedrecht")

    made = gelezen(JAARPLAN, "jaarplan.md")

    assert Lezing.objects.get(inzending=made).stuk["soort"] == "jaarplan"
    assert made.overeenkomst == of


# --- a newer reader -----------------------------------------------------------------------------------


def test_a_newer_reader_reads_beside_the_old_and_corrections_stay(werk_af):
    made = gelezen()
    client = client_van(made)
    getal = feit(made, "getal", "120")
    zeg(client, made, getal, waarde="130")
    Lezing.objects.update(lezer="0.0.1")

    page = client.get(reverse("nalezen", args=[made.pk])).content.decode()
    client.post(reverse("opnieuw_lezen", args=[made.pk]))
    werk_af()

    made.refresh_from_db()
    assert "Opnieuw lezen" in page
    assert made.fase == Fase.NALEZEN
    assert sorted(Lezing.objects.values_list("lezer", flat=True)) == sorted(["0.0.1", lezen.LEZER])
    assert nalezing_van(made).item(getal.sleutel).veld("waarde").tekst == "130"
    assert "Opnieuw lezen" not in client.get(reverse("nalezen", args=[made.pk])).content.decode()


def test_corrections_that_a_newer_reading_contradicts_or_lost_are_shown_on_top():
    made = gelezen()
    client = client_van(made)
    zeg(client, made, feit(made, "getal", "120"), waarde="130")
    zeg(client, made, feit(made, "getal", "80 woningen"), waarde="90")
    old = Lezing.objects.get()
    stuk = old.stuk
    stuk["afspraken"][0]["getallen"][0]["waarde"] = 125
    stuk["afspraken"][3]["getallen"] = []
    Lezing.objects.create(inzending=made, lezer="9.9", stuk=stuk, tekst=old.tekst)

    page = client.get(reverse("nalezen", args=[made.pk])).content.decode()

    assert "Uw eerdere verbeteringen en deze lezing" in page
    assert "De verbetering geldt nog." in page
    assert "niet gevonden" in page


def test_a_correction_that_lost_its_fact_can_be_let_go():
    made = gelezen()
    client = client_van(made)
    zeg(client, made, feit(made, "getal", "80 woningen"), waarde="90")
    old = Lezing.objects.get()
    old.stuk["afspraken"][3]["getallen"] = []
    Lezing.objects.create(inzending=made, lezer="9.9", stuk=old.stuk, tekst=old.tekst)
    row = made.verbeteringen.get()

    client.post(reverse("los", args=[made.pk]), {"rij": row.pk})

    assert nalezing_van(made).nagelezen.los == ()


def test_a_reading_that_fails_the_second_time_leaves_the_first():
    made = gelezen()
    Lezing.objects.update(lezer="0.0.1")
    Inzending.objects.update(fase=Fase.WACHT, gelezen_tot=timezone.now() - timedelta(hours=1))
    for _ in range(MEESTE_POGINGEN):
        lees_inzending.enqueue(str(made.pk))
    DBTaskResult.objects.update(status="FAILED")

    requeue_stale()

    made.refresh_from_db()
    page = client_van(made).get(reverse("nalezen", args=[made.pk])).content.decode()
    assert made.fase == Fase.NALEZEN
    assert "Opnieuw lezen lukte niet" in page
