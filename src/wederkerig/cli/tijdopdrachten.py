"""The commands for one document through time: consolidate, compare, trace, and the version of a day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wederkerig.cli.dutch import Day

_OPTIES = "[OPTIES]"
_PATH = click.Path(path_type=Path)
_UIT = click.option(
    "-o",
    "--uit",
    metavar="UIT",
    multiple=True,
    type=_PATH,
    help="Schrijf het stuk; de naam zegt hoe: .docx, .odt, .pdf (PDF/UA), .html, .json of .xml "
    "(Akoma Ntoso). Mag vaker.",
)
_ARCHIEF = click.option(
    "--archief",
    metavar="UIT.pdf",
    type=_PATH,
    help="Schrijf de PDF voor het archief (PDF/A-3), met het stuk als gegevens erin.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Geef JSON in plaats van tabellen.")


@click.command(options_metavar=_OPTIES, short_help="Verwerk jaarplannen in de afspraken.")
@click.argument("basis", metavar="BASIS", type=_PATH)
@click.argument("jaarplannen", metavar="JAARPLAN...", nargs=-1, required=True, type=_PATH)
@_UIT
@_ARCHIEF
@click.option(
    "--renvooi",
    metavar="UIT",
    multiple=True,
    type=_PATH,
    help="Schrijf wat er ten opzichte van BASIS verandert: .docx (bijgehouden wijzigingen) of .html. "
    "Mag vaker.",
)
@click.option(
    "--geschiedenis",
    metavar="UIT.json",
    type=_PATH,
    help="Schrijf de geschiedenis: BASIS en alle besluiten. Is BASIS zelf een geschiedenis, dan mag dat "
    "hetzelfde bestand zijn.",
)
@click.option("--uitleg", is_flag=True, help="Toon hoe elke wijziging begrepen wordt; schrijf niets.")
@_JSON
@click.option(
    "--beslissingen",
    metavar="KEUZES.json",
    type=_PATH,
    help="Volg wat mensen over wijzigingen hebben beslist.",
)
@click.option("--vastgesteld", metavar="DATUM", type=Day(), help="De dag waarop het jaarplan is vastgesteld.")
@click.option("--inwerking", metavar="DATUM", type=Day(), help="De eerste dag waarop het jaarplan geldt.")
@click.option("--hernummer", is_flag=True, help="Sluit daarna de gaten in de nummering.")
@click.option(
    "--ondanks-conflicten",
    "ondanks",
    is_flag=True,
    help="Schrijf wat wel kan, ook als een nummer niet bestaat of jaarplannen elkaar tegenspreken.",
)
def consolideer(basis: Path, jaarplannen: tuple[Path, ...], **keuzes: Any) -> int:  # noqa: ANN401  # as click gives them
    """Verwerk een of meer jaarplannen in de afspraken.

    BASIS is het stuk met de afspraken: een document, de JSON van `lees --json`, of een geschiedenis.
    JAARPLAN is een document of JSON. Zijn alle data bekend, dan gaan de jaarplannen in de volgorde waarin
    ze gaan gelden; anders in de volgorde waarin u ze noemt.

    Een wijziging die niet precies past, wordt niet verwerkt maar gemeld. Wat wel past, wordt geschreven.
    """
    from wederkerig.cli.consolideren import Keuzes, consolidate

    return consolidate(basis, jaarplannen, Keuzes(**keuzes))


@click.command(options_metavar=_OPTIES, short_help="Vergelijk twee versies van de afspraken.")
@click.argument("oud", metavar="OUD", type=_PATH)
@click.argument("nieuw", metavar="NIEUW", type=_PATH)
@click.option(
    "-o",
    "--uit",
    metavar="UIT",
    multiple=True,
    type=_PATH,
    help="Schrijf het verschil: .html, .docx (bijgehouden wijzigingen) of .json. Mag vaker.",
)
@click.option(
    "--jaarplan",
    metavar="UIT",
    multiple=True,
    type=_PATH,
    help="Schrijf het verschil als jaarplan: .docx, .pdf of .json. Mag vaker.",
)
@click.option("--auteur", metavar="NAAM", help="Wie de wijzigingen deed. Anders: de titel van NIEUW.")
@click.option(
    "--datum",
    metavar="DATUM",
    type=Day(),
    help="De dag van de wijzigingen. Anders: de dag waarop NIEUW is getekend of ingaat.",
)
@_JSON
def verschil(oud: Path, nieuw: Path, **keuzes: Any) -> int:  # noqa: ANN401  # as click gives them
    """Vergelijk twee versies van de afspraken.

    Per afspraak ziet u wat er in de woorden veranderde. In een terminal met kleuren; anders staat
    geschrapte tekst tussen [- en -], en nieuwe tekst tussen {+ en +}. Een afspraak die een ander nummer
    kreeg of ergens anders staat, wordt herkend aan haar woorden.
    """
    from wederkerig.cli.verschil import Keuzes, compare_documents

    return compare_documents(oud, nieuw, Keuzes(**keuzes))


@click.command(options_metavar=_OPTIES, short_help="Toon waar elke zin vandaan komt.")
@click.argument("document", metavar="DOCUMENT", type=_PATH)
@click.option(
    "--jaarplan",
    "jaarplannen",
    metavar="JAARPLAN",
    multiple=True,
    type=_PATH,
    help="Een jaarplan van vóór DOCUMENT. Mag vaker.",
)
@click.option(
    "--reconstructie",
    metavar="UIT",
    type=_PATH,
    help="Schrijf het jaarplan dat er na het laatste nog geweest moet zijn: .docx, .pdf of .json.",
)
@_JSON
def herkomst(document: Path, **keuzes: Any) -> int:  # noqa: ANN401  # as click gives them
    """Toon van elke zin welk besluit haar bracht.

    En van elke wijziging uit een jaarplan wat ervan geworden is: overgenomen, anders overgenomen, niet
    overgenomen, geschrapt, of nog aanwezig. DOCUMENT is het latere stuk, of een geschiedenis. Bij een
    geschiedenis is de herkomst precies; anders volgt zij uit de woorden.
    """
    from wederkerig.cli.herkomst import Keuzes, show_origins

    return show_origins(document, Keuzes(**keuzes))


@click.command(options_metavar=_OPTIES, short_help="Geef de afspraken zoals ze op een dag golden.")
@click.argument("geschiedenis", metavar="GESCHIEDENIS", type=_PATH)
@click.option("--op", metavar="DATUM", required=True, type=Day(), help="De dag, bijvoorbeeld 30-6-2026.")
@click.option(
    "--zoals-bekend-op",
    "bekend",
    metavar="DATUM",
    type=Day(),
    help="Reken alleen mee wat op deze dag al was vastgesteld.",
)
@_UIT
@_ARCHIEF
@_JSON
def versie(geschiedenis: Path, **keuzes: Any) -> int:  # noqa: ANN401  # as click gives them
    """Geef de afspraken zoals ze op een dag golden.

    GESCHIEDENIS is het bestand dat `consolideer --geschiedenis` schrijft. Zonder uitvoerbestand ziet u
    welke besluiten in deze versie zitten en wat het laatst is gewijzigd.
    """
    from wederkerig.cli.versie import Keuzes, version_of_day

    return version_of_day(geschiedenis, Keuzes(**keuzes))
