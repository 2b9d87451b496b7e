"""Reading the catalogue, once; an indicator is found by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Any

import yaml

from wederkerig.monitoring.indicatoren.indicator import Huurklasse, Indicator

HUURKLASSEN = "huurklassen"
_HUUR_THEMA = "betaalbaarheid"


class IndicatorError(LookupError):
    """There is no indicator of that id; the message names those that come near."""


def indicatoren() -> tuple[Indicator, ...]:
    """All indicators, by theme in the order of their files' names."""
    return tuple(_catalogue().values())


def indicator(id: str) -> Indicator:  # noqa: A002  # the field's own name
    """The indicator of an id. Raises IndicatorError where there is none."""
    found = _catalogue().get(id)
    if found is None:
        raise IndicatorError(f"Er is geen indicator {id!r}. {_advice(id)}")
    return found


def _advice(wrong: str) -> str:
    near = get_close_matches(wrong, _catalogue(), n=3)
    return f"Bedoelt u {' of '.join(near)}?" if near else "Kies er een uit de lijst van indicatoren."


@cache
def _catalogue() -> Mapping[str, Indicator]:
    found: dict[str, Indicator] = {}
    for each in _rows():
        if each.id in found:
            raise ValueError(f"two indicators are called {each.id}")
        found[each.id] = each
    return found


def _rows() -> Iterator[Indicator]:
    for name in sorted(_files()):
        if name == HUURKLASSEN:
            continue
        yield from (Indicator(thema=name, **row) for row in _content(name)["indicatoren"])
        if name == _HUUR_THEMA:
            yield from _rent_classes()


def _rent_classes() -> Iterator[Indicator]:
    """Every class of rents as a share of every base."""
    content = _content(HUURKLASSEN)
    for base in content["noemers"]:
        for row in content["klassen"]:
            words = _words(row)
            klasse = Huurklasse(**{key: row[key] for key in row.keys() - {*words, "richting"}})
            yield Indicator(
                id=f"{base['id']}-{row['id']}",
                naam=base["naam"].format(**words),
                definitie=base["definitie"].format(**words),
                eenheid="%",
                thema=_HUUR_THEMA,
                soort=base["soort"],
                vorm="aandeel",
                richting=row["richting"],
                bron=base["bron"],
                methode=base["methode"],
                herkomst="lijst",
                levert=("corporatie",),
                velden=tuple(base["velden"]),
                huurklasse=klasse,
            )


def _words(row: Mapping[str, Any]) -> dict[str, str]:
    """A class in the words that names are made of: "een goedkope huur", "met een goedkope huur"."""
    grens, huur = row["grens"], row.get("huur")
    return {
        "grens": grens,
        "huur": huur or f"een huur {grens}",
        "deel": f"met {huur}" if huur else grens,
        "definitie": row["definitie"],
    }


def _files() -> list[str]:
    folder = resources.files(__package__)
    return [each.name.removesuffix(".yaml") for each in folder.iterdir() if each.name.endswith(".yaml")]


def _content(name: str) -> Any:  # noqa: ANN401  # YAML
    return yaml.safe_load(resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
