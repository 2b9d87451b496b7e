"""What a figure that an organisation gives is about: the columns that drafts and handed-in figures share."""

from __future__ import annotations

from django.db import models

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.register.models import Gemeente


class OverCijfer(models.Model):
    """What a figure is about: whose, where, what, and the day or the period (van is None: on a day).

    norm: the one norm it is about (`metingen.norm_in`); "" where it is about the organisation as a whole.
    waarover: that norm in words, as it stood when the figure was given.
    """

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="%(class)sen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="%(class)sen")
    indicator = models.CharField(max_length=80)
    gebied = models.CharField(max_length=120, blank=True)
    norm = models.CharField(max_length=150, blank=True, default="")
    waarover = models.CharField(max_length=300, blank=True, default="")
    van = models.DateField(null=True)
    peildatum = models.DateField()

    class Meta:
        abstract = True
