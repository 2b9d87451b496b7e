"""What follows from adopting a decision, whichever page it was adopted on."""

from __future__ import annotations

from wederkerig.web.register.domain.termijnen import keep_deadlines
from wederkerig.web.register.domain.zoekindex import index
from wederkerig.web.register.models import Besluit


def adopted(besluit: Besluit) -> None:
    """Bring everything that is derived from the decisions up to date.

    Called in the transaction that adds the decision, behind the change of `Overeenkomst.stand`.
    """
    index(besluit.overeenkomst)
    keep_deadlines(besluit.overeenkomst)
