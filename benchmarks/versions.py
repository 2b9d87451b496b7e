"""Makes versions of one document: the second as a year plan leaves it, and a history of fifty plans."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from benchmarks import stukken
from wederkerig.consolidation import adopt, begin, decide
from wederkerig.model import Afspraak, Doel, Geschiedenis, Jaarplan, Overeenkomst, Thema, Wijziging

_WHERE = ("aan de rand van het dorp", "bij het station", "in de nieuwe wijk", "naast de school")


def two_versions(size: int = 40_000, seed: int = 7) -> tuple[Overeenkomst, Overeenkomst]:
    """Two versions of a document of about `size` characters; a year lies between them.

    Ten agreements are reworded, four get a paragraph, four lose a sentence, two are withdrawn, three
    are new in the middle, so that numbers shift, two move to another theme, and four contexts change.
    """
    old = document(_themes_for(size))
    draw = random.Random(seed)  # noqa: S311  # no secret
    afspraken = list(old.afspraken)
    chosen = draw.sample(range(len(afspraken)), 22)
    for at in chosen[:10]:
        afspraken[at] = _with_text(afspraken[at], _reworded(afspraken[at].tekst, draw))
    for at in chosen[10:14]:
        longer = f"{afspraken[at].tekst}\n{_sentence(draw)} {_sentence(draw)}"
        afspraken[at] = _with_text(afspraken[at], longer)
    for at in chosen[14:18]:
        afspraken[at] = _with_text(afspraken[at], _shortened(afspraken[at].tekst))
    moved = [afspraken[at] for at in chosen[20:]]
    gone = {chosen[18], chosen[19], *chosen[20:]}
    kept = [afspraak for at, afspraak in enumerate(afspraken) if at not in gone]
    for at, each in zip((5, len(kept) // 2), moved, strict=True):
        kept.insert(at, each.model_copy(update={"thema": kept[at - 1].thema}))
    for at in (9, len(kept) // 3, len(kept) - 8):
        words = f"{_sentence(draw)} {_sentence(draw)}"
        kept.insert(at, Afspraak(nummer="0", thema=kept[at - 1].thema, tekst=words))
    numbered = tuple(each.model_copy(update={"nummer": str(at)}) for at, each in enumerate(kept, start=1))
    themas = list(old.themas)
    for at in draw.sample(range(len(themas)), 4):
        words = _reworded(themas[at].context, draw)
        themas[at] = themas[at].model_copy(update={"context": words})
    return old, old.model_copy(update={"afspraken": numbered, "themas": tuple(themas)})


def document(themes: int) -> Overeenkomst:
    """A document of so many themes, without places and facts."""
    parts = stukken.delen(themes)
    return Overeenkomst(
        soort="meerjarig",
        titel="Prestatieafspraken Veenoord 2025-2034",
        gemeente="Veenoord",
        themas=tuple(
            Thema(titel=part.titel, context="\n".join(part.context), doelen=part.doelen) for part in parts
        ),
        afspraken=tuple(
            Afspraak(
                nummer=str(each.nummer),
                thema=part.titel,
                tekst="\n".join((" ".join((each.tekst, *each.toelichting)), *each.punten)),
            )
            for part in parts
            for each in part.afspraken
        ),
    )


def paragraphs(stuk: Overeenkomst) -> list[str]:
    """The text of the document, a paragraph each."""
    lines: list[str] = []
    for thema in stuk.themas:
        lines += [thema.titel, *thema.context.split("\n"), *thema.doelen]
        for afspraak in stuk.afspraken:
            if afspraak.thema == thema.titel:
                first, *more = afspraak.tekst.split("\n")
                lines += [f"{afspraak.nummer}. {first}", *more]
    return lines


def history(agreements: int, plans: int, amendments: int) -> Geschiedenis:
    """A history of so many plans, each with so many amendments: additions, changes and a new agreement."""
    stuk = document(agreements // 6 + 1)
    stuk = stuk.model_copy(update={"afspraken": stuk.afspraken[:agreements]})
    geschiedenis = begin(stuk)
    draw = random.Random(11)  # noqa: S311  # no secret
    besluiten = [
        decide(
            Jaarplan(
                soort="jaarplan",
                titel=f"Jaarplan {2001 + at}",
                gemeente="Veenoord",
                wijzigingen=tuple(_amendments(stuk, amendments, draw)),
            ),
            vastgesteld=date(2001 + at, 1, 1),
        )
        for at in range(plans)
    ]
    return adopt(geschiedenis, *besluiten)


def _amendments(stuk: Overeenkomst, count: int, draw: random.Random) -> Iterator[Wijziging]:
    thema = draw.choice(stuk.themas).titel
    last = len(stuk.afspraken)
    yield Wijziging(doel=Doel(nummer=str(last + 1), thema=thema), soort="nieuw", tekst=_sentence(draw))
    for nummer in draw.sample(range(1, last + 1), count - 1):
        yield Wijziging(doel=Doel(nummer=str(nummer)), soort="aanvulling", tekst=_sentence(draw))


def _themes_for(size: int) -> int:
    count = 1
    while sum(map(len, paragraphs(document(count)))) < size:
        count += 1
    return count


def _with_text(afspraak: Afspraak, tekst: str) -> Afspraak:
    return afspraak.model_copy(update={"tekst": tekst})


def _reworded(text: str, draw: random.Random) -> str:
    """A few words of a text replaced, struck and added, as an editor does."""
    words = text.split(" ")
    for _ in range(2 + len(words) // 30):
        at = draw.randrange(1, max(2, len(words) - 2))
        words[at : at + draw.randint(0, 2)] = draw.choice(_WHERE).split(" ")
    return " ".join(words)


def _shortened(text: str) -> str:
    """Without its last sentence, or its last half where there is but one."""
    head, point, _ = text.rstrip(".").rpartition(". ")
    return head + "." if point else text[: len(text) // 2].rsplit(" ", 1)[0] + "."


def _sentence(draw: random.Random) -> str:
    who = draw.choice(("De gemeente", "De corporaties", "Partijen", "De Veenbrug"))
    count, year = draw.randint(4, 90), draw.randint(2026, 2034)
    return f"{who} maken uiterlijk {year} een plan voor {count} woningen {draw.choice(_WHERE)}."
