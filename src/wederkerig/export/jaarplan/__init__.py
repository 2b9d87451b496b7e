"""A set of amendments as the year plan that parties sign, as DOCX and PDF; it reads back to the letter."""

from wederkerig.export.jaarplan.docx import write_jaarplan_docx
from wederkerig.export.jaarplan.normaal import as_written
from wederkerig.export.jaarplan.pdf import write_jaarplan_pdf

__all__ = ["as_written", "write_jaarplan_docx", "write_jaarplan_pdf"]
