"""Forms about people: invite, choose roles, make an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from wederkerig.web.accounts.models import Gebruiker, Rol

WAT_EEN_ROL_MAG = {
    Rol.LEZER: _("ziet de documenten van de organisatie"),
    Rol.BEWERKER: _("brengt documenten in, leest ze na en stelt ze vast"),
    Rol.TEKENBEVOEGD: _("doet dat ook, en zegt namens de organisatie of een document klopt"),
    Rol.BEHEERDER: _("nodigt mensen uit en geeft rollen"),
}


class RollenField(forms.MultipleChoiceField):
    """One or more roles, each with what it is for."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # fields of Django's own
        choices = [
            (rol.value, format_lazy("{}: {}", rol.label, what)) for rol, what in WAT_EEN_ROL_MAG.items()
        ]
        super().__init__(
            label=_("Rollen"), choices=choices, widget=forms.CheckboxSelectMultiple, required=True, **kwargs
        )

    def clean(self, value: Any) -> list[Rol]:  # noqa: ANN401  # as Django declares it
        """The roles themselves."""
        return [Rol(each) for each in super().clean(value)]


class UitnodigingForm(forms.Form):
    """Whom to invite, and for what."""

    naam = forms.CharField(label=_("Naam"), max_length=150)
    email = forms.EmailField(label=_("E-mailadres"), max_length=254)
    rollen = RollenField(initial=[Rol.LEZER.value])


class RollenForm(forms.Form):
    """Which roles somebody has. `stond` is what the page showed, so that no other's change is lost."""

    rollen = RollenField()
    stond = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_stond(self) -> list[Rol]:
        """The roles that were shown."""
        given = self.cleaned_data["stond"].split(",")
        return [rol for rol in Rol if rol.value in given]


class NieuwAccountForm(forms.Form):
    """A name and a password."""

    naam = forms.CharField(
        label=_("Naam"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    wachtwoord = forms.CharField(
        label=_("Wachtwoord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:  # noqa: ANN401  # Django's own
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["wachtwoord"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        """The password must not be one that is easily guessed, also not from name or address."""
        data = super().clean() or {}
        if data.get("wachtwoord"):
            nobody = Gebruiker(email=self.email, naam=data.get("naam", ""))
            try:
                validate_password(data["wachtwoord"], nobody)
            except ValidationError as error:
                self.add_error("wachtwoord", error)
        return data
