"""An invitation is the only way to an account: once, for a week, for who has the mail."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als, bevestig_adres, log_in
from tests.web.maken import CORPORATIE, WACHTWOORD, mens, organisatie
from wederkerig.web.accounts.domain.uitnodigen import GELDIG, PER_DAG, invite
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Rol, Uitnodiging
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db
NIEUW = {"naam": "Bo Nieuw", "email": "Bo@Voorbeeld.nl", "rollen": ["lezer", "bewerker"]}


@pytest.fixture
def beheerder():
    return mens("beheerder@voorbeeld.nl", Rol.BEHEERDER)


def stuur(door, **other):
    return als(door).post(reverse("uitnodigen", args=[organisatie().slug]), NIEUW | other)


def link() -> str:
    return re.search(r"/account/uitnodiging/\S+", mail.outbox[-1].body).group()


def test_the_mail_says_who_invites_for_what_and_until_when(beheerder):
    response = stuur(beheerder)

    assert response.status_code == 302
    (sent,) = mail.outbox
    assert sent.to == ["bo@voorbeeld.nl"]
    assert sent.subject == "Uitnodiging van Gemeente Zeedrecht"
    assert "Beste Bo Nieuw," in sent.body
    assert "Uw rol: lezer, bewerker" in sent.body
    assert "De link werkt één keer, tot " in sent.body


def test_names_stand_in_the_mail_as_they_are_written(beheerder):
    of = Organisatie.objects.create(naam="Wonen & Zo", slug="wonen-zo", soort="corporatie")
    Lidmaatschap.objects.create(gebruiker=beheerder, organisatie=of, rol=Rol.BEHEERDER)
    als(beheerder).post(reverse("uitnodigen", args=[of.slug]), NIEUW)

    assert "Wonen & Zo nodigt u uit" in mail.outbox[0].body


def test_of_the_token_only_a_hash_is_kept(beheerder):
    stuur(beheerder)
    token = link().strip("/").rsplit("/", 1)[1]

    kept = Uitnodiging.objects.get()
    assert len(token) >= 43
    assert len(kept.kenmerk) == 64
    assert token not in str(vars(kept))


def test_a_newcomer_makes_an_account_and_is_logged_in(beheerder):
    stuur(beheerder)
    client = Client()
    assert client.get(link()).status_code == 200

    response = client.post(link(), {"naam": "Bo Nieuw", "wachtwoord": "een lang geheim van Bo"})

    bo = Gebruiker.objects.get(email="bo@voorbeeld.nl")
    assert response.url == reverse("werk")
    assert int(client.session["_auth_user_id"]) == bo.pk
    assert {row.rol for row in bo.lidmaatschappen.all()} == {"lezer", "bewerker"}
    assert EmailAddress.objects.get(user=bo).verified
    assert client.get(reverse("werk")).status_code == 200


def test_a_newcomer_can_log_in_later(beheerder):
    stuur(beheerder)
    Client().post(link(), {"naam": "Bo", "wachtwoord": WACHTWOORD})

    response = log_in(Client(), Gebruiker.objects.get(email="bo@voorbeeld.nl"))

    assert response.url == reverse("werk")


@pytest.mark.parametrize("wachtwoord", ["", "kort", "123456789012", "bo@voorbeeld.nl"])
def test_a_password_that_is_easily_guessed_is_refused(beheerder, wachtwoord):
    stuur(beheerder)

    response = Client().post(link(), {"naam": "Bo", "wachtwoord": wachtwoord})

    assert response.status_code == 422
    assert not Gebruiker.objects.filter(email="bo@voorbeeld.nl").exists()
    assert Uitnodiging.objects.get().aanvaard_op is None


def test_an_invitation_works_once(beheerder):
    stuur(beheerder)
    Client().post(link(), {"naam": "Bo", "wachtwoord": WACHTWOORD})

    response = Client().post(link(), {"naam": "Eva", "wachtwoord": WACHTWOORD})

    assert response.status_code == 410
    assert [each.naam for each in Gebruiker.objects.exclude(pk=beheerder.pk)] == ["Bo"]


def test_an_invitation_is_over_after_seven_days(beheerder):
    stuur(beheerder)
    Uitnodiging.objects.update(verloopt_op=timezone.now() - timedelta(seconds=1))

    response = Client().post(link(), {"naam": "Bo", "wachtwoord": WACHTWOORD})

    assert timedelta(days=7) == GELDIG
    assert response.status_code == 410
    assert "niet meer geldig" in response.text


def test_an_unknown_link_leads_nowhere():
    assert Client().get(reverse("uitnodiging", args=["geraden"])).status_code == 404


def test_the_page_of_an_invitation_gives_its_address_to_no_other_site(beheerder):
    stuur(beheerder)

    response = Client().get(link())

    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]


def test_a_browser_may_send_the_form_of_an_invitation(beheerder):
    stuur(beheerder)
    client = Client(enforce_csrf_checks=True)
    page = client.get(link())
    # where a page forbids to say where one comes from, a browser leaves the origin out as well
    origin = "null" if page["Referrer-Policy"] == "no-referrer" else "http://testserver"
    data = {"naam": "Bo", "wachtwoord": WACHTWOORD, "csrfmiddlewaretoken": page.context["csrf_token"]}

    response = client.post(link(), data, headers={"origin": origin})

    assert response.status_code == 302
    assert response.url == reverse("werk")


def test_who_has_an_account_logs_in_first_and_then_accepts(beheerder):
    bo = mens("bo@voorbeeld.nl")
    bevestig_adres(bo)
    stuur(beheerder)
    client = Client()
    asked = client.get(link())
    assert "U hebt al een account" in asked.text
    assert "wachtwoord" not in asked.text.lower()

    arrived = client.post(
        reverse("account_login"), {"login": bo.email, "password": WACHTWOORD, "next": link()}
    )
    assert arrived.url == link()
    assert client.post(link()).url == reverse("werk")
    assert {row.rol for row in bo.lidmaatschappen.all()} == {"lezer", "bewerker"}


def test_nobody_else_can_accept_it(beheerder):
    eva = mens("eva@voorbeeld.nl", Rol.LEZER, bij=organisatie(CORPORATIE))
    mens("bo@voorbeeld.nl")
    stuur(beheerder)

    response = als(eva).post(link())

    assert "voor een ander e-mailadres" in response.text
    assert not Lidmaatschap.objects.filter(organisatie=organisatie(), gebruiker=eva).exists()


def test_who_accepts_keeps_the_roles_there_were(beheerder):
    bo = mens("bo@voorbeeld.nl", Rol.TEKENBEVOEGD, bij=organisatie(CORPORATIE))
    stuur(beheerder)

    als(bo).post(link())

    assert {(row.organisatie.naam, row.rol) for row in bo.lidmaatschappen.all()} == {
        (CORPORATIE, "tekenbevoegd"),
        ("Gemeente Zeedrecht", "lezer"),
        ("Gemeente Zeedrecht", "bewerker"),
    }


def test_the_form_does_not_tell_whether_an_address_has_an_account(beheerder):
    mens("bestaat@voorbeeld.nl", Rol.LEZER, bij=organisatie(CORPORATIE))
    known = stuur(beheerder, email="bestaat@voorbeeld.nl")
    unknown = stuur(beheerder, email="bestaatniet@voorbeeld.nl")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    one, other = (sent.body.replace(sent.to[0], "") for sent in mail.outbox)
    assert re.sub(r"uitnodiging/\S+", "", one) == re.sub(r"uitnodiging/\S+", "", other)


def test_who_works_here_already_is_not_invited_again(beheerder):
    mens("bo@voorbeeld.nl", Rol.LEZER)

    response = stuur(beheerder)

    assert response.status_code == 422
    assert "werkt al voor Gemeente Zeedrecht" in response.text
    assert mail.outbox == []


def test_a_second_invitation_takes_the_place_of_the_first(beheerder):
    stuur(beheerder)
    first = link()
    stuur(beheerder, rollen=["lezer"])

    assert Client().get(first).status_code == 410
    assert Client().get(link()).status_code == 200


def test_sending_again_makes_a_new_link_and_seven_new_days(beheerder):
    stuur(beheerder)
    first = link()
    Uitnodiging.objects.update(verloopt_op=timezone.now() - timedelta(days=3))

    als(beheerder).post(
        reverse("uitnodiging_opnieuw", args=[organisatie().slug, Uitnodiging.objects.get().pk])
    )

    assert Client().get(first).status_code == 404
    assert Client().get(link()).status_code == 200


def test_a_withdrawn_invitation_opens_nothing(beheerder):
    stuur(beheerder)
    als(beheerder).post(
        reverse("uitnodiging_intrekken", args=[organisatie().slug, Uitnodiging.objects.get().pk])
    )

    assert Client().post(link(), {"naam": "Bo", "wachtwoord": WACHTWOORD}).status_code == 410


def test_an_invitation_of_another_organisation_is_out_of_reach(beheerder):
    of = organisatie(CORPORATIE)
    theirs, _ = invite(
        organisatie=of, email="x@voorbeeld.nl", naam="X", rollen=[Rol.LEZER], door=mens("y@voorbeeld.nl")
    )

    response = als(beheerder).post(reverse("uitnodiging_intrekken", args=[organisatie().slug, theirs.pk]))

    assert response.status_code == 404
    theirs.refresh_from_db()
    assert theirs.ingetrokken_op is None


def test_no_flood_of_mail_goes_out(beheerder):
    for number in range(PER_DAG):
        invite(
            organisatie=organisatie(),
            email=f"{number}@voorbeeld.nl",
            naam="X",
            rollen=[Rol.LEZER],
            door=beheerder,
        )

    response = stuur(beheerder)

    assert response.status_code == 422
    assert "Ga morgen verder" in response.text


def test_inviting_asks_for_the_password_again_when_that_is_long_ago(beheerder):
    client = als(beheerder, bevestigd=False)
    bevestig_adres(beheerder)
    page = reverse("uitnodigen", args=[organisatie().slug])

    asked = client.post(page, NIEUW)
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert mail.outbox == []

    client.post(asked.url, {"password": WACHTWOORD, "next": page})
    assert [sent.to for sent in mail.outbox] == [["bo@voorbeeld.nl"]]


def test_each_step_is_recorded_with_who_and_for_whom(beheerder):
    stuur(beheerder)
    Client().post(link(), {"naam": "Bo", "wachtwoord": WACHTWOORD})

    events = Gebeurtenis.objects.order_by("pk")
    assert [(each.soort, each.door, each.namens, each.naam) for each in events] == [
        ("uitgenodigd", "Beheerder", "Gemeente Zeedrecht", "Bo Nieuw"),
        ("uitnodiging aanvaard", "Bo", "Gemeente Zeedrecht", "Bo Nieuw"),
    ]
    assert [each.werd for each in events] == [{"rollen": ["lezer", "bewerker"]}] * 2
    assert "voorbeeld.nl" not in str([vars(each) for each in events])


def test_an_account_cannot_be_made_without_an_invitation():
    response = Client().post(
        reverse("account_signup"), {"email": "x@voorbeeld.nl", "password1": "een heel lang geheim"}
    )

    assert response.status_code == 200
    assert not Gebruiker.objects.exists()


def test_a_session_from_before_logging_in_is_not_kept(beheerder):
    stuur(beheerder)
    client = Client()
    client.get(link())
    session = client.session
    session["van"] = "een ander"
    session.save()
    before = session.session_key

    client.post(link(), {"naam": "Bo", "wachtwoord": WACHTWOORD})

    assert client.session.session_key != before
    assert not type(session)(before).exists(before)


def test_what_a_password_must_be_is_one_sentence(beheerder):
    stuur(beheerder)

    form = Client().get(link()).context["form"]

    assert form.fields["wachtwoord"].help_text == (
        "Kies minstens 12 tekens, niet alleen cijfers, en niet uw naam, uw e-mailadres of een wachtwoord dat "
        "veel mensen gebruiken."
    )
