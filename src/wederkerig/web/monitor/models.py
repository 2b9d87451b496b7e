"""The tables of the monitor. Drafts are of one organisation; what was handed in is only ever added to."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor import afgeleid  # noqa: F401  # Django finds its tables through here
from wederkerig.web.monitor.over_cijfer import OverCijfer
from wederkerig.web.register.alleen_erbij import Gedaan, OnlyAdded
from wederkerig.web.register.models import Bestand, Gemeente, Overeenkomst


class Bevestiging(Gedaan):
    """What a party says a norm of the agreements is; the last of a key counts.

    norm: `model.Norm` as JSON; None says that this figure is no norm. A key that reading did not propose is a
    norm that somebody added. gelezen: what reading proposed when it was said; None where it proposed nothing.
    """

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.PROTECT, related_name="bevestigingen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=120)
    norm = models.JSONField(null=True)
    gelezen = models.JSONField(null=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = _("bevestiging")
        verbose_name_plural = _("bevestigingen")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.sleutel


class Invulling(OverCijfer):
    """A figure that an organisation is filling in: its own, until it hands it in.

    waarde, noemer: as typed, so that a mistake is shown as it was made. stand: goes up with every change.
    """

    waarde = models.CharField(max_length=60, blank=True)
    noemer = models.CharField(max_length=60, blank=True)
    bron = models.CharField(max_length=300, blank=True)
    toelichting = models.TextField(blank=True)
    stand = models.PositiveIntegerField(default=0)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    door_naam = models.CharField(max_length=150)
    op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("invulling")
        verbose_name_plural = _("invullingen")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisatie", "gemeente", "indicator", "gebied", "norm", "peildatum"],
                condition=models.Q(van__isnull=True),
                name="invulling_op_een_dag",
            ),
            models.UniqueConstraint(
                fields=["organisatie", "gemeente", "indicator", "gebied", "norm", "van", "peildatum"],
                condition=models.Q(van__isnull=False),
                name="invulling_over_een_tijd",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} · {self.peildatum}"


class LijstFase(models.TextChoices):
    """Where a list of dwellings stands."""

    KOLOMMEN = "kolommen", _("kolommen aanwijzen")
    WACHT = "wacht", _("wordt berekend")
    MISLUKT = "mislukt", _("kon niet worden berekend")
    KLAAR = "klaar", _("berekend")


class Woningenlijst(models.Model):
    """A corporation's list of its dwellings. Others never see it; once computed the file can be thrown away.

    A list that waits without a heading is to be opened; with one, to be computed.
    bestand: None once it was thrown away. bladen, blad: the sheets of a workbook, and the one that counts.
    kop: the heading. voorbeelden: a few rows below it, for who says which column is which field; gone with
    the file. kolommen: which column is which field (`woningen.Kolomkeuze`).
    rijen, fouten: how many rows there were and how many were wrong; foutenbestand: those, to download.
    voortgang: 0 to 100 while a worker is at it. gelezen_tot: until when that one may be trusted to be alive.
    stand: goes up with every change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="woningenlijsten")
    bestand = models.ForeignKey(Bestand, null=True, on_delete=models.PROTECT, related_name="+")
    bestandsnaam = models.CharField(max_length=255)
    blad = models.CharField(max_length=120, blank=True)
    peildatum = models.DateField()
    bladen = models.JSONField(default=list)
    kop = models.JSONField(default=list)
    voorbeelden = models.JSONField(default=list)
    kolommen = models.JSONField(default=dict)
    voortgang = models.PositiveSmallIntegerField(default=0)
    stap = models.CharField(max_length=200, blank=True)
    fase = models.CharField(max_length=20, choices=LijstFase, default=LijstFase.KOLOMMEN)
    fout = models.TextField(blank=True)
    rijen = models.PositiveIntegerField(default=0)
    fouten = models.PositiveIntegerField(default=0)
    foutenbestand = models.ForeignKey(Bestand, null=True, on_delete=models.PROTECT, related_name="+")
    gelezen_tot = models.DateTimeField(null=True)
    stand = models.PositiveIntegerField(default=0)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    door_naam = models.CharField(max_length=150)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("woningenlijst")
        verbose_name_plural = _("woningenlijsten")
        ordering: ClassVar = ["-op"]

    def __str__(self) -> str:
        return self.bestandsnaam


class Kolomkeuze(models.Model):
    """Which column is which field in lists with this heading, as an organisation said once."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="kolomkeuzes")
    kop = models.CharField(max_length=64)
    kolommen = models.JSONField()
    op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("kolomkeuze")
        verbose_name_plural = _("kolomkeuzes")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisatie", "kop"], name="kolomkeuze_een_keer")
        ]

    def __str__(self) -> str:
        return self.kop


class Werkboekinlezing(models.Model):
    """A workbook that was read back: its rows wait until a person says that they may be kept.

    regels: the figures that can be kept; fouten: the rows that cannot (`monitoring.Rijfout`); both as JSON.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="+")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="+")
    bestandsnaam = models.CharField(max_length=255)
    regels = models.JSONField(default=list)
    fouten = models.JSONField(default=list)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ingelezen werkboek")
        verbose_name_plural = _("ingelezen werkboeken")
        ordering: ClassVar = ["-op"]

    def __str__(self) -> str:
        return self.bestandsnaam


class Cijfer(models.Model):
    """A figure computed from a list: of a municipality, or of a district or village in it.

    It is the organisation's own; what it hands in of it becomes a `Meting`.
    gemeente: None where the name in the list is of no municipality here. klein: it is about so few dwellings,
    or gives such a figure away, that others may not see it.
    """

    lijst = models.ForeignKey(Woningenlijst, on_delete=models.CASCADE, related_name="cijfers")
    gemeente = models.ForeignKey(Gemeente, null=True, on_delete=models.PROTECT, related_name="+")
    gemeentenaam = models.CharField(max_length=120)
    niveau = models.CharField(max_length=20)
    gebied = models.CharField(max_length=120, blank=True)
    indicator = models.CharField(max_length=80)
    van = models.DateField(null=True)
    peildatum = models.DateField()
    teller = models.DecimalField(max_digits=18, decimal_places=4)
    noemer = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    waarde = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    klein = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("cijfer")
        verbose_name_plural = _("cijfers")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.indicator} · {self.gemeentenaam}"


class Meting(OverCijfer, Gedaan):
    """A figure that was handed in: the parties of that municipality see it.

    vervangt: the figure it corrects, which stays. lijst: the list it was computed from.
    """

    waarde = models.DecimalField(max_digits=18, decimal_places=4)
    noemer = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    bron = models.CharField(max_length=300, blank=True)
    toelichting = models.TextField(blank=True)
    vervangt = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="vervangen_door")
    lijst = models.ForeignKey(Woningenlijst, null=True, on_delete=models.PROTECT, related_name="metingen")

    class Meta:
        verbose_name = _("meting")
        verbose_name_plural = _("metingen")
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["gemeente", "indicator", "peildatum"])]

    def __str__(self) -> str:
        return f"{self.indicator} · {self.peildatum}"


class Bewijs(Gedaan):
    """A file that shows where a figure comes from; seen by those who see the figure."""

    meting = models.ForeignKey(Meting, on_delete=models.PROTECT, related_name="bewijzen")
    bestand = models.ForeignKey(Bestand, on_delete=models.PROTECT, related_name="+")
    bestandsnaam = models.CharField(max_length=255)

    class Meta:
        verbose_name = _("bewijsstuk")
        verbose_name_plural = _("bewijsstukken")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.bestandsnaam


class Opmerking(Gedaan):
    """A remark of a party on a norm; its last one counts, all stay. It never changes the status."""

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.PROTECT, related_name="opmerkingen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=120)
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name = _("opmerking")
        verbose_name_plural = _("opmerkingen")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.organisatie} · {self.sleutel}"


class Signaal(OnlyAdded):
    """That a norm was passed that asks for talks: once for each norm and day, for all parties."""

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.PROTECT, related_name="signalen")
    sleutel = models.CharField(max_length=120)
    indicator = models.CharField(max_length=80)
    peildatum = models.DateField()
    som = models.TextField()
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        ordering: ClassVar = ["-peildatum", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["overeenkomst", "sleutel", "peildatum"], name="signaal_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.overeenkomst} · {self.sleutel}"


class Project(models.Model):
    """A plan to build, replace or demolish, as `voorraad.Project` has it.

    gedeeld: whether the other parties of the municipality see it; else it is the organisation's own.
    gegevens: `voorraad.Project` as JSON. stand: goes up with every change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="projecten")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="projecten")
    naam = models.CharField(max_length=200)
    gegevens = models.JSONField()
    gedeeld = models.BooleanField(default=False)
    vervallen = models.BooleanField(default=False)
    stand = models.PositiveIntegerField(default=0)
    op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projecten")
        ordering: ClassVar = ["naam", "pk"]

    def __str__(self) -> str:
        return self.naam


class RapportFase(models.TextChoices):
    """Where a report stands: made, open for reply, published."""

    CONCEPT = "concept", _("concept: de partijen vullen aan")
    WEERWOORD = "weerwoord", _("weerwoord: de partijen reageren op elkaar")
    GEPUBLICEERD = "gepubliceerd", _("gepubliceerd")
    VERVALLEN = "vervallen", _("vervallen")


class Rapport(models.Model):
    """A half-yearly report or letter to the council, with the figures as they were when it was made.

    inhoud: `rapportinhoud.Vastgezet` as JSON, frozen when made; what the parties add stands in `Bijdrage`.
    weerwoord_tot: the last day for reply; it is published after it, or once all parties are known and done.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.PROTECT, related_name="rapporten")
    soort = models.CharField(max_length=20)
    peildatum = models.DateField()
    inhoud = models.JSONField()
    fase = models.CharField(max_length=20, choices=RapportFase, default=RapportFase.CONCEPT)
    aanvullen_tot = models.DateField()
    weerwoord_tot = models.DateField()
    gepubliceerd = models.DateTimeField(null=True)
    stand = models.PositiveIntegerField(default=0)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("rapport")
        verbose_name_plural = _("rapporten")
        ordering: ClassVar = ["-peildatum", "-op"]

    def __str__(self) -> str:
        return f"{self.overeenkomst} · {self.peildatum}"


class Bijdrage(Gedaan):
    """What a party adds to a report; the last of a party, kind and subject counts, all stay.

    soort: "toelichting" (its own part), "weerwoord" (reply to what others say of it), "gereed" (it is done).
    over: the key of a norm, the id of a theme, or ""; of "gereed" the phase in which it was said.
    """

    rapport = models.ForeignKey(Rapport, on_delete=models.PROTECT, related_name="bijdragen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    over = models.CharField(max_length=300, blank=True)
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name = _("bijdrage")
        verbose_name_plural = _("bijdragen")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.organisatie} · {self.soort}"


class Rapportbestand(models.Model):
    """A report as a file: made once by a worker.

    sleutel: stands for the report, what is in it and the format.
    """

    rapport = models.ForeignKey(Rapport, on_delete=models.CASCADE, related_name="bestanden")
    sleutel = models.CharField(max_length=64, unique=True)
    formaat = models.CharField(max_length=10)
    bestand = models.ForeignKey(Bestand, null=True, on_delete=models.PROTECT, related_name="+")
    fout = models.TextField(blank=True)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("rapportbestand")
        verbose_name_plural = _("rapportbestanden")

    def __str__(self) -> str:
        return f"{self.rapport} · {self.formaat}"
