"""Lasting names for agreements: they stay when the number, the words or the theme change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from wederkerig.model import Overeenkomst


def identify(stuk: Overeenkomst) -> Overeenkomst:
    """The document with an id for every agreement that has none: "afspraak-12", after its number.

    The same document always gets the same ids.
    """
    known = {afspraak.id for afspraak in stuk.afspraken if afspraak.id}
    if len(known) == len(stuk.afspraken):
        return stuk
    afspraken = []
    for afspraak in stuk.afspraken:
        if not afspraak.id:
            name = fresh_id(f"afspraak-{afspraak.nummer}", known)
            known.add(name)
            afspraken.append(afspraak.model_copy(update={"id": name}))
        else:
            afspraken.append(afspraak)
    return stuk.model_copy(update={"afspraken": tuple(afspraken)})


def fresh_id(wish: str, known: Container[str | None]) -> str:
    """An id like `wish` that is not known yet."""
    base = slug(wish)
    name, times = base, 1
    while name in known:
        times += 1
        name = f"{base}-{times}"
    return name


def slug(text: str) -> str:
    """Words as a name for machines: "Jaarplan 2026" is "jaarplan-2026"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.") or "x"
