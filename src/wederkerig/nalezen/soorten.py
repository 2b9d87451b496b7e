"""The kinds of facts: the fields of each that a person can settle, and what hangs below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from wederkerig.model import (
    Afspraak,
    Begrip,
    Getal,
    Hoofdstuk,
    Kader,
    Partij,
    Stap,
    Stuk,
    Tabel,
    Termijn,
    Thema,
    Verwijzing,
    Wijziging,
)
from wederkerig.model.bron import Model
from wederkerig.nalezen.item import Invoer, Keuze
from wederkerig.nalezen.keuzes import ONDERDELEN, PARTIJ_SOORTEN, RELATIES, STUK_SOORTEN, WIJZIGING_SOORTEN
from wederkerig.nalezen.verbetering import FeitSoort


@dataclass(frozen=True, slots=True)
class Vak:
    """A field as it is for every fact of a kind.

    bij: the choices are the parties or themes of the document. los: only a fact that a person adds has it.
    """

    naam: str
    label: str
    invoer: Invoer = "tekst"
    verplicht: bool = False
    keuzes: tuple[Keuze, ...] = ()
    bij: Literal["partijen", "themas"] | None = None
    los: bool = False


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of fact.

    lijsten: which kinds hang below it, by the field of the model they stand in. woorden: what it says,
    by which a person knows it. over: the fields its doubt can be about (None: any); for agreements and
    steps `twijfel` knows them by sentence.
    """

    naam: FeitSoort
    model: type[Model]
    vakken: tuple[Vak, ...]
    woorden: Callable[[Any], str]
    lijsten: Mapping[str, FeitSoort] = field(default_factory=dict)
    over: frozenset[str] | None = None

    def vak(self, naam: str | None) -> Vak | None:
        """The field of that name."""
        return next((vak for vak in self.vakken if vak.naam == naam), None)


_WOORDEN = Vak("tekst", "Woorden in het stuk", verplicht=True, los=True)
_ACTOREN = Vak("actoren", "Wie", "lijst", bij="partijen")
_DERDEN = Vak("derden", "Anderen die iets doen", "lijst")


def _kop(stuk: Stuk) -> str:
    return stuk.titel


def _thema(thema: Thema) -> str:
    return thema.titel or thema.context or "\n".join((*thema.doelen, *thema.ambities))


def _tabel(tabel: Tabel) -> str:
    return "\n".join(" ".join(row) for row in (tabel.kop, *tabel.rijen)) or tabel.titel or ""


def _wijziging(wijziging: Wijziging) -> str:
    doel = wijziging.doel
    quoted = wijziging.bron.citaat if wijziging.bron else ""
    target = f"{wijziging.soort} {doel.nummer or doel.onderdeel or ''} {doel.titel or ''}"
    return quoted or f"{wijziging.huidig or ''} {wijziging.tekst}".strip() or target


_ALL = (
    Soort(
        "kop",
        Stuk,
        (
            Vak("titel", "Titel", verplicht=True),
            Vak("gemeente", "Gemeente"),
            Vak("soort", "Soort stuk", "keuze", verplicht=True, keuzes=STUK_SOORTEN),
            Vak("looptijd.van", "Geldt vanaf", "datum"),
            Vak("looptijd.tot", "Geldt tot en met", "datum"),
            Vak("ondertekening.plaats", "Getekend in"),
            Vak("ondertekening.datum", "Getekend op", "datum"),
        ),
        _kop,
        {
            "partijen": "partij",
            "themas": "thema",
            "afspraken": "afspraak",
            "getallen": "getal",
            "termijnen": "termijn",
            "tabellen": "tabel",
            "begrippen": "begrip",
            "kaders": "kader",
            "hoofdstukken": "hoofdstuk",
            "wijzigingen": "wijziging",
        },
    ),
    Soort(
        "partij",
        Partij,
        (
            Vak("naam", "Naam", verplicht=True),
            Vak("kort", "Heet in het stuk", verplicht=True),
            Vak("soort", "Soort partij", "keuze", verplicht=True, keuzes=PARTIJ_SOORTEN),
            Vak("vertegenwoordiger.naam", "Wie tekent"),
            Vak("vertegenwoordiger.functie", "Functie van wie tekent"),
        ),
        lambda partij: str(partij.naam),
        over=frozenset({"naam", "kort", "soort"}),
    ),
    Soort(
        "thema",
        Thema,
        (
            Vak("titel", "Titel"),
            Vak("context", "Inleiding", "lange tekst"),
            Vak("doelen", "Doelen", "lijst"),
            Vak("ambities", "Ambities", "lijst"),
        ),
        _thema,
        over=frozenset({"titel"}),
    ),
    Soort(
        "afspraak",
        Afspraak,
        (
            Vak("nummer", "Nummer", verplicht=True),
            Vak("thema", "Thema", "keuze", bij="themas"),
            Vak("rubriek", "Kopje"),
            Vak("tekst", "Tekst", "lange tekst", verplicht=True),
            _ACTOREN,
            _DERDEN,
        ),
        lambda afspraak: str(afspraak.tekst),
        {"getallen": "getal", "termijnen": "termijn", "verwijzingen": "verwijzing", "stappen": "stap"},
    ),
    Soort(
        "stap",
        Stap,
        (Vak("tekst", "Tekst", "lange tekst", verplicht=True), _ACTOREN, _DERDEN),
        lambda stap: str(stap.tekst),
        {"getallen": "getal", "termijnen": "termijn"},
    ),
    Soort(
        "getal",
        Getal,
        (
            _WOORDEN,
            Vak("relatie", "Minimaal, maximaal …", "keuze", verplicht=True, keuzes=RELATIES),
            Vak("waarde", "Getal", "getal", verplicht=True),
            Vak("tot", "Tot", "getal"),
            Vak("eenheid", "Eenheid", verplicht=True),
        ),
        lambda getal: str(getal.tekst),
    ),
    Soort(
        "termijn",
        Termijn,
        (_WOORDEN, Vak("tot", "Uiterste dag", "dag")),
        lambda termijn: str(termijn.tekst),
    ),
    Soort(
        "verwijzing",
        Verwijzing,
        (_WOORDEN, Vak("nummer", "Verwijst naar afspraak", verplicht=True)),
        lambda verwijzing: str(verwijzing.tekst or verwijzing.nummer),
    ),
    Soort(
        "tabel",
        Tabel,
        (
            Vak("titel", "Titel"),
            Vak("kop", "Koppen van de kolommen", "rij"),
            Vak("rijen", "Rijen", "tabel"),
            Vak("afspraak", "Hoort bij afspraak"),
        ),
        _tabel,
    ),
    Soort(
        "begrip",
        Begrip,
        (
            Vak("term", "Begrip", verplicht=True),
            Vak("definitie", "Betekenis", "lange tekst", verplicht=True),
        ),
        lambda begrip: str(begrip.term),
    ),
    Soort(
        "kader",
        Kader,
        (
            Vak("titel", "Titel", verplicht=True),
            Vak("niveau", "Staat onder"),
            Vak("datum", "Datum", "datum of tekst"),
        ),
        lambda kader: str(kader.titel),
    ),
    Soort(
        "hoofdstuk",
        Hoofdstuk,
        (Vak("titel", "Titel"), Vak("tekst", "Tekst", "lange tekst")),
        lambda hoofdstuk: str(hoofdstuk.titel or hoofdstuk.tekst),
    ),
    Soort(
        "wijziging",
        Wijziging,
        (
            Vak("soort", "Soort wijziging", "keuze", verplicht=True, keuzes=WIJZIGING_SOORTEN),
            Vak("doel.nummer", "Van afspraak"),
            Vak("doel.onderdeel", "Van onderdeel", "keuze", keuzes=ONDERDELEN),
            Vak("doel.thema", "In thema"),
            Vak("huidig", "Huidige tekst", "lange tekst"),
            Vak("tekst", "Nieuwe tekst", "lange tekst"),
            Vak("reden", "Reden", "lange tekst"),
            Vak("jaar", "Jaar", "jaar"),
        ),
        _wijziging,
    ),
)
SOORTEN: Mapping[str, Soort] = {soort.naam: soort for soort in _ALL}
"""Every kind of fact by its name."""
