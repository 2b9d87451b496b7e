"""Makes the documents that are read: invented agreements of any length, the same words on every machine.

The sentences come from `zinnen.yaml`; a seed decides what is drawn, so that no two themes are alike.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import yaml

_CSS = """
@page { size: A4; margin: 25mm; @top-left { content: "Prestatieafspraken Veenoord"; font-size: 8pt }
        @bottom-right { content: "Pagina " counter(page); font-size: 8pt } }
html { font: 10.5pt/1.4 "DejaVu Sans", sans-serif; hyphens: auto }
h1 { font-size: 18pt } h2 { font-size: 12pt } p, li { margin: 0 0 2.5mm }
table { width: 100%; border-collapse: collapse } th, td { border: 0.5pt solid #777; padding: 1mm }
"""
_DAYS = ("1 januari", "1 april", "1 juli", "15 september", "1 oktober", "31 december")
_EACH = 6  # agreements in a theme
_THEMES_TO_A_PAGE = 0.6
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RUN = 60  # characters in a run of text


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One agreement: its number, its own sentences, now and then more of them, and its bullets."""

    nummer: int
    tekst: str
    toelichting: tuple[str, ...]
    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deel:
    """One theme: its running text, its goals, its agreements, and every third theme a table."""

    titel: str
    context: tuple[str, ...]
    doelen: tuple[str, ...]
    afspraken: tuple[Afspraak, ...]
    tabel: tuple[tuple[str, ...], ...]


def delen(count: int, first: int = 0) -> list[Deel]:
    """`count` themes; `first` counts the themes that stand before them in the same document."""
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("zinnen.yaml").read_text("utf-8"))
    return [_deel(words, index) for index in range(first, first + count)]


def _deel(words: dict[str, Any], index: int) -> Deel:
    draw = random.Random(index)  # noqa: S311  # no secret
    kern = words["kernen"][index % len(words["kernen"])]
    thema = words["themas"][index // len(words["kernen"]) % len(words["themas"])]
    number = index * _EACH + 1

    def fill(sentence: str) -> str:
        low = draw.randint(3, 400)
        return sentence.format(
            wie=draw.choice(words["wie"]),
            kern=kern,
            n=low,
            m=low + draw.randint(5, 90),
            k=draw.randint(2, 12),
            pct=draw.randint(5, 95),
            jaar=draw.randint(2024, 2034),
            dag=draw.choice(_DAYS),
            euro=draw.randint(110, 950),
            nr=draw.randint(1, number),
        )

    sentences = draw.sample(words["afspraken"], _EACH)
    return Deel(
        titel=f"{thema} in {kern}",
        context=tuple(fill(text) for text in draw.sample(words["context"], 5)),
        doelen=tuple(fill(text) for text in draw.sample(words["doelen"], 2)),
        afspraken=tuple(
            Afspraak(
                nummer=number + at,
                tekst=fill(text),
                toelichting=tuple(fill(each) for each in draw.sample(words["toelichting"], at % 2)),
                punten=tuple(fill(each) for each in draw.sample(words["punten"], at % 3)),
            )
            for at, text in enumerate(sentences)
        ),
        tabel=() if index % 3 else (tuple(words["tabel"]["kop"]), *_rows(draw)),
    )


def _rows(draw: random.Random) -> Iterator[tuple[str, ...]]:
    for year in range(2025, 2029):
        figures = [draw.randint(4, 90) for _ in range(3)]
        yield (str(year), *map(str, figures), str(sum(figures)))


def opening() -> list[str]:
    """The paragraphs that name the parties and the term."""
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("zinnen.yaml").read_text("utf-8"))
    parties = [
        f"{each['naam']}, vertegenwoordigd door {each['wie']}, hierna te noemen: '{each['kort']}';"
        for each in words["partijen"]
    ]
    closing = "Deze afspraken gelden van 1 januari 2025 tot en met 31 december 2034."
    return [*parties, closing, "Getekend te Veenoord op 12 december 2024."]


def write_pdf(path: Path, pages: int, first: int = 0) -> None:
    """Write a PDF of exactly `pages` pages; `first` is the number of themes that went before."""
    from weasyprint import HTML  # noqa: PLC0415  # slow, and ships no types

    document = HTML(string=_html(delen(themes_for(pages), first), with_opening=not first)).render()
    if len(document.pages) < pages:
        raise RuntimeError(f"{len(document.pages)} pages came out where {pages} were wanted")
    document.copy(document.pages[:pages]).write_pdf(path, pdf_identifier=b"benchmark")


def themes_for(pages: int) -> int:
    """How many themes certainly fill so many pages."""
    return int(pages * _THEMES_TO_A_PAGE) + 2


def _html(parts: list[Deel], *, with_opening: bool) -> str:
    head = "<h1>Prestatieafspraken Veenoord 2025-2034</h1><h2>Partijen</h2>" if with_opening else ""
    names = "".join(f"<p>{escape(text)}</p>" for text in opening()) if with_opening else ""
    body = "".join(_theme_html(part) for part in parts)
    return f'<html lang="nl"><head><style>{_CSS}</style></head><body>{head}{names}{body}</body></html>'


def _theme_html(part: Deel) -> str:
    context = "".join(f"<p>{escape(text)}</p>" for text in part.context)
    goals = "".join(f"<li>{escape(text)}</li>" for text in part.doelen)
    agreements = "".join(map(_afspraak_html, part.afspraken))
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in part.tabel)
    table = f"<table>{rows}</table>" if rows else ""
    return (
        f"<h1>{escape(part.titel)}</h1><h2>Context</h2>{context}<h2>Doelen</h2><ul>{goals}</ul>"
        f"<h2>Afspraken</h2>{agreements}{table}"
    )


def _afspraak_html(afspraak: Afspraak) -> str:
    more = "".join(f"<p>{escape(text)}</p>" for text in afspraak.toelichting)
    points = "".join(f"<li>{escape(text)}</li>" for text in afspraak.punten)
    bullets = f"<ul>{points}</ul>" if points else ""
    return f"<p>{afspraak.nummer}. {escape(afspraak.tekst)}</p>{more}{bullets}"


# --- DOCX ----------------------------------------------------------------------------------------


def write_docx(path: Path, themes: int) -> None:
    """Write a DOCX of so many themes, with headings by style and lists that Word numbers."""
    import docx  # noqa: PLC0415  # slow

    document = docx.Document()
    document.add_heading("Prestatieafspraken Veenoord 2025-2034", 0)
    document.add_heading("Partijen", 1)
    for text in opening():
        _write(document, text)
    for part in delen(themes):
        _write_part(document, part)
    document.save(str(path))


def _write_part(document: Any, part: Deel) -> None:  # noqa: ANN401  # ships no types
    document.add_heading(part.titel, 1)
    document.add_heading("Context", 2)
    for text in part.context:
        _write(document, text)
    document.add_heading("Doelen", 2)
    for text in part.doelen:
        _write(document, text, "List Bullet")
    document.add_heading("Afspraken", 2)
    for afspraak in part.afspraken:
        _write(document, afspraak.tekst, "List Number")
        for text in afspraak.toelichting:
            _write(document, text, "List Continue")
        for text in afspraak.punten:
            _write(document, text, "List Bullet 2")
    if part.tabel:
        _write_table(document, part.tabel)


def _write(document: Any, text: str, style: str = "Normal") -> None:  # noqa: ANN401  # ships no types
    """A paragraph in several runs, each with its language and the mark of its edit, as Word leaves them."""
    from docx.oxml import parse_xml  # noqa: PLC0415  # slow

    paragraph = document.add_paragraph(style=style)
    paragraph._p.set(f"{{{_WORD}}}rsidR", "00A14C7E")  # noqa: SLF001  # python-docx has no name for these
    for start in range(0, len(text), _RUN):
        words = escape(text[start : start + _RUN])
        run = (
            f'<w:r xmlns:w="{_WORD}" w:rsidRPr="00B23D8F"><w:rPr><w:rFonts w:cstheme="minorHAnsi"/>'
            '<w:szCs w:val="22"/><w:lang w:val="nl-NL"/></w:rPr>'
            f'<w:t xml:space="preserve">{words}</w:t></w:r>'
        )
        paragraph._p.append(parse_xml(run))  # noqa: SLF001  # see above


def _write_table(document: Any, rows: tuple[tuple[str, ...], ...]) -> None:  # noqa: ANN401  # ships no types
    table = document.add_table(len(rows), len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
