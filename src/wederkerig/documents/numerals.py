"""Whole numbers in office files: read from an attribute, printed as a numbered list does (12, l, xii)."""

from __future__ import annotations

ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
SUPERSCRIPTS = str.maketrans("0123456789ivxlcdm", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ")


def whole(value: str | None, default: int = 0) -> int:
    """An attribute that should hold a whole number; `default` where it holds something else."""
    if value is None:
        return default
    try:
        return max(-1_000_000, min(int(value[:12]), 1_000_000))
    except ValueError:
        return default


def roman(value: int) -> str:
    """Lower-case roman numeral; decimal outside 1 to 3999."""
    if not 0 < value < 4000:
        return str(value)
    digits = []
    for size, sign in ROMAN:
        count, value = divmod(value, size)
        digits.append(sign * count)
    return "".join(digits)


def letters(value: int) -> str:
    """Lower-case letter, doubled after z (27 is aa, 28 is bb), as word processors count."""
    if not 0 < value <= 780:
        return str(value)
    times, index = divmod(value - 1, 26)
    return chr(ord("a") + index) * (times + 1)


def columns(value: int) -> str:
    """Lower-case letter, counting on after z as columns do (27 is aa, 28 is ab)."""
    if value < 1:
        return str(value)
    text = ""
    while value:
        value, index = divmod(value - 1, 26)
        text = chr(ord("a") + index) + text
    return text


def superscript(label: str) -> str:
    """A note's number as raised characters."""
    return label.translate(SUPERSCRIPTS)
