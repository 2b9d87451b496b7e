"""A year plan beside the agreements: which it amends, how each amendment lands, what people decide of it."""

from datetime import date

import pytest

from tests.web import maken
from tests.web.jaarplan.plannen import (
    ingebracht,
    laatste,
    nieuw,
    plan,
    schrap,
    stel_vast,
    tekst,
    toestanden,
    vul_aan,
    wijzig,
)
from tests.web.maken import CORPORATIE, GEMEENTE
from wederkerig.model import Beslissing, Doel
from wederkerig.nalezen import correct, items
from wederkerig.web.accounts.models import Organisatie, Rol
from wederkerig.web.register.domain.beslissen import Ingevuld, leave_out, take_in
from wederkerig.web.register.domain.geschiedenis import stuk_from
from wederkerig.web.register.domain.verwerken import (
    AndereKeuzeError,
    PastNietError,
    VerwerkenError,
    candidates,
    choose,
    overview,
    plan_of,
    settle_amendment,
)
from wederkerig.web.register.models import Fase, Gebeurtenis, Keuze, Lezing, Verbetering

pytestmark = pytest.mark.django_db

ANDERS = "Duinwonen bouwt elk jaar minimaal 99 woningen."


def view(inzending):
    return overview(inzending, plan_of(inzending), inzending.overeenkomst)


def toepassen(nummer, **extra):
    return Beslissing(wijziging=nummer, keuze="toepassen", **extra)


def kies(inzending, nummer, beslissing, gebruiker):
    return settle_amendment(inzending, nummer, beslissing, gebruiker, gezien=laatste(inzending, nummer))


# --- which agreements ------------------------------------------------------------------------------


def test_only_agreements_of_the_own_organisation_are_proposed(overeenkomst):
    vreemd = maken.basis("Elders")
    partijen = tuple(each for each in vreemd.partijen if each.naam != GEMEENTE)
    maken.overeenkomst("Elders", vreemd.model_copy(update={"partijen": partijen}))
    inzending = ingebracht(plan(wijzig(1, ANDERS)))

    found = candidates(inzending, plan_of(inzending))

    assert [each.overeenkomst for each in found] == [overeenkomst]


def test_agreements_of_the_municipality_and_the_year_come_first(overeenkomst):
    elders = maken.overeenkomst("Elders")
    inzending = ingebracht(plan(wijzig(1, ANDERS)))

    found = candidates(inzending, plan_of(inzending))

    assert [(each.overeenkomst, each.past) for each in found] == [(overeenkomst, True), (elders, False)]


@pytest.mark.parametrize(("jaar", "past"), [(2025, True), (2028, True), (2029, False), (2024, False)])
@pytest.mark.usefixtures("overeenkomst")
def test_a_plan_fits_where_its_first_day_is_in_the_term(jaar, past):
    inzending = ingebracht(plan(wijzig(1, ANDERS), jaar=jaar, getekend=date(jaar - 1, 12, 1)))

    assert [each.looptijd for each in candidates(inzending, plan_of(inzending))] == [past]


def test_a_successor_finds_the_agreements_of_whom_it_took_over(overeenkomst):
    maas = Organisatie.objects.create(naam="Stichting Maaswonen", slug="maaswonen", soort="corporatie")
    Organisatie.objects.filter(naam=CORPORATIE).update(opvolger=maas)
    inzending = ingebracht(plan(wijzig(1, ANDERS)), van=maas)

    assert [each.overeenkomst for each in candidates(inzending, plan_of(inzending))] == [overeenkomst]


def test_choosing_the_agreements_is_kept_and_recorded(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, ANDERS)))

    choose(inzending, overeenkomst, anna)

    inzending.refresh_from_db()
    assert (inzending.overeenkomst, inzending.stand) == (overeenkomst, 1)
    event = Gebeurtenis.objects.get()
    assert (event.soort, event.werd, event.door) == (
        "hoort bij",
        {"overeenkomst": overeenkomst.titel},
        "Anna",
    )


def test_agreements_of_others_cannot_be_chosen(anna):
    vreemd = maken.basis("Elders")
    partijen = tuple(each for each in vreemd.partijen if each.naam != GEMEENTE)
    elders = maken.overeenkomst(
        "Elders", vreemd.model_copy(update={"partijen": partijen}), maken.organisatie(CORPORATIE)
    )
    inzending = ingebracht(plan(wijzig(1, ANDERS), gemeente="Elders"))

    with pytest.raises(VerwerkenError, match="geen partij"):
        choose(inzending, elders, anna)

    inzending.refresh_from_db()
    assert inzending.overeenkomst is None


def test_agreements_of_another_municipality_are_refused_in_words(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, ANDERS), gemeente="Elders"))

    with pytest.raises(
        VerwerkenError, match="is van gemeente Elders, de afspraken zijn van gemeente Zeedrecht"
    ):
        choose(inzending, overeenkomst, anna)


# --- how each amendment lands ----------------------------------------------------------------------


def marked(regel):
    signs = {"gelijk": "{}", "weg": "[-{}-]", "bij": "[+{}+]"}
    return "".join(signs[piece.soort].format(piece.tekst) for piece in regel.passage.stukjes)


def test_each_amendment_stands_beside_the_text_it_changes(overeenkomst):
    inzending = ingebracht(
        plan(wijzig(1, "15", "10"), vul_aan(2, "Ook op het Zand."), schrap(3, tekst(3)), nieuw("4", ANDERS)),
        overeenkomst,
    )

    found = [(regel.passage.naam, marked(regel)) for regel in view(inzending).regels]

    assert found == [
        ("afspraak 1", "Duinwonen bouwt elk jaar minimaal[- 10-][+ 15+] woningen."),
        ("afspraak 2", "Duinwonen bouwt elk jaar minimaal 20 woningen.[+\nOok op het Zand.+]"),
        ("afspraak 3", f"[-{tekst(3)}-]"),
        ("afspraak 4", f"[+{ANDERS}+]"),
    ]


def test_goals_are_shown_as_they_become(overeenkomst):
    doel = Doel(onderdeel="doelen", thema="Beschikbaarheid")
    inzending = ingebracht(plan(vul_aan(1, "Ook op het Zand.", doel=doel)), overeenkomst)

    (regel,) = view(inzending).regels

    assert (regel.passage.naam, regel.passage.voor, regel.passage.na) == (
        "doelen van thema Beschikbaarheid",
        "Genoeg woningen.",
        "Genoeg woningen.\nOok op het Zand.",
    )


def test_what_does_not_fit_comes_first_and_shows_the_text_it_does_not_fit(overeenkomst):
    inzending = ingebracht(plan(wijzig(1, ANDERS), wijzig(2, ANDERS, "minimaal 25 flats.")), overeenkomst)

    first, last = view(inzending).regels

    assert (first.nummer, first.moeilijk, last.moeilijk) == (2, True, False)
    assert first.passage.voor == tekst(2)
    assert not first.passage.verandert


def test_words_that_are_there_already_are_pointed_at(overeenkomst):
    inzending = ingebracht(plan(vul_aan(1, "bouwt elk jaar minimaal 10 woningen.")), overeenkomst)

    (regel,) = view(inzending).regels

    assert regel.verwerking.conflict.soort == "staat er al"
    assert regel.passage.gewezen == ("Duinwonen ", "bouwt elk jaar minimaal 10 woningen.", "")


def test_a_long_text_is_shown_near_its_changes_and_whole_on_request():
    long = " ".join(f"Woord{at}" for at in range(400))
    stuk = maken.basis("Lang")
    afspraken = (stuk.afspraken[0].model_copy(update={"tekst": f"{long} aan het eind."}), *stuk.afspraken[1:])
    lang = maken.overeenkomst("Lang", stuk.model_copy(update={"afspraken": afspraken}))
    inzending = ingebracht(plan(wijzig(1, "slot", "eind"), gemeente="Lang"), lang)

    (regel,) = view(inzending).regels

    assert regel.passage.ingekort
    assert regel.passage.voor == f"{long} aan het eind."
    short = "".join(piece.tekst for piece in regel.passage.kort)
    assert short.startswith("… Woord")
    assert len(short.split()) < 60


def test_a_quote_that_comes_near_offers_the_passage_that_is_there(overeenkomst):
    inzending = ingebracht(
        plan(wijzig(2, ANDERS, "Duinwonen bouwt ieder jaar minimaal 20 woningen.")), overeenkomst
    )

    (regel,) = view(inzending).regels

    assert regel.verwerking.conflict.soort == "wijkt af"
    (uitweg,) = regel.uitwegen
    assert (uitweg.soort, uitweg.beslissing.huidig, uitweg.passage.na) == ("nabij", tekst(2), ANDERS)


def test_a_quote_that_stands_in_another_agreement_offers_that_one(overeenkomst):
    inzending = ingebracht(plan(wijzig(9, ANDERS, tekst(2))), overeenkomst)

    (regel,) = view(inzending).regels

    (uitweg,) = regel.uitwegen
    assert (uitweg.soort, uitweg.beslissing.doel.afspraak) == ("elders", "afspraak-2")
    assert (uitweg.passage.naam, uitweg.passage.na) == ("afspraak 2", ANDERS)


def test_an_addition_can_do_without_its_quote_but_a_change_never(overeenkomst):
    inzending = ingebracht(
        plan(
            vul_aan(1, "Ook op het Zand.", "Heel iets anders hier"),
            wijzig(2, ANDERS, "Heel iets anders hier"),
        ),
        overeenkomst,
    )

    ways = {regel.nummer: [uitweg.soort for uitweg in regel.uitwegen] for regel in view(inzending).regels}

    assert ways == {1: ["zonder citaat"], 2: []}


def test_a_plan_lands_in_the_text_of_its_day_not_in_the_latest(overeenkomst, anna):
    later = ingebracht(plan(wijzig(1, "70", "10"), jaar=2027, getekend=date(2026, 12, 1)), overeenkomst)
    stel_vast(later, anna)
    overeenkomst.refresh_from_db()
    eerder = ingebracht(plan(wijzig(2, "25", "20")), overeenkomst)

    found = view(eerder)

    assert found.voorstel.voor.stuk.afspraken[0].tekst == tekst(1)
    assert [each.naam for each in found.voorstel.hierna] == ["Jaarplan 2027"]


# --- what people decide ----------------------------------------------------------------------------


@pytest.fixture
def past_niet(overeenkomst):
    """One amendment that fits and one whose quote does not."""
    return ingebracht(
        plan(wijzig(1, "15", "10"), wijzig(2, ANDERS, "bouwt ieder jaar 20 huizen")), overeenkomst
    )


def test_a_conflict_is_settled_with_the_words_that_are_there(past_niet, anna):
    assert toestanden(past_niet) == {1: "toegepast", 2: "ontbreekt"}

    kies(past_niet, 2, toepassen(2, huidig=tekst(2)), anna)

    assert toestanden(past_niet)[2] == "door een mens beslist"
    assert view(past_niet).regel(2).passage.na == ANDERS


def test_a_conflict_is_settled_at_another_place(past_niet, anna):
    there = Doel(nummer="3", thema="Beschikbaarheid", afspraak="afspraak-3")

    kies(past_niet, 2, toepassen(2, doel=there, huidig=tekst(3)), anna)

    assert view(past_niet).regel(2).passage.naam == "afspraak 3"


def test_a_conflict_is_settled_by_leaving_it_out(past_niet, anna):
    kies(past_niet, 2, Beslissing(wijziging=2, keuze="afwijzen", toelichting="Hoort hier niet."), anna)

    regel = view(past_niet).regel(2)
    assert (regel.afgewezen, regel.verwerking.beslissing.toelichting) == (True, "Hoort hier niet.")
    assert [each.nummer for each in view(past_niet).open] == []


def test_a_settled_amendment_stays_among_those_to_talk_about(past_niet, anna):
    kies(past_niet, 2, Beslissing(wijziging=2, keuze="afwijzen", toelichting="Nee."), anna)

    assert [each.nummer for each in view(past_niet).moeilijk] == [2]


def test_back_to_the_proposal_keeps_both_rows(past_niet, anna):
    kies(past_niet, 1, Beslissing(wijziging=1, keuze="afwijzen", toelichting="Nee."), anna)
    kies(past_niet, 1, None, anna)

    assert toestanden(past_niet)[1] == "toegepast"
    assert Keuze.objects.count() == 2


def test_a_choice_that_leads_nowhere_says_why_and_keeps_nothing(past_niet, anna):
    with pytest.raises(PastNietError, match="De aangehaalde tekst staat niet in afspraak 2"):
        kies(past_niet, 2, toepassen(2, huidig="staat er ook niet"), anna)

    assert Keuze.objects.count() == 0
    assert Gebeurtenis.objects.count() == 0


def test_a_choice_is_recorded_with_what_it_was(past_niet, anna):
    kies(past_niet, 1, Beslissing(wijziging=1, keuze="afwijzen", toelichting="Nee."), anna)
    kies(past_niet, 1, None, anna)

    last, first = Gebeurtenis.objects.all()
    said = {"wijziging": 1, "keuze": "afwijzen", "toelichting": "Nee.", "door": past_niet.organisatie.naam}
    assert (first.soort, first.was["keuze"], first.werd["keuze"]) == ("beslist", None, said)
    assert (last.was["keuze"], last.werd["keuze"], first.overeenkomst_id) == (said, None, None)


def test_a_decision_names_the_organisation_and_no_person(past_niet, anna):
    kies(past_niet, 1, Beslissing(wijziging=1, keuze="afwijzen", toelichting="Nee.", door="Iemand"), anna)

    assert view(past_niet).regel(1).verwerking.beslissing.door == GEMEENTE
    assert Keuze.objects.get().door == "Anna"


def test_who_did_not_see_the_last_choice_hears_of_it_and_nothing_is_overwritten(past_niet, anna):
    kees = maken.mens("kees@zeedrecht.nl", Rol.BEWERKER)
    seen = laatste(past_niet, 1)
    settle_amendment(past_niet, 1, leave_out(view(past_niet).regel(1).verwerking, "Nee."), anna, gezien=seen)

    with pytest.raises(AndereKeuzeError) as caught:
        settle_amendment(past_niet, 1, toepassen(1, tekst="16"), kees, gezien=seen)

    assert (caught.value.theirs.door, caught.value.mine.tekst) == ("Anna", "16")
    assert Keuze.objects.count() == 1


def test_the_same_choice_twice_is_one(past_niet, anna):
    seen = laatste(past_niet, 1)
    for _ in range(2):
        settle_amendment(past_niet, 1, toepassen(1, tekst="16"), anna, gezien=seen)

    assert Keuze.objects.count() == 1


def test_a_choice_tells_what_fits_no_more_by_it(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10"), wijzig(2, "25", "20")), overeenkomst)

    there = Doel(nummer="2", thema="Beschikbaarheid", afspraak="afspraak-2")
    broken = kies(inzending, 1, toepassen(1, doel=there, huidig="20"), anna)

    assert broken == (2,)
    assert toestanden(inzending)[2] == "overlapt"


def test_a_choice_after_adoption_changes_nothing(past_niet, anna):
    past_niet.fase = Fase.VASTGESTELD
    past_niet.save()

    with pytest.raises(VerwerkenError, match="intussen vastgesteld"):
        kies(past_niet, 1, None, anna)


def test_a_choice_stays_with_its_amendment_when_another_comes_before_it(past_niet, anna):
    kies(past_niet, 2, Beslissing(wijziging=2, keuze="afwijzen", toelichting="Nee."), anna)

    old = stuk_from(past_niet.lezingen.get().stuk)
    newer = old.model_copy(update={"wijzigingen": (vul_aan(3, "Ook op het Zand."), *old.wijzigingen)})
    Lezing.objects.create(inzending=past_niet, lezer="2", stuk=maken.as_data(newer), tekst="een stuk")

    assert toestanden(past_niet) == {1: "toegepast", 2: "toegepast", 3: "door een mens beslist"}


def test_a_choice_of_words_that_were_corrected_since_is_told_and_does_not_count(past_niet, anna):
    kies(past_niet, 2, Beslissing(wijziging=2, keuze="afwijzen", toelichting="Nee."), anna)

    stuk = stuk_from(past_niet.lezingen.get().stuk)
    item = [each for each in items(stuk, ()) if each.soort == "wijziging"][1]
    made = correct(item, "tekst", "Heel andere woorden.")
    Verbetering.objects.create(
        inzending=past_niet,
        sleutel=made.sleutel,
        veld="tekst",
        inhoud=made.model_dump(mode="json"),
        door="Anna",
    )

    found = view(past_niet)
    assert found.plan.wijzigingen[1].tekst == "Heel andere woorden."
    assert [keuze.wijziging for keuze in found.keuzes.los] == [2]
    assert toestanden(past_niet)[2] == "ontbreekt"


# --- what is filled in -----------------------------------------------------------------------------


def test_only_what_differs_from_the_plan_is_decided(past_niet):
    regel = view(past_niet).regel(1)

    made = take_in(
        view(past_niet).voorstel.voor.stuk, regel.verwerking, Ingevuld(huidig=" 10\r\n", tekst="16")
    )

    assert made == toepassen(1, tekst="16")


def test_an_empty_quote_is_a_choice_and_a_missing_field_is_none(past_niet):
    voor, verwerking = view(past_niet).voorstel.voor.stuk, view(past_niet).regel(2).verwerking

    assert take_in(voor, verwerking, Ingevuld(huidig="")).huidig == ""
    assert take_in(voor, verwerking, Ingevuld()).huidig is None


def test_another_place_is_chosen_by_its_code(past_niet):
    voor, verwerking = view(past_niet).voorstel.voor.stuk, view(past_niet).regel(2).verwerking

    made = take_in(voor, verwerking, Ingevuld(plaats="afspraak:afspraak-3"))

    assert made.doel == Doel(nummer="3", thema="Beschikbaarheid", afspraak="afspraak-3")
    with pytest.raises(VerwerkenError, match="staat niet meer"):
        take_in(voor, verwerking, Ingevuld(plaats="afspraak:weg"))


def test_a_new_agreement_gets_the_number_that_is_filled_in(overeenkomst, anna):
    inzending = ingebracht(plan(nieuw("9", ANDERS)), overeenkomst)
    voor, verwerking = view(inzending).voorstel.voor.stuk, view(inzending).regel(1).verwerking

    kies(inzending, 1, take_in(voor, verwerking, Ingevuld(nummer="4")), anna)

    assert view(inzending).regel(1).passage.naam == "afspraak 4"


def test_leaving_out_takes_a_reason(past_niet):
    with pytest.raises(VerwerkenError, match="waarom"):
        leave_out(view(past_niet).regel(1).verwerking, "  ")


def test_plans_of_which_no_day_is_known_are_shown_all_the_same(overeenkomst):
    inzending = ingebracht(plan(wijzig(1, "15", "10"), getekend=None), overeenkomst)

    found = view(inzending)

    assert "niet bekend wanneer" in found.voorstel.zonder_data
    assert [regel.verwerking.toestand for regel in found.regels] == ["toegepast"]
