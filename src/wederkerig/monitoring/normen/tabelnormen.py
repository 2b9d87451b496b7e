"""What the tables about the stock promise: closing stocks of corporations, and what is planned till then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from wederkerig.model import Norm, Nulmeting, Stuk, Tabel
from wederkerig.monitoring.indicatoren import Indicator, indicator
from wederkerig.monitoring.normen.sleutel import Sleutelring
from wederkerig.monitoring.normen.teksten import Tekst
from wederkerig.monitoring.normen.wie import Partijwijzer
from wederkerig.monitoring.normen.woordenlijst import compiled, woordenlijst
from wederkerig.voorraad.grootboek import Mutatie, Voorraadstand
from wederkerig.voorraad.plannen import Voorraadplan, plans_from

UIT_TABEL = "Dit staat in een tabel."
PROGNOSE = "Dit staat in een tabel, als plan of verwachting."
_SOCIAL = "daeb"


def table_norms(stuk: Stuk, parties: Partijwijzer, keys: Sleutelring) -> Iterator[Norm]:
    """The norms of the tables: closing stocks bind if an agreement has the table; the rest is background."""
    corporaties = [partij for partij in stuk.partijen if partij.soort == "corporatie"]
    names = dict.fromkeys(name for partij in corporaties for name in (partij.naam, partij.kort))
    term = stuk.looptijd
    days = (term.van, term.tot) if term and term.van and term.tot else None
    for plan in plans_from(stuk.tabellen, corporaties=tuple(names), looptijd=days):
        tabel = stuk.tabellen[plan.tabel - 1]
        maker = _Maker(_beside(stuk, tabel), tabel, parties, keys)
        for stand in plan.standen:
            if stand.dag == plan.tot:
                yield from maker.closing(stand, plan)
        for mutatie in _summed(plan.mutaties):
            yield from maker.planned(mutatie)


def _summed(mutaties: Iterable[Mutatie]) -> Iterator[Mutatie]:
    """The changes of a table, with what has no location yet taken together with the rest."""
    found: dict[tuple[object, ...], Mutatie] = {}
    for each in mutaties:
        what = (each.soort, each.corporatie, each.categorie, each.van, each.dag)
        so_far = found[what].aantal if what in found else 0
        found[what] = each.model_copy(update={"aantal": so_far + each.aantal})
    yield from found.values()


def _beside(stuk: Stuk, tabel: Tabel) -> Tekst:
    """The agreement that has the table, as what its norms belong to."""
    nothing = Tekst("context", "", (), (), kop=tabel.titel or "")
    for afspraak in stuk.afspraken:
        if tabel.afspraak and afspraak.nummer == tabel.afspraak:
            own = afspraak.id or ""
            return replace(
                nothing, soort="afspraak", afspraak=own, nummer=afspraak.nummer, thema=afspraak.thema
            )
    return nothing


class _Maker:
    def __init__(self, beside: Tekst, tabel: Tabel, parties: Partijwijzer, keys: Sleutelring) -> None:
        self._beside = beside
        self._tabel = tabel
        self._parties = parties
        self._keys = keys

    def closing(self, stand: Voorraadstand, plan: Voorraadplan) -> Iterator[Norm]:
        """The stock on the last day of the table, if that is a day to come in it."""
        words = woordenlijst("tabelnormen")
        name = words["standen"][stand.categorie]
        heads = [self._beside.kop, *(row[0] for row in self._tabel.rijen if row)]
        if stand.categorie == _SOCIAL and compiled(words["zelfstandig"]).search(self._beside.kop):
            name = "voorraad-zelfstandig"
        if plan.van is None or len({each.dag for each in plan.standen}) < 2:
            return
        binds = self._beside.nummer and not compiled(words["verwacht"]).search(" ".join(heads))
        norm = self._norm(indicator(name), stand.corporatie, stand.aantal, plan.van, stand.dag, "stand")
        yield norm.model_copy(
            update={"aard": "norm" if binds else "achtergrond", "twijfel": UIT_TABEL if binds else PROGNOSE}
        )

    def planned(self, mutatie: Mutatie) -> Iterator[Norm]:
        """What changes the social stock, or as a change of the stock what changes another kind."""
        words = woordenlijst("tabelnormen")
        change = mutatie.categorie != _SOCIAL or mutatie.soort == "saldo"
        key = mutatie.categorie if change else mutatie.soort
        name = words["standen" if change else "mutaties"].get(key)
        if name is None or (change and mutatie.soort not in ("saldo", "toevoeging", "nieuwbouw", "aankoop")):
            return
        norm = self._norm(
            indicator(name), mutatie.corporatie, mutatie.aantal, mutatie.van, mutatie.dag, mutatie.soort
        )
        since = Nulmeting(peildatum=mutatie.van) if change and mutatie.van else None
        grootheid = "verandering" if change else "stand"
        yield norm.model_copy(update={"grootheid": grootheid, "nulmeting": since, "twijfel": PROGNOSE})

    def _norm(self, what: Indicator, name: str, aantal: int, van: date | None, per: date, kind: str) -> Norm:
        partijen = tuple(dict.fromkeys(found for _, _, found in self._parties.named_shares(name)))
        return Norm(
            sleutel=self._keys.key(self._beside, f"tabel {what.id} {kind} {per.isoformat()}", name),
            afspraak=self._beside.afspraak,
            nummer=self._beside.nummer,
            thema=self._beside.thema,
            indicator=what.id,
            relatie="gelijk",
            waarde=Decimal(aantal),
            eenheid=what.eenheid,
            van=van,
            per=per,
            partijen=partijen,
            cijfers_van=self._parties.suppliers(partijen, what),
            aard="achtergrond",
            tekst=f"{aantal:,}".replace(",", "."),
            bron=self._tabel.bron,
        )
