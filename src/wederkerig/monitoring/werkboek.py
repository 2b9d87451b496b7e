"""The sheet on which a party fills in what is asked of it, read back: each row a figure, or what is wrong.

The columns are found by their headings, in any order. What a row is about follows from its key, never from
what somebody typed in the cells that explain it. Text that looks like a formula is text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from wederkerig.model import Meting, Model
from wederkerig.monitoring.indicatoren import Indicator, indicator
from wederkerig.monitoring.opgave import Gevraagd
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.werkboekcellen import Cel, CelError, as_date, read_base, read_figure, shown

BLAD = "Cijfers"
SLEUTEL, PEILDATUM, CIJFER = "Sleutel", "Peildatum", "Cijfer"
NOEMER, BRON, OPMERKING = "Op een totaal van", "Bron", "Opmerking"
_FILLED_IN = (CIJFER, NOEMER, BRON, OPMERKING)
_LONGEST = {BRON: 300, OPMERKING: 2_000}
_DOWNLOAD = "Download het werkboek opnieuw en neem uw cijfers over."


class Ingevuld(Model):
    """A row that was filled in well. meting: None where only a remark was given. rij: as in the file."""

    rij: int
    gevraagd: Gevraagd
    meting: Meting | None
    opmerking: str = ""


class Ingelezen(Model):
    """What a filled-in sheet holds: the good rows, what is wrong with others, how many were left empty."""

    ingevuld: tuple[Ingevuld, ...]
    fouten: tuple[Rijfout, ...]
    leeg: int = 0


def read_werkboek(
    kop: Sequence[str],
    rijen: Iterable[Sequence[Cel]],
    gevraagd: Sequence[Gevraagd],
    *,
    op: date,
    koprij: int = 1,
) -> Ingelezen:
    """The figures of a filled-in sheet and what is wrong; `kop`, `rijen` and `koprij` are of a Tabelbestand.

    gevraagd: what was asked of the party; a row about anything else is an error. op: the day of handing in; a
    figure about a later day is an error. A figure that stands on two rows with two values counts on neither.
    """
    places = {title.strip().casefold(): at for at, title in reversed(list(enumerate(kop)))}
    missing = [title for title in (SLEUTEL, CIJFER) if title.casefold() not in places]
    if missing:
        return Ingelezen(ingevuld=(), fouten=tuple(_no_column(title, koprij) for title in missing))
    asked = {each.sleutel: each for each in gevraagd}
    good: list[Ingevuld] = []
    wrong: list[Rijfout] = []
    empty = 0
    for rij, cells in enumerate(rijen, start=koprij + 1):
        row = {title: _at(cells, places.get(title.casefold())) for title in (SLEUTEL, PEILDATUM, *_FILLED_IN)}
        if not any(_text(row[title]) for title in _FILLED_IN):
            empty += bool(_text(row[SLEUTEL]))
            continue
        found = _row(rij, row, asked, op)
        (good if isinstance(found, Ingevuld) else wrong).append(found)  # type: ignore[arg-type]  # each to its own
    double = tuple(_double(good))
    twice = {error.rij for error in double}
    kept = _once(row for row in good if row.rij not in twice)
    fouten = sorted((*wrong, *double), key=lambda error: error.rij)
    return Ingelezen(ingevuld=kept, fouten=tuple(fouten), leeg=empty)


def _no_column(title: str, koprij: int) -> Rijfout:
    return Rijfout(
        rij=koprij,
        kolom=title,
        waarde="",
        uitleg=f"De kolom ‘{title}’ ontbreekt, dus er is niets gelezen.",
        advies=_DOWNLOAD,
    )


def _at(cells: Sequence[Cel], place: int | None) -> Cel:
    return cells[place] if place is not None and place < len(cells) else None


def _text(cell: Cel) -> str:
    return shown(cell).strip()


def _row(rij: int, row: Mapping[str, Cel], asked: Mapping[str, Gevraagd], op: date) -> Ingevuld | Rijfout:
    sleutel = _text(row[SLEUTEL])
    vraag = asked.get(sleutel)
    if vraag is None:
        uitleg = "De sleutel van deze rij is leeg." if not sleutel else "Deze rij staat niet in uw opgave."
        return Rijfout(rij=rij, kolom=SLEUTEL, waarde=sleutel, uitleg=uitleg, advies=_DOWNLOAD)
    for title in (PEILDATUM, *_FILLED_IN):
        try:
            _check(title, row, vraag, op)
        except CelError as error:
            return Rijfout(
                rij=rij, kolom=title, waarde=shown(row[title]), uitleg=error.uitleg, advies=error.advies
            )
    return Ingevuld(rij=rij, gevraagd=vraag, meting=_meting(row, vraag), opmerking=_text(row[OPMERKING]))


def _check(title: str, row: Mapping[str, Cel], vraag: Gevraagd, op: date) -> None:
    """Raises CelError where the cell of this column cannot be."""
    known = indicator(vraag.indicator)
    if title == PEILDATUM:
        _check_day(row[PEILDATUM], vraag, op)
    elif title == CIJFER:
        if _text(row[CIJFER]):
            read_figure(row[CIJFER], known, vraag.vorige)
        elif _text(row[NOEMER]) or _text(row[BRON]):
            raise CelError("Het cijfer is leeg.", "Vul het cijfer in, of maak de rij leeg.")
    elif title == NOEMER:
        _check_base(row, known, needed=vraag.met_noemer)
    elif len(_text(row[title])) > _LONGEST[title]:
        raise CelError(f"Deze tekst is langer dan {_LONGEST[title]} tekens.", "Maak de tekst korter.")


def _check_day(cell: Cel, vraag: Gevraagd, op: date) -> None:
    typed = as_date(cell) if _text(cell) else vraag.peildatum
    if typed != vraag.peildatum:
        raise CelError(
            f"De peildatum van deze rij is {shown(vraag.peildatum)}, en er staat iets anders.",
            "Zet de peildatum terug. Over een andere dag wordt hier niets gevraagd.",
        )
    if vraag.peildatum > op:
        raise CelError("Deze peildatum is nog niet geweest.", "Vul dit cijfer na die dag in.")


def _check_base(row: Mapping[str, Cel], known: Indicator, *, needed: bool) -> None:
    base = read_base(row[NOEMER])
    if needed and base is None and _text(row[CIJFER]):
        raise CelError(
            "Het totaal ontbreekt. Zonder dat totaal kan dit cijfer niet met dat van andere partijen worden "
            "samengenomen.",
            "Vul in van hoeveel dit een deel is, of over hoeveel het gaat.",
        )
    value = read_figure(row[CIJFER], known, None, sure=True) if _text(row[CIJFER]) else Decimal(0)
    if base == 0 and value != 0:
        raise CelError("Van niets kan geen deel zijn: het totaal is 0.", "Kijk het cijfer en het totaal na.")


def _meting(row: Mapping[str, Cel], vraag: Gevraagd) -> Meting | None:
    if not _text(row[CIJFER]):
        return None
    return Meting(
        indicator=vraag.indicator,
        partij=vraag.partij,
        peildatum=vraag.peildatum,
        van=vraag.van,
        waarde=read_figure(row[CIJFER], indicator(vraag.indicator), vraag.vorige),
        noemer=read_base(row[NOEMER]),
        gebied=vraag.gebied,
        norm=vraag.norm,
        bron=_text(row[BRON]),
    )


def _double(rows: Sequence[Ingevuld]) -> Iterator[Rijfout]:
    """The rows about a figure that stands there with another value too."""
    by_key: dict[str, list[Ingevuld]] = {}
    for row in rows:
        by_key.setdefault(row.gevraagd.sleutel, []).append(row)
    for same in by_key.values():
        if len({_said(row) for row in same}) == 1:
            continue
        for row in same:
            others = " en ".join(str(other.rij) for other in same if other.rij != row.rij)
            yield Rijfout(
                rij=row.rij,
                kolom=CIJFER,
                waarde=shown(row.meting.waarde) if row.meting else "",
                uitleg=f"Dit cijfer staat ook op rij {others}, met een andere waarde.",
                advies="Laat één van de rijen staan.",
            )


def _said(row: Ingevuld) -> tuple[Decimal | None, Decimal | None]:
    return (row.meting.waarde, row.meting.noemer) if row.meting else (None, None)


def _once(rows: Iterable[Ingevuld]) -> tuple[Ingevuld, ...]:
    """Of rows that say the same the last."""
    return tuple({row.gevraagd.sleutel: row for row in rows}.values())
