"""What `make corpus` calls gained and lost, and that it leaves nothing behind."""

import subprocess
from copy import deepcopy

import pytest

from tools.corpus.__main__ import change_lines, documents, finish_reading, start_reading
from tools.corpus.facts import compare, facts
from tools.corpus.releases import checked_out, last_release

STUK = {
    "soort": "meerjarig",
    "titel": "Prestatieafspraken Zeedrecht",
    "partijen": [{"naam": "Gemeente Zeedrecht", "kort": "de gemeente", "soort": "gemeente"}],
    "themas": [{"titel": "Betaalbaarheid"}],
    "afspraken": [
        {
            "nummer": "1",
            "thema": "Betaalbaarheid",
            "rubriek": None,
            "tekst": "Duinwonen bouwt minimaal 40 woningen, eind 2026.",
            "actoren": ["Duinwonen"],
            "derden": ["Bouwbedrijf Helm"],
            "getallen": [
                {"tekst": "minimaal 40 woningen", "waarde": 40, "eenheid": "woningen", "relatie": "min"}
            ],
            "termijnen": [{"tekst": "eind 2026", "tot": "2026-12-31"}],
            "verwijzingen": [{"nummer": "3"}],
            "stappen": [{"tekst": "Bouwplaats zoeken.", "getallen": [], "termijnen": []}],
        }
    ],
    "getallen": [{"tekst": "30%", "waarde": 30, "eenheid": "%", "relatie": "gelijk"}],
    "tabellen": [{"titel": "Bouw", "kop": ["Jaar", "Aantal"], "rijen": [["2026", "40"]]}],
    "wijzigingen": [],
}


def changed(**afspraak):
    stuk = deepcopy(STUK)
    stuk["afspraken"][0].update(afspraak)
    return stuk


def differences(before, after):
    """The kinds that differ, with what was gained and lost."""
    return {
        each.kind: (each.gained, each.lost) for each in compare(before, after) if each.gained or each.lost
    }


def test_the_same_reading_gains_and_loses_nothing():
    assert differences(STUK, deepcopy(STUK)) == {}


@pytest.mark.parametrize(
    ("afspraak", "kind", "gained", "lost"),
    [
        ({"getallen": []}, "getallen", (), ("1: min 40 woningen",)),
        (
            {
                "getallen": [
                    {"tekst": "40", "waarde": 40, "tot": 50, "eenheid": "woningen", "relatie": "bereik"}
                ]
            },
            "getallen",
            ("1: bereik 40 to 50 woningen",),
            ("1: min 40 woningen",),
        ),
        (
            {"termijnen": [{"tekst": "vanaf 2026", "tot": None}]},
            "termijnen",
            ("1: no last day, “vanaf 2026”",),
            ("1: 2026-12-31",),
        ),
        ({"actoren": ["Duinwonen", "Havenhuis"]}, "actoren", ("1: Havenhuis",), ()),
        ({"derden": []}, "actoren", (), ("1: Bouwbedrijf Helm (derde)",)),
        ({"stappen": []}, "stappen", (), ("1 stap: “Bouwplaats zoeken.”",)),
        ({"verwijzingen": []}, "verwijzingen", (), ("1: 3",)),
    ],
)
def test_a_small_fact_is_named_with_its_agreement(afspraak, kind, gained, lost):
    assert differences(STUK, changed(**afspraak)) == {kind: (gained, lost)}


def test_an_agreement_under_another_theme_is_both_gained_and_lost():
    (gained, lost) = differences(STUK, changed(thema="Beschikbaarheid"))["afspraken"]

    assert gained[0].startswith("1 [Beschikbaarheid]")
    assert lost[0].startswith("1 [Betaalbaarheid]")


def test_a_change_in_the_middle_of_a_long_text_shows():
    start, end = "De partijen spreken af dat zij elkaar ", " tijdig en volledig blijven inlichten."
    before = changed(tekst=f"{start}{'ook '} in het voorjaar en in de zomer{end}")
    after = changed(tekst=f"{start}{'nooit'}in het voorjaar en in de zomer{end}")

    assert [len(side) for side in differences(before, after)["afspraken"]] == [1, 1]


def test_equal_facts_are_counted():
    double = changed(getallen=STUK["afspraken"][0]["getallen"] * 2)

    assert differences(STUK, double) == {"getallen": (("1: min 40 woningen",), ())}


def test_layout_is_no_change():
    spread = changed(tekst=STUK["afspraken"][0]["tekst"].replace(" ", "\n "))

    assert differences(STUK, spread) == {}


def test_a_table_that_loses_a_cell_is_another_table():
    less = deepcopy(STUK)
    less["tabellen"][0]["rijen"] = [["2026"]]

    (gained, lost) = differences(STUK, less)["tabellen"]

    assert len(gained) == len(lost) == 1


def test_an_amendment_says_what_it_amends():
    plan = {
        "wijzigingen": [
            {"doel": {"nummer": "7", "thema": "Wonen"}, "soort": "nieuw", "tekst": "Erbij.", "huidig": "Nu."}
        ]
    }

    assert list(facts(plan)["wijzigingen"]) == ["nieuw of 7 / Wonen: “Erbij.” on “Nu.”"]


def test_a_document_that_could_not_be_read_loses_everything():
    lost = {kind for kind, (gained, lost) in differences(STUK, {}).items() if lost and not gained}

    assert {"partijen", "afspraken", "actoren", "getallen", "termijnen", "tabellen"} <= lost


def test_long_lists_are_cut_with_the_way_to_see_more():
    many = [{"waarde": n, "eenheid": "%", "relatie": "gelijk"} for n in range(5)]

    lines = list(change_lines(compare({}, {"getallen": many}), most=2))

    assert lines == [
        "  getallen 0 -> 5 (+5 -0)",
        "    + -: gelijk 0 %",
        "    + -: gelijk 1 %",
        "    + and 3 more (--most 5)",
    ]


def test_explanations_are_no_documents(tmp_path):
    for name in ("README.md", "a.txt", "b.py", "sub/c.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    found = documents([tmp_path, tmp_path / "missing", tmp_path / "a.txt"])

    assert [path.name for path in found] == ["a.txt", "c.docx"]


def test_a_reader_gives_a_result_or_an_error_for_every_document(root, tmp_path):
    (tmp_path / "good.txt").write_text("1. Duinwonen bouwt in 2026 minimaal 40 woningen.\n")
    (tmp_path / "empty.txt").write_text("")
    paths = [tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "missing.txt"]

    results = finish_reading(start_reading(root / "src", paths))

    assert [sorted(result) for result in results] == [["stuk"], ["error"], ["error"]]


# --- the release to compare with -----------------------------------------------------------------


@pytest.fixture
def repository(tmp_path):
    """A repository of three commits, of which the last does not touch the code."""
    git(tmp_path, "init", "-q", "-b", "main")
    for words, name in (("one", "src/code.py"), ("two", "src/code.py"), ("three", "notes.txt")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words)
        git(tmp_path, "add", "-A")
        git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", words)
    return tmp_path


def git(folder, *arguments):
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def code_at(repository, revision):
    return git(repository, "show", f"{revision}:src/code.py")


def test_without_a_tag_the_previous_commit_of_the_code_is_the_last_release(repository):
    assert code_at(repository, last_release(repository)) == "one"


def test_changes_that_are_not_committed_are_held_against_the_last_commit_of_the_code(repository):
    (repository / "src" / "code.py").write_text("three")

    assert code_at(repository, last_release(repository)) == "two"


def test_a_tag_is_the_last_release(repository):
    git(repository, "tag", "v1", "HEAD~2")

    assert last_release(repository) == "v1"


def test_the_folder_of_a_release_is_gone_afterwards_also_after_an_error(repository):
    trees = []

    with pytest.raises(KeyError):
        break_off(repository, trees)

    assert not trees[0].exists()
    assert len(git(repository, "worktree", "list").splitlines()) == 1


def break_off(repository, trees):
    with checked_out("HEAD~2", repository) as tree:
        trees.append(tree)
        assert (tree / "src" / "code.py").read_text() == "one"
        raise KeyError
