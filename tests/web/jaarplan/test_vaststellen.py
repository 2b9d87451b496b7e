"""Adopting a year plan: what would come of it, the step itself, and that it is whole or not at all."""

from datetime import date

import pytest
from django.db import DatabaseError, connection

from tests.web import maken
from tests.web.jaarplan.plannen import (
    ingebracht,
    laatste,
    nieuw,
    plan,
    schrap,
    stel_vast,
    tekst,
    vooruit,
    vul_aan,
    wijzig,
)
from tests.web.maken import CORPORATIE, GEMEENTE
from wederkerig.consolidation import GeschiedenisError, adopt, apply, begin, content, decide, latest
from wederkerig.documents import read_bytes
from wederkerig.model import Beslissing, Doel, Inhoud, Kop, Looptijd, Wijziging
from wederkerig.reading import read_stuk
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.register.domain.geschiedenis import geschiedenis_of, tijdlijn_of, uitgave_op
from wederkerig.web.register.domain.vaststellen_jaarplan import (
    BuitenError,
    Gegevens,
    VeranderdError,
    adopt_plan,
    meanwhile,
)
from wederkerig.web.register.domain.verwerken import VerwerkenError, settle_amendment
from wederkerig.web.register.models import Besluit, Fase, Gebeurtenis, Keuze, Zoekregel

pytestmark = pytest.mark.django_db

ANDERS = "Duinwonen bouwt elk jaar minimaal 99 woningen."


def teksten(overeenkomst, dag=None):
    overeenkomst.refresh_from_db()
    return {each.nummer: each.tekst for each in uitgave_op(overeenkomst, dag).versie.stuk.afspraken}


# --- the example -----------------------------------------------------------------------------------


def test_the_example_plan_makes_exactly_the_version_that_consolidation_makes(veldermeer):
    basis, jaarplan = veldermeer
    gemeente = maken.organisatie("Gemeente Veldermeer", "gemeente")
    overeenkomst = maken.overeenkomst("Veldermeer", basis, gemeente)
    mens = maken.mens("anna@veldermeer.nl", "bewerker", bij=gemeente)
    inzending = ingebracht(jaarplan, overeenkomst, gemeente)
    before = tijdlijn_of(overeenkomst).after(0).stuk

    seen = vooruit(inzending)
    besluit = stel_vast(inzending, mens)

    assert (len(seen.toegepast), len(seen.afgewezen), len(seen.buiten)) == (14, 0, 0)
    wanted = latest(adopt(begin(basis), decide(jaarplan)))
    overeenkomst.refresh_from_db()
    assert uitgave_op(overeenkomst).versie.stuk == wanted.stuk == seen.voorstel.na.stuk
    assert content(uitgave_op(overeenkomst, date(2025, 12, 31)).versie.stuk, ids=True) == content(
        before, ids=True
    )
    assert (besluit.naam, besluit.slug, besluit.volgnummer) == ("Jaarplan 2026", "jaarplan-2026", 1)
    assert (besluit.vastgesteld, besluit.inwerking) == (date(2025, 12, 11), date(2026, 1, 1))


def test_the_real_plan_leaves_out_what_is_in_the_agreements_already(shared):
    files = [next((shared / "seeds").glob(f"{key}_*.txt")) for key in ("002", "004")]
    basis, jaarplan = [read_stuk(read_bytes(file.read_bytes(), file.name)) for file in files]
    gemeente = maken.organisatie(basis.partijen[0].naam, "gemeente")
    overeenkomst = maken.overeenkomst(basis.gemeente, basis, gemeente)
    mens = maken.mens("anna@assen.nl", "bewerker", bij=gemeente)
    inzending = ingebracht(jaarplan, overeenkomst, gemeente)

    seen = vooruit(inzending)
    with pytest.raises(BuitenError):
        stel_vast(inzending, mens)
    stel_vast(inzending, mens, zonder=True)

    assert [each.nummer for each in seen.toegepast] == [3, 5, 10, 14]
    assert len(seen.buiten) == 16
    alone = jaarplan.model_copy(
        update={"wijzigingen": tuple(jaarplan.wijzigingen[at] for at in (2, 4, 9, 13))}
    )
    overeenkomst.refresh_from_db()
    assert content(uitgave_op(overeenkomst).versie.stuk) == content(apply(begin(basis).basis, alone).stuk)


# --- what would come of it -------------------------------------------------------------------------


def test_the_prospect_tells_numbers_loose_references_and_texts():
    stuk = maken.basis("Zeedrecht")
    linked = stuk.afspraken[2].model_copy(update={"tekst": f"{tekst(3)} Zie ook afspraak 2."})
    overeenkomst = maken.overeenkomst(
        stuk=stuk.model_copy(update={"afspraken": (*stuk.afspraken[:2], linked)})
    )
    inzending = ingebracht(plan(schrap(2, tekst(2)), nieuw("1", ANDERS)), overeenkomst)

    seen = vooruit(inzending)

    assert [(each.van, each.naar) for each in seen.voorstel.opname.hernummerd] == [("1", "2")]
    assert [(each.plaats, each.nummer) for each in seen.voorstel.opname.losgeraakt] == [("afspraak 3", "2")]
    changed = [(each.stand, (each.nieuw or each.oud).tekst) for each in seen.vergelijking.gewijzigd]
    assert changed == [("nieuw", ANDERS), ("vervallen", tekst(2))]


def test_findings_are_those_that_the_plan_brings(overeenkomst):
    inzending = ingebracht(plan(vul_aan(1, "Zie afspraak 77.")), overeenkomst)

    assert [each.plaats for each in vooruit(inzending).bevindingen if "77" in each.uitleg] != []
    assert vooruit(ingebracht(plan(wijzig(1, "11", "10")), overeenkomst)).bevindingen == ()


def test_what_does_not_fit_is_left_out_by_a_decision_with_its_reason(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10"), wijzig(2, ANDERS, "staat er niet")), overeenkomst)

    besluit = stel_vast(inzending, anna, zonder=True)

    (said,) = besluit.beslissingen
    assert (said["wijziging"], said["keuze"], said["door"]) == (2, "afwijzen", GEMEENTE)
    assert "De aangehaalde tekst staat niet in afspraak 2" in said["toelichting"]
    assert teksten(overeenkomst)["2"] == tekst(2)


def test_nothing_is_adopted_while_something_does_not_fit_and_nobody_said_so(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10"), wijzig(2, ANDERS, "staat er niet")), overeenkomst)

    with pytest.raises(BuitenError):
        stel_vast(inzending, anna)

    assert Besluit.objects.count() == 1
    assert teksten(overeenkomst)["1"] == tekst(1)


def test_what_was_left_out_does_not_slip_in_when_an_earlier_plan_comes_later(overeenkomst, anna):
    twee = ingebracht(
        plan(wijzig(2, ANDERS, "minimaal 55 flats"), jaar=2027, getekend=date(2026, 12, 1)), overeenkomst
    )
    stel_vast(twee, anna, zonder=True)
    overeenkomst.refresh_from_db()
    een = ingebracht(plan(wijzig(2, "Duinwonen bouwt minimaal 55 flats.")), overeenkomst)
    stel_vast(een, anna)

    assert teksten(overeenkomst)["2"] == "Duinwonen bouwt minimaal 55 flats."


def test_choices_go_into_the_decision(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10"), wijzig(2, "25", "20")), overeenkomst)
    said = Beslissing(wijziging=1, keuze="toepassen", tekst="16")
    settle_amendment(inzending, 1, said, anna, gezien=laatste(inzending, 1))

    besluit = stel_vast(inzending, anna)

    assert besluit.beslissingen == [{"wijziging": 1, "keuze": "toepassen", "tekst": "16", "door": GEMEENTE}]
    assert teksten(overeenkomst) == {
        "1": "Duinwonen bouwt elk jaar minimaal 16 woningen.",
        "2": "Duinwonen bouwt elk jaar minimaal 25 woningen.",
        "3": tekst(3),
    }


# --- the step itself -------------------------------------------------------------------------------


def test_adopting_moves_agreements_and_plan_on_and_is_recorded(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst)

    besluit = stel_vast(inzending, anna)

    overeenkomst.refresh_from_db()
    inzending.refresh_from_db()
    assert (overeenkomst.stand, inzending.fase, besluit.organisatie.naam) == (2, Fase.VASTGESTELD, GEMEENTE)
    event = Gebeurtenis.objects.get(soort="vastgesteld")
    assert (event.door, event.namens, event.overeenkomst_id) == ("Anna", GEMEENTE, overeenkomst.pk)
    assert Zoekregel.objects.filter(overeenkomst=overeenkomst, tekst__contains="minimaal 15").exists()


def test_the_agreements_are_listed_by_what_the_latest_version_says(overeenkomst, anna):
    kop = Kop(
        soort="meerjarig",
        titel="Verlengde afspraken Zeedrecht",
        gemeente="Zeedrecht",
        looptijd=Looptijd(van=date(2025, 1, 1), tot=date(2030, 12, 31)),
    )
    verleng = Wijziging(
        doel=Doel(onderdeel="kop"), soort="wijziging", tekst="", inhoud=Inhoud(kop=kop), jaar=2026
    )
    stel_vast(ingebracht(plan(verleng), overeenkomst), anna)

    overeenkomst.refresh_from_db()
    assert (overeenkomst.titel, overeenkomst.tot) == ("Verlengde afspraken Zeedrecht", date(2030, 12, 31))


def test_a_second_press_of_the_button_gives_the_same_decision(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst)
    seen = vooruit(inzending).kenmerk

    first, second = [adopt_plan(inzending, anna, Gegevens(), kenmerk=seen, zonder=False) for _ in range(2)]

    assert first == second
    assert Besluit.objects.filter(volgnummer=1).count() == 1
    assert Gebeurtenis.objects.filter(soort="vastgesteld").count() == 1


def test_who_looked_before_another_plan_was_adopted_is_asked_again(overeenkomst, anna, bert):
    mine = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst)
    other = ingebracht(
        plan(wijzig(2, "25", "20"), jaar=2027, getekend=date(2026, 12, 1)),
        overeenkomst,
        maken.organisatie(CORPORATIE),
    )
    seen = vooruit(mine)
    stel_vast(other, bert)

    with pytest.raises(VeranderdError) as caught:
        adopt_plan(mine, anna, Gegevens(), kenmerk=seen.kenmerk, zonder=False)

    since = meanwhile(mine, overeenkomst, stand=seen.stand, gezien=0)
    assert [(each.naam, each.organisatie.naam) for each in since.besluiten] == [("Jaarplan 2027", CORPORATIE)]
    assert adopt_plan(mine, anna, Gegevens(), kenmerk=caught.value.nu.kenmerk, zonder=False).volgnummer == 2


def test_who_looked_before_a_colleague_decided_otherwise_is_asked_again(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst)
    seen = vooruit(inzending).kenmerk
    settle_amendment(inzending, 1, Beslissing(wijziging=1, keuze="toepassen", tekst="16"), anna, gezien=0)

    with pytest.raises(VeranderdError):
        adopt_plan(inzending, anna, Gegevens(), kenmerk=seen, zonder=False)

    since = meanwhile(inzending, overeenkomst, stand=1, gezien=0)
    assert [each.soort for each in since.gedaan] == ["beslist"]
    assert Besluit.objects.count() == 1


def test_other_days_that_make_no_other_text_need_no_second_look(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst)
    seen = vooruit(inzending).kenmerk

    besluit = adopt_plan(inzending, anna, Gegevens(inwerking=date(2026, 2, 1)), kenmerk=seen, zonder=False)

    assert besluit.inwerking == date(2026, 2, 1)


def test_a_plan_that_holds_earlier_is_taken_up_before_one_that_was_adopted_earlier(overeenkomst, anna):
    later = ingebracht(plan(wijzig(1, "30", "10"), jaar=2027, getekend=date(2026, 12, 1)), overeenkomst)
    stel_vast(later, anna)
    overeenkomst.refresh_from_db()
    eerder = ingebracht(plan(wijzig(2, "25", "20")), overeenkomst)
    besluit = stel_vast(eerder, anna)

    assert besluit.volgnummer == 2
    overeenkomst.refresh_from_db()
    assert [each.naam for each in tijdlijn_of(overeenkomst).besluiten] == ["Jaarplan 2026", "Jaarplan 2027"]
    assert [each.naam for each in geschiedenis_of(overeenkomst).besluiten] == [
        "Jaarplan 2027",
        "Jaarplan 2026",
    ]
    in_2026, in_2027 = teksten(overeenkomst, date(2026, 6, 1)), teksten(overeenkomst, date(2027, 6, 1))
    assert (in_2026["1"], "25" in in_2026["2"]) == (tekst(1), True)
    assert ("30" in in_2027["1"], "25" in in_2027["2"]) == (True, True)


def test_a_plan_does_not_undo_what_another_party_adopted(overeenkomst, anna, bert):
    stel_vast(
        ingebracht(
            plan(wijzig(1, "30", "10"), jaar=2027, getekend=date(2026, 12, 1)),
            overeenkomst,
            maken.organisatie(CORPORATIE),
        ),
        bert,
    )
    overeenkomst.refresh_from_db()
    eerder = ingebracht(plan(schrap(1, tekst(1))), overeenkomst)

    with pytest.raises(VerwerkenError, match="past wijziging 1 van Jaarplan 2027 niet meer"):
        stel_vast(eerder, anna)

    assert "30" in teksten(overeenkomst)["1"]


def test_days_that_cannot_be_are_refused_in_words(overeenkomst):
    inzending = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst)

    with pytest.raises(GeschiedenisError, match="vóór de afspraken zelf"):
        vooruit(inzending, inwerking=date(2024, 1, 1))
    with pytest.raises(GeschiedenisError, match="is ondertekend op 11-12-2025, voordat het op 01-02-2026"):
        vooruit(inzending, vastgesteld=date(2026, 2, 1))
    with pytest.raises(GeschiedenisError, match="niet bekend wanneer"):
        vooruit(ingebracht(plan(wijzig(1, "15", "10"), getekend=None), overeenkomst))


def test_two_plans_of_one_name_get_names_and_addresses_of_their_own(overeenkomst, anna):
    first = stel_vast(ingebracht(plan(wijzig(1, "15", "10")), overeenkomst), anna)
    overeenkomst.refresh_from_db()
    second = stel_vast(ingebracht(plan(wijzig(2, "25", "20")), overeenkomst), anna)
    overeenkomst.refresh_from_db()

    assert [(each.naam, each.slug) for each in (first, second)] == [
        ("Jaarplan 2026", "jaarplan-2026"),
        ("Jaarplan 2026 (2)", "jaarplan-2026-2"),
    ]
    third = ingebracht(plan(wijzig(3, "35", "30")), overeenkomst)
    with pytest.raises(GeschiedenisError, match="staat er twee keer in"):
        vooruit(third, naam="Jaarplan 2026")


def test_only_a_party_adopts(overeenkomst, anna):
    vreemd = Organisatie.objects.create(naam="Adviesbureau", slug="bureau", soort="overig")
    inzending = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst, vreemd)

    with pytest.raises(VerwerkenError, match="is geen partij bij deze afspraken"):
        stel_vast(inzending, anna)


def test_nothing_is_half_adopted_when_the_log_cannot_be_written(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10")), overeenkomst)
    rows = Zoekregel.objects.count()
    _refuse_events()

    with pytest.raises(DatabaseError, match="geen logboek"):
        stel_vast(inzending, anna)

    overeenkomst.refresh_from_db()
    inzending.refresh_from_db()
    assert (overeenkomst.stand, inzending.fase, inzending.stand) == (1, Fase.NALEZEN, 0)
    assert (Besluit.objects.count(), Keuze.objects.count(), Zoekregel.objects.count()) == (1, 0, rows)
    assert teksten(overeenkomst) == {str(n): tekst(n) for n in (1, 2, 3)}


def _refuse_events():
    """Make the database refuse events; undone with the transaction of the test."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE FUNCTION geen_logboek() RETURNS trigger AS $$ "
                "BEGIN RAISE EXCEPTION 'geen logboek'; END; $$ LANGUAGE plpgsql"
            )
            cursor.execute(
                "CREATE TRIGGER geen_logboek BEFORE INSERT ON register_gebeurtenis "
                "FOR EACH ROW EXECUTE FUNCTION geen_logboek()"
            )
        else:
            cursor.execute(
                "CREATE TRIGGER geen_logboek BEFORE INSERT ON register_gebeurtenis "
                "BEGIN SELECT RAISE(ABORT, 'geen logboek'); END"
            )
