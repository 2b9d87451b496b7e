"""The sector's reference data: our own list agrees with the sector's package."""

import json
import subprocess
import sys
from decimal import getcontext

import pytest

from wederkerig.monitoring.woningen import velden, vera
from wederkerig.monitoring.woningen.data import gegevens

LISTS = sorted(gegevens("vera")["lijsten"])


# The package changes the whole program it is imported in, so that happens in a program of its own.
SECTOR = """
import json, sys
from importlib import import_module
found = {}
for lijst in sys.argv[1:]:
    module = import_module(f"woningwaardering.vera.referentiedata.{lijst.lower()}")
    members = vars(getattr(module, lijst.capitalize())).values()
    found[lijst] = {each.code: each.naam for each in members if hasattr(each, "naam")}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def sector():
    said = subprocess.run([sys.executable, "-c", SECTOR, *LISTS], capture_output=True, check=True)
    return json.loads(said.stdout)


@pytest.mark.parametrize("lijst", LISTS)
def test_codes_and_names_are_those_of_the_sector(lijst, sector):
    assert {code: sector[lijst].get(code) for code in vera.codes(lijst)} == dict(vera.codes(lijst))


@pytest.mark.parametrize("lijst", LISTS)
def test_the_whole_list_is_read_as_the_package_has_it(lijst, sector):
    assert set(vera._whole(lijst).values()) == set(sector[lijst])


@pytest.mark.parametrize("lijst", [each for each in LISTS if each != "EENHEIDDETAILSOORT"])
def test_the_lists_are_whole(lijst, sector):
    assert set(vera.codes(lijst)) == set(sector[lijst])


def test_every_feature_is_made_of_codes_that_exist():
    lists = {each.veld: each.lijst for each in velden() if each.lijst}
    for row in gegevens("kenmerken")["kenmerken"].values():
        if row["veld"] in lists:
            codes = {code for group in row["codes"].values() for code in group if code}
            assert codes <= set(vera.codes(lists[row["veld"]]))


def test_a_code_beyond_our_list_is_found_in_the_package():
    assert vera.code("EENHEIDDETAILSOORT", "Basisschool") == "BAS"


def test_looking_up_in_the_package_leaves_the_program_as_it_was():
    before = getcontext().prec, sys.excepthook
    vera._whole.cache_clear()

    vera.code("EENHEIDDETAILSOORT", "Basisschool")

    assert (getcontext().prec, sys.excepthook) == before
    assert "woningwaardering" not in sys.modules


def test_without_the_package_our_list_is_all_there_is(monkeypatch):
    vera._whole.cache_clear()
    monkeypatch.setattr(vera, "_PACKAGE", "no_such_package")

    assert vera.code("EENHEIDDETAILSOORT", "Basisschool") is None
    assert vera.code("EENHEIDDETAILSOORT", "tussenwoning") == "TUS"
    vera._whole.cache_clear()
