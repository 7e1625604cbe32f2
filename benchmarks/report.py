"""What a run found, as text: the table, the goals, the setting."""

from __future__ import annotations

import argparse
import platform
from importlib.metadata import version

from contenders import Run
from peers.cql_process import CqlProcess
from task import Task

FASTER_THAN_ZEN = 40


def table(run: Run) -> list[list[str]]:
    """Return the rows to print, headed."""
    unit = run.truths.microseconds()
    head = ["median, µs", *run.groups, "all", "slowest 5 %", "ratio"]
    return [head] + [
        [
            contender.name,
            *(f"{contender.microseconds(group):.1f}" for group in run.groups),
            f"{contender.microseconds():.1f}",
            f"{contender.slowest_twentieth():.1f}",
            f"{contender.microseconds() / unit:.1f}",
        ]
        for contender in run.contenders()
    ]


def goals(run: Run) -> list[str]:
    """Return what was aimed at, and whether it is reached, against either way to load zen."""
    truths, turn = run.truths.microseconds(), run.answer.microseconds()
    lines = []
    for zen in (run.zen, run.quickstart):
        times, part = zen.microseconds() / truths, turn / zen.microseconds()
        lines.append(
            f"{reached(times >= FASTER_THAN_ZEN)}: all truths {times:.1f} times faster than "
            f"{zen.name} (goal: {FASTER_THAN_ZEN})"
        )
        lines.append(
            f"{reached(part <= 1)}: a turn after an answer takes {part:.2f} times "
            f"{zen.name} (goal: at most 1)"
        )
    return lines


def reached(met: bool) -> str:
    return "reached" if met else "NOT reached"


def setting(run: Run, options: argparse.Namespace, cql: CqlProcess, task: Task) -> str:
    """Return what was measured, on how much, and with which versions."""
    codings = "; ".join(f"{name}: {times}" for name, times in run.codings.items())
    cases = ", ".join(f"{len(told)} {group}" for group, told in run.groups.items())
    return (
        f"{len(run.conditions)} statements, {len(task.conditions)} distinct conditions over "
        f"{len(task.facts)} facts; cases: {cases}; {options.rounds} interleaved rounds; "
        f"zero mismatches. Python {platform.python_version()}, zen-engine "
        f"{version('zen-engine')} (codings tried; {codings}), {cql.version}, "
        f"{platform.system()} {platform.machine()}. A ratio is to `{run.truths.name}`."
    )


def printed(rows: list[list[str]], markdown: bool) -> str:
    """Return the rows as aligned text or as a Markdown table."""
    if markdown:
        rule = ["---", *("---:" for _ in rows[0][1:])]
        return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], rule, *rows[1:]])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        row[0].ljust(widths[0])
        + "".join(cell.rjust(width + 2) for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    )
