"""Whatever bytes come in, nothing but a DocumentError comes out: of opening, of reading, of the checks."""

import io
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.making import abstract, docx, level, listed, number, odt, par, run, zipped
from wederkerig.checks import check, concreetheid, wederkerigheid
from wederkerig.documents import Document, DocumentError
from wederkerig.documents.read import read_bytes
from wederkerig.model import Bevinding
from wederkerig.reading import read_stuk

NUMBERING = abstract(0, level(0, "%1."), level(1, "%1.%2", "lowerRoman")) + number(1, 0)
ROW = (
    '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>'
    + par("cel")
    + "</w:tc></w:tr>"
)
WORD = docx(
    par("Kop", properties='<w:outlineLvl w:val="0"/>')
    + listed("Wij bouwen 20 woningen", 1)
    + listed(f"<w:ins>{run('meer')}</w:ins>", 1, 1)
    + f"<w:tbl>{ROW}{ROW}</w:tbl>",
    numbering=NUMBERING,
)
OPEN = odt(
    '<text:h text:outline-level="1">Kop</text:h><text:list text:style-name="L"><text:list-item>'
    "<text:p>Punt</text:p></text:list-item></text:list><table:table><table:table-row>"
    '<table:table-cell table:number-columns-spanned="2"><text:p>cel</text:p></table:table-cell>'
    "</table:table-row></table:table>",
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    "</text:list-style>",
)
HTML = (
    b"<!DOCTYPE html><h1>Kop</h1><p>Zin <b>vet</b></p><ul><li>punt</ul>"
    b"<table><tr><td colspan=2>1<td>2</table>"
)
MARKDOWN = (
    b"# Kop\n\n1. **Wij** bouwen\n   - punt\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    b"<table><tr><td>x</td></tr></table>\n"
)
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R
/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F1 12 Tf 20 100 Td (Wij bouwen 20) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
"""
AGREEMENTS = """\
Prestatieafspraken Elzerveen 2025-2028

De partijen:
1. Gemeente Elzerveen, vertegenwoordigd door wethouder A. Bos;
2. Woonstichting Lisdodde, vertegenwoordigd door B. Kok, bestuurder;
3. Huurdersvereniging De Stem, vertegenwoordigd door D. Pol, voorzitter;

1. Beschikbaarheid
1.1 Lisdodde bouwt vóór 31 december 2026 minimaal 120 sociale huurwoningen, waarvan 30% onder € 682,96.
1.2 De gemeente geeft elk jaar grond uit voor ⅓ van de woningen (zie tabel 1 en afspraak 1.1).

Tabel 1: nieuwbouw
| jaar | Noord | Zuid | Totaal |
|---|---|---|---|
| 2025 | 10 | 12 | 22 |
| 2026 | 5 | 10 | 15 |
| Totaal | 15 | 22 | 37 |

2. Looptijd
2.1 Deze afspraken gelden van 1 januari 2025 tot en met 31 december 2028.

Aldus overeengekomen te Elzerveen op vrijdag 13 december 2024,
A. Bos, gemeente Elzerveen
"""
SOUND = {
    "a.docx": WORD,
    "a.odt": OPEN,
    "a.html": HTML,
    "a.md": MARKDOWN,
    "a.pdf": PDF,
    "a.txt": AGREEMENTS.encode(),
}
FUZZ = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def members_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(data, name):
    """Read and check, and see that what comes out is in order; a DocumentError is a good outcome too."""
    with suppress(DocumentError):
        document = read_bytes(data, name)
        assert isinstance(document, Document)
        for block in document.blocks:
            assert 0 <= block.start <= block.end <= len(document.text)
        look_over(document)


def look_over(document):
    """Make data of what was opened, and do with it all that the checks do."""
    stuk = read_stuk(document)
    assert all(isinstance(finding, Bevinding) for finding in check(stuk, document.text))
    concreetheid(stuk)
    wederkerigheid(stuk)


@st.composite
def mutations(draw, data):
    """Sound bytes with a few pieces cut out, doubled or replaced, or cut off at the end."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(changed) - 1, 0)))
        length = draw(st.integers(0, 12))
        kind = draw(st.sampled_from(["replace", "cut", "double", "end"]))
        if kind == "replace":
            changed[at : at + length] = draw(st.binary(max_size=8))
        elif kind == "cut":
            del changed[at : at + length]
        elif kind == "double":
            changed[at:at] = changed[at : at + length]
        else:
            del changed[max(at, 8) :]
    return bytes(changed)


@FUZZ
@given(data=st.binary(max_size=400), name=st.sampled_from(sorted(SOUND)))
def test_random_bytes(data, name):
    read(data, name)


@pytest.mark.parametrize("name", sorted(SOUND))
@FUZZ
@given(choice=st.data())
def test_damaged_files(name, choice):
    read(choice.draw(mutations(SOUND[name])), name)


PARTS = [
    ("a.docx", "word/document.xml"),
    ("a.docx", "word/numbering.xml"),
    ("a.docx", "word/_rels/document.xml.rels"),
    ("a.odt", "content.xml"),
    ("a.odt", "styles.xml"),
]


@pytest.mark.parametrize(("name", "part"), PARTS)
@FUZZ
@given(choice=st.data())
def test_damaged_parts_in_a_sound_archive(name, part, choice):
    members = members_of(SOUND[name])
    read(zipped({**members, part: choice.draw(mutations(members[part]))}), name)


VALUES = st.sampled_from(["", "-1", "0", "999999999999", "x", "1.5", "½", "true"])


@pytest.mark.parametrize(("name", "part"), [pair for pair in PARTS if "rels" not in pair[1]])
@FUZZ
@given(choice=st.data())
def test_sound_xml_with_senseless_values(name, part, choice):
    members = members_of(SOUND[name])
    pieces = members[part].decode().split('="')
    for _ in range(choice.draw(st.integers(1, 5))):
        at = choice.draw(st.integers(1, len(pieces) - 1))
        if "://" not in pieces[at] and "urn:" not in pieces[at]:
            pieces[at] = choice.draw(VALUES) + '"' + pieces[at].partition('"')[2]
    read(zipped({**members, part: '="'.join(pieces)}), name)


ODD = st.sampled_from(
    [
        "",
        "0",
        "²",
        "٣",
        "½",
        "-",
        "9" * 500,
        "31-02-2025",
        "2028-2025",
        "%",
        "€",
        "|",
        "\n",
        "1.",
        "(",
        "tabel 1",
    ]
)
WORDS = re.split(r"(\W+)", AGREEMENTS)


@settings(FUZZ, max_examples=50)
@given(pieces=st.dictionaries(st.integers(0, len(WORDS) - 1), ODD, min_size=1, max_size=8))
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_agreement_with_senseless_words(name, pieces):
    read("".join(pieces.get(at, word) for at, word in enumerate(WORDS)).encode(), name)
