"""The commands: their options, what they print and the code they end with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from wederkerig import __version__
from wederkerig.cli.dutch import Day, Whole
from wederkerig.cli.exits import Guarded
from wederkerig.cli.lijstopdrachten import woningen
from wederkerig.cli.outputs import check_output
from wederkerig.cli.tijdopdrachten import consolideer, herkomst, verschil, versie
from wederkerig.cli.website import COMMANDS as WEBSITE

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_OPTIES = "[OPTIES]"
_BESTANDEN = click.argument("bestanden", metavar="BESTAND...", nargs=-1, type=click.Path(path_type=Path))
_PROCESSEN = click.option(
    "-j",
    "--processen",
    type=Whole(),
    metavar="N",
    help="Lees met N processen tegelijk. Zonder deze optie: evenveel als er rekenkernen zijn.",
)


@click.group(
    "wederkerig",
    cls=Guarded,
    context_settings=_SETTINGS,
    options_metavar=_OPTIES,
    subcommand_metavar="OPDRACHT [ARG]...",
)
@click.version_option(
    __version__,
    "-V",
    "--version",
    prog_name="wederkerig",
    message="%(prog)s, versie %(version)s",
    help="Toon de versie.",
)
def main() -> None:
    """Lees prestatieafspraken als gegevens, en draai de website waarop ze staan.

    Wederkerig leest prestatieafspraken en jaarplannen uit PDF, DOCX, ODT, HTML, Markdown en platte
    tekst: wie doet wat, hoeveel, wanneer, en waar staat dat in het stuk.
    """


@main.command(options_metavar=_OPTIES, short_help="Lees stukken: overzicht, JSON of werkboek.")
@_BESTANDEN
@click.option("--json", "as_json", is_flag=True, help="Geef JSON: één object per bestand, elk op een regel.")
@click.option(
    "--xlsx", metavar="UIT.xlsx", type=click.Path(path_type=Path), help="Schrijf het werkboek (Excel)."
)
@click.option(
    "--twijfels", "with_doubts", is_flag=True, help="Toon ook waar het lezen een keuze moest maken."
)
@click.option("--tekst", "as_text", is_flag=True, help="Geef de tekst zoals die gelezen is (één bestand).")
@_PROCESSEN
def lees(
    bestanden: tuple[Path, ...],
    xlsx: Path | None,
    processen: int | None,
    *,
    as_json: bool,
    with_doubts: bool,
    as_text: bool,
) -> int:
    """Lees een of meer stukken.

    BESTAND is een bestand of een map; uit een map komen alle stukken, ook uit de mappen daaronder.
    Eén stuk geeft een overzicht, meer stukken geven een tabel met één regel per stuk.
    """
    from wederkerig.cli.batch import files_in
    from wederkerig.cli.commands import print_text, read

    paths = files_in(_given(bestanden))
    if as_text:
        if as_json or xlsx or with_doubts or len(paths) > 1:
            raise click.UsageError("--tekst gaat niet samen met andere uitvoer of met meer bestanden.")
        return print_text(paths[0])
    if xlsx is not None:
        check_output(xlsx, paths, [".xlsx"])
    return read(paths, processen, xlsx, as_json=as_json, with_doubts=with_doubts)


@main.command(options_metavar=_OPTIES, short_help="Controleer stukken op wat niet klopt.")
@_BESTANDEN
@click.option("--json", "as_json", is_flag=True, help="Geef JSON: één object per bestand, elk op een regel.")
@click.option("--sarif", metavar="UIT.sarif", type=click.Path(path_type=Path), help="Schrijf SARIF 2.1.0.")
@click.option("--lijst", "list_checks", is_flag=True, help="Toon alle controles, met hun code.")
@click.option(
    "--zonder", "without", metavar="CODE", multiple=True, help="Sla deze controle over (mag vaker)."
)
@_PROCESSEN
def controleer(
    bestanden: tuple[Path, ...],
    sarif: Path | None,
    without: tuple[str, ...],
    processen: int | None,
    *,
    as_json: bool,
    list_checks: bool,
) -> int:
    """Controleer een of meer stukken.

    Meldt wat in een stuk niet klopt: de code, hoe ernstig het is, de plaats, de uitleg en wat u kunt
    doen. Aan het eind staan twee tabellen: concreetheid en wederkerigheid.
    """
    from wederkerig.cli.batch import files_in
    from wederkerig.cli.commands import check_codes, check_files, print_checks

    skipped = check_codes(without)
    if list_checks:
        return print_checks()
    paths = files_in(_given(bestanden))
    if sarif is not None:
        check_output(sarif, paths)
    return check_files(paths, processen, skipped, sarif, as_json=as_json)


@main.command(options_metavar=_OPTIES, short_help="Toon één afspraak zoals die in het stuk staat.")
@click.argument("bestand", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--afspraak", "nummer", metavar="N", required=True, help="Het nummer van de afspraak.")
def toon(bestand: Path, nummer: str) -> int:
    """Toon de passage van een afspraak.

    Wat herkend is, staat erin gemarkeerd: getallen, termijnen, wie iets doet en verwijzingen. In een
    terminal met kleuren, anders tussen haken. In een jaarplan: de wijzigingen van die afspraak.
    """
    from wederkerig.cli.commands import print_passage

    return print_passage(bestand, nummer)


@main.command(options_metavar=_OPTIES, short_help="Stel normen voor: wat een stuk in cijfers belooft.")
@_BESTANDEN
@click.option("--json", "as_json", is_flag=True, help="Geef JSON: één object per bestand, elk op een regel.")
@_PROCESSEN
def normen(bestanden: tuple[Path, ...], processen: int | None, *, as_json: bool) -> int:
    """Stel de normen van een of meer stukken voor.

    Een norm zegt wat er in cijfers beloofd is, zodat het te meten is: welke indicator, hoeveel, wanneer en
    van wie. Waar het lezen een keuze moest maken, staat de twijfel erbij. Getallen die alleen iets
    uitleggen, heten achtergrond.
    """
    from wederkerig.cli.batch import files_in
    from wederkerig.cli.commands import propose

    return propose(files_in(_given(bestanden)), processen, as_json=as_json)


@main.command(options_metavar=_OPTIES, short_help="Toon de plannen voor de woningvoorraad.")
@_BESTANDEN
@click.option("--json", "as_json", is_flag=True, help="Geef JSON: één object per bestand, elk op een regel.")
@click.option(
    "--projecten",
    metavar="LIJST",
    type=click.Path(path_type=Path),
    help="Kijk vooruit met deze projecten (CSV of XLSX). Noem ook --op.",
)
@click.option("--op", metavar="DATUM", type=Day(), help="De dag waarop de lijst met projecten klopt.")
@_PROCESSEN
def voorraad(
    bestanden: tuple[Path, ...],
    projecten: Path | None,
    op: date | None,
    processen: int | None,
    *,
    as_json: bool,
) -> int:
    """Toon de plannen voor de woningvoorraad in een of meer stukken.

    Uit de tabellen komen per corporatie de beginstand, wat erbij komt en afgaat, en de eindstand. Waar de
    getallen niet op elkaar aansluiten, staat dat erbij. Met een lijst van projecten ziet u ook hoe
    waarschijnlijk de eindstand is: hoe dat gaat, staat in vooruitblik.md.
    """
    from wederkerig.cli.batch import files_in
    from wederkerig.cli.commands import print_stock

    if (projecten is None) != (op is None):
        raise click.UsageError("--projecten en --op horen bij elkaar: noem ze allebei.")
    return print_stock(files_in(_given(bestanden)), processen, projecten, op, as_json=as_json)


@main.command(options_metavar=_OPTIES, short_help="Toon het JSON Schema van `lees --json`.")
def schema() -> None:
    """Toon het JSON Schema van wat `lees --json` geeft."""
    import json

    from wederkerig.export.schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _given(names: tuple[Path, ...]) -> tuple[Path, ...]:
    if not names:
        raise click.UsageError("Noem minstens één bestand of map.")
    return names


for _command in (consolideer, verschil, herkomst, versie, woningen, *WEBSITE):
    main.add_command(_command)
