"""Documents out of all proportion are refused when they are read, and wait in small numbers."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import inzending, mens, organisatie
from wederkerig.web.accounts.models import Rol
from wederkerig.web.portaal.inzicht.rijen import first_words
from wederkerig.web.register import leesproces
from wederkerig.web.register.domain.inzenden import MEESTE_WACHTENDE
from wederkerig.web.register.leesproces import LezenError, read_apart
from wederkerig.web.register.models import Fase, Inzending

STUK = """# Prestatieafspraken Zeedrecht 2025-2028

Partijen: Gemeente Zeedrecht en Stichting Duinwonen.

## 1. Beschikbaarheid

1.1 Duinwonen bouwt voor 1 mei 2026 en voor 1 juni 2026 minimaal 20 woningen.

1.2 De gemeente geeft voor 1 juli 2026 de vergunningen af.
"""


@pytest.fixture
def _soon() -> Iterator[None]:
    """Fail what takes more than ten seconds, instead of waiting for it."""

    def stop(*_: object) -> None:
        pytest.fail("this takes too long")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    ("name", "most"), [("MEESTE_AFSPRAKEN", 1), ("LANGSTE_AFSPRAAK", 40), ("MEESTE_TERMIJNEN", 1)]
)
def test_a_document_with_more_than_agreements_ever_have_is_refused(monkeypatch, name, most):
    assert len(read_apart(STUK.encode(), "stuk.md", lambda *_: None).stuk.afspraken) == 2
    monkeypatch.setattr(leesproces, name, most)
    with pytest.raises(LezenError, match=r"^Dit document is te groot: .* Splits het document"):
        read_apart(STUK.encode(), "stuk.md", lambda *_: None)


@pytest.mark.usefixtures("_soon")
def test_the_first_words_of_a_long_text_are_found_without_reading_it():
    long = "wij bouwen " * 500_000
    assert {first_words(long, 20) for _ in range(2_000)} == {"wij bouwen wij …"}


def test_words_that_are_pushed_away_by_white_space_leave_a_sign():
    assert first_words(f"wij{' ' * 200}bouwen", 20) == "wij …"
    assert first_words("wij bouwen", 20) == "wij bouwen"


@pytest.mark.django_db
def test_an_organisation_has_only_so_many_documents_waiting():
    client = als(mens("bo@zeedrecht.example", Rol.BEWERKER))
    for _ in range(MEESTE_WACHTENDE):
        inzending(fase=Fase.WACHT)
    file = SimpleUploadedFile("stuk.txt", STUK.encode())

    answer = client.post(reverse("inbrengen"), {"bestanden": file, "organisatie": organisatie().pk})

    assert answer.status_code == 429
    assert "Er wachten al 20 documenten van Gemeente Zeedrecht" in answer.content.decode()
    assert Inzending.objects.count() == MEESTE_WACHTENDE
