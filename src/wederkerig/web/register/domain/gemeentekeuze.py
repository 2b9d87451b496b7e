"""On the pages of which municipalities agreements may stand: those that are party to them, and no others.

Where no municipality can be derived from the document, a person names one; the document has to name it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wederkerig.model import Partij, Stuk
from wederkerig.web.accounts.models import Organisatie, Soort
from wederkerig.web.register.domain.herkennen import plain_name, split_names
from wederkerig.web.register.domain.nalezen import Nalezing

Deelname = tuple[Partij, Organisatie | None]


def municipalities(nalezing: Nalezing, deelnames: Iterable[Deelname]) -> tuple[str, ...]:
    """Those that one can choose: the parties, and what reading found; of corrections what the text has."""
    gelezen, stuk = nalezing.gelezen, nalezing.nagelezen.stuk
    read = split_names(gelezen.gemeente or "")
    known = {plain_name(naam) for naam in (*read, *(each.naam for each in gelezen.partijen))}
    parties = list(_parties(deelnames, read))
    typed = [] if parties else split_names(stuk.gemeente or "")
    found: dict[str, str] = {}
    for naam in (*parties, *read, *typed):
        if plain_name(naam) in known or occurs(naam, nalezing.lezing.tekst):
            found.setdefault(plain_name(naam), naam)
    return tuple(found.values())


def proposed(stuk: Stuk, deelnames: Iterable[Deelname], keuze: Sequence[str]) -> tuple[str, ...]:
    """Those that are chosen until a person says otherwise: the parties where there are several."""
    parties = list(_parties(deelnames, split_names(stuk.gemeente or "")))
    wanted = parties if len(parties) > 1 else split_names(stuk.gemeente or "")
    plain = {plain_name(naam) for naam in wanted}
    return tuple(naam for naam in keuze if plain_name(naam) in plain) or tuple(keuze[:1])


def refused(gemeenten: Iterable[str], keuze: Sequence[str], tekst: str) -> list[str]:
    """The names under which the document may not be adopted."""
    plain = {plain_name(naam) for naam in keuze}
    if plain:
        return [naam for naam in gemeenten if plain_name(naam) not in plain]
    return [naam for naam in gemeenten if not occurs(naam, tekst)]


def occurs(naam: str, tekst: str) -> bool:
    """Whether the text holds this name, as words of their own."""
    words = r"\s+".join(re.escape(word) for word in naam.split())
    return bool(words) and re.search(rf"(?<!\w){words}(?!\w)", tekst, re.IGNORECASE) is not None


def _parties(deelnames: Iterable[Deelname], read: Sequence[str]) -> Iterator[str]:
    """What the parties that are municipalities are called, as people call a municipality."""
    for partij, organisatie in deelnames:
        if partij.soort != Soort.GEMEENTE.value:
            continue
        own = [organisatie.naam] if organisatie is not None and organisatie.soort == Soort.GEMEENTE else []
        names = [naam for naam in (*own, *read) if occurs(plain_name(naam), plain_name(partij.naam))]
        yield re.sub(r"^(?:de\s+)?gemeente\s+", "", (names or [partij.naam])[0].strip(), flags=re.IGNORECASE)
