"""What a spreadsheet takes for a formula, for everything that writes cells which it will open."""

from __future__ import annotations

_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def starts_formula(text: str) -> bool:
    """Whether a cell of CSV that begins so would be carried out instead of shown."""
    return text.startswith(_SIGNS)
