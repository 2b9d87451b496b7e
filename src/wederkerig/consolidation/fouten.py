"""What can be wrong with a history or a plan: each error says what, where and what to do, in Dutch."""

from __future__ import annotations


class GeschiedenisError(Exception):
    """A history, or a plan for it, that cannot be used. `what` says why, `advice` what to do."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what} {advice}")
        self.what = what
        self.advice = advice
