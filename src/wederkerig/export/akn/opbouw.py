"""How the file is laid out: the name of each part, the order of agreements and tables, where links lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wederkerig.export.akn.elements import Element, add, write
from wederkerig.export.akn.levensloop import Levensloop
from wederkerig.export.akn.naming import Reeks, article_eids, series
from wederkerig.export.words import clean
from wederkerig.model import Hoofdstuk, Overeenkomst
from wederkerig.reading.language.verwijzingen import find_nummers_in_verwijzingen

_LETTER = re.compile(r" ?([a-z])(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Opbouw:
    """The layout of one file.

    eids: of each agreement by its place in the document, in the order of the file. links: the `eId`
    behind each number that one agreement alone bears. tables: the places of the tables that stand with an
    agreement (by its place), and under None of those that stand apart. periods: of agreements by id.
    order, table_order: the place in the document of what stands elsewhere in the file.
    """

    stuk: Overeenkomst
    series: tuple[Reeks, ...]
    eids: dict[int, str]
    links: dict[str, str]
    tables: dict[int | None, list[int]]
    periods: dict[str, str]
    order: dict[int, str]
    table_order: dict[int, str]

    def write_lines(self, parent: Element, text: str) -> None:
        """A `p` for every line, in which references to agreements are links."""
        for line in clean(text).split("\n"):
            self._link(add(parent, "p"), line)

    def _link(self, element: Element, line: str) -> None:
        done = 0
        for start, end, nummer in _numbers(line, self.links):
            if start >= done:
                write(element, line[done:start])
                add(element, "ref", line[start:end], {"href": f"#{self.links[nummer]}"})
                done = end
        write(element, line[done:])


def layout(leven: Levensloop) -> Opbouw:
    """The layout of this version."""
    stuk, told = leven.stuk, leven.groups
    eids = article_eids(stuk)
    borne = Counter(afspraak.nummer for afspraak in stuk.afspraken)
    bearers = {
        afspraak.nummer: place for place, afspraak in enumerate(stuk.afspraken) if borne[afspraak.nummer] == 1
    }
    tables: dict[int | None, list[int]] = {}
    for place, tabel in enumerate(stuk.tabellen):
        owner = bearers.get(tabel.afspraak) if tabel.afspraak is not None else None
        tables.setdefault(owner, []).append(place)
    return Opbouw(
        stuk=stuk,
        series=tuple(series(stuk)),
        eids=eids,
        links={nummer: eids[place] for nummer, place in bearers.items()},
        tables=tables,
        periods={key: told[each] for key, each in leven.intervals.items() if each in told},
        order=_out_of_order(eids),
        table_order=_out_of_order(table for owner in (*eids, None) for table in tables.get(owner, [])),
    )


def lead_headings(hoofdstuk: Hoofdstuk) -> bool:
    """Whether the sub-headings of a chapter are just those of its lines, so that they can be headings."""
    lines = [line for line in hoofdstuk.tekst.split("\n") if line in hoofdstuk.koppen]
    return lines == list(hoofdstuk.koppen)


def _numbers(line: str, links: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """The numbers in references that lead somewhere; a letter behind the number belongs to it (12a)."""
    for start, end, nummer in find_nummers_in_verwijzingen(line):
        letter = _LETTER.match(line, end)
        if letter and nummer + letter[1] in links:
            yield start, letter.end(), nummer + letter[1]
        elif nummer in links:
            yield start, end, nummer


def _out_of_order(places: Iterable[int]) -> dict[int, str]:
    return {place: str(place) for at, place in enumerate(places) if at != place}
