"""The forecast: exact where chances are known, the same for the same seed, and kept within bounds."""

import random
import tracemalloc
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from wederkerig.voorraad.aannames import default_aannames
from wederkerig.voorraad.grootboek import Mutatie, Voorraadstand
from wederkerig.voorraad.projecten import FASEN, Project
from wederkerig.voorraad.uitkomst import Voorraaddoel
from wederkerig.voorraad.vooruitblik import VooruitblikError, forecast

OP, TOT = date(2025, 12, 31), date(2035, 12, 31)
BEGIN = [Voorraadstand(corporatie="Lisdodde", dag=OP, aantal=1_000)]


def assumed(uitval="0", vertraging=(0, 0, 0, 0, 0), omvang=("1", "1"), **rest):
    """The same for every phase, in one market; what is not said happens as planned."""
    gewoon = default_aannames()
    zelfde = {"uitval": Decimal(uitval), "vertraging": vertraging, "omvang": tuple(map(Decimal, omvang))}
    gelijk = [een.model_copy(update=zelfde) for een in gewoon.fasen]
    markt = gewoon.markt[1].model_copy(update={"aandeel": Decimal(1)})
    alles = {een: (Decimal(1), Decimal(1)) for een in gewoon.mutaties}
    return gewoon.model_copy(
        update={"fasen": tuple(gelijk), "markt": (markt,), "mutaties": alles, "sloop_voor_oplevering": 0}
        | rest
    )


def project(locatie="Kerkelaan", erbij=10, oplevering=2028, **velden):
    return Project(
        **{
            "locatie": locatie,
            "corporatie": "Lisdodde",
            "erbij": erbij,
            "fase": "ontwerp",
            "oplevering": oplevering,
        }
        | velden
    )


def doel(aantal, per=date(2030, 12, 31), **velden):
    return Voorraaddoel(**{"naam": "Kernvoorraad", "aantal": aantal, "per": per} | velden)


def run(projecten=(), mutaties=(), doelen=(), **rest):
    vast = {"tot": TOT, "seed": 7, "scenarios": 2_000, "aannames": assumed()}
    return forecast(BEGIN, projecten, mutaties, doelen, **vast | rest)


def middles(vooruitblik):
    return {een.jaar: een.midden for een in vooruitblik.jaren}


def pipeline(aantal, zaad):
    toeval = random.Random(zaad)  # noqa: S311  # made histories, no secrets
    return [
        project(
            f"Plek {nummer}",
            erbij=toeval.randint(4, 60),
            eraf=toeval.choice([0, 0, 0, 12]),
            soort="SLN",
            fase=toeval.choice(FASEN[:5]),
            zekerheid=toeval.choice(["hoog", "gemiddeld", "laag"]),
            oplevering=toeval.randint(2025, 2033),
        )
        for nummer in range(aantal)
    ]


def test_what_goes_as_planned_is_exact():
    projecten = [
        project(erbij=10, oplevering=2027),
        project("Lange Vliet", erbij=5, oplevering=date(2029, 2, 1)),
    ]
    verkoop = Mutatie(soort="verkoop", corporatie="Lisdodde", aantal=20, van=date(2026, 1, 1), dag=TOT)

    vooruitblik = run(projecten, [verkoop])

    assert middles(vooruitblik)[2026] == 998
    assert middles(vooruitblik)[2027] == 1_006
    assert middles(vooruitblik)[2035] == 995
    assert all(een.laag == een.midden == een.hoog == een.gepland for een in vooruitblik.jaren)
    assert (vooruitblik.begin, vooruitblik.op, vooruitblik.opmerkingen) == (1_000, OP, ())


def test_the_same_seed_gives_the_same_and_another_does_not():
    gegeven = (pipeline(20, 1), [], [doel(1_150)])

    eerste, tweede, ander = (run(*gegeven, seed=seed, aannames=None) for seed in (7, 7, 8))

    assert eerste == tweede
    assert eerste.jaren != ander.jaren


def test_the_order_of_the_projects_does_not_matter():
    projecten = pipeline(20, 1)

    assert run(projecten, aannames=None) == run(projecten[::-1], aannames=None)


@pytest.mark.parametrize(
    ("aantal", "kans", "dalingen"),
    [
        (1_010, 0.84, {"Kerkelaan": 0.24, "Lange Vliet": 0.24}),
        (1_011, 0.36, {"Kerkelaan": 0.36, "Lange Vliet": 0.36}),
        (1_000, 1, {}),
        (1_021, 0, {}),
    ],
)
def test_chance_and_what_hangs_on_each_project_are_what_they_must_be(aantal, kans, dalingen):
    projecten = [project(), project("Lange Vliet")]

    (uitkomst,) = run(projecten, (), [doel(aantal)], aannames=assumed("0.4"), scenarios=20_000).doelen

    assert float(uitkomst.kans) == pytest.approx(kans, abs=0.015)
    assert {een.project: float(een.daling) for een in uitkomst.invloeden} == pytest.approx(
        dalingen, abs=0.015
    )


def test_demolition_hurts_a_least_and_helps_a_most():
    sloop = project("Sloopstraat", erbij=0, eraf=10, soort="SLO")
    laagste, hoogste = doel(1_000), doel(990, relatie="max")

    minst, meest = run([sloop], (), [laagste, hoogste], aannames=assumed("0.4"), scenarios=20_000).doelen

    assert float(minst.kans) == pytest.approx(0.4, abs=0.015)
    assert minst.invloeden == ()
    assert float(meest.kans) == pytest.approx(0.6, abs=0.015)
    assert [een.project for een in meest.invloeden] == ["Sloopstraat"]


def test_a_project_that_saves_a_target_as_often_as_it_spoils_it_does_not_matter():
    """Without the other the target is met only when what is demolished has been built back."""
    ander = project("Lange Vliet", oplevering=2026)
    terug = project("Tuinwijk", erbij=20, eraf=10, soort="SLN", oplevering=date(2030, 12, 31))
    half = assumed("0.5", vertraging=(-1, -1, 0, 1, 1), sloop_voor_oplevering=18)

    (uitkomst,) = run([ander, terug], (), [doel(1_010)], aannames=half, scenarios=40_000).doelen

    assert float(uitkomst.kans) == pytest.approx(0.5, abs=0.01)
    assert [een.project for een in uitkomst.invloeden] in (["Lange Vliet"], ["Lange Vliet", "Tuinwijk"])
    assert all(een.daling < Decimal("0.02") for een in uitkomst.invloeden[1:])
    assert float(uitkomst.invloeden[0].daling) == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(("zekerheid", "kans"), [("hoog", 0.93), ("gemiddeld", 0.5), ("laag", 0.23)])
def test_what_a_corporation_is_sure_of_is_done_sooner(zekerheid, kans):
    een_jaar_later = doel(1_010, date(2029, 7, 1))

    vooruitblik = run(
        [project(zekerheid=zekerheid)],
        (),
        [een_jaar_later],
        aannames=assumed(vertraging=(0, 6, 12, 18, 24)),
        scenarios=20_000,
    )

    assert float(vooruitblik.doelen[0].kans) == pytest.approx(kans, abs=0.02)


def test_dwellings_are_whole():
    (uitkomst,) = run([project()], (), [doel(1_010)], aannames=assumed(omvang=("0.96", "0.96"))).doelen

    assert (uitkomst.midden, uitkomst.kans, uitkomst.extra) == (1_010, 1, 0)


@settings(max_examples=15)
@given(st.integers(1_000, 1_300), st.sampled_from(["min", "max"]), st.integers(0, 50))
def test_what_is_said_to_be_needed_brings_the_chance_to_eight_in_ten(aantal, relatie, zaad):
    gegeven = pipeline(12, zaad)

    def chance(nodig):
        begrensd = doel(aantal - nodig if relatie == "min" else aantal + nodig, relatie=relatie)
        return run(gegeven, (), [begrensd], aannames=None, scenarios=400).doelen[0]

    uitkomst = chance(0)

    assert chance(uitkomst.extra).kans >= Decimal("0.8")
    assert uitkomst.extra == 0 or chance(uitkomst.extra - 1).kans < Decimal("0.8")
    assert (uitkomst.extra == 0) == (uitkomst.kans >= Decimal("0.8"))


def test_the_chance_is_the_share_of_a_calculation_written_differently():
    """One scenario after the other, with the delay drawn as a person would read the assumptions."""
    projecten = pipeline(15, 3)
    gewoon = default_aannames()
    toeval = random.Random(5)  # noqa: S311  # made histories, no secrets
    standen = []
    for _ in range(3_000):
        (markt,) = toeval.choices(gewoon.markt, [float(een.aandeel) for een in gewoon.markt])
        stand = 1_000
        for een in projecten:
            erbij, eraf = happened(een, markt, gewoon, toeval, date(2030, 12, 31))
            stand += erbij - eraf
        standen.append(stand)

    (uitkomst,) = run(projecten, (), [doel(1_150)], aannames=None, scenarios=10_000).doelen

    deciel = sorted(standen)
    assert float(uitkomst.kans) == pytest.approx(sum(een >= 1_150 for een in standen) / 3_000, abs=0.03)
    for eigen, plek in ((uitkomst.laag, 300), (uitkomst.midden, 1_500), (uitkomst.hoog, 2_700)):
        assert eigen == pytest.approx(deciel[plek], abs=8)


def happened(een, markt, aannames, toeval, dag):
    """What one project has added and demolished by a day in one history."""
    aanname = aannames.of(een)
    factor = float(aannames.zekerheid[een.zekerheid])
    erbij_dag = drawn_day(een.oplevering, 0, aanname, float(markt.vertraging) * factor, toeval)
    if toeval.random() < min(float(aanname.uitval) * float(markt.uitval) * factor, 0.98):
        return 0, 0
    deel = toeval.uniform(*map(float, aanname.omvang))
    erbij = een.erbij * deel if erbij_dag <= dag.toordinal() else 0
    sloopt = een.eraf and een.fase != "bouw"
    gesloopt = sloopt and erbij_dag - 18 * 30.4375 <= dag.toordinal()
    return erbij, een.eraf if gesloopt else 0


def drawn_day(jaar, eerder, aanname, factor, toeval):
    grenzen = [punt * factor if punt > 0 else punt for punt in aanname.vertraging]
    gepland = date(jaar, 7, 1).toordinal() - eerder
    for _ in range(200):
        kant = toeval.choices(range(4), [10, 40, 40, 10])[0]
        dag = gepland + toeval.uniform(grenzen[kant], grenzen[kant + 1]) * 30.4375
        if dag > OP.toordinal():
            return dag
    return drawn_day(OP.year, (date(OP.year, 7, 1) - OP).days, aanname, factor, toeval)


def coverage(aannames, wereld):
    """In how many made histories the stock came out within the band, over portfolios, histories and years."""
    binnen = []
    toeval = random.Random(11)  # noqa: S311  # made histories, no secrets
    for zaad in range(8):
        projecten = pipeline(25, zaad)
        banden = {een.jaar: een for een in run(projecten, aannames=aannames, scenarios=3_000).jaren}
        for _ in range(45):
            (markt,) = toeval.choices(wereld.markt, [float(een.aandeel) for een in wereld.markt])
            jaar = toeval.choice([2028, 2030, 2032])
            delen = [happened(een, markt, wereld, toeval, date(jaar, 12, 31)) for een in projecten]
            stand = 1_000 + sum(erbij - eraf for erbij, eraf in delen)
            binnen.append(banden[jaar].laag <= stand <= banden[jaar].hoog)
    return sum(binnen) / len(binnen)


def test_four_in_five_histories_come_out_within_the_band():
    wereld = default_aannames()

    assert 0.75 <= coverage(wereld, wereld) <= 0.85


def test_with_wrong_assumptions_they_do_not():
    wereld = default_aannames()
    vrolijk = [
        een.model_copy(update={"uitval": Decimal(0), "vertraging": (-6, 0, 0, 3, 6)}) for een in wereld.fasen
    ]

    assert coverage(wereld.model_copy(update={"fasen": tuple(vrolijk)}), wereld) < 0.5


def test_a_project_that_is_late_already_is_not_done_in_the_past():
    te_laat = project(oplevering=date(2025, 1, 1))
    twee_jaar = assumed(vertraging=(0, 6, 12, 18, 24))

    vooruitblik = run([te_laat], aannames=twee_jaar, scenarios=4_000, doelen=[doel(1_010, date(2026, 6, 30))])

    assert float(vooruitblik.doelen[0].kans) == pytest.approx(0.8, abs=0.03)
    assert middles(vooruitblik)[2027] == 1_010


def test_homes_are_demolished_before_they_are_built_back():
    terug = project(erbij=12, eraf=10, soort="SLN", oplevering=date(2029, 6, 30))

    vooruitblik = run([terug], aannames=assumed(sloop_voor_oplevering=18))

    assert middles(vooruitblik) == {2026: 1_000, 2027: 990, 2028: 990} | dict.fromkeys(
        range(2029, 2036), 1_002
    )


def test_what_is_being_built_has_been_demolished_already():
    terug = project(erbij=12, eraf=10, soort="SLN", oplevering=2027, fase="bouw")

    vooruitblik = run([terug])

    assert middles(vooruitblik)[2027] == 1_012
    assert vooruitblik.jaren[1].gepland == 1_012


def test_what_was_done_before_the_opening_does_not_count_again():
    klaar = [
        project(oplevering=date(2025, 6, 1), fase="opgeleverd"),
        project("Later", oplevering=date(2026, 6, 1), fase="opgeleverd"),
    ]
    gedaan = Mutatie(soort="sloop", corporatie="Lisdodde", aantal=3, dag=date(2026, 3, 1), gerealiseerd=True)

    assert middles(run(klaar, [gedaan], aannames=assumed("0.9")))[2026] == 1_007


def test_what_has_no_day_or_was_called_off_is_left_out_and_told():
    projecten = [project("Ooit", oplevering=None), project("Nooit", fase="vervallen")]
    voorbij = Mutatie(soort="verkoop", corporatie="Lisdodde", aantal=5, dag=OP)

    vooruitblik = run(projecten, [voorbij])

    assert set(middles(vooruitblik).values()) == {1_000}
    assert vooruitblik.opmerkingen == (
        "Zonder verwachte oplevering, en daarom niet meegerekend: Ooit.",
        "Gepland tot en met 31-12-2025, en daarom niet meegerekend: 1 mutatie.",
    )


def test_a_target_counts_what_it_is_about():
    begin = [*BEGIN, Voorraadstand(corporatie="Thuishaven", categorie="zorg", dag=OP, aantal=40)]
    projecten = [
        project(erbij=10, geclusterd=6, toegankelijk=10),
        project("Haven", erbij=8, corporatie="Thuishaven", categorie="zorg", geclusterd=8),
        project("Sloop", erbij=0, eraf=4, soort="SLO"),
    ]
    doelen = [
        doel(0),
        doel(0, corporatie="Lisdodde"),
        doel(0, categorie="zorg"),
        doel(0, meting="groei"),
        doel(0, meting="groei", corporatie="Lisdodde"),
        doel(0, meting="toegevoegd"),
        doel(0, meting="toegevoegd", kenmerk="geclusterd", nu=20),
        doel(0, meting="toegevoegd", kenmerk="toegankelijk", corporatie="Lisdodde"),
    ]

    vooruitblik = forecast(begin, projecten, (), doelen, tot=TOT, seed=1, scenarios=10, aannames=assumed())

    assert [een.midden for een in vooruitblik.doelen] == [1_054, 1_006, 48, 14, 6, 18, 34, 10]


def test_a_target_halfway_a_year_is_judged_on_its_day():
    op_tijd = doel(1_010, date(2028, 7, 1))
    te_vroeg = doel(1_010, date(2028, 6, 30))

    vooruitblik = run([project()], (), [op_tijd, te_vroeg])

    assert [een.kans for een in vooruitblik.doelen] == [1, 0]
    assert [een.jaar for een in vooruitblik.jaren] == list(range(2026, 2036))


def test_a_bad_market_meets_all_projects_at_once():
    """With all projects sharing the market the band is wider than that of as many separate markets."""
    projecten = pipeline(60, 2)
    gewoon = default_aannames()
    los = gewoon.model_copy(update={"markt": (gewoon.markt[1].model_copy(update={"aandeel": Decimal(1)}),)})

    samen, apart = (run(projecten, aannames=een).jaren[5] for een in (gewoon, los))

    assert samen.hoog - samen.laag > 1.2 * (apart.hoog - apart.laag)


def test_memory_does_not_grow_with_the_number_of_scenarios():
    projecten = pipeline(200, 4)
    pieken = []
    for scenarios in (15_000, 45_000):
        tracemalloc.start()
        run(projecten, aannames=None, scenarios=scenarios)
        pieken.append(tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()

    assert pieken[1] < pieken[0] + 15


@pytest.mark.parametrize(
    ("rest", "uitleg"),
    [
        ({"tot": OP}, "eindigt voor hij begint"),
        ({"scenarios": 0}, "1 tot 100000 doorrekeningen"),
        ({"scenarios": 100_001}, "1 tot 100000 doorrekeningen"),
        ({"doelen": [doel(1, date(2036, 1, 1))]}, "Het doel ‘Kernvoorraad’ valt niet tussen"),
        ({"doelen": [doel(1, OP)]}, "Het doel ‘Kernvoorraad’ valt niet tussen"),
    ],
)
def test_what_cannot_be_forecast_is_refused_in_dutch(rest, uitleg):
    with pytest.raises(VooruitblikError, match=uitleg):
        run(**rest)


@pytest.mark.parametrize("begin", [[], [*BEGIN, Voorraadstand(dag=date(2024, 12, 31), aantal=1)]])
def test_the_opening_is_one_day(begin):
    with pytest.raises(VooruitblikError, match="één dag"):
        forecast(begin, [], tot=TOT, seed=1)


def test_a_kind_of_dwelling_is_known_of_what_is_added_only():
    with pytest.raises(ValidationError, match="alleen bekend wat erbij komt"):
        doel(1, kenmerk="geclusterd")


@pytest.mark.parametrize(
    ("velden", "uitleg"),
    [
        ({"vertraging": (0, 9, 3, 10, 20)}, "van klein naar groot"),
        ({"omvang": (2, 1)}, "van klein naar groot"),
    ],
)
def test_assumptions_run_from_small_to_large(velden, uitleg):
    eerste = default_aannames().fasen[0]

    with pytest.raises(ValidationError, match=uitleg):
        type(eerste).model_validate(eerste.model_dump() | velden)


def test_the_markets_are_all_scenarios_together():
    gewoon = default_aannames()

    with pytest.raises(ValidationError, match="samen niet 1"):
        type(gewoon).model_validate(gewoon.model_dump() | {"markt": [gewoon.markt[0].model_dump()]})


def test_every_phase_and_kind_has_its_assumption():
    gewoon = default_aannames()

    assert tuple(een.fase for een in gewoon.fasen) == FASEN[:-1]
    assert gewoon.bron.startswith("Eigen aanname")
    uitval = [een.uitval for een in gewoon.fasen]
    assert uitval == sorted(uitval, reverse=True)
