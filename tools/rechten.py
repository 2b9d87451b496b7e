"""The page of who may do what, written from the table of rights and from the marks on the views."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import django

_HEAD = """\
# Wie wat mag

<!-- Gemaakt uit `src/wederkerig/web/rechten/` met `make docs`. Verander deze bladzijde niet met de hand. -->

Op de website geldt: wat hier niet staat, mag niet. Een test loopt langs alle bladzijden, met iedereen, en
vergelijkt wat de site doet met deze tabel.

- Mensen werken voor een of meer **organisaties**, elk in een of meer **rollen**. Wie tekent, beheert of het
  platform draait, logt in met een tweede stap.
- Een organisatie is **partij** bij een overeenkomst als zij bij het vaststellen als partij is herkend. Is zij
  door een **fusie** opgegaan in een andere, dan hebben de mensen van de opvolger dezelfde rechten op wat zij
  inbracht en waarbij zij partij was.
- Vaststellen kan alleen een organisatie die in het document zelf als partij staat.
- De **regie** van de gemeente opent rondes. Zij geeft geen enkel recht op wat een ander inbrengt.
- Wie een document niet mag zien, krijgt te horen dat het er niet is.
- Hoe een organisatie een document voorbereidde, blijft ook na het vaststellen van die organisatie. De andere
  partijen zien in het logboek dat het is vastgesteld, door wie en wat erin staat.

## De rechten

| wat | rol | van welke organisatie | in welke fase |
|---|---|---|---|
"""
_VIEWS = """
## Welk recht elke bladzijde vraagt

| bladzijde | adres | recht | om iets te veranderen ook |
|---|---|---|---|
"""
_OPEN = """
## Openbaar

Deze bladzijden mag iedereen zien, ook zonder account.

| bladzijde | adres |
|---|---|
"""
_OTHERS = """
## Inloggen en account

Dit zijn bladzijden van django-allauth en Django zelf.

"""


def page() -> str:
    """The whole page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wederkerig.web.config.settings")
    os.environ.setdefault("WEDERKERIG_SLEUTEL", "om een bladzijde te schrijven is geen sleutel nodig")
    django.setup()
    return "".join([_HEAD, *_rights(), _VIEWS, *_guarded(), _OPEN, *_open(), _OTHERS, *_of_others()])


def _rights() -> Iterator[str]:
    from wederkerig.web.accounts.models import Rol  # noqa: PLC0415  # after the set-up
    from wederkerig.web.rechten import RECHTEN  # noqa: PLC0415
    from wederkerig.web.register.models import Fase  # noqa: PLC0415

    for recht in RECHTEN:
        rollen = (
            ", ".join(str(rol.label) for rol in Rol if rol in recht.rollen) or "beheerder van het platform"
        )
        fasen = ", ".join(str(fase.label) for fase in Fase if fase in recht.fasen) or "-"
        yield f"| {recht.actie.value} | {rollen} | {recht.band.value} | {fasen} |\n"


def _guarded() -> Iterator[str]:
    for name, route, view in _views():
        if getattr(view, "actie", None) is not None:
            also = view.post.value if view.post else ""
            yield f"| `{name}` | `{route}` | {view.actie.value} | {also} |\n"


def _open() -> Iterator[str]:
    for name, route, view in _views():
        if getattr(view, "openbaar", False):
            yield f"| `{name}` | `{route}` |\n"


def _of_others() -> Iterator[str]:
    from wederkerig.web.rechten.vreemd import INGELOGD, OPENBAAR  # noqa: PLC0415  # after the set-up

    yield f"- Voor iedereen: {_names(OPENBAAR)}.\n"
    yield f"- Voor wie is ingelogd, over het eigen account: {_names(INGELOGD)}.\n"
    yield "- Voor de beheerder van het platform: alles onder `platform/`.\n"


def _names(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _views() -> Iterator[tuple[str, str, Any]]:
    from django.urls import get_resolver  # noqa: PLC0415  # after the set-up

    yield from _walk(get_resolver().url_patterns, "/")


def _walk(patterns: list[Any], above: str) -> Iterator[tuple[str, str, Any]]:
    for each in patterns:
        route = above + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from _walk(each.url_patterns, route)
        else:
            yield each.name or "", route, each.callback
