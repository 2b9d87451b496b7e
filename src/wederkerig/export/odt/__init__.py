"""The consolidated document as ODT: an OpenDocument text with real headings, lists and table heads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from wederkerig.export.html import load_style
from wederkerig.export.html import text as escaped
from wederkerig.export.odt.content import content_xml
from wederkerig.export.opmaak import Regel
from wederkerig.export.writing import whole_file

_TYPE: Final = "application/vnd.oasis.opendocument.text"
_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns"
_PARTS: Final = ("content.xml", "styles.xml", "meta.xml")


def write_odt(
    regels: Sequence[Regel],
    path: Path,
    *,
    titel: str,
    gemeente: str | None = None,
    datum: date | None = None,
) -> None:
    """Write the document; the same lines give the same bytes.

    datum: the day on which this version was made, as the file says it.
    Raises OSError where nothing can be written at `path`.
    """
    parts = {
        "mimetype": _TYPE,  # stands first and is not compressed, so that the first bytes say what this is
        "META-INF/manifest.xml": _manifest(),
        "meta.xml": _meta(titel, gemeente, datum),
        "styles.xml": load_style("odt.xml"),
        "content.xml": content_xml(regels),
    }
    with whole_file(path) as draft, ZipFile(draft, "w") as package:
        for name, part in parts.items():
            method = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            package.writestr(ZipInfo(name), part, compress_type=method)


def _manifest() -> str:
    files = [("/", _TYPE), *((name, "text/xml") for name in _PARTS)]
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in files
    )
    space = f'xmlns:manifest="{_OFFICE}:manifest:1.0" manifest:version="1.3"'
    return f"{_XML}<manifest:manifest {space}>{entries}</manifest:manifest>"


def _meta(titel: str, gemeente: str | None, datum: date | None) -> str:
    author = f"Gemeente {escaped(gemeente)}" if gemeente else ""
    made = f"{datum.isoformat()}T12:00:00" if datum else ""
    facts = {
        "meta:generator": "Wederkerig",
        "dc:title": escaped(titel),
        "dc:language": "nl-NL",
        "meta:initial-creator": author,
        "dc:creator": author,
        "meta:creation-date": made,
        "dc:date": made,
    }
    told = "".join(f"<{name}>{value}</{name}>" for name, value in facts.items() if value)
    spaces = (
        f'xmlns:office="{_OFFICE}:office:1.0" xmlns:meta="{_OFFICE}:meta:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
    )
    return f"{_XML}<office:document-meta {spaces}><office:meta>{told}</office:meta></office:document-meta>"
