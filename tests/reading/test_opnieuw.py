"""Reading agreements anew from their words: the same words give the same facts, other words other facts."""

from datetime import date
from pathlib import Path

import pytest

from tests.reading.duinrade import ALLE, BOUW, CORPORATIE, GEMEENTE, GROND, HUURDERS, lees, onder
from wederkerig.documents import read_document
from wederkerig.reading import read_stuk, reread, reread_stuk
from wederkerig.reading.opnieuw import FROM_BEFORE

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "voorbeelden").glob("*prestatieafspraken*.*"))
LISTED = ("getallen", "termijnen", "verwijzingen")


def facts(part):
    """What is read from the words of an agreement or a step, without places."""
    found = {name: getattr(part, name) for name in ("actoren", "derden", "twijfel")}
    for name in LISTED:
        found[name] = [fact.model_copy(update={"bron": None}) for fact in getattr(part, name, ())]
    return found


def all_facts(stuk):
    """The facts of every agreement and of its steps."""
    return [
        (afspraak.nummer, facts(afspraak), [facts(stap) for stap in afspraak.stappen])
        for afspraak in stuk.afspraken
    ]


def amended(stuk, nummer, tekst):
    """An agreement of the document with other words, read anew."""
    afspraak = next(one for one in stuk.afspraken if one.nummer == nummer)
    return reread(afspraak.model_copy(update={"tekst": tekst}), stuk.partijen, 2024)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_words_of_an_example_give_the_same_facts_again(path):
    stuk = read_stuk(read_document(path))

    assert all_facts(reread_stuk(stuk)) == all_facts(stuk)
    assert len(stuk.afspraken) > 10


def test_amended_words_give_other_facts():
    stuk = lees(onder("Beschikbaarheid", f"1. {GROND}", f"2. {BOUW}"))

    anew = amended(stuk, "1", "Helmwonen bouwt minimaal 40 woningen vóór 2026, zie afspraak 2.")

    assert anew.actoren == (CORPORATIE,)
    assert [(getal.waarde, getal.eenheid, getal.relatie) for getal in anew.getallen] == [
        (40, "woningen", "min")
    ]
    assert [termijn.tot for termijn in anew.termijnen] == [date(2025, 12, 31)]
    assert [verwijzing.nummer for verwijzing in anew.verwijzingen] == ["2"]


def test_facts_read_anew_have_no_place_but_the_agreement_keeps_its_own():
    stuk = lees(
        onder("Beschikbaarheid", f"1. {GROND}", "2. Helmwonen bouwt eind 2026 40 woningen (afspraak 1).")
    )

    anew = reread_stuk(stuk).afspraken[1]

    assert [fact.bron for name in LISTED for fact in getattr(anew, name)] == [None, None, None]
    assert anew.bron == stuk.afspraken[1].bron


def test_only_the_agreements_that_are_asked_for_are_read_anew():
    stuk = lees(
        onder("Beschikbaarheid", "1. Helmwonen bouwt 40 woningen.", "2. Helmwonen sloopt 8 woningen.")
    )
    named = tuple(one.model_copy(update={"id": f"afspraak-{one.nummer}"}) for one in stuk.afspraken)
    stuk = stuk.model_copy(update={"afspraken": named})

    anew = reread_stuk(stuk, only=["afspraak-2"])

    assert anew.afspraken[0] is stuk.afspraken[0]
    assert anew.afspraken[1].getallen[0].bron is None


def test_the_year_of_the_document_and_its_numbering_count_when_reading_anew():
    text = onder(
        "Beschikbaarheid",
        "1.1.1 De gemeente wijst kavels aan in het eerste kwartaal.",
        "1.1.2 Helmwonen bouwt daar (1.1.1) twaalf woningen.",
    )
    stuk = lees(text)

    assert all_facts(reread_stuk(stuk)) == all_facts(stuk)
    assert [verwijzing.nummer for verwijzing in stuk.afspraken[1].verwijzingen] == ["1.1.1"]


def test_numbers_in_a_list_take_the_bound_from_the_words_above_it():
    stuk = lees(onder("Beschikbaarheid", f"1. {GROND}", f"2. {BOUW}"))
    above = "De minimale aantallen voor Helmwonen zijn:"
    tekst = f"{above}\nvoor starters 30 woningen;\nvoor ouderen 20 woningen.\nDe Nok krijgt 5 woningen."

    anew = amended(stuk, "2", tekst)

    assert [(getal.waarde, getal.relatie) for getal in anew.getallen] == [
        (30, "min"),
        (20, "min"),
        (5, "gelijk"),
    ]


def test_steps_are_read_anew_too():
    rows = (
        "| Afspraak | Concrete stappen |\n|---|---|\n| 1. "
        + GROND
        + " | Helmwonen meldt zich voor 1 mei 2025. |\n"
    )
    stuk = lees(onder("Beschikbaarheid", rows + f"| 2. {BOUW} | De gemeente telt 12 kavels. |"))

    anew = reread_stuk(stuk)

    assert [stap.actoren for one in anew.afspraken for stap in one.stappen] == [(CORPORATIE,), (GEMEENTE,)]
    assert all_facts(anew) == all_facts(stuk)


def test_a_doubt_on_who_acts_goes_when_the_words_name_someone_and_other_doubts_stay():
    stuk = lees(onder("Beschikbaarheid", "1. Er komt meer grond vrij voor huur.", f"2. {BOUW}"))
    afspraak = stuk.afspraken[0]
    doubt = "Het nummer ontbreekt in het stuk."
    with_other = afspraak.model_copy(update={"twijfel": f"{doubt} {afspraak.twijfel}", "tekst": GROND})

    assert afspraak.twijfel is not None
    assert amended(stuk, "1", GROND).twijfel is None
    assert reread(with_other, stuk.partijen, 2024).twijfel == doubt


# A column for who or for when stands beside the agreement, not in its words. Its deadlines are known by
# their place; its parties are not, so that they are kept with a doubt where the words name nobody.
TABLE = (
    "| Nr | Afspraak | Wie | Wanneer |\n|---|---|---|---|\n"
    "| 1 | {} | De Nok | eind 2025 |\n| 2 | {} | Partijen | 2027 |\n"
)


def test_parties_and_deadlines_of_columns_are_kept():
    stuk = lees(onder("Betaalbaarheid", TABLE.format("Leden raadplegen over de huur.", "Huren matigen.")))

    anew = reread_stuk(stuk)

    assert [one.actoren for one in anew.afspraken] == [(HUURDERS,), ALLE]
    assert [one.twijfel for one in anew.afspraken] == [FROM_BEFORE, FROM_BEFORE]
    assert [one.termijnen for one in anew.afspraken] == [one.termijnen for one in stuk.afspraken]


def test_words_that_name_who_acts_go_before_a_column():
    stuk = lees(onder("Betaalbaarheid", TABLE.format("Leden raadplegen over de huur.", "Huren matigen.")))

    assert amended(stuk, "1", GROND).actoren == (GEMEENTE,)
