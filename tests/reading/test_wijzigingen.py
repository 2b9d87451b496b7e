"""The amendments of a year plan: every label, and what each amends."""

import pytest

from tests.reading.duinrade import lees
from wederkerig.model import Plek

OUD = "De gemeente zorgt in het dorp voor een loket."
NIEUW = "Het loket is voortaan ook op zaterdag open."
OPENING = """# Jaarplan 2025 prestatieafspraken Duinrade

De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken afspraken.

## Betaalbaarheid

"""
# A second amendment, so that a document with one label under test is a year plan all the same.
SLOT = (
    "\n\n## Leefbaarheid\n\nHuidige afspraak:\n\n9. De gemeente veegt elke week de straat.\n\n"
    "Aanvulling 2025:\n\nOok in de winter.\n"
)


def eerste(body):
    return lees(f"{OPENING}{body}{SLOT}").wijzigingen[0]


def kern(wijziging):
    return wijziging.doel.nummer, wijziging.soort, wijziging.huidig, wijziging.tekst, wijziging.jaar


@pytest.mark.parametrize(
    "label",
    [
        "Huidige afspraak:",
        "Huidige tekst:",
        "Bestaande afspraak:",
        "Oorspronkelijke tekst:",
        "**Huidige afspraak:**",
        "### Huidige afspraak",
    ],
)
def test_the_current_text_is_quoted(label):
    wijziging = eerste(f"{label}\n\n4. {OUD}\n\nAanvulling 2025:\n\n{NIEUW}")
    assert kern(wijziging) == ("4", "aanvulling", OUD, NIEUW, 2025)
    assert wijziging.doel.thema == "Betaalbaarheid"


@pytest.mark.parametrize(
    ("label", "soort", "jaar"),
    [
        ("Aanvulling 2026:", "aanvulling", 2026),
        ("Aanvulling:", "aanvulling", 2025),
        ("Aanvulling", "aanvulling", 2025),
        ("Aanvullende tekst:", "aanvulling", 2025),
        ("Toevoeging 2026:", "aanvulling", 2026),
        ("Toe te voegen tekst:", "aanvulling", 2025),
        ("Wijziging/aanvulling 2026:", "aanvulling", 2026),
        ("Wijziging 2026:", "wijziging", 2026),
        ("Gewijzigde afspraak:", "wijziging", 2025),
        ("Nieuwe tekst:", "wijziging", 2025),
        ("Wordt gewijzigd in:", "wijziging", 2025),
        ("Wordt vervangen door:", "wijziging", 2025),
        ("Onderstaande tekst kan verwijderd worden:", "verwijderen", 2025),
        ("De volgende passage vervalt:", "verwijderen", 2025),
        ("Te schrappen:", "verwijderen", 2025),
    ],
)
def test_the_label_tells_what_happens_to_the_text(label, soort, jaar):
    wijziging = eerste(f"Huidige afspraak:\n\n4. {OUD}\n\n{label}\n\n{NIEUW}")
    assert kern(wijziging) == ("4", soort, OUD, NIEUW, jaar)


def test_the_words_may_stand_behind_the_label():
    wijziging = eerste(f"Huidige afspraak: 4. {OUD}\n\nAanvulling 2025: {NIEUW}")
    assert kern(wijziging) == ("4", "aanvulling", OUD, NIEUW, 2025)


def test_what_is_struck_may_have_a_reason():
    body = (
        f"Huidige afspraak:\n\n4. {OUD}\n\n"
        f"Onderstaande tekst kan verwijderd worden (het loket is er):\n\n{NIEUW}"
    )
    wijziging = eerste(body)
    assert (wijziging.soort, wijziging.reden, wijziging.tekst) == ("verwijderen", "het loket is er", NIEUW)


@pytest.mark.parametrize("label", ["Nieuwe afspraak:", "Nieuwe afspraak 2025:", "Extra afspraak 2025:"])
def test_a_new_agreement_brings_its_own_number(label):
    wijziging = eerste(f"{label}\n\n21. {NIEUW}")
    assert kern(wijziging) == ("21", "nieuw", None, NIEUW, 2025)


def test_an_addition_with_a_number_of_its_own_is_a_new_agreement():
    wijziging = eerste(f"Aanvulling 2025:\n\n21. {NIEUW}")
    assert kern(wijziging)[:2] == ("21", "nieuw")


def test_the_same_number_behind_the_label_is_the_agreement_itself():
    wijziging = eerste(f"Huidige afspraak:\n\n4. {OUD}\n\nWijziging 2025:\n\n4. {NIEUW}")
    assert kern(wijziging) == ("4", "wijziging", OUD, NIEUW, 2025)


def test_goals_are_amended_without_a_number():
    body = (
        "Huidige tekst:\n\nWat willen we bereiken\n\n- De huur is te betalen.\n\n"
        "Aanvulling 2025:\n\n- Energie ook."
    )
    wijziging = eerste(body)
    assert (wijziging.doel.onderdeel, wijziging.doel.thema) == ("doelen", "Betaalbaarheid")
    assert (wijziging.soort, wijziging.tekst) == ("aanvulling", "Energie ook.")


def test_each_document_added_to_the_annex_is_an_amendment():
    body = (
        f"Huidige afspraak:\n\n4. {OUD}\n\nAanvulling 2025:\n\n{NIEUW}\n\n"
        "## Bijlage 2: Overzicht kaders\n\nVolgende documenten toevoegen:\n\n"
        "- Woonvisie Duinrade\n- Nota grond\n"
    )
    stuk = lees(f"{OPENING}{body}")
    assert [(w.soort, w.doel.onderdeel, w.tekst) for w in stuk.wijzigingen] == [
        ("aanvulling", None, NIEUW),
        ("bijlage", "bijlage", "Woonvisie Duinrade"),
        ("bijlage", "bijlage", "Nota grond"),
    ]


def test_process_texts_are_amended_as_such():
    body = (
        "Samenvatting van het overleg.\n\n## Samenwerking en monitoring\n\nHuidige tekst:\n\n"
        f"{OUD}\n\nWijziging 2025:\n\n{NIEUW}"
    )
    wijziging = eerste(body)
    assert (wijziging.doel.onderdeel, wijziging.soort, wijziging.huidig, wijziging.tekst) == (
        "proces",
        "wijziging",
        OUD,
        NIEUW,
    )


def test_amendments_come_in_the_order_of_the_document():
    body = (
        f"Huidige afspraak:\n\n4. {OUD}\n\nAanvulling 2025:\n\n{NIEUW}\n\n"
        "Huidige afspraak:\n\n5. De Nok houdt elke maand een spreekuur.\n\n"
        "Onderstaande tekst kan verwijderd worden:\n\nelke maand"
    )
    stuk = lees(f"{OPENING}{body}{SLOT}")
    assert [(w.doel.nummer, w.soort) for w in stuk.wijzigingen] == [
        ("4", "aanvulling"),
        ("5", "verwijderen"),
        ("9", "aanvulling"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanvulling op het fonds is in de zomer besproken.",
        "Huidige huurders houden hun contract.",
        "Nieuwe afspraken over de huur volgen later dit jaar.",
        "Een wijziging van het bestemmingsplan duurt een jaar.",
    ],
)
def test_a_sentence_that_opens_like_a_label_is_none(sentence):
    stuk = lees(
        f"# Prestatieafspraken Duinrade\n\n## Betaalbaarheid\n\n{sentence}\n\n1. {OUD}\n\n"
        f"2. {NIEUW}\n\n{sentence}\n"
    )
    assert stuk.soort != "jaarplan"
    assert stuk.wijzigingen == ()


@pytest.mark.parametrize(
    ("line", "doel", "soort"),
    [
        ("Afspraak 4 wordt gewijzigd.", "4", "wijziging"),
        ("Afspraak 4 wordt als volgt aangepast:", "4", "wijziging"),
        ("Afspraak 4 wordt aangevuld.", "4", "aanvulling"),
        ("Aan afspraak 4 wordt toegevoegd:", "4", "aanvulling"),
        ("Aan de doelen wordt toegevoegd:", "doelen", "aanvulling"),
        ("De procesafspraken worden gewijzigd.", "proces", "wijziging"),
    ],
)
def test_a_sentence_may_say_which_place_is_amended(line, doel, soort):
    wijziging = eerste(f'{line}\n\n"{NIEUW}"')
    assert (wijziging.doel.nummer or wijziging.doel.onderdeel, wijziging.soort) == (doel, soort)
    assert (wijziging.huidig, wijziging.tekst) == (None, NIEUW)


def test_below_such_a_sentence_the_old_and_the_new_text_may_stand():
    wijziging = eerste(
        f'Afspraak 4 wordt gewijzigd.\n\nHuidige tekst:\n\n"{OUD}"\n\nNieuwe tekst:\n\n"{NIEUW}"\n\n'
        "Toelichting: het loket loopt goed."
    )
    assert kern(wijziging) == ("4", "wijziging", OUD, NIEUW, 2025)
    assert wijziging.reden == "het loket loopt goed"


def test_the_words_of_a_struck_agreement_may_be_printed_below():
    body = f'Afspraak 4 komt te vervallen.\n\nVervallen tekst:\n\n"{OUD}"\n\nAfspraak 5 vervalt.'
    stuk = lees(f"{OPENING}{body}{SLOT}")
    assert [(w.doel.nummer, w.soort, w.tekst) for w in stuk.wijzigingen[:2]] == [
        ("4", "verwijderen", OUD),
        ("5", "verwijderen", ""),
    ]


@pytest.mark.parametrize(
    ("label", "titel"),
    [
        ("De tabel wordt vervangen door:", "Tabel 2: Nieuwe woningen"),
        ("Wijziging 2025:", "Tabel 2: Nieuwe woningen"),
        ('De tabel "Woningen" wordt vervangen door:', "Woningen"),
    ],
)
def test_a_table_may_come_instead_of_another(label, titel):
    caption = "Tabel 2: Nieuwe woningen\n\n" if titel.startswith("Tabel") else ""
    body = f"{label}\n\n{caption}| Wijk | Aantal |\n|---|---|\n| Polderwijk | 30 |\n| Zeekant | 12 |"

    wijziging = eerste(body)

    assert (wijziging.doel.onderdeel, wijziging.doel.titel, wijziging.doel.thema) == (
        "tabel",
        titel,
        "Betaalbaarheid",
    )
    assert (wijziging.soort, wijziging.huidig, wijziging.tekst, wijziging.jaar) == (
        "wijziging",
        None,
        "",
        2025,
    )
    assert (wijziging.tabel.kop, wijziging.tabel.rijen) == (
        ("Wijk", "Aantal"),
        (("Polderwijk", "30"), ("Zeekant", "12")),
    )


def test_a_table_below_the_new_words_belongs_to_the_agreement():
    body = (
        f"Huidige afspraak:\n\n4. {OUD}\n\nWijziging 2025:\n\n{NIEUW}\n\n"
        "| Wijk | Aantal |\n|---|---|\n| Polderwijk | 30 |\n| Zeekant | 12 |"
    )

    wijziging = eerste(body)

    assert kern(wijziging) == ("4", "wijziging", OUD, NIEUW, 2025)
    assert wijziging.tabel.rijen == (("Polderwijk", "30"), ("Zeekant", "12"))


def test_a_table_may_say_where_agreements_move_to():
    body = (
        "Deze afspraken krijgen een andere plek.\n\n"
        "| Nummer was | Nummer wordt | Thema | Rubriek | Na afspraak |\n|---|---|---|---|---|\n"
        "| 5 | 7 | Leefbaarheid | – | 6 |\n| 6 | 5 | – | Huur | vooraan |"
    )

    stuk = lees(f"{OPENING}Huidige afspraak:\n\n4. {OUD}\n\nAanvulling 2025:\n\n{NIEUW}\n\n{body}{SLOT}")

    moved = [wijziging for wijziging in stuk.wijzigingen if wijziging.soort == "verplaatsing"]
    assert [(wijziging.doel.nummer, wijziging.plek) for wijziging in moved] == [
        ("5", Plek(nummer="7", thema="Leefbaarheid", na="6")),
        ("6", Plek(nummer="5", rubriek="Huur", na="")),
    ]


def test_a_table_with_an_old_and_a_new_amount_moves_nothing():
    body = (
        f"Huidige afspraak:\n\n4. {OUD}\n\nAanvulling 2025:\n\n{NIEUW}\n\n"
        "| Soort | Oud | Nieuw |\n|---|---|---|\n| Huur | 450 | 475 |\n| Servicekosten | 20 | 25 |"
    )

    assert [wijziging.soort for wijziging in lees(f"{OPENING}{body}{SLOT}").wijzigingen] == [
        "aanvulling",
        "aanvulling",
    ]


def test_a_plan_that_says_so_tells_labels_from_text_by_their_type():
    text = (
        "# Jaarplan 2025 prestatieafspraken Duinrade\n\n"
        "Leeswijzer: de vetgedrukte regels zeggen wat er verandert.\n\n"
        "# **Wijzigingen en aanvullingen**\n\n## **Betaalbaarheid**\n\n**Huidige afspraak:**\n\n"
        f"4\\. {OUD}\n\n**Aanvulling 2025:**\n\nAanvulling 2024:\n\n5\\. {NIEUW}\n\n# **Slot**\n\nEinde."
    )

    (wijziging,) = lees(text.replace("\\", "")).wijzigingen

    assert kern(wijziging) == ("4", "aanvulling", OUD, f"Aanvulling 2024:\n5. {NIEUW}", 2025)
