"""People, organisations, and who works for whom in which role."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    """The kind of an organisation, as `model.PartijSoort` has it."""

    GEMEENTE = "gemeente", _("gemeente")
    CORPORATIE = "corporatie", _("woningcorporatie")
    HUURDERSORGANISATIE = "huurdersorganisatie", _("huurdersorganisatie")
    ZORGAANBIEDER = "zorgaanbieder", _("zorgaanbieder")
    OVERIG = "overig", _("andere organisatie")


class Rol(models.TextChoices):
    """What somebody does for an organisation; a person can have several."""

    LEZER = "lezer", _("lezer")
    BEWERKER = "bewerker", _("bewerker")
    TEKENBEVOEGD = "tekenbevoegd", _("tekenbevoegd")
    BEHEERDER = "beheerder", _("beheerder")


# Who may sign or manage proves who he is in two ways.
TWEE_FACTOREN = frozenset({Rol.TEKENBEVOEGD, Rol.BEHEERDER})


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes people; an address is the same whatever its capitals."""

    def create_user(self, email: str, naam: str, password: str | None = None, **extra: Any) -> Gebruiker:  # noqa: ANN401  # fields of the model
        """A person who can log in."""
        gebruiker = self.model(email=self.normalize_email(email).lower(), naam=naam, **extra)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def create_superuser(self, email: str, naam: str, password: str | None = None) -> Gebruiker:
        """An operator of the platform."""
        return self.create_user(email, naam, password, is_staff=True, is_superuser=True)

    def get_by_natural_key(self, username: str | None) -> Gebruiker:
        """The person with this address."""
        return self.get(email__iexact=username)


class Gebruiker(AbstractBaseUser, PermissionsMixin):
    """A person with an account. An operator (is_staff) runs the platform and is of no party.

    tweede_factor: since when logging in takes a second proof; sessions from before that day end.
    """

    email = models.EmailField(_("e-mailadres"), unique=True)
    naam = models.CharField(_("naam"), max_length=150)
    is_active = models.BooleanField(_("actief"), default=True)
    is_staff = models.BooleanField(_("beheert het platform"), default=False)
    tweede_factor = models.DateTimeField(null=True, blank=True, editable=False)
    sinds = models.DateTimeField(auto_now_add=True)

    objects = GebruikerManager()
    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="email_een_keer")]

    def __str__(self) -> str:
        return self.naam or self.email

    def clean(self) -> None:
        """Who runs the platform is of no party."""
        super().clean()
        if self.is_staff and self.pk and self.lidmaatschappen.exists():
            raise ValidationError(
                _("%(naam)s werkt voor een organisatie, en kan daarom het platform niet beheren.")
                % {"naam": self}
            )

    @property
    def heeft_werk(self) -> bool:
        """Whether there is a desk for this person; an operator who is of no party has the platform alone."""
        return not self.is_staff or self.lidmaatschappen.exists()

    def get_session_auth_hash(self) -> str:
        """What a session must know to stay: it ends when the password or the second factor changes."""
        return self._session_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same with keys that were in use before."""
        yield from (self._session_hash(key) for key in settings.SECRET_KEY_FALLBACKS)

    def _session_hash(self, key: str | bytes) -> str:
        since = self.tweede_factor.isoformat() if self.tweede_factor else ""
        said = f"{self.password}|{since}"
        return salted_hmac("wederkerig.sessie", said, secret=key, algorithm="sha256").hexdigest()


class Organisatie(models.Model):
    """An organisation that can be party to agreements, in one municipality or many.

    opvolger: the organisation in which it was merged; its part went there, its history stays here.
    """

    naam = models.CharField(_("naam"), max_length=200, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    soort = models.CharField(_("soort"), max_length=20, choices=Soort)
    identificatie = models.CharField(
        _("identificatie"), max_length=100, blank=True, help_text=_("TOOI, L-nummer of KvK-nummer")
    )
    opvolger = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="voorgangers"
    )
    opgegaan_op = models.DateField(_("opgegaan op"), null=True, blank=True)

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering: ClassVar = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Lidmaatschap(models.Model):
    """That a person works for an organisation in a role."""

    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="lidmaatschappen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="lidmaatschappen")
    rol = models.CharField(_("rol"), max_length=20, choices=Rol)
    sinds = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gebruiker", "organisatie", "rol"], name="rol_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} · {self.organisatie} · {self.get_rol_display()}"

    def clean(self) -> None:
        """Who runs the platform is of no party."""
        super().clean()
        if self.gebruiker_id and self.gebruiker.is_staff:
            raise ValidationError(_("Wie het platform beheert, kan niet voor een organisatie werken."))


class Uitnodiging(models.Model):
    """An invitation to work for an organisation. Of the token only the hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="uitnodigingen")
    email = models.EmailField(_("e-mailadres"))
    naam = models.CharField(_("naam"), max_length=150)
    rollen = models.JSONField(_("rollen"))
    kenmerk = models.CharField(max_length=64, unique=True, editable=False)
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.SET_NULL, related_name="+")
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    verloopt_op = models.DateTimeField()
    aanvaard_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")

    def __str__(self) -> str:
        return f"{self.naam} · {self.organisatie}"

    @property
    def is_verlopen(self) -> bool:
        """Whether its days are over."""
        return self.verloopt_op <= timezone.now()
