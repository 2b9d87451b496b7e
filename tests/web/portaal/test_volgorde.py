"""Which agreements a municipality's page begins with, on every kind of database."""

import pytest

from tests.web.maken import basis
from tests.web.portaal.maken import vastgesteld

pytestmark = pytest.mark.django_db


def test_agreements_without_a_first_day_do_not_push_others_away(client):
    made = vastgesteld()
    vastgesteld(basis().model_copy(update={"looptijd": None}), adres="zonder-looptijd")

    page = client.get("/gemeenten/zeedrecht/")

    assert page.context["blik"].overeenkomst == made
    assert [each.slug for each in page.context["naast"]] == ["zonder-looptijd"]
