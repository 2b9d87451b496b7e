"""A status in one plain sentence, for each kind of reader."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from wederkerig.monitoring.beoordelen.uitkomst import Beoordeling, Kring
from wederkerig.monitoring.beoordelen.woorden import names


def zin(beoordeling: Beoordeling, voor: Kring, *, eigen: bool) -> str:
    """What the status means to this reader, in one Dutch sentence.

    voor: the kind of party the reader works for, or "publiek". eigen: whether it is about figures of the
    reader's own party; the public has none. Whose figures are missing is told to the parties only.
    """
    reader = "eigen" if eigen and voor != "publiek" else voor
    slot = f" ({beoordeling.slot})" if beoordeling.slot else ""
    wie = f" van {names(beoordeling.ontbreekt)}" if beoordeling.ontbreekt else ""
    what = beoordeling.status if beoordeling.meetbaar else "niet meetbaar"
    return _sentences()[what][reader].format(slot=slot, wie=wie)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("zinnen.yaml").read_text(encoding="utf-8")
    sentences: dict[str, dict[str, str]] = yaml.safe_load(text)
    return sentences
