"""Where the look lives, and all templates of the website."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "src" / "wederkerig" / "web"
STATIC = WEB / "vormgeving" / "static"
THEMAS = STATIC / "vormgeving" / "thema"
TEMPLATES = sorted(WEB.glob("**/templates/**/*.html"))
