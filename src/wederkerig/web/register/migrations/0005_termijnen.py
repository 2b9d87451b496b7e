"""The days that agreements name, kept with them, so that lists need not work out every version."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Only adds."""

    dependencies = [("register", "0004_plaatsen")]

    operations = [
        migrations.AddField(
            model_name="overeenkomst",
            name="termijnen",
            field=models.JSONField(default=list),
        ),
    ]
