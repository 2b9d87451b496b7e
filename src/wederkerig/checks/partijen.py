"""Checks on parties: who acts without being party, who did not sign, whose name is spelled in two ways."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from wederkerig.checks.passages import Passage, afspraaknaam, alle_zinnen, zinnen
from wederkerig.checks.registry import Melding, controle
from wederkerig.checks.spelling import afstand, is_verbuiging
from wederkerig.model import Afspraak, Stuk

_GEMEENTE = re.compile(r"\b(?:gemeente)?raad\b|college|wethouder|burgemeester|gemeente", re.IGNORECASE)
_ORGANISATIE = re.compile(
    r"^\W*(?:De\s+|Het\s+)?(?P<naam>(?:Woon|Woning)?[Ss]tichting|Wooncorporatie|Woningcorporatie|Zorggroep|"
    r"Zorgorganisatie|Welzijnsorganisatie|Huurdersvereniging|Huurdersorganisatie|Woningbouwvereniging|Waterschap)"
    r"(?P<eigen>(?:\s+(?:[A-Z][\w'’-]+|de|den|der|het|van))*\s+[A-Z][\w'’-]+)\s+(?=[a-z]+(?:t|en|gaat|zal)\b)"
)


@controle(
    "W601",
    "Handelende partij is geen partij",
    "fout",
    "Een afspraak laat iemand handelen die niet bij de partijen staat.",
)
def actor_is_geen_partij(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Actors whose name is no party's name or short name."""
    bekend = {naam for partij in stuk.partijen for naam in (partij.naam, partij.kort)}
    if not bekend:
        return
    yield from _per_naam(
        stuk,
        lambda afspraak: [naam for naam in afspraak.actoren if naam not in bekend],
        "staat niet bij de partijen",
    )


@controle(
    "W602",
    "Derde heeft een taak maar tekent niet",
    "waarschuwing",
    "Een organisatie die geen partij is, krijgt in een afspraak een verplichting.",
)
def derde_tekent_niet(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Organisations with a name that are the subject of an obligation, each once with all agreements."""
    yield from _per_naam(stuk, lambda afspraak: _derden(afspraak, stuk), "staat niet bij wie tekenen")


@controle(
    "W609",
    "Taak voor een groep die niet tekent",
    "advies",
    "Een afspraak geeft een taak aan een groep zonder naam (zorgaanbieders) die geen partij is.",
)
def groep_tekent_niet(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Third parties without a name of their own; bodies of the municipality belong to the municipality."""
    yield from _per_naam(
        stuk,
        lambda afspraak: [
            naam for naam in _gelezen_derden(afspraak) if naam[:1].islower() and not _GEMEENTE.search(naam)
        ],
        "staat niet bij wie tekenen",
    )


@controle(
    "W603",
    "Partij zonder ondertekenaar",
    "waarschuwing",
    "Bij een van de partijen staat niemand die tekent, bij de andere wel.",
)
def partij_zonder_ondertekenaar(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Only where most parties have a signatory: a document without any was not read, or is a draft."""
    zonder = [partij for partij in stuk.partijen if partij.vertegenwoordiger is None]
    if not zonder or len(zonder) * 2 >= len(stuk.partijen):
        return
    for partij in zonder:
        yield Melding(
            f"partij {partij.naam}",
            f"Bij {partij.naam} staat niet wie er tekent; bij de andere partijen wel.",
            "Vul de naam en functie van de ondertekenaar in.",
            partij.bron,
        )


@controle(
    "W604",
    "Geen ondertekening gevonden",
    "advies",
    "In het stuk staan geen plaats, datum en ondertekenaars.",
)
def geen_ondertekening(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Documents with parties but without any signatory, place or date."""
    ondertekening = stuk.ondertekening
    getekend = ondertekening is not None and (ondertekening.datum or ondertekening.plaats)
    if stuk.partijen and not getekend and not any(partij.vertegenwoordiger for partij in stuk.partijen):
        yield Melding(
            "ondertekening",
            "Plaats, datum en ondertekenaars zijn niet gevonden.",
            "Vul de ondertekening in. Staat zij er als plaatje, dan kan zij niet worden gelezen.",
        )


@controle(
    "W605",
    "Naam van een partij anders gespeld",
    "fout",
    "De naam van de gemeente of een andere partij staat ergens met een letter meer, minder of anders.",
)
def partij_anders_gespeld(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Capitalised words one letter away from a party's name that is used at least three times as often."""
    woorden = re.findall(r"(?<![\w-])[A-Z][\w'’]{5,}(?:-[A-Z]\w+)?", tekst)
    aantallen = Counter(woorden)
    namen = {woord for naam in _namen(stuk) for woord in naam.split() if len(woord) > 5}
    gemeld = set()
    for naam in namen:
        for woord, aantal in aantallen.items():
            if woord in namen and aantallen[naam] <= aantal:
                continue
            vaak, zelden = sorted(((aantallen[naam], naam), (aantal, woord)), reverse=True)
            paar = (vaak[1], zelden[1])
            if (
                paar in gemeld
                or afstand(naam, woord, 1) != 1
                or is_verbuiging(naam, woord)
                or vaak[0] < 3 * zelden[0]
            ):
                continue
            gemeld.add(paar)
            zin = next((zin for zin in alle_zinnen(stuk, tekst) if zelden[1] in zin.tekst), None)
            yield Melding(
                zin.plaats if zin else "tekst",
                f"Er staat {zelden[0]} keer '{zelden[1]}', maar {vaak[0]} keer '{vaak[1]}'.",
                "Schrijf de naam overal hetzelfde.",
                zin.bron if zin else None,
            )


@controle(
    "W608",
    "Partij staat twee keer in dezelfde zin",
    "advies",
    "Een zin zegt twee keer door wie iets gebeurt; een van de twee is waarschijnlijk een ander.",
)
def partij_dubbel_in_zin(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Sentences that say "door X" twice with the same party X."""
    namen = "|".join(re.escape(naam) for naam in sorted(_namen(stuk), key=len, reverse=True))
    if not namen:
        return
    patroon = re.compile(rf"\bdoor\s+(?P<naam>{namen})\b[^.;]*\bdoor\s+(?P=naam)\b")
    for zin in alle_zinnen(stuk, tekst):
        treffer = patroon.search(zin.tekst)
        if treffer:
            yield Melding(
                zin.plaats,
                f"In deze zin staat twee keer 'door {treffer['naam']}'.",
                "Ga na of een van de twee een andere partij moet zijn.",
                zin.bron,
            )


def _derden(afspraak: Afspraak, stuk: Stuk) -> list[str]:
    """Third parties with a name: those that reading found, and organisations that open a sentence."""
    partijen = " ".join(f"{partij.naam} {partij.kort}" for partij in stuk.partijen)
    gevonden = [naam for naam in _gelezen_derden(afspraak) if naam[:1].isupper()]
    for zin in zinnen(Passage("", afspraak.tekst)):
        treffer = _ORGANISATIE.match(zin.tekst)
        if treffer and treffer["eigen"].strip() not in partijen:
            gevonden.append(f"{treffer['naam']}{treffer['eigen']}")
    return gevonden


def _gelezen_derden(afspraak: Afspraak) -> list[str]:
    return [*afspraak.derden, *(derde for stap in afspraak.stappen for derde in stap.derden)]


def _namen(stuk: Stuk) -> set[str]:
    namen = {partij.naam for partij in stuk.partijen} | {partij.kort for partij in stuk.partijen}
    return {naam for naam in namen | {stuk.gemeente or ""} if naam[:1].isupper()}


def _per_naam(stuk: Stuk, namen_in: Callable[[Afspraak], list[str]], zegt: str) -> Iterable[Melding]:
    """One report for each name, with every agreement it is found in."""
    gevonden: dict[str, list[Afspraak]] = defaultdict(list)
    for afspraak in stuk.afspraken:
        for naam in dict.fromkeys(namen_in(afspraak)):
            gevonden[naam].append(afspraak)
    for naam, afspraken in gevonden.items():
        plaats = ", ".join(afspraaknaam(afspraak) for afspraak in afspraken)
        yield Melding(
            plaats,
            f"Hier staat een taak voor '{naam}'. Die naam {zegt}.",
            f"Laat '{naam}' meetekenen, of schrijf op welke partij ervoor zorgt dat het gebeurt.",
            afspraken[0].bron,
        )
