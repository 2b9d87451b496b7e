"""The one norm a figure is about.

SQLite makes the table of figures anew, without what guards it; so that is put back, whichever way this goes.
"""

from typing import ClassVar

from django.db import migrations, models

_DAY = ["organisatie", "gemeente", "indicator", "gebied", "norm", "peildatum"]
_TIME = ["organisatie", "gemeente", "indicator", "gebied", "norm", "van", "peildatum"]


def guard(apps, schema_editor):
    """Make the triggers of 0002 where making a column lost them; PostgreSQL keeps them."""
    if schema_editor.connection.vendor == "postgresql":
        return
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER IF NOT EXISTS monitor_meting_no_{verb.lower()} BEFORE {verb} ON monitor_meting "
            "BEGIN SELECT RAISE(ABORT, 'rows of monitor_meting are only ever added'); END"
        )


class Migration(migrations.Migration):
    """Columns for the norm and its words, and one draft for each norm."""

    dependencies: ClassVar = [("monitor", "0006_gelezen")]
    operations: ClassVar = [
        migrations.RunPython(migrations.RunPython.noop, guard),
        *(
            migrations.AddField(table, name, models.CharField(blank=True, default="", max_length=length))
            for table in ("invulling", "meting")
            for name, length in (("norm", 150), ("waarover", 300))
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
        migrations.RemoveConstraint("invulling", "invulling_op_een_dag"),
        migrations.RemoveConstraint("invulling", "invulling_over_een_tijd"),
        migrations.AddConstraint(
            "invulling",
            models.UniqueConstraint(
                fields=_DAY, condition=models.Q(van__isnull=True), name="invulling_op_een_dag"
            ),
        ),
        migrations.AddConstraint(
            "invulling",
            models.UniqueConstraint(
                fields=_TIME, condition=models.Q(van__isnull=False), name="invulling_over_een_tijd"
            ),
        ),
    ]
