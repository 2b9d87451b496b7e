"""The JSON Schema that is published, and the output it describes."""

import json

import jsonschema
import pytest

from tests import stukken
from wederkerig.export.schema import json_schema


@pytest.fixture
def validator():
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    "stuk", [stukken.overeenkomst(), stukken.jaarplan()], ids=["overeenkomst", "jaarplan"]
)
def test_what_reading_yields_validates(validator, stuk):
    validator.validate(json.loads(stuk.model_dump_json()))


@pytest.mark.parametrize(
    ("key", "value"),
    [("soort", "roman"), ("afspraken", [{"nummer": 1}]), ("titel", None), ("partijen", "geen")],
)
def test_what_breaks_the_shape_is_refused(validator, key, value):
    broken = json.loads(stukken.overeenkomst().model_dump_json()) | {key: value}

    with pytest.raises(jsonschema.ValidationError):
        validator.validate(broken)


def test_keys_may_be_added(validator):
    validator.validate(json.loads(stukken.overeenkomst().model_dump_json()) | {"later": 1})


def test_the_published_schema_is_current(root):
    published = json.loads((root / "docs" / "schema" / "lezen.json").read_text())

    assert published == json_schema(), "run `make docs`"
