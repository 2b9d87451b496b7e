"""The year plan as a document: every kind of amendment, in a form that people sign and that reads back."""

import pikepdf
import pytest
from docx import Document as WordDocument

from tests.export.jaarplannen import amendments, plan
from wederkerig.documents import Kind, read_document
from wederkerig.export.jaarplan import as_written, write_jaarplan_docx, write_jaarplan_pdf
from wederkerig.model import Begrip, Doel, Inhoud, Plek, Tabel, Wijziging
from wederkerig.reading import read_stuk

WRITERS = {"docx": write_jaarplan_docx, "pdf": write_jaarplan_pdf}
BETAALBAAR, BUURTEN = "Betaalbaarheid", "Leefbare buurten"
OUD = "Het loket is op dinsdag open.\nEr is plaats voor:\nvragen over de huur;\nvragen over de buurt."
TABEL = Tabel(
    titel="Nieuwe woningen",
    kop=("Wijk", "2026", "2027"),
    rijen=(("Polderwijk", "30", "24"), ("Zeekant", "12", "0")),
)
GOUD = (
    Wijziging(
        doel=Doel(onderdeel="proces", thema="Samenwerking en monitoring"),
        soort="wijziging",
        huidig="Overleg\nPartijen zien elkaar in mei:\n1. terugkijken\n2. vooruitkijken",
        tekst="Vast overleg\nPartijen zien elkaar twee keer.\na. eerst de ambtenaren\nb. dan het bestuur",
        jaar=2026,
    ),
    Wijziging(
        doel=Doel(onderdeel="doelen", thema=BETAALBAAR),
        soort="aanvulling",
        huidig="Wat willen we bereiken?\nDe huur is te betalen.\nNiemand raakt zijn huis kwijt.",
        tekst="Ook het stoken is te betalen.",
        jaar=2026,
    ),
    Wijziging(
        doel=Doel(nummer="4", thema=BETAALBAAR), soort="verwijderen", huidig=OUD,
        tekst="vragen over de buurt.", reden="de buurt heeft (sinds mei) een eigen loket", jaar=2026,
    ),
    Wijziging(
        doel=Doel(nummer="4", thema=BETAALBAAR), soort="aanvulling", huidig=OUD,
        tekst="Aanvulling 2026:\nis een regel die op een etiket lijkt.", reden="de proef is af", jaar=2026,
    ),
    Wijziging(doel=Doel(nummer="8", thema=BETAALBAAR), soort="verwijderen", tekst="", jaar=2026),
    Wijziging(
        doel=Doel(nummer="9a", thema=BETAALBAAR), soort="verwijderen", huidig="Dit is af.", tekst="",
        reden="klaar", jaar=2027, samengevoegd_met="afspraak-4",
    ),
    Wijziging(
        doel=Doel(nummer="12", thema=BETAALBAAR), soort="nieuw",
        tekst="De Nok belt elke nieuwe huurder op, zie afspraak 3.",
        jaar=2026, plek=Plek(nummer="12", thema=BETAALBAAR, rubriek="Huurders", na="afspraak-11"),
        nummering="nieuw", afgesplitst_van="afspraak-4",
    ),
    Wijziging(
        doel=Doel(nummer="13", thema=BETAALBAAR), soort="wijziging", tekst="", tabel=TABEL, jaar=2026,
    ),
    Wijziging(
        doel=Doel(onderdeel="tabel", titel="Nieuwe woningen", thema=BUURTEN), soort="wijziging", tekst="",
        tabel=TABEL, jaar=2026,
    ),
    *(
        Wijziging(
            doel=Doel(nummer=was, thema=BUURTEN), soort="verplaatsing", tekst="", jaar=2026,
            plek=Plek(nummer=wordt, thema=thema, rubriek=None, na=na),
        )
        for was, wordt, thema, na in (
            ("20", "21", None, None), ("21", "1", BETAALBAAR, ""), ("22", "20", None, "19"),
        )
    ),
    *(
        Wijziging(doel=Doel(onderdeel="bijlage"), soort="bijlage", tekst=tekst, jaar=2026)
        for tekst in ("Woonvisie Duinrade 2030", "Nota grond, 3 mei 2025")
    ),
)  # fmt: skip


@pytest.fixture(params=sorted(WRITERS))
def write(request, tmp_path):
    """Writes a plan in one of the formats, and gives the path."""

    def to_file(jaarplan, **named):
        path = tmp_path / f"plan.{request.param}"
        WRITERS[request.param](jaarplan, path, **named)
        return path

    return to_file


def words_of(path):
    return [block.text for block in read_document(path).blocks]


def test_every_kind_of_amendment_reads_back(write):
    jaarplan = plan(*GOUD)

    read = read_stuk(read_document(write(jaarplan)))

    assert read.soort == "jaarplan"
    written = [wijziging.tabel for wijziging in as_written(jaarplan).wijzigingen if wijziging.tabel]
    assert [tabel.afspraak for tabel in written] == ["13", None]
    assert amendments(read) == amendments(as_written(jaarplan))


def test_amendments_that_paper_carries_are_written_as_they_are():
    bare = tuple(wijziging for wijziging in GOUD if wijziging.tabel is None)

    assert as_written(plan(*bare)).wijzigingen == bare


def test_what_the_plan_says_of_itself_reads_back(write):
    jaarplan = plan(*GOUD)

    read = read_stuk(read_document(write(jaarplan)))

    assert (read.titel, read.gemeente, read.ondertekening) == (
        jaarplan.titel,
        jaarplan.gemeente,
        jaarplan.ondertekening,
    )
    assert [partij.model_copy(update={"bron": None}) for partij in read.partijen] == list(jaarplan.partijen)


@pytest.mark.parametrize("titel", ["Jaarplan Duinrade", "Wijzigingen van dit najaar"])
def test_a_plan_without_a_year_keeps_the_years_of_its_amendments(write, titel):
    jaarplan = plan(*GOUD, titel=titel)

    read = read_stuk(read_document(write(jaarplan)))

    assert [wijziging.jaar for wijziging in read.wijzigingen] == [wijziging.jaar for wijziging in GOUD]


def test_a_plan_without_amendments_is_a_year_plan_all_the_same(write):
    read = read_stuk(read_document(write(plan())))

    assert (read.soort, read.wijzigingen) == ("jaarplan", ())


def test_the_document_that_is_amended_is_named(write):
    path = write(plan(*GOUD), basis="Prestatieafspraken Duinrade 2024-2027")

    assert "bij: Prestatieafspraken Duinrade 2024-2027" in words_of(path)


def test_parts_that_words_do_not_carry_are_told_at_the_end(write):
    begrip = Begrip(term="Kernvoorraad", definitie="de woningen die blijven")
    glossary = Wijziging(
        doel=Doel(onderdeel="begrippen"), soort="wijziging", tekst="", inhoud=Inhoud(begrippen=(begrip,))
    )

    path = write(plan(*GOUD, glossary))

    told = words_of(path)
    start = told.index("Overige wijzigingen")
    assert told[start : start + 3] == [
        "Overige wijzigingen",
        "De begrippenlijst wordt:",
        "Kernvoorraad: de woningen die blijven",
    ]
    assert amendments(read_stuk(read_document(path))) == amendments(as_written(plan(*GOUD)))


def test_each_party_has_room_to_sign(write):
    tables = [block for block in read_document(write(plan())).blocks if block.kind is Kind.TABLE]

    rows = [[cell.text for cell in row][:2] for row in tables[-1].rows]

    assert rows == [
        ["Partij", "Naam en functie"],
        ["Gemeente Duinrade", "H. Vlietstra, wethouder"],
        ["Stichting Helmwonen", "P. de Graaf-Bos, directeur-bestuurder"],
        ["Huurdersvereniging De Nok", "……………………"],
    ]


def test_the_same_plan_gives_the_same_bytes(write):
    first = write(plan(*GOUD)).read_bytes()

    assert write(plan(*GOUD)).read_bytes() == first


def test_nothing_is_left_where_a_file_cannot_be_written(tmp_path):
    for ending, writer in WRITERS.items():
        with pytest.raises(OSError, match="missing"):
            writer(plan(), tmp_path / "missing" / f"plan.{ending}")

    assert list(tmp_path.iterdir()) == []


def test_the_pdf_is_tagged_and_speaks_dutch(tmp_path):
    path = tmp_path / "plan.pdf"

    write_jaarplan_pdf(plan(*GOUD), path)

    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:title"] == "Jaarplan 2026 Duinrade"


def test_a_pdf_fetches_nothing_that_its_words_ask_for(tmp_path):
    asked = '<img src="file:///etc/hostname"> <style>@import "http://127.0.0.1:9/";</style>'
    wijziging = Wijziging(doel=Doel(nummer="3"), soort="nieuw", tekst=asked, jaar=2026)
    path = tmp_path / "plan.pdf"

    write_jaarplan_pdf(plan(wijziging), path)

    assert read_stuk(read_document(path)).wijzigingen[0].tekst == asked


def test_word_knows_the_headings_and_the_rows_that_head_a_table(tmp_path):
    path = tmp_path / "plan.docx"

    write_jaarplan_docx(plan(*GOUD), path)

    word = WordDocument(str(path))
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 2"]
    assert headings == ["Samenwerking en monitoring", BETAALBAAR, BUURTEN, "Bijlage"]
    heads = [bool(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")) for table in word.tables]
    assert heads == [True] * 4


def test_a_label_that_someone_reworded_in_word_is_still_one(tmp_path):
    path = tmp_path / "plan.docx"
    write_jaarplan_docx(plan(GOUD[1]), path)
    word = WordDocument(str(path))
    label = next(p for p in word.paragraphs if p.text == "Aanvulling 2026:")
    label.runs[0].text = "Toe te voegen tekst 2026:"

    word.save(str(path))

    assert amendments(read_stuk(read_document(path))) == [GOUD[1]]


@pytest.mark.parametrize("name", ["voorbeelden/veldermeer-jaarplan-2026.docx"])
def test_the_example_plan_reads_back(write, root, name):
    jaarplan = read_stuk(read_document(root / name))

    read = read_stuk(read_document(write(jaarplan)))

    assert len(jaarplan.wijzigingen) == 14
    assert amendments(read) == amendments(jaarplan)


@pytest.mark.slow
def test_a_real_plan_reads_back(write, shared):
    (path,) = shared.glob("seeds/004_*.txt")
    jaarplan = read_stuk(read_document(path))

    read = read_stuk(read_document(write(jaarplan)))

    assert amendments(read) == amendments(as_written(jaarplan))


def test_a_withdrawn_agreement_is_named_once(write):
    jaarplan = plan(Wijziging(doel=Doel(nummer="8", thema=BETAALBAAR), soort="verwijderen", tekst=""))

    words = words_of(write(jaarplan))

    assert [text for text in words if text.startswith("Afspraak")] == ["Afspraak 8 vervalt."]
