"""The half-yearly report: first what needs attention, then all norms by theme, then who does what next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from wederkerig.export.rapport.blokken import Blok, chart, in_short, sentence, share_rows, state_line
from wederkerig.export.words import count, day, number, one_line, short_day
from wederkerig.monitoring.beoordelen import STATUSSEN
from wederkerig.monitoring.rapport import (
    Normregel,
    Opmerking,
    Rapport,
    Themadeel,
    Verschuiving,
    all_norms,
    counted,
    is_concept,
)

_KOERSEN = {"beter": "Beter", "slechter": "Slechter"}
"""What is told in full, in this order."""
_NORMS = ("norm", "normen")
_OTHER_WAYS = {
    "cijfer": ("kreeg een ander cijfer bij dezelfde status", "kregen een ander cijfer bij dezelfde status"),
    "anders": (
        "kreeg een andere status, die niet beter of slechter is",
        "kregen een andere status, die niet beter of slechter is",
    ),
    "nieuw": ("is nieuw", "zijn nieuw"),
    "vervallen": ("is vervallen", "zijn vervallen"),
}
_SHARES = (
    "Een afspraak telt mee bij elke partij die aan zet is. Een afspraak zonder cijfer is niet mislukt; hoe "
    "het daarmee staat, bespreken partijen in hun overleg."
)


def compose_report(rapport: Rapport) -> Iterator[Blok]:
    """The report from its title to its reading guide."""
    yield Blok("merk", state_line(rapport))
    yield Blok("titel", rapport.titel)
    yield Blok("onder", f"Gemeente {rapport.gemeente} · stand op {day(rapport.peildatum)}")
    yield from _attention(rapport)
    for grafiek in rapport.grafieken:
        yield from chart(grafiek)
    yield from _changes(rapport)
    yield from _shares(rapport)
    for deel in rapport.themas:
        yield from _theme(deel)
    yield from _next(rapport)
    yield from _whole(rapport)
    yield from _guide(rapport)


def _attention(rapport: Rapport) -> Iterator[Blok]:
    yield Blok("kop1", "Wat aandacht vraagt")
    yield Blok("alinea", in_short(rapport))
    if not rapport.kop and all_norms(rapport):
        yield Blok("alinea", "Geen enkele norm vraagt nu om aandacht.")
    for punt in rapport.kop:
        who = sentence(f" Aan zet: {', '.join(map(one_line, punt.wie))}") if punt.wie else ""
        yield Blok("nummer", f"{one_line(punt.zin)} {punt.reden}{who}", lood=sentence(one_line(punt.kop)))


def _changes(rapport: Rapport) -> Iterator[Blok]:
    if rapport.vorige is None:
        return
    yield Blok("kop1", f"Wat is veranderd sinds {day(rapport.vorige)}")
    lines = {regel.sleutel: regel for regel in all_norms(rapport)}
    changed = [each for deel in rapport.themas for each in deel.verschuivingen if each.sleutel in lines]
    if not changed:
        yield Blok("alinea", "Geen status en geen cijfer is veranderd.")
        return
    told = sorted((each for each in changed if each.koers in _KOERSEN), key=lambda each: each.koers)
    if told:
        rows = (_change_row(each, lines[each.sleutel]) for each in told)
        yield Blok("tabel", rijen=(("Norm", "Koers", "Was", "Is nu"), *rows), vet=1)
    else:
        yield Blok("alinea", "Van geen enkele norm werd de status beter of slechter.")
    yield from _other_changes(changed)


def _other_changes(changed: Iterable[Verschuiving]) -> Iterator[Blok]:
    """What became neither better nor worse, counted; each stands with its norm."""
    ways = Counter(_other_way(each) for each in changed if each.koers not in _KOERSEN)
    said = [
        f"{count(ways[way], *_NORMS)} {one if ways[way] == 1 else more}"
        for way, (one, more) in _OTHER_WAYS.items()
        if ways[way]
    ]
    if said:
        yield Blok("alinea", f"Verder: {_listed(said)}.")


def _other_way(change: Verschuiving) -> str:
    return "cijfer" if change.koers == "anders" and change.was == change.nu else change.koers


def _listed(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} en {last}" if first else last


def _change_row(change: Verschuiving, regel: Normregel) -> tuple[str, ...]:
    was = _state(change.was, None if change.stand_was is None else number(round(change.stand_was, 2)))
    now = _state(change.nu, None if change.stand_nu is None else number(round(change.stand_nu, 2)))
    return _called(regel), _KOERSEN[change.koers], was, now


def _state(status: str | None, stand: str | None) -> str:
    return "–" if status is None else f"{status} ({stand})" if stand is not None else status


def _called(regel: Normregel) -> str:
    name = one_line(regel.naam)
    return f"{name} (afspraak {one_line(regel.nummer)})" if regel.nummer else name


def _shares(rapport: Rapport) -> Iterator[Blok]:
    rows = share_rows(rapport)
    if rows:
        yield Blok("kop1", "Ieders aandeel")
        yield Blok("tabel", rijen=rows)
        yield Blok("klein", _SHARES)


def _theme(deel: Themadeel) -> Iterator[Blok]:
    yield Blok("kop1", f"Thema: {deel.naam}")
    if deel.normen:
        head = ("Norm", "Afgesproken", "Status", "Hoe het staat")
        yield Blok("tabel", rijen=(head, *map(_norm_row, deel.normen)), vet=2)
    else:
        yield Blok("alinea", "Dit thema heeft nog geen normen met cijfers.")
    for grafiek in deel.grafieken:
        yield from chart(grafiek)
    names = {regel.sleutel: _called(regel) for regel in deel.normen}
    yield from _said("Wat partijen erover zeggen", deel.opmerkingen, names)
    yield from _said("Weerwoord", deel.weerwoord, names)


def _norm_row(regel: Normregel) -> tuple[str, ...]:
    change = regel.verschuiving
    was = f"\nwas: {change.was}" if change and change.was and change.was != regel.status else ""
    agreed = f"{one_line(regel.norm)}\n{', '.join(map(one_line, regel.wie))}".strip()
    stands = "\n".join(dict.fromkeys(one_line(each) for each in (regel.zin, regel.som) if each))
    return _called(regel), agreed, f"{regel.status}{was}", stands


def _said(title: str, remarks: Iterable[Opmerking], names: dict[str, str]) -> Iterator[Blok]:
    for at, each in enumerate(remarks):
        if at == 0:
            yield Blok("kop2", title)
        about = f", over {names[each.sleutel]}" if each.sleutel in names else ""
        on = f" ({short_day(each.op)})" if each.op else ""
        yield Blok("alinea", each.tekst, lood=f"{one_line(each.partij)}{about}{on}:")


def _next(rapport: Rapport) -> Iterator[Blok]:
    if rapport.vervolg:
        yield Blok("kop1", "Wat nu komt")
        rows = (
            (short_day(each.uiterlijk), one_line(each.wie), one_line(each.wat)) for each in rapport.vervolg
        )
        yield Blok("tabel", rijen=(("Uiterlijk", "Wie", "Wat"), *rows))


def _whole(rapport: Rapport) -> Iterator[Blok]:
    """What is said of the whole, and of a concept who said nothing yet."""
    parts: list[Rapport | Themadeel] = [rapport, *rapport.themas]
    heard = {each.partij for part in parts for each in (*part.opmerkingen, *part.weerwoord)}
    silent = [one_line(name) for name in rapport.partijen if name not in heard]
    waiting = is_concept(rapport) and bool(silent)
    if rapport.opmerkingen or rapport.weerwoord or waiting:
        yield Blok("kop1", "Over het geheel")
    yield from _said("Wat partijen zeggen", rapport.opmerkingen, {})
    yield from _said("Weerwoord", rapport.weerwoord, {})
    if waiting:
        yield Blok("alinea", ", ".join(silent), lood="Nog geen opmerkingen van:")


def _guide(rapport: Rapport) -> Iterator[Blok]:
    """What the statuses mean, and which figures these are."""
    yield Blok("kop1", "Leeswijzer")
    found = counted(rapport)
    rows = tuple((status, means) for status, means in STATUSSEN.items() if status in found)
    if rows:
        yield Blok("tabel", rijen=(("Status", "Betekenis"), *rows))
    parts = [f"Dit rapport beoordeelt {count(len(all_norms(rapport)), 'norm', 'normen')}"]
    parts.append(f" met de cijfers die op {day(rapport.bevroren or rapport.opgesteld)} bekend waren.")
    since = f" De vergelijking is met de stand op {day(rapport.vorige)}." if rapport.vorige else ""
    yield Blok("klein", "".join(parts) + since)
