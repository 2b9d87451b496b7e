"""What an outsider gets: the answers of a document that is not there, and no room on our disk."""

from __future__ import annotations

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, inzending, mens, organisatie, overeenkomst
from wederkerig.web.accounts.domain.fusie import merge
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.domain.inzenden import overeenkomsten_van

pytestmark = pytest.mark.django_db
PADEN = [
    "inzending",
    "inzending_voortgang",
    "inzending_bestand",
    "nalezen",
    "feiten",
    "verbeter",
    "toevoegen",
    "koppel",
    "los",
    "vaststellen",
    "verwerken",
    "kies_overeenkomst",
    "beslis",
    "opnieuw_lezen",
    "intrekken",
]


@pytest.mark.parametrize("naam", PADEN)
@pytest.mark.parametrize("methode", ["get", "head", "options", "post", "put", "patch", "delete"])
def test_a_document_of_another_answers_just_as_one_that_is_not_there(naam, methode):
    geheim = inzending(organisatie(CORPORATIE))
    buitenstaander = als(mens("bo@zeedrecht.example", Rol.BEWERKER))
    ask = getattr(buitenstaander, methode)
    theirs = ask(reverse(naam, args=[geheim.pk]), headers={"HX-Request": "true"})
    nothing = ask(reverse(naam, args=[uuid.uuid4()]), headers={"HX-Request": "true"})
    first, second = ((each.status_code, len(each.content), each.get("Allow")) for each in (theirs, nothing))
    assert first == second
    assert theirs.status_code == 404


def _merged():
    oud, nieuw = organisatie("Oud Wonen", "corporatie"), organisatie("Nieuw Wonen", "corporatie")
    merge(oud, nieuw, dag=timezone.localdate(), door=None)
    return oud


def test_what_a_merged_organisation_had_in_hand_is_not_listed_for_others():
    geheim = inzending(_merged())
    page = als(mens("bo@zeedrecht.example", Rol.LEZER)).get(reverse("inbrengen")).content.decode()
    assert page.count(str(geheim.pk)) == 0


def test_agreements_of_a_merged_organisation_are_not_offered_to_others():
    afspraken = overeenkomst()
    merge(
        organisatie(CORPORATIE),
        organisatie("Nieuw Wonen", "corporatie"),
        dag=timezone.localdate(),
        door=None,
    )
    buitenstaander = mens("bo@elders.example", Rol.LEZER, bij=organisatie("Elders"))
    assert afspraken not in overeenkomsten_van(buitenstaander)


def test_a_form_that_takes_no_file_refuses_a_large_one():
    large = SimpleUploadedFile("groot.bin", b"0" * 6_000_000)
    answer = Client().post(reverse("account_login"), {"login": "a@b.example", "password": "x", "f": large})
    assert answer.status_code == 413
