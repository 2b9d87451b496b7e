"""The page of the indicators, written from the catalogue, and which carries what real documents promise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from wederkerig.model import Norm, Nulmeting
from wederkerig.monitoring.indicatoren import Indicator, indicator, indicatoren
from wederkerig.monitoring.normtekst import norm_words
from wederkerig.parameters import themanaam

_HEAD = """\
# Indicatoren

<!-- Gemaakt met `make docs`, uit de catalogus en `tools/beloften.yaml`. Niet met de hand veranderen. -->

Een indicator is iets wat te meten is. Een norm in prestatieafspraken gaat altijd over één indicator: "eind
2026 ten minste 3.341 woningen" gaat over de sociale huurwoningen. Deze bladzijde geeft alle indicatoren, per
thema, en daarna van vijf openbare stukken welke indicator elke belofte in cijfers draagt.

- **Soort**: een *stand* is een cijfer op een dag, een *stroom* een cijfer over een periode.
- **Beter**: of een hoger of een lager cijfer beter is. Bij *binnen* is dat geen van beide.
- **Van**: *lijst* wordt berekend uit de woningenlijst van de corporatie, *opgave* vult een partij zelf in.
- **Per norm**: het cijfer gaat over één norm, en niet over de partij als geheel. Het wordt voor elke norm
  apart gevraagd en beoordeelt geen andere.
- **Overleg**: gaat een cijfer over de norm heen, dan krijgen alle partijen een signaal.

De gegevens staan in `src/wederkerig/monitoring/indicatoren/`. Hoe uit een tekst een norm wordt voorgesteld,
staat in `src/wederkerig/monitoring/normen/`; probeer het met `wederkerig normen`.
"""
_TABLE = """
| indicator | wat het is | eenheid | soort | beter | van | hoe het wordt gemeten |
|---|---|---|---|---|---|---|
"""
_LAW = """
## Wat de wet zelf vraagt

Soms staat een minimum of maximum in de wet. Partijen mogen daar in prestatieafspraken soms van afwijken.

| indicator | vanaf | de wet vraagt | met een afspraak | waar het staat |
|---|---|---|---|---|
"""
_PROMISES = """
## Welke indicator elke belofte draagt

Van vijf openbare stukken: elke belofte in cijfers, met het nummer van de afspraak. Zonder nummer staat de
belofte bij de doelen of in de inleiding van een thema. *Achtergrond* is een getal dat iets uitlegt, zoals een
behoefte; daar wordt niemand op beoordeeld. Staat bij een getal geen datum, dan geldt de looptijd van de
afspraken.
"""
_ROW = """
| afspraak | hoeveel en wanneer | van wie | indicator |
|---|---|---|---|
"""
_BOUNDS = {"min": "ten minste", "max": "ten hoogste"}
_DATA = Path(__file__).parent / "beloften.yaml"


def page() -> str:
    """The whole page, in Markdown."""
    return "".join(_parts())


def promises() -> list[dict[str, Any]]:
    """The documents with what they promise, as they stand in beloften.yaml."""
    stukken: list[dict[str, Any]] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))["stukken"]
    return stukken


def norm_of(row: dict[str, Any]) -> Norm:
    """A row of beloften.yaml as a norm."""
    day: date | None = row.get("nulmeting")
    fields = {
        key: value for key, value in row.items() if key not in ("afspraak", "waarde", "tot", "nulmeting")
    }
    return Norm(
        sleutel="",
        afspraak="",
        nummer=row["afspraak"],
        waarde=Decimal(str(row["waarde"])),
        tot=Decimal(str(row["tot"])) if "tot" in row else None,
        nulmeting=Nulmeting(peildatum=day) if day else None,
        **fields,
    )


def _parts() -> Iterator[str]:
    yield _HEAD
    for thema, group in groupby(indicatoren(), key=lambda each: each.thema):
        yield f"\n## {themanaam(thema)}\n"
        yield _TABLE
        yield from (_described(each) for each in group)
    yield _LAW
    for each in indicatoren():
        yield from _lawful(each)
    yield _PROMISES
    for stuk in promises():
        yield f"\n### {stuk['naam']}\n"
        yield _ROW
        yield from (_promise(norm_of(row)) for row in stuk["beloften"])


def _described(each: Indicator) -> str:
    name = f"**{each.naam}** `{each.id}`"
    source = each.herkomst + (", per norm" if each.per_norm else "") + (", overleg" if each.overleg else "")
    cells = (
        name,
        each.definitie,
        each.eenheid,
        each.soort,
        each.richting,
        source,
        f"{each.methode} {each.bron}",
    )
    return f"| {' | '.join(cells)} |\n"


def _lawful(each: Indicator) -> Iterator[str]:
    for norm in each.wettelijk:
        bound = _BOUNDS[norm.relatie]
        other = f"{bound} {_figure(norm.met_afspraak)}%" if norm.met_afspraak is not None else ""
        asked = f"{bound} {_figure(norm.waarde)}%"
        yield f"| {each.naam} | {norm.van.isoformat()} | {asked} | {other} | {norm.bron} |\n"


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _promise(norm: Norm) -> str:
    words = norm_words(norm) + (" (achtergrond)" if norm.aard == "achtergrond" else "")
    what = indicator(norm.indicator)
    return f"| {norm.nummer} | {words} | {', '.join(norm.partijen)} | {what.naam} |\n"
