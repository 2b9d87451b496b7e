"""The logbook says of an adoption what was adopted, what it did, and where it stands."""

import pytest
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.jaarplan.plannen import ingebracht, nieuw, plan, schrap, stel_vast, tekst
from tests.web.maken import GEMEENTE, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemeente():
    return mens("gemeente@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE))


def adopted(by):
    of = overeenkomst()
    stuk = ingebracht(plan(schrap(2, tekst(2)), nieuw("9", "Duinwonen plant bomen.")), of)
    return of, stel_vast(stuk, by)


def test_an_adoption_is_recorded_with_what_it_did(gemeente):
    _, besluit = adopted(gemeente)

    assert Gebeurtenis.objects.get(soort="vastgesteld").werd == {
        "naam": besluit.naam,
        "nieuw": 1,
        "gewijzigd": 0,
        "vervallen": 1,
        "vastgesteld": str(besluit.vastgesteld),
        "inwerking": str(besluit.inwerking),
        "bestand": besluit.inzending.bestand_id,
    }


def test_the_logbook_shows_it_in_plain_words_and_leads_to_the_decision(gemeente):
    of, besluit = adopted(gemeente)

    page = als(gemeente).get(reverse("logboek", args=[of.slug]))

    (regel,) = page.context["regels"]
    assert [(feit.naam, feit.werd) for feit in regel.feiten][:4] == [
        ("naam", besluit.naam),
        ("nieuwe afspraken", "1"),
        ("gewijzigde afspraken", "0"),
        ("vervallen afspraken", "1"),
    ]
    assert "controlegetal van het bestand" in page.text
    assert "volgnummer" not in page.text
    assert f'href="{reverse("besluit", args=[of.slug, besluit.slug])}"' in page.text
