"""The facts of an agreement read anew from its corrected words, as corrections that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from pydantic import JsonValue

from wederkerig.model import Afspraak, Stuk
from wederkerig.nalezen.boom import Knoop, harvest
from wederkerig.nalezen.fouten import NalezenError
from wederkerig.nalezen.maken import name_fact
from wederkerig.nalezen.plaatsen import place_of, short
from wederkerig.nalezen.sleutels import plain
from wederkerig.nalezen.soorten import SOORTEN
from wederkerig.nalezen.toepassen import apply
from wederkerig.nalezen.velden import value_of, values_of
from wederkerig.nalezen.verbetering import Verbetering
from wederkerig.nalezen.waarden import same
from wederkerig.reading import reread as read_again

_LISTS = ("getallen", "termijnen", "verwijzingen")
_WHO = ("actoren", "derden")


def reread(stuk: Stuk, verbeteringen: Iterable[Verbetering], sleutel: str) -> tuple[Verbetering, ...]:
    """What to say of the facts of an agreement, and of its steps, so that they are those of its words now.

    Facts that its words no longer give are struck, those they give besides are added, and values that
    follow from other words are corrected. What a person said of a fact stays. Raises NalezenError where
    `sleutel` is no agreement.
    """
    said = tuple(verbeteringen)
    out = apply(stuk, said)
    knoop = out.index.get(sleutel)
    if knoop is None or knoop.soort.naam != "afspraak" or knoop.weg:
        raise NalezenError(
            "Alleen een afspraak kan opnieuw worden gelezen.", "Kies een afspraak uit het stuk."
        )
    fresh = _read_again(cast(Stuk, harvest(out.root)), cast(Afspraak, harvest(knoop)))
    steps = [each for each in knoop.lijsten["stappen"] if each.stand.weg is None]
    pairs = ((knoop, fresh), *zip(steps, fresh.stappen, strict=True))
    made = [each for owner, now in pairs for each in _differences(owner, now)]
    return tuple(_named(stuk, said, made))


def _read_again(stuk: Stuk, afspraak: Afspraak) -> Afspraak:
    day = (stuk.looptijd and stuk.looptijd.van) or (stuk.ondertekening and stuk.ondertekening.datum)
    nummers = {each.nummer for each in stuk.afspraken if not each.nummer.isdigit()}
    return read_again(afspraak, stuk.partijen, day.year if day else None, nummers=nummers)


def _differences(owner: Knoop, fresh: Any) -> Iterator[Verbetering]:  # noqa: ANN401  # an agreement or a step
    yield from _fields(owner, fresh, _WHO)
    for lijst in _LISTS:
        if lijst in owner.lijsten:
            yield from _facts(owner, lijst, getattr(fresh, lijst))


def _facts(owner: Knoop, lijst: str, fresh: Iterable[Any]) -> Iterator[Verbetering]:
    left, before = list(owner.lijsten[lijst]), None
    for fact in fresh:
        found = next((each for each in left if _words(each) == plain(each.soort.woorden(fact))), None)
        if found is None:
            yield _added(owner, lijst, fact, before)
            continue
        left.remove(found)
        before = found.sleutel
        if found.stand.weg is None and found.stand.nieuw is None:
            yield from _fields(found, fact, [vak.naam for vak in found.soort.vakken if not vak.los])
    yield from (_struck(each) for each in left if not any(True for _ in each.stand))


def _words(knoop: Knoop) -> str:
    return plain(knoop.soort.woorden(knoop.feit))


def _fields(knoop: Knoop, fresh: Any, namen: Iterable[str]) -> Iterator[Verbetering]:  # noqa: ANN401  # any model
    for naam in namen:
        value = value_of(fresh, naam)
        if naam in knoop.stand.velden or same(value, value_of(knoop.feit, naam)):
            continue
        yield _about(knoop, soort="veld", veld=naam, was=value_of(knoop.gelezen, naam), wordt=value)


def _struck(knoop: Knoop) -> Verbetering:
    return _about(knoop, soort="weg", was=dict(values_of(knoop.soort, knoop.gelezen)))


def _added(owner: Knoop, lijst: str, fact: Any, before: str | None) -> Verbetering:  # noqa: ANN401  # any model
    kind = owner.soort.lijsten[lijst]
    values = {naam: value for naam, value in values_of(SOORTEN[kind], fact).items() if value is not None}
    return Verbetering(
        sleutel="",
        soort="nieuw",
        wordt=values,
        feit=kind,
        ouder=owner.sleutel,
        na=before,
        plaats=place_of(owner),
    )


def _about(knoop: Knoop, **said: JsonValue) -> Verbetering:
    words = short(knoop.soort.woorden(knoop.feit))
    known = {"sleutel": knoop.sleutel, "bron": knoop.bron, "plaats": place_of(knoop), "woorden": words}
    return Verbetering.model_validate({**known, **said})


def _named(stuk: Stuk, said: tuple[Verbetering, ...], made: Iterable[Verbetering]) -> Iterator[Verbetering]:
    """Those that add a fact get its key."""
    for each in made:
        done = name_fact(stuk, said, each) if each.soort == "nieuw" else each
        said = (*said, done)
        yield done
