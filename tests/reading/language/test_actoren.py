"""Who acts: the subjects of an agreement's own sentences, and those who are only mentioned."""

import pytest

from wederkerig.model import Partij
from wederkerig.reading.language.actoren import BY_DEFAULT, FROM_HEADING, Deelnemers, find_actoren

G, H, Z, N, K = (
    "Gemeente Duinrade",
    "Stichting Helmwonen",
    "Zeewind",
    "Huurdersvereniging De Nok",
    "Bewonersraad Kade",
)
ALLE = (G, H, Z, N, K)
DEELNEMERS = Deelnemers(
    [
        Partij(naam=G, kort="de gemeente", soort="gemeente"),
        Partij(naam=H, kort="Helmwonen", soort="corporatie"),
        Partij(naam=Z, kort="Zeewind", soort="corporatie"),
        Partij(naam=N, kort="De Nok", soort="huurdersorganisatie"),
        Partij(naam=K, kort="BK", soort="huurdersorganisatie"),
    ]
)


def wie(text, rubriek=None):
    return find_actoren(text, DEELNEMERS, rubriek).actoren


@pytest.mark.parametrize(
    ("text", "actoren"),
    [
        # the subject before the verb
        ("De gemeente wijst een locatie aan.", (G,)),
        ("Helmwonen bouwt dertig woningen.", (H,)),
        ("Stichting Helmwonen bouwt dertig woningen.", (H,)),
        ("BK vraagt haar leden om raad.", (K,)),
        ("De Nok vraagt haar leden om raad.", (N,)),
        ("Het college legt een plan voor.", (G,)),
        ("De gemeente en Zeewind maken een plan.", (G, Z)),
        ("Helmwonen, Zeewind en De Nok maken een plan.", (H, Z, N)),
        ("Zowel de gemeente als De Nok zijn aan zet.", (G, N)),
        ("b. Helmwonen bouwt dertig woningen.", (H,)),
        # groups, written out
        ("De corporaties bouwen dertig woningen.", (H, Z)),
        ("Beide corporaties bouwen dertig woningen.", (H, Z)),
        ("De woningcorporaties bouwen dertig woningen.", (H, Z)),
        ("De huurdersorganisaties vragen hun leden om raad.", (N, K)),
        ("Partijen maken een plan.", ALLE),
        ("Alle partijen maken een plan.", ALLE),
        ("Gemeente en corporaties maken een plan.", (G, H, Z)),
        ("De corporaties en de huurdersorganisaties maken een plan.", (H, Z, N, K)),
        # behind the verb
        ("In het voorjaar wijst de gemeente een locatie aan.", (G,)),
        ("Daarvoor leveren de corporaties hun cijfers aan.", (H, Z)),
        ("Jaarlijks bespreken partijen de cijfers.", ALLE),
        ("Uiterlijk in mei legt Helmwonen een plan voor.", (H,)),
        ("Lukt dat niet, dan legt Zeewind een plan voor.", (Z,)),
        # the agent of a passive
        ("De locatie wordt door de gemeente aangewezen.", (G,)),
        ("De cijfers worden door de corporaties aangeleverd.", (H, Z)),
        # more than one sentence or clause
        ("De gemeente wijst een locatie aan. Helmwonen bouwt.", (G, H)),
        ("De gemeente wijst een locatie aan, Helmwonen bouwt er woningen.", (G, H)),
        ("De gemeente betaalt de helft en Zeewind draagt de rest bij.", (G, Z)),
        ("De gemeente levert grond;\nZeewind levert woningen.", (G, Z)),
        # the verb left out
        ("Helmwonen bouwt tien woningen, Zeewind zes woningen.", (H, Z)),
        ("Helmwonen stort € 300 en Zeewind 200 euro.", (H, Z)),
    ],
)
def test_the_subject_of_a_main_clause_acts(text, actoren):
    found = find_actoren(text, DEELNEMERS)
    assert (found.actoren, found.twijfel) == (actoren, None)


@pytest.mark.parametrize(
    ("text", "actoren"),
    [
        ("De gemeente overlegt met Helmwonen.", (G,)),
        ("Helmwonen vraagt de gemeente om grond.", (H,)),
        ("Helmwonen bouwt woningen op grond van de gemeente.", (H,)),
        ("De gemeente betaalt De Nok een bijdrage.", (G,)),
        ("De Nok adviseert de corporaties over de huur.", (N,)),
        ("De corporaties betrekken de huurdersorganisaties bij hun plannen.", (H, Z)),
        ("Het beleid van de gemeente geldt; Zeewind voert het uit.", (Z,)),
        ("Huurders van Helmwonen krijgen voorrang; Zeewind regelt dat.", (Z,)),
        ("Zeewind verkoopt niets zonder dat de gemeente ervan weet.", (Z,)),
        ("De gemeente zorgt ervoor dat Helmwonen kan bouwen.", (G,)),
        ("De huurders worden door Zeewind geholpen als de gemeente dat vraagt.", (Z,)),
    ],
)
def test_who_is_only_mentioned_does_not_act(text, actoren):
    assert wie(text) == actoren


def test_a_party_that_is_involved_in_a_passive_does_not_act():
    text = "Bij elk plan worden de huurdersorganisaties betrokken. Helmwonen maakt het plan."
    assert wie(text) == (H,)


@pytest.mark.parametrize(
    "text", ["We zoeken samen naar grond.", "Dat doen we elk jaar opnieuw.", "Daarom overleggen wij in mei."]
)
def test_we_is_every_party_without_a_doubt(text):
    found = find_actoren(text, DEELNEMERS)
    assert (found.actoren, found.twijfel) == (ALLE, None)


def test_where_no_sentence_names_a_party_the_sub_heading_decides():
    found = find_actoren("Er komt een loket in het dorp.", DEELNEMERS, "Prestaties gemeente 2025")
    assert (found.actoren, found.twijfel) == ((G,), FROM_HEADING)


def test_a_party_in_the_sentence_goes_before_the_sub_heading():
    assert wie("Helmwonen opent een loket.", "Prestaties gemeente 2025") == (H,)


@pytest.mark.parametrize("rubriek", [None, "Huurbeleid"])
def test_where_nothing_names_a_party_every_party_acts_with_a_doubt(rubriek):
    found = find_actoren("Er komt een loket in het dorp.", DEELNEMERS, rubriek)
    assert (found.actoren, found.twijfel) == (ALLE, BY_DEFAULT)


@pytest.mark.parametrize(
    ("text", "actoren", "derden"),
    [
        ("De politie houdt toezicht. De gemeente betaalt.", (G,), ("politie",)),
        ("De gemeente en de politie houden toezicht.", (G,), ("politie",)),
        ("De gemeente, Helmwonen en Duin Welzijn openen een loket.", (G, H), ("Duin Welzijn",)),
        ("Zorgaanbieders leveren hulp. Zeewind levert het pand.", (Z,), ("Zorgaanbieders",)),
        ("Lukt dat niet, dan bouwt de ontwikkelaar elders. De gemeente let op.", (G,), ("ontwikkelaar",)),
        ("De gemeente werkt samen met de politie.", (G,), ()),
        ("De gemeente vraagt Duin Welzijn om hulp.", (G,), ()),
        ("De gemeente spreekt met de netbeheerder over stroom.", (G,), ()),
    ],
)
def test_an_organisation_that_is_no_party_is_a_third_party_only_where_it_acts(text, actoren, derden):
    found = find_actoren(text, DEELNEMERS)
    assert (found.actoren, found.derden) == (actoren, derden)


def test_a_noun_with_a_capital_is_the_one_party_that_carries_it():
    deelnemers = Deelnemers(
        [
            Partij(naam="Gemeente Duinrade", kort="de gemeente", soort="gemeente"),
            Partij(naam="Huurdersplatform Duin", kort="Huurdersplatform Duin", soort="huurdersorganisatie"),
            Partij(naam="Bewonersraad Kade", kort="Kade", soort="huurdersorganisatie"),
        ]
    )
    assert find_actoren("Het Huurdersplatform geeft advies.", deelnemers).actoren == (
        "Huurdersplatform Duin",
    )


def test_actors_come_in_the_order_of_the_parties():
    assert wie("De Nok, Zeewind en de gemeente maken een plan.") == (G, Z, N)


def test_without_parties_nobody_acts():
    assert find_actoren("De gemeente bouwt.", Deelnemers([])).actoren == ()


@pytest.mark.parametrize("kort", ["A|B", "De (oude) Nok", "C+D", "[Nok", "Nok)"])
def test_signs_in_a_short_name_do_no_harm(kort):
    helm = Partij(naam=H, kort="Helmwonen", soort="corporatie")
    kade = Partij(naam=K, kort=kort, soort="huurdersorganisatie")
    found = find_actoren(f"Met {kort} praten we. Helmwonen geeft elk jaar advies.", Deelnemers([helm, kade]))
    assert found.actoren == (H,)


@pytest.mark.parametrize("kort", ["A|B", "De (oude) Nok", "C+D"])
def test_a_short_name_with_signs_is_found(kort):
    helm = Partij(naam=H, kort="Helmwonen", soort="corporatie")
    kade = Partij(naam=K, kort=kort, soort="huurdersorganisatie")
    assert find_actoren(f"{kort} geeft elk jaar advies.", Deelnemers([helm, kade])).actoren == (K,)
