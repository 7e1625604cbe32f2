"""How long one case takes: Ariane beside zen-engine and cql-execution, in one interleaved run.

    python benchmarks/single_case.py [--rounds R] [--cases N] [--sessions S] [--markdown]

All contenders evaluate the same conditions over the same partial cases, and must return the same
truth for every statement of every case: one mismatch ends the run. `README.md` says how to install
the peers, `peers/` how each is spoken to.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from contenders import Run, progress
from peers.cql_process import CqlProcess
from report import goals, printed, setting, table
from task import Task

from ariane.consult.engine import engine


def positive(text: str) -> int:
    """Return a whole number of at least one."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=positive, default=20, help="interleaved rounds (20)")
    parser.add_argument("--cases", type=positive, default=50, help="random cases per share (50)")
    parser.add_argument("--sessions", type=positive, default=6, help="sessions per group (6)")
    parser.add_argument("--turns", type=positive, default=8, help="answers per session (8)")
    parser.add_argument("--seed", type=int, default=24, help="of the random cases (24)")
    parser.add_argument("--markdown", action="store_true", help="print for docs/performance.md")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    options = parsed(arguments)
    task = Task.of(engine().statements)
    with CqlProcess(task) as cql:
        run = Run(options, cql, task)
        wrong = run.mismatches()
        if wrong:
            progress(
                f"{wrong} mismatches: the contenders do not do the same work; nothing is timed"
            )
            return 1
        run.measure()
        print(printed(table(run), options.markdown), end="\n\n")
        print("\n".join(f"- {line}" for line in goals(run)), end="\n\n")
        print(setting(run, options, cql, task))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
