"""Rows that are only ever added to: what was adopted, what was said and what happened."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class OnlyAddedError(Exception):
    """Something tried to change what is only ever added to."""


class OnlyAdded(models.Model):
    """Rows that are never changed or removed; the database refuses it too (migrations)."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django declares it
        """Add the row; a row that is there stays as it is."""
        if not self._state.adding:
            raise OnlyAddedError(f"{self._meta.model_name} {self.pk} is there already.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ANN401  # as Django declares it
        """Refuse."""
        raise OnlyAddedError(f"{self._meta.model_name} {self.pk} is never removed.")


class Gedaan(OnlyAdded):
    """Who did something, and when: a snapshot that outlives the account."""

    door = models.CharField(max_length=150)
    door_id = models.BigIntegerField(null=True)
    namens = models.CharField(max_length=200, blank=True)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
