"""What each number of a stock table means: whose, which category, which change or stock, when, or a total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from wederkerig.voorraad.cellen import Cel
from wederkerig.voorraad.etiketten import Etiket, Rand, Rol, names_area
from wederkerig.voorraad.grootboek import TEKEN, Categorie, moment
from wederkerig.voorraad.tabelvorm import Vak, Vorm

Over = Literal["corporatie", "categorie", "jaar"]
_ANDERS = re.compile(
    r"huurprijs|huurklasse|streefhuur|aftopping|kortingsgrens|energie\s?label|energie-?index|\beuro|€|bijdrage|huishoud"
    r"|inwoner|toewijz|verhuring|mutatiegraad|wachttijd|zoektijd|inkomen|co2|verduurza|renovat|isol|onderhoud|budget"
    r"|kosten|investering|lening|statushouder|woningzoekend|reacties|slaagkans|huurachterstand|ontruiming",
    re.IGNORECASE,
)
_PROJECT = re.compile(r"^(?:project|locatie|complex|adres|plan)(?:naam|en)?\b", re.IGNORECASE)
_VERHUURDER = re.compile(r"corporatie|verhuurder|partij|woningstichting|organisatie", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duiding:
    """The meaning of one number.

    over: what a total takes together; "" in `corporatie` is all of them then. deel: what it is a part of
    (a type of dwelling, a village), to keep lines of one category apart. van, dag: its period, or the day of
    a stock; None while unknown. inclusief: what a balance takes in besides its own category.
    """

    cel: Cel
    waar: str
    rol: Rol
    corporatie: str = ""
    categorie: Categorie = "daeb"
    naar: Categorie | None = None
    deel: str = ""
    over: frozenset[Over] = frozenset()
    inclusief: frozenset[Categorie] = frozenset()
    rand: Rand | None = None
    van: date | None = None
    dag: date | None = None
    fictief: bool = False
    lijn: tuple[int, int] = (0, 0)


def interpret(
    vorm: Vorm, corporaties: Sequence[str] = (), looptijd: tuple[date, date] | None = None
) -> tuple[Duiding, ...]:
    """The numbers of a table that are about the stock; empty where the table is about something else.

    corporaties: the names of the parties, where they are known; other names are villages or kinds then.
    looptijd: the years the document is about, for a table that does not say.
    """
    if _about_else(vorm):
        return ()
    niveau, namen = _name_level(vorm, corporaties)
    gelezen = [een for vak in vorm.vakken if (een := _meaning(vak, vorm, niveau, namen)) is not None]
    if not any(een.rol for een in gelezen) or not _says_stock(vorm):
        return ()
    return tuple(_dated(gelezen, vorm, looptijd))


def _about_else(vorm: Vorm) -> bool:
    """Whether a table is about rents, labels or money, or lists projects."""
    teksten = [vorm.titel.tekst, *(hoek.tekst for hoek in vorm.hoeken)]
    teksten += {een.tekst for vak in vorm.vakken for laag, een in vak.etiketten.items() if laag[:3] == "kop"}
    return any(_ANDERS.search(tekst) for tekst in teksten) or any(
        _PROJECT.match(hoek.tekst) for hoek in vorm.hoeken
    )


def _says_stock(vorm: Vorm) -> bool:
    """Whether some label names a change or a stock."""
    etiketten = [vorm.titel, *vorm.hoeken, *(een for vak in vorm.vakken for een in vak.etiketten.values())]
    return any(een.rol is not None for een in etiketten)


# --- names -----------------------------------------------------------------------------------------


def _name_level(vorm: Vorm, corporaties: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """On which level the corporations stand, and their names; ("", ()) where none are named."""
    lagen = _names_by_level(vorm)
    if corporaties:
        eigen = {laag: [naam for naam in namen if _known(naam, corporaties)] for laag, namen in lagen.items()}
        beste = max(eigen, key=lambda laag: len(eigen[laag]), default="")
        return (beste, tuple(eigen[beste])) if beste and eigen[beste] else ("", ())
    lagen = {laag: namen for laag, namen in lagen.items() if not _are_areas(vorm, laag)}
    for plek, hoek in enumerate(vorm.hoeken):
        if _VERHUURDER.search(hoek.tekst) and lagen.get(f"rij {plek}"):
            return f"rij {plek}", tuple(lagen[f"rij {plek}"])
    gewogen = {laag: _proper(vorm, laag, namen) for laag, namen in lagen.items()}
    beste = max(gewogen, key=lambda laag: (gewogen[laag], len(lagen[laag]), laag[:1] != "r"), default="")
    return (beste, tuple(lagen[beste])) if beste and gewogen[beste] > 0.5 else ("", ())


def _names_by_level(vorm: Vorm) -> dict[str, list[str]]:
    lagen: dict[str, dict[str, None]] = {}
    for vak in vorm.vakken:
        for laag, een in _with_corner(vak, vorm).items():
            if een.naam and not een.totaal and not names_area(een.tekst):
                lagen.setdefault(laag, {})[een.naam] = None
    return {laag: list(namen) for laag, namen in lagen.items()}


def _with_corner(vak: Vak, vorm: Vorm) -> dict[str, Etiket]:
    """The labels of a number; where other blocks have a name, the corner is that of the first."""
    etiketten = dict(vak.etiketten)
    if "blok" not in etiketten and vorm.hoek.naam and not names_area(vorm.hoek.tekst):
        etiketten["blok"] = vorm.hoek
    return etiketten


def _are_areas(vorm: Vorm, laag: str) -> bool:
    plek = int(laag[4:]) if laag.startswith("rij") else None
    return plek is not None and names_area(vorm.hoeken[plek].tekst)


def _proper(vorm: Vorm, laag: str, namen: list[str]) -> float:
    """Which share of the names on a level may be those of corporations: capitals, and no kind of dwelling."""
    etiketten = {
        vak.etiketten[laag].naam: vak.etiketten[laag] for vak in vorm.vakken if laag in vak.etiketten
    }
    soorten = {naam for naam in namen if naam in etiketten and etiketten[naam].soortwoning}
    eigen = [naam for naam in namen if naam not in soorten and re.match(r"(?:de |het |'t )?[A-Z0-9]", naam)]
    return len(eigen) / len(namen)


def _known(naam: str, corporaties: Sequence[str]) -> bool:
    kaal = naam.casefold()
    return any(kaal in ander.casefold() or ander.casefold() in kaal for ander in corporaties)


# --- one number ------------------------------------------------------------------------------------


def _meaning(vak: Vak, vorm: Vorm, niveau: str, namen: tuple[str, ...]) -> Duiding | None:
    """What one number means, all but its day; None where its line is about something else."""
    etiketten = _with_corner(vak, vorm)
    if any(_ANDERS.search(een.tekst) for een in etiketten.values()):
        return None
    delen = [een for een in etiketten.values() if een.deel]
    if delen and not any(een.fictief for een in delen):
        return None
    over, saldo = _totals(vak, vorm, niveau, namen)
    rol = "saldo" if saldo else _role_of(etiketten, vorm)
    if rol is None and not any(een.fictief for een in delen):
        return None
    corporatie = "" if "corporatie" in over else _corporation(etiketten, niveau, namen)
    eigen = [etiketten[laag] for laag in sorted(etiketten, reverse=True)]
    categorieen = [een.categorie for een in [*eigen, *vorm.hoeken, vorm.titel] if een.categorie]
    bijzonder = next((een for een in categorieen[: len(eigen)] if een != "daeb"), None)
    return Duiding(
        cel=vak.cel,
        waar=_place(etiketten),
        rol=rol or "toevoeging",
        corporatie=corporatie,
        categorie=bijzonder or (categorieen[0] if categorieen else "daeb"),
        naar=next((een.naar for een in eigen if een.naar), None),
        deel=" ".join(een.naam for laag, een in etiketten.items() if een.naam and laag != niveau),
        over=over,
        inclusief=frozenset(een for etiket in eigen for een in etiket.inclusief),
        rand=next((een.rand for een in eigen if een.rol == "stand" and een.rand), None),
        fictief=bool(delen),
        lijn=(vak.rij, vak.kolom),
    )


def _role_of(etiketten: Mapping[str, Etiket], vorm: Vorm) -> Rol | None:
    """Changes go before balances, and these before stocks; then what the block, corner or title says."""
    eigen = [een.rol for laag, een in etiketten.items() if laag != "blok" and een.rol]
    for gezocht in (_is_change, lambda rol: rol == "saldo", lambda rol: rol == "stand"):
        gevonden = next((rol for rol in eigen if gezocht(rol)), None)
        if gevonden:
            return gevonden
    boven = [
        een.rol for een in (etiketten.get("blok"), *vorm.hoeken, vorm.titel) if een is not None and een.rol
    ]
    if boven and boven[0] != "saldo":
        return boven[0]
    if not any(_changes(vorm)):
        return None
    if any(_is_moment(een) for een in etiketten.values()):
        return "stand"
    return "toevoeging" if any(een.categorie for een in etiketten.values()) else None


def _is_moment(etiket: Etiket) -> bool:
    """Whether a label is only a moment, such as "Eind 2028": between changes that is a stock."""
    return bool(etiket.wanneer.dag and etiket.rand and not etiket.naam)


def _is_change(rol: Rol | None) -> bool:
    return rol is not None and rol not in {"saldo", "stand"}


def _changes(vorm: Vorm) -> Iterable[bool]:
    return (_is_change(een.rol) for vak in vorm.vakken for een in vak.etiketten.values())


def _corporation(etiketten: Mapping[str, Etiket], niveau: str, namen: tuple[str, ...]) -> str:
    """The corporation of a number: on its own level, or named inside another label."""
    eigen = etiketten.get(niveau)
    if eigen is not None and eigen.naam in namen:
        return eigen.naam
    for een in etiketten.values():
        genoemd = _named(een, namen)
        if len(genoemd) == 1:
            return genoemd[0]
    return ""


def _named(etiket: Etiket, namen: Iterable[str]) -> list[str]:
    tekst = etiket.tekst.casefold()
    return [naam for naam in namen if naam.casefold() in tekst]


def _place(etiketten: Mapping[str, Etiket]) -> str:
    """Where a number stands, in words: its row and its column."""
    rij = [een.tekst for laag, een in etiketten.items() if laag[:3] in {"rij", "blo"} and een.tekst]
    kop = [een.tekst for laag, een in etiketten.items() if laag[:3] == "kop" and een.tekst]
    woorden = f"rij '{', '.join(dict.fromkeys(rij))}'"
    return f"{woorden}, kolom '{' '.join(dict.fromkeys(kop))}'" if kop else woorden


def _totals(vak: Vak, vorm: Vorm, niveau: str, namen: tuple[str, ...]) -> tuple[frozenset[Over], bool]:
    """What a number takes together, and whether it is a balance of kinds."""
    over: set[Over] = set()
    saldo = False
    for laag, etiket in vak.etiketten.items():
        if not etiket.totaal:
            continue
        anderen = _others(vak, vorm, laag)
        samen = _named(etiket, namen)
        if len(samen) != 1 and (
            (laag == niveau and anderen)
            or any(naam.casefold() in een.tekst.casefold() for een in anderen for naam in namen)
            or (niveau == "blok" and (len(samen) > 1 or etiket.allen))
        ):
            over.add("corporatie")
        if any(een.wanneer.tot and een.rol is None for een in anderen):
            over.add("jaar")
        if any(een.rol is None and not een.wanneer and _is_part(een, namen) for een in anderen):
            over.add("categorie")
        eigen = [
            een for andere, een in vak.etiketten.items() if andere != "blok" and (een.rol or _is_moment(een))
        ]
        saldo = saldo or (not eigen and _kinds(vak, vorm) > 1)
    return frozenset(over), saldo


def _is_part(etiket: Etiket, namen: tuple[str, ...]) -> bool:
    """Whether a label names a category, a type of dwelling or a village."""
    return bool(etiket.categorie or etiket.soortwoning or (etiket.naam and etiket.naam not in namen))


def _kinds(vak: Vak, vorm: Vorm) -> int:
    """How many kinds of change stand in the block of a number."""
    return len(
        {
            een.rol
            for ander in vorm.vakken
            if ander.blok == vak.blok
            for een in ander.etiketten.values()
            if _is_change(een.rol)
        }
    )


def _others(vak: Vak, vorm: Vorm, laag: str) -> list[Etiket]:
    """The other labels on a level, in the block of a number, that are no totals; each once."""
    anderen = {
        ander.etiketten[laag].tekst: ander.etiketten[laag]
        for ander in vorm.vakken
        if ander.blok == vak.blok and laag in ander.etiketten
    }
    return [een for een in anderen.values() if not een.totaal and not een.deel]


# --- when ------------------------------------------------------------------------------------------


def _dated(gelezen: list[Duiding], vorm: Vorm, looptijd: tuple[date, date] | None) -> list[Duiding]:
    """The same numbers with their days: of their own labels, the stocks beside them, the title, the term."""
    op_plek = {(vak.rij, vak.kolom): vak for vak in vorm.vakken}
    rijen_met_mutaties = [een.lijn for een in gelezen if _is_change(een.rol)]
    gedateerd = []
    for een in gelezen:
        etiketten = [*op_plek[een.lijn].etiketten.values(), *vorm.hoeken]
        gedateerd.append(_own_day(een, etiketten, rijen_met_mutaties))
    standen = sorted({een.dag for een in gedateerd if een.rol == "stand" and een.dag})
    periode = _period(standen, vorm.titel, looptijd)
    return [_filled_in(een, standen, periode) for een in gedateerd]


def _own_day(een: Duiding, etiketten: Sequence[Etiket], mutaties: Sequence[tuple[int, int]]) -> Duiding:
    """The day or the years that its own labels say."""
    if "jaar" in een.over:
        jaren = [etiket.wanneer for etiket in etiketten if etiket.wanneer.tot and etiket.totaal]
    else:
        jaren = [etiket.wanneer for etiket in etiketten if etiket.wanneer]
    if not jaren:
        return een
    if een.rol != "stand":
        kiest = next((een for een in jaren if een.tot), jaren[0])
        if kiest.tot:
            van = date(kiest.van, 1, 1) if kiest.van else None
            return replace(een, van=van, dag=date(kiest.tot, 12, 31))
        return replace(een, dag=kiest.dag)
    dag = next((wanneer.dag for wanneer in jaren if wanneer.dag), None)
    if dag is not None:
        return replace(een, dag=dag)
    eerste = jaren[0]
    erboven = bool(mutaties) and een.lijn < min(mutaties) and een.rand is None and eerste.van == eerste.tot
    begin = een.rand == "begin" or (erboven and _year_apart(etiketten))
    jaar = (eerste.van or eerste.tot) if begin else eerste.tot
    return replace(een, dag=date(jaar or 1, 1, 1) if begin else date(jaar or 1, 12, 31))


def _year_apart(etiketten: Sequence[Etiket]) -> bool:
    """Whether the year is a label of its own, so that the table runs through years."""
    return any(een.wanneer.tot and een.rol is None and not een.naam for een in etiketten)


def _period(
    standen: Sequence[date], titel: Etiket, looptijd: tuple[date, date] | None
) -> tuple[date | None, date | None]:
    """First and last day that a table is about."""
    if len(standen) > 1:
        return _after(standen[0]), standen[-1]
    wanneer = titel.wanneer
    if wanneer.tot:
        return (date(wanneer.van, 1, 1) if wanneer.van else None), date(wanneer.tot, 12, 31)
    return looptijd or (None, None)


def _filled_in(een: Duiding, standen: Sequence[date], periode: tuple[date | None, date | None]) -> Duiding:
    """A number without days of its own takes those of the table."""
    van, tot = periode
    if een.dag is not None:
        if een.rol != "stand" and een.van is None and standen and standen[0] < een.dag:
            return replace(een, van=_after(standen[0]))
        return een
    if een.rol == "stand":
        return replace(een, dag=van if een.rand == "begin" else tot if een.rand == "eind" else None)
    return replace(een, van=van, dag=tot)


def _after(dag: date) -> date:
    """The first day after a stock was counted."""
    return moment(dag) + timedelta(days=1)


def signed(een: Duiding) -> int:
    """A change with its sign; what goes off is printed with and without a minus."""
    rol = een.rol
    if rol == "stand" or rol in {"saldo", "omzetting"}:
        return een.cel.waarde
    if rol == "vervanging":
        return (
            (een.cel.nieuwbouw or 0) - (een.cel.sloop or 0) if een.cel.sloop is not None else een.cel.waarde
        )
    return TEKEN[rol] * abs(een.cel.waarde) if TEKEN[rol] < 0 else een.cel.waarde
