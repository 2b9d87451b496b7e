"""The table in which failed log-ins are counted."""

from django.core.management import call_command
from django.db import migrations


def make_cache_table(apps, schema_editor):
    """Make the table of the shared cache (CACHES in the settings names it)."""
    call_command("createcachetable", "onthouden", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """Only adds."""

    dependencies = [("accounts", "0001_begin")]
    operations = [migrations.RunPython(make_cache_table, migrations.RunPython.noop, elidable=False)]
