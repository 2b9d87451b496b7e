"""Adding a security key: what no browser sends is refused as a form is, instead of failing."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import AddWebAuthnForm, ReauthenticateWebAuthnForm

_MALFORMED = (AttributeError, KeyError, TypeError, ValueError)


class SleutelForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A new key."""

    def clean(self) -> Any:  # noqa: ANN401  # allauth's own
        """What cannot be taken apart is not a key."""
        try:
            return super().clean()
        except _MALFORMED as error:
            raise get_adapter().validation_error("incorrect_code") from error


class SleutelBewijsForm(ReauthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A proof with a key that is known."""

    def clean_credential(self) -> Any:  # noqa: ANN401  # allauth's own
        """As above."""
        try:
            return super().clean_credential()
        except _MALFORMED as error:
            raise get_adapter().validation_error("incorrect_code") from error
