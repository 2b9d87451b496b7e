"""Wederkerigheid: per kind of party in how many agreements it acts, and how concrete its share is."""

from wederkerig.checks.concreetheid import gegevens_van
from wederkerig.model import Afspraak, Model, PartijSoort, Stuk
from wederkerig.reading.language.actoren import BY_DEFAULT

SOORTEN: dict[PartijSoort, str] = {
    "gemeente": "gemeente",
    "corporatie": "corporaties",
    "huurdersorganisatie": "huurdersorganisaties",
    "zorgaanbieder": "zorgaanbieders",
    "overig": "andere partijen",
}


class WederkerigheidRij(Model):
    """One row of the table: a kind of party, and the agreements in which it acts.

    `alleen`: no other kind of party acts. `samen`: another kind does too. `hoeveel`, `wanneer`: how many
    of all these agreements say how much and by when.
    """

    soort: PartijSoort
    partijen: tuple[str, ...]
    afspraken: int
    alleen: int
    samen: int
    hoeveel: int
    wanneer: int
    uitleg: str


def wederkerigheid(stuk: Stuk) -> tuple[WederkerigheidRij, ...]:
    """One row for each kind of party at the table, the municipality first; none without agreements.

    An agreement that names nobody counts for every party, as reading does; `uitleg` says how often.
    """
    if not stuk.afspraken:
        return ()
    return tuple(
        _rij(stuk, soort) for soort in SOORTEN if any(partij.soort == soort for partij in stuk.partijen)
    )


def _rij(stuk: Stuk, soort: PartijSoort) -> WederkerigheidRij:
    soort_van = {naam: partij.soort for partij in stuk.partijen for naam in (partij.naam, partij.kort)}
    handelt = [(afspraak, _soorten(afspraak, soort_van)) for afspraak in stuk.afspraken]
    eigen = [(afspraak, soorten) for afspraak, soorten in handelt if soort in soorten]
    alleen = sum(soorten == {soort} for _, soorten in eigen)
    gegevens = [gegevens_van(afspraak, stuk) for afspraak, _ in eigen]
    hoeveel, wanneer = sum(een.hoeveel for een in gegevens), sum(een.wanneer for een in gegevens)
    namen = tuple(partij.naam for partij in stuk.partijen if partij.soort == soort)
    niemand = sum(BY_DEFAULT in (afspraak.twijfel or "") for afspraak, _ in eigen)
    groep = SOORTEN[soort] if len(namen) > 1 or soort == "overig" else soort
    uitleg = (
        f"{groep.capitalize()} ({', '.join(namen)}): aan zet in {len(eigen)} van de "
        f"{len(handelt)} afspraken, {alleen} keer alleen en {len(eigen) - alleen} keer samen met anderen. "
        f"Daarvan noemen er {hoeveel} een hoeveelheid en {wanneer} een termijn."
    )
    if niemand:
        uitleg += f" In {niemand} ervan staat niet wie iets doet; daar zijn alle partijen geteld."
    return WederkerigheidRij(
        soort=soort,
        partijen=namen,
        afspraken=len(eigen),
        alleen=alleen,
        samen=len(eigen) - alleen,
        hoeveel=hoeveel,
        wanneer=wanneer,
        uitleg=uitleg,
    )


def _soorten(afspraak: Afspraak, soort_van: dict[str, PartijSoort]) -> set[PartijSoort]:
    """The kinds of party that act in an agreement or in its steps."""
    namen = [*afspraak.actoren, *(naam for stap in afspraak.stappen for naam in stap.actoren)]
    return {soort_van[naam] for naam in namen if naam in soort_van}
