"""Carry out what changes words, and give every reference the number its agreement has now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wederkerig.consolidation.gang import Gang
from wederkerig.consolidation.ingreep import Ingreep, apart, splices
from wederkerig.consolidation.lagen import Laag, at, between, kept_sentences, shortened, splice
from wederkerig.consolidation.nummers import references, renumbered, renumbering
from wederkerig.consolidation.teksten import Plaats, Register, plain_number, put_running_text
from wederkerig.consolidation.werkstuk import Concept, Werkstuk
from wederkerig.model import Begrip, Stap, Tabel, Wijziging


def rewrite_texts(
    werk: Werkstuk, register: Register, gangen: Sequence[Gang], mapping: Mapping[str, str], naam: str
) -> None:
    """Carry out what changes words, and give every reference its new number."""
    own = dict(mapping) | own_numbers(gangen)
    edits: dict[Plaats, list[Ingreep]] = {}
    new: set[str] = set()
    for gang in gangen:
        ingreep, zet = gang.ingreep, gang.zet
        if gang.goes and gang.plaats is not None and ingreep is not None and not ingreep.whole:
            edits.setdefault(gang.plaats, []).append(_words(gang, ingreep, mapping, own))
        elif gang.goes and zet is not None and zet.nieuw:
            new.add(zet.concept.id)
            _renumber_new(zet.concept, own if gang.wijziging.nummering == "oud" else {}, naam)
    touched = {plaats.naam: ingrepen for plaats, ingrepen in edits.items() if plaats.soort == "afspraak"}
    for concept in werk.afspraken:
        ingrepen = touched.get(concept.id, [])
        if ingrepen or (mapping and concept.id not in new):
            _rewrite(concept, ingrepen, mapping, naam)
            _renumber_steps(concept, mapping)
    for place, ingrepen in edits.items():
        if place.soort != "afspraak":
            text = with_numbers(register.text_at(place), ingrepen, mapping)
            put_running_text(werk, place, text, "\n".join(ingreep.tekst for ingreep in ingrepen))


def _renumber_new(concept: Concept, mapping: Mapping[str, str], naam: str) -> None:
    concept.tekst = renumbered(concept.tekst, mapping)
    concept.lagen = (Laag(len(concept.tekst), naam),)
    _renumber_steps(concept, mapping)


def _renumber_steps(concept: Concept, mapping: Mapping[str, str]) -> None:
    if mapping and concept.stappen:
        concept.stappen = tuple(_stap(stap, mapping) for stap in concept.stappen)


def own_numbers(gangen: Iterable[Gang]) -> dict[str, str]:
    """The number each new agreement got, by the number the plan gives it: so its own texts call it."""
    return {
        plain_number(gang.wijziging.doel.nummer or ""): gang.zet.concept.nummer
        for gang in gangen
        if gang.goes and gang.zet is not None and gang.zet.nieuw and not gang.zet.vast
    }


def _words(gang: Gang, ingreep: Ingreep, mapping: Mapping[str, str], own: Mapping[str, str]) -> Ingreep:
    """What comes in, with the numbers that hold now."""
    if gang.wijziging.nummering == "nieuw":
        return ingreep
    words = renumbered(ingreep.tekst, as_quoted(gang.wijziging, mapping, own))
    gang.aanvaard = words.removeprefix("\n") if ingreep.van == ingreep.tot else words
    return Ingreep(ingreep.van, ingreep.tot, words)


def as_quoted(wijziging: Wijziging, mapping: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The new numbers for the words of an amendment.

    A reference that stands in the current text as well means the agreement that bears the number now,
    any other the new agreement to which the plan gives it.
    """
    quoted = {nummer for _, _, nummer in references(wijziging.huidig or "")}
    return {**own, **{nummer: mapping.get(nummer, nummer) for nummer in quoted}}


def _rewrite(concept: Concept, ingrepen: Sequence[Ingreep], mapping: Mapping[str, str], naam: str) -> None:
    """Change the words of an agreement, and keep which decision brought which of them."""
    old, text, lagen = concept.tekst, concept.tekst, concept.lagen
    numbers = renumbering(old, mapping)
    if not (numbers or ingrepen):
        return
    numbers = apart(numbers, ingrepen)
    for start, end, words in splices(old, [*ingrepen, *numbers]):
        if Ingreep(start, end, words) in numbers:
            lagen = splice(lagen, start, end, [Laag(len(words), at(lagen, start))])
        else:
            brought = kept_sentences(text[start:end], words, between(lagen, start, end), naam)
            lagen = splice(lagen, start, end, brought)
        text = text[:start] + words + text[end:]
    if any(ingreep.van < ingreep.tot for ingreep in ingrepen):
        lagen = shortened(lagen, old, text, naam)
    concept.tekst, concept.lagen = text, lagen
    if ingrepen:
        concept.vroeger = (*concept.vroeger, (naam, old))
        concept.besluiten = (*concept.besluiten, naam)


def with_numbers(text: str, ingrepen: Sequence[Ingreep], mapping: Mapping[str, str]) -> str:
    """The text once all are done, with new numbers in the references that stay."""
    numbers = apart(renumbering(text, mapping), ingrepen)
    for start, end, words in splices(text, [*ingrepen, *numbers]):
        text = text[:start] + words + text[end:]
    return text


# --- references outside what the plan amends --------------------------------------------------------


def renumber_parts(werk: Werkstuk, mapping: Mapping[str, str], done: Iterable[Plaats]) -> None:
    """New numbers in chapters, themes, tables and glossary. done: texts that have them already."""
    if not mapping:
        return
    places = set(done)
    werk.hoofdstukken = tuple(
        each
        if Plaats("hoofdstuk", str(at)) in places
        else each.model_copy(update={"tekst": renumbered(each.tekst, mapping)})
        for at, each in enumerate(werk.hoofdstukken)
    )
    werk.themas = tuple(
        each.model_copy(
            update={
                "context": each.context
                if Plaats("thema", str(at)) in places
                else renumbered(each.context, mapping),
                "doelen": tuple(renumbered(doel, mapping) for doel in each.doelen),
                "ambities": tuple(renumbered(ambitie, mapping) for ambitie in each.ambities),
            }
        )
        for at, each in enumerate(werk.themas)
    )
    werk.tabellen = tuple(renumbered_table(each, mapping) for each in werk.tabellen)
    werk.begrippen = tuple(_begrip(each, mapping) for each in werk.begrippen)


def renumbered_table(tabel: Tabel, mapping: Mapping[str, str]) -> Tabel:
    """The table with the new numbers in its cells."""
    rows = tuple(tuple(renumbered(cell, mapping) for cell in row) for row in tabel.rijen)
    return tabel if rows == tabel.rijen else tabel.model_copy(update={"rijen": rows})


def _begrip(begrip: Begrip, mapping: Mapping[str, str]) -> Begrip:
    words = renumbered(begrip.definitie, mapping)
    return begrip if words == begrip.definitie else begrip.model_copy(update={"definitie": words})


def _stap(stap: Stap, mapping: Mapping[str, str]) -> Stap:
    words = renumbered(stap.tekst, mapping)
    return stap if words == stap.tekst else Stap(tekst=words)
