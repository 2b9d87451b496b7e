"""Which words a page or a template says itself, and in which language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

# Words that are Dutch and not English too; names in the tests hold none of them in small letters.
DUTCH = frozenset(
    "de het een voor niet wordt worden zijn naar uit bij deze dit dat zoals ook nog wie hoe wat waar"
    " uw te er kan mag meer geen alle heeft met wij u van jaar afspraak afspraken"
    " gemeente partij stuk bestand".split()
)
_SAID = {"aria-label", "title", "alt", "placeholder", "label", "data-kop", "data-mislukt"}
_EMPTY = frozenset(
    "area base br col embed hr img input link meta source track wbr path rect".split()
)  # without an end tag
_NOT_SHOWN = frozenset({"script", "style"})


class Bladzijde(HTMLParser):
    """What a page says, piece by piece, each with the language it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.taal: str | None = None
        self.gezegd: list[tuple[str | None, str]] = []
        self._open: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        here = held.get("lang") or self._here()
        self.taal = self.taal or (held.get("lang") if tag == "html" else None)
        said = [value for name, value in attrs if name in _SAID and value]
        if tag == "meta" and held.get("name") == "description":
            said.append(held.get("content") or "")
        if tag == "input" and held.get("type") in {"submit", "button"}:
            said.append(held.get("value") or "")
        self.gezegd += [(here, each) for each in said]
        if tag not in _EMPTY:
            self._open.append((tag, here))

    def handle_endtag(self, tag: str) -> None:
        while any(each == tag for each, _here in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(tag in _NOT_SHOWN for tag, _here in self._open):
            self.gezegd.append((self._here(), " ".join(data.split())))

    def _here(self) -> str | None:
        return self._open[-1][1] if self._open else None


def dutch_in(html: str) -> list[str]:
    """What a page says in Dutch outside the elements that say they are."""
    return [
        said
        for language, said in Bladzijde(html).gezegd
        if language != "nl" and DUTCH & set(re.findall(r"(?<![\w@/.-])[a-z]+(?![\w@/-])", said))
    ]


def words_in_template(source: str) -> list[str]:
    """Words of a template that are in no tag: they would be the same in every language."""
    return [
        said for _language, said in Bladzijde(_without_tags(source)).gezegd if re.search(r"[^\W\d_]{2}", said)
    ]


def _without_tags(source: str) -> str:
    for pattern in (
        r"\{% block breedte %\}.*?\{% endblock %\}",  # a class
        r"\{% comment.*?endcomment %\}",
        r"\{% blocktranslate.*?endblocktranslate %\}",
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
    ):
        source = re.sub(pattern, "", source, flags=re.DOTALL)
    return source


# Where text for people is given to Django: as these arguments by name, or as one of those calls by place.
_BY_NAME = {"label", "help_text", "verbose_name", "verbose_name_plural", "short_description", "description"}
_BY_PLACE = {"ValidationError": 0, "success": 1, "info": 1, "warning": 1, "error": 1, "add_error": 1}


def bare_texts(path: Path) -> Iterator[str]:
    """Texts for people in the code that do not go through gettext, with their line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [each.value for each in node.keywords if each.arg in _BY_NAME]
            if name in _BY_PLACE:
                given += node.args[_BY_PLACE[name] :][:1]
            for each in given:
                if any(map(_is_words, each.values if isinstance(each, ast.JoinedStr) else [each])):
                    yield f"{path.name}:{each.lineno}: {ast.unparse(each)}"


def _is_words(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and bool(re.search(r"[^\W\d_]{2}", str(node.value)))
