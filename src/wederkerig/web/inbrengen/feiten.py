"""A fact as a card on the screen: its fields as inputs, what was typed in them, what checks say beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from wederkerig.model import Bevinding
from wederkerig.nalezen import Item, Keuze, Veld
from wederkerig.web.register.domain.nalezen import Laatste, Nalezing

SOORTEN = {
    "kop": _("Kop van het document"),
    "partij": _("Partij"),
    "thema": _("Thema"),
    "afspraak": _("Afspraak"),
    "stap": _("Stap"),
    "getal": _("Getal"),
    "termijn": _("Termijn"),
    "verwijzing": _("Verwijzing"),
    "tabel": _("Tabel"),
    "begrip": _("Begrip"),
    "kader": _("Kader"),
    "hoofdstuk": _("Hoofdstuk"),
    "wijziging": _("Wijziging"),
}
# Of large facts, the fields that doubts are about; the rest is one click away.
_FIRST = {
    "afspraak": ("nummer", "thema", "actoren"),
    "stap": ("actoren",),
    "thema": ("titel",),
    "tabel": ("titel", "afspraak"),
    "wijziging": ("soort", "doel.nummer", "doel.onderdeel"),
}
# What may hang below a fact, for the buttons that add one.
_BIJ = {
    "afspraak": ("getal", "termijn", "verwijzing", "stap"),
    "stap": ("getal", "termijn"),
}
VOORVOEGSEL = "veld-"  # of the names of fields in forms


@dataclass(frozen=True)
class Invulveld:
    """A field as an input. tekst: what is shown in it: what was typed, else its value."""

    veld: Veld
    id: str
    tekst: str
    fout: str = ""

    @property
    def naam(self) -> str:
        """Its name in the form."""
        return VOORVOEGSEL + self.veld.naam

    @property
    def vorm(self) -> str:
        """Which input it is."""
        if self.veld.invoer == "lijst" and self.veld.keuzes:
            return "vinkjes"
        if self.veld.keuzes:
            return "keuze"
        lines = self.veld.invoer in {"lange tekst", "lijst", "rij", "tabel"} or len(self.tekst) > 120
        return "regels" if lines else "regel"

    @property
    def rijen(self) -> int:
        """How high a field of several lines is."""
        lines = sum(1 + len(line) // 70 for line in self.tekst.split("\n"))
        return min(12, max(2, lines))

    @property
    def gekozen(self) -> frozenset[str]:
        """The values that are chosen."""
        return frozenset(self.tekst.split("\n") if self.vorm == "vinkjes" else [self.tekst])

    @property
    def keuzes(self) -> Sequence[Keuze]:
        """The values one can choose."""
        return self.veld.keuzes

    @property
    def was(self) -> str | None:
        """The value as read, where it was corrected and is short enough to show."""
        if not self.veld.verbeterd or isinstance(self.veld.gelezen, list | dict):
            return None
        labels = {keuze.waarde: keuze.label for keuze in self.veld.keuzes}
        read = "" if self.veld.gelezen is None else str(self.veld.gelezen)
        return labels.get(read, read)[:120]


@dataclass(frozen=True)
class Kaart:
    """A fact on the screen.

    gezien: the last correction of it that is in what is shown. groep: the fact of the document that it
    hangs below. anker: where it stands in the source.
    """

    item: Item
    gezien: int
    velden: tuple[Invulveld, ...]
    overig: tuple[Invulveld, ...] = ()
    laatste: Laatste | None = None
    bevindingen: Sequence[Bevinding] = ()
    fouten: Sequence[str] = ()
    groep: str = ""
    anker: str = ""

    @property
    def soort(self) -> str:
        """What kind of fact it is, in words."""
        return str(SOORTEN[self.item.soort])

    @property
    def kop(self) -> str:
        """What it is called: a small fact by its own words, a large one by its place."""
        if self.klein:
            return self.soort
        return self.item.plaats[:1].upper() + self.item.plaats[1:]

    @property
    def bij(self) -> Sequence[tuple[str, str]]:
        """The kinds of facts that can be added to it, with their names."""
        if self.item.weg:
            return ()
        return [(kind, str(SOORTEN[kind]).lower()) for kind in _BIJ.get(self.item.soort, ())]

    @property
    def klein(self) -> bool:
        """Whether it is a fact inside a sentence, that is shown with the words around it."""
        return self.item.soort in {"getal", "termijn", "verwijzing"}

    @property
    def tabel(self) -> tuple[Sequence[str], Sequence[Sequence[str]]] | None:
        """Of a table its heading and its rows."""
        if self.item.soort != "tabel":
            return None
        kop, rijen = (self._list(naam) for naam in ("kop", "rijen"))
        return kop, rijen

    def _list(self, naam: str) -> Sequence[Any]:
        veld = self.item.veld(naam)
        return veld.waarde if veld and isinstance(veld.waarde, list) else ()

    @property
    def terug(self) -> bool:
        """Whether there is something that can be undone."""
        return self.item.bevestigd or self.item.verbeterd or self.item.weg or self.item.nieuw


def card_of(
    nalezing: Nalezing,
    item: Item,
    *,
    getypt: Mapping[str, str] | None = None,
    fouten: Mapping[str, str] | None = None,
    bevindingen: Sequence[Bevinding] = (),
    groep: str = "",
    anker: str = "",
) -> Kaart:
    """The card of a fact; getypt and fouten: what was typed and what is wrong with it, by field."""
    fouten = fouten or {}
    inputs = inputs_of(item, getypt or {}, fouten)
    first = _FIRST.get(item.soort)
    return Kaart(
        item=item,
        gezien=nalezing.seen(item.sleutel),
        velden=tuple(each for each in inputs if first is None or each.veld.naam in first),
        overig=tuple(each for each in inputs if first is not None and each.veld.naam not in first),
        laatste=nalezing.laatste.get(item.sleutel),
        bevindingen=bevindingen,
        fouten=[text for name, text in fouten.items() if not name],
        groep=groep,
        anker=anker,
    )


def inputs_of(item: Item, getypt: Mapping[str, str], fouten: Mapping[str, str]) -> list[Invulveld]:
    """The fields of a fact as inputs."""
    return [
        Invulveld(
            veld=veld,
            id=f"v-{item.sleutel or 'nieuw'}-{veld.naam.replace('.', '_')}",
            tekst=getypt.get(veld.naam, _shown(veld)),
            fout=fouten.get(veld.naam, ""),
        )
        for veld in item.velden
    ]


def _shown(veld: Veld) -> str:
    """A choice is known by its value, everything else by how it is typed."""
    if veld.invoer == "keuze":
        return "" if veld.waarde is None else str(veld.waarde)
    cells = veld.invoer in {"rij", "tabel"} and "|" not in veld.tekst
    return veld.tekst.replace("\t", " | ") if cells else veld.tekst


def typed_in(post: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """By field what was typed in a form."""
    return {
        name.removeprefix(VOORVOEGSEL): [str(value) for value in values]
        for name, values in post.items()
        if name.startswith(VOORVOEGSEL)
    }
