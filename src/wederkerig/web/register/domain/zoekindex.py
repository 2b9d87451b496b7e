"""Finding agreements by their words: rows made from the decisions, and the question asked of them.

There are some twenty thousand agreements when every municipality takes part; the database reads through
their folded words in milliseconds, so there is no engine beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import add, and_
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from wederkerig.consolidation import Tijdlijn
from wederkerig.export.uitgave import Uitgave
from wederkerig.export.words import clean, getallen_of, one_line, termijnen_of
from wederkerig.model import Afspraak, Feit
from wederkerig.model import Overeenkomst as Stuk
from wederkerig.parameters.themas import canonical_thema
from wederkerig.web.register.models import Overeenkomst, Partij, Zoekregel

MOST_WORDS = 8
_WORD = re.compile(r"\w+")
_PRINTED = re.compile(r"(?:\w[\u0300-\u036f]*)+")  # a word whose accents may stand behind their letters


@dataclass(frozen=True, slots=True)
class Regel:
    """An agreement from a day until another, to compare with the same one in the next version."""

    afspraak: str
    nummer: str
    thema: str
    soorten: str
    tekst: str
    actoren: list[str]
    getallen: list[dict[str, Any]]
    termijnen: list[dict[str, Any]]
    volgorde: int


def index(overeenkomst: Overeenkomst, tijdlijn: Tijdlijn) -> None:
    """Make the rows of these agreements anew; see `adoptie.derive`."""
    Zoekregel.objects.filter(overeenkomst=overeenkomst).delete()
    Zoekregel.objects.bulk_create(
        [_row(overeenkomst, regel, van, tot) for regel, van, tot in _stretches(tijdlijn)], batch_size=500
    )


# --- the rows ------------------------------------------------------------------------------------


def _stretches(tijdlijn: Tijdlijn) -> Iterator[tuple[Regel, date | None, date | None]]:
    """Each agreement as it stood, with its first day and the first on which it stood so no longer."""
    starts = [tijdlijn.geschiedenis.inwerking, *(each.inwerking for each in tijdlijn.besluiten)]
    open_since: dict[str, tuple[Regel, date | None]] = {}
    for count, start in enumerate(starts):
        now = {regel.afspraak: regel for regel in _regels(Uitgave(tijdlijn, tijdlijn.after(count)).stuk)}
        for name, (regel, since) in list(open_since.items()):
            after = now.get(name)
            if after is not None and replace(after, volgorde=regel.volgorde) == regel:
                open_since[name] = (after, since)
                continue
            del open_since[name]
            if since != start:  # decisions of one day leave no version in between
                yield regel, since, start
        for name, regel in now.items():
            open_since.setdefault(name, (regel, start))
    yield from ((regel, since, None) for regel, since in open_since.values())


def _regels(stuk: Stuk) -> Iterator[Regel]:
    soort_of = {partij.naam: partij.soort for partij in stuk.partijen}
    for at, afspraak in enumerate(stuk.afspraken):
        soorten = {soort_of[naam] for naam in _actors(afspraak) if naam in soort_of}
        yield Regel(
            afspraak=afspraak.id or "",
            nummer=one_line(afspraak.nummer)[:60],
            thema=one_line(afspraak.thema or "")[:300],
            soorten=f" {' '.join(sorted(soorten))} ",
            tekst=clean("\n".join((afspraak.tekst, *(stap.tekst for stap in afspraak.stappen)))),
            actoren=list(_actors(afspraak)),
            getallen=_facts(getallen_of(afspraak)),
            termijnen=_facts(termijnen_of(afspraak)),
            volgorde=at,
        )


def _actors(afspraak: Afspraak) -> dict[str, None]:
    """Who acts in it or in its steps, each once, in order."""
    return dict.fromkeys((*afspraak.actoren, *(naam for stap in afspraak.stappen for naam in stap.actoren)))


def _facts(facts: Sequence[tuple[int | None, Feit]]) -> list[dict[str, Any]]:
    """Facts without the place they were read at: in another version they stand elsewhere."""
    return [
        fact.model_dump(mode="json", exclude_defaults=True, exclude={"bron", "twijfel"}) for _, fact in facts
    ]


def _row(overeenkomst: Overeenkomst, regel: Regel, van: date | None, tot: date | None) -> Zoekregel:
    return Zoekregel(
        overeenkomst=overeenkomst,
        afspraak=regel.afspraak,
        nummer=regel.nummer,
        thema=regel.thema,
        hoofdthema=canonical_thema(regel.thema) or "",
        soorten=regel.soorten,
        tekst=regel.tekst,
        actoren=regel.actoren,
        getallen=regel.getallen,
        termijnen=regel.termijnen,
        stam=f" {' '.join(words_of(f'{regel.thema} {regel.tekst}'))} ",
        volgorde=regel.volgorde,
        van=van,
        tot=tot,
    )


# --- the question --------------------------------------------------------------------------------


def words_of(text: str) -> list[str]:
    """The words of a text without capitals and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(each for each in letters if not unicodedata.combining(each)))


def search(
    vraag: str,
    dag: date,
    *,
    hoofdthema: str = "",
    soort: str = "",
    partij: Collection[int] | None = None,
) -> QuerySet[Zoekregel]:
    """The agreements on a day that hold every word asked for, those with whole beginnings of words first.

    A word is found inside others too: "bouw" is in "woningbouw". No words give no agreements, and single
    letters are no words. partij: only of agreements to which one of these organisations is a party.
    """
    words = list(dict.fromkeys(word for word in words_of(vraag) if len(word) > 1 or word.isdigit()))[
        :MOST_WORDS
    ]
    rows = Zoekregel.objects.filter(Q(van=None) | Q(van__lte=dag), Q(tot=None) | Q(tot__gt=dag))
    if not words:
        return rows.none()
    if hoofdthema:
        rows = rows.filter(hoofdthema=hoofdthema)
    if soort:
        rows = rows.filter(soorten__contains=f" {soort} ")
    if partij is not None:
        signed = Partij.objects.filter(organisatie__in=partij)
        rows = rows.filter(overeenkomst__in=signed.values("overeenkomst"))
    rows = rows.filter(reduce(and_, (Q(stam__contains=word) for word in words)))
    return rows.annotate(
        treffers=reduce(add, (_points(word) for word in words)),
        geldt=Case(
            When(overeenkomst__tot__lt=dag, then=Value(0)), default=Value(1), output_field=IntegerField()
        ),
    ).order_by("-geldt", "-treffers", "-overeenkomst__van", "overeenkomst__titel", "volgorde", "pk")


def themes_in_use() -> list[str]:
    """The canonical themes that any agreement stands under."""
    rows = Zoekregel.objects.exclude(hoofdthema="").order_by("hoofdthema")
    return list(rows.values_list("hoofdthema", flat=True).distinct())


def _points(word: str) -> Case:
    """2 where the word stands by itself, 1 where another word begins with it."""
    return Case(
        When(stam__contains=f" {word} ", then=Value(2)),
        When(stam__contains=f" {word}", then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )


def marked(text: str, words: Sequence[str]) -> list[tuple[bool, str]]:
    """The text in pieces, each with whether it is one of the words, to highlight."""
    pieces: list[tuple[bool, str]] = []
    here = 0
    for match in _PRINTED.finditer(text):
        folded = "".join(words_of(match.group()))
        if any(word in folded for word in words):
            pieces += [(False, text[here : match.start()]), (True, match.group())]
            here = match.end()
    return [piece for piece in (*pieces, (False, text[here:])) if piece[1]]
