"""Glossary and frameworks, in every form documents print them."""

from datetime import date

import pytest

from tests.reading.duinrade import BOUW, GROND, lees, onder

AFSPRAKEN = onder("Beschikbaarheid", f"1. {GROND}", f"2. {BOUW}")
KERN = "De woningen die voor mensen met een laag inkomen bestemd zijn."
FLEX = "Een woning die na een paar jaar naar een andere plek kan."


def begrippen(annex):
    return [(begrip.term, begrip.definitie) for begrip in lees(f"{AFSPRAKEN}\n{annex}\n").begrippen]


@pytest.mark.parametrize(
    "annex",
    [
        f"## Begrippenlijst\n\n### Kernvoorraad\n\n{KERN}\n\n### Flexwoning\n\n{FLEX}",
        f"## Bijlage 1: Begrippen\n\n**Kernvoorraad**\n\n{KERN}\n\n**Flexwoning**\n\n{FLEX}",
        f"## Begrippenlijst\n\nKernvoorraad: {KERN}\n\nFlexwoning: {FLEX}",
        f"## Begrippenlijst\n\n- Kernvoorraad: {KERN}\n- Flexwoning: {FLEX}",
        f"## Begrippenlijst\n\n**Kernvoorraad**: {KERN}\n\n**Flexwoning**: {FLEX}",
        (
            "## Definities\n\n"
            f"| Begrip | Uitleg |\n|---|---|\n| Kernvoorraad | {KERN} |\n| Flexwoning | {FLEX} |"
        ),
        f"## Verklarende woordenlijst\n\nKernvoorraad – {KERN}\n\nFlexwoning – {FLEX}",
    ],
)
def test_the_terms_of_a_glossary(annex):
    assert begrippen(annex) == [("Kernvoorraad", KERN), ("Flexwoning", FLEX)]


def test_a_term_may_be_the_name_of_a_theme_or_a_part():
    annex = f"## Begrippenlijst\n\n### Aandachtsgroepen\n\n{KERN}\n\n### Partijen\n\n{FLEX}"
    assert begrippen(annex) == [("Aandachtsgroepen", KERN), ("Partijen", FLEX)]


def test_a_glossary_whose_heading_was_lost_shows_by_its_alphabet():
    terms = ["Aandachtsgroep", "Bouwgrond", "Doorstroming", "Flexwoning", "Kernvoorraad", "Middenhuur"]
    annex = "\n\n".join(f"**{term}**\n\n{KERN}" for term in terms)
    assert [term for term, _ in begrippen(annex)] == terms


@pytest.mark.parametrize(
    "annex",
    [
        "## Bijlage 1: Kaart\n\nHier staat een kaart.",
        f"**Haven**\n\n{KERN}\n\n**Polder**\n\n{FLEX}",
        "## Samenwerking\n\nMonitoring: de werkgroep vult elk jaar in januari de monitor in.",
    ],
)
def test_what_is_no_glossary(annex):
    assert begrippen(annex) == []


# --- frameworks ------------------------------------------------------------------------------------


def kaders(annex):
    return [(kader.niveau, kader.titel, kader.datum) for kader in lees(f"{AFSPRAKEN}\n{annex}\n").kaders]


@pytest.mark.parametrize(
    ("item", "titel", "datum"),
    [
        ("Woningwet", "Woningwet", None),
        ("Woonvisie Duinrade, d.d. 5 juni 2023", "Woonvisie Duinrade", date(2023, 6, 5)),
        ("Woonvisie Duinrade (5 juni 2023)", "Woonvisie Duinrade", date(2023, 6, 5)),
        ("Woonvisie Duinrade van 5 juni 2023;", "Woonvisie Duinrade", date(2023, 6, 5)),
        ("Woonvisie Duinrade, vastgesteld op 5-6-2023.", "Woonvisie Duinrade", date(2023, 6, 5)),
        ("Woonvisie Duinrade (juni 2023)", "Woonvisie Duinrade", "2023-06"),
        ("Woonvisie Duinrade 2020-2030", "Woonvisie Duinrade 2020-2030", None),
        ("Woonvisie Duinrade, 5 juni 2023", "Woonvisie Duinrade", date(2023, 6, 5)),
        ("Woonvisie Duinrade, juni 2023", "Woonvisie Duinrade", "2023-06"),
    ],
)
def test_a_framework_with_its_date(item, titel, datum):
    annex = f"## Bijlage 2: Overzicht kaders\n\n### Lokaal\n\n- {item}\n- Nota grond"
    assert kaders(annex) == [("Lokaal", titel, datum), ("Lokaal", "Nota grond", None)]


@pytest.mark.parametrize("heading", ["### {}", "**{}**", "{}:"])
def test_each_framework_stands_under_its_level(heading):
    annex = (
        "## Overzicht van relevante beleidskaders\n\n"
        + heading.format("Landelijk")
        + "\n\n- Woningwet\n\n"
        + heading.format("Duinrade")
        + "\n\n- Woonvisie\n- Nota grond"
    )
    assert [(niveau, titel) for niveau, titel, _ in kaders(annex)] == [
        ("Landelijk", "Woningwet"),
        ("Duinrade", "Woonvisie"),
        ("Duinrade", "Nota grond"),
    ]


def test_a_list_under_another_annex_holds_no_frameworks():
    assert kaders("## Bijlage 2: Wijken\n\n- Haven\n- Polder") == []


def test_a_number_without_words_is_no_framework():
    assert lees("## Bijlage 2: Overzicht kaders\n0").kaders == ()
