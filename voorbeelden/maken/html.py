"""Writes an example document as one HTML page, ready for the PDF."""

from __future__ import annotations

from html import escape
from typing import Any

from .inhoud import Block, Stuk, blocks_of, fragments, is_number, letter, tint

LEVELS = {"kop": "h1", "thema": "h1", "tussenkop": "h2", "rubriek": "h3"}


def page(stuk: Stuk, css: str) -> str:
    """The whole HTML page; the words and their order are those of the DOCX."""
    body = "\n".join(_block(block, stuk) for block in stuk.blocks)
    head = (
        f'<meta charset="utf-8"><title>{escape(stuk.title)}</title>'
        f'<meta name="author" content="{escape(stuk.cover["boven"])}">'
        f'<meta name="dcterms.created" content="{stuk.date.isoformat()}">'
    )
    style = f"<style>{_page_rules(stuk)}{css}</style>"
    return (
        f'<!doctype html><html lang="nl"><head>{head}{style}</head><body>{_cover(stuk)}{body}</body></html>'
    )


def _page_rules(stuk: Stuk) -> str:
    return (
        f":root {{ --accent: #{stuk.colour}; --licht: #{tint(stuk.colour, 0.1)};"
        f" --lijn: #{tint(stuk.colour, 0.35)}; }}"
        f'@page {{ @top-left {{ content: "{stuk.header}"; }} @bottom-left {{ content: "{stuk.footer}"; }} }}'
    )


def _cover(stuk: Stuk) -> str:
    cover = stuk.cover
    parties = "".join(f"<li>{escape(name)}</li>" for name in cover["partijen"])
    lines = "".join(
        f'<p class="{key}">{escape(cover[key])}</p>' for key in ("boven", "titel", "periode", "slogan")
    )
    below = f'<ul>{parties}</ul><p class="onder">{escape(cover["onder"])}</p>'
    return f'<section class="kaft"><div class="vlak">{lines}</div>{below}</section>'


def _block(block: Block, stuk: Stuk) -> str:
    if block.kind in LEVELS:
        return _heading(block)
    if block.kind in ("punten", "nummers"):
        return _list(block, stuk)
    if block.kind == "tabel":
        return _table(block)
    if block.kind == "ondertekening":
        return _signatures(block)
    writers = {
        "inhoudsopgave": _contents,
        "afspraak": _afspraak,
        "letters": _letters,
        "begrippen": _glossary,
        "afsprakentabel": _two_columns,
    }
    if block.kind in writers:
        return writers[block.kind](block, stuk)
    return f'<p class="{block.kind}">{_inline(block.content, stuk)}</p>'


def _inline(text: str, stuk: Stuk) -> str:
    tags = {
        "tekst": "{}",
        "vet": "<strong>{}</strong>",
        "cursief": "<em>{}</em>",
        "noot": '<span class="noot">{}</span>',
    }
    return "".join(
        tags[part.kind].format(
            escape(stuk.notes[part.text] if part.kind == "noot" else part.text, quote=False)
        )
        for part in fragments(text.strip().replace("€ ", "€\N{NO-BREAK SPACE}"))
    )


def anchor(block: Block) -> str:
    """The id of a heading, made of its letters and digits."""
    return "".join(char if char.isalnum() else "-" for char in block.text.lower())


def _heading(block: Block) -> str:
    tag = LEVELS[block.kind]
    name = f' id="{anchor(block)}"' if tag == "h1" else ""
    fresh = ' class="nieuw"' if block.options.get("nieuwe_pagina") else ""
    return f"<{tag}{name}{fresh}>{escape(block.text)}</{tag}>"


def _contents(block: Block, stuk: Stuk) -> str:
    rows = "".join(
        f'<p><a href="#{anchor(heading)}">{escape(heading.text)}</a></p>' for heading in stuk.headings()
    )
    return f'<nav><p class="inhoudskop">{escape(block.content)}</p>{rows}</nav>'


def _afspraak(block: Block, stuk: Stuk) -> str:
    first, *rest = blocks_of(block.content)
    lead = f'<p><span class="nr">{block.number}.</span>{_inline(first.content, stuk)}</p>'
    return f'<div class="afspraak">{lead}{"".join(_block(part, stuk) for part in rest)}</div>'


def _list(block: Block, stuk: Stuk) -> str:
    """A list with its signs as text: a list marker would come loose from its line in the text layer."""
    signs = ("•" if block.kind == "punten" else f"{at}." for at in range(1, len(block.content) + 1))
    items = (
        f'<li><span class="teken">{sign}</span>{_inline(item, stuk)}</li>'
        for sign, item in zip(signs, block.content, strict=True)
    )
    return f'<ul class="{block.kind}">{"".join(items)}</ul>'


def _letters(block: Block, stuk: Stuk) -> str:
    return "".join(
        f'<p class="letter"><span class="nr">{letter(at)}.</span>{_inline(item, stuk)}</p>'
        for at, item in enumerate(block.content)
    )


def _table(block: Block) -> str:
    table: dict[str, Any] = block.content
    title = f'<p class="tabeltitel">{escape(table["titel"])}</p>' if "titel" in table else ""
    columns = "".join(f'<col style="width: {width}%">' for width in table["breedtes"])
    numeric = [is_number(cell) for cell in table["rijen"][0]]
    head = _row(table["kop"], numeric, "th")
    body = "".join(_row(row, numeric, "td") for row in table["rijen"])
    total = ' class="totaal"' if table.get("totaal") else ""
    note = f'<p class="tabelnoot">{escape(table["noot"])}</p>' if "noot" in table else ""
    rows_html = f"<thead>{head}</thead><tbody>{body}</tbody>"
    return f"{title}<table{total}><colgroup>{columns}</colgroup>{rows_html}</table>{note}"


def _row(cells: list[str], numeric: list[bool], tag: str) -> str:
    marks = (' class="getal"' if right else "" for right in numeric)
    return (
        "<tr>"
        + "".join(f"<{tag}{mark}>{escape(cell)}</{tag}>" for cell, mark in zip(cells, marks, strict=True))
        + "</tr>"
    )


def _glossary(block: Block, stuk: Stuk) -> str:
    return "".join(
        f'<p class="term">{escape(item["term"])}</p>'
        f'<p class="definitie">{_inline(item["definitie"], stuk)}</p>'
        for item in block.content
    )


def _signatures(block: Block) -> str:
    fields = "".join(
        f'<div><p><strong>{escape(item["organisatie"])}</strong></p><p class="lijn">{"." * 44}</p>'
        f"<p>{escape(item['naam'])}<br>{escape(item['functie'])}</p></div>"
        for item in block.content
    )
    return f'<section class="tekenen">{fields}</section>'


def _two_columns(block: Block, stuk: Stuk) -> str:
    rows = "".join(
        f"<tr><td><p><strong>{row['nummer']}. {escape(row['kop'])}</strong></p>"
        f"{_cell(row['links'], stuk)}</td>"
        f"<td>{_cell(row['rechts'], stuk)}</td></tr>"
        for row in block.content
    )
    columns = '<colgroup><col style="width: 60%"><col style="width: 40%"></colgroup>'
    head = "<thead><tr><th>Meerjarige afspraken</th><th>Concrete stappen</th></tr></thead>"
    return f'<table class="kolommen">{columns}{head}<tbody>{rows}</tbody></table>'


def _cell(parts: list[Any], stuk: Stuk) -> str:
    return "".join(_block(part, stuk) for part in blocks_of(parts))
