"""Every view with everybody: what the table of rights allows is allowed, and everything else is refused.

The table is read here anew, row by row, and not through the code that the site asks: what an organisation has
to do with a thing is written out in wereld.py. A new view needs nothing here, as long as its arguments are
called after what they are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.web.maken import CORPORATIE, GEMEENTE
from tests.web.rechten.adressen import Adres, all_addresses, path_of
from tests.web.rechten.wereld import PARTIJEN, Vrager, Wereld, make_world
from wederkerig.web.accounts.models import Organisatie, Rol
from wederkerig.web.monitor.models import Project, Rapport, Woningenlijst
from wederkerig.web.rechten import RECHTEN, Actie, Band
from wederkerig.web.rechten.vreemd import GESLOTEN, INGELOGD, OPENBAAR, PLATFORM
from wederkerig.web.register.models import Besluit, Fase, Gemeente, Inzending, Overeenkomst

ADRESSEN = all_addresses()
LOGIN = "/account/login/"
METHODEN = ("get", "post")


def mark_of(adres: Adres) -> Any:
    """What the view says of who may see it: nothing, open, or the mark."""
    return (
        adres.view if getattr(adres.view, "openbaar", False) or getattr(adres.view, "actie", None) else None
    )


# --- the table, read once more ---------------------------------------------------------------------------


def bands(thing: Any) -> dict[Band, tuple[str, ...]]:
    """Which organisations of this world have what to do with a thing."""
    if isinstance(thing, Inzending | Organisatie | Woningenlijst | Project):
        return {Band.EIGENAAR: (CORPORATIE,)}
    if isinstance(thing, Overeenkomst | Besluit | Gemeente | Rapport):
        return {Band.PARTIJ: PARTIJEN, Band.REGIE: (GEMEENTE,)}
    return {}


def has_right(vrager: Vrager, actie: Actie, thing: Any, fase: Fase | None, *, ever: bool = False) -> bool:
    for recht in RECHTEN:
        if recht.actie is not actie:
            continue
        if recht.band is Band.PLATFORM:
            if vrager.operator:
                return True
            continue
        who = bands(thing).get(recht.band, ())
        of_ours = recht.band is Band.ZELF or vrager.bij in who or (ever and thing is None)
        in_phase = ever or not recht.fasen or fase in recht.fasen
        if of_ours and in_phase and vrager.rol in recht.rollen:
            return True
    return False


def may(adres: Adres, vrager: Vrager, methode: str, thing: Any, fase: Fase | None) -> bool:
    """What the table says of this view, this person and this phase."""
    view = mark_of(adres)
    if view is None:
        if adres.naam.startswith(PLATFORM):
            return vrager.operator
        return adres.naam in OPENBAAR or (adres.naam in INGELOGD and vrager.ingelogd)
    if view.openbaar:
        return True
    allowed = has_right(vrager, view.actie, thing, fase)
    if methode == "post" and view.post:
        allowed = allowed and has_right(vrager, view.post, thing, fase, ever=True)
    return allowed


# --- what the site does ----------------------------------------------------------------------------------


def ask(vrager: Vrager, methode: str, path: str) -> Any:
    """One request; what it changed is taken back."""
    client = Client(raise_request_exception=True)
    if vrager.cookie:
        client.cookies[settings.SESSION_COOKIE_NAME] = vrager.cookie
    cache.clear()
    with transaction.atomic():
        response = getattr(client, methode)(path)
        if response.streaming:
            b"".join(response.streaming_content)
        transaction.set_rollback(True)
    return response


def is_refused(response: Any) -> bool:
    """Sent to log in, forbidden, or not there (where the view itself was never asked)."""
    if response.status_code in {301, 302}:
        return response.url.startswith(LOGIN)
    if response.status_code == 404:
        return not getattr(response.wsgi_request, "toegelaten", False)
    return response.status_code == 403


# --- the tests -------------------------------------------------------------------------------------------


def test_every_view_says_who_may_see_it():
    known = OPENBAAR | INGELOGD | GESLOTEN
    silent = [
        str(adres)
        for adres in ADRESSEN
        if mark_of(adres) is None and adres.naam not in known and not adres.naam.startswith(PLATFORM)
    ]

    assert silent == [], "mark these with @openbaar or @vraagt, or name them in rechten/vreemd.py"


def test_views_of_others_are_named_only_as_long_as_they_are_there():
    there = {adres.naam for adres in ADRESSEN if mark_of(adres) is None}

    assert (OPENBAAR | INGELOGD | GESLOTEN) - there == set()
    assert set() == (OPENBAAR & INGELOGD) | (INGELOGD & GESLOTEN) | (OPENBAAR & GESLOTEN)


def test_every_right_is_given_to_somebody():
    assert {recht.actie for recht in RECHTEN} == set(Actie)


def test_the_world_knows_what_every_view_is_about():
    for adres in ADRESSEN:
        wat = getattr(adres.view, "wat", None)
        assert wat is None or wat.argument in adres.converters, adres


def phases_of(adres: Adres) -> list[Fase]:
    """All phases where the view is about a document in hand, else one; last the one that ends it."""
    return (
        sorted(Fase, key=lambda fase: fase is Fase.VASTGESTELD)
        if "inzending" in adres.converters
        else [Fase.NALEZEN]
    )


def askers_of(adres: Adres, wereld: Wereld) -> list[Vrager]:
    """Everybody; roles are left out for a view that does not look at them (see `may`)."""
    if getattr(adres.view, "actie", None):
        return wereld.vragers
    return [each for each in wereld.vragers if each.rol in {None, Rol.BEHEERDER}]


def differences(adres: Adres, methode: str, wereld: Wereld) -> list[tuple[str, ...]]:
    """Where the site says something else than the table."""
    wat = getattr(adres.view, "wat", None)
    thing = wereld.dingen[wat.argument] if wat else None
    # a view of others may also refuse for reasons of its own, an open one may have nothing to show
    own = bool(getattr(adres.view, "actie", None))
    found = []
    for fase in phases_of(adres):
        Inzending.objects.filter(pk=wereld.inzending.pk).update(fase=fase)
        for vrager in askers_of(adres, wereld):
            response = ask(vrager, methode, path_of(adres, wereld.dingen))
            allowed, refused = may(adres, vrager, methode, thing, fase), is_refused(response)
            if (allowed and own and refused) or (not allowed and not refused):
                said = "mag" if allowed else "mag niet"
                found.append((str(adres), methode, vrager.naam, fase.value, said, str(response.status_code)))
    return found


def parts() -> dict[str, list[Adres]]:
    """The addresses in parts that take about as long, so that they can be walked side by side."""
    by_part: dict[str, list[Adres]] = defaultdict(list)
    for adres in ADRESSEN:
        own = getattr(adres.view, "actie", None) is not None
        by_part[adres.naam if own and "inzending" in adres.converters else adres.route.split("/")[0]].append(
            adres
        )
    return by_part


@pytest.mark.django_db
@pytest.mark.parametrize("methode", METHODEN)
@pytest.mark.parametrize("part", parts())
def test_who_may_and_who_may_not(part, methode):
    wereld = make_world()

    assert [each for adres in parts()[part] for each in differences(adres, methode, wereld)] == []
