"""Makes small DOCX and ODT files out of the XML a test is about."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCX_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE_RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_NAMES = (
    f'xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0" xmlns:table="{ODF}table:1.0"'
    f' xmlns:style="{ODF}style:1.0" xmlns:fo="{ODF}xsl-fo-compatible:1.0" xmlns:draw="{ODF}drawing:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def zipped(members):
    """A zip file of these members (name: text or bytes)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body, names=DOCX_NAMES, **parts):
    """A Word file with this body; parts: the inside of styles, numbering, footnotes or endnotes."""
    links = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE_RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts
    )
    main = f'<Relationship Id="r1" Type="{OFFICE_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELATIONS.format(main),
            "word/_rels/document.xml.rels": RELATIONS.format(links),
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{name}.xml": f"<w:{name} {DOCX_NAMES}>{content}</w:{name}>"
                for name, content in parts.items()
            },
        }
    )


def run(text, properties=""):
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content, style="", properties=""):
    """A paragraph; content: text, or runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def listed(content, number, level=0):
    """A paragraph in a list."""
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return par(content, properties=numbers)


def style(identity, name, inside="", based_on="", kind="paragraph"):
    """A style definition."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def level(depth, text, shape="decimal", more="", start=1):
    """One level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{shape}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identity, *levels):
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def number(identity, definition, inside=""):
    """A list that uses an abstract list."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{definition}"/>{inside}</w:num>'


def odt(text, automatic="", styles="", attributes="", **members):
    """An ODT file with this text and these styles."""
    return zipped(
        {
            "mimetype": ODT_TYPE,
            "content.xml": f"<office:document-content {ODT_NAMES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text {attributes}>{text}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODT_NAMES}><office:styles>{styles}</office:styles>"
            "</office:document-styles>",
            **members,
        }
    )


def texts(document):
    """The words of a document's blocks."""
    return [block.text for block in document.blocks]


def cells(table):
    """The words of a table's cells, by row."""
    return [[cell.text for cell in row] for row in table.rows]


def every_block(blocks):
    """All blocks, those in the cells of tables too, in reading order."""
    for block in blocks:
        yield block
        for row in block.rows:
            for cell in row:
                yield from every_block(cell.blocks)


def outline(blocks):
    """Blocks as plain data, to compare what two files say."""
    return [
        (
            block.kind,
            block.text,
            block.level,
            block.marker,
            [[(cell.colspan, cell.rowspan, outline(cell.blocks)) for cell in row] for row in block.rows],
        )
        for block in blocks
    ]
