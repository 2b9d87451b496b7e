"""Figures about one norm: each is filled in, handed in, corrected and judged for that norm alone."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.web.maken import CORPORATIE, basis, organisatie, overeenkomst
from tests.web.monitor.maken import OP, bewerker, norm_van
from wederkerig.model import Afspraak, Getal
from wederkerig.web.monitor.domain.beoordelingen import figures_behind, judgements, measurements_of
from wederkerig.web.monitor.domain.bevestigen import confirm
from wederkerig.web.monitor.domain.concepten import Getypt, keep
from wederkerig.web.monitor.domain.indienen import correct, hand_in, mark_of_all, ready
from wederkerig.web.monitor.domain.invullen import due_in
from wederkerig.web.monitor.domain.werkboek import keep_rows, read_back, workbook_of
from wederkerig.web.monitor.models import Invulling, Meting
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db


def stap(nummer, wat, weken):
    """An agreement on how long a step may take."""
    return Afspraak(
        nummer=nummer,
        thema="Samenwerking",
        tekst=f"Duinwonen {wat} binnen {weken} weken.",
        actoren=(CORPORATIE,),
        getallen=(
            Getal(tekst=f"binnen {weken} weken", waarde=Decimal(weken), eenheid="week", relatie="max"),
        ),
    )


def afspraken(gemeente="Zeedrecht", *stappen):
    """Agreements on these steps, whose norms are confirmed."""
    steps = stappen or (stap("1", "geeft antwoord", 2), stap("2", "repareert", 8))
    of = overeenkomst(gemeente, basis().model_copy(update={"afspraken": steps}))
    for each in steps:
        held = norm_van(of, each.nummer)
        said = {
            "indicator": "doorlooptijd",
            "ritme": "jaarlijks",
            "van": date(2025, 1, 1),
            "per": date(2025, 12, 31),
            "cijfers_van": (CORPORATIE,),
        }
        norm = held.norm.model_copy(update=said)
        ours = organisatie(CORPORATIE)
        confirm(of, held.sleutel, norm, stand=held.stand, namens=ours, door=bewerker())
    return of


def due(of):
    return due_in(organisatie(CORPORATIE), of.gemeenten.get(), op=OP)


def fill_in(of, *cijfers):
    """What was typed of what is due, in the order of the norms."""
    opgave = due(of)
    vragen = sorted(opgave.vragen, key=lambda each: each.waarover)
    said = {vraag.veld: Getypt(cijfer) for vraag, cijfer in zip(vragen, cijfers, strict=True)}
    return keep(opgave, said, door=bewerker())


def hand_in_all(of):
    here = of.gemeenten.get()
    seen = mark_of_all(ready(organisatie(CORPORATIE), here, op=OP))
    return hand_in(organisatie(CORPORATIE), here, gezien=seen, door=bewerker(), op=OP).metingen


def statuses(of):
    return {each.norm.norm.nummer: each.beoordeling.status for each in judgements(of, op=OP)}


def test_a_figure_is_asked_for_each_norm_in_its_words():
    of = afspraken()

    assert sorted(each.gevraagd.naam for each in due(of).vragen) == [
        "Doorlooptijd van een stap (afspraak 1: binnen 2 weken)",
        "Doorlooptijd van een stap (afspraak 2: binnen 8 weken)",
    ]
    assert [len(each.waarvoor) for each in due(of).vragen] == [1, 1]


def test_each_norm_is_judged_by_its_own_figure():
    of = afspraken()
    assert fill_in(of, "6", "6").aantal == 2
    assert len(hand_in_all(of)) == 2

    assert statuses(of) == {"1": "niet gehaald", "2": "gehaald"}
    assert (due(of).vragen, Invulling.objects.count()) == ((), 0)
    behind = [figures_behind(of, each.norm) for each in judgements(of, op=OP)]
    assert [[row.waarover for row in rows] for rows in behind] == [
        ["afspraak 1: binnen 2 weken"],
        ["afspraak 2: binnen 8 weken"],
    ]


def test_a_correction_stays_with_its_norm_and_the_logbook_says_which():
    of = afspraken()
    fill_in(of, "6", "6")
    one, other = sorted(hand_in_all(of), key=lambda row: row.waarover)

    correct(one, waarde="1", noemer="", bron="", toelichting="Verkeerd.", door=bewerker(), op=OP)

    assert statuses(of) == {"1": "gehaald", "2": "gehaald"}
    assert {each.norm: each.waarde for each in measurements_of(of)} == {
        one.norm.partition(":")[2]: 1,
        other.norm.partition(":")[2]: 6,
    }
    event = Gebeurtenis.objects.get(soort="cijfer verbeterd")
    assert event.naam == "Doorlooptijd van een stap (afspraak 1: binnen 2 weken), 2025"


def test_a_norm_of_other_agreements_with_the_same_words_has_figures_of_its_own():
    of = afspraken("Zeedrecht", stap("1", "geeft antwoord", 2))
    other = afspraken("Duinstad", stap("1", "repareert", 2))
    other.gemeenten.set(of.gemeenten.all())
    first, second = (each.norm.sleutel for held in (of, other) for each in judgements(held, op=OP))
    assert first == second
    vragen = due(of).vragen
    assert len({each.gevraagd.sleutel for each in vragen}) == 2

    mine = next(each for each in vragen if each.waarvoor[0].overeenkomst == of)
    keep(due(of), {mine.veld: Getypt("1")}, door=bewerker())
    hand_in_all(of)

    assert (statuses(of), statuses(other)) == ({"1": "gehaald"}, {"1": "geen cijfers"})
    assert [each.waarvoor[0].overeenkomst for each in due(of).vragen] == [other]


def test_a_workbook_has_a_row_for_each_norm():
    of = afspraken()
    here, ours = of.gemeenten.get(), organisatie(CORPORATIE)
    fill_in(of, "3", "9")
    book = workbook_of(ours, here, op=OP)
    read = read_back(book, "cijfers.xlsx", organisatie=ours, gemeente=here, op=OP)

    assert read.fouten == []
    assert keep_rows(read, door=bewerker(), op=OP).aantal == 0
    assert {row.waarover: row.waarde for row in Invulling.objects.all()} == {
        "afspraak 1: binnen 2 weken": "3",
        "afspraak 2: binnen 8 weken": "9",
    }


def test_the_pages_say_which_norm_a_figure_is_about(client):
    of = afspraken()
    fill_in(of, "6", "6")
    client.force_login(bewerker())
    where = (organisatie(CORPORATIE).slug, of.gemeenten.get().slug)

    def page(name, *more):
        return client.get(reverse(name, args=(*where, *more))).content.decode()

    said = "Doorlooptijd van een stap (afspraak 2: binnen 8 weken)"
    assert said in page("cijfers_invullen")
    hand_in_all(of)
    assert said in page("cijfers_invullen")
    assert said in page("cijfer_verbeteren", Meting.objects.get(waarover__contains="afspraak 2").pk)
