"""The database itself keeps what an adopted document was read from, and empties no table that is only added to."""

from django.db import migrations

ONLY_ADDED = [
    "register_gebeurtenis",
    "register_verbetering",
    "register_koppeling",
    "register_keuze",
    "register_besluit",
    "register_verklaring",
    "register_ronde",
]
SOURCES = ["register_bestand", "register_inzending", "register_lezing"]
OF_FILE = ["sha256", "grootte", "inhoud"]
OF_INZENDING = [
    "id",
    "organisatie_id",
    "bestand_id",
    "bestandsnaam",
    "overeenkomst_id",
    "fase",
    "door_naam",
    "op",
]
ADOPTED = "OLD.fase = 'vastgesteld'"
OF_ADOPTED = "EXISTS (SELECT 1 FROM register_inzending WHERE id = OLD.inzending_id AND fase = 'vastgesteld')"
# name of the trigger, table, what is done to it, when that is refused
GUARDS = [
    ("register_bestand_stays", "register_bestand", "UPDATE", OF_FILE, ""),
    ("register_inzending_stays", "register_inzending", "UPDATE", OF_INZENDING, ADOPTED),
    ("register_inzending_no_delete", "register_inzending", "DELETE", [], ADOPTED),
    ("register_lezing_stays", "register_lezing", "UPDATE", [], OF_ADOPTED),
    ("register_lezing_no_delete", "register_lezing", "DELETE", [], OF_ADOPTED),
]
FUNCTION = """
CREATE FUNCTION {name}() RETURNS trigger AS $$
BEGIN
  IF {condition} THEN RAISE EXCEPTION '%', '{said}'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql
"""


def condition_of(columns: list[str], when: str, differs: str) -> str:
    """When a change is refused: where one of these columns would become another, for these rows."""
    changed = " OR ".join(f"NEW.{column} {differs} OLD.{column}" for column in columns)
    return " AND ".join(f"({part})" for part in (when, changed) if part)


def guard(apps, schema_editor):
    """Make the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        for table in ONLY_ADDED + SOURCES:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION register_only_added()"
            )
        for name, table, verb, columns, when in GUARDS:
            condition = condition_of(columns, when, "IS DISTINCT FROM")
            said = f"rows of {table} that decisions rest on stay as they are"
            # without parameters, or the per cent sign would ask for one
            schema_editor.execute(FUNCTION.format(name=name, condition=condition, said=said), None)
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
            )
        return
    for name, table, verb, columns, when in GUARDS:
        condition = condition_of(columns, when, "IS NOT")
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} that decisions rest on stay as they are'); END"
        )


def unguard(apps, schema_editor):
    """Drop the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        for table in ONLY_ADDED + SOURCES:
            schema_editor.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")
        for name, table, *_ in GUARDS:
            schema_editor.execute(f"DROP TRIGGER {name} ON {table}")
            schema_editor.execute(f"DROP FUNCTION {name}()")
        return
    for name, *_ in GUARDS:
        schema_editor.execute(f"DROP TRIGGER {name}")


class Migration(migrations.Migration):
    """Triggers on files, documents and readings, and against emptying a table at once."""

    dependencies = [("register", "0003_bladzijde")]
    operations = [migrations.RunPython(guard, unguard)]
