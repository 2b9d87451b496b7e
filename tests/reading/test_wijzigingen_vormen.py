"""The forms in which a year plan says what it changes: sentences, withdrawals, quotes, headings, tables."""

from datetime import date

import pytest

from tests.reading.duinrade import lees

OPENING = """# Jaarplan 2025 prestatieafspraken Duinrade

De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken afspraken.

## Betaalbaarheid

Huidige afspraak:

1. Helmwonen houdt een deel van de woningen goedkoop.

Aanvulling 2025:

Dat zijn er honderd.

"""
EERSTE = ("1", "aanvulling", "Helmwonen houdt een deel van de woningen goedkoop.", "Dat zijn er honderd.")
LOKET = "De gemeente opent in het dorp een loket."


def gelezen(body):
    """What is read below a first amendment that stays as it is."""
    first, *found = [
        (w.doel.nummer or w.doel.onderdeel, w.soort, w.huidig, w.tekst)
        for w in lees(f"{OPENING}{body}").wijzigingen
    ]
    assert first == EERSTE
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "In afspraak 2 wordt “tien lampen” vervangen door “twaalf lampen”.",
            ("2", "wijziging", "tien lampen", "twaalf lampen"),
        ),
        (
            "In afspraak 2.1 wordt de zin ‘Zij kiest zelf.’ gewijzigd in ‘Zij loot.’",
            ("2.1", "wijziging", "Zij kiest zelf.", "Zij loot."),
        ),
        (
            'Vervang in afspraak 2 "tien lampen" door "twaalf lampen"',
            ("2", "wijziging", "tien lampen", "twaalf lampen"),
        ),
        ("Afspraak 2: “tien” wordt “twaalf”.", ("2", "wijziging", "tien", "twaalf")),
        (f"Afspraak 2 luidt voortaan: “{LOKET}”", ("2", "wijziging", None, LOKET)),
        (f"Afspraak 2 komt te luiden:\n\n{LOKET}", ("2", "wijziging", None, LOKET)),
        ("In afspraak 2 vervalt de zin “Zij loot.”", ("2", "verwijderen", None, "Zij loot.")),
        (
            "Uit afspraak 2 wordt de passage “in de zomer” geschrapt.",
            ("2", "verwijderen", None, "in de zomer"),
        ),
        ("De zin “Zij loot.” in afspraak 2 vervalt.", ("2", "verwijderen", None, "Zij loot.")),
        (f"Na afspraak 3 wordt een nieuwe afspraak 4 toegevoegd: {LOKET}", ("4", "nieuw", None, LOKET)),
        (f"Na afspraak 3 komt een nieuwe afspraak: {LOKET}", ("4", "nieuw", None, LOKET)),
        (f"Aanvulling op afspraak 2: {LOKET}", ("2", "aanvulling", None, LOKET)),
        (f"Aanvulling 2025 op afspraak 2:\n\n{LOKET}", ("2", "aanvulling", None, LOKET)),
        (f"Aan afspraak 2 wordt de zin “{LOKET}” toegevoegd.", ("2", "aanvulling", None, LOKET)),
        ("Aanvulling 2025 op de doelen:\n\n- Ook warm.", ("doelen", "aanvulling", None, "Ook warm.")),
        (f"Aan de procesafspraken wordt toegevoegd: {LOKET}", ("proces", "aanvulling", None, LOKET)),
        (
            "In de procesafspraken wordt “in mei” vervangen door “in juni”.",
            ("proces", "wijziging", "in mei", "in juni"),
        ),
        (f"De tekst van afspraak 2 wordt vervangen door: “{LOKET}”", ("2", "wijziging", None, LOKET)),
        (f"Aan het einde van afspraak 2 wordt toegevoegd: {LOKET}", ("2", "aanvulling", None, LOKET)),
        ("In afspraak 2 wordt “tien” “elf”.", ("2", "wijziging", "tien", "elf")),
        ("Afspraak 2 kan vervallen, omdat het loket er is.", ("2", "verwijderen", None, "")),
        ("Afspraak 2 is uitgevoerd en kan vervallen.", ("2", "verwijderen", None, "")),
        ("### Afspraak 2\n\nVervalt.", ("2", "verwijderen", None, "")),
        ("### Afspraak 2\n\nDeze afspraak vervalt, omdat het loket er is.", ("2", "verwijderen", None, "")),
        (
            f"Huidige afspraak:\n\n2. {LOKET}\n\nDeze afspraak kan verwijderd worden.",
            ("2", "verwijderen", LOKET, ""),
        ),
        (
            f"Onderstaande afspraak kan verwijderd worden:\n\n2. {LOKET}",
            ("2", "verwijderen", LOKET, ""),
        ),
        (
            f'Huidige afspraak:\n\n2. "{LOKET}"\n\nAanvulling 2025:\n\nOok op zaterdag.',
            ("2", "aanvulling", LOKET, "Ook op zaterdag."),
        ),
        (
            "2. “De gemeente opent\n\nin het dorp een loket.”\n\nAanvulling 2025:\n\nOok laat.",
            ("2", "aanvulling", "De gemeente opent\nin het dorp een loket.", "Ook laat."),
        ),
        (
            "Huidige afspraak:\n\n3. b. De Nok geeft raad.\n\nWijziging 2025:\n\nb. De Nok beslist mee.",
            ("3b", "wijziging", "De Nok geeft raad.", "De Nok beslist mee."),
        ),
    ],
)
def test_a_form_is_read_as_one_amendment(body, expected):
    assert gelezen(body) == [expected]


def test_several_agreements_may_be_withdrawn_in_one_sentence():
    assert gelezen("De afspraken 2, 3 en 5 t/m 7 vervallen.") == [
        (nummer, "verwijderen", None, "") for nummer in ("2", "3", "5", "6", "7")
    ]


@pytest.mark.parametrize("label", ["Nieuwe afspraken 2025:", "Nieuwe afspraak 2025:"])
def test_each_number_below_new_agreements_is_one(label):
    assert gelezen(f"{label}\n\n4. {LOKET}\n\n5. De Nok plaatst banken in de straat.") == [
        ("4", "nieuw", None, LOKET),
        ("5", "nieuw", None, "De Nok plaatst banken in de straat."),
    ]


def test_each_number_below_a_line_that_withdraws_several_is_withdrawn():
    body = f"Onderstaande afspraken kunnen vervallen:\n\n4. {LOKET}\n\n5. De Nok plaatst banken in de straat."

    assert gelezen(body) == [
        ("4", "verwijderen", LOKET, ""),
        ("5", "verwijderen", "De Nok plaatst banken in de straat.", ""),
    ]


def test_a_reason_goes_with_the_withdrawal():
    stuk = lees(f"{OPENING}Afspraak 2 kan vervallen, omdat het loket er is.")

    assert stuk.wijzigingen[-1].reden == "het loket er is"


def test_a_sentence_that_is_not_understood_is_not_taken_for_words_of_the_amendment_before_it():
    (wijziging,) = lees(
        f"{OPENING}In afspraak 7 worden alle bedragen gewijzigd naar de prijzen van nu."
    ).wijzigingen

    assert wijziging.tekst == "Dat zijn er honderd."
    assert "In afspraak 7 worden alle bedragen" in wijziging.twijfel


def test_a_sentence_named_by_its_place_leaves_a_doubt():
    wijziging = lees(f"{OPENING}Afspraak 2, tweede zin, wordt: ‘Zij loot.’").wijzigingen[-1]

    assert (wijziging.huidig, wijziging.tekst) == ("tweede zin", "Zij loot.")
    assert wijziging.twijfel == "Het jaarplan noemt alleen de tweede zin en citeert haar niet."


@pytest.mark.parametrize(
    "sentence",
    [
        "De Nok en de gemeente wijzigen de route elk jaar.",
        "Als het loket sluit, vervalt het spreekuur.",
        "Deze afspraak geldt ook voor jongeren.",
        "Partijen vervangen de ketels in de zomer.",
        "Zie ook afspraak 4 over de huur.",
    ],
)
def test_more_words_of_an_amendment_are_no_sentence_that_amends(sentence):
    (wijziging,) = lees(f"{OPENING}{sentence}").wijzigingen

    assert wijziging.tekst == f"Dat zijn er honderd.\n{sentence}"


@pytest.mark.parametrize(
    ("heading", "thema"),
    [
        ("## Fijne buurten", "Fijne buurten"),
        ("## Hoofdstuk 3. Verder bouwen", "Verder bouwen"),
        ("## Thema 2. Water", "Water"),
        ("## Wijzigingen\n\n## Fijne buurten", "Fijne buurten"),
        ("## Wijzigingen en aanvullingen\n\n### Fijne buurten", "Fijne buurten"),
        ("## Aanvullingen", None),
    ],
)
def test_a_heading_ends_an_amendment_and_names_the_theme(heading, thema):
    stuk = lees(f"{OPENING}{heading}\n\nHuidige afspraak:\n\n2. {LOKET}\n\nAanvulling 2025:\n\nOok laat.")

    first, second = stuk.wijzigingen
    assert (first.tekst, second.doel.thema) == ("Dat zijn er honderd.", thema)


def test_a_paragraph_on_the_process_is_known_below_its_chapter():
    body = "## Hoofdstuk 1. Algemeen\n\n### Paragraaf 1.3 Proces en overleg\n\nHuidige tekst:\n\nIn mei.\n\n"

    assert gelezen(f"{body}Nieuwe tekst:\n\nIn juni.") == [("proces", "wijziging", "In mei.", "In juni.")]


@pytest.mark.parametrize(
    "closing",
    [
        "Aldus overeengekomen te Duinrade op 3 december 2024.\n\nGemeente Duinrade\n\nMevrouw T. Zand",
        "Ondertekend te Duinrade op 3 december 2024.\n\nDe heer K. Helm",
        "Duinrade, 3 december 2024\n\n………………………",
        "Gemeente Duinrade\n\nMevrouw T. Zand\n\n.............................",
    ],
)
def test_the_lines_of_the_signing_are_no_words_of_the_last_amendment(closing):
    assert gelezen(f"Aan afspraak 2 wordt toegevoegd: {LOKET}\n\n{closing}") == [
        ("2", "aanvulling", None, LOKET)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Afspraak 4: de tabel wordt vervangen door onderstaande tabel.",
        "In afspraak 4 wordt de tabel vervangen door:",
        f"Huidige afspraak: 4. {LOKET}\n\nWijziging 2025:",
    ],
)
def test_a_table_alone_comes_instead_of_that_of_the_agreement(words):
    table = "Tabel 1: Banken\n\n| Wijk | Aantal |\n|---|---|\n| Zeekant | 12 |"

    wijziging = lees(f"{OPENING}{words}\n\n{table}").wijzigingen[-1]

    assert (wijziging.doel.nummer, wijziging.soort, wijziging.huidig, wijziging.tekst) == (
        "4",
        "wijziging",
        None,
        "",
    )
    assert wijziging.tabel.rijen == (("Zeekant", "12"),)


@pytest.mark.parametrize(
    "head", ["Afspraak | Huidige tekst | Nieuwe tekst", "Nummer | Was | Wordt", "Nr. | Huidig | Nieuw"]
)
def test_a_table_may_put_the_new_text_beside_the_current(head):
    rows = f"| 2 | {LOKET} | Het loket gaat weer dicht. |\n| 3 | De Nok geeft raad. | Vervalt |"

    assert gelezen(f"| {head} |\n|---|---|---|\n{rows}") == [
        ("2", "wijziging", LOKET, "Het loket gaat weer dicht."),
        ("3", "verwijderen", "De Nok geeft raad.", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Vastgesteld te Duinrade op 7 december 2024.",
        "Het jaarplan is vastgesteld te Duinrade op 7 december 2024.",
        "Partijen ondertekenden het jaarplan op 7 december 2024.",
        "Vastgesteld op 7 december 2024.",
    ],
)
def test_the_day_of_adoption_is_that_of_the_signing(line):
    text = OPENING.replace("## Betaalbaarheid", f"{line}\n\n## Betaalbaarheid")

    assert lees(text).ondertekening.datum == date(2024, 12, 7)


def test_a_plan_may_hold_a_single_amendment():
    opening = OPENING.partition("## Betaalbaarheid")[0]

    stuk = lees(f"{opening}Aan afspraak 2 wordt toegevoegd: {LOKET}")

    assert [(w.doel.nummer, w.soort, w.tekst) for w in stuk.wijzigingen] == [("2", "aanvulling", LOKET)]
