"""What the monitor records: one function an event; each adds rows in the transaction of what happened.

What all parties may see carries the agreements; what is of one organisation, such as a draft, does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wederkerig.export.words import number, short_day
from wederkerig.monitoring.indicatoren import IndicatorError, indicator
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.models import (
    Bevestiging,
    Bewijs,
    Invulling,
    Meting,
    Opmerking,
    Signaal,
)
from wederkerig.web.monitor.over_cijfer import OverCijfer
from wederkerig.web.register.domain.gebeurtenissen import done_by, record
from wederkerig.web.register.models import Gemeente, Overeenkomst

Zijde = Mapping[str, Any] | None


def norm_bevestigd(
    row: Bevestiging, naam: str, gebruiker: Gebruiker, *, was: str | None, werd: str | None, nieuw: bool
) -> None:
    """A party said what a norm is, that it is none, or added one. was, werd: in words."""
    soort = "geen norm" if werd is None else "norm toegevoegd" if nieuw else "norm bevestigd"
    record(
        soort,
        row,
        naam,
        done_by(gebruiker, row.organisatie),
        row.organisatie_id,
        row.overeenkomst,
        was={"norm": was} if was else None,
        werd={"norm": werd, "toelichting": row.toelichting},
    )


def opgemerkt(row: Opmerking, naam: str, gebruiker: Gebruiker, *, was: str) -> None:
    """A party made a remark on a norm, changed it or took it back."""
    record(
        "opmerking",
        row,
        naam,
        done_by(gebruiker, row.organisatie),
        row.organisatie_id,
        row.overeenkomst,
        was={"tekst": was} if was else None,
        werd={"tekst": row.tekst},
    )


def ingevuld(row: Invulling, gebruiker: Gebruiker, *, was: Zijde) -> None:
    """An organisation filled in a figure for itself."""
    record(
        "cijfer ingevuld",
        row,
        subject_in_words(row),
        done_by(gebruiker, row.organisatie),
        row.organisatie_id,
        None,
        was=was,
        werd=as_typed(row),
    )


def as_typed(row: Invulling) -> dict[str, str]:
    """A draft as it was typed."""
    return {"waarde": row.waarde, "noemer": row.noemer, "bron": row.bron, "toelichting": row.toelichting}


def ingediend(
    rows: Sequence[Meting],
    overeenkomsten: Iterable[Overeenkomst],
    gemeente: Gemeente,
    organisatie: Organisatie,
    gebruiker: Gebruiker,
) -> None:
    """An organisation handed in figures: one event for each of the agreements whose parties see them."""
    told = {"gemeente": gemeente.naam, "cijfers": [figure_in_words(row) for row in rows]}
    for overeenkomst in _seen_in(overeenkomsten):
        who = done_by(gebruiker, organisatie)
        record("cijfers ingediend", gemeente, gemeente.naam, who, organisatie.pk, overeenkomst, werd=told)


def verbeterd(row: Meting, overeenkomsten: Iterable[Overeenkomst], gebruiker: Gebruiker) -> None:
    """An organisation corrected a figure that it had handed in."""
    was = {"waarde": figure_in_words(row.vervangt)} if row.vervangt else None
    werd = {"waarde": figure_in_words(row), "toelichting": row.toelichting}
    for overeenkomst in _seen_in(overeenkomsten):
        who = done_by(gebruiker, row.organisatie)
        naam = subject_in_words(row)
        record("cijfer verbeterd", row, naam, who, row.organisatie_id, overeenkomst, was=was, werd=werd)


def bewezen(row: Bewijs, overeenkomsten: Iterable[Overeenkomst], gebruiker: Gebruiker) -> None:
    """An organisation showed where a figure comes from."""
    organisatie = row.meting.organisatie
    werd = {"naam": row.bestandsnaam, "bestand": row.bestand_id}
    for overeenkomst in _seen_in(overeenkomsten):
        who = done_by(gebruiker, organisatie)
        naam = subject_in_words(row.meting)
        record("bewijsstuk toegevoegd", row, naam, who, organisatie.pk, overeenkomst, werd=werd)


def gesignaleerd(row: Signaal, naam: str) -> None:
    """A norm was passed that asks for talks."""
    werd = {"peildatum": str(row.peildatum), "som": row.som}
    record("signaal", row, naam, done_by(None), None, row.overeenkomst, werd=werd)


def _seen_in(overeenkomsten: Iterable[Overeenkomst]) -> list[Overeenkomst | None]:
    """Where an event is told: to the parties of each, or else to the organisation alone."""
    return [*overeenkomsten] or [None]


# --- in words, in Dutch: what is recorded is the same for everybody ---------------------------------------


def subject_in_words(row: OverCijfer) -> str:
    """What a figure is about: Sociale huurwoningen, 1-1-2026 (Noord); with the norm where it is about one."""
    about = f" ({row.waarover})" if row.waarover else ""
    area = f" ({row.gebied})" if row.gebied else ""
    return f"{name_of(row.indicator)}{about}, {period_in_words(row.van, row.peildatum)}{area}"


def figure_in_words(row: Meting) -> str:
    """A figure with what it is about."""
    return f"{subject_in_words(row)}: {value_in_words(row.waarde, row.indicator)}"


def period_in_words(van: date | None, peildatum: date) -> str:
    """A day, a year where it is one, or from a day until a day."""
    if van is None:
        return short_day(peildatum)
    if (van.month, van.day, peildatum.month, peildatum.day) == (1, 1, 12, 31) and van.year == peildatum.year:
        return str(van.year)
    return f"{short_day(van)} t/m {short_day(peildatum)}"


def value_in_words(value: Decimal, name: str) -> str:
    """A figure with its unit."""
    unit = unit_of(name)
    return f"{number(value)}%" if unit == "%" else f"{number(value)} {unit}".rstrip()


def unit_of(name: str) -> str:
    """What an indicator is counted in; nothing where it is not known any more."""
    try:
        return indicator(name).eenheid
    except IndicatorError:
        return ""


def name_of(name: str) -> str:
    """What an indicator is called."""
    try:
        return indicator(name).naam
    except IndicatorError:
        return name
