"""How a line of print begins: bullets, numbers and the marks of notes."""

from __future__ import annotations

import re

BULLET = r"[•▪■●○◦‣⁃∙·➢➤►▶✓✔❖◆♦□▫\uf000-\uf0ff]|[-–—o*+](?=\s)"
LONGEST_LABEL = 8
_BULLETED = re.compile(rf"({BULLET})\s*(?=\S)")
_NUMBER = (
    r"\d{1,3}(?:\.\d{1,2}){1,3}[.):]?"
    r"|\d{1,3}[.):]"
    r"|\(\d{1,2}\)"
    r"|[A-Z]\.?\d{1,2}(?:\.\d{1,2})*[.):]"
    r"|[A-Za-z][.)]"
    r"|[ivx]{1,4}[.)]"
)
_CLOSE_NUMBER = r"\d{1,3}[.)](?=[A-ZÀ-Þ][A-Za-zà-ÿ]|[a-z][.)]\s)"
_CLOSE = re.compile(_CLOSE_NUMBER)
_NAMED = r"(?:Afspraak|Artikel|Actie|Thema|Prestatie|Stap)\s+[A-Z]?\d[\d.]*\w?\b"
_SPELT = frozenset("ATPSivx")  # with what a number begins that opens with two letters: a name, "iv)"
_NUMBERED = re.compile(rf"(?:{_NUMBER})\s+\S|{_CLOSE_NUMBER}|{_NAMED}")
_LABEL = re.compile(rf"(?:{BULLET}|-|–|o|\*|{_NUMBER})\s*")
_PLAIN_NUMBER = re.compile(r"[A-Z]?\d{1,3}[a-z]?")
_ORDINAL = re.compile(r"(?:\d+\.)*(\d{1,3}|[A-Za-z])[.):]?\s")
_ADDRESS = re.compile(
    r"\b(?:heer|mevrouw|dhr\.|mevr\.|mw\.|drs\.|ir\.|mr\.|dr\.|wethouder|voorzitter|bestuurder)$"
)
_LONGEST_ADDRESS = 20
_INITIAL = re.compile(r"[A-Z]\.\s?(?:[A-Z]\.\s?)*(?:(?:van|de|den|der|ter|ten|el)\s)*[A-Z]")
_LETTER = re.compile(r"[^\W_]")
_CAPTION = re.compile(r"(?:Tabel|Figuur|Grafiek|Kaart|Afbeelding|Diagram)\s+\d")
_NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[?\d{1,3}[\].)]?\s|[*†‡]+")
_CLOSING = "\"”’')]⁰¹²³⁴⁵⁶⁷⁸⁹ "
_ENDS = frozenset(".!?:;…")
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf06f": "o", "\uf02d": "-", "\uf0d8": "➢", "\uf0fc": "✓"}


def bullet(text: str) -> tuple[str, str] | None:
    """The bullet a line begins with, and the rest of the line."""
    if text[:2].isalpha():  # most lines begin with a word
        return None
    match = _BULLETED.match(text)
    if match is None:
        return None
    glyph = match.group(1)
    if "\uf000" <= glyph <= "\uf0ff":
        glyph = _SYMBOLS.get(glyph, "•")
    return glyph, text[match.end() :]


def is_weak_bullet(glyph: str) -> bool:
    """Whether a bullet may as well be a dash in a sentence, or a letter."""
    return glyph in "-–—o*+·"


def is_numbered(text: str) -> bool:
    """Whether a line begins with a number as agreements and articles bear ("12. ", "A3.", "b) ")."""
    if text[:2].isalpha() and text[0] not in _SPELT:
        return False
    return _NUMBERED.match(text) is not None


def spaced(text: str) -> str:
    """A text with a space behind its number, where the number was set so close that none was seen."""
    match = _CLOSE.match(text)
    return f"{match.group()} {text[match.end() :]}" if match else text


def parts_name(text: str, after: str) -> bool:
    """Whether a line ends with a form of address, and the next opens with the initial of the person."""
    return (
        _ADDRESS.search(text, max(0, len(text) - _LONGEST_ADDRESS)) is not None
        and _INITIAL.match(after) is not None
    )


def is_next_number(text: str, after: str) -> bool:
    """Whether a line bears the number or letter that comes after that of another ("3." and "4.")."""
    before, follows = _ORDINAL.match(text), _ORDINAL.match(after)
    if before is None or follows is None:
        return False
    first, second = before.group(1), follows.group(1)
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    return len(first) == len(second) == 1 and ord(second) == ord(first) + 1


def is_label(text: str) -> bool:
    """Whether a line is nothing but a bullet or a number, drawn apart from its words."""
    return len(text) <= LONGEST_LABEL and _LABEL.fullmatch(text) is not None


def is_plain_number(text: str) -> bool:
    """Whether a line is nothing but a number without point or bracket."""
    return len(text) <= 5 and _PLAIN_NUMBER.fullmatch(text) is not None


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence or a clause of a list does."""
    return text.rstrip(_CLOSING)[-1:] in _ENDS


def has_words(text: str) -> bool:
    """Whether a line is more than dots to sign on, or a stroke."""
    return text[:1].isalnum() or _LETTER.search(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line names a table or a figure."""
    return _CAPTION.match(text) is not None


def is_note(text: str) -> bool:
    """Whether a line begins as a note at the foot of a page does."""
    return _NOTE.match(text) is not None
