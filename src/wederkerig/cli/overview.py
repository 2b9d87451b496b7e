"""What was read, for a person at a terminal: one document in full, or many in one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from wederkerig.cli.layout import Column, faint, heading, plain, table, wrapped
from wederkerig.export.twijfels import Twijfel, twijfels
from wederkerig.export.words import (
    PARTIJ_SOORTEN,
    SOORTEN,
    WIJZIGING_SOORTEN,
    count,
    day,
    doel,
    file_name,
    getal,
    getallen_of,
    looptijd,
    page,
    termijn,
    termijnen_of,
    who,
)
from wederkerig.model import Afspraak, Partij, Stuk

_NO_THEME = "Zonder thema"


def overview(stuk: Stuk, size: int) -> Iterator[str]:
    """The whole document: what it is, the parties, the agreements by theme, the amendments, the counts."""
    yield from _head(stuk, size)
    yield from _partijen(stuk, size)
    yield from _afspraken(stuk, size)
    yield from _wijzigingen(stuk, size)
    yield ""
    yield from wrapped(_counts(stuk), size)


def _head(stuk: Stuk, size: int) -> Iterator[str]:
    yield from (heading(line) for line in wrapped(stuk.titel, size))
    place = f"gemeente {stuk.gemeente}" if stuk.gemeente else ""
    parts = [place, SOORTEN[stuk.soort], looptijd(stuk.looptijd)]
    yield from wrapped(" · ".join(part for part in parts if part), size)
    signing = stuk.ondertekening
    if signing and (signing.plaats or signing.datum):
        where = f" in {plain(signing.plaats)}" if signing.plaats else ""
        when = f" op {day(signing.datum)}" if signing.datum else ""
        yield f"getekend{where}{when}"
    if stuk.bestand:
        pages = f", {stuk.bestand.paginas} pagina's" if stuk.bestand.paginas else ""
        source = f"{stuk.bestand.naam} ({stuk.bestand.formaat}{pages})"
        yield from (faint(line) for line in wrapped(source, size))
        for notice in stuk.bestand.meldingen:
            yield from wrapped(f"Let op: {notice}", size, hanging="  ")


def _partijen(stuk: Stuk, size: int) -> Iterator[str]:
    if not stuk.partijen:
        return
    rest = size - 8 - 19
    columns = [
        Column("naam", rest * 2 // 5),
        Column("in het stuk", rest // 4),
        Column("soort", 19),
        Column("getekend door", rest - rest * 2 // 5 - rest // 4),
    ]
    yield from ("", heading("Partijen"))
    yield from table(columns, [_partij(partij) for partij in stuk.partijen])


def _partij(partij: Partij) -> list[str]:
    signer = partij.vertegenwoordiger
    signed = "" if signer is None else signer.naam + (f", {signer.functie}" if signer.functie else "")
    return [partij.naam, partij.kort, PARTIJ_SOORTEN[partij.soort], signed]


def _afspraken(stuk: Stuk, size: int) -> Iterator[str]:
    columns = _columns(stuk, size)
    for theme, group in groupby(stuk.afspraken, key=lambda afspraak: afspraak.thema):
        afspraken = list(group)
        size_of_theme = faint(f"({count(len(afspraken), 'afspraak', 'afspraken')})")
        yield from ("", f"{heading(theme or _NO_THEME)} {size_of_theme}")
        for index, (rubriek, part) in enumerate(groupby(afspraken, key=lambda afspraak: afspraak.rubriek)):
            if rubriek:
                yield from (f"  {line}" for line in wrapped(rubriek, size - 2))
            rows = [_afspraak(stuk, afspraak) for afspraak in part]
            yield from table(columns, rows, header=index == 0)


def _columns(stuk: Stuk, size: int) -> list[Column]:
    longest = max((len(plain(afspraak.nummer)) for afspraak in stuk.afspraken), default=1)
    numbers = min(max(longest, 2), 10)
    room = size - 10 - numbers
    sides = [room * 20 // 80, room * 19 // 80, room * 12 // 80]
    widths = [numbers, room - sum(sides), *sides]
    titles = ["nr", "afspraak", "wie", "hoeveel", "wanneer"]
    return [
        Column(title, cells, lines=3 if title == "afspraak" else 5)
        for title, cells in zip(titles, widths, strict=True)
    ]


def _afspraak(stuk: Stuk, afspraak: Afspraak) -> list[str]:
    quantities = dict.fromkeys(getal(fact, short=True) for _, fact in getallen_of(afspraak))
    deadlines = dict.fromkeys(termijn(fact) for _, fact in termijnen_of(afspraak))
    actors = who(stuk, afspraak.actoren)
    others = f"; derden: {', '.join(afspraak.derden)}" if afspraak.derden else ""
    return [afspraak.nummer, afspraak.tekst, actors + others, "; ".join(quantities), "; ".join(deadlines)]


def _wijzigingen(stuk: Stuk, size: int) -> Iterator[str]:
    if not stuk.wijzigingen:
        return
    kinds, targets = 15, 14
    rest = size - 10 - kinds - targets
    columns = [
        Column("wat", targets),
        Column("soort", kinds),
        Column("thema", rest // 3),
        Column("tekst", rest - rest // 3),
    ]
    rows = [
        [doel(change.doel), WIJZIGING_SOORTEN[change.soort], change.doel.thema or "", change.tekst]
        for change in stuk.wijzigingen
    ]
    yield from ("", f"{heading('Wijzigingen')} {faint(f'({len(rows)})')}")
    yield from table(columns, rows)


def _counts(stuk: Stuk) -> str:
    found = (
        (len(stuk.afspraken), "afspraak", "afspraken"),
        (len(stuk.wijzigingen), "wijziging", "wijzigingen"),
        (_getallen(stuk), "getal", "getallen"),
        (_termijnen(stuk), "termijn", "termijnen"),
        (len(stuk.tabellen), "tabel", "tabellen"),
        (len(stuk.begrippen), "begrip", "begrippen"),
        (len(stuk.kaders), "kader", "kaders"),
    )
    said = ", ".join(count(*each) for each in found if each[0]) or "niets gevonden"
    open_questions = len(twijfels(stuk))
    if not open_questions:
        return f"{said}; geen twijfels."
    return f"{said}; {count(open_questions, 'twijfel', 'twijfels')} (bekijk ze met --twijfels)."


def _getallen(stuk: Stuk) -> int:
    return len(stuk.getallen) + sum(len(getallen_of(afspraak)) for afspraak in stuk.afspraken)


def _termijnen(stuk: Stuk) -> int:
    return len(stuk.termijnen) + sum(len(termijnen_of(afspraak)) for afspraak in stuk.afspraken)


def summary(stukken: Sequence[tuple[str, Stuk]], size: int) -> Iterator[str]:
    """Many documents in one table, each under the name the user gave it, with the totals below."""
    titles = ["afspr.", "wijz.", "getal", "termijn", "tabel", "twijfel"]
    numbers_of_each = [_numbers(stuk) for _, stuk in stukken]
    rest = size - 2 - sum(len(title) + 2 for title in titles)
    places = min(max(len(stuk.gemeente or "") for _, stuk in stukken), rest // 3)
    columns = [
        Column("bestand", rest - places - 2),
        Column("gemeente", places),
        *(Column(title, len(title), right=True) for title in titles),  # abbreviated: all of it fits 80 wide
    ]
    rows = [
        [name, stuk.gemeente or "", *map(str, numbers)]
        for (name, stuk), numbers in zip(stukken, numbers_of_each, strict=True)
    ]
    totals = [str(sum(column)) for column in zip(*numbers_of_each, strict=True)]
    yield from table(columns, [*rows, [f"samen {len(rows)} stukken", "", *totals]])


def _numbers(stuk: Stuk) -> list[int]:
    return [
        len(stuk.afspraken),
        len(stuk.wijzigingen),
        _getallen(stuk),
        _termijnen(stuk),
        len(stuk.tabellen),
        len(twijfels(stuk)),
    ]


def doubts(stuk: Stuk, size: int) -> Iterator[str]:
    """Every doubt: where, about which words, and what was chosen."""
    found = twijfels(stuk)
    yield from ("", heading(f"Twijfels in {file_name(stuk)}"))
    if not found:
        yield "  Geen: bij het lezen hoefde niets te worden gekozen."
    for place, group in groupby(found, key=lambda doubt: doubt.plaats):
        yield f"  {plain(place)}"
        for doubt in group:
            yield from _doubt(doubt, size)


def _doubt(doubt: Twijfel, size: int) -> Iterator[str]:
    words = plain(doubt.woorden)
    quoted = words if len(words) <= 60 else words[:59].rstrip() + "…"
    place = f" {page(doubt.pagina)}".rstrip()
    yield from wrapped(f"‘{quoted}’{place}: {doubt.uitleg}", size, "    ", "      ")
