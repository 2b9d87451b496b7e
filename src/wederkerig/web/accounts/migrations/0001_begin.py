"""The tables as they began."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Gebruiker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=150, verbose_name="naam")),
                ("is_active", models.BooleanField(default=True, verbose_name="actief")),
                ("is_staff", models.BooleanField(default=False, verbose_name="beheert het platform")),
                ("tweede_factor", models.DateTimeField(blank=True, editable=False, null=True)),
                ("sinds", models.DateTimeField(auto_now_add=True)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
            },
        ),
        migrations.CreateModel(
            name="Organisatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=200, unique=True, verbose_name="naam")),
                ("slug", models.SlugField(max_length=120, unique=True)),
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
                        verbose_name="soort",
                    ),
                ),
                (
                    "identificatie",
                    models.CharField(
                        blank=True,
                        help_text="TOOI, L-nummer of KvK-nummer",
                        max_length=100,
                        verbose_name="identificatie",
                    ),
                ),
                ("opgegaan_op", models.DateField(blank=True, null=True, verbose_name="opgegaan op")),
                (
                    "opvolger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorgangers",
                        to="accounts.organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisatie",
                "verbose_name_plural": "organisaties",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Lidmaatschap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("lezer", "lezer"),
                            ("bewerker", "bewerker"),
                            ("tekenbevoegd", "tekenbevoegd"),
                            ("beheerder", "beheerder"),
                        ],
                        max_length=20,
                        verbose_name="rol",
                    ),
                ),
                ("sinds", models.DateTimeField(auto_now_add=True)),
                (
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lidmaatschappen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lidmaatschappen",
                        to="accounts.organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "lidmaatschap",
                "verbose_name_plural": "lidmaatschappen",
            },
        ),
        migrations.CreateModel(
            name="Uitnodiging",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=150, verbose_name="naam")),
                ("rollen", models.JSONField(verbose_name="rollen")),
                ("kenmerk", models.CharField(editable=False, max_length=64, unique=True)),
                ("gemaakt_op", models.DateTimeField(auto_now_add=True)),
                ("verloopt_op", models.DateTimeField()),
                ("aanvaard_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uitnodigingen",
                        to="accounts.organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging",
                "verbose_name_plural": "uitnodigingen",
            },
        ),
        migrations.AddConstraint(
            model_name="gebruiker",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"), name="email_een_keer"
            ),
        ),
        migrations.AddConstraint(
            model_name="lidmaatschap",
            constraint=models.UniqueConstraint(
                fields=("gebruiker", "organisatie", "rol"), name="rol_een_keer"
            ),
        ),
    ]
