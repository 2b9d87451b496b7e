"""What a password must be: Django's own tests, told in one sentence."""

from __future__ import annotations

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    NumericPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wederkerig.web.accounts.models import Gebruiker

_SHORTEST = 12


class Wachtwoord:
    """Long enough, and not to be guessed from who somebody is or what many people choose."""

    def __init__(self) -> None:
        self._tests = (
            UserAttributeSimilarityValidator(user_attributes=("naam", "email")),
            NumericPasswordValidator(),
            MinimumLengthValidator(min_length=_SHORTEST),
            CommonPasswordValidator(),
        )

    def validate(self, password: str, user: Gebruiker | None = None) -> None:
        """Raise a ValidationError with all that is wrong."""
        found = []
        for each in self._tests:
            try:
                each.validate(password, user)
            except ValidationError as error:
                found.append(error)
        if found:
            raise ValidationError(found)

    def get_help_text(self) -> str:
        """What to choose."""
        return _(
            "Kies minstens %(aantal)s tekens, niet alleen cijfers, en niet uw naam, uw e-mailadres of een "
            "wachtwoord dat veel mensen gebruiken."
        ) % {"aantal": _SHORTEST}
