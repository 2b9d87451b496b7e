"""Each test begins and ends in Dutch, whatever language a page in it was asked in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with override("nl"):
        yield
