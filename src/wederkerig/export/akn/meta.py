"""What the file says about itself: its addresses, its life, its amendments, its people, and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wederkerig.export.akn.analysis import write_analysis
from wederkerig.export.akn.elements import Element, add
from wederkerig.export.akn.levensloop import Levensloop
from wederkerig.export.akn.naming import SOORT, article_eids, slug
from wederkerig.export.akn.opbouw import lead_headings
from wederkerig.model import Overeenkomst

_OURS = "#wederkerig"
_ONTOLOGY = "/akn/ontology"


def write_meta(doc: Element, leven: Levensloop) -> None:
    """Everything that stands before the text."""
    meta = add(doc, "meta")
    _identification(meta, leven)
    _lifecycle(meta, leven)
    write_analysis(meta, leven, _OURS)
    _temporal_data(meta, leven)
    _references(meta, leven)
    _proprietary(meta, leven.stuk)


def source_of(at: int) -> str:
    """What an event refers to as its source: the original document, or the decision that amended it."""
    return f"#passiveRef_{at}" if at else "#original"


def _identification(meta: Element, leven: Levensloop) -> None:
    stuk, first, event = leven.stuk, leven.events[0], leven.events[leven.at]
    identification = add(meta, "identification", attributes={"source": _OURS})
    authors = [f"#partij_{count}" for count in range(1, len(stuk.partijen) + 1)] or [_OURS]
    day = first.vastgesteld or first.inwerking
    work = _frbr(identification, "FRBRWork", leven.work, "", ("vaststelling", day), authors)
    add(work, "FRBRcountry", attributes={"value": "nl"})
    add(work, "FRBRsubtype", attributes={"value": SOORT})
    add(work, "FRBRnumber", attributes={"value": slug(first.naam)})
    add(work, "FRBRname", attributes={"value": first.naam})
    begins = ("inwerkingtreding", event.inwerking)
    expression = _frbr(identification, "FRBRExpression", leven.expression, "", begins, authors)
    add(expression, "FRBRversionNumber", attributes={"value": str(leven.at + 1)})
    # the parties signed another paper; this is what it says, put together
    add(expression, "FRBRauthoritative", attributes={"value": "false"})
    add(expression, "FRBRlanguage", attributes={"language": "nld"})
    file = _frbr(identification, "FRBRManifestation", leven.expression, ".xml", begins, [_OURS])
    add(file, "FRBRformat", attributes={"value": "application/akn+xml"})


def _frbr(
    parent: Element, tag: str, uri: str, suffix: str, day: tuple[str, date], authors: list[str]
) -> Element:
    level = add(parent, tag)
    add(level, "FRBRthis", attributes={"value": f"{uri}/!main{suffix}"})
    add(level, "FRBRuri", attributes={"value": f"{uri}{suffix}"})
    add(level, "FRBRdate", attributes={"date": day[1].isoformat(), "name": day[0]})
    for author in authors:
        add(level, "FRBRauthor", attributes={"href": author})
    return level


def _lifecycle(meta: Element, leven: Levensloop) -> None:
    lifecycle = add(meta, "lifecycle", attributes={"source": _OURS})
    for at, event in enumerate(leven.events):
        attributes = {
            "eId": f"eventRef_{at + 1}",
            "date": event.inwerking.isoformat(),
            "source": source_of(at),
            "type": "amendment" if at else "generation",
            "originatingExpression": "true" if at == leven.at else None,
            "wk:vastgesteld": event.vastgesteld.isoformat() if event.vastgesteld else None,
            "wk:ondertekend": event.ondertekend.isoformat() if event.ondertekend else None,
        }
        add(lifecycle, "eventRef", attributes=attributes)


def _temporal_data(meta: Element, leven: Levensloop) -> None:
    if not leven.groups:
        return
    data = add(meta, "temporalData", attributes={"source": _OURS})
    for interval, eid in leven.groups.items():
        end = None if interval.end is None else f"#eventRef_{interval.end + 1}"
        attributes = {"start": f"#eventRef_{interval.begin + 1}", "end": end, "refersTo": "#gelding"}
        add(add(data, "temporalGroup", attributes={"eId": eid}), "timeInterval", attributes=attributes)


def _references(meta: Element, leven: Levensloop) -> None:
    references = add(meta, "references", attributes={"source": _OURS})
    _reference(references, "original", "original", leven.expression_of(0), leven.events[0].naam)
    for at, event in enumerate(leven.events[1:], start=1):
        _reference(references, "passiveRef", f"passiveRef_{at}", leven.plan(at), event.naam)
    _people(references, leven.stuk)
    if leven.stuk.ondertekening and leven.stuk.ondertekening.plaats is not None:
        _ontology(references, "TLCLocation", "plaats", leven.stuk.ondertekening.plaats)
    for count, begrip in enumerate(leven.stuk.begrippen, start=1):
        _ontology(references, "TLCConcept", f"begrip_{count}", begrip.term)
    if leven.groups:
        _ontology(references, "TLCConcept", "gelding", "gelding")
    _ontology(references, "TLCOrganization", "wederkerig", "Wederkerig")


def _people(references: Element, stuk: Overeenkomst) -> None:
    for count, partij in enumerate(stuk.partijen, start=1):
        extra = {"shortForm": partij.kort, "wk:soort": partij.soort}
        _ontology(references, "TLCOrganization", f"partij_{count}", partij.naam, extra)
    for count, partij in enumerate(stuk.partijen, start=1):
        person = partij.vertegenwoordiger
        if person is not None:
            _ontology(references, "TLCPerson", f"persoon_{count}", person.naam)
            if person.functie is not None:
                _ontology(references, "TLCRole", f"rol_{count}", person.functie)


def _ontology(
    references: Element, tag: str, eid: str, shown: str, extra: Mapping[str, str | None] | None = None
) -> None:
    kind = tag.removeprefix("TLC").lower()
    _reference(references, tag, eid, f"{_ONTOLOGY}/{kind}/nl/{slug(shown)}", shown, extra)


def _reference(
    references: Element,
    tag: str,
    eid: str,
    href: str,
    shown: str,
    extra: Mapping[str, str | None] | None = None,
) -> None:
    add(references, tag, attributes={"eId": eid, "href": href, "showAs": shown} | dict(extra or {}))


def _proprietary(meta: Element, stuk: Overeenkomst) -> None:
    """What the standard has no element for, and what its elements cannot say of ours."""
    ours = add(meta, "proprietary", attributes={"source": _OURS})
    top = add(
        ours, "wk:stuk", attributes={"wk:versie": "1", "wk:soort": stuk.soort, "wk:gemeente": stuk.gemeente}
    )
    if stuk.looptijd is not None:
        van, tot = stuk.looptijd.van, stuk.looptijd.tot
        days = {"wk:van": van.isoformat() if van else None, "wk:tot": tot.isoformat() if tot else None}
        add(top, "wk:looptijd", attributes=days)
    for count, hoofdstuk in enumerate(stuk.hoofdstukken, start=1):
        if not lead_headings(hoofdstuk):
            chapter = add(top, "wk:hoofdstuk", attributes={"wk:plaats": f"#chp_{count}"})
            for kop in hoofdstuk.koppen:
                add(chapter, "wk:kop", kop)
    for place, eid in article_eids(stuk).items():
        if stuk.afspraken[place].eerder:
            agreement = add(top, "wk:afspraak", attributes={"wk:plaats": f"#{eid}"})
            for earlier in stuk.afspraken[place].eerder:
                add(agreement, "wk:eerder", earlier)
