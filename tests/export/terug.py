"""The example documents, and what has to be the same after a made document is read back."""

from functools import cache
from pathlib import Path

from wederkerig.documents import read_document
from wederkerig.model import Stuk
from wederkerig.reading import read_stuk

VOORBEELDEN = [
    "veldermeer-meerjarige-prestatieafspraken-2025-2028",
    "heidervoort-prestatieafspraken-2024-2027",
]
_FOLDER = Path(__file__).parents[2] / "voorbeelden"


@cache
def read_back(name: str) -> Stuk:
    """An example document as reading gives it."""
    return read_stuk(read_document(_FOLDER / f"{name}.docx"))


def same(stuk: Stuk | Path, *, leave_out: frozenset[str] = frozenset()) -> dict:
    """Everything a document says, without places and doubts; tables in any order.

    Quantities and dates outside the agreements come with a title page, and are left out.
    leave_out: parts that a format cannot carry.
    """
    if isinstance(stuk, Path):
        stuk = read_stuk(read_document(stuk))
    data = _bare(stuk.model_dump(exclude={"bestand", "getallen", "termijnen"} | leave_out))
    if "tabellen" in data:
        data["tabellen"] = sorted(data["tabellen"], key=str)
    return data


def _bare(value):
    """The value without what depends on the file it was read from."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key not in {"bron", "twijfel"}}
    return [_bare(each) for each in value] if isinstance(value, (list, tuple)) else value
