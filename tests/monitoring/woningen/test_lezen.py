"""Rows of a list: what becomes a dwelling, and what is said of a row that does not."""

import csv
import io
import tracemalloc
from datetime import date
from decimal import Decimal

import pytest

from tests.monitoring.woningen.maken import made
from wederkerig.monitoring.rijfout import Rijfout
from wederkerig.monitoring.woningen import (
    KolomError,
    Kolomkeuze,
    Woning,
    error_lines,
    propose_columns,
    read_woningen,
)

TODAY = date(2026, 1, 5)
KEUZE = Kolomkeuze(kolommen={"id": "VHE"}, vast={"gemeente": "Veldermeer", "corporatie": "Thuis"})


def read(kop, *rijen, keuze=KEUZE, koprij=1):
    kolommen = {**keuze.kolommen, **{heading: heading for heading in kop if heading != "VHE"}}
    whole = keuze.model_copy(update={"kolommen": kolommen})
    return list(read_woningen(kop, rijen, whole, op=TODAY, koprij=koprij))


@pytest.mark.parametrize(
    ("veld", "cel", "field", "value"),
    [
        ("rekenhuur", "512,33", "rekenhuur", Decimal("512.33")),
        ("rekenhuur", "€ 1.234,50", "rekenhuur", Decimal("1234.50")),
        ("rekenhuur", "1.234", "rekenhuur", Decimal(1234)),
        ("rekenhuur", "1,234.50", "rekenhuur", Decimal("1234.50")),
        ("rekenhuur", "512.33", "rekenhuur", Decimal("512.33")),
        ("rekenhuur", "650,-", "rekenhuur", Decimal(650)),
        ("rekenhuur", Decimal("512.3349999"), "rekenhuur", Decimal("512.33")),
        ("rekenhuur", "0,00", "rekenhuur", None),
        ("nettohuur", "480", "rekenhuur", Decimal(480)),
        ("datumVerhuring", "3-2-2025", "datum_verhuring", date(2025, 2, 3)),
        ("datumVerhuring", "2025-02-03 00:00:00", "datum_verhuring", date(2025, 2, 3)),
        ("datumVerhuring", "20250203", "datum_verhuring", date(2025, 2, 3)),
        ("datumVerhuring", "45691", "datum_verhuring", date(2025, 2, 3)),
        ("datumVerhuring", Decimal(45691), "datum_verhuring", date(2025, 2, 3)),
        ("datumVerhuring", date(2025, 2, 3), "datum_verhuring", date(2025, 2, 3)),
        ("peildatum", "2025", "peildatum", date(2025, 12, 31)),
        ("peildatum", Decimal(2025), "peildatum", date(2025, 12, 31)),
        ("status", "Verhuurd", "status", "VEH"),
        ("status", "veh", "status", "VEH"),
        ("energielabel", "A++", "energielabel", "APP"),
        ("maatschappelijkLabel", "Niet DAEB", "maatschappelijk_label", "NDA"),
        ("maatschappelijkLabel", True, "maatschappelijk_label", "DAE"),
        ("zelfstandig", "Onzelfstandig", "zelfstandig", False),
        ("verkoop", "J", "verkoop", True),
        ("bouwjaar", "1978", "bouwjaar", 1978),
        ("huishoudgrootte", "3", "huishoudgrootte", 3),
        ("energielabel", "n.v.t.", "energielabel", ""),
        ("wijk", "=1+1", "wijk", "=1+1"),
    ],
)
def test_cells_become_values(veld, cel, field, value):
    assert read(("VHE", veld), ("1", cel)) == [made(**{field: value})]


def test_a_percentage_of_the_maximum_gives_the_streefhuur():
    kop = ("VHE", "maximaleHuur", "streefhuurpercentage")

    found = read(kop, ("1", "800", "80%"), ("2", "800", Decimal("0.8")), ("3", "800", "80,5"))

    assert [each.streefhuur for each in found] == [640, 640, 644]


@pytest.mark.parametrize(
    ("veld", "cel", "words"),
    [
        ("rekenhuur", "-5", "negatief"),
        ("rekenhuur", "vijfhonderd", "geen getal"),
        ("rekenhuur", "51233,00", "hoger dan"),
        ("rekenhuur", "1e999999999", "geen getal"),
        ("streefhuurpercentage", "101", "tussen 0 en 100"),
        ("streefhuurpercentage", "-1", "tussen 0 en 100"),
        ("datumVerhuring", "32-1-2025", "geen datum"),
        ("datumVerhuring", "1-2-25", "geen datum"),
        ("datumVerhuring", "1-1-2027", "toekomst"),
        ("uitExploitatiedatum", "1-1-2027", "toekomst"),
        ("inExploitatiedatum", "1-1-2027", "toekomst"),
        ("bouwjaar", "2031", "toekomst"),
        ("bouwjaar", "78", "geen jaartal"),
        ("status", "Onbewoonbaar", "niet bekend"),
        ("energielabel", "H", "niet bekend"),
        ("zelfstandig", "misschien", "ja of nee"),
        ("huishoudgrootte", "2,5", "geen aantal"),
        ("huishoudgrootte", "-1", "geen aantal"),
    ],
)
def test_what_is_wrong_is_said_at_the_row_and_column(veld, cel, words):
    (fout,) = read(("VHE", veld), ("1", cel), koprij=3)

    assert (fout.rij, fout.kolom, fout.waarde) == (4, veld, cel)
    assert words in fout.uitleg
    assert fout.advies.endswith(".")


def test_what_is_being_built_may_lie_in_the_future():
    (woning,) = read(("VHE", "status", "inExploitatiedatum", "bouwjaar"), ("1", "ONT", "1-5-2027", "2027"))

    assert woning.in_exploitatiedatum == date(2027, 5, 1)


def test_a_dwelling_that_stands_twice_is_named_with_its_first_row():
    _, fout = read(("VHE",), ("1",), ("1",))

    assert (fout.rij, fout.uitleg) == (3, "Deze woning staat ook in rij 2.")


def test_a_dwelling_may_stand_once_for_each_day():
    found = read(("VHE", "peildatum"), ("1", "2024"), ("1", "2025"), ("1", "2025"))

    assert [type(each) for each in found] == [Woning, Woning, Rijfout]


def test_a_dwelling_that_goes_before_it_comes_is_refused():
    (fout,) = read(("VHE", "inExploitatiedatum", "uitExploitatiedatum"), ("1", "1-1-2020", "1-1-2019"))

    assert "voordat" in fout.uitleg


def test_every_error_of_a_row_is_said_and_empty_rows_are_none():
    kop = ("VHE", "rekenhuur", "energielabel")

    found = read(kop, (None, None, None), (" ", "-", ""), (None, "-1", "H"), ("2", "500", "A"))

    assert [each.rij for each in found[:-1]] == [4, 4, 4]
    assert found[-1] == made(id="2", rekenhuur=Decimal(500), energielabel="A")


@pytest.mark.parametrize(
    ("keuze", "words"),
    [
        (Kolomkeuze(kolommen={"id": "VHE"}), "ontbreekt een kolom voor: gemeente"),
        (Kolomkeuze(kolommen={"id": "VHE", "gemeente": "Plaats"}), "'Plaats' .* staat niet in de lijst"),
        (Kolomkeuze(kolommen={"id": "VHE", "huurder": "VHE"}), "geen gegeven 'huurder'"),
    ],
)
def test_columns_that_do_not_fit_are_refused_before_a_row_is_read(keuze, words):
    with pytest.raises(KolomError, match=words):
        read_woningen(("VHE",), [], keuze, op=TODAY)


def test_a_very_long_list_with_every_tenth_row_broken_is_read_row_by_row():
    kop = ("VHE", "rekenhuur", "energielabel")
    rows = ((str(at), "-1" if at % 10 == 0 else "512,33", "B") for at in range(30_000))
    keuze = Kolomkeuze(
        kolommen={each: each for each in kop if each != "VHE"} | {"id": "VHE"}, vast=KEUZE.vast
    )

    tracemalloc.start()
    wrong = sum(isinstance(each, Rijfout) for each in read_woningen(kop, rows, keuze, op=TODAY))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert wrong == 3_000
    # what stays is which ids were seen, not the rows
    assert peak < 12_000_000


def test_errors_become_lines_that_a_spreadsheet_does_not_carry_out():
    formula = '=HYPERLINK("http://voorbeeld.nl")'
    fouten = [
        Rijfout(rij=3, kolom="huur", waarde="-5", uitleg="Dit bedrag is negatief.", advies="Vul in."),
        Rijfout(rij=4, kolom="@wijk", waarde=formula, uitleg="Dit is geen getal.", advies="Vul in."),
        Rijfout(rij=5, kolom="huur", waarde="＝1", uitleg="Dit is geen getal.", advies="Vul in."),
    ]

    rows = list(csv.reader(io.StringIO("".join(error_lines(fouten)), newline=""), delimiter=";"))

    assert rows == [
        ["rij", "kolom", "waarde", "wat er is", "wat u kunt doen"],
        ["3", "huur", "-5", "Dit bedrag is negatief.", "Vul in."],
        ["4", "'@wijk", f"'{formula}", "Dit is geen getal.", "Vul in."],
        ["5", "huur", "'＝1", "Dit is geen getal.", "Vul in."],
    ]


def test_columns_are_found_by_what_lists_call_them():
    kop = ("VHE-nummer", "Naam gemeente", "Kale huur", "DAEB/niet-DAEB", "Energielabel", "Opmerking", "")

    assert propose_columns(kop) == Kolomkeuze(
        kolommen={
            "id": "VHE-nummer",
            "gemeente": "Naam gemeente",
            "nettohuur": "Kale huur",
            "energielabel": "Energielabel",
            "maatschappelijkLabel": "DAEB/niet-DAEB",
        }
    )


def test_a_column_found_by_likeness_is_said_to_be_unsure():
    found = propose_columns(("Eenheidnummer", "Gemeente", "Toegankelijkheidlabel"))

    assert found.kolommen["toegankelijkheidslabel"] == "Toegankelijkheidlabel"
    assert found.onzeker == ("toegankelijkheidslabel",)


def test_a_name_of_its_own_goes_before_another_name():
    found = propose_columns(("huur", "nettohuur", "rekenhuur"))

    assert (found.kolommen["nettohuur"], found.kolommen["rekenhuur"]) == ("nettohuur", "rekenhuur")
