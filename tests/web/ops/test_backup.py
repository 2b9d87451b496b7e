"""`wederkerig backup` and `wederkerig herstel`, with real processes."""

import io
import json
import shutil
import tarfile
from pathlib import Path

import pytest

from tests.web.ops.conftest import SERVER, wait_for_word

# sessions end at a restore, so they are no part of what has to be the same
SESSIONS = "django_session"


@pytest.fixture(scope="session")
def _kopie(_voorbeelden, tmp_path_factory):
    """A copy of the filled register, as the program made it."""
    path = tmp_path_factory.mktemp("kopie") / "kopie.tar.gz"
    said = _voorbeelden["gevuld"].run("backup", str(path))
    assert "gecontroleerd" in said
    return path


@pytest.fixture
def kopie(_kopie, tmp_path):
    """The copy, for one test."""
    return Path(shutil.copyfile(_kopie, tmp_path / "kopie.tar.gz"))


TRIGGERS = (
    "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE NOT t.tgisinternal ORDER BY 1"
    if SERVER
    else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1"
)


def members(path):
    with tarfile.open(path) as archive:
        return {name: archive.extractfile(name).read() for name in archive.getnames()}


def packed(path, content):
    with tarfile.open(path, "w:gz") as archive:
        for name, data in content.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def without_sessions(tables):
    return {name: rows for name, rows in tables.items() if name != SESSIONS}


def test_a_copy_put_back_elsewhere_is_the_same_register(gevuld, werf, kopie):
    elsewhere = werf.maak()
    elsewhere.run("herstel", str(kopie))

    assert elsewhere.tables() == gevuld.tables()
    assert len(elsewhere.tables()["register_besluit"]) == 1


def test_what_is_only_ever_added_to_is_so_in_the_restored_register(werf, kopie):
    elsewhere = werf.maak()
    elsewhere.run("herstel", str(kopie))

    said = elsewhere.start(
        "-c",
        "import tests.web.ops.binnen\n"
        "from wederkerig.web.register.models import Besluit\n"
        "Besluit.objects.all()._raw_delete('default')",
    ).communicate()[1]

    assert "rows of register_besluit are only ever added" in said


def test_triggers_that_were_taken_out_of_a_copy_are_there_after_a_restore(gevuld, werf, tmp_path):
    expected = gevuld.rows(TRIGGERS)
    drops = [f"DROP TRIGGER {name}" + (f" ON {table}" if SERVER else "") for name, table in expected]
    gevuld.python(
        "from django.db import connection\n"
        f"with connection.cursor() as cursor: [cursor.execute(each) for each in {drops!r}]"
    )
    gevuld.run("backup", str(tmp_path / "kopie.tar.gz"))
    elsewhere = werf.maak()

    elsewhere.run("herstel", str(tmp_path / "kopie.tar.gz"))

    assert (gevuld.rows(TRIGGERS), elsewhere.rows(TRIGGERS)) == ([], expected)
    assert len(expected) > 10


def test_a_restored_register_goes_on_counting_where_it_was(werf, kopie):
    elsewhere = werf.maak()
    elsewhere.run("herstel", str(kopie))

    elsewhere.python("from tests.web.ops.binnen import *\nbring_in(77)")

    assert elsewhere.rows("SELECT count(*) FROM register_inzending") == [(3,)]


def test_a_copy_made_while_others_write_is_of_one_moment(gevuld, werf, tmp_path):
    writers = [
        gevuld.start("-c", f"from tests.web.ops.binnen import *\nwrite_for_ever({start})")
        for start in (1000, 50_000)
    ]
    try:
        for writer in writers:
            wait_for_word(writer, "bezig")
        copies = [tmp_path / f"kopie-{number}.tar.gz" for number in range(3)]
        for copy in copies:
            gevuld.run("backup", str(copy))
        assert [writer.poll() for writer in writers] == [None, None]
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()

    seen = []
    for copy in copies:
        elsewhere = werf.maak()
        elsewhere.run("herstel", str(copy))
        counted = json.loads(members(copy)["manifest.json"])["rijen"]
        assert {name: len(rows) for name, rows in without_sessions(elsewhere.tables()).items()} == {
            name: count for name, count in counted.items() if name != SESSIONS
        }
        assert halves_of(elsewhere) == []
        seen.append(counted["register_inzending"])
    assert seen == sorted(set(seen))


def halves_of(plek):
    """Documents without the event, the file or the job that was written in the same transaction."""
    return plek.rows(
        "SELECT i.id FROM register_inzending i WHERE i.bestandsnaam LIKE 'stuk-%' AND ("
        "NOT EXISTS (SELECT 1 FROM register_bestand b WHERE b.sha256 = i.bestand_id) OR "
        "(SELECT count(*) FROM register_gebeurtenis g WHERE g.soort = 'ingebracht' "
        "AND replace(g.over_id, '-', '') = replace(CAST(i.id AS TEXT), '-', '')) <> 1)"
    ) + plek.rows(
        "SELECT 1 WHERE (SELECT count(*) FROM register_inzending WHERE bestandsnaam LIKE 'stuk-%') <> "
        "(SELECT count(*) FROM django_tasks_database_dbtaskresult)"
    )


def test_a_folder_gets_a_file_with_the_day_in_its_name(gevuld, tmp_path):
    (tmp_path / "kopieën").mkdir()

    gevuld.run("backup", str(tmp_path / "kopieën"))

    (made,) = (tmp_path / "kopieën").iterdir()
    assert made.name.startswith("wederkerig-20")
    assert made.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("what", ["bestaat al", "bestaat niet"])
def test_a_copy_that_cannot_be_made_changes_nothing(gevuld, tmp_path, what):
    target = tmp_path / "kopie.tar.gz" if what == "bestaat al" else tmp_path / "nergens" / "kopie.tar.gz"
    (tmp_path / "kopie.tar.gz").write_text("van iemand anders")
    before = sorted(tmp_path.iterdir())

    said = gevuld.run("backup", str(target), code=8)

    assert what in said
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "kopie.tar.gz").read_text() == "van iemand anders"


def test_there_is_nothing_to_copy_before_there_is_a_register(werf, tmp_path):
    said = werf.maak().run("backup", str(tmp_path / "kopie.tar.gz"), code=8)

    assert "nog geen register" in said


def test_a_register_is_replaced_only_when_that_is_asked_for(gevuld, kopie):
    copied = gevuld.tables()
    gevuld.python("from tests.web.ops.binnen import *\nbring_in(55)")
    changed = gevuld.tables()

    said = gevuld.run("herstel", str(kopie), code=8)
    assert "--overschrijf" in said
    assert gevuld.tables() == changed

    gevuld.run("herstel", str(kopie), "--overschrijf")
    assert without_sessions(gevuld.tables()) == without_sessions(copied)


def test_who_was_logged_in_is_not_any_more_after_a_restore(gevuld, werf, tmp_path):
    gevuld.python(
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "session = SessionStore()\nsession['_auth_user_id'] = '1'\nsession.save()"
    )
    gevuld.run("backup", str(tmp_path / "kopie.tar.gz"))
    elsewhere = werf.maak()

    elsewhere.run("herstel", str(tmp_path / "kopie.tar.gz"))

    assert len(gevuld.tables()[SESSIONS]) == 1
    assert elsewhere.tables()[SESSIONS] == []


def test_a_register_in_use_is_not_replaced(gevuld, kopie):
    worker = gevuld.start("-c", "import tests.web.ops.binnen\nfrom tests.web.ops.binnen import hold; hold()")
    try:
        wait_for_word(worker, "bezig")
        before = gevuld.tables()

        said = gevuld.run("herstel", str(kopie), "--overschrijf", code=8)
    finally:
        worker.kill()
        worker.communicate()

    assert "gebruikt de database nog" in said
    assert gevuld.tables() == before


def damaged(content, how):
    data = next(name for name in content if name != "manifest.json")
    manifest = json.loads(content["manifest.json"])
    if how == "een byte anders":
        changed = bytearray(content[data])
        changed[len(changed) // 2] ^= 1
        return content | {data: bytes(changed)}
    if how == "nieuwere versie":
        manifest["migraties"].append("register.9999_later")
    if how == "andere rijen":
        manifest["rijen"]["register_besluit"] += 1
    if how == "andere database":
        manifest["database"] = "sqlite" if SERVER else "postgresql"
    if how == "pad naar buiten":
        manifest["bestand"] = "../buiten.sqlite3"
    return content | {"manifest.json": json.dumps(manifest).encode()}


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("een byte anders", "beschadigd"),
        ("nieuwere versie", "nieuwere versie van wederkerig"),
        ("andere rijen", "andere rijen dan hij zegt"),
        ("andere database", "Deze back-up is van"),
        ("pad naar buiten", "geen back-up van wederkerig"),
    ],
)
def test_a_copy_that_is_not_right_is_refused_and_leaves_what_there_was(gevuld, tmp_path, how, said, kopie):
    packed(tmp_path / "anders.tar.gz", damaged(members(kopie), how))
    before = gevuld.tables()
    files = sorted(gevuld.folder.iterdir())

    answer = gevuld.run("herstel", str(tmp_path / "anders.tar.gz"), "--overschrijf", code=8)

    assert said in answer
    assert gevuld.tables() == before
    assert sorted(gevuld.folder.iterdir()) == files


@pytest.mark.parametrize("content", [b"", b"dit is geen back-up", b"\x1f\x8b\x08\x00half"])
def test_a_file_that_is_no_copy_is_refused(plek, tmp_path, content):
    (tmp_path / "iets.tar.gz").write_bytes(content)

    said = plek.run("herstel", str(tmp_path / "iets.tar.gz"), code=8)

    assert "geen back-up van wederkerig, of is beschadigd" in said


def test_a_restore_that_is_killed_before_its_last_step_leaves_the_old_register(gevuld, kopie):
    gevuld.python("from tests.web.ops.binnen import *\nbring_in(55)")
    before = gevuld.tables()

    gevuld.run("-c", KILLED.format(source=str(kopie)), code=-9)
    gevuld.wait_until_left()

    assert gevuld.tables() == before
    gevuld.run("herstel", str(kopie), "--overschrijf")
    assert gevuld.rows("SELECT count(*) FROM register_inzending WHERE bestandsnaam = 'stuk-55.md'") == [(0,)]


# On SQLite right before a file takes the place of a file, on PostgreSQL with all rows in and no triggers.
KILLED = """
import io, os, signal
from pathlib import Path
import tests.web.ops.binnen
from wederkerig.web.operations.backup import postgres, restore_backup

def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

def die_halfway(cursor):
    cursor.execute("SELECT 1")
    die()

Path.replace = die
postgres._guard = die_halfway
restore_backup(Path({source!r}), overwrite=True)
"""
