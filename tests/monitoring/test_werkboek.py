"""A sheet that a party filled in, read back: figures, and what is wrong at which row."""

from datetime import date
from decimal import Decimal

import pytest

from tests.monitoring.maken import AFWIJKEND, jaar, norm, stand, vrije_ruimte
from wederkerig.monitoring.opgave import due
from wederkerig.monitoring.werkboek import BRON, CIJFER, NOEMER, OPMERKING, PEILDATUM, SLEUTEL, read_werkboek

OP = date(2025, 9, 1)
KOP = (SLEUTEL, "Wat", PEILDATUM, CIJFER, NOEMER, BRON, OPMERKING)
AANDEEL, STAND = due(
    (norm(), vrije_ruimte(partijen=("Aster",), van=date(2025, 1, 1))),
    (jaar(2024, 18, indicator=AFWIJKEND, noemer=Decimal(100)),),
    op=OP,
)
NONE = dict.fromkeys(KOP)
TOT_100 = "Vul een percentage in van 0 tot en met 100."


def filled(vraag=STAND, **cells):
    """A row as it comes out of the file; the names of cells are those of the columns, in small letters."""
    given = {SLEUTEL: vraag.sleutel, PEILDATUM: vraag.peildatum}
    given |= {title: cells[title.lower()] for title in KOP if title.lower() in cells}
    return tuple((NONE | given)[title] for title in KOP)


def read(*rows, kop=KOP, op=OP, koprij=1):
    return read_werkboek(kop, rows, (STAND, AANDEEL), op=op, koprij=koprij)


def the_error(*rows, **more):
    found = read(*rows, **more)
    assert found.ingevuld == ()
    (fout,) = found.fouten
    return fout


def test_what_was_asked_is_a_stand_and_a_share():
    assert [each.indicator for each in (STAND, AANDEEL)] == [norm().indicator, AFWIJKEND]


def test_a_row_becomes_a_figure_with_its_source_and_remark():
    row = filled(AANDEEL, cijfer=Decimal("17.5"), bron="jaarverslag", opmerking="=1+1")
    row = (*row[:4], Decimal(240), *row[5:])

    (ingevuld,) = read(row).ingevuld

    assert ingevuld.rij == 2
    assert ingevuld.opmerking == "=1+1"
    assert ingevuld.meting == jaar(
        2025, "17.5", indicator=AFWIJKEND, noemer=Decimal(240), bron="jaarverslag"
    ).model_copy(update={"peildatum": date(2025, 6, 30)})


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        (Decimal(3262), 3262),
        ("3.262", 3262),
        ("3262", 3262),
        (" 3.262 woningen ", 3262),
        ("3.262,0", 3262),
        (Decimal("3262.00001"), 3262),
        (Decimal(0), 0),
    ],
)
def test_numbers_are_read_as_people_and_excel_write_them(cel, waarde):
    (ingevuld,) = read(filled(cijfer=cel)).ingevuld

    assert ingevuld.meting == stand(STAND.peildatum, waarde)


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [("17,5", "17.5"), ("17,5%", "17.5"), (Decimal("17.45678"), "17.4568"), (100, "100"), ("0,4%", "0.4")],
)
def test_a_percentage_may_have_decimals(cel, waarde):
    cel = Decimal(cel) if isinstance(cel, int) else cel
    (ingevuld,) = read(filled(AANDEEL, cijfer=cel)).ingevuld

    assert ingevuld.meting.waarde == Decimal(waarde)


@pytest.mark.parametrize(
    ("vraag", "cel", "waarde", "uitleg", "advies"),
    [
        (STAND, "veel", "veel", "Dit is geen getal.", "Vul het in als 1.234 of 1.234,5."),
        (STAND, "1.23.4", "1.23.4", "Dit is geen getal.", "Vul het in als 1.234 of 1.234,5."),
        (STAND, Decimal(-5), "-5", "Een cijfer kan hier niet kleiner dan 0 zijn.", "Haal het minteken weg."),
        (STAND, "-5", "-5", "Een cijfer kan hier niet kleiner dan 0 zijn.", "Haal het minteken weg."),
        (STAND, "1,5", "1,5", "Dit is een aantal, en er staat een komma in.", "Vul een heel getal in."),
        (STAND, "9" * 13, "9" * 13, "Dit getal is te groot.", "Kijk of er geen cijfers te veel staan."),
        (STAND, Decimal("Infinity"), "geen getal", "Dit is geen getal.", "Vul het in als 1.234 of 1.234,5."),
        (STAND, True, "waar", "Hier staat ‘waar’ of ‘onwaar’ en geen getal.", "Vul een getal in."),
        (
            STAND,
            date(2025, 2, 1),
            "1-2-2025",
            "Hier staat een datum en geen getal.",
            "Excel maakt van 1-2 een datum. Geef de cel de opmaak Getal en vul het getal opnieuw in.",
        ),
        (
            STAND,
            "=cmd|' /C calc'!A0",
            "=cmd|' /C calc'!A0",
            "Dit is een formule als tekst.",
            "Reken de formule uit en vul de uitkomst in.",
        ),
        (AANDEEL, Decimal(101), "101", "101% is meer dan alles.", TOT_100),
        (AANDEEL, "100,1%", "100,1%", "100,1% is meer dan alles.", TOT_100),
        (
            AANDEEL,
            Decimal("0.175"),
            "0,175",
            "Er staat 0,175. Excel maakt dat van 17,5%.",
            "Vul 17,5 in. Is het echt 0,175%? Typ dan '0,175% met het teken ' ervoor.",
        ),
        (
            AANDEEL,
            Decimal(1),
            "1",
            "Er staat 1. Excel maakt dat van 100%.",
            "Vul 100 in. Is het echt 1%? Typ dan '1% met het teken ' ervoor.",
        ),
        (
            STAND,
            "20%",
            "20%",
            "Hier staat een percentage.",
            "Vul een getal in (woningen), zonder het teken %.",
        ),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_said_at_its_row_and_column(vraag, cel, waarde, uitleg, advies):
    fout = the_error(filled(STAND, cijfer=None), filled(vraag, cijfer=cel))

    assert (fout.rij, fout.kolom, fout.waarde) == (3, CIJFER, waarde)
    assert (fout.uitleg, fout.advies) == (uitleg, advies)


@pytest.mark.parametrize(
    ("peildatum", "op"),
    [
        (STAND.peildatum, OP),
        ("1-7-2025", OP),
        ("2025-07-01", OP),
        (Decimal(45839), OP),  # the day as Excel counts it
        (None, OP),
    ],
)
def test_the_reference_day_may_be_written_in_every_way(peildatum, op):
    assert len(read(filled(cijfer=Decimal(1), peildatum=peildatum), op=op).ingevuld) == 1


@pytest.mark.parametrize("peildatum", [date(2025, 7, 2), Decimal(45840), "volgend jaar", Decimal(3), True])
def test_another_reference_day_is_refused(peildatum):
    fout = the_error(filled(cijfer=Decimal(1), peildatum=peildatum))

    assert fout.kolom == PEILDATUM
    assert fout.uitleg == "De peildatum van deze rij is 1-7-2025, en er staat iets anders."


def test_a_figure_about_a_day_to_come_is_refused():
    fout = the_error(filled(cijfer=Decimal(1)), op=date(2025, 6, 30))

    assert (fout.kolom, fout.uitleg) == (PEILDATUM, "Deze peildatum is nog niet geweest.")


@pytest.mark.parametrize(
    ("sleutel", "uitleg"),
    [("voorraad|x", "Deze rij staat niet in uw opgave."), (None, "De sleutel van deze rij is leeg.")],
)
def test_a_row_that_was_not_asked_is_refused(sleutel, uitleg):
    fout = the_error((sleutel, None, None, Decimal(4), None, None, None))

    assert (fout.kolom, fout.uitleg) == (SLEUTEL, uitleg)


def test_rows_that_contradict_each_other_count_on_neither():
    found = read(filled(cijfer=Decimal(5)), filled(cijfer="6"), filled(AANDEEL, cijfer=Decimal(7)))

    assert [each.gevraagd for each in found.ingevuld] == [AANDEEL]
    assert [(fout.rij, fout.uitleg) for fout in found.fouten] == [
        (2, "Dit cijfer staat ook op rij 3, met een andere waarde."),
        (3, "Dit cijfer staat ook op rij 2, met een andere waarde."),
    ]


def test_rows_that_say_the_same_count_once():
    found = read(filled(cijfer=Decimal(5)), filled(cijfer="5"))

    assert (len(found.ingevuld), found.fouten) == (1, ())


@pytest.mark.parametrize("cells", [{"op een totaal van": Decimal(5)}, {"bron": "lijst"}])
def test_a_row_without_its_figure_is_not_lost(cells):
    assert the_error(filled(AANDEEL, **cells)).uitleg == "Het cijfer is leeg."


def test_a_remark_alone_is_kept():
    (ingevuld,) = read(filled(opmerking="komt in oktober")).ingevuld

    assert (ingevuld.meting, ingevuld.opmerking) == (None, "komt in oktober")


@pytest.mark.parametrize(
    ("totaal", "uitleg"),
    [
        (Decimal("1.5"), "Het totaal is geen heel getal van 0 of meer."),
        ("-3", "Het totaal is geen heel getal van 0 of meer."),
        (Decimal(0), "Van niets kan geen deel zijn: het totaal is 0."),
        ("honderd", "Dit is geen getal."),
    ],
)
def test_a_total_that_cannot_be_is_refused(totaal, uitleg):
    fout = the_error(filled(AANDEEL, cijfer=Decimal(4), **{"op een totaal van": totaal}))

    assert (fout.kolom, fout.uitleg) == (NOEMER, uitleg)


def test_empty_rows_are_counted_and_ask_nothing():
    found = read(filled(), filled(AANDEEL, cijfer=" "), (None,) * len(KOP))

    assert (found.ingevuld, found.fouten, found.leeg) == ((), (), 2)


def test_columns_may_stand_in_any_order_and_headings_on_another_row():
    order = (CIJFER, SLEUTEL)
    found = read((Decimal(9), STAND.sleutel), ("x", STAND.sleutel), kop=order, koprij=4)

    assert [each.rij for each in found.ingevuld] == [5]
    assert [fout.rij for fout in found.fouten] == [6]


def test_without_the_columns_that_matter_nothing_is_read():
    fout = the_error(filled(cijfer=Decimal(1)), kop=("Sleutel", "Iets"))

    assert (fout.rij, fout.kolom) == (1, CIJFER)


def test_a_text_that_is_too_long_is_refused():
    assert (
        the_error(filled(cijfer=Decimal(1), bron="x" * 301)).uitleg == "Deze tekst is langer dan 300 tekens."
    )


def test_of_many_rows_with_every_tenth_broken_the_others_count():
    asked = due([norm(sleutel=f"{n}", gebied=f"wijk {n}") for n in range(3000)], (), op=OP)
    rows = [filled(vraag, cijfer="x" if n % 10 == 0 else Decimal(n)) for n, vraag in enumerate(asked)]

    found = read_werkboek(KOP, rows, asked, op=OP)

    assert (len(found.ingevuld), len(found.fouten)) == (2700, 300)
    assert [fout.rij for fout in found.fouten] == list(range(2, 3002, 10))


def test_a_share_that_is_taken_together_with_others_needs_its_total():
    vraag = AANDEEL.model_copy(update={"met_noemer": True})
    bare = filled(vraag, cijfer=Decimal("17.5"))

    (fout,) = read_werkboek(KOP, [bare], (vraag,), op=OP).fouten
    assert (fout.kolom, fout.uitleg) == (
        NOEMER,
        (
            "Het totaal ontbreekt. Zonder dat totaal kan dit cijfer niet met dat van andere partijen worden "
            "samengenomen."
        ),
    )
    with_total = (*bare[:4], Decimal(240), *bare[5:])
    assert read_werkboek(KOP, [with_total], (vraag,), op=OP).fouten == ()


def test_figures_of_two_norms_by_one_indicator_stand_on_rows_of_their_own():
    steps = [
        norm("8", sleutel=sleutel, indicator="doorlooptijd", eenheid="week", van=date(2024, 1, 1))
        for sleutel in "ab"
    ]
    vragen = [each for each in due(steps, (), op=OP) if each.peildatum.year == 2024]
    rows = [filled(vraag, cijfer=Decimal(cijfer)) for vraag, cijfer in zip(vragen, ("3", "9"), strict=True)]

    found = read_werkboek(KOP, rows, vragen, op=OP)

    assert found.fouten == ()
    assert [(each.meting.norm, each.meting.waarde) for each in found.ingevuld] == [("a", 3), ("b", 9)]
