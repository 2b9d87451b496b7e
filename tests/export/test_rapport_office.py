"""LibreOffice opens the reports as they are, and gives back what stands in them."""

import shutil
import subprocess

import docx
import pytest

from tests.export.kantoor import paragraphs, settle_all
from tests.export.rapporten import overvol, rapport
from wederkerig.export.rapport import write_report

pytestmark = pytest.mark.slow

RAPPORTEN = {
    "halfjaar": (rapport, "halfjaarrapport"),
    "brief": (rapport, "raadsbrief"),
    "vol": (overvol, "raadsbrief"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rapport")
    for name, (make, soort) in RAPPORTEN.items():
        write_report(make(soort), folder / f"{name}.docx", "docx")
    settle_all(folder)
    return folder


@pytest.mark.parametrize("name", RAPPORTEN)
def test_what_libreoffice_saves_has_the_same_words(folder, name):
    document = docx.Document(folder / f"{name}.docx")
    saved = paragraphs(folder / f"{name}.docx.odt")
    cells = ["".join(row) for kind, row in saved if kind == "rij"]

    wanted = ["".join(p.text.split()) for p in document.paragraphs if p.text.strip()]
    found = ["".join(words.split()) for kind, words in saved if kind != "rij" and words.strip()]
    for said in document.element.xpath(".//wp:docPr/@descr"):
        found.remove("".join(said.split()))
    assert found == wanted
    assert len(cells) == sum(len(table.rows) for table in document.tables)


@pytest.mark.parametrize("name", ["brief", "vol"])
def test_the_letter_prints_on_two_pages_at_most(folder, name):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*convert, folder / f"{name}.docx"], check=True, capture_output=True, timeout=180)
    info = subprocess.run(["pdfinfo", folder / f"{name}.pdf"], check=True, capture_output=True, text=True)

    assert int(info.stdout.split("Pages:")[1].split()[0]) <= 2
