"""docs/beheer.md: every setting that is read is described there, and no other."""

import re

from tests.conftest import ROOT

WEB = ROOT / "src" / "wederkerig" / "web"
READ = re.compile(r"\b(?:omgeving\.)?(?:words|flag|number|names|one_of)\(\s*\"([A-Z_]+)\"")


def test_the_settings_that_are_read_are_the_settings_that_are_described():
    read = {
        f"WEDERKERIG_{name}"
        for path in (WEB / "config").glob("*.py")
        for name in READ.findall(path.read_text(encoding="utf-8"))
    }
    page = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
    described = re.findall(r"^\| `([A-Z_]+)` \|", page, flags=re.MULTILINE)

    assert sorted(described) == sorted([*read, "DATABASE_URL"])
