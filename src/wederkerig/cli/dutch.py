"""Dutch for the sentences that click itself says.

click looks its sentences up with gettext, which wants a compiled catalogue and a language setting of the
user's machine; this program always speaks Dutch, so the lookup is replaced by the table below.
"""

from __future__ import annotations

from datetime import date

import click
from click import core, decorators, exceptions, formatting, parser, types

SENTENCES = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Show this message and exit.": "Toon deze uitleg.",
    "required": "verplicht",
    "Aborted!": "Afgebroken.",
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Zie '{command} {option}'.",
    "Missing command.": "Er is geen opdracht gegeven.",
    "Missing argument": "Er ontbreekt iets:",
    "Missing option": "Er ontbreekt een optie:",
    "Invalid value: {message}": "Dat kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "Bij {param_hint} klopt de waarde niet: {message}",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Bedoelt u een van deze: {possibilities}?)",
    "Got unexpected extra argument ({args})": "Dit hoort er niet bij: {args}",
    "Got unexpected extra arguments ({args})": "Dit hoort er niet bij: {args}",
    "Option {name!r} does not take a value.": "De optie {name!r} krijgt geen waarde.",
    "Option {name!r} requires an argument.": "De optie {name!r} heeft een waarde nodig.",
    "Option {name!r} requires {nargs} arguments.": "De optie {name!r} heeft {nargs} waarden nodig.",
    "{name} {filename!r} is a directory.": "{filename!r} is een map.",
}
_MODULES = (core, decorators, exceptions, formatting, parser, types)


def speak_dutch() -> None:
    """Let click speak Dutch from here on; a sentence that is not in the table stays English."""
    for module in _MODULES:
        names = vars(module)
        if "_" in names:
            names["_"] = _one
        if "ngettext" in names:
            names["ngettext"] = _one_or_more


def _one(sentence: str) -> str:
    return SENTENCES.get(sentence, sentence)


def _one_or_more(one: str, more: str, count: int) -> str:
    return _one(one if count == 1 else more)


class Whole(click.ParamType[int]):
    """A whole number from 1."""

    name = "getal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Take what is a number from 1; refuse the rest in Dutch."""
        words = str(value)
        if not words.isdecimal() or int(words) < 1:
            self.fail(f"{words!r} is geen geheel getal van 1 of hoger.", param, ctx)
        return int(words)


class Day(click.ParamType[date]):
    """A day: 2024-06-30, 30-6-2024 or 30 juni 2024."""

    name = "datum"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Take what is one whole date that exists; refuse the rest in Dutch."""
        if isinstance(value, date):
            return value
        from wederkerig.reading.dates import find_dates

        words = str(value).strip()
        try:
            return date.fromisoformat(words)
        except ValueError:
            pass
        found = next((day for start, end, day in find_dates(words) if (start, end) == (0, len(words))), None)
        return found or self.fail(
            f"{words!r} is geen datum. Schrijf bijvoorbeeld 30-6-2024 of 2024-06-30.", param, ctx
        )
