"""A year plan put in its place among the decisions: the text before it, what it does, and the text after it.

Everything here is worked out from models; nothing is kept and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count

from wederkerig.consolidation import GeschiedenisError, Opname, Tijdlijn, Versie, adopt, decide, plan_name
from wederkerig.model import Beslissing, Besluit, Geschiedenis, Jaarplan, Verwerking

_LATER = date.max  # stands for a date nobody knows; it is never shown


@dataclass(frozen=True, slots=True)
class Botsing:
    """An amendment of a later decision that would not fit any more."""

    besluit: str
    verwerking: Verwerking


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A plan as one of the decisions, in the order of the days on which they enter into force.

    voor, na: the agreements right before and after it. later: what it makes impossible in later decisions.
    zonder_data: why its dates are not known or cannot be right; it then comes last of all.
    """

    besluit: Besluit
    tijdlijn: Tijdlijn
    voor: Versie
    na: Versie
    later: tuple[Botsing, ...] = ()
    zonder_data: str = ""

    @property
    def opname(self) -> Opname:
        """What the plan does."""
        return self.na.opnames[-1]

    @property
    def conflicten(self) -> tuple[Verwerking, ...]:
        """The amendments that do not fit."""
        return tuple(each for each in self.opname.verwerkingen if each.conflict is not None)

    @property
    def hierna(self) -> tuple[Besluit, ...]:
        """The decisions that enter into force after it."""
        return self.tijdlijn.besluiten[len(self.na.besluiten) :]


def propose(geschiedenis: Geschiedenis, besluit: Besluit) -> Voorstel:
    """The plan in its place. Raises GeschiedenisError where it does not belong to these agreements."""
    tijdlijn = Tijdlijn(adopt(geschiedenis, besluit)).load()
    place = [each.naam for each in tijdlijn.besluiten].index(besluit.naam)
    voor, na = tijdlijn.after(place), tijdlijn.after(place + 1)
    found = Voorstel(besluit, tijdlijn, voor, na)
    return replace(found, later=_clashes(geschiedenis, tijdlijn)) if found.hierna else found


def sketch(geschiedenis: Geschiedenis, jaarplan: Jaarplan, beslissingen: Sequence[Beslissing]) -> Voorstel:
    """The plan in its place before anybody said its dates: those that follow from it, or else the last place.

    Raises GeschiedenisError where it is of another municipality.
    """
    naam = free_name(geschiedenis, jaarplan)
    try:
        dated = decide(jaarplan, naam=naam).model_copy(update={"beslissingen": tuple(beslissingen)})
        return propose(geschiedenis, dated)
    except GeschiedenisError as error:
        undated = Besluit(
            naam=naam,
            vastgesteld=_LATER,
            inwerking=_LATER,
            jaarplan=jaarplan,
            beslissingen=tuple(beslissingen),
        )
        return replace(propose(geschiedenis, undated), zonder_data=error.what)


def free_name(geschiedenis: Geschiedenis, jaarplan: Jaarplan) -> str:
    """What the decision can be called: as people call the plan, else its title, else numbered."""
    taken = {besluit.naam for besluit in geschiedenis.besluiten}
    short = plan_name(jaarplan)
    numbered = (f"{short} ({number})" for number in count(2))
    return next(name for name in chain((short, jaarplan.titel), numbered) if name not in taken)


def _clashes(geschiedenis: Geschiedenis, tijdlijn: Tijdlijn) -> tuple[Botsing, ...]:
    """What fits without the plan and does not fit with it."""
    stood = _conflicts(Tijdlijn(geschiedenis))
    return tuple(
        Botsing(besluit, verwerking)
        for (besluit, nummer), verwerking in _conflicts(tijdlijn).items()
        if (besluit, nummer) not in stood and besluit in {each.naam for each in geschiedenis.besluiten}
    )


def _conflicts(tijdlijn: Tijdlijn) -> dict[tuple[str, int], Verwerking]:
    versie = tijdlijn.after(len(tijdlijn.besluiten))
    return {
        (besluit.naam, each.nummer): each
        for besluit, opname in zip(versie.besluiten, versie.opnames, strict=True)
        for each in opname.verwerkingen
        if each.conflict is not None
    }
