"""Files that are not ours, are broken or mean harm: a Dutch message, and nothing is read."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import stukken
from wederkerig.documents import DocumentError
from wederkerig.documents.errors import (
    DamagedFileError,
    TooLargeError,
    UnknownFormatError,
    UnsafeFileError,
)
from wederkerig.export.akn import akoma_ntoso, read_akoma_ntoso

DATA = akoma_ntoso(stukken.overeenkomst())
ENTITY = b"<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><akomaNtoso>&x;</akomaNtoso>"
BOMB = "<!DOCTYPE a [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><a>&b;</a>".encode("utf-16")
DEEP = DATA.replace(b"<mainBody", b"<p>" * 500 + b"</p>" * 500 + b"<mainBody", 1)


def without(tag):
    """The file without the first element of this name."""
    start = DATA.index(b"<" + tag)
    end = DATA.index(b"</" + tag + b">") + len(tag) + 3
    return DATA[:start] + DATA[end:]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", DamagedFileError),
        (b"geen xml", DamagedFileError),
        (DATA[: len(DATA) // 2], DamagedFileError),
        (b"<akomaNtoso/>", UnknownFormatError),
        (DATA.replace(b"akn/3.0", b"akn/4.0"), UnknownFormatError),
        (DATA.replace(b'doc name="prestatieafspraken"', b'doc name="reglement"'), UnknownFormatError),
        (without(b"proprietary"), UnknownFormatError),
        (DATA.replace(b'wk:versie="1"', b'wk:versie="2"'), UnknownFormatError),
        (without(b"mainBody"), DamagedFileError),
        (DATA.replace(b'wk:soort="meerjarig"', b'wk:soort="wet"'), DamagedFileError),
        (DATA.replace(b'wk:van="2025-01-01"', b'wk:van="morgen"'), DamagedFileError),
        (DATA.replace(b"<article ", b'<article wk:volgorde="x" '), DamagedFileError),
        (ENTITY, UnsafeFileError),
        (BOMB, UnsafeFileError),
        (DEEP, TooLargeError),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_dutch(data, error):
    with pytest.raises(DocumentError) as caught:
        read_akoma_ntoso(data)

    assert type(caught.value) is error
    assert caught.value.what.endswith(".")
    assert caught.value.advice.endswith(".")


def test_a_file_of_too_many_bytes_is_not_even_opened():
    with pytest.raises(TooLargeError, match="te groot"):
        read_akoma_ntoso(DATA + b"\n" * 100_000_000)


@settings(max_examples=200)
@given(place=st.integers(0, len(DATA)), length=st.integers(0, 60), put=st.binary(max_size=10))
def test_a_file_with_a_piece_changed_is_read_or_refused(place, length, put):
    broken = DATA[:place] + put + DATA[place + length :]

    with contextlib.suppress(DocumentError):
        assert read_akoma_ntoso(broken).soort in {"meerjarig", "jaarafspraken"}
