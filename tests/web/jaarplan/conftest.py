"""Agreements, a plan and the people for these tests."""

import pytest
from django.test import Client

from tests.web import maken
from tests.web.maken import CORPORATIE, GEMEENTE
from wederkerig.documents import read_document
from wederkerig.reading import read_stuk
from wederkerig.web.accounts.models import Rol

VELDERMEER = "veldermeer-meerjarige-prestatieafspraken-2025-2028.docx"
JAARPLAN = "veldermeer-jaarplan-2026.docx"


@pytest.fixture
def overeenkomst():
    """Three agreements of three parties."""
    return maken.overeenkomst()


@pytest.fixture
def anna():
    """Works for the municipality."""
    return maken.mens("anna@zeedrecht.nl", Rol.BEWERKER, bij=maken.organisatie(GEMEENTE))


@pytest.fixture
def bert():
    """Works for the corporation."""
    return maken.mens("bert@duinwonen.nl", Rol.BEWERKER, bij=maken.organisatie(CORPORATIE))


def logged_in(gebruiker):
    """A browser of this person."""
    client = Client()
    client.force_login(gebruiker)
    return client


@pytest.fixture(scope="session")
def veldermeer(root):
    """The example agreements and their year plan, as read."""
    folder = root / "voorbeelden"
    return [read_stuk(read_document(folder / name)) for name in (VELDERMEER, JAARPLAN)]
