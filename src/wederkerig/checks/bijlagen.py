"""Checks on annexes: documents and terms that stand in a list twice."""

import re
from collections import defaultdict
from collections.abc import Iterable

from wederkerig.checks.registry import Melding, controle
from wederkerig.model import Begrip, Kader, Stuk


@controle(
    "W701",
    "Kader staat twee keer in de bijlage",
    "fout",
    "Een wet, visie of convenant staat meer dan één keer in het overzicht van kaders.",
)
def kader_dubbel(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Titles equal but for case and spaces; a line that joins two titles with a dash counts for both."""
    titels: dict[str, list[Kader]] = defaultdict(list)
    for kader in stuk.kaders:
        titels[_kaal(kader.titel)].append(kader)
    dubbel = {
        titel: kaders
        for titel, kaders in titels.items()
        if len({str(kader.datum) for kader in kaders}) < len(kaders)
    }
    for titel, kaders in titels.items():
        for deel in re.split(r"\s[-–]\s", kaders[0].titel):
            if _kaal(deel) != titel and _kaal(deel) in titels:
                dubbel[_kaal(deel)] = [*kaders, *titels[_kaal(deel)]]
    samengevoegd = _in_samengevoegde_regels(tekst, titels)
    for titel, kaders in {**samengevoegd, **dubbel}.items():
        eerste, laatste = kaders[0], kaders[-1]
        niveaus = " en ".join(dict.fromkeys(kader.niveau for kader in (eerste, laatste) if kader.niveau))
        naam = next((kader.titel for kader in reversed(kaders) if _kaal(kader.titel) == titel), laatste.titel)
        yield Melding(
            f"bijlage{f', {niveaus}' if niveaus else ''}",
            f"'{naam}' staat meer dan één keer in het overzicht.",
            "Haal de dubbele regel weg.",
            laatste.bron,
        )


@controle(
    "W702",
    "Begrip staat twee keer in de begrippenlijst",
    "waarschuwing",
    "Een begrip heeft twee omschrijvingen in de begrippenlijst.",
)
def begrip_dubbel(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Terms that are equal but for case."""
    begrippen: dict[str, list[Begrip]] = defaultdict(list)
    for begrip in stuk.begrippen:
        begrippen[_kaal(begrip.term)].append(begrip)
    for groep in begrippen.values():
        if len(groep) > 1:
            gelijk = len({_kaal(begrip.definitie) for begrip in groep}) == 1
            yield Melding(
                f"begrip '{groep[0].term}'",
                f"'{groep[0].term}' staat {len(groep)} keer in de lijst"
                + (", met dezelfde omschrijving." if gelijk else ", met verschillende omschrijvingen."),
                "Houd één omschrijving over.",
                groep[-1].bron,
            )


def _in_samengevoegde_regels(tekst: str, titels: dict[str, list[Kader]]) -> dict[str, list[Kader]]:
    """Titles that also stand in a line of the text where two known titles are joined by a dash."""
    regels = [regel.strip(" -•*\t") for regel in tekst.split("\n")] if titels else []
    los = {_kaal(regel) for regel in regels}
    dubbel: dict[str, list[Kader]] = {}
    for regel in regels:
        delen = [_kaal(deel) for deel in re.split(r"\s[-–]\s", regel)]
        if len(delen) > 1 and all(deel in titels for deel in delen):
            dubbel.update({deel: titels[deel] for deel in delen if deel in los})
    return dubbel


def _kaal(titel: str) -> str:
    return " ".join(re.findall(r"\w+", titel.lower()))
