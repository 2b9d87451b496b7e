"""Amendments of what is no agreement: goals, process texts, tables, glossary, annex, parties and title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wederkerig.consolidation.citaat import gewoord, has_words, same_words
from wederkerig.consolidation.ingreep import Mislukt
from wederkerig.consolidation.teksten import Plaats
from wederkerig.consolidation.volgorde import find_theme
from wederkerig.consolidation.weergave import begrip_lines, inhoud_words, kader_lines, tabel_lines
from wederkerig.consolidation.werkstuk import Werkstuk
from wederkerig.model import Begrip, Inhoud, Kader, Tabel, Thema, Wijziging


def amend_part(werk: Werkstuk, wijziging: Wijziging, before: Sequence[Thema]) -> Mislukt | None:
    """Amend what `wijziging.doel` names; says why where it cannot be done, and then changes nothing.

    before: the themes as they were before the plan, to which its quotes of goals refer.
    """
    if wijziging.inhoud is not None:
        return _replace_content(werk, wijziging, wijziging.inhoud)
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
    if wijziging.soort == "aanvulling":
        present = next((line for line in lines if _position(goals, line) is not None), None)
        return Mislukt("staat er al", present) if present is not None else (*goals, *lines)
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
    lines = [line.strip() for line in wijziging.tekst.split("\n") if has_words(line)]
    if not lines:
        return Mislukt("onduidelijk", wijziging.tekst)
    for line in lines:
        known = any(same_words(kader.titel, line) for kader in werk.kaders)
        if known != (wijziging.soort == "verwijderen"):
            return Mislukt("staat er al" if known else "ontbreekt", line)
    if wijziging.soort == "verwijderen":
        werk.kaders = tuple(
            kader for kader in werk.kaders if not any(same_words(kader.titel, line) for line in lines)
        )
    else:
        werk.kaders = (*werk.kaders, *(Kader(niveau=_level(werk, line), titel=line) for line in lines))
        werk.kaders = _grouped(werk.kaders)
    return None


def _level(werk: Werkstuk, title: str) -> str | None:
    """The heading of the annex that names who the document is of: "Gemeente Assen"."""
    levels = dict.fromkeys(kader.niveau for kader in werk.kaders if kader.niveau)
    words = gewoord(title)
    return next((level for level in levels if words.holds(gewoord(level))), None)


def _grouped(kaders: tuple[Kader, ...]) -> tuple[Kader, ...]:
    """The last one moved up to the others under its heading; one without a heading stays last."""
    *before, last = kaders
    places = [at for at, kader in enumerate(before) if kader.niveau == last.niveau and last.niveau]
    if not places:
        return kaders
    return (*before[: places[-1] + 1], last, *before[places[-1] + 1 :])


def _amend_table(werk: Werkstuk, wijziging: Wijziging) -> Mislukt | None:
    new = wijziging.tabel
    if new is None and wijziging.soort != "verwijderen":
        return Mislukt("onduidelijk", wijziging.tekst)
    place = _find_table(werk, wijziging)
    if wijziging.soort in {"nieuw", "aanvulling"} and new is not None:
        bearer = _bearer(werk, wijziging.doel.nummer or new.afspraak)
        werk.tabellen, werk.tabel_bij = (*werk.tabellen, new), (*werk.tabel_bij, bearer)
        return None
    if place is None:
        return Mislukt("onbekend", wijziging.doel.titel or wijziging.tekst)
    _put_table(werk, place, new)
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


def _find_table(werk: Werkstuk, wijziging: Wijziging) -> int | None:
    """By its title, or as the only table of the agreement."""
    title = wijziging.doel.titel
    if title:
        return next(
            (at for at, each in enumerate(werk.tabellen) if same_words(each.titel or "", title)), None
        )
    bearer = _bearer(werk, wijziging.doel.nummer)
    places = [at for at, name in enumerate(werk.tabel_bij) if bearer and name == bearer]
    return places[0] if len(places) == 1 else None


def _bearer(werk: Werkstuk, nummer: str | None) -> str | None:
    return next((concept.id for concept in werk.afspraken if concept.nummer == nummer), None)


def _amend_theme(werk: Werkstuk, wijziging: Wijziging) -> Mislukt | None:
    title = wijziging.doel.thema or wijziging.doel.titel or ""
    known = any(same_words(thema.titel, title) for thema in werk.themas)
    if wijziging.soort == "nieuw" and not known and has_words(title):
        werk.themas = (*werk.themas, Thema(titel=title, context=wijziging.tekst))
        return None
    return Mislukt("staat er al" if known else "onbekend", title)


def _amend_glossary(werk: Werkstuk, wijziging: Wijziging) -> Mislukt | None:
    """A term added, defined anew or struck; `doel.titel` is the term."""
    term = wijziging.doel.titel or ""
    place = next((at for at, each in enumerate(werk.begrippen) if same_words(each.term, term)), None)
    if not has_words(term):
        return Mislukt("onduidelijk", wijziging.tekst)
    if wijziging.soort in {"nieuw", "aanvulling"}:
        if place is not None:
            return Mislukt("staat er al", term)
        werk.begrippen = (*werk.begrippen, Begrip(term=term, definitie=wijziging.tekst))
        return None
    if place is None:
        return Mislukt("onbekend", term)
    old = werk.begrippen[place]
    if wijziging.huidig is not None and not gewoord(old.definitie).holds(gewoord(wijziging.huidig)):
        return Mislukt("ontbreekt", wijziging.huidig)
    changed = () if wijziging.soort == "verwijderen" else (Begrip(term=old.term, definitie=wijziging.tekst),)
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
