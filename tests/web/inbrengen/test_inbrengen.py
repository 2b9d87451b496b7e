"""Bringing in: file, document and job are there together; what is too much is refused with words."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.web.inbrengen.stukken import STUK, bestand, bewerker, partijen
from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Lidmaatschap, Organisatie, Rol
from wederkerig.web.register.domain.inzenden import InbrengenError, clean_name
from wederkerig.web.register.domain.inzenden import breng_in as take_in
from wederkerig.web.register.models import Bestand, Fase, Gebeurtenis, Inzending

pytestmark = pytest.mark.django_db
NIEUW = "/werk/stukken/nieuw/"


def breng_in(client, *files, organisatie_van=GEMEENTE, **extra):
    return client.post(NIEUW, {"bestanden": files, "organisatie": organisatie(organisatie_van).pk, **extra})


def test_a_file_becomes_a_document_that_waits_to_be_read():
    client = als(bewerker())

    response = breng_in(client, bestand())

    made = Inzending.objects.get()
    assert response.url == reverse("inzending", args=[made.pk])
    assert (made.fase, made.bestandsnaam, made.organisatie.naam) == (Fase.WACHT, "afspraken.md", GEMEENTE)
    assert bytes(Bestand.objects.get().inhoud) == STUK.encode()
    assert [job.args_kwargs["args"] for job in DBTaskResult.objects.all()] == [[str(made.pk)]]
    assert Gebeurtenis.objects.get().soort == "ingebracht"


def test_the_page_says_that_it_is_being_read_and_leads_on_when_it_was(werk_af):
    client = als(bewerker())
    partijen()
    address = breng_in(client, bestand()).url

    waiting = client.get(address).content.decode()
    progress = client.get(f"{address}voortgang/")
    assert "Het document wordt gelezen" in waiting
    assert '<noscript><meta http-equiv="refresh"' in waiting
    assert "HX-Redirect" not in progress

    werk_af()
    assert client.get(address).url == f"{address}nalezen/"
    assert client.get(f"{address}voortgang/")["HX-Redirect"] == f"{address}nalezen/"


def test_several_files_at_once_become_several_documents():
    client = als(bewerker())

    response = breng_in(client, bestand(), bestand(STUK + "\nMeer.\n", "meer.md"))

    assert response.url == NIEUW
    assert sorted(each.bestandsnaam for each in Inzending.objects.all()) == ["afspraken.md", "meer.md"]
    page = client.get(NIEUW).content.decode()
    assert "2 documenten worden gelezen." in page
    assert "meer.md" in page


def test_the_same_file_of_the_same_organisation_leads_to_what_is_there():
    client = als(bewerker())
    first = breng_in(client, bestand()).url

    again = breng_in(client, bestand(naam="zelfde.md"))

    assert again.url == first
    assert Inzending.objects.count() == 1
    assert DBTaskResult.objects.count() == 1
    assert "had uw organisatie al ingebracht" in client.get(first).content.decode()


def test_the_same_file_of_another_organisation_is_a_document_of_its_own_and_kept_once():
    breng_in(als(bewerker()), bestand())
    other = als(bewerker("cor@duin.nl", CORPORATIE))

    response = breng_in(other, bestand(), organisatie_van=CORPORATIE)

    assert Inzending.objects.count() == 2
    assert Bestand.objects.count() == 1
    assert other.get(response.url).status_code == 200


def test_a_file_that_was_taken_back_can_be_brought_in_again():
    client = als(bewerker())
    first = breng_in(client, bestand()).url
    client.post(f"{first}intrekken/")

    again = breng_in(client, bestand()).url

    assert again != first
    assert Inzending.objects.get(pk=first.split("/")[-2]).fase == Fase.INGETROKKEN


def test_taking_back_is_asked_first_and_recorded():
    client = als(bewerker())
    address = breng_in(client, bestand()).url

    asked = client.get(f"{address}intrekken/")
    assert "intrekken?" in asked.content.decode()
    assert Inzending.objects.get().fase == Fase.WACHT

    client.post(f"{address}intrekken/")
    assert Inzending.objects.get().fase == Fase.INGETROKKEN
    assert Gebeurtenis.objects.first().soort == "ingetrokken"
    assert "ingetrokken" in client.get(address).content.decode()


def test_no_file_is_said_at_the_field():
    client = als(bewerker())

    response = client.post(NIEUW, {"organisatie": organisatie().pk})

    assert response.status_code == 400
    assert "Kies een bestand." in response.content.decode()
    assert Inzending.objects.count() == 0


def test_a_file_without_bytes_is_said_at_the_field():
    response = breng_in(als(bewerker()), bestand(b"", "leeg.pdf"))

    assert response.status_code == 400
    assert "‘leeg.pdf’ is niet ingebracht: dit bestand is leeg." in response.content.decode()


def test_a_file_that_is_too_large_is_refused_while_it_comes_in(settings):
    settings.GROOTSTE_BESTAND = 2_000_000
    client = als(bewerker())

    response = breng_in(client, bestand(b"x" * 2_000_001, "groot.pdf"))

    assert response.status_code == 413
    page = response.content.decode()
    assert "‘groot.pdf’ is niet ingebracht: het is groter dan 2 MB." in page
    assert "Kies een bestand." not in page
    assert Inzending.objects.count() == 0
    assert Bestand.objects.count() == 0


def test_good_files_are_taken_and_each_bad_one_is_named_with_its_reason(settings):
    settings.GROOTSTE_BESTAND = 2_000_000
    client = als(bewerker())

    response = breng_in(
        client,
        bestand(b"x" * 2_000_001, "groot.pdf"),
        bestand(),
        bestand(b"", "leeg.docx"),
        bestand(b"En meer.", "b.txt"),
    )

    assert response.url == NIEUW
    assert sorted(each.bestandsnaam for each in Inzending.objects.all()) == ["afspraken.md", "b.txt"]
    page = client.get(NIEUW).content.decode()
    assert "‘groot.pdf’ is niet ingebracht: het is groter dan 2 MB." in page
    assert "‘leeg.docx’ is niet ingebracht: dit bestand is leeg." in page
    assert bytes(Bestand.objects.get(inhoud=b"En meer.").inhoud) == b"En meer."


def test_who_works_for_several_organisations_says_for_which():
    partijen()
    person = bewerker()
    Lidmaatschap.objects.create(gebruiker=person, organisatie=organisatie(CORPORATIE), rol=Rol.BEWERKER)
    client = als(person)

    page = client.get(NIEUW).content.decode()
    response = client.post(NIEUW, {"organisatie": "", "bestanden": [bestand()]})

    assert '<option value="" selected>Kies een organisatie</option>' in page
    assert response.status_code == 400
    assert "Kies een organisatie." in response.content.decode()
    assert Inzending.objects.count() == 0


def test_a_file_of_just_the_largest_size_is_taken(settings):
    settings.GROOTSTE_BESTAND = 100_000

    breng_in(als(bewerker()), bestand(b"x" * 100_000, "net.txt"))

    assert Bestand.objects.get().grootte == 100_000


def test_a_body_out_of_all_proportion_is_refused_before_it_is_read(settings):
    settings.GROOTSTE_BESTAND = 1_000
    client = als(bewerker())

    response = client.post(
        NIEUW,
        b"niet eens een formulier",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH="99000000",
    )

    assert response.status_code == 413
    assert "Dit is te veel in één keer." in response.content.decode()


def test_far_too_many_files_are_refused_with_words():
    response = breng_in(als(bewerker()), *(bestand(f"Stuk {n}", f"{n}.txt") for n in range(25)))

    assert response.status_code == 413
    assert "hoogstens 10 bestanden" in response.content.decode()
    assert Inzending.objects.count() == 0


@pytest.mark.parametrize("number", [11, 13])
def test_of_too_many_files_the_first_are_taken_and_the_others_named(number):
    client = als(bewerker())

    response = breng_in(client, *(bestand(f"Stuk {n}", f"{n}.txt") for n in range(number)))

    assert response.url == NIEUW
    taken = [f"{n}.txt" for n in range(10)]
    assert sorted(each.bestandsnaam for each in Inzending.objects.all()) == taken
    page = client.get(NIEUW).content.decode()
    named = [f"{n}.txt" for n in range(number) if f"‘{n}.txt’ is niet ingebracht: u koos meer dan 10" in page]
    assert named == [f"{n}.txt" for n in range(10, number)]


def test_a_form_that_is_cut_off_is_refused_with_words():
    client = als(bewerker())

    response = client.post(NIEUW, b"--x\r\nContent-Dispo", content_type="multipart/form-data")

    assert response.status_code == 413
    assert "kwam niet heel aan" in response.content.decode()


def test_the_form_only_works_from_our_own_page():
    client = als(bewerker(), enforce_csrf_checks=True)

    response = breng_in(client, bestand())

    assert response.status_code == 403
    assert Inzending.objects.count() == 0


def test_nobody_brings_in_for_an_organisation_of_others():
    partijen()
    client = als(bewerker())

    response = breng_in(client, bestand(), organisatie_van=CORPORATIE)

    assert response.status_code == 400
    assert Inzending.objects.count() == 0


def test_who_only_reads_is_told_whom_to_ask():
    client = als(mens("lezer@zeedrecht.nl", Rol.LEZER, bij=organisatie()))

    assert "Vraag de beheerder" in client.get(NIEUW).content.decode()
    assert breng_in(client, bestand()).status_code == 403
    assert Inzending.objects.count() == 0


def test_who_is_not_logged_in_is_sent_to_log_in_and_nothing_is_read():
    partijen()

    response = breng_in(Client(), bestand())

    assert response.url.startswith(reverse("account_login"))
    assert Inzending.objects.count() == 0


def test_who_works_for_two_organisations_chooses_one():
    person = bewerker()
    Lidmaatschap.objects.create(gebruiker=person, organisatie=organisatie(CORPORATIE), rol=Rol.BEWERKER)
    client = als(person)

    page = client.get(NIEUW).content.decode()
    breng_in(client, bestand(), organisatie_van=CORPORATIE)

    assert "Namens welke organisatie?" in page
    assert Inzending.objects.get().organisatie.naam == CORPORATIE


def test_a_merged_organisation_brings_in_nothing_any_more():
    person = bewerker()
    before = organisatie(CORPORATIE)
    before.opvolger = organisatie(GEMEENTE)
    before.save()

    response = breng_in(als(person), bestand(), organisatie_van=CORPORATIE)

    assert response.status_code == 400
    assert Inzending.objects.count() == 0


def test_only_agreements_of_ones_own_can_be_chosen():
    own, other = overeenkomst("Zeedrecht"), overeenkomst("Landerdam")
    other.partijen.all().delete()
    client = als(bewerker())

    refused = breng_in(client, bestand(), overeenkomst=other.pk)
    taken = breng_in(client, bestand(), overeenkomst=own.pk)

    assert refused.status_code == 400
    assert taken.status_code == 302
    assert Inzending.objects.get(fase=Fase.WACHT).overeenkomst == own


def test_the_number_of_queries_does_not_grow_with_what_is_there(django_assert_num_queries):
    client = als(bewerker())
    breng_in(client, bestand())
    client.get(NIEUW)
    with CaptureQueriesContext(connection) as queries:
        client.get(NIEUW)
    few = len(queries)
    for n in range(29):
        breng_in(client, bestand(f"Stuk {n}", f"{n}.txt"))
    client.get(NIEUW)

    with django_assert_num_queries(few):
        client.get(NIEUW)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("afspraken 2025.pdf", "afspraken 2025.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Anna\\stuk.docx", "stuk.docx"),
        ("stuk\r\nSet-Cookie: x.pdf", "stuk Set-Cookie: x.pdf"),
        ("a\u202egpj.pdf", "a gpj.pdf"),
        ("   ", "document"),
        ("..", "document"),
        ("<b>stuk</b>", "b>"),
        ("x" * 400 + ".pdf", "x" * 251 + ".pdf"),
        ("y" * 400, "y" * 255),
    ],
)
def test_the_name_of_a_file_is_data(raw, clean):
    assert clean_name(raw) == clean


def test_a_merged_organisation_brings_in_nothing():
    heir, gone = organisatie(CORPORATIE), organisatie("Woonstichting Havenhuis")
    person = mens("anna@zeedrecht.example", Rol.BEWERKER, bij=gone)
    Organisatie.objects.filter(pk=gone.pk).update(opvolger=heir, opgegaan_op=date(2026, 1, 1))

    with pytest.raises(InbrengenError, match="is opgegaan"):
        take_in(b"een document", "afspraken.txt", organisatie=gone, gebruiker=person)

    assert Inzending.objects.count() == 0
