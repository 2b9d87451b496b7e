"""The triggers that keep what is only ever added to: made anew in what is put back, whatever the copy has.

A copy can have the right rows and none of these, or others in their place. Which belong there follows from
the migrations that the copy has had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Execute = Callable[[str], object]
# in the order in which they were applied: the monitor uses what the register made
APPLIED = "SELECT app, name FROM django_migrations WHERE app IN ('register', 'monitor') ORDER BY id"


@dataclass(frozen=True, slots=True)
class _Editor:
    """As much of Django's editor of tables as our migrations use."""

    vendor: str
    run: Execute

    @property
    def connection(self) -> _Editor:
        """Knows its kind."""
        return self

    def execute(self, sql: str, params: Any = ()) -> None:  # noqa: ANN401  # as Django calls it
        """Run one statement."""
        self.run(sql)


def make_guards(vendor: str, applied: Iterable[tuple[str, str]], run: Execute) -> None:
    """Make the triggers of these migrations (app and name), in a database that has none."""
    for app, name in applied:
        guard = getattr(import_module(f"wederkerig.web.{app}.migrations.{name}"), "guard", None)
        if guard is not None:
            guard(None, _Editor(vendor, run))
