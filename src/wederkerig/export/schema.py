"""The JSON Schema of what reading yields, generated from the models themselves."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, JsonValue, TypeAdapter

from wederkerig.model import Jaarplan, Overeenkomst

_STUK: TypeAdapter[Overeenkomst | Jaarplan] = TypeAdapter(
    Annotated[Overeenkomst | Jaarplan, Field(discriminator="soort")]
)


def json_schema() -> dict[str, JsonValue]:
    """JSON Schema (2020-12) of one object of `wederkerig lees --json`.

    Objects may hold more keys than named here: keys may be added, never renamed.
    """
    schema = _STUK.json_schema(mode="serialization")
    head: dict[str, JsonValue] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Prestatieafspraken als gegevens",
        "description": "Wat `wederkerig lees --json` per bestand geeft.",
    }
    return head | {key: _open(value) for key, value in schema.items()}


def _open(node: JsonValue) -> JsonValue:
    """The same schema, in which no object refuses keys that were added later."""
    if isinstance(node, dict):
        return {key: _open(value) for key, value in node.items() if key != "additionalProperties"}
    return [_open(value) for value in node] if isinstance(node, list) else node
