"""Findings as SARIF 2.1.0."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from wederkerig.export.sarif import sarif
from wederkerig.model import Bevinding, Bron


@dataclass(frozen=True)
class Rule:
    """What SARIF tells of a check."""

    code: str = "W301"
    titel: str = "Tabel telt niet op"
    ernst: str = "fout"
    omschrijving: str = "Een totaal is niet de som van zijn rij of kolom."


def bevinding(**changes) -> Bevinding:
    values = {
        "code": "W301",
        "ernst": "fout",
        "plaats": "tabel 1",
        "uitleg": "De rij telt op tot 12.",
        "advies": "Reken het na.",
        "bron": Bron(van=10, tot=25, pagina=3, citaat="Totaal 13"),
    }
    return Bevinding(**(values | changes))


def test_a_finding_has_its_rule_level_region_and_page():
    log = sarif([(Path("map/stuk één.pdf"), [bevinding()])], [Rule()], "1.2.3")
    run = log["runs"][0]
    result = run["results"][0]
    physical = result["locations"][0]["physicalLocation"]

    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "W301"
    assert result["level"] == "error"
    assert result["message"]["text"] == "De rij telt op tot 12. Reken het na."
    assert physical["artifactLocation"] == {"uri": "map/stuk%20%C3%A9%C3%A9n.pdf", "index": 0}
    assert (physical["region"]["charOffset"], physical["region"]["charLength"]) == (10, 15)
    assert physical["region"]["snippet"]["text"] == "Totaal 13"
    assert result["properties"]["pagina"] == 3


@pytest.mark.parametrize(
    ("ernst", "level"), [("fout", "error"), ("waarschuwing", "warning"), ("advies", "note")]
)
def test_severities_become_levels(ernst, level):
    log = sarif([(Path("a.pdf"), [bevinding(ernst=ernst)])], [Rule(ernst=ernst)], "1")

    assert log["runs"][0]["results"][0]["level"] == level
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == level


def test_a_finding_without_a_place_has_no_region():
    log = sarif([(Path("a.pdf"), [bevinding(bron=None)])], [Rule()], "1")

    assert "region" not in log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]


def test_a_file_without_findings_is_still_named():
    log = sarif([(Path("a.pdf"), []), (Path("b.pdf"), [bevinding()])], [Rule()], "1")

    assert [each["location"]["uri"] for each in log["runs"][0]["artifacts"]] == ["a.pdf", "b.pdf"]
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1


def test_an_absolute_path_becomes_a_file_address(tmp_path):
    log = sarif([(tmp_path / "a b.pdf", [])], [Rule()], "1")

    assert log["runs"][0]["artifacts"][0]["location"]["uri"].startswith("file:///")
