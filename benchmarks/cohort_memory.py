"""The most memory that a table takes, from one million rows to twenty."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from cohort_tables import repeated

TIMES = (1, 5, 20)
ASSESSED = (1, 3)
WATCH = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_maxrss // 1024, round(used.ru_utime + used.ru_stime, 1))
"""


def memory(table: Path, options: argparse.Namespace) -> None:
    """Show the curve of `cohort audit`, and of `cohort assess`."""
    print("\nmemory: rows, MiB at most, seconds of processor", flush=True)
    for times in TIMES:
        long = repeated(table, times)
        _told("audit", options.rows * times, ["audit", str(long), "--format", "json"])
    for times in ASSESSED:
        long = repeated(table, times)
        output = options.folder / "assessed.parquet"
        _told("assess", options.rows * times, ["assess", str(long), "-o", str(output)])
        output.unlink()


def _told(name: str, rows: int, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "ariane", "cohort", *arguments]
    watched = [sys.executable, "-c", WATCH, *command]
    code, most, seconds = subprocess.run(
        watched, check=True, capture_output=True, text=True
    ).stdout.split()
    assert code == "0", f"{name} ended with {code}"
    print(f"  {name:8}{rows:12,}{int(most):8}{float(seconds):9.1f}", flush=True)
