"""Agreements to be found by their words."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table to search in."""

    dependencies = [
        ("register", "0002_only_added"),
    ]

    operations = [
        migrations.CreateModel(
            name="Zoekregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("afspraak", models.TextField()),
                ("nummer", models.CharField(max_length=60)),
                ("thema", models.CharField(max_length=300)),
                ("hoofdthema", models.CharField(blank=True, max_length=60)),
                ("soorten", models.CharField(max_length=200)),
                ("tekst", models.TextField()),
                ("stam", models.TextField()),
                ("volgorde", models.PositiveIntegerField()),
                ("van", models.DateField(null=True)),
                ("tot", models.DateField(null=True)),
                (
                    "overeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="zoekregels",
                        to="register.overeenkomst",
                    ),
                ),
            ],
            options={
                "verbose_name": "zoekregel",
                "verbose_name_plural": "zoekregels",
            },
        ),
    ]
