"""The database itself refuses to change or remove what was handed in, said or signalled."""

from django.db import migrations

TABLES = [
    "monitor_bevestiging",
    "monitor_meting",
    "monitor_bewijs",
    "monitor_opmerking",
    "monitor_signaal",
    "monitor_bijdrage",
]


def guard(apps, schema_editor):
    """Make the triggers; on PostgreSQL with the function that the register made."""
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION register_only_added()"
            )
        return
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
            )


def unguard(apps, schema_editor):
    """Drop the triggers."""
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {table}_only_added ON {table}")
            continue
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}")


class Migration(migrations.Migration):
    """Triggers on the tables of what was done."""

    dependencies = [("monitor", "0001_begin"), ("register", "0002_only_added")]
    operations = [migrations.RunPython(guard, unguard)]
