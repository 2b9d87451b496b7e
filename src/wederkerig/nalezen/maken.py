"""Make corrections from what stands on the screen, with what is needed to find their fact back later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from wederkerig.model import Bron, Stuk
from wederkerig.nalezen.boom import Knoop
from wederkerig.nalezen.fouten import NalezenError
from wederkerig.nalezen.item import Item, Veld
from wederkerig.nalezen.nieuw import list_for, make_fact
from wederkerig.nalezen.plaatsen import place_of
from wederkerig.nalezen.scherm import choices_of
from wederkerig.nalezen.sleutels import KOP, Sleutelbos, plain
from wederkerig.nalezen.soorten import SOORTEN
from wederkerig.nalezen.toepassen import Uitkomst, apply
from wederkerig.nalezen.verbetering import FeitSoort, Verbetering
from wederkerig.nalezen.waarden import check_value, read_value


def correct(item: Item, veld: str, raw: str) -> Verbetering:
    """One field gets what was typed. Raises NalezenError where that does not fit."""
    value = check_value(item, veld, raw)
    found = item.veld(veld)
    return Verbetering(
        sleutel=item.sleutel,
        soort="veld",
        veld=veld,
        was=found.gelezen if found else None,
        wordt=value,
        bron=item.bron,
        plaats=item.plaats,
        woorden=item.woorden,
    )


def confirm(item: Item) -> Verbetering:
    """The doubt was looked at: it is right as read."""
    return _of(item, "bevestigd")


def strike(item: Item) -> Verbetering:
    """What was read is not there."""
    return _of(item, "weg")


def undo(item: Item, veld: str | None = None) -> Verbetering:
    """Back to as read: one field, or all that was said of the fact. An added fact goes again."""
    return Verbetering(
        sleutel=item.sleutel, soort="terug", veld=veld, plaats=item.plaats, woorden=item.woorden
    )


def reattach(verbetering: Verbetering, item: Item) -> tuple[Verbetering, Verbetering]:
    """A correction that is `los`, put on the fact it is about in this reading.

    The first takes the old correction back, the second is the new one.
    """
    back = verbetering.model_copy(update={"soort": "terug", "was": None, "wordt": None})
    now = {veld.naam: veld.gelezen for veld in item.velden}
    if verbetering.soort == "nieuw":
        return back, verbetering.model_copy(update={"ouder": item.sleutel})
    was: JsonValue = now.get(verbetering.veld or "") if verbetering.soort == "veld" else dict(now)
    found = {
        "sleutel": item.sleutel,
        "was": was,
        "bron": item.bron,
        "plaats": item.plaats,
        "woorden": item.woorden,
    }
    return back, verbetering.model_copy(update=found)


def _of(item: Item, soort: str) -> Verbetering:
    return Verbetering.model_validate(
        {
            "sleutel": item.sleutel,
            "soort": soort,
            "was": {veld.naam: veld.gelezen for veld in item.velden},
            "bron": item.bron,
            "plaats": item.plaats,
            "woorden": item.woorden,
        }
    )


def blank(
    stuk: Stuk, verbeteringen: Iterable[Verbetering], feit: FeitSoort, ouder: str | None = None
) -> Item:
    """An empty fact of a kind, for the form that adds one. Raises NalezenError as `add` does."""
    out, owner = _owner(stuk, verbeteringen, feit, ouder)
    choices = choices_of(out.root)
    velden = tuple(
        Veld(
            naam=vak.naam,
            label=vak.label,
            invoer=vak.invoer,
            keuzes=choices[vak.bij] if vak.bij else vak.keuzes,
            verplicht=vak.verplicht,
        )
        for vak in SOORTEN[feit].vakken
    )
    plaats = place_of(owner) if owner.ouder else f"nieuwe {feit}"
    return Item(sleutel="", ouder=ouder, soort=feit, plaats=plaats, velden=velden, nieuw=True)


def add(
    stuk: Stuk,
    verbeteringen: Iterable[Verbetering],
    item: Item,
    raw: Mapping[str, str],
    *,
    bron: Bron | None = None,
    na: str | None = None,
) -> Verbetering:
    """A fact that reading missed, from a `blank` item and what was typed in its fields.

    bron: where it stands; na: the key of the fact it comes behind. Raises NalezenError where a value
    does not fit, or where the owner has no such facts.
    """
    said = tuple(verbeteringen)
    words = {"tekst": bron.citaat} if bron and not raw.get("tekst") and _quotes(item) else {}
    typed = {**raw, **words}
    values = {veld.naam: read_value(veld, typed.get(veld.naam, "")) for veld in item.velden}
    draft = Verbetering(
        sleutel="",
        soort="nieuw",
        feit=item.soort,
        ouder=item.ouder,
        na=na,
        wordt={naam: value for naam, value in values.items() if value is not None},
        bron=bron,
        plaats=item.plaats,
    )
    return name_fact(stuk, said, draft)


def _quotes(item: Item) -> bool:
    words = SOORTEN[item.soort].vak("tekst")
    return words is not None and words.los


def name_fact(stuk: Stuk, said: tuple[Verbetering, ...], draft: Verbetering) -> Verbetering:
    """The correction that adds a fact, with a key that no other fact has, or had. Raises NalezenError."""
    out, owner = _owner(stuk, said, draft.feit or "kop", draft.ouder)
    soort = SOORTEN[draft.feit or "kop"]
    fact = make_fact(soort, draft)
    words = plain(soort.woorden(fact))
    siblings = owner.lijsten[list_for(owner, draft.feit) or ""]
    equals = [
        each for each in siblings if each.gelezen is not None and plain(soort.woorden(each.gelezen)) == words
    ]
    added = [each for each in siblings if each.gelezen is None and plain(soort.woorden(each.feit)) == words]
    taken = {*out.index, *(each.sleutel for each in said)}
    bos = Sleutelbos()
    key = bos.key(soort.naam, fact, owner.nummer, owner.sleutel)
    while key in taken:
        key = bos.key(soort.naam, fact, owner.nummer, owner.sleutel)
    update = {"sleutel": key, "gelijken": len(equals) + len(added), "woorden": soort.woorden(fact)}
    return draft.model_copy(update=update)


def _owner(
    stuk: Stuk, verbeteringen: Iterable[Verbetering], feit: FeitSoort, ouder: str | None
) -> tuple[Uitkomst, Knoop]:
    out = apply(stuk, verbeteringen)
    owner = out.index.get(ouder or KOP)
    if owner is None or list_for(owner, feit) is None:
        raise NalezenError(
            f"Hier kan geen {feit} worden toegevoegd.", "Kies een afspraak of een stap die in het stuk staat."
        )
    return out, owner
