"""The rows that agreements are found by say who acts, how much and by when."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0004_guard_sources"),
    ]

    operations = [
        migrations.AddField(
            model_name="zoekregel",
            name="actoren",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="zoekregel",
            name="getallen",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="zoekregel",
            name="termijnen",
            field=models.JSONField(default=list),
        ),
    ]
