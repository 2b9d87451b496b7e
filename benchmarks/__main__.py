"""`make bench`: runs all benchmarks and prints a table; the exit code is 1 when a target is missed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.measure import Result
from benchmarks.runs import Sizes, run_all

OUT = Path(__file__).parent / "out"


def main() -> int:
    """Run everything and print each figure as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="small documents and few runs: to see that it works"
    )
    quick = parser.parse_args().quick
    sizes = (
        Sizes(
            pages=20,
            themes=(10,),
            growing=(10, 20, 40),
            files=8,
            runs=3,
            plans=10,
            projects=50,
            dwellings=20_000,
        )
        if quick
        else Sizes()
    )
    print(f"{'what':34} {'measured':>10} {'target':>10}  {'':4}  how", flush=True)
    passed = []
    for result in run_all(OUT, sizes):
        print(row(result), flush=True)
        passed.append(result.passed)
    return 0 if all(passed) else 1


def row(result: Result) -> str:
    """One line of the table."""
    sign = ">=" if result.higher else "<="
    target = f"{sign} {result.target:g} {result.unit}"
    verdict = "pass" if result.passed else "FAIL"
    return f"{result.name:34} {result.value:>7.2f} {result.unit:2} {target:>10}  {verdict:4}  {result.note}"


if __name__ == "__main__":
    sys.exit(main())
