"""A history: the order of decisions, the version of any day, and what does not fit together."""

from datetime import date, timedelta

import pytest

from tests.consolidation.bouwen import plan, stuk, teksten, wijziging
from wederkerig.consolidation import (
    GeschiedenisError,
    Tijdlijn,
    adopt,
    all_versions,
    begin,
    check_gemeente,
    content,
    decide,
    latest,
    version_on,
    write_geschiedenis,
)
from wederkerig.model import Afspraak, Besluit, Geschiedenis, Ondertekening

START = date(2025, 1, 1)
SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)
LINE = "De gemeente wijst bouwgrond aan."


def geschiedenis(*besluiten, tekst=LINE, **dates):
    return Geschiedenis(basis=stuk(tekst), inwerking=dates.get("inwerking", START), besluiten=besluiten)


def besluit(naam, inwerking, *wijzigingen, vastgesteld=None, **rest):
    return Besluit(
        naam=naam,
        vastgesteld=vastgesteld or inwerking,
        inwerking=inwerking,
        jaarplan=plan(*wijzigingen),
        **rest,
    )


def adds(words):
    return wijziging("aanvulling", "1", words)


def names(versie):
    return [each.naam for each in versie.besluiten]


def test_a_decision_holds_from_the_day_it_enters_into_force():
    history = geschiedenis(besluit("Een", SPRING, adds("Eerste regel erbij.")))

    before, on = (version_on(history, day) for day in (SPRING - timedelta(days=1), SPRING))

    assert teksten(before.stuk) == [LINE]
    assert teksten(on.stuk) == [f"{LINE}\nEerste regel erbij."]


def test_before_the_agreements_hold_there_is_no_version():
    with pytest.raises(GeschiedenisError, match="gelden pas vanaf 01-01-2025"):
        version_on(geschiedenis(), START - timedelta(days=1))


def test_decisions_of_one_day_go_in_order_of_adoption_then_signature_then_file():
    history = geschiedenis(
        besluit("D", SUMMER, vastgesteld=SPRING, ondertekend=SPRING + timedelta(days=9)),
        besluit("E", SUMMER, vastgesteld=SPRING, ondertekend=SPRING + timedelta(days=9)),
        besluit("C", SUMMER, vastgesteld=SPRING, ondertekend=SPRING + timedelta(days=2)),
        besluit("F", SUMMER, vastgesteld=SPRING + timedelta(days=3)),
        besluit("B", SUMMER, vastgesteld=SPRING),
        besluit("A", SPRING),
    )

    assert names(latest(history)) == ["A", "B", "C", "D", "E", "F"]


def test_a_decision_comes_behind_the_one_it_names():
    history = geschiedenis(besluit("Een", SPRING, na="Twee"), besluit("Twee", SPRING))

    assert names(latest(history)) == ["Twee", "Een"]


def test_the_later_decision_of_one_day_amends_the_text_of_the_earlier():
    history = geschiedenis(
        besluit("Een", SPRING, wijziging("wijziging", "1", "zoekt veel bouwgrond", "wijst bouwgrond aan")),
        besluit("Twee", SPRING, wijziging("wijziging", "1", "zoekt weinig", "zoekt veel")),
    )

    assert teksten(latest(history).stuk) == ["De gemeente zoekt weinig bouwgrond."]


def test_words_that_an_earlier_decision_changed_are_a_contradiction():
    history = geschiedenis(
        besluit("Plan A", SPRING, wijziging("wijziging", "1", "zoekt grond", "wijst bouwgrond aan")),
        besluit("Plan B", SPRING, wijziging("wijziging", "1", "koopt grond", "wijst bouwgrond aan")),
    )

    last = latest(history).opnames[-1].verwerkingen[0]

    assert last.conflict.soort == "tegenspraak"
    assert last.conflict.uitleg.startswith("Plan A heeft deze tekst in afspraak 1 al gewijzigd")
    assert teksten(latest(history).stuk) == ["De gemeente zoekt grond."]


@pytest.mark.parametrize(
    ("besluiten", "message"),
    [
        ([besluit("A", SPRING, na="B"), besluit("B", SPRING, na="A")], "wachten op elkaar: A, B"),
        ([besluit("A", SPRING, na="A")], "wachten op elkaar: A"),
        ([besluit("A", SPRING, na="C")], "volgt op C, maar dat besluit staat er niet in"),
        ([besluit("A", SPRING, na="B"), besluit("B", SUMMER)], "treedt eerder in werking"),
        ([besluit("A", SPRING), besluit("A", SUMMER)], "A staat er twee keer in"),
        ([besluit("A", START - timedelta(days=1))], "vóór de afspraken zelf"),
        ([besluit("A", SUMMER, ondertekend=SPRING)], "voordat het op 01-06-2026 werd vastgesteld"),
    ],
)
def test_decisions_that_do_not_fit_are_refused(besluiten, message):
    with pytest.raises(GeschiedenisError, match=message):
        adopt(geschiedenis(), *besluiten)


def test_a_plan_of_another_municipality_is_refused():
    base = stuk(LINE, gemeente="Duinrade")
    other = plan().model_copy(update={"gemeente": "Zeedrecht"})

    with pytest.raises(GeschiedenisError, match="Zeedrecht, de afspraken zijn van gemeente Duinrade"):
        check_gemeente(base, other, "Jaarplan 2026")


@pytest.mark.parametrize("naam", ["duinrade", "Gemeente Duinrade", " DUINRADE ", None])
def test_a_municipality_may_be_written_in_another_way(naam):
    check_gemeente(stuk(LINE, gemeente="Duinrade"), plan().model_copy(update={"gemeente": naam}), "Plan")


def test_what_was_known_on_a_day_leaves_out_what_was_adopted_later():
    history = geschiedenis(
        besluit("Terug", SPRING, adds("Met terugwerkende kracht."), vastgesteld=AUTUMN),
        besluit("Zomer", SUMMER, adds("In de zomer besloten."), na="Terug"),
    )

    then = version_on(history, SUMMER, bekend_op=SUMMER)

    assert names(then) == ["Zomer"]
    assert teksten(then.stuk) == [f"{LINE}\nIn de zomer besloten."]
    assert names(version_on(history, SUMMER)) == ["Terug", "Zomer"]


def test_a_timeline_gives_what_version_on_gives():
    history = geschiedenis(
        *(besluit(f"Plan {n}", SPRING + timedelta(days=n), adds(f"Regel {n} komt erbij.")) for n in range(8))
    )
    timeline = Tijdlijn(history).load()

    for n in range(-1, 9):
        day = SPRING + timedelta(days=n)
        assert timeline.on(day) == version_on(history, day)


def test_all_versions_begin_with_the_base():
    history = begin(stuk(LINE))
    longer = adopt(history, besluit("Een", SPRING, adds("Eerste regel erbij.")))

    versions = list(all_versions(longer))

    assert [content(each.stuk) for each in versions] == [
        content(history.basis),
        content(latest(longer).stuk),
    ]


def test_layers_name_the_decision_that_brought_each_stretch():
    history = geschiedenis(
        besluit("Een", SPRING, adds("Eerste regel.")), besluit("Twee", SUMMER, adds("Tweede regel erbij."))
    )

    version = latest(history)

    [lagen] = version.lagen.values()
    assert [(laag.lengte, laag.besluit) for laag in lagen] == [
        (len(LINE), None),
        (len("\nEerste regel."), "Een"),
        (len("\nTweede regel erbij."), "Twee"),
    ]
    assert list(version.gewijzigd.values()) == [("Een", "Twee")]


def test_fifty_versions_take_room_for_their_changes_only():
    base = stuk(*(f"Afspraak {n} van de partijen over het wonen in wijk {n}." for n in range(200)))
    besluiten = [
        besluit(f"Plan {n}", SPRING + timedelta(days=n), wijziging("aanvulling", str(n), f"Regel {n} erbij."))
        for n in range(1, 51)
    ]
    history = Geschiedenis(basis=base, besluiten=tuple(besluiten))
    sizes = [
        len(write_geschiedenis(history.model_copy(update={"besluiten": tuple(besluiten[:count])})))
        for count in (0, 25, 50)
    ]

    steps = [sizes[1] - sizes[0], sizes[2] - sizes[1]]

    assert abs(steps[0] - steps[1]) < 300
    assert max(steps) / 25 < 500


# --- dates that follow from the plan ---------------------------------------------------------------------


def signed(day, *wijzigingen):
    return plan(*wijzigingen).model_copy(update={"ondertekening": Ondertekening(datum=day)})


@pytest.mark.parametrize(
    ("day", "inwerking"),
    [(date(2025, 12, 1), date(2026, 1, 1)), (date(2026, 2, 3), date(2026, 2, 3))],
)
def test_a_plan_holds_from_january_or_from_its_adoption_when_that_is_later(day, inwerking):
    found = decide(signed(day))

    assert (found.naam, found.vastgesteld, found.inwerking) == ("Jaarplan 2026", day, inwerking)


def test_a_plan_without_any_date_cannot_be_adopted():
    with pytest.raises(GeschiedenisError, match="niet bekend wanneer het is vastgesteld"):
        decide(plan())


@pytest.mark.parametrize("jaar", [0, 99999])
def test_a_year_that_no_calendar_has_is_left_aside(jaar):
    made = wijziging("aanvulling", "1", "Regel.", jaar=jaar)

    assert decide(signed(SPRING, made)).inwerking == SPRING


def test_ids_stay_over_the_versions_whatever_the_numbers():
    base = stuk(LINE, "De huurders denken mee.")
    history = adopt(begin(base), besluit("Een", SPRING, wijziging("nieuw", "1", "Partijen overleggen.")))

    after = latest(history).stuk.afspraken

    assert [(each.id, each.nummer) for each in after] == [
        ("een-1", "1"),
        ("afspraak-1", "2"),
        ("afspraak-2", "3"),
    ]
    assert all(isinstance(each, Afspraak) for each in after)
