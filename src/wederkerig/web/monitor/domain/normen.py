"""The norms of agreements: what reading proposes of their text, and over it what the parties said.

The last that a party says of a key counts; all of it stays. A key follows from the lasting name of an
agreement and the words of the quantity, so that it follows the agreement through new numbers. A norm whose
words an amendment took away has ended; it is not lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from wederkerig.model import Afspraak, Norm
from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator
from wederkerig.web.monitor.domain.voorstellen import Versie, version_of
from wederkerig.web.monitor.models import Bevestiging
from wederkerig.web.register.domain.geschiedenis import tijdlijn_of, uitgave_na
from wederkerig.web.register.models import Overeenkomst

Gezegd = Literal["gelezen", "bevestigd", "gewijzigd", "toegevoegd", "geen norm"]
PLAATS = ("afspraak", "nummer", "thema", "tekst", "bron", "twijfel")
"""What of a norm follows from the document alone; nobody says it otherwise."""
_STOP = re.compile(r"[.;:](?=\s)|\n")


@dataclass(frozen=True, slots=True)
class NormVanAfspraken:
    """A norm as the parties hold it.

    gezegd: as read and not confirmed, confirmed, changed by an amendment since it was confirmed, added by a
        party, or said to be no norm.
    gelezen: what reading proposes; None for what a party added.
    bevestigingen: all that was said of it, the last first. vervallen: its words no longer stand there.
    """

    norm: Norm
    gezegd: Gezegd
    gelezen: Norm | None = None
    bevestigingen: tuple[Bevestiging, ...] = ()
    vervallen: bool = False

    @property
    def sleutel(self) -> str:
        """Its lasting name."""
        return self.norm.sleutel

    @property
    def laatste(self) -> Bevestiging | None:
        """What was last said of it."""
        return self.bevestigingen[0] if self.bevestigingen else None

    @property
    def stand(self) -> int:
        """Stands for what was last said of it, to see whether somebody else said something since."""
        return self.bevestigingen[0].pk if self.bevestigingen else 0

    @property
    def telt(self) -> bool:
        """Whether it binds now: no background, no ended norm, and nobody said that it is none."""
        return not self.vervallen and self.gezegd != "geen norm" and self.norm.aard == "norm"

    @property
    def is_onbevestigd(self) -> bool:
        """Whether a party still has to say whether it was read right."""
        return self.telt and self.gezegd in {"gelezen", "gewijzigd"}

    @property
    def indicator(self) -> Indicator | None:
        """What it is measured by; None where nothing fits, or not yet."""
        try:
            return indicator(self.norm.indicator) if self.norm.indicator else None
        except IndicatorError:
            return None

    @property
    def meetbaar(self) -> bool:
        """Whether it can be judged."""
        return self.telt and self.indicator is not None


def norms_of(overeenkomst: Overeenkomst, count: int | None = None) -> tuple[NormVanAfspraken, ...]:
    """The norms of agreements in the order of the document, added ones and ended ones behind.

    count: after how many decisions; None is the latest version. One query where this process knows the
    version (`voorstellen.prime`), and none where what was said was fetched with the agreements.
    """
    said: dict[str, list[Bevestiging]] = defaultdict(list)
    for row in sorted(overeenkomst.bevestigingen.all(), key=lambda row: -row.pk):
        said[row.sleutel].append(row)
    version = version_of(overeenkomst, count)
    read = [_held(norm, said.get(norm.sleutel, ())) for norm in version.voorstellen]
    known = {norm.sleutel for norm in (*version.voorstellen, *version.vervallen)}
    added = [_added(key, rows, version) for key, rows in said.items() if key not in known]
    ended = [_held(norm, said.get(norm.sleutel, ()), ended=True) for norm in version.vervallen]
    return (*read, *sorted((each for each in added if each), key=lambda each: each.vervallen), *ended)


def find_norm(overeenkomst: Overeenkomst, sleutel: str) -> NormVanAfspraken | None:
    """The norm of a key; None where there is none."""
    return next((each for each in norms_of(overeenkomst) if each.sleutel == sleutel), None)


def measurable(normen: Iterable[NormVanAfspraken]) -> tuple[Norm, ...]:
    """Those that can be judged, as the rules of the monitor take them."""
    return tuple(each.norm for each in normen if each.meetbaar)


def by_agreement(normen: Sequence[NormVanAfspraken]) -> Mapping[str, list[NormVanAfspraken]]:
    """The norms by the lasting name of their agreement."""
    found: dict[str, list[NormVanAfspraken]] = defaultdict(list)
    for each in normen:
        found[each.norm.afspraak].append(each)
    return found


# --- what was said, over what was read -------------------------------------------------------------------


def _held(norm: Norm, rows: Sequence[Bevestiging], *, ended: bool = False) -> NormVanAfspraken:
    """A norm that reading proposes, with what was said of it; what an amendment changed since goes before."""
    if not rows:
        return NormVanAfspraken(norm, "gelezen", norm, vervallen=ended)
    last = rows[0]
    changed = _changed_since(norm, last)
    if last.norm is None:
        gezegd: Gezegd = "gelezen" if changed else "geen norm"
        return NormVanAfspraken(norm, gezegd, norm, tuple(rows), ended)
    # words, place and number are those of the document, whatever it said when somebody confirmed it
    now = changed | {name: getattr(norm, name) for name in PLAATS}
    said = Norm.model_validate(last.norm).model_copy(update=now)
    return NormVanAfspraken(said, "gewijzigd" if changed else "bevestigd", norm, tuple(rows), ended)


def _changed_since(norm: Norm, said: Bevestiging) -> dict[str, Any]:
    """What reading proposes otherwise than when something was said of it."""
    if said.gelezen is None:
        return {}
    then = Norm.model_validate(said.gelezen)
    fields = set(Norm.model_fields) - {*PLAATS, "sleutel"}
    return {name: new for name in fields if (new := getattr(norm, name)) != getattr(then, name)}


def _added(key: str, rows: Sequence[Bevestiging], version: Versie) -> NormVanAfspraken | None:
    """A norm that a party added; it ends with its agreement."""
    full = next((row.norm for row in rows if row.norm is not None), None)
    if full is None:
        return None
    norm = Norm.model_validate(full)
    gone = bool(norm.afspraak) and norm.afspraak not in version.nummers
    norm = norm.model_copy(update={"nummer": version.nummers.get(norm.afspraak, norm.nummer)})
    gezegd: Gezegd = "geen norm" if rows[0].norm is None else "toegevoegd"
    return NormVanAfspraken(norm, gezegd, None, tuple(rows), gone)


def agreement_numbered(overeenkomst: Overeenkomst, nummer: str) -> Afspraak | None:
    """The agreement of a printed number in the latest version; None where there is none."""
    wanted = nummer.strip().rstrip(".").casefold()
    stuk = uitgave_na(overeenkomst, len(tijdlijn_of(overeenkomst).besluiten)).stuk
    return next(
        (each for each in stuk.afspraken if each.nummer.strip().rstrip(".").casefold() == wanted), None
    )


def passage_of(overeenkomst: Overeenkomst, norm: Norm) -> str:
    """The sentence of the latest version in which a norm stands; its own words where it no longer does."""
    stuk = uitgave_na(overeenkomst, len(tijdlijn_of(overeenkomst).besluiten)).stuk
    found = next((each for each in stuk.afspraken if norm.afspraak and each.id == norm.afspraak), None)
    texts = (found.tekst, *(stap.tekst for stap in found.stappen)) if found else ()
    return next(
        (_sentence(text, norm.tekst) for text in texts if norm.tekst and norm.tekst in text), norm.tekst
    )


def _sentence(text: str, words: str) -> str:
    at = text.index(words)
    begin = max((match.end() for match in _STOP.finditer(text, 0, at)), default=0)
    stop = _STOP.search(text, at + len(words))
    return text[begin : stop.start() + 1 if stop else len(text)].strip()
