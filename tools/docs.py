"""Writes the pages that the program itself knows best: `make docs`.

`docs/opdrachten.md` comes from the command line, `docs/schema/lezen.json` from the models. A test
fails when they are not current.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from wederkerig.cli import main
from wederkerig.cli.dutch import speak_dutch
from wederkerig.cli.exits import Exit
from wederkerig.export.schema import json_schema

DOCS = Path(__file__).resolve().parent.parent / "docs"
_HEAD = """\
# Opdrachten

<!-- Gemaakt uit het programma zelf, met `make docs`. Verander deze bladzijde niet met de hand. -->

Wederkerig is één opdracht, `wederkerig`, met daaronder de opdrachten op deze bladzijde. Hoe u ermee
werkt, staat in [gebruik.md](gebruik.md). Wat de meldingen betekenen, staat in [meldingen.md](meldingen.md).
"""
_EXITS = """\
## Eindcodes

Elke opdracht eindigt met een code. Andere programma's kunnen die lezen (in een shell: `echo $?`).
Gelden er meer tegelijk, dan telt de eerste van 70, 3, 4, 1.

| code | betekenis |
|---|---|
"""


def pages() -> dict[Path, str]:
    """The pages by their path, as they should be."""
    speak_dutch()
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return {DOCS / "opdrachten.md": "".join(_commands()), DOCS / "schema" / "lezen.json": schema}


def _commands() -> Iterator[str]:
    yield _HEAD
    top = click.Context(main, info_name="wederkerig", **main.context_settings)
    yield _section(top, main, "## wederkerig")
    for name, command in main.commands.items():
        context = click.Context(command, parent=top, info_name=name, **main.context_settings)
        yield _section(context, command, f"## wederkerig {name}")
    yield "\n" + _EXITS
    yield from (f"| {code.value} | {_cell(code.meaning)} |\n" for code in Exit)


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
