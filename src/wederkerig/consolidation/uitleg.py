"""An amendment told to people: how it is understood, where it lands, and what became of it."""

from __future__ import annotations

from wederkerig.consolidation.botsing import shortened
from wederkerig.consolidation.gang import Gang
from wederkerig.consolidation.teksten import Register, plain_number
from wederkerig.model import Doel, Verwerking
from wederkerig.model.verwerking import Toestand


def verwerking_of(gang: Gang, register: Register) -> Verwerking:
    """The amendment as it went; the proposal stays beside what was accepted."""
    ingreep = gang.ingreep
    return Verwerking(
        nummer=gang.nummer,
        wijziging=gang.voorstel,
        toestand=_toestand(gang),
        uitleg=_uitleg(gang, register),
        doel=_doel(gang, register),
        van=ingreep.van if ingreep else None,
        tot=ingreep.tot if ingreep else None,
        aanvaard=_aanvaard(gang),
        conflict=gang.conflict,
        beslissing=gang.beslissing,
    )


def _toestand(gang: Gang) -> Toestand:
    if gang.conflict is not None:
        return "in conflict"
    return "door een mens beslist" if gang.beslissing is not None else "toegepast"


def _doel(gang: Gang, register: Register) -> Doel | None:
    """What it landed in, with the lasting id."""
    doel = gang.wijziging.doel
    concept = gang.zet.concept if gang.zet is not None else None
    if concept is None and gang.plaats is not None and gang.plaats.soort == "afspraak":
        concept = register.ids[gang.plaats.naam]
    if concept is not None:
        return Doel(nummer=concept.nummer, thema=concept.thema, afspraak=concept.id)
    return doel if gang.plaats is not None or gang.deel else None


def _aanvaard(gang: Gang) -> str | None:
    if not gang.goes or gang.wijziging.soort == "verwijderen":
        return None
    if gang.zet is not None and gang.zet.nieuw:
        return gang.zet.concept.tekst
    return gang.wijziging.tekst if gang.aanvaard is None else gang.aanvaard


def _uitleg(gang: Gang, register: Register) -> str:
    """One or two sentences in plain Dutch."""
    if gang.rejected:
        return "Niet overgenomen: de tekst blijft zoals die was."
    waar, soort = gang.waar, gang.wijziging.soort
    if gang.zet is not None or soort in {"nieuw", "verplaatsing"}:
        return _of_zet(gang, register)
    if gang.deel:
        return _of_deel(gang)
    if gang.ingreep is not None and gang.ingreep.whole:
        heir = register.ids.get(gang.wijziging.samengevoegd_met or "")
        into = f" en gaat op in afspraak {heir.nummer}" if heir else ""
        return f"{waar[:1].upper()}{waar[1:]} vervalt{into}."
    words = f"“{shortened(gang.wijziging.tekst)}”"
    if soort == "aanvulling":
        return f"Aan het eind van {waar} komt een alinea bij: {words}."
    if soort == "verwijderen":
        return f"In {waar} vervalt de tekst {words}."
    quote = gang.wijziging.huidig
    old = f"de tekst “{shortened(quote)}”" if quote else "de hele tekst"
    return f"In {waar} komt in plaats van {old} de tekst {words}."


def _of_zet(gang: Gang, register: Register) -> str:
    zet, proposed = gang.zet, plain_number(gang.wijziging.doel.nummer or "")
    if zet is None:
        number = f" {proposed}" if proposed else ""
        if gang.wijziging.soort == "nieuw":
            return f"Er komt een nieuwe afspraak{number} bij."
        return f"{gang.waar[:1].upper()}{gang.waar[1:]} krijgt een andere plaats."
    concept = zet.concept
    under = f" onder thema {concept.thema}" if concept.thema else ""
    if not zet.nieuw:
        return f"Afspraak {proposed} wordt afspraak {concept.nummer}{under}."
    moved = f" (voorgesteld nummer: {proposed})" if proposed and proposed != concept.nummer else ""
    origin = register.ids.get(gang.wijziging.afgesplitst_van or "")
    split = f", afgesplitst van afspraak {origin.nummer}" if origin else ""
    return f"Er komt een nieuwe afspraak {concept.nummer} bij{under}{split}{moved}."


def _of_deel(gang: Gang) -> str:
    waar, words = gang.waar, f"“{shortened(gang.wijziging.tekst)}”"
    tabel = gang.wijziging.tabel
    if tabel is not None:
        rows = f"een tabel met {len(tabel.rijen)} {'rij' if len(tabel.rijen) == 1 else 'rijen'}"
        verb = "komt bij" if gang.wijziging.soort in {"nieuw", "aanvulling"} else "komt in plaats van"
        beside = f"de tabel bij {waar}" if gang.wijziging.doel.onderdeel is None else waar
        return f"{rows[:1].upper()}{rows[1:]} {verb} {beside}."
    verbs = {
        "aanvulling": f"Aan {waar} wordt toegevoegd: {words}.",
        "bijlage": f"Aan {waar} wordt toegevoegd: {words}.",
        "nieuw": f"Nieuw is {waar}: {words}.",
        "verwijderen": f"Uit {waar} vervalt: {words}.",
    }
    return verbs.get(gang.wijziging.soort, f"In {waar} komt een nieuwe tekst: {words}.")
