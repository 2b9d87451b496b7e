"""The two tables that end the report: concreetheid and wederkerigheid."""

from tests.checks.maken import GEMEENTE, PARTIJEN, WONEN, afspraak, stuk
from wederkerig.checks import concreetheid, wederkerigheid
from wederkerig.model import Getal, Stap, Termijn
from wederkerig.reading.language.actoren import BY_DEFAULT

WONINGEN = Getal(tekst="12 woningen", waarde="12", eenheid="woningen")
EIND_2026 = Termijn(tekst="eind 2026", tot="2026-12-31")
VANAF = Termijn(tekst="vanaf 2025", tot=None)
JAARLIJKS = Termijn(tekst="voor 1 april", tot="--03-31")

DOCUMENT = stuk(
    afspraak(
        "Lisdodde bouwt 12 woningen voor eind 2026.",
        "1",
        thema="Bouwen",
        actoren=("Woonstichting Lisdodde",),
        getallen=(WONINGEN,),
        termijnen=(EIND_2026,),
    ),
    afspraak(
        "We praten vanaf 2025.",
        "2",
        thema="Bouwen",
        actoren=("Gemeente Elzerveen", "Woonstichting Lisdodde"),
        termijnen=(VANAF,),
    ),
    afspraak(
        "Iemand helpt.",
        "3",
        thema="Zorg",
        actoren=("Gemeente Elzerveen",),
        stappen=(Stap(tekst="De gemeente komt voor 1 april met een plan.", termijnen=(JAARLIJKS,)),),
    ),
    partijen=PARTIJEN,
)


def test_concreetheid_counts_per_theme_who_how_much_and_by_when():
    bouwen, zorg, totaal = concreetheid(DOCUMENT)

    assert (bouwen.thema, bouwen.afspraken, bouwen.wie, bouwen.hoeveel, bouwen.wanneer, bouwen.alle_drie) == (
        "Bouwen", 2, 1, 1, 1, 1,
    )  # fmt: skip
    assert (zorg.afspraken, zorg.wie, zorg.hoeveel, zorg.wanneer, zorg.alle_drie) == (1, 1, 0, 1, 0)
    assert (totaal.thema, totaal.afspraken, totaal.wie) == ("Totaal", 3, 2)


def test_concreetheid_says_the_sum_in_words():
    bouwen, zorg, _ = concreetheid(DOCUMENT)

    assert bouwen.uitleg == (
        "2 afspraken: 1 zegt wie iets doet, 1 zegt hoeveel en 1 zegt wanneer; 1 zegt het alle drie."
    )
    assert zorg.uitleg.startswith("1 afspraak: 1 zegt wie iets doet, geen zegt hoeveel")


def test_an_actor_by_default_is_not_an_actor_that_is_said():
    (rij,) = concreetheid(
        stuk(afspraak("We bouwen.", actoren=("Lisdodde",), thema="Bouwen"), partijen=PARTIJEN)
    )

    assert rij.wie == 0


def test_a_party_that_is_mentioned_but_does_not_act_is_not_who():
    (rij,) = concreetheid(
        stuk(
            afspraak("Het bezit van Lisdodde blijft gelijk.", actoren=("Lisdodde",), twijfel=BY_DEFAULT),
            partijen=PARTIJEN,
        )
    )

    assert rij.wie == 0


def test_a_party_in_a_column_beside_the_agreement_is_who():
    (rij,) = concreetheid(
        stuk(afspraak("Een plan voor de wijk maken.", actoren=("Lisdodde",)), partijen=PARTIJEN)
    )

    assert rij.wie == 1


def test_a_document_whose_parties_are_unknown_can_still_say_who():
    (rij,) = concreetheid(stuk(afspraak("De gemeente maakt een plan.", twijfel=BY_DEFAULT)))

    assert rij.wie == 1


def test_agreements_without_a_theme_have_a_row_of_their_own():
    (rij,) = concreetheid(stuk("De gemeente bouwt.", partijen=PARTIJEN))

    assert rij.thema == "(geen thema)"


def test_a_document_without_agreements_has_no_rows():
    assert concreetheid(stuk()) == ()
    assert wederkerigheid(stuk(partijen=PARTIJEN)) == ()


def test_wederkerigheid_counts_per_kind_of_party_alone_and_together():
    gemeente, corporaties, huurders = wederkerigheid(DOCUMENT)

    assert (gemeente.soort, gemeente.afspraken, gemeente.alleen, gemeente.samen) == ("gemeente", 2, 1, 1)
    assert (corporaties.afspraken, corporaties.alleen, corporaties.hoeveel, corporaties.wanneer) == (
        2,
        1,
        1,
        1,
    )
    assert corporaties.partijen == ("Woonstichting Lisdodde", "Wooncorporatie Thuishaven")
    assert (huurders.afspraken, huurders.alleen, huurders.samen) == (0, 0, 0)


def test_wederkerigheid_says_the_sum_in_words():
    gemeente = wederkerigheid(DOCUMENT)[0]

    assert gemeente.uitleg == (
        "Gemeente (Gemeente Elzerveen): aan zet in 2 van de 3 afspraken, 1 keer alleen en 1 keer samen "
        "met anderen. Daarvan noemen er 0 een hoeveelheid en 1 een termijn."
    )


def test_wederkerigheid_has_rows_only_for_kinds_at_the_table():
    rijen = wederkerigheid(stuk("De gemeente bouwt.", partijen=(WONEN, GEMEENTE)))

    assert [rij.soort for rij in rijen] == ["gemeente", "corporatie"]


def test_wederkerigheid_says_how_often_nobody_is_named():
    gemeente, corporatie = wederkerigheid(
        stuk(
            afspraak("Er komt een plan.", actoren=(GEMEENTE.naam, WONEN.naam), twijfel=BY_DEFAULT),
            afspraak("De gemeente bouwt.", "2", actoren=(GEMEENTE.naam,)),
            partijen=(GEMEENTE, WONEN),
        )
    )

    assert gemeente.uitleg.endswith("In 1 ervan staat niet wie iets doet; daar zijn alle partijen geteld.")
    assert corporatie.uitleg.startswith("Corporatie (Woonstichting Lisdodde): aan zet in 1 van de 2")
    assert "niet wie iets doet" not in wederkerigheid(DOCUMENT)[0].uitleg
