"""References to agreements that a plan withdraws, also where another agreement gets their number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from wederkerig.consolidation.gang import Gang
from wederkerig.consolidation.herschrijven import own_numbers
from wederkerig.consolidation.ingreep import Ingreep
from wederkerig.consolidation.nummers import references
from wederkerig.consolidation.teksten import Plaats, Register
from wederkerig.consolidation.werkstuk import Werkstuk

Los = tuple[str, str]


def loose_references(
    werk: Werkstuk, register: Register, gangen: Sequence[Gang], withdrawn: Collection[str]
) -> list[Los]:
    """References in agreements and running text to what is withdrawn, as (place, number).

    Asked when the agreements stand in their new order and their words are still the old ones.
    """
    if not withdrawn:
        return []
    edits: dict[Plaats, list[Gang]] = {}
    for gang in gangen:
        if gang.goes and gang.plaats is not None and gang.ingreep is not None:
            edits.setdefault(gang.plaats, []).append(gang)
    new = {gang.zet.concept.id: gang for gang in gangen if gang.goes and gang.zet and gang.zet.nieuw}
    own = own_numbers(gangen)
    borne = {concept.nummer for concept in werk.afspraken}
    found: list[Los] = []
    for concept in werk.afspraken:
        place, bringer = f"afspraak {concept.nummer}", new.get(concept.id)
        if bringer is None:
            here = edits.get(Plaats("afspraak", concept.id), [])
            found += _in_text(place, concept.tekst, here, withdrawn, own, borne)
        else:
            found += _named(place, concept.tekst, _meant(bringer, withdrawn, own, borne))
        for stap in concept.stappen:
            found += _named(place, stap.tekst, withdrawn)
    for plaats, name, text in _running_texts(werk, register):
        found += _in_text(name, text, edits.get(plaats, []), withdrawn, own, borne)
    return found


def loose_in_parts(werk: Werkstuk, withdrawn: Collection[str]) -> Iterator[Los]:
    """References in goals, tables and glossary to numbers that nobody bears any more, once all is done."""
    borne = {concept.nummer for concept in werk.afspraken}
    gone = [nummer for nummer in withdrawn if nummer not in borne]
    if not gone:
        return
    for thema in werk.themas:
        for line in (*thema.doelen, *thema.ambities):
            yield from _named(f"thema {thema.titel}", line, gone)
    for tabel in werk.tabellen:
        for row in tabel.rijen:
            yield from _named(f"tabel {tabel.titel or 'zonder titel'}", "\n".join(row), gone)
    for begrip in werk.begrippen:
        yield from _named(f"begrip {begrip.term}", begrip.definitie, gone)


def _running_texts(werk: Werkstuk, register: Register) -> Iterator[tuple[Plaats, str, str]]:
    for at, hoofdstuk in enumerate(werk.hoofdstukken):
        plaats = Plaats("hoofdstuk", str(at))
        yield plaats, f"hoofdstuk {hoofdstuk.titel}", register.text_at(plaats)
    for at, thema in enumerate(werk.themas):
        plaats = Plaats("thema", str(at))
        yield plaats, f"thema {thema.titel}", register.text_at(plaats)


def _in_text(
    place: str,
    text: str,
    gangen: Iterable[Gang],
    withdrawn: Collection[str],
    own: Collection[str],
    borne: Collection[str],
) -> Iterator[Los]:
    """Those in the words that stay, and those in what comes in."""
    ingrepen = [(gang, gang.ingreep) for gang in gangen if gang.ingreep is not None]
    for start, end, nummer in references(text):
        if nummer in withdrawn and not any(_covers(ingreep, start, end) for _, ingreep in ingrepen):
            yield place, nummer
    for gang, ingreep in ingrepen:
        yield from _named(place, ingreep.tekst, _meant(gang, withdrawn, own, borne))


def _meant(gang: Gang, withdrawn: Collection[str], own: Collection[str], borne: Collection[str]) -> list[str]:
    """The numbers that mean a withdrawn agreement in the words of an amendment."""
    others = own if gang.wijziging.nummering == "oud" else borne
    return [nummer for nummer in withdrawn if nummer not in others]


def _covers(ingreep: Ingreep, start: int, end: int) -> bool:
    return start < ingreep.tot and ingreep.van < end


def _named(place: str, text: str, wanted: Collection[str]) -> Iterator[Los]:
    return ((place, nummer) for _, _, nummer in references(text) if nummer in wanted)
