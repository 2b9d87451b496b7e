"""Quantities: a table of sentences with what must be found in them, and what must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederkerig.reading.language.getallen import find_getallen

WONINGEN = [
    ("Wij bouwen 12 woningen.", [("12 woningen", "12 woningen gelijk")], "the plain case"),
    ("Er staan 9.170 woningen*.", [("9.170 woningen", "9170 woningen gelijk")], "a footnote star"),
    ("Er staan 870 woningen¹.", [("870 woningen¹", "870 woningen gelijk")], "a footnote mark"),
    ("In 2024 84 portiekwoningen.", [("84 portiekwoningen", "84 woningen gelijk")], "a year before"),
    ("50 geclusterde sociale huurwoningen", [(..., "50 woningen gelijk")], "adjectives between"),
    ("Voor 60 sociale en betaalbare appartementen", [(..., "60 woningen gelijk")], "en between"),
    ("Het complex (62 eenheden) is oud.", [("62 eenheden", "62 woningen gelijk")], "in brackets"),
    (
        "Er komen 34 studio's en 8 units.",
        [(..., "34 woningen gelijk"), (..., "8 woningen gelijk")],
        "other names of dwellings",
    ),
    ("Wij kopen 300 te bouwen woningen.", [(..., "300 woningen gelijk")], "still to be built"),
    ("Wij leveren veertig (40) woningen.", [("veertig (40) woningen", "40 woningen gelijk")], "said twice"),
    (
        "Samen bouwen zij tussen de\n900 en 1.100 woningen.",
        [("tussen de\n900 en 1.100 woningen", "900..1100 woningen bereik")],
        "over a line end",
    ),
    (
        "Er komen 10-15 extra standplaatsen.",
        [("10-15 extra standplaatsen", "10..15 standplaatsen bereik")],
        "pitches for caravans",
    ),
    (
        "Wij slopen circa 2000 huurwoningen.",
        [("circa 2000 huurwoningen", "2000 woningen circa")],
        "looks like a year, counts dwellings",
    ),
]

EENHEDEN = [
    ("Het aandeel is 25%.", [("25%", "25 % gelijk")], "per cent"),
    ("Het aandeel is 6,80 %.", [("6,80 %", "6.8 % gelijk")], "a space before the sign"),
    ("Twintig procent is klaar.", [("Twintig procent", "20 % gelijk")], "in words, at the start"),
    ("Het is 2,5 procentpunt lager.", [("2,5 procentpunt", "2.5 % gelijk")], "percentage points"),
    ("De prijs is € 442,46.", [("€ 442,46", "442.46 euro gelijk")], "cents"),
    ("De prijs is €1000,- per maand.", [("€1000,-", "1000 euro gelijk")], "a dash for no cents"),
    ("Er is 38.000 euro.", [("38.000 euro", "38000 euro gelijk")], "the word behind"),
    ("Er is EUR 25.000 nodig.", [("EUR 25.000", "25000 euro gelijk")], "the code"),
    ("Er is € 1,5 mln beschikbaar.", [("€ 1,5 mln", "1500000 euro gelijk")], "a scale"),
    ("Er is een budget van vijf ton.", [("vijf ton", "500000 euro gelijk")], "spoken money"),
    ("Het contract duurt anderhalf jaar.", [("anderhalf jaar", "1.5 jaar gelijk")], "a half"),
    ("Het duurt een half jaar.", [("een half jaar", "0.5 jaar gelijk")], "half a year"),
    ("De opzegtermijn is drie maanden.", [("drie maanden", "3 maand gelijk")], "months"),
    ("Wij reageren binnen tien dagen.", [("binnen tien dagen", "10 dagen max")], "days as printed"),
    ("Er is 90 m2 nodig.", [("90 m2", "90 m2 gelijk")], "square metres"),
    ("Wij planten 150 bomen.", [("150 bomen", "150 bomen gelijk")], "the noun as printed"),
    ("Er is 3,5 fte voor nodig.", [("3,5 fte", "3.5 fte gelijk")], "decimals"),
    ("Een norm van 0,7 parkeerplaats.", [("0,7 parkeerplaats", "0.7 parkeerplaats gelijk")], "singular"),
    ("Wij leggen 20 parkeerplekken aan.", [(..., "20 parkeerplekken gelijk")], "a plek, but no dwelling"),
    ("Er komen 45 statushouders.", [("45 statushouders", "45 statushouders gelijk")], "persons"),
]

RELATIES = [
    ("Ten minste 85 % blijft betaalbaar.", [("Ten minste 85 %", "85 % min")], "ten minste"),
    ("Het zijn er ruim 200 woningen.", [("ruim 200 woningen", "200 woningen min")], "ruim"),
    ("Er gaan meer dan 5 woningen weg.", [("meer dan 5 woningen", "5 woningen min")], "meer dan"),
    ("Niet meer dan 15% mag leeg staan.", [("Niet meer dan 15%", "15 % max")], "niet turns it round"),
    ("Dat nooit lager is dan 30 procent.", [("nooit lager is dan 30 procent", "30 % min")], "a verb inside"),
    ("Een huismeester van 36 uur.", [("36 uur", "36 uur gelijk")], "hours of work"),
    ("Zij is er voor 24 uur per week.", [("24 uur", "24 uur gelijk")], "hours a week"),
    ("Tussen 2025 en 2028 minstens 95 woningen.", [(..., "95 woningen min")], "years before a relation"),
    ("De duur mag niet langer zijn dan 24 maanden.", [(..., "24 maand max")], "a verb inside, a maximum"),
    ("Verkoop van max. 20 woningen.", [("max. 20 woningen", "20 woningen max")], "an abbreviation"),
    ("Zij mogen hooguit 10% weigeren.", [("hooguit 10%", "10 % max")], "hooguit"),
    ("Tot een maximum van € 400.000.", [("maximum van € 400.000", "400000 euro max")], "maximum van"),
    ("Voor inkomens tot € 47.699 geldt dit.", [("tot € 47.699", "47699 euro max")], "tot"),
    ("Tot de hoge grens (€ 650) geldt dit.", [("€ 650", "650 euro max")], "the limit named before brackets"),
    ("Huren tussen liberalisatiegrens en € 950.", [("€ 950", "950 euro max")], "the upper end of a band"),
    ("Het gaat om ca. 41 woningen.", [("ca. 41 woningen", "41 woningen circa")], "ca."),
    ("Er liggen ± 900 zonnepanelen.", [("± 900 zonnepanelen", "900 zonnepanelen circa")], "a sign"),
    ("Wij bouwen een 6 tal kleine woningen.", [("een 6 tal kleine woningen", "6 woningen circa")], "tal"),
    ("Wij werven een 8-tal coaches.", [("een 8-tal coaches", "8 coaches circa")], "tal with a hyphen"),
    ("Een twintigtal huizen wordt gesloopt.", [("Een twintigtal huizen", "20 woningen circa")], "in a word"),
    ("Het kantoor bouwen wij om tot 30 studio's.", [(..., "30 woningen max")], "tot, without a known verb"),
    ("Zij verbouwt de school tot 55 eenheden.", [(..., "55 woningen gelijk")], "tot leads to a result"),
    (
        "De minimale aandelen zijn:\n• 15% goedkoop\n• 65% midden",
        [("15%", "15 % min"), ("65%", "65 % min")],
        "a list of minima",
    ),
    ("Er komen 20 of meer woningen.", [("20 of meer woningen", "20 woningen min")], "of meer"),
    ("Voor maximaal een jaar.", [("maximaal een jaar", "1 jaar max")], "een counts behind a limit"),
]

BEREIKEN = [
    ("Dat is 25-30% van het plan.", [("25-30%", "25..30 % bereik")], "a hyphen"),
    ("Dat is 25% tot 30% van het plan.", [("25% tot 30%", "25..30 % bereik")], "the sign twice"),
    ("Dat is tussen 25 en 30%.", [("tussen 25 en 30%", "25..30 % bereik")], "tussen"),
    ("Nog 160 à 180 appartementen.", [("160 à 180 appartementen", "160..180 woningen bereik")], "à"),
    (
        "De kosten zijn € 18.000 tot € 22.000.",
        [("€ 18.000 tot € 22.000", "18000..22000 euro bereik")],
        "euros",
    ),
    ("De band (€ 610 / € 650) blijft.", [("€ 610 / € 650", "610..650 euro bereik")], "two ends of a band"),
    (
        "Voor 1 tot 2 miljoen euro.",
        [("1 tot 2 miljoen euro", "1000000..2000000 euro bereik")],
        "one scale for both",
    ),
    (
        "De proef duurt tien tot vijftien jaar.",
        [("tien tot vijftien jaar", "10..15 jaar bereik")],
        "in words",
    ),
    (
        "Per jaar circa 5 tot 10 woningen.",
        [("circa 5 tot 10 woningen", "5..10 woningen bereik")],
        "circa before",
    ),
]

ZONDER_EENHEID = [
    (
        "Circa 1.500 woningen van A en circa 400 in bezit van B.",
        [("Circa 1.500 woningen", "1500 woningen circa"), ("circa 400", "400 woningen circa")],
        "of the one before",
    ),
    (
        "In totaal 90 woningen (waarvan 30 middenhuur).",
        [(..., "90 woningen gelijk"), ("30", "30 woningen gelijk")],
        "a part of the one before",
    ),
    (
        "Wij bouwen 100, 120 en 130 huurwoningen.",
        [
            ("100", "100 woningen gelijk"),
            ("120", "120 woningen gelijk"),
            ("130 huurwoningen", "130 woningen gelijk"),
        ],
        "of the one behind",
    ),
    (
        "Respectievelijk 10 en 20% is klaar.",
        [("10", "10 % gelijk"), ("20%", "20 % gelijk")],
        "per cents listed",
    ),
    (
        "Per kwartaal 15 woningen, dus 60 per jaar.",
        [(..., "15 woningen gelijk"), ("60", "60 woningen gelijk")],
        "a sum",
    ),
    (
        "Het aantal ontruimingen daalt naar 12 per jaar.",
        [("12", "12 ontruimingen gelijk")],
        "what is counted",
    ),
    ("Een bijdrage van 1,5 miljoen.", [("1,5 miljoen", "1500000 euro gelijk")], "money without a sign"),
]

GEEN_GETAL = [
    ("In 2025 woningen bouwen.", "a year"),
    ("Voor 2023-2027 en in 2030.", "years"),
    ("Op 1-7-2025, 31 december 2022 en 1 juli.", "dates"),
    ("Zie afspraak 12 en 14, artikel 4.2 en bijlage 3.", "numbers of parts"),
    ("1. Woningen\n2 Woningen en wijken\n12. Partijen bouwen.", "numbers of headings and agreements"),
    ("Een energie-index tussen 1,41 en 1,80.", "an index"),
    ("Huishoudens van 1 en 2 personen, of 3 of meer personen.", "sizes of households"),
    ("Gezinnen van 6 of meer personen.", "the size of a family"),
    ("Jongeren tot 23 jaar en tussen 23 en 27 jaar.", "ages, the second joined to the first"),
    ("Inwoners van 75 jaar of ouder; wie jonger dan 30 jaar is.", "ages"),
    ("Jongeren (t/m 22 jaar) en woningzoekenden van 18 tot en met 27 jaar.", "ages"),
    ("Actium 1/3, Domesta 2/3, en 1 op de 5 huishoudens.", "shares without a unit"),
    ("Minstens twee derde van het programma.", "a share in words"),
    ("Vijf van de tien woningen en 9 van de 10 huurders.", "a share in two numbers"),
    ("Verpleegplaatsen met 24-uurs zorg, 24 uur per dag.", "round the clock"),
    ("Eens in de 4 à 5 jaar, elke twee jaar, twee keer per jaar.", "frequencies"),
    ("De NTA 8800, het Bouwbesluit 2012 en CO2.", "names with a number"),
    ("Onder de 2e aftoppingsgrens, label C, Q3.", "ranks and classes"),
    ("Bel 06-12345678 of 0800-1234.", "telephone numbers"),
    ("De vier corporaties, twee aftoppingsgrenzen en vijf thema's.", "counted parties, limits and themes"),
    ("De acht Drentse wooncorporaties.", "counted parties, with an adjective"),
    ("Eén van de woningen, een woning, een jaar.", "an article"),
    ("65-plussers, 18-jarigen en 3-kamerwoningen.", "a number inside a word"),
    ("Fase 2 starten en wijk 3 aanpakken.", "a number behind its noun, a verb behind it"),
    ("Honderden woningen en tientallen jaren.", "no exact number"),
    ("Om 10 uur en vóór 12 uur.", "the time of day"),
    ("", "nothing"),
]


def _feit(getal):
    amounts = [getal.waarde] if getal.tot is None else [getal.waarde, getal.tot]
    numbers = "..".join(f"{amount.normalize():f}" for amount in amounts)
    return f"{numbers} {getal.eenheid} {getal.relatie}"


@pytest.mark.parametrize(
    ("text", "expected", "remark"), WONINGEN + EENHEDEN + RELATIES + BEREIKEN + ZONDER_EENHEID
)
def test_quantities_in_a_sentence(text, expected, remark):
    found = find_getallen(text)
    assert [_feit(getal) for getal in found] == [feit for _, feit in expected], remark
    for getal, (words, _) in zip(found, expected, strict=True):
        if isinstance(words, str):
            assert text[getal.start : getal.end] == words, remark


@pytest.mark.parametrize(("text", "remark"), GEEN_GETAL)
def test_other_numbers_are_no_quantities(text, remark):
    assert [text[g.start : g.end] for g in find_getallen(text)] == [], remark


@pytest.mark.parametrize(("text", "expected", "remark"), ZONDER_EENHEID)
def test_a_unit_that_was_not_printed_is_doubted(text, expected, remark):
    del expected
    assert any(getal.twijfel for getal in find_getallen(text)), remark


def test_a_number_that_may_be_a_year_is_doubted():
    (getal,) = find_getallen("De corporatie bezit 2000 woningen.")
    assert getal.twijfel == "Dit kan ook een jaartal zijn."


def test_every_mention_counts():
    assert len(find_getallen("Van de 20 woningen zijn 20 woningen klaar; 20 woningen dus.")) == 3


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_can_be_read(text):
    for getal in find_getallen(text):
        assert text[getal.start : getal.end].strip()


@given(st.text(alphabet="0123456789 .,-/%€tot enà jaarwoningende(\n", max_size=80))
def test_spans_lie_in_order_inside_the_text(text):
    place = 0
    for getal in find_getallen(text):
        assert 0 <= getal.start < getal.end <= len(text)
        assert getal.end > place
        place = getal.end
        assert getal.tot is None or getal.tot > getal.waarde


PROZA = st.lists(
    st.sampled_from("Wij werken samen aan goede wijken. De buurt doet mee.".split()), max_size=12
)


@given(PROZA, PROZA, st.integers(3, 1899), st.sampled_from(["%", " woningen", " procent", " euro"]))
def test_a_quantity_survives_the_prose_around_it(before, after, number, unit):
    text = f"{' '.join(before)}. Het zijn {number}{unit}. {' '.join(after)}"
    assert [getal.waarde for getal in find_getallen(text)] == [number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij leveren 145 woningen op, waarvan ten minste 60 in dorpen.", [145, 60]),
        ("Zij pakken 212 woningen aan: 90 in 2026, 80 in 2027 en de overige 42 in 2028.", [212, 90, 80, 42]),
        (
            "Samen nemen zij 260 woningen in aanbouw: De Linde 120, Zuidzicht 90 en Habitat 50.",
            [260, 120, 90, 50],
        ),
        ("Het zijn 40 woningen: Artikel 12 van de wet geldt.", [40]),
        ("We bouwen 20 woningen. Zie ook: 12 stappen vooruit.", [20]),
    ],
)
def test_numbers_that_divide_a_total_take_its_unit(text, expected):
    found = find_getallen(text)

    assert [int(getal.waarde) for getal in found if getal.eenheid == "woningen"] == expected
