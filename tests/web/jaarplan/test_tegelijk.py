"""Several people at once, each with a connection of their own: one decision, one choice, nothing lost.

Needs a database that several connections can write to; SQLite in memory, where other tests run, is not.
"""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from tests.web import maken
from tests.web.jaarplan.plannen import ingebracht, plan, vooruit, vul_aan, wijzig
from wederkerig.model import Beslissing
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.domain.vaststellen_jaarplan import Gegevens, VeranderdError, adopt_plan
from wederkerig.web.register.domain.verwerken import AndereKeuzeError, settle_amendment
from wederkerig.web.register.models import Besluit, Gebeurtenis, Keuze

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory has one writer"),
]


def at_once(*todo):
    """Do all of it at the same moment; what each gave or raised, in order."""
    start, results = Barrier(len(todo)), [None] * len(todo)

    def run(at, do):
        start.wait()
        try:
            results[at] = do()
        except (VeranderdError, AndereKeuzeError) as error:
            results[at] = type(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=each) for each in enumerate(todo)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_of_two_plans_at_once_one_is_adopted_and_the_other_asks_again():
    anna, overeenkomst = maken.mens("anna@zeedrecht.nl", Rol.BEWERKER), maken.overeenkomst()
    plannen = [
        ingebracht(plan(vul_aan(at, f"Ook op het {at}e Zand, elk jaar.")), overeenkomst) for at in (1, 2)
    ]
    seen = [vooruit(each).kenmerk for each in plannen]

    def adopt(at):
        return lambda: adopt_plan(plannen[at], anna, Gegevens(), kenmerk=seen[at], zonder=False)

    results = at_once(adopt(0), adopt(0), adopt(1), adopt(1))

    made = Besluit.objects.get(volgnummer=1)
    assert sorted(map(str, results)) == sorted(map(str, [made, made, VeranderdError, VeranderdError]))
    overeenkomst.refresh_from_db()
    assert (overeenkomst.stand, Gebeurtenis.objects.filter(soort="vastgesteld").count()) == (2, 1)


def test_of_four_choices_at_once_one_is_kept():
    anna, overeenkomst = maken.mens("anna@zeedrecht.nl", Rol.BEWERKER), maken.overeenkomst()
    inzending = ingebracht(plan(wijzig(3, "35", "30")), overeenkomst)

    def choose(words):
        said = Beslissing(wijziging=1, keuze="toepassen", tekst=words)
        return lambda: settle_amendment(inzending, 1, said, anna, gezien=0)

    results = at_once(*(choose(words) for words in ("31", "32", "33", "34")))

    assert (results.count(AndereKeuzeError), results.count(())) == (3, 1)
    assert Keuze.objects.count() == 1
