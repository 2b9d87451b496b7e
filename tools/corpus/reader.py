"""Reads files with the package on the path and prints one JSON object a line, for `python -m tools.corpus`.

It stands apart from the rest because it runs with an earlier release of the package too, of which it
uses only the three names below.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from wederkerig.documents import DocumentError, read_document
from wederkerig.reading import read_stuk


def read(path: Path) -> dict[str, object]:
    """The document as data, or the error that came of it."""
    try:
        return {"stuk": json.loads(read_stuk(read_document(path)).model_dump_json())}
    except DocumentError as error:
        return {"error": str(error)}
    except Exception as error:  # noqa: BLE001  # a defect of one release is a finding, not the end
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    for name in sys.stdin.read().splitlines():
        print(json.dumps(read(Path(name))), flush=True)
