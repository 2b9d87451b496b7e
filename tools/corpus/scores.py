"""The scores of two readings against the annotations beside the repository, where they are at hand."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.corpus.facts import Json


def score_lines(gold: Path, path: Path, before: Json, after: Json) -> Iterator[str]:
    """One line for the mean and one for each aspect that changed; none for a document without annotation."""
    annotation = gold / f"{path.name.split('_')[0]}.json"
    if not annotation.exists() or path.parent.name != "seeds":
        return
    wanted = json.loads(annotation.read_text(encoding="utf-8"))
    old, new = _scores(gold, before, wanted), _scores(gold, after, wanted)
    yield f"  score {_mean(old):.3f} -> {_mean(new):.3f}"
    for name, value in new.items():
        if value != old.get(name):
            yield f"    {name}: {old.get(name, 0.0):.3f} -> {value:.3f}"


def _scores(gold: Path, stuk: Json, wanted: Json) -> dict[str, float]:
    report = _scorer(gold).score(stuk, wanted, misses=False)
    return {name: value for name, value, _ in report.rows}


def _mean(scores: dict[str, float]) -> float:
    return sum(scores.values()) / len(scores) if scores else 0.0


def _scorer(gold: Path) -> Any:  # noqa: ANN401  # a script that is not ours
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"there is no scorer in {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
