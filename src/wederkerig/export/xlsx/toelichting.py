"""The first sheet: what the workbook is, which documents it was made from, and how to use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wederkerig.export.twijfels import twijfels
from wederkerig.export.words import PARTIJ_SOORTEN, SOORTEN, count, day, file_name, looptijd
from wederkerig.export.xlsx.cells import Book, fitting, row_height
from wederkerig.model import Ondertekening, Partij, Stuk
from wederkerig.monitoring.beoordelen import STATUSSEN
from wederkerig.monitoring.opgave import Gevraagd
from wederkerig.monitoring.werkboek import BLAD, BRON, CIJFER, NOEMER, OPMERKING

_INTRODUCTION = (
    "Dit werkboek is gemaakt uit de stukken die hieronder staan. Elke regel wijst met een pagina terug naar "
    "het stuk. Lees bij twijfel altijd de tekst zelf: het stuk geldt, niet dit werkboek."
)
_SHEETS = {
    "Afspraken": "Eén regel per afspraak. Vul zelf de gele kolommen Status en Opmerking in.",
    "Getallen": "Elk getal met een eenheid. ‘Relatie’: is het een ondergrens, bovengrens of schatting?",
    "Termijnen": "Elke termijn. ‘Laatste dag’ is de laatste dag die bedoeld is; ‘Elk jaar’ keert terug.",
    BLAD: "Eén regel per cijfer dat nodig is om de normen te volgen. Vul zelf de gele kolommen in.",
    "Tabellen": "De tabellen uit het stuk onder elkaar.",
    "Wijzigingen": "Alleen bij een jaarplan: wat het verandert aan de afspraken.",
    "Twijfels": "Waar het lezen een keuze moest maken. Loop deze regels na.",
}
_HOW_TO = (
    "Vul op het blad Cijfers de gele cellen in en bewaar het bestand. Lever het daarna op de website in. Een "
    "rij die u leeg laat, telt niet mee: een leeg cijfer wordt nooit als 0 geteld."
)
_COLUMNS = {
    CIJFER: "Vul een getal in, in de eenheid die ernaast staat. Typ bij een percentage 85 voor 85%.",
    NOEMER: "Alleen bij een percentage of een gemiddelde: van hoeveel woningen, verhuringen of mensen.",
    BRON: "Waar het cijfer vandaan komt, bijvoorbeeld het jaarverslag.",
    OPMERKING: "Wat anderen bij dit cijfer moeten weten.",
}
_WIDTHS = (24, 84)


def write_toelichting(book: Book, stukken: Sequence[Stuk], *, with_figures: bool = False) -> None:
    """Fill the sheet: introduction, one part a document, and the legend."""
    _write(book, _lines(stukken, with_figures=with_figures))


def write_invulling(book: Book, titel: str, gevraagd: Sequence[Gevraagd]) -> None:
    """The first sheet of a workbook to fill in: what it is, how to fill it in, and by when."""
    _write(book, _how_to(titel, gevraagd))


def _write(book: Book, lines: Iterable[tuple[str, str, str]]) -> None:
    sheet = book.sheet("Toelichting", portrait=True)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, (style, label, text) in enumerate(lines):
        if style == "text":
            sheet.set_row(row, row_height([label, text], _WIDTHS))
            book.put(sheet, row, 0, label, "label")
            book.put(sheet, row, 1, text)
        elif style == "introduction":
            sheet.merge_range(row, 0, row, 1, text, book.style("text"))
            sheet.set_row(row, 42)
        elif label:
            sheet.write_string(row, 0, label, book.style(style))


def _how_to(titel: str, gevraagd: Sequence[Gevraagd]) -> Iterator[tuple[str, str, str]]:
    yield "title", fitting(titel)[:250], ""
    yield "introduction", "", _HOW_TO
    yield "section", "", ""
    yield from (("text", label, text) for label, text in _COLUMNS.items())
    yield "section", "", ""
    yield "section", "Uiterlijk op", ""
    for last in sorted({each.uiterlijk for each in gevraagd}):
        number = sum(each.uiterlijk == last for each in gevraagd)
        yield "text", day(last), count(number, "cijfer", "cijfers")


def _lines(stukken: Sequence[Stuk], *, with_figures: bool) -> Iterator[tuple[str, str, str]]:
    yield "title", "Werkboek prestatieafspraken", ""
    yield "introduction", "", _INTRODUCTION
    for stuk in stukken:
        yield "section", "", ""
        yield "section", file_name(stuk)[:250], ""
        yield from (("text", label, text) for label, text in _document(stuk) if text)
    yield "section", "", ""
    yield "section", "De bladen", ""
    yield from (("text", name, text) for name, text in _SHEETS.items() if with_figures or name != BLAD)
    yield "section", "", ""
    yield "section", "Statussen", ""
    yield from (("text", name, text) for name, text in STATUSSEN.items())


def _document(stuk: Stuk) -> Iterator[tuple[str, str]]:
    yield "Titel", stuk.titel
    yield "Gemeente", stuk.gemeente or ""
    yield "Soort", SOORTEN[stuk.soort]
    yield "Looptijd", looptijd(stuk.looptijd)
    yield "Ondertekening", _signing(stuk.ondertekening)
    for index, partij in enumerate(stuk.partijen):
        yield "" if index else "Partijen", _partij(partij)
    yield "Gevonden", _counts(stuk)
    for index, notice in enumerate(stuk.bestand.meldingen if stuk.bestand else ()):
        yield "" if index else "Let op", notice


def _signing(signing: Ondertekening | None) -> str:
    if signing is None:
        return ""
    parts = [signing.plaats or "", day(signing.datum) if signing.datum else ""]
    return ", ".join(part for part in parts if part)


def _partij(partij: Partij) -> str:
    signer = partij.vertegenwoordiger
    known = [
        PARTIJ_SOORTEN[partij.soort],
        f"in het stuk ‘{partij.kort}’" if partij.kort != partij.naam else "",
    ]
    if signer:
        known.append(f"getekend door {signer.naam}" + (f", {signer.functie}" if signer.functie else ""))
    return f"{partij.naam} ({'; '.join(part for part in known if part)})"


def _counts(stuk: Stuk) -> str:
    found = (
        (len(stuk.afspraken), "afspraak", "afspraken"),
        (len(stuk.wijzigingen), "wijziging", "wijzigingen"),
        (len(stuk.tabellen), "tabel", "tabellen"),
        (len(twijfels(stuk)), "twijfel", "twijfels"),
    )
    return ", ".join(count(*each) for each in found if each[0])
