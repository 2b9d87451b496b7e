"""What can be wrong with a value that a person gives: said in Dutch, with what to do."""

from __future__ import annotations


class NalezenError(Exception):
    """A value that a field cannot hold. `what` says why and names the field, `advice` what to do."""

    def __init__(self, what: str, advice: str, *, veld: str = "", sleutel: str = "") -> None:
        super().__init__(f"{what} {advice}")
        self.what = what
        self.advice = advice
        self.veld = veld
        self.sleutel = sleutel
