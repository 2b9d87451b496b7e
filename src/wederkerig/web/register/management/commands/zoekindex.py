"""Makes the rows to search in and the deadlines anew, as a new release may ask for."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from wederkerig.web.register.domain.adoptie import derive_all


class Command(BaseCommand):
    """`manage.py zoekindex`."""

    help = "Maakt de zoekregels en termijnen van alle afspraken opnieuw, uit de vastgestelde besluiten."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # as Django calls it
        """Make them, all or none."""
        with transaction.atomic():
            count = derive_all()
        self.stdout.write(f"Zoekregels en termijnen gemaakt voor {count} overeenkomsten.")
