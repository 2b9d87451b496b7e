"""Reads one file in a process of its own and prints the most memory that took, in MB (10^6 bytes)."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from wederkerig.documents import read_document
from wederkerig.reading import read_stuk

_STATUS = Path("/proc/self/status")


def peak() -> float:
    """The peak of this process, in MB.

    Linux counts the memory of the process that started this one in getrusage, hence its own figure first.
    """
    if _STATUS.exists():
        lines = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024 / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


if __name__ == "__main__":
    read_stuk(read_document(Path(sys.argv[1]))).model_dump_json()
    print(peak())
