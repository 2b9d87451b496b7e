"""Counts the dwellings of the country in a process of its own and prints the most memory that took, in MB."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.child import peak
from wederkerig.monitoring.woningen.land import count_land

if __name__ == "__main__":
    count_land(Path(sys.argv[1]))
    print(peak())
