"""What documents promise in figures becomes norms: right indicator, bound, day, party, and key."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import stukken
from tests.conftest import ROOT
from tests.monitoring.normen import zeedrecht
from wederkerig.documents import read_bytes, read_document
from wederkerig.model import Doel, Getal, Jaarplan, Stap, Wijziging
from wederkerig.monitoring.indicatoren import indicator, indicatoren
from wederkerig.monitoring.normen import propose_norms
from wederkerig.reading import read_stuk

KNOWN = {each.id for each in indicatoren()}
EXAMPLES = sorted((ROOT / "voorbeelden").glob("*.docx"))
LONG = {"Woningstichting Duinwonen": "Duinwonen", "Woonstichting Havenhuis": "Havenhuis"}
ROWS = [
    (number, row)
    for number, agreement in enumerate(zeedrecht.AGREEMENTS, start=1)
    for row in agreement["normen"]
]


def read(text):
    return read_stuk(read_bytes(text.encode(), "stuk.md"))


def proposed(words, theme="Beschikbaarheid"):
    """The norms of an invented document with one agreement."""
    return propose_norms(read(zeedrecht.text([{"thema": theme, "tekst": words}])))


@pytest.fixture(scope="module")
def stuk():
    return read(zeedrecht.text())


@pytest.fixture(scope="module")
def zeedrechts(stuk):
    return propose_norms(stuk)


def found(norms, number, indicator, value):
    return [
        norm
        for norm in norms
        if (norm.nummer, norm.indicator, norm.waarde) == (str(number), indicator, Decimal(value))
    ]


@pytest.mark.parametrize(
    ("number", "row"), ROWS, ids=[f"{number} {row['indicator']} {row['waarde']}" for number, row in ROWS]
)
def test_a_promise_becomes_a_norm(zeedrechts, number, row):
    norm = found(zeedrechts, number, row["indicator"], row["waarde"])[-1]
    said = norm.model_dump(mode="json") | {
        "waarde": f"{norm.waarde:f}".removesuffix(".0"),
        "nulmeting": norm.nulmeting.peildatum.isoformat() if norm.nulmeting else None,
        "partijen": [LONG.get(name, name) for name in norm.partijen],
    }
    wanted = {"aard": "norm"} | row

    assert {key: said[key] for key in wanted} == wanted


def test_every_norm_names_an_indicator_that_exists_and_who_supplies_it(zeedrechts):
    binding = [norm for norm in zeedrechts if norm.aard == "norm"]

    assert {norm.indicator for norm in binding} <= KNOWN
    assert [norm.tekst for norm in binding if not norm.cijfers_van] == []


def test_only_a_party_that_can_count_it_is_asked_for_the_figures(stuk, zeedrechts):
    kinds = {partij.naam: partij.soort for partij in stuk.partijen}
    asked = [(norm, name) for norm in zeedrechts if norm.indicator for name in norm.cijfers_van]

    assert [
        (norm.tekst, name) for norm, name in asked if kinds[name] not in indicator(norm.indicator).levert
    ] == []


@pytest.mark.parametrize(
    ("words", "indicator"),
    [
        ("Tot 2035 is er behoefte aan 300 sociale huurwoningen.", "voorraad-sociaal"),
        ("In 2024 waren er 40 huisuitzettingen bij 40 huishoudens.", "huisuitzettingen"),
        ("Havenhuis heeft 25 woningen voor jongeren gelabeld.", "jongerenwoningen"),
        ("De huur is afgetopt op € 682,96.", ""),
        ("De overeenkomst met de aannemer heeft een looptijd van 10 jaar.", ""),
    ],
)
def test_what_only_explains_is_background(words, indicator):
    (norm, *_) = proposed(words)

    assert (norm.aard, norm.indicator) == ("achtergrond", indicator)


def test_a_bound_that_is_taken_up_again_is_no_second_norm():
    words = (
        "De corporaties wijzen jaarlijks maximaal 20% van de woningen toe buiten de gewone regels. "
        "In 2027 bespreken partijen of de 20% nog past."
    )
    norms = proposed(words)

    assert [(norm.aard, norm.indicator) for norm in norms] == [
        ("norm", "toewijzing-afwijkend"),
        ("achtergrond", "toewijzing-afwijkend"),
    ]


def test_a_figure_that_must_not_get_worse_is_its_own_baseline():
    words = (
        "Begin 2025 was de gemiddelde wachttijd van jongeren circa 4 jaar. "
        "Partijen spreken af de wachttijd niet te laten oplopen: zij mag niet toenemen."
    )
    (norm,) = proposed(words)

    assert (norm.indicator, norm.relatie, norm.waarde, norm.aard) == (
        "wachttijd-jongeren",
        "max",
        Decimal(4),
        "norm",
    )
    assert norm.nulmeting.peildatum == date(2025, 1, 1)


def test_an_agreement_that_goes_further_than_the_law_lets_it_is_doubted():
    (norm,) = proposed("De corporaties verhuren jaarlijks ten minste 80% aan de DAEB-doelgroep.")

    assert norm.indicator == "toewijzing-doelgroep"
    assert norm.twijfel == "De wet laat niet minder toe dan 85% (Woningwet art. 48 lid 1)."


def test_a_year_in_the_heading_is_the_year_of_the_promise():
    text = (
        zeedrecht.HEAD + "\n## Beschikbaarheid\n\n### Prestaties 2027\n\n1. Havenhuis verkoopt 6 woningen.\n"
    )
    (norm,) = propose_norms(read(text))

    assert (norm.van, norm.per) == (date(2027, 1, 1), date(2027, 12, 31))


def test_a_village_is_named_and_the_municipality_is_not():
    one, other = proposed(
        "Havenhuis bouwt 12 woningen in Schelpdorp. Duinwonen bouwt 9 woningen in Zeedrecht."
    )

    assert (one.gebied, other.gebied) == ("Schelpdorp", None)


@pytest.mark.parametrize(
    "words",
    [
        "De corporaties verkopen in 2027 ieder maximaal 5 woningen.",
        "Elke corporatie verkoopt in 2027 maximaal 5 woningen.",
        "De corporaties verkopen in 2027 maximaal 5 woningen per corporatie.",
    ],
)
def test_what_each_party_promises_is_a_norm_for_each_party(words):
    one, other = proposed(words)

    assert [one.partijen, other.partijen] == [(name,) for name in LONG]
    assert [one.cijfers_van, other.cijfers_van] == [(name,) for name in LONG]
    assert [one.waarde, other.waarde] == [5, 5]
    assert one.sleutel != other.sleutel


def test_who_promises_and_cannot_count_it_leaves_the_figures_to_those_who_can():
    whole, mine, theirs = proposed("De gemeente (3) en Duinwonen (4) verkopen in 2027 samen 7 woningen.")

    assert whole.cijfers_van == theirs.cijfers_van == ("Woningstichting Duinwonen",)
    assert (mine.partijen, mine.cijfers_van) == (("Gemeente Zeedrecht",), tuple(LONG))


def test_a_step_takes_the_indicator_of_its_agreement():
    base = stukken.overeenkomst()
    step = Stap(
        tekst="Duinwonen begint met 40 woningen.",
        getallen=(Getal(tekst="40 woningen", waarde=Decimal(40), eenheid="woningen"),),
    )
    first = base.afspraken[0].model_copy(update={"stappen": (step,)})
    norms = propose_norms(base.model_copy(update={"afspraken": (first,)}))

    assert [(norm.waarde, norm.indicator) for norm in norms] == [
        (Decimal(1240), "nieuwbouw"),
        (Decimal(40), "nieuwbouw"),
    ]


def test_a_year_plan_gives_the_norms_of_what_it_brings_in():
    text = "Duinwonen verkoopt hooguit 10 woningen."
    getal = Getal(
        tekst="hooguit 10 woningen",
        waarde=Decimal(10),
        eenheid="woningen",
        relatie="max",
        bron=stukken.bron("hooguit 12,5%"),
    )
    wijziging = Wijziging(
        doel=Doel(nummer="2"), soort="aanvulling", tekst=text, jaar=2027, bron=stukken.afspraken()[1].bron
    )
    plan = Jaarplan(
        soort="jaarplan",
        titel="Jaarplan 2027",
        partijen=stukken.partijen(),
        getallen=(getal,),
        wijzigingen=(wijziging, wijziging.model_copy(update={"soort": "verwijderen"})),
    )
    (norm,) = propose_norms(plan)

    assert (norm.nummer, norm.indicator, norm.relatie, norm.waarde) == ("2", "verkoop", "max", Decimal(10))
    assert (norm.per, norm.partijen) == (date(2027, 12, 31), (stukken.DUINWONEN,))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_documents_give_norms_for_nearly_all_they_promise(path):
    binding = [norm for norm in propose_norms(read_stuk(read_document(path))) if norm.aard == "norm"]
    without = [norm for norm in binding if not norm.indicator]

    assert len(binding) > 10
    assert len(without) * 10 <= len(binding)


def test_keys_are_unique_and_the_same_in_another_reading(zeedrechts):
    keys = [norm.sleutel for norm in zeedrechts]

    assert len(set(keys)) == len(keys)
    assert [norm.sleutel for norm in propose_norms(read(zeedrecht.text()))] == keys


def test_a_key_stays_when_the_words_around_the_quantity_change():
    (before,) = proposed("Havenhuis verkoopt hooguit 6 woningen.")
    (after,) = proposed("Tot en met 2027 verkoopt Havenhuis hooguit 6 woningen, maar geen hoekwoningen.")

    assert (before.sleutel, before.per) == (after.sleutel, date(2029, 12, 31))
    assert after.per == date(2027, 12, 31)


def test_a_key_follows_the_lasting_id_when_number_and_theme_change():
    first = stukken.afspraken()[0].model_copy(update={"id": "duinwonen-bouwt"})
    moved = first.model_copy(update={"nummer": "7", "thema": "Wonen"})
    one, other = (
        propose_norms(stukken.overeenkomst(afspraken=(each,), tabellen=()))[0] for each in (first, moved)
    )

    assert one.sleutel == other.sleutel


@given(st.permutations(range(len(zeedrecht.AGREEMENTS))), st.integers(1, 6))
@settings(max_examples=8)
def test_the_norms_of_an_agreement_do_not_depend_on_the_others(stuk, zeedrechts, order, count):
    chosen = [stuk.afspraken[index] for index in order[:count]]
    whole = {norm.sleutel: norm for norm in zeedrechts}

    norms = propose_norms(stuk.model_copy(update={"afspraken": tuple(chosen)}))

    assert [whole[norm.sleutel] for norm in norms] == list(norms)


@given(st.text(alphabet="aeiou nrst.,;:()\n€%0123456789/-", max_size=200), st.booleans())
@settings(max_examples=40)
def test_proposing_never_fails_whatever_stands_in_a_document(words, misplaced):
    base = stukken.overeenkomst()
    first = base.afspraken[0]
    quantity = first.getallen[0].model_copy(update={"tekst": words[:12]} if misplaced else {})
    changed = first.model_copy(update={"tekst": words + " " + first.tekst, "getallen": (quantity,)})

    norms = propose_norms(base.model_copy(update={"afspraken": (changed, changed)}))

    keys = [norm.sleutel for norm in norms]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (
            "De gemeente vraagt € 20.000 voor een kavel (prijspeil 2024, wordt elk jaar geïndexeerd).",
            date(2024, 1, 1),
        ),
        (
            "Voor een kavel vraagt de gemeente € 20.000, prijspeil 1 juli 2022 met indexering.",
            date(2022, 1, 1),
        ),
        ("De gemeente vraagt € 20.000 voor een kavel.", None),
    ],
)
def test_of_an_indexed_price_the_day_is_kept_whose_price_it_is(words, day):
    (found,) = proposed(words)

    assert (found.indicator, found.prijspeil) == ("grondprijs-sociaal", day)
