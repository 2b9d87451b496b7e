"""The one table that running the site needs: which workers are alive."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Worker(models.Model):
    """A process that works off the queue. Its work goes to another once it has been silent for too long."""

    name = models.CharField(primary_key=True, max_length=64)
    alive_until = models.DateTimeField()

    class Meta:
        verbose_name = _("werker")
        verbose_name_plural = _("werkers")

    def __str__(self) -> str:
        return self.name
