"""Writes the pages that the program itself knows best: `make docs`.

`docs/opdrachten.md` comes from the command line, `docs/meldingen.md` from the errors and the checks
(with `tools/meldingen.yaml` for what only a person can say), `docs/indicatoren.md` from the catalogue of
indicators (with `tools/beloften.yaml`), `docs/rechten.md` from the table of rights of the website,
`docs/schema/lezen.json` from the models.
A test fails when they are not current.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import yaml

from tools import indicatoren, rechten, vooruitblik
from wederkerig.checks import CHECKS
from wederkerig.cli import main
from wederkerig.cli.dutch import speak_dutch
from wederkerig.cli.exits import Exit
from wederkerig.documents import DocumentError
from wederkerig.export.schema import json_schema

DOCS = Path(__file__).resolve().parent.parent / "docs"
_HEAD = """\
# Opdrachten

<!-- Gemaakt uit het programma zelf, met `make docs`. Verander deze bladzijde niet met de hand. -->

Wederkerig is één opdracht, `wederkerig`, met daaronder de opdrachten op deze bladzijde. Hoe u ermee
werkt, staat in [gebruik.md](gebruik.md). Wat de meldingen betekenen, staat in [meldingen.md](meldingen.md).
"""
_EXITS = """\
| code | betekenis |
|---|---|
"""
_MESSAGES = """\
# Meldingen

<!-- Gemaakt met `make docs`, uit het programma en `tools/meldingen.yaml`. Niet met de hand veranderen. -->

Wederkerig zegt steeds drie dingen: om welk bestand het gaat, wat er is, en wat u kunt doen.

    notulen.pdf: De PDF bestaat uit plaatjes, zonder tekst. Vraag om het oorspronkelijke bestand.

Meldingen over bestanden gaan naar de foutuitvoer (stderr), zodat ze niet tussen de gegevens komen.

## Eindcodes

Elke opdracht eindigt met een code. Andere programma's kunnen die lezen (in een shell: `echo $?`).
Gelden er bij `lees` of `controleer` meer tegelijk, dan telt de eerste van 70, 3, 4, 1.

"""
_FILES = """
## Een bestand kan niet worden gelezen (eindcode 3)

De andere bestanden van de opdracht worden gewoon gelezen. De code is voor wie wederkerig vanuit een
eigen programma gebruikt.

| code | wat er is | wat u kunt doen |
|---|---|---|
"""
_NOTHING = """
## Er zijn geen afspraken gevonden (eindcode 4)

Het bestand is gelezen, maar er staan geen afspraken in, en ook geen wijzigingen zoals in een jaarplan.
Is het wel het goede stuk? Kijk dan of de afspraken een nummer hebben. Lijkt de tekst Engels, Duits of
Frans, dan zegt de melding dat, ook als er wel iets is gevonden: wederkerig leest alleen Nederlands. Wat is
gevonden, krijgt u toch.

## Wat `controleer` meldt

Elke melding heeft een code, een ernst en een plaats. Er zijn drie soorten:

- **fout**: dit klopt niet. De opdracht eindigt met code 1.
- **waarschuwing**: dit klopt waarschijnlijk niet. Kijk het na.
- **advies**: dit mag zo, maar is een gesprek waard.

Een controle slaat u over met `--zonder CODE`. De lijst krijgt u ook met `wederkerig controleer --lijst`.

| code | ernst | wat er is | wat u kunt doen |
|---|---|---|---|
"""


def pages() -> dict[Path, str]:
    """The pages by their path, as they should be."""
    speak_dutch()
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return {
        DOCS / "opdrachten.md": "".join(_commands()),
        DOCS / "meldingen.md": "".join(_messages()),
        DOCS / "indicatoren.md": indicatoren.page(),
        DOCS / "rechten.md": rechten.page(),
        DOCS / "vooruitblik.md": vooruitblik.page(DOCS / "vooruitblik.md"),
        DOCS / "schema" / "lezen.json": schema,
    }


def _commands() -> Iterator[str]:
    yield _HEAD
    top = click.Context(main, info_name="wederkerig", **main.context_settings)
    yield _section(top, main, "## wederkerig")
    for name, command in main.commands.items():
        context = click.Context(command, parent=top, info_name=name, **main.context_settings)
        yield _section(context, command, f"## wederkerig {name}")
    yield "\n## Eindcodes\n\n"
    yield from _exits()


def _exits() -> Iterator[str]:
    yield _EXITS
    yield from (f"| {code.value} | {_cell(code.meaning)} |\n" for code in Exit)


def _messages() -> Iterator[str]:
    """The page of messages; a code that nobody has described stays empty, and a test finds it."""
    said = yaml.safe_load((Path(__file__).parent / "meldingen.yaml").read_text(encoding="utf-8"))
    yield _MESSAGES
    yield from _exits()
    yield _FILES
    for error in error_classes():
        yield f"| {error.code} | {_cell(said['bestanden'].get(error.code, ''))} | {_cell(error.advice)} |\n"
    yield _NOTHING
    for check in CHECKS:
        what = _cell(f"**{check.titel}.** {check.omschrijving}")
        yield f"| {check.code} | {check.ernst} | {what} | {_cell(said['controles'].get(check.code, ''))} |\n"


def error_classes() -> list[type[DocumentError]]:
    """Every reason for which a file cannot be read, the general one first."""
    found = [DocumentError]
    for error in found:
        found += error.__subclasses__()
    return found


def _section(context: click.Context, command: click.Command, title: str) -> str:
    usage = command.get_usage(context).removeprefix("Gebruik: ")
    lines = ["", title, "", f"    {usage}", ""]
    lines += _paragraphs(command.help or "")
    if isinstance(command, click.Group):
        lines += ["| opdracht | wat |", "|---|---|"]
        lines += [
            f"| [{name}](#wederkerig-{name}) | {each.short_help} |" for name, each in command.commands.items()
        ]
        lines += [""]
    lines += ["| optie | wat |", "|---|---|"]
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and isinstance(parameter, click.Option):
            lines.append(f"| `{record[0]}` | {_cell(record[1])} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A cell of a table in Markdown, in which a bar would end the cell."""
    return " ".join(text.split()).replace("|", r"\|")


def _paragraphs(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += [" ".join(paragraph.split()), ""]
    return lines


if __name__ == "__main__":
    for path, content in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        print(f"docs/{path.relative_to(DOCS)}")
