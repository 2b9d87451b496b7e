"""Running text outside the themes: which chapters there are, and what stands in them."""

import pytest

from tests.reading.duinrade import BOUW, GROND, LEDEN, OPENING, lees, lees_html

TITLE = "# Prestatieafspraken Duinrade 2024-2027\n\n"
THEME = f"## 1. Beschikbaarheid\n\nEr is te weinig te huur in de duinen.\n\n1. {GROND}\n\n2. {BOUW}\n\n"
WHY = "Wij schrijven op wat wij elkaar de komende vier jaar beloven, en waarom."
HOW = "Wij zien elkaar ieder kwartaal in het oude raadhuis aan de haven."
WATCH = "De gemeente telt in januari hoeveel woningen erbij zijn gekomen."


def hoofdstukken(stuk):
    """The titles of the chapters with their lines."""
    return [(hoofdstuk.titel, hoofdstuk.tekst.split("\n")) for hoofdstuk in stuk.hoofdstukken]


def koppen(stuk):
    """The sub-headings of each chapter."""
    return [hoofdstuk.koppen for hoofdstuk in stuk.hoofdstukken]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("## Inleiding", "Inleiding"),
        ("## 1. Inleiding", "Inleiding"),
        ("Leeswijzer", "Leeswijzer"),
        ("**Voorwoord**", "Voorwoord"),
        ("## Zo leest u dit stuk", "Zo leest u dit stuk"),
        ("Waar wij voor staan", "Waar wij voor staan"),
    ],
)
def test_text_before_the_themes_is_a_chapter_under_its_heading(heading, title):
    stuk = lees(f"{TITLE}{heading}\n\n{WHY}\n\n{THEME}")

    assert hoofdstukken(stuk) == [(title, [WHY])]
    assert stuk.hoofdstukken[0].twijfel is None


def test_text_below_the_title_of_the_document_is_an_introduction_with_a_doubt():
    stuk = lees(OPENING + THEME)

    (hoofdstuk,) = stuk.hoofdstukken
    assert hoofdstuk.titel == "Inleiding"
    assert hoofdstuk.tekst == OPENING.split("\n")[2]
    assert hoofdstuk.twijfel == "Dit deel heeft in het stuk geen eigen kopje."


@pytest.mark.parametrize(
    "heading",
    [
        "## Samenwerking, procesafspraken en monitoring",
        "## 2. Samenwerking, procesafspraken en monitoring",
        "Samenwerking, procesafspraken en monitoring",
    ],
)
def test_the_process_chapter_behind_the_last_theme_is_no_part_of_that_theme(heading):
    stuk = lees(f"{TITLE}{THEME}{heading}\n\n{HOW}\n\n{WATCH}\n")

    assert hoofdstukken(stuk) == [("Samenwerking, procesafspraken en monitoring", [HOW, WATCH])]
    assert [thema.context for thema in stuk.themas] == ["Er is te weinig te huur in de duinen."]


def test_a_chapter_between_two_themes_belongs_to_neither():
    other = f"## 3. Betaalbaarheid\n\nDe huren stijgen mee.\n\n3. {LEDEN}\n"

    stuk = lees(f"{TITLE}{THEME}## 2. Hoe wij kijken\n\n{HOW}\n\n{other}")

    assert hoofdstukken(stuk) == [("Hoe wij kijken", [HOW])]
    assert [afspraak.thema for afspraak in stuk.afspraken] == [
        "Beschikbaarheid",
        "Beschikbaarheid",
        "Betaalbaarheid",
    ]


def test_sub_headings_are_lines_of_the_chapter_and_named_apart():
    stuk = lees(f"{TITLE}{THEME}## Samenwerking\n\n### Overleg\n\n{HOW}\n\n### Tellen\n\n{WATCH}\n")

    assert hoofdstukken(stuk) == [("Samenwerking", ["Overleg", HOW, "Tellen", WATCH])]
    assert koppen(stuk) == [("Overleg", "Tellen")]


def test_list_items_are_lines_without_their_bullet():
    stuk = lees(
        f"{TITLE}## Werkwijze\n\nElk jaar doen wij dit:\n\n* vooruitkijken;\n* terugkijken.\n\n{THEME}"
    )

    assert hoofdstukken(stuk) == [("Werkwijze", ["Elk jaar doen wij dit:", "vooruitkijken;", "terugkijken."])]


def test_the_list_of_parties_and_the_signatures_are_left_out_but_not_the_words_beside_them():
    stuk = lees(
        f"{TITLE}## Partijen\n\nWij leggen dit vast tussen:\n\n"
        "1. Gemeente Duinrade, vertegenwoordigd door wethouder mevrouw A. Strand;\n"
        "2. Stichting Helmwonen, vertegenwoordigd door de heer B. Zand, directeur;\n"
        "3. Huurdersvereniging De Nok, vertegenwoordigd door mevrouw C. Schelp, voorzitter.\n\n"
        f"{HOW}\n\nAldus overeengekomen te Duinrade op 3 mei 2024.\n\nA. Strand\n\nB. Zand\n\n"
        f"## Inleiding\n\n{WHY}\n\n{THEME}"
    )

    assert hoofdstukken(stuk) == [("Partijen", [HOW]), ("Inleiding", [WHY])]
    assert len(stuk.partijen) == 3


def test_headings_behind_the_signatures_open_chapters_of_their_own():
    stuk = lees(
        f"{TITLE}## Partijen en ondertekening\n\n{HOW}\n\nGetekend te Duinrade op 3 mei 2024.\n\n"
        f"### Gemeente Duinrade\n\nA. Strand\n\n### Waarom samen\n\n{WHY}\n\n{THEME}"
    )

    assert hoofdstukken(stuk) == [("Partijen en ondertekening", [HOW]), ("Waarom samen", [WHY])]


def test_annexes_and_the_table_of_contents_are_no_chapters():
    stuk = lees(
        f"{TITLE}## Inhoudsopgave\n\nInleiding ........ 2\n\nBijlage ........ 9\n\n"
        f"## Inleiding\n\n{WHY}\n\n{THEME}"
        "## Bijlage 1: Begrippenlijst\n\n**Duinhuis**\n\n"
        "Een huis dat op het zand staat en daar ook blijft staan.\n\n"
        "## Bijlage 2: Overzicht kaders\n\nDeze stukken gaan voor op dit stuk, zo spraken wij af.\n\n"
        "### Lokaal\n\n* Duinvisie\n"
    )

    assert hoofdstukken(stuk) == [("Inleiding", [WHY])]


def test_tables_and_their_captions_stay_out_of_the_text():
    table = (
        "Tabel 1: overleggen per jaar\n\n| maand | wie |\n|---|---|\n| mei | allen |\n| juni | allen |\n\n"
    )

    stuk = lees(f"{TITLE}## Agenda 2024\n\n{HOW}\n\n{table}{WATCH}\n\n{THEME}")

    assert hoofdstukken(stuk) == [("Agenda 2024", [HOW, WATCH])]


def test_a_heading_right_above_a_theme_or_an_agreement_is_no_line_of_the_chapter():
    stuk = lees(f"{TITLE}## Inleiding\n\n{WHY}\n\n### Afspraken\n\n1. {GROND}\n\n2. {BOUW}\n\n3. {LEDEN}\n")

    assert hoofdstukken(stuk) == [("Inleiding", [WHY])]


def test_a_web_page_has_its_chapters_too():
    stuk = lees_html(
        f"<h1>Prestatieafspraken Duinrade 2024</h1><h2>Inleiding</h2><p>{WHY}</p><h2>Beschikbaarheid</h2>"
        f"<ol><li>{GROND}</li><li>{BOUW}</li></ol><h2>Monitoring</h2><p>{WATCH}</p>"
    )

    assert hoofdstukken(stuk) == [("Inleiding", [WHY]), ("Monitoring", [WATCH])]


def test_a_chapter_points_at_its_words_from_heading_to_last_line():
    text = f"{TITLE}## Inleiding\n\n{WHY}\n\n{HOW}\n\n{THEME}"

    (hoofdstuk,) = lees(text).hoofdstukken

    assert hoofdstuk.bron.citaat.endswith(HOW)
    assert text[hoofdstuk.bron.van : hoofdstuk.bron.tot] == hoofdstuk.bron.citaat
    assert "Inleiding" in hoofdstuk.bron.citaat


def test_a_theme_without_a_heading_begins_where_its_own_words_do():
    about = "Betaalbaar wonen begint bij een huur die past bij het loon van de huurder."
    lost = f"Buurtplannen\n\n{HOW}\n\n{about}\n\nWat willen we bereiken?\n\n* Niemand betaalt te veel.\n\n"
    announced = "Dit stuk heeft twee thema's:\n\n1. Betaalbaarheid\n2. Leefbaarheid\n\n"
    agreements = f"Wat spreken we af?\n\n1. {GROND}\n\n2. {BOUW}\n\n## Leefbaarheid\n\n3. {LEDEN}\n"

    stuk = lees(f"{TITLE}## Inleiding\n\n{announced}## Samenwerking\n\n{WATCH}\n\n{lost}{agreements}")

    assert (stuk.themas[0].titel, stuk.themas[0].context) == ("Betaalbaarheid", about)
    assert hoofdstukken(stuk)[1] == ("Samenwerking", [WATCH, "Buurtplannen", HOW])


def test_a_line_right_above_a_table_is_its_caption_and_no_sub_heading():
    table = "Overleg per maand\n\n| maand | wie |\n|---|---|\n| mei | allen |\n| juni | allen |\n\n"

    stuk = lees(f"{TITLE}## Agenda 2024\n\n{HOW}\n\n{table}{WATCH}\n\n{THEME}")

    assert hoofdstukken(stuk) == [("Agenda 2024", [HOW, WATCH])]
    assert stuk.tabellen[0].titel == "Overleg per maand"


def test_a_heading_of_the_same_kind_without_number_is_a_part_of_the_numbered_chapter():
    stuk = lees(
        f"{TITLE}{THEME}## 2. Samenwerking\n\n{HOW}\n\n## Monitoring\n\n{WATCH}\n\n## Tot slot\n\n{WHY}\n"
    )

    assert hoofdstukken(stuk) == [("Samenwerking", [HOW, "Monitoring", WATCH]), ("Tot slot", [WHY])]


@pytest.mark.parametrize("heading", ["Tot slot", "Slotwoord", "## Nawoord"])
def test_closing_words_are_a_chapter_of_their_own(heading):
    stuk = lees(f"{TITLE}{THEME}{heading}\n\n{WHY}\n")

    assert hoofdstukken(stuk) == [(heading.strip("# "), [WHY])]
