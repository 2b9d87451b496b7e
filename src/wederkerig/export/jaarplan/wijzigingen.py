"""The amendments of a year plan as lines: a heading a theme, labels in bold, text below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from wederkerig.export.alineas import lines_and_items
from wederkerig.export.jaarplan.normaal import year_of
from wederkerig.export.jaarplan.regels import Regel
from wederkerig.model import Doel, Jaarplan, Plek, Tabel, Wijziging
from wederkerig.reading import wijziging_woorden as w
from wederkerig.reading.labels import is_sub_item, parse_label
from wederkerig.reading.titles import looks_like_title, role_of

_LABELS = {
    "aanvulling": "Aanvulling",
    "wijziging": "Wijziging",
    "nieuw": "Nieuw",
    "bijlage": "Toevoegen aan de bijlage",
    "verplaatsing": "Verplaatsing hiervan",
}


def amendment_lines(jaarplan: Jaarplan) -> Iterator[Regel]:
    """The lines of all amendments, which are as `as_written` leaves them."""
    year = year_of(jaarplan) if "jaarplan" in jaarplan.titel.casefold() else None
    for heading, under in groupby(jaarplan.wijzigingen, key=_heading):
        yield Regel("kop2", heading)
        writer = _Writer(year)
        for _, group in groupby(enumerate(under), key=lambda pair: _together(*pair)):
            yield from writer.lines([wijziging for _, wijziging in group])


def _heading(wijziging: Wijziging) -> str:
    annex = wijziging.doel.onderdeel == "bijlage"
    return wijziging.doel.thema or (w.BIJLAGE if annex else w.ZONDER_THEMA)


def _together(place: int, wijziging: Wijziging) -> tuple[str, int | None]:
    """Equal for neighbours that share one label: documents for the annex, and moved agreements."""
    bare = wijziging.huidig is None and wijziging.reden is None and not _notes(wijziging)
    doel = wijziging.doel
    if wijziging.soort == "bijlage" and _is_bare_annex(wijziging):
        return "bijlage", wijziging.jaar
    moved = wijziging.soort == "verplaatsing" and wijziging.plek and not wijziging.tekst
    if moved and bare and _is_agreement(doel):
        return "verplaatsing", wijziging.jaar
    return "", place


def _is_agreement(doel: Doel) -> bool:
    return doel.nummer is not None and doel.onderdeel is None and doel.titel is None


def _is_bare_annex(wijziging: Wijziging) -> bool:
    doel = wijziging.doel
    place = doel.onderdeel == "bijlage" and doel.nummer is None and doel.titel is None
    rest = wijziging.huidig or wijziging.reden or wijziging.plek or wijziging.tabel
    return place and not rest and not _notes(wijziging)


class _Writer:
    """Remembers which place the labels so far are about, so that none is named twice in a row."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        self._place: tuple[Doel, str | None] | None = None

    def lines(self, group: Sequence[Wijziging]) -> Iterator[Regel]:
        """The lines of one amendment, or of several that share a label."""
        first = group[0]
        kind = _together(0, first)[0]
        if kind == "bijlage":
            self._place = _place(first)
            yield Regel("etiket", f"Volgende documenten toevoegen{self._aside(first.jaar, 'voor')}:")
            yield from (Regel("nieuwpunt", wijziging.tekst) for wijziging in group)
        elif kind == "verplaatsing":
            self._place = None
            yield Regel("etiket", f"Verplaatsing van afspraken{_year(first.jaar)}:")
            yield from _moves(group)
        else:
            yield from self._one(first)

    def _one(self, wijziging: Wijziging) -> Iterator[Regel]:
        doel, place = wijziging.doel, _place(wijziging)
        alone = _is_agreement(doel) and not wijziging.huidig
        whole = alone and wijziging.soort == "nieuw"
        struck = alone and wijziging.soort == "verwijderen" and not wijziging.tekst
        named = whole or (struck and (self._place is None or self._place[0].nummer != doel.nummer))
        if not named and place != self._place:
            yield from _place_lines(doel, wijziging.huidig)
        self._place = place
        if whole:
            yield Regel("etiket", f"Nieuwe afspraak{_year(wijziging.jaar)}:")
            yield from _numbered("nieuw", doel.nummer, wijziging.tekst)
        elif wijziging.soort == "verwijderen":
            yield Regel("etiket", self._struck(wijziging))
            yield from _text("huidig", wijziging.tekst)
        else:
            yield Regel("etiket", _label(wijziging))
            yield from _text("nieuw", wijziging.tekst, goals=doel.onderdeel == "doelen")
        if wijziging.soort == "verplaatsing" and wijziging.plek:
            yield from _moves([wijziging])
        elif wijziging.tabel:
            yield from _table(wijziging.tabel)
        yield from (Regel("noot", text, etiket=f"{lead}:") for lead, text in _all_notes(wijziging))

    def _struck(self, wijziging: Wijziging) -> str:
        reason = f" ({wijziging.reden})" if wijziging.reden else ""
        if wijziging.tekst:
            year = self._aside(wijziging.jaar, "voor")
            return f"Onderstaande tekst kan verwijderd worden{year}{reason}:"
        doel = wijziging.doel
        what = f"Afspraak {doel.nummer}" if _is_agreement(doel) else "Dit onderdeel"
        return f"{what} vervalt{self._aside(wijziging.jaar, 'in')}{reason}."

    def _aside(self, jaar: int | None, word: str) -> str:
        """The year in a label that usually has none: only where it is not that of the plan."""
        return f" {word} {jaar}" if jaar and jaar != self._year else ""


def _place(wijziging: Wijziging) -> tuple[Doel, str | None]:
    return wijziging.doel, wijziging.huidig


def _year(jaar: int | None) -> str:
    return f" {jaar}" if jaar else ""


def _label(wijziging: Wijziging) -> str:
    return f"{_LABELS[wijziging.soort]}{_year(wijziging.jaar)}:"


def _place_lines(doel: Doel, huidig: str | None) -> Iterator[Regel]:
    """What is amended, with the current text where it is quoted."""
    if _is_agreement(doel):
        yield Regel("etiket", "Huidige afspraak:" if huidig else f"Afspraak {doel.nummer}:")
        if huidig:
            yield from _numbered("huidig", doel.nummer, huidig)
        return
    noun = f"{'huidige ' if huidig else ''}{w.ONDERDELEN[doel.onderdeel]}"
    number = f" bij afspraak {doel.nummer}" if doel.nummer else ""
    title = f" “{doel.titel}”" if doel.titel else ""
    yield Regel("etiket", f"{noun[0].upper()}{noun[1:]}{number}{title}:")
    yield from _text("huidig", huidig or "", goals=doel.onderdeel == "doelen")


def _numbered(soort: Literal["huidig", "nieuw"], nummer: str | None, text: str) -> Iterator[Regel]:
    """The text of an agreement, with its number before the first line."""
    first, *others = _text(soort, text) if text else [Regel(soort)]
    yield Regel(soort, f"{nummer}. {first.tekst}".rstrip())
    yield from others


def _text(soort: Literal["huidig", "nieuw"], text: str, *, goals: bool = False) -> Iterator[Regel]:
    """The paragraphs, list items and sub-headings of a text. goals: all but the heading are items."""
    several = "\n" in text
    for line, item in lines_and_items(text):
        heading = several and (role_of(line) is not None if goals else _is_title(line))
        if heading:
            yield Regel("huidigkop" if soort == "huidig" else "nieuwkop", line)
        elif goals or item:
            yield Regel("huidigpunt" if soort == "huidig" else "nieuwpunt", line)
        else:
            yield Regel(soort, line)


def _is_title(line: str) -> bool:
    """Whether a line reads as a sub-heading, and not as the beginning or an item of a list."""
    return looks_like_title(line) and line[-1] != ":" and parse_label(line) is None and not is_sub_item(line)


def _table(tabel: Tabel) -> Iterator[Regel]:
    if tabel.titel:
        yield Regel("noot", tabel.titel, etiket=f"{w.TABEL}:")
    if tabel.kop:
        yield Regel("tabelkop", cellen=tabel.kop)
    yield from (Regel("tabelrij", cellen=row) for row in tabel.rijen)


def _moves(group: Sequence[Wijziging]) -> Iterator[Regel]:
    """Where agreements stood, and where they come to stand."""
    yield Regel("tabelkop", cellen=w.VERPLAATST)
    for wijziging in group:
        plek = wijziging.plek
        if plek is not None:
            na = w.VOORAAN if plek.na == "" else plek.na
            cells = (wijziging.doel.nummer, plek.nummer, plek.thema, plek.rubriek, na)
            yield Regel("tabelrij", cellen=tuple(cell or w.NIETS for cell in cells))


def _all_notes(wijziging: Wijziging) -> list[tuple[str, str]]:
    """What is said about an amendment below its words."""
    notes = []
    if wijziging.reden and wijziging.soort != "verwijderen":
        notes.append((w.TOELICHTING, wijziging.reden))
    if wijziging.plek and wijziging.soort != "verplaatsing":
        notes.append((w.PLAATS, _plek(wijziging.plek)))
    return notes + _notes(wijziging)


def _notes(wijziging: Wijziging) -> list[tuple[str, str]]:
    """The notes that only few amendments have."""
    told = (
        (w.VERWIJZINGEN, w.NIEUWE_NUMMERS if wijziging.nummering == "nieuw" else None),
        (w.AFGESPLITST, wijziging.afgesplitst_van),
        (w.SAMENGEVOEGD, wijziging.samengevoegd_met),
    )
    return [(lead, text) for lead, text in told if text]


def _plek(plek: Plek) -> str:
    """Where an agreement comes to stand: nummer 21; thema Wonen; rubriek Huur; na afspraak 20."""
    parts = [f"nummer {plek.nummer}"]
    if plek.thema:
        parts.append(f"thema {plek.thema}")
    if plek.rubriek:
        parts.append(f"rubriek {plek.rubriek}")
    if plek.na is not None:
        parts.append(_behind(plek.na) if plek.na else w.VOORAAN)
    return "; ".join(parts)


def _behind(na: str) -> str:
    """Na afspraak 20, also where it is named by its lasting id ("afspraak-20")."""
    return f"na {na}" if na.startswith("afspraak") else f"na afspraak {na}"
