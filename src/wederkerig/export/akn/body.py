"""The document as people read it: title, parties, chapters, themes with agreements, annexes, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from wederkerig.export import words
from wederkerig.export.akn.elements import Element, add, write
from wederkerig.export.akn.levensloop import Levensloop
from wederkerig.export.akn.naming import Reeks, part_eid
from wederkerig.export.akn.opbouw import Opbouw, layout, lead_headings
from wederkerig.export.akn.tabellen import write_table
from wederkerig.model import Hoofdstuk, Kader, Ondertekening, Overeenkomst, Partij, Thema

_DUTCH = {"xml:lang": "nl"}
_NO_SPACE = re.compile(r"[^\s]+")


def write_preface(doc: Element, stuk: Overeenkomst) -> None:
    """The title and the parties."""
    preface = add(doc, "preface", attributes={"eId": "preface"} | _DUTCH)
    add(add(add(preface, "longTitle"), "p"), "docTitle", stuk.titel)
    if stuk.partijen:
        parties = add(preface, "container", attributes={"name": "partijen"})
        for count, partij in enumerate(stuk.partijen, start=1):
            line = add(parties, "p")
            add(line, "party", partij.naam, {"refersTo": f"#partij_{count}"})
            if partij.kort and partij.kort != partij.naam:
                write(line, f", hierna: {partij.kort}")


def write_body(doc: Element, leven: Levensloop) -> None:
    """Chapters, themes with their agreements, agreements without a theme, tables, glossary, frameworks."""
    opbouw = layout(leven)
    stuk = leven.stuk
    top = add(doc, "mainBody", attributes={"eId": "mainBody"} | _DUTCH)
    for count, hoofdstuk in enumerate(stuk.hoofdstukken, start=1):
        _chapter(top, opbouw, hoofdstuk, f"chp_{count}")
    for place, thema in enumerate(stuk.themas):
        part = _theme(top, opbouw, thema, part_eid(place))
        for reeks in opbouw.series:
            if reeks.thema == place:
                _agreements(part, opbouw, reeks)
    for reeks in opbouw.series:
        if reeks.thema is None:
            _agreements(top, opbouw, reeks)
    _annexes(top, opbouw)
    if not len(top):
        add(top, "p")


def write_conclusions(doc: Element, stuk: Overeenkomst) -> None:
    """Where and when the document was signed, and by whom."""
    signing = [
        (count, partij) for count, partij in enumerate(stuk.partijen, start=1) if partij.vertegenwoordiger
    ]
    if not signing and stuk.ondertekening is None:
        return
    conclusions = add(doc, "conclusions", attributes={"eId": "conclusions"} | _DUTCH)
    if stuk.ondertekening is not None:
        _signing(conclusions, stuk.ondertekening)
    for count, partij in signing:
        _signature(conclusions, partij, count)


def _chapter(top: Element, opbouw: Opbouw, hoofdstuk: Hoofdstuk, eid: str) -> None:
    chapter = add(top, "chapter", attributes={"eId": eid})
    add(chapter, "heading", hoofdstuk.titel)
    if not (hoofdstuk.koppen and lead_headings(hoofdstuk)):
        opbouw.write_lines(add(chapter, "content"), hoofdstuk.tekst)
        return
    lines = hoofdstuk.tekst.split("\n")
    starts = [at for at, line in enumerate(lines) if line in hoofdstuk.koppen]
    if starts[0]:
        opbouw.write_lines(add(chapter, "intro"), "\n".join(lines[: starts[0]]))
    for count, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True), start=1):
        section = add(chapter, "section", attributes={"eId": f"{eid}__sec_{count}"})
        add(section, "heading", lines[start])
        if end > start + 1:
            opbouw.write_lines(add(section, "content"), "\n".join(lines[start + 1 : end]))


def _theme(top: Element, opbouw: Opbouw, thema: Thema, eid: str) -> Element:
    part = add(top, "part", attributes={"eId": eid})
    add(part, "heading", thema.titel)
    if thema.context:
        opbouw.write_lines(add(part, "intro"), thema.context)
    for word, heading, items in (
        ("doelen", "Doelen", thema.doelen),
        ("ambities", "Gezamenlijke ambitie", thema.ambities),
    ):
        if items:
            goals = add(part, "hcontainer", attributes={"name": word, "eId": f"{eid}__hcontainer_{word}"})
            add(goals, "heading", heading)
            _items(add(goals, "content"), opbouw, items)
    return part


def _items(parent: Element, opbouw: Opbouw, items: Iterable[str], kind: str | None = None) -> None:
    listed = add(parent, "blockList", attributes={"class": kind})
    for item in items:
        opbouw.write_lines(add(listed, "item"), item)


def _agreements(above: Element, opbouw: Opbouw, reeks: Reeks) -> None:
    if reeks.rubriek is not None:
        above = add(above, "subpart", attributes={"eId": reeks.eid})
        add(above, "heading", reeks.rubriek)
    for place in reeks.leden:
        _article(above, opbouw, place, in_theme=reeks.thema is not None)


def _article(above: Element, opbouw: Opbouw, place: int, *, in_theme: bool) -> None:
    afspraak = opbouw.stuk.afspraken[place]
    lasting = afspraak.id is not None and _NO_SPACE.fullmatch(words.clean(afspraak.id)) is not None
    period = opbouw.periods.get(afspraak.id or "")
    article = add(
        above,
        "article",
        attributes={
            "eId": opbouw.eids[place],
            "wId": afspraak.id if lasting else None,
            "period": f"#{period}" if period else None,
            "wk:id": None if lasting else afspraak.id,
            "wk:thema": None if in_theme else afspraak.thema,
            "wk:volgorde": opbouw.order.get(place),
        },
    )
    add(article, "num", afspraak.nummer)
    content = add(article, "content")
    opbouw.write_lines(content, afspraak.tekst)
    if afspraak.stappen:
        _items(content, opbouw, (stap.tekst for stap in afspraak.stappen), "stappen")
    for count, table in enumerate(opbouw.tables.get(place, []), start=1):
        _table(content, opbouw, table, f"{opbouw.eids[place]}__table_{count}")


def _table(parent: Element, opbouw: Opbouw, place: int, eid: str, *, apart: bool = False) -> None:
    tabel = opbouw.stuk.tabellen[place]
    attributes = {"eId": eid, "wk:volgorde": opbouw.table_order.get(place)}
    write_table(parent, tabel, attributes | ({"wk:afspraak": tabel.afspraak} if apart else {}))


def _annexes(top: Element, opbouw: Opbouw) -> None:
    stuk = opbouw.stuk
    if loose := opbouw.tables.get(None):
        content = add(_annex(top, "tabellen", "Tabellen"), "content")
        for count, place in enumerate(loose, start=1):
            _table(content, opbouw, place, f"hcontainer_tabellen__table_{count}", apart=True)
    if stuk.begrippen:
        glossary = add(add(_annex(top, "begrippen", "Begrippen"), "content"), "blockList")
        for count, begrip in enumerate(stuk.begrippen, start=1):
            line = add(add(glossary, "item"), "p")
            add(line, "term", begrip.term, {"refersTo": f"#begrip_{count}"})
            write(line, ": ")
            add(line, "def", begrip.definitie)
    if stuk.kaders:
        annex = _annex(top, "kaders", "Overzicht van kaders")
        for count, (niveau, kaders) in enumerate(groupby(stuk.kaders, lambda kader: kader.niveau), start=1):
            _frameworks(annex, niveau, kaders, f"hcontainer_kaders__hcontainer_{count}")


def _annex(top: Element, word: str, heading: str) -> Element:
    annex = add(top, "hcontainer", attributes={"name": word, "eId": f"hcontainer_{word}"})
    add(annex, "heading", heading)
    return annex


def _frameworks(annex: Element, niveau: str | None, kaders: Iterable[Kader], eid: str) -> None:
    level = add(annex, "hcontainer", attributes={"name": "niveau", "eId": eid})
    if niveau is not None:
        add(level, "heading", niveau)
    listed = add(add(level, "content"), "blockList")
    for kader in kaders:
        line = add(add(listed, "item"), "p")
        add(line, "inline", kader.titel, {"name": "titel"})
        if kader.datum is not None:
            write(line, " (")
            if isinstance(kader.datum, date):
                _date(line, kader.datum)
            else:
                add(line, "inline", kader.datum, {"name": "datum"})
            write(line, ")")


def _signing(conclusions: Element, signed: Ondertekening) -> None:
    block = add(conclusions, "block", "Ondertekend", {"name": "ondertekening"})
    if signed.plaats is not None:
        write(block, " te ")
        add(block, "location", signed.plaats, {"refersTo": "#plaats"})
    if signed.datum is not None:
        write(block, " op ")
        _date(block, signed.datum)


def _signature(conclusions: Element, partij: Partij, count: int) -> None:
    person = partij.vertegenwoordiger
    if person is None:
        return
    line = add(add(conclusions, "block", attributes={"name": "handtekening"}), "signature")
    role = None if person.functie is None else f"#rol_{count}"
    add(line, "person", person.naam, {"refersTo": f"#persoon_{count}", "as": role})
    if person.functie is not None:
        write(line, ", ")
        add(line, "role", person.functie, {"refersTo": role})
    write(line, ", namens ")
    add(line, "organization", partij.naam, {"refersTo": f"#partij_{count}"})


def _date(parent: Element, value: date) -> None:
    add(parent, "date", words.day(value), {"date": value.isoformat()})
