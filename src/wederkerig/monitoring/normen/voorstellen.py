"""Proposing norms: every quantity that a document may promise, with what can be read of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wederkerig.model import Getal, Norm, Nulmeting, Stuk
from wederkerig.monitoring.indicatoren import Indicator, indicator
from wederkerig.monitoring.normen.aard import IN_WOORDEN, VASTGEHOUDEN, VERWIJZING, Gewicht, weigh
from wederkerig.monitoring.normen.delen import shares_of
from wederkerig.monitoring.normen.grootheid import Grens, bound, day_in
from wederkerig.monitoring.normen.herkennen import recognise
from wederkerig.monitoring.normen.omgeving import Omgeving, surroundings
from wederkerig.monitoring.normen.sleutel import Sleutelring
from wederkerig.monitoring.normen.teksten import Tekst, texts_of
from wederkerig.monitoring.normen.vondsten import Vondst, find_all
from wederkerig.monitoring.normen.wanneer import Dagen, complete, days_of, deadlines, rhythm
from wederkerig.monitoring.normen.wie import WERKGEBIED, Partijwijzer, Wie, area
from wederkerig.monitoring.normen.woordenlijst import pattern

NOG_EENS = "Hetzelfde staat eerder in deze afspraak."
VER_WEG = "De indicator volgt uit de zinnen eromheen."
_STOCK = "voorraad-"
_THAT_IS = re.compile(r"^\W*(?:dat|dit|daarmee)\b", re.IGNORECASE)
_OF_THIS = re.compile(r"^\W*(?:hiervan|daarvan)\b|\bwaarvan\b", re.IGNORECASE)


def propose_norms(stuk: Stuk) -> tuple[Norm, ...]:
    """The norms that a document sets, in order of its text; what only explains has the aard `achtergrond`.

    Each has a key that is the same in a new reading. Where reading had to choose, `twijfel` says so.
    """
    voorsteller = _Voorsteller(stuk)
    return tuple(norm for tekst in texts_of(stuk) for norm in voorsteller.of_text(tekst))


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
            norms = list(self._of_quantity(tekst, vondst, around, own, earlier))
            earlier += norms
            yield from norms

    def _of_quantity(
        self, tekst: Tekst, vondst: Vondst, around: Omgeving, days: Dagen, earlier: Sequence[Norm]
    ) -> Iterator[Norm]:
        who = self._parties.about(around, tekst)
        kinds = self._parties.kinds(who.partijen)
        name, far = recognise(around, vondst.getal.eenheid, kinds)
        if vondst.indicator:
            name, far = vondst.indicator, False
        if not name and tekst.soort == "stap":
            name = self._beside(tekst, vondst)
        if vondst.toegegeven and not name:
            return
        what = indicator(name) if name else None
        whole = self._norm(tekst, vondst, around, days, who, what, far=far)
        whole = self._once(_leaning(whole, around, earlier))
        if tekst.soort == "afspraak":
            self._promised.setdefault(_agreement(tekst), []).append(whole)
        yield whole
        for partij, part in shares_of(vondst, around, self._parties):
            yield whole.model_copy(
                update={
                    "sleutel": self._keys.key(tekst, part.tekst, partij),
                    "waarde": part.waarde,
                    "partijen": (partij,),
                    "cijfers_van": (partij,),
                    "tekst": part.tekst,
                }
            )

    def _beside(self, tekst: Tekst, vondst: Vondst) -> str:
        """The indicator that the agreement beside a step has for such a quantity."""
        promised = self._promised.get(_agreement(tekst), [])
        return next((each.indicator for each in promised if each.eenheid == vondst.getal.eenheid), "")

    def _norm(
        self,
        tekst: Tekst,
        vondst: Vondst,
        around: Omgeving,
        days: Dagen,
        who: Wie,
        what: Indicator | None,
        *,
        far: bool,
    ) -> Norm:
        getal = vondst.getal
        days = complete(days, tekst, around, self._stuk)
        limit = bound(getal, what, around, days.van, sure=days.eigen) if what else _as_read(getal)
        weight = weigh(getal, what, around, tekst)
        ritme = rhythm(around, what, days, is_change=limit.grootheid != "stand") if what else "eenmalig"
        partijen = self._parties.measured(who, what, tekst) if what else who.partijen
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
            ritme=ritme,
            van=limit.nulmeting.peildatum if limit.nulmeting else days.van,
            per=days.per,
            nulmeting=_kept(around, what, limit, weight) or limit.nulmeting,
            partijen=partijen,
            cijfers_van=self._parties.suppliers(partijen, what) if what else (),
            gebied=area(around, self._stuk, self._parties),
            aard=weight.aard,
            tekst=getal.tekst,
            bron=getal.bron or tekst.bron,
        )
        doubts = _doubts(norm, vondst, around, days, who, limit, weight, far=far)
        return _with_doubts(norm, doubts)

    def _once(self, norm: Norm) -> Norm:
        """The norm, or as background what the same agreement said before."""
        same = (
            *_agreement(norm),
            norm.indicator,
            norm.grootheid,
            norm.waarde,
            norm.tot,
            norm.per,
            norm.partijen,
            norm.gebied,
        )
        if norm.aard == "achtergrond" or not norm.indicator:
            return norm
        if same in self._said:
            return norm.model_copy(update={"aard": "achtergrond", "twijfel": NOG_EENS})
        self._said.add(same)
        return norm


def _agreement(what: Tekst | Norm) -> tuple[str | None, ...]:
    return what.afspraak, what.nummer, what.thema


def _leaning(norm: Norm, around: Omgeving, earlier: Sequence[Norm]) -> Norm:
    """What a quantity takes over from one before it: "de 20%" its indicator, "hiervan" its rhythm and days."""
    if norm.twijfel == VERWIJZING:
        same = [each for each in earlier if (each.waarde, each.eenheid) == (norm.waarde, norm.eenheid)]
        return norm.model_copy(update={"indicator": same[-1].indicator}) if same else norm
    if earlier and _THAT_IS.search(around.begin) and _same_stock(norm, earlier[-1]):
        return norm.model_copy(update={"indicator": earlier[-1].indicator})
    if earlier and _OF_THIS.search(around.begin):
        last = earlier[-1]
        return norm.model_copy(update={"ritme": last.ritme, "van": last.van, "per": last.per})
    return norm


def _same_stock(one: Norm, other: Norm) -> bool:
    return one.indicator.startswith(_STOCK) and other.indicator.startswith(_STOCK)


def _as_read(getal: Getal) -> Grens:
    return Grens("stand", getal.relatie, getal.waarde, getal.tot, getal.eenheid)


def _kept(around: Omgeving, what: Indicator | None, limit: Grens, weight: Gewicht) -> Nulmeting | None:
    """The baseline of what must not get worse: the figure that the sentence gives, on its day."""
    if weight.twijfel != VASTGEHOUDEN or what is None:
        return None
    day = day_in(around.begin)
    return Nulmeting(peildatum=day, waarde=limit.waarde) if day else None


def _doubts(
    norm: Norm,
    vondst: Vondst,
    around: Omgeving,
    days: Dagen,
    who: Wie,
    limit: Grens,
    weight: Gewicht,
    *,
    far: bool,
) -> Iterator[str | None]:
    """What reading had to choose, the gravest first."""
    yield weight.twijfel
    if norm.aard == "achtergrond":
        return
    yield IN_WOORDEN if vondst.in_woorden else None
    yield vondst.getal.twijfel
    yield VER_WEG if far and norm.indicator else None
    yield _beyond_the_law(norm)
    yield limit.twijfel
    yield days.twijfel if norm.ritme == "eenmalig" else None
    yield who.twijfel
    yield WERKGEBIED if pattern("werkgebied").search(around.zin) else None


def _beyond_the_law(norm: Norm) -> str | None:
    """That an agreement goes further than the law lets it, if the day is known."""
    law = indicator(norm.indicator).wettelijk_op(norm.per) if norm.indicator and norm.per else None
    if law is None or law.met_afspraak is None:
        return None
    too_far = norm.waarde < law.met_afspraak if law.relatie == "min" else norm.waarde > law.met_afspraak
    bound_word = "minder" if law.relatie == "min" else "meer"
    return f"De wet laat niet {bound_word} toe dan {law.met_afspraak}% ({law.bron})." if too_far else None


def _with_doubts(norm: Norm, doubts: Iterator[str | None]) -> Norm:
    said = tuple(dict.fromkeys(doubt for doubt in doubts if doubt))
    return norm.model_copy(update={"twijfel": " ".join(said) or None})
