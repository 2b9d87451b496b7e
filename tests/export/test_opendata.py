"""Open data: its tables read back by other means, and what is never in them."""

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.conftest import ROOT
from tests.monitoring.rapportstof import beoordeling, norm
from wederkerig.export.opendata import FILES, Publicatie, open_data
from wederkerig.export.opendata.klein import withheld
from wederkerig.export.opendata.rijen import FIGURE_FIELDS, NORM_FIELDS
from wederkerig.model import Meting

DAG = date(2026, 6, 30)
AANTAL, AANDEEL = "voorraad-sociaal", "huur-goedkoop"


def meting(indicator=AANTAL, waarde=3262, **velden):
    gevuld = {"partij": "Stichting Woonborg", "peildatum": DAG, "bron": "Woningenlijst", **velden}
    return Meting(indicator=indicator, waarde=Decimal(str(waarde)), **gevuld)


def publicatie(*metingen, **velden):
    gevuld = {
        "gemeente": "Zeedrecht",
        "tooi": "https://identifier.overheid.nl/tooi/id/gemeente/gm9999",
        "adres": "https://wonen.example/open/zeedrecht",
        "contact": "Team Wonen",
        "contact_mail": "wonen@zeedrecht.example",
        "gepubliceerd": date(2026, 9, 1),
        "bijgewerkt": date(2026, 9, 2),
        "drempel": 10,
        **velden,
    }
    return Publicatie(metingen=metingen, **gevuld)


def sheet(made, name):
    """The rows of a CSV as a spreadsheet that knows semicolons reads them."""
    text = open_data(made)[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def document(made, name):
    return json.loads(open_data(made)[f"{name}.json"])[name]


# --- the tables ----------------------------------------------------------------------------------


def test_a_figure_is_the_same_in_both_formats():
    made = publicatie(meting(waarde="71.25", indicator=AANDEEL, noemer=Decimal(400)))
    (row,), (item,) = sheet(made, "cijfers.csv"), document(made, "cijfers")

    assert (row["waarde"], row["noemer"], row["peildatum"], row["te_klein"]) == (
        "71,25",
        "400",
        "2026-06-30",
        "nee",
    )
    assert (item["waarde"], item["noemer"], item["peildatum"], item["te_klein"]) == (
        71.25,
        400,
        "2026-06-30",
        False,
    )
    assert (row["eenheid"], item["gebied"], item["gemeente_uri"]) == ("%", None, made.tooi)


def test_a_figure_about_one_norm_says_which():
    made = publicatie(meting("doorlooptijd", 6, norm="a"), meting())
    rows = sheet(made, "cijfers.csv")

    assert {row["indicator"]: row["norm"] for row in rows} == {"doorlooptijd": "a", AANTAL: ""}
    assert [each["norm"] for each in document(made, "cijfers")] == ["a", None]


def test_a_norm_stands_with_its_promise_and_its_outcome():
    made = publicatie(
        normen=(norm("kern", "1", "beschikbaarheid", partijen=("Woonborg", "De Woonplaats")),),
        beoordelingen=(beoordeling("kern", "achter", stand=Decimal(3262), tekort=Decimal(8)),),
    )
    (row,), (item,) = sheet(made, "normen.csv"), document(made, "normen")

    assert row["belofte"] == "ten minste 3.341 woningen, uiterlijk eind 2026"
    assert (row["relatie"], row["waarde"], row["per"], row["status"]) == (
        "min",
        "3341",
        "2026-12-31",
        "achter",
    )
    assert (row["stand"], row["tekort"], row["som"]) == ("3262", "8", "De som achter kern.")
    assert (row["partijen"], item["partijen"]) == ("Woonborg | De Woonplaats", ["Woonborg", "De Woonplaats"])


def test_norms_that_explain_or_were_not_judged_are_not_told():
    made = publicatie(
        normen=(norm("a", "1", None, aard="achtergrond"), norm("b", "2", None)),
        beoordelingen=(beoordeling("a", "gehaald"),),
    )

    assert document(made, "normen") == []


@pytest.mark.parametrize(("name", "fields"), [("cijfers", FIGURE_FIELDS), ("normen", NORM_FIELDS)])
def test_fields_are_the_same_with_and_without_rows_and_are_explained(name, fields):
    full = publicatie(meting(), normen=(norm("a", "1", None),), beoordelingen=(beoordeling("a", "achter"),))
    page = (ROOT / "docs" / "opendata.md").read_text()

    for made in (full, publicatie()):
        head = open_data(made)[f"{name}.csv"].decode("utf-8-sig").splitlines()[0]
        assert tuple(head.split(";")) == fields
    assert tuple(document(full, name)[0]) == fields
    assert [field for field in fields if f"| `{field}` |" not in page] == []


def test_order_does_not_follow_that_of_what_was_given():
    metingen = [meting(partij=partij, gebied=gebied) for partij in "BA" for gebied in ("Zee", None)]

    assert open_data(publicatie(*metingen)) == open_data(publicatie(*reversed(metingen)))


def test_all_files_are_utf_8_and_the_csv_says_so():
    files = open_data(publicatie(meting(partij="Café Ünder ’t Dak")))

    assert list(files) == list(FILES)
    assert files["cijfers.csv"].startswith(b"\xef\xbb\xbf")
    assert "Café Ünder ’t Dak" in files["cijfers.csv"].decode("utf-8-sig")
    assert "Café Ünder ’t Dak" in files["cijfers.json"].decode()


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "＝", "\t=", " =", "\r@", "\x00=", "\n+"])
def test_no_text_becomes_a_formula(begin):
    made = publicatie(meting(partij=f'{begin}HYPERLINK("http://x")', bron=f"{begin}1+1", gebied=f"{begin}A1"))
    (row,) = sheet(made, "cijfers.csv")

    assert {row[field][0] for field in ("partij", "bron", "gebied")} == {"'"}


def test_a_negative_figure_stays_a_number():
    (row,) = sheet(publicatie(meting(waarde="-12.5")), "cijfers.csv")

    assert row["waarde"] == "-12,5"


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_one_cell(words):
    made = publicatie(meting(partij=words, bron=words))
    (row,) = sheet(made, "cijfers.csv")

    assert tuple(row) == FIGURE_FIELDS
    assert row["waarde"] == "3262"


# --- small numbers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gegeven", "weg"),
    [
        (meting(waarde=9), True),
        (meting(waarde=10), False),
        (meting(waarde=0), False),
        (meting(AANDEEL, 50, noemer=Decimal(9)), True),
        (meting(AANDEEL, 50, noemer=Decimal(20)), False),
        (meting(AANDEEL, 4, noemer=Decimal(100)), True),
        (meting(AANDEEL, 0, noemer=Decimal(100)), False),
        (meting(AANDEEL, 96, noemer=Decimal(100)), True),
        (meting(AANDEEL, "33.3333", noemer=Decimal(30)), False),
        (meting(AANDEEL, 100, noemer=Decimal(100), gebied="Zee"), False),
        (meting(AANDEEL, 50, gebied="Zee"), True),
        (meting(AANDEEL, 50), False),
        (meting("onbekend", 3), True),
        (meting("bouwlocaties", 3), False),
    ],
)
def test_what_is_about_few_dwellings_is_withheld(gegeven, weg):
    assert (gegeven in withheld([gegeven], 10)) is weg


def test_of_what_is_withheld_only_that_it_exists_is_told():
    made = publicatie(meting(AANDEEL, 50, noemer=Decimal(4), gebied="Zee"))
    (row,), (item,) = sheet(made, "cijfers.csv"), document(made, "cijfers")

    assert (row["waarde"], row["noemer"], row["bron"], row["te_klein"]) == ("", "", "", "ja")
    assert (item["waarde"], item["noemer"], item["te_klein"]) == (None, None, True)


def test_one_withheld_part_does_not_follow_from_the_whole():
    whole = meting(waarde=100)
    parts = [meting(waarde=waarde, gebied=gebied) for waarde, gebied in ((4, "A"), (30, "B"), (66, "C"))]

    assert withheld([whole, *parts], 10) == {parts[0], parts[1]}
    assert withheld(parts, 10) == {parts[0]}


def test_classes_that_lie_close_together_are_not_all_told():
    shares = {"huur-tot-laag": 70, "huur-tot-hoog": "70.5", "huur-boven-huurgrens": 10}
    classes = [meting(key, share, noemer=Decimal(1000)) for key, share in shares.items()]

    assert withheld(classes, 5) == frozenset()
    assert withheld(classes, 10) == {classes[1]}


def test_a_norm_does_not_tell_what_its_figure_may_not():
    made = publicatie(
        meting(waarde=4),
        normen=(norm("klein", "1", None), norm("ander", "2", None, gebied="Zee")),
        beoordelingen=(
            beoordeling("klein", "achter", stand=Decimal(4), tekort=Decimal(6), som="Nu 4, nodig 10."),
            beoordeling("ander", "achter", stand=Decimal(40), som="Nu 40."),
        ),
    )
    first, second = sheet(made, "normen.csv")

    assert (first["status"], first["stand"], first["tekort"], first["som"], first["te_klein"]) == (
        "achter",
        "",
        "",
        "",
        "ja",
    )
    assert (second["stand"], second["som"], second["te_klein"]) == ("40", "Nu 40.", "nee")


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 60), min_size=1), st.booleans())
def test_no_small_count_is_told_and_none_follows_by_taking_away(counts, whole_too):
    parts = [meting(waarde=count, gebied=gebied) for gebied, count in counts.items()]
    whole = [meting(waarde=sum(counts.values()))] if whole_too else []
    rows = document(publicatie(*parts, *whole), "cijfers")
    told = {row["gebied"]: row["waarde"] for row in rows if not row["te_klein"]}

    assert [value for value in told.values() if 0 < value < 10] == []
    hidden = [gebied for gebied in counts if gebied not in told]
    assert not (None in told and len(hidden) == 1 and len(counts) > 1)


# --- who publishes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fout",
    [
        {"tooi": "https://identifier.overheid.nl/tooi/id/gemeente/GM0106"},
        {"tooi": "gm0106"},
        {"adres": "javascript:alert(1)"},
        {"adres": "https://wonen.example/"},
        {"adres": 'https://wonen.example/"><script>'},
        {"contact_mail": "geen adres"},
    ],
)
def test_addresses_that_are_none_are_refused(fout):
    with pytest.raises(ValidationError):
        publicatie(**fout)


def test_the_same_publication_gives_the_same_bytes():
    assert open_data(publicatie(meting())) == open_data(publicatie(meting()))


def test_the_page_says_the_licence_that_the_files_say():
    page = (ROOT / "docs" / "opendata.md").read_text()
    said = json.loads(open_data(publicatie())["cijfers.json"])["licentie"]

    assert re.search(rf"<{re.escape(said)}>", page)
