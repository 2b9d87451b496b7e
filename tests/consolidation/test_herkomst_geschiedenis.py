"""Where each sentence comes from, told of a version of our own history."""

from datetime import date

from tests.consolidation.bouwen import plan, wijziging
from wederkerig.consolidation import latest
from wederkerig.consolidation.herkomst import origins
from wederkerig.model import Afspraak, Besluit, Doel, Geschiedenis, Hoofdstuk, Overeenkomst, Thema, Wijziging

COUNT = "De partijen tellen elk jaar de leegstaande winkels."
LATE = "De uitkomst volgt in mei."
SOON = "De uitkomst volgt in maart."
GOAL, NEW_GOAL = "Geen winkel staat langer dan een jaar leeg.", "Boven elke winkel wordt gewoond."
BASE = Overeenkomst(
    soort="meerjarig",
    titel="Afspraken",
    hoofdstukken=(Hoofdstuk(titel="Monitor", tekst=f"{COUNT} {LATE}"),),
    themas=(Thema(titel="Binnenstad", doelen=(GOAL,)),),
    afspraken=(Afspraak(nummer="1", thema="Binnenstad", tekst="De gemeente koopt panden op."),),
)
SPRING, SUMMER = date(2031, 3, 1), date(2031, 6, 1)


def besluit(naam, dag, *wijzigingen):
    return Besluit(naam=naam, vastgesteld=dag, inwerking=dag, jaarplan=plan(*wijzigingen))


def process(soort, tekst, huidig=None):
    doel = Doel(onderdeel="proces", titel="Monitor")
    return Wijziging(doel=doel, soort=soort, tekst=tekst, huidig=huidig)


def goal(soort, tekst):
    doel = Doel(onderdeel="doelen", thema="Binnenstad")
    return Wijziging(doel=doel, soort=soort, tekst=tekst)


def told(*besluiten):
    version = latest(Geschiedenis(basis=BASE, besluiten=besluiten))
    return {each.naam: [(zin.tekst, zin.uitleg) for zin in each.zinnen] for each in origins(version)}


def test_the_base_is_told_of_every_place():
    assert told() == {
        "afspraak 1": [("De gemeente koopt panden op.", "basis")],
        "hoofdstuk Monitor": [(COUNT, "basis"), (LATE, "basis")],
        "de doelen van thema Binnenstad": [(GOAL, "basis")],
    }


def test_a_changed_sentence_of_a_chapter_is_of_its_decision_and_the_others_are_not():
    found = told(besluit("Een", SPRING, process("wijziging", f"{COUNT} {SOON}", f"{COUNT} {LATE}")))

    assert found["hoofdstuk Monitor"] == [(COUNT, "basis"), (SOON, "Een (1 maart 2031)")]


def test_a_sentence_that_only_lost_words_is_of_the_decision_that_took_them():
    kept, longer = "De gemeente koopt panden op.", "De gemeente sloopt geen panden."
    lines = (Afspraak(nummer="1", tekst=f"{kept} {longer}"),)
    base = BASE.model_copy(update={"afspraken": lines})
    struck = besluit("Een", SPRING, wijziging("verwijderen", "1", "geen"))

    agreement, *_ = origins(latest(Geschiedenis(basis=base, besluiten=(struck,))))

    assert [(zin.tekst, zin.uitleg) for zin in agreement.zinnen] == [
        (kept, "basis"),
        ("De gemeente sloopt panden.", "Een (1 maart 2031)"),
    ]


def test_a_struck_sentence_leaves_the_others_of_who_brought_them():
    kept, gone = "De gemeente koopt panden op.", "De gemeente sloopt geen panden."
    base = BASE.model_copy(update={"afspraken": (Afspraak(nummer="1", tekst=f"{kept} {gone}"),)})
    struck = besluit("Een", SPRING, wijziging("verwijderen", "1", gone))

    agreement, *_ = origins(latest(Geschiedenis(basis=base, besluiten=(struck,))))

    assert [(zin.tekst, zin.uitleg) for zin in agreement.zinnen] == [(kept, "basis")]


def test_a_goal_that_came_and_went_again_is_not_told():
    came = besluit("Een", SPRING, goal("aanvulling", NEW_GOAL))
    went = besluit("Twee", SUMMER, goal("verwijderen", NEW_GOAL))

    assert told(came)["de doelen van thema Binnenstad"] == [(GOAL, "basis"), (NEW_GOAL, "Een (1 maart 2031)")]
    assert told(came, went)["de doelen van thema Binnenstad"] == [(GOAL, "basis")]


def test_a_new_number_in_a_reference_outside_the_agreements_is_no_change():
    base = BASE.model_copy(
        update={"hoofdstukken": (Hoofdstuk(titel="Monitor", tekst="Zie afspraak 1 voor de panden."),)}
    )
    taken = besluit("Een", SPRING, wijziging("nieuw", "1", "De gemeente huurt een pand."))

    version = latest(Geschiedenis(basis=base, besluiten=(taken,)))

    [chapter] = [each for each in origins(version) if each.naam == "hoofdstuk Monitor"]
    assert [(zin.tekst, zin.soort) for zin in chapter.zinnen] == [("Zie afspraak 2 voor de panden.", "basis")]
