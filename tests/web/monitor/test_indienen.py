"""Filling in what is due, handing it in, and correcting it: who sees what, and nothing is lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.maken import CORPORATIE, GEMEENTE, organisatie
from tests.web.monitor.maken import OP, SPOED, VOORRAAD, afspraken, bevestig, bewerker, ingediend
from wederkerig.web.accounts.domain.fusie import merge
from wederkerig.web.monitor.domain.concepten import Getypt, keep, mark_of
from wederkerig.web.monitor.domain.indienen import (
    IndienError,
    IntussenAndersError,
    IntussenVerbeterdError,
    Opgegeven,
    correct,
    hand_in,
    mark_of_all,
    ready,
    record_figures,
)
from wederkerig.web.monitor.domain.invoer import InvoerError
from wederkerig.web.monitor.domain.invullen import due_in, due_of
from wederkerig.web.monitor.models import Invulling, Meting
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db


def due(of, van=CORPORATIE, op=OP):
    return due_in(organisatie(van), of.gemeenten.get(), op=op)


def question(of, indicator=VOORRAAD):
    return next(each for each in due(of).vragen if each.indicator.id == indicator)


def fill_in(of, waarde, indicator=VOORRAAD, **more):
    vraag = question(of, indicator)
    said = Getypt(waarde=waarde, gezien=mark_of(vraag.invulling), **more)
    return keep(due(of), {vraag.veld: said}, door=bewerker())


def hand_in_all(of, gezien=None):
    here = of.gemeenten.get()
    seen = gezien or mark_of_all(ready(organisatie(CORPORATIE), here, op=OP))
    return hand_in(organisatie(CORPORATIE), here, gezien=seen, door=bewerker(), op=OP)


# --- what is due -----------------------------------------------------------------------------------------


def test_only_who_supplies_the_figures_is_asked():
    of = afspraken()

    assert {each.indicator.id for each in due(of).vragen} == {VOORRAAD, SPOED}
    assert due(of, GEMEENTE).vragen == ()


def test_a_figure_is_asked_once_however_many_agreements_use_it():
    of = afspraken()
    other = afspraken("Duinstad")
    other.gemeenten.set(of.gemeenten.all())

    (vraag,) = [each for each in due(of).vragen if each.indicator.id == VOORRAAD]
    assert [each.overeenkomst for each in vraag.waarvoor] == [of, other]


def test_what_was_handed_in_is_no_longer_due_and_shows_next_time():
    of = afspraken()
    ingediend(of, 1100, date(2026, 7, 1))

    assert VOORRAAD not in {each.indicator.id for each in due(of).vragen}
    later = next(each for each in due(of, op=date(2027, 1, 2)).vragen if each.indicator.id == VOORRAAD)
    assert later.vorige is not None
    assert later.vorige.waarde == 1100


def test_what_is_due_takes_as_many_queries_in_thirty_municipalities_as_in_one():
    def count():
        with CaptureQueriesContext(connection) as seen:
            due_of([organisatie(CORPORATIE)], op=OP)
        return len(seen)

    afspraken("Eerste")
    count()
    one = count()
    for number in range(8):
        ingediend(afspraken(f"Gemeente{number}"), 100)

    due_of([organisatie(CORPORATIE)], op=OP)
    assert count() == one
    assert len(due_of([organisatie(CORPORATIE)], op=OP)) == 9


# --- drafts ----------------------------------------------------------------------------------------------


def test_a_draft_is_kept_as_it_was_typed_also_when_it_is_wrong():
    of = afspraken()
    fill_in(of, "=1+1", bron="ons hoofd")

    (row,) = Invulling.objects.all()
    assert (row.waarde, row.bron, row.door_naam) == ("=1+1", "ons hoofd", bewerker().naam)
    (event,) = Gebeurtenis.objects.filter(soort="cijfer ingevuld")
    assert (event.organisatie_id, event.overeenkomst_id) == (organisatie(CORPORATIE).pk, None)


def test_what_somebody_did_not_touch_stays_as_a_colleague_made_it():
    of = afspraken()
    vraag = question(of)
    stale = Getypt(gezien=mark_of(vraag.invulling))
    fill_in(of, "1.100")

    kept = keep(due(of), {vraag.veld: stale}, door=bewerker())

    assert (kept.aantal, kept.botsingen) == (0, {})
    assert Invulling.objects.get().waarde == "1.100"


def test_two_who_fill_in_the_same_figure_both_see_it():
    of = afspraken()
    vraag = question(of)
    seen = mark_of(vraag.invulling)
    fill_in(of, "1.100")

    kept = keep(due(of), {vraag.veld: Getypt(waarde="1.150", gezien=seen)}, door=bewerker())

    (clash,) = kept.botsingen.values()
    assert (clash.nu.waarde, clash.getypt.waarde) == ("1.100", "1.150")
    assert Invulling.objects.get().waarde == "1.100"


def test_what_is_too_long_is_not_cut_off():
    of = afspraken()
    kept = fill_in(of, "1" * 61)

    assert len(kept.te_lang) == 1
    assert Invulling.objects.count() == 0


def test_what_is_not_due_is_not_kept():
    of = afspraken()

    kept = keep(due(of), {"c0123456789": Getypt(waarde="5")}, door=bewerker())

    assert (kept.aantal, Invulling.objects.count()) == (0, 0)


# --- handing in ------------------------------------------------------------------------------------------


def test_what_was_seen_is_handed_in_and_the_draft_is_gone():
    of = afspraken()
    fill_in(of, "1.100", bron="woningadministratie")
    made = hand_in_all(of)

    (row,) = made.metingen
    assert (row.waarde, row.bron, row.namens) == (Decimal(1100), "woningadministratie", CORPORATIE)
    assert Invulling.objects.count() == 0
    (event,) = Gebeurtenis.objects.filter(soort="cijfers ingediend")
    assert event.overeenkomst_id == of.pk
    assert event.werd["cijfers"] == ["Sociale huurwoningen, 1-7-2026: 1.100 woningen"]


def test_what_is_handed_in_twice_is_there_once():
    of = afspraken()
    fill_in(of, "1.100")
    seen = mark_of_all(ready(organisatie(CORPORATIE), of.gemeenten.get(), op=OP))
    hand_in_all(of, seen)

    with pytest.raises(IndienError):
        hand_in_all(of, seen)
    assert Meting.objects.count() == 1


def test_what_is_wrong_stays_a_draft():
    of = afspraken()
    fill_in(of, "-5")

    with pytest.raises(IndienError):
        hand_in_all(of)
    assert (Invulling.objects.count(), Meting.objects.count()) == (1, 0)


def test_what_changed_since_it_was_seen_is_not_handed_in():
    of = afspraken()
    fill_in(of, "1.100")
    seen = mark_of_all(ready(organisatie(CORPORATIE), of.gemeenten.get(), op=OP))
    fill_in(of, "1.000")

    with pytest.raises(IntussenAndersError):
        hand_in_all(of, seen)
    assert Meting.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"peildatum": date(2027, 1, 1)}, "nog niet geweest"),
        ({"van": date(2026, 2, 1)}, "na de laatste"),
        ({"waarde": Decimal(-1)}, "kan niet"),
        ({"indicator": SPOED, "waarde": Decimal(120)}, "kan niet"),
    ],
)
def test_a_figure_that_cannot_be_is_never_kept(changed, why):
    of = afspraken()
    good = Opgegeven(indicator=VOORRAAD, peildatum=date(2026, 1, 1), waarde=Decimal(5))

    with pytest.raises(IndienError, match=why):
        record_figures(
            organisatie(CORPORATIE),
            of.gemeenten.get(),
            [good, replace(good, **changed)],
            door=bewerker(),
            op=OP,
        )
    assert Meting.objects.count() == 0


def test_a_merged_organisation_hands_in_nothing():
    of = afspraken()
    merge(organisatie(CORPORATIE), organisatie("Woonplein", "corporatie"), dag=OP, door=None)

    with pytest.raises(IndienError, match="opgegaan"):
        ingediend(of, 5)


# --- correcting ------------------------------------------------------------------------------------------


def better(row, waarde="1.050", waarom="Verkeerde lijst.", **more):
    said = {"noemer": "", "bron": "", "toelichting": waarom} | more
    return correct(row, waarde=waarde, door=bewerker(), op=OP, **said)


def test_a_correction_keeps_the_old_figure():
    of = afspraken()
    (old,) = ingediend(of, 1100).metingen
    (new,) = better(old).metingen

    assert (new.vervangt, new.waarde, Meting.objects.count()) == (old, Decimal(1050), 2)
    (event,) = Gebeurtenis.objects.filter(soort="cijfer verbeterd")
    assert event.overeenkomst_id == of.pk
    assert event.was["waarde"].endswith("1.100 woningen")


def test_a_figure_is_corrected_once_by_who_saw_it():
    (old,) = ingediend(afspraken(), 1100).metingen
    (new,) = better(old).metingen

    with pytest.raises(IntussenVerbeterdError) as error:
        better(old, "1.000")
    assert error.value.nu == new


@pytest.mark.parametrize(
    ("waarde", "waarom"), [("1.100", "Zomaar."), ("1.050", " "), ("-1", "Fout."), ("=1+1", "Fout.")]
)
def test_a_correction_says_why_and_is_another_figure(waarde, waarom):
    (old,) = ingediend(afspraken(), 1100).metingen

    with pytest.raises(InvoerError):
        better(old, waarde, waarom)
    assert Meting.objects.count() == 1


# --- shares of several parties ---------------------------------------------------------------------------


@pytest.fixture
def samen():
    """Agreements with a yearly share of two parties together."""
    of = afspraken()
    bevestig(of, "2", indicator=SPOED, cijfers_van=(CORPORATIE, GEMEENTE), partijen=(CORPORATIE, GEMEENTE))
    return of


def test_a_share_of_several_parties_is_not_handed_in_without_its_total(samen):
    fill_in(samen, "17", SPOED)

    (read,) = ready(organisatie(CORPORATIE), samen.gemeenten.get(), op=OP)
    assert not read.kan
    assert read.fouten["noemer"].startswith("Het totaal ontbreekt.")
    fill_in(samen, "17", SPOED, noemer="0")
    assert not ready(organisatie(CORPORATIE), samen.gemeenten.get(), op=OP)[0].kan
    fill_in(samen, "0", SPOED, noemer="0")
    filled_in = question(samen, SPOED).onderwerp
    hand_in_all(samen)
    assert filled_in not in {each.onderwerp for each in due(samen).vragen}


def test_a_share_that_was_handed_in_without_its_total_is_asked_again(samen):
    asked = question(samen, SPOED).gevraagd
    bare = Opgegeven(indicator=SPOED, van=asked.van, peildatum=asked.peildatum, waarde=Decimal(17))
    record_figures(organisatie(CORPORATIE), samen.gemeenten.get(), [bare], door=bewerker(), op=OP)

    again = question(samen, SPOED).gevraagd
    assert (again.met_noemer, again.gegeven.waarde) == (True, 17)
