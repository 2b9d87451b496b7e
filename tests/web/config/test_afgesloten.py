"""Nobody else on the computer reads the database or the key, also where an older version left them open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wederkerig.web.config.checks import data_is_closed_off
from wederkerig.web.config.omgeving import close_files, make_folder


def run(folder: Path, *command: str) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("WEDERKERIG_")}
    env |= {"WEDERKERIG_GEGEVENS": str(folder), "DJANGO_SETTINGS_MODULE": "wederkerig.web.config.settings"}
    env.pop("DATABASE_URL", None)
    ended = subprocess.run(
        [sys.executable, *command],
        check=False,
        cwd=ROOT,
        env=env,
        umask=0o022,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr


def modes(folder: Path) -> dict[str, int]:
    found = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir() if path.is_file()}
    return found | {".": folder.stat().st_mode & 0o777}


def test_all_entries_make_files_of_ones_own(tmp_path):
    run(tmp_path / "een", "manage.py", "migrate", "--verbosity", "0")
    assert modes(tmp_path / "een") == {".": 0o700, "sleutel": 0o600, "wederkerig.sqlite3": 0o600}

    run(tmp_path / "een", "-m", "wederkerig", "backup", str(tmp_path / "kopie.tar.gz"))
    run(tmp_path / "twee", "-m", "wederkerig", "herstel", str(tmp_path / "kopie.tar.gz"))
    assert modes(tmp_path / "twee") == {".": 0o700, "sleutel": 0o600, "wederkerig.sqlite3": 0o600}


def test_what_was_open_is_closed_and_other_files_are_left_alone(tmp_path):
    for name in ("wederkerig.sqlite3", "wederkerig.sqlite3-wal", "sleutel", "iets.txt"):
        (tmp_path / name).touch(mode=0o644)
        (tmp_path / name).chmod(0o644)
    tmp_path.chmod(0o755)

    close_files(tmp_path)

    assert modes(tmp_path) == {
        ".": 0o755,
        "wederkerig.sqlite3": 0o600,
        "wederkerig.sqlite3-wal": 0o600,
        "sleutel": 0o600,
        "iets.txt": 0o644,
    }


@pytest.mark.parametrize(
    ("folder", "file", "warned"), [(0o700, 0o600, 0), (0o755, 0o600, 1), (0o750, 0o640, 2)]
)
def test_production_warns_of_what_others_can_read(tmp_path, settings, folder, file, warned):
    settings.GEGEVENS, settings.PRODUCTIE = tmp_path / "gegevens", True
    assert data_is_closed_off(None) == []
    make_folder(settings.GEGEVENS)
    (settings.GEGEVENS / "wederkerig.sqlite3").touch()
    (settings.GEGEVENS / "wederkerig.sqlite3").chmod(file)
    settings.GEGEVENS.chmod(folder)

    assert [each.id for each in data_is_closed_off(None)] == ["wederkerig.W003"] * warned
    settings.PRODUCTIE = False
    assert data_is_closed_off(None) == []
