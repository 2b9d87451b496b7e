"""Corrections in the document: what holds, what follows, what is told when a newer reader reads otherwise."""

from datetime import date
from decimal import Decimal

import pytest

from tests import stukken
from tests.nalezen.nemen import by_key, item, with_afspraak, without, zeedrecht
from wederkerig.model import Getal
from wederkerig.nalezen import (
    NalezenError,
    Verbetering,
    add,
    blank,
    confirm,
    correct,
    items,
    reattach,
    settle,
    strike,
    undo,
)

DUIN = "Woonstichting Duin"


def settled(stuk, *said):
    """The corrected document, where every correction has its place."""
    result = settle(stuk, said)
    assert (result.los, result.botst) == ((), ())
    return result.stuk


def test_a_field_gets_the_value_that_was_given():
    stuk = zeedrecht()
    getal, termijn = item(stuk, "getal"), item(stuk, "termijn")

    first = settled(stuk, correct(getal, "waarde", "1.250,5"), correct(termijn, "tot", "1 april (elk jaar)"))

    before, after = stuk.afspraken[0].getallen[0], first.afspraken[0].getallen[0]
    assert after == before.model_copy(update={"waarde": Decimal("1250.5")})
    assert after.bron == before.bron
    assert first.afspraken[0].termijnen[0].tot == "--04-01"
    assert first.afspraken[1:] == stuk.afspraken[1:]


def test_fields_inside_fields_are_filled_and_emptied():
    stuk = zeedrecht()
    kop, partij, unsigned = item(stuk, "kop"), item(stuk, "partij"), item(stuk, "partij", "Havenhuis")

    new = settled(
        stuk,
        correct(kop, "looptijd.tot", "31 december 2027"),
        correct(kop, "ondertekening.plaats", ""),
        correct(kop, "ondertekening.datum", ""),
        correct(partij, "vertegenwoordiger.naam", ""),
        correct(partij, "vertegenwoordiger.functie", ""),
        correct(unsigned, "vertegenwoordiger.naam", "C. Kade"),
    )

    assert (new.looptijd.van, new.looptijd.tot) == (date(2025, 1, 1), date(2027, 12, 31))
    assert new.ondertekening is None
    assert new.partijen[0].vertegenwoordiger is None
    assert new.partijen[2].vertegenwoordiger.naam == "C. Kade"


def test_a_signer_without_a_name_is_refused():
    unsigned = item(zeedrecht(), "partij", "Havenhuis")

    with pytest.raises(NalezenError, match="‘Wie tekent’ van partij Woonstichting Havenhuis"):
        settle(zeedrecht(), [correct(unsigned, "vertegenwoordiger.functie", "directeur")])


@pytest.mark.parametrize(
    ("soort", "veld", "value"),
    [
        ("getal", "waarde", "abc"),
        ("getal", "waarde", None),
        ("getal", "relatie", "hopelijk"),
        ("getal", "eenheid", ["woningen"]),
        ("termijn", "tot", "31-12-2026"),
        ("kop", "looptijd.van", "gisteren"),
        ("afspraak", "actoren", "Duinwonen"),
        ("afspraak", "actoren", [1]),
        ("tabel", "rijen", ["2025"]),
        ("partij", "soort", {"a": 1}),
    ],
)
def test_a_bad_value_is_refused_by_the_name_of_its_field(soort, veld, value):
    fact = item(zeedrecht(), soort)

    with pytest.raises(NalezenError) as caught:
        settle(zeedrecht(), [Verbetering(sleutel=fact.sleutel, soort="veld", veld=veld, wordt=value)])

    assert caught.value.veld == veld
    assert f"‘{fact.veld(veld).label}’" in caught.value.what


def test_the_last_correction_of_a_field_counts_and_can_be_taken_back():
    stuk = zeedrecht()
    getal = item(stuk, "getal")
    said = [correct(getal, "waarde", "1"), correct(getal, "eenheid", "huizen"), correct(getal, "waarde", "2")]

    assert settled(stuk, *said).afspraken[0].getallen[0].waarde == 2
    back = settled(stuk, *said, undo(getal, "waarde")).afspraken[0].getallen[0]
    assert (back.waarde, back.eenheid) == (1240, "huizen")
    assert settled(stuk, *said, undo(getal)) == stuk


def test_a_confirmed_fact_has_no_doubt_left():
    stuk = zeedrecht()

    assert settled(stuk, confirm(item(stuk, "getal", "12,5%"))).afspraken[1].getallen[0].twijfel is None


@pytest.mark.parametrize(
    ("veld", "raw", "left"),
    [
        ("tekst", "Andere woorden.", "Geen zin noemt wie handelt; aangenomen zijn alle partijen."),
        (
            "actoren",
            "de gemeente",
            "Het kopje van dit thema ontbreekt in het stuk; het thema volgt uit de volgorde.",
        ),
    ],
)
def test_a_correction_settles_only_the_doubt_it_is_about(veld, raw, left):
    both = (
        "Het kopje van dit thema ontbreekt in het stuk; het thema volgt uit de volgorde. "
        "Geen zin noemt wie handelt; aangenomen zijn alle partijen."
    )
    stuk = with_afspraak(zeedrecht(), 0, twijfel=both)
    afspraak = item(stuk, "afspraak")

    doubt = settled(stuk, correct(afspraak, veld, raw)).afspraken[0].twijfel

    assert doubt == (both if veld == "tekst" else left)
    assert by_key(stuk, afspraak.sleutel, [correct(afspraak, veld, raw)]).open


def test_what_is_struck_is_gone_with_all_below_it():
    stuk = zeedrecht()
    getal, afspraak = item(stuk, "getal"), item(stuk, "afspraak", "Duinwonen verkoopt")

    new = settled(stuk, strike(getal), strike(afspraak))

    assert new.afspraken[0].getallen == ()
    assert [each.nummer for each in new.afspraken] == ["1", "3"]


def test_who_corrects_what_was_struck_says_that_it_is_there():
    stuk = zeedrecht()
    getal = item(stuk, "getal")

    assert settled(stuk, strike(getal), correct(getal, "waarde", "5")).afspraken[0].getallen[0].waarde == 5
    assert settled(stuk, correct(getal, "waarde", "5"), strike(getal)).afspraken[0].getallen == ()


def test_what_is_struck_is_no_longer_confirmed():
    stuk = zeedrecht()
    getal = item(stuk, "getal", "12,5%")
    said = [confirm(getal), strike(getal), correct(getal, "eenheid", "procent"), undo(getal, "eenheid")]

    assert settled(stuk, *said) == stuk
    assert by_key(stuk, getal.sleutel, said).open


def test_the_head_cannot_be_struck():
    result = settle(zeedrecht(), [strike(item(zeedrecht(), "kop"))])

    assert result.stuk == zeedrecht()
    assert len(result.los) == 1


def test_actors_follow_a_party_that_is_renamed():
    stuk = zeedrecht()

    new = settled(stuk, correct(item(stuk, "partij", "Duinwonen"), "naam", DUIN))

    assert new.afspraken[0].actoren == (DUIN, stukken.HAVENHUIS, stukken.ZEEDRECHT)
    assert new.afspraken[1].stappen[0].actoren == (stukken.HAVENHUIS,)


def test_actors_that_were_read_twice_stay_so():
    stuk = with_afspraak(zeedrecht(), 0, actoren=(stukken.HUURDERS, stukken.HUURDERS))

    new = settled(stuk, correct(item(stuk, "partij", "Duinwonen"), "naam", DUIN))

    assert new.afspraken[0] == stuk.afspraken[0]


def test_parties_that_swap_names_keep_their_agreements():
    stuk = zeedrecht()
    one, other = item(stuk, "partij", "Duinwonen"), item(stuk, "partij", "Havenhuis")

    new = settled(stuk, correct(one, "naam", stukken.HAVENHUIS), correct(other, "naam", stukken.DUINWONEN))

    assert new.afspraken[1].actoren == (stukken.HAVENHUIS,)
    assert new.afspraken[1].stappen[0].actoren == (stukken.DUINWONEN,)


def test_actors_chosen_by_a_name_that_changed_again_follow_too():
    stuk = zeedrecht()
    partij, afspraak = item(stuk, "partij", "Duinwonen"), item(stuk, "afspraak")
    said = [correct(partij, "naam", "Duin")]
    said.append(correct(by_key(stuk, afspraak.sleutel, said), "actoren", "Duin"))
    said.append(correct(partij, "naam", DUIN))

    assert settled(stuk, *said).afspraken[0].actoren == (DUIN,)


def test_agreements_follow_a_theme_and_tables_an_agreement():
    stuk = zeedrecht()

    new = settled(
        stuk,
        correct(item(stuk, "thema"), "titel", "Bouwen"),
        correct(item(stuk, "afspraak"), "nummer", "1a"),
    )

    assert [each.thema for each in new.afspraken] == ["Bouwen", "Bouwen", "Betaalbaarheid"]
    assert new.tabellen[0].afspraak == "1a"


def test_a_key_stays_when_words_and_number_are_corrected():
    stuk = zeedrecht()
    afspraak, getal = item(stuk, "afspraak"), item(stuk, "getal")
    said = [correct(afspraak, "nummer", "7"), correct(afspraak, "tekst", "Heel andere woorden.")]

    said += [correct(afspraak, "rubriek", "Bouw"), correct(getal, "waarde", "3")]
    new = settled(stuk, *said).afspraken[0]

    assert (new.nummer, new.tekst, new.rubriek, new.getallen[0].waarde) == (
        "7",
        "Heel andere woorden.",
        "Bouw",
        3,
    )
    assert new.bron == stuk.afspraken[0].bron


def test_headings_that_are_no_lines_any_more_are_dropped():
    stuk = zeedrecht().model_copy(
        update={
            "hoofdstukken": (
                stukken.Overeenkomst.model_validate(
                    {
                        "soort": "meerjarig",
                        "titel": "",
                        "hoofdstukken": [{"titel": "Proces", "tekst": "A\nb\nC", "koppen": ["A", "C"]}],
                    }
                ).hoofdstukken
            )
        }
    )

    new = settled(stuk, correct(item(stuk, "hoofdstuk"), "tekst", "b\nC"))

    assert new.hoofdstukken[0].koppen == ("C",)


def test_a_missed_fact_is_added_where_it_belongs():
    stuk = zeedrecht()
    owner = item(stuk, "afspraak")
    form = blank(stuk, [], "getal", owner.sleutel)
    raw = {"tekst": "twaalf loten", "waarde": "12", "eenheid": "loten", "relatie": "precies"}

    said = add(stuk, [], form, raw, na=item(stuk, "getal").sleutel)
    new = settled(stuk, said).afspraken[0].getallen

    assert new[1] == Getal(tekst="twaalf loten", waarde=Decimal(12), eenheid="loten")
    shown = by_key(stuk, said.sleutel, [said])
    assert (shown.nieuw, shown.ouder, shown.plaats) == (True, owner.sleutel, "afspraak 1")
    changed = settled(stuk, said, correct(shown, "waarde", "13"))
    assert changed.afspraken[0].getallen[1].waarde == 13
    assert settled(stuk, said, undo(shown)) == stuk


def test_a_missed_fact_with_its_place_takes_its_words_and_order_from_there():
    stuk = zeedrecht()
    place = stukken.bron("12,5%").model_copy(update={"van": 0, "tot": 4, "citaat": "vier"})
    form = blank(stuk, [], "getal", item(stuk, "afspraak").sleutel)

    said = add(stuk, [], form, {"waarde": "4", "eenheid": "%", "relatie": "min"}, bron=place)
    first = settled(stuk, said).afspraken[0].getallen[0]

    assert (first.tekst, first.bron) == ("vier", place)


@pytest.mark.parametrize(
    ("soort", "raw"),
    [
        ("partij", {"naam": "Zorghuis", "kort": "Zorghuis", "soort": "zorgaanbieder"}),
        ("thema", {"titel": "Zorg"}),
        ("afspraak", {"nummer": "4", "tekst": "Zorghuis helpt."}),
        ("tabel", {"titel": "Tabel 9"}),
        ("begrip", {"term": "Wooncoach", "definitie": "Iemand die helpt."}),
        ("kader", {"titel": "Woonvisie", "datum": "1 mei 2020"}),
        ("hoofdstuk", {"titel": "Proces", "tekst": "Elk jaar."}),
        ("termijn", {"tekst": "ooit"}),
    ],
)
def test_every_kind_can_be_added_to_a_document(soort, raw):
    stuk = zeedrecht()
    said = add(stuk, [], blank(stuk, [], soort), raw)

    assert len(items(settled(stuk, said))) == len(items(stuk)) + 1


def test_an_added_agreement_can_have_facts_of_its_own():
    stuk = zeedrecht()
    said = [add(stuk, [], blank(stuk, [], "afspraak"), {"nummer": "4", "tekst": "De gemeente meldt dit."})]
    form = blank(stuk, said, "termijn", said[0].sleutel)
    said.append(add(stuk, said, form, {"tekst": "eind 2026", "tot": "eind 2026"}))

    assert settled(stuk, *said).afspraken[3].termijnen[0].tot == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("soort", "ouder", "raw"),
    [("getal", None, {"tekst": "x", "waarde": "?"}), ("afspraak", None, {"nummer": "4"})],
)
def test_what_is_added_is_checked(soort, ouder, raw):
    with pytest.raises(NalezenError):
        add(zeedrecht(), [], blank(zeedrecht(), [], soort, ouder), raw)


def test_nothing_is_added_below_what_has_no_such_facts():
    with pytest.raises(NalezenError, match="geen afspraak worden toegevoegd"):
        blank(zeedrecht(), [], "afspraak", item(zeedrecht(), "afspraak").sleutel)


def test_a_newer_reader_that_reads_as_corrected_needs_no_correction():
    stuk = zeedrecht()
    said = [correct(item(stuk, "getal"), "waarde", "1.300")]
    newer = _with_getal(stuk, waarde=Decimal(1300))

    assert settled(newer, *said) == newer


def test_a_newer_reader_that_reads_otherwise_again_is_told():
    stuk = zeedrecht()
    said = correct(item(stuk, "getal"), "waarde", "1.300")

    result = settle(_with_getal(stuk, waarde=Decimal(1200)), [said])

    assert result.stuk.afspraken[0].getallen[0].waarde == 1300
    assert [(each.verbetering, each.gelezen, each.plaats) for each in result.botst] == [
        (said, "1200", "afspraak 1")
    ]


def test_what_was_confirmed_is_doubted_again_when_it_is_read_otherwise():
    stuk = zeedrecht()
    getal = item(stuk, "getal", "12,5%")
    newer = _with_getal(stuk, 1, eenheid="procentpunt")

    result = settle(newer, [confirm(getal)])

    assert [each.verbetering.soort for each in result.botst] == ["bevestigd"]
    assert result.stuk == newer
    assert by_key(newer, getal.sleutel, [confirm(getal)]).open


def test_a_correction_of_a_fact_that_is_not_found_is_kept_with_the_nearest():
    stuk = zeedrecht()
    said = correct(item(stuk, "getal"), "waarde", "1.300")
    newer = with_afspraak(stuk, 0, getallen=(_getal(tekst="minimaal 1240 woning", bron=None),))

    result = settle(newer, [said])

    assert result.stuk == newer
    assert [(each.verbetering, each.nabij_woorden) for each in result.los] == [(said, "minimaal 1240 woning")]
    moved = reattach(said, by_key(newer, result.los[0].nabij))
    again = settle(newer, [said, *moved])
    assert (again.los, again.botst, again.stuk.afspraken[0].getallen[0].waarde) == ((), (), 1300)


def test_only_a_fact_of_the_same_kind_is_offered_instead():
    stuk = zeedrecht()
    said = correct(item(stuk, "getal"), "waarde", "1.300")
    same_words = stuk.afspraken[0].termijnen[0].model_copy(update={"tekst": said.woorden})

    result = settle(with_afspraak(stuk, 0, getallen=(), termijnen=(same_words,)), [said])

    assert [each.nabij for each in result.los] == [None]


def test_a_fact_whose_quote_grew_is_found_back_in_its_place():
    stuk = zeedrecht()
    said = correct(item(stuk, "getal"), "waarde", "1.300")
    longer = "samen minimaal 1.240 woningen"
    newer = with_afspraak(stuk, 0, getallen=(_getal(tekst=longer, bron=stukken.bron(longer)),))

    assert settled(newer, said).afspraken[0].getallen[0].waarde == 1300


def test_a_fact_in_its_place_with_another_value_is_left_to_a_person():
    stuk = zeedrecht()
    said = correct(item(stuk, "getal"), "waarde", "1.300")
    longer = "samen minimaal 1.240 woningen"
    other = _getal(tekst=longer, bron=stukken.bron(longer), waarde=Decimal(240))
    result = settle(with_afspraak(stuk, 0, getallen=(other,)), [said])

    assert len(result.los) == 1
    assert result.stuk.afspraken[0].getallen[0].waarde == 240


def test_a_fact_whose_agreement_is_not_found_is_kept():
    stuk = zeedrecht()
    form = blank(stuk, [], "getal", item(stuk, "afspraak").sleutel)
    said = add(stuk, [], form, {"tekst": "acht loten", "waarde": "8", "eenheid": "loten", "relatie": "min"})

    result = settle(without(stuk, "afspraken", 0), [said])

    assert [each.verbetering for each in result.los] == [said]


@pytest.mark.parametrize("waarde", ["12", "15"])
def test_a_fact_that_a_newer_reader_finds_after_all_is_not_there_twice(waarde):
    stuk = zeedrecht()
    form = blank(stuk, [], "getal", item(stuk, "afspraak").sleutel)
    said = add(
        stuk, [], form, {"tekst": "twaalf loten", "waarde": waarde, "eenheid": "loten", "relatie": "precies"}
    )
    found = Getal(tekst="twaalf loten", waarde=Decimal(12), eenheid="loten", twijfel="Loten?", bron=None)
    newer = with_afspraak(stuk, 0, getallen=(found, *stuk.afspraken[0].getallen))

    result = settle(newer, [said])

    values = [each.waarde for each in result.stuk.afspraken[0].getallen]
    assert values == [Decimal(waarde), 1240]
    assert len(result.botst) == (waarde != "12")
    assert result.stuk.afspraken[0].getallen[0].twijfel is None
    shown = next(each for each in items(newer, [said]) if each.nieuw)
    assert settle(newer, [said, undo(shown)]).stuk == newer


def test_a_second_fact_of_the_same_words_is_added_beside_the_first():
    stuk = zeedrecht()
    form = blank(stuk, [], "getal", item(stuk, "afspraak").sleutel)
    raw = {"tekst": "minimaal 1.240 woningen", "waarde": "1.240", "eenheid": "woningen", "relatie": "min"}
    said = [add(stuk, [], form, raw)]
    said.append(add(stuk, said, form, raw))

    assert len({each.sleutel for each in said}) == 2
    assert len(settled(stuk, *said).afspraken[0].getallen) == 3


def test_a_field_that_is_not_there_is_kept():
    said = Verbetering(sleutel=item(zeedrecht(), "getal").sleutel, soort="veld", veld="prijs", wordt="1")

    result = settle(zeedrecht(), [said])

    assert [each.verbetering for each in result.los] == [said]
    assert result.stuk == zeedrecht()


def _getal(**update):
    return zeedrecht().afspraken[0].getallen[0].model_copy(update=update)


def _with_getal(stuk, at=0, **update):
    getal = stuk.afspraken[at].getallen[0].model_copy(update=update)
    return with_afspraak(stuk, at, getallen=(getal,))
