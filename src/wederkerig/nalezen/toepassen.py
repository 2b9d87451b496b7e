"""Corrections applied to a document as read: what comes of it, what is not found, what is contradicted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue

from wederkerig.model import Stuk
from wederkerig.nalezen.boom import Knoop, plant, walk
from wederkerig.nalezen.item import Botsing
from wederkerig.nalezen.nieuw import merge, place
from wederkerig.nalezen.plaatsen import place_of
from wederkerig.nalezen.stand import Stand, fold
from wederkerig.nalezen.twijfel import doubt_left, read_as_before
from wederkerig.nalezen.velden import change, convert, value_of, values_of
from wederkerig.nalezen.verbetering import Verbetering
from wederkerig.nalezen.vinden import find_back
from wederkerig.nalezen.volgen import follow
from wederkerig.nalezen.waarden import as_json, same


@dataclass(slots=True)
class Uitkomst:
    """The tree with the corrections in it. los: those whose fact or field is not found in it."""

    root: Knoop
    index: dict[str, Knoop]
    los: list[Verbetering] = field(default_factory=list)
    botst: list[Botsing] = field(default_factory=list)


def apply(stuk: Stuk, verbeteringen: Iterable[Verbetering]) -> Uitkomst:
    """The document as a tree, corrected. Raises NalezenError where a value does not fit its field."""
    said = tuple(verbeteringen)
    root = plant(stuk)
    out = Uitkomst(root, {knoop.sleutel: knoop for knoop in walk(root)})
    said = tuple(_renamed(said, _names(out, fold(said))))
    for key, stand in fold(said).items():
        knoop = out.index.get(key)
        if knoop is None:
            out.los += stand
        else:
            _settle(out, knoop, stand)
    follow(root, said)
    return out


def _names(out: Uitkomst, standen: Mapping[str, Stand]) -> dict[str, str]:
    """The key now of what goes by another: a fact found back, or one that was added and is read now."""
    lost = [(key, stand) for key, stand in standen.items() if key not in out.index]
    names = find_back(out.root, lost)
    out.index |= {old: out.index[new] for old, new in names.items()}
    for stand in standen.values():
        if stand.nieuw is not None:
            names[stand.nieuw.sleutel] = place(out.index, stand.nieuw)
    return names


def _renamed(said: Iterable[Verbetering], names: Mapping[str, str]) -> Iterable[Verbetering]:
    """The corrections, each by the key its fact has now."""
    for each in said:
        key = names.get(each.sleutel, each.sleutel)
        yield each if key == each.sleutel else each.model_copy(update={"sleutel": key})


def _settle(out: Uitkomst, knoop: Knoop, stand: Stand) -> None:
    knoop.stand = Stand(stand.nieuw, stand.weg, stand.bevestigd)
    if stand.weg is not None and knoop.ouder is None:  # a document without a head is none
        out.los.append(stand.weg)
        knoop.stand.weg = None
    values: dict[str, Any] = {}
    if stand.nieuw is not None and knoop.gelezen is not None:
        values, differs = merge(knoop, stand.nieuw)
        out.botst += differs
    values |= dict(_values(out, knoop, stand.velden.values()))
    if values:
        knoop.feit = change(knoop.soort, knoop.feit, values, place_of(knoop))
    out.botst += [botsing for each in (stand.weg, stand.bevestigd) if (botsing := _changed(knoop, each))]
    if (left := doubt_left(knoop)) != getattr(knoop.feit, "twijfel", None):
        knoop.feit = knoop.feit.model_copy(update={"twijfel": left})


def _values(out: Uitkomst, knoop: Knoop, said: Iterable[Verbetering]) -> Iterable[tuple[str, Any]]:
    for each in said:
        vak = knoop.soort.vak(each.veld)
        if vak is None or (vak.los and knoop.gelezen is not None):
            out.los.append(each)
            continue
        knoop.stand.velden[vak.naam] = each
        value = convert(vak, each.wordt, place_of(knoop))
        if (botsing := _contradicted(knoop, each, as_json(value))) is not None:
            out.botst.append(botsing)
        yield vak.naam, value


def _contradicted(knoop: Knoop, each: Verbetering, value: JsonValue) -> Botsing | None:
    """Where reading now gives neither what it gave when it was corrected, nor the correction."""
    if knoop.gelezen is None or "was" not in each.model_fields_set:
        return None
    vak = knoop.soort.vak(each.veld)
    now = value_of(knoop.gelezen, each.veld or "")
    if same(now, each.was) or same(now, value):
        return None
    label = vak.label if vak else each.veld
    return Botsing(
        verbetering=each,
        uitleg=f"‘{label}’ wordt nu anders gelezen dan toen dit werd verbeterd. De verbetering geldt nog.",
        plaats=place_of(knoop),
        gelezen=now,
    )


def _changed(knoop: Knoop, each: Verbetering | None) -> Botsing | None:
    """Where what was confirmed or struck is read otherwise now."""
    if each is None or read_as_before(knoop, each):
        return None
    said = "bevestigd" if each.soort == "bevestigd" else "weggehaald"
    return Botsing(
        verbetering=each,
        uitleg=f"Dit wordt nu anders gelezen dan toen het werd {said}.",
        plaats=place_of(knoop),
        gelezen=dict(values_of(knoop.soort, knoop.gelezen)),
    )
