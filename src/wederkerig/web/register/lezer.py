"""Opens one file that somebody uploaded, in a process of its own that may fail without harm.

Runs as `python -m wederkerig.web.register.lezer`; what goes in and out stands in `alleen`. The process limits
its own memory and time before it looks at the file, and never loads Django.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from wederkerig.documents import Document, find_marks, page_image, page_sizes, read_bytes
from wederkerig.documents.document import Format
from wederkerig.web.register.alleen import gettext_noop, obey, say

# What a reader of the site sees while he waits.
OPENEN, BEGRIJPEN, CONTROLEREN, AANWIJZEN = (
    gettext_noop("Het bestand openen"),
    gettext_noop("De afspraken zoeken"),
    gettext_noop("De afspraken controleren"),
    gettext_noop("De plaatsen in het stuk zoeken"),
)
# Pictures are made of what stands on one line or a few, not of whole chapters.
_LARGEST_SPAN = 20_000


def main() -> None:
    """Do what the first line asks."""
    obey(_work)


def _work(order: dict[str, Any], data: bytes) -> None:
    if order["doe"] == "bladzijde":
        png = page_image(data, int(order["bladzijde"]), int(order["breedte"]))
        say(png=b64encode(png).decode("ascii"))
    else:
        _read(data, str(order["naam"]))


def _read(data: bytes, name: str) -> None:
    from wederkerig.checks import check  # noqa: PLC0415  # a picture of a page must not wait for these
    from wederkerig.reading import read_stuk  # noqa: PLC0415

    say(stap=OPENEN, voortgang=10)
    document = read_bytes(data, name)
    say(stap=BEGRIJPEN, voortgang=35)
    stuk = read_stuk(document)
    say(stap=CONTROLEREN, voortgang=60)
    findings = check(stuk, document.text)
    say(stap=AANWIJZEN, voortgang=80)
    facts = stuk.model_dump(mode="json", exclude_defaults=True) | {"soort": stuk.soort}
    say(
        stuk=facts,
        tekst=document.text,
        bevindingen=[each.model_dump(mode="json") for each in findings],
        plaatsen=_places(data, document, facts),
    )


def _places(data: bytes, document: Document, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Of a PDF the sizes of its pages, and by "van-tot" the rectangles round each fact."""
    if document.format is not Format.PDF:
        return {}
    spans = sorted(set(_spans(facts)))
    marks = find_marks(data, document, spans)
    return {
        "bladzijden": [[round(size.width, 1), round(size.height, 1)] for size in page_sizes(data)],
        "vakken": {
            f"{start}-{end}": [
                [mark.page, *(round(each, 4) for each in (mark.left, mark.top, mark.width, mark.height))]
                for mark in found
            ]
            for (start, end), found in zip(spans, marks, strict=True)
            if found
        },
    }


def _spans(facts: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401  # JSON
    """The place of every fact, however deep."""
    if isinstance(facts, dict):
        bron = facts.get("bron")
        if isinstance(bron, dict) and 0 < bron["tot"] - bron["van"] <= _LARGEST_SPAN:
            yield bron["van"], bron["tot"]
        for each in facts.values():
            yield from _spans(each)
    elif isinstance(facts, list):
        for each in facts:
            yield from _spans(each)


if __name__ == "__main__":
    main()
