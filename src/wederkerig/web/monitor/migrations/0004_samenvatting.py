"""What the page of the whole country needs of one text is kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("monitor", "0003_lijsten"),
    ]

    operations = [
        migrations.CreateModel(
            name="Samenvatting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.CharField(max_length=120)),
                ("inhoud", models.JSONField()),
                ("op", models.DateTimeField(auto_now=True)),
                (
                    "overeenkomst",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="samenvatting",
                        to="register.overeenkomst",
                    ),
                ),
            ],
            options={"verbose_name": "samenvatting", "verbose_name_plural": "samenvattingen"},
        ),
    ]
