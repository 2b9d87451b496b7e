"""People settle what was read: each correction is added to those before, and nobody's is lost unseen.

Who corrects says which correction of that fact was the last he saw. Where another is there by now, nothing
is kept and both are shown, so that a person chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.db import transaction

from wederkerig import nalezen
from wederkerig.checks import check
from wederkerig.model import Bevinding, Bron, Stuk
from wederkerig.nalezen import Item, Nagelezen, Veld
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.domain.geschiedenis import stuk_from
from wederkerig.web.register.models import Fase, Inzending, Koppeling, Lezing, Verbetering


class GeslotenError(Exception):
    """The document is no longer to be settled: it was adopted, taken back, or is being read."""


class OnbekendError(Exception):
    """There is no such fact in the document."""


@dataclass(frozen=True, slots=True)
class Laatste:
    """The last that was said of a fact: which row, by whom, when."""

    pk: int
    door: str
    door_id: int | None
    op: datetime


class BotstError(Exception):
    """Another corrected the same fact in the meantime."""

    def __init__(self, item: Item, laatste: Laatste) -> None:
        super().__init__(item.sleutel)
        self.item = item
        self.laatste = laatste


@dataclass(frozen=True)
class Nalezing:
    """A document as it was read, and everything that was said of it since."""

    inzending: Inzending
    lezing: Lezing
    gezegd: tuple[nalezen.Verbetering, ...]
    laatste: Mapping[str, Laatste]
    rijen: tuple[int, ...] = ()

    @cached_property
    def gelezen(self) -> Stuk:
        """The document as read."""
        return stuk_from(self.lezing.stuk)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every fact with the values it has now."""
        return nalezen.items(self.gelezen, self.gezegd)

    @cached_property
    def index(self) -> Mapping[str, Item]:
        """The facts by their keys."""
        return {item.sleutel: item for item in self.items}

    @cached_property
    def nagelezen(self) -> Nagelezen:
        """The document with the corrections in it, and those that are loose or contradicted."""
        return nalezen.settle(self.gelezen, self.gezegd)

    @cached_property
    def bevindingen(self) -> list[Bevinding]:
        """What checks say: as stored where nothing was corrected, else anew."""
        if not self.gezegd:
            return [Bevinding.model_validate(each) for each in self.lezing.bevindingen]
        return check(self.nagelezen.stuk, self.lezing.tekst)

    @property
    def twijfels(self) -> int:
        """How many doubts nobody has settled."""
        return sum(item.open for item in self.items)

    @property
    def leeg(self) -> bool:
        """Whether there is nothing in it that could be adopted: no agreements were read or added."""
        stuk = self.nagelezen.stuk
        return stuk.soort != "jaarplan" and not stuk.afspraken

    def seen(self, sleutel: str) -> int:
        """The number of the last correction of a fact; 0 where there is none."""
        return self.laatste[sleutel].pk if sleutel in self.laatste else 0

    def item(self, sleutel: str) -> Item:
        """The fact with this key. Raises OnbekendError."""
        try:
            return self.index[sleutel]
        except KeyError as error:
            raise OnbekendError(sleutel) from error


def nalezing_van(inzending: Inzending) -> Nalezing:
    """The document as it stands now: its latest reading and all corrections, in two queries."""
    rows = list(Verbetering.objects.filter(inzending=inzending).order_by("pk"))
    return Nalezing(
        inzending=inzending,
        lezing=inzending.lezingen.latest("op", "pk"),
        gezegd=tuple(nalezen.Verbetering.model_validate(row.inhoud) for row in rows),
        laatste={row.sleutel: Laatste(row.pk, row.door, row.door_id, row.op) for row in rows},
        rijen=tuple(row.pk for row in rows),
    )


class Losse(NamedTuple):
    """A correction whose fact is not found, with the number of its row."""

    rij: int
    los: nalezen.Los


def loose_rows(nalezing: Nalezing) -> list[Losse]:
    """The corrections that are loose, each with the row it stands in."""
    if not nalezing.nagelezen.los:
        return []
    rows = list(zip(nalezing.rijen, nalezing.gezegd, strict=True))
    found = [
        (next((pk for pk, said in reversed(rows) if said == los.verbetering), None), los)
        for los in nalezing.nagelezen.los
    ]
    return [Losse(pk, los) for pk, los in found if pk is not None]


# --- what a person does -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gezien:
    """Who does something, to which fact, and which correction of it he saw last."""

    gebruiker: Gebruiker
    sleutel: str
    laatste: int


@transaction.atomic
def correct_fields(inzending: Inzending, gezien: Gezien, getypt: Mapping[str, Sequence[str]]) -> list[str]:
    """Keep what was typed in the fields of a fact; which fields changed.

    Fields that hold what they held stay as they are; one that gets back the value as read is no longer
    corrected. Raises NalezenError where a value does not fit: then nothing is kept.
    """
    stand = _open(inzending)
    item = stand.item(gezien.sleutel)
    changes = list(_changes(item, getypt))
    if changes:
        _refuse_unseen(stand, item, gezien)
        _add(stand, gezien.gebruiker, changes)
    return [each.veld or "" for each in changes]


def _changes(item: Item, getypt: Mapping[str, Sequence[str]]) -> Iterator[nalezen.Verbetering]:
    for veld in item.velden:
        if veld.naam not in getypt:
            continue
        raw = "\n".join(getypt[veld.naam]).replace("\r\n", "\n")
        if veld.invoer in {"rij", "tabel"} and "|" not in veld.tekst:
            raw = re.sub(r"[ \t]*\|[ \t]*", "\t", raw)  # cells are parted by what a keyboard can type
        if raw == veld.tekst:
            continue
        value = nalezen.check_value(item, veld.naam, raw)
        if _same(veld, value):
            continue
        back = veld.verbeterd and not item.nieuw and value == veld.gelezen
        yield nalezen.undo(item, veld.naam) if back else nalezen.correct(item, veld.naam, raw)


def _same(veld: Veld, value: object) -> bool:
    """Whether a field holds this already; the order in which parties are ticked says nothing."""
    if veld.keuzes and isinstance(value, list) and isinstance(veld.waarde, list):
        return set(map(str, value)) == set(map(str, veld.waarde))
    return value == veld.waarde


_SAID = {"klopt": nalezen.confirm, "weg": nalezen.strike, "terug": nalezen.undo}


@transaction.atomic
def say(inzending: Inzending, gezien: Gezien, daad: str) -> None:
    """Say of a fact that it is right (klopt), does not belong (weg), or is to be as read again (terug)."""
    stand = _open(inzending)
    item = stand.item(gezien.sleutel)
    _refuse_unseen(stand, item, gezien)
    _add(stand, gezien.gebruiker, [_SAID[daad](item)])


@transaction.atomic
def say_of_all(inzending: Inzending, gezien: Gezien, daad: str) -> int:
    """Say the same (klopt, terug) of all facts with the doubt that this one has; of how many it was said.

    `gezien.laatste` is the last correction of the whole document that the person saw. What another said of
    a fact since then stays, and so does what was corrected by hand.
    """
    stand = _open(inzending)
    found = same_doubts(stand, stand.item(gezien.sleutel), bevestigd=daad == "terug")
    found = [item for item in found if stand.seen(item.sleutel) <= gezien.laatste]
    _add(stand, gezien.gebruiker, [_SAID[daad](item) for item in found])
    return len(found)


def same_doubts(stand: Nalezing, item: Item, *, bevestigd: bool) -> list[Item]:
    """The facts of this kind with this doubt: those where it is open, or those that were only confirmed."""
    alike = [each for each in stand.items if (each.soort, each.twijfel) == (item.soort, item.twijfel)]
    if bevestigd:
        return [each for each in alike if each.bevestigd and not (each.verbeterd or each.weg or each.nieuw)]
    return [each for each in alike if each.open]


@transaction.atomic
def add_fact(
    inzending: Inzending, gebruiker: Gebruiker, leeg: Item, getypt: Mapping[str, str]
) -> nalezen.Verbetering:
    """Add a fact that reading missed; its words are looked up in the text of what it belongs to."""
    stand = _open(inzending)
    bron = _place_of_words(stand, leeg.ouder, getypt.get("tekst", ""))
    made = nalezen.add(stand.gelezen, stand.gezegd, leeg, getypt, bron=bron)
    _add(stand, gebruiker, [made])
    return made


def _place_of_words(stand: Nalezing, ouder: str | None, words: str) -> Bron | None:
    """Where these words stand in the text, first of all where their agreement stands; None where nowhere."""
    words = words.strip()
    owner = stand.index.get(ouder or "")
    tekst = stand.lezing.tekst
    start, end = (owner.bron.van, owner.bron.tot) if owner and owner.bron else (0, len(tekst))
    van = tekst.find(words, start, end) if words else -1
    if van < 0:
        return None
    tot = van + len(words)
    page = owner.bron.pagina if owner and owner.bron else None
    return Bron(
        van=van,
        tot=tot,
        pagina=page,
        citaat=words,
        voor=tekst[max(0, van - 32) : van],
        na=tekst[tot : tot + 32],
    )


@transaction.atomic
def read_words_again(inzending: Inzending, gezien: Gezien) -> int:
    """Read the facts of an agreement anew from its corrected words; how many changed."""
    stand = _open(inzending)
    item = stand.item(gezien.sleutel)
    _refuse_unseen(stand, item, gezien)
    made = nalezen.reread(stand.gelezen, stand.gezegd, gezien.sleutel)
    _add(stand, gezien.gebruiker, made)
    return len(made)


@transaction.atomic
def settle_loose(inzending: Inzending, gebruiker: Gebruiker, rij: int, *, op: str | None) -> None:
    """Put a correction whose fact is gone on the fact `op`, or let it go (None)."""
    stand = _open(inzending)
    row = Verbetering.objects.filter(inzending=inzending, pk=rij).first()
    if row is None:
        raise OnbekendError(str(rij))
    said = nalezen.Verbetering.model_validate(row.inhoud)
    if all(each.verbetering != said for each in stand.nagelezen.los):
        return
    if op is None:
        made = [said.model_copy(update={"soort": "terug", "was": None, "wordt": None})]
    else:
        made = list(nalezen.reattach(said, stand.item(op)))
    _add(stand, gebruiker, made)


def _open(inzending: Inzending) -> Nalezing:
    """The document, held until the end of the transaction. Raises GeslotenError."""
    row = Inzending.objects.select_for_update().select_related("organisatie").get(pk=inzending.pk)
    if row.fase != Fase.NALEZEN:
        raise GeslotenError
    return nalezing_van(row)


def _refuse_unseen(stand: Nalezing, item: Item, gezien: Gezien) -> None:
    laatste = stand.laatste.get(item.sleutel)
    if laatste is not None and laatste.pk != gezien.laatste:
        raise BotstError(item, laatste)


def _add(stand: Nalezing, gebruiker: Gebruiker, made: Sequence[nalezen.Verbetering]) -> None:
    """Keep corrections, once it is sure that the document can be settled with them. Raises NalezenError."""
    nalezen.settle(stand.gelezen, (*stand.gezegd, *made))
    inzending = stand.inzending
    for each in made:
        row = Verbetering.objects.create(
            inzending=inzending,
            sleutel=each.sleutel,
            veld=each.veld or "",
            inhoud=each.model_dump(mode="json", exclude_unset=True),
            **gebeurtenissen.done_by(gebruiker, inzending.organisatie),
        )
        gebeurtenissen.verbeterd(row, inzending, gebruiker)
    if made:
        _count(inzending)


def _count(inzending: Inzending) -> None:
    inzending.stand += 1
    inzending.save(update_fields=["stand"])


# --- which organisation a party is ------------------------------------------------------------------


def koppelingen_van(inzending: Inzending) -> dict[str, Koppeling]:
    """By the name of a party the last that was said of which organisation it is."""
    rows = inzending.koppelingen.select_related("organisatie").order_by("pk")
    return {row.naam: row for row in rows}


@transaction.atomic
def match_party(inzending: Inzending, gezien: Gezien, organisatie: Organisatie | None) -> Koppeling | None:
    """Say which organisation a party is; None where nothing changed. `gezien.sleutel` is the party's fact."""
    stand = _open(inzending)
    item = stand.item(gezien.sleutel)
    naam = party_name(item)
    before = koppelingen_van(stand.inzending).get(naam)
    if before is not None and before.pk != gezien.laatste:
        raise BotstError(item, Laatste(before.pk, before.door, before.door_id, before.op))
    was = before.organisatie if before else None
    if was == organisatie:
        return None
    row = Koppeling.objects.create(
        inzending=stand.inzending,
        naam=naam,
        organisatie=organisatie,
        **gebeurtenissen.done_by(gezien.gebruiker, stand.inzending.organisatie),
    )
    gebeurtenissen.gekoppeld(row, was, stand.inzending, gezien.gebruiker)
    _count(stand.inzending)
    return row


def party_name(item: Item) -> str:
    """The name by which a party is matched: as it was read, so that correcting it does not lose the match."""
    veld = item.veld("naam")
    if item.soort != "partij" or veld is None:
        raise OnbekendError(item.sleutel)
    return str(veld.gelezen or veld.waarde)[:200]


def is_year_plan(inzending: Inzending) -> bool:
    """Whether the document, as last read, amends another."""
    kind = inzending.lezingen.order_by("-op", "-pk").values_list("stuk__soort", flat=True).first()
    return bool(kind == "jaarplan")
