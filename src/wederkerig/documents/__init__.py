"""File formats: bytes in, a `Document` out. The only room that opens a user's file.

Of a PDF it also shows the pages, and where on them the words of the document stand.
"""

from wederkerig.documents.document import Block, Cell, Document, Format, Kind
from wederkerig.documents.errors import DocumentError
from wederkerig.documents.pages import Mark, PageSize, find_marks, page_image, page_sizes
from wederkerig.documents.read import file_bytes, read_bytes, read_document

__all__ = [
    "Block",
    "Cell",
    "Document",
    "DocumentError",
    "Format",
    "Kind",
    "Mark",
    "PageSize",
    "file_bytes",
    "find_marks",
    "page_image",
    "page_sizes",
    "read_bytes",
    "read_document",
]
