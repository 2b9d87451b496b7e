"""A history as one JSON file: base and decisions, from which every version is derived."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from wederkerig.consolidation.fouten import GeschiedenisError
from wederkerig.consolidation.orde import in_order
from wederkerig.model import Geschiedenis

FORMAT = "wederkerig-geschiedenis"
VERSION = 1


def write_geschiedenis(geschiedenis: Geschiedenis) -> bytes:
    """The history as JSON (UTF-8); what has its usual value is left out."""
    data = geschiedenis.model_dump(mode="json", exclude_defaults=True)
    head = {"formaat": FORMAT, "versie": VERSION}
    return (json.dumps(head | data, ensure_ascii=False, indent=1) + "\n").encode()


def read_geschiedenis(data: bytes) -> Geschiedenis:
    """The history in a file. Raises GeschiedenisError where it is cut short, newer than this, or none."""
    content = _parsed(data)
    if not isinstance(content, dict) or content.get("formaat") != FORMAT:
        raise GeschiedenisError(
            "Dit bestand is geen geschiedenis van wederkerig.",
            "Kies een bestand dat met ‘consolideer --geschiedenis’ is gemaakt.",
        )
    version = content.get("versie")
    if not isinstance(version, int) or isinstance(version, bool) or version > VERSION:
        raise GeschiedenisError(
            f"Deze geschiedenis is gemaakt met een nieuwere versie van wederkerig (formaat {version}).",
            "Werk wederkerig bij en probeer het opnieuw.",
        )
    try:
        geschiedenis = Geschiedenis.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise GeschiedenisError(
            f"In de geschiedenis klopt {place or 'de opbouw'} niet.",
            "Herstel die plaats, of gebruik een reservekopie.",
        ) from error
    in_order(geschiedenis)
    return geschiedenis


def _parsed(data: bytes) -> Any:  # noqa: ANN401  # whatever JSON holds
    try:
        return json.loads(data)
    except UnicodeDecodeError as error:
        raise GeschiedenisError(
            "Dit bestand is geen JSON.", "Kies een geschiedenis die wederkerig heeft gemaakt."
        ) from error
    except (ValueError, RecursionError) as error:  # also a number of thousands of figures
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise GeschiedenisError(
            f"De geschiedenis is niet volledig of beschadigd: na regel {line} kan ze niet worden gelezen.",
            "Gebruik een reservekopie van het bestand.",
        ) from error
