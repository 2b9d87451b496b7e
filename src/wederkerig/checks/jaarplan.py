"""Checks on a year plan: whether it says clearly what changes in the agreements it amends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wederkerig.checks.registry import Melding, controle
from wederkerig.model import Bron, Stuk, Wijziging

_LABEL = re.compile(
    r"^\W*(?:(?P<label>huidige (?:afspraak|tekst)|aanvulling(?:en)?"
    r"|wijziging(?:en)?(?:\s*/\s*aanvulling(?:en)?)?|nieuwe (?:afspraak|tekst))"
    r"(?:\s+(?:20\d\d|tekst|afspraak|jaarplan|op|bij))*\s*:?"
    r"|(?P<weg>onderstaande tekst|te verwijderen|tekst verwijderen)\b.*)\W*$",
    re.IGNORECASE,
)
_NUMMER = re.compile(r"^\W*(?P<nummer>\d{1,3})[.)]\s+[A-ZÀ-Þ*“\"]")
_SCHUIFT = re.compile(
    r"vernummer|hernummer|schui(?:ft|ven)|opgeschoven|doorgenummerd|nieuwe nummering", re.IGNORECASE
)
_VERLEDEN = re.compile(
    r"\b(?:in|eind|voor|vóór|medio|begin|uiterlijk(?: in)?|kwartaal van)\s+(?P<jaar>20\d\d)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Nummer:
    """A numbered agreement in a year plan, with the label that stands right above it."""

    nummer: str
    label: str
    bron: Bron


@controle(
    "W505",
    "Aanvulling op een afspraak die niet is aangehaald",
    "fout",
    "Een aanvulling heeft een eigen nummer, of vult een afspraak aan die niet staat aangehaald.",
)
def aanvulling_zonder_afspraak(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Additions that may as well be new agreements: nobody can tell what they are added to."""
    if stuk.soort != "jaarplan":
        return
    gemeld = set()
    for een in _nummers(stuk, tekst):
        if een.label.startswith("aanvulling"):
            gemeld.add(een.nummer)
            yield _los(een.nummer, een.bron)
    for wijziging in stuk.wijzigingen:
        nummer = wijziging.doel.nummer
        if wijziging.soort == "aanvulling" and nummer and not wijziging.huidig and nummer not in gemeld:
            gemeld.add(nummer)
            yield _los(nummer, wijziging.bron)


@controle(
    "W506",
    "Kopjes boven afspraken zijn niet gelijk",
    "waarschuwing",
    "Boven sommige aangehaalde afspraken staat een kopje en boven andere niet, of een kopje is dubbel.",
)
def kopjes_niet_gelijk(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Labels above quoted agreements, and "Wijziging/aanvulling", which leaves open which of the two."""
    if stuk.soort != "jaarplan" or not tekst:
        return
    nummers = _nummers(stuk, tekst)
    zonder = [een.nummer for een in nummers if not een.label]
    huidig = [een.nummer for een in nummers if een.label.startswith("huidige")]
    dubbel = re.findall(r"\bwijziging(?:en)?\s*/\s*aanvulling(?:en)?\b", tekst, re.IGNORECASE)
    delen = []
    if zonder and huidig:
        delen.append(
            f"Boven {_opsomming(zonder)} staat geen kopje; "
            f"boven {_opsomming(huidig)} staat 'Huidige afspraak'."
        )
    if dubbel:
        delen.append(f"Het kopje '{dubbel[0]}' laat open of de nieuwe tekst de oude vervangt of erbij komt.")
    if delen:
        yield Melding(
            f"afspraken {_opsomming(zonder)}" if zonder and huidig else f"kopje '{dubbel[0]}'",
            " ".join(delen),
            "Zet boven elke tekst een van deze kopjes: huidige afspraak, aanvulling, wijziging, nieuw.",
            nummers[0].bron if nummers else None,
        )


@controle(
    "W507",
    "Nieuw nummer midden in de reeks",
    "advies",
    "Een nieuwe afspraak krijgt een bestaand nummer, zonder dat staat welke nummers opschuiven.",
)
def nieuw_nummer_in_reeks(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """New agreements numbered below an agreement that is quoted."""
    if stuk.soort != "jaarplan" or _SCHUIFT.search(tekst):
        return
    bestaand = [
        nr for wijziging in stuk.wijzigingen if wijziging.soort != "nieuw" and (nr := _getal(wijziging))
    ]
    nieuw = [wijziging for wijziging in stuk.wijzigingen if wijziging.soort == "nieuw" and _getal(wijziging)]
    midden = [wijziging for wijziging in nieuw if bestaand and (_getal(wijziging) or 0) < max(bestaand)]
    if midden:
        nummers = [str(_getal(wijziging)) for wijziging in midden]
        yield Melding(
            f"nieuwe afspraken {_opsomming(nummers)}"
            if len(nummers) > 1
            else f"nieuwe afspraak {nummers[0]}",
            f"{_opsomming(nummers)} {'vallen' if len(nummers) > 1 else 'valt'} binnen de bestaande nummers. "
            "Er staat niet of de afspraken die daar nu staan opschuiven of vervallen.",
            "Schrijf op welke nummers opschuiven, of geef nieuwe afspraken een nummer achteraan.",
            midden[0].bron,
        )


@controle(
    "W408",
    "Termijn is voorbij en blijft staan",
    "waarschuwing",
    "Een jaarplan vult een afspraak aan, maar laat daarin een termijn staan die al voorbij is.",
)
def termijn_blijft_staan(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """Additions to agreements that keep a deadline from before the year of the plan."""
    geschrapt = {
        wijziging.doel.nummer
        for wijziging in stuk.wijzigingen
        if wijziging.soort in {"verwijderen", "wijziging"}
    }
    for wijziging in stuk.wijzigingen:
        doel = wijziging.doel.nummer
        if wijziging.soort != "aanvulling" or not doel or doel in geschrapt or wijziging.jaar is None:
            continue
        jaren = [int(treffer["jaar"]) for treffer in _VERLEDEN.finditer(wijziging.huidig or "")]
        oud = sorted({jaar for jaar in jaren if jaar < wijziging.jaar})
        if oud:
            yield Melding(
                f"afspraak {doel}",
                f"De huidige tekst noemt {_opsomming([str(jaar) for jaar in oud])} als termijn. "
                f"Het plan voor {wijziging.jaar} vult de afspraak aan, maar laat die termijn staan.",
                "Schrap de oude termijn of pas hem aan.",
                wijziging.bron,
            )


def _nummers(stuk: Stuk, tekst: str) -> list[_Nummer]:
    """The amended agreements where the plan quotes them, each once, with the label right above it.

    Only numbers that reading found an amendment for: lists inside a text count from 1 too.
    """
    over = {wijziging.doel.nummer for wijziging in stuk.wijzigingen}
    gevonden: list[_Nummer] = []
    label, begin, na_label = "", 0, False
    for regel in tekst.split("\n"):
        treffer, kop = _NUMMER.match(regel), _LABEL.match(regel)
        if kop:
            label, na_label = (kop["label"] or kop["weg"]).lower(), True
        elif treffer and na_label and treffer["nummer"] in over:
            bron = Bron(van=begin, tot=begin + len(regel), citaat=regel)
            gevonden.append(_Nummer(treffer["nummer"], label, bron))
            over, label = over - {treffer["nummer"]}, ""
        elif regel.strip():
            label = ""
        begin += len(regel) + 1
    return gevonden


def _los(nummer: str, bron: Bron | None) -> Melding:
    return Melding(
        f"aanvulling '{nummer}.'",
        f"De aanvulling met nummer {nummer} vult geen aangehaalde afspraak aan. "
        f"Het is onduidelijk of afspraak {nummer} wordt aangevuld of dat dit een nieuwe afspraak is.",
        "Haal de huidige tekst aan, of noem het een nieuwe afspraak.",
        bron,
    )


def _getal(wijziging: Wijziging) -> int | None:
    nummer = wijziging.doel.nummer or ""
    return int(nummer) if nummer.isdigit() else None


def _opsomming(delen: list[str]) -> str:
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"
