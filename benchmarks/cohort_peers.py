"""Row for row: a resident cohort beside engines that take one case at a time."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median

from cohort_resident import Planes, conditions
from contenders import timed
from partial_cases import random_cases
from peers.cql_process import CqlProcess
from peers.zen_codings import CODINGS
from peers.zen_peer import ZenPeer, compiled_once, quickstart
from task import Task

from ariane.consult.engine import engine

CASES = 200
GOAL = 1000


def rates(table: Path, options: argparse.Namespace) -> None:
    """Print microseconds a row, all contenders in turn."""
    task = Task.of(engine().statements)
    cases = [one.case.known for one in random_cases(CASES, 0.3, 24)]
    planes = Planes(table, conditions())
    with CqlProcess(task) as cql:
        zens = {
            f"zen-engine, {loading.__name__}": min(
                (ZenPeer(task, coding, loading) for coding in CODINGS),
                key=lambda peer: median(timed([peer.evaluation(known) for known in cases[:20]])),
            )
            for loading in (compiled_once, quickstart)
        }
        found: dict[str, list[float]] = {}
        for _ in range(options.rounds):
            start = time.perf_counter()
            planes.counts()
            spent = (time.perf_counter() - start) / options.rows * 1e6
            found.setdefault("ariane: planes, resident", []).append(spent)
            for name, peer in zens.items():
                times = timed([peer.evaluation(known) for known in cases])
                found.setdefault(name, []).append(median(times) / 1e3)
            found.setdefault("cql-execution", []).append(median(cql.measured(cases)[0]) / 1e3)
    ours = median(found["ariane: planes, resident"])
    print("\npeers: microseconds a row, all statements, 30% unknown")
    for name, times in found.items():
        print(f"  {name:34}{median(times):12.4f}{median(times) / ours:10.0f} x (goal: {GOAL})")
