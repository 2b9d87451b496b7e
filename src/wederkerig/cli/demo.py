"""`wederkerig demo`: fills a register, says how to get in, and runs the site until it is stopped."""

from __future__ import annotations

import os
from pathlib import Path

import click

from wederkerig.cli.exits import Exit, RefusalError
from wederkerig.cli.website import start_django


def run_demo(port: int, folder: Path, examples: Path | None) -> int:
    """Make the demo anew and run it; 0 when it was stopped."""
    from wederkerig.web.operations.demo import draaien

    folder, examples = folder.resolve(), examples or _examples()
    try:
        draaien.make_room(folder)
        port = draaien.free_port(port)
    except draaien.DemoError as error:
        raise RefusalError(Exit.GEBRUIK, "demo", error.what, error.advice) from error
    env = draaien.environment(folder)
    os.environ.clear()
    os.environ.update(env)
    click.echo("De demo wordt klaargezet…")
    _fill(examples)
    _greet(port, folder, examples)
    site = ("site", "--poort", str(port), "--processen", "1", "--draden", "8", "--meteen")
    ended = draaien.run_together((site, ("werker",)), env)
    click.echo("De demo is gestopt.")
    return Exit.ONZE_FOUT if ended else Exit.GOED


def _examples() -> Path:
    """The folder of examples beside the source."""
    found = Path(__file__).resolve().parents[3] / "voorbeelden"
    if not found.is_dir():
        advice = "Haal de broncode op, of noem met --voorbeelden de map met de voorbeelden."
        raise RefusalError(Exit.GEBRUIK, "demo", "de voorbeeldstukken zijn niet gevonden.", advice)
    return found


def _fill(examples: Path) -> None:
    start_django()
    from wederkerig.web.operations.demo.vullen import fill
    from wederkerig.web.operations.server import prepare

    prepare()
    fill(examples)


def _greet(port: int, folder: Path, examples: Path) -> None:
    from wederkerig.web.operations.demo.mensen import MENSEN, OPERATOR, WACHTWOORD
    from wederkerig.web.operations.demo.vullen import ANDERE, JAARPLAN

    width = max(len(mens.email) for mens in MENSEN)
    people = [
        f"  {mens.email:{width}}  {mens.naam}, {mens.functie} ({', '.join(mens.bij)})" for mens in MENSEN
    ]
    people.append(f"  {OPERATOR[0]:{width}}  {OPERATOR[1]}, beheert het platform")
    click.echo(
        _GREETING.format(
            address=f"http://localhost:{port}/",
            password=WACHTWOORD,
            people="\n".join(people),
            other=examples / ANDERE,
            plan=examples / JAARPLAN,
            folder=folder,
        )
    )


_GREETING = """
De demo draait op  {address}

Log in met een van deze adressen. Het wachtwoord is steeds: {password}

{people}

Wie tekent of beheert, stelt bij de eerste keer een tweede stap in (een app met codes, of een sleutel).

Probeer dit als Sanne Hoekstra:
  1. Breng de afspraken van Heidervoort in:
     {other}
  2. Lees na wat is gelezen, en stel de afspraken vast.
  3. Breng het jaarplan van Veldermeer in, beslis over de wijzigingen en stel het vast:
     {plan}
  4. Bekijk zonder in te loggen wat er in de afspraken van Veldermeer is veranderd.

De gegevens staan in {folder}. Bij een volgende start begint de demo opnieuw.
Stoppen: Ctrl-C.
"""
