"""One document through time: the version of any day follows from a base and the decisions since.

Decisions are taken up in the order in which they enter into force; orde.py says how on one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wederkerig.consolidation.fouten import GeschiedenisError
from wederkerig.consolidation.identiteit import identify
from wederkerig.consolidation.lagen import Laag
from wederkerig.consolidation.orde import in_order
from wederkerig.consolidation.toepassen import Opname, plan_name, take
from wederkerig.consolidation.werkstuk import Werkstuk, close_stuk, open_stuk, snapshot
from wederkerig.model import Besluit, Geschiedenis, Jaarplan, Overeenkomst


@dataclass(frozen=True, slots=True)
class Versie:
    """The document as it stood at some moment.

    besluiten: what it was made of, in order, each with what it did (opnames). lagen: by agreement id,
    which decision brought which of its words. gewijzigd: by agreement id, the decisions that changed it.
    gebracht: the decision that brought a sentence outside the agreements, also of those that went again.
    """

    stuk: Overeenkomst
    besluiten: tuple[Besluit, ...]
    opnames: tuple[Opname, ...]
    lagen: dict[str, tuple[Laag, ...]]
    gewijzigd: dict[str, tuple[str, ...]]
    gebracht: dict[str, str]


def begin(basis: Overeenkomst) -> Geschiedenis:
    """A history that holds nothing but its base; its agreements get their lasting ids."""
    signed = basis.ondertekening.datum if basis.ondertekening else None
    first = basis.looptijd.van if basis.looptijd else None
    return Geschiedenis(
        basis=identify(basis), vastgesteld=signed, inwerking=first or signed, ondertekend=signed
    )


def decide(
    jaarplan: Jaarplan,
    *,
    naam: str | None = None,
    vastgesteld: date | None = None,
    inwerking: date | None = None,
    na: str | None = None,
) -> Besluit:
    """The decision that adopts a plan; dates that are not given follow from the plan.

    Adopted on the day of signing; in force on 1 January of the year of the plan, or on the day of
    adoption when that is later. Raises GeschiedenisError where no date is known.
    """
    signed = jaarplan.ondertekening.datum if jaarplan.ondertekening else None
    adopted = vastgesteld or signed or inwerking
    name = naam or plan_name(jaarplan)
    if adopted is None:
        raise GeschiedenisError(
            f"Van {name} is niet bekend wanneer het is vastgesteld.", "Geef de datum van vaststelling erbij."
        )
    year = _year(jaarplan, name)
    start = max(adopted, date(year, 1, 1)) if year and date.min.year <= year <= date.max.year else adopted
    return Besluit(
        naam=name,
        vastgesteld=adopted,
        inwerking=inwerking or start,
        ondertekend=signed,
        na=na,
        jaarplan=jaarplan,
    )


def _year(jaarplan: Jaarplan, name: str) -> int | None:
    years = [wijziging.jaar for wijziging in jaarplan.wijzigingen if wijziging.jaar]
    printed = re.search(r"\b20\d\d\b", name)
    return max(years) if years else int(printed.group()) if printed else None


def adopt(geschiedenis: Geschiedenis, *besluiten: Besluit) -> Geschiedenis:
    """The history with these decisions in it. Raises GeschiedenisError where they do not fit."""
    longer = geschiedenis.model_copy(update={"besluiten": (*geschiedenis.besluiten, *besluiten)})
    in_order(longer)
    return longer


def version_on(geschiedenis: Geschiedenis, dag: date, bekend_op: date | None = None) -> Versie:
    """The document as it holds on `dag`; bekend_op: as far as had been adopted by then.

    Raises GeschiedenisError where nothing holds yet on that day, or the decisions do not fit.
    """
    return Tijdlijn(geschiedenis).on(dag, bekend_op)


def all_versions(geschiedenis: Geschiedenis) -> Iterator[Versie]:
    """The base, and the document after each decision."""
    tijdlijn = Tijdlijn(geschiedenis)
    return (tijdlijn.after(count) for count in range(len(tijdlijn.besluiten) + 1))


def latest(geschiedenis: Geschiedenis) -> Versie:
    """The document with all decisions in it."""
    tijdlijn = Tijdlijn(geschiedenis)
    return tijdlijn.after(len(tijdlijn.besluiten))


class Tijdlijn:
    """A history that keeps what it worked out: each decision is taken up once, whatever versions are asked.

    Raises GeschiedenisError where the decisions do not fit together.
    """

    def __init__(self, geschiedenis: Geschiedenis) -> None:
        self.geschiedenis = geschiedenis
        self.besluiten = in_order(geschiedenis)
        self._standen = [open_stuk(geschiedenis.basis)]
        self._opnames: list[Opname] = []

    def load(self) -> Tijdlijn:
        """Take all decisions up, so that every version is at hand."""
        self._reach(len(self.besluiten))
        return self

    def on(self, dag: date, bekend_op: date | None = None) -> Versie:
        """The document as it holds on `dag`; bekend_op: as far as had been adopted by then."""
        start = self.geschiedenis.inwerking
        if start is not None and dag < start:
            raise GeschiedenisError(
                f"Deze afspraken gelden pas vanaf {start:%d-%m-%Y}, nog niet op {dag:%d-%m-%Y}.",
                "Kies een latere datum.",
            )
        known = [
            besluit
            for besluit in self.besluiten
            if besluit.inwerking <= dag and (bekend_op is None or besluit.vastgesteld <= bekend_op)
        ]
        if tuple(known) == self.besluiten[: len(known)]:
            return self.after(len(known))
        return self._only(known).after(len(known))

    def _only(self, besluiten: Sequence[Besluit]) -> Tijdlijn:
        """The same history with some of its decisions, in the order they have here."""
        tijdlijn = Tijdlijn(self.geschiedenis.model_copy(update={"besluiten": ()}))
        tijdlijn.besluiten = tuple(besluiten)
        return tijdlijn

    def after(self, count: int) -> Versie:
        """The document after so many decisions."""
        self._reach(count)
        return _versie(self._standen[count], self.besluiten[:count], self._opnames[:count])

    def _reach(self, count: int) -> None:
        while len(self._opnames) < count:
            besluit = self.besluiten[len(self._opnames)]
            werk = snapshot(self._standen[-1])
            self._opnames.append(take(werk, besluit.jaarplan, besluit.beslissingen, besluit.naam))
            self._standen.append(werk)


def _versie(werk: Werkstuk, besluiten: Sequence[Besluit], opnames: Sequence[Opname]) -> Versie:
    return Versie(
        stuk=close_stuk(werk),
        besluiten=tuple(besluiten),
        opnames=tuple(opnames),
        lagen={concept.id: concept.lagen for concept in werk.afspraken},
        gewijzigd={concept.id: concept.besluiten for concept in werk.afspraken if concept.besluiten},
        gebracht=dict(werk.gebracht),
    )
