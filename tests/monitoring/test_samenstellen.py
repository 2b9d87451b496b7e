"""A report made of judged norms, remarks and what comes next."""

from datetime import date

from tests import stukken
from tests.monitoring.rapportstof import OP, beoordeling, norm, stof
from wederkerig.monitoring.opgave import Gevraagd
from wederkerig.monitoring.rapport import Opmerking, all_norms, counted, is_concept
from wederkerig.monitoring.samenstellen import follow_ups, make_report, shares, shares_by_kind

DAG = date(2026, 8, 1)


def rapport(**anders):
    return make_report(stof(**anders), "halfjaarrapport", opgesteld=DAG)


def test_a_report_begins_as_a_concept_with_the_name_of_its_kind():
    made = rapport()

    assert is_concept(made)
    assert (made.titel, made.opgesteld) == ("Halfjaarrapport prestatieafspraken Zeedrecht", DAG)
    assert make_report(stof(), "raadsbrief", opgesteld=DAG).titel == "Voortgang prestatieafspraken Zeedrecht"
    assert make_report(stof(), "raadsbrief", opgesteld=DAG, titel="Brief").titel == "Brief"


def test_norms_stand_under_their_theme_with_what_was_promised_and_how_it_stands():
    made = rapport()
    kern = made.themas[0].normen[0]

    assert [(deel.naam, [regel.sleutel for regel in deel.normen]) for deel in made.themas] == [
        ("Beschikbaarheid", ["kern", "sloop"]),
        ("Betaalbaarheid", ["prijs"]),
        ("Duurzaamheid en kwaliteit", ["labels", "zorg"]),
    ]
    assert (kern.naam, kern.norm, kern.status, kern.zin, kern.wie) == (
        "Sociale huurwoningen",
        "ten minste 3.341 woningen, uiterlijk eind 2026",
        "achter",
        "Er komen acht woningen te weinig bij.",
        ("Stichting Woonborg",),
    )


def test_what_only_explains_or_was_not_judged_is_left_out():
    made = rapport(nu=(beoordeling("kern", "achter"), beoordeling("nood", "gehaald")))

    assert [regel.sleutel for regel in all_norms(made)] == ["kern"]


def test_norms_without_a_theme_come_last_under_a_name_of_their_own():
    normen = (norm("los", "3", None), norm("kern", "1", "leefbaarheid"))
    made = rapport(normen=normen, nu=tuple(beoordeling(each.sleutel, "achter") for each in normen))

    assert [deel.naam for deel in made.themas] == ["Leefbaarheid", "Overige afspraken"]


def test_a_norm_without_an_indicator_is_called_by_its_own_words():
    normen = (
        norm("a", "3", None, indicator="", tekst="drie lotgenotencontacten"),
        norm("b", "4", None, indicator="x"),
    )
    made = rapport(normen=normen, nu=tuple(beoordeling(each.sleutel, "achter") for each in normen))

    assert [regel.naam for regel in all_norms(made)] == ["drie lotgenotencontacten", "x"]


def test_five_things_need_attention_at_most_the_worst_first():
    assert [punt.sleutel for punt in rapport().kop] == ["sloop", "kern", "labels"]


def test_changes_stand_with_their_norm_and_their_theme():
    made = rapport()

    assert [[each.koers for each in deel.verschuivingen] for deel in made.themas] == [
        ["slechter"],
        ["beter"],
        ["anders", "nieuw"],
    ]
    assert made.themas[0].normen[0].verschuiving.was == "op koers"
    assert made.themas[0].normen[1].verschuiving is None


def test_remarks_and_replies_stand_where_they_belong():
    geheel = Opmerking(partij="Huurdersraad Zee", soort="huurdersorganisatie", tekst="Goed dat dit er is.")
    thema = geheel.model_copy(update={"thema": "betaalbaarheid"})
    made = rapport(opmerkingen=(geheel, thema, *stof().opmerkingen))

    assert made.opmerkingen == (geheel,)
    assert [[each.partij for each in deel.opmerkingen] for deel in made.themas] == [
        ["Stichting Woonborg"],
        ["Huurdersraad Zee"],
        [],
    ]
    assert [len(deel.weerwoord) for deel in made.themas] == [1, 0, 0]


def test_no_remark_is_lost_for_want_of_a_norm_in_its_theme():
    los = Opmerking(
        partij="Huurdersraad Zee", soort="huurdersorganisatie", tekst="Let hierop.", thema="leefbaarheid"
    )

    assert rapport(opmerkingen=(los,)).themas[-1].opmerkingen == (los,)


def test_the_first_chart_counts_the_statuses_of_each_theme():
    first, second = rapport().grafieken

    assert (first.soort, first.x) == (
        "statussen",
        ("Beschikbaarheid", "Betaalbaarheid", "Duurzaamheid en kwaliteit"),
    )
    assert {reeks.naam: reeks.waarden for reeks in first.reeksen} == {
        "gehaald": (0, 1, 0),
        "achter": (1, 0, 0),
        "niet gehaald": (1, 0, 0),
        "te vroeg": (0, 0, 1),
        "geen cijfers": (0, 0, 1),
    }
    assert first.beschrijving.startswith("1 van de 5 normen is gehaald of op koers.")
    assert second.titel == "Sociale huurwoningen"


def test_statuses_are_counted_over_all_themes():
    assert dict(counted(rapport())) == {
        "achter": 1,
        "niet gehaald": 1,
        "gehaald": 1,
        "geen cijfers": 1,
        "te vroeg": 1,
    }


def test_what_comes_next_stands_in_order_of_time():
    assert [each.wie for each in rapport().vervolg] == ["Gemeente Zeedrecht", "Stichting Woonborg"]


def test_the_figures_a_party_has_to_give_on_a_day_are_one_line():
    gevraagd = [
        Gevraagd(
            partij="Woonborg",
            indicator=key,
            peildatum=OP,
            uiterlijk=date(2026, 10, 1),
        )
        for key in ("voorraad-sociaal", "CO2", "voorraad-sociaal", "onbekend")
    ]

    (line,) = follow_ups(gevraagd)

    assert line.wat == "Cijfers aanleveren: sociale huurwoningen, CO2 en onbekend."


def test_a_figure_about_one_norm_is_asked_in_the_words_of_that_norm():
    about = {"partij": "Woonborg", "peildatum": OP, "uiterlijk": date(2026, 10, 1), "indicator": "overleggen"}
    gevraagd = [Gevraagd(**about, norm=each, waarover=f"afspraak {each}") for each in "12"]

    assert follow_ups(gevraagd)[0].wat == (
        "Cijfers aanleveren: gehouden overleggen (afspraak 1) en gehouden overleggen (afspraak 2)."
    )


# --- own share -----------------------------------------------------------------------------------


def test_a_share_counts_agreements_those_measured_and_those_kept():
    stuk = stukken.overeenkomst()
    afspraak = next(each for each in stuk.afspraken if each.actoren)
    naam = afspraak.actoren[0]
    own = [each for each in stuk.afspraken if naam in each.actoren]
    normen = [
        norm(f"{at}", afspraak.nummer, None, afspraak=afspraak.id or afspraak.nummer) for at in range(3)
    ]

    def share(*statuses):
        judged = [beoordeling(f"{at}", status) for at, status in enumerate(statuses)]
        return next(each for each in shares(stuk, normen, judged) if each.partij == naam)

    kept, broken, unknown = share("gehaald", "op koers"), share("gehaald", "achter"), share("te vroeg")
    assert (kept.afspraken, kept.gemeten, kept.gehaald) == (len(own), 1, 1)
    assert (broken.gemeten, broken.gehaald) == (1, 0)
    assert (unknown.gemeten, unknown.gehaald) == (0, 0)


def test_shares_by_kind_begin_with_the_municipality():
    kinds = shares_by_kind(reversed(stof().aandelen))

    assert list(kinds) == ["gemeente", "corporatie", "huurdersorganisatie"]
    assert [each.partij for each in kinds["corporatie"]] == ["De Woonplaats", "Stichting Woonborg"]
