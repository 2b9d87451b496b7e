"""What the site refuses to start with, and the words of that."""

import os
import subprocess
import sys

import pytest
from django.core.checks import Error

from tests.conftest import ROOT
from wederkerig.web.config.checks import data_can_be_kept, production_is_safe, production_works

SAFE = {
    "PRODUCTIE": True,
    "DEMO": False,
    "SECRET_KEY": "Wk3n-8sQ_pzRt6vLx0aYbEcFdGhJiMoUuVwX1245790-KlNmOp",
    "ALLOWED_HOSTS": ["register.zeedrecht.example"],
    "CSRF_TRUSTED_ORIGINS": ["https://register.zeedrecht.example"],
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "SECURE_SSL_REDIRECT": True,
    "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
}
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "WEDERKERIG_PRODUCTIE": "1",
    "WEDERKERIG_SLEUTEL": SAFE["SECRET_KEY"],
    "WEDERKERIG_ADRESSEN": "register.zeedrecht.example",
    "WEDERKERIG_MAIL": "mail.zeedrecht.example",
    "WEDERKERIG_ACHTER_PROXY": "1",
}


@pytest.fixture
def given(settings):
    """The settings of a safe production site, with one of them otherwise."""

    def change(**others):
        for name, value in (SAFE | others).items():
            setattr(settings, name, value)

    return change


def codes():
    return [each.id for each in [*production_is_safe(None), *production_works(None)]]


def test_safe_settings_are_accepted(given):
    given()

    assert codes() == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("SECRET_KEY", SAFE["SECRET_KEY"][:49], "wederkerig.E002"),
        ("SECRET_KEY", "abc" * 20, "wederkerig.E002"),
        ("ALLOWED_HOSTS", [], "wederkerig.E003"),
        ("ALLOWED_HOSTS", ["register.zeedrecht.example", "*"], "wederkerig.E003"),
        ("ALLOWED_HOSTS", [".zeedrecht.example"], "wederkerig.E003"),
        ("CSRF_TRUSTED_ORIGINS", ["http://register.zeedrecht.example"], "wederkerig.E004"),
        ("CSRF_TRUSTED_ORIGINS", ["https://*.zeedrecht.example"], "wederkerig.E004"),
        ("DEMO", True, "wederkerig.E005"),
        ("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend", "wederkerig.W001"),
        ("SECURE_PROXY_SSL_HEADER", None, "wederkerig.W002"),
    ],
)
def test_each_unsafe_setting_is_told(given, name, value, code):
    given(**{name: value})

    assert codes() == [code]


def test_on_ones_own_computer_all_of_that_may_be(given):
    given(PRODUCTIE=False, ALLOWED_HOSTS=["*"], DEMO=True, SECURE_PROXY_SSL_HEADER=None)

    assert codes() == []


def test_a_folder_that_cannot_be_written_is_told(settings, tmp_path):
    blocked = tmp_path / "bestand"
    blocked.write_text("dit is geen map")
    settings.GEGEVENS = blocked / "gegevens"

    (found,) = data_can_be_kept(None)

    assert isinstance(found, Error)
    assert str(blocked / "gegevens") in found.msg


def test_a_folder_that_is_yet_to_be_made_is_no_problem(settings, tmp_path):
    settings.GEGEVENS = tmp_path / "nieuw" / "gegevens"

    assert data_can_be_kept(None) == []


def run(*command, **changes):
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={name: value for name, value in (ENVIRONMENT | changes).items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_djangos_own_check_of_a_production_site_finds_nothing(tmp_path):
    command = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    ended = run(*command, WEDERKERIG_GEGEVENS=str(tmp_path))

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "System check identified no issues (0 silenced).\n"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"WEDERKERIG_SLEUTEL": None}, "WEDERKERIG_SLEUTEL ontbreekt"),
        ({"WEDERKERIG_DEMO": "1"}, "WEDERKERIG_DEMO staat aan"),
        ({"WEDERKERIG_PRODUCTIE": "yes"}, "WEDERKERIG_PRODUCTIE is 'yes', en moet 1 (aan) of 0 (uit) zijn"),
        ({"WEDERKERIG_GROOTSTE_BESTAND": "60 MB"}, "WEDERKERIG_GROOTSTE_BESTAND is '60 MB'"),
        ({"DATABASE_URL": "mysql://anna:geheim@server/register"}, "DATABASE_URL wijst geen database aan"),
        ({"WEDERKERIG_LOGNIVEAU": "veel"}, "WEDERKERIG_LOGNIVEAU is 'veel'"),
        ({"DATABASE_URL": "register"}, "DATABASE_URL wijst geen database aan"),
    ],
)
@pytest.mark.parametrize("command", ["site", "werker"])
def test_neither_site_nor_worker_starts_with_settings_that_are_wrong(tmp_path, command, changes, said):
    folder = tmp_path / "gegevens"

    ended = run("-m", "wederkerig", command, WEDERKERIG_GEGEVENS=str(folder), **changes)

    assert ended.returncode == 7
    assert said in ended.stderr
    assert "docs/beheer.md" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "geheim" not in ended.stderr
    assert not folder.exists()
