"""Apply a year plan: every amendment understood first, then all of them carried out, and each one told.

The quotes of a plan refer to the text as it stands before the plan. Its amendments are carried out
together, so their order matters only where two of them add at one place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wederkerig.consolidation.delen import amend_part, number_tables, part_lines, put_steps
from wederkerig.consolidation.fouten import GeschiedenisError
from wederkerig.consolidation.gang import Gang, fail, understand
from wederkerig.consolidation.gelijkenis import sentences, words_of
from wederkerig.consolidation.herschrijven import (
    as_quoted,
    own_numbers,
    renumber_parts,
    renumbered_table,
    rewrite_texts,
)
from wederkerig.consolidation.los import loose_in_parts, loose_references
from wederkerig.consolidation.nummers import renumbered
from wederkerig.consolidation.samenloop import refuse_moves, refuse_overlaps, refuse_twins, withdraw_emptied
from wederkerig.consolidation.structuur import changed_numbers, restructure
from wederkerig.consolidation.teksten import Register
from wederkerig.consolidation.uitleg import verwerking_of
from wederkerig.consolidation.weergave import kader_words
from wederkerig.consolidation.werkstuk import Werkstuk, close_stuk, open_stuk
from wederkerig.model import Beslissing, Jaarplan, Overeenkomst, Verwerking, Wijziging

_NAMED = re.compile(r"\bjaarplan\s+20\d\d\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hernummering:
    """An agreement that got another number."""

    id: str
    van: str
    naar: str


@dataclass(frozen=True, slots=True)
class Losgeraakt:
    """A reference to an agreement that was withdrawn: where it stands, and the number it names."""

    plaats: str
    nummer: str


@dataclass(frozen=True, slots=True)
class Opname:
    """What one plan did: its amendments, the numbers that changed, the references left without a target."""

    verwerkingen: tuple[Verwerking, ...]
    hernummerd: tuple[Hernummering, ...] = ()
    losgeraakt: tuple[Losgeraakt, ...] = ()


@dataclass(frozen=True, slots=True)
class Consolidatie:
    """The document with a plan taken up in it, and what became of the plan."""

    stuk: Overeenkomst
    opname: Opname

    @property
    def verwerkingen(self) -> tuple[Verwerking, ...]:
        """What became of each amendment, in the order of the plan."""
        return self.opname.verwerkingen


def apply(basis: Overeenkomst, jaarplan: Jaarplan, beslissingen: Sequence[Beslissing] = ()) -> Consolidatie:
    """The document with the plan taken up in it.

    An amendment that cannot be carried out exactly is left out and told as a conflict; the others are
    carried out. Facts of agreements whose words changed are left out: see `reading.reread_stuk`.
    """
    werk = open_stuk(basis)
    opname = take(werk, jaarplan, beslissingen)
    return Consolidatie(close_stuk(werk), opname)


def explain(
    basis: Overeenkomst, jaarplan: Jaarplan, beslissingen: Sequence[Beslissing] = ()
) -> tuple[Verwerking, ...]:
    """How each amendment is understood and where it would land, before anything happens."""
    found = apply(basis, jaarplan, beslissingen).verwerkingen
    return tuple(
        verwerking.model_copy(update={"toestand": "voorgesteld", "aanvaard": None})
        if verwerking.toestand == "toegepast"
        else verwerking
        for verwerking in found
    )


def take(
    werk: Werkstuk, jaarplan: Jaarplan, beslissingen: Sequence[Beslissing] = (), naam: str | None = None
) -> Opname:
    """Take a plan up in the document that is being amended. naam: what the decision is called."""
    naam = naam or plan_name(jaarplan)
    chosen = {beslissing.wijziging: beslissing for beslissing in beslissingen}
    _check_decisions(jaarplan, beslissingen)
    register = Register(werk, _new_themas(jaarplan, chosen))
    register.note_struck(
        wijziging
        for nummer, wijziging in enumerate(jaarplan.wijzigingen, start=1)
        if nummer not in chosen or chosen[nummer].keuze == "toepassen"
    )
    gangen = [
        understand(register, nummer, wijziging, chosen.get(nummer))
        for nummer, wijziging in enumerate(jaarplan.wijzigingen, start=1)
    ]
    refuse_overlaps(register, gangen)
    refuse_moves(register, gangen)
    refuse_twins(register, gangen)
    withdraw_emptied(register, gangen)
    before = [(concept.id, concept.nummer) for concept in werk.afspraken]
    stood = _outside(werk)
    gone = restructure(werk, gangen, naam)
    mapping = changed_numbers(werk, before)
    loose = loose_references(werk, register, gangen, gone)
    rewrite_texts(werk, register, gangen, mapping, naam)
    _parts(werk, register, gangen, mapping)
    _note_brought(werk, stood, naam)
    return Opname(
        tuple(verwerking_of(gang, register) for gang in gangen),
        _renumbered(werk, before),
        tuple(Losgeraakt(*each) for each in (*loose, *loose_in_parts(werk, gone))),
    )


def plan_name(jaarplan: Jaarplan) -> str:
    """What people call a plan: "Jaarplan 2026"; its title where it says no year."""
    named = _NAMED.search(jaarplan.titel)
    if named:
        return " ".join(named.group().split()).capitalize()
    years = Counter(wijziging.jaar for wijziging in jaarplan.wijzigingen if wijziging.jaar)
    return f"Jaarplan {years.most_common(1)[0][0]}" if years else jaarplan.titel


def _new_themas(jaarplan: Jaarplan, chosen: Mapping[int, Beslissing]) -> list[str]:
    """The themes that a plan adds, without those that a person refused."""
    return [
        wijziging.doel.thema or wijziging.doel.titel or ""
        for nummer, wijziging in enumerate(jaarplan.wijzigingen, start=1)
        if wijziging.doel.onderdeel == "thema" and wijziging.soort == "nieuw"
        if nummer not in chosen or chosen[nummer].keuze == "toepassen"
    ]


def _check_decisions(jaarplan: Jaarplan, beslissingen: Sequence[Beslissing]) -> None:
    """Raises GeschiedenisError where a decision is about no amendment, or two are about one."""
    numbers = [beslissing.wijziging for beslissing in beslissingen]
    for nummer in numbers:
        if not 1 <= nummer <= len(jaarplan.wijzigingen):
            raise GeschiedenisError(
                f"Er is een beslissing over wijziging {nummer}, maar het jaarplan heeft er "
                f"{len(jaarplan.wijzigingen)}.",
                "Controleer het nummer van de wijziging.",
            )
        if numbers.count(nummer) > 1:
            raise GeschiedenisError(
                f"Over wijziging {nummer} zijn twee beslissingen genomen.", "Kies er één."
            )


# --- the parts that are no text -------------------------------------------------------------------


def _parts(werk: Werkstuk, register: Register, gangen: Sequence[Gang], mapping: Mapping[str, str]) -> None:
    """Carry out what changes goals, tables, steps, glossary and annex."""
    renumber_parts(
        werk, mapping, [gang.plaats for gang in gangen if gang.goes and gang.plaats and gang.ingreep]
    )
    own = dict(mapping) | own_numbers(gangen)
    stood = werk.themas
    for gang in gangen:
        if not (gang.goes and gang.deel):
            continue
        wijziging = _in_new_numbers(register, gang.wijziging, mapping, own)
        gang.aanvaard = wijziging.tekst
        if gang.plaats is not None:
            put_steps(werk, gang.plaats, wijziging)
        elif mislukt := amend_part(werk, wijziging, stood):
            fail(register, gang, mislukt)
    number_tables(werk)


def _outside(werk: Werkstuk) -> dict[str, None]:
    """The lines outside the agreements, in order; documents of the annex also as people write them."""
    return dict.fromkeys((*part_lines(werk), *(kader_words(kader) for kader in werk.kaders)))


def _note_brought(werk: Werkstuk, before: Iterable[str], naam: str) -> None:
    """Remember which sentences outside the agreements the plan brought, other numbers left aside."""
    now, lines = _outside(werk), set(before)
    if not now.keys() - lines:
        return
    known = {words_of(zin) for line in lines for zin in sentences(line)}
    for zin in (zin for line in now if line not in lines for zin in sentences(line)):
        if words_of(zin) not in known:
            werk.gebracht[zin] = naam


def _in_new_numbers(
    register: Register, wijziging: Wijziging, mapping: Mapping[str, str], own: Mapping[str, str]
) -> Wijziging:
    """The words of a plan that uses the old numbers, with the new ones; what it amends by its lasting id."""
    if wijziging.nummering == "nieuw":
        return wijziging
    huidig, tabel, doel = wijziging.huidig, wijziging.tabel, wijziging.doel
    nummer = doel.nummer or (tabel.afspraak if tabel is not None else None)
    bearers = register.by_number(nummer) if nummer and not doel.afspraak else []
    if len(bearers) == 1:
        doel = doel.model_copy(update={"afspraak": bearers[0].id})
    return wijziging.model_copy(
        update={
            "doel": doel,
            "tekst": renumbered(wijziging.tekst, as_quoted(wijziging, mapping, own)),
            "huidig": renumbered(huidig, mapping) if huidig is not None else None,
            "tabel": renumbered_table(tabel, own) if tabel is not None else None,
        }
    )


def _renumbered(werk: Werkstuk, before: Sequence[tuple[str, str]]) -> tuple[Hernummering, ...]:
    if [(concept.id, concept.nummer) for concept in werk.afspraken] == before:
        return ()
    now = {concept.id: concept.nummer for concept in werk.afspraken}
    return tuple(
        Hernummering(name, nummer, now[name]) for name, nummer in before if now.get(name, nummer) != nummer
    )
