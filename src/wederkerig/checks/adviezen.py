"""Advice: agreements that are hard to follow up, priorities nobody takes up, brackets that stay open."""

import re
from collections.abc import Iterable
from datetime import date

from wederkerig.checks.concreetheid import gegevens_van
from wederkerig.checks.passages import afspraaknaam
from wederkerig.checks.registry import Melding, controle
from wederkerig.model import Stuk
from wederkerig.parameters import canonical_thema, prioriteiten, raakt_thema

_OPSOMMER = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}|[a-z]|i{1,3}|iv)\)(?=\s)", re.IGNORECASE)


@controle(
    "W801",
    "Afspraak zonder wie, hoeveel en wanneer",
    "advies",
    "Een afspraak noemt geen partij die iets doet, geen hoeveelheid en geen termijn.",
)
def afspraak_zonder_houvast(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Agreements and their steps in which none of the three is said; "we" is not a name."""
    for afspraak in stuk.afspraken:
        gegevens = gegevens_van(afspraak, stuk)
        if not (gegevens.wie or gegevens.hoeveel or gegevens.wanneer):
            yield Melding(
                afspraaknaam(afspraak),
                "De afspraak zegt niet wie iets doet, hoeveel en wanneer.",
                "Bespreek of er een partij, een aantal of een datum bij kan.",
                afspraak.bron,
            )


@controle(
    "W802",
    "Haakjes kloppen niet",
    "advies",
    "In een afspraak gaat een haakje open dat niet sluit, of andersom.",
)
def haakjes_kloppen_niet(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Round brackets in agreements and steps; "1)" and "a)" are no closing brackets."""
    for afspraak in stuk.afspraken:
        for tekst in (afspraak.tekst, *(stap.tekst for stap in afspraak.stappen)):
            kaal = _OPSOMMER.sub("", tekst)
            open_, dicht = kaal.count("("), kaal.count(")")
            if open_ != dicht:
                yield Melding(
                    afspraaknaam(afspraak),
                    f"Haakjes open: {open_}, haakjes dicht: {dicht}.",
                    "Zet het haakje dat ontbreekt erbij.",
                    afspraak.bron,
                )


@controle(
    "W803",
    "Landelijke prioriteit zonder afspraak",
    "advies",
    "Over een van de volkshuisvestelijke prioriteiten van het Rijk gaat geen enkele afspraak.",
)
def prioriteit_zonder_afspraak(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """The priorities on the day the agreements start or were signed, by theme or words (BTIV art. 39)."""
    op = _begin(stuk)
    if stuk.soort == "jaarplan" or not stuk.afspraken or op is None:
        return
    titels = {afspraak.thema or "" for afspraak in stuk.afspraken}
    themas = {canonical_thema(titel) for titel in titels}
    tekst = "\n".join([*titels, *(afspraak.tekst for afspraak in stuk.afspraken)])
    for prioriteit in prioriteiten(op):
        if not any(thema in themas or raakt_thema(tekst, thema) for thema in prioriteit.themas):
            yield Melding(
                "afspraken",
                f"Geen afspraak gaat over de landelijke prioriteit '{prioriteit.titel}' "
                f"(prioriteiten vanaf {prioriteit.van.year}).",
                "Maak er een afspraak over, of schrijf op waarom dat niet nodig is.",
            )


def _begin(stuk: Stuk) -> date | None:
    getekend = stuk.ondertekening.datum if stuk.ondertekening else None
    return (stuk.looptijd.van if stuk.looptijd else None) or getekend
