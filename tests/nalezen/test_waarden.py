"""Values as a Dutch user types them, and what is said of those that do not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.nalezen.nemen import item, zeedrecht
from wederkerig.nalezen import NalezenError, check_value
from wederkerig.nalezen.cijfers import canonical, read_number, write_number
from wederkerig.nalezen.dagen import read_date, write_day

GETAL, TERMIJN, KOP, AFSPRAAK = (
    item(zeedrecht(), soort) for soort in ("getal", "termijn", "kop", "afspraak")
)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1.250,5", "1250.5"),
        ("1.250", "1250"),
        ("1250", "1250"),
        ("12,50", "12.5"),
        ("12.5", "12.5"),
        ("1 250", "1250"),
        ("€ 1.250,-", "1250"),
        ("€442,46", "442.46"),
        ("12,5%", "12.5"),
        ("12,5 %", "12.5"),
        ("70 procent", "70"),
        ("1,5 miljoen", "1500000"),
        ("€ 3 miljoen", "3000000"),
        ("-5", "-5"),
        ("1.000.000", "1000000"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("007", "7"),
    ],
)
def test_numbers(raw, value):
    assert check_value(GETAL, "waarde", raw) == value


@pytest.mark.parametrize(
    "raw",
    ["abc", "1,250.50", "1.2.3", "12,", ",5", "1e5", "NaN", "oneindig", "٣", "1" * 40, "12 tot 15", "%"],
)
def test_what_is_no_number_is_refused_by_the_name_of_the_field(raw):
    with pytest.raises(NalezenError) as caught:
        check_value(GETAL, "waarde", raw)

    assert "‘Getal’" in caught.value.what
    assert "1.250" in caught.value.advice
    assert (caught.value.veld, caught.value.sleutel) == ("waarde", GETAL.sleutel)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("31-12-2026", "2026-12-31"),
        ("1/4/2026", "2026-04-01"),
        ("31.12.2026", "2026-12-31"),
        ("2026-12-31", "2026-12-31"),
        ("31 december 2026", "2026-12-31"),
        ("31  Dec. 2026", "2026-12-31"),
        ("", None),
    ],
)
def test_dates(raw, value):
    assert check_value(KOP, "looptijd.tot", raw) == value
    assert check_value(TERMIJN, "tot", raw) == value


@pytest.mark.parametrize(
    "raw", ["31-2-2026", "31-12-26", "1-13-2026", "1 april", "--04-01", "morgen", "1-1-0226"]
)
def test_what_is_no_date_is_refused(raw):
    with pytest.raises(NalezenError, match="31-12-2026"):
        check_value(KOP, "looptijd.tot", raw)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("--04-01", "--04-01"),
        ("1 april (elk jaar)", "--04-01"),
        ("elk jaar 1 april", "--04-01"),
        ("jaarlijks vóór 1 april", "--04-01"),
        ("1-4 elk jaar", "--04-01"),
        ("1 april", "--04-01"),
        ("29 februari elk jaar", "--02-29"),
        ("eind 2027", "2027-12-31"),
    ],
)
def test_days_of_every_year_and_deadlines_in_words(raw, value):
    assert check_value(TERMIJN, "tot", raw) == value


@pytest.mark.parametrize(
    "raw", ["--02-30", "31 april elk jaar", "elk jaar", "ooit", "32 mei", "in de zomer van 2027"]
)
def test_what_is_no_day_is_refused(raw):
    with pytest.raises(NalezenError, match="elk jaar terugkomt"):
        check_value(TERMIJN, "tot", raw)


@pytest.mark.parametrize(("raw", "value"), [("min", "min"), ("minimaal", "min"), ("Ongeveer", "circa")])
def test_choices_by_value_or_label(raw, value):
    assert check_value(GETAL, "relatie", raw) == value


def test_another_choice_is_refused_with_the_choices():
    with pytest.raises(NalezenError, match=r"Kies uit: minimaal, maximaal, ongeveer, precies, van … tot …\."):
        check_value(GETAL, "relatie", "hopelijk")


def test_actors_are_chosen_by_name_or_short_name():
    raw = "Stichting Duinwonen\r\n de gemeente \n\nStichting Duinwonen"

    assert check_value(AFSPRAAK, "actoren", raw) == ["Stichting Duinwonen", "Gemeente Zeedrecht"]


def test_an_actor_that_is_no_party_is_refused():
    with pytest.raises(NalezenError, match="‘Wie’"):
        check_value(AFSPRAAK, "actoren", "De buurman")


def test_a_list_has_one_thing_a_line():
    assert check_value(AFSPRAAK, "derden", "de provincie\n\n  het   Rijk ") == ["de provincie", "het Rijk"]
    assert check_value(AFSPRAAK, "derden", " ") == []


def test_a_table_has_one_row_a_line():
    tabel = item(zeedrecht(), "tabel")

    assert check_value(tabel, "rijen", "2025\t10\n2026\t") == [["2025", "10"], ["2026", ""]]
    assert check_value(tabel, "kop", "jaar\t\taantal") == ["jaar", "", "aantal"]


def test_text_is_cleaned():
    assert check_value(KOP, "titel", "  Prestatie\x00afspraken \n 2025 ") == "Prestatieafspraken 2025"
    assert check_value(AFSPRAAK, "tekst", "Een \r\ntwee\x1b\n") == "Een\ntwee"


def test_a_required_field_cannot_be_empty():
    with pytest.raises(NalezenError, match="‘Tekst’ mag niet leeg zijn"):
        check_value(AFSPRAAK, "tekst", " \n")


def test_a_field_that_does_not_exist_is_refused():
    with pytest.raises(NalezenError, match="‘prijs’ hoort niet bij afspraak 1"):
        check_value(AFSPRAAK, "prijs", "1")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_a_number_that_is_written_is_read_again(number):
    assert read_number(write_number(number)) == number
    assert read_number(canonical(number).replace(".", ",")) == number


@given(st.dates(min_value=read_date("1-1-1900"), max_value=read_date("31-12-2199")))
def test_a_day_that_is_written_is_read_again(day):
    assert read_date(write_day(day.isoformat())) == day


@given(st.text())
def test_no_text_breaks_a_field(raw):
    for each in (GETAL, TERMIJN, KOP, AFSPRAAK):
        for veld in each.velden:
            try:
                check_value(each, veld.naam, raw)
            except NalezenError as error:
                assert veld.label in error.what  # noqa: PT017  # many values fit, and raise nothing
