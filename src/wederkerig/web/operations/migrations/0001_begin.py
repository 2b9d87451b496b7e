"""The table of workers that are alive."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make it."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Worker",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("alive_until", models.DateTimeField()),
            ],
            options={"verbose_name": "werker", "verbose_name_plural": "werkers"},
        ),
    ]
