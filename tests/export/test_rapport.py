"""The half-yearly report and the letter to the council, opened with other libraries."""

import io
import subprocess
import zipfile
from decimal import Decimal

import docx
import pikepdf
import pytest
from lxml import etree

from tests.export import rapporten
from tests.export.rapporten import gepubliceerd, overvol, rapport
from tests.export.test_pdf import elements
from tests.monitoring.rapportstof import beoordeling
from wederkerig.export.rapport import compose, report_bytes, write_report

FORMATEN = ("docx", "pdf")
BEIDE = ("halfjaarrapport", "raadsbrief")


def opened(made):
    return docx.Document(io.BytesIO(report_bytes(made, "docx")))


def pages(path):
    """The words of each page of a PDF."""
    run = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    return [" ".join(page.split()) for page in run.stdout.split("\f")[:-1]]


def written(made, tmp_path, formaat="pdf"):
    path = tmp_path / f"rapport.{formaat}"
    write_report(made, path, formaat)
    return path


def headings(made):
    return [paragraph.text for paragraph in opened(made).paragraphs if paragraph.style.name == "Heading 1"]


def words(made):
    return [" ".join((blok.lood + " " + blok.tekst).split()) for blok in compose(made)]


# --- what stands in it ---------------------------------------------------------------------------


def test_the_report_opens_with_what_needs_attention_and_ends_with_how_to_read_it():
    assert headings(rapport()) == [
        "Wat aandacht vraagt",
        "Wat is veranderd sinds 1 januari 2026",
        "Ieders aandeel",
        "Thema: Beschikbaarheid",
        "Thema: Betaalbaarheid",
        "Thema: Duurzaamheid en kwaliteit",
        "Wat nu komt",
        "Over het geheel",
        "Leeswijzer",
    ]


def test_points_say_what_why_and_who_in_the_order_of_their_rule():
    points = [blok for blok in compose(rapport()) if blok.soort == "nummer"]

    assert [blok.lood for blok in points] == [
        "Sociale huurwoningen (afspraak 2).",
        "Sociale huurwoningen (afspraak 1).",
        "Sociale huurwoningen (afspraak 14).",
    ]
    assert points[1].tekst == (
        "Er komen acht woningen te weinig bij. Dit ging achteruit sinds het vorige rapport. "
        "Aan zet: Stichting Woonborg."
    )


def test_a_norm_is_told_with_its_promise_its_status_and_its_sum():
    tables = [blok.rijen for blok in compose(rapport()) if blok.soort == "tabel"]
    theme = next(rows for rows in tables if rows[0][0] == "Norm" and rows[0][1] == "Afgesproken")

    assert theme[1] == (
        "Sociale huurwoningen (afspraak 1)",
        "ten minste 3.341 woningen, uiterlijk eind 2026\nStichting Woonborg",
        "achter\nwas: op koers",
        "Er komen acht woningen te weinig bij.\nDe som achter kern.",
    )


def test_changes_are_told_best_first_with_both_figures():
    changes = next(blok.rijen for blok in compose(rapport()) if blok.rijen and blok.rijen[0][1] == "Koers")

    assert changes[1:] == (
        ("Sociale huurwoningen (afspraak 9)", "Beter", "risico (84)", "gehaald (87)"),
        ("Sociale huurwoningen (afspraak 1)", "Slechter", "op koers (3.250)", "achter (3.262)"),
    )


def test_what_became_neither_better_nor_worse_is_counted_in_one_sentence():
    (said,) = [line for line in words(rapport()) if line.startswith("Verder:")]

    assert said == (
        "Verder: 1 norm kreeg een andere status, die niet beter of slechter is en 1 norm is nieuw."
    )


def test_a_figure_that_moved_without_its_status_is_no_change_for_better_or_worse():
    moved = (beoordeling("prijs", "gehaald", stand=Decimal(90)),)
    said = words(rapport(eerder=moved))

    assert "Van geen enkele norm werd de status beter of slechter." in said
    assert [line for line in said if line.startswith("Verder:")] == [
        "Verder: 1 norm kreeg een ander cijfer bij dezelfde status en 4 normen zijn nieuw."
    ]


def test_who_is_spoken_of_has_its_reply_in_the_same_theme():
    said = words(rapport())
    at = said.index("Weerwoord")

    assert said[at - 1] == (
        "Stichting Woonborg, over Sociale huurwoningen (afspraak 1) (3-8-2026): "
        "De aansluiting op het net kost ons een half jaar."
    )
    assert said[at + 1].endswith("De vergunning was op tijd.")


def test_a_concept_says_so_and_who_has_said_nothing_yet():
    said = words(rapport())

    assert said[0] == "Concept van 1 augustus 2026, nog niet gepubliceerd; cijfers kunnen nog wijzigen"
    assert "Nog geen opmerkingen van: Huurdersraad Zee" in said


def test_a_published_report_has_its_day_and_that_of_its_figures_and_waits_for_nobody():
    said = words(gepubliceerd())

    assert said[0] == "Gepubliceerd op 1 september 2026; cijfers vastgezet op 10 augustus 2026"
    assert [line for line in said if line.startswith("Nog geen opmerkingen")] == []


def test_a_first_report_compares_with_nothing():
    said = words(rapport(vorige=None, eerder=()))

    assert [line for line in said if "sinds" in line] == []


def test_a_report_without_norms_is_a_report():
    made = rapport(normen=(), nu=(), eerder=(), opmerkingen=(), weerwoord=(), grafieken={})

    assert "Van deze afspraken zijn nog geen normen met cijfers te beoordelen." in words(made)
    assert [report_bytes(made, formaat)[:2] for formaat in FORMATEN] == [b"PK", b"%P"]


def test_each_party_has_its_share_and_the_letter_takes_kinds_together():
    whole, letter = (
        next(blok.rijen for blok in compose(rapport(soort)) if blok.rijen and blok.rijen[0][0] == "Wie")
        for soort in BEIDE
    )

    assert [row[0] for row in whole[1:]] == [
        "Gemeente Zeedrecht",
        "Stichting Woonborg",
        "De Woonplaats",
        "Huurdersraad Zee",
    ]
    assert letter[1:] == (
        ("Gemeente Zeedrecht", "18 keer", "4", "2"),
        ("Corporaties", "46 keer", "20", "14"),
        ("Huurdersraad Zee", "1 keer", "0", "–"),
    )


# --- the files -----------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", BEIDE)
@pytest.mark.parametrize("formaat", FORMATEN)
def test_the_same_report_gives_the_same_bytes(soort, formaat):
    assert report_bytes(rapport(soort), formaat) == report_bytes(rapport(soort), formaat)


@pytest.mark.parametrize("soort", BEIDE)
def test_the_pdf_is_tagged_and_its_pictures_and_heads_of_tables_have_words(soort, tmp_path):
    with pikepdf.open(written(rapport(soort), tmp_path)) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"].startswith("Concept: ")
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.check_pdf_syntax() == []
        assert len(elements(pdf, "/H1")) == 1
        assert {str(head.A.Scope) for head in elements(pdf, "/TH")} == {"/Column", "/Row"}
        charts = sorted(str(each.Alt) for each in elements(pdf, "/Figure"))
    assert len(charts) == {"halfjaarrapport": 2, "raadsbrief": 1}[soort]
    assert charts[-1].startswith("Sociale huurwoningen. Er zijn 3.262 sociale huurwoningen;")


def test_the_docx_has_its_language_title_and_words_for_its_pictures():
    content = report_bytes(rapport(), "docx")
    document = docx.Document(io.BytesIO(content))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        styles = archive.read("word/styles.xml").decode()
        pictures = [name for name in archive.namelist() if name.endswith(".png")]
    described = document.element.xpath(".//wp:docPr/@descr")

    assert document.core_properties.title == "Concept: Halfjaarrapport prestatieafspraken Zeedrecht"
    assert document.core_properties.language == "nl-NL"
    assert '<w:lang w:val="nl-NL"' in styles
    assert len(pictures) == len(described) == 2
    assert described[1].startswith("Sociale huurwoningen. Er zijn 3.262")


def test_every_table_of_the_docx_repeats_its_head():
    document = opened(rapport())

    assert document.tables
    assert [table for table in document.tables if not table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")] == []


def test_both_formats_hold_all_words(tmp_path):
    made = rapport()
    document = opened(made)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    in_docx = flat(" ".join([paragraph.text for paragraph in document.paragraphs] + cells))
    page = flat(" ".join(subprocess.run(
        ["pdftotext", written(made, tmp_path), "-"], check=True, capture_output=True, text=True
    ).stdout.split()))  # fmt: skip

    for blok in compose(made):
        for words_of in (blok.lood, blok.tekst, *(cell for row in blok.rijen for cell in row)):
            for word in words_of.split():
                assert flat(word) in in_docx
                assert flat(word) in page


def flat(text):
    return "".join(text.split())


@pytest.mark.parametrize("make", [rapport, overvol])
def test_the_letter_has_two_pages_at_most(make, tmp_path):
    found = pages(written(make("raadsbrief"), tmp_path))

    assert len(found) <= 2
    assert "Wat nu komt" in found[-1]


def test_the_letter_says_whom_it_is_for():
    assert words(rapport("raadsbrief"))[2] == "Aan de gemeenteraad van Zeedrecht · stand op 1 juli 2026"


@pytest.mark.parametrize("soort", BEIDE)
def test_hostile_words_never_become_mark_up(soort, tmp_path):
    made = rapport(soort, zinnen={"kern": "<script>alert(1)</script> ]]> & \x0b"})
    text = "".join(pages(written(made, tmp_path)))

    assert "<script>alert(1)</script>" in text
    assert "<script>alert(1)</script> ]]> &" in "".join(each.text for each in opened(made).paragraphs)


def test_a_report_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(OSError, match="bestaat-niet"):
        write_report(rapport("raadsbrief"), tmp_path / "bestaat-niet" / "a.docx", "docx")

    assert list(tmp_path.iterdir()) == []


def test_charts_of_a_report_have_names_of_their_own(tmp_path):
    made = rapport(grafieken={"": (rapporten.lijn(), rapporten.lijn())})

    with pikepdf.open(written(made, tmp_path)) as pdf:
        assert len(elements(pdf, "/Figure")) == 3


def test_the_body_is_sound_xml():
    with zipfile.ZipFile(io.BytesIO(report_bytes(overvol("raadsbrief"), "docx"))) as archive:
        parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        assert [etree.fromstring(archive.read(name)).tag for name in parts]
