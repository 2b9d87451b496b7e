"""`wederkerig toon`."""

import click
import pytest

from tests import stukken
from wederkerig.cli.passage import COLOURS, passage


def test_what_was_recognised_stands_between_brackets(run, folder):
    folder("a.md")

    result = run("toon", "a.md", "--afspraak", "1")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Afspraak 1 (p. 1)",
        "thema: Beschikbaarheid",
        "wie: Stichting Duinwonen, Woonstichting Havenhuis, Gemeente Zeedrecht",
        "derden: provincie Duinland",
        "",
        "⟦wie: De corporaties⟧ bouwen samen ⟦getal: minimaal 1.240 woningen⟧. ⟦wie: De gemeente⟧ wijst",
        "⟦termijn: vóór 1 juli 2026⟧ de bouwplaatsen aan; zie ⟦verwijzing: afspraak 3⟧.",
    ]


def test_steps_and_doubt_are_shown(run, folder):
    folder("a.md")

    text = run("toon", "a.md", "--afspraak", "2").stdout

    assert "Beschikbaarheid · Verkoop" in text
    assert "twijfel: Wie dit doet is uit de zin afgeleid." in text
    assert "stap 1 (p. 1)\n  ⟦wie: Havenhuis⟧ meldt het aantal verkochte woningen." in text


@pytest.mark.parametrize("number", ["3", "3.", " 3", "Afspraak 3"])
def test_a_number_may_be_typed_in_several_ways(run, folder, number):
    folder("a.md")

    assert "Afspraak 3 (p. 2)" in run("toon", "a.md", "--afspraak", number).stdout


def test_an_unknown_number_names_those_that_exist(run, folder):
    folder("a.md")

    result = run("toon", "a.md", "--afspraak", "99")

    assert result.exit_code == 2
    assert result.stderr == "a.md: er is geen afspraak met nummer 99. Deze nummers zijn er: 1, 2, 3.\n"


def test_in_a_year_plan_the_amendments_to_the_agreement_are_shown(run, folder):
    folder("jaarplan.md")

    text = run("toon", "jaarplan.md", "--afspraak", "2").stdout

    assert "Wijziging van afspraak 2\nsoort: wijziging\nthema: Beschikbaarheid" in text
    assert "reden: De voorraad krimpt te snel." in text
    assert "Duinwonen verkoopt hooguit 10% van haar bezit." in text


def test_colours_replace_the_brackets_and_are_explained():
    stuk = stukken.overeenkomst()
    lines = list(passage(stukken.document(), stuk, stuk.afspraken[0], 100, coloured=True))

    assert "⟦" not in "".join(lines)
    assert click.style("minimaal", fg="green", bold=True) in lines[-3] + lines[-4]
    assert click.unstyle(lines[-1]).split() == list(COLOURS)


def test_lines_keep_to_the_width():
    stuk = stukken.overeenkomst()

    for afspraak in stuk.afspraken:
        for coloured in (True, False):
            lines = passage(stukken.document(), stuk, afspraak, 60, coloured=coloured)
            assert max(len(click.unstyle(line)) for line in lines) <= 60


def test_a_document_without_agreements_says_so(run, folder):
    folder("a.md", "leeg")

    result = run("toon", "a.md", "--afspraak", "1")

    assert result.exit_code == 4
    assert "geen afspraken of wijzigingen gevonden" in result.stderr
