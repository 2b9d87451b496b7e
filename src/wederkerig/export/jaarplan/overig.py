"""What words alone do not carry, told in plain Dutch: the closing chapter of a year plan."""

from __future__ import annotations

from collections.abc import Iterator

from wederkerig.export.jaarplan.regels import Regel
from wederkerig.export.words import doel, looptijd, one_line
from wederkerig.model import Inhoud, Jaarplan, Kop, Tabel, Wijziging


def other_lines(jaarplan: Jaarplan) -> Iterator[Regel]:
    """The new state of each part that an amendment of the plan replaces as a whole."""
    for wijziging in jaarplan.wijzigingen:
        if wijziging.inhoud is not None:
            yield from _amendment(wijziging, wijziging.inhoud)


def _amendment(wijziging: Wijziging, inhoud: Inhoud) -> Iterator[Regel]:
    target = wijziging.doel
    if target.nummer:
        yield Regel("etiket", f"Bij {doel(target)}:")
    if wijziging.tekst:
        yield from (Regel("nieuw", one_line(line)) for line in wijziging.tekst.splitlines() if line.strip())
    if inhoud.kop is not None:
        yield Regel("etiket", "De gegevens van het stuk worden:")
        yield from (Regel("nieuwpunt", text) for text in _kop(inhoud.kop))
    for title, texts in _lists(inhoud):
        yield Regel("etiket", title)
        yield from (Regel("nieuwpunt", text) for text in texts if text)
        if not texts:
            yield Regel("nieuw", "Dit onderdeel vervalt helemaal.")
    for tabel in inhoud.tabellen or ():
        yield from _tabel(tabel)
    if wijziging.reden:
        yield Regel("noot", one_line(wijziging.reden), etiket="Toelichting:")


def _kop(kop: Kop) -> Iterator[str]:
    yield f"titel: {one_line(kop.titel)}"
    if kop.gemeente:
        yield f"gemeente: {one_line(kop.gemeente)}"
    if term := looptijd(kop.looptijd):
        yield f"looptijd: {term}"


def _lists(inhoud: Inhoud) -> Iterator[tuple[str, list[str]]]:
    """What each part is called, with a text for each thing in it."""
    if inhoud.partijen is not None:
        yield "De partijen zijn voortaan:", [one_line(partij.naam) for partij in inhoud.partijen]
    for hoofdstuk in inhoud.hoofdstukken or ():
        title = f"Het hoofdstuk “{one_line(hoofdstuk.titel)}” wordt:"
        yield title, [one_line(line) for line in hoofdstuk.tekst.splitlines()]
    for thema in inhoud.themas or ():
        texts = [*thema.context.splitlines(), *thema.doelen, *thema.ambities]
        yield (
            f"De inleiding en de doelen van het thema “{one_line(thema.titel)}” worden:",
            [one_line(text) for text in texts],
        )
    if inhoud.begrippen is not None:
        terms = [f"{one_line(term.term)}: {one_line(term.definitie)}" for term in inhoud.begrippen]
        yield "De begrippenlijst wordt:", terms
    if inhoud.kaders is not None:
        yield "De lijst van documenten wordt:", [one_line(kader.titel) for kader in inhoud.kaders]
    if inhoud.stappen is not None:
        yield "De stappen worden:", [one_line(stap.tekst) for stap in inhoud.stappen]


def _tabel(tabel: Tabel) -> Iterator[Regel]:
    named = f" “{one_line(tabel.titel)}”" if tabel.titel else ""
    yield Regel("etiket", f"De tabel{named} wordt:")
    width = max(map(len, (tabel.kop, *tabel.rijen)))
    if tabel.kop:
        yield Regel("tabelkop", cellen=_cells(tabel.kop, width))
    yield from (Regel("tabelrij", cellen=_cells(row, width)) for row in tabel.rijen if row)


def _cells(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return tuple(map(one_line, row)) + ("",) * (width - len(row))
