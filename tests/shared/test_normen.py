"""Every figure that the five real documents promise is carried by a norm (tools/beloften.yaml)."""

from decimal import Decimal

import pytest
import yaml

from tests.conftest import ROOT
from wederkerig.documents import read_bytes
from wederkerig.monitoring.normen import propose_norms
from wederkerig.reading import read_stuk

STUKKEN = yaml.safe_load((ROOT / "tools" / "beloften.yaml").read_text("utf-8"))["stukken"]
PROMISES = [(stuk["sleutel"], row) for stuk in STUKKEN for row in stuk["beloften"]]
USUAL = {"grootheid": "stand", "ritme": "eenmalig", "aard": "norm", "tot": None}


@pytest.fixture(scope="module")
def proposed(shared):
    """The norms of each document, by its key."""
    found = {}
    for stuk in STUKKEN:
        path = next((shared / "seeds").glob(f"{stuk['sleutel']}_*.txt"))
        found[stuk["sleutel"]] = propose_norms(read_stuk(read_bytes(path.read_bytes(), path.name)))
    return found


def as_row(norm, wanted):
    """The norm in the words of a row of the list, as far as the row says something."""
    said = norm.model_dump() | {
        "afspraak": norm.nummer,
        "partijen": list(norm.partijen),
        "nulmeting": norm.nulmeting.peildatum if norm.nulmeting else None,
    }
    return {key: said[key] for key in wanted}


@pytest.mark.parametrize(
    ("key", "row"),
    PROMISES,
    ids=[f"{key} {row['afspraak'] or '-'} {row['indicator']} {row['waarde']}" for key, row in PROMISES],
)
def test_what_is_promised_is_proposed_with_its_bound_and_date(proposed, key, row):
    exact = {field: Decimal(str(row[field])) for field in ("waarde", "tot") if field in row}
    wanted = USUAL | row | exact

    rows = [as_row(norm, wanted) for norm in proposed[key] if norm.nummer == row["afspraak"]]

    assert wanted in rows, [found for found in rows if found["waarde"] == wanted["waarde"]]


@pytest.mark.parametrize("key", [stuk["sleutel"] for stuk in STUKKEN])
def test_what_binds_has_an_indicator(proposed, key):
    assert [norm.tekst for norm in proposed[key] if norm.aard == "norm" and not norm.indicator] == []
