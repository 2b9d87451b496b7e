"""A merger: the successor takes over what was agreed, people keep working, the past stays as it was."""

import io
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.forms.models import model_to_dict
from django.utils import timezone

from tests.web.maken import CORPORATIE, GEMEENTE, inzending, mens, organisatie, overeenkomst
from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.domain.fusie import merge
from wederkerig.web.accounts.domain.mensen import remove
from wederkerig.web.accounts.domain.uitnodigen import invite
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Rol
from wederkerig.web.rechten import Actie, mag
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.register.models import Besluit, Gebeurtenis, Inzending, Partij, Verklaring

pytestmark = pytest.mark.django_db
DAG = date(2026, 1, 1)


@pytest.fixture
def oud():
    return organisatie(CORPORATIE)


@pytest.fixture
def nieuw():
    return organisatie("Stichting Kustwonen", "corporatie")


def fresh(person):
    return Gebruiker.objects.get(pk=person.pk)


def test_the_successor_is_party_to_what_the_predecessor_agreed(oud, nieuw):
    of = overeenkomst()
    signer = mens("kust@voorbeeld.nl", Rol.TEKENBEVOEGD, bij=nieuw)
    besluit = of.besluiten.get()
    assert not mag(signer, Actie.VERKLAAR, besluit)

    merge(oud, nieuw, dag=DAG, door=None)

    assert organisaties_voor(fresh(signer), Actie.VERKLAAR, besluit) == frozenset({oud.pk})
    assert mag(fresh(signer), Actie.BEKIJK_LOGBOEK, of)


def test_documents_in_hand_go_on_in_the_hands_of_the_successor(oud, nieuw):
    stuk = inzending(oud)
    editor = mens("kust@voorbeeld.nl", Rol.BEWERKER, bij=nieuw)
    outsider = mens("ander@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE))

    merge(oud, nieuw, dag=DAG, door=None)

    stuk = Inzending.objects.get(pk=stuk.pk)
    assert stuk.organisatie == oud
    assert mag(fresh(editor), Actie.LEES_NA, stuk)
    assert not mag(fresh(outsider), Actie.BEKIJK_INZENDING, stuk)


def test_people_keep_their_roles_at_the_successor(oud, nieuw):
    bo = mens("bo@voorbeeld.nl", Rol.BEWERKER, Rol.BEHEERDER, bij=oud)

    merge(oud, nieuw, dag=DAG, door=None)

    assert set(
        Lidmaatschap.objects.filter(gebruiker=bo, organisatie=nieuw).values_list("rol", flat=True)
    ) == {
        "bewerker",
        "beheerder",
    }
    assert mag(fresh(bo), Actie.BEHEER_MENSEN, nieuw)


def test_who_no_longer_works_for_the_successor_loses_the_predecessor_too(oud, nieuw):
    bo = mens("bo@voorbeeld.nl", Rol.BEWERKER, bij=oud)
    stuk = inzending(oud)
    merge(oud, nieuw, dag=DAG, door=None)
    assert mag(fresh(bo), Actie.LEES_NA, stuk)

    remove(nieuw, bo, door=bo)

    assert not mag(fresh(bo), Actie.LEES_NA, stuk)
    assert not mag(fresh(bo), Actie.BEKIJK_ORGANISATIE, oud)


def test_the_past_stays_as_it_was(oud, nieuw):
    of = overeenkomst(van=oud)
    Verklaring.objects.create(besluit=of.besluiten.get(), organisatie=oud, oordeel="herkend", door="Bo")
    Gebeurtenis.objects.create(
        soort="verklaard", over="besluit", over_id="1", naam="x", organisatie_id=oud.pk
    )
    before = [list(model.objects.order_by("pk").values()) for model in (Besluit, Verklaring, Partij)]
    events = list(Gebeurtenis.objects.order_by("pk").values())

    merge(oud, nieuw, dag=DAG, door=None)

    assert [list(model.objects.order_by("pk").values()) for model in (Besluit, Verklaring, Partij)] == before
    assert list(Gebeurtenis.objects.order_by("pk").values())[: len(events)] == events


def test_both_organisations_see_in_their_logbook_what_happened(oud, nieuw):
    operator = mens("platform@voorbeeld.nl", is_staff=True)
    mens("bo@voorbeeld.nl", Rol.BEWERKER, bij=oud)

    merge(oud, nieuw, dag=DAG, door=operator)

    events = Gebeurtenis.objects.filter(soort="fusie")
    assert {each.organisatie_id for each in events} == {oud.pk, nieuw.pk}
    assert {(each.door, each.namens, each.naam) for each in events} == {("Platform", "", CORPORATIE)}
    assert events[0].werd == {"opvolger": nieuw.naam, "op": "2026-01-01", "rollen overgenomen": 1}


def test_an_invitation_that_waits_is_of_the_successor_from_then_on(oud, nieuw):
    made, _ = invite(
        organisatie=oud, email="x@voorbeeld.nl", naam="X", rollen=[Rol.LEZER], door=mens("y@voorbeeld.nl")
    )

    merge(oud, nieuw, dag=DAG, door=None)

    made.refresh_from_db()
    assert made.organisatie == nieuw


def test_a_merger_of_a_merger_leads_to_the_last_of_them(oud, nieuw):
    last = organisatie("Stichting Deltawonen", "corporatie")
    merge(oud, nieuw, dag=DAG, door=None)
    nieuw.refresh_from_db()
    merge(nieuw, last, dag=DAG, door=None)
    editor = mens("delta@voorbeeld.nl", Rol.BEWERKER, bij=last)

    assert mag(editor, Actie.LEES_NA, inzending(oud))


def test_what_cannot_merge_is_refused_and_changes_nothing(oud, nieuw):
    gemeente = organisatie(GEMEENTE)
    other = organisatie("Stichting Deltawonen", "corporatie")
    merge(oud, nieuw, dag=DAG, door=None)
    oud.refresh_from_db()
    rows = list(Organisatie.objects.order_by("pk").values())

    for before, after, reason in [
        (nieuw, nieuw, "niet in zichzelf"),
        (oud, other, "is al opgegaan in Stichting Kustwonen"),
        (nieuw, oud, "is zelf opgegaan in Stichting Kustwonen"),
        (other, oud, "is zelf opgegaan in Stichting Kustwonen"),
        (other, gemeente, "dezelfde soort"),
    ]:
        with pytest.raises(AccountsError, match=reason):
            merge(before, after, dag=DAG, door=None)
    with pytest.raises(AccountsError, match="kies vandaag of een eerdere dag"):
        merge(other, nieuw, dag=timezone.localdate() + timedelta(days=1), door=None)
    assert list(Organisatie.objects.order_by("pk").values()) == rows


def test_a_merged_organisation_takes_no_new_people_and_changes_no_roles(oud, nieuw):
    boss = mens("bo@voorbeeld.nl", Rol.BEHEERDER, Rol.LEZER, bij=oud)
    merge(oud, nieuw, dag=DAG, door=None)
    oud.refresh_from_db()

    with pytest.raises(AccountsError, match="opgegaan in Stichting Kustwonen"):
        invite(organisatie=oud, email="x@voorbeeld.nl", naam="X", rollen=[Rol.LEZER], door=boss)
    with pytest.raises(AccountsError, match="blijft zoals het was"):
        remove(oud, boss, door=boss)
    assert model_to_dict(oud)["opvolger"] == nieuw.pk


def test_the_command_merges(oud, nieuw):
    out = io.StringIO()
    call_command("fusie", oud.slug, nieuw.slug, "--op", "2026-01-01", "--ja", stdout=out)

    oud.refresh_from_db()
    assert (oud.opvolger, oud.opgegaan_op) == (nieuw, DAG)
    assert "Stichting Duinwonen is opgegaan in Stichting Kustwonen." in out.getvalue()


def test_the_command_says_in_dutch_what_is_wrong(oud):
    with pytest.raises(CommandError, match="Er is geen organisatie met het adres 'onbekend'"):
        call_command("fusie", oud.slug, "onbekend", "--ja")
    with pytest.raises(CommandError, match="niet in zichzelf"):
        call_command("fusie", oud.slug, oud.slug, "--ja")
