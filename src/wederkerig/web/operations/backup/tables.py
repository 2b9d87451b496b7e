"""What is in the database, as far as copies need to know."""

from __future__ import annotations

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

# Rows of these were made by people; the tables of Django itself are filled by migrations.
_OURS = ("accounts", "register")


def applied_migrations() -> list[str]:
    """The migrations that this database has had."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def known_migrations() -> set[str]:
    """The migrations of this version, and those they stand for."""
    loader = MigrationLoader(None)
    replaced = {key for each in loader.disk_migrations.values() for key in each.replaces}
    return {f"{app}.{name}" for app, name in loader.disk_migrations.keys() | replaced}


def is_in_use() -> bool:
    """Whether anybody ever did anything here."""
    there = set(connection.introspection.table_names())
    models = [model for app in _OURS for model in apps.get_app_config(app).get_models()]
    return any(model._meta.db_table in there and model._default_manager.exists() for model in models)


def clear_sessions() -> None:
    """End all sessions: one that was ended after the copy was made must not live again."""
    Session.objects.all().delete()
