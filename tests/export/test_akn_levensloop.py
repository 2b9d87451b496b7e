"""Versions of one document as Akoma Ntoso: addresses, events, intervals and amendments."""

from datetime import date

import pytest
from hypothesis import given, settings

from tests import stukken
from tests.conftest import examples
from tests.export import akn_maken
from tests.export.akn_maken import dead_links, errors, find, said
from wederkerig.export.akn import Gebeurtenis, akoma_ntoso, history_akoma_ntoso, read_akoma_ntoso
from wederkerig.model import Beslissing, Doel, Hoofdstuk, Wijziging

WORK = "/akn/nl/doc/prestatieafspraken/zeedrecht/2024-12-12/prestatieafspraken-zeedrecht-2025-2028"
PLAN_2026 = "/akn/nl/doc/jaarplan/zeedrecht/2026-01-01/jaarplan-2026"
PLAN_2027 = "/akn/nl/doc/jaarplan/zeedrecht/2027-01-01/jaarplan-2027"


@pytest.fixture(scope="module")
def files():
    return history_akoma_ntoso(akn_maken.zeedrecht_versions())


def attributes(element, *names):
    return tuple(element.get(name) for name in names)


@settings(max_examples=examples(150))
@given(versions=akn_maken.histories())
def test_every_version_is_valid_and_read_back(versions):
    files = history_akoma_ntoso(versions)

    for data, (_, stuk, _) in zip(files, versions, strict=True):
        assert errors(data) == []
        assert dead_links(data) == []
        assert said(read_akoma_ntoso(data)) == said(stuk)


def test_versions_share_the_address_of_the_work_and_have_their_own(files):
    works = [find(data, "//a:FRBRWork/a:FRBRuri/@value") for data in files]
    expressions = [find(data, "//a:FRBRExpression/a:FRBRuri/@value") for data in files]

    assert works == [[WORK], [WORK], [WORK]]
    assert expressions == [[f"{WORK}/nld@2025-01-01"], [f"{WORK}/nld@2026-01-01"], [f"{WORK}/nld@2027-01-01"]]


def test_two_versions_of_one_day_have_different_addresses():
    versions = akn_maken.zeedrecht_versions()
    again = (akn_maken.besluit("Tweede plan", date(2026, 1, 1)), versions[1][1], ())

    files = history_akoma_ntoso([versions[0], versions[1], again])

    assert find(files[2], "//a:FRBRExpression/a:FRBRuri/@value") == [f"{WORK}/nld@2026-01-01;2"]


def test_every_version_knows_the_whole_life_of_the_document(files):
    lives = [find(data, "//a:lifecycle/a:eventRef") for data in files]

    for at, events in enumerate(lives):
        assert [attributes(event, "date", "type", "source") for event in events] == [
            ("2025-01-01", "generation", "#original"),
            ("2026-01-01", "amendment", "#passiveRef_1"),
            ("2027-01-01", "amendment", "#passiveRef_2"),
        ]
        assert [event.get("originatingExpression") for event in events].index("true") == at
    assert find(files[0], "//a:passiveRef/@href") == [PLAN_2026, PLAN_2027]
    assert find(files[2], "//a:original/@href") == [f"{WORK}/nld@2025-01-01"]


def test_an_agreement_that_came_in_or_goes_out_tells_from_when_to_when(files):
    intervals = {
        group.get("eId"): attributes(group[0], "start", "end")
        for group in find(files[1], "//a:temporalData/a:temporalGroup")
    }
    periods = {
        article.get("wId"): intervals.get(article.get("period", "")[1:])
        for article in find(files[1], "//a:article")
    }

    assert periods == {
        "afspraak-1": ("#eventRef_1", "#eventRef_3"),
        "afspraak-2": None,
        "jaarplan-3": ("#eventRef_2", None),
        "afspraak-3": None,
    }


def test_amendments_that_were_applied_say_what_they_did_and_where(files):
    mods = find(files[1], "//a:passiveModifications/a:textualMod")

    told = [
        (
            mod.get("type"),
            mod.findtext(".//{*}old/{*}tekst"),
            mod.findtext(".//{*}new/{*}tekst"),
            mod.find("{*}destination").get("href"),
        )
        for mod in mods
    ]

    old, new = (
        "Duinwonen verkoopt hooguit 12,5% van haar bezit.",
        "Duinwonen verkoopt hooguit 10% van haar bezit.",
    )
    assert told == [
        ("substitution", old, new, "#part_1__subpart_1__art_2"),
        ("insertion", None, "Havenhuis splitst tien woningen.", "#part_1__art_3"),
        ("renumbering", "3", "4", "#part_2__art_4"),
    ]
    assert {mod.find("{*}source").get("href") for mod in mods} == {PLAN_2026}


def test_a_move_that_the_plan_tells_is_not_told_twice():
    base, in_2026, _ = akn_maken.zeedrecht_versions()
    move = Wijziging(doel=Doel(nummer="3"), soort="verplaatsing", tekst="")
    told = (akn_maken.outcome(1, move, "afspraak-3", None),)

    _, data = history_akoma_ntoso([base, (*in_2026[:2], told)])

    assert find(data, "//a:textualMod/@type") == ["renumbering"]
    assert find(data, "//a:textualMod/a:source/@wk:wijziging") == ["1"]


@pytest.mark.parametrize(
    ("wijziging", "kind"),
    [
        (Wijziging(doel=Doel(), soort="nieuw", tekst="a", afgesplitst_van="afspraak-1"), "split"),
        (Wijziging(doel=Doel(), soort="verwijderen", tekst="", samengevoegd_met="afspraak-1"), "join"),
        (Wijziging(doel=Doel(), soort="aanvulling", tekst="a"), "insertion"),
        (Wijziging(doel=Doel(onderdeel="bijlage"), soort="bijlage", tekst="a"), "insertion"),
    ],
)
def test_the_kind_of_an_amendment_is_said_in_words_of_the_standard(wijziging, kind):
    base = akn_maken.zeedrecht_versions()[0]
    plan = akn_maken.besluit("Jaarplan 2026", date(2026, 1, 1))
    told = (akn_maken.outcome(1, wijziging, "afspraak-2", "a"),)

    _, data = history_akoma_ntoso([base, (plan, base[1], told)])

    assert find(data, "//a:textualMod/@type") == [kind]


def test_what_an_addition_quotes_is_not_told_as_struck():
    base = akn_maken.zeedrecht_versions()[0]
    addition = Wijziging(doel=Doel(nummer="1"), soort="aanvulling", huidig=stukken.FIRST, tekst="Erbij.")
    plan = akn_maken.besluit("Jaarplan 2026", date(2026, 1, 1))

    _, data = history_akoma_ntoso(
        [base, (plan, base[1], (akn_maken.outcome(1, addition, "afspraak-1", "Erbij."),))]
    )

    assert find(data, "//a:textualMod/a:old") == []
    assert find(data, "//a:textualMod/a:new/wk:tekst/text()") == ["Erbij."]


def test_what_a_person_decided_counts():
    base = akn_maken.zeedrecht_versions()[0]
    change = Wijziging(doel=Doel(nummer="1"), soort="wijziging", huidig="bouwde", tekst="bouwt")
    taken = Beslissing(wijziging=1, keuze="toepassen", huidig="bouwen", tekst="plaatsen")
    refused = Beslissing(wijziging=2, keuze="afwijzen")
    told = [
        akn_maken.outcome(1, change, "afspraak-1", "plaatsen").model_copy(
            update={"toestand": "door een mens beslist", "beslissing": beslissing}
        )
        for beslissing in (taken, refused)
    ]
    plan = akn_maken.besluit("Jaarplan 2026", date(2026, 1, 1))

    _, data = history_akoma_ntoso([base, (plan, base[1], told)])

    assert find(data, "//a:textualMod/a:old/wk:tekst/text()") == ["bouwen"]
    assert find(data, "//a:textualMod/a:new/wk:tekst/text()") == ["plaatsen"]


@pytest.mark.parametrize(
    ("doel", "part"),
    [
        (Doel(onderdeel="proces", thema="Samenwerking"), "#chp_1"),
        (Doel(onderdeel="doelen", thema="Betaalbaarheid"), "#part_2"),
        (Doel(onderdeel="begrippen"), "#hcontainer_begrippen"),
        (Doel(onderdeel="bijlage"), "#hcontainer_kaders"),
        (Doel(onderdeel="partijen"), "#preface"),
        (Doel(onderdeel="doelen", thema="Onbekend"), "#mainBody"),
    ],
)
def test_an_amendment_of_another_part_is_addressed_there(doel, part):
    stuk = stukken.overeenkomst(hoofdstukken=(Hoofdstuk(titel="Samenwerking"),))
    change = Wijziging(doel=doel, soort="wijziging", tekst="Nieuw.")
    plan = akn_maken.besluit("Jaarplan 2026", date(2026, 1, 1))

    _, data = history_akoma_ntoso(
        [(None, stuk, ()), (plan, stuk, (akn_maken.outcome(1, change, None, "Nieuw."),))]
    )

    assert find(data, "//a:textualMod/a:destination/@href") == [part]


def test_what_was_withdrawn_is_addressed_in_the_version_before(files):
    (repeal,) = find(files[2], "//a:textualMod[@type='repeal']")

    assert repeal.find("{*}destination").get("href") == f"{WORK}/nld@2026-01-01/!main#part_1__art_1"
    assert repeal.findtext("{*}old/{*}tekst") == stukken.FIRST


def test_what_came_in_and_went_again_is_addressed_in_the_version_that_had_it():
    versions = akn_maken.zeedrecht_versions()
    gone = versions[1][1].afspraken[2].id
    left = tuple(afspraak for afspraak in versions[2][1].afspraken if afspraak.id != gone)
    last = versions[2][1].model_copy(update={"afspraken": left})

    data = history_akoma_ntoso([*versions[:2], (versions[2][0], last, ())])[2]

    (insertion,) = find(data, "//a:textualMod[@type='insertion']/a:destination/@href")
    assert insertion == f"{WORK}/nld@2026-01-01/!main#part_1__art_3"


def test_a_version_tells_no_amendments_that_came_later(files):
    assert find(files[0], "//a:analysis") == []
    assert len(find(files[1], "//a:textualMod")) == 3
    assert len(find(files[2], "//a:textualMod")) == 4


def test_the_dates_of_the_base_can_be_given():
    versions = akn_maken.zeedrecht_versions()[:1]

    (data,) = history_akoma_ntoso(
        versions, vastgesteld=date(2024, 11, 1), inwerking=date(2025, 2, 1), ondertekend=date(2024, 11, 2)
    )

    (event,) = find(data, "//a:eventRef")
    assert event.get("date") == "2025-02-01"
    assert find(data, "//a:eventRef/@wk:vastgesteld") == ["2024-11-01"]
    assert find(data, "//a:eventRef/@wk:ondertekend") == ["2024-11-02"]


def test_where_only_the_last_text_is_known_the_events_are_told_all_the_same():
    events = [Gebeurtenis("Basis", date(2025, 1, 1)), Gebeurtenis("Jaarplan 2026", date(2026, 1, 1))]

    data = akoma_ntoso(akn_maken.zeedrecht_versions()[1][1], gebeurtenissen=events)

    assert errors(data) == []
    assert find(data, "//a:eventRef/@date") == ["2025-01-01", "2026-01-01"]
    assert find(data, "//a:article/@period") == []


def test_an_event_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="hoort niet bij"):
        akoma_ntoso(stukken.overeenkomst(), versie=1)
