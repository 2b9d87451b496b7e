"""Formats that are text with mark-up: plain text, Markdown, HTML."""

from wederkerig.documents.html import read_html
from wederkerig.documents.text import read_text

__all__ = ["read_html", "read_text"]
