"""cql-execution in a process of its own, spoken to in lines of JSON (`cql_peer/run.js`)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from task import Kleene, Task

from peers.elm import library

HOME = Path(__file__).parent / "cql_peer"


class CqlProcess:
    """The peer: started once, warmed up by itself, asked once a round."""

    def __init__(self, task: Task) -> None:
        node = shutil.which("node")
        if node is None:
            raise SystemExit("node is missing: install Node.js 20 or later (https://nodejs.org)")
        self._task = task
        self._process = subprocess.Popen(
            [node, str(HOME / "run.js")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        answer = self._ask({"library": library(task)})
        if "error" in answer:
            self._close()
            raise SystemExit(f"{answer['error']}: cd {HOME} && npm install")
        self.version: str = answer["version"]

    def measured(self, cases: Sequence[Mapping[str, Any]]) -> tuple[list[int], list[list[Kleene]]]:
        """Return nanoseconds and the truths of all distinct conditions, case by case."""
        nothing = {fact.name: None for fact in self._task.facts}
        inputs = [{**nothing, **self._task.plain(known)} for known in cases]
        answer = self._ask({"cases": inputs})
        return answer["nanoseconds"], answer["truths"]

    def __enter__(self) -> CqlProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        to_node, from_node = self._process.stdin, self._process.stdout
        assert to_node is not None
        assert from_node is not None
        to_node.write(json.dumps(question) + "\n")
        to_node.flush()
        line = from_node.readline()
        if not line:
            raise SystemExit("run.js ended without an answer; its message stands above")
        return json.loads(line)

    def _close(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(timeout=10)
