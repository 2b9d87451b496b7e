"""Find the expressions that say when something must be done or holds, and the last day they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from wederkerig.reading.language.gevonden import TermijnGevonden
from wederkerig.reading.language.inleiding import Inleiding, lees_inleiding
from wederkerig.reading.language.tijdpunten import BEGIN, Tijdpunt, daags_voor, lees_tijdpunt
from wederkerig.reading.language.verleden import is_verleden
from wederkerig.reading.language.woordenlijst import woorden

VOOR_OF_VOOR = "'Voor' kan hier 'vóór' of 'bestemd voor' betekenen."
SEIZOEN = "Een seizoen heeft geen vaste laatste dag; gerekend is tot het volgende seizoen."
PER_JAAR = "Van dit jaar is alleen het begin genoemd."


@dataclass(frozen=True, slots=True)
class _Uitdrukking:
    start: int
    punt: Tijdpunt
    inleiding: Inleiding


_BEGIN = re.compile(rf"[ \n\t(*/_\"“‘'](?:{BEGIN})")
_KETEN = re.compile(r"\s*(?:,|/|&|(?:,\s*)?\b(?:en/of|en|of)\b)\s*(?:het\s+|de\s+)?\Z")
_JAAR_VOLGT = frozenset("en of het de begin eind einde medio van in uiterlijk , /".split())
_EN_VERDER = re.compile(
    r"\s?(?:e\.v\.|ev\b|en\s+(?:verder|later|daarna|volgende|de\s+jaren\s+(?:daarna|erna)|opvolgende)|\+|of\s+later\b)"
)
_JAAR_ERNA = re.compile(r"(?:,|\s+en)\s+20\d\d\b")
_JAAR_ERVOOR = re.compile(r"\b20\d\d(?:,|\s+en)\s+\Z")
_GELD = ("€", "budget", "bedrag", "subsidie", "begroting")
_BASIS_VOOR = frozenset("prijspeil peildatum d.d. dd. t.o.v. stand versie dan".split())
_KAAL = frozenset(("dag", "kwartaal", "helft", "seizoen"))


def find_termijnen(text: str, *, jaar: int | None = None) -> list[TermijnGevonden]:
    """Return the expressions of time in `text`, in order; those without a last day carry `tot` None.

    `jaar` is the year in which the document was signed: what lies before it has happened and is no deadline.
    Frequencies, baselines, price levels, titles of documents and past events are not returned.
    """
    found = _jaren_aangevuld(text, _uitdrukkingen(text))
    return [
        _termijn(text, expression, jaar) for expression in found if not _is_gebeurd(text, expression, jaar)
    ]


def _uitdrukkingen(text: str) -> list[_Uitdrukking]:
    """Return every point of time that is led in as a deadline is, or stands in a list behind one that is."""
    found: list[_Uitdrukking] = []
    last: tuple[int, Inleiding] | None = (
        None  # where the one before ended, and its introduction if it counted
    )
    done = 0
    for match in _BEGIN.finditer(" " + text):
        start = match.start()  # the space put before the text makes this the place behind the opening sign
        if start < done:
            continue
        punt = lees_tijdpunt(text, start)
        if punt is None:
            continue
        inleiding = lees_inleiding(text, start)
        done = punt.end
        if last is not None and not inleiding.soorten and _KETEN.match(text[last[0] : inleiding.begin]):
            inleiding = replace(inleiding, soorten=last[1].soorten)
        last = (punt.end, inleiding)
        if _telt(inleiding, punt):
            found.append(_Uitdrukking(start, punt, inleiding))
    return found


def _telt(inleiding: Inleiding, punt: Tijdpunt) -> bool:
    """Return whether the words before a point of time say that something is due or holds then."""
    soorten = inleiding.soorten
    if "basis" in soorten or (inleiding.ervoor and inleiding.ervoor[-1] in _BASIS_VOOR):
        return False
    if "van" in soorten:
        return punt.reeks
    if soorten or inleiding.deel:
        return True
    if punt.jaar is None:
        return False
    planning = "planwoorden_jaar" if punt.soort == "jaar" else "planwoorden"
    planned = bool(inleiding.ervoor) and inleiding.ervoor[-1].rstrip(":") in woorden("tijd", planning)
    return punt.soort in _KAAL or planned


def _jaren_aangevuld(text: str, found: list[_Uitdrukking]) -> list[_Uitdrukking]:
    """Give a point without a year the year of the one it is listed with: `Q1 en Q2 2025`."""
    result = list(found)
    for i in range(len(result) - 2, -1, -1):
        here, following = result[i], result[i + 1]
        if here.punt.jaar is None and following.punt.jaar is not None:
            between = set(text[here.punt.end : following.start].lower().split())
            if between <= _JAAR_VOLGT:
                result[i] = replace(here, punt=replace(here.punt, jaar=following.punt.jaar))
    return result


def _is_gebeurd(text: str, expression: _Uitdrukking, jaar: int | None) -> bool:
    """Return whether the expression lies before the document, or its sentence tells the past."""
    punt, inleiding = expression.punt, expression.inleiding
    if punt.jaar is None:
        return False
    if jaar is not None and punt.jaar != jaar:
        return punt.jaar < jaar
    soorten = inleiding.soorten | ({"uiterlijk"} if inleiding.deel == "eind" else set())
    return is_verleden(text, inleiding.begin, punt.end, soorten)


def _termijn(text: str, expression: _Uitdrukking, jaar: int | None) -> TermijnGevonden:
    """Work out the last day an expression means."""
    punt, inleiding = expression.punt, expression.inleiding
    end = punt.end
    onward = _EN_VERDER.match(text, end)
    tot, twijfel = (None, None) if onward else _laatste_dag(text, punt, inleiding, jaar)
    return TermijnGevonden(inleiding.begin, onward.end() if onward else end, tot, twijfel)


def _laatste_dag(
    text: str, punt: Tijdpunt, inleiding: Inleiding, jaar: int | None
) -> tuple[date | str | None, str | None]:
    """Return the last day of a point of time under its introduction, and a doubt where a choice was made."""
    soorten = inleiding.soorten
    if inleiding.deel == "begin" or ("open" in soorten and not punt.reeks):
        return None, None
    if inleiding.deel == "medio":
        return punt.dag(_midden(punt)), None
    if punt.soort == "seizoen" and punt.jaar is None:
        return None, SEIZOEN
    twijfel = SEIZOEN if punt.soort == "seizoen" else None
    if inleiding.deel == "eind" or punt.reeks:
        return punt.dag(punt.laatste), twijfel
    if "voor" in soorten and "uiterlijk" not in soorten:
        bestemd, twijfel_voor = _is_bestemd(text, punt, inleiding, jaar)
        twijfel = twijfel or twijfel_voor
        if not bestemd:
            punt = daags_voor(punt)
    elif "voor" in soorten or ("tot" in soorten and "uiterlijk" not in soorten):
        punt = daags_voor(punt)
    elif "per" in soorten and punt.soort == "jaar" and "uiterlijk" not in soorten:
        return None, PER_JAAR
    elif "per" in soorten:
        return punt.dag(punt.eerste), twijfel
    return punt.dag(punt.laatste), twijfel


def _midden(punt: Tijdpunt) -> tuple[int, int]:
    """Return the middle of a period as month and day: the 15th of a month, 30 June of a year."""
    if punt.soort == "jaar":
        return 6, 30
    if punt.soort == "kwartaal":
        return punt.eerste[0] + 1, 15
    if punt.soort == "helft":
        return punt.eerste[0] + 2, 31
    return (punt.eerste[0], 15) if punt.soort == "maand" else punt.laatste


def _is_bestemd(text: str, punt: Tijdpunt, inleiding: Inleiding, jaar: int | None) -> tuple[bool, str | None]:
    """Return whether `voor` means "meant for" and not "before", and a doubt where only the year decided."""
    if punt.soort in ("dag", "maand", "seizoen"):
        return False, None
    if punt.soort == "helft" or _achter_bestemming(inleiding.ervoor):
        return True, None
    if _JAAR_ERNA.match(text, punt.end) or _JAAR_ERVOOR.search(
        text[max(0, inleiding.begin - 12) : inleiding.begin]
    ):
        return True, None
    following = text[punt.end : punt.end + 40].split()
    if any(word.startswith(_GELD) for word in following):
        return True, None
    if following and following[0].strip(".,;:").lower() in woorden("tijd", "bestemd_voor"):
        return True, None
    if text[inleiding.begin] == "V" and punt.jaar is not None and punt.jaar % 5:
        return True, VOOR_OF_VOOR  # a sentence that opens with "Voor 2026": targets to reach are round years
    near = jaar is not None and punt.jaar is not None and punt.jaar <= jaar + 1
    return near, VOOR_OF_VOOR


def _achter_bestemming(ervoor: list[str]) -> bool:
    """Return whether the word before `voor` is a thing made for a year: a budget, a plan, a target."""
    return bool(ervoor) and ervoor[-1].endswith(tuple(woorden("tijd", "bestemd_achter")))
