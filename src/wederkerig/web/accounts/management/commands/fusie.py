"""Let an organisation go up in another: `manage.py fusie VOORGANGER OPVOLGER`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.domain.fusie import merge
from wederkerig.web.accounts.models import Organisatie


class Command(BaseCommand):
    """Asks before it does so; what was done cannot be undone."""

    help = "Laat een organisatie opgaan in een andere. Dit kan niet ongedaan worden gemaakt."

    def add_arguments(self, parser: CommandParser) -> None:
        """Two organisations by the last part of their address, and the day."""
        parser.add_argument("voorganger", help="adres (slug) van de organisatie die opgaat")
        parser.add_argument("opvolger", help="adres (slug) van de organisatie die overneemt")
        parser.add_argument(
            "--op", type=date.fromisoformat, default=None, help="dag van de fusie: JJJJ-MM-DD"
        )
        parser.add_argument("--ja", action="store_true", help="vraag niet om bevestiging")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # as Django declares it
        """Find both, ask, merge."""
        before, after = (_find(options[name]) for name in ("voorganger", "opvolger"))
        question = f"{before} laten opgaan in {after}? Dit kan niet ongedaan worden gemaakt. [ja/nee] "
        if not options["ja"] and input(question).strip().lower() != "ja":
            raise CommandError("Er is niets veranderd.")
        try:
            merge(before, after, dag=options["op"] or timezone.localdate(), door=None)
        except AccountsError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{before} is opgegaan in {after}.")


def _find(slug: str) -> Organisatie:
    try:
        return Organisatie.objects.get(slug=slug)
    except Organisatie.DoesNotExist as error:
        raise CommandError(f"Er is geen organisatie met het adres '{slug}'.") from error
