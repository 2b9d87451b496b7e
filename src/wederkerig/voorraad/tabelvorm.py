"""How a table is laid out: each number with the labels it stands under and beside.

Labels stand on levels: the columns of words before the numbers ("rij 0", "rij 1"), the lines of the heading
("kop 0"), and the lines inside a table that head a block of it ("blok"). Nothing is known here of dwellings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from wederkerig.model import Tabel
from wederkerig.voorraad.cellen import Cel, read_cel
from wederkerig.voorraad.etiketten import Etiket, read_etiket

_JAAR = re.compile(r"^(?:19|20)\d\d(?:\s*(?:[-–/]|t/m|tot en met|en|e\.v\.)\s*(?:(?:19|20)?\d\d)?)?$")
_NUMMER = re.compile(r"^(?:nr\.?|#|nummer|volgnr\.?|jaar|pagina)$", re.IGNORECASE)
_MEESTE = 2_000  # numbers: a list of dwellings or of rents is no plan for the stock
_GETAL_MET_PUNT = re.compile(r"\d\.\d{3}")


@dataclass(frozen=True, slots=True)
class Vak:
    """A number with its place (0-based, as in `Tabel.rijen`), its block, and its labels by level."""

    rij: int
    kolom: int
    blok: int
    cel: Cel
    etiketten: Mapping[str, Etiket]


@dataclass(frozen=True, slots=True)
class Vorm:
    """A table taken apart. hoeken: the words above each column of labels; titel: those above the table."""

    vakken: tuple[Vak, ...]
    hoeken: tuple[Etiket, ...]
    titel: Etiket

    @property
    def hoek(self) -> Etiket:
        """The words above the first labels."""
        return self.hoeken[0]


@dataclass(slots=True)
class _Blok:
    """A part of a table while it is read: its number, what heads it, the headings that hold in it."""

    nummer: int = 0
    naam: str = ""
    koppen: list[list[str]] = field(default_factory=list)


def lay_out(tabel: Tabel) -> Vorm | None:
    """The layout of a table; None where no numbers stand beside labels, or more than a plan ever has."""
    breedte = max((len(rij) for rij in (tabel.kop, *tabel.rijen)), default=0)
    rijen = [_wide(rij, breedte) for rij in tabel.rijen]
    koppen = [_wide(tabel.kop, breedte)] if any(cel.strip() for cel in tabel.kop) else []
    begin = 0
    while begin < len(rijen) and _is_heading(rijen[begin], koppen):
        koppen.append(rijen[begin])
        begin += 1
    inhoud = rijen[begin:]
    getallen = _number_columns(inhoud, koppen, breedte)
    if not getallen or getallen[0] == 0:
        return None
    vakken = _read_rows(inhoud, begin, _filled(koppen, getallen[0]), getallen)
    hoeken = [" ".join(kop[kolom] for kop in koppen if kop[kolom]) for kolom in range(getallen[0])]
    titel = read_etiket(tabel.titel or "")
    if not 0 < len(vakken) <= _MEESTE:
        return None
    return Vorm(tuple(vakken), tuple(map(read_etiket, hoeken)), titel)


def _wide(rij: Sequence[str], breedte: int) -> list[str]:
    return [" ".join(cel.split()) for cel in rij] + [""] * (breedte - len(rij))


def _is_heading(rij: list[str], koppen: list[list[str]]) -> bool:
    """Whether a line at the top belongs to the heading: beside its first cell only words and years."""
    gevuld = [cel for cel in rij[1:] if cel]
    if not gevuld or len(koppen) > 3:
        return False
    jaren = [bool(_JAAR.match(cel)) for cel in gevuld]
    woorden = [read_cel(cel).inhoud == "tekst" for cel in gevuld]
    if not all(jaar or woord for jaar, woord in zip(jaren, woorden, strict=True)):
        return False
    if any(woorden):
        return True
    boven = [cel for kop in koppen for cel in kop[1:] if cel]
    return not any(_JAAR.match(cel) for cel in boven) and (not rij[0] or not koppen or bool(boven))


def _number_columns(inhoud: list[list[str]], koppen: list[list[str]], breedte: int) -> list[int]:
    """The columns that hold numbers; years that name a row and serial numbers are labels."""
    kolommen = []
    for kolom in range(breedte):
        soorten = [read_cel(rij[kolom]).inhoud for rij in inhoud if rij[kolom]]
        getallen, woorden = soorten.count("getal"), soorten.count("tekst")
        kop = next((rij[kolom] for rij in reversed(koppen) if rij[kolom]), "")
        if getallen and getallen > woorden and not _NUMMER.match(kop) and not _are_years(inhoud, kolom):
            kolommen.append(kolom)
    return kolommen


def _are_years(inhoud: list[list[str]], kolom: int) -> bool:
    """Whether a first column names the years that the lines are about."""
    gevuld = [rij[kolom] for rij in inhoud if rij[kolom]]
    return kolom == 0 and sum(bool(_JAAR.match(cel)) for cel in gevuld) * 2 > len(gevuld)


def _filled(koppen: list[list[str]], eerste: int) -> list[list[str]]:
    """Headings in which a word that spans columns stands above each of them; the lowest is left as it is."""
    for kop in koppen[:-1]:
        for kolom in range(eerste + 1, len(kop)):
            kop[kolom] = kop[kolom] or kop[kolom - 1]
    return koppen


def _read_rows(
    inhoud: list[list[str]], begin: int, koppen: list[list[str]], getallen: list[int]
) -> list[Vak]:
    """Every number, with the headings and the block it stands in."""
    labels = list(range(getallen[0]))
    groepen = _is_grouped(inhoud, len(labels))
    blok = _Blok(koppen=[list(kop) for kop in koppen])
    boven = [""] * len(labels)
    vakken: list[Vak] = []
    for nummer, rij in enumerate(inhoud, start=begin):
        if _opens_block(rij, koppen, getallen):
            blok = _next_block(blok, rij)
            boven = [""] * len(labels)
            continue
        eigen = [rij[kolom] for kolom in labels]
        if groepen:
            eigen[:-1] = _from_above(eigen[:-1], boven[:-1])
        boven = eigen
        vakken += _read_row(rij, nummer, eigen, blok, getallen)
    return vakken


def _from_above(eigen: list[str], boven: list[str]) -> list[str]:
    """Labels that stand once for several lines; a new outer label ends the inner ones."""
    for plek, tekst in enumerate(eigen):
        if tekst:
            return [*boven[:plek], *eigen[plek:]]
    return boven


def _read_row(rij: list[str], nummer: int, eigen: list[str], blok: _Blok, getallen: list[int]) -> list[Vak]:
    etiketten = {f"rij {plek}": read_etiket(tekst) for plek, tekst in enumerate(eigen) if tekst}
    if blok.naam:
        etiketten["blok"] = read_etiket(blok.naam)
    vakken = []
    for kolom in getallen:
        cel = read_cel(rij[kolom])
        if cel.inhoud not in {"getal", "onbekend"}:
            continue
        kop = {
            f"kop {laag}": read_etiket(regel[kolom]) for laag, regel in enumerate(blok.koppen) if regel[kolom]
        }
        vakken.append(Vak(nummer, kolom, blok.nummer, cel, etiketten | kop))
    return vakken


def _is_grouped(inhoud: list[list[str]], labels: int) -> bool:
    """Whether the first of several columns of labels stands once for the lines below it."""
    eerste = [rij[0] for rij in inhoud]
    return labels > 1 and (not all(eerste) or any(een == ander for een, ander in pairwise(eerste)))


def _opens_block(rij: list[str], koppen: list[list[str]], getallen: list[int]) -> bool:
    """Whether a line repeats the heading, with years or words, or holds a name and nothing else."""
    gevuld = [kolom for kolom in getallen if rij[kolom]]
    if not rij[0] or not gevuld:
        return bool(rij[0]) and not any(rij[1:])
    kop = koppen[-1] if koppen else []
    return all(
        kop and (rij[kolom] == kop[kolom] or bool(_JAAR.match(rij[kolom]) and _JAAR.match(kop[kolom])))
        for kolom in gevuld
    ) and not any(_GETAL_MET_PUNT.search(rij[kolom]) for kolom in gevuld)


def _next_block(blok: _Blok, rij: list[str]) -> _Blok:
    """The block that a line opens; where it heads no column the heading above stays."""
    koppen = [list(kop) for kop in blok.koppen]
    if koppen:
        koppen[-1] = [
            nieuw if plek and nieuw else oud
            for plek, (nieuw, oud) in enumerate(zip(rij, koppen[-1], strict=True))
        ]
    return _Blok(blok.nummer + 1, rij[0], koppen)
