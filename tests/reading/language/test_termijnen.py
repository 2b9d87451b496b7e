"""Deadlines: a table of sentences with the last day they mean, and times that are no deadline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederkerig.reading.language.termijnen import find_termijnen

JAREN = [
    ("Eind 2026 is het klaar.", [("Eind 2026", "2026-12-31")], "the end of a year"),
    ("In 2026 bouwen wij.", [("In 2026", "2026-12-31")], "in a year"),
    ("Wij bouwen t/m 2026.", [("t/m 2026", "2026-12-31")], "up to and including"),
    ("Wij bouwen tot en met 2026.", [("tot en met 2026", "2026-12-31")], "the same in words"),
    ("Wij bouwen tot 2030.", [("tot 2030", "2029-12-31")], "until"),
    ("Dat is vóór 2030 gereed.", [("vóór 2030", "2029-12-31")], "before, with the accent"),
    ("Dat is voor 2030 gereed.", [("voor 2030", "2029-12-31")], "before, without it"),
    ("Uiterlijk in 2027 volgt dit.", [("Uiterlijk in 2027", "2027-12-31")], "at the latest"),
    ("In de loop van 2025 volgt meer.", [("In de loop van 2025", "2025-12-31")], "in the course of"),
    ("Per ultimo 2027 is het op orde.", [("Per ultimo 2027", "2027-12-31")], "ultimo"),
    ("Aan het eind van 2028 meten wij.", [("Aan het eind van 2028", "2028-12-31")], "the end, written out"),
    (
        "Voor het einde van 2026 bezien wij dit.",
        [("Voor het einde van 2026", "2026-12-31")],
        "before the end",
    ),
    ("Medio 2026 is er een plan.", [("Medio 2026", "2026-06-30")], "the middle of a year"),
    ("Half 2026 is er een plan.", [("Half 2026", "2026-06-30")], "half a year"),
    ("Oplevering 2027.", [("2027", "2027-12-31")], "a planned year without a preposition"),
    ("Wij rapporteren over 2025.", [("over 2025", "2025-12-31")], "a report on a year"),
    ("In 2025 en 2026 bouwen wij.", [("In 2025", "2025-12-31"), ("2026", "2026-12-31")], "a list"),
    (
        "In 2026, 2028 en 2030.",
        [("In 2026", "2026-12-31"), ("2028", "2028-12-31"), ("2030", "2030-12-31")],
        "a longer list",
    ),
]

PERIODEN = [
    ("Van 2022 tot en met 2025 geldt dit.", [("Van 2022 tot en met 2025", "2025-12-31")], "from and to"),
    ("Voor de periode 2023-2027 geldt dit.", [("Voor de periode 2023-2027", "2027-12-31")], "a period"),
    (
        "In de periode 2020 - 2030 bouwen wij.",
        [("In de periode 2020 - 2030", "2030-12-31")],
        "a hyphen with spaces",
    ),
    ("Tussen 2024 en 2028 bouwen wij.", [("Tussen 2024 en 2028", "2028-12-31")], "between"),
    ("In 2025/2026 starten wij.", [("In 2025/2026", "2026-12-31")], "two years with a slash"),
    (
        "Van 1 januari 2024 tot 1 januari 2027.",
        [("Van 1 januari 2024 tot 1 januari 2027", "2026-12-31")],
        "days, until",
    ),
    (
        "Vanaf januari tot en met maart 2025.",
        [("Vanaf januari tot en met maart 2025", "2025-03-31")],
        "months",
    ),
]

DELEN = [
    ("In het eerste kwartaal van 2025.", [("In het eerste kwartaal van 2025", "2025-03-31")], "a quarter"),
    ("Uiterlijk in Q3 2024.", [("Uiterlijk in Q3 2024", "2024-09-30")], "a quarter in short"),
    ("Het volgt eind Q2 2026.", [("eind Q2 2026", "2026-06-30")], "the end of a quarter"),
    ("In het 4e kwartaal 2025.", [("In het 4e kwartaal 2025", "2025-12-31")], "a rank in digits"),
    ("In kwartaal 2 van 2025.", [("In kwartaal 2 van 2025", "2025-06-30")], "the number behind"),
    (
        "Vóór het derde kwartaal van 2025.",
        [("Vóór het derde kwartaal van 2025", "2025-06-30")],
        "before a quarter",
    ),
    ("In de eerste helft van 2024.", [("In de eerste helft van 2024", "2024-06-30")], "a half"),
    (
        "De opgave voor de eerste helft van 2024.",
        [("voor de eerste helft van 2024", "2024-06-30")],
        "for a half",
    ),
    ("In het tweede halfjaar van 2025.", [("In het tweede halfjaar van 2025", "2025-12-31")], "a half year"),
    ("Vóór de zomer van 2025.", [("Vóór de zomer van 2025", "2025-06-20")], "before a season"),
    ("In het najaar van 2024.", [("In het najaar van 2024", "2024-12-20")], "in a season"),
    ("Dit volgt in juni 2024.", [("in juni 2024", "2024-06-30")], "a month"),
    ("Dit volgt in februari 2024.", [("in februari 2024", "2024-02-29")], "a month of a leap year"),
    ("Dit volgt eind augustus 2021.", [("eind augustus 2021", "2021-08-31")], "the end of a month"),
    ("Dit volgt medio december 2021.", [("medio december 2021", "2021-12-15")], "the middle of a month"),
    ("Dit volgt vóór maart 2025.", [("vóór maart 2025", "2025-02-28")], "before a month"),
    ("Start bouw januari 2026.", [("januari 2026", "2026-01-31")], "a planned month without a preposition"),
]

DAGEN = [
    ("De regels gelden per 1 juni 2025.", [("per 1 juni 2025", "2025-06-01")], "per"),
    ("Dit is voor 1 april 2025 klaar.", [("voor 1 april 2025", "2025-03-31")], "before a day"),
    ("Dit is voor 1-7-2025 klaar.", [("voor 1-7-2025", "2025-06-30")], "in digits"),
    (
        "Dit is vóór 1 maart 2024 klaar.",
        [("vóór 1 maart 2024", "2024-02-29")],
        "the day before, in a leap year",
    ),
    ("Uiterlijk 1 oktober 2024 ligt het er.", [("Uiterlijk 1 oktober 2024", "2024-10-01")], "at the latest"),
    ("Op 31-12-2023 tellen wij.", [("Op 31-12-2023", "2023-12-31")], "on a day"),
    (
        "Het geldt tot en met 31 december 2026.",
        [("tot en met 31 december 2026", "2026-12-31")],
        "up to a day",
    ),
    ("Het geldt tot 1 januari 2028.", [("tot 1 januari 2028", "2027-12-31")], "until a day"),
    ("De einddatum is 1 juli 2025.", [("1 juli 2025", "2025-07-01")], "a day without a preposition"),
    (
        "Uiterlijk 1 mei en 1 november 2025.",
        [("Uiterlijk 1 mei", "2025-05-01"), ("1 november 2025", "2025-11-01")],
        "one year for two days",
    ),
]

JAARLIJKS = [
    ("De huur stijgt per 1 juli.", [("per 1 juli", "--07-01")], "a day without a year"),
    ("Voor 1 april van elk jaar.", [("Voor 1 april", "--03-31")], "the day before"),
    ("Vóór 15 december is er een akkoord.", [("Vóór 15 december", "--12-14")], "the day before"),
    ("Vóór 1 maart spreken wij elkaar.", [("Vóór 1 maart", "--02-28")], "the end of February"),
    ("In het derde kwartaal volgt het bod.", [("In het derde kwartaal", "--09-30")], "a quarter"),
    ("In november adviseert de raad.", [("In november", "--11-30")], "a month"),
    ("Uiterlijk in mei is er een lijst.", [("Uiterlijk in mei", "--05-31")], "a month at the latest"),
]

OPEN = [
    ("Vanaf 2026 geldt dit.", [("Vanaf 2026", None)], "from a year on"),
    ("Vanaf het najaar van 2024.", [("Vanaf het najaar van 2024", None)], "from a season on"),
    ("Met ingang van 1 juli 2026.", [("Met ingang van 1 juli 2026", None)], "as of"),
    ("Op zijn vroegst in 2026.", [("Op zijn vroegst in 2026", None)], "no sooner than"),
    ("Na 2027 bezien wij dit.", [("Na 2027", None)], "after"),
    ("Begin september 2021 starten wij.", [("Begin september 2021", None)], "the beginning of a month"),
    ("In 2026 en verder.", [("In 2026 en verder", None)], "and further"),
]

BESTEMD = [
    ("Er is een budget voor 2025.", [("voor 2025", "2025-12-31")], "a budget for a year"),
    ("In ieder geval voor 2025 geldt dit.", [("voor 2025", "2025-12-31")], "in any case for a year"),
    ("De bouw staat gepland voor 2026.", [("voor 2026", "2026-12-31")], "planned for a year"),
    ("De afspraken voor 2021 staan hier.", [("voor 2021", "2021-12-31")], "agreements for a year"),
    ("Zij reserveren voor 2026 een bedrag.", [("voor 2026", "2026-12-31")], "money for a year"),
    (
        "Voor 2025 en 2026 is dit genoeg.",
        [("Voor 2025", "2025-12-31"), ("2026", "2026-12-31")],
        "for two years",
    ),
]

GEEN_TERMIJN = [
    ("Jaarlijks, elk kwartaal, in de komende jaren.", "frequencies and vague words"),
    ("Ten opzichte van 2017, t.o.v. 31 december 2022.", "baselines"),
    ("Vergeleken met 2020 en sinds 2019.", "baselines"),
    ("Lager dan in 1990.", "a baseline behind dan"),
    ("Op peildatum 1/1/2023 (stand per 1 januari 2024).", "dates of counting"),
    ("€ 650 (prijspeil 2020) en € 700 (prijspeil 1-1-2023).", "price levels"),
    ("De Woonvisie 2023-2027 en het Bouwbesluit 2012.", "titles with a year"),
    ("Het Woonlastenonderzoek 2023 en jaarplan 2024.", "titles with a year"),
    ("De brief d.d. 5 juni 2023.", "the date of a letter"),
    ("De visie is vastgesteld op 23 juni 2016.", "what was decided"),
    ("De raad heeft in 2018 een plan ontwikkeld.", "what was done"),
    ("In 2024 is gestart met de wijk.", "what was begun"),
    ("In 2019 werden er woningen verkocht.", "what happened"),
    ("De in 2020 opgeleide coaches.", "a participle that looks back"),
    ("Onderzoek uit 2021 wijst dit uit.", "a source"),
    ("De overeenkomst van 2021 en die van 3 mei 2022.", "the date of a document"),
    ("Er staan 2.025 woningen in 12 wijken.", "a quantity"),
    ("In 2050m2 en 2024-achtig.", "no year"),
    ("", "nothing"),
]


def _tot(value):
    return value if value is None or value.startswith("--") else date.fromisoformat(value)


@pytest.mark.parametrize(
    ("text", "expected", "remark"), JAREN + PERIODEN + DELEN + DAGEN + JAARLIJKS + OPEN + BESTEMD
)
def test_deadlines_in_a_sentence(text, expected, remark):
    found = [(text[t.start : t.end], t.tot) for t in find_termijnen(text)]
    assert found == [(words, _tot(tot)) for words, tot in expected], remark


@pytest.mark.parametrize(("text", "remark"), GEEN_TERMIJN)
def test_other_times_are_no_deadlines(text, remark):
    assert [text[t.start : t.end] for t in find_termijnen(text)] == [], remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Eind 2025 zijn 100 woningen opgeleverd.", "a target in the perfect tense"),
        ("In 2025 zijn de data betrouwbaar.", "a state that must hold"),
        ("Partijen hebben in 2025 overleg over de vernieuwde regels.", "hebben as a main verb"),
        ("Zij heeft de ambitie om in 2025 te bouwen.", "an infinitive behind om"),
        ("Het in 2025 op te stellen plan.", "an infinitive behind te"),
        ("De in 2025 geplande woningen.", "a participle that looks ahead"),
    ],
)
def test_a_target_is_not_taken_for_the_past(text, remark):
    assert [t.tot for t in find_termijnen(text)] == [date(2025, 12, 31)], remark


def test_what_lies_before_the_signing_is_no_deadline():
    text = "In 2020 en 2021 bouwden wij, in 2024 bouwen wij door."
    assert [t.tot for t in find_termijnen(text, jaar=2023)] == [date(2024, 12, 31)]


def test_what_lies_after_the_signing_is_never_past():
    text = "De raad heeft in 2026 een plan vastgesteld."
    assert find_termijnen(text) == []
    assert [t.tot for t in find_termijnen(text, jaar=2025)] == [date(2026, 12, 31)]


def test_voor_means_for_when_before_would_lie_in_the_past():
    (termijn,) = find_termijnen("Wij stellen voor 2025 doelen.", jaar=2025)
    assert termijn.tot == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text"), ["Dat is voor 2030 gereed.", "Vóór de zomer van 2025.", "Per 2026 geldt dit."]
)
def test_a_choice_is_doubted(text):
    assert [bool(t.twijfel) for t in find_termijnen(text)] == [True]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_can_be_read(text):
    for termijn in find_termijnen(text):
        assert text[termijn.start : termijn.end].strip()


TIJD = st.lists(
    st.sampled_from(
        """in voor tot t/m uiterlijk per eind medio begin van het de en - 1 31 30 juni februari 2024 2025 9999
        2000 Q1 Q9 H2 eerste vierde kwartaal helft zomer najaar 31-12-2025 99-99-2025 31-2-2024 ( .""".split()
    ),
    max_size=12,
)


@given(TIJD, st.sampled_from([None, 1990, 2024, 2030]))
def test_spans_lie_in_order_inside_the_text(words, jaar):
    text = " ".join(words)
    place = 0
    for termijn in find_termijnen(text, jaar=jaar):
        assert 0 <= termijn.start < termijn.end <= len(text)
        assert termijn.end > place
        place = termijn.end


PROZA = st.lists(
    st.sampled_from("Wij werken samen aan goede wijken. De buurt doet mee.".split()), max_size=12
)


@given(PROZA, PROZA, st.integers(2020, 2060), st.sampled_from(["eind", "in", "uiterlijk in", "tot en met"]))
def test_a_deadline_survives_the_prose_around_it(before, after, year, words):
    text = f"{' '.join(before)}. Dit is {words} {year} klaar. {' '.join(after)}"
    assert [termijn.tot for termijn in find_termijnen(text)] == [date(year, 12, 31)]
