"""National laws, programmes and documents: their official names, and those that were abolished."""

from datetime import date

from wederkerig.model import Model
from wederkerig.parameters.data import gegevens


class Vervallen(Model):
    """A rule that was abolished: the word that names it, from which day, and a sentence that says so."""

    woord: str
    per: date
    uitleg: str


def officiele_namen() -> tuple[str, ...]:
    """Official names of national documents whose names often go wrong."""
    return tuple(een["naam"] for een in gegevens("stukken")["namen"])


def vervallen(op: date) -> tuple[Vervallen, ...]:
    """The rules that no longer held on the day `op`."""
    alle = (
        Vervallen(woord=een["woord"], per=een["per"], uitleg=een["uitleg"])
        for een in gegevens("stukken")["vervallen"]
    )
    return tuple(een for een in alle if een.per <= op)
