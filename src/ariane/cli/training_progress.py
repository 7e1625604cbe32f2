"""How far a training has come: a bar on a terminal, else a line for each stage that ends."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ariane.wording.catalogue import say
from ariane.wording.language import Language

MEGABYTE = 1 << 20


@contextmanager
def shown_progress(language: Language) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function to be called with a stage, the steps done and those in all; then the memory.

    All is said on standard error.
    """
    if sys.stderr.isatty():
        with _bars(language) as progress:
            yield progress
    else:
        yield _lines(language)
    from ariane.origin.rna.own.conversion import BLOCK_BYTES

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // MEGABYTE
    block = BLOCK_BYTES // MEGABYTE
    print(say("rna_training:memory", language, block=block, peak=peak), file=sys.stderr)


def _lines(language: Language) -> Callable[[str, int, int], None]:
    def progress(stage: str, done: int, total: int) -> None:
        if done == total:
            step = say(f"rna_training:step.{stage}", language)
            said = say("rna_training:step.done", language, step=step, done=done, total=total)
            print(said, file=sys.stderr)

    return progress


@contextmanager
def _bars(language: Language) -> Iterator[Callable[[str, int, int], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description:24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bars:
        tasks = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(say(f"rna_training:step.{stage}", language))
            bars.update(tasks[stage], completed=done, total=total)

        yield progress
