"""The parts of a Word file: which member of the archive holds the text, the styles, the notes."""

from __future__ import annotations

import posixpath

from lxml import etree

from wederkerig.documents.archive import Archive, parse_xml
from wederkerig.documents.docx import names as n
from wederkerig.documents.errors import DamagedFileError

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
TRANSITIONAL = b"http://schemas.openxmlformats.org/"
# The strict variant of the standard differs, for what is read here, only in its namespaces.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/": TRANSITIONAL + b"wordprocessingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/": TRANSITIONAL + b"officeDocument/2006/",
}


class Package:
    """An opened DOCX: its parts found by their relation to the main part."""

    def __init__(self, data: bytes) -> None:
        """Raises a DocumentError where the archive is unsafe, damaged or holds no text."""
        self._archive = Archive(data)
        self._main = self._related("", "officeDocument") or "word/document.xml"
        self._targets = self._targets_of(self._main)

    def body(self) -> etree._Element:
        """The element that holds paragraphs and tables."""
        root = self._part(self._main)
        body = next(root.iterchildren(n.W + "body"), None)
        if body is None:
            raise DamagedFileError("Het Word-bestand heeft geen tekstgedeelte.")
        return body

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part of this kind (styles, numbering, footnotes), None without one."""
        name = self._targets.get(kind)
        return None if name is None or name not in self._archive else self._part(name)

    def title(self) -> str:
        """The title in the file's properties, "" without one."""
        name = self._related("", "core-properties")
        if name is None or name not in self._archive:
            return ""
        title = next(self._part(name).iter(DC_TITLE), None)
        return " ".join((title.text or "").split()) if title is not None else ""

    @property
    def has_pictures(self) -> bool:
        """Whether the file holds pictures."""
        return any(name.startswith("word/media/") for name in self._archive.names)

    def _part(self, name: str) -> etree._Element:
        data = self._archive.read(name)
        if b"purl.oclc.org/ooxml" in data[:4096]:
            for strict, transitional in STRICT.items():
                data = data.replace(strict, transitional)
        return parse_xml(data, name)

    def _related(self, part: str, kind: str) -> str | None:
        return self._targets_of(part).get(kind)

    def _targets_of(self, part: str) -> dict[str, str]:
        """The parts a part points to inside the archive, by the last word of the relation's type."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive:
            return {}
        targets: dict[str, str] = {}
        for relation in self._archive.xml(relations).iter(RELATIONSHIP):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                targets.setdefault(kind, target.lstrip("/"))
        return targets
