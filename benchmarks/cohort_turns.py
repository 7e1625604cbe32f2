"""Contenders that take turns, and the table of their times."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from statistics import median


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


class Turns:
    """Seconds of processor of each contender, round after round; the first round warms up."""

    def __init__(self, runs: Mapping[str, Callable[[], object]], rounds: int) -> None:
        self.names = list(runs)
        self._seconds: dict[str, list[float]] = {name: [] for name in runs}
        for number in range(rounds + 1):
            for name, run in runs.items():
                start = time.process_time()
                run()
                if number:
                    self._seconds[name].append(time.process_time() - start)

    def median(self, name: str) -> float:
        return median(self._seconds[name])

    def told(self, title: str, first_is_unit: bool = True) -> None:
        """Print the table: median, least and most seconds, ratio to the first contender."""
        print(f"\n{title}: seconds of processor (median, least, most)", flush=True)
        unit = self.median(self.names[0])
        for name in self.names:
            found = self._seconds[name]
            ratio = f"{self.median(name) / unit:9.1f} x" if first_is_unit else ""
            print(
                f"  {name:42}{median(found):9.4f}{min(found):9.4f}{max(found):9.4f}{ratio}",
                flush=True,
            )
