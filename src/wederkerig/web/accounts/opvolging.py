"""Who goes on for whom: organisations that were merged, and the one that each of them is now."""

from __future__ import annotations

from collections.abc import Mapping

from wederkerig.web.accounts.models import Organisatie


def heirs() -> Mapping[int, int]:
    """By merged organisation the one that it is now, also through several mergers; one query."""
    merged = Organisatie.objects.filter(opvolger__isnull=False).values_list("pk", "opvolger_id")
    into = dict(merged)
    return {pk: _end(pk, into) for pk in into}


def one_with(organisatie: Organisatie) -> frozenset[int]:
    """The organisation and those with which it is one by now; one query."""
    heir = heirs()
    now = heir.get(organisatie.pk, organisatie.pk)
    return frozenset({now, *(pk for pk in heir if heir[pk] == now)})


def _end(pk: int, into: Mapping[int, int]) -> int:
    seen: set[int] = set()
    while pk in into and pk not in seen:
        seen.add(pk)
        pk = into[pk]
    return pk
