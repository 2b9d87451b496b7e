"""Two versions in one: what stayed, what changed, what moved."""

from hypothesis import given, settings

from tests.conftest import examples
from tests.export import regels
from tests.export.regels import afspraak, tabel, versies
from wederkerig.consolidation import Stukje
from wederkerig.export.opmaak import Regel
from wederkerig.export.renvooi import mark, printed


def _states(marked):
    return [(regel.toestand, regel.regel.nummer or regel.regel.tekst) for regel in marked]


@settings(max_examples=examples(150), deadline=None)
@given(versies())
def test_without_what_was_added_the_old_lines_remain(pair):
    old, new = pair

    marked = mark(old, new)

    assert [regel.oud for regel in marked if regel.toestand != "bij"] == old


@settings(max_examples=examples(150), deadline=None)
@given(versies())
def test_without_what_was_struck_the_new_lines_remain(pair):
    old, new = pair

    marked = mark(old, new)

    assert [regel.nieuw for regel in marked if regel.toestand != "weg"] == new


@settings(max_examples=examples(100), deadline=None)
@given(versies())
def test_the_pieces_of_every_line_give_both_texts(pair):
    for regel in mark(*pair):
        for side, line, gone in (("oud", regel.oud, "bij"), ("nieuw", regel.nieuw, "weg")):
            if line is None:
                continue
            said = ["".join(p.tekst for p in part if p.soort != gone) for part in (regel.nummer, regel.tekst)]
            cells = tuple("".join(p.tekst for p in cell if p.soort != gone) for cell in regel.cellen)
            assert (said, cells) == ([line.nummer, line.tekst], line.cellen), side


@settings(max_examples=examples(100), deadline=None)
@given(versies())
def test_lines_pair_only_within_what_they_belong_to(pair):
    both = [regel for regel in mark(*pair) if regel.oud and regel.nieuw]

    assert [(regel.oud.sleutel, regel.oud.soort) for regel in both] == [
        (regel.nieuw.sleutel, regel.nieuw.soort) for regel in both
    ]


def test_an_agreement_keeps_its_place_when_only_its_number_changes():
    marked = mark(afspraak("a", "12", "De gemeente bouwt."), afspraak("a", "13", "De gemeente bouwt."))

    assert [regel.toestand for regel in marked] == ["gewijzigd"]
    assert marked[0].nummer == (Stukje("weg", "12"), Stukje("bij", "13"))
    assert marked[0].tekst == (Stukje("gelijk", "De gemeente bouwt."),)


def test_an_agreement_that_moved_says_at_both_places_where_the_other_is():
    a, b = afspraak("a", "1", "Kort."), afspraak("b", "2", "Deze afspraak is langer en blijft dus staan.")
    moved = afspraak("a", "2", "Kort.")

    marked = mark([*a, *b], [*afspraak("b", "1", b[0].tekst), *moved])

    assert _states(marked) == [("weg", "1"), ("gewijzigd", "1"), ("bij", "2")]
    assert (marked[0].elders, marked[2].elders) == (moved[0], a[0])


def test_an_agreement_moves_with_all_its_paragraphs():
    short = afspraak("a", "1", "Eén.", "Twee.", "Drie.")
    long = afspraak(
        "b", "2", "Een lange afspraak waar heel veel in staat, meer dan in de andere bij elkaar. " * 3
    )

    marked = mark(short + long, long + short)

    assert [regel.toestand for regel in marked] == ["weg"] * 3 + ["gelijk"] + ["bij"] * 3


def test_a_line_added_to_an_agreement_stands_above_the_next_one_that_was_struck():
    first, second = afspraak("a", "1", "Eerste."), afspraak("b", "2", "Tweede.")

    marked = mark([*first, *second], [*first, Regel("vervolg", "a", "Erbij.")])

    assert _states(marked) == [("gelijk", "1"), ("bij", "Erbij."), ("weg", "2")]


def test_rows_of_a_table_pair_by_what_they_are_about():
    head = ("Jaar", "Aantal", "Wie")
    old = tabel("t", "Tabel", head, ("2025", "40", "Woonborg"), ("2026", "60", "Woonborg"))
    new = tabel("t", "Tabel", head, ("2026", "75", "Woonborg"), ("2027", "80", "Woonborg"))

    marked = mark(old, new)

    assert [(regel.toestand, regel.regel.cellen[:1]) for regel in marked] == [
        ("gelijk", ()),
        ("gelijk", ("Jaar",)),
        ("weg", ("2025",)),
        ("gewijzigd", ("2026",)),
        ("bij", ("2027",)),
    ]
    assert marked[3].cellen[1] == (Stukje("weg", "60"), Stukje("bij", "75"))


def test_a_table_with_another_number_of_columns_is_another_table():
    old = tabel("t", "Tabel", ("Jaar", "Aantal"), ("2025", "40"))
    new = tabel("t", "Tabel", ("Jaar", "Aantal", "Wie"), ("2025", "40", "Woonborg"))

    marked = mark(old, new)

    assert [regel.toestand for regel in marked] == ["weg"] * 3 + ["bij"] * 3
    assert [regel.tabel for regel in marked] == [0, 1, 1, 0, 2, 2]


def test_a_term_is_never_taken_for_a_table():
    term = [Regel("begrip", "b", cellen=("Kernvoorraad", "wat blijft"))]
    table = [
        Regel("tabeltitel", "b", "Begrippen"),
        Regel("tabelrij", "b", cellen=("Kernvoorraad", "wat blijft")),
    ]

    marked = mark(term, table)

    assert [regel.toestand for regel in marked] == ["weg", "bij", "bij"]


def test_struck_words_stand_before_the_words_that_came_instead():
    marked = mark(
        [Regel("alinea", "p", "De wijk telt veertig woningen.")],
        [Regel("alinea", "p", "De wijk telt 60 woningen.")],
    )

    assert [piece.soort for piece in marked[0].tekst] == ["gelijk", "weg", "bij", "gelijk"]


def test_the_same_document_has_no_changes():
    marked = mark(regels.oud(), regels.oud())

    assert {regel.toestand for regel in marked} == {"gelijk"}


def test_a_number_is_printed_with_a_full_stop_unless_it_has_one_inside():
    assert [printed(number) for number in ("12", "3b", "3.4", "")] == ["12.", "3b.", "3.4", ""]
