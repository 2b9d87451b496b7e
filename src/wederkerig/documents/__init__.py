"""File formats: bytes in, a `Document` out. The only room that opens a user's file."""

from wederkerig.documents.document import Block, Cell, Document, Format, Kind
from wederkerig.documents.errors import DocumentError

__all__ = ["Block", "Cell", "Document", "DocumentError", "Format", "Kind"]
