"""What a check is: one function with a code, a severity and a description."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wederkerig.model import Bevinding, Bron, Ernst, Stuk


@dataclass(frozen=True)
class Melding:
    """What a check's function says of one place; the check itself adds code and severity."""

    plaats: str
    uitleg: str
    advies: str
    bron: Bron | None = None


Functie = Callable[[Stuk, str], Iterable[Melding]]
"""A document and its text as read ("" when there is none) in, reports out."""


@dataclass(frozen=True)
class Check:
    """One check. `titel` and `omschrijving` are Dutch, for whoever reads the list of checks."""

    code: str
    titel: str
    ernst: Ernst
    omschrijving: str
    functie: Functie

    def __call__(self, stuk: Stuk, tekst: str = "") -> list[Bevinding]:
        """What the check finds in a document; `tekst` is its text as read."""
        return [
            Bevinding(
                code=self.code,
                ernst=self.ernst,
                plaats=melding.plaats,
                uitleg=melding.uitleg,
                advies=melding.advies,
                bron=melding.bron,
            )
            for melding in self.functie(stuk, tekst)
        ]


def controle(code: str, titel: str, ernst: Ernst, omschrijving: str) -> Callable[[Functie], Check]:
    """Turn a function into a check."""

    def maak(functie: Functie) -> Check:
        return Check(code, titel, ernst, omschrijving, functie)

    return maak
