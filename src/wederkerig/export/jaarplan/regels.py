"""A year plan line by line, from title page to signatures: DOCX and PDF are both made from these lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from wederkerig.export.words import day, one_line
from wederkerig.model import Jaarplan, Ondertekening, Partij
from wederkerig.reading import wijziging_woorden as w

RegelSoort = Literal[
    "boven",  # above the title: the municipality
    "titel",  # the title
    "onder",  # below the title: what is amended
    "deelnemer",  # a party on the title page
    "kop1",  # a chapter
    "kop2",  # a theme
    "alinea",  # a paragraph
    "partij",  # a numbered party
    "etiket",  # a label in bold
    "huidig",  # a paragraph of current text
    "huidigkop",  # a sub-heading in it
    "huidigpunt",  # an item of a list in it
    "nieuw",  # a paragraph of new text
    "nieuwkop",  # a sub-heading in it
    "nieuwpunt",  # an item of a list in it
    "noot",  # a word in bold (`etiket`) with more about the amendment behind it
    "tabelkop",  # a heading row
    "tabelrij",  # a row
    "tekenrij",  # a row with room to sign in
]
_WHOLES = {
    **dict.fromkeys(("tabelkop", "tabelrij", "tekenrij"), "tabel"),
    **dict.fromkeys(("huidig", "huidigkop", "huidigpunt"), "huidig"),
    **dict.fromkeys(("nieuw", "nieuwkop", "nieuwpunt"), "nieuw"),
}
_DOTS = "……………………"


@dataclass(frozen=True, slots=True)
class Regel:
    """One line. etiket: what opens it in bold; bladzijde: it begins a new page."""

    soort: RegelSoort
    tekst: str = ""
    etiket: str = ""
    cellen: tuple[str, ...] = ()
    bladzijde: bool = False


def runs(regels: Iterable[Regel]) -> Iterator[tuple[str, list[Regel]]]:
    """Neighbours that make up one whole: the rows of a table, the paragraphs of a quoted or a new text."""
    for whole, group in groupby(regels, key=lambda regel: _WHOLES.get(regel.soort, "")):
        if whole:
            yield whole, list(group)
        else:
            yield from (("", [regel]) for regel in group)


def document_lines(
    jaarplan: Jaarplan, wijzigingen: Sequence[Regel], overig: Sequence[Regel], basis: str
) -> Iterator[Regel]:
    """The whole document around the lines of its amendments. basis: the title of what is amended."""
    yield from _title_page(jaarplan, basis)
    yield Regel("kop1", "Inleiding", bladzijde=True)
    yield from (Regel("alinea", text) for text in _introduction(jaarplan, basis))
    yield from _parties(jaarplan)
    yield Regel("kop1", w.WIJZIGINGEN, bladzijde=True)
    if not wijzigingen:
        yield Regel("alinea", "Er zijn geen wijzigingen van afspraken of andere teksten.")
    yield from wijzigingen
    if overig:
        yield Regel("kop1", w.OVERIG)
        yield from overig
    yield from _signatures(jaarplan)


def _title_page(jaarplan: Jaarplan, basis: str) -> Iterator[Regel]:
    if jaarplan.gemeente:
        yield Regel("boven", f"Gemeente {one_line(jaarplan.gemeente)}")
    yield Regel("titel", one_line(jaarplan.titel))
    yield Regel("onder", f"bij: {basis}" if basis else "Wijzigingen van de prestatieafspraken")
    yield from (Regel("deelnemer", one_line(partij.naam)) for partij in jaarplan.partijen)


def _introduction(jaarplan: Jaarplan, basis: str) -> Iterator[str]:
    where = f" in de gemeente {one_line(jaarplan.gemeente)}" if jaarplan.gemeente else ""
    amended = (
        f"het stuk “{basis}”" if basis else f"de prestatieafspraken die we{where} eerder hebben gesloten"
    )
    yield (
        f"Met dit jaarplan passen we {amended} aan. Dat stuk blijft de basis: wat hier niet staat, verandert"
        " niet. Zodra het jaarplan is ondertekend, nemen we de wijzigingen erin op. Zo is er steeds één"
        " document waarin alles staat wat nu geldt."
    )
    yield (
        "De wijzigingen staan per thema bij elkaar. Bij elke wijziging staat eerst om welke tekst het gaat en"
        f" hoe die nu luidt, en daarna wat we eraan veranderen. {w.LEESWIJZER} Nummers van afspraken zijn die"
        " van het stuk zoals het nu is, tenzij er iets anders bij staat."
    )


def _parties(jaarplan: Jaarplan) -> Iterator[Regel]:
    if not jaarplan.partijen:
        return
    yield Regel("kop1", "Partijen en ondertekening")
    yield Regel("alinea", "Het jaarplan leggen we vast tussen:")
    last = len(jaarplan.partijen)
    for number, partij in enumerate(jaarplan.partijen, start=1):
        yield Regel("partij", f"{number}. {_party(partij)}{'.' if number == last else ';'}")
    yield Regel("alinea", "De handtekeningen staan op de laatste bladzijde.")


def _party(partij: Partij) -> str:
    words = f"{one_line(partij.naam)}, rechtsgeldig vertegenwoordigd door {_person(partij)}"
    return f"{words}, hierna te noemen: ‘{one_line(partij.kort)}’"


def _person(partij: Partij) -> str:
    """Name and function of who signs for a party ("A. de Wit, wethouder"), or room to fill them in."""
    person = partij.vertegenwoordiger
    if person is None:
        return _DOTS
    return one_line(f"{person.naam}, {person.functie}" if person.functie else person.naam)


def _signatures(jaarplan: Jaarplan) -> Iterator[Regel]:
    yield Regel("kop1", "Ondertekening", bladzijde=True)
    signed = jaarplan.ondertekening or Ondertekening()
    plaats = one_line(signed.plaats or "") or _DOTS
    datum = day(signed.datum) if signed.datum else _DOTS
    yield Regel("alinea", f"Aldus overeengekomen te {plaats} op {datum}.")
    if jaarplan.partijen:
        yield Regel("tabelkop", cellen=("Partij", "Naam en functie", "Handtekening"))
    for partij in jaarplan.partijen:
        yield Regel("tekenrij", cellen=(one_line(partij.naam), _person(partij), ""))
