"""A forecast told to somebody who decides and does not calculate."""

from datetime import date
from decimal import Decimal

import pytest

from wederkerig.voorraad.in_woorden import in_words, odds, target_in_words
from wederkerig.voorraad.uitkomst import Doelkans, Invloed, Jaarbeeld, Voorraaddoel, Vooruitblik

PER = date(2028, 12, 31)


def kans(**velden):
    doel = Voorraaddoel(**{"naam": "Kernvoorraad", "aantal": 3_341, "per": PER} | velden.pop("doel", {}))
    return Doelkans(
        **{"doel": doel, "kans": Decimal("0.34"), "laag": 3_240, "midden": 3_310, "hoog": 3_371} | velden
    )


def vooruitblik(midden=3_310, gepland=3_352, **velden):
    jaar = Jaarbeeld(jaar=2028, laag=3_240, midden=midden, hoog=3_371, gepland=gepland)
    vast = {
        "op": date(2025, 12, 31),
        "tot": PER,
        "begin": 3_239,
        "scenarios": 100,
        "seed": 1,
        "jaren": (jaar,),
    }
    return Vooruitblik(**vast | velden)


@pytest.mark.parametrize(
    ("deel", "woorden"),
    [
        ("0", "in geen van de doorrekeningen"),
        ("0.0001", "in minder dan 1 van de 20 doorrekeningen"),
        ("0.05", "in 1 van de 10 doorrekeningen"),
        ("0.149", "in 1 van de 10 doorrekeningen"),
        ("0.74", "in 7 van de 10 doorrekeningen"),
        ("0.75", "in 8 van de 10 doorrekeningen"),
        ("0.95", "in 19 van de 20 doorrekeningen"),
        ("0.9501", "in meer dan 19 van de 20 doorrekeningen"),
        ("1", "in alle doorrekeningen"),
    ],
)
def test_a_chance_is_told_as_a_person_counts(deel, woorden):
    assert odds(Decimal(deel)) == woorden


def test_the_stock_is_told_with_its_band_and_the_plan():
    (zin,) = in_words(vooruitblik())

    assert zin == (
        "Van 3.239 woningen eind 2025 groeit de voorraad naar verwachting tot ongeveer 3.310 eind 2028. "
        "In 8 van de 10 doorrekeningen ligt het tussen 3.240 en 3.371. "
        "Als alles gaat zoals gepland, zijn het er 3.352."
    )


def test_a_stock_that_shrinks_or_goes_as_planned_is_told_so():
    (zin,) = in_words(vooruitblik(midden=3_200, gepland=3_200))

    assert "krimpt de voorraad naar verwachting tot ongeveer 3.200" in zin
    assert zin.endswith("Dat is ook wat er gepland is.")


def test_a_target_is_told_with_what_it_hangs_on_and_what_is_needed():
    invloeden = tuple(
        Invloed(project=naam, daling=Decimal(deel))
        for naam, deel in (("Kerkelaan", "0.22"), ("Lange Vliet", "0.1"))
    )

    assert target_in_words(kans(invloeden=invloeden, extra=60)) == (
        "Kernvoorraad: ten minste 3.341 woningen eind 2028 wordt in 3 van de 10 doorrekeningen gehaald. "
        "De verwachting is 3.310, tussen 3.240 en 3.371. "
        "Het meest hangt af van Kerkelaan: zonder dat project in 1 van de 10 doorrekeningen. "
        "Daarna telt Lange Vliet het meest. "
        "Om op 8 van de 10 te komen zijn 60 woningen extra nodig, die zeker op tijd klaar zijn."
    )


@pytest.mark.parametrize(
    ("doel", "extra", "slot"),
    [
        ({}, 1, "Om op 8 van de 10 te komen is 1 woning extra nodig, die zeker op tijd klaar is."),
        (
            {"meting": "toegevoegd", "kenmerk": "geclusterd"},
            12,
            "te komen zijn 12 geclusterde woningen extra nodig, die zeker op tijd klaar zijn.",
        ),
        ({"relatie": "max"}, 9, "Om op 8 van de 10 te komen moeten er 9 woningen minder bij komen."),
    ],
)
def test_what_is_needed_fits_the_target(doel, extra, slot):
    assert target_in_words(kans(doel=doel, extra=extra)).endswith(slot)


def test_a_target_that_is_likely_needs_nothing():
    assert "nodig" not in target_in_words(kans(kans=Decimal("0.83")))


def test_what_was_left_out_is_told_at_the_end():
    gezegd = in_words(vooruitblik(doelen=(kans(),), opmerkingen=("Niet meegerekend: Ooit.",)))

    assert len(gezegd) == 3
    assert gezegd[-1] == "Niet meegerekend: Ooit."
