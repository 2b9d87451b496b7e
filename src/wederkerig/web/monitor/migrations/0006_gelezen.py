"""What reading proposed when a party said what a norm is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("monitor", "0005_klein"),
    ]

    operations = [
        migrations.AddField(
            model_name="bevestiging",
            name="gelezen",
            field=models.JSONField(null=True),
        ),
    ]
