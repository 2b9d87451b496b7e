"""Collects the texts of the website into the English catalogue: `make vertaal`.

The source language is Dutch: the text in the code is the msgid. What was translated stays; a text that is new
stands in the file without a translation, a text that is gone goes. Nothing but Django and Babel is needed.
How to translate: docs/vertalen.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parent.parent / "src" / "wederkerig" / "web"
ENGLISH = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
HEAD = "English texts of the website. Made with `make vertaal`; translate the msgstr, see docs/vertalen.md."

_CALLS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_CALLS |= {f"{name}_lazy": how for name, how in _CALLS.items() if name not in {"_", "gettext_noop"}}

Text = tuple[str, str | tuple[str, ...], list[str]]  # context, message (with its plural), comments


def collect(web: Path = WEB) -> Catalog:
    """Every text in the code and the templates below this folder, with the files it stands in."""
    catalogue = Catalog()
    for path in sorted(web.rglob("*")):
        name = path.relative_to(web).as_posix()
        for context, message, comments in _texts(path):
            catalogue.add(message, locations=[(name, 0)], auto_comments=comments, context=context or None)
    return catalogue


def update(texts: Catalog, english: Path = ENGLISH) -> Catalog:
    """The catalogue in this file with exactly these texts; what was translated keeps its translation."""
    known = Catalog(locale="en")
    if english.exists():
        with english.open("rb") as stream:
            known = read_po(stream, locale="en", abort_invalid=True)
    known.update(texts, no_fuzzy_matching=True, update_header_comment=False)
    known.obsolete.clear()
    return known


def write(catalogue: Catalog, english: Path = ENGLISH) -> None:
    """Write it with our own head, that says nothing of when and by whom."""
    body = BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, include_lineno=False)
    english.parent.mkdir(parents=True, exist_ok=True)
    english.write_bytes(_head().encode() + body.getvalue())


def is_translated(text: Message) -> bool:
    """Whether there is a translation, of the plural too, whatever it is worth."""
    said = text.string if isinstance(text.string, (list, tuple)) else [text.string]
    return all(said)


def _texts(path: Path) -> Iterator[Text]:
    if path.suffix == ".py" and "migrations" not in path.parts:
        yield from _in_python(path.read_bytes())
    elif "templates" in path.parts and path.is_file():
        yield from _in_python(_as_python(path).encode())


def _as_python(path: Path) -> str:
    """A template as Django shows it to gettext: calls between nonsense; its indents would mean something."""
    source = templatize(path.read_text(encoding="utf-8"), origin=path.name)
    return "\n".join(line.strip() for line in source.splitlines())


def _in_python(source: bytes) -> Iterator[Text]:
    for _, message, comments, context in extract("python", BytesIO(source), _CALLS, ["Vertaler:"]):
        yield context or "", message, comments


def _head() -> str:
    fields = (
        "Language: en",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "Plural-Forms: nplurals=2; plural=(n != 1);",
    )
    lines = "\n".join(f'"{field}\\n"' for field in fields)
    return f'# {HEAD}\nmsgid ""\nmsgstr ""\n{lines}\n\n'


if __name__ == "__main__":
    made = update(collect())
    write(made)
    missing = sum(not is_translated(text) for text in made if text.id)
    print(f"{len(made)} texts, {missing} without a translation: {ENGLISH.relative_to(WEB)}")
