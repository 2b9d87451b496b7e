"""What holds for every template of the site: nothing that the policy forbids, nothing that is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from tests.web.vormgeving.paden import STATIC, TEMPLATES, WEB

_COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z][^<]*?>", re.DOTALL)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
FORBIDDEN = {
    "a style sheet in the page": re.compile(r"<style\b"),
    "a style attribute": re.compile(r"<[a-zA-Z][^<]*\sstyle\s*="),
    "a handler in an attribute": re.compile(r"<[a-zA-Z][^<]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*="),
    "an address that is a script": re.compile(r"=\s*[\"']javascript:"),
    "a file from elsewhere": re.compile(r"<(?:script|link|img)\b[^>]*(?:src|href)=[\"'](?:https?:)?//"),
}


def source(template: Path) -> str:
    """The template without its comments."""
    return _COMMENT.sub("", template.read_text(encoding="utf-8"))


def wrong_in(text: str) -> list[str]:
    """What the policy would refuse."""
    found = [name for name, pattern in FORBIDDEN.items() if pattern.search(text)]
    inline = [
        body
        for attributes, body in _SCRIPT.findall(text)
        if body.strip() and 'type="application/json"' not in attributes
    ]
    return found + ["a script in the page"] * bool(inline)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('<p style="color: red">', ["a style attribute"]),
        ("<button onclick='go()'>", ["a handler in an attribute"]),
        ('<a hx-on:click="go()">', ["a handler in an attribute"]),
        ("<style>p {}</style>", ["a style sheet in the page"]),
        ("<script>go()</script>", ["a script in the page"]),
        ('<a href="javascript:go()">', ["an address that is a script"]),
        ('<script src="//elders.example/a.js"></script>', ["a file from elsewhere"]),
        ('<script src="a.js" defer></script><script type="application/json">{}</script>', []),
        ("<p data-stijl='x'>De stijl = goed</p>", []),
    ],
)
def test_what_the_policy_refuses_is_recognised(text: str, wrong: list[str]) -> None:
    assert wrong_in(text) == wrong


def test_no_template_holds_a_script_or_a_style() -> None:
    refused = {str(path.relative_to(WEB)): wrong for path in TEMPLATES if (wrong := wrong_in(source(path)))}
    assert refused == {}


def test_every_template_can_be_read() -> None:
    for path in TEMPLATES:
        get_template(str(path).partition("/templates/")[2])


def test_every_static_file_that_a_template_names_is_there() -> None:
    named = {
        name for path in TEMPLATES for name in re.findall(r"{% static ['\"]([^'\"]+)['\"]", source(path))
    }
    assert "vendor/utrecht.css" in named
    assert {name for name in named if finders.find(name) is None} == set()


def test_style_sheets_fetch_nothing() -> None:
    sheets = list(STATIC.rglob("*.css"))
    fetching = [
        sheet.name for sheet in sheets if re.search(r"@import|url\((?!['\"]?data:)", sheet.read_text())
    ]
    assert fetching == []


def test_components_stand_below_our_own_styles() -> None:
    assert "@layer elementen, utrecht;\n@layer utrecht {" in (STATIC / "vendor/utrecht.css").read_text()


def test_pages_use_only_classes_that_exist_in_components() -> None:
    known = set(re.findall(r"\.(utrecht-[\w-]+)", (STATIC / "vendor/utrecht.css").read_text()))
    used = {
        name
        for path in TEMPLATES
        for tag in _TAG.findall(source(path))
        for name in re.findall(r"(?<![\w-])utrecht-[\w-]+(?![\w-]*[{])", tag)
        if not name.endswith("-")
    }
    assert used - known == set()
