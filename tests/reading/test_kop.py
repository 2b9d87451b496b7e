"""What a document says of itself: kind, title, municipality, term, place and date of signing."""

from datetime import date

import pytest

from tests.reading.duinrade import BOUW, GROND, lees

AFSPRAKEN = f"\n## Beschikbaarheid\n\n1. {GROND}\n\n2. {BOUW}\n"
PARTIJEN = "De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken afspraken.\n"
LABELS = (
    "\n## Betaalbaarheid\n\nHuidige afspraak:\n\n4. De gemeente zorgt in het dorp voor een loket.\n\n"
    "Aanvulling 2025:\n\nHet loket is ook op zaterdag open.\n"
)


def met_titel(titel, extra=""):
    return lees(f"# {titel}\n\n{PARTIJEN}\n{extra}\n{AFSPRAKEN}")


@pytest.mark.parametrize(
    ("titel", "soort"),
    [
        ("Meerjarige prestatieafspraken Duinrade", "meerjarig"),
        ("Prestatieafspraken Duinrade 2024-2027", "meerjarig"),
        ("Prestatieafspraken Duinrade 2024 t/m 2027", "meerjarig"),
        ("Raamovereenkomst wonen Duinrade", "meerjarig"),
        ("Prestatieafspraken Duinrade", "meerjarig"),
        ("Prestatieafspraken Duinrade 2025", "jaarafspraken"),
        ("Jaarafspraken wonen Duinrade 2025", "jaarafspraken"),
        ("Jaarschijf 2025 prestatieafspraken Duinrade", "jaarafspraken"),
        ("Jaarplan 2025 prestatieafspraken Duinrade", "jaarafspraken"),
    ],
)
def test_the_title_tells_the_kind(titel, soort):
    assert met_titel(titel).soort == soort


def test_a_document_that_amends_another_is_a_year_plan():
    assert lees(f"# Jaarplan 2025\n\n{PARTIJEN}{LABELS}").soort == "jaarplan"


@pytest.mark.parametrize(
    ("text", "titel"),
    [
        ("# Prestatieafspraken Duinrade 2024-2027\n\nTekst.", "Prestatieafspraken Duinrade 2024-2027"),
        ("Gemeente aan zee\n\nPrestatieafspraken Duinrade\n\nTekst.", "Prestatieafspraken Duinrade"),
        ("# Prestatieafspraken\n\nDuinrade\n\nDe gemeente Duinrade groeit.", "Prestatieafspraken Duinrade"),
        ("# Wonen aan zee\n\nTekst.", "Wonen aan zee"),
        ("Tekst zonder meer.", "duinrade.md"),
    ],
)
def test_the_title_stands_at_the_front(text, titel):
    assert lees(text).titel == titel


@pytest.mark.parametrize(
    ("text", "gemeente"),
    [
        (PARTIJEN, "Duinrade"),
        ("De gemeente Bergen op Zoom groeit. Gemeente Bergen op Zoom bouwt.", "Bergen op Zoom"),
        ("De gemeente Aa en Hunze groeit.", "Aa en Hunze"),
        ("De gemeente groeit.", None),
    ],
)
def test_the_municipality_is_the_one_the_text_names(text, gemeente):
    assert lees(f"# Afspraken\n\n{text}\n").gemeente == gemeente


@pytest.mark.parametrize(
    ("sentence", "van", "tot"),
    [
        (
            "De afspraken gelden van 1 januari 2024 tot en met 31 december 2026.",
            date(2024, 1, 1),
            date(2026, 12, 31),
        ),
        (
            "De afspraken gaan in op 1 maart 2024 en gelden tot en met 31 december 2027.",
            date(2024, 3, 1),
            date(2027, 12, 31),
        ),
        ("De looptijd is van 1 januari 2024 tot 1 januari 2028.", date(2024, 1, 1), date(2027, 12, 31)),
        (
            "Deze overeenkomst treedt in werking op 1-4-2024 en eindigt op 31-3-2026.",
            date(2024, 4, 1),
            date(2026, 3, 31),
        ),
        ("De afspraken zijn geldig tot en met 31 december 2026.", None, date(2026, 12, 31)),
        ("De afspraken gelden voor de periode 2024-2026.", date(2024, 1, 1), date(2026, 12, 31)),
        ("Wie een woning zoekt, wacht hier lang.", None, None),
        ("De looptijd van de woonvisie is van 1 januari 2020 tot en met 31 december 2030.", None, None),
        ("De raad besloot op 1 maart 2023.", None, None),
        ("Het contract met de beheerder eindigt op 1 januari 2028.", None, None),
    ],
)
def test_the_term_stands_in_the_sentence_on_validity(sentence, van, tot):
    looptijd = met_titel("Prestatieafspraken Duinrade", sentence).looptijd
    assert (looptijd and looptijd.van, looptijd and looptijd.tot) == (van, tot)


@pytest.mark.parametrize(
    ("titel", "van", "tot"),
    [
        ("Prestatieafspraken Duinrade 2024-2027", date(2024, 1, 1), date(2027, 12, 31)),
        ("Prestatieafspraken Duinrade 2024 tot en met 2027", date(2024, 1, 1), date(2027, 12, 31)),
        ("Prestatieafspraken Duinrade 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("Prestatieafspraken Duinrade", None, None),
    ],
)
def test_where_no_sentence_gives_the_term_the_title_does(titel, van, tot):
    looptijd = met_titel(titel).looptijd
    assert (looptijd and looptijd.van, looptijd and looptijd.tot) == (van, tot)


def test_the_sentence_on_validity_goes_before_the_title():
    looptijd = met_titel(
        "Prestatieafspraken Duinrade 2024-2027", "De afspraken gelden tot en met 31 december 2028."
    ).looptijd
    assert looptijd is not None
    assert looptijd.tot == date(2028, 12, 31)


@pytest.mark.parametrize(
    ("sentence", "plaats", "datum"),
    [
        ("Aldus overeengekomen te Duinrade op 12 december 2023.", "Duinrade", date(2023, 12, 12)),
        ("Aldus opgemaakt en getekend te Bergen op Zoom, 3 mei 2024", "Bergen op Zoom", date(2024, 5, 3)),
        ("Ondertekend op 12-12-2023 te Duinrade.", "Duinrade", date(2023, 12, 12)),
        ("Getekend d.d. 5 juni 2023.", None, date(2023, 6, 5)),
        ("De afspraken worden elk jaar getekend in het gemeentehuis.", None, None),
        ("De raad stelde de visie vast op 5 juni 2023.", None, None),
    ],
)
def test_place_and_date_of_signing(sentence, plaats, datum):
    getekend = lees(
        f"# Prestatieafspraken Duinrade\n\n{PARTIJEN}{AFSPRAKEN}\n## Ondertekening\n\n{sentence}\n"
    ).ondertekening
    assert (getekend and getekend.plaats, getekend and getekend.datum) == (plaats, datum)
