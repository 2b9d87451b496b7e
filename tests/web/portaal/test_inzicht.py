"""What the pages tell, worked out from a version: shares, deadlines, the term, the text in pieces."""

from datetime import date
from decimal import Decimal

import pytest

from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, basis
from wederkerig.model import Afspraak, Begrip, Getal, Looptijd, Stap, Tabel, Termijn
from wederkerig.web.portaal.inzicht.aandelen import aandelen
from wederkerig.web.portaal.inzicht.looptijd import progress
from wederkerig.web.portaal.inzicht.rijen import first_words
from wederkerig.web.portaal.inzicht.tekst import marked_parts
from wederkerig.web.portaal.inzicht.termijnen import calendar, due_in, telling_days
from wederkerig.web.vormgeving.zenden import safe_name


def stuk(*afspraken, **more):
    named = [
        each.model_copy(update={"id": f"a{at}", "nummer": str(at)})
        for at, each in enumerate(afspraken, start=1)
    ]
    return basis().model_copy(update={"afspraken": tuple(named), **more})


def zegt(tekst="Wij doen iets.", **more):
    return Afspraak(nummer="", tekst=tekst, **more)


# --- shares --------------------------------------------------------------------------------------


def test_a_party_acts_alone_or_with_others_also_in_steps():
    found = aandelen(
        stuk(
            zegt(actoren=(GEMEENTE,)),
            zegt(actoren=(GEMEENTE, CORPORATIE)),
            zegt(actoren=(CORPORATIE,), stappen=(Stap(tekst="Stap.", actoren=(HUURDERS,)),)),
            zegt(actoren=("Iemand anders",)),
        )
    )

    assert [(each.naam, each.alleen, each.samen, each.totaal) for each in found] == [
        (GEMEENTE, 1, 1, 4),
        (CORPORATIE, 0, 2, 4),
        (HUURDERS, 0, 1, 4),
    ]


def test_a_share_says_how_concrete_it_is():
    number = Getal(tekst="20 woningen", waarde=Decimal(20), eenheid="woningen")
    found = aandelen(
        stuk(
            zegt("Duinwonen bouwt.", actoren=(CORPORATIE,), getallen=(number,)),
            zegt(
                "Wij bouwen.",
                actoren=(CORPORATIE,),
                termijnen=(Termijn(tekst="2026", tot=date(2026, 12, 31)),),
            ),
            zegt("Wij overleggen vaak.", actoren=(CORPORATIE,), termijnen=(Termijn(tekst="vaak"),)),
        )
    )[1]

    assert (found.wie, found.hoeveel, found.wanneer) == (1, 1, 1)


def test_the_municipality_comes_first_wherever_the_document_has_it():
    turned = basis().model_copy(update={"partijen": tuple(reversed(basis().partijen))})

    assert [each.soort for each in aandelen(turned)] == ["gemeente", "corporatie", "huurdersorganisatie"]


def test_without_agreements_a_share_is_nothing():
    assert [(each.afspraken, each.breed_alleen) for each in aandelen(stuk())] == [(0, "0")] * 3


# --- deadlines, term -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tot", "jaar", "days"),
    [
        (date(2026, 7, 1), 2026, [date(2026, 7, 1)]),
        (date(2026, 7, 1), 2027, []),
        ("--03-31", 2026, [date(2026, 3, 31)]),
        ("--02-29", 2027, [date(2027, 2, 28)]),
        ("--02-29", 2028, [date(2028, 2, 29)]),
        (None, 2026, []),
    ],
)
def test_a_deadline_is_due_in_its_year_or_each_year(tot, jaar, days):
    of = stuk(zegt(termijnen=(Termijn(tekst="dan", tot=tot),)))

    assert [punt.dag for punt in due_in(of, jaar, date(jaar, 1, 1))] == days


@pytest.mark.parametrize(("jaar", "days"), [(2024, 0), (2025, 1), (2028, 1), (2029, 0)])
def test_what_returns_every_year_does_so_within_the_term(jaar, days):
    term = Looptijd(van=date(2025, 1, 1), tot=date(2028, 12, 31))
    of = stuk(zegt(termijnen=(Termijn(tekst="elk jaar", tot="--03-31"),))).model_copy(
        update={"looptijd": term}
    )

    assert len(due_in(of, jaar, date(jaar, 1, 1))) == days


def test_the_day_that_tells_is_the_first_to_come_or_else_the_last_that_is_over():
    def on(*days):
        return zegt(termijnen=tuple(Termijn(tekst="dan", tot=date(2026, month, 1)) for month in days))

    points = due_in(stuk(on(2, 7, 9), on(2, 3)), 2026, date(2026, 6, 1))

    assert sorted(day.month for day in telling_days(points).values()) == [3, 7]


def test_deadlines_come_in_order_each_day_of_an_agreement_once():
    late, early = Termijn(tekst="laat", tot=date(2026, 9, 1)), Termijn(tekst="vroeg", tot=date(2026, 2, 1))
    again = Termijn(tekst="nog eens", tot=date(2026, 9, 1))
    of = stuk(
        zegt(termijnen=(late,), stappen=(Stap(tekst="Stap.", termijnen=(again, early)),)),
        zegt(termijnen=(early,)),
    )

    points = due_in(of, 2026, date(2026, 6, 1))

    assert [(punt.dag.month, punt.nummer, punt.voorbij) for punt in points] == [
        (2, "1", True),
        (2, "2", True),
        (9, "1", False),
    ]


def test_the_calendar_has_every_year_with_a_deadline():
    of = stuk(
        zegt(
            termijnen=(Termijn(tekst="eens", tot=date(2030, 1, 1)), Termijn(tekst="elk jaar", tot="--05-01"))
        )
    )

    assert [(year, len(points)) for year, points in calendar(of, 2026, date(2026, 1, 1))] == [
        (2026, 1),
        (2030, 1),
    ]


@pytest.mark.parametrize(
    ("van", "tot", "dag", "part"),
    [
        (date(2025, 1, 1), date(2028, 12, 31), date(2024, 1, 1), 0),
        (date(2025, 1, 1), date(2028, 12, 31), date(2026, 12, 31), 50),
        (date(2025, 1, 1), date(2028, 12, 31), date(2028, 12, 31), 100),
        (date(2025, 1, 1), date(2028, 12, 31), date(2031, 1, 1), 100),
        (date(2025, 1, 1), date(2025, 1, 1), date(2025, 1, 1), 100),
        (None, date(2028, 12, 31), date(2026, 1, 1), None),
        (date(2028, 1, 1), date(2025, 1, 1), date(2026, 1, 1), None),
    ],
)
def test_the_term_is_so_far_along(van, tot, dag, part):
    assert progress(Looptijd(van=van, tot=tot), dag).deel == part


@pytest.mark.parametrize("term", [None, Looptijd()])
def test_a_term_that_is_not_known_is_not_shown(term):
    assert progress(term, date(2026, 1, 1)) is None


# --- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("Kort.", 20, "Kort."),
        ("Een zin, die lang is", 12, "Een zin …"),
        ("Regel\neen", 20, "Regel een"),
        ("", 9, ""),
    ],
)
def test_first_words_end_at_a_whole_word(text, most, shown):
    assert first_words(text, most) == shown


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("afspraken.pdf", "afspraken.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"b\r\nc.pdf', "a-b-c.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("...", "bestand"),
        ("", "bestand"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_a_name_of_a_file_is_made_harmless(name, safe):
    assert safe_name(name) == safe


# --- the text in pieces --------------------------------------------------------------------------


def test_the_text_in_pieces_holds_all_that_the_document_holds():
    full = stuk(
        zegt("Wij doen:\na. dit\nb. dat", thema="Beschikbaarheid", stappen=(Stap(tekst="Eerst dit."),)),
        tabellen=(Tabel(titel="Tabel 1", kop=("wie", "hoeveel"), rijen=(("Wij", "20"), ("Totaal", "20"))),),
        begrippen=(Begrip(term="DAEB", definitie="Publieke taak."),),
    )

    parts = marked_parts(full, full)

    blocks = [block for part in parts for block in part.blokken]
    assert [part.titel for part in parts if part.kop] == [
        "Partijen", "Beschikbaarheid", "Tabellen", "Begrippen"]  # fmt: skip
    assert [block.id for block in blocks if block.soort == "afspraak"] == ["a1"]
    assert [len(block.rijen) for block in blocks if block.soort == "tabel"] == [3, 1, 2]
    assert [row.totaal for block in blocks for row in block.rijen][-2:] == [False, True]
    assert any(part.gewijzigd for part in parts) is False


def test_what_changed_is_marked_where_it_stands():
    old, new = (
        stuk(zegt("Wij bouwen 20 huizen.")),
        stuk(zegt("Wij bouwen 30 huizen."), zegt("Wij slopen niets.")),
    )

    blocks = [block for part in marked_parts(old, new) for block in part.blokken if block.soort == "afspraak"]

    assert [(block.id, block.toestand) for block in blocks] == [("a1", "gewijzigd"), ("a2", "bij")]


def test_an_agreement_that_moved_tells_where_its_other_place_is():
    one, two, three = (zegt(f"{word} afspraak.", thema="Wonen") for word in ("Eerste", "Tweede", "Derde"))
    old = stuk(one, two, three)
    first, second, third = old.afspraken
    new = old.model_copy(update={"afspraken": (third.model_copy(update={"nummer": "9"}), first, second)})

    blocks = [block for part in marked_parts(old, new) for block in part.blokken if block.soort == "afspraak"]

    assert [(block.id, block.toestand, block.elders) for block in blocks] == [
        ("a3", "bij", "3"),
        ("a1", "gelijk", ""),
        ("a2", "gelijk", ""),
        ("a3", "weg", "9"),
    ]


def test_no_two_places_have_one_name():
    parts = marked_parts(
        stuk(zegt(thema="Wonen")), stuk(zegt(thema="Wonen"), zegt(thema="wonen!"), zegt(thema="WONEN"))
    )

    names = [name for part in parts for name in ([part.kop.anker] if part.kop else [])]
    assert len(names) == len(set(names))
