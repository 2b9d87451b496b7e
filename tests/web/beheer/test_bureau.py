"""The desk: what waits for me first, then everything in which I take part, for thirty as for one."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, basis, inzending, mens, organisatie, overeenkomst
from wederkerig import nalezen
from wederkerig.model import Doel, Jaarplan, Termijn, Wijziging
from wederkerig.web.accounts.domain.fusie import merge
from wederkerig.web.accounts.models import Lidmaatschap, Rol
from wederkerig.web.register.domain.adoptie import derive
from wederkerig.web.register.domain.geschiedenis import stuk_from
from wederkerig.web.register.domain.termijnen import next_deadline
from wederkerig.web.register.models import Fase, Inzending, Koppeling, Ronde, Verbetering, Verklaring

pytestmark = pytest.mark.django_db


@pytest.fixture
def signer():
    return mens("corporatie@voorbeeld.nl", Rol.TEKENBEVOEGD, bij=organisatie(CORPORATIE))


def desk(person):
    return als(person).get(reverse("werk"))


def doubtful():
    stuk = basis()
    first = stuk.afspraken[0].model_copy(update={"twijfel": "Wie dit doet, staat er niet."})
    return stuk.model_copy(update={"afspraken": (first, *stuk.afspraken[1:])})


def round_of(of, opent=-1, sluit=10):
    today = timezone.localdate()
    return Ronde.objects.create(
        overeenkomst=of,
        naam="Ronde van dit jaar",
        opent=today + timedelta(days=opent),
        sluit=today + timedelta(days=sluit),
        door="Gemeente",
    )


def test_nothing_waits_for_who_has_nothing(signer):
    page = desk(signer)

    assert "Er wacht niets op u." in page.text
    assert "U doet nog in geen overeenkomst mee" in page.text


@pytest.mark.parametrize(
    ("fase", "woorden"),
    [
        (Fase.WACHT, "wordt gelezen"),
        (Fase.MISLUKT, "kon niet worden gelezen"),
        (Fase.NALEZEN, "1 twijfel open"),
    ],
)
def test_documents_in_hand_say_where_they_stand(signer, fase, woorden):
    stuk = inzending(organisatie(CORPORATIE), fase, doubtful())

    page = desk(signer)

    assert reverse("inzending", args=[stuk.pk]) in page.text
    assert woorden in page.text


def test_a_doubt_that_was_settled_no_longer_waits(signer):
    stuk = inzending(organisatie(CORPORATIE), stuk=doubtful())
    assert [each.twijfels for each in desk(signer).context["bureau"].stukken] == [1]

    (item,) = nalezen.open_doubts(stuk_from(stuk.lezingen.get().stuk))
    said = nalezen.confirm(item)
    Verbetering.objects.create(
        inzending=stuk, sleutel=said.sleutel, inhoud=said.model_dump(mode="json"), door="Bo"
    )

    page = desk(signer)
    assert [each.twijfels for each in page.context["bureau"].stukken] == [0]
    assert "Kan nog niet worden vastgesteld: Stichting Duinwonen staat niet bij de partijen" in page.text
    assert "klaar om vast te stellen" not in page.text

    Koppeling.objects.create(inzending=stuk, naam=CORPORATIE, organisatie=organisatie(CORPORATIE), door="Bo")
    page = desk(signer)
    assert "nog niet worden vastgesteld" not in page.text
    assert "klaar om vast te stellen" in page.text


def test_of_a_year_plan_the_amendments_wait(signer):
    wijziging = Wijziging(soort="verwijderen", doel=Doel(nummer="1"), tekst="Afspraak 1 vervalt.")
    plan = Jaarplan(
        soort="jaarplan", titel="Jaarplan 2026", gemeente="Zeedrecht", wijzigingen=(wijziging, wijziging)
    )
    inzending(organisatie(CORPORATIE), stuk=plan)

    page = desk(signer)

    assert "2 wijzigingen te verwerken" in page.text
    assert "klaar om vast te stellen" not in page.text


@pytest.mark.parametrize("fase", [Fase.VASTGESTELD, Fase.INGETROKKEN])
def test_what_is_done_does_not_wait(signer, fase):
    inzending(organisatie(CORPORATIE), fase)

    assert desk(signer).context["bureau"].stukken == []


def test_documents_of_another_party_are_not_there(signer):
    stuk = inzending(organisatie(GEMEENTE))
    Inzending.objects.filter(pk=stuk.pk).update(bestandsnaam="geheim.docx")
    overeenkomst()

    assert "geheim.docx" not in desk(signer).text


def test_a_decision_of_another_party_asks_who_signs_whether_it_is_right(signer):
    of = overeenkomst(van=organisatie(GEMEENTE))
    besluit = of.besluiten.get()

    assert "Zeg of dit klopt: Prestatieafspraken Zeedrecht" in desk(signer).text
    Verklaring.objects.create(
        besluit=besluit, organisatie=organisatie(CORPORATIE), oordeel="herkend", door="Bo"
    )
    assert "Zeg of dit klopt" not in desk(signer).text


def test_who_does_not_sign_is_not_asked():
    overeenkomst(van=organisatie(GEMEENTE))
    reader = mens("lezer@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(CORPORATIE))

    assert "Zeg of dit klopt" not in desk(reader).text


def test_the_party_that_brought_it_in_is_not_asked(signer):
    overeenkomst(van=organisatie(CORPORATIE))

    assert "Zeg of dit klopt" not in desk(signer).text


def test_nor_is_the_party_that_was_merged_into_it():
    heir = organisatie("Stichting Kustwonen", "corporatie")
    of = overeenkomst(van=heir)
    merge(organisatie(CORPORATIE), heir, dag=timezone.localdate(), door=None)
    person = mens("erfgenaam@voorbeeld.nl", Rol.TEKENBEVOEGD, bij=heir)

    assert of.besluiten.get().organisatie == heir
    assert desk(person).context["bureau"].te_verklaren == []


def test_open_rounds_are_told_with_their_last_day(signer):
    of = overeenkomst(van=organisatie(CORPORATIE))
    open_ = round_of(of)
    round_of(of, opent=-30, sluit=-2)
    round_of(of, opent=5, sluit=9)

    page = desk(signer)

    assert [each.ronde for each in page.context["bureau"].rondes] == [open_]
    assert "ronde open tot en met" in page.text


def test_all_agreements_stand_in_one_table_with_their_term(signer):
    for number in range(3):
        overeenkomst(f"Gemeente{number}", van=organisatie(CORPORATIE))

    page = desk(signer)

    assert "3 overeenkomsten waarin u meedoet" in page.text
    assert page.text.count("31 december 2028") == 3


def test_the_next_deadline_stands_beside_the_agreements(signer):
    stuk = basis()
    first = stuk.afspraken[0].model_copy(
        update={
            "termijnen": (
                Termijn(tekst="vóór 2026", tot=date(2025, 12, 31)),
                Termijn(tekst="eind 2027", tot=date(2027, 12, 31)),
            )
        }
    )
    yearly = stuk.afspraken[1].model_copy(update={"termijnen": (Termijn(tekst="elk jaar", tot="--04-01"),)})
    of = overeenkomst(
        stuk=stuk.model_copy(update={"afspraken": (first, yearly)}), van=organisatie(CORPORATIE)
    )
    derive(of)
    of.refresh_from_db()

    def due(dag):
        found = next_deadline(of, dag)
        return found and (found.dag, found.nummer)

    assert due(date(2026, 3, 1)) == (date(2026, 4, 1), "2")
    assert due(date(2026, 4, 1)) == (date(2026, 4, 1), "2")
    assert due(date(2027, 4, 2)) == (date(2027, 12, 31), "1")
    assert due(date(2028, 4, 2)) is None
    assert "Eerstvolgende termijn" in desk(signer).text


@pytest.mark.parametrize(
    ("rol", "mag"),
    [(Rol.LEZER, False), (Rol.BEHEERDER, False), (Rol.BEWERKER, True), (Rol.TEKENBEVOEGD, True)],
)
def test_the_button_to_bring_in_a_document_is_there_for_who_may(rol, mag):
    page = desk(mens("x@voorbeeld.nl", rol))

    assert ("Document inbrengen" in page.text) is mag


@pytest.mark.parametrize(
    ("bij", "rol", "mag"),
    [
        (GEMEENTE, Rol.BEWERKER, True),
        (GEMEENTE, Rol.LEZER, False),
        (CORPORATIE, Rol.BEWERKER, False),
        (CORPORATIE, Rol.TEKENBEVOEGD, False),
    ],
)
def test_a_round_can_be_opened_from_here_by_the_municipality(bij, rol, mag):
    of = overeenkomst()

    page = desk(mens("x@voorbeeld.nl", rol, bij=organisatie(bij)))

    assert (reverse("ronde_openen", args=[of.slug]) in page.text) is mag


def test_after_a_merger_the_successor_has_it_all_on_the_desk():
    overeenkomst(van=organisatie(GEMEENTE))
    inzending(organisatie(CORPORATIE))
    into = organisatie("Stichting Kustwonen", "corporatie")
    heir = mens("kust@voorbeeld.nl", Rol.TEKENBEVOEGD, bij=into)

    merge(organisatie(CORPORATIE), into, dag=date(2026, 1, 1), door=None)

    bureau = desk(heir).context["bureau"]
    assert (len(bureau.stukken), len(bureau.te_verklaren), len(bureau.deelnames)) == (1, 1, 1)


def test_who_works_for_two_parties_sees_both_once(signer):
    Lidmaatschap.objects.create(gebruiker=signer, organisatie=organisatie(GEMEENTE), rol=Rol.LEZER)
    overeenkomst()

    (deelname,) = desk(signer).context["bureau"].deelnames

    assert {each.naam for each in deelname.namens} == {GEMEENTE, CORPORATIE}


def test_the_desk_takes_as_many_queries_for_thirty_as_for_one(signer):
    client = als(signer)

    def fill(name):
        of = overeenkomst(name, van=organisatie(GEMEENTE))
        round_of(of)
        stuk = inzending(organisatie(CORPORATIE), stuk=doubtful())
        Verbetering.objects.create(
            inzending=stuk,
            sleutel="kop",
            inhoud={"sleutel": "kop", "soort": "bevestigd"},
            door="Bo",
        )

    def count():
        with CaptureQueriesContext(connection) as seen:
            response = client.get(reverse("werk"))
        assert response.status_code == 200
        return len(seen)

    fill("Eerste")
    one = count()
    for number in range(29):
        fill(f"Gemeente{number}")

    assert count() == one
