"""How norms stand, for the parties: by the figures that were handed in, and by nothing else."""

from datetime import date
from decimal import Decimal

import pytest

from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, organisatie
from tests.web.monitor.maken import OP, SPOED, VOORRAAD, afspraken, bevestig, bewerker, ingediend, norm_van
from wederkerig.web.accounts.domain.fusie import merge
from wederkerig.web.monitor.domain.beoordelingen import (
    figures_behind,
    judgements,
    measurements_of,
    replaced_by,
)
from wederkerig.web.monitor.domain.bevestigen import confirm
from wederkerig.web.monitor.domain.indienen import Opgegeven, correct, record_figures
from wederkerig.web.monitor.domain.opmerkingen import (
    IntussenOpgemerktError,
    OpmerkingError,
    remark,
    remarks_on,
    stand_of,
)
from wederkerig.web.monitor.models import Invulling, Meting, Signaal
from wederkerig.web.register.models import Gebeurtenis, Gemeente

pytestmark = pytest.mark.django_db


def judged(of, nummer="1", op=OP):
    return next(each for each in judgements(of, op=op) if each.norm.norm.nummer == nummer)


def test_a_norm_is_judged_by_what_was_handed_in():
    of = afspraken()
    assert judged(of).beoordeling.stand is None

    ingediend(of, 1250)
    assert (judged(of).beoordeling.stand, judged(of).beoordeling.peildatum) == (1250, date(2026, 1, 1))


def test_a_draft_is_not_judged():
    of = afspraken()
    Invulling.objects.create(
        organisatie=organisatie(CORPORATIE),
        gemeente=of.gemeenten.get(),
        indicator=VOORRAAD,
        peildatum=date(2026, 1, 1),
        waarde="9.999",
        door_naam="Bo",
    )

    assert judged(of).beoordeling.stand is None


def test_figures_of_another_municipality_or_another_party_do_not_count():
    of = afspraken()
    ingediend(afspraken("Elders"), 5000)
    ingediend(of, 9000, van=GEMEENTE)

    assert judged(of).beoordeling.stand is None


def test_a_corrected_figure_counts_and_the_old_one_is_behind_it():
    of = afspraken()
    (old,) = ingediend(of, 1100).metingen
    correct(old, waarde="1.300", noemer="", bron="", toelichting="Fout.", door=bewerker(), op=OP)

    rows = figures_behind(of, norm_van(of))
    assert judged(of).beoordeling.stand == 1300
    assert [(row.waarde, [each.waarde for each in replaced_by(rows)[row.pk]]) for row in rows] == [
        (Decimal(1300), [Decimal(1100)])
    ]


def test_over_two_municipalities_a_count_is_added_when_both_are_there():
    of = afspraken()
    second = Gemeente.objects.create(naam="Duinstad", slug="duinstad")
    of.gemeenten.add(second)
    first = of.gemeenten.get(naam="Zeedrecht")
    about = {
        "organisatie": organisatie(CORPORATIE),
        "indicator": VOORRAAD,
        "peildatum": date(2026, 1, 1),
        "door": "Bo",
    }
    Meting.objects.create(gemeente=first, waarde=1000, **about)
    assert measurements_of(of) == ()

    Meting.objects.create(gemeente=second, waarde=250, **about)
    assert [each.waarde for each in measurements_of(of)] == [1250]


def test_a_share_over_two_municipalities_is_weighed():
    of = afspraken()
    second = Gemeente.objects.create(naam="Duinstad", slug="duinstad")
    of.gemeenten.add(second)
    about = {
        "organisatie": organisatie(CORPORATIE),
        "indicator": SPOED,
        "van": date(2026, 1, 1),
        "peildatum": date(2026, 6, 30),
        "door": "Bo",
    }
    Meting.objects.create(gemeente=second, waarde=10, noemer=300, **about)
    Meting.objects.create(gemeente=of.gemeenten.get(naam="Zeedrecht"), waarde=30, noemer=100, **about)

    assert [(each.waarde, each.noemer) for each in measurements_of(of)] == [(15, 400)]


def test_figures_go_with_an_organisation_that_was_merged():
    of = afspraken()
    ingediend(of, 1250)
    merge(organisatie(CORPORATIE), organisatie("Woonplein", "corporatie"), dag=OP, door=None)

    assert judged(of).beoordeling.stand == 1250


def test_each_kind_of_party_reads_its_own_sentence():
    of = afspraken()
    ingediend(of, 1250)
    each = judged(of)

    said = {each.sentence(organisatie(name).pk) for name in (CORPORATIE, GEMEENTE, HUURDERS)}
    assert each.is_of(organisatie(CORPORATIE).pk)
    assert not each.is_of(organisatie(GEMEENTE).pk)
    assert all(said)


# --- remarks ---------------------------------------------------------------------------------------------


def say(of, tekst, van=GEMEENTE, stand=None):
    key = norm_van(of).sleutel
    seen = stand_of(of, key) if stand is None else stand
    return remark(of, key, tekst, stand=seen, namens=organisatie(van), door=bewerker(van))


def test_the_last_remark_of_each_party_counts_and_changes_no_status():
    of = afspraken()
    ingediend(of, 1250)
    before = judged(of).beoordeling
    say(of, "Dat zien wij anders.")
    say(of, "Dat zien wij toch zo.")
    say(of, "Wij ook.", van=HUURDERS)

    assert [row.tekst for row in remarks_on(of)[norm_van(of).sleutel]] == [
        "Dat zien wij toch zo.",
        "Wij ook.",
    ]
    assert judged(of).beoordeling == before
    assert Gebeurtenis.objects.filter(soort="opmerking", overeenkomst_id=of.pk).count() == 3


def test_a_remark_can_be_taken_back():
    of = afspraken()
    say(of, "Dat zien wij anders.")
    say(of, "")

    assert remarks_on(of) == {}


def test_a_colleague_does_not_overwrite_a_remark_unseen():
    of = afspraken()
    say(of, "Dat zien wij anders.")

    with pytest.raises(IntussenOpgemerktError):
        say(of, "Dat klopt.", stand=0)
    with pytest.raises(OpmerkingError, match="te lang"):
        say(of, "x" * 2001)


# --- signals ---------------------------------------------------------------------------------------------


def figure(of, waarde, **about):
    made = Opgegeven(van=date(2025, 1, 1), peildatum=date(2025, 12, 31), waarde=Decimal(waarde), **about)
    return record_figures(organisatie(CORPORATIE), of.gemeenten.get(), [made], door=bewerker(), op=OP)


def test_passing_a_norm_that_asks_for_talks_is_told_once():
    of = afspraken()
    period = {"indicator": SPOED, "noemer": Decimal(100)}
    first = figure(of, 25, **period)
    again = figure(of, 26, **period)

    assert [each.overeenkomst for each in first.signalen] == [of]
    assert again.signalen == ()
    (row,) = Signaal.objects.all()
    assert (row.sleutel, row.peildatum) == (norm_van(of, "2").sleutel, date(2025, 12, 31))
    assert Gebeurtenis.objects.filter(soort="signaal", overeenkomst_id=of.pk).count() == 1


def test_a_norm_that_is_kept_gives_no_signal():
    assert figure(afspraken(), 15, indicator=SPOED).signalen == ()


def test_a_bound_that_was_set_after_the_figure_gives_a_signal_too():
    of = afspraken(bevestigd=False)
    figure(of, 25, indicator=SPOED)
    held = norm_van(of, "2")
    norm = held.norm.model_copy(update={"indicator": SPOED, "cijfers_van": (CORPORATIE,)})
    confirm(
        of,
        held.sleutel,
        norm,
        stand=held.stand,
        namens=organisatie(CORPORATIE),
        door=bewerker(),
        toelichting="Zo meten wij het.",
        op=OP,
    )

    assert [row.overeenkomst for row in Signaal.objects.all()] == [of]


def test_two_parties_that_became_one_are_counted_together_and_once():
    of = afspraken()
    other = organisatie("Woonplein", "corporatie")
    of.partijen.create(naam="Woonplein", kort="Woonplein", soort="corporatie", volgorde=3, organisatie=other)
    bevestig(of, "1", indicator=VOORRAAD, cijfers_van=(CORPORATIE, "Woonplein"))
    ingediend(of, 1250)
    ingediend(of, 250, van="Woonplein")
    merge(organisatie(CORPORATIE), other, dag=OP, door=None)

    assert [each.waarde for each in measurements_of(of)] == [1500]
    assert judged(of).beoordeling.stand == 1500
    assert judged(of).is_of(other.pk)
