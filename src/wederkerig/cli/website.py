"""The commands that run the website: `site`, `werker`, `demo`, `backup`, `herstel`; no other loads Django."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from wederkerig.cli.dutch import Whole
from wederkerig.cli.exits import Exit, RefusalError

_OPTIES = "[OPTIES]"
_ADDRESS = click.option(
    "--adres",
    "address",
    metavar="ADRES",
    default="127.0.0.1",
    show_default=True,
    help="Luister op dit adres. Met 0.0.0.0 kunnen ook andere computers erbij.",
)
_PORT = click.option(
    "--poort",
    "port",
    metavar="N",
    type=Whole(),
    default=8000,
    show_default=True,
    help="Luister op deze poort.",
)


@click.command(options_metavar=_OPTIES, short_help="Start de website.")
@_ADDRESS
@_PORT
@click.option(
    "--processen",
    "processes",
    metavar="N",
    type=Whole(),
    default=2,
    show_default=True,
    help="Start N processen.",
)
@click.option(
    "--draden", "threads", metavar="N", type=Whole(), default=4, show_default=True, help="Met elk N draden."
)
@click.option("--meteen", "at_once", is_flag=True, help="Sla het bijwerken van de database over.")
def site(address: str, port: int, processes: int, threads: int, *, at_once: bool) -> int:
    """Start de website.

    Werkt eerst de database bij en zet de bestanden voor de opmaak klaar. Stopt met Ctrl-C of SIGTERM; wat dan
    nog beantwoord wordt, wordt eerst afgemaakt. De instellingen staan in de omgeving: zie docs/beheer.md.
    Ingebrachte stukken worden gelezen door `wederkerig werker`, die daarnaast draait.
    """
    start_django()
    from wederkerig.web.operations import server

    _refuse_unsafe()
    if not at_once:
        server.prepare()
    server.serve(server.Service(address, port, processes, threads))
    return Exit.GOED


@click.command(options_metavar=_OPTIES, short_help="Lees wat is ingebracht, op de achtergrond.")
@click.option("--tot-leeg", "until_empty", is_flag=True, help="Stop zodra er niets meer wacht.")
def werker(*, until_empty: bool) -> int:
    """Werk af wat wacht: ingebrachte stukken lezen en bestanden maken.

    Er mogen er meer tegelijk draaien, ook op andere computers die bij de database kunnen. Stopt met Ctrl-C of
    SIGTERM, na wat hij onder handen heeft. Wordt hij afgebroken, dan doet een andere zijn werk opnieuw.
    """
    start_django()
    from wederkerig.web.operations.worker import run_worker

    _refuse_unsafe(["security"])
    run_worker(until_empty=until_empty)
    return Exit.GOED


@click.command(options_metavar=_OPTIES, short_help="Start de website met een voorbeeldgemeente erin.")
@_PORT
@click.option(
    "--map",
    "folder",
    metavar="MAP",
    default="demo",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Bewaar de gegevens in deze map. Die wordt bij elke start leeggemaakt.",
)
@click.option(
    "--voorbeelden",
    "examples",
    metavar="MAP",
    type=click.Path(path_type=Path),
    help="Haal de voorbeeldstukken uit deze map. Zonder deze optie: de map die bij de broncode hoort.",
)
def demo(port: int, folder: Path, examples: Path | None) -> int:
    """Start de website met een voorbeeldgemeente erin, om te proberen.

    Elke start begint opnieuw: wat u in een vorige demo deed, is weg. De site is alleen vanaf deze computer te
    zien. Is de poort bezet, dan kiest de demo een andere. Stopt met Ctrl-C.
    """
    from wederkerig.cli.demo import run_demo

    return run_demo(port, folder, examples)


@click.command(options_metavar=_OPTIES, short_help="Bewaar een kopie van het hele register.")
@click.argument("doel", metavar="DOEL", type=click.Path(path_type=Path))
def backup(doel: Path) -> int:
    """Bewaar een kopie van het hele register in één bestand.

    DOEL is een nieuw bestand, of een map waarin het bestand komt. Mensen kunnen gewoon doorwerken: de kopie
    is van één moment. Zij wordt gecontroleerd voordat zij meetelt. Alles staat erin, ook de ingebrachte
    stukken en de accounts, dus bewaar haar veilig. Niet erin staan de instellingen.
    """
    start_django()
    from wederkerig.web.operations.backup import make_backup

    with _told(doel):
        path, manifest = make_backup(doel)
    click.echo(
        f"{path}: {sum(manifest.rijen.values())} rijen in {len(manifest.rijen)} tabellen, gecontroleerd."
    )
    return Exit.GOED


@click.command(options_metavar=_OPTIES, short_help="Zet een kopie van het register terug.")
@click.argument("bron", metavar="BRON", type=click.Path(path_type=Path))
@click.option("--overschrijf", "overwrite", is_flag=True, help="Vervang het register dat er al staat.")
def herstel(bron: Path, *, overwrite: bool) -> int:
    """Zet een kopie terug die met `wederkerig backup` is gemaakt.

    Stop eerst de site en alle werkers. Gaat er iets mis, dan blijft staan wat er stond. Wie was ingelogd,
    logt daarna opnieuw in. Een kopie van een oudere versie wordt bijgewerkt zodra u de site start.
    """
    start_django()
    from wederkerig.web.operations.backup import restore_backup

    with _told(bron):
        manifest = restore_backup(bron, overwrite=overwrite)
    rows = sum(manifest.rijen.values())
    click.echo(f"Hersteld: het register van {manifest.op:%d-%m-%Y %H:%M}, {rows} rijen.")
    return Exit.GOED


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What goes wrong with a copy is a refusal like any other."""
    from wederkerig.web.operations.backup import BackupError

    try:
        yield
    except BackupError as error:
        raise RefusalError(Exit.BEWAREN, path.name, error.what, error.advice) from error


def start_django() -> None:
    """Load the website, with the settings of the environment. What it writes, only this user may read."""
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wederkerig.web.config.settings")
    try:
        import django
        from django.core.exceptions import ImproperlyConfigured
    except ImportError as error:
        advice = "Installeer wederkerig met de website erbij: pip install 'wederkerig[web]'."
        raise RefusalError(Exit.GEBRUIK, "wederkerig", "de website is niet geïnstalleerd.", advice) from error
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise RefusalError(Exit.INSTELLINGEN, "instellingen", str(error), _SETTINGS) from error


_SETTINGS = "Wat elke instelling betekent, staat in docs/beheer.md."


def _refuse_unsafe(tags: list[str] | None = None) -> None:
    from wederkerig.web.operations.server import refusals

    found = refusals(tags)
    if found:
        said = " ".join(f"{message.msg} {message.hint or ''}".strip() for message in found)
        raise RefusalError(Exit.INSTELLINGEN, "instellingen", said, _SETTINGS)


COMMANDS: tuple[click.Command, ...] = (demo, site, werker, backup, herstel)
