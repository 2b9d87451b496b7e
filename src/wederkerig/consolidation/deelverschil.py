"""What changed outside the agreements: title, parties, chapters, themes, tables, glossary and annex.

Where words say it exactly, the amendments are those a year plan would print; else a part is replaced whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy

from rapidfuzz.distance import Indel

from wederkerig.consolidation.delen import amend_part, number_tables
from wederkerig.consolidation.herschrijven import renumber_parts, with_numbers
from wederkerig.consolidation.ingreep import Mislukt, locate
from wederkerig.consolidation.inhoud import content
from wederkerig.consolidation.teksten import Plaats, Register, find_text, put_running_text
from wederkerig.consolidation.tekstverschil import amend_text, grouped
from wederkerig.consolidation.weergave import inhoud_words, kader_words, tabel_lines
from wederkerig.consolidation.werkstuk import Concept, Werkstuk, open_stuk
from wederkerig.model import Doel, Inhoud, Onderdeel, Overeenkomst, Wijziging
from wederkerig.model.wijziging import WijzigingSoort

# Each part, and what a year plan calls it.
_PARTS: dict[str, Onderdeel] = {
    "kop": "kop",
    "partijen": "partijen",
    "hoofdstukken": "proces",
    "themas": "thema",
    "tabellen": "tabel",
    "begrippen": "begrippen",
    "kaders": "bijlage",
}


def amend_parts(
    oud: Overeenkomst, nieuw: Overeenkomst, ids: Sequence[str], mapping: Mapping[str, str], jaar: int | None
) -> list[Wijziging]:
    """The amendments of everything that is no agreement. ids: those of the agreements of `nieuw`."""
    before, after = _open(oud, [afspraak.id or "" for afspraak in oud.afspraken]), _open(nieuw, ids)
    later = copy(before)
    later.afspraken = after.afspraken
    renumber_parts(later, mapping, ())
    number_tables(later)
    found: list[Wijziging] = []
    for name in _PARTS:
        if getattr(later, name) != getattr(after, name):
            found += _printed(name, before, later, after, mapping, jaar) or [_whole(name, later, after, jaar)]
    return found


def _open(stuk: Overeenkomst, ids: Sequence[str]) -> Werkstuk:
    """The document ready to be amended; of its agreements no more than who they are."""
    werk = open_stuk(content(stuk.model_copy(update={"afspraken": ()})))
    werk.afspraken = [
        Concept(name, afspraak.nummer, None, None, "")
        for name, afspraak in zip(ids, stuk.afspraken, strict=True)
    ]
    bearer: dict[str | None, str] = {each.nummer: each.id for each in reversed(werk.afspraken)}
    werk.tabel_bij = tuple(bearer.get(tabel.afspraak) for tabel in stuk.tabellen)
    return werk


def _whole(name: str, later: Werkstuk, after: Werkstuk, jaar: int | None) -> Wijziging:
    """The part replaced as a whole."""
    old = Inhoud(**{name: getattr(later, name)})
    new = Inhoud(**{name: getattr(after, name)})
    return Wijziging(
        doel=Doel(onderdeel=_PARTS[name]),
        soort="wijziging",
        huidig=inhoud_words(old),
        tekst=inhoud_words(new),
        jaar=jaar,
        nummering="nieuw",
        inhoud=new,
    )


def _printed(
    name: str,
    before: Werkstuk,
    later: Werkstuk,
    after: Werkstuk,
    mapping: Mapping[str, str],
    jaar: int | None,
) -> list[Wijziging] | None:
    """The amendments as a year plan prints them, if carrying them out gives exactly the new part."""
    printers: dict[str, Callable[[Werkstuk, Werkstuk], list[Wijziging] | None]] = {
        "themas": _goals,
        "tabellen": _tables,
        "begrippen": _terms,
        "kaders": _annex,
    }
    texts = _running_texts(name, before, after, mapping) if name in {"hoofdstukken", "themas"} else []
    trial = copy(later)
    if texts is None or not _try_texts(trial, before, texts, mapping):
        return None
    others = printers[name](trial, after) if name in printers else []
    stood = trial.themas
    if others is None or any(amend_part(trial, each, stood) for each in others):
        return None
    if getattr(trial, name) != getattr(after, name):
        return None
    return [each.model_copy(update={"jaar": jaar}) for each in (*texts, *others)]


def _make(doel: Doel, soort: WijzigingSoort, huidig: str | None, tekst: str) -> Wijziging:
    return Wijziging(doel=doel, soort=soort, huidig=huidig, tekst=tekst, nummering="nieuw")


# --- running text ----------------------------------------------------------------------------------


def _running_texts(
    name: str, before: Werkstuk, after: Werkstuk, mapping: Mapping[str, str]
) -> list[Wijziging] | None:
    """The amendments of chapters or of the texts that open the themes; None where their titles changed."""
    old = [(each.titel, each.tekst) for each in before.hoofdstukken]
    new = [(each.titel, each.tekst) for each in after.hoofdstukken]
    if name == "themas":
        old = [(each.titel, each.context) for each in before.themas]
        new = [(each.titel, each.context) for each in after.themas]
    if [titel for titel, _ in old] != [titel for titel, _ in new]:
        return None
    found: list[Wijziging] = []
    for (titel, was), (_, becomes) in zip(old, new, strict=True):
        found += amend_text(was, becomes, Doel(onderdeel="proces", thema=titel), mapping=mapping)
    return found


def _try_texts(
    trial: Werkstuk, before: Werkstuk, texts: Sequence[Wijziging], mapping: Mapping[str, str]
) -> bool:
    """Carry the amendments of running text out on the trial; whether each finds the text it is about."""
    register = Register(before)
    groups: dict[Plaats, list[Wijziging]] = {}
    for wijziging in texts:
        plaats = find_text(register, wijziging)
        if isinstance(plaats, Mislukt):
            return False
        groups.setdefault(plaats, []).append(wijziging)
    for plaats, group in groups.items():
        text = register.text_at(plaats)
        ingrepen = [each for wijziging in group if not isinstance(each := locate(text, wijziging), Mislukt)]
        words = with_numbers(text, ingrepen, mapping)
        put_running_text(trial, plaats, words, "\n".join(ingreep.tekst for ingreep in ingrepen))
    return True


# --- goals, tables, terms, annex -------------------------------------------------------------------


def _goals(trial: Werkstuk, after: Werkstuk) -> list[Wijziging] | None:
    """Goals that were added, struck or reworded, theme by theme."""
    found: list[Wijziging] = []
    for old, new in zip(trial.themas, after.themas, strict=True):
        doel = Doel(onderdeel="doelen", thema=old.titel)
        ops = Indel.opcodes(old.doelen, new.doelen)
        for first, last, start, end in grouped(
            [(o.tag, o.src_start, o.src_end, o.dest_start, o.dest_end) for o in ops]
        ):
            found.append(_changed_goals(doel, old.doelen, (first, last), new.doelen[start:end]))
    return found


def _changed_goals(
    doel: Doel, old: tuple[str, ...], span: tuple[int, int], come: tuple[str, ...]
) -> Wijziging:
    first, last = span
    if first == last == len(old):
        return _make(doel, "aanvulling", "\n".join(old) or None, "\n".join(come))
    if not come:
        return _make(doel, "verwijderen", "\n".join(old), "\n".join(old[first:last]))
    if first == last:  # goals put in between: the one that follows is quoted, and stays
        come, last = (*come, old[first]), last + 1
    return _make(doel, "wijziging", "\n".join(old[first:last]), "\n".join(come))


def _tables(trial: Werkstuk, after: Werkstuk) -> list[Wijziging] | None:
    """Tables that got other rows under the same title."""
    if [tabel.titel for tabel in trial.tabellen] != [tabel.titel for tabel in after.tabellen]:
        return None
    found = []
    for old, new in zip(trial.tabellen, after.tabellen, strict=True):
        if old != new:
            doel = Doel(onderdeel="tabel", titel=new.titel)
            change = _make(doel, "wijziging", None, "\n".join(tabel_lines(new)))
            found.append(change.model_copy(update={"tabel": new}))
    return found


def _terms(trial: Werkstuk, after: Werkstuk) -> list[Wijziging] | None:
    """Terms with another definition, and terms at the end."""
    count = len(trial.begrippen)
    found = []
    for old, new in zip(trial.begrippen, after.begrippen, strict=False):
        if old.term != new.term:
            return None
        if old != new:
            doel = Doel(onderdeel="begrippen", titel=old.term)
            found.append(_make(doel, "wijziging", old.definitie, new.definitie))
    added = after.begrippen[count:]
    return found + [
        _make(Doel(onderdeel="begrippen", titel=new.term), "nieuw", None, new.definitie) for new in added
    ]


def _annex(trial: Werkstuk, after: Werkstuk) -> list[Wijziging] | None:
    """Documents that were added to the annex, or left it."""
    doel = Doel(onderdeel="bijlage")
    gone = [kader for kader in trial.kaders if kader not in after.kaders]
    come = [kader for kader in after.kaders if kader not in trial.kaders]
    struck = [_make(doel, "verwijderen", None, kader_words(kader)) for kader in gone]
    return [*struck, *(_make(doel, "bijlage", None, kader_words(kader)) for kader in come)]
