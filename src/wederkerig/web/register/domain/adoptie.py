"""What is kept of agreements to list and find them by: worked out of their decisions, anew at each."""

from __future__ import annotations

from wederkerig.consolidation import Tijdlijn
from wederkerig.web.register.domain.geschiedenis import geschiedenis_of
from wederkerig.web.register.domain.termijnen import keep_deadlines
from wederkerig.web.register.domain.zoekindex import index
from wederkerig.web.register.models import Overeenkomst


def derive(overeenkomst: Overeenkomst) -> None:
    """Bring it up to date, in the transaction that adds a decision.

    From the rows, and not from versions that this process keeps: the transaction can still fail.
    """
    tijdlijn = Tijdlijn(geschiedenis_of(overeenkomst)).load()
    index(overeenkomst, tijdlijn)
    keep_deadlines(overeenkomst, tijdlijn)


def derive_all() -> int:
    """The same for all agreements, as a new release may ask for; gives how many there are."""
    overeenkomsten = list(Overeenkomst.objects.all())
    for overeenkomst in overeenkomsten:
        derive(overeenkomst)
    return len(overeenkomsten)
