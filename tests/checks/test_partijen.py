"""Parties, third parties and names."""

import pytest

from tests.checks.maken import GEMEENTE, HUURDERS, PARTIJEN, THUIS, WONEN, afspraak, geldig, stuk
from wederkerig.checks.namen import landelijke_naam_klopt_niet, naam_op_twee_manieren
from wederkerig.checks.partijen import (
    actor_is_geen_partij,
    derde_tekent_niet,
    geen_ondertekening,
    groep_tekent_niet,
    partij_anders_gespeld,
    partij_dubbel_in_zin,
    partij_zonder_ondertekenaar,
)
from wederkerig.model import Ondertekening, Stap


def zonder_naam(partij):
    return partij.model_copy(update={"vertegenwoordiger": None})


def met_partijen(*afspraken):
    return stuk(*afspraken, partijen=PARTIJEN)


def test_w601_finds_an_actor_that_is_no_party():
    document = met_partijen(afspraak("Woonzorg bouwt.", actoren=("Woonzorg", "Lisdodde")))

    (bevinding,) = actor_is_geen_partij(document)

    assert "'Woonzorg'" in bevinding.uitleg


@pytest.mark.parametrize("partijen", [PARTIJEN, ()])
def test_w601_is_silent_on_parties_by_name_or_short_name_and_without_parties(partijen):
    document = stuk(
        afspraak("Zij bouwen.", actoren=("Woonstichting Lisdodde", "Thuishaven")), partijen=partijen
    )

    assert not actor_is_geen_partij(document)


def test_w602_finds_a_third_party_once_with_all_its_agreements():
    document = met_partijen(
        afspraak("Welzijn Elzerveen helpt.", "1", derden=("Welzijn Elzerveen",)),
        afspraak("De gemeente helpt.", "2", stappen=(Stap(tekst="…", derden=("Welzijn Elzerveen",)),)),
    )

    (bevinding,) = derde_tekent_niet(document)

    assert bevinding.plaats == "afspraak 1, afspraak 2"


def test_w602_finds_an_organisation_that_opens_a_sentence():
    assert (
        len(
            derde_tekent_niet(met_partijen("Woonstichting Rietland bouwt twintig woningen op het sportveld."))
        )
        == 1
    )


@pytest.mark.parametrize(
    "tekst",
    [
        "Woonstichting Lisdodde bouwt twintig woningen.",
        "Huurdersvereniging De Stem licht de huurders voor.",
        "De gemeente werkt samen met Stichting Rietland.",
    ],
)
def test_w602_is_silent_on_parties_and_on_those_worked_together_with(tekst):
    assert not derde_tekent_niet(met_partijen(tekst))


def test_w609_finds_a_task_for_a_group_without_a_name():
    (bevinding,) = groep_tekent_niet(
        met_partijen(afspraak("Zorgaanbieders helpen.", derden=("zorgaanbieders",)))
    )

    assert bevinding.ernst == "advies"


@pytest.mark.parametrize("derden", [(), ("gemeenteraad",), ("het college",), ("Welzijn Elzerveen",)])
def test_w609_is_silent_on_bodies_of_the_municipality_and_on_names(derden):
    assert not groep_tekent_niet(met_partijen(afspraak("Er gebeurt iets.", derden=derden)))


def test_w603_finds_the_one_party_without_a_signatory():
    document = stuk(partijen=(GEMEENTE, WONEN, zonder_naam(THUIS), HUURDERS))

    (bevinding,) = partij_zonder_ondertekenaar(document)

    assert "Wooncorporatie Thuishaven" in bevinding.uitleg


@pytest.mark.parametrize("partijen", [PARTIJEN, tuple(zonder_naam(partij) for partij in PARTIJEN), ()])
def test_w603_is_silent_when_all_or_none_have_a_signatory(partijen):
    assert not partij_zonder_ondertekenaar(stuk(partijen=partijen))


def test_w604_finds_a_document_that_nobody_signed():
    (bevinding,) = geen_ondertekening(stuk(partijen=tuple(zonder_naam(partij) for partij in PARTIJEN)))

    assert bevinding.ernst == "advies"


@pytest.mark.parametrize(
    "document",
    [
        stuk(partijen=PARTIJEN),
        stuk(),
        stuk(partijen=(zonder_naam(WONEN),), **geldig(getekend="2025-01-10")),
        stuk(partijen=(zonder_naam(WONEN),), ondertekening=Ondertekening(plaats="Elzerveen")),
    ],
    ids=["namen", "geen partijen", "datum", "plaats"],
)
def test_w604_is_silent_when_a_name_a_date_or_a_place_is_there(document):
    assert not geen_ondertekening(document)


def test_w605_finds_the_name_of_a_party_with_a_letter_missing():
    tekst = "Prestatieafspraken Elzeveen\n\n" + "In Elzerveen bouwt Lisdodde. " * 4

    (bevinding,) = partij_anders_gespeld(met_partijen(), tekst)

    assert bevinding.ernst == "fout"
    assert "1 keer 'Elzeveen', maar 4 keer 'Elzerveen'" in bevinding.uitleg


@pytest.mark.parametrize(
    "tekst",
    [
        "In Elzerveen bouwt Lisdodde. " * 4 + "Elzerveens beleid helpt de Elzerveense huurder.",
        "In Elzerveen en Elzeveen bouwt Lisdodde. " * 4,  # two places, as often named
        "De Woonstichting helpt. De Woonstichtingen helpen. " * 4,
        "",
    ],
)
def test_w605_is_silent_on_inflections_and_on_names_that_are_both_common(tekst):
    assert not partij_anders_gespeld(met_partijen(), tekst)


@pytest.mark.parametrize(
    ("gevonden", "officieel"),
    [
        ("Nationale Bouw- en Woonagenda", "Nationale Woon- en Bouwagenda"),
        ("NTB 8800", "NTA 8800"),
        ("Wet gemeentelijke schuldhulpverleening", "Wet gemeentelijke schuldhulpverlening"),
    ],
)
def test_w606_finds_a_national_name_that_is_slightly_wrong(gevonden, officieel):
    (bevinding,) = landelijke_naam_klopt_niet(stuk(f"Partijen volgen de {gevonden} van het Rijk."))

    assert f"'{officieel}'" in bevinding.uitleg


@pytest.mark.parametrize(
    "naam",
    [
        "Nationale Woon- en Bouwagenda",
        "Nationale Prestatieafspraken",
        "Nationale prestatieafspraak",
        "Regionale prestatieafspraken",
        "NTA 8800",
        "wet gemeentelijke schuldhulpverlening",
        "Besluit kwaliteit leefomgeving",
    ],
)
def test_w606_is_silent_on_right_names_and_on_other_names(naam):
    assert not landelijke_naam_klopt_niet(stuk(f"Partijen volgen de {naam} van het Rijk."))


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("het locatieatlasoverleg", "het locatietlasoverleg"),
        ("de Elzer Warmtedeal", "de Elzer Warmtedael"),
        ("Elzerveen Woont Groen", "Elzerveen Bouwt Groen"),
    ],
)
def test_w607_finds_two_spellings_of_one_name(een, ander):
    tekst = f"Partijen bespreken dit in {een}. Daarna komt {een} terug. De gemeente agendeert {ander}."

    (bevinding,) = naam_op_twee_manieren(stuk(tekst))

    assert bevinding.ernst == "advies"
    assert ander.split(" ", 1)[-1].split()[-1] in bevinding.uitleg


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("woningcorporatie", "woningcorporaties"),
        ("de huurderorganisatie", "de huurdersorganisatie"),
        ("levensloopbestendig", "levensloopbestendige"),
        ("de Elzer Woonvisie", "de Elzer Zorgvisie"),
        ("Convenant Wonen Noord", "Convenant Zorg Noord"),
        ("intramuralisering", "extramuralisering"),
    ],
)
def test_w607_is_silent_on_inflections_and_on_different_names(een, ander):
    assert not naam_op_twee_manieren(stuk(f"Partijen bespreken {een}. De gemeente agendeert {ander}."))


def test_w608_finds_a_party_that_acts_twice_in_one_sentence():
    tekst = "Het meedenken door De Stem in de proef die loopt door De Stem."

    assert len(partij_dubbel_in_zin(met_partijen(tekst))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "Het meedenken door De Stem in de proef die loopt door Lisdodde.",
        "Dit wordt gedaan door De Stem. De evaluatie gebeurt door De Stem.",
        "De Stem denkt mee en De Stem beslist mee.",
    ],
)
def test_w608_is_silent_on_different_parties_and_sentences(tekst):
    assert not partij_dubbel_in_zin(met_partijen(tekst))
