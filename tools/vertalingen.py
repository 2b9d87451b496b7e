"""Compiles the translations of the site: each .po becomes the .mo that Django reads. `make vertalingen`.

The .mo files are made, so they are not in the repository; nothing but Babel is needed to make them.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WEB = Path(__file__).resolve().parent.parent / "src" / "wederkerig" / "web"


def compile_catalogues(folder: Path) -> list[Path]:
    """Write the .mo beside each .po below this folder, where it is older or not there; which were written."""
    found = sorted(folder.glob("**/locale/*/LC_MESSAGES/*.po"))
    return [_compiled(path) for path in found if _is_newer(path, path.with_suffix(".mo"))]


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or source.stat().st_mtime_ns > made.stat().st_mtime_ns


def _compiled(source: Path) -> Path:
    with source.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    made = source.with_suffix(".mo")
    part = made.with_suffix(".mo.part")
    with part.open("wb") as stream:
        write_mo(stream, catalogue)
    part.replace(made)
    return made


if __name__ == "__main__":
    for path in compile_catalogues(WEB):
        print(path.relative_to(WEB))
