"""Themes, sub-headings, goals and ambitions: which heading is what, also where headings were lost."""

import pytest

from tests.reading.duinrade import BOUW, GROND, LEDEN, OPENING, lees, onder


def kopjes(stuk):
    """The theme and sub-heading of each agreement."""
    return [(afspraak.thema, afspraak.rubriek) for afspraak in stuk.afspraken]


def themas(stuk):
    """The titles of the themes."""
    return [thema.titel for thema in stuk.themas]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("## Beschikbaarheid", "Beschikbaarheid"),
        ("# 2. Beschikbaarheid", "Beschikbaarheid"),
        ("## Thema 1: Prettig oud worden", "Prettig oud worden"),
        ("## Hoofdstuk 4. Leefbaarheid", "Leefbaarheid"),
        ("Beschikbaarheid", "Beschikbaarheid"),
        ("**Betaalbaarheid**", "Betaalbaarheid"),
        ("2. Betaalbaarheid", "Betaalbaarheid"),
        ("Betaalbaarheid\n--------------", "Betaalbaarheid"),
        ("## Ruimte voor dorpen", "Ruimte voor dorpen"),
    ],
)
def test_a_heading_above_agreements_is_their_theme(heading, title):
    stuk = lees(f"{OPENING}{heading}\n\nWat er speelt staat hier.\n\n1. {GROND}\n\n2. {BOUW}\n\n3. {LEDEN}\n")
    assert kopjes(stuk) == [(title, None)] * 3
    assert themas(stuk) == [title]
    assert stuk.themas[0].context == "Wat er speelt staat hier."


def test_a_heading_below_a_theme_is_a_sub_heading():
    text = onder(
        "Betaalbaarheid",
        "### Huurbeleid",
        f"1. {GROND}",
        "### Schulden",
        f"2. {BOUW}",
        "## Leefbaarheid",
        f"3. {LEDEN}",
    )
    assert kopjes(lees(text)) == [
        ("Betaalbaarheid", "Huurbeleid"),
        ("Betaalbaarheid", "Schulden"),
        ("Leefbaarheid", None),
    ]


def test_a_bare_line_between_agreements_is_a_sub_heading():
    text = onder("Betaalbaarheid", "Huurbeleid", f"1. {GROND}", "Voorkomen van schulden", f"2. {BOUW}")
    assert kopjes(lees(text)) == [
        ("Betaalbaarheid", "Huurbeleid"),
        ("Betaalbaarheid", "Voorkomen van schulden"),
    ]


@pytest.mark.parametrize("heading", ["Afspraken", "Prestatieafspraken", "Wat spreken we af?"])
def test_a_heading_that_only_says_agreements_is_no_sub_heading(heading):
    text = onder(
        "Betaalbaarheid", "### Context", "Er speelt hier veel.", f"### {heading}", f"1. {GROND}", f"2. {BOUW}"
    )
    assert kopjes(lees(text)) == [("Betaalbaarheid", None)] * 2


def test_headings_by_party_below_one_theme_are_sub_headings():
    text = onder(
        "Betaalbaarheid",
        "### Prestaties gemeente 2024",
        f"1. {GROND}",
        "### Prestaties Helmwonen 2024",
        f"2. {BOUW}",
    )
    assert kopjes(lees(text)) == [
        ("Betaalbaarheid", "Prestaties gemeente 2024"),
        ("Betaalbaarheid", "Prestaties Helmwonen 2024"),
    ]


def test_chapters_by_number_are_themes_and_their_sections_sub_headings():
    text = (
        f"{OPENING}# 1. Inleiding\n\nDit gaat vooraf.\n\n"
        f"# 2. Beschikbaarheid\n\n## 2.1 Bouwgrond\n\nAfspraak 1: {GROND}\n\n"
        f"## 2.2 Nieuwbouw\n\nAfspraak 2: {BOUW}\n\n"
        f"# 3. Betaalbaarheid\n\n## 3.1 Huur\n\nAfspraak 3: {LEDEN}\n"
    )
    assert kopjes(lees(text)) == [
        ("Beschikbaarheid", "Bouwgrond"),
        ("Beschikbaarheid", "Nieuwbouw"),
        ("Betaalbaarheid", "Huur"),
    ]


def test_the_title_of_the_document_is_no_theme():
    stuk = lees(f"{OPENING}1. {GROND}\n\n2. {BOUW}\n\n3. {LEDEN}\n")
    assert "Prestatieafspraken Duinrade 2024-2027" not in themas(stuk)
    assert kopjes(stuk) == [(None, None)] * 3


def test_a_chapter_without_goals_or_agreements_is_no_theme():
    text = OPENING + f"## Inleiding\n\nDit gaat vooraf.\n\n## Leefbaarheid\n\n1. {GROND}\n\n2. {BOUW}\n"
    assert themas(lees(text)) == ["Leefbaarheid"]


def test_themes_whose_headings_were_lost_follow_the_table_of_contents_with_a_doubt():
    text = OPENING + (
        "Inhoudsopgave\n\nInleiding ........ 2\n\nBeschikbaarheid ........ 3\n\nBetaalbaarheid ........ 5\n\n"
        "## Inleiding\n\nWe tekenen samen voor vier jaar.\n\n"
        "Wie een woning zoekt, wacht hier lang en dat moet korter.\n\n"
        f"### Doelen\n\n- Er komen woningen bij.\n\n### Afspraken\n\n1. {GROND}\n\n2. {BOUW}\n\n"
        "De huur stijgt sneller dan het inkomen van veel huurders.\n\n"
        f"### Doelen\n\n- De huur blijft te betalen.\n\n### Afspraken\n\n3. {LEDEN}\n\n4. {GROND}\n"
    )
    stuk = lees(text)
    assert [afspraak.thema for afspraak in stuk.afspraken] == ["Beschikbaarheid"] * 2 + ["Betaalbaarheid"] * 2
    assert all(thema.twijfel and "volgorde" in thema.twijfel for thema in stuk.themas)
    assert all(afspraak.twijfel and "volgorde" in afspraak.twijfel for afspraak in stuk.afspraken)
    assert "huur stijgt" not in stuk.afspraken[1].tekst


def test_a_theme_with_its_heading_carries_no_doubt():
    stuk = lees(
        onder(
            "Beschikbaarheid",
            "### Doelen",
            "- Er komen woningen bij.",
            "### Afspraken",
            f"1. {GROND}",
            f"2. {BOUW}",
        )
    )
    assert [thema.twijfel for thema in stuk.themas] == [None]


# --- goals and ambitions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        "### Doelen",
        "### Gezamenlijke doelen",
        "**Wat willen we bereiken?**",
        "Onze doelstellingen:",
        "Waar gaan we voor?",
        "Onze doelen bij dit thema:",
    ],
)
def test_the_bullets_below_a_heading_for_goals_are_goals(heading):
    text = onder(
        "Leefbaarheid",
        "Er speelt hier veel.",
        heading,
        "- Buren kennen elkaar.",
        "- Straten zijn schoon.",
        "### Afspraken",
        f"1. {GROND}",
        f"2. {BOUW}",
    )
    stuk = lees(text)
    assert stuk.themas[0].doelen == ("Buren kennen elkaar.", "Straten zijn schoon.")
    assert stuk.themas[0].context == "Er speelt hier veel."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Doel: Buren kennen elkaar.",
        "Doelstelling: Buren kennen elkaar.",
        "Ambitie: Buren kennen elkaar.",
        "Ons doel: Buren kennen elkaar.",
    ],
)
def test_a_paragraph_may_say_that_it_is_a_goal(paragraph):
    stuk = lees(onder("Leefbaarheid", paragraph, f"1. {GROND}", f"2. {BOUW}"))
    assert stuk.themas[0].doelen == ("Buren kennen elkaar.",)


def test_only_the_first_paragraph_below_an_ambition_is_the_goal():
    text = onder(
        "Leefbaarheid",
        "**Onze ambitie:**",
        "Buren kennen elkaar en helpen elkaar.",
        "De cijfers staan hieronder.",
        "### Afspraken",
        f"1. {GROND}",
        f"2. {BOUW}",
    )
    assert lees(text).themas[0].doelen == ("Buren kennen elkaar en helpen elkaar.",)


def test_bullets_in_the_context_are_no_goals():
    text = onder(
        "Leefbaarheid",
        "In de buurten speelt:",
        "- overlast",
        "- eenzaamheid",
        "### Afspraken",
        f"1. {GROND}",
        f"2. {BOUW}",
    )
    assert lees(text).themas[0].doelen == ()
