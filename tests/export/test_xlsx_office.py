"""LibreOffice opens the workbook and reads the same in it."""

import csv
import shutil
import subprocess

import pytest

from tests import stukken
from wederkerig.export.xlsx import write_workbook

# field separator ",", text in quotes, UTF-8, cells as shown, every sheet in a file of its own
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is missing; `make system` says what to install")
    folder = tmp_path_factory.mktemp("werkboek")
    first = stukken.afspraken()[0].model_copy(update={"tekst": "=1+1"})
    write_workbook([stukken.overeenkomst(afspraken=(first, *stukken.afspraken()[1:]))], folder / "uit.xlsx")
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profiel').as_uri()}",
        "--headless",
        "--convert-to",
        CSV,
    ]
    subprocess.run(
        [*command, "--outdir", folder, folder / "uit.xlsx"], check=True, capture_output=True, timeout=180
    )
    return {
        path.stem.removeprefix("uit-"): list(csv.reader(path.read_text().splitlines()))
        for path in folder.glob("uit-*.csv")
    }


@pytest.mark.slow
def test_all_sheets_open(sheets):
    assert set(sheets) == {"Toelichting", "Afspraken", "Getallen", "Termijnen", "Tabellen", "Twijfels"}


@pytest.mark.slow
def test_formulas_stay_text_and_dates_are_dates(sheets):
    head, first, *_ = sheets["Afspraken"]

    assert first[head.index("Tekst")] == "=1+1"
    assert first[head.index("Termijn")] == "30-06-2026"
