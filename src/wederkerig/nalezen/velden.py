"""The fields of a fact: read by name, also inside a field ("looptijd.van"), and given another value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue, ValidationError

from wederkerig.model import Hoofdstuk, Looptijd, Ondertekening, Vertegenwoordiger
from wederkerig.model.wijziging import Doel
from wederkerig.nalezen.fouten import NalezenError
from wederkerig.nalezen.soorten import Soort, Vak
from wederkerig.nalezen.waarden import advice_for, as_json, as_model

_INSIDE: Mapping[str, type[Any]] = {
    "looptijd": Looptijd,
    "ondertekening": Ondertekening,
    "vertegenwoordiger": Vertegenwoordiger,
    "doel": Doel,
}


def value_of(feit: object, naam: str) -> JsonValue:
    """The value of a field, as JSON."""
    value: Any = feit
    for step in naam.split("."):
        value = getattr(value, step, None)
    return as_json(value)


def values_of(soort: Soort, feit: object) -> dict[str, JsonValue]:
    """All values that a person can settle, by field."""
    return {vak.naam: value_of(feit, vak.naam) for vak in soort.vakken}


def convert(vak: Vak, value: JsonValue, plaats: str) -> Any:  # noqa: ANN401  # whatever a model holds
    """The value of a correction as the model takes it. Raises NalezenError."""
    try:
        found = as_model(vak.invoer, value)
    except ValueError as error:
        raise _refused(vak, plaats) from error
    if vak.verplicht and (found is None or (isinstance(found, str) and not found.strip())):
        raise NalezenError(
            f"‘{vak.label}’ van {plaats} mag niet leeg zijn.", advice_for(vak.invoer), veld=vak.naam
        )
    return found


def change(soort: Soort, feit: Any, values: Mapping[str, Any], plaats: str) -> Any:  # noqa: ANN401  # any model
    """The fact with other values, checked by its model. Raises NalezenError that names the field."""
    update: dict[str, Any] = {}
    for naam, value in values.items():
        head, _, rest = naam.partition(".")
        if rest:
            inner = update.get(head, getattr(feit, head))
            update[head] = {**(dict(inner) if inner is not None else {}), rest: value}
        else:
            update[head] = _filled(feit, head, value)
    for head, inner in update.items():
        if head in _INSIDE:
            update[head] = _inside(soort, head, inner, plaats)
    if isinstance(feit, Hoofdstuk) and "tekst" in update:
        lines = set(update["tekst"].split("\n"))
        update["koppen"] = tuple(kop for kop in feit.koppen if kop in lines)
    return build(soort, type(feit), {**dict(feit), **update}, plaats)


def build(soort: Soort, model: type[Any], values: Mapping[str, Any], plaats: str) -> Any:  # noqa: ANN401  # any model
    """A fact of these values. Raises NalezenError that names the field."""
    try:
        return model.model_validate(dict(values))
    except ValidationError as error:
        place = str(error.errors()[0]["loc"][0])
        raise _refused(soort.vak(place), plaats, place) from error


def _filled(feit: object, naam: str, value: object) -> object:
    """Nothing, where a text may be empty but not absent, is an empty text."""
    return "" if value is None and isinstance(getattr(feit, naam), str) and _is_text(feit, naam) else value


def _is_text(feit: Any, naam: str) -> bool:  # noqa: ANN401  # any model
    return type(feit).model_fields[naam].annotation is str


def _inside(soort: Soort, head: str, values: Mapping[str, Any], plaats: str) -> Any:  # noqa: ANN401  # any model
    if head != "doel" and all(value is None for value in values.values()):
        return None
    model = _INSIDE[head]
    bare = {naam: value for naam, value in values.items() if value is not None}
    try:
        return model.model_validate(bare)
    except ValidationError as error:
        place = f"{head}.{error.errors()[0]['loc'][0]}"
        raise _refused(soort.vak(place), plaats, place) from error


def _refused(vak: Vak | None, plaats: str, naam: str = "") -> NalezenError:
    label = vak.label if vak else naam or "de waarde"
    advice = advice_for(vak.invoer) if vak else "Kies een andere waarde."
    return NalezenError(
        f"Deze waarde past niet in het veld ‘{label}’ van {plaats}.", advice, veld=vak.naam if vak else naam
    )
