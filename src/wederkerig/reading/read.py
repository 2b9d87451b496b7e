"""A `Document` becomes an `Overeenkomst` or a `Jaarplan`.

The way: units in reading order, headings, which numbers are agreements, themes and agreements as
stretches of text, and then the small facts inside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from wederkerig.documents import Document, Kind
from wederkerig.model import (
    Afspraak,
    Bestand,
    Bron,
    Jaarplan,
    Overeenkomst,
    Partij,
    Stap,
    Stuk,
    Thema,
)
from wederkerig.reading import feiten
from wederkerig.reading.bijlagen import find_begrippen, find_kaders
from wederkerig.reading.feiten import Context
from wederkerig.reading.hoofdstukken import find_hoofdstukken, make_hoofdstuk
from wederkerig.reading.kop import find_gemeente, find_looptijd, find_ondertekening, find_soort, find_titel
from wederkerig.reading.language.actoren import find_actoren
from wederkerig.reading.language.deelnemers import Deelnemers
from wederkerig.reading.outline import Outline, read_outline
from wederkerig.reading.partijen import find_partijen
from wederkerig.reading.passage import Passage, Piece, make_bron, whole_block
from wederkerig.reading.raw import RawAfspraak, RawThema, Structure
from wederkerig.reading.starts import find_starts
from wederkerig.reading.structure import find_structure
from wederkerig.reading.tabellen import read_tabel
from wederkerig.reading.units import Unit, read_units
from wederkerig.reading.wijzigingen import find_wijzigingen, has_labels

LOST_THEME = "Het kopje van dit thema ontbreekt in het stuk; het thema volgt uit de volgorde."


def read_stuk(document: Document) -> Stuk:
    """Everything the document says, as data; each fact with its place. Never raises on content."""
    units = read_units(document)
    outline = read_outline(units)
    partijen = find_partijen(document, units, outline)
    gemeente = find_gemeente(units, partijen)
    titel = find_titel(document, units, gemeente)
    if has_labels(units):
        return _read_jaarplan(document, units, outline, partijen, titel)
    soort = find_soort(units, titel)
    looptijd = find_looptijd(units, titel, soort)
    ondertekening = find_ondertekening(units)
    day = (looptijd and looptijd.van) or (ondertekening and ondertekening.datum)
    starts = find_starts(units, outline)
    structure = find_structure(units, outline, starts)
    chapters = find_hoofdstukken(units, outline, starts, structure, partijen)
    nested = frozenset(start.number for start in starts.values() if not start.number.isdigit())
    context = Context(document, day.year if day else None, nested)
    return Overeenkomst(
        soort="jaarafspraken" if soort == "jaarplan" else soort,
        titel=titel,
        gemeente=gemeente,
        looptijd=looptijd,
        ondertekening=ondertekening,
        partijen=partijen,
        hoofdstukken=tuple(make_hoofdstuk(document, chapter) for chapter in chapters),
        themas=_themas(document, structure),
        afspraken=_afspraken(context, structure, Deelnemers(partijen)),
        getallen=feiten.read_getallen(context, structure.outside),
        termijnen=feiten.read_termijnen(context, structure.outside),
        tabellen=tuple(read_tabel(document, raw) for raw in structure.tabellen),
        begrippen=find_begrippen(document, units, outline),
        kaders=find_kaders(document, units, outline),
        bestand=_bestand(document),
    )


def _read_jaarplan(
    document: Document, units: Sequence[Unit], outline: Outline, partijen: tuple[Partij, ...], titel: str
) -> Jaarplan:
    ondertekening = find_ondertekening(units)
    year = next((int(word) for word in titel.split() if word.isdigit() and len(word) == 4), None)
    context = Context(document, year)
    words = [whole_block(unit.block) for unit in units if unit.kind is not Kind.TABLE and not unit.toc]
    structure = find_structure(units, outline, {})
    return Jaarplan(
        soort="jaarplan",
        titel=titel,
        gemeente=find_gemeente(units, partijen),
        ondertekening=ondertekening,
        partijen=partijen,
        themas=tuple(
            Thema(titel=thema.title, bron=_thema_bron(document, thema))
            for thema in structure.themas
            if thema.title and thema.heading and thema.heading.theme
        ),
        getallen=feiten.read_getallen(context, words),
        termijnen=feiten.read_termijnen(context, words),
        wijzigingen=find_wijzigingen(document, units, outline, year),
        tabellen=tuple(read_tabel(document, raw) for raw in structure.tabellen),
        begrippen=find_begrippen(document, units, outline),
        bestand=_bestand(document),
    )


def _bestand(document: Document) -> Bestand:
    return Bestand(
        naam=document.name,
        formaat=document.format.value,
        paginas=len(document.page_starts) or None,
        tekens=len(document.text),
        meldingen=document.notices,
    )


# --- themes and agreements -----------------------------------------------------------------------


def _themas(document: Document, structure: Structure) -> tuple[Thema, ...]:
    """The themes under which something stands, in the order of the document."""
    return tuple(
        Thema(
            titel=raw.title or "",
            context="\n".join(piece.text for piece in raw.context),
            doelen=tuple(piece.text for piece in raw.goals),
            bron=_thema_bron(document, raw),
            twijfel=LOST_THEME if raw.lost else None,
        )
        for raw in structure.themas_in_use
    )


def _thema_bron(document: Document, raw: RawThema) -> Bron | None:
    if raw.unit is not None:
        return make_bron(document, raw.unit.block.start, raw.unit.block.end)
    pieces = Passage.of([*raw.context, *raw.goals])
    return make_bron(document, *pieces.whole()) if pieces.pieces else None


def _afspraken(context: Context, structure: Structure, deelnemers: Deelnemers) -> tuple[Afspraak, ...]:
    return tuple(_afspraak(context, raw, deelnemers) for raw in structure.afspraken if raw.pieces)


def _afspraak(context: Context, raw: RawAfspraak, deelnemers: Deelnemers) -> Afspraak:
    passage = Passage.of(raw.pieces)
    who = " en ".join(piece.text for piece in raw.who)
    actoren = find_actoren(passage.text, deelnemers, who or raw.rubriek)
    named = deelnemers.find(who)
    names = [naam for mention in named for naam in mention.partijen] if named else list(actoren.actoren)
    return Afspraak(
        nummer=raw.start.number,
        thema=raw.thema.title if raw.thema else None,
        rubriek=raw.rubriek,
        tekst=passage.text,
        actoren=deelnemers.order(names),
        derden=actoren.derden,
        getallen=feiten.read_getallen(context, passage.pieces),
        termijnen=(*feiten.read_termijnen(context, passage.pieces), *feiten.read_planning(context, raw.when)),
        verwijzingen=feiten.read_verwijzingen(context, passage.pieces),
        stappen=tuple(_stap(context, pieces, deelnemers) for pieces in raw.steps),
        bron=make_bron(context.document, *passage.whole()),
        twijfel=_doubt(raw, None if named else actoren.twijfel),
    )


def _doubt(raw: RawAfspraak, actoren: str | None) -> str | None:
    doubts = [raw.start.doubt, LOST_THEME if raw.thema and raw.thema.lost else None, actoren]
    return " ".join(doubt for doubt in doubts if doubt) or None


def _stap(context: Context, pieces: Sequence[Piece], deelnemers: Deelnemers) -> Stap:
    text = " ".join(piece.text for piece in pieces)
    actoren = find_actoren(text, deelnemers)
    start, end = Passage(tuple(pieces)).whole()
    return Stap(
        tekst=text,
        actoren=actoren.actoren,
        derden=actoren.derden,
        getallen=feiten.read_getallen(context, pieces),
        termijnen=feiten.read_termijnen(context, pieces),
        bron=make_bron(context.document, start, end),
        twijfel=actoren.twijfel,
    )
