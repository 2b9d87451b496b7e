"""Amendments of what is no agreement: goals, process texts, tables, glossary, annex, parties and title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wederkerig.consolidation.citaat import gewoord, has_words, same_words
from wederkerig.consolidation.ingreep import Mislukt, locate, perform
from wederkerig.consolidation.teksten import Plaats
from wederkerig.consolidation.volgorde import find_theme
from wederkerig.consolidation.weergave import begrip_lines, inhoud_words, kader_lines, tabel_lines
from wederkerig.consolidation.werkstuk import Werkstuk
from wederkerig.model import Begrip, Doel, Inhoud, Kader, Tabel, Thema, Wijziging
from wederkerig.reading.bijlagen import read_kader


def amend_part(werk: Werkstuk, wijziging: Wijziging, before: Sequence[Thema]) -> Mislukt | None:
    """Amend what `wijziging.doel` names; says why where it cannot be done, and then changes nothing.

    before: the themes as they were before the plan, to which its quotes of goals refer.
    """
    if wijziging.inhoud is not None:
        return _replace_content(werk, wijziging, wijziging.inhoud)
    if wijziging.tabel is not None:
        return _amend_table(werk, wijziging)
    if wijziging.doel.onderdeel == "doelen":
        return _amend_goals(werk, wijziging, before)
    amenders: dict[str | None, Callable[[Werkstuk, Wijziging], Mislukt | None]] = {
        "bijlage": _amend_annex,
        "tabel": _amend_table,
        "thema": _amend_theme,
        "begrippen": _amend_glossary,
    }
    amend = amenders.get(wijziging.doel.onderdeel)
    return amend(werk, wijziging) if amend else Mislukt("onduidelijk", wijziging.tekst)


# --- goals -----------------------------------------------------------------------------------------


def _amend_goals(werk: Werkstuk, wijziging: Wijziging, before: Sequence[Thema]) -> Mislukt | None:
    title = find_theme(wijziging.doel.thema, [thema.titel for thema in werk.themas])
    place = next((at for at, thema in enumerate(werk.themas) if thema.titel == title), None)
    if place is None:
        return Mislukt("onbekend", wijziging.doel.thema or "")
    thema = werk.themas[place]
    stood = next((each.doelen for each in before if each.titel == title), ())
    goals = _changed_goals(thema.doelen, stood, wijziging)
    if isinstance(goals, Mislukt):
        return goals
    changed = thema.model_copy(update={"doelen": goals})
    werk.themas = (*werk.themas[:place], changed, *werk.themas[place + 1 :])
    return None


def _changed_goals(
    goals: tuple[str, ...], stood: Sequence[str], wijziging: Wijziging
) -> tuple[str, ...] | Mislukt:
    lines = [line for line in wijziging.tekst.split("\n") if has_words(line)]
    quoted = _quoted_goals(stood, wijziging.huidig, heading=True)
    if isinstance(quoted, Mislukt):
        return quoted
    if wijziging.soort in {"aanvulling", "nieuw"}:
        present = next((line for line in lines if _position(goals, line) is not None), None)
        if present is not None or not lines:
            return Mislukt("onduidelijk" if present is None else "staat er al", present or wijziging.tekst)
        return (*goals, *lines)
    if wijziging.soort == "verwijderen":
        quoted, lines = _quoted_goals(goals, wijziging.tekst, heading=False), []
    if isinstance(quoted, Mislukt):
        return quoted
    places = [at for at, goal in enumerate(goals) if any(same_words(goal, quote) for quote in quoted)]
    if not places:
        return Mislukt("ontbreekt" if quoted else "onduidelijk", "\n".join(quoted) or wijziging.tekst)
    kept = [goal for at, goal in enumerate(goals) if at not in places]
    return (*kept[: places[0]], *lines, *kept[places[0] :])


def _quoted_goals(goals: Sequence[str], quote: str | None, *, heading: bool) -> list[str] | Mislukt:
    """Which goals are quoted; the first line of a quote may be the heading above them."""
    found = []
    lines = [line for line in (quote or "").split("\n") if has_words(line)]
    for at, line in enumerate(lines):
        if _position(goals, line) is not None:
            found.append(line)
        elif at or not heading:
            return Mislukt("ontbreekt", line)
    return found


def _position(goals: Sequence[str], line: str) -> int | None:
    return next((at for at, goal in enumerate(goals) if same_words(goal, line)), None)


# --- annex, tables, themes -------------------------------------------------------------------------


def _amend_annex(werk: Werkstuk, wijziging: Wijziging) -> Mislukt | None:
    """Documents added to the annex, struck from it, or put in the place of those that are quoted."""
    lines, quoted = _lines(wijziging.tekst), _lines(wijziging.huidig or "")
    if not lines:
        return Mislukt("onduidelijk", wijziging.tekst)
    gone = {"verwijderen": lines, "wijziging": quoted}.get(wijziging.soort, [])
    come = [] if wijziging.soort == "verwijderen" else lines
    for line in gone:
        if not _known(werk.kaders, line):
            return Mislukt("ontbreekt", line)
    places = [at for at, kader in enumerate(werk.kaders) if _is_one_of(kader, gone)]
    kept = tuple(kader for kader in werk.kaders if not _is_one_of(kader, gone))
    for line in come:
        if _known(kept, line):
            return Mislukt("staat er al", line)
    if places and come:
        level = werk.kaders[places[0]].niveau
        new = tuple(read_kader(line, level) for line in come)
        werk.kaders = (*kept[: places[0]], *new, *kept[places[0] :])
        return None
    for line in come:
        kept = _grouped((*kept, read_kader(line, _level(werk, line))))
    werk.kaders = kept
    return None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if has_words(line)]


def _known(kaders: Sequence[Kader], line: str) -> bool:
    return any(_is_one_of(kader, [line]) for kader in kaders)


def _is_one_of(kader: Kader, lines: Sequence[str]) -> bool:
    """Whether a line names this document, with or without its date."""
    named = [read_kader(line) for line in lines]
    return any(same_words(kader.titel, line) for line in lines) or any(
        same_words(kader.titel, each.titel) and kader.datum in {None, each.datum or kader.datum}
        for each in named
    )


def _level(werk: Werkstuk, title: str) -> str | None:
    """The heading of the annex that names who the document is of: "Gemeente Assen"."""
    levels = dict.fromkeys(kader.niveau for kader in werk.kaders if kader.niveau)
    words = gewoord(title)
    return next((level for level in levels if words.holds(gewoord(level))), None)


def _grouped(kaders: tuple[Kader, ...]) -> tuple[Kader, ...]:
    """The last one moved up to the others under its heading; those without a heading stand first."""
    *before, last = kaders
    places = [at for at, kader in enumerate(before) if kader.niveau == last.niveau]
    if not places and last.niveau:
        return kaders
    place = places[-1] + 1 if places else 0
    return (*before[:place], last, *before[place:])


def _amend_table(werk: Werkstuk, wijziging: Wijziging) -> Mislukt | None:
    new = wijziging.tabel
    if new is None and wijziging.soort != "verwijderen":
        return Mislukt("onduidelijk", wijziging.tekst)
    if wijziging.soort in {"nieuw", "aanvulling"} and new is not None:
        doel = wijziging.doel
        bearer = _bearer(werk, doel.nummer or new.afspraak, doel.afspraak)
        if doel.nummer and bearer is None:
            return Mislukt("onbekend", doel.nummer)
        werk.tabellen, werk.tabel_bij = (*werk.tabellen, new), (*werk.tabel_bij, bearer)
        return None
    places = _find_tables(werk, wijziging.doel)
    if len(places) != 1:
        return Mislukt("dubbel" if places else "onbekend", wijziging.doel.titel or wijziging.tekst)
    _put_table(werk, places[0], None if wijziging.soort == "verwijderen" else new)
    return None


def _put_table(werk: Werkstuk, place: int, new: Tabel | None) -> None:
    old = werk.tabellen[place]
    kept = (
        ()
        if new is None
        else (new.model_copy(update={"titel": new.titel or old.titel, "afspraak": old.afspraak}),)
    )
    bearer = werk.tabel_bij[place : place + 1] if kept else ()
    werk.tabellen = (*werk.tabellen[:place], *kept, *werk.tabellen[place + 1 :])
    werk.tabel_bij = (*werk.tabel_bij[:place], *bearer, *werk.tabel_bij[place + 1 :])


def _find_tables(werk: Werkstuk, doel: Doel) -> list[int]:
    """Those with that title; of several, or where no title is given, those of the agreement."""
    bearer = _bearer(werk, doel.nummer, doel.afspraak)
    beside = [at for at, name in enumerate(werk.tabel_bij) if bearer and name == bearer]
    if not doel.titel:
        return beside
    found = [at for at, each in enumerate(werk.tabellen) if same_words(each.titel or "", doel.titel)]
    return [at for at in found if at in beside] or found


def _bearer(werk: Werkstuk, nummer: str | None, name: str | None = None) -> str | None:
    """The agreement with that id, or else with that number."""
    if name is not None:
        return next((concept.id for concept in werk.afspraken if concept.id == name), None)
    return next((concept.id for concept in werk.afspraken if concept.nummer == nummer), None)


def _amend_theme(werk: Werkstuk, wijziging: Wijziging) -> Mislukt | None:
    title = wijziging.doel.thema or wijziging.doel.titel or ""
    known = any(same_words(thema.titel, title) for thema in werk.themas)
    if wijziging.soort == "nieuw" and not known and has_words(title):
        werk.themas = (*werk.themas, Thema(titel=title, context=wijziging.tekst))
        return None
    return Mislukt("staat er al" if known else "onbekend", title)


def _amend_glossary(werk: Werkstuk, wijziging: Wijziging) -> Mislukt | None:
    """A term added, its words changed, or struck; `doel.titel` is the term."""
    term = wijziging.doel.titel or ""
    place = next((at for at, each in enumerate(werk.begrippen) if same_words(each.term, term)), None)
    if not has_words(term):
        return Mislukt("onduidelijk", wijziging.tekst)
    if wijziging.soort in {"nieuw", "aanvulling"} and place is None:
        werk.begrippen = (*werk.begrippen, Begrip(term=term, definitie=wijziging.tekst))
        return None
    if place is None or wijziging.soort == "nieuw":
        return Mislukt("onbekend" if place is None else "staat er al", term)
    old = werk.begrippen[place]
    ingreep = locate(old.definitie, wijziging)
    if isinstance(ingreep, Mislukt):
        return ingreep
    words = perform(old.definitie, [ingreep])
    changed = () if ingreep.whole else (Begrip(term=old.term, definitie=words),)
    werk.begrippen = (*werk.begrippen[:place], *changed, *werk.begrippen[place + 1 :])
    return None


# --- whole parts -----------------------------------------------------------------------------------


def content_now(werk: Werkstuk, asked: Inhoud) -> Inhoud:
    """The present state of the parts that `asked` gives."""
    return Inhoud(
        **{
            name: getattr(werk, name)
            for name in Inhoud.model_fields
            if name != "stappen" and getattr(asked, name) is not None
        }
    )


def _replace_content(werk: Werkstuk, wijziging: Wijziging, new: Inhoud) -> Mislukt | None:
    now = inhoud_words(content_now(werk, new))
    if wijziging.huidig is not None and not same_words(now, wijziging.huidig):
        return Mislukt("ontbreekt", wijziging.huidig)
    for name in Inhoud.model_fields:
        value = getattr(new, name)
        if value is not None and name != "stappen":
            setattr(werk, name, value)
    if new.tabellen is not None:
        werk.tabel_bij = tuple(_bearer(werk, tabel.afspraak) for tabel in new.tabellen)
    return None


def put_steps(werk: Werkstuk, plaats: Plaats, wijziging: Wijziging) -> None:
    """Give an agreement other steps."""
    inhoud = wijziging.inhoud
    for concept in werk.afspraken:
        if inhoud is not None and inhoud.stappen is not None and concept.id == plaats.naam:
            concept.stappen = inhoud.stappen


def part_lines(werk: Werkstuk) -> Iterator[str]:
    """Every line of text outside the agreements."""
    for hoofdstuk in werk.hoofdstukken:
        yield from (hoofdstuk.titel, *hoofdstuk.tekst.split("\n"))
    for thema in werk.themas:
        yield from (thema.titel, *thema.context.split("\n"), *thema.ambities, *thema.doelen)
    for tabel in werk.tabellen:
        yield from tabel_lines(tabel)
    yield from begrip_lines(werk.begrippen)
    yield from kader_lines(werk.kaders)


def number_tables(werk: Werkstuk) -> None:
    """Tables bear the number their agreement has now; one whose agreement is gone stands alone."""
    numbers = {concept.id: concept.nummer for concept in werk.afspraken}
    werk.tabellen = tuple(
        tabel
        if bearer is None or tabel.afspraak == numbers.get(bearer)
        else _with_number(tabel, numbers.get(bearer))
        for tabel, bearer in zip(werk.tabellen, werk.tabel_bij, strict=True)
    )


def _with_number(tabel: Tabel, nummer: str | None) -> Tabel:
    return tabel.model_copy(update={"afspraak": nummer})
