"""Versions as files: made once by a worker, bounded in number, given with a harmless name."""

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.web.maken import basis
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from wederkerig.export import xlsx
from wederkerig.web.register.domain import afdrukken
from wederkerig.web.register.models import Afdruk, Bestand

pytestmark = pytest.mark.django_db
OF = "/overeenkomsten/zeedrecht-2025-2028/downloads"
HEAVY = [code for code, formaat in afdrukken.FORMATEN.items() if not formaat.licht and code != "renvooi"]
LIGHT = [code for code, formaat in afdrukken.FORMATEN.items() if formaat.licht]
BEGINS = {"docx": b"PK", "odt": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "archief": b"%PDF", "akn": b"<?xml"}


@pytest.fixture
def zeedrecht():
    """Agreements, of which the second was changed by the year plan of 2026."""
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", "minimaal 20", "minimaal 25")))
    return made


@pytest.mark.usefixtures("zeedrecht")
@pytest.mark.parametrize("code", HEAVY)
def test_a_heavy_file_is_made_by_the_worker_and_then_given(client, werk_af, code):
    first = client.get(f"{OF}/{code}/?op=2026-06-01")

    assert first.status_code == 202
    assert "Het bestand wordt gemaakt." in first.content.decode()
    assert '<noscript><meta http-equiv="refresh" content="4"></noscript>' in first.content.decode()
    assert werk_af() == 1

    second = client.get(f"{OF}/{code}/?op=2026-06-01")

    assert second.status_code == 200
    assert second.content.startswith(BEGINS[code])
    assert second["Content-Type"] == afdrukken.FORMATEN[code].media
    assert re.fullmatch(r'attachment; filename="[a-z0-9.-]+"', second["Content-Disposition"])
    assert second["X-Content-Type-Options"] == "nosniff"


@pytest.mark.usefixtures("zeedrecht")
@pytest.mark.parametrize("code", LIGHT)
def test_a_light_file_is_given_at_once(client, code):
    answer = client.get(f"{OF}/{code}/?op=2026-06-01")

    assert answer.status_code == 200
    assert b"minimaal 25" in answer.content
    assert answer["Content-Disposition"].startswith("attachment")
    assert Afdruk.objects.count() == 0


@pytest.mark.usefixtures("zeedrecht")
def test_a_file_holds_the_version_of_the_day(client):
    then, now = (client.get(f"{OF}/json/?op={day}").content for day in ("2025-06-01", "2026-06-01"))

    texts = [json.loads(each)["afspraken"][1]["tekst"] for each in (then, now)]
    assert texts == [f"Duinwonen bouwt elk jaar minimaal {number} woningen." for number in (20, 25)]


@pytest.mark.usefixtures("zeedrecht")
def test_marked_changes_of_a_decision_are_a_word_file(client, werk_af):
    path = f"{OF}/renvooi/?besluit=jaarplan-2026"
    client.get(path)
    werk_af()

    with zipfile.ZipFile(io.BytesIO(client.get(path).content)) as package:
        body = package.read("word/document.xml").decode()

    assert "<w:ins " in body
    assert "<w:del " in body


@pytest.mark.usefixtures("zeedrecht")
def test_a_file_that_the_browser_has_is_not_sent_again(client, werk_af):
    client.get(f"{OF}/docx/")
    werk_af()
    first = client.get(f"{OF}/docx/")

    again = client.get(f"{OF}/docx/", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("zeedrecht")
def test_however_many_days_are_asked_there_is_one_file_a_version(client, werk_af):
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 15)]
    for day in [*days, "2025-03-03", "2025-04-04", "2031-01-01"]:
        client.get(f"{OF}/docx/?op={day}")
        client.get(f"{OF}/docx/?op={day}&x={day}")

    assert werk_af() == 2
    assert Afdruk.objects.count() == 2
    assert Afdruk.objects.filter(bestand=None).count() == 0


@pytest.mark.usefixtures("zeedrecht")
def test_doing_a_job_twice_makes_one_file(client, werk_af):
    client.get(f"{OF}/docx/")
    werk_af()
    files = Bestand.objects.count()

    afdrukken.make(Afdruk.objects.get().pk)

    assert Bestand.objects.count() == files


@pytest.mark.usefixtures("zeedrecht")
def test_a_newer_release_makes_a_file_anew_and_the_old_one_goes(client, werk_af, monkeypatch):
    client.get(f"{OF}/xlsx/")
    werk_af()
    old = Afdruk.objects.get()
    monkeypatch.setattr(afdrukken, "__version__", "99.0")
    monkeypatch.setattr(xlsx, "_MADE", xlsx._MADE.replace(year=2001))

    client.get(f"{OF}/xlsx/")
    werk_af()

    now = Afdruk.objects.get()
    assert now.pk != old.pk
    assert now.bestand_id != old.bestand_id
    assert not Bestand.objects.filter(pk=old.bestand_id).exists()


@pytest.mark.usefixtures("zeedrecht")
def test_a_file_that_cannot_be_made_says_so_and_can_be_asked_again(client, werk_af):
    client.get(f"{OF}/odt/")
    Afdruk.objects.update(fout="Het bestand kon niet worden gemaakt.")

    failed = client.get(f"{OF}/odt/")

    assert failed.status_code == 503
    assert "Het bestand kon niet worden gemaakt." in failed.content.decode()
    assert "http-equiv" not in failed.content.decode()

    asked = client.post(f"{OF}/odt/")

    assert (asked.status_code, asked["Location"]) == (302, f"{OF}/odt/")
    werk_af()
    assert client.get(f"{OF}/odt/").content.startswith(b"PK")


def test_a_job_that_breaks_leaves_words_for_the_visitor(client):
    vastgesteld()
    client.get(f"{OF}/odt/")
    Afdruk.objects.update(formaat="exe")

    with pytest.raises(KeyError):
        afdrukken.make(Afdruk.objects.get().pk)

    assert Afdruk.objects.get().fout.startswith("Het bestand kon niet worden gemaakt.")


@pytest.mark.usefixtures("zeedrecht")
def test_a_job_that_was_lost_is_asked_for_again_and_one_that_runs_is_not(client):
    client.get(f"{OF}/odt/")
    client.get(f"{OF}/odt/")
    assert DBTaskResult.objects.count() == 1

    Afdruk.objects.update(op=timezone.now() - afdrukken.PATIENCE - timedelta(minutes=1))
    client.get(f"{OF}/odt/")
    client.get(f"{OF}/odt/")

    assert DBTaskResult.objects.count() == 2


@pytest.mark.usefixtures("zeedrecht")
def test_the_part_that_asks_by_itself_says_when_it_is_done(client, werk_af):
    asks = {"HX-Request": "true"}
    waiting = client.get(f"{OF}/odt/", headers=asks)
    werk_af()
    done = client.get(f"{OF}/odt/", headers=asks)

    assert f'hx-get="{OF}/odt/"' in waiting.content.decode()
    assert "<html" not in waiting.content.decode()
    assert "Het bestand is klaar." in done.content.decode()


@pytest.mark.parametrize(
    "titel", ["../../etc/passwd", "a\r\nSet-Cookie: x=1", 'Afspraken "; filename="kwaad.exe', "\u202efdp"]
)
def test_a_title_makes_no_harmful_name(client, titel):
    vastgesteld(basis().model_copy(update={"titel": titel}))

    answer = client.get(f"{OF}/json/")

    assert re.fullmatch(r'attachment; filename="[a-z0-9.-]+\.json"', answer["Content-Disposition"])
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("day", ["gisteren", "2024-01-01"])
def test_a_file_of_a_day_that_cannot_be_read_is_not_made(client, day):
    vastgesteld()

    assert client.get(f"{OF}/docx/?op={day}").status_code in {400, 404}
    assert Afdruk.objects.count() == 0
