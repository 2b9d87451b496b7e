"""File formats: bytes in, a `Document` out. The only room that opens a user's file."""

from wederkerig.documents.document import Block, Cell, Document, Format, Kind
from wederkerig.documents.errors import DocumentError
from wederkerig.documents.read import read_bytes, read_document

__all__ = ["Block", "Cell", "Document", "DocumentError", "Format", "Kind", "read_bytes", "read_document"]
