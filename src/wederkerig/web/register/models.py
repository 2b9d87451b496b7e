"""The tables of the register. What was adopted and what happened is only ever added to, never changed."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wederkerig.web.accounts.models import Organisatie, Soort
from wederkerig.web.register.alleen_erbij import Gedaan


class Gemeente(models.Model):
    """A municipality with a page of its own."""

    naam = models.CharField(_("naam"), max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering: ClassVar = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Fase(models.TextChoices):
    """Where a document that was brought in stands: from being read to adopted."""

    WACHT = "wacht", _("wordt gelezen")
    MISLUKT = "mislukt", _("kon niet worden gelezen")
    NALEZEN = "nalezen", _("na te lezen")
    VASTGESTELD = "vastgesteld", _("vastgesteld")
    INGETROKKEN = "ingetrokken", _("ingetrokken")


class Overeenkomst(models.Model):
    """Agreements that live here: a base document and the decisions that amend it (`Besluit`).

    titel, soort, van, tot: as the document says in its latest version, to list and search by.
    termijnen: the days its latest version names (domain/termijnen.py).
    stand: how many decisions there are; it goes up with each, so that nobody adopts on an old version.
    """

    slug = models.SlugField(max_length=150, unique=True)
    titel = models.CharField(max_length=300)
    soort = models.CharField(max_length=20)
    van = models.DateField(null=True)
    tot = models.DateField(null=True)
    termijnen = models.JSONField(default=list)
    stand = models.PositiveIntegerField(default=0)
    gemeenten = models.ManyToManyField(Gemeente, related_name="overeenkomsten")

    class Meta:
        verbose_name = _("overeenkomst")
        verbose_name_plural = _("overeenkomsten")
        ordering: ClassVar = ["-van", "titel"]

    def __str__(self) -> str:
        return self.titel


class Partij(models.Model):
    """A party to agreements: the name in the document, and the organisation it is, where that is known."""

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.CASCADE, related_name="partijen")
    organisatie = models.ForeignKey(
        Organisatie, null=True, on_delete=models.PROTECT, related_name="deelnames"
    )
    naam = models.CharField(max_length=200)
    kort = models.CharField(max_length=200)
    soort = models.CharField(max_length=20, choices=Soort)
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("partij")
        verbose_name_plural = _("partijen")
        ordering: ClassVar = ["overeenkomst", "volgorde"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["overeenkomst", "naam"], name="partij_een_keer")
        ]

    def __str__(self) -> str:
        return self.naam


class Bestand(models.Model):
    """The bytes of a file, kept once, under their hash.

    They stand in the database so that a file and what is said of it are there together or not at all,
    also in a backup, and so that workers on other machines can read them.
    """

    sha256 = models.CharField(primary_key=True, max_length=64)
    grootte = models.PositiveBigIntegerField()
    inhoud = models.BinaryField()

    class Meta:
        verbose_name = _("bestand")
        verbose_name_plural = _("bestanden")

    def __str__(self) -> str:
        return self.sha256[:12]


class Inzending(models.Model):
    """A document that a party brought in, until it is adopted: seen by that party alone.

    overeenkomst: what a year plan amends. voortgang: 0 to 100 while it is being read. gelezen_tot: until
    when the worker that reads it may be trusted to be alive. stand: goes up with every change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="inzendingen")
    bestand = models.ForeignKey(Bestand, on_delete=models.PROTECT, related_name="+")
    bestandsnaam = models.CharField(max_length=255)
    overeenkomst = models.ForeignKey(
        Overeenkomst, null=True, blank=True, on_delete=models.PROTECT, related_name="inzendingen"
    )
    fase = models.CharField(max_length=20, choices=Fase, default=Fase.WACHT)
    voortgang = models.PositiveSmallIntegerField(default=0)
    stap = models.CharField(max_length=200, blank=True)
    fout = models.TextField(blank=True)
    gelezen_tot = models.DateTimeField(null=True)
    stand = models.PositiveIntegerField(default=0)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    door_naam = models.CharField(max_length=150)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("inzending")
        verbose_name_plural = _("inzendingen")
        ordering: ClassVar = ["-op"]

    def __str__(self) -> str:
        return self.bestandsnaam


class Lezing(models.Model):
    """What a version of the reader made of a document; `stuk` is the model as JSON, `tekst` the text as read.

    plaatsen: of a PDF the sizes of its pages in points ("bladzijden"), and by "van-tot" the rectangles round
    the words of a fact as page, left, top, width, height in parts of the page ("vakken").
    """

    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="lezingen")
    lezer = models.CharField(max_length=60)
    stuk = models.JSONField()
    tekst = models.TextField()
    bevindingen = models.JSONField(default=list)
    plaatsen = models.JSONField(default=dict)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("lezing")
        verbose_name_plural = _("lezingen")
        ordering: ClassVar = ["op", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["inzending", "lezer"], name="lezing_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.inzending} · {self.lezer}"


class Verbetering(Gedaan):
    """One correction of a reading (`nalezen.Verbetering`); the last of a key and field counts."""

    inzending = models.ForeignKey(Inzending, on_delete=models.PROTECT, related_name="verbeteringen")
    sleutel = models.CharField(max_length=120)
    veld = models.CharField(max_length=40, blank=True)
    inhoud = models.JSONField()

    class Meta:
        verbose_name = _("verbetering")
        verbose_name_plural = _("verbeteringen")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.sleutel} {self.veld}"


class Koppeling(Gedaan):
    """Which organisation a party of a document is; the last for a name counts, None is nobody known."""

    inzending = models.ForeignKey(Inzending, on_delete=models.PROTECT, related_name="koppelingen")
    naam = models.CharField(max_length=200)
    organisatie = models.ForeignKey(Organisatie, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("koppeling")
        verbose_name_plural = _("koppelingen")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.naam


class Keuze(Gedaan):
    """What was decided of one amendment (None: as proposed); the last of a `kenmerk` counts (keuzes.py)."""

    inzending = models.ForeignKey(Inzending, on_delete=models.PROTECT, related_name="keuzes")
    kenmerk = models.CharField(max_length=40)
    wijziging = models.PositiveIntegerField()
    inhoud = models.JSONField(null=True)

    class Meta:
        verbose_name = _("keuze")
        verbose_name_plural = _("keuzes")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"wijziging {self.wijziging}"


class Besluit(Gedaan):
    """A document that was adopted: the base (volgnummer 0) or a year plan after it.

    stuk: the model as JSON, as settled. beslissingen: what people decided of its amendments.
    """

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.PROTECT, related_name="besluiten")
    volgnummer = models.PositiveIntegerField()
    naam = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120)
    vastgesteld = models.DateField(null=True)
    inwerking = models.DateField(null=True)
    ondertekend = models.DateField(null=True)
    stuk = models.JSONField()
    beslissingen = models.JSONField(default=list)
    inzending = models.OneToOneField(Inzending, on_delete=models.PROTECT, related_name="besluit")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering: ClassVar = ["overeenkomst", "volgnummer"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["overeenkomst", "volgnummer"], name="besluit_op_volgorde"),
            models.UniqueConstraint(fields=["overeenkomst", "slug"], name="besluit_een_adres"),
        ]

    def __str__(self) -> str:
        return self.naam


class Oordeel(models.TextChoices):
    """What a party says of a decision."""

    HERKEND = "herkend", _("dit is wat wij hebben afgesproken")
    BEZWAAR = "bezwaar", _("dit klopt niet")


class Verklaring(Gedaan):
    """What a party says of a decision that somebody brought in; its last one counts, all stay."""

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="verklaringen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    oordeel = models.CharField(max_length=20, choices=Oordeel)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = _("verklaring")
        verbose_name_plural = _("verklaringen")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.organisatie} · {self.get_oordeel_display()}"


class Ronde(Gedaan):
    """A round that the municipality opened, in which the parties bring in their year plans."""

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.PROTECT, related_name="rondes")
    naam = models.CharField(_("naam"), max_length=120)
    opent = models.DateField(_("opent op"))
    sluit = models.DateField(_("sluit op"))

    class Meta:
        verbose_name = _("ronde")
        verbose_name_plural = _("rondes")
        ordering: ClassVar = ["-opent", "-pk"]

    def __str__(self) -> str:
        return self.naam


class Gebeurtenis(Gedaan):
    """One thing that happened: what it concerns, what it was and what it became.

    over, over_id: the table and key of what it concerns. organisatie_id, overeenkomst_id: who may see it;
    plain numbers, because this outlives everything.
    """

    soort = models.CharField(max_length=40)
    over = models.CharField(max_length=40)
    over_id = models.CharField(max_length=40)
    naam = models.CharField(max_length=300)
    organisatie_id = models.BigIntegerField(null=True, db_index=True)
    overeenkomst_id = models.BigIntegerField(null=True, db_index=True)
    was = models.JSONField(null=True)
    werd = models.JSONField(null=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [models.Index(fields=["over", "over_id"])]

    def __str__(self) -> str:
        return f"{self.soort} · {self.naam}"


class Afdruk(models.Model):
    """A version of the agreements as a file: made once, by a worker, then given to whoever asks.

    sleutel: stands for the agreements, the decisions that are in it and the format.
    """

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.CASCADE, related_name="afdrukken")
    besluiten = models.JSONField()
    sleutel = models.CharField(max_length=64, unique=True)
    formaat = models.CharField(max_length=10)
    bestand = models.ForeignKey(Bestand, null=True, on_delete=models.PROTECT, related_name="+")
    fout = models.TextField(blank=True)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("afdruk")
        verbose_name_plural = _("afdrukken")

    def __str__(self) -> str:
        return f"{self.overeenkomst} · {self.formaat}"


class Bladzijde(models.Model):
    """A page of a file as a picture, drawn once; without a picture where it took too long or failed."""

    bestand = models.ForeignKey(Bestand, on_delete=models.CASCADE, related_name="+")
    nummer = models.PositiveIntegerField()
    breedte = models.PositiveIntegerField()
    png = models.BinaryField()
    op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("bladzijde")
        verbose_name_plural = _("bladzijden")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bestand", "nummer", "breedte"], name="bladzijde_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.bestand_id[:12]} · {self.nummer}"


class Zoekregel(models.Model):
    """An agreement as it stood from one day until the next, to be found by its words.

    Made by domain/zoekindex.py from the decisions, and made anew at each: never the only place where
    something stands. stam: the words to search in, folded. van: None where it always held; tot: the first
    day on which it no longer stands like this. actoren: the names of who acts, getallen and termijnen: how
    much and by when, as in the model.
    """

    overeenkomst = models.ForeignKey(Overeenkomst, on_delete=models.CASCADE, related_name="zoekregels")
    afspraak = models.TextField()
    nummer = models.CharField(max_length=60)
    thema = models.CharField(max_length=300)
    hoofdthema = models.CharField(max_length=60, blank=True)
    soorten = models.CharField(max_length=200)
    tekst = models.TextField()
    stam = models.TextField()
    actoren = models.JSONField(default=list)
    getallen = models.JSONField(default=list)
    termijnen = models.JSONField(default=list)
    volgorde = models.PositiveIntegerField()
    van = models.DateField(null=True)
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("zoekregel")
        verbose_name_plural = _("zoekregels")

    def __str__(self) -> str:
        return f"{self.overeenkomst} · {self.nummer}"
