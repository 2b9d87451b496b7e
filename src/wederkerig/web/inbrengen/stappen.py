"""The steps of a document on its way, and which page is next."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from wederkerig.web.register.models import Fase, Inzending


class Stap(NamedTuple):
    """A step. stand: "klaar", "nu" or "" for what is still to come."""

    naam: str
    stand: str
    adres: str | None = None


def steps(inzending: Inzending, nu: str = "", *, jaarplan: bool = False) -> list[Stap]:
    """All steps, up to where the document is; nu: the page one is on."""
    names = ["inbrengen", "lezen", "nalezen", *(["verwerken"] if jaarplan else []), "vaststellen"]
    labels = {
        "inbrengen": _("Inbrengen"),
        "lezen": _("Lezen"),
        "nalezen": _("Nalezen"),
        "verwerken": _("Verwerken"),
        "vaststellen": _("Vaststellen"),
    }
    current = names.index(nu or "lezen")
    reached = inzending.fase == Fase.NALEZEN
    return [
        Stap(
            labels[name],
            "nu" if at == current else "klaar" if at < current else "",
            reverse(name, args=[inzending.pk]) if reached and at > 1 and at != current else None,
        )
        for at, name in enumerate(names)
    ]


def next_page(inzending: Inzending) -> str | None:
    """The address where the work on this document goes on; None where it is this one."""
    if inzending.fase == Fase.NALEZEN:
        return reverse("nalezen", args=[inzending.pk])
    if inzending.fase == Fase.VASTGESTELD and inzending.overeenkomst is not None:
        return reverse("overeenkomst", args=[inzending.overeenkomst.slug])
    return None
