"""The database itself refuses to change or remove what is only ever added to."""

from django.db import migrations

TABLES = [
    "register_gebeurtenis",
    "register_verbetering",
    "register_koppeling",
    "register_keuze",
    "register_besluit",
    "register_verklaring",
    "register_ronde",
]
FUNCTION = """
CREATE FUNCTION register_only_added() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END;
$$ LANGUAGE plpgsql
"""


def guard(apps, schema_editor):
    """Make the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        # without parameters, or the per cent sign would ask for one
        schema_editor.execute(FUNCTION, None)
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
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER {table}_only_added ON {table}")
        schema_editor.execute("DROP FUNCTION register_only_added()")
        return
    for table in TABLES:
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}")


class Migration(migrations.Migration):
    """Triggers on the tables of what was done."""

    dependencies = [("register", "0001_begin")]
    operations = [migrations.RunPython(guard, unguard)]
