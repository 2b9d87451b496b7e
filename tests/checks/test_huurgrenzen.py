"""Rent limits against each other and against the national figures."""

from decimal import Decimal

import pytest

from tests.checks.maken import stuk, tabel
from wederkerig.checks.huurgrenzen import euro, twee_bedragen, wijkt_af
from wederkerig.model import Begrip

GRENZEN = tabel(
    "",
    "T/m kwaliteitskortingsgrens | < € 454,47",
    "T/m 1e aftoppingsgrens | € 454,47 - € 650,43",
    "T/m 2e aftoppingsgrens | € 650,44 - € 697,07",
    "Boven liberalisatiegrens | > € 879,66",
    titel="Huurprijsgrenzen 2024",
)


def test_w301_finds_one_limit_with_two_amounts():
    begrip = Begrip(term="Aftoppingsgrens", definitie="De eerste aftoppingsgrens is in 2024 € 650,34.")
    document = stuk(begrippen=(begrip,), tabellen=(GRENZEN,))

    (bevinding,) = twee_bedragen(document)

    assert "€ 650,34" in bevinding.uitleg
    assert "€ 650,43" in bevinding.uitleg
    assert not wijkt_af(document), "one slip is reported once"


def test_w301_finds_a_slip_beside_an_amount_without_a_year():
    document = stuk(
        "Nieuwbouw blijft onder de eerste aftoppingsgrens (€ 682,69, prijspeil 2025).",
        begrippen=(
            Begrip(
                term="Aftoppingsgrens",
                definitie="De eerste aftoppingsgrens geldt voor kleine huishoudens en is € 682,96.",
            ),
        ),
    )

    assert len(twee_bedragen(document)) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "De eerste aftoppingsgrens is in 2024 € 650,43. In 2024 is de eerste aftoppingsgrens € 650.",
        "De liberalisatiegrens was in 2023 € 808,06. De liberalisatiegrens was in 2024 € 879,66.",
        "De eerste aftoppingsgrens is € 650,43. De tweede aftoppingsgrens is € 697,07.",
    ],
)
def test_w301_is_silent_on_roundings_other_years_and_other_limits(tekst):
    assert not twee_bedragen(stuk(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "De huur blijft onder de tweede aftoppingsgrens (€ 633,40, prijspeil 2020).",
        "De eerste aftoppingsgrens is in 2025 vastgesteld op € 682,69.",
        "In 2023 is de kwaliteitskortingsgrens € 442,46.",
        "80% ligt tussen de eerste en de tweede aftoppingsgrens (€ 619 / € 673, prijspeil 2020).",
        "De liberalisatiegrens (€ 752,33) geldt per 1 januari 2024.",
        "De huurtoeslaggrens is € 777,77 per maand.",
        "De voorraad wordt afgetopt op € 683 (prijspeil 2020).",
    ],
)
def test_w302_finds_an_amount_that_was_not_the_national_limit(tekst):
    (bevinding,) = wijkt_af(stuk(tekst))

    assert bevinding.ernst == "fout"


@pytest.mark.parametrize(
    "tekst",
    [
        "De huur blijft onder de tweede aftoppingsgrens (€ 663, prijspeil 2020).",
        "80% ligt tussen de eerste en de tweede aftoppingsgrens (€ 619 / € 663, prijspeil 2020).",
        "10% ligt tussen de tweede aftoppingsgrens en de liberalisatiegrens (€ 663 / € 737, prijspeil 2020).",
        "Middenhuur ligt tussen de liberalisatiegrens en € 1.000,- per maand.",
        "De liberalisatiegrens is in 2024 € 879,66.",
        "De liberalisatiegrens is in 2025 € 1.184,82.",
        "De huur van € 650 blijft onder de tweede aftoppingsgrens.",
        "De huurtoeslaggrens is € 808,06 per maand.",
        "De voorraad wordt afgetopt op € 663 (prijspeil 2020).",
        "Er zijn twee aftoppingsgrenzen: € 619 en € 663.",
        "De grens voor middenhuur leggen we vast in 2027.",
        "De eerste aftoppingsgrens is in 2027 € 740,00.",
        "De Woonvisie 2020 blijft leidend; de eerste aftoppingsgrens (€ 647,19) is de norm.",
        "Een woning kost € 250.000 en ligt onder de kwaliteitskortingsgrens.",
    ],
)
def test_w302_is_silent_on_limits_as_published_rounded_or_of_an_unknown_year(tekst):
    assert not wijkt_af(stuk(tekst))


def test_w302_reads_rows_of_a_table_and_the_year_of_its_title():
    fout = GRENZEN.model_copy(update={"titel": "Huurprijsgrenzen 2023"})

    assert not wijkt_af(stuk(tabellen=(GRENZEN,)))
    assert len(wijkt_af(stuk(tabellen=(fout,)))) == 4


def test_w302_reads_a_glossary_whose_term_is_the_limit():
    def met(bedrag):
        definitie = f"Huurprijsgrens (€ {bedrag} per maand) tussen sociale en vrije huur."
        return stuk(begrippen=(Begrip(term="Liberalisatiegrens", definitie=definitie),))

    assert not wijkt_af(met("752,33"))
    assert len(wijkt_af(met("725,33"))) == 1


def test_a_price_level_said_once_holds_for_the_whole_document():
    tekst = "De huurprijsgrenzen in dit stuk zijn op prijspeil 2020."

    assert not wijkt_af(stuk(tekst, "Onder de tweede aftoppingsgrens (€ 663)."))
    assert len(wijkt_af(stuk(tekst, "Onder de tweede aftoppingsgrens (€ 679)."))) == 1


def test_amounts_are_printed_as_dutch_does():
    assert euro(Decimal("1184.8")) == "€ 1.184,80"
