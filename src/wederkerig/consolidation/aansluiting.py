"""Where the agreements and parts that a year plan amends stand in a later text, by their words.

Numbers shift from year to year, so they are weak evidence: enough only where the words say nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.consolidation.citaat import has_words, same_words
from wederkerig.consolidation.gelijkenis import Zeldzaamheid, holds, sentences, share
from wederkerig.consolidation.teksten import bare
from wederkerig.consolidation.vindplaatsen import PlaatsSoort, Vindplaats, places_of
from wederkerig.consolidation.weergave import inhoud_words, tabel_lines
from wederkerig.model import Jaarplan, Overeenkomst, Wijziging

_FOUND = 0.5  # so much of the words must be there
_EXACT = 0.5  # what it counts when all texts stand there word for word
_KIN = 0.45  # or so much of the distinctive words, where theme or number is the same
_KIN_AT_PLACE = 0.15  # where both are, or where it stands between the same neighbours
_KIN_WORDS = 1.5  # how distinctive the words must be together
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
    """A plan beside a later text: each group of amendments with the place it stands at now, if any."""

    groepen: tuple[Groep, ...]
    plekken: tuple[Vindplaats | None, ...]
    plaatsen: tuple[Vindplaats, ...]
    zeldzaam: Zeldzaamheid

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
    groepen = _groups(jaarplan)
    plekken: list[Vindplaats | None] = [_by_words(groep, plaatsen) for groep in groepen]
    for at, groep in enumerate(groepen):
        if plekken[at] is None:
            free = [plaats for plaats in plaatsen if plaats not in plekken]
            between = _between(plekken, at, plaatsen)
            plekken[at] = _by_kinship(groep, free, between, zeldzaam)
    return Aansluiting(groepen, tuple(plekken), plaatsen, zeldzaam)


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
