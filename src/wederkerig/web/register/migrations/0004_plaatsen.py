"""Where on the pages of a PDF its facts stand."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A field on readings."""

    dependencies = [
        ("register", "0003_zoekregel"),
    ]

    operations = [
        migrations.AddField(
            model_name="lezing",
            name="plaatsen",
            field=models.JSONField(default=dict),
        ),
    ]
