"""A report as a tagged PDF (PDF/UA), from a page that asks for nothing outside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from itertools import groupby

from wederkerig.export.grafieken import draw_svg
from wederkerig.export.html import load_style
from wederkerig.export.pdf import finish_tags, load_weasyprint
from wederkerig.export.rapport.blokken import Blok
from wederkerig.export.words import clean, one_line

_TAGS = {"titel": "h1", "kop1": "h2", "kop2": "h3", "nummer": "li", "punt": "li"}
_LISTS = {"nummer": "ol", "punt": "ul"}


def report_pdf(blokken: Sequence[Blok], *, titel: str, gemeente: str, datum: date) -> bytes:
    """The PDF; the same blocks give the same bytes. Raises PdfError where WeasyPrint cannot be used."""
    weasyprint = load_weasyprint()
    page = report_page(blokken, titel=titel, gemeente=gemeente, datum=datum)
    refusing = weasyprint.urls.URLFetcher(allowed_protocols=())  # nothing outside the page is fetched
    document = weasyprint.HTML(string=page, url_fetcher=refusing)
    identifier = hashlib.sha256(page.encode()).digest()[:16]
    made: bytes = document.write_pdf(finisher=finish_tags, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return made


def report_page(blokken: Sequence[Blok], *, titel: str, gemeente: str, datum: date) -> str:
    """The page that the PDF is made of."""
    body = "".join(_body(blokken))
    meta = {
        "generator": "Wederkerig",
        "author": f"Gemeente {gemeente}",
        "dcterms.created": datum.isoformat(),
        "dcterms.modified": datum.isoformat(),
    }
    about = "".join(f'<meta name="{key}" content="{_line(value)}">' for key, value in meta.items())
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">{about}<title>{_line(titel)}</title>'
        f"<style>{load_style('rapport.css')}</style></head><body>{body}</body></html>"
    )


def _body(blokken: Sequence[Blok]) -> Iterator[str]:
    charts = 0
    for soort, group in groupby(blokken, key=lambda blok: blok.soort):
        if soort in _LISTS:
            yield f"<{_LISTS[soort]}>{''.join(map(_paragraph, group))}</{_LISTS[soort]}>"
            continue
        for blok in group:
            if blok.grafiek is not None:
                charts += 1
                drawn = draw_svg(blok.grafiek, prefix=f"grafiek-{charts}", width=blok.breedte, fixed=True)
                yield f'<div class="grafiek">{drawn}</div>'
            else:
                yield _table(blok) if blok.soort == "tabel" else _paragraph(blok)


def _paragraph(blok: Blok) -> str:
    tag = _TAGS.get(blok.soort, "p")
    lead = f"<strong>{_words(blok.lood)}</strong> " if blok.lood else ""
    return f'<{tag} class="{blok.soort}">{lead}{_words(blok.tekst)}</{tag}>'


def _table(blok: Blok) -> str:
    head, *rows = blok.rijen
    heads = "".join(f'<th scope="col">{_words(cell)}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(_cells(row, blok.vet))}</tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Sequence[str], bold: int | None) -> Iterator[str]:
    for at, cell in enumerate(row):
        first, end, rest = _words(cell).partition("<br>")
        words = f"<strong>{first}</strong>{end}{rest}" if at == bold else f"{first}{end}{rest}"
        yield f'<th scope="row">{words}</th>' if at == 0 else f"<td>{words}</td>"


def _words(words: str) -> str:
    return "<br>".join(_line(line) for line in clean(words).splitlines())


def _line(words: str) -> str:
    return escape(one_line(words))
