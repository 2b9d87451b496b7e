"""From a public page a party finds its way to the work; nobody else sees more than the page."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
VOLGEN = ["Monitor", "Voorraad", "Rapporten", "Logboek"]


def menu(user, of) -> str:
    request = RequestFactory().get("/")
    request.user = user
    template = Template("{% load partijmenu %}{% partijmenu overeenkomst %}")
    return template.render(Context({"request": request, "overeenkomst": of}))


def words(user, of) -> list[str]:
    return re.findall(r"(?:svg>|\">)([A-Z][a-z ]+)</a>", menu(user, of))


@pytest.mark.parametrize(
    ("bij", "rol", "expected"),
    [
        (GEMEENTE, Rol.BEWERKER, ["Jaarplan inbrengen", "Cijfers", *VOLGEN, "Ronde openen"]),
        (CORPORATIE, Rol.TEKENBEVOEGD, ["Jaarplan inbrengen", "Cijfers", *VOLGEN]),
        (HUURDERS, Rol.LEZER, VOLGEN),
        ("Stichting Elders", Rol.BEWERKER, []),
    ],
)
def test_a_party_sees_what_it_may_do(bij, rol, expected):
    of = overeenkomst()
    person = mens("een@voorbeeld.nl", rol, bij=organisatie(bij))

    assert words(person, of) == expected


def test_who_is_not_logged_in_sees_nothing():
    assert menu(AnonymousUser(), overeenkomst()).strip() == ""


def test_who_edits_for_another_brings_in_nothing_here():
    of = overeenkomst()
    person = mens("een@voorbeeld.nl", Rol.LEZER, bij=organisatie(CORPORATIE))
    person.lidmaatschappen.create(organisatie=organisatie("Stichting Elders"), rol=Rol.BEWERKER)

    assert words(person, of) == VOLGEN


def test_it_asks_as_much_of_the_database_for_many_parties_as_for_few():
    of = overeenkomst()
    person = mens("een@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE))

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            menu(Gebruiker.objects.get(pk=person.pk), of)
        return len(asked)

    few = queries()
    for number in range(30):
        extra = organisatie(f"Stichting {number}", "corporatie")
        of.partijen.create(
            organisatie=extra, naam=extra.naam, kort=extra.naam, soort="corporatie", volgorde=9
        )
        person.lidmaatschappen.create(organisatie=extra, rol=Rol.LEZER)
    assert queries() == few
