"""LibreOffice accepts all changes and has the new version, rejects all and has the old one."""

from datetime import date

import pytest

from tests.export import regels
from tests.export.kantoor import paragraphs, settle_all
from tests.export.regels import afspraak, tabel
from wederkerig.export.docx import write_docx, write_tracked_docx
from wederkerig.export.opmaak import Regel

pytestmark = pytest.mark.slow

EEN = Regel("alinea", "a", "De eerste alinea van dit stuk.")
LANGER = Regel("alinea", "a", "De eerste alinea van dit stuk, en nog wat.")
KOP = Regel("kop1", "k", "Een kop")
PUNT = Regel("punt", "p", "Een punt van een lijst.")
TABEL = tabel("t", "Tabel", ("Jaar", "Aantal"), ("2025", "40"), ("2026", "60"))
BREDER = tabel("t", "Tabel", ("Jaar", "Aantal", "Wie"), ("2025", "40", "Woonborg"))
KORT = afspraak("x", "1", "Een korte afspraak.", "Met een tweede alinea.")
LANG = afspraak(
    "y", "2", "Een veel langere afspraak, die daarom blijft staan waar zij al stond en niet beweegt."
)

PAREN = {
    "voorbeeld": (regels.oud(), regels.nieuw()),
    "laatste": ([EEN], [EEN, KOP]),
    "eerste": ([EEN], [KOP, EEN]),
    "anders": ([EEN, PUNT, KOP], [EEN, Regel("kop2", "n", "Iets anders"), KOP]),
    "eind-aan-begin": ([EEN, KOP], [LANGER, PUNT, KOP]),
    "eind-aan-eind": ([EEN], [LANGER, PUNT]),
    "tabel": ([EEN, KOP], [EEN, *TABEL, KOP]),
    "tabel-laatst": ([EEN], [EEN, *TABEL]),
    "voor-tabel": ([EEN, *TABEL[1:], KOP], [EEN, PUNT, Regel("kop2", "n", "Kopje"), *TABEL[1:], KOP]),
    "na-tabel": ([EEN, *TABEL, KOP], [EEN, *TABEL, PUNT, KOP]),
    "rijen": ([EEN, *TABEL], [EEN, *TABEL[:2], TABEL[3], Regel("tabelrij", "t", cellen=("2027", "80"))]),
    "kolommen": ([EEN, *TABEL, KOP], [EEN, *BREDER, KOP]),
    "verplaatst": ([EEN, *KORT, *LANG, KOP], [EEN, *LANG, *KORT, KOP]),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("renvooi")
    for name, pair in PAREN.items():
        for direction, (old, new) in (("heen", pair), ("terug", pair[::-1])):
            write_tracked_docx(
                old,
                new,
                folder / f"{name}-{direction}-renvooi.docx",
                titel="Afspraken",
                auteur="Jaarplan 2026",
                datum=date(2025, 12, 9),
            )
            write_docx(new, folder / f"{name}-{direction}-nieuw.docx", titel="Afspraken")
    settle_all(folder)
    return folder


@pytest.mark.parametrize("name", PAREN)
@pytest.mark.parametrize(("direction", "back"), [("heen", "terug"), ("terug", "heen")])
def test_accepting_all_gives_the_new_document_and_rejecting_all_the_old(folder, name, direction, back):
    tracked = f"{name}-{direction}-renvooi.docx"

    accepted = paragraphs(folder / f"{tracked}AcceptAllTrackedChanges.odt")
    rejected = paragraphs(folder / f"{tracked}RejectAllTrackedChanges.odt")

    assert accepted == paragraphs(folder / f"{name}-{direction}-nieuw.docx.odt")
    assert rejected == paragraphs(folder / f"{name}-{back}-nieuw.docx.odt")


def test_undecided_changes_show_both_versions(folder):
    shown = {text for _, text in paragraphs(folder / "laatste-heen-renvooi.docx.odt")}

    assert {"De eerste alinea van dit stuk.", "Een kop"} <= shown
