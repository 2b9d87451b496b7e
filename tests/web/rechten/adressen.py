"""Every address of the site, from the resolver: with its name, its view and what its arguments are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, SlugConverter, UUIDConverter


@dataclass(frozen=True)
class Adres:
    """One pattern of the resolver."""

    naam: str
    route: str
    view: Any
    converters: dict[str, Any]
    noemer: str | None

    def __str__(self) -> str:
        return f"{self.naam} ({self.route})"


def all_addresses() -> list[Adres]:
    """All of them, also those of others."""
    return list(_walk(get_resolver().url_patterns, "", "", {}))


def _walk(patterns: Any, route: str, namespace: str, above: dict[str, Any]) -> Iterator[Adres]:
    for each in patterns:
        here = route + str(each.pattern)
        converters = above | each.pattern.converters
        names = re.compile(each.pattern.regex.pattern).groupindex if hasattr(each.pattern, "regex") else {}
        converters |= {name: None for name in names if name not in converters}
        if isinstance(each, URLResolver):
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from _walk(each.url_patterns, here, inner, converters)
        elif isinstance(each, URLPattern):
            name = namespace + (each.name or each.lookup_str)
            yield Adres(name, here, each.callback, converters, namespace + each.name if each.name else None)


def path_of(adres: Adres, dingen: dict[str, Any]) -> str:
    """The address with the things of a world filled in. A name that the world does not know is an error."""
    unknown = [name for name in adres.converters if name not in dingen]
    if unknown:
        raise AssertionError(
            f"{adres}: the world (tests/web/rechten/wereld.py) has nothing called {', '.join(unknown)}. "
            "Add it to `dingen`, made so that people of CORPORATIE own it."
        )
    values = {name: _value(dingen[name], kind) for name, kind in adres.converters.items()}
    if adres.noemer:
        return reverse(adres.noemer, kwargs=values)
    filled = re.sub(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>.*\)", lambda m: str(values[m[1] or m[2]]), adres.route)
    return "/" + filled.replace("^", "").replace("$", "")


def _value(thing: Any, kind: Any) -> Any:
    if not isinstance(thing, Model):
        return thing
    if isinstance(kind, SlugConverter) and hasattr(thing, "slug"):
        return thing.slug
    return (
        thing.pk
        if isinstance(kind, IntConverter | UUIDConverter) or not hasattr(thing, "slug")
        else thing.slug
    )
