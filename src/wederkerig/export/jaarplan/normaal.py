"""The amendments as a document on paper can carry them.

What cannot survive: white space at the ends of a line and in runs, other line breaks than the one between
paragraphs, lines without a letter or figure, bullets before a line, control characters and characters
nobody sees. A year nobody gave is that of the plan. Numbers are single words. Rows and heading rows of a
table hold words, and all rows have as many cells. An addition to the annex has words, on one line.

Amendments with `inhoud` are told in a closing chapter, which reading leaves; so they are not among these.
"""

from __future__ import annotations

import re

from wederkerig.documents.build import fold
from wederkerig.documents.pdf.marks import bullet
from wederkerig.export.words import clean
from wederkerig.model import Doel, Jaarplan, Plek, Tabel, Wijziging
from wederkerig.reading import wijziging_woorden as w
from wederkerig.reading.language.verwijzingen import find_nummers_in_verwijzingen

_LINE_END = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_FOUR_FIGURES = range(1000, 10000)


def as_written(jaarplan: Jaarplan) -> Jaarplan:
    """The plan with just those amendments, in just those words, that its document gives when it is read."""
    year = year_of(jaarplan)
    normal = (_wijziging(item, year) for item in jaarplan.wijzigingen if item.inhoud is None)
    kept = tuple(item for item in normal if item.soort != "bijlage" or item.tekst)
    return jaarplan.model_copy(update={"wijzigingen": kept})


def year_of(jaarplan: Jaarplan) -> int | None:
    """The year in the plan's title."""
    return next((int(word) for word in jaarplan.titel.split() if word.isdigit() and len(word) == 4), None)


def line(text: str | None) -> str:
    """Words on one line; empty where there is no letter or figure among them."""
    words = cell(text)
    return words if any(char.isalnum() for char in words) else ""


def cell(text: str | None) -> str:
    """Words on one line, without bullets before them; signs alone may stay."""
    words = fold(clean(_LINE_END.sub(" ", text or "")))
    while found := bullet(words):
        words = found[1]
    return words


def lines(text: str | None) -> str:
    """Words with one paragraph a line."""
    return "\n".join(words for part in _LINE_END.split(text or "") if (words := line(part)))


def _token(text: str | None) -> str | None:
    """A number or id as one word that ends in no point or colon."""
    return "".join(line(text).split()).rstrip(".:;") or None


def _refers(item: Wijziging) -> bool:
    """Whether there is a reference of which the numbers could be the old or the new ones."""
    return any(find_nummers_in_verwijzingen(text) for text in (item.tekst, item.huidig or ""))


def _wijziging(item: Wijziging, year: int | None) -> Wijziging:
    on_one_line = item.soort == "bijlage"
    return Wijziging(
        doel=_doel(item.doel),
        soort=item.soort,
        huidig=lines(item.huidig) or None,
        tekst=line(item.tekst) if on_one_line else lines(item.tekst),
        reden=line(item.reden) or None,
        jaar=item.jaar if item.jaar in _FOUR_FIGURES else year,
        plek=_plek(item.plek) if item.plek else None,
        nummering=item.nummering if _refers(item) else "oud",
        afgesplitst_van=_token(item.afgesplitst_van),
        samengevoegd_met=_token(item.samengevoegd_met),
        tabel=_tabel(item.tabel, item.doel) if item.tabel and item.soort != "verplaatsing" else None,
    )


def _doel(doel: Doel) -> Doel:
    thema = line(doel.thema)
    return Doel(
        nummer=_token(doel.nummer),
        onderdeel=doel.onderdeel,
        thema=None if thema in {w.BIJLAGE, w.ZONDER_THEMA} else thema or None,
        titel=line(doel.titel) or None,
    )


def _plek(plek: Plek) -> Plek | None:
    nummer = _token(plek.nummer)
    if nummer is None:
        return None
    na = plek.na if plek.na == "" else _token(plek.na)
    return Plek(nummer=nummer, thema=line(plek.thema) or None, rubriek=line(plek.rubriek) or None, na=na)


def _tabel(tabel: Tabel, doel: Doel) -> Tabel | None:
    rows = [tuple(map(cell, row)) for row in (tabel.kop, *tabel.rijen)]
    width = max(map(len, rows))
    kop, *rijen = [row + ("",) * (width - len(row)) for row in rows]
    rijen = [row for row in rijen if any(row)]
    if not rijen and any(kop):
        rijen, kop = [kop], ()
    if not rijen:
        return None
    return Tabel(
        titel=line(tabel.titel) or None,
        kop=kop if any(kop) else (),
        rijen=tuple(rijen),
        afspraak=_token(doel.nummer),
    )
