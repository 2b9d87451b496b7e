"""The same blocks come out of a document whichever program wrote it."""

import io
import shutil
import subprocess

import docx as python_docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odfdo import Document as OdfDocument
from odfdo import Header, List, Paragraph

from tests.documents.making import cells, level, outline, texts
from wederkerig.documents import Kind
from wederkerig.documents.read import read_bytes, read_document

LEVELS = level(0, "Afspraak %1:") + level(1, "%2.", "lowerLetter") + level(2, "%1.%2.%3")


def agreement():
    """A short agreement with headings, two kinds of lists and a table, as python-docx writes it."""
    document = python_docx.Document()
    document.add_heading("Prestatieafspraken Elzendam", 0)
    document.add_heading("Beschikbaarheid", 1)
    document.add_paragraph("Wij willen dat iedereen passend woont.")
    root = document.part.numbering_part.element
    first_number = root.find("{*}num")
    first_number.addprevious(
        parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{LEVELS}</w:abstractNum>')
    )
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for depth, words in enumerate(["Woonrijk bouwt 40 woningen.", "Waarvan 10 voor starters.", "Per jaar."]):
        add_numbered(document, words, depth)
    add_numbered(document, "De gemeente wijst grond aan.", 0)
    document.add_paragraph("aan de Molenweg", style="List Bullet")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Soort"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "Aantal"
    table.cell(1, 0).text, table.cell(1, 1).text = "huur", "koop"
    table.cell(2, 0).add_table(1, 2).cell(0, 1).text = "binnenin"
    table.cell(2, 2).text = "40"
    document.add_heading("Slot", 2)
    return saved(document)


def add_numbered(document, words, depth):
    properties = document.add_paragraph(words).paragraph_format.element.get_or_add_pPr()
    numbers = f'<w:ilvl w:val="{depth}"/><w:numId w:val="77"/>'
    properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{numbers}</w:numPr>"))


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_python_docx():
    document = read_bytes(agreement(), "afspraken.docx")

    assert texts(document) == [
        "Prestatieafspraken Elzendam",
        "Beschikbaarheid",
        "Wij willen dat iedereen passend woont.",
        "Afspraak 1: Woonrijk bouwt 40 woningen.",
        "a. Waarvan 10 voor starters.",
        "1.a.1 Per jaar.",
        "Afspraak 2: De gemeente wijst grond aan.",
        "aan de Molenweg",
        "",
        "Slot",
    ]
    assert cells(document.blocks[8]) == [["Soort", "Aantal"], ["huur", "koop"], ["", "", "40"]]
    assert cells(document.blocks[8].rows[2][0].blocks[0]) == [["", "binnenin"]]


def test_odfdo():
    document = OdfDocument("text")
    document.body.clear()
    document.body.append(Header(1, "Thema wonen"))
    document.body.append(Paragraph("Wij bouwen."))
    document.body.append(List(["huur", "koop"]))

    blocks = read_bytes(saved(document), "afspraken.odt").blocks

    assert [block.text for block in blocks] == ["1. Thema wonen", "Wij bouwen.", "huur", "koop"]
    assert blocks[0].kind is Kind.HEADING


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["odt", "docx"])
def test_libreoffice_writes_the_same_blocks(tmp_path, suffix):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    source = tmp_path / "afspraken.docx"
    source.write_bytes(agreement())
    target = tmp_path / "uit"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", suffix, "--outdir", target, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    converted = read_document(target / f"afspraken.{suffix}")

    assert outline(converted.blocks) == outline(read_document(source).blocks)
