"""The facts of an agreement read anew from its corrected words, without losing what a person said."""

import pytest

from tests.nalezen.nemen import example, item, zeedrecht
from wederkerig.nalezen import NalezenError, correct, items, reread, settle, strike, undo

NAME = "veldermeer-meerjarige-prestatieafspraken-2025-2028.docx"
STUK = example(NAME)
FIRST = item(STUK, "afspraak")
WORDS = "De gemeente bouwt vóór 1 mei 2027 minimaal 40 woningen en 12 standplaatsen; zie afspraak 4."


def facts(afspraak):
    """What an agreement says, without places."""
    return {
        "actoren": afspraak.actoren,
        "getallen": [(each.tekst, int(each.waarde)) for each in afspraak.getallen],
        "termijnen": [str(each.tot) for each in afspraak.termijnen],
        "verwijzingen": [each.nummer for each in afspraak.verwijzingen],
    }


def test_words_that_were_not_corrected_give_nothing_new():
    for each in items(STUK):
        if each.soort == "afspraak":
            assert reread(STUK, [], each.sleutel) == ()


def test_the_facts_follow_the_corrected_words():
    said = [correct(FIRST, "tekst", WORDS)]
    said += reread(STUK, said, FIRST.sleutel)
    result = settle(STUK, said)

    assert facts(result.stuk.afspraken[0]) == {
        "actoren": ("Gemeente Veldermeer",),
        "getallen": [("minimaal 40 woningen", 40), ("12 standplaatsen", 12)],
        "termijnen": ["2027-04-30"],
        "verwijzingen": ["4"],
    }
    assert (result.los, result.botst) == ((), ())
    assert reread(STUK, said, FIRST.sleutel) == ()


def test_facts_stand_in_the_order_of_the_words():
    stuk = zeedrecht()
    third = next(each for each in items(stuk) if each.plaats == "afspraak 3")
    said = [correct(third, "tekst", stuk.afspraken[2].tekst.replace("woningen", "7 woningen"))]
    said += reread(stuk, said, third.sleutel)
    words = [each.tekst for each in settle(stuk, said).stuk.afspraken[2].getallen]

    assert words == ["30 tot 40%", "7 woningen", "onder € 682,96"]


def test_what_was_read_anew_can_be_taken_back():
    said = [correct(FIRST, "tekst", WORDS)]
    said += reread(STUK, said, FIRST.sleutel)
    said += [undo(each) for each in items(STUK, said) if FIRST.sleutel in (each.sleutel, each.ouder)]

    assert settle(STUK, said).stuk == STUK


def test_what_a_person_said_of_a_fact_stays():
    getallen = [each for each in items(STUK) if each.ouder == FIRST.sleutel and each.soort == "getal"]
    said = [correct(getallen[0], "waarde", "5"), correct(FIRST, "actoren", "")]
    said += [strike(getallen[1]), correct(FIRST, "tekst", STUK.afspraken[0].tekst + " Dat zijn 12 loten.")]
    said += reread(STUK, said, FIRST.sleutel)
    new = settle(STUK, said).stuk.afspraken[0]

    assert new.getallen[0].waarde == 5
    assert new.actoren == ()
    assert getallen[1].woorden not in [each.tekst for each in new.getallen]
    assert new.getallen[-1].tekst == "12 loten"


def test_only_an_agreement_can_be_read_anew():
    with pytest.raises(NalezenError, match="Alleen een afspraak"):
        reread(STUK, [], item(STUK, "getal").sleutel)
    with pytest.raises(NalezenError, match="Alleen een afspraak"):
        reread(STUK, [strike(FIRST)], FIRST.sleutel)
