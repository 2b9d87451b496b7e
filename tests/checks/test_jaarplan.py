"""What a year plan leaves unclear."""

import pytest

from tests.checks.maken import stuk
from wederkerig.checks.jaarplan import (
    aanvulling_zonder_afspraak,
    kopjes_niet_gelijk,
    nieuw_nummer_in_reeks,
    termijn_blijft_staan,
)
from wederkerig.model import Doel, Wijziging

HUIDIG = "Lisdodde bouwt woningen."


def wijziging(nummer, soort="aanvulling", huidig=HUIDIG, jaar=2026):
    return Wijziging(doel=Doel(nummer=nummer), soort=soort, huidig=huidig, tekst="Nieuwe woorden.", jaar=jaar)


def plan(*wijzigingen):
    return stuk(soort="jaarplan", titel="Jaarplan 2026", wijzigingen=wijzigingen)


GOED = """Betaalbaarheid

Huidige afspraak:
5. Lisdodde bouwt woningen.

Aanvulling 2026:
Thuishaven bouwt ook.

Huidige afspraak:
8. De gemeente helpt.

Wijziging 2026:
De gemeente helpt meer.
"""
GOEDE_WIJZIGINGEN = (wijziging("5"), wijziging("8", "wijziging"))


def test_w505_finds_an_addition_with_a_number_of_its_own():
    tekst = GOED + "\nAanvulling 2026:\n12. Partijen praten verder.\n"
    document = plan(*GOEDE_WIJZIGINGEN, wijziging("12", "nieuw", huidig=None))

    (bevinding,) = aanvulling_zonder_afspraak(document, tekst)

    assert bevinding.plaats == "aanvulling '12.'"


def test_w505_finds_an_addition_to_an_agreement_that_is_not_quoted():
    assert len(aanvulling_zonder_afspraak(plan(wijziging("5", huidig=None)))) == 1


def test_w505_is_silent_when_every_addition_quotes_its_agreement():
    nieuw = wijziging("31", "nieuw", huidig=None)

    assert not aanvulling_zonder_afspraak(
        plan(*GOEDE_WIJZIGINGEN, nieuw), GOED + "\nNieuwe afspraak:\n31. Iets.\n"
    )


def test_w506_finds_quoted_agreements_without_a_label():
    tekst = GOED.replace("Huidige afspraak:\n8.", "8.")

    (bevinding,) = kopjes_niet_gelijk(plan(*GOEDE_WIJZIGINGEN), tekst)

    assert bevinding.plaats == "afspraken 8"
    assert "boven 5 staat 'Huidige afspraak'" in bevinding.uitleg


def test_w506_finds_a_label_that_says_two_things():
    tekst = GOED.replace("Wijziging 2026:", "Wijziging/aanvulling 2026:")

    assert len(kopjes_niet_gelijk(plan(*GOEDE_WIJZIGINGEN), tekst)) == 1


def test_w506_is_silent_on_labels_that_are_all_alike():
    zonder = GOED.replace("Huidige afspraak:\n", "")

    assert not kopjes_niet_gelijk(plan(*GOEDE_WIJZIGINGEN), GOED)
    assert not kopjes_niet_gelijk(plan(*GOEDE_WIJZIGINGEN), zonder)
    assert not kopjes_niet_gelijk(plan(*GOEDE_WIJZIGINGEN), GOED + "\nStappen:\n1. Eerst dit.\n2. Dan dat.\n")


def test_w507_finds_a_new_number_among_those_that_exist():
    (bevinding,) = nieuw_nummer_in_reeks(
        plan(wijziging("2", "nieuw"), wijziging("9"), wijziging("7", "nieuw"))
    )

    assert bevinding.plaats == "nieuwe afspraken 2 en 7"
    assert bevinding.ernst == "advies"


@pytest.mark.parametrize("tekst", ["", "De afspraken daarna schuiven een nummer op."])
def test_w507_is_silent_on_numbers_at_the_end_or_when_the_plan_says_what_shifts(tekst):
    nummer = "2" if tekst else "31"

    assert not nieuw_nummer_in_reeks(plan(wijziging("9"), wijziging(nummer, "nieuw")), tekst)


OUD = "Eind 2023 stellen wij een doel vast."


def test_w408_finds_a_deadline_that_is_over_and_stays():
    (bevinding,) = termijn_blijft_staan(plan(wijziging("9", huidig=OUD)))

    assert "2023" in bevinding.uitleg


@pytest.mark.parametrize(
    "wijzigingen",
    [
        (wijziging("9", huidig="Eind 2027 stellen wij een doel vast."),),
        (wijziging("9", huidig=OUD), wijziging("9", "verwijderen", huidig=OUD)),
        (wijziging("9", "wijziging", huidig=OUD),),
        (wijziging("9", huidig="Ten opzichte van 2020 bouwen wij meer."),),
    ],
)
def test_w408_is_silent_when_the_deadline_is_to_come_or_is_struck(wijzigingen):
    assert not termijn_blijft_staan(plan(*wijzigingen))
