"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))
# Django writes migrations, and a table is as long as it is
BY_HAND = [path for path in SOURCES if path.parent.name != "migrations"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
LONGEST_FUNCTION = 60
LONGEST_FILE = 400
# Spelled in parts, so that this file names none of them either.
HOSTS_AND_PATHS = re.compile(
    r"p[y]pi\.org|p[y]thonhosted\.|registry\.n[p]mjs|n[p]mjs\.(org|com)|d[e]b\.debian\.org"
    r"|(?<![\w.)}>])/(w[o]rk|f[a]rm|t[m]p|r[o]ot)/|\.l[i]brary/"
)
RUN_OF_WORDS = 12


def functions_of(source: str) -> list[tuple[str, int]]:
    """Name and length in lines of every function, decorators left out."""
    return [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def our_files() -> list[Path]:
    """The files of the repository that hold text: those git knows, or will know."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a git checkout, so what belongs to the repository is unknown")
    paths = (ROOT / name for name in listed.stdout.splitlines())
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()]


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-zà-ÿ0-9]+", re.sub(r"<[^>]+>", " ", text).lower())


def runs_of(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(RUN_OF_WORDS)), strict=False))


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_and_files_stay_short(path):
    source = path.read_text()

    too_long = [f"{name}: {lines} lines" for name, lines in functions_of(source) if lines > LONGEST_FUNCTION]

    assert too_long == []
    assert len(source.splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text()))


def test_no_file_names_a_registry_or_a_path_of_one_machine():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in our_files()
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        if HOSTS_AND_PATHS.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("index-url = https://p" + "ypi.org/simple", True),
        ("see /w" + "ork/main/README.md", True),
        ('open("/t' + 'mp/uit.json")', True),
        ("the folder ../shared beside the repository", False),
        ("src/w" + "ork/main.py", False),
        ("https://example.org/w" + "ork/1", False),
    ],
)
def test_registries_and_machine_paths_are_told_from_other_text(line, named):
    assert bool(HOSTS_AND_PATHS.search(line)) is named


@pytest.mark.slow
def test_no_sentence_of_a_real_document_stands_in_the_repository(shared):
    seeds = [runs_of(words_of(path.read_text(errors="ignore"))) for path in shared.glob("seeds/*.txt")]
    assert seeds, "there are no real documents to compare with"
    real = set().union(*seeds)

    found = {
        str(path.relative_to(ROOT)): " ".join(min(copied))
        for path in our_files()
        if (copied := runs_of(words_of(path.read_text(errors="ignore"))) & real)
    }

    assert found == {}


def test_every_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    base, dev = project["dependencies"], project["optional-dependencies"]["dev"]

    assert names_of(base) <= pins_of(ROOT / "requirements" / "base.txt")
    assert names_of(base + dev) <= pins_of(ROOT / "requirements" / "dev.txt")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_a_hash(lock):
    entries = re.split(r"\n(?=[a-z])", lock.read_text())
    pins = [entry for entry in entries if "==" in entry]

    assert pins
    assert [entry for entry in pins if "--hash=sha256:" not in entry] == []


def test_the_page_of_the_house_and_the_import_contract_say_the_same():
    page = (ROOT / "docs" / "huis.md").read_text()
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    drawing = page.split("```")[1].strip().splitlines()

    floors = [re.findall(r"([a-z]+)(?:/|\.py)", line) for line in drawing]
    rooms = re.findall(r"^\| `([a-z]+)(?:/|\.py)`", page, flags=re.MULTILINE)

    assert floors == [re.findall(r"[a-z]+", layer) for layer in contract["layers"]]
    assert sorted(rooms) == sorted(room for floor in floors for room in floor)


def test_a_room_is_called_planned_until_it_is_there():
    page = (ROOT / "docs" / "huis.md").read_text()

    planned = re.findall(r"^\| `([a-z]+)/` \*planned\*", page, flags=re.MULTILINE)

    assert [room for room in planned if (ROOT / "src" / "wederkerig" / room).exists()] == []


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~; \[]", requirement)[0].lower() for requirement in requirements}


def pins_of(lock: Path) -> set[str]:
    return set(re.findall(r"^([a-z0-9.-]+)==", lock.read_text(), flags=re.MULTILINE))
