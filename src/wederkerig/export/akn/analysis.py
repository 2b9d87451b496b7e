"""Which amendments brought the text to this version: what each did, where it came from, where it landed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederkerig.export.akn.elements import Element, add
from wederkerig.export.akn.levensloop import Interval, Levensloop
from wederkerig.export.akn.naming import article_eids, part_eid
from wederkerig.model import Doel, Overeenkomst, Verwerking, Wijziging

_KINDS = {
    "aanvulling": "insertion",
    "wijziging": "substitution",
    "verwijderen": "repeal",
    "nieuw": "insertion",
    "bijlage": "insertion",
    "verplaatsing": "renumbering",
}
_PARTS = {
    "begrippen": "hcontainer_begrippen",
    "bijlage": "hcontainer_kaders",
    "kop": "preface",
    "partijen": "preface",
}


def write_analysis(meta: Element, leven: Levensloop, source: str) -> None:
    """The amendments of every decision up to this version, the oldest first; nothing where there are none."""
    landed = list(_landed(leven))
    if not landed:
        return
    passive = add(add(meta, "analysis", attributes={"source": source}), "passiveModifications")
    for count, landing in enumerate(landed, start=1):
        names = {"eId": f"textualMod_{count}", "type": landing.soort}
        mod = add(passive, "textualMod", attributes=names)
        plan = {"href": leven.plan(landing.at), "wk:wijziging": landing.nummer}
        add(mod, "source", attributes=plan)
        add(mod, "destination", attributes={"href": landing.address, "wk:doel": landing.doel})
        add(mod, "force", attributes={"period": f"#{leven.groups[Interval(landing.at, None)]}"})
        if landing.oud:
            add(add(mod, "old"), "wk:tekst", landing.oud)
        if landing.nieuw:
            add(add(mod, "new"), "wk:tekst", landing.nieuw)


def came_in(verwerking: Verwerking) -> bool:
    """Whether an amendment was taken into the text, at once or because a person decided so."""
    if verwerking.toestand == "door een mens beslist":
        return verwerking.beslissing is None or verwerking.beslissing.keuze == "toepassen"
    return verwerking.toestand == "toegepast"


@dataclass(frozen=True, slots=True)
class _Landing:
    """One change of the text: by which event, of what kind, where, and what was there before and after.

    nummer: which amendment of the decision it was; None where a number shifted because of the others.
    doel: what the decision itself calls its target.
    """

    at: int
    soort: str
    address: str
    nummer: str | None = None
    doel: str | None = None
    oud: str | None = None
    nieuw: str | None = None


def _landed(leven: Levensloop) -> Iterator[_Landing]:
    places = _Places(leven)
    for at in range(1, leven.at + 1):
        done = [verwerking for verwerking in leven.events[at].verwerkingen if came_in(verwerking)]
        yield from (_landing(at, verwerking, places) for verwerking in done)
        moved = {_doel(each).afspraak for each in done if each.wijziging.soort == "verplaatsing"}
        for key, before, after in _shifted(leven, at):
            if key not in moved:
                yield _Landing(at, "renumbering", places.of(Doel(afspraak=key), at), oud=before, nieuw=after)


def _landing(at: int, verwerking: Verwerking, places: _Places) -> _Landing:
    wijziging = verwerking.wijziging
    return _Landing(
        at=at,
        soort=_kind(wijziging),
        address=places.of(_doel(verwerking), at),
        nummer=str(verwerking.nummer),
        doel=wijziging.doel.nummer or wijziging.doel.onderdeel,
        oud=_struck(verwerking),
        nieuw=verwerking.aanvaard,
    )


def _shifted(leven: Levensloop, at: int) -> Iterator[tuple[str, str, str]]:
    """The agreements of which an event changed the number: id, number before and number after."""
    before = leven.events[at - 1].stuk
    after = leven.stuk if at == leven.at else leven.events[at].stuk
    if before is None or after is None:
        return
    numbers = {afspraak.id: afspraak.nummer for afspraak in before.afspraken if afspraak.id}
    for afspraak in after.afspraken:
        if afspraak.id and numbers.get(afspraak.id, afspraak.nummer) != afspraak.nummer:
            yield afspraak.id, numbers[afspraak.id], afspraak.nummer


class _Places:
    """Where amendments landed: in this version, or else in the one before or after their event."""

    def __init__(self, leven: Levensloop) -> None:
        self._leven = leven
        self._now = _by_id(leven.stuk)
        self._then: dict[int, dict[str, str]] = {}

    def of(self, doel: Doel, at: int) -> str:
        """The address of what was amended by event `at`."""
        if not doel.afspraak:
            return f"#{self._part(doel)}"
        if doel.afspraak in self._now:
            return f"#{self._now[doel.afspraak]}"
        for beside in (at - 1, at):
            if doel.afspraak in self._at(beside):
                return f"{self._leven.expression_of(beside)}/!main#{self._at(beside)[doel.afspraak]}"
        return f"#{self._part(doel)}"

    def _at(self, event: int) -> dict[str, str]:
        if event not in self._then:
            stuk = self._leven.events[event].stuk
            self._then[event] = {} if stuk is None else _by_id(stuk)
        return self._then[event]

    def _part(self, doel: Doel) -> str:
        """The part of the text that was amended, as near as the amendment says it."""
        stuk, names = self._leven.stuk, {doel.thema, doel.titel}
        for count, hoofdstuk in enumerate(stuk.hoofdstukken, start=1):
            if hoofdstuk.titel in names:
                return f"chp_{count}"
        for place, thema in enumerate(stuk.themas):
            if thema.titel == doel.thema:
                return part_eid(place)
        missing = {"begrippen": not stuk.begrippen, "bijlage": not stuk.kaders}
        part = doel.onderdeel or ""
        return "mainBody" if missing.get(part) else _PARTS.get(part, "mainBody")


def _by_id(stuk: Overeenkomst) -> dict[str, str]:
    ids = {place: afspraak.id for place, afspraak in enumerate(stuk.afspraken)}
    return {key: eid for place, eid in article_eids(stuk).items() if (key := ids[place])}


def _kind(wijziging: Wijziging) -> str:
    if wijziging.afgesplitst_van is not None:
        return "split"
    return "join" if wijziging.samengevoegd_met is not None else _KINDS[wijziging.soort]


def _struck(verwerking: Verwerking) -> str | None:
    """The words that went out, as a person may have put them; what an addition quotes stays."""
    wijziging, decided = verwerking.wijziging, verwerking.beslissing
    if wijziging.soort == "verwijderen":
        return decided.tekst if decided and decided.tekst is not None else wijziging.tekst
    if wijziging.soort == "wijziging":
        return decided.huidig if decided and decided.huidig is not None else wijziging.huidig
    return None


def _doel(verwerking: Verwerking) -> Doel:
    return verwerking.doel or verwerking.wijziging.doel
