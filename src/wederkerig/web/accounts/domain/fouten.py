"""What cannot be done with people and organisations, in words for whoever tried."""

from __future__ import annotations


class AccountsError(Exception):
    """Something that is not possible; the message says in Dutch what and what to do instead."""
