"""Struck and added words on a terminal: in colour, or between [-…-] and {+…+}."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from wederkerig.consolidation import Stukje
from wederkerig.export.words import clean

_SIGNS = {"weg": ("[-", "-]"), "bij": ("{+", "+}")}
_AROUND = 12  # words of what stayed, on each side of a change
LEFT_OUT = "…"


def marked_lines(
    pieces: Sequence[Stukje], size: int, indent: str, *, coloured: bool, whole: bool = False
) -> Iterator[str]:
    """The text with its changes, wrapped, paragraph by paragraph; whole: also what is far from any change."""
    shown = pieces if whole else list(_near(pieces))
    line: list[str] = []
    taken = len(indent)
    for word in _words(shown, coloured=coloured):
        length = len(click.unstyle(word))
        if word == "\n" or (line and taken + length + 1 > size):
            if line:
                yield indent + " ".join(line)
            line, taken = [], len(indent)
        if word != "\n":
            line.append(word)
            taken += length + (len(line) > 1)
    if line:
        yield indent + " ".join(line)


def _near(pieces: Sequence[Stukje]) -> Iterator[Stukje]:
    """The changes with some words around them; what is left out between them becomes dots."""
    for at, piece in enumerate(pieces):
        words = piece.tekst.split(" ")
        first, last = at == 0, at == len(pieces) - 1
        if piece.soort != "gelijk" or len(words) <= _AROUND * (1 if first or last else 2) + 2:
            yield piece
            continue
        before = [] if first else words[:_AROUND]
        after = [] if last else words[-_AROUND:]
        yield Stukje("gelijk", " ".join([*before, LEFT_OUT, *after]))


def _words(pieces: Sequence[Stukje], *, coloured: bool) -> Iterator[str]:
    """Each word and line break; a mark opens at the first word of a piece and closes at its last."""
    glued, before = "", ""
    for piece in pieces:
        parts = _parts(piece, coloured=coloured)
        if not parts:
            continue
        replaces = (before, piece.soort) == ("weg", "bij")
        before = piece.soort
        joined = glued and not replaces and not piece.tekst[:1].isspace()
        if glued and not joined:
            yield glued
        first, *rest = parts
        parts = [glued + first, *rest] if joined else parts
        *ready, last = parts
        yield from ready
        glued = last
        if last == "\n" or piece.tekst[-1:].isspace():
            yield last
            glued = ""
    if glued:
        yield glued


def _parts(piece: Stukje, *, coloured: bool) -> list[str]:
    """The words of one piece and its line breaks, marked."""
    parts = clean(piece.tekst).replace("\n", " \n ").split(" ")
    parts = [part if part == "\n" else part.strip() for part in parts if part == "\n" or part.strip()]
    words = [at for at, part in enumerate(parts) if part != "\n"]
    if piece.soort == "gelijk" or not words:
        return parts
    if coloured:
        return [part if part == "\n" else _painted(part, piece.soort) for part in parts]
    opening, closing = _SIGNS[piece.soort]
    parts[words[0]] = opening + parts[words[0]]
    parts[words[-1]] += closing
    return parts


def _painted(word: str, soort: str) -> str:
    if soort == "weg":
        return click.style(word, fg="red", strikethrough=True)
    return click.style(word, fg="green", underline=True)
