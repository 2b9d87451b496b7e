"""The consolidated document as PDF: one file to read (PDF/UA) and one to keep (PDF/A-3), with the same pages.

PDF/UA-1 and not 2 for reading: it is what the checkers and readers that people have know. PDF/A-3a for the
archive: it keeps the tags and may hold the machine-readable text as an attachment.
"""

from __future__ import annotations

import hashlib
import importlib
import re
import warnings
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Literal

from wederkerig.export.html import document_html, load_style
from wederkerig.export.opmaak import Regel
from wederkerig.export.writing import whole_file

Variant = Literal["ua", "archief"]
ATTACHMENT: Final = "prestatieafspraken.json"
_VARIANTS: Final = {"ua": "pdf/ua-1", "archief": "pdf/a-3a"}
_NARROW: Final = re.compile(r" (?=[\d.]+[.)](?:\s|$))|(?<=€) (?=\d)")
_RUNNING: Final = re.compile(r'(<(?:p|li|dd)(?: class="letter")?>(?:<span class="nr">[^<]*</span>)?)([^<]+)')
_COMPOUND: Final = re.compile(r"(?<![\w&;-])\w{1,20}(?:-\w{1,20})+(?![\w-])")
_UNKNOWN: Final = date(2000, 1, 1)
_NEEDED: Final = (
    "Voor PDF-bestanden is de bibliotheek Pango nodig, en die ontbreekt op deze computer. "
    "Installeer op Debian of Ubuntu: "
    "apt install libpango-1.0-0 libpangoft2-1.0-0. Op een Mac: brew install pango."
)


class PdfError(Exception):
    """No PDF can be made on this computer; the message says in Dutch what to install."""


def write_pdf(
    regels: Sequence[Regel],
    path: Path,
    *,
    titel: str,
    gemeente: str | None = None,
    datum: date | None = None,
    variant: Variant = "ua",
    bijlage: bytes | None = None,
) -> None:
    """Write the PDF; the same lines give the same bytes.

    datum: the day on which this version was made, as the file says it.
    bijlage: the document as JSON, attached as the data behind the pages; only for the archive.
    Raises PdfError where the library that sets the pages is missing.
    """
    weasyprint = load_weasyprint()
    page = _unbroken(
        document_html(regels, titel=titel, css=load_style("pdf.css"), meta=_meta(gemeente, datum))
    )
    refusing = weasyprint.urls.URLFetcher(allowed_protocols=())  # nothing is fetched, not even from this disk
    document = weasyprint.HTML(string=page, url_fetcher=refusing)
    attached = [] if bijlage is None else [_attachment(weasyprint, bijlage, titel, datum)]
    with whole_file(path) as draft, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves the file of its colour profile open
        document.write_pdf(
            draft,
            finisher=finish_tags,
            pdf_variant=_VARIANTS[variant],
            pdf_identifier=hashlib.sha256(page.encode()).digest()[:16],
            attachments=attached,
        )


def _unbroken(page: str) -> str:
    """The page with together what a line end would spoil for who reads it back, and for the eye.

    "260." at the beginning of a line would be an agreement, "energie-" at its end half a word.
    """
    return _RUNNING.sub(lambda match: match[1] + _kept_together(match[2]), page)


def _kept_together(words: str) -> str:
    return _COMPOUND.sub(r'<span class="heel">\g<0></span>', _NARROW.sub("\u00a0", words))


def load_weasyprint() -> ModuleType:
    """WeasyPrint, which on being imported looks for the libraries of the system that it needs."""
    try:
        with redirect_stdout(StringIO()):  # it prints an explanation of its own
            return importlib.import_module("weasyprint")
    except OSError as error:
        raise PdfError(_NEEDED) from error


def _meta(gemeente: str | None, datum: date | None) -> dict[str, str]:
    meta = {"generator": "Wederkerig"}
    if gemeente:
        meta["author"] = f"Gemeente {gemeente}"
    if datum:
        meta["dcterms.created"] = meta["dcterms.modified"] = datum.isoformat()
    return meta


def _attachment(weasyprint: ModuleType, data: bytes, titel: str, datum: date | None) -> object:
    """The document as data; a file in a PDF/A says what it is to the pages, and when it was made."""
    made = datetime.combine(datum or _UNKNOWN, time(12), UTC)
    return weasyprint.Attachment(
        file_obj=BytesIO(data),
        name=ATTACHMENT,
        description=f"{titel} als gegevens",
        created=made,
        modified=made,
        relationship="Source",
    )


def finish_tags(_document: object, pdf: Any) -> None:  # noqa: ANN401  # pydyf ships no types
    """Say of each head of a table what it heads, and name each attachment once."""
    for each in pdf.objects:
        if isinstance(each, dict) and each.get("S") == "/TH" and "A" in each:
            row = _parent(pdf, each)
            each["A"]["Scope"] = "/Column" if _parent(pdf, row).get("S") == "/THead" else "/Row"
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _parent(pdf: Any, element: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  # pydyf ships no types
    found: dict[str, Any] = pdf.objects[int(element["P"].split()[0])]
    return found
