"""What comes in is held to limits before a view sees it; what is private is kept by no browser or proxy."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import load_handler
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import inzending, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Rol

pytestmark = pytest.mark.django_db
PRIVE = "private, no-store"


def test_a_file_in_a_form_that_takes_none_is_kept_nowhere():
    form = {"login": "a@b.example", "bestand": SimpleUploadedFile("klein.txt", b"een stuk")}
    request = RequestFactory().post("/", form)
    request.upload_handlers = [load_handler(each, request) for each in settings.FILE_UPLOAD_HANDLERS]
    assert (request.POST.dict(), request.FILES.dict()) == ({"login": "a@b.example"}, {})


def test_a_body_that_does_not_say_how_long_it_is_is_refused():
    answer = Client().post(reverse("account_login"), headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411


def test_where_documents_are_brought_in_a_large_body_comes_through_to_who_may():
    large = SimpleUploadedFile("groot.txt", b"0" * 6_000_000)
    client = als(mens("bo@zeedrecht.example", Rol.BEWERKER))
    answer = client.post(reverse("inbrengen"), {"bestanden": large, "organisatie": organisatie().pk})
    assert answer.status_code == 302


@pytest.mark.parametrize(
    "path", ["/zoeken/?q=a%00b", "/zoeken/?a%00b=q", "/overeenkomsten/x/afspraken/a%00/"]
)
def test_a_sign_that_no_database_keeps_is_refused_in_an_address(path):
    assert Client().get(path).status_code == 400


def test_it_is_refused_in_a_form_too():
    stuk = inzending()
    client = als(mens("bo@zeedrecht.example", Rol.BEWERKER))
    form = {"sleutel": "partij-1", "organisatie": "Gemeente\0Zeedrecht"}
    assert client.post(reverse("koppel", args=[stuk.pk]), form).status_code == 400


def test_it_is_refused_in_a_cookie():
    client = Client()
    client.cookies["sessionid"] = "a\0b"
    assert client.get(reverse("portaal")).status_code == 400


def test_a_page_of_somebody_who_is_logged_in_is_not_kept():
    stuk = inzending()
    client = als(mens("bo@zeedrecht.example", Rol.BEWERKER))
    for path in (reverse("werk"), reverse("vaststellen", args=[stuk.pk]), reverse("portaal")):
        assert (path, client.get(path)["Cache-Control"]) == (path, PRIVE)
    assert client.get(reverse("koppel", args=[stuk.pk]))["Cache-Control"] == PRIVE


def test_a_public_page_for_a_stranger_may_be_kept():
    overeenkomst()
    assert "Cache-Control" not in Client().get(reverse("portaal"))
