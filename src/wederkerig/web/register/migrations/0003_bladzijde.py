"""Pages of documents as pictures."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_only_added"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bladzijde",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                ("breedte", models.PositiveIntegerField()),
                ("png", models.BinaryField()),
                ("op", models.DateTimeField(auto_now=True)),
                (
                    "bestand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.bestand"
                    ),
                ),
            ],
            options={
                "verbose_name": "bladzijde",
                "verbose_name_plural": "bladzijden",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bestand", "nummer", "breedte"), name="bladzijde_een_keer"
                    )
                ],
            },
        ),
    ]
