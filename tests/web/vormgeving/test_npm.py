"""What comes from npm is fixed, and the lock file names no place to fetch it from."""

from __future__ import annotations

import json
import re

from tests.web.vormgeving.paden import ROOT


def test_every_version_is_exact() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    versions = {**wanted["dependencies"], **wanted["devDependencies"]}
    assert {name: v for name, v in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", v)} == {}
    assert versions["htmx.org"].startswith("2.0.")


def test_the_lock_file_names_no_host_and_has_a_hash_for_each_package() -> None:
    text = (ROOT / "package-lock.json").read_text()
    packages = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert "://" not in text
    assert [name for name, entry in packages.items() if not entry.get("integrity")] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


def test_nothing_of_a_package_is_run_at_set_up() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [name for name, entry in packages.items() if entry.get("hasInstallScript")] == []
