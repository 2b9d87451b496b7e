"""Findings as SARIF 2.1.0, the exchange format of code scanners, so that other programs can show them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from wederkerig.model import Bevinding, Ernst

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"fout": "error", "waarschuwing": "warning", "advies": "note"}


class Rule(Protocol):
    """What SARIF tells of a check."""

    @property
    def code(self) -> str:
        """The short code, as in a finding."""

    @property
    def titel(self) -> str:
        """A few words."""

    @property
    def ernst(self) -> Ernst:
        """How serious its findings are."""

    @property
    def omschrijving(self) -> str:
        """What the check looks for."""


def sarif(
    found: Sequence[tuple[Path, Sequence[Bevinding]]], rules: Sequence[Rule], version: str
) -> dict[str, Any]:
    """The log of one run: the checks as rules, and every finding with its place.

    Offsets count characters of the text as read; where the format has pages the page stands in the
    properties of the result.
    """
    places = {rule.code: index for index, rule in enumerate(rules)}
    driver = {
        "name": "wederkerig",
        "version": version,
        "language": "nl",
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(path)}} for path, _ in found],
        "results": [
            _result(finding, path, index, places)
            for index, (path, findings) in enumerate(found)
            for finding in findings
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.titel,
        "shortDescription": {"text": rule.titel},
        "fullDescription": {"text": rule.omschrijving},
        "defaultConfiguration": {"level": LEVELS[rule.ernst]},
    }


def _result(finding: Bevinding, path: Path, index: int, places: dict[str, int]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path), "index": index}}
    properties: dict[str, Any] = {"plaats": finding.plaats, "advies": finding.advies}
    if finding.bron is not None:
        length = finding.bron.tot - finding.bron.van
        physical["region"] = {"charOffset": finding.bron.van, "charLength": length}
        if finding.bron.citaat:
            physical["region"]["snippet"] = {"text": finding.bron.citaat}
        if finding.bron.pagina is not None:
            properties["pagina"] = finding.bron.pagina
    location = {"physicalLocation": physical, "logicalLocations": [{"name": finding.plaats}]}
    result = {
        "ruleId": finding.code,
        "level": LEVELS[finding.ernst],
        "message": {"text": f"{finding.uitleg} {finding.advies}"},
        "locations": [location],
        "properties": properties,
    }
    return result | ({"ruleIndex": places[finding.code]} if finding.code in places else {})


def _uri(path: Path) -> str:
    """A relative reference stays relative, so that the log can be read on another machine."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
