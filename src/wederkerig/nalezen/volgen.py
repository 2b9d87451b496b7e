"""What follows a corrected name: actors follow a party, agreements their theme, tables their agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wederkerig.nalezen.boom import Knoop, walk
from wederkerig.nalezen.verbetering import Verbetering


class Namen:
    """What facts of one kind are called now.

    gelezen: the name now by the name as read. eerder: by any name that a correction once gave, as far
    as nothing else is called so now; a correction of a field that names them may hold such a name.
    """

    def __init__(self, root: Knoop, lijst: str, veld: str, said: Iterable[Verbetering]) -> None:
        known = {knoop.sleutel: knoop for knoop in root.lijsten[lijst]}
        names = {key: str(getattr(knoop.feit, veld)) for key, knoop in known.items()}
        now = set(names.values())
        self.gelezen: dict[str, str] = {}
        for key, knoop in known.items():
            if knoop.gelezen is not None and getattr(knoop.gelezen, veld) not in self.gelezen:
                self.gelezen[getattr(knoop.gelezen, veld)] = names[key]
        self.eerder = {name: new for name, new in self.gelezen.items() if name not in now}
        for each in said:
            if each.sleutel in names and each.veld == veld and each.wordt not in now:
                self.eerder[str(each.wordt)] = names[each.sleutel]

    def rename(self, value: Any, *, corrected: bool) -> Any:  # noqa: ANN401  # a name, some, or none
        """The value with every name as it is now."""
        names: Mapping[str, str] = self.eerder if corrected else self.gelezen
        if isinstance(value, tuple):
            renamed = [names.get(name, name) for name in value]
            return tuple(dict.fromkeys(renamed)) if renamed != list(value) else value
        return names.get(value, value)


def follow(root: Knoop, said: tuple[Verbetering, ...]) -> None:
    """Change the names of parties, themes and agreements where other facts name them."""
    partijen = Namen(root, "partijen", "naam", said)
    themas = Namen(root, "themas", "titel", said)
    nummers = Namen(root, "afspraken", "nummer", said)
    for knoop in walk(root):
        if knoop.soort.naam in {"afspraak", "stap"}:
            _rename(knoop, "actoren", partijen)
        if knoop.soort.naam == "afspraak":
            _rename(knoop, "thema", themas)
        elif knoop.soort.naam == "tabel":
            _rename(knoop, "afspraak", nummers)


def _rename(knoop: Knoop, veld: str, namen: Namen) -> None:
    before = getattr(knoop.feit, veld)
    corrected = veld in knoop.stand.velden or knoop.gelezen is None
    after = namen.rename(before, corrected=corrected)
    if after != before:
        knoop.feit = knoop.feit.model_copy(update={veld: after})
