"""How one amendment goes: understood first, carried out later, and told in the end."""

from __future__ import annotations

from dataclasses import dataclass

from wederkerig.consolidation.botsing import conflict_of, place_name
from wederkerig.consolidation.citaat import has_words
from wederkerig.consolidation.ingreep import Ingreep, Mislukt, letter_span, locate
from wederkerig.consolidation.teksten import Plaats, Register, bare, find_text, plain_number
from wederkerig.consolidation.volgorde import Zet, find_theme, theme_of
from wederkerig.consolidation.werkstuk import Concept
from wederkerig.model import Beslissing, Conflict, Plek, Wijziging


@dataclass(slots=True)
class Gang:
    """An amendment on its way.

    voorstel: as proposed; wijziging: as a person settled it. Of plaats with ingreep, zet and deel (a
    part that is no text) one is there once it is understood, or else a conflict. aanvaard: its words
    with the numbers that hold now, where they got others.
    """

    nummer: int
    voorstel: Wijziging
    wijziging: Wijziging
    beslissing: Beslissing | None = None
    plaats: Plaats | None = None
    ingreep: Ingreep | None = None
    zet: Zet | None = None
    deel: bool = False
    conflict: Conflict | None = None
    aanvaard: str | None = None
    waar: str = ""

    @property
    def rejected(self) -> bool:
        """Whether a person decided against it."""
        return self.beslissing is not None and self.beslissing.keuze == "afwijzen"

    @property
    def goes(self) -> bool:
        """Whether it is to be carried out."""
        return self.conflict is None and not self.rejected


def understand(register: Register, nummer: int, voorstel: Wijziging, beslissing: Beslissing | None) -> Gang:
    """What the amendment wants, and where it lands in the text as it stands before the plan."""
    gang = Gang(nummer, voorstel, _settled(voorstel, beslissing), beslissing)
    if gang.rejected:
        return gang
    wijziging = gang.wijziging
    if wijziging.soort == "nieuw" and not _is_part(wijziging):
        _of_new(register, gang)
    elif wijziging.inhoud is not None and wijziging.inhoud.stappen is not None:
        _of_steps(register, gang)
    elif wijziging.inhoud is not None or _is_part(wijziging):
        gang.deel = True
    elif wijziging.soort == "verplaatsing":
        _of_move(register, gang)
    else:
        _of_text(register, gang)
    gang.waar = place_name(register, wijziging, gang.plaats)
    return gang


def _is_part(wijziging: Wijziging) -> bool:
    if wijziging.tabel is not None or wijziging.soort == "bijlage":
        return True
    return wijziging.doel.onderdeel not in {None, "proces"}


def _settled(voorstel: Wijziging, beslissing: Beslissing | None) -> Wijziging:
    """The amendment in the words and at the place a person chose."""
    if beslissing is None:
        return voorstel
    chosen = {"doel": beslissing.doel, "huidig": beslissing.huidig, "tekst": beslissing.tekst}
    return voorstel.model_copy(update={name: value for name, value in chosen.items() if value is not None})


def fail(register: Register, gang: Gang, mislukt: Mislukt) -> None:
    """Put the amendment in conflict."""
    vroeger = (
        register.ids[gang.plaats.naam].vroeger if gang.plaats and gang.plaats.soort == "afspraak" else ()
    )
    gang.conflict = conflict_of(register, gang.wijziging, mislukt, gang.plaats, vroeger)


def _of_text(register: Register, gang: Gang) -> None:
    plaats = find_text(register, gang.wijziging)
    if isinstance(plaats, Mislukt):
        fail(register, gang, plaats)
        return
    gang.plaats = plaats
    if _names_no_part(register, gang.wijziging, plaats):
        fail(register, gang, Mislukt("onbekend", gang.wijziging.doel.nummer or ""))
        return
    found = locate(register.text_at(plaats), gang.wijziging, register.struck.get(plaats, ()))
    if isinstance(found, Mislukt):
        fail(register, gang, found)
    else:
        gang.ingreep = found


def _names_no_part(register: Register, wijziging: Wijziging, plaats: Plaats) -> bool:
    """Whether a part that the agreement does not have (12f) is to go or to be replaced, without any quote."""
    if wijziging.soort == "aanvulling" or has_words(wijziging.huidig) or plaats.soort != "afspraak":
        return False
    if wijziging.soort == "verwijderen" and has_words(wijziging.tekst):
        return False
    concept = register.ids[plaats.naam]
    wanted = bare(wijziging.doel.nummer or "")
    named = wanted[-1:].isalpha() and wanted == bare(concept.nummer) + wanted[-1]
    return named and letter_span(concept.tekst, wanted) is None


def _of_steps(register: Register, gang: Gang) -> None:
    plaats = find_text(register, gang.wijziging)
    if isinstance(plaats, Mislukt):
        fail(register, gang, plaats)
    elif plaats.soort != "afspraak":
        fail(register, gang, Mislukt("onduidelijk", gang.wijziging.tekst))
    else:
        gang.plaats, gang.deel = plaats, True


def _of_move(register: Register, gang: Gang) -> None:
    plaats, plek = find_text(register, gang.wijziging), gang.wijziging.plek
    if isinstance(plaats, Mislukt):
        fail(register, gang, plaats)
        return
    gang.plaats = plaats
    if plek is None or plaats.soort != "afspraak":
        fail(register, gang, Mislukt("onduidelijk", gang.wijziging.tekst))
        return
    gang.zet = Zet(register.ids[plaats.naam], _after(register, plek), nieuw=False, vast=True)


def _after(register: Register, plek: Plek) -> str | None:
    """The id of the agreement that comes before, also where the plan gives its number."""
    if not plek.na or plek.na in register.ids:
        return plek.na
    named = register.by_number(plek.na)
    return named[0].id if named else plek.na


def _of_new(register: Register, gang: Gang) -> None:
    """A new agreement needs words, and a theme or a number that says where it belongs."""
    wijziging, werk = gang.wijziging, register.werk
    plek = wijziging.plek
    if plek is not None:
        concept = _concept(wijziging, plek.nummer, plek.thema, plek.rubriek)
        gang.zet = Zet(concept, _after(register, plek), vast=True)
        return
    if not has_words(wijziging.tekst):
        fail(register, gang, Mislukt("onduidelijk", wijziging.tekst))
        return
    nummer = plain_number(wijziging.doel.nummer or "")
    thema = find_theme(wijziging.doel.thema, register.themas)
    if wijziging.doel.thema and thema is None:
        unknown = wijziging.doel.model_copy(update={"nummer": None})
        gang.wijziging = wijziging.model_copy(update={"doel": unknown})
        fail(register, gang, Mislukt("onbekend", wijziging.doel.thema))
        return
    thema = thema if wijziging.doel.thema else theme_of(werk.afspraken, nummer)
    gang.zet = Zet(_concept(wijziging, nummer, thema, None))


def _concept(wijziging: Wijziging, nummer: str, thema: str | None, rubriek: str | None) -> Concept:
    return Concept(
        id=wijziging.doel.afspraak or "",
        nummer=nummer,
        thema=thema,
        rubriek=rubriek,
        tekst=wijziging.tekst,
        stappen=(wijziging.inhoud.stappen or ()) if wijziging.inhoud else (),
        eerder=(wijziging.afgesplitst_van,) if wijziging.afgesplitst_van else (),
    )
