"""Reports through their phases: what may be done when, by whom, and what stays as it was."""

from datetime import date, timedelta

import pytest
from django.utils.formats import date_format

from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, mens, organisatie
from tests.web.monitor.maken import bevestig
from tests.web.monitor.rapporten_maken import (
    PARTIJEN,
    VANDAAG,
    afspraken,
    bewerker,
    concept,
    gepubliceerd,
    gereed,
    meting,
    schrijf,
    stap,
    weerwoord,
)
from wederkerig.web.accounts.models import Organisatie, Rol
from wederkerig.web.monitor.domain.bijdragen import (
    LANGST,
    BotstError,
    Geschreven,
    RapportError,
    contribute,
    everybody_ready,
    last_words,
    participation,
    subjects,
)
from wederkerig.web.monitor.domain.rapporten import (
    VerderError,
    content_of,
    published_judgements,
    take_step,
)
from wederkerig.web.monitor.models import Bijdrage, Meting, Rapport, RapportFase, Signaal
from wederkerig.web.register.domain.logboek_woorden import in_words
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db
W, P, V = RapportFase.WEERWOORD, RapportFase.GEPUBLICEERD, RapportFase.VERVALLEN


@pytest.fixture
def of():
    return afspraken()


def keys(rapport):
    """The keys of the norms of a report."""
    return [regel.sleutel for deel in content_of(rapport).themas for regel in deel.normen]


def statuses(rapport):
    return {regel.nummer: regel.status for deel in content_of(rapport).themas for regel in deel.normen}


def test_a_concept_tells_each_norm_with_its_status(of):
    meting(of, 25)

    made = concept(of)

    assert made.fase == RapportFase.CONCEPT
    assert sorted(statuses(made)) == ["1", "2", "3"]


def test_a_figure_corrected_later_changes_no_report(of):
    first = meting(of, 100)
    made = concept(of)
    before = content_of(made)

    meting(of, 1, vervangt=first)

    made.refresh_from_db()
    assert content_of(made) == before
    assert content_of(concept(of, soort="raadsbrief")).themas != before.themas


def test_a_report_tells_what_changed_since_the_last_that_was_published(of):
    first = gepubliceerd(of, peildatum=VANDAAG - timedelta(days=200))
    meting(of, 100, jaar=VANDAAG.year - 1)

    later = content_of(concept(of))

    assert later.vorige == first.peildatum
    assert {each.sleutel for deel in later.themas for each in deel.verschuivingen} <= set(keys(first))
    assert any(deel.verschuivingen for deel in later.themas)


@pytest.mark.parametrize(
    ("veld", "wrong"),
    [
        ("peildatum", {"peildatum": VANDAAG + timedelta(days=1)}),
        ("peildatum", {"peildatum": VANDAAG.replace(year=2020)}),
        ("aanvullen_tot", {"aanvullen_tot": VANDAAG - timedelta(days=1)}),
        ("weerwoord_tot", {"weerwoord_tot": VANDAAG + timedelta(days=20)}),
        ("weerwoord_tot", {"weerwoord_tot": VANDAAG + timedelta(days=400)}),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(of, veld, wrong):
    with pytest.raises(RapportError) as refused:
        concept(of, **wrong)

    assert refused.value.veld == veld
    assert not Rapport.objects.exists()


def test_there_is_one_open_report_of_a_kind(of):
    concept(of)

    with pytest.raises(RapportError) as refused:
        concept(of)

    assert refused.value.veld == "soort"
    assert concept(of, soort="raadsbrief").soort == "raadsbrief"


# --- steps -----------------------------------------------------------------------------------------------


def test_the_right_of_reply_is_not_opened_before_the_day_or_before_all_are_done(of):
    made = concept(of)
    gereed(made, GEMEENTE, CORPORATIE)

    with pytest.raises(RapportError):
        stap(made, W)
    assert Rapport.objects.get().fase == RapportFase.CONCEPT

    gereed(made, HUURDERS)
    assert stap(made, W).fase == W


def test_the_day_itself_still_belongs_to_the_parties(of):
    made = concept(of)

    with pytest.raises(RapportError):
        stap(made, W, op=made.aanvullen_tot)

    assert stap(made, W, op=made.aanvullen_tot + timedelta(days=1)).fase == W


def test_a_step_taken_late_leaves_seven_days_to_reply(of):
    made = concept(of)
    late = made.weerwoord_tot + timedelta(days=30)

    assert stap(made, W, op=late).weerwoord_tot == late + timedelta(days=7)


def test_nothing_is_published_before_the_last_day_for_reply(of):
    made = weerwoord(of)

    with pytest.raises(RapportError) as refused:
        stap(made, P, op=made.weerwoord_tot)

    assert "te vroeg" in str(refused.value)
    assert published_judgements(of) is None
    assert stap(made, P, op=made.weerwoord_tot + timedelta(days=1)).gepubliceerd is not None


def test_it_is_published_sooner_when_all_parties_are_done_in_that_phase(of):
    made = weerwoord(of)
    assert not everybody_ready(made)

    gereed(made)

    assert stap(made, P).fase == P
    assert published_judgements(of).rapport == made


@pytest.mark.parametrize("naar", [W, P, V])
def test_a_published_report_goes_nowhere(of, naar):
    made = gepubliceerd(of)

    with pytest.raises(RapportError):
        stap(made, naar, reden="toch niet")

    assert Rapport.objects.get().fase == P


def test_a_concept_lapses_with_a_reason_and_a_reply_that_was_opened_never(of):
    made = concept(of)
    with pytest.raises(RapportError):
        stap(made, V)
    assert stap(made, V, reden="verkeerde peildatum").fase == V

    with pytest.raises(RapportError):
        stap(weerwoord(of), V, reden="bevalt ons niet")


def test_the_second_of_two_who_take_a_step_hears_how_it_stands(of):
    made = concept(of)
    gereed(made)
    seen = made.stand
    stap(made, W)

    with pytest.raises(VerderError) as clash:
        take_step(made, W, namens=organisatie(GEMEENTE), door=bewerker(GEMEENTE), vandaag=VANDAAG, stand=seen)

    assert clash.value.rapport.fase == W


# --- what parties write ----------------------------------------------------------------------------------


def test_the_last_that_a_party_wrote_on_a_subject_counts_and_all_stays(of):
    made = concept(of)
    key = keys(made)[0]

    schrijf(made, CORPORATIE, "Er is een vergunning te laat.", key)
    schrijf(made, CORPORATIE, "De vergunning kwam laat.", key, gezien=Bijdrage.objects.get().pk)

    assert [row.tekst for row in last_words(made, frozenset({organisatie(CORPORATIE).pk}))] == [
        "De vergunning kwam laat."
    ]
    assert Bijdrage.objects.count() == 2


def test_while_it_is_completed_a_party_reads_its_own_part_only(of):
    made = concept(of)
    schrijf(made, CORPORATIE, "geheim van de corporatie")

    def read(naam):
        return [each.tekst for each in content_of(made, frozenset({organisatie(naam).pk})).opmerkingen]

    assert read(CORPORATIE) == ["geheim van de corporatie"]
    assert read(HUURDERS) == read(GEMEENTE) == []
    events = Gebeurtenis.objects.filter(overeenkomst_id=of.pk)
    assert not [event for event in events if "geheim" in str(event.werd)]


def test_from_the_right_of_reply_on_everybody_reads_everything(of):
    made = concept(of)
    key = keys(made)[0]
    schrijf(made, CORPORATIE, "De gemeente gaf geen grond.", key)
    gereed(made)
    made = stap(made, W)
    schrijf(made, GEMEENTE, "De grond was er al.", key)

    deel = content_of(made, frozenset({organisatie(HUURDERS).pk})).themas[0]

    assert [(each.partij, each.sleutel) for each in deel.opmerkingen] == [(CORPORATIE, key)]
    assert [(each.partij, each.tekst) for each in deel.weerwoord] == [(GEMEENTE, "De grond was er al.")]


def test_a_party_cannot_write_over_what_another_wrote(of):
    made = weerwoord(of)
    schrijf(made, HUURDERS, "Wij zien het anders.")

    schrijf(made, GEMEENTE, "")
    schrijf(made, GEMEENTE, "Wij niet.")

    assert [row.tekst for row in last_words(made, frozenset())] == ["Wij zien het anders.", "Wij niet."]


def test_a_reply_undoes_that_others_were_done(of):
    made = weerwoord(of)
    gereed(made, CORPORATIE, HUURDERS)

    schrijf(made, GEMEENTE, "En nog dit.")
    gereed(made, GEMEENTE)

    assert not everybody_ready(made)
    with pytest.raises(RapportError):
        stap(made, P)


def test_a_part_of_another_does_not_undo_that_one_is_done_with_ones_own(of):
    made = concept(of)
    gereed(made, CORPORATIE)

    schrijf(made, HUURDERS, "Ons deel.")

    assert {each.naam for each in participation(made) if each.gereed} == {CORPORATIE}


def test_a_colleague_who_wrote_first_is_shown_and_nothing_is_kept(of):
    made = concept(of)
    key = keys(made)[0]
    schrijf(made, CORPORATIE, "van Ruben", key)

    both = [Geschreven(key, "van Karin"), Geschreven("", "ook van Karin")]
    with pytest.raises(BotstError) as clash:
        contribute(made, organisatie(CORPORATIE), bewerker(CORPORATIE), both, vandaag=VANDAAG)

    assert {over: row.tekst for over, row in clash.value.daar.items()} == {key: "van Ruben"}
    assert Bijdrage.objects.count() == 1


@pytest.mark.parametrize(("over", "tekst"), [("geen norm van dit rapport", "iets"), ("", "x" * (LANGST + 1))])
def test_what_belongs_nowhere_or_is_too_long_is_refused(of, over, tekst):
    with pytest.raises(RapportError):
        schrijf(concept(of), CORPORATIE, tekst, over)

    assert not Bijdrage.objects.exists()


def test_after_the_last_day_nobody_writes(of):
    made = concept(of)

    with pytest.raises(RapportError):
        contribute(
            made,
            organisatie(CORPORATIE),
            bewerker(CORPORATIE),
            [Geschreven("", "te laat")],
            vandaag=made.aanvullen_tot + timedelta(days=1),
        )


@pytest.mark.parametrize("naam", PARTIJEN)
def test_nobody_writes_in_a_published_report(of, naam):
    made = gepubliceerd(of)

    with pytest.raises(RapportError):
        schrijf(made, naam, "nog iets")
    with pytest.raises(RapportError):
        gereed(made, naam)


def test_one_may_write_on_the_whole_on_each_theme_and_on_each_norm(of):
    made = concept(of)

    assert set(subjects(content_of(made))) == {"", "beschikbaarheid", *keys(made)}


def test_every_step_and_word_is_recorded(of):
    made = concept(of)
    schrijf(made, CORPORATIE, "Ons deel.")
    gereed(made)
    stap(made, W)
    schrijf(made, HUURDERS, "Ons weerwoord.")
    gereed(made)
    stap(made, P)

    seen = Gebeurtenis.objects.filter(over="rapport").order_by("pk").values_list("soort", "namens")
    assert list(seen) == [
        ("rapport gemaakt", GEMEENTE),
        ("rapport aangevuld", CORPORATIE),
        *(("gereed met rapport", naam) for naam in PARTIJEN),
        ("weerwoord geopend", GEMEENTE),
        ("weerwoord gegeven", HUURDERS),
        *(("gereed met rapport", naam) for naam in PARTIJEN),
        ("rapport gepubliceerd", GEMEENTE),
    ]


def test_who_works_for_the_successor_of_a_party_writes_for_it(of):
    made = concept(of)
    schrijf(made, CORPORATIE, "Van voor de fusie.")
    nieuw = organisatie("Stichting Zeebries", "corporatie")
    Organisatie.objects.filter(naam=CORPORATIE).update(opvolger=nieuw)
    person = mens("bries@voorbeeld.nl", Rol.BEWERKER, bij=nieuw)

    seen = Bijdrage.objects.get().pk
    contribute(made, nieuw, person, [Geschreven("", "Van na de fusie.", seen)], vandaag=VANDAAG)

    assert [row.tekst for row in last_words(made, frozenset({nieuw.pk}))] == ["Van na de fusie."]
    assert [each.naam for each in participation(made)] == [GEMEENTE, CORPORATIE, HUURDERS]


@pytest.mark.parametrize(("dagen", "vraagt"), [(30, True), (500, False)])
def test_a_norm_that_was_passed_asks_for_talks_for_a_year(of, dagen, vraagt):
    key = keys(concept(of))[0]
    day = VANDAAG - timedelta(days=dagen)
    Signaal.objects.create(overeenkomst=of, sleutel=key, indicator="nieuwbouw", peildatum=day, som="te veel")

    reasons = {punt.sleutel: punt.reden for punt in content_of(concept(of, soort="raadsbrief")).kop}

    assert ("overleg" in reasons[key]) == vraagt


def test_a_merger_after_publication_changes_no_word_of_a_report(of):
    made = concept(of)
    schrijf(made, CORPORATIE, "Woorden van de corporatie.")
    schrijf(made, HUURDERS, "Woorden van de huurders.")
    gereed(made)
    stap(made, W)
    gereed(made)
    before = content_of(stap(made, P))

    Organisatie.objects.filter(naam=HUURDERS).update(opvolger=organisatie(CORPORATIE))

    assert [each.tekst for each in before.opmerkingen] == [
        "Woorden van de corporatie.",
        "Woorden van de huurders.",
    ]
    assert content_of(Rapport.objects.get(pk=made.pk)) == before


def test_a_party_that_is_not_known_here_yet_keeps_its_whole_time(of):
    of.partijen.filter(naam=HUURDERS).update(organisatie=None)
    made = concept(of)
    gereed(made, GEMEENTE, CORPORATIE)

    with pytest.raises(RapportError):
        stap(made, W)

    assert stap(made, W, op=made.aanvullen_tot + timedelta(days=1)).fase == W


def test_a_small_figure_of_a_report_before_is_not_told_as_what_it_was(of):
    bevestig(of, "1", indicator="voorraad-sociaal")
    about = {"organisatie": organisatie(CORPORATIE), "gemeente": of.gemeenten.get()}
    about |= {"indicator": "voorraad-sociaal", "peildatum": date(VANDAAG.year, 1, 1)}
    first = Meting.objects.create(waarde=3, **about)
    gepubliceerd(of)
    Meting.objects.create(waarde=300, vervangt=first, **about)

    changes = [each for deel in content_of(gepubliceerd(of)).themas for each in deel.verschuivingen]

    assert [each.stand_was for each in changes if each.stand_nu == 300] == [None]


def test_a_norm_of_which_the_figures_are_not_public_says_why(of):
    bevestig(of, "1", indicator="voorraad-sociaal")
    about = {"organisatie": organisatie(CORPORATIE), "gemeente": of.gemeenten.get()}
    Meting.objects.create(waarde=3, indicator="voorraad-sociaal", peildatum=date(VANDAAG.year, 1, 1), **about)

    themas = content_of(gepubliceerd(of)).themas
    (told,) = [each for deel in themas for each in deel.normen if "zo weinig woningen" in each.zin]

    assert told.zin.endswith("De cijfers gaan over zo weinig woningen dat wij ze niet openbaar maken.")
    assert told.som == ""


@pytest.mark.parametrize(("klein", "grafieken"), [(4, 1), (400, 2)])
def test_the_chart_of_all_stock_does_not_tell_the_small_stock_of_one(of, klein, grafieken):
    bevestig(of, "1", indicator="voorraad-sociaal")
    for wie, waarde in ((CORPORATIE, 500), (HUURDERS, klein)):
        Meting.objects.create(
            organisatie=organisatie(wie),
            gemeente=of.gemeenten.get(),
            indicator="voorraad-sociaal",
            peildatum=date(VANDAAG.year, 1, 1),
            waarde=waarde,
        )

    made = weerwoord(of)
    seen_by_parties = len(content_of(made).grafieken)
    gereed(made)

    assert (seen_by_parties, len(content_of(stap(made, P)).grafieken)) == (2, grafieken)


def test_the_logbook_tells_the_day_of_a_report_in_words(of):
    made = concept(of)
    event = Gebeurtenis.objects.get(soort="rapport gemaakt")

    assert event.naam.endswith(made.peildatum.isoformat())
    assert in_words(event).endswith(f"· {date_format(made.peildatum, 'j F Y')}")
