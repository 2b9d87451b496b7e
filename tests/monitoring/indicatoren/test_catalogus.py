"""The catalogue of indicators: complete rows, names that are found, and the law's own bounds."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator, indicatoren
from wederkerig.parameters import huurgrens, themanaam

CATALOGUE = indicatoren()
UNITS = {"aandeel": {"%"}, "bedrag": {"euro"}, "duur": {"jaar", "maand", "week"}}


def test_every_indicator_is_explained_in_sentences_under_a_known_theme():
    assert [each.id for each in CATALOGUE if not (themanaam(each.thema) and each.levert)] == []
    texts = [(each.id, text) for each in CATALOGUE for text in (each.definitie, each.bron, each.methode)]
    assert [(name, text) for name, text in texts if not text.endswith(".")] == []
    assert [each.id for each in CATALOGUE if each.eenheid not in UNITS.get(each.vorm, {each.eenheid})] == []


def test_no_two_indicators_have_one_name():
    names = [each.naam for each in CATALOGUE]

    assert sorted(set(names)) == sorted(names)


def test_a_rent_class_lies_between_limits_of_that_year():
    for klasse in filter(None, (each.huurklasse for each in CATALOGUE)):
        limits = [huurgrens(name, date(2026, 1, 1)).waarde for name in (klasse.boven, klasse.tot) if name]

        assert limits == sorted(limits)
        assert bool(limits) != klasse.naar_huishouden


@pytest.mark.parametrize(
    ("each", "naam"),
    [
        ("huur-goedkoop", "Woningen met een goedkope huur"),
        ("huur-tot-laag", "Woningen met een huur tot de lage aftoppingsgrens"),
        ("verhuring-tot-hoog", "Verhuringen tot de hoge aftoppingsgrens"),
        ("verhuring-passend", "Verhuringen met een huur die past bij het huishouden"),
        ("streefhuur-laag-tot-hoog", "Streefhuur tussen de twee aftoppingsgrenzen"),
        ("nieuwbouw-tot-laag", "Nieuwbouw tot de lage aftoppingsgrens"),
    ],
)
def test_a_share_of_a_rent_class_is_named_as_people_write_it(each, naam):
    assert indicator(each).naam == naam


def test_an_indicator_is_found_by_its_id():
    assert indicator("huur-tot-laag").huurklasse.tot == "aftoppingsgrens_laag"


def test_an_unknown_indicator_is_refused_with_what_comes_near():
    with pytest.raises(
        IndicatorError, match=r"Er is geen indicator 'huur-tot-lag'. Bedoelt u .*huur-tot-laag"
    ):
        indicator("huur-tot-lag")


def test_an_agreement_may_lower_the_share_for_the_target_group_to_85():
    norm = indicator("toewijzing-doelgroep").wettelijk_op(date(2026, 7, 1))

    assert (norm.relatie, norm.waarde, norm.met_afspraak) == ("min", Decimal("92.5"), Decimal(85))


def test_the_law_asks_what_it_asked_that_day():
    each = indicator("toewijzing-doelgroep")

    assert each.wettelijk_op(date(2021, 12, 31)).waarde == 80
    assert each.wettelijk_op(date(2015, 6, 30)) is None


def test_an_indicator_from_a_list_names_its_columns():
    row = indicator("voorraad-sociaal").model_dump()

    with pytest.raises(ValidationError, match="names its columns"):
        Indicator(**(row | {"velden": ()}))


def test_what_depends_on_what_an_agreement_is_about_is_measured_for_each_norm():
    generic = ("doorlooptijd", "budget", "budget-besteed", "overleggen", "isolatie", "woningen-groep")

    assert {name: indicator(name).per_norm for name in generic} == dict.fromkeys(generic, True)
    assert [
        each.id for each in indicatoren() if "de afspraak noemt" in each.definitie and not each.per_norm
    ] == []


def test_a_list_of_dwellings_knows_no_norms():
    row = indicator("voorraad-sociaal").model_dump()

    with pytest.raises(ValidationError, match="only a party"):
        Indicator(**row | {"per_norm": True})
