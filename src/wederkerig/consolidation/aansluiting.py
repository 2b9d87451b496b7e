"""Where the agreements and parts that a year plan amends stand in a later text, by their words.

Numbers shift from year to year, so they are weak evidence: enough only where the words say nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wederkerig.consolidation.citaat import has_words, same_words
from wederkerig.consolidation.gelijkenis import Zeldzaamheid, holds, sentences, share, words_of
from wederkerig.consolidation.nummers import parse
from wederkerig.consolidation.teksten import bare
from wederkerig.consolidation.verschuiving import Genoemd, Nummering, is_withdrawal
from wederkerig.consolidation.vindplaatsen import PlaatsSoort, Vindplaats, places_of
from wederkerig.consolidation.weergave import inhoud_words, tabel_lines
from wederkerig.model import Jaarplan, Overeenkomst, Wijziging

_FOUND = 0.5  # so much of the words must be there
_EXACT = 0.5  # what it counts when all texts stand there word for word
_KIN = 0.45  # or so much of the distinctive words, where theme or number is the same
_KIN_AT_PLACE = 0.15  # where both are, or where it stands between the same neighbours
_KIN_WORDS = 1.5  # how distinctive the words must be together
_OWN = 6  # words that stand together are no chance
_HINT = 0.1  # what the same number or theme counts between places that are found both
_PARTS: dict[str | None, PlaatsSoort] = {
    None: "afspraak",
    "stappen": "afspraak",
    "kop": "deel",
    "doelen": "doelen",
    "proces": "proces",
    "bijlage": "bijlage",
    "tabel": "tabel",
    "thema": "thema",
    "begrippen": "begrippen",
    "partijen": "partijen",
}


@dataclass(frozen=True, slots=True)
class Groep:
    """The amendments of one agreement or part, each with its place in the plan (from 1).

    all_quoted: every sentence of the current text that the plan quotes; quoted: what stays of them.
    added: the texts that come in.
    """

    soort: PlaatsSoort
    nummer: str | None
    thema: str | None
    nieuw: bool
    wijzigingen: tuple[tuple[int, Wijziging], ...]
    all_quoted: tuple[str, ...]
    quoted: str
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aansluiting:
    """A plan beside a later text: each group of amendments with the place it stands at now, if any.

    nummering: the numbers of the document before and right after the plan.
    """

    groepen: tuple[Groep, ...]
    plekken: tuple[Vindplaats | None, ...]
    plaatsen: tuple[Vindplaats, ...]
    zeldzaam: Zeldzaamheid
    nummering: Nummering

    def claimed(self, plaats: Vindplaats) -> bool:
        """Whether an agreement of the plan stands at this place."""
        return plaats in self.plekken


def added_words(wijziging: Wijziging) -> str:
    """The words that an amendment brings, also where they are a table or a part as a whole."""
    if wijziging.soort in {"verwijderen", "verplaatsing"}:
        return ""
    if has_words(wijziging.tekst):
        return wijziging.tekst
    if wijziging.tabel is not None:
        return "\n".join(tabel_lines(wijziging.tabel))
    return inhoud_words(wijziging.inhoud) if wijziging.inhoud is not None else ""


def struck_words(wijziging: Wijziging) -> str:
    """The words that an amendment takes away; an agreement withdrawn as a whole is its quoted text."""
    if wijziging.soort == "verwijderen":
        return wijziging.tekst if has_words(wijziging.tekst) else wijziging.huidig or ""
    return wijziging.huidig or "" if wijziging.soort == "wijziging" else ""


def connect(document: Overeenkomst, jaarplan: Jaarplan) -> Aansluiting:
    """Find for everything the plan amends the place where it stands in the document."""
    plaatsen = places_of(document)
    zeldzaam = Zeldzaamheid(plaats.tekst for plaats in plaatsen)
    groepen = tuple(part for groep in _groups(jaarplan) for part in _parted(groep, plaatsen))
    plekken: list[Vindplaats | None] = [_by_words(groep, plaatsen) for groep in groepen]
    for at, groep in enumerate(groepen):
        if plekken[at] is None and not _is_withdrawn(groep):
            free = [plaats for plaats in plaatsen if plaats not in plekken]
            between = _between(plekken, at, plaatsen)
            plekken[at] = _by_kinship(groep, free, between, zeldzaam)
    groepen = _numbered(groepen, plekken)
    nummering = Nummering(plaatsen, _named_in(groepen, plekken))
    for at, groep in enumerate(groepen):
        if plekken[at] is None and _only_number(groep):
            bearer = nummering.bearer(groep.nummer, groep.thema)
            plekken[at] = bearer if bearer not in plekken else None
    nummering = Nummering(plaatsen, _named_in(groepen, plekken))
    return Aansluiting(groepen, tuple(plekken), plaatsen, zeldzaam, nummering)


def _groups(jaarplan: Jaarplan) -> tuple[Groep, ...]:
    """What is amended, in the order of the plan; each new agreement stands alone."""
    groups: dict[tuple[object, ...], list[tuple[int, Wijziging]]] = {}
    for nummer, wijziging in enumerate(jaarplan.wijzigingen, start=1):
        groups.setdefault(_key(nummer, wijziging), []).append((nummer, wijziging))
    return tuple(_group(each) for each in groups.values())


def _key(nummer: int, wijziging: Wijziging) -> tuple[object, ...]:
    doel, soort = wijziging.doel, _kind(wijziging)
    thema = (doel.thema or "").casefold()
    if soort != "afspraak":
        return soort, doel.nummer, thema, (doel.titel or "").casefold()
    if _is_new(wijziging):
        return soort, nummer
    return soort, doel.afspraak, _number(doel.nummer), thema


def _kind(wijziging: Wijziging) -> PlaatsSoort:
    return "bijlage" if wijziging.soort == "bijlage" else _PARTS[wijziging.doel.onderdeel]


def _is_new(wijziging: Wijziging) -> bool:
    return wijziging.soort == "nieuw" and _kind(wijziging) == "afspraak"


def _number(nummer: str | None) -> str:
    """The number of the agreement: 12 for "12.", "Afspraak 12" and "12b"."""
    plain = bare(nummer or "")
    return plain[:-1] if plain[-1:].isalpha() and plain[:-1].isdigit() else plain


def _group(wijzigingen: Sequence[tuple[int, Wijziging]]) -> Groep:
    first = wijzigingen[0][1]
    soort, nummer = _kind(first), first.doel.nummer
    amendments = [each for _, each in wijzigingen]
    quoted = list(dict.fromkeys(zin for each in amendments for zin in sentences(each.huidig or "")))
    gone = [words for each in amendments if (words := struck_words(each))]
    stays = [zin for zin in quoted if not any(holds(words, zin) or holds(zin, words) for words in gone)]
    return Groep(
        soort=soort,
        nummer=_number(nummer) if nummer and soort == "afspraak" else nummer,
        thema=first.doel.thema,
        nieuw=_is_new(first),
        wijzigingen=tuple(wijzigingen),
        all_quoted=tuple(quoted),
        quoted="\n".join(stays),
        added=tuple(words for each in amendments if (words := added_words(each))),
    )


def _parted(groep: Groep, plaatsen: Sequence[Vindplaats]) -> list[Groep]:
    """A group of which the quoted words stand in several agreements is several: a number may be wrong."""
    if groep.soort != "afspraak" or groep.nieuw:
        return [groep]
    parts: list[tuple[set[Vindplaats], list[tuple[int, Wijziging]]]] = []
    loose: list[tuple[int, Wijziging]] = []
    for each in groep.wijzigingen:
        homes = _homes(each[1], plaatsen)
        part = next((part for part in parts if part[0] & homes), None)
        if part is not None:
            part[0].intersection_update(homes)
            part[1].append(each)
        elif homes:
            parts.append((homes, [each]))
        else:
            loose.append(each)
    if len(parts) < 2:  # one part is the group itself
        return [groep]
    parts[0][1].extend(loose)
    return [_group(sorted(part, key=lambda each: each[0])) for _, part in parts]


def _homes(wijziging: Wijziging, plaatsen: Sequence[Vindplaats]) -> set[Vindplaats]:
    """The agreements where its own words stand: those it quotes, or else those it brings."""
    for words in (wijziging.huidig or "", added_words(wijziging)):
        long = len(words_of(words)) >= _OWN
        here = {each for each in plaatsen if long and each.soort == "afspraak" and holds(each.tekst, words)}
        if here:
            return here
    return set()


def _numbered(groepen: Sequence[Groep], plekken: Sequence[Vindplaats | None]) -> tuple[Groep, ...]:
    """Of the parts of one group only the nearest to its number keeps it: for the others it was wrong."""
    bearers: dict[tuple[object, ...], int] = {}
    for at, groep in enumerate(groepen):
        if groep.soort == "afspraak" and not groep.nieuw:
            key = _key(*groep.wijzigingen[0])
            if key not in bearers or _distance(groep, plekken[at]) < _distance(groep, plekken[bearers[key]]):
                bearers[key] = at
    return tuple(
        groep
        if groep.soort != "afspraak" or groep.nieuw or bearers[_key(*groep.wijzigingen[0])] == at
        else replace(groep, nummer=None)
        for at, groep in enumerate(groepen)
    )


def _distance(groep: Groep, plek: Vindplaats | None) -> float:
    """How far the number of a place is from that of the group."""
    here, there = parse(_number(plek.doel.nummer) if plek else ""), parse(groep.nummer or "")
    return abs(here.laatste - there.laatste) if here and there else float("inf")


def _named_in(groepen: Sequence[Groep], plekken: Sequence[Vindplaats | None]) -> list[Genoemd]:
    """The agreements of the plan with what it says of their numbers."""
    return [
        Genoemd(
            groep.nummer or "",
            groep.thema,
            groep.nieuw,
            _is_withdrawn(groep),
            plek,
        )
        for groep, plek in zip(groepen, plekken, strict=True)
        if groep.soort == "afspraak"
    ]


def _is_withdrawn(groep: Groep) -> bool:
    """Whether the agreement is to be gone: then what is like it is another."""
    return groep.soort == "afspraak" and any(is_withdrawal(each) for _, each in groep.wijzigingen)


def _only_number(groep: Groep) -> bool:
    """Whether nothing but the number says which agreement is meant: the plan quotes nothing that stays."""
    if groep.soort != "afspraak" or groep.nieuw or has_words(groep.quoted):
        return False
    return all(
        wijziging.soort == "aanvulling"
        or wijziging.tabel is not None
        or (wijziging.soort == "verwijderen" and not is_withdrawal(wijziging))
        for _, wijziging in groep.wijzigingen
    )


# --- the place of a group --------------------------------------------------------------------------


def _by_words(groep: Groep, plaatsen: Sequence[Vindplaats]) -> Vindplaats | None:
    """The place that has the most of its words; of equals the one with its number, then its theme."""
    best: tuple[float, Vindplaats] | None = None
    for plaats in plaatsen:
        if plaats.soort != groep.soort:
            continue
        if _same_id(groep, plaats):
            return plaats
        score = max((share(words, plaats.tekst) for words in _evidence(groep)), default=0.0)
        if score < _FOUND and not _named(groep, plaats):
            continue
        score += _HINT * _hints(groep, plaats) + _EXACT * _exactly(groep, plaats)
        if best is None or score > best[0]:
            best = (score, plaats)
    return best[1] if best else None


def _same_id(groep: Groep, plaats: Vindplaats) -> bool:
    name = groep.wijzigingen[0][1].doel.afspraak
    return name is not None and plaats.doel.afspraak == name


def _exactly(groep: Groep, plaats: Vindplaats) -> float:
    """How many of its texts stand there word for word, as a part of all."""
    texts = [*groep.all_quoted, *groep.added]
    return sum(holds(plaats.tekst, words) for words in texts) / len(texts) if texts else 0.0


def _evidence(groep: Groep) -> list[str]:
    """What must stand at its place: the text that stays, what comes in, or what was to go."""
    texts = [groep.quoted, "\n".join(groep.all_quoted), *groep.added]
    texts += [struck_words(each) for _, each in groep.wijzigingen]
    return [words for words in texts if has_words(words)]


def _named(groep: Groep, plaats: Vindplaats) -> bool:
    """Whether a part, which has a name and no number, is called by its name."""
    doel = groep.wijzigingen[0][1].doel
    if groep.soort in {"bijlage", "begrippen", "partijen"}:
        return True
    names = [name for name in (doel.titel, doel.thema) if name]
    called = [name for name in (plaats.doel.titel, plaats.doel.thema) if name]
    return groep.soort != "afspraak" and any(same_words(one, other) for one in names for other in called)


def _hints(groep: Groep, plaats: Vindplaats) -> int:
    return _same_number(groep, plaats) + _same_theme(groep, plaats) + _named(groep, plaats)


def _same_number(groep: Groep, plaats: Vindplaats) -> bool:
    return bool(groep.nummer) and _number(plaats.doel.nummer) == groep.nummer


def _same_theme(groep: Groep, plaats: Vindplaats) -> bool:
    return bool(groep.thema) and same_words(plaats.doel.thema or "", groep.thema or "")


def _between(
    plekken: Sequence[Vindplaats | None], at: int, plaatsen: Sequence[Vindplaats]
) -> Sequence[Vindplaats]:
    """The places between those of the groups before and behind it in the plan."""
    before = next((each for each in reversed(plekken[:at]) if each), None)
    behind = next((each for each in plekken[at + 1 :] if each), None)
    first = plaatsen.index(before) + 1 if before else 0
    last = plaatsen.index(behind) if behind else len(plaatsen)
    return plaatsen[first:last]


def _by_kinship(
    groep: Groep, free: Sequence[Vindplaats], between: Sequence[Vindplaats], zeldzaam: Zeldzaamheid
) -> Vindplaats | None:
    """The place that speaks of the same things in other words, where number, order or theme is the same."""
    words = "\n".join([*groep.all_quoted, *groep.added])
    best: tuple[float, Vindplaats] | None = None
    for plaats in free:
        if plaats.soort != groep.soort:
            continue
        stands = not groep.nieuw and (_same_number(groep, plaats) or plaats in between)
        at_place = _same_theme(groep, plaats) + stands
        score, both = zeldzaam.kinship(words, plaats.tekst)
        least = _KIN_AT_PLACE if at_place > 1 else _KIN
        likely = at_place and score >= least and both >= _KIN_WORDS
        if likely and (best is None or score + at_place / 10 > best[0]):
            best = (score + at_place / 10, plaats)
    return best[1] if best else None
