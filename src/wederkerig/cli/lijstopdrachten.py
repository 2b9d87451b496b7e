"""The command for a list of dwellings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from wederkerig.cli.dutch import Day

_PATH = click.Path(path_type=Path)


@click.command(options_metavar="[OPTIES]", short_help="Reken cijfers uit een lijst van woningen.")
@click.argument("bestand", metavar="BESTAND", type=_PATH)
@click.option(
    "--blad", metavar="NAAM", help="Het blad van een werkmap. Zonder deze optie: het eerste met een tabel."
)
@click.option(
    "--peildatum",
    metavar="DATUM",
    type=Day(),
    help="De dag waarover de cijfers gaan. Zonder deze optie: de dagen die de lijst zelf noemt.",
)
@click.option(
    "--kolommen",
    metavar="KEUZE.yaml",
    type=_PATH,
    help="Welke kolom wat is, als YAML of JSON. Wat daar niet in staat, wordt aan de naam herkend.",
)
@click.option("--json", "as_json", is_flag=True, help="Geef JSON: alle cijfers, ook per wijk en dorp.")
@click.option(
    "--fouten", metavar="UIT.csv", type=_PATH, help="Schrijf alle fouten in de rijen naar een bestand."
)
def woningen(
    bestand: Path,
    blad: str | None,
    peildatum: date | None,
    kolommen: Path | None,
    fouten: Path | None,
    *,
    as_json: bool,
) -> int:
    """Reken de cijfers uit die uit een lijst van woningen volgen.

    BESTAND is een lijst met een rij per woning: CSV, Excel (XLSX) of Parquet, met kolommen zoals VERA ze
    noemt. Een rij waarin iets niet klopt telt niet mee en wordt gemeld. De lijst gaat nergens heen.
    """
    from wederkerig.cli.woningen import Vraag, print_figures

    return print_figures(Vraag(bestand, blad, peildatum, kolommen, fouten), as_json=as_json)
