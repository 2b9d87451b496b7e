"""One sentence for each reader; whose figures are missing is told to the parties alone."""

from datetime import date
from decimal import Decimal

from tests.monitoring.maken import norm, stand
from wederkerig.monitoring.beoordelen import STATUSSEN, Beoordeling, Gepland, beoordeel, zin

KRINGEN = ("gemeente", "corporatie", "huurdersorganisatie", "zorgaanbieder", "overig", "publiek")
RISICO = beoordeel(
    norm(),
    [stand(date(2025, 7, 1), 3262)],
    op=date(2025, 9, 15),
    gepland=[Gepland(peildatum=date(2026, 6, 1), verschil=Decimal(71))],
)


def of(status, **more):
    return Beoordeling(sleutel="x", status=status, op=date(2025, 9, 15), som="x", **more)


def test_a_reader_hears_what_the_sum_comes_to():
    assert zin(RISICO, "publiek", eigen=False) == (
        "Het is niet zeker dat deze afspraak lukt (8 woningen te weinig)."
    )
    assert zin(RISICO, "corporatie", eigen=True) == (
        "Met uw cijfers lukt deze afspraak misschien niet (8 woningen te weinig): kijk wat u nog kunt doen."
    )
    assert zin(RISICO, "corporatie", eigen=False) != zin(RISICO, "corporatie", eigen=True)


def test_without_the_sum_the_line_is_the_plan():
    def to_the_public(nu):
        given = [stand(date(2023, 1, 1), 3239), stand(date(2025, 7, 1), nu)]
        return zin(beoordeel(norm(), given, op=date(2025, 9, 15)), "publiek", eigen=False)

    assert to_the_public(3262) == "Het gaat minder goed dan is afgesproken (41 woningen achter op schema)."
    assert to_the_public(3313) == "Het gaat zoals is afgesproken (10 woningen voor op schema)."
    assert to_the_public(3303) == "Het gaat zoals is afgesproken (precies op schema)."


def test_where_nothing_is_measured_yet_nobody_is_asked_for_figures():
    unknown = beoordeel(norm(indicator=""), [], op=date(2025, 9, 15))
    told = {zin(unknown, kring, eigen=eigen) for kring in KRINGEN for eigen in (False, True)}

    assert all(words.startswith("Het is nog niet gekozen wat er gemeten wordt") for words in told)


def test_the_public_has_no_figures_of_its_own():
    for status in STATUSSEN:
        assert zin(of(status), "publiek", eigen=True) == zin(of(status), "publiek", eigen=False)


def test_whose_figures_are_missing_is_told_to_the_parties_alone():
    missing = of("geen cijfers", ontbreekt=("Aster", "Bloem", "Cirkel"))

    assert "van Aster, Bloem en Cirkel" in zin(missing, "gemeente", eigen=False)
    assert "Aster" not in zin(missing, "publiek", eigen=False)


def test_every_status_has_a_sentence_of_its_own_for_every_reader():
    for kring in KRINGEN:
        for eigen in (True, False):
            sentences = {zin(of(status), kring, eigen=eigen) for status in STATUSSEN}
            assert len(sentences) == len(STATUSSEN)


def test_sentences_are_short():
    longest = max((zin(of(status), kring, eigen=False) for status in STATUSSEN for kring in KRINGEN), key=len)

    assert len(longest.split()) <= 18
