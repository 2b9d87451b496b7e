"""The pages in docs/ say everything the program does, and nothing else."""

import re

import click
import pytest
import yaml
from click.testing import CliRunner

from tests.conftest import ROOT
from tools.docs import error_classes, pages
from wederkerig.checks import CHECKS
from wederkerig.cli import main
from wederkerig.cli.exits import Exit


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


OPTIONS = [
    (name, option)
    for name, command in main.commands.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in parameter.opts
]


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_generated_pages_are_current(path):
    assert path.read_text(encoding="utf-8") == pages()[path], "run `make docs`"


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_described_with_its_command(command, option):
    section = page("opdrachten.md").split(f"## wederkerig {command}\n")[1].split("\n## ")[0]

    assert re.search(rf"^\| `[^`]*{re.escape(option)}\b[^`]*` \| \w.+ \|$", section, re.MULTILINE)


@pytest.mark.parametrize("name", ["opdrachten.md", "meldingen.md"])
@pytest.mark.parametrize("code", Exit)
def test_every_exit_code_is_described(name, code):
    assert re.search(rf"^\| {code.value} \| \w*.{{20,}} \|$", page(name), re.MULTILINE)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_says_what_it_means_and_what_to_do(check):
    assert re.search(
        rf"^\| {check.code} \| {check.ernst} \| \*\*.{{20,}} \| .{{15,}} \|$",
        page("meldingen.md"),
        re.MULTILINE,
    )


@pytest.mark.parametrize("error", error_classes(), ids=lambda error: error.code)
def test_every_error_says_what_it_means_and_what_to_do(error):
    assert re.search(rf"^\| {error.code} \| .{{20,}} \| .{{20,}} \|$", page("meldingen.md"), re.MULTILINE)


def test_no_code_is_described_that_does_not_exist():
    said = yaml.safe_load((ROOT / "tools" / "meldingen.yaml").read_text(encoding="utf-8"))

    assert said["controles"].keys() == {check.code for check in CHECKS}
    assert said["bestanden"].keys() == {error.code for error in error_classes()}


def test_the_user_guide_names_only_commands_and_options_that_exist():
    text = page("gebruik.md") + page("lezen.md") + page("meldingen.md") + page("beheer.md")
    used = re.findall(rf"wederkerig ({'|'.join(main.commands)})\b([^\n`]*)", text)

    assert {command for command, _ in used} == set(main.commands)
    assert [
        (command, option)
        for command, rest in used
        for option in re.findall(r"(?<=\s)--?[a-z]+", rest)
        if (command, option) not in OPTIONS
    ] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path):
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))

    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_readme_shows_what_the_commands_say():
    blocks = (ROOT / "README.md").read_text("utf-8").split("```console")[1:]
    console = next(block for block in blocks if "$ wederkerig " in block).split("```")[0]
    shown = {}
    for line in console.splitlines():
        if line.startswith("$ wederkerig "):
            shown[line] = parts = []
        elif line.strip():
            parts.append(line)
    for line, parts in shown.items():
        if not parts:
            continue  # a command of which only the call is shown
        words = [str(ROOT / word) if "/" in word else word for word in line.split()[2:]]
        said = " ".join(CliRunner(env={"COLUMNS": "100"}).invoke(main, words).output.split())
        for part in " ".join(parts).split("…"):
            assert " ".join(part.split()) in said, line
