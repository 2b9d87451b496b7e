"""Why a copy cannot be made or put back."""

from __future__ import annotations


class BackupError(Exception):
    """What is wrong and what to do, in Dutch. What there was is still there."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what} {advice}")
        self.what = what
        self.advice = advice
