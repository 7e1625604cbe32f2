"""The conditions as one decision of zen-engine: an input node and one expression node.

All results stand in one array: a row per condition costs twice as much. What counts most is how the
decision is loaded. `create_decision`, as in zen's quickstart, takes about seven times as long as a
loader behind which it is compiled once, as zen's documentation advises for speed. The loader is the
contender; the quickstart has a row of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from task import Kleene, Task

from peers.zen_codings import Coding

try:
    import zen
except ImportError:
    raise SystemExit("zen-engine is missing: pip install zen-engine==2.1.3") from None

Evaluation = Callable[[], Any]
Decision = dict[str, Any]
Loading = Callable[[Decision], Callable[[dict[str, Any]], Any]]


def compiled_once(decision: Decision) -> Callable[[dict[str, Any]], Any]:
    """Load a decision behind a loader."""
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"all": decision}}})
    return partial(engine.evaluate, "all")


def quickstart(decision: Decision) -> Callable[[dict[str, Any]], Any]:
    """Load a decision as zen's quickstart does."""
    evaluate: Callable[[dict[str, Any]], Any]
    evaluate = zen.ZenEngine().create_decision(json.dumps(decision)).evaluate
    return evaluate


class ZenPeer:
    """One decision with all conditions, in one coding and loaded in one way."""

    def __init__(self, task: Task, coding: Coding, loading: Loading) -> None:
        self.name = coding.name
        self._task = task
        self._coding = coding
        code = ", ".join(f"({coding.condition(condition)})" for condition in task.conditions)
        self._evaluate = loading(_decision(f"[{code}]"))

    def evaluation(self, known: Mapping[str, Any]) -> Evaluation:
        """Return the bare evaluation of one case, its input made ready."""
        return partial(self._evaluate, self._coding.context(self._task.plain(known)))

    def results(self, response: Mapping[str, Any]) -> list[Kleene]:
        """Return the truth of every distinct condition out of a response."""
        return [self._coding.truth(value) for value in response["result"]["all"]]


def _decision(code: str) -> Decision:
    place = {"x": 0, "y": 0}
    rows = [{"id": "all", "key": "all", "value": code}]
    node = {"expressions": rows, "passThrough": False, "executionMode": "single"}
    return {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": place, "content": {}},
            {"id": "x", "type": "expressionNode", "name": "x", "position": place, "content": node},
        ],
        "edges": [{"id": "e", "type": "edge", "sourceId": "in", "targetId": "x"}],
    }
