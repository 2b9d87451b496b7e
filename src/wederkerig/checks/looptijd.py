"""Checks on the term of the agreements and on the days and years in the text."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from wederkerig.checks.passages import Zin, alle_zinnen, tekst_van
from wederkerig.checks.registry import Melding, controle
from wederkerig.checks.woorden import DATUM, PERIODE, WEEKDAGEN, als_datum, telwoord
from wederkerig.model import Bron, Stuk
from wederkerig.parameters import vervallen

_EIGEN_STUK = re.compile(
    r"prestatieafspraken|meerjarige afspraken|raamafspraken|kaderafspraken", re.IGNORECASE
)
_ANDER_STUK = re.compile(
    r"visie|prioriteit|nationale|programma|convenant|basisdocument|evaluatie|terugblik|vorige|[“\"‘]",
    re.IGNORECASE,
)
_JAREN = re.compile(
    r"\b(?P<aantal>\w+)\s+(?:kalender)?jar?(?:en|ar)\b[\s,]*"
    r"\(\s*(?P<van>20\d\d)\s*(?P<streep>-|–|t/m|tot en met)\s*(?P<tot>20\d\d)\s*\)",
    re.IGNORECASE,
)
_VISIE = (
    r"(?P<naam>woonvisie|woon\(zorg\)visie|woonzorgvisie|woonagenda|woonprogramma|volkshuisvestingsprogramma)"
)
_VISIE_PERIODE = re.compile(
    rf"\b{_VISIE}\b[^.;:\n\d]{{0,40}}(?P<van>20\d\d)\s*[-–]\s*(?P<tot>20\d\d)", re.IGNORECASE
)
_VISIE_EIND = re.compile(
    rf"\b(?:looptijd van (?:de|het)\s+{_VISIE}\b|{_VISIE.replace('naam', 'naam2')}\s+(?:loopt|geldt))"
    r"[^.;:\n\d]{0,20}(?:tot en met|t/m)\s+(?P<tot>20\d\d)",
    re.IGNORECASE,
)
_BIJGEWERKT = re.compile(
    r"inclusief|aanvulling|actualisatie|geactualiseerd|jaarplan|herzien|versie", re.IGNORECASE
)
_VOORBIJ = re.compile(
    r"afgeschaft|afschaf|vervallen|voorheen|voormalig|vervang|ingetrokken|destijds|vroegere", re.IGNORECASE
)


@controle(
    "W401",
    "Titel en geldigheid verschillen",
    "fout",
    "De periode in de titel of een kop is een andere dan die waarvoor de afspraken gelden.",
)
def titel_tegen_looptijd(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Title, headings and table titles that name the agreements and a period, against the validity."""
    tot = stuk.looptijd.tot if stuk.looptijd else None
    van = stuk.looptijd.van if stuk.looptijd else None
    anders: dict[str, Bron | None] = {}
    for kop, bron in _koppen(stuk, tekst):
        periode = PERIODE.search(kop)
        if periode and _verschilt(periode, van, tot, is_titel=kop == stuk.titel):
            anders.setdefault(f"{periode['van']}-{periode['tot']}", bron)
    for periode_tekst, bron in anders.items():
        geldig = f"van {_dag(van)} " if van else ""
        geldig += f"tot en met {_dag(tot)}" if tot else ""
        yield Melding(
            "titel of kop <-> geldigheid",
            f"De titel of een kop noemt {periode_tekst}, maar de afspraken gelden {geldig.strip()}.",
            "Maak titel, koppen en geldigheid gelijk.",
            bron,
        )


@controle(
    "W402",
    "Aantal jaren past niet bij de periode",
    "fout",
    "Een aantal jaren en de periode erachter kloppen niet met elkaar.",
)
def aantal_jaren(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Texts like "vier jaar (2022 tot en met 2025)", first and last year included; with a dash either way."""
    for zin in alle_zinnen(stuk, tekst):
        for treffer in _JAREN.finditer(zin.tekst):
            aantal = telwoord(treffer["aantal"])
            echt = int(treffer["tot"]) - int(treffer["van"]) + 1
            goed = {echt, echt - 1} if treffer["streep"] in "-–" else {echt}
            if aantal is not None and aantal not in goed:
                yield Melding(
                    zin.plaats,
                    f"{treffer['van']} tot en met {treffer['tot']} is {echt} jaar, geen {treffer['aantal']}.",
                    "Verbeter het aantal of de periode.",
                    zin.bron,
                )


@controle(
    "W403",
    "Eén visie met twee looptijden",
    "waarschuwing",
    "De woonvisie of een ander kader heeft op twee plaatsen een verschillende looptijd.",
)
def visie_met_twee_looptijden(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """A vision with one first year and two last years; an earlier vision has another first year."""
    periodes: dict[str, dict[str, set[str]]] = {}
    einden: list[tuple[str, str, Zin]] = []
    for zin in alle_zinnen(stuk, tekst):
        for treffer in _VISIE_PERIODE.finditer(zin.tekst):
            periodes.setdefault(treffer["naam"].lower(), {}).setdefault(treffer["van"], set()).add(
                treffer["tot"]
            )
        einden += [
            ((treffer["naam"] or treffer["naam2"]).lower(), treffer["tot"], zin)
            for treffer in _VISIE_EIND.finditer(zin.tekst)
        ]
    for naam, per_begin in periodes.items():
        for van, tot in per_begin.items():
            if len(tot) > 1:
                yield _twee_looptijden(naam, [f"{van}-{jaar}" for jaar in sorted(tot)], None)
    for naam, eind, zin in einden:
        bekend = periodes.get(naam, {})
        if len(bekend) == 1 and not any(eind in tot for tot in bekend.values()):
            van, tot = next(iter(bekend.items()))
            yield _twee_looptijden(naam, [f"{van}-{min(tot)}", f"tot en met {eind}"], zin)


@controle(
    "W404",
    "Begin, einde en ondertekening kloppen niet",
    "fout",
    "De afspraken eindigen voor ze beginnen, of zijn getekend nadat ze zijn afgelopen.",
)
def volgorde_van_dagen(stuk: Stuk, _tekst: str) -> Iterable[Melding]:
    """The validity against itself and against the day of signing."""
    looptijd, datum = stuk.looptijd, stuk.ondertekening.datum if stuk.ondertekening else None
    if looptijd is None or looptijd.tot is None:
        return
    advies = "Verbeter de data van geldigheid of ondertekening."
    if looptijd.van and looptijd.van > looptijd.tot:
        uitleg = f"De afspraken gelden van {_dag(looptijd.van)} tot en met {_dag(looptijd.tot)}."
        yield Melding("geldigheid", uitleg, advies)
    if datum and datum > looptijd.tot:
        uitleg = f"De afspraken zijn getekend op {_dag(datum)}, maar golden tot en met {_dag(looptijd.tot)}."
        yield Melding("ondertekening <-> geldigheid", uitleg, advies)


@controle("W405", "Datum bestaat niet", "fout", "Een datum in de tekst bestaat niet, zoals 31 november 2025.")
def datum_bestaat_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Days beyond the end of their month; without a year 29 February exists."""
    for zin in alle_zinnen(stuk, tekst):
        for treffer in DATUM.finditer(zin.tekst):
            compleet = f"{treffer[0]} 2024" if not treffer["jaar"] else treffer[0]
            anders = DATUM.search(compleet)
            if anders and als_datum(anders) is None:
                yield Melding(zin.plaats, f"{treffer[0]} bestaat niet.", "Verbeter de datum.", zin.bron)


@controle(
    "W406",
    "Weekdag past niet bij de datum",
    "waarschuwing",
    "De dag van de week en de datum horen niet bij elkaar.",
)
def weekdag_past_niet(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Texts like "maandag 7 december 2020"."""
    for zin in alle_zinnen(stuk, tekst):
        for treffer in DATUM.finditer(zin.tekst):
            dag = als_datum(treffer)
            if dag and treffer["weekdag"] and WEEKDAGEN[dag.weekday()] != treffer["weekdag"].lower():
                yield Melding(
                    zin.plaats,
                    f"{_dag(dag)} is een {WEEKDAGEN[dag.weekday()]}, geen {treffer['weekdag'].lower()}.",
                    "Verbeter de dag of de datum.",
                    zin.bron,
                )


@controle(
    "W407",
    "Regeling bestaat niet meer",
    "waarschuwing",
    "Het stuk noemt een landelijke regeling die al was afgeschaft toen het werd gemaakt of bijgewerkt.",
)
def regeling_vervallen(stuk: Stuk, tekst: str) -> Iterable[Melding]:
    """Abolished rules, unless the sentence itself says that they are gone; each is reported once."""
    op = _datum_van(stuk, tekst)
    if op is None:
        return
    for regeling in vervallen(op):
        plekken = [
            zin
            for zin in alle_zinnen(stuk, tekst)
            if regeling.woord in zin.tekst.lower() and not _VOORBIJ.search(zin.tekst)
        ]
        in_kaders = any(regeling.woord in kader.titel.lower() for kader in stuk.kaders)
        if plekken or in_kaders:
            yield Melding(
                plekken[0].plaats if plekken else "bijlage",
                regeling.uitleg,
                "Haal de regeling weg, of schrijf erbij dat zij is vervallen.",
                plekken[0].bron if plekken else None,
            )


def _koppen(stuk: Stuk, tekst: str) -> Iterator[tuple[str, Bron | None]]:
    """Titles and headings that name a period of the agreements."""
    yield stuk.titel, None
    for tabel in stuk.tabellen:
        if "prestatieafspraken" in (tabel.titel or "").lower():
            yield tabel.titel or "", tabel.bron
    begin = 0
    for regel in tekst.split("\n"):
        kop = regel.strip("#*_ \t")
        eind = begin + len(regel)
        eigen = _EIGEN_STUK.search(kop) or (begin < 600 and PERIODE.fullmatch(kop))
        if eigen and len(kop) < 110 and not kop.endswith((".", ";", ",")) and not _ANDER_STUK.search(kop):
            yield kop, Bron(van=begin, tot=eind, citaat=regel)
        begin = eind + 1


def _verschilt(periode: re.Match[str], van: date | None, tot: date | None, *, is_titel: bool) -> bool:
    """Whether a period is not the validity; a heading that shares neither year is about something else."""
    begin, eind = _ander_begin(periode, van), _ander_eind(periode, tot)
    deelt = tot is not None and int(periode["van"]) <= tot.year <= int(periode["tot"]) + 2
    return (begin != eind and (deelt or not eind)) or (is_titel and (begin or eind))


def _ander_eind(periode: re.Match[str], tot: date | None) -> bool:
    if tot is None:
        return False
    goed = {tot.year, tot.year - 1} if tot.month < 3 else {tot.year}
    return int(periode["tot"]) not in goed


def _ander_begin(periode: re.Match[str], van: date | None) -> bool:
    if van is None:
        return False
    goed = {van.year, van.year + 1} if van.month > 9 else {van.year}
    return int(periode["van"]) not in goed


def _twee_looptijden(naam: str, periodes: list[str], zin: Zin | None) -> Melding:
    return Melding(
        zin.plaats if zin else naam,
        f"De {naam} loopt volgens het stuk {' en ook '.join(periodes)}.",
        "Ga na welke looptijd klopt en gebruik die overal.",
        zin.bron if zin else None,
    )


def _datum_van(stuk: Stuk, tekst: str) -> date | None:
    """The latest day the document gives: signing, start, or the year of an update on its title page."""
    dagen = [
        stuk.ondertekening.datum if stuk.ondertekening else None,
        stuk.looptijd.van if stuk.looptijd else None,
    ]
    titelblad = [stuk.titel, *tekst_van(stuk, tekst)[:400].split("\n")]
    for regel in titelblad:
        if _BIJGEWERKT.search(regel):
            dagen += [date(int(jaar), 1, 1) for jaar in re.findall(r"\b20\d\d\b", regel)]
    return max((dag for dag in dagen if dag), default=None)


def _dag(dag: date | None) -> str:
    if dag is None:
        return "onbekend"
    maanden = (
        "januari februari maart april mei juni juli augustus september oktober november december".split()
    )
    return f"{dag.day} {maanden[dag.month - 1]} {dag.year}"
