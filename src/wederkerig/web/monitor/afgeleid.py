"""The tables of what follows from other tables: never the only place where something stands."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wederkerig.web.register.models import Overeenkomst


class Samenvatting(models.Model):
    """What the page of the whole country needs of one text; it follows from the text and is made anew.

    sleutel: stands for what it follows from. inhoud: `domain.landelijk.Kern` as JSON.
    """

    overeenkomst = models.OneToOneField(Overeenkomst, on_delete=models.CASCADE, related_name="samenvatting")
    sleutel = models.CharField(max_length=120)
    inhoud = models.JSONField()
    op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("samenvatting")
        verbose_name_plural = _("samenvattingen")

    def __str__(self) -> str:
        return str(self.overeenkomst)
