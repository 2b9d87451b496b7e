"""What a year plan quotes and leaves stays promised; what it strikes or replaces does not."""

from datetime import date
from decimal import Decimal

import pytest

from tests import stukken
from wederkerig.documents import read_bytes
from wederkerig.model import Doel, Wijziging
from wederkerig.monitoring.normen import propose_norms
from wederkerig.monitoring.normen.aangehaald import quotations
from wederkerig.monitoring.normen.voorstellen import AANGEHAALD
from wederkerig.reading import read_stuk

HEAD = """# Jaarplan 2027

Het Jaarplan 2027 wijzigt de Meerjarige Prestatieafspraken Zeedrecht 2026-2029.

Partijen: Gemeente Zeedrecht, Woningstichting Duinwonen (hierna: Duinwonen) en Huurdersvereniging De Branding.

## Beschikbaarheid

Huidige afspraak:

"""
DEMOLISHES = "Duinwonen sloopt tot en met 2028 maximaal 40 woningen."
QUOTE = f"4. Duinwonen verkoopt hooguit 10 woningen per jaar. {DEMOLISHES}"
STRIKE = "Onderstaande tekst kan verwijderd worden uit de Meerjarige Prestatieafspraken:"
ADD = "Aanvulling 2027:\n\nDe opbrengst gaat naar nieuwbouw."


def plan(*parts):
    """A year plan that quotes an agreement and does something with it."""
    text = HEAD + "\n\n".join((QUOTE, *parts)) + "\n"
    return read_stuk(read_bytes(text.encode(), "jaarplan.md"))


def promised(stuk):
    return [(norm.nummer, norm.indicator, norm.waarde) for norm in propose_norms(stuk) if norm.aard == "norm"]


SALE = ("4", "verkoop", Decimal(10))
DEMOLITION = ("4", "sloop", Decimal(40))


@pytest.mark.parametrize(
    ("parts", "norms"),
    [
        ([ADD], [SALE, DEMOLITION]),
        ([f"{STRIKE}\n\n{DEMOLISHES}"], [SALE]),
        ([f"{STRIKE}\n\n{DEMOLISHES}", ADD], [SALE]),
        ([STRIKE + "\n\nEr komt een werkgroep.", ADD], [SALE, DEMOLITION]),
        ([STRIKE + "\n\n" + QUOTE.removeprefix("4. ")], []),
        (
            ["Wijziging 2027:\n\nDuinwonen verkoopt hooguit 5 woningen per jaar."],
            [("4", "verkoop", Decimal(5))],
        ),
    ],
    ids=[
        "added to",
        "a sentence struck",
        "struck and added to",
        "other words struck",
        "all struck",
        "replaced",
    ],
)
def test_a_quoted_agreement_promises_what_the_plan_leaves_of_it(parts, norms):
    assert promised(plan(*parts)) == norms


def test_a_quoted_promise_says_that_it_was_there_and_takes_no_year_from_the_plan():
    sale, demolition = propose_norms(plan(ADD))

    assert (sale.twijfel, demolition.twijfel) == (AANGEHAALD, AANGEHAALD)
    assert (sale.per, demolition.per) == (None, date(2028, 12, 31))
    assert sale.partijen == ("Woningstichting Duinwonen",)


def amendment(soort, tekst, huidig=None):
    return Wijziging(doel=Doel(nummer="4", thema="Wonen"), soort=soort, tekst=tekst, huidig=huidig)


@pytest.mark.parametrize(
    ("wijzigingen", "left"),
    [
        (
            [amendment("aanvulling", "C.", "A een. B twee."), amendment("aanvulling", "D.", "B twee.")],
            "A een. B twee.",
        ),
        (
            [amendment("aanvulling", "C.", "A een."), amendment("aanvulling", "D.", "B twee.")],
            "A een.\nB twee.",
        ),
        (
            [amendment("aanvulling", "C.", "A een. B twee."), amendment("wijziging", "B drie.", "B twee.")],
            "A een.",
        ),
        (
            [amendment("verwijderen", "b twee.", "A een. B\ntwee. C drie.")],
            "A een. C drie.",
        ),
        ([amendment("aanvulling", "C.", "A een."), amendment("verwijderen", "")], None),
        ([amendment("aanvulling", "C.", "A een."), amendment("wijziging", "D.")], None),
        ([amendment("nieuw", "C.")], None),
    ],
)
def test_amendments_of_one_agreement_leave_one_text(wijzigingen, left):
    found = quotations(plan(ADD).model_copy(update={"wijzigingen": tuple(wijzigingen)}))

    assert [each.tekst for each in found.values()] == ([] if left is None else [left])


def test_agreements_have_their_texts_themselves_and_quote_nothing():
    base = stukken.overeenkomst()
    amended = base.model_copy(
        update={"wijzigingen": (amendment("aanvulling", "C.", "Er zijn geen huisuitzettingen meer."),)}
    )

    assert propose_norms(amended) == propose_norms(base)
