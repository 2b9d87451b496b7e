"""The sector's reference data: our own list agrees with the sector's package."""

import sys
from importlib import import_module

import pytest

from wederkerig.monitoring.woningen import velden, vera
from wederkerig.monitoring.woningen.data import gegevens

LISTS = sorted(gegevens("vera")["lijsten"])


def whole(lijst):
    module = import_module(f"woningwaardering.vera.referentiedata.{lijst.lower()}")
    members = vars(getattr(module, lijst.capitalize())).values()
    return {each.code: each.naam for each in members if hasattr(each, "naam")}


@pytest.mark.parametrize("lijst", LISTS)
def test_codes_and_names_are_those_of_the_sector(lijst):
    sector = whole(lijst)

    assert {code: sector.get(code) for code in vera.codes(lijst)} == dict(vera.codes(lijst))


@pytest.mark.parametrize("lijst", [each for each in LISTS if each != "EENHEIDDETAILSOORT"])
def test_the_lists_are_whole(lijst):
    assert set(vera.codes(lijst)) == set(whole(lijst))


def test_every_feature_is_made_of_codes_that_exist():
    lists = {each.veld: each.lijst for each in velden() if each.lijst}
    for row in gegevens("kenmerken")["kenmerken"].values():
        if row["veld"] in lists:
            codes = {code for group in row["codes"].values() for code in group if code}
            assert codes <= set(vera.codes(lists[row["veld"]]))


def test_a_code_beyond_our_list_is_found_in_the_package():
    assert vera.code("EENHEIDDETAILSOORT", "Basisschool") == "BAS"


def test_without_the_package_our_list_is_all_there_is(monkeypatch):
    vera._whole.cache_clear()
    monkeypatch.setitem(sys.modules, "woningwaardering.vera.referentiedata.eenheiddetailsoort", None)

    assert vera.code("EENHEIDDETAILSOORT", "Basisschool") is None
    assert vera.code("EENHEIDDETAILSOORT", "tussenwoning") == "TUS"
    vera._whole.cache_clear()
