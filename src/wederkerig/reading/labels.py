"""The numbers that agreements, chapters and list items carry at their beginning.

"12. ", "3) ", "1.4.2 ", "A3. ", "B.2 ", "Afspraak 7: ": what a label says, in which style, and how it
sorts. Which labels number the agreements is decided in `numbering`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?P<word>(?:Prestatiea|Kadera|Jaara|A|a)fspraak|AFSPRAAK|(?:Prestatie|Artikel|Actie|Maatregel)(?= \d))?"
    r"(?(word)\s+(?:nr\.?\s*)?)"
    r"(?P<letter>[A-Z]{1,3}(?=[.\- ]?\d))?(?(letter)[.\- ]?)"
    r"(?P<digits>\d{1,3}(?:\.\d{1,3}){0,4})"
    r"(?P<sub>[a-z](?=[.) ]))?"
    r"(?P<close>\s*[.):]|\s+[-–—:](?=\s))?"
    r"(?:\s+|$)"
)
_LETTER_LABEL = re.compile(r"(?P<letter>[A-Z])(?P<close>[.)])\s+(?=\S)")
_ROMAN_LABEL = re.compile(r"(?P<roman>(?=[IVX]{2})[IVX]{2,6})[.)]?\s+(?=[A-ZÀ-Þ])")
_SUB = re.compile(r"(?:\d{1,3}\s?)?[a-z][.)]\s+(?=\S)|[ivx]{1,4}[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the beginning of a block.

    number: as printed, without closing punctuation ("1.4.2", "A3", "B.2").
    style: labels of one style count together.
    key: sorts labels of one style; a letter counts as its place in the alphabet.
    end: where the words begin.
    sub: a letter behind the number ("12a").
    """

    number: str
    style: str
    key: tuple[int, ...]
    end: int
    sub: str = ""

    @property
    def depth(self) -> int:
        """How many levels the number has: 2 for "4.1"."""
        return len(self.key)


def parse_label(text: str) -> Label | None:
    """The label at the beginning of `text`, or None. Years and bare quantities are none."""
    match = _LABEL.match(text)
    if match is None:
        return _parse_letter(text)
    close = (match["close"] or "").strip()
    digits = match["digits"]
    if not close and not match["word"] and _is_quantity(text, match):
        return None
    key = tuple(int(part) for part in digits.split("."))
    if match["letter"]:
        key = (_letter_value(match["letter"]), *key)
    printed = match.group()[
        match.start("letter") if match["letter"] else match.start("digits") : match.end("digits")
    ]
    style = "/".join(
        (
            "afspraak" if match["word"] else "",
            "letter" if match["letter"] else "",
            str(len(key)),
            close.replace("–", "-").replace("—", "-"),
        )
    )
    return Label(printed.strip(), style, key, match.end(), match["sub"] or "")


def number_label(text: str) -> Label | None:
    """The label in a cell that holds nothing but a number ("12", "3.1")."""
    label = parse_label(f"{text.strip().rstrip('.')}. X")
    return Label(label.number, label.style, label.key, len(text)) if label else None


def _is_quantity(text: str, match: re.Match[str]) -> bool:
    """Tell an amount from a number: "50 woningen" from the chapter "4 Prestatieafspraken"."""
    following = text[match.end() : match.end() + 1]
    if match["letter"] or "." in match["digits"]:
        if is_sub_item(text[match.end() :]):
            return False
        decimals = match["digits"].split(".")
        thousands = len(decimals) > 1 and all(len(part) == 3 for part in decimals[1:])
        return thousands or not following or following.islower() or following in "%€-"
    return not following.isupper() and following not in "'‘“\""


def _parse_letter(text: str) -> Label | None:
    if roman := _ROMAN_LABEL.match(text):
        return Label(roman["roman"], "romeins", (_roman_value(roman["roman"]),), roman.end())
    match = _LETTER_LABEL.match(text)
    if match is None:
        return None
    return Label(
        match["letter"], "hoofdletter" + match["close"], (_letter_value(match["letter"]),), match.end()
    )


def _roman_value(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _letter_value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value


def is_sub_item(text: str) -> bool:
    """Whether the block is a lettered part ("b. ", "12b. ", "ii) ") of what stands above it."""
    return bool(_SUB.match(text))


def strip_label(text: str) -> str:
    """A title without its number."""
    label = parse_label(text)
    return text[label.end :].strip(" :–-") if label and label.end < len(text) else text.strip()
