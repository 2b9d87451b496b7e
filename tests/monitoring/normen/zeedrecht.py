"""An invented agreement with many ways to promise a figure (zeedrecht.yaml), as a document."""

from pathlib import Path

import yaml

AGREEMENTS = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))["afspraken"]
HEAD = """# Prestatieafspraken Zeedrecht 2026-2029

Partijen: Gemeente Zeedrecht, Woningstichting Duinwonen (hierna: Duinwonen), Woonstichting Havenhuis \
(hierna: Havenhuis) en Huurdersvereniging De Branding (hierna: De Branding).

Deze afspraken gelden van 1 januari 2026 tot en met 31 december 2029.
"""


def text(agreements=AGREEMENTS):
    """The document as Markdown, its agreements numbered from one."""
    lines, theme = [HEAD], ""
    for number, agreement in enumerate(agreements, start=1):
        if agreement["thema"] != theme:
            theme = agreement["thema"]
            lines.append(f"## {theme}\n")
        lines.append(f"{number}. {agreement['tekst']}\n")
    return "\n".join(lines)
