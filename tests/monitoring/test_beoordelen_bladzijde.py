"""docs/beoordelen.md: its examples come out as it says, and its numbers are those of the rule."""

import re
from decimal import Decimal

import pytest
import yaml

from tests.conftest import ROOT
from tests.monitoring.maken import norm
from wederkerig.model import Meting
from wederkerig.monitoring.beoordelen import STATUSSEN, Gepland, beoordeel
from wederkerig.monitoring.beoordelen.marges import marges

PAGE = (ROOT / "docs" / "beoordelen.md").read_text(encoding="utf-8")
EXAMPLES = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]


def judged(example):
    said = example["norm"]
    metingen = [Meting(indicator=said["indicator"], **each) for each in example["metingen"]]
    gepland = [Gepland(**each) for each in example.get("gepland", ())]
    return beoordeel(norm(**said), metingen, op=example["op"], gepland=gepland)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["status"])
def test_an_example_comes_out_as_the_page_says(example):
    beoordeling = judged(example)

    assert (beoordeling.status, beoordeling.som) == (example["status"], example["som"])


def test_each_status_has_an_example_under_its_own_heading():
    headings = re.findall(r"^### (.+)$", PAGE, re.MULTILINE)

    assert [heading.lower() for heading in headings][: len(STATUSSEN)] == list(STATUSSEN)
    assert {example["status"] for example in EXAMPLES} == set(STATUSSEN)


def test_the_table_explains_each_status_as_the_program_does():
    rows = dict(re.findall(r"^\| ([a-z ]+) \| ([A-Z].+\.) \|$", PAGE, re.MULTILINE))

    assert rows == dict(STATUSSEN)


def test_the_margins_are_those_of_the_rule():
    said = "(5%, 10%, 20%, 31 en 92 dagen, 18 maanden)"
    held = marges()

    assert said in PAGE
    assert said == (
        f"({held.achterstand_procent}%, {held.circa_procent}%, {held.risico_procent}%, "
        f"{held.laatste_dag_dagen} en {held.nulmeting_dagen} dagen, {held.oud_maanden} maanden)"
    )


def test_a_wrong_figure_in_an_example_would_be_seen():
    example = {**EXAMPLES[0], "metingen": [{**EXAMPLES[0]["metingen"][-1], "waarde": Decimal(3299)}]}

    assert judged(example).status == "niet gehaald"
