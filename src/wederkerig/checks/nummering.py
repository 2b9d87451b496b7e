"""Checks on numbers of agreements, references between them, and sentences that stand twice."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from wederkerig.checks.passages import Zin, afspraaknaam, alle_zinnen
from wederkerig.checks.registry import Melding, controle
from wederkerig.model import Afspraak, Stuk

_NUMMER = re.compile(r"^(?P<voor>(?:[A-Za-z]{1,3}[.-]?)?(?:\d+\.)*)(?P<laatste>\d+)(?P<letter>[a-z]?)[.)]?$")
_EEN = r"[A-Z]?\d+(?:\.\d+)*[a-z]?\b"
_VERWIJZING = re.compile(
    r"(?<![\w-])afspra(?:ak|ken)\s+(?:nr\.?\s*|nummer\s+)?"
    rf"(?P<nummers>{_EEN}(?:(?:,| en| t/m| tot en met)\s+{_EEN})*)"
    r"(?!\s*(?:%|jaar|woning))",
    re.IGNORECASE,
)
_ELDERS = re.compile(
    r"\bafspra(?:ak|ken)\s+\S+\s+(?:uit|van)\b|convenant|jaarplan|meerjarige|vorige|eerdere|voorgaande|nationale|woondeal|raamovereenkomst|kaderafspraken",
    re.IGNORECASE,
)
_TABEL = re.compile(r"\b(?:zie|in)\s+(?:ook\s+)?tabel\s+(?P<nummer>\d+)\b", re.IGNORECASE)
_MIN_WOORDEN = 12


@controle(
    "W501",
    "Verwijzing naar een afspraak die er niet is",
    "fout",
    "De tekst verwijst naar een afspraak met een nummer dat in het stuk niet voorkomt.",
)
def afspraak_bestaat_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """References inside the document; a year plan and sentences about another document are left out."""
    nummers = {_kaal(afspraak.nummer) for afspraak in stuk.afspraken if afspraak.nummer}
    if stuk.soort == "jaarplan" or not nummers:
        return
    for zin in alle_zinnen(stuk, tekst):
        for treffer in _VERWIJZING.finditer(zin.tekst):
            for nummer in re.findall(_EEN, treffer["nummers"]):
                if _bestaat(_kaal(nummer), nummers) or _ELDERS.search(zin.tekst):
                    continue
                yield Melding(
                    zin.plaats,
                    f"De tekst verwijst naar afspraak {nummer}, maar die is er niet.",
                    "Verbeter het nummer, of noem het stuk waarin de afspraak staat.",
                    zin.bron,
                )


@controle(
    "W502",
    "Verwijzing naar een tabel die er niet is",
    "waarschuwing",
    "De tekst verwijst naar een tabel met een nummer dat geen enkele tabel heeft.",
)
def tabel_bestaat_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Only in documents whose tables are numbered."""
    titels = " ".join(tabel.titel or "" for tabel in stuk.tabellen)
    nummers = set(re.findall(r"\btabel\s+(\d+)\b", titels, re.IGNORECASE))
    if not nummers:
        return
    for zin in alle_zinnen(stuk, tekst):
        for treffer in _TABEL.finditer(zin.tekst):
            if treffer["nummer"] not in nummers:
                yield Melding(
                    zin.plaats,
                    f"De tekst verwijst naar tabel {treffer['nummer']}, maar die is er niet.",
                    "Verbeter het nummer van de tabel.",
                    zin.bron,
                )


@controle(
    "W503",
    "Nummering slaat over of herhaalt",
    "fout",
    "De nummers van de afspraken slaan een nummer over, komen twee keer voor of lopen terug.",
)
def nummering_loopt_niet_door(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Numbers that run through the document, or start again in every theme. Not for a year plan."""
    if stuk.soort == "jaarplan":
        return
    for reeks in _reeksen(stuk.afspraken):
        for vorige, deze in pairwise(reeks):
            melding = _sprong(vorige, deze, tekst)
            if melding is not None:
                yield melding


@controle(
    "W504",
    "Zin staat twee keer in het stuk",
    "waarschuwing",
    "Een lange zin uit een afspraak staat elders (bijna) letterlijk nog een keer.",
)
def zin_staat_twee_keer(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Sentences of agreements of twelve words or more that return elsewhere; each pair of places once."""
    if stuk.soort == "jaarplan":
        return
    gezien: dict[str, list[tuple[set[str], Zin]]] = defaultdict(list)
    gemeld: set[tuple[str, str]] = set()
    for zin in alle_zinnen(stuk, tekst):
        woorden = re.findall(r"\w+", zin.tekst.lower())
        if len(woorden) < _MIN_WOORDEN:
            continue
        sleutel = " ".join(woorden[:3])
        for eerder, andere in gezien[sleutel]:
            paar = (andere.plaats, zin.plaats)
            if zin.passage is andere.passage or paar in gemeld or not _is_zelfde(eerder, set(woorden)):
                continue
            if "afspraak" in f"{paar[0][:8]} {paar[1][:8]}":
                gemeld.add(paar)
                yield Melding(
                    f"{andere.plaats} <-> {zin.plaats}",
                    f"De zin '{zin.tekst[:90].strip()} …' staat op twee plaatsen.",
                    "Laat de zin op één plaats staan en verwijs ernaar.",
                    zin.bron,
                )
        if not any(eerder == set(woorden) for eerder, _ in gezien[sleutel]):
            gezien[sleutel].append((set(woorden), zin))


def _kaal(nummer: str) -> str:
    """A number without the letter of a part and without a closing dot: 12a and 12. are 12."""
    return re.sub(r"(?<=\d)[a-z]$", "", nummer.strip(" .)").lower())


def _bestaat(nummer: str, nummers: set[str]) -> bool:
    """Whether a number is an agreement, a year, or stands for all agreements below it (1.4 for 1.4.1)."""
    is_jaar = nummer.isdigit() and 1990 <= int(nummer) <= 2100
    return nummer in nummers or is_jaar or any(ander.startswith(f"{nummer}.") for ander in nummers)


def _reeksen(afspraken: tuple[Afspraak, ...]) -> Iterator[list[tuple[int, Afspraak]]]:
    """Agreements whose numbers should follow one another: same prefix; per theme where themes count anew."""
    per_voor: dict[str, list[tuple[int, Afspraak]]] = defaultdict(list)
    for afspraak in afspraken:
        treffer = _NUMMER.match(afspraak.nummer.strip())
        if treffer:
            per_voor[treffer["voor"].lower()].append((int(treffer["laatste"]), afspraak))
    for reeks in per_voor.values():
        per_thema: dict[str | None, list[tuple[int, Afspraak]]] = defaultdict(list)
        for nummer, afspraak in reeks:
            per_thema[afspraak.thema].append((nummer, afspraak))
        opnieuw = [deel[0][0] == 1 for deel in per_thema.values()]
        if len(opnieuw) > 1 and sum(opnieuw) * 2 > len(opnieuw):
            yield from per_thema.values()
        else:
            yield reeks


def _sprong(vorige: tuple[int, Afspraak], deze: tuple[int, Afspraak], tekst: str) -> Melding | None:
    """What is wrong between two agreements that follow each other; a count that starts again at 1 is not."""
    (eerste, eerdere), (tweede, latere) = vorige, deze
    if tweede == 1 < eerste or (tweede in {eerste, eerste + 1} and eerdere.nummer != latere.nummer):
        return None
    advies = "Nummer de afspraken opnieuw en kijk ook de verwijzingen na."
    if tweede == eerste:
        uitleg = f"Nummer {latere.nummer} komt twee keer na elkaar voor."
    elif tweede < eerste:
        uitleg = f"Na afspraak {eerdere.nummer} volgt afspraak {latere.nummer}: de nummering loopt terug."
    elif _staat_ertussen(eerste + 1, eerdere, latere, tekst):
        return None
    else:
        gemist = f"{eerste + 1}" if tweede == eerste + 2 else f"{eerste + 1} tot en met {tweede - 1}"
        uitleg = f"Na afspraak {eerdere.nummer} volgt afspraak {latere.nummer}; nummer {gemist} ontbreekt."
    return Melding(f"{afspraaknaam(eerdere)} <-> {afspraaknaam(latere)}", uitleg, advies, latere.bron)


def _staat_ertussen(nummer: int, eerdere: Afspraak, latere: Afspraak, tekst: str) -> bool:
    """Whether the missing number does stand at the start of a line between two agreements."""
    if not tekst or eerdere.bron is None or latere.bron is None:
        return False
    tussen = tekst[eerdere.bron.van : latere.bron.van]
    return bool(re.search(rf"(?:^|\n)\W*(?:afspraak\s+)?{nummer}\b[.):]?\s", tussen, re.IGNORECASE))


def _is_zelfde(eerder: set[str], woorden: set[str]) -> bool:
    return len(eerder & woorden) >= 0.93 * len(eerder | woorden)
