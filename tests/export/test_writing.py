"""Files are written whole or not at all."""

import pytest

from wederkerig.export.writing import whole_file


def test_the_file_stands_there_when_all_went_well(tmp_path):
    path = tmp_path / "uit.txt"

    with whole_file(path) as draft:
        draft.write_text("nieuw")
        assert not path.exists()

    assert path.read_text() == "nieuw"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_when_writing_fails(tmp_path):
    path = tmp_path / "uit.txt"
    path.write_text("oud")

    def fail():
        with whole_file(path) as draft:
            draft.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert path.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_rights(tmp_path):
    path = tmp_path / "uit.txt"
    path.write_text("oud")
    path.chmod(0o640)

    with whole_file(path) as draft:
        draft.write_text("nieuw")

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_may_be_read_by_who_may_read_other_new_files(tmp_path):
    usual, path = tmp_path / "gewoon", tmp_path / "uit.txt"
    usual.touch()

    with whole_file(path) as draft:
        draft.write_text("nieuw")

    assert path.stat().st_mode == usual.stat().st_mode
