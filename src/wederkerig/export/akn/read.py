"""Reads back the agreements from a file that `akoma_ntoso` wrote; other files are refused, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from wederkerig.documents.archive import MAX_PART, parse_xml
from wederkerig.documents.errors import DamagedFileError, TooLargeError, UnknownFormatError
from wederkerig.export.akn.elements import Element, name, paragraphs, words
from wederkerig.export.akn.naming import SOORT
from wederkerig.export.akn.tabellen import read_table
from wederkerig.model import (
    Afspraak,
    Begrip,
    Hoofdstuk,
    Kader,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Partij,
    Stap,
    Tabel,
    Thema,
    Vertegenwoordiger,
)

_ADVICE = "Bied een Akoma Ntoso-bestand aan dat met wederkerig is gemaakt."
T = TypeVar("T")


def read_akoma_ntoso(data: bytes) -> Overeenkomst:
    """The content of the agreements: words, numbers, order and lasting ids, without places and doubts.

    Raises a DocumentError where the file is not ours, is broken, or is made to do harm.
    """
    if len(data) > MAX_PART:
        raise TooLargeError("Het Akoma Ntoso-bestand is te groot om te lezen.")
    doc = parse_xml(data, "akomaNtoso").find(name("doc"))
    ours = None if doc is None else doc.find("/".join(map(name, ("meta", "proprietary", "wk:stuk"))))
    if doc is None or ours is None or doc.get("name") != SOORT:
        raise UnknownFormatError("Dit is geen Akoma Ntoso-bestand van wederkerig.", _ADVICE)
    if ours.get(name("wk:versie")) != "1":
        raise UnknownFormatError(
            "Dit Akoma Ntoso-bestand is gemaakt met een nieuwere versie van wederkerig.",
            "Werk wederkerig bij en probeer het opnieuw.",
        )
    try:
        return _read(doc, ours)
    except ValueError as error:
        raise DamagedFileError("Het Akoma Ntoso-bestand is beschadigd: er ontbreken gegevens.") from error


def _read(doc: Element, ours: Element) -> Overeenkomst:
    body = doc.find(name("mainBody"))
    if body is None:
        raise ValueError("mainBody")
    header = {
        "soort": ours.get(name("wk:soort")),
        "titel": words(doc.find(_path("preface", "longTitle", "p", "docTitle"))),
        "gemeente": ours.get(name("wk:gemeente")),
        "looptijd": _looptijd(ours),
        "ondertekening": _ondertekening(doc),
        "partijen": _partijen(doc),
        "hoofdstukken": _hoofdstukken(body, ours),
        "themas": tuple(_thema(part) for part in body.findall(name("part"))),
        "afspraken": _afspraken(body, ours),
        "tabellen": _tabellen(body),
        "begrippen": _begrippen(body),
        "kaders": _kaders(body),
    }
    return Overeenkomst.model_validate(header)


def _path(*tags: str) -> str:
    return "/".join(map(name, tags))


def _looptijd(ours: Element) -> Looptijd | None:
    term = ours.find(name("wk:looptijd"))
    if term is None:
        return None
    return Looptijd(van=_day(term.get(name("wk:van"))), tot=_day(term.get(name("wk:tot"))))


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _ondertekening(doc: Element) -> Ondertekening | None:
    for block in doc.findall(_path("conclusions", "block")):
        if block.get("name") == "ondertekening":
            place, day = block.find(name("location")), block.find(name("date"))
            return Ondertekening(
                plaats=None if place is None else words(place),
                datum=None if day is None else _day(day.get("date", "")),
            )
    return None


def _partijen(doc: Element) -> tuple[Partij, ...]:
    signatures = {}
    for signature in doc.iterfind(_path("conclusions", "block", "signature")):
        organization, role = signature.find(name("organization")), signature.find(name("role"))
        if organization is not None:
            signatures[organization.get("refersTo")] = Vertegenwoordiger(
                naam=words(signature.find(name("person"))), functie=None if role is None else words(role)
            )
    return tuple(
        Partij.model_validate(
            {
                "naam": organization.get("showAs"),
                "kort": organization.get("shortForm"),
                "soort": organization.get(name("wk:soort")),
                "vertegenwoordiger": signatures.get(f"#{organization.get('eId')}"),
            }
        )
        for organization in doc.iterfind(_path("meta", "references", "TLCOrganization"))
        if organization.get(name("wk:soort")) is not None
    )


def _hoofdstukken(body: Element, ours: Element) -> tuple[Hoofdstuk, ...]:
    koppen = _told(ours, "wk:hoofdstuk", "wk:kop")
    found = []
    for chapter in body.findall(name("chapter")):
        sections = chapter.findall(name("section"))
        headings = tuple(words(section.find(name("heading"))) for section in sections)
        parts = [chapter.find(name("intro")), chapter.find(name("content"))]
        lines = [paragraphs(part) for part in parts if part is not None]
        for heading, section in zip(headings, sections, strict=True):
            content = section.find(name("content"))
            lines += [heading] if content is None else [heading, paragraphs(content)]
        titel = words(chapter.find(name("heading")))
        own = koppen.get(f"#{chapter.get('eId')}", headings)
        found.append(Hoofdstuk(titel=titel, tekst="\n".join(lines), koppen=own))
    return tuple(found)


def _told(ours: Element, tag: str, inner: str) -> dict[str, tuple[str, ...]]:
    """What our own part of the file says of parts of the text, by their place."""
    return {
        part.get(name("wk:plaats"), ""): tuple(words(each) for each in part.findall(name(inner)))
        for part in ours.findall(name(tag))
    }


def _thema(part: Element) -> Thema:
    items = {
        container.get("name"): tuple(
            paragraphs(item) for item in container.iterfind(_path("content", "blockList", "item"))
        )
        for container in part.findall(name("hcontainer"))
    }
    return Thema(
        titel=words(part.find(name("heading"))),
        context=paragraphs(part.find(name("intro"))),
        doelen=items.get("doelen", ()),
        ambities=items.get("ambities", ()),
    )


def _afspraken(body: Element, ours: Element) -> tuple[Afspraak, ...]:
    earlier = _told(ours, "wk:afspraak", "wk:eerder")
    return _in_order((article, _afspraak(article, earlier)) for article in body.iter(name("article")))


def _afspraak(article: Element, earlier: dict[str, tuple[str, ...]]) -> Afspraak:
    subpart, part = _above(article, "subpart"), _above(article, "part")
    content = article.find(name("content"))
    return Afspraak(
        id=article.get("wId", article.get(name("wk:id"))),
        eerder=earlier.get(f"#{article.get('eId')}", ()),
        nummer=words(article.find(name("num"))),
        thema=article.get(name("wk:thema")) if part is None else words(part.find(name("heading"))),
        rubriek=None if subpart is None else words(subpart.find(name("heading"))),
        tekst=paragraphs(content),
        stappen=tuple(
            Stap(tekst=paragraphs(item)) for item in article.iterfind(_path("content", "blockList", "item"))
        ),
    )


def _above(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(name(tag)), None)


def _in_order(found: Iterable[tuple[Element, T]]) -> tuple[T, ...]:
    """The parts in the order of the document, which an attribute tells where the file has another."""
    placed = [(int(element.get(name("wk:volgorde"), at)), part) for at, (element, part) in enumerate(found)]
    return tuple(part for _, part in sorted(placed, key=lambda each: each[0]))


def _tabellen(body: Element) -> tuple[Tabel, ...]:
    return _in_order((table, _tabel(table)) for table in body.iter(name("table")))


def _tabel(table: Element) -> Tabel:
    article = _above(table, "article")
    own = table.get(name("wk:afspraak")) if article is None else words(article.find(name("num")))
    return read_table(table, own)


def _begrippen(body: Element) -> tuple[Begrip, ...]:
    return tuple(
        Begrip(term=words(line.find(name("term"))), definitie=words(line.find(name("def"))))
        for annex in _annex(body, "begrippen")
        for line in annex.iterfind(_path("content", "blockList", "item", "p"))
    )


def _annex(body: Element, word: str) -> list[Element]:
    return [annex for annex in body.findall(name("hcontainer")) if annex.get("name") == word]


def _kaders(body: Element) -> tuple[Kader, ...]:
    found = []
    for annex in _annex(body, "kaders"):
        for level in annex.findall(name("hcontainer")):
            heading = level.find(name("heading"))
            niveau = None if heading is None else words(heading)
            for line in level.iterfind(_path("content", "blockList", "item", "p")):
                parts = {part.get("name"): words(part) for part in line.findall(name("inline"))}
                day = line.find(name("date"))
                datum = parts.get("datum") if day is None else _day(day.get("date", ""))
                found.append(Kader(niveau=niveau, titel=parts.get("titel", ""), datum=datum))
    return tuple(found)
