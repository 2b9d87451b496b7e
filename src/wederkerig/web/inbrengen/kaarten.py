"""An amendment as it is shown: a card with its title, its state, the words of the plan, a form to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from wederkerig.export.words import one_line
from wederkerig.model import Beslissing, Doel, Overeenkomst, Wijziging
from wederkerig.web.register.domain.beslissen import code_of
from wederkerig.web.register.domain.passages import Passage
from wederkerig.web.register.domain.plekken import Groep, choices
from wederkerig.web.register.domain.verwerken import AndereKeuzeError, Overzicht, Regel
from wederkerig.web.register.models import Keuze
from wederkerig.web.vormgeving.woorden import WIJZIGING_SOORTEN

_BEFORE = 6  # words of the plan that say where an amendment stands
_LONG = 600  # characters of a quote that is shown folded


class Citaat(NamedTuple):
    """Words of the plan, and what they are. vouw: shown folded; they are long, or not needed."""

    wat: str
    tekst: str
    vouw: bool = False


@dataclass(frozen=True, slots=True)
class Formulier:
    """What can be filled in to decide otherwise, with what stands in it now."""

    groepen: tuple[Groep, ...]
    plaats: str
    nummer: str | None
    huidig: Citaat | None
    tekst: Citaat | None
    toelichting: str
    reden: str


class Botsing(NamedTuple):
    """Two choices of one amendment: the one that is there, the one that was made, and the fields of that."""

    daar: Keuze
    eigen: Mapping[str, Any]
    velden: tuple[tuple[str, str], ...]


class Knop(NamedTuple):
    """A way out that takes one button: its kind, the passage as it would become, the fields that are sent."""

    soort: str
    passage: Passage | None
    velden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kaart:
    """A card. vorige, volgende: the cards beside it. fout: what is wrong with what was just filled in.

    plaats: the words of the plan that stand before the amendment. sleutel: its fact in the reading.
    bij, ingevuld: the form that was sent, and its fields. kijk: it was worked on just now.
    """

    regel: Regel
    titel: str
    wordt: str
    soort: str
    status: tuple[str, str]
    citaten: tuple[Citaat, ...]
    plaats: str = ""
    sleutel: str = ""
    knoppen: tuple[Knop, ...] = ()
    formulier: Formulier | None = None
    vorige: int | None = None
    volgende: int | None = None
    fout: str = ""
    bij: str = ""
    botsing: Botsing | None = None
    kijk: bool = False

    @property
    def nummer(self) -> int:
        """The number of the amendment in the plan."""
        return self.regel.nummer


@dataclass(frozen=True, slots=True)
class Aandacht:
    """The card that was just worked on: what is open on it, and what came of it.

    ingevuld: the fields as they were sent, to lose nothing. bij: which form they are of.
    """

    nummer: int = 0
    open: bool = False
    fout: str = ""
    bij: str = ""
    ingevuld: Mapping[str, str] | None = None
    botsing: AndereKeuzeError | None = None


def cards(overzicht: Overzicht, aandacht: Aandacht, sleutels: Sequence[str] = ()) -> list[Kaart]:
    """A card for each amendment, in the order in which they are shown.

    sleutels: the facts they are in the reading, in the order of the plan.
    """
    voor = overzicht.voorstel.voor.stuk
    order = [None, *(regel.nummer for regel in overzicht.regels), None]
    return [
        replace(
            _card(voor, regel, aandacht, order[at - 1], order[at + 1]),
            sleutel=sleutels[regel.nummer - 1] if regel.nummer <= len(sleutels) else "",
        )
        for at, regel in enumerate(overzicht.regels, start=1)
    ]


def _card(
    voor: Overeenkomst, regel: Regel, aandacht: Aandacht, vorige: int | None, volgende: int | None
) -> Kaart:
    here = regel.nummer == aandacht.nummer
    opened = regel.verwerking.conflict is not None or (here and (aandacht.open or bool(aandacht.fout)))
    bron = regel.verwerking.wijziging.bron
    sent = dict(aandacht.ingevuld or {}) if here else {}
    return Kaart(
        regel=regel,
        titel=_title(regel),
        wordt=_renumbered(regel),
        soort=str(WIJZIGING_SOORTEN[regel.verwerking.wijziging.soort]),
        status=_status(regel),
        citaten=tuple(_quotes(regel)),
        plaats=" ".join(bron.voor.split()[1:][-_BEFORE:]) if bron else "",
        knoppen=tuple(_buttons(voor, regel)),
        formulier=_form(voor, regel, sent) if opened else None,
        vorige=vorige,
        volgende=volgende,
        fout=aandacht.fout if here else "",
        bij=aandacht.bij if here else "",
        botsing=_clash(aandacht.botsing, sent) if here and aandacht.botsing else None,
        kijk=here,
    )


def _clash(error: AndereKeuzeError, sent: Mapping[str, str]) -> Botsing:
    mine = error.mine.model_dump(exclude_none=True) if error.mine else {}
    fields = tuple((name, value) for name, value in sent.items() if name not in {"wijziging", "gezien"})
    return Botsing(error.theirs, mine, fields)


def _buttons(voor: Overeenkomst, regel: Regel) -> Iterator[Knop]:
    groepen = choices(voor, regel.verwerking)
    for uitweg in regel.uitwegen:
        said = uitweg.beslissing
        fields = {"plaats": code_of(groepen, said.doel), "huidig": said.huidig, "tekst": said.tekst}
        yield Knop(uitweg.soort, uitweg.passage, tuple((n, v) for n, v in fields.items() if v is not None))


def _title(regel: Regel) -> str:
    """Where it lands, as people call it."""
    passage = regel.passage
    if passage is not None and passage.naam:
        kind, _space, number = passage.naam.partition(" ")
        naam = _("afspraak %(nummer)s") % {"nummer": number} if kind == "afspraak" else passage.naam
        return _("nieuwe %(naam)s") % {"naam": naam} if passage.nieuw else naam
    return target_name(regel.verwerking.wijziging.doel)


def target_name(doel: Doel) -> str:
    """What an amendment is about: afspraak 7, de doelen van Wonen, de bijlage."""
    if doel.nummer:
        return _("afspraak %(nummer)s") % {"nummer": one_line(doel.nummer)}
    named = doel.titel or doel.thema
    names = {
        "doelen": _("de doelen"),
        "proces": _("de werkwijze"),
        "bijlage": _("de bijlage"),
        "tabel": _("een tabel"),
        "thema": _("een thema"),
        "begrippen": _("de begrippen"),
        "partijen": _("de partijen"),
        "kop": _("de titel en de looptijd"),
        "stappen": _("de stappen"),
    }
    kind = names.get(doel.onderdeel or "", _("het document"))
    return f"{kind} ({one_line(named)})" if named else kind


def _renumbered(regel: Regel) -> str:
    """The number its agreement gets, where that is another than the one it has."""
    doel, passage = regel.verwerking.doel, regel.passage
    if doel is None or doel.nummer is None or passage is None or passage.nieuw or not passage.afspraak:
        return ""
    return "" if passage.naam == f"afspraak {doel.nummer}" else doel.nummer


def _status(regel: Regel) -> tuple[str, str]:
    verwerking = regel.verwerking
    if verwerking.conflict is not None:
        mine = verwerking.beslissing is not None
        return "let-op", _("Uw keuze past niet meer") if mine else _("Past niet precies")
    if regel.afgewezen:
        return "neutraal", _("Niet overgenomen")
    if verwerking.beslissing is not None:
        return "goed", _("Aangepast overgenomen")
    return "goed", _("Past precies")


def _quotes(regel: Regel) -> Iterator[Citaat]:
    """The proposal in the words of the plan."""
    wijziging, conflict = regel.verwerking.wijziging, regel.verwerking.conflict
    labels = {
        "aanvulling": _("Dit komt erbij"),
        "wijziging": _("Dit komt ervoor in de plaats"),
        "verwijderen": _("Dit vervalt"),
        "nieuw": _("Dit wordt een nieuwe afspraak"),
        "bijlage": _("Dit komt in de bijlage"),
        "verplaatsing": _("Deze afspraak krijgt een andere plaats of een ander nummer"),
    }
    if wijziging.huidig and wijziging.soort != "verplaatsing":
        fold = conflict is None or len(wijziging.huidig) > _LONG
        yield Citaat(_("Volgens het jaarplan staat er nu"), wijziging.huidig, fold)
    words = wijziging.tekst
    if wijziging.plek is not None:
        words = " · ".join(part for part in (wijziging.plek.nummer, wijziging.plek.thema) if part)
    if words:
        yield Citaat(labels[wijziging.soort], words, len(words) > 2 * _LONG)


# --- the form --------------------------------------------------------------------------------------


def _form(voor: Overeenkomst, regel: Regel, sent: Mapping[str, str]) -> Formulier:
    verwerking = regel.verwerking
    wijziging = verwerking.wijziging
    decided = verwerking.beslissing or Beslissing(wijziging=regel.nummer, keuze="toepassen")
    groepen = choices(voor, verwerking)
    quoted, words = _field_labels(wijziging)
    huidig = _value(sent, "huidig", decided.huidig, wijziging.huidig)
    tekst = _value(sent, "tekst", decided.tekst, wijziging.tekst)
    target = decided.doel or wijziging.doel
    own = wijziging.soort == "nieuw" and wijziging.doel.onderdeel is None
    reason = decided.toelichting or ""
    return Formulier(
        groepen=groepen,
        plaats=sent.get("plaats") or code_of(groepen, decided.doel),
        nummer=sent.get("nummer", target.nummer or "") if own else None,
        huidig=Citaat(quoted, huidig) if quoted else None,
        tekst=Citaat(words, tekst) if words else None,
        toelichting=sent.get("toelichting", reason),
        reden=sent.get("toelichting") or (reason if decided.keuze == "afwijzen" else _suggested(regel)),
    )


def _value(sent: Mapping[str, str], name: str, decided: str | None, proposed: str | None) -> str:
    if name in sent:
        return sent[name]
    return (proposed or "") if decided is None else decided


def _field_labels(wijziging: Wijziging) -> tuple[str, str]:
    """What the two fields are called; none for what an amendment of this kind does not have."""
    if wijziging.inhoud is not None or wijziging.tabel is not None or wijziging.soort == "verplaatsing":
        return "", ""
    return {
        "wijziging": (_("Welke woorden in de afspraken veranderen?"), _("Wat komt ervoor in de plaats?")),
        "aanvulling": (_("Welke tekst haalt het jaarplan aan?"), _("Wat komt erbij?")),
        "verwijderen": (_("Welke tekst haalt het jaarplan aan?"), _("Welke woorden vervallen?")),
        "nieuw": ("", _("Wat wordt de tekst van de nieuwe afspraak?")),
        "bijlage": ("", _("Wat komt in de bijlage?")),
    }[wijziging.soort]


def _suggested(regel: Regel) -> str:
    """A reason to leave it out that follows from the conflict; a person can write another."""
    conflict = regel.verwerking.conflict
    if conflict is None:
        return ""
    if conflict.soort == "staat er al":
        return _("Deze tekst staat al in de afspraken.")
    if conflict.soort == "ontbreekt" and regel.verwerking.wijziging.soort == "verwijderen":
        return _("Deze tekst staat niet meer in de afspraken.")
    return ""
