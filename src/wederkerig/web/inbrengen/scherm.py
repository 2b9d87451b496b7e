"""The screen on which a document is settled, as data: doubts first, then all in the document's order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from wederkerig.model import Bevinding
from wederkerig.nalezen import Item
from wederkerig.web.inbrengen.feiten import SOORTEN, Kaart, card_of
from wederkerig.web.register.domain.nalezen import Nalezing, party_name, same_doubts
from wederkerig.web.register.models import Koppeling

_DELEN = (
    ("wijziging", "wijzigingen"),
    ("getal", "los"),
    ("termijn", "los"),
    ("tabel", "tabellen"),
    ("begrip", "begrippen"),
    ("kader", "kaders"),
    ("hoofdstuk", "hoofdstukken"),
)


@dataclass
class Groep:
    """A fact with all that hangs below it, as one line that opens."""

    item: Item
    twijfels: int = 0
    bevindingen: int = 0
    verbeterd: bool = False
    feiten: int = 0

    @property
    def soort(self) -> str:
        """What kind of fact it is, in words."""
        return str(SOORTEN[self.item.soort])

    @property
    def kop(self) -> str:
        """What it is called on its line; below a heading with its name, what is in it."""
        if self.item.soort == "kop":
            return _("Titel, gemeente, looptijd en ondertekening")
        if self.item.soort == "thema":
            return _("Titel, inleiding, doelen en ambities")
        plaats = self.item.plaats
        return plaats[:1].upper() + plaats[1:]


@dataclass
class Deel:
    """A part of the screen with a heading of its own."""

    naam: str
    kop: str
    groepen: list[Groep] = field(default_factory=list)
    toevoegen: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Partijregel:
    """A party with the organisation it is."""

    groep: Groep
    koppeling: Koppeling | None
    gezien: int

    @property
    def id(self) -> str:
        """For labels."""
        return f"k-{self.groep.item.sleutel}"

    @property
    def naam(self) -> str:
        """What the document calls it."""
        return _value(self.groep.item, "naam")


class Scherm:
    """Everything on the screen; worked out as far as it is asked for."""

    def __init__(self, nalezing: Nalezing) -> None:
        self.nalezing = nalezing

    @cached_property
    def _children(self) -> Mapping[str | None, list[Item]]:
        found: dict[str | None, list[Item]] = defaultdict(list)
        for item in self.nalezing.items:
            found[item.ouder].append(item)
        return found

    def root_of(self, item: Item) -> Item:
        """The fact in the document itself that this one hangs below."""
        while item.ouder is not None:
            item = self.nalezing.index[item.ouder]
        return item

    def below(self, item: Item) -> Iterator[Item]:
        """The fact and all that hangs below it, in order."""
        yield item
        for child in self._children.get(item.sleutel, ()):
            yield from self.below(child)

    @cached_property
    def gevonden(self) -> tuple[Mapping[str, list[Bevinding]], list[Bevinding]]:
        """What checks say, by the fact it is beside; and what is beside none."""
        beside: dict[str, list[Bevinding]] = defaultdict(list)
        loose = []
        for bevinding in self.nalezing.bevindingen:
            item = self._beside(bevinding)
            if item is None:
                loose.append(bevinding)
            else:
                beside[item.sleutel].append(bevinding)
        return beside, loose

    def _beside(self, bevinding: Bevinding) -> Item | None:
        """The smallest fact around the place of a finding, else the one that its place is called after."""
        bron = bevinding.bron
        there = [item for item in self.nalezing.items if item.bron is not None and not item.weg]
        around = [
            item
            for item in there
            if bron is not None and item.bron and item.bron.van <= bron.van and bron.tot <= item.bron.tot
        ]
        if around:
            return min(around, key=lambda item: item.bron.tot - item.bron.van if item.bron else 0)
        first = bevinding.plaats.partition(" <-> ")[0]
        return next((item for item in self.nalezing.items if item.plaats == first), None)

    def card(self, item: Item, **more: Mapping[str, str]) -> Kaart:
        """The card of a fact, with what checks say of it."""
        beside, _loose = self.gevonden
        return card_of(
            self.nalezing,
            item,
            bevindingen=beside.get(item.sleutel, ()),
            groep=self.root_of(item).sleutel,
            anker=self.anchor(item),
            **more,
        )

    def anchor(self, item: Item) -> str:
        """Where a fact stands in the source: its own place, or of a PDF the page where that is not known."""
        plaatsen = self.nalezing.lezing.plaatsen
        bron = item.bron
        if bron is None or bron.pagina is None or "bladzijden" not in plaatsen:
            return f"p-{item.sleutel}"
        known = f"{bron.van}-{bron.tot}" in plaatsen.get("vakken", {})
        return f"p-{item.sleutel}" if known else f"blad-{bron.pagina}"

    @cached_property
    def twijfels(self) -> list[Item]:
        """The facts with a doubt that nobody settled yet."""
        return [item for item in self.nalezing.items if item.open]

    @cached_property
    def nagekeken(self) -> list[Item]:
        """The facts with a doubt that was settled."""
        return [item for item in self.nalezing.items if item.twijfel is not None and not item.open]

    @cached_property
    def zelfde_twijfels(self) -> list[list[Item]]:
        """The doubts that are open at several facts of a kind, each with these facts."""
        return self._alike(self.twijfels, bevestigd=False)

    @cached_property
    def zelfde_bevestigd(self) -> list[list[Item]]:
        """The same of doubts of which somebody said that it is right."""
        return self._alike(self.nagekeken, bevestigd=True)

    def _alike(self, items: Iterable[Item], *, bevestigd: bool) -> list[list[Item]]:
        first = {(item.soort, item.twijfel): item for item in reversed(list(items))}
        found = [same_doubts(self.nalezing, item, bevestigd=bevestigd) for item in reversed(first.values())]
        return [each for each in found if len(each) > 1]

    @property
    def laatste(self) -> int:
        """The last correction that is in what is shown."""
        return max(self.nalezing.rijen, default=0)

    def group(self, item: Item) -> Groep:
        """A fact of the document itself with what hangs below it."""
        beside, _loose = self.gevonden
        facts = list(self.below(item))
        return Groep(
            item=item,
            twijfels=sum(each.open for each in facts),
            bevindingen=sum(len(beside.get(each.sleutel, ())) for each in facts),
            verbeterd=any(each.verbeterd or each.nieuw or each.weg for each in facts),
            feiten=len(facts) - 1,
        )

    def content(self, item: Item) -> Iterator[tuple[str, Item | Kaart]]:
        """What stands in a group: cards, and for facts with a doubt the way to their card above."""
        for each in self.below(item):
            yield ("verwijzing", each) if each.twijfel is not None else ("kaart", self.card(each))

    @cached_property
    def delen(self) -> list[Deel]:
        """The document in parts."""
        tops = self._children[None]
        of: dict[str, list[Item]] = defaultdict(list)
        for item in tops:
            of[item.soort].append(item)
        delen = [Deel("kop", _("Kop van het document"), self._groups(of["kop"]))]
        delen += self._themes(of["thema"], of["afspraak"])
        parts: dict[str, Deel] = {}
        for kind, name in _DELEN:
            part = parts.setdefault(name, Deel(name, _headings()[name]))
            part.groepen += self._groups(of[kind])
        # a year plan is about its amendments
        first = [parts.pop("wijzigingen")] if of["wijziging"] else []
        return [*first, *delen, *(part for part in parts.values() if part.groepen)]

    def _groups(self, items: Iterable[Item]) -> list[Groep]:
        return [self.group(item) for item in items]

    def _themes(self, themas: list[Item], afspraken: list[Item]) -> Iterator[Deel]:
        """Each theme with its agreements; then those of no theme that is there."""
        by_title: dict[str, list[Item]] = defaultdict(list)
        for afspraak in afspraken:
            by_title[_value(afspraak, "thema")].append(afspraak)
        for at, thema in enumerate(themas):
            title = _value(thema, "titel")
            groups = self._groups([thema, *by_title.pop(title, ())])
            yield Deel(f"thema-{at}", title or _("Thema zonder titel"), groups)
        left = [item for items in by_title.values() for item in items]
        if left:
            heading = _("Afspraken zonder thema") if themas else _("Afspraken")
            yield Deel("zonder-thema", heading, self._groups(left))

    def parties(self, koppelingen: Mapping[str, Koppeling]) -> list[Partijregel]:
        """The parties, each with the organisation it is said to be."""
        regels = []
        for item in self._children[None]:
            if item.soort == "partij":
                koppeling = koppelingen.get(party_name(item))
                regels.append(Partijregel(self.group(item), koppeling, koppeling.pk if koppeling else 0))
        return regels


def _headings() -> Mapping[str, str]:
    return {
        "wijzigingen": _("Wijzigingen"),
        "los": _("Getallen en termijnen buiten de afspraken"),
        "tabellen": _("Tabellen"),
        "begrippen": _("Begrippen"),
        "kaders": _("Kaders"),
        "hoofdstukken": _("Hoofdstukken"),
    }


def _value(item: Item, naam: str) -> str:
    veld = item.veld(naam)
    return str(veld.waarde) if veld and veld.waarde else ""
