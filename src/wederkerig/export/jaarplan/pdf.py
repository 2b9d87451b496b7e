"""The year plan as a tagged PDF (PDF/UA), made from a page that asks for nothing outside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from wederkerig.documents.pdf.marks import bullet, is_numbered
from wederkerig.export.docx.styles import ACCENT, GREY, INK, LINES, SHADE
from wederkerig.export.jaarplan.regels import Regel, runs
from wederkerig.export.jaarplan.samenstelling import compose
from wederkerig.export.pdf import load_weasyprint
from wederkerig.export.words import clean, one_line
from wederkerig.export.writing import whole_file
from wederkerig.model import Jaarplan

_TAGS = {"titel": "h1", "kop1": "h2", "kop2": "h3"}
_BREAKS = re.compile(r"[/–-]")  # where a line might end within a word
_LONGEST_WHOLE = 45
_STYLE = f"""
@page {{ size: A4; margin: 25mm; @bottom-right {{ content: "Pagina " counter(page) " van " counter(pages);
  font: 9pt sans-serif; color: #{GREY}; }} }}
html {{ font: 10.5pt/1.45 sans-serif; color: #{INK}; hyphens: manual; }}
body {{ margin: 0; }}
h1, h2, h3, .etiket, .partij, tr {{ break-inside: avoid; }}
h1, h2, h3, .etiket {{ color: #{ACCENT}; font-weight: bold; break-after: avoid; }}
h1 {{ font-size: 25pt; line-height: 1.2; margin: 0 0 8mm; padding: 0 0 4mm;
  border-bottom: 1pt solid #{ACCENT}; }}
h2 {{ font-size: 18pt; line-height: 1.2; margin: 10mm 0 4mm; }}
h3 {{ font-size: 13.5pt; line-height: 1.2; margin: 8mm 0 3mm; }}
p, li {{ margin: 0 0 3.4mm; }}
.blad {{ break-before: page; margin-top: 0; }}
.boven {{ font-size: 13pt; color: #{GREY}; margin: 60mm 0 6mm; }}
.onder {{ font-size: 13pt; color: #{GREY}; margin-bottom: 12mm; }}
.etiket {{ margin: 5.5mm 0 3.2mm; }}
.huidig, .nieuw {{ border-left: 2.2pt solid #{LINES}; padding-left: 4mm; margin: 0 0 4mm;
  break-inside: avoid; }}
.nieuw {{ border-color: #{ACCENT}; }}
.huidig > :last-child, .nieuw > :last-child {{ margin-bottom: 0; }}
.sub {{ font-style: italic; }}
ul {{ margin: 0 0 3.4mm; padding-left: 5mm; }}
table {{ border-collapse: collapse; width: 100%; margin: 3mm 0 5mm; }}
th, td {{ border: 0.6pt solid #{LINES}; padding: 1.4mm 2mm; text-align: left; vertical-align: top; }}
th {{ background: #{SHADE}; font-weight: bold; }}
.teken td {{ padding: 7mm 2mm; width: 33%; }}
.heel {{ white-space: nowrap; }}
"""


def write_jaarplan_pdf(jaarplan: Jaarplan, path: Path, *, basis: str = "") -> None:
    """Write the plan as PDF; the same plan gives the same bytes. basis: the title of what it amends.

    Reading the file gives the amendments of `as_written(jaarplan)` where no text is longer than a page; at
    the turn of a page two paragraphs without a full stop may be read as one. The DOCX has no such limit.
    Raises OSError where nothing can be written at `path`, PdfError where WeasyPrint cannot be used.
    """
    page = _page(jaarplan, basis)
    identifier = hashlib.sha256(page.encode()).digest()[:16]
    weasyprint = load_weasyprint()
    refusing = weasyprint.urls.URLFetcher(allowed_protocols=())  # nothing outside the page is fetched
    document = weasyprint.HTML(string=page, url_fetcher=refusing)
    data = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    with whole_file(path) as draft:
        draft.write_bytes(data)


def _page(jaarplan: Jaarplan, basis: str) -> str:
    body = "".join(_whole(whole, group) for whole, group in runs(compose(jaarplan, basis)))
    title = escape(one_line(jaarplan.titel))
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{body}</body></html>"
    )


def _whole(whole: str, group: Sequence[Regel]) -> str:
    """One line, a quoted text, or a table."""
    if whole == "tabel":
        return _table(group)
    if whole:
        return f'<div class="{whole}">{"".join(_quoted(group))}</div>'
    regel = group[0]
    tag = _TAGS.get(regel.soort, "p")
    lead = f"<strong>{_words(regel.etiket)}</strong> " if regel.etiket else ""
    page = " blad" if regel.bladzijde else ""
    return f'<{tag} class="{regel.soort}{page}">{lead}{_words(regel.tekst)}</{tag}>'


def _quoted(group: Sequence[Regel]) -> Iterator[str]:
    """The paragraphs of a text, its items in lists."""
    listing = False
    for regel in group:
        item = regel.soort.endswith("punt")
        if item != listing:
            yield "<ul>" if item else "</ul>"
        listing = item
        if item:
            yield f"<li>{_words(regel.tekst)}</li>"
        else:
            sub = ' class="sub"' if regel.soort.endswith("kop") else ""
            yield f"<p{sub}>{_words(regel.tekst)}</p>"
    if listing:
        yield "</ul>"


def _table(group: Sequence[Regel]) -> str:
    head = [regel for regel in group if regel.soort == "tabelkop"]
    rows = [regel for regel in group if regel.soort != "tabelkop"]
    signing = ' class="teken"' if any(regel.soort == "tekenrij" for regel in rows) else ""
    above = "".join(_row(regel, "th", ' scope="col"') for regel in head)
    below = "".join(_row(regel, "td", "") for regel in rows)
    return f"<table{signing}>{f'<thead>{above}</thead>' if above else ''}<tbody>{below}</tbody></table>"


def _row(regel: Regel, tag: str, scope: str) -> str:
    return f"<tr>{''.join(f'<{tag}{scope}>{_words(cell)}</{tag}>' for cell in regel.cellen)}</tr>"


def _words(text: str) -> str:
    """Words as HTML, with those on one line between which reading would see more than the end of a line.

    A hyphen at the end could part a word; a number, a letter or a dash at the beginning opens a paragraph.
    """
    groups: list[str] = []
    words = clean(text).split(" ")
    for place, word in enumerate(words):
        ahead = " ".join(words[place : place + 3])
        sum_of_money = groups and groups[-1].endswith("€") and word[:1].isdigit()
        if groups and (sum_of_money or is_numbered(ahead) or bullet(ahead)):
            groups[-1] += f" {word}"
            # reading sees that a capital or a figure would have fitted on the line before, so take more along
            while len(groups) > 1 and not groups[-1][0].islower():
                groups[-2:] = [f"{groups[-2]} {groups[-1]}"]
        else:
            groups.append(word)
    return " ".join(map(_group, groups))


def _group(words: str) -> str:
    if len(words) > _LONGEST_WHOLE:
        return escape(words)
    kept = escape(words.replace(" ", "\u00a0"))
    return f'<span class="heel">{kept}</span>' if _BREAKS.search(words) else kept
