"""Contrast of each theme, light and dark, computed from its style sheet (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.vormgeving.paden import STATIC, THEMAS

OWN = "wederkerig.css"
_VALUE = re.compile(r"--w-([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")

GROUNDS = ("grond", "vlak", "vlak-zacht")
TEXT = [
    *[(ink, ground) for ink in ("inkt", "inkt-zacht", "accent", "accent-sterk") for ground in GROUNDS],
    *[(ink, ground) for ink in ("fout", "goed", "let-op") for ground in ("grond", "vlak")],
    *[
        (ink, f"{ink}-zacht")
        for ink in ("accent", "goed", "let-op", "fout", "bij", "weg", "twijfel", "bevinding")
    ],
    *[
        ("inkt", ground)
        for ground in (
            "accent-zacht",
            "goed-zacht",
            "let-op-zacht",
            "fout-zacht",
            "twijfel-zacht",
            "bevinding-zacht",
            "markering",
        )
    ],
    *[("inkt-zacht", ground) for ground in ("accent-zacht", "twijfel-zacht", "bevinding-zacht")],
    *[("accent", ground) for ground in ("twijfel-zacht", "bevinding-zacht")],
    ("accent-sterk", "accent-zacht"),
    ("op-accent", "accent"),
    ("op-accent", "accent-sterk"),
    ("vlak", "fout"),
    ("vlak", "weg"),
]
PARTS = [
    *[(line, ground) for line in ("rand", "accent", "focus") for ground in GROUNDS],
    *[(f"reeks-{number}", ground) for number in range(1, 6) for ground in GROUNDS],
    *[("focus", ground) for ground in ("accent-zacht", "twijfel-zacht", "bevinding-zacht", "fout-zacht")],
]


def values(theme: Path) -> dict[str, tuple[str, str]]:
    """The colours of a theme over our own: what is light and what is dark of each."""
    own = _VALUE.findall((THEMAS / OWN).read_text(encoding="utf-8"))
    over = _VALUE.findall(theme.read_text(encoding="utf-8"))
    return {name: (light, dark) for name, light, dark in own + over}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, from 1 to 21."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def too_faint(theme: Path, pairs: list[tuple[str, str]], least: float) -> list[str]:
    """The pairs that are not told apart well enough, each with how well."""
    known = values(theme)
    return [
        f"{front} op {ground} ({screen}): {ratio:.2f}"
        for front, ground in pairs
        for screen, light, dark in zip(("licht", "donker"), known[front], known[ground], strict=True)
        if (ratio := contrast(light, dark)) < least
    ]


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", sorted(THEMAS.glob("*.css")), ids=lambda theme: theme.stem)
def test_text_is_readable_on_every_ground_it_stands_on(theme: Path) -> None:
    assert too_faint(theme, TEXT, 4.5) == []


@pytest.mark.parametrize("theme", sorted(THEMAS.glob("*.css")), ids=lambda theme: theme.stem)
def test_borders_rings_and_bars_stand_out(theme: Path) -> None:
    assert too_faint(theme, PARTS, 3) == []


def test_the_example_theme_is_another_one() -> None:
    own, other = values(THEMAS / OWN), values(THEMAS / "heidervoort.css")
    assert own["accent"] != other["accent"]
    assert own["grond"] != other["grond"]


def test_every_colour_of_a_theme_is_written_so_that_contrast_can_be_computed() -> None:
    for theme in THEMAS.glob("*.css"):
        said = set(re.findall(r"--w-([\w-]+):\s*light-dark", theme.read_text(encoding="utf-8")))
        assert said - {"schaduw-kleur"} == {
            name for name, *_ in _VALUE.findall(theme.read_text(encoding="utf-8"))
        }


def test_no_colour_is_named_outside_a_theme() -> None:
    sheets = [sheet for sheet in (STATIC / "vormgeving").glob("*.css") if sheet.stem != "afdrukken"]
    named = {
        sheet.name: found
        for sheet in sheets
        if (found := re.findall(r":\s[^;{}]*(#[0-9a-fA-F]{3,8})\b", sheet.read_text(encoding="utf-8")))
    }
    assert named == {"formulieren.css": ["#ffffff"]}  # behind a QR code, which has to be read by a telephone


def test_every_value_that_is_used_exists() -> None:
    sheets = [*(STATIC / "vormgeving").glob("*.css"), *THEMAS.glob("*.css")]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    used = set(re.findall(r"var\((--w-[\w-]+)\s*[,)]", text))
    made = set(re.findall(r"(--w-[\w-]+):", text))
    assert used - made == set()
