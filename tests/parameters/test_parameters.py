"""National figures, priorities and themes, by date."""

from datetime import date
from decimal import ROUND_UP, Decimal

import pytest

from wederkerig.parameters import (
    ParameterError,
    bekend_tot,
    canonical_thema,
    energielabel,
    huurgrens,
    officiele_namen,
    prioriteiten,
    raakt_thema,
    themanaam,
    vervallen,
)

# Wet op de huurtoeslag art. 27: one percentage a year for all three limits, rounded up to whole cents.
HUURONTWIKKELING = {
    2016: "1.7", 2017: "1.0", 2018: "0.8", 2019: "1.7", 2020: "1.9", 2021: "2.3",
    2022: "0.0", 2023: "2.2", 2024: "0.5", 2025: "5.0", 2026: "4.4",
}  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "op", "waarde"),
    [
        ("kwaliteitskortingsgrens", date(2021, 6, 1), "442.46"),
        ("aftoppingsgrens_laag", date(2021, 1, 1), "633.25"),
        ("aftoppingsgrens_laag", date(2020, 12, 31), "619.01"),
        ("aftoppingsgrens_hoog", date(2026, 12, 31), "764.14"),
        ("maximale_huurgrens_huurtoeslag", date(2017, 3, 1), "710.68"),
        ("middenhuurgrens", date(2024, 7, 1), "1157.95"),
        ("liberalisatiegrens_aanvangshuur", date(2024, 6, 30), "879.66"),
        ("liberalisatiegrens_aanvangshuur", date(2024, 7, 1), "1157.95"),
        ("huurgrens_jongeren", date(2025, 1, 1), "477.20"),
    ],
)
def test_a_limit_holds_from_its_date_until_the_next(naam, op, waarde):
    grens = huurgrens(naam, op)

    assert grens.waarde == Decimal(waarde)
    assert grens.van <= op
    assert grens.bron


@pytest.mark.parametrize("naam", ["kwaliteitskortingsgrens", "aftoppingsgrens_laag", "aftoppingsgrens_hoog"])
@pytest.mark.parametrize("jaar", HUURONTWIKKELING)
def test_limits_follow_from_the_year_before_by_the_rule_of_the_law(naam, jaar):
    vorige = huurgrens(naam, date(jaar - 1, 1, 1)).waarde
    factor = 1 + Decimal(HUURONTWIKKELING[jaar]) / 100

    assert huurgrens(naam, date(jaar, 1, 1)).waarde == (vorige * factor).quantize(Decimal("0.01"), ROUND_UP)


@pytest.mark.parametrize(
    ("naam", "op", "zegt"),
    [
        ("huurgrens", date(2024, 1, 1), "is niet bekend"),
        ("middenhuurgrens", date(2024, 6, 30), "geen bedrag bekend"),
        ("kwaliteitskortingsgrens", date(2014, 12, 31), "geen bedrag bekend"),
        ("kwaliteitskortingsgrens", date(2027, 1, 1), "tot en met 2026-12-31"),
    ],
)
def test_an_unknown_name_or_day_is_said_in_words(naam, op, zegt):
    with pytest.raises(ParameterError, match=zegt):
        huurgrens(naam, op)


def test_it_is_known_how_far_the_figures_reach():
    assert bekend_tot() == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("op", "aantal", "eerste"),
    [
        (date(2015, 12, 31), 0, None),
        (date(2017, 1, 1), 4, "Betaalbaarheid en beschikbaarheid voor de doelgroep"),
        (date(2022, 1, 1), 6, "Bijdragen aan de bouwopgave"),
        (date(2023, 6, 4), 6, "Bijdragen aan de bouwopgave"),
        (date(2023, 6, 5), 5, "Beschikbaarheid"),
        (date(2026, 1, 1), 5, "Beschikbaarheid"),
    ],
)
def test_priorities_hold_until_the_next_set(op, aantal, eerste):
    gevonden = prioriteiten(op)

    assert len(gevonden) == aantal
    assert [een.titel for een in gevonden][:1] == ([eerste] if eerste else [])


def test_every_priority_names_themes_that_exist():
    themas = {
        thema for jaar in (2017, 2022, 2024) for een in prioriteiten(date(jaar, 1, 1)) for thema in een.themas
    }

    assert all(themanaam(thema) for thema in themas)


@pytest.mark.parametrize(
    ("titel", "thema"),
    [
        ("Beschikbaarheid", "beschikbaarheid"),
        ("Thema 2. BESCHIKBAARHEID", "beschikbaarheid"),
        ("4.5 Wonen en zorg", "wonen_welzijn_zorg"),
        ("IV. Leefbaarheid", "leefbaarheid"),
        ("Wonen, welzijn & zorg", "wonen_welzijn_zorg"),
        ("Financiele randvoorwaarden", "samenwerking_proces"),
        ("Vitale wijken", "leefbaarheid"),
        ("Iets heel anders", None),
        ("", None),
    ],
)
def test_a_title_of_a_theme_is_recognised(titel, thema):
    assert canonical_thema(titel) == thema


@pytest.mark.parametrize(
    ("tekst", "thema", "raakt"),
    [
        ("Lisdodde isoleert haar woningen.", "duurzaamheid_kwaliteit", True),
        ("Woningen krijgen energielabel B.", "duurzaamheid_kwaliteit", True),
        ("De gemeente overlegt met de buurt.", "duurzaamheid_kwaliteit", False),
        ("Er komt vervangende sloop-nieuwbouw.", "beschikbaarheid", True),
        ("Wij bezorgen de brief.", "wonen_welzijn_zorg", False),
    ],
)
def test_words_show_that_a_text_is_about_a_theme(tekst, thema, raakt):
    assert raakt_thema(tekst, thema) is raakt


@pytest.mark.parametrize(
    ("index", "label"),
    [("0.8", "A"), ("1.40", "B"), ("1.41", "C"), ("2.11", "E"), ("2.40", "E"), ("3.1", "G")],
)
def test_an_energie_index_has_a_label(index, label):
    assert energielabel(Decimal(index)) == label


def test_abolished_rules_are_known_by_day():
    assert vervallen(date(2022, 12, 31)) == ()
    assert [een.woord for een in vervallen(date(2023, 1, 1))] == ["verhuurdersheffing"]


def test_official_names_are_known():
    assert "NTA 8800" in officiele_namen()
