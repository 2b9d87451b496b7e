"""Who runs the platform is of no party, and changes something there only after proving again who he is."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import WACHTWOORD, mens, organisatie
from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.domain.uitnodigen import accept, invite
from wederkerig.web.accounts.models import Lidmaatschap, Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    return mens("platform@voorbeeld.nl", is_staff=True)


def test_the_operator_gives_himself_no_role(operator):
    form = {"gebruiker": operator.pk, "organisatie": organisatie().pk, "rol": Rol.TEKENBEVOEGD}
    page = als(operator).post(reverse("admin:accounts_lidmaatschap_add"), form).content.decode()
    assert "Wie het platform beheert, kan niet voor een organisatie werken." in page
    assert Lidmaatschap.objects.count() == 0


def test_the_operator_takes_up_no_invitation(operator):
    made, _ = invite(
        organisatie=organisatie(), email=operator.email, naam="Bo", rollen=[Rol.BEHEERDER], door=operator
    )
    with pytest.raises(AccountsError, match="Wie het platform beheert"):
        accept(made, operator)
    assert Lidmaatschap.objects.count() == 0


def test_who_works_for_an_organisation_does_not_become_operator(operator):
    bo = mens("bo@voorbeeld.nl", Rol.LEZER)
    path = reverse("admin:accounts_gebruiker_change", args=[bo.pk])
    inline = {f"lidmaatschappen-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    page = als(operator).post(path, {"naam": "Bo", "is_active": "on", "is_staff": "on", **inline})
    bo.refresh_from_db()
    assert "kan daarom het platform niet beheren" in page.content.decode()
    assert not bo.is_staff


def test_a_change_on_the_platform_is_made_after_a_new_proof_only(operator):
    client = als(operator, bevestigd=False)
    path, form = reverse("admin:register_gemeente_add"), {"naam": "Zeedrecht", "slug": "zeedrecht"}

    assert client.get(path).status_code == 200
    asked = client.post(path, form)
    assert asked.status_code == 302
    assert asked.url.startswith(("/account/reauthenticate/", "/account/2fa/reauthenticate/"))
    done = client.post(f"{reverse('account_reauthenticate')}?next={path}", {"password": WACHTWOORD})

    assert done.url == reverse("admin:register_gemeente_changelist")
