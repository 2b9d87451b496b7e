"""Pages of a PDF as they look: their images and their sizes."""

import io

import pikepdf
import pytest
from PIL import Image

from tests.documents.pdf_maken import BUILD, pdf_of, placed_text
from tests.documents.pdf_zien import ink, turned
from wederkerig.documents import DocumentError, PageSize, page_image, page_sizes
from wederkerig.documents.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    MissingPageError,
    UnknownFormatError,
)

LINE = [(70.0, 700.0, "Wij bouwen veertig woningen.")]
SOUND = placed_text(LINE)


def size_of(data, page, width):
    image = Image.open(io.BytesIO(page_image(data, page, width)))
    assert image.format == "PNG"
    return image.size


def sized(width, height):
    """A PDF of one page of this width and height, in points."""
    return SOUND.replace(b"[0 0 595 842]", f"[0 0 {width} {height}]".encode())


def saved(pdf, **options):
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def encrypted():
    with pikepdf.open(io.BytesIO(SOUND)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))


@pytest.mark.parametrize(("asked", "width"), [(300, 300), (801, 801), (-5, 200), (10, 200), (99999, 2400)])
def test_an_image_is_as_wide_as_asked_within_bounds(asked, width):
    assert size_of(SOUND, 1, asked) == (width, round(width * 842 / 595))


@pytest.mark.parametrize(
    ("page", "image"), [((1, 10000), (1, 5000)), ((10000, 1), (800, 1)), ((100, 1000), (500, 5000))]
)
def test_an_image_of_a_page_out_of_all_proportion_stays_small(page, image):
    assert size_of(sized(*page), 1, 800) == image


def test_an_image_shows_the_words_where_they_stand():
    left, top, right, bottom = ink(SOUND)

    assert left == pytest.approx(70 / 595, abs=0.005)
    assert 1 - 712 / 842 < top < bottom < 1 - 695 / 842
    assert 0.2 < right - left < 0.3


def test_each_page_has_its_own_image():
    data = pdf_of(f'<p>{BUILD}</p><p style="break-before: page; margin-top: 100mm">{BUILD}</p>')

    assert ink(data, 1)[1] < 0.2
    assert ink(data, 2)[1] > 0.4


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_shown_and_measured_as_it_is_read(quarters):
    data = turned(SOUND, quarters)

    assert ink(data) == pytest.approx(ink(SOUND), abs=0.003)
    assert page_sizes(data) == (PageSize(595.0, 842.0),)


def test_a_field_that_was_filled_in_is_shown():
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 200))
        look = pdf.make_stream(b"0 g 0 0 100 30 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        look.BBox = [0, 0, 100, 30]
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="naam", F=4,
                Rect=[60, 50, 160, 80], AP=pikepdf.Dictionary(N=look),
            )
        )  # fmt: skip
        page.Annots = pikepdf.Array([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        data = saved(pdf)

    assert ink(data) == pytest.approx((0.2, 0.6, 160 / 300, 0.75), abs=0.01)


def test_sizes_are_those_of_each_page_in_order():
    with pikepdf.new() as pdf:
        for size in ((595, 842), (842, 595), (200, 100)):
            pdf.add_blank_page(page_size=size)
        data = saved(pdf)

    assert page_sizes(data) == (PageSize(595, 842), PageSize(842, 595), PageSize(200, 100))


@pytest.mark.parametrize("page", [-1, 0, 3])
def test_a_page_that_is_not_there_is_refused(page):
    with pytest.raises(MissingPageError, match=f"Bladzijde {page} bestaat niet; deze PDF heeft er 2"):
        page_image(placed_text(LINE, LINE), page, 400)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b"Een tekst zonder meer.", UnknownFormatError),
        (b"%PDF-1.7\nonzin\n%%EOF", DamagedFileError),
        (SOUND[:300], DamagedFileError),
    ],
)
def test_what_is_no_whole_pdf_is_refused(data, error):
    with pytest.raises(error):
        page_image(data, 1, 400)
    with pytest.raises(error):
        page_sizes(data)


def test_a_file_with_a_password_is_refused(encrypted):
    with pytest.raises(EncryptedFileError):
        page_image(encrypted, 1, 400)
    with pytest.raises(EncryptedFileError):
        page_sizes(encrypted)


def test_a_broken_page_has_a_size_but_no_image():
    data = placed_text(LINE, LINE).replace(b"/Kids [5 0 R 7 0 R]", b"/Kids [5 0 R 9 0 R]")

    assert page_sizes(data) == (PageSize(595, 842), PageSize(595, 842))
    with pytest.raises(DocumentError):
        page_image(data, 2, 400)
