"""The consolidated document line by line: what stands in it in which order, whatever the format.

DOCX, ODT, HTML and PDF, and the marked changes between two versions, are all made from these lines. The
words of the layout are chosen so that reading the made document gives the same agreements again: "Thema:"
before a theme, "Afspraken" above its agreements, one column headed "Stappen" for steps.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Final, Literal

from wederkerig.export.alineas import lines_and_items
from wederkerig.export.words import MONTHS, PARTIJ_SOORTEN, clean, day, one_line
from wederkerig.model import (
    Begrip,
    Hoofdstuk,
    Kader,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Partij,
    Tabel,
    Thema,
)
from wederkerig.reading.titles import role_of

RegelSoort = Literal[
    "titel",  # the title of the document
    "kop1",  # a chapter or theme
    "kop2",  # a part of it: "Doelen", "Afspraken", a sub-heading
    "rubriek",  # a sub-heading among the agreements of a theme
    "alinea",  # a paragraph of running text
    "punt",  # an item of a bulleted list
    "afspraak",  # the first paragraph of an agreement; `nummer` is its number
    "vervolg",  # a further paragraph of an agreement
    "vervolgpunt",  # a bulleted item inside an agreement
    "noot",  # a note of the editor: "gewijzigd bij Jaarplan 2026"
    "tabeltitel",  # the caption of the table that follows
    "tabelkop",  # a heading row of a table; the words are in `cellen`
    "tabelrij",  # a row of a table; the words are in `cellen`
    "begrip",  # a term of the glossary with its definition: two `cellen`
]
THEMA: Final = "Thema: "
"""What stands before the title of a theme in its heading."""
STAPPEN: Final = "Stappen"
"""What heads the one column of a table of steps."""
_NO_NOTES: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})
_KINDS = {"meerjarig": "Meerjarige afspraken", "jaarafspraken": "Jaarafspraken"}
_PARTY_HEAD = ("Partij", "In dit stuk", "Soort", "Vertegenwoordigd door")
_NUMBERED = re.compile(r"(?:tabel|figuur)\s*\d+\b", re.IGNORECASE)
_YEAR_AND_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Regel:
    """One line. sleutel: what it belongs to; the same in every version of the document."""

    soort: RegelSoort
    sleutel: str
    tekst: str = ""
    nummer: str = ""
    cellen: tuple[str, ...] = ()


def opmaak(stuk: Overeenkomst, noten: Mapping[str, Sequence[str]] = _NO_NOTES) -> list[Regel]:
    """The whole document as lines: who and for how long, chapters, themes, tables, glossary, annex.

    noten: notes of the editor by agreement: by its id, or else by its number.
    No word of the document is lost and none stands twice. Chapters stand before the themes up to the first
    that is about working together; that one and what follows it stand behind them.
    """
    parts = _parts(stuk, noten)
    front, back = _chapters(stuk)
    return [
        Regel("titel", "titel", one_line(stuk.titel)),
        *_validity(stuk),
        *chain(*front),
        *_themes(parts),
        *chain(*back),
        *_remaining(parts.rest),
        *_begrippen(stuk.begrippen),
        *_kaders(stuk.kaders),
    ]


def _keys(prefix: str, names: Iterable[str]) -> list[str]:
    """A key for each name; the second thing of one name gets "/2" behind it."""
    seen: Counter[str] = Counter()
    keys = []
    for name in names:
        seen[name] += 1
        keys.append(f"{prefix}:{one_line(name)}" + (f"/{seen[name]}" if seen[name] > 1 else ""))
    return keys


# --- who and for how long ------------------------------------------------------------------------


def _validity(stuk: Overeenkomst) -> Iterator[Regel]:
    """What these are and when they hold, in sentences too short to be taken for an introduction."""
    whose = f" van de gemeente {one_line(stuk.gemeente)}" if stuk.gemeente else ""
    yield Regel("alinea", "soort", f"{_KINDS[stuk.soort]}{whose}.")
    if term := _term(stuk.looptijd):
        yield Regel("alinea", "looptijd", f"Geldig{term}.")


def _term(term: Looptijd | None) -> str:
    if term is None:
        return ""
    until = f" tot en met {day(term.tot)}" if term.tot else ""
    since = f" {'van' if until else 'vanaf'} {day(term.van)}" if term.van else ""
    return since + until


def _partijen(partijen: Sequence[Partij]) -> Iterator[Regel]:
    """The parties as a table; its last column tells it from a table of figures when it is read."""
    if partijen:
        yield Regel("tabelkop", "partijen", cellen=_PARTY_HEAD)
    for partij in partijen:
        yield Regel("tabelrij", "partijen", cellen=_party_cells(partij))


def _party_cells(partij: Partij) -> tuple[str, ...]:
    person = partij.vertegenwoordiger
    signs = ", ".join(part for part in (person.naam, person.functie) if part) if person else ""
    return tuple(map(one_line, (partij.naam, partij.kort, PARTIJ_SOORTEN[partij.soort], signs)))


def _signed(signing: Ondertekening | None) -> Iterator[Regel]:
    if signing is None or not (signing.plaats or signing.datum):
        return
    place = f" te {one_line(signing.plaats)}" if signing.plaats else ""
    when = f" op {day(signing.datum)}" if signing.datum else ""
    yield Regel("alinea", "ondertekening", f"Ondertekend{place}{when}.")


# --- chapters ------------------------------------------------------------------------------------


def _chapters(stuk: Overeenkomst) -> tuple[list[list[Regel]], list[list[Regel]]]:
    """The chapters before and behind the themes; the parties stand in that on them, or in one made here."""
    roles = [role_of(chapter.titel) for chapter in stuk.hoofdstukken]
    keys = _keys("hoofdstuk", (chapter.titel for chapter in stuk.hoofdstukken))
    chapters = [list(_chapter(*pair)) for pair in zip(keys, stuk.hoofdstukken, strict=True)]
    behind = roles.index("proces") if "proces" in roles else len(roles)
    parties, signed = list(_partijen(stuk.partijen)), list(_signed(stuk.ondertekening))
    if "partijen" in roles[:behind]:
        head, *words = chapters[roles.index("partijen")]
        chapters[roles.index("partijen")] = [head, *parties, *words, *signed]
        return chapters[:behind], chapters[behind:]
    opening = [Regel("kop1", "partijen", "Partijen"), *parties, *signed] if parties or signed else []
    return [opening, *chapters[:behind]], chapters[behind:]


def _chapter(key: str, chapter: Hoofdstuk) -> Iterator[Regel]:
    yield Regel("kop1", key, one_line(chapter.titel))
    titles = {line.strip() for line in chapter.koppen}
    for line in _running(key, chapter.tekst):
        yield Regel("kop2", key, line.tekst) if line.tekst in titles else line


def _running(key: str, text: str) -> Iterator[Regel]:
    for line, item in lines_and_items(text):
        yield Regel("punt" if item else "alinea", key, line)


# --- themes and agreements -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Parts:
    """The agreements by theme, their keys and notes, and where each table stands.

    below: the tables of an agreement, by its place; among: those in the text of a theme; rest: the others.
    """

    stuk: Overeenkomst
    keys: list[str]
    noten: Mapping[str, Sequence[str]]
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    below: dict[int, list[Regel]] = field(default_factory=lambda: defaultdict(list))
    among: dict[str, list[Regel]] = field(default_factory=lambda: defaultdict(list))
    rest: list[Regel] = field(default_factory=list)


def _parts(stuk: Overeenkomst, noten: Mapping[str, Sequence[str]]) -> _Parts:
    keys = _keys("afspraak", (afspraak.id or afspraak.nummer for afspraak in stuk.afspraken))
    parts = _Parts(stuk, keys, noten)
    bearers: dict[str, int] = {}
    for at, afspraak in enumerate(stuk.afspraken):
        parts.places[afspraak.thema or ""].append(at)
        bearers.setdefault(afspraak.nummer, at)
    own = [bearers.get(tabel.afspraak or "") for tabel in stuk.tabellen]
    names = [
        tabel.titel or (keys[at] if at is not None else "")
        for tabel, at in zip(stuk.tabellen, own, strict=True)
    ]
    for key, tabel, bearer in zip(_keys("tabel", names), stuk.tabellen, own, strict=True):
        theme = _mentioned(tabel, stuk.themas) if bearer is None else None
        place = parts.below[bearer] if bearer is not None else parts.among[theme] if theme else parts.rest
        place += _table(key, tabel)
    return parts


def _mentioned(tabel: Tabel, themes: Sequence[Thema]) -> str | None:
    """The one theme whose text names a numbered table."""
    number = _NUMBERED.match(tabel.titel or "")
    if number is None:
        return None
    pattern = re.compile(rf"\b{re.escape(number.group())}\b", re.IGNORECASE)
    naming = [theme.titel for theme in themes if pattern.search(theme.context)]
    return naming[0] if len(naming) == 1 else None


def _table(key: str, tabel: Tabel) -> Iterator[Regel]:
    if tabel.titel:
        yield Regel("tabeltitel", key, one_line(tabel.titel))
    if tabel.kop:
        yield Regel("tabelkop", key, cellen=tuple(map(clean, tabel.kop)))
    for row in tabel.rijen:
        yield Regel("tabelrij", key, cellen=tuple(map(clean, row)))


def _remaining(lines: Sequence[Regel]) -> Iterator[Regel]:
    if lines:
        yield Regel("kop1", "tabellen", "Tabellen")
        yield from lines


def _themes(parts: _Parts) -> Iterator[Regel]:
    """First the agreements without a theme, then each theme; one that only agreements name comes last."""
    places = dict(parts.places)
    if loose := places.pop("", []):
        yield from _section("afspraken", "kop1", parts, loose)
    known = {theme.titel for theme in parts.stuk.themas}
    themes = [*parts.stuk.themas, *(Thema(titel=titel) for titel in places if titel not in known)]
    among = dict(parts.among)
    for key, theme in zip(_keys("thema", (theme.titel for theme in themes)), themes, strict=True):
        yield Regel("kop1", key, THEMA + one_line(theme.titel))
        yield from _running(key, theme.context)
        yield from among.pop(theme.titel, ())
        yield from _aims(f"{key}/ambities", "Gezamenlijke ambitie", theme.ambities)
        yield from _aims(f"{key}/doelen", "Wat we willen bereiken", theme.doelen)
        yield from _section(f"{key}/afspraken", "kop2", parts, places.pop(theme.titel, []))


def _aims(key: str, heading: str, aims: Sequence[str]) -> Iterator[Regel]:
    if aims:
        yield Regel("kop2", key, heading)
    for aim in aims:
        yield Regel("punt", key, one_line(aim))


def _section(
    key: str, level: Literal["kop1", "kop2"], parts: _Parts, places: Sequence[int]
) -> Iterator[Regel]:
    """The agreements of a theme below their sub-headings; what has none opens with "Afspraken" again."""
    rubriek: str | None = ""
    for at in places:
        afspraak = parts.stuk.afspraken[at]
        if rubriek == "" or (afspraak.rubriek is None and rubriek is not None):
            yield Regel(level, key, "Afspraken")
        if afspraak.rubriek and afspraak.rubriek != rubriek:
            yield Regel("rubriek", f"{key}/{one_line(afspraak.rubriek)}", one_line(afspraak.rubriek))
        rubriek = afspraak.rubriek
        yield from _afspraak(parts, at)


def _afspraak(parts: _Parts, at: int) -> Iterator[Regel]:
    afspraak, key = parts.stuk.afspraken[at], parts.keys[at]
    first, *later = list(lines_and_items(afspraak.tekst)) or [("", False)]
    yield Regel("afspraak", key, first[0], nummer=one_line(afspraak.nummer))
    for line, item in later:
        yield Regel("vervolgpunt" if item else "vervolg", key, line)
    for note in parts.noten.get(afspraak.id or afspraak.nummer, parts.noten.get(afspraak.nummer, ())):
        yield Regel("noot", key, one_line(note))
    if afspraak.stappen:
        yield Regel("tabelkop", f"{key}/stappen", cellen=(STAPPEN,))
    for stap in afspraak.stappen:
        yield Regel("tabelrij", f"{key}/stappen", cellen=(clean(stap.tekst),))
    yield from parts.below.get(at, ())


# --- glossary and annex --------------------------------------------------------------------------


def _begrippen(terms: Sequence[Begrip]) -> Iterator[Regel]:
    if terms:
        yield Regel("kop1", "begrippen", "Begrippen")
    for key, begrip in zip(_keys("begrip", (begrip.term for begrip in terms)), terms, strict=True):
        yield Regel("begrip", key, cellen=(one_line(begrip.term), clean(begrip.definitie)))


def _kaders(kaders: Sequence[Kader]) -> Iterator[Regel]:
    """The documents by level, in the order in which the levels come first; those without one go before."""
    if kaders:
        yield Regel("kop1", "kaders", "Overzicht van documenten")
    levels: dict[str, list[Kader]] = {"": []}
    for kader in kaders:
        levels.setdefault(one_line(kader.niveau or ""), []).append(kader)
    for level, members in levels.items():
        key = f"kaders:{level}" if level else "kaders"
        if level:
            yield Regel("kop2", key, level)
        yield from (Regel("punt", key, _dated(kader)) for kader in members)


def _dated(kader: Kader) -> str:
    title = one_line(kader.titel)
    if kader.datum is None:
        return title
    if isinstance(kader.datum, date):
        return f"{title} ({day(kader.datum)})"
    if month := _YEAR_AND_MONTH.fullmatch(kader.datum):
        return f"{title} ({MONTHS[int(month[2]) - 1]} {month[1]})"
    return f"{title} ({one_line(kader.datum)})"
