"""publiccode.yml holds what catalogues of public code ask for (version 0.7 of the standard)."""

import tomllib

import jsonschema
import pytest
import yaml

TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    "type": "object",
    "required": [
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    ],
    "properties": {
        "publiccodeYmlVersion": {"const": "0.7"},
        "name": TEXT,
        "url": {"type": "string", "pattern": "^https://.+"},
        "releaseDate": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "platforms": {"type": "array", "minItems": 1, "items": TEXT},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {
            "enum": [
                "standalone/mobile",
                "standalone/iot",
                "standalone/desktop",
                "standalone/web",
                "standalone/backend",
                "standalone/other",
                "addon",
                "library",
                "configurationFiles",
            ]
        },
        "description": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "type": "object",
                "required": ["shortDescription", "longDescription", "features"],
                "properties": {
                    "shortDescription": {"type": "string", "minLength": 1, "maxLength": 150},
                    "longDescription": {"type": "string", "minLength": 150, "maxLength": 10000},
                    "features": {"type": "array", "minItems": 1, "items": TEXT},
                },
            },
        },
        "legal": {"type": "object", "required": ["license"], "properties": {"license": TEXT}},
        "maintenance": {
            "type": "object",
            "required": ["type", "contacts"],
            "properties": {
                "type": {"enum": ["internal", "community"]},
                "contacts": {"type": "array", "minItems": 1, "items": {"required": ["name"]}},
            },
        },
        "localisation": {
            "type": "object",
            "required": ["localisationReady", "availableLanguages"],
            "properties": {
                "localisationReady": {"type": "boolean"},
                "availableLanguages": {"type": "array", "minItems": 1, "items": TEXT},
            },
        },
    },
}
DEPRECATED = {"inputTypes", "outputTypes", "monochromeLogo"}


@pytest.fixture
def publiccode(root):
    return yaml.safe_load((root / "publiccode.yml").read_text())


def test_what_is_mandatory_is_there(publiccode):
    jsonschema.validate(publiccode, SCHEMA)


@pytest.mark.parametrize("key", SCHEMA["required"])
def test_leaving_out_a_mandatory_key_is_noticed(publiccode, key):
    incomplete = {name: value for name, value in publiccode.items() if name != key}

    with pytest.raises(jsonschema.ValidationError, match=key):
        jsonschema.validate(incomplete, SCHEMA)


def test_nothing_deprecated_is_used(publiccode):
    assert DEPRECATED & publiccode.keys() == set()


def test_licence_and_version_are_those_of_the_package(publiccode, root):
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]

    assert publiccode["legal"]["license"] == project["license"]
    assert publiccode["softwareVersion"] == project["version"]
