"""What the environment says: the only place that reads variables, each with a prefix of our own."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

PREFIX = "WEDERKERIG_"


def words(name: str, default: str = "") -> str:
    """A setting as it stands."""
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str) -> bool:
    """A setting that is on ("1", "ja", "true") or off."""
    return words(name).lower() in {"1", "ja", "true", "aan"}


def names(name: str, default: str = "") -> list[str]:
    """A list, parted by commas."""
    return [each.strip() for each in words(name, default).split(",") if each.strip()]


def number(name: str, default: int) -> int:
    """A whole number."""
    return int(words(name) or default)


def secret_key(folder: Path, *, production: bool) -> str:
    """The key that signs sessions: given, or for one's own computer made once and kept beside the data."""
    given = words("SLEUTEL")
    if given or production:
        return given
    kept = folder / "sleutel"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()
