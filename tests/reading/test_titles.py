"""Headings: what they are for, which name a theme, and which lines read as one at all."""

import pytest

from wederkerig.reading.titles import bare_title, is_theme_title, looks_like_title, role_of


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Inhoudsopgave", "inhoud"),
        ("Inhoud", "inhoud"),
        ("1. Inleiding", "inleiding"),
        ("Waarom nieuwe afspraken", "inleiding"),
        ("Partijen en ondertekening", "partijen"),
        ("Ondertekening:", "partijen"),
        ("Context", "context"),
        ("Waar staan we?", "context"),
        ("Gezamenlijke doelen", "doelen"),
        ("Onze ambitie:", "doelen"),
        ("Wat willen we bereiken?", "doelen"),
        ("Afspraken", "afspraken"),
        ("3.2 Prestatieafspraken", "afspraken"),
        ("Wat spreken we af?", "afspraken"),
        ("Samenwerking en monitoring", "proces"),
        ("Jaarlijkse cyclus", "proces"),
        ("Looptijd en evaluatie", "proces"),
        ("Begrippenlijst", "begrippen"),
        ("Bijlage 1: Begrippenlijst", "begrippen"),
        ("Bijlage B. Overzicht kaders", "kaders"),
        ("Overzicht van relevante beleidskaders", "kaders"),
        ("Bijlage 3", "bijlage"),
        ("Bijlage 2: Plattegronden", "bijlage"),
        ("Inhoud ........ 2", "inhoud"),
        ("Huurbeleid", None),
        ("Prestaties gemeente 2024", None),
        ("De afspraken die we vorig jaar maakten", None),
        ("Doelgroepen", None),
        ("Partijdige standpunten", None),
    ],
)
def test_a_title_has_the_role_its_words_give(title, role):
    assert role_of(title) == role


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Beschikbaarheid", True),
        ("2. Betaalbaarheid", True),
        ("Hoofdstuk 4. Duurzaamheid en kwaliteit", True),
        ("Thema 3: Prettig oud worden", True),
        ("Thema: dorpen", True),
        ("Pijler 2 Groen en gezond", True),
        ("Wonen, zorg en welzijn", True),
        ("Leefbaarheid 2024-2027", True),
        ("**Leefbare wijken en buurten**", True),
        ("Nieuwbouw en transformatie", True),
        ("Huurbeleid", False),
        ("Inleiding", False),
        ("Gezamenlijke doelen", False),
        ("De gemeente werkt aan leefbaarheid", False),
        ("Prestatieafspraken Duinrade", False),
    ],
)
def test_a_theme_is_known_by_its_usual_name_or_because_it_says_so(title, theme):
    assert is_theme_title(title) is theme


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Thema 2. Betaalbaar wonen", "Betaalbaar wonen"),
        ("Hoofdstuk 4. Leefbaarheid", "Leefbaarheid"),
        ("3.1 Huurbeleid", "Huurbeleid"),
        ("Leefbaarheid .............. 12", "Leefbaarheid"),
        ("**Betaalbaarheid**:", "Betaalbaarheid"),
        ("Speerpunt A: Groene daken", "Groene daken"),
    ],
)
def test_a_title_stands_without_number_kind_and_page(title, bare):
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Huurbeleid", True),
        ("Wat spreken we af?", True),
        ("Onze ambitie:", True),
        ("Wonen in de kleine kernen", True),
        ("2025", True),
        ("2025-2028", True),
        ("360", False),
        ("€ 1.250", False),
        ("Hoofdstuk 2. Wonen blijft voor iedereen te betalen", True),
        ("De gemeente bouwt dertig woningen.", False),
        ("De gemeente stelt de grond voor de nieuwe woningen beschikbaar", False),
        ("en bouwt dertig woningen", False),
        ("Daarvoor spreken we met elkaar het volgende af:", False),
        ("Waar staat het nieuwe gemaal van het dorp?", False),
        ("grond, geld, tijd, mensen en geduld", False),
        ("Eén; twee;", False),
        ("", False),
    ],
)
def test_a_line_reads_as_a_title_by_its_words(line, title):
    assert looks_like_title(line) is title
