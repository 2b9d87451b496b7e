"""Two versions compared: the difference as a year plan, exact enough to make the one from the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wederkerig.consolidation.deelverschil import amend_parts
from wederkerig.consolidation.identiteit import fresh_id, identify, slug
from wederkerig.consolidation.nummers import renumbered, shifted
from wederkerig.consolidation.paren import longest_run, pair
from wederkerig.consolidation.tekstverschil import amend_text
from wederkerig.consolidation.verwantschap import find_origin, find_successor
from wederkerig.consolidation.volgorde import Zet, arrange, number
from wederkerig.consolidation.werkstuk import Concept
from wederkerig.model import Afspraak, Doel, Inhoud, Jaarplan, Overeenkomst, Plek, Stap, Wijziging


@dataclass(frozen=True, slots=True)
class Paring:
    """Two versions with their agreements paired.

    van: for each new agreement its place in `oud`, or None. ids: the lasting id of each new agreement.
    """

    oud: Overeenkomst
    nieuw: Overeenkomst
    van: tuple[int | None, ...]
    ids: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether both are versions of one history, so that the new one says itself what came of what."""
        return bool(self.nieuw.afspraken) and all(afspraak.id for afspraak in self.nieuw.afspraken)

    @property
    def withdrawn(self) -> list[Afspraak]:
        """The old agreements that are gone."""
        kept = set(self.van)
        return [afspraak for at, afspraak in enumerate(self.oud.afspraken) if at not in kept]

    def reworded(self) -> list[tuple[Afspraak, Afspraak]]:
        """The pairs that have other words now."""
        return [(old, new) for old, new in self.pairs() if old is not None and old.tekst != new.tekst]

    def pairs(self) -> list[tuple[Afspraak | None, Afspraak]]:
        """Each new agreement with the old one it comes from."""
        old = self.oud.afspraken
        return [
            (old[place] if place is not None else None, new)
            for place, new in zip(self.van, self.nieuw.afspraken, strict=True)
        ]


def pair_up(oud: Overeenkomst, nieuw: Overeenkomst, titel: str) -> Paring:
    """Pair the agreements of two versions. titel: what the change is called, for the ids of new ones."""
    oud = identify(oud)
    van = pair(oud.afspraken, nieuw.afspraken)
    known = {afspraak.id for afspraak in oud.afspraken}
    ids = []
    for place, afspraak in zip(van, nieuw.afspraken, strict=True):
        if place is not None:
            name = oud.afspraken[place].id or ""
        elif afspraak.id and afspraak.id not in known:
            name = afspraak.id
        else:
            name = fresh_id(f"{slug(titel)}-{afspraak.nummer}", known)
        known.add(name)
        ids.append(name)
    return Paring(oud, nieuw, tuple(van), tuple(ids))


def diff(
    oud: Overeenkomst, nieuw: Overeenkomst, titel: str = "Verschil", jaar: int | None = None
) -> Jaarplan:
    """The year plan that turns `oud` into `nieuw`: content(apply(oud, plan).stuk) equals content(nieuw).

    Agreements are paired whatever became of their numbers and words; what moved is told as moved.
    """
    paring = pair_up(oud, nieuw, titel)
    structure = _structure(paring, jaar)
    mapping = _mapping(paring)
    words = _words(paring, mapping, jaar)
    parts = amend_parts(paring.oud, nieuw, paring.ids, mapping, jaar)
    return Jaarplan(
        soort="jaarplan",
        titel=titel,
        gemeente=nieuw.gemeente,
        partijen=nieuw.partijen,
        wijzigingen=(*words, *structure, *parts),
    )


def _mapping(paring: Paring) -> dict[str, str]:
    changes = [(old.nummer, new.nummer) for old, new in paring.pairs() if old is not None]
    return shifted(changes, [afspraak.nummer for afspraak in paring.oud.afspraken])


def _words(paring: Paring, mapping: Mapping[str, str], jaar: int | None) -> list[Wijziging]:
    """What changes in the words and steps of the agreements that stay."""
    found: list[Wijziging] = []
    for old, new in paring.pairs():
        if old is None:
            continue
        doel = Doel(nummer=old.nummer, thema=old.thema, afspraak=old.id)
        if mapping or old.tekst != new.tekst:
            found += amend_text(old.tekst, new.tekst, doel, mapping=mapping, jaar=jaar)
        steps = amend_steps(old, new, doel, mapping, jaar)
        if steps is not None:
            found.append(steps)
    return found


# --- order and numbers -----------------------------------------------------------------------------


def _structure(paring: Paring, jaar: int | None) -> list[Wijziging]:
    """What is withdrawn, what is new, and what moves or gets a number that does not follow by itself."""
    gone = [_withdrawal(paring, afspraak, jaar) for afspraak in paring.withdrawn]
    stayed = [at for at, place in enumerate(paring.van) if place is not None]
    run = longest_run([place for place in paring.van if place is not None])
    moved = {at for row, at in enumerate(stayed) if row not in run}
    names = ("", *paring.ids)
    origins = _origins(paring)
    needed = set(moved)
    for _ in range(2):
        changes = _changes(paring, needed, moved, origins, jaar)
        wrong = _wrong(paring, needed, moved, names)
        if not wrong:
            break
        needed |= wrong
    else:
        changes = _changes(paring, set(stayed), moved, origins, jaar)
    return gone + changes


def _changes(
    paring: Paring, needed: set[int], moved: set[int], origins: Mapping[int, str], jaar: int | None
) -> list[Wijziging]:
    names = ("", *paring.ids)
    found = []
    for at, (old, new) in enumerate(paring.pairs()):
        plek = Plek(
            nummer=new.nummer,
            thema=new.thema,
            rubriek=new.rubriek,
            na=names[at] if old is None or at in moved else None,
        )
        if old is None:
            found.append(_addition(new, plek, paring.ids[at], origins.get(at), jaar))
        elif at in needed or _elsewhere(old, new):
            doel = Doel(nummer=old.nummer, thema=old.thema, afspraak=old.id)
            found.append(
                Wijziging(doel=doel, soort="verplaatsing", tekst="", plek=plek, jaar=jaar, nummering="nieuw")
            )
    return found


def _elsewhere(old: Afspraak, new: Afspraak) -> bool:
    return (old.thema, old.rubriek) != (new.thema, new.rubriek)


def _wrong(paring: Paring, needed: set[int], moved: set[int], names: Sequence[str]) -> set[int]:
    """The agreements that would get another number than they have in the new version."""
    standing, zetten = [], []
    for at, (old, new) in sorted(
        enumerate(paring.pairs()), key=lambda each: (paring.van[each[0]] or 0, each[0])
    ):
        told = at in needed or (old is not None and _elsewhere(old, new))
        nummer = new.nummer if old is None or told else old.nummer
        concept = Concept(paring.ids[at], nummer, new.thema, None, "")
        if old is not None:
            standing.append(concept)
        if old is None or told:
            na = names[at] if old is None or at in moved else None
            zetten.append((at, Zet(concept, na, nieuw=old is None, vast=True)))
    moves = [zet for _, zet in sorted(zetten, key=lambda each: each[0])]
    order = arrange(standing, moves, ())
    number(order, {zet.concept.id for zet in moves if zet.nieuw}, {zet.concept.id for zet in moves})
    wanted = {name: new.nummer for name, new in zip(paring.ids, paring.nieuw.afspraken, strict=True)}
    places = {name: at for at, name in enumerate(paring.ids)}
    return {places[concept.id] for concept in order if concept.nummer != wanted[concept.id]}


def _withdrawal(paring: Paring, afspraak: Afspraak, jaar: int | None) -> Wijziging:
    return Wijziging(
        doel=Doel(nummer=afspraak.nummer, thema=afspraak.thema, afspraak=afspraak.id),
        soort="verwijderen",
        tekst=afspraak.tekst,
        jaar=jaar,
        nummering="nieuw",
        samengevoegd_met=_successor(paring, afspraak),
    )


def _successor(paring: Paring, gone: Afspraak) -> str | None:
    """Who took a withdrawn agreement up: as the new version says, or as its words show."""
    if paring.known:
        told = [old for old, new in paring.pairs() if old and gone.id in new.eerder[len(old.eerder) :]]
        return told[0].id if told else None
    return find_successor(gone, paring.reworded())


def _origins(paring: Paring) -> dict[int, str]:
    """What each new agreement was split off from: as it says itself, or as its words show."""
    changed = paring.reworded()
    origins = {}
    for at, (place, new) in enumerate(zip(paring.van, paring.nieuw.afspraken, strict=True)):
        if place is None and (
            origin := next(iter(new.eerder), None) if paring.known else find_origin(new, changed)
        ):
            origins[at] = origin
    return origins


def _addition(new: Afspraak, plek: Plek, name: str, origin: str | None, jaar: int | None) -> Wijziging:
    return Wijziging(
        doel=Doel(nummer=new.nummer, thema=new.thema, afspraak=name),
        soort="nieuw",
        tekst=new.tekst,
        plek=plek,
        jaar=jaar,
        nummering="nieuw",
        afgesplitst_van=origin,
        inhoud=Inhoud(stappen=tuple(Stap(tekst=stap.tekst) for stap in new.stappen)) if new.stappen else None,
    )


def amend_steps(
    old: Afspraak, new: Afspraak, doel: Doel, mapping: Mapping[str, str], jaar: int | None
) -> Wijziging | None:
    """Other steps beside an agreement, as a whole; None where they stay."""
    before = [renumbered(stap.tekst, mapping) for stap in old.stappen]
    after = [stap.tekst for stap in new.stappen]
    if before == after:
        return None
    return Wijziging(
        doel=doel.model_copy(update={"onderdeel": "stappen"}),
        soort="wijziging",
        huidig="\n".join(stap.tekst for stap in old.stappen) or None,
        tekst="\n".join(after),
        jaar=jaar,
        nummering="nieuw",
        inhoud=Inhoud(stappen=tuple(Stap(tekst=words) for words in after)),
    )
