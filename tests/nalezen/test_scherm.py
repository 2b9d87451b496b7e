"""What the screen shows: every fact with its fields, its place, its doubt and what was said of it."""

import pytest

from tests import stukken
from tests.nalezen.nemen import FILES, by_key, example, item, with_afspraak, zeedrecht
from wederkerig.export import words
from wederkerig.model import Partij, Stuk
from wederkerig.nalezen import check_value, confirm, correct, items, open_doubts, strike, undo
from wederkerig.nalezen.keuzes import PARTIJ_SOORTEN, RELATIES, STUK_SOORTEN, WIJZIGING_SOORTEN


def test_every_fact_is_on_the_screen():
    kinds = [each.soort for each in items(zeedrecht())]

    assert {kind: kinds.count(kind) for kind in kinds} == {
        "kop": 1,
        "partij": 4,
        "thema": 2,
        "afspraak": 3,
        "getal": 4,
        "termijn": 2,
        "verwijzing": 1,
        "stap": 1,
        "tabel": 1,
        "begrip": 1,
        "kader": 1,
    }


def test_facts_stand_under_the_agreement_or_step_they_belong_to():
    shown = {each.sleutel: each for each in items(zeedrecht())}
    owners = [(each.soort, shown[each.ouder].plaats) for each in shown.values() if each.ouder]

    assert owners[:4] == [
        ("getal", "afspraak 1"),
        ("termijn", "afspraak 1"),
        ("verwijzing", "afspraak 1"),
        ("getal", "afspraak 2"),
    ]


@pytest.mark.parametrize(
    ("soort", "plaats"),
    [
        ("kop", "kop van het stuk"),
        ("partij", "partij Gemeente Zeedrecht"),
        ("afspraak", "afspraak 1"),
        ("getal", "afspraak 1"),
        ("stap", "afspraak 2, stap 1"),
        ("tabel", "tabel Tabel 1: nieuwe woningen"),
        ("begrip", "begrip Kernvoorraad"),
    ],
)
def test_places_are_named_as_people_do(soort, plaats):
    assert item(zeedrecht(), soort).plaats == plaats


def test_a_year_plan_shows_its_amendments():
    first = item(stukken.jaarplan(), "wijziging")

    assert first.plaats == "wijziging van afspraak 2"
    assert {veld.naam: veld.tekst for veld in first.velden} == {
        "soort": "wijziging",
        "doel.nummer": "2",
        "doel.onderdeel": "",
        "doel.thema": "Beschikbaarheid",
        "huidig": "Duinwonen verkoopt hooguit 12,5% van haar bezit.",
        "tekst": "Duinwonen verkoopt hooguit 10% van haar bezit.",
        "reden": "De voorraad krimpt te snel.",
        "jaar": "2026",
    }


def test_the_kind_of_a_year_plan_is_no_field():
    assert item(stukken.jaarplan(), "kop").veld("soort") is None
    assert item(zeedrecht(), "kop").veld("soort") is not None


def test_values_are_shown_as_they_are_typed():
    stuk = zeedrecht()

    assert item(stuk, "getal").veld("waarde").tekst == "1.240"
    assert item(stuk, "termijn", "vóór").veld("tot").tekst == "30-6-2026"
    assert item(stuk, "termijn", "elk").veld("tot").tekst == "1 juli (elk jaar)"
    assert item(stuk, "tabel").veld("rijen").tekst == "2025\t1.240\t12,5%\t€ 682,96\n2026\t=1+1\tp.m.\t-"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_shown_can_be_typed_again(path):
    for each in items(example(path.name)):
        for veld in each.velden:
            if veld.tekst or not veld.verplicht:
                assert check_value(each, veld.naam, veld.tekst) == veld.waarde, (each.plaats, veld.naam)


def test_corrected_values_are_shown_beside_those_read():
    stuk = zeedrecht()
    getal = item(stuk, "getal", "12,5%")
    shown = by_key(stuk, getal.sleutel, [correct(getal, "waarde", "10")])
    veld = shown.veld("waarde")

    assert (veld.waarde, veld.gelezen, veld.verbeterd) == ("10", "12.5", True)
    assert not shown.veld("eenheid").verbeterd
    assert shown.verbeterd


def test_a_renamed_party_can_be_chosen_by_its_new_name():
    stuk = zeedrecht()
    said = [correct(item(stuk, "partij", "Duinwonen"), "naam", "Woonstichting Duin")]
    names = [keuze.waarde for keuze in item(stuk, "afspraak", said=said).veld("actoren").keuzes]

    assert "Woonstichting Duin" in names
    assert "Stichting Duinwonen" not in names


def test_an_actor_that_is_no_party_can_stay():
    stuk = zeedrecht()
    stuk = stuk.model_copy(update={"partijen": stuk.partijen[1:]})
    afspraak = item(stuk, "afspraak")

    assert check_value(afspraak, "actoren", afspraak.veld("actoren").tekst) == afspraak.veld("actoren").waarde


def test_open_doubts_are_those_nobody_settled():
    stuk = zeedrecht()
    doubts = open_doubts(stuk)
    said = [confirm(doubts[0]), correct(doubts[2], "waarde", "10")]

    assert [each.plaats for each in doubts] == [
        "partij Huurdersvereniging De Branding",
        "afspraak 2",
        "afspraak 2",
    ]
    assert [each.sleutel for each in open_doubts(stuk, said)] == [doubts[1].sleutel]
    assert open_doubts(stuk, [*said, strike(doubts[1])]) == ()
    assert len(open_doubts(stuk, [*said, undo(doubts[0]), undo(doubts[2])])) == 3


def test_what_was_struck_stays_on_the_screen_with_all_below_it():
    stuk = zeedrecht()
    afspraak = item(stuk, "afspraak")
    shown = items(stuk, [strike(afspraak)])

    assert {each.weg for each in shown if afspraak.sleutel in (each.sleutel, each.ouder)} == {True}
    assert len(shown) == len(items(stuk))


def test_steps_are_counted_without_those_that_were_struck():
    stap = zeedrecht().afspraken[1].stappen[0]
    steps = tuple(stap.model_copy(update={"tekst": words}) for words in ("Eerst dit.", "Dan dat."))
    stuk = with_afspraak(zeedrecht(), 1, stappen=steps)
    first, second = (each for each in items(stuk) if each.soort == "stap")

    assert second.plaats == "afspraak 2, stap 2"
    assert by_key(stuk, second.sleutel, [strike(first)]).plaats == "afspraak 2, stap 1"


@pytest.mark.parametrize(
    ("keuzes", "labels"),
    [
        (RELATIES, words.RELATIES),
        (PARTIJ_SOORTEN, words.PARTIJ_SOORTEN),
        (WIJZIGING_SOORTEN, words.WIJZIGING_SOORTEN),
        (STUK_SOORTEN, {key: name for key, name in words.SOORTEN.items() if key != "jaarplan"}),
    ],
)
def test_choices_read_as_they_do_in_files(keuzes, labels):
    assert {keuze.waarde: keuze.label for keuze in keuzes} == labels


def test_a_document_of_nothing_has_a_head():
    stuk = Stuk(soort="meerjarig", titel="", partijen=(Partij(naam="", kort="", soort="overig"),))

    assert [each.soort for each in items(stuk)] == ["kop", "partij"]
