"""Everything on the screen that a person can settle, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import JsonValue

from wederkerig.model import Jaarplan, Stuk
from wederkerig.nalezen.boom import Knoop, walk
from wederkerig.nalezen.item import Item, Keuze, Veld
from wederkerig.nalezen.plaatsen import place_of, short
from wederkerig.nalezen.soorten import Vak
from wederkerig.nalezen.toepassen import apply
from wederkerig.nalezen.twijfel import doubt_left, is_confirmed
from wederkerig.nalezen.velden import value_of
from wederkerig.nalezen.verbetering import Verbetering
from wederkerig.nalezen.waarden import as_typed

Lijsten = dict[str, tuple[Keuze, ...]]


def items(stuk: Stuk, verbeteringen: Iterable[Verbetering] = ()) -> tuple[Item, ...]:
    """Every fact of the document as read, with the values that corrections gave it; added facts among them.

    Head, parties, themes, agreements (each with its quantities, deadlines, references and steps), what
    stands outside them, tables, glossary, annex, chapters, amendments. What was struck stays among them,
    so that it can be taken back. Raises NalezenError where a correction has a value that does not fit.
    """
    return show(apply(stuk, verbeteringen).root)


def open_doubts(stuk: Stuk, verbeteringen: Iterable[Verbetering] = ()) -> tuple[Item, ...]:
    """The facts with a doubt that nobody has settled yet."""
    return tuple(item for item in items(stuk, verbeteringen) if item.open)


def show(root: Knoop) -> tuple[Item, ...]:
    """The facts of a tree as items."""
    choices = choices_of(root)
    return tuple(show_one(knoop, choices) for knoop in walk(root))


def choices_of(root: Knoop) -> Lijsten:
    """The parties and themes to choose from, by the names they have now."""
    parties = [knoop.feit for knoop in root.lijsten["partijen"] if not knoop.weg]
    titles = [knoop.feit.titel for knoop in root.lijsten["themas"] if not knoop.weg and knoop.feit.titel]
    return {
        "partijen": tuple(Keuze(waarde=partij.naam, label=partij.kort) for partij in parties),
        "themas": tuple(Keuze(waarde=titel, label=titel) for titel in dict.fromkeys(titles)),
    }


def show_one(knoop: Knoop, choices: Lijsten) -> Item:
    """One fact as an item."""
    doubt, left = getattr(knoop.gelezen, "twijfel", None), doubt_left(knoop)
    owner = knoop.ouder
    return Item(
        sleutel=knoop.sleutel,
        ouder=owner.sleutel if owner and owner.ouder else None,
        soort=knoop.soort.naam,
        plaats=place_of(knoop),
        woorden=short(knoop.soort.woorden(knoop.gelezen if knoop.gelezen is not None else knoop.feit)),
        velden=tuple(_veld(knoop, vak, choices) for vak in knoop.soort.vakken if _has(knoop, vak)),
        bron=knoop.bron,
        twijfel=left or doubt,
        open=left is not None and not knoop.weg,
        bevestigd=is_confirmed(knoop),
        verbeterd=bool(knoop.stand.velden),
        weg=knoop.weg,
        nieuw=knoop.stand.nieuw is not None,
    )


def _has(knoop: Knoop, vak: Vak) -> bool:
    if vak.los:
        return knoop.gelezen is None
    return not (vak.naam == "soort" and isinstance(knoop.feit, Jaarplan))


def _veld(knoop: Knoop, vak: Vak, choices: Lijsten) -> Veld:
    value = value_of(knoop.feit, vak.naam)
    return Veld(
        naam=vak.naam,
        label=vak.label,
        invoer=vak.invoer,
        waarde=value,
        gelezen=value_of(knoop.gelezen, vak.naam) if knoop.gelezen is not None else None,
        tekst=as_typed(vak.invoer, value),
        keuzes=_with_own(choices[vak.bij], value) if vak.bij else vak.keuzes,
        verplicht=vak.verplicht,
        verbeterd=vak.naam in knoop.stand.velden,
    )


def _with_own(keuzes: Sequence[Keuze], value: JsonValue) -> tuple[Keuze, ...]:
    """The choices, and what the field holds already where that is none of them."""
    held = value if isinstance(value, list) else [value] if value else []
    known = {keuze.waarde for keuze in keuzes}
    own = [str(each) for each in held if each not in known]
    return (*keuzes, *(Keuze(waarde=name, label=name) for name in own))
