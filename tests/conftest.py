"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# No deadline: a slow machine is not a wrong answer. On the build server the examples are the same every time.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "default")


def examples(thorough: int) -> int:
    """On how many examples a costly law is tried: all with `make laws`, a quarter in the usual round."""
    return thorough if os.environ.get("GRONDIG") == "1" else max(20, thorough // 4)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the repository with real documents and annotations, which are not ours to publish.

    Where it is missing the tests that need it are skipped; on the build server (CI=true) they fail.
    """
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        reason = f"the folder {folder.name}/ beside the repository (real documents, annotations) is missing"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
