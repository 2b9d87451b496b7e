"""The example documents: the files are in step with their content, and one total is wrong on purpose."""

import re
from pathlib import Path

import docx
import pypdfium2
import pytest
import yaml
from docx.oxml.ns import qn

VOORBEELDEN = Path(__file__).parents[1] / "voorbeelden"
STUKKEN = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (VOORBEELDEN / "bron").glob("*.yaml")
}
MARKS = re.compile(r"\*\*|\*|\[\^\w+\]")


def strings(value, below=""):
    """Every text of the blocks, without the names of footnotes and the settings of a table."""
    if isinstance(value, str):
        yield MARKS.sub("", value).strip()
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, below)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, key)


def letters_of(text):
    """The letters and digits alone: line ends, hyphens and spaces differ between the formats."""
    return re.sub(r"[\W_]+", "", text)


def tables(value):
    """Every table of figures, also those inside an agreement."""
    if isinstance(value, list):
        for item in value:
            yield from tables(item)
    elif isinstance(value, dict):
        if "rijen" in value:
            yield value
        for item in value.values():
            yield from tables(item)


def wrong_totals(stuk):
    for table in tables(stuk["blokken"]):
        *rows, total = table["rijen"]
        for at, head in enumerate(table["kop"]):
            cells = [row[at] for row in rows]
            if head != "Oplevering" and all(re.fullmatch(r"-?[\d.]+", cell) for cell in cells):
                added = sum(int(cell.replace(".", "")) for cell in cells)
                if added != int(total[at].replace(".", "")):
                    yield table["titel"].split(":")[0], head, total[at], added


@pytest.mark.parametrize("name", STUKKEN)
def test_the_docx_holds_every_text_of_its_content(name):
    stuk = STUKKEN[name]
    body = docx.Document(str(VOORBEELDEN / f"{stuk['bestand']}.docx")).element.body
    shown = letters_of("".join(node.text or "" for node in body.iter(qn("w:t"))))
    assert [text for text in strings(stuk["blokken"]) if letters_of(text) not in shown] == []


@pytest.mark.parametrize("name", [name for name in STUKKEN if "pdf" in STUKKEN[name]["formaten"]])
def test_the_pdf_holds_every_goal_of_its_content(name):
    stuk = STUKKEN[name]
    with pypdfium2.PdfDocument(VOORBEELDEN / f"{stuk['bestand']}.pdf") as pdf:
        shown = letters_of("".join(page.get_textpage().get_text_bounded() for page in pdf))
    short = [text for block in stuk["blokken"] for text in block.get("punten", [])]
    assert short
    assert [text for text in short if letters_of(MARKS.sub("", text)) not in shown] == []


def test_the_only_wrong_total_is_the_planted_one():
    wrong = [found for stuk in STUKKEN.values() for found in wrong_totals(stuk)]
    assert wrong == [("Tabel 3", "Lindewaarde", "1.515", 1512)]


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_the_files_are_small(suffix):
    assert all(path.stat().st_size < 300_000 for path in VOORBEELDEN.glob(f"*.{suffix}"))
