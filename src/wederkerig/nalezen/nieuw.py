"""Facts that reading missed, put in their place; and those that a newer reader finds after all."""

from __future__ import annotations

from typing import Any

from pydantic import JsonValue

from wederkerig.nalezen.boom import Knoop
from wederkerig.nalezen.fouten import NalezenError
from wederkerig.nalezen.item import Botsing
from wederkerig.nalezen.plaatsen import place_of
from wederkerig.nalezen.sleutels import KOP, plain
from wederkerig.nalezen.soorten import SOORTEN, Soort
from wederkerig.nalezen.velden import build, change, convert, value_of
from wederkerig.nalezen.verbetering import FeitSoort, Verbetering
from wederkerig.nalezen.waarden import as_json, same


def place(index: dict[str, Knoop], said: Verbetering) -> str:
    """Put an added fact in the tree; where its owner is not found, it stays out.

    Gives the key it goes by: its own, or where reading finds it now, that of the fact as read.
    """
    owner = index.get(said.ouder or KOP)
    lijst = list_for(owner, said.feit)
    if owner is None or lijst is None or said.feit is None:
        return said.sleutel
    found = index.get(said.sleutel) or _found_after_all(owner, lijst, said)
    if found is not None:
        index[said.sleutel] = found
        return found.sleutel
    soort = SOORTEN[said.feit]
    knoop = Knoop(said.sleutel, soort, make_fact(soort, said), None, owner)
    knoop.lijsten = {name: [] for name in soort.lijsten}
    owner.lijsten[lijst].insert(_position(owner.lijsten[lijst], index.get(said.na or ""), knoop), knoop)
    index[said.sleutel] = knoop
    return said.sleutel


def list_for(owner: Knoop | None, feit: FeitSoort | None) -> str | None:
    """The field of the owner in which facts of a kind stand; None where it has none."""
    lists = owner.soort.lijsten if owner else {}
    return next((name for name, kind in lists.items() if kind == feit), None)


def make_fact(soort: Soort, said: Verbetering) -> Any:  # noqa: ANN401  # any model
    """The fact as a person gave it. Raises NalezenError."""
    plaats = said.plaats or f"een nieuw gegeven ({soort.naam})"
    values = given(soort, said)
    top: dict[str, Any] = {"bron": said.bron}
    if soort.naam == "wijziging":
        top |= {"doel": {}, "tekst": ""}
    inner: dict[str, Any] = {}
    for vak in soort.vakken:
        value = values.get(vak.naam)
        if vak.naam not in values and not vak.verplicht:
            continue
        converted = convert(vak, value, plaats)
        if "." in vak.naam:
            inner[vak.naam] = converted
        elif converted is not None:
            top[vak.naam] = converted
    fact = build(soort, soort.model, _with_texts(soort, top), plaats)
    return change(soort, fact, inner, plaats) if inner else fact


def given(soort: Soort, said: Verbetering) -> dict[str, JsonValue]:
    """The values a person gave; words that were not given are those of the place. Raises NalezenError."""
    values = dict(said.wordt) if isinstance(said.wordt, dict) else {}
    unknown = [naam for naam in values if soort.vak(naam) is None]
    if unknown:
        raise NalezenError(
            f"Het veld ‘{unknown[0]}’ hoort niet bij een {soort.naam}.",
            "Kies een veld dat op het scherm staat.",
            veld=unknown[0],
            sleutel=said.sleutel,
        )
    words = soort.vak("tekst")
    if words is not None and words.los and not values.get("tekst") and said.bron is not None:
        values["tekst"] = said.bron.citaat
    return values


def _with_texts(soort: Soort, values: dict[str, Any]) -> dict[str, Any]:
    """Texts that a model wants and that may be empty."""
    fields = soort.model.model_fields
    texts = [naam for naam, info in fields.items() if info.is_required() and info.annotation is str]
    return dict.fromkeys(texts, "") | values


def _found_after_all(owner: Knoop, lijst: str, said: Verbetering) -> Knoop | None:
    """The fact as read with the words of one that a person added, which was not among them then."""
    soort = SOORTEN[owner.soort.lijsten[lijst]]
    wanted = plain(soort.woorden(make_fact(soort, said)))
    read = [each for each in owner.lijsten[lijst] if each.gelezen is not None]
    equals = [each for each in read if plain(soort.woorden(each.gelezen)) == wanted]
    return equals[said.gelijken] if wanted and len(equals) > said.gelijken else None


def merge(knoop: Knoop, said: Verbetering) -> tuple[dict[str, Any], list[Botsing]]:
    """The values of a person that differ from those now read, and that they do."""
    values: dict[str, Any] = {}
    differs: list[Botsing] = []
    for naam, value in given(knoop.soort, said).items():
        vak = knoop.soort.vak(naam)
        if vak is None or vak.los:
            continue
        converted = convert(vak, value, place_of(knoop))
        now = value_of(knoop.gelezen, naam)
        if same(now, as_json(converted)):
            continue
        values[naam] = converted
        uitleg = f"Wat u toevoegde wordt nu ook gelezen, maar met een andere waarde voor ‘{vak.label}’."
        differs.append(Botsing(verbetering=said, uitleg=uitleg, plaats=place_of(knoop), gelezen=now))
    return values, differs


def _position(siblings: list[Knoop], after: Knoop | None, new: Knoop) -> int:
    """Behind the fact it was added behind, else by its place in the document, else at the end."""
    if after in siblings:
        return siblings.index(after) + 1
    place = new.bron
    for at, each in enumerate(siblings):
        if place is not None and each.bron is not None and each.bron.van > place.van:
            return at
    return len(siblings)
