"""Numbers in the text that contradict each other."""

import pytest

from tests.checks.maken import PARTIJEN, stuk
from wederkerig.checks.tegenspraak import deel_groter_dan_geheel, spreken_elkaar_tegen

EERSTE = "Eind 2028 bedraagt de kernvoorraad 1.280 woningen."


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        (EERSTE, "De kernvoorraad telt 1.820 woningen eind 2028."),
        (EERSTE, "Eind 2028 telt de kernvoorraad ten minste 1.300 woningen."),
        (
            "De uitbreidingsopgave is ongeveer 190 woningen tot 2030.",
            "Dit is deel van de uitbreidingsbehoefte tot 2030 (290 sociale huurwoningen), nu 40 woningen.",
        ),
        (
            "De uitbreidingsbehoefte 2025-2030 (525-625 woningen) is groot.",
            "Het valt onder de groeiopgave van 525-725 sociale huurwoningen.",
        ),
    ],
)
def test_w202_finds_two_values_for_one_feature_at_one_moment(eerste, tweede):
    (bevinding,) = spreken_elkaar_tegen(stuk(eerste, tweede, partijen=PARTIJEN))

    assert bevinding.plaats == "afspraak 1 <-> afspraak 2"
    assert bevinding.ernst == "waarschuwing"


@pytest.mark.parametrize(
    "tweede",
    [
        EERSTE,
        "Eind 2026 bedraagt de kernvoorraad 1.210 woningen.",  # another moment
        "Eind 2028 bedraagt de kernvoorraad van Thuishaven 300 woningen.",  # of one party
        "Eind 2028 bedraagt de kernvoorraad minimaal 1.200 woningen.",  # borne out
        "Eind 2028 bedraagt de kernvoorraad circa 1.300 woningen.",  # about as many
        "Eind 2028 bedraagt de kernvoorraad 1.250 tot 1.300 woningen.",  # within the range
        "Eind 2028 is de groeiopgave 76 woningen.",  # something else
        "De kernvoorraad was vroeger 900 woningen.",  # no moment
    ],
)
def test_w202_is_silent_where_two_numbers_may_both_be_right(tweede):
    assert not spreken_elkaar_tegen(stuk(EERSTE, tweede, partijen=PARTIJEN))


@pytest.mark.parametrize(
    "tekst",
    [
        "Er is € 480.000,- per jaar. Hiervan is circa € 800.000,- voor bewoners.",
        "Lisdodde bouwt 40 woningen, waarvan 45 voor ouderen.",
        "De vrije ruimte is 20%. Binnen de 20% is 25% voor uitstroom.",
        "Van het bezit is 30% duur, waarvan 35% leegstaat.",
    ],
)
def test_w208_finds_a_part_that_is_larger_than_the_whole(tekst):
    assert len(deel_groter_dan_geheel(stuk(tekst))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "Er is € 480.000,- per jaar. Hiervan is circa € 80.000,- voor bewoners.",
        "Lisdodde bouwt 40 woningen, waarvan 15 voor ouderen.",
        "Lisdodde bouwt 40 woningen, waarvan 60% voor ouderen.",
        "Binnen de 20% is 5% voor uitstroom.",
        "Wij bouwen 40 woningen. De gemeente geeft € 90.000.",
        "Wij bouwen 40 woningen. Daarvan krijgen 15 huishoudens met 3 of meer personen voorrang.",
        "In 12 buurten staan 40 woningen, waarvan de helft voor 55 jaar en ouder is.",
    ],
)
def test_w208_is_silent_on_parts_that_fit(tekst):
    assert not deel_groter_dan_geheel(stuk(tekst))
