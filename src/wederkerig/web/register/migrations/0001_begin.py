"""The tables as they began."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bestand",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("grootte", models.PositiveBigIntegerField()),
                ("inhoud", models.BinaryField()),
            ],
            options={
                "verbose_name": "bestand",
                "verbose_name_plural": "bestanden",
            },
        ),
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                ("slug", models.SlugField(max_length=120, unique=True)),
            ],
            options={
                "verbose_name": "gemeente",
                "verbose_name_plural": "gemeenten",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Gebeurtenis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("door", models.CharField(max_length=150)),
                ("door_id", models.BigIntegerField(null=True)),
                ("namens", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("soort", models.CharField(max_length=40)),
                ("over", models.CharField(max_length=40)),
                ("over_id", models.CharField(max_length=40)),
                ("naam", models.CharField(max_length=300)),
                ("organisatie_id", models.BigIntegerField(db_index=True, null=True)),
                ("overeenkomst_id", models.BigIntegerField(db_index=True, null=True)),
                ("was", models.JSONField(null=True)),
                ("werd", models.JSONField(null=True)),
            ],
            options={
                "verbose_name": "gebeurtenis",
                "verbose_name_plural": "gebeurtenissen",
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["over", "over_id"], name="register_ge_over_6a0619_idx")],
            },
        ),
        migrations.CreateModel(
            name="Inzending",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("bestandsnaam", models.CharField(max_length=255)),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("wacht", "wordt gelezen"),
                            ("mislukt", "kon niet worden gelezen"),
                            ("nalezen", "na te lezen"),
                            ("vastgesteld", "vastgesteld"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="wacht",
                        max_length=20,
                    ),
                ),
                ("voortgang", models.PositiveSmallIntegerField(default=0)),
                ("stap", models.CharField(blank=True, max_length=200)),
                ("fout", models.TextField(blank=True)),
                ("gelezen_tot", models.DateTimeField(null=True)),
                ("stand", models.PositiveIntegerField(default=0)),
                ("door_naam", models.CharField(max_length=150)),
                ("op", models.DateTimeField(auto_now_add=True)),
                (
                    "bestand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.bestand"
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inzendingen",
                        to="accounts.organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "inzending",
                "verbose_name_plural": "inzendingen",
                "ordering": ["-op"],
            },
        ),
        migrations.CreateModel(
            name="Keuze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("door", models.CharField(max_length=150)),
                ("door_id", models.BigIntegerField(null=True)),
                ("namens", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("kenmerk", models.CharField(max_length=40)),
                ("wijziging", models.PositiveIntegerField()),
                ("inhoud", models.JSONField(null=True)),
                (
                    "inzending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keuzes",
                        to="register.inzending",
                    ),
                ),
            ],
            options={
                "verbose_name": "keuze",
                "verbose_name_plural": "keuzes",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Koppeling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("door", models.CharField(max_length=150)),
                ("door_id", models.BigIntegerField(null=True)),
                ("namens", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("naam", models.CharField(max_length=200)),
                (
                    "inzending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="koppelingen",
                        to="register.inzending",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "koppeling",
                "verbose_name_plural": "koppelingen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Overeenkomst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=150, unique=True)),
                ("titel", models.CharField(max_length=300)),
                ("soort", models.CharField(max_length=20)),
                ("van", models.DateField(null=True)),
                ("tot", models.DateField(null=True)),
                ("termijnen", models.JSONField(default=list)),
                ("stand", models.PositiveIntegerField(default=0)),
                ("gemeenten", models.ManyToManyField(related_name="overeenkomsten", to="register.gemeente")),
            ],
            options={
                "verbose_name": "overeenkomst",
                "verbose_name_plural": "overeenkomsten",
                "ordering": ["-van", "titel"],
            },
        ),
        migrations.AddField(
            model_name="inzending",
            name="overeenkomst",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inzendingen",
                to="register.overeenkomst",
            ),
        ),
        migrations.CreateModel(
            name="Besluit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("door", models.CharField(max_length=150)),
                ("door_id", models.BigIntegerField(null=True)),
                ("namens", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("volgnummer", models.PositiveIntegerField()),
                ("naam", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=120)),
                ("vastgesteld", models.DateField(null=True)),
                ("inwerking", models.DateField(null=True)),
                ("ondertekend", models.DateField(null=True)),
                ("stuk", models.JSONField()),
                ("beslissingen", models.JSONField(default=list)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisatie",
                    ),
                ),
                (
                    "inzending",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="besluit",
                        to="register.inzending",
                    ),
                ),
                (
                    "overeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="besluiten",
                        to="register.overeenkomst",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit",
                "verbose_name_plural": "besluiten",
                "ordering": ["overeenkomst", "volgnummer"],
            },
        ),
        migrations.CreateModel(
            name="Afdruk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("besluiten", models.JSONField()),
                ("sleutel", models.CharField(max_length=64, unique=True)),
                ("formaat", models.CharField(max_length=10)),
                ("fout", models.TextField(blank=True)),
                ("op", models.DateTimeField(auto_now_add=True)),
                (
                    "bestand",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.bestand",
                    ),
                ),
                (
                    "overeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="afdrukken",
                        to="register.overeenkomst",
                    ),
                ),
            ],
            options={
                "verbose_name": "afdruk",
                "verbose_name_plural": "afdrukken",
            },
        ),
        migrations.CreateModel(
            name="Partij",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=200)),
                ("kort", models.CharField(max_length=200)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("gemeente", "gemeente"),
                            ("corporatie", "woningcorporatie"),
                            ("huurdersorganisatie", "huurdersorganisatie"),
                            ("zorgaanbieder", "zorgaanbieder"),
                            ("overig", "andere organisatie"),
                        ],
                        max_length=20,
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "organisatie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnames",
                        to="accounts.organisatie",
                    ),
                ),
                (
                    "overeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partijen",
                        to="register.overeenkomst",
                    ),
                ),
            ],
            options={
                "verbose_name": "partij",
                "verbose_name_plural": "partijen",
                "ordering": ["overeenkomst", "volgorde"],
            },
        ),
        migrations.CreateModel(
            name="Ronde",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("door", models.CharField(max_length=150)),
                ("door_id", models.BigIntegerField(null=True)),
                ("namens", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("opent", models.DateField(verbose_name="opent op")),
                ("sluit", models.DateField(verbose_name="sluit op")),
                (
                    "overeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rondes",
                        to="register.overeenkomst",
                    ),
                ),
            ],
            options={
                "verbose_name": "ronde",
                "verbose_name_plural": "rondes",
                "ordering": ["-opent", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Verbetering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("door", models.CharField(max_length=150)),
                ("door_id", models.BigIntegerField(null=True)),
                ("namens", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("sleutel", models.CharField(max_length=120)),
                ("veld", models.CharField(blank=True, max_length=40)),
                ("inhoud", models.JSONField()),
                (
                    "inzending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verbeteringen",
                        to="register.inzending",
                    ),
                ),
            ],
            options={
                "verbose_name": "verbetering",
                "verbose_name_plural": "verbeteringen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Verklaring",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("door", models.CharField(max_length=150)),
                ("door_id", models.BigIntegerField(null=True)),
                ("namens", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(auto_now_add=True)),
                (
                    "oordeel",
                    models.CharField(
                        choices=[
                            ("herkend", "dit is wat wij hebben afgesproken"),
                            ("bezwaar", "dit klopt niet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("toelichting", models.TextField(blank=True)),
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verklaringen",
                        to="register.besluit",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "verklaring",
                "verbose_name_plural": "verklaringen",
                "ordering": ["pk"],
            },
        ),
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
        migrations.CreateModel(
            name="Lezing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("lezer", models.CharField(max_length=60)),
                ("stuk", models.JSONField()),
                ("tekst", models.TextField()),
                ("bevindingen", models.JSONField(default=list)),
                ("plaatsen", models.JSONField(default=dict)),
                ("op", models.DateTimeField(auto_now_add=True)),
                (
                    "inzending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lezingen",
                        to="register.inzending",
                    ),
                ),
            ],
            options={
                "verbose_name": "lezing",
                "verbose_name_plural": "lezingen",
                "ordering": ["op", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("inzending", "lezer"), name="lezing_een_keer")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.UniqueConstraint(
                fields=("overeenkomst", "volgnummer"), name="besluit_op_volgorde"
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.UniqueConstraint(fields=("overeenkomst", "slug"), name="besluit_een_adres"),
        ),
        migrations.AddConstraint(
            model_name="partij",
            constraint=models.UniqueConstraint(fields=("overeenkomst", "naam"), name="partij_een_keer"),
        ),
    ]
