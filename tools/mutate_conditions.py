"""Try every mutant of every condition against its cases, and say what became of them.

Run by `make mutation`; the same trial is part of the tests. Exit status 1 where a mutant survives:
a condition that is slightly wrong and that no case tells from the right one.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from ariane.logic.notation import notation
from support.mutation import Trial, Verdict, trials


def main() -> int:
    survived: list[Trial] = []
    for kind, tried in trials().items():
        _print_counts(kind, tried)
        survived += [trial for trial in tried if trial.verdict is Verdict.SURVIVED]
        for trial in tried:
            if trial.verdict is Verdict.EQUIVALENT:
                print(f"  the same: {_said(trial)}")
    for trial in survived:
        print(f"SURVIVED: {_said(trial)}")
    return 1 if survived else 0


def _print_counts(kind: str, tried: tuple[Trial, ...]) -> None:
    print(f"\n{kind}: {len({trial.subject for trial in tried})} conditions, {len(tried)} mutants")
    counted = Counter((trial.mutant.slip, trial.verdict) for trial in tried)
    for slip in sorted({trial.mutant.slip for trial in tried}):
        numbers = "".join(f"{counted[slip, verdict]:6} {verdict:12}" for verdict in Verdict)
        print(f"  {slip:18}{numbers}")


def _said(trial: Trial) -> str:
    return f"{trial.subject} ({trial.mutant.slip}): {notation(trial.mutant.condition)}"


if __name__ == "__main__":
    sys.exit(main())
