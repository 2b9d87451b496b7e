"""The names of OpenDocument elements and attributes, written out as lxml gives them.

Source: OASIS Open Document Format 1.3, part 3.
"""

from __future__ import annotations

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE_NS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE_NS = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPH = TEXT + "p"
HEADING = TEXT + "h"
LIST = TEXT + "list"
LIST_ITEM = TEXT + "list-item"
LIST_HEADER = TEXT + "list-header"
NUMBERED_PARAGRAPH = TEXT + "numbered-paragraph"
SPAN = TEXT + "span"
NOTE = TEXT + "note"
SOFT_PAGE_BREAK = TEXT + "soft-page-break"
TRACKED_CHANGES = TEXT + "tracked-changes"
STYLE_NAME = TEXT + "style-name"
START_VALUE = TEXT + "start-value"
LEVEL = TEXT + "level"
LIST_STYLE = TEXT + "list-style"
OUTLINE_STYLE = TEXT + "outline-style"
TABLE = TABLE_NS + "table"
ROW = TABLE_NS + "table-row"
HEADER_ROWS = TABLE_NS + "table-header-rows"
CELL = TABLE_NS + "table-cell"
TEXT_BOX = DRAW + "text-box"
STYLE = STYLE_NS + "style"
TEXT_PROPERTIES = STYLE_NS + "text-properties"
PARAGRAPH_PROPERTIES = STYLE_NS + "paragraph-properties"
