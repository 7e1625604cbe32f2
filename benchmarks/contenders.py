"""The contenders, and the run in which they take turns."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle, islice
from random import Random
from statistics import median, quantiles
from time import perf_counter_ns
from typing import Any

from partial_cases import Told, random_cases, shipped_cases
from peers.cql_process import CqlProcess
from peers.zen_codings import CODINGS
from peers.zen_peer import Evaluation, Loading, ZenPeer, compiled_once, quickstart
from sessions import Session, session, timed_session
from task import Task, Truths

from ariane.consult.engine import engine
from ariane.logic.compiled import compiled
from ariane.logic.evaluate import evaluate

UNKNOWN = (0.3, 0.7)
WARM_UP_ROUNDS = 3
TRIAL_ROUNDS = 20

Group = list[Told]
Groups = dict[str, Group]


@dataclass(eq=False)
class Contender:
    """One row: nanoseconds by group of cases."""

    name: str
    nanoseconds: dict[str, list[int]] = field(default_factory=dict)

    def add(self, group: str, found: Sequence[int]) -> None:
        self.nanoseconds.setdefault(group, []).extend(found)

    def all(self) -> list[int]:
        return [ns for found in self.nanoseconds.values() for ns in found]

    def microseconds(self, group: str | None = None) -> float:
        return median(self.all() if group is None else self.nanoseconds[group]) / 1000

    def slowest_twentieth(self) -> float:
        return quantiles(self.all(), n=20)[-1] / 1000


class Run:
    """The contenders and the cases they meet."""

    def __init__(self, options: argparse.Namespace, cql: CqlProcess, task: Task) -> None:
        self.groups: Groups = {"shipped": shipped_cases()} | {
            f"{share:.0%} unknown": list(random_cases(options.cases, share, options.seed))
            for share in UNKNOWN
        }
        self._rounds: int = options.rounds
        self._least: int = options.cases
        self._task = task
        self._cql = cql
        self.conditions = [statement.when for statement in engine().statements]
        self._compiled = compiled(self.conditions)
        self.truths = Contender("ariane: all truths")
        self.zen = Contender("zen-engine, compiled once")
        self.quickstart = Contender("zen-engine, `create_decision`")
        self.cql = Contender("cql-execution")
        self.walk = Contender("ariane: tree walk")
        self.first = Contender("ariane: first turn, cold")
        self.answer = Contender("ariane: turn after an answer")
        self.seen = Contender("ariane: turn met before")
        self.codings: dict[str, str] = {}
        self._peers = {
            self.zen: self._fastest(self.zen, compiled_once),
            self.quickstart: self._fastest(self.quickstart, quickstart),
        }
        self._sessions = self._drawn_sessions(options)

    def measure(self) -> None:
        """Let the contenders take turns, round after round."""
        for number in range(-WARM_UP_ROUNDS, self._rounds):
            progress(f"round {number + 1} of {self._rounds}" if number >= 0 else "warming up")
            for group, told in self.groups.items():
                self._round(group, told, kept=number >= 0)

    def mismatches(self) -> int:
        """Count the statements of all cases on which a contender differs from compiled Ariane."""
        found = 0
        for told in self.groups.values():
            wanted = [self._compiled(one.case.known) for one in told]
            for name, results in self._all_truths(told).items():
                wrong = sum(
                    a is not b
                    for want, got in zip(wanted, results, strict=True)
                    for a, b in zip(want, got, strict=True)
                )
                if wrong:
                    progress(f"{name} differs {wrong} times")
                found += wrong
        return found

    def contenders(self) -> list[Contender]:
        alone = [self.truths, self.zen, self.quickstart, self.cql, self.walk]
        return [*alone, self.first, self.answer, self.seen]

    def _round(self, group: str, told: Group, kept: bool) -> None:
        cases = [one.case.known for one in islice(cycle(told), max(len(told), self._least))]
        found = {
            self.truths: timed([partial(self._compiled, known) for known in cases]),
            self.zen: timed(self._evaluations(self.zen, cases)),
            self.cql: self._cql.measured(cases)[0],
            self.quickstart: timed(self._evaluations(self.quickstart, cases)),
            self.walk: timed([partial(self._walked, known) for known in cases]),
        }
        turns = [timed_session(cases) for cases in self._sessions[group]]
        found[self.first] = [one.first for one in turns]
        found[self.answer] = [ns for one in turns for ns in one.after_answer]
        found[self.seen] = [ns for one in turns for ns in one.seen]
        if kept:
            for contender, nanoseconds in found.items():
                contender.add(group, nanoseconds)

    def _walked(self, known: Any) -> Truths:
        return tuple(evaluate(condition, known) for condition in self.conditions)

    def _evaluations(self, zen: Contender, cases: Sequence[Any]) -> list[Evaluation]:
        return [self._peers[zen].evaluation(known) for known in cases]

    def _all_truths(self, told: Group) -> dict[str, list[Truths]]:
        cases = [one.case.known for one in told]
        found = {
            zen.name: [self._task.truths(peer.results(peer.evaluation(known)())) for known in cases]
            for zen, peer in self._peers.items()
        }
        found[self.cql.name] = [self._task.truths(r) for r in self._cql.measured(cases)[1]]
        found[self.walk.name] = [self._walked(known) for known in cases]
        return found

    def _fastest(self, zen: Contender, loading: Loading) -> ZenPeer:
        """Try all codings on all cases, interleaved; return the fastest one."""
        progress(f"trying the codings of {zen.name}")
        peers = [ZenPeer(self._task, coding, loading) for coding in CODINGS]
        cases = [one.case.known for told in self.groups.values() for one in told]
        found: dict[ZenPeer, list[int]] = {peer: [] for peer in peers}
        for _ in range(TRIAL_ROUNDS):
            for peer in peers:
                found[peer] += timed([peer.evaluation(known) for known in cases])
        speed = {peer: median(times) / 1000 for peer, times in found.items()}
        self.codings[zen.name] = ", ".join(f"{p.name} {t:.1f} µs" for p, t in speed.items())
        return min(peers, key=speed.__getitem__)

    def _drawn_sessions(self, options: argparse.Namespace) -> dict[str, list[Session]]:
        progress("asking and answering: the sessions")
        random = Random(options.seed)
        return {
            group: [session(one, options.turns, random) for one in told[: options.sessions]]
            for group, told in self.groups.items()
        }


def timed(evaluations: Sequence[Callable[[], Any]]) -> list[int]:
    """Return the nanoseconds of one call of each; the first is called once before."""
    evaluations[0]()
    nanoseconds = []
    for evaluation in evaluations:
        start = perf_counter_ns()
        evaluation()
        nanoseconds.append(perf_counter_ns() - start)
    return nanoseconds


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
