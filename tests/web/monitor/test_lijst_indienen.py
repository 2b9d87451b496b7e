"""Figures of a list are handed in as they were shown; what is about few dwellings is not offered."""

from datetime import date

import pytest
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, mens, organisatie
from tests.web.monitor.lijsten import GEHEIM, KOP, berekend, bewerker, lijst_van, rij
from tests.web.monitor.maken import OP, afspraken, bevestig
from wederkerig.web.accounts.models import Rol
from wederkerig.web.monitor.domain.indienen import IndienError, IntussenAndersError
from wederkerig.web.monitor.domain.lijst_indienen import hand_in_list, mark_of_offer, offered
from wederkerig.web.monitor.domain.lijsten import throw_away
from wederkerig.web.monitor.models import Cijfer, Meting
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db


ZOMER = date(2026, 7, 1)


def hand_in(lijst, gekozen=None, gezien=None) -> int:
    found = offered(lijst, op=OP)
    keys = [each.sleutel for of in found for each in of.aanbod] if gekozen is None else gekozen
    return hand_in_list(lijst, keys, gezien=gezien or mark_of_offer(found), door=bewerker(), op=OP)


def page(lijst) -> str:
    return reverse("lijst_indienen", args=[lijst.pk])


def test_what_agreements_ask_and_the_list_gives_is_handed_in():
    of = afspraken()
    lijst = berekend(peildatum=ZOMER)

    number = hand_in(lijst)

    row = Meting.objects.get(indicator="voorraad-sociaal")
    assert number == Meting.objects.count()
    assert (row.waarde, row.lijst, row.gemeente) == (54, lijst, of.gemeenten.get())
    assert row.bron == "Woningenlijst, peildatum 1-7-2026"
    assert "cijfers ingediend" in set(Gebeurtenis.objects.values_list("soort", flat=True))


def test_what_was_handed_in_is_offered_no_more():
    afspraken()
    lijst = berekend(peildatum=ZOMER)
    hand_in(lijst)

    with pytest.raises(IndienError):
        hand_in(lijst)


def test_a_figure_on_another_day_may_be_handed_in_and_need_not():
    afspraken()
    lijst = berekend()

    (of,) = offered(lijst, op=OP)
    (stock,) = of.aanbod
    shown = als(bewerker()).get(page(lijst)).content.decode()
    hand_in(lijst)

    assert (stock.op_tijd, stock.peildatum) == (False, date(2026, 1, 1))
    assert "checked" not in shown
    assert Meting.objects.get(indicator="voorraad-sociaal").peildatum == date(2026, 1, 1)
    assert offered(lijst, op=OP)[0].aanbod == ()


def test_nothing_is_handed_in_that_changed_since_it_was_seen():
    afspraken()
    lijst = berekend(peildatum=ZOMER)
    seen = mark_of_offer(offered(lijst, op=OP))
    Cijfer.objects.filter(indicator="voorraad-sociaal", gebied="").update(waarde=999)

    with pytest.raises(IntussenAndersError):
        hand_in(lijst, gezien=seen)

    answer = als(bewerker()).post(page(lijst), {"gezien": seen, "cijfer": []})
    assert answer.status_code == 409
    assert Meting.objects.count() == 0


def test_a_figure_about_few_dwellings_is_not_offered():
    afspraken()
    rows = [rij(each, gemeente="Zeedrecht" if each < 4 else "Elders") for each in range(40)]
    lijst = berekend("\r\n".join([KOP, *rows]).encode(), peildatum=ZOMER)

    (of,) = offered(lijst, op=OP)

    few = [each for each in of.ontbreekt if each.klein]
    assert [each.vraag.indicator.id for each in few] == ["voorraad-sociaal"]
    with pytest.raises(IndienError):
        hand_in(lijst, [each.sleutel for each in few])
    assert "zo weinig woningen" in als(bewerker()).get(page(lijst)).content.decode()


def test_others_see_the_figure_and_nothing_of_the_list():
    of = afspraken()
    lijst = berekend(lijst_van(60), "geheime-lijst.csv", peildatum=ZOMER)
    hand_in(lijst)
    other = als(mens("ander@zeedrecht.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE)))
    pages = [
        reverse("voorraad", args=[of.slug]),
        reverse("logboek", args=[of.slug]),
        reverse("normen", args=[of.slug]),
        reverse("monitor_partijen", args=[of.gemeenten.get().slug]),
    ]

    said = "".join(other.get(each).content.decode() for each in pages)

    assert ("54" in said, GEHEIM in said, "geheime-lijst" in said) == (True, False, False)


def test_figures_that_were_handed_in_outlive_the_list():
    afspraken()
    lijst = berekend(peildatum=ZOMER)
    hand_in(lijst)

    throw_away(lijst, bewerker())

    assert Meting.objects.get(indicator="voorraad-sociaal").lijst == lijst
    assert lijst.organisatie.naam == CORPORATIE


def test_what_the_list_does_not_give_says_which_of_the_reasons_it_is():
    of = afspraken()
    bevestig(
        of, "1", indicator="streefhuur-tot-laag", eenheid="%", ritme="jaarlijks", cijfers_van=(CORPORATIE,)
    )
    lijst = berekend()

    shown = als(bewerker()).get(page(lijst)).content.decode()
    missing = {each.mist for each in offered(lijst, op=OP)[0].ontbreekt if not each.andere_dag}

    assert missing == {("streefhuur", "uitExploitatiedatum")}
    assert "geen kolom aangewezen: Streefhuur" in shown


def test_what_the_list_gives_of_another_day_only_says_so():
    afspraken()
    lijst = berekend()

    (missing,) = offered(lijst, op=OP)[0].ontbreekt

    assert (missing.andere_dag, missing.mist) == (True, ())
    assert "de lijst gaat over een andere dag" in als(bewerker()).get(page(lijst)).content.decode()
