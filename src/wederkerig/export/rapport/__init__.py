"""The half-yearly report and the letter to the council as files: DOCX to work in, PDF to read and keep.

Both formats hold the same words, tables and charts. The same report always gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from wederkerig.export.rapport.blokken import Blok
from wederkerig.export.rapport.brief import compose_letter
from wederkerig.export.rapport.docx import report_docx
from wederkerig.export.rapport.halfjaar import compose_report
from wederkerig.export.rapport.pdf import report_pdf
from wederkerig.export.writing import whole_file
from wederkerig.monitoring.rapport import Rapport, is_concept

Formaat = Literal["docx", "pdf"]


def write_report(rapport: Rapport, path: Path, formaat: Formaat) -> None:
    """Write the report to `path`, whole or not at all; its kind (`rapport.soort`) says in which form.

    Raises OSError where it cannot be written, PdfError where the library for PDF is missing.
    """
    made = report_bytes(rapport, formaat)
    with whole_file(path) as draft:
        draft.write_bytes(made)


def report_bytes(rapport: Rapport, formaat: Formaat) -> bytes:
    """The report as a file. Raises PdfError where the library for PDF is missing."""
    blokken = compose(rapport)
    titel = f"Concept: {rapport.titel}" if is_concept(rapport) else rapport.titel
    made_on = rapport.gepubliceerd or rapport.opgesteld
    make = report_docx if formaat == "docx" else report_pdf
    return make(blokken, titel=titel, gemeente=rapport.gemeente, datum=made_on)


def compose(rapport: Rapport) -> tuple[Blok, ...]:
    """What stands in the report, whatever file it becomes."""
    make = compose_letter if rapport.soort == "raadsbrief" else compose_report
    return tuple(make(rapport))
