"""`wederkerig verschil`: two versions, agreement by agreement, and the year plan between them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from wederkerig.cli.exits import Exit
from wederkerig.cli.inputs import open_overeenkomst
from wederkerig.cli.layout import colours, faint, heading, show, width, wrapped
from wederkerig.cli.marked import marked_lines
from wederkerig.cli.outputs import check_apart, check_output, write_all
from wederkerig.cli.told import columns
from wederkerig.consolidation import AfspraakVerschil, Stukje, Vergelijking, compare, diff
from wederkerig.export.uitgave import RENVOOI, bytes_writer, marked_writer, plan_notices, plan_writer
from wederkerig.export.words import count
from wederkerig.export.writing import Write
from wederkerig.model import Afspraak, Overeenkomst

_OUTPUTS = (*RENVOOI, ".json")
_PLANS = (".docx", ".pdf", ".json")


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user asked for."""

    uit: tuple[Path, ...] = ()
    jaarplan: tuple[Path, ...] = ()
    auteur: str | None = None
    datum: date | None = None
    as_json: bool = False


def compare_documents(oud: Path, nieuw: Path, keuzes: Keuzes) -> int:
    """Show what changed between two documents, and write what is asked; gives the exit code."""
    for path in keuzes.uit:
        check_output(path, (oud, nieuw), _OUTPUTS)
    for path in keuzes.jaarplan:
        check_output(path, (oud, nieuw), _PLANS)
    check_apart((*keuzes.uit, *keuzes.jaarplan))
    before, after = _by_words(open_overeenkomst(oud), open_overeenkomst(nieuw))
    found = compare(before, after)
    notices: list[tuple[Path, str]] = []
    writes = [(path, _writer(found, path, keuzes)) for path in keuzes.uit]
    if keuzes.jaarplan:
        plan = diff(before, after, f"Wijzigingen in {before.titel}")
        writes += [(path, plan_writer(plan, path, before.titel)) for path in keuzes.jaarplan]
        notices = [(path, notice) for path in keuzes.jaarplan for notice in plan_notices(plan, path)]
    if not keuzes.as_json:
        show(_lines(found, width(), coloured=colours()))
    write_all(writes)
    for path, notice in notices:
        click.echo(f"{path}: let op: {notice}", err=True)
    if keuzes.as_json:
        click.echo(json.dumps(_data(found), ensure_ascii=False).encode())
    return Exit.GOED


def _by_words(oud: Overeenkomst, nieuw: Overeenkomst) -> tuple[Overeenkomst, Overeenkomst]:
    """Without lasting ids where the two are not of one history: there the same id means something else."""
    old = {afspraak.id: afspraak.tekst for afspraak in oud.afspraken}
    new = {afspraak.id: afspraak.tekst for afspraak in nieuw.afspraken}
    shared = old.keys() & new.keys() - {None}
    same = sum(old[name] == new[name] for name in shared)
    gone = {old[name] for name in old.keys() - shared}
    if same * 2 > len(shared) and not any(new[name] in gone for name in new.keys() - shared):
        return oud, nieuw
    return _nameless(oud), _nameless(nieuw)


def _nameless(stuk: Overeenkomst) -> Overeenkomst:
    bare = (afspraak.model_copy(update={"id": None, "eerder": ()}) for afspraak in stuk.afspraken)
    return stuk.model_copy(update={"afspraken": tuple(bare)})


def _writer(found: Vergelijking, path: Path, keuzes: Keuzes) -> Write:
    if path.suffix.lower() == ".json":
        return bytes_writer((json.dumps(_data(found), ensure_ascii=False) + "\n").encode())
    datum = keuzes.datum or _date_of(found.nieuw)
    if datum is None:
        raise click.UsageError("Geef met --datum de dag van de wijzigingen; het nieuwe stuk noemt er geen.")
    return marked_writer(found.oud, found.nieuw, keuzes.auteur or found.nieuw.titel, datum, path)


def _date_of(stuk: Overeenkomst) -> date | None:
    signed = stuk.ondertekening.datum if stuk.ondertekening else None
    return signed or (stuk.looptijd.van if stuk.looptijd else None)


# --- at a terminal ---------------------------------------------------------------------------------


def _lines(found: Vergelijking, size: int, *, coloured: bool) -> Iterator[str]:
    yield from (heading(line) for line in wrapped(found.nieuw.titel, size))
    yield from wrapped(_tally(found), size)
    for each in found.gewijzigd:
        yield from ("", *(heading(line) for line in wrapped(_title(each), size, hanging="  ")))
        if each.stand != "gelijk":
            yield from _changed(each.stukjes, size, coloured=coloured)
        if any(piece.soort != "gelijk" for piece in each.stappen):
            yield faint("  stappen:")
            yield from _changed(each.stappen, size, coloured=coloured)
    for deel in found.delen:
        yield from ("", *(heading(line) for line in wrapped(_capital(deel.naam), size, hanging="  ")))
        yield from _changed(deel.stukjes, size, coloured=coloured)
    numbers = _renumbered(found)
    if numbers:
        yield from ("", heading(f"Andere nummers ({len(numbers)})"), faint("  was → wordt"))
        yield from columns(numbers, size)


def _changed(pieces: Sequence[Stukje], size: int, *, coloured: bool) -> Iterator[str]:
    # a whole text that is new or gone needs no signs: its heading says so
    if len(pieces) == 1:
        yield from marked_lines([Stukje("gelijk", pieces[0].tekst)], size, "  ", coloured=False, whole=True)
    else:
        yield from marked_lines(pieces, size, "  ", coloured=coloured)


def _tally(found: Vergelijking) -> str:
    stands = [each.stand for each in found.afspraken]
    words = {"gewijzigd": "gewijzigd", "nieuw": "nieuw", "vervallen": "vervallen"}
    parts = [f"{stands.count(stand)} {word}" for stand, word in words.items() if stand in stands]
    moved = sum(each.verplaatst for each in found.afspraken)
    parts += [f"{moved} verplaatst"] if moved else []
    numbers = len(_renumbered(found))
    parts += [f"{numbers} met een ander nummer"] if numbers else []
    parts += [f"{count(len(found.delen), 'ander deel', 'andere delen')} gewijzigd"] if found.delen else []
    total = count(len(found.nieuw.afspraken), "afspraak", "afspraken")
    return f"{total}; {', '.join(parts)}." if parts else f"{total}; er is niets veranderd."


def _renumbered(found: Vergelijking) -> list[str]:
    pairs = [(each.oud, each.nieuw) for each in found.afspraken if each.hernummerd]
    return [f"{was.nummer} → {now.nummer}" for was, now in pairs if was and now]


def _title(each: AfspraakVerschil) -> str:
    """Afspraak 12 (was 11): gewijzigd, verplaatst van thema Wonen."""
    now, was = each.nieuw or each.oud, each.oud
    number = now.nummer if now else ""
    before = f" (was {was.nummer})" if was and each.hernummerd else ""
    said: list[str] = [] if each.stand == "gelijk" else [each.stand]
    if each.verplaatst:
        said.append(f"verplaatst{_from(was, each.nieuw)}")
    if each.stand == "nieuw" and now and now.thema:
        said[0] = f"nieuw, onder thema {now.thema}"
    return f"Afspraak {number}{before}: {', '.join(said)}"


def _from(was: Afspraak | None, now: Afspraak | None) -> str:
    if was is None or now is None or was.thema == now.thema:
        return " binnen het thema"
    return f" van thema {was.thema or 'zonder naam'} naar thema {now.thema or 'zonder naam'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- as data ---------------------------------------------------------------------------------------


def _data(found: Vergelijking) -> dict[str, Any]:
    return {
        "oud": found.oud.titel,
        "nieuw": found.nieuw.titel,
        "afspraken": [_agreement(each) for each in found.afspraken],
        "delen": [{"naam": deel.naam, "stukjes": _pieces(deel.stukjes)} for deel in found.delen],
    }


def _agreement(each: AfspraakVerschil) -> dict[str, Any]:
    return {
        "stand": each.stand,
        "verplaatst": each.verplaatst,
        "oud": _place(each.oud),
        "nieuw": _place(each.nieuw),
        "stukjes": _pieces(each.stukjes),
        "stappen": _pieces(each.stappen),
    }


def _place(afspraak: Afspraak | None) -> dict[str, Any] | None:
    if afspraak is None:
        return None
    return {"nummer": afspraak.nummer, "thema": afspraak.thema, "rubriek": afspraak.rubriek}


def _pieces(pieces: Sequence[Stukje]) -> list[dict[str, str]]:
    return [piece._asdict() for piece in pieces]
