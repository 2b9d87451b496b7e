"""The table of assumptions on the page of the forecast, made from the data it is about."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from wederkerig.voorraad.aannames import Aanname, Aannames, Bereik, default_aannames

_BEGIN, _END = "<!-- aannames -->\n", "<!-- einde van de aannames -->\n"


def page(path: Path) -> str:
    """The page as it should be: what people wrote, with the table as the data says."""
    before, rest = path.read_text(encoding="utf-8").split(_BEGIN)
    after = rest.split(_END)[1]
    return before + _BEGIN + "\n" + "\n".join(_table(default_aannames())) + "\n\n" + _END + after


def _table(aannames: Aannames) -> Iterator[str]:
    yield f"Deze aannames gelden vanaf {aannames.vanaf:%-d-%-m-%Y}. {' '.join(aannames.bron.split())}"
    yield ""
    yield "| fase | wat dat is | gaat niet door | helft later dan | 1 op 10 later dan | hoeveel ervan |"
    yield "|---|---|---|---|---|---|"
    for aanname in aannames.fasen:
        yield _phase(str(aanname.fase), aanname)
    yield _phase("nog geen locatie", aannames.fictief)
    yield ""
    factors = ", ".join(f"{naam}: {_number(waarde)} keer" for naam, waarde in aannames.zekerheid.items())
    yield f"De zekerheid die u bij een project invult, telt mee in uitval en vertraging: {factors}."
    yield ""
    yield "| de omstandigheden | hoe vaak | uitval | vertraging |"
    yield "|---|---|---|---|"
    for markt in aannames.markt:
        times = f"{_number(markt.uitval)} keer | {_number(markt.vertraging)} keer"
        yield f"| {markt.uitleg} | {_share(markt.aandeel)} | {times} |"
    yield ""
    months = aannames.sloop_voor_oplevering
    yield f"Bij sloop met nieuwbouw verdwijnen de oude woningen {months} maanden voor de oplevering."
    yield "Van wat buiten projecten is gepland, gebeurt dit deel:"
    yield ""
    yield from (f"- {soort}: {_range(bereik)}" for soort, bereik in aannames.mutaties.items())


def _phase(naam: str, aanname: Aanname) -> str:
    half, late = aanname.vertraging[2], aanname.vertraging[3]
    delay = f"{half} maanden | {late} maanden"
    return f"| {naam} | {aanname.uitleg} | {_share(aanname.uitval)} | {delay} | {_range(aanname.omvang)} |"


def _range(bereik: Bereik) -> str:
    return f"{_share(bereik[0])} tot {_share(bereik[1])}"


def _share(deel: Decimal) -> str:
    return f"{_number(deel * 100)}%"


def _number(waarde: Decimal) -> str:
    return f"{waarde.normalize():f}".replace(".", ",")
