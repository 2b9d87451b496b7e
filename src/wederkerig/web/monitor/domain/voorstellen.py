"""What reading proposes as norms of every version of agreements: worked out once, and kept for all processes.

It follows from the decisions alone, so what is kept is never the only place where something stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from wederkerig import __version__
from wederkerig.consolidation import Tijdlijn
from wederkerig.export.uitgave import Uitgave
from wederkerig.model import Norm
from wederkerig.monitoring.normen import propose_norms
from wederkerig.web.register.domain.geschiedenis import as_history
from wederkerig.web.register.models import Besluit, Overeenkomst

_MOST_KNOWN = 500
_known: dict[str, tuple[Versie, ...]] = {}


@dataclass(frozen=True, slots=True)
class Versie:
    """What reading proposes of a version. vervallen: what it proposed of earlier ones and no longer does.

    nummers: the printed numbers of its agreements by their lasting names.
    """

    voorstellen: tuple[Norm, ...]
    vervallen: tuple[Norm, ...]
    nummers: Mapping[str, str]


def version_of(overeenkomst: Overeenkomst, count: int | None = None) -> Versie:
    """What is proposed after so many decisions, or of the latest version."""
    prime([overeenkomst])
    return _known[_key(overeenkomst)][-1 if count is None else count]


def prime(overeenkomsten: Sequence[Overeenkomst]) -> None:
    """Have the versions of these agreements at hand; at most a few queries, however many there are."""
    missing = {_key(each): each for each in overeenkomsten if _key(each) not in _known}
    if not missing:
        return
    if len(_known) + len(missing) > _MOST_KNOWN:
        forget()
    for key, kept in cache.get_many(missing).items():
        _known[key] = _versions(kept)
        del missing[key]
    new = {key: _read(rows) for key, rows in _decisions(missing).items()}
    _known.update({key: _versions(made) for key, made in new.items()})
    if new:
        cache.set_many(new, timeout=None)


def _key(overeenkomst: Overeenkomst) -> str:
    return f"normen:{__version__}:{overeenkomst.pk}:{overeenkomst.stand}"


def _decisions(missing: Mapping[str, Overeenkomst]) -> dict[str, list[Besluit]]:
    """The decisions of these agreements up to where they are known to stand; one query."""
    rows: dict[int, list[Besluit]] = defaultdict(list)
    wanted = [each.pk for each in missing.values()]
    for row in Besluit.objects.filter(overeenkomst__in=wanted).order_by("volgnummer") if wanted else ():
        rows[row.overeenkomst_id].append(row)
    return {key: rows[each.pk][: each.stand or None] for key, each in missing.items()}


def _read(rows: Iterable[Besluit]) -> list[dict[str, Any]]:
    """What is proposed of each version, the first first, as data to keep."""
    tijdlijn = Tijdlijn(as_history(rows)).load()
    stukken = (Uitgave(tijdlijn, tijdlijn.after(count)).stuk for count in range(len(tijdlijn.besluiten) + 1))
    return [
        {
            "normen": [norm.model_dump(mode="json", exclude_defaults=True) for norm in propose_norms(stuk)],
            "nummers": {each.id or "": each.nummer for each in stuk.afspraken},
        }
        for stuk in stukken
    ]


def _versions(kept: Sequence[Mapping[str, Any]]) -> tuple[Versie, ...]:
    found: list[Versie] = []
    before: dict[str, Norm] = {}
    for each in kept:
        now = with_lasting_keys(list(map(Norm.model_validate, each["normen"])), before)
        keys = {norm.sleutel for norm in now}
        gone = tuple(norm for key, norm in before.items() if key not in keys)
        found.append(Versie(now, gone, each["nummers"]))
        before |= {norm.sleutel: norm for norm in now}
    return tuple(found)


def with_lasting_keys(normen: Sequence[Norm], before: Mapping[str, Norm]) -> tuple[Norm, ...]:
    """The norms of a version under the keys they had: a new number or another figure is no other norm.

    A norm that is new takes over the key of one of the same agreement that is gone, where their words are the
    same but for the figures in them; or where one alone is gone and one alone is new.
    """
    keys = {norm.sleutel for norm in normen}
    gone: dict[str, list[Norm]] = defaultdict(list)
    for key, norm in before.items():
        if key not in keys and norm.afspraak:
            gone[norm.afspraak].append(norm)
    new: dict[str, list[Norm]] = defaultdict(list)
    for norm in normen:
        if norm.sleutel not in before and norm.afspraak in gone:
            new[norm.afspraak].append(norm)
    lasting = {own.sleutel: old for place in new for own, old in _pairs(gone[place], new[place])}
    return tuple(
        norm.model_copy(update={"sleutel": lasting[norm.sleutel]}) if norm.sleutel in lasting else norm
        for norm in normen
    )


def _pairs(gone: list[Norm], new: list[Norm]) -> Iterator[tuple[Norm, str]]:
    """The new norms of an agreement, each with the key of the one it goes on for."""
    for same in (_words, _words_without_figures):
        for norm in list(new):
            old = next((each for each in gone if same(each) == same(norm)), None)
            if old is not None:
                gone.remove(old)
                new.remove(norm)
                yield norm, old.sleutel
    if len(gone) == len(new) == 1 and gone[0].eenheid == new[0].eenheid:
        yield new[0], gone[0].sleutel


def _words(norm: Norm) -> str:
    return norm.tekst.casefold()


def _words_without_figures(norm: Norm) -> str:
    return re.sub(r"\d[\d.,]*", "#", norm.tekst.casefold())


def forget() -> None:
    """Let go of what this process knows, where keys come to mean other rows, as in tests."""
    _known.clear()
