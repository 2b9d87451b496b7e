"""What the tests of the public pages share."""

import pytest

from tests.web.portaal.maken import NIEUW, OUD, besluit, jaarplan, vastgesteld, vervangt


@pytest.fixture
def zeedrecht():
    """Agreements of three, of which the second was changed by the year plan of 2026."""
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", OUD, NIEUW)))
    return made
