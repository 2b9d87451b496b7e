"""Lists in annexes that hold something twice."""

import pytest

from tests.checks.maken import stuk
from wederkerig.checks.bijlagen import begrip_dubbel, kader_dubbel
from wederkerig.model import Begrip, Kader


def met_kaders(*titels):
    return stuk(kaders=tuple(Kader(niveau="Lokaal", titel=titel) for titel in titels))


def test_w701_finds_a_document_that_stands_twice():
    document = stuk(
        kaders=(
            Kader(niveau="Regio", titel="Convenant Opvang"),
            Kader(niveau="Lokaal", titel="convenant opvang"),
        )
    )

    (bevinding,) = kader_dubbel(document)

    assert bevinding.plaats == "bijlage, Regio en Lokaal"


def test_w701_finds_a_title_that_stands_joined_to_another_and_alone():
    document = met_kaders("Convenant Opvang - Jaarverslagen", "Koersplan", "Convenant Opvang")

    assert len(kader_dubbel(document)) == 1


def test_w701_finds_it_when_reading_split_the_joined_line():
    tekst = "Lokaal:\n- Convenant Opvang - Jaarverslagen\n- Koersplan\n- Convenant Opvang\n- Jaarverslagen\n"

    assert len(kader_dubbel(met_kaders("Koersplan", "Convenant Opvang", "Jaarverslagen"), tekst)) == 2


@pytest.mark.parametrize(
    "titels",
    [
        ("Convenant Opvang", "Convenant Buurt"),
        ("Convenant signalering Elzerveen – Lisdodde", "Convenant signalering Elzerveen – Thuishaven"),
        ("Woonvisie - deel 1", "Woonvisie - deel 2"),
        (),
    ],
)
def test_w701_is_silent_on_different_documents(titels):
    assert not kader_dubbel(met_kaders(*titels))


def test_w701_is_silent_on_editions_of_different_dates():
    document = stuk(kaders=(Kader(titel="Woondeal", datum="2022"), Kader(titel="Woondeal", datum="2025")))

    assert not kader_dubbel(document)


def test_w702_finds_a_term_with_two_definitions():
    begrippen = (
        Begrip(term="Zoektijd", definitie="Van A tot B."),
        Begrip(term="zoektijd", definitie="Van A tot C."),
    )

    (bevinding,) = begrip_dubbel(stuk(begrippen=begrippen))

    assert "verschillende omschrijvingen" in bevinding.uitleg


def test_w702_is_silent_on_different_terms():
    begrippen = (
        Begrip(term="Zoektijd", definitie="Van A tot B."),
        Begrip(term="Wachttijd", definitie="Van A tot B."),
    )

    assert not begrip_dubbel(stuk(begrippen=begrippen))
