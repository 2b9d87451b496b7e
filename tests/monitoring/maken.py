"""Norms and figures for the tests, with only what a test is about."""

from datetime import date
from decimal import Decimal

from wederkerig.model import Meting, Norm, Nulmeting
from wederkerig.monitoring.beoordelen import beoordeel

VOORRAAD, NIEUWBOUW, AFWIJKEND = "voorraad-sociaal", "nieuwbouw", "toewijzing-afwijkend"
OP = date(2025, 9, 15)


def norm(waarde="3341", **changes):
    """At least 3.341 social dwellings of Aster at the end of 2026, or what the changes make of it."""
    said = {
        "sleutel": "1-a",
        "afspraak": "a1",
        "nummer": "1",
        "indicator": VOORRAAD,
        "relatie": "min",
        "waarde": Decimal(waarde),
        "eenheid": "woningen",
        "per": date(2026, 12, 31),
        "partijen": ("Aster",),
    }
    return Norm(**(said | changes))


def vrije_ruimte(**changes):
    """Each year at most 20% outside the rules, of Aster and Bloem together."""
    said = {
        "indicator": AFWIJKEND,
        "relatie": "max",
        "eenheid": "%",
        "ritme": "jaarlijks",
        "van": date(2022, 1, 1),
        "per": date(2025, 12, 31),
        "partijen": ("Aster", "Bloem"),
    }
    return norm("20", **(said | changes))


def stand(dag, waarde, partij="Aster", **changes):
    """A figure on a day."""
    said = {"indicator": VOORRAAD, "partij": partij, "peildatum": dag, "waarde": Decimal(waarde)}
    return Meting(**(said | changes))


def over(van, tot, waarde, partij="Aster", **changes):
    """A figure over a period."""
    return stand(tot, waarde, partij, **({"indicator": NIEUWBOUW, "van": van} | changes))


def jaar(year, waarde, partij="Aster", **changes):
    """A figure over a calendar year."""
    return over(date(year, 1, 1), date(year, 12, 31), waarde, partij, **changes)


def nul(dag, waarde=None):
    """A baseline."""
    return Nulmeting(peildatum=dag, waarde=None if waarde is None else Decimal(waarde))


def status(held, metingen, op=OP, gepland=()):
    """The status of a norm by these figures."""
    return beoordeel(held, metingen, op=op, gepland=gepland).status


def som(held, metingen, op=OP, gepland=()):
    """The sum behind it, in words."""
    return beoordeel(held, metingen, op=op, gepland=gepland).som
