"""A DOCX file around a body: the parts, the properties, the footer, and a zip that is the same each time.

Sources: ECMA-376 part 1 (WordprocessingML) and part 2 (the package).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wederkerig.export.docx.markup import escaped
from wederkerig.export.docx.styles import NUMBERING, styles
from wederkerig.export.words import one_line

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the first a zip can hold; today's would change the bytes
_LONGEST_FOOTER = 70

# A4, with margins of 25 mm; in twentieths of a point.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="624"'
    ' w:gutter="0"/></w:sectPr>'
)
_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{R}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="rId3" Type="{R}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId4" Type="{R}/footer" Target="footer1.xml"/>'
)
_SETTINGS = (
    f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)


def package(
    body: str, *, titel: str, auteur: str = "", datum: date | None = None, pictures: Sequence[bytes] = ()
) -> bytes:
    """A DOCX file with this body: paragraphs and tables as XML with the prefixes w and r.

    titel: the document's title property, also in the footer. datum: when it was made, if that is to be said.
    pictures: PNG files, which the body calls by `picture_id`.
    """
    document = (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{_SECTION}</w:body></w:document>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"{_DOCUMENT_RELATIONS}{_pictures(len(pictures))}</Relationships>",
        "word/styles.xml": _styles(),
        "word/numbering.xml": f'{DECLARATION}<w:numbering xmlns:w="{W}">{NUMBERING}</w:numbering>',
        "word/settings.xml": _SETTINGS,
        "word/footer1.xml": _footer(titel),
        "docProps/core.xml": _properties(titel, auteur, datum),
    }
    files = {name: text.encode() for name, text in parts.items()}
    return _zipped(files | {f"word/media/{at}.png": data for at, data in enumerate(pictures)})


def picture_id(place: int) -> str:
    """By which a body calls the picture at this place (from 0)."""
    return f"rId{10 + place}"


def _pictures(number: int) -> str:
    return "".join(
        f'<Relationship Id="{picture_id(at)}" Type="{R}/image" Target="media/{at}.png"/>'
        for at in range(number)
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            member = ZipInfo(name, _ZIP_DATE)
            member.external_attr = 0o644 << 16
            archive.writestr(member, data, ZIP_DEFLATED, 3)
    return buffer.getvalue()


@cache
def _styles() -> str:
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{styles()}</w:styles>'


def _footer(titel: str) -> str:
    """The title at the left, "Pagina 2 van 9" at the right."""
    words = one_line(titel)
    short = words if len(words) <= _LONGEST_FOOTER else words[: _LONGEST_FOOTER - 1].rstrip() + "…"
    return (
        f'{DECLARATION}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escaped(short)}</w:t></w:r><w:r><w:tab/></w:r>'
        f'<w:r><w:t xml:space="preserve">Pagina </w:t></w:r>{_field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> van </w:t></w:r>{_field("NUMPAGES")}</w:p></w:ftr>'
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _properties(titel: str, auteur: str, datum: date | None) -> str:
    moment = f"{datum.isoformat()}T00:00:00Z" if datum else ""
    made = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
        if moment
    )
    creator = f"<dc:creator>{escaped(one_line(auteur))}</dc:creator>" if auteur else ""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(one_line(titel))}</dc:title>{creator}<dc:language>nl-NL</dc:language>{made}"
        "</cp:coreProperties>"
    )
