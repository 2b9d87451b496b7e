"""Proposing norms: every quantity that a document may promise, with what can be read of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederkerig.model import Getal, Norm, Nulmeting, Stuk
from wederkerig.monitoring.indicatoren import Indicator, indicator
from wederkerig.monitoring.normen.aard import BEGIN, IN_WOORDEN, VASTGEHOUDEN, VERWIJZING, Gewicht, weigh
from wederkerig.monitoring.normen.delen import shares_of
from wederkerig.monitoring.normen.grootheid import Grens, bound, day_in
from wederkerig.monitoring.normen.herkennen import recognise
from wederkerig.monitoring.normen.indexatie import price_level, with_indexation
from wederkerig.monitoring.normen.omgeving import Omgeving, surroundings
from wederkerig.monitoring.normen.sleutel import Sleutelring
from wederkerig.monitoring.normen.tabelnormen import table_norms
from wederkerig.monitoring.normen.teksten import Tekst, texts_of
from wederkerig.monitoring.normen.vondsten import Vondst, find_all
from wederkerig.monitoring.normen.wanneer import Dagen, complete, days_of, deadlines, rhythm
from wederkerig.monitoring.normen.wie import WERKGEBIED, Partijwijzer, Wie, area
from wederkerig.monitoring.normen.woordenlijst import pattern

NOG_EENS = "Hetzelfde staat eerder in deze afspraak."
AANGEHAALD = "Dit staat in de bestaande afspraak, die het jaarplan aanhaalt."
VER_WEG = "De indicator volgt uit de zinnen eromheen."
_STOCK = "voorraad-"
_THAT_IS = re.compile(r"^\W*(?:dat|dit|daarmee)\b", re.IGNORECASE)
_OF_THIS = re.compile(r"^\W*(?:hiervan|daarvan)\b|\bwaarvan\b", re.IGNORECASE)


def propose_norms(stuk: Stuk) -> tuple[Norm, ...]:
    """The norms that a document sets, in order of its text, then of its tables.

    What only explains has the aard `achtergrond`. Each has a key that is the same in a new reading. Where
    reading had to choose, `twijfel` says so.
    """
    voorsteller = _Voorsteller(stuk)
    in_text = (norm for tekst in texts_of(stuk) for norm in voorsteller.of_text(tekst))
    return with_indexation((*in_text, *voorsteller.of_tables()))


@dataclass(frozen=True, slots=True)
class _Zaak:
    """One quantity with all that is known of it before it is weighed."""

    tekst: Tekst
    vondst: Vondst
    around: Omgeving
    days: Dagen
    who: Wie
    what: Indicator | None
    far: bool


class _Voorsteller:
    def __init__(self, stuk: Stuk) -> None:
        self._stuk = stuk
        self._parties = Partijwijzer(stuk)
        self._keys = Sleutelring()
        self._said: set[tuple[object, ...]] = set()
        self._promised: dict[tuple[str | None, ...], list[Norm]] = {}

    def of_text(self, tekst: Tekst) -> Iterator[Norm]:
        """The norms of one text."""
        found = find_all(tekst)
        marks = deadlines(tekst)
        days: Dagen | None = None
        earlier: list[Norm] = []
        for vondst, around in zip(found, surroundings(tekst, found), strict=True):
            own = days_of(vondst, around, tekst, marks, days)
            days = own if own.eigen else days
            case = self._case(tekst, vondst, around, own)
            norms = list(self._of_quantity(case, earlier)) if case else []
            earlier += norms
            yield from norms
        if tekst.soort == "afspraak":
            self._promised[_agreement(tekst)] = earlier

    def of_tables(self) -> Iterator[Norm]:
        """The norms of the tables, which repeat nothing of the text."""
        return (self._once(norm) for norm in table_norms(self._stuk, self._parties, self._keys))

    def _case(self, tekst: Tekst, vondst: Vondst, around: Omgeving, days: Dagen) -> _Zaak | None:
        """What is known of a quantity; None where it counts only with an indicator, and none fits."""
        who = self._parties.about(around, tekst)
        kinds, named = self._parties.kinds(who.partijen), self._parties.mentioned(around.zin)
        name, far = recognise(around, vondst.getal.eenheid, kinds, named)
        if vondst.indicator:
            name, far = vondst.indicator, False
        if not name and tekst.soort == "stap":
            name = self._beside(tekst, vondst)
        if vondst.toegegeven and not name:
            return None
        what = indicator(name) if name else None
        return _Zaak(tekst, vondst, around, complete(days, tekst, around, self._stuk), who, what, far)

    def _of_quantity(self, case: _Zaak, earlier: Sequence[Norm]) -> Iterator[Norm]:
        whole = self._once(_leaning(self._norm(case), case, earlier))
        parts = list(shares_of(case.vondst, case.around, self._parties))
        if not parts and len(whole.partijen) > 1 and _is_for_each(case.around):
            for partij in whole.partijen:
                key = self._keys.key(case.tekst, whole.tekst, partij)
                yield self._of(whole.model_copy(update={"sleutel": key}), (partij,))
            return
        yield self._of(whole, tuple(partij for partij, _ in parts) or whole.partijen)
        for partij, part in parts:
            key = self._keys.key(case.tekst, part.tekst, partij)
            mine = {"sleutel": key, "waarde": part.waarde, "tekst": part.tekst}
            yield self._of(whole.model_copy(update=mine), (partij,))

    def _of(self, norm: Norm, partijen: tuple[str, ...]) -> Norm:
        """The norm as one of these parties, with those of them that can supply its figures."""
        can = self._parties.suppliers(partijen, indicator(norm.indicator)) if norm.indicator else ()
        return norm.model_copy(update={"partijen": partijen, "cijfers_van": can})

    def _beside(self, tekst: Tekst, vondst: Vondst) -> str:
        """The indicator that the agreement beside a step has for such a quantity."""
        promised = self._promised.get(_agreement(tekst), [])
        return next((each.indicator for each in promised if each.eenheid == vondst.getal.eenheid), "")

    def _norm(self, case: _Zaak) -> Norm:
        tekst, getal, around, what, days = case.tekst, case.vondst.getal, case.around, case.what, case.days
        weight = weigh(case.vondst, what, around, tekst)
        limit = _as_read(getal)
        if what and not case.vondst.in_woorden and weight.twijfel != BEGIN:
            limit = bound(getal, what, around, days.van, sure=days.eigen)
        partijen = self._parties.measured(case.who, what, tekst) if what else case.who.partijen
        norm = Norm(
            sleutel=self._keys.key(tekst, getal.tekst),
            afspraak=tekst.afspraak,
            nummer=tekst.nummer,
            thema=tekst.thema,
            indicator=what.id if what else "",
            grootheid=limit.grootheid,
            relatie=weight.relatie or limit.relatie,
            waarde=limit.waarde,
            tot=limit.tot,
            eenheid=limit.eenheid,
            ritme=rhythm(
                around, what, days, is_change=limit.grootheid != "stand", never=case.vondst.in_woorden
            ),
            van=limit.nulmeting.peildatum if limit.nulmeting else days.van,
            per=days.per,
            prijspeil=price_level(what.id if what else "", around.zin, days.van),
            nulmeting=_kept(around, limit, weight) or limit.nulmeting,
            partijen=partijen,
            gebied=area(around, self._stuk, self._parties),
            aard=weight.aard,
            tekst=getal.tekst,
            bron=getal.bron or tekst.bron,
        )
        said = tuple(dict.fromkeys(doubt for doubt in _doubts(norm, case, limit, weight) if doubt))
        return norm.model_copy(update={"twijfel": " ".join(said) or None})

    def _once(self, norm: Norm) -> Norm:
        """The norm, or as background what the same agreement said before."""
        if norm.aard == "achtergrond" or not norm.indicator:
            return norm
        what = (norm.indicator, norm.grootheid, norm.waarde, norm.tot, norm.per, norm.partijen, norm.gebied)
        same = (*_agreement(norm), *what)
        if same in self._said:
            return norm.model_copy(update={"aard": "achtergrond", "twijfel": NOG_EENS})
        self._said.add(same)
        return norm


def _agreement(what: Tekst | Norm) -> tuple[str | None, ...]:
    return what.afspraak, what.nummer, what.thema


def _leaning(norm: Norm, case: _Zaak, earlier: Sequence[Norm]) -> Norm:
    """What a quantity takes over from one before it: "de 20%" its indicator, "hiervan" rhythm and days."""
    around = case.around
    if norm.twijfel == VERWIJZING:
        same = [each for each in earlier if (each.waarde, each.eenheid) == (norm.waarde, norm.eenheid)]
        return norm.model_copy(update={"indicator": same[-1].indicator}) if same else norm
    if earlier and _THAT_IS.search(around.begin) and _same_stock(norm, earlier[-1]):
        return norm.model_copy(update={"indicator": earlier[-1].indicator})
    if earlier and _OF_THIS.search(around.begin):
        last = earlier[-1]
        days = {} if case.days.eigen else {"van": last.van, "per": last.per}
        return norm.model_copy(update={"ritme": last.ritme, **days})
    leans = earlier and norm.indicator and earlier[-1].indicator == norm.indicator
    if leans and case.far and not case.days.eigen and norm.aard == "norm":
        return _part_of(norm, earlier[-1])
    return norm


def _part_of(norm: Norm, total: Norm) -> Norm:
    """A quantity whose sentence leans on the one before: it is counted as that one is."""
    taken = ("grootheid", "ritme", "van", "per", "nulmeting")
    return norm.model_copy(update={key: getattr(total, key) for key in taken} | {"twijfel": VER_WEG})


def _is_for_each(around: Omgeving) -> bool:
    """Whether each party promises the quantity, and not all together: "ieder € 4.000", "5 per corporatie"."""
    return bool(pattern("ieder").search(around.voor) or pattern("ieder_erachter").search(around.na))


def _same_stock(one: Norm, other: Norm) -> bool:
    return one.indicator.startswith(_STOCK) and other.indicator.startswith(_STOCK)


def _as_read(getal: Getal) -> Grens:
    return Grens("stand", getal.relatie, getal.waarde, getal.tot, getal.eenheid)


def _kept(around: Omgeving, limit: Grens, weight: Gewicht) -> Nulmeting | None:
    """The baseline of what must not get worse: the figure that the sentence gives, on its day."""
    day = day_in(around.begin) if weight.twijfel == VASTGEHOUDEN else None
    return Nulmeting(peildatum=day, waarde=limit.waarde) if day else None


def _doubts(norm: Norm, case: _Zaak, limit: Grens, weight: Gewicht) -> Iterator[str | None]:
    """What reading had to choose, the gravest first."""
    yield weight.twijfel
    if norm.aard == "achtergrond":
        return
    yield AANGEHAALD if case.tekst.soort == "aangehaald" else None
    yield IN_WOORDEN if case.vondst.in_woorden else None
    yield case.vondst.getal.twijfel
    yield VER_WEG if case.far and norm.indicator else None
    yield _beyond_the_law(norm)
    yield limit.twijfel
    yield case.days.twijfel if norm.ritme == "eenmalig" else None
    yield case.who.twijfel
    yield WERKGEBIED if pattern("werkgebied").search(case.around.zin) else None


def _beyond_the_law(norm: Norm) -> str | None:
    """That an agreement goes further than the law lets it, if the day is known."""
    if not norm.indicator or norm.per is None:
        return None
    return indicator(norm.indicator).beyond_the_law(norm.waarde, norm.per) or None
