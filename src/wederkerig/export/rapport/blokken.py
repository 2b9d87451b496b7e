"""What reports are built of, whatever file they become, and the parts that both kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wederkerig.export.grafieken import PAPER
from wederkerig.export.words import PARTIJ_MEERVOUDEN, day, one_line
from wederkerig.monitoring.beoordelen import Status
from wederkerig.monitoring.grafiek import Grafiek
from wederkerig.monitoring.rapport import Rapport, all_norms, counted, is_concept
from wederkerig.monitoring.samenstellen import KEPT, shares_by_kind

BlokSoort = Literal[
    "merk", "titel", "onder", "kop1", "kop2", "alinea", "klein", "nummer", "punt", "tabel", "grafiek"
]


@dataclass(frozen=True, slots=True)
class Blok:
    """A paragraph, a table or a chart.

    merk: a line that says what the document is, such as a concept. nummer: an item of a numbered list.
    lood: bold words before the text. rijen: of a table, its head first; each first cell heads its row, and
    `vet` is the column of which the first line stands out. Line ends in text and cells stay.
    breedte: in how many units a chart is drawn; it is as wide as the text, so more of them make it lower.
    """

    soort: BlokSoort
    tekst: str = ""
    lood: str = ""
    rijen: tuple[tuple[str, ...], ...] = ()
    vet: int | None = None
    grafiek: Grafiek | None = None
    breedte: int = PAPER


def chart(grafiek: Grafiek, *, width: int = PAPER) -> Iterator[Blok]:
    """A chart under its title."""
    yield Blok("kop2", grafiek.titel)
    yield Blok("grafiek", grafiek=grafiek, breedte=width)


def state_line(rapport: Rapport) -> str:
    """What the document is: a concept, or published, and since when its figures are fixed."""
    if is_concept(rapport):
        fixed = (
            f"cijfers vastgezet op {day(rapport.bevroren)}"
            if rapport.bevroren
            else "cijfers kunnen nog wijzigen"
        )
        return f"Concept van {day(rapport.opgesteld)}, nog niet gepubliceerd; {fixed}"
    fixed = f"; cijfers vastgezet op {day(rapport.bevroren)}" if rapport.bevroren else ""
    return f"Gepubliceerd op {day(rapport.gepubliceerd or rapport.opgesteld)}{fixed}"


def in_short(rapport: Rapport) -> str:
    """How the norms stand, in one or two sentences."""
    counts = counted(rapport)
    total = len(all_norms(rapport))
    if not total:
        return "Van deze afspraken zijn nog geen normen met cijfers te beoordelen."
    kept = sum(counts.get(status, 0) for status in KEPT)
    order: tuple[Status, ...] = ("risico", "achter", "niet gehaald", "te vroeg", "geen cijfers")
    others = [f"{counts[status]} {status}" for status in order if status in counts]
    first = f"Van de {total} normen {'is er 1' if kept == 1 else f'zijn er {kept}'} gehaald of op koers."
    if total == 1:
        first = (
            "De enige norm is gehaald of op koers." if kept else "De enige norm is niet gehaald of op koers."
        )
    return f"{first} De andere: {', '.join(others)}." if others else first


def share_rows(rapport: Rapport) -> tuple[tuple[str, ...], ...]:
    """The share of each kind of party as rows of a table, its head first; nothing where none is known."""
    kinds = shares_by_kind(rapport.aandelen)
    if not kinds:
        return ()
    head = ("Wie", "Aan zet in", "Met een cijfer", "Daarvan gehaald of op koers")
    rows = []
    for those in kinds.values():
        rows += [
            (
                one_line(each.partij),
                f"{each.afspraken} {'afspraak' if each.afspraken == 1 else 'afspraken'}",
                str(each.gemeten),
                str(each.gehaald) if each.gemeten else "–",
            )
            for each in those
        ]
    return (head, *rows)


def kind_rows(rapport: Rapport) -> tuple[tuple[str, ...], ...]:
    """The same, taken together by kind of party."""
    kinds = shares_by_kind(rapport.aandelen)
    if not kinds:
        return ()
    head = ("Wie", "Aan zet in", "Met een cijfer", "Daarvan gehaald of op koers")
    rows = []
    for soort, those in kinds.items():
        name = one_line(those[0].partij) if len(those) == 1 else PARTIJ_MEERVOUDEN[soort].capitalize()
        measured = sum(each.gemeten for each in those)
        kept = str(sum(each.gehaald for each in those)) if measured else "–"
        rows.append((name, f"{sum(each.afspraken for each in those)} keer", str(measured), kept))
    return (head, *rows)


def sentence(words: str) -> str:
    """Words with a full stop, unless they end already."""
    return words if words.endswith((".", "…", "?", "!")) else f"{words}."


def shortened(words: str, most: int) -> str:
    """Words on one line, cut at a word where they are longer than so many characters."""
    line = one_line(words)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut}…"
