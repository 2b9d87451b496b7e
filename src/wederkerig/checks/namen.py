"""Checks on names of documents, programmes and consultations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from wederkerig.checks.passages import alle_zinnen, tekst_van
from wederkerig.checks.registry import Melding, controle
from wederkerig.checks.spelling import afstand, is_verbuiging, verschilt_aan_einde
from wederkerig.model import Stuk
from wederkerig.parameters import officiele_namen


@controle(
    "W606",
    "Naam van een landelijk stuk klopt niet",
    "waarschuwing",
    "De naam van een wet, programma of norm lijkt op de officiële naam, maar is net anders.",
)
def landelijke_naam_klopt_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Names with the same letters in another order, or one or two letters away, that begin with a capital."""
    gemeld = set()
    for zin in alle_zinnen(stuk, tekst):
        for officieel, gevonden in _bijna_officieel(zin.tekst):
            if gevonden.lower() in gemeld:
                continue
            gemeld.add(gevonden.lower())
            yield Melding(
                zin.plaats,
                f"Er staat '{gevonden}'. De officiële naam is '{officieel}'.",
                "Verbeter de naam.",
                zin.bron,
            )


@controle(
    "W607",
    "Naam op twee manieren geschreven",
    "advies",
    "Twee namen lijken zo op elkaar dat waarschijnlijk hetzelfde stuk, overleg of programma is bedoeld.",
)
def naam_op_twee_manieren(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Long words a letter or two apart, after the same name; and names of three words with another middle."""
    alles = tekst_van(stuk, tekst)
    for een, ander in [*_lange_woorden(alles), *_na_dezelfde_naam(alles), *_ander_midden(alles)]:
        zin = next((zin for zin in alle_zinnen(stuk, tekst) if ander in zin.tekst), None)
        yield Melding(
            zin.plaats if zin else "tekst",
            f"Er staat '{een}' en ook '{ander}'.",
            "Gebruik één naam als hetzelfde is bedoeld.",
            zin.bron if zin else None,
        )


def _bijna_officieel(zin: str) -> Iterator[tuple[str, str]]:
    woorden = list(re.finditer(r"[\w'’]+-?(?:\w+)?", zin))
    for officieel in officiele_namen():
        doel = _letters(officieel)
        lengte = len(officieel.split())
        speling = 1 if len(doel) < 12 else 2
        for aantal in range(max(1, lengte - 1), lengte + 1):
            for begin in range(len(woorden) - aantal + 1):
                if not woorden[begin][0][0].isupper():
                    continue
                stuk = zin[woorden[begin].start() : woorden[begin + aantal - 1].end()]
                letters = _letters(stuk)
                if letters == doel or abs(len(letters) - len(doel)) > speling:
                    continue
                omgezet = sorted(letters) == sorted(doel)
                if omgezet or (
                    afstand(letters, doel, speling) <= speling and not verschilt_aan_einde(letters, doel)
                ):
                    yield officieel, stuk


def _lange_woorden(tekst: str) -> Iterator[tuple[str, str]]:
    """Words of fourteen letters or more that are one letter apart, not at their end."""
    aantallen = Counter(woord.lower() for woord in re.findall(r"\b[A-Za-zÀ-ÿ]{14,}\b", tekst))
    bekend: dict[str, list[str]] = {}
    for woord in sorted(aantallen, key=lambda een: -aantallen[een]):
        # two words one letter apart share a form with one letter less
        vormen = {woord, *(woord[:plaats] + woord[plaats + 1 :] for plaats in range(1, len(woord)))}
        for ander in dict.fromkeys(eerder for vorm in vormen for eerder in bekend.get(vorm, ())):
            if afstand(ander, woord, 1) == 1 and not is_verbuiging(ander, woord):
                yield ander, woord
        for vorm in vormen:
            bekend.setdefault(vorm, []).append(woord)


def _na_dezelfde_naam(tekst: str) -> Iterator[tuple[str, str]]:
    """Pairs of words with the same capitalised first word, and second words one or two letters apart."""
    paren = Counter(re.findall(r"\b([A-Z][a-zà-ÿ]{3,})\s+([A-Za-zÀ-ÿ]{8,})\b", tekst))
    per_eerste: dict[str, Counter[str]] = {}
    for (eerste, tweede), aantal in paren.items():
        per_eerste.setdefault(eerste, Counter())[tweede.lower()] += aantal
    for eerste, tweedes in per_eerste.items():
        for een, ander in combinations(sorted(tweedes, key=lambda woord: -tweedes[woord]), 2):
            if een[:4] == ander[:4] and afstand(een, ander, 2) <= 2 and not is_verbuiging(een, ander):
                yield f"{eerste} {_zoals(tekst, een)}", f"{eerste} {_zoals(tekst, ander)}"


def _ander_midden(tekst: str) -> Iterator[tuple[str, str]]:
    """Names of three capitalised words that differ in the middle one, when those look alike."""
    drietal = r"(?=\b([A-Z][a-zà-ÿ]{3,})\s([A-Z][a-zà-ÿ]{3,})\s([A-Z][a-zà-ÿ]{3,})\b)"
    middens: dict[tuple[str, str], list[str]] = {}
    for eerste, midden, laatste in dict.fromkeys(re.findall(drietal, tekst)):
        for ander in middens.get((eerste, laatste), []):
            if SequenceMatcher(None, ander.lower(), midden.lower()).ratio() >= 0.4:
                yield f"{eerste} {ander} {laatste}", f"{eerste} {midden} {laatste}"
        middens.setdefault((eerste, laatste), []).append(midden)


def _zoals(tekst: str, woord: str) -> str:
    """A word as the document first writes it."""
    treffer = re.search(rf"\b{re.escape(woord)}\b", tekst, re.IGNORECASE)
    return treffer[0] if treffer else woord


def _letters(tekst: str) -> str:
    return re.sub(r"[\W_]", "", tekst.lower())
