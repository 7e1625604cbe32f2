"""Programs run on planes of 64-bit words, and the patients of their outputs counted.

A plane is a row of `numpy.uint64`: patient n is bit n % 64 of word n // 64 (least significant
first). Few planes live at once, in buffers that are used again, so that they stay in the cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ariane.logic.planes import Program, Wire

Words = NDArray[np.uint64]
"""One plane, or one row a plane."""
Counts = NDArray[np.int64]
Rows = NDArray[np.int64]
"""For each bit the patient that it is to be, or -1 for nobody."""
BITS = 64
STAGED = 32
"""Output planes that are counted at once."""
OPERATIONS = {"&": np.bitwise_and, "|": np.bitwise_or, "^": np.bitwise_xor}


def words_for(patients: int) -> int:
    """Return how many words a plane of so many patients has."""
    return -(-patients // BITS)


def no_planes(count: int, patients: int) -> Words:
    """Return planes without a patient."""
    return np.zeros((count, words_for(patients)), np.uint64)


def arranged(planes: Words, rows: Rows) -> Words:
    """Return planes with their patients in another order."""
    found = no_planes(len(planes), len(rows))
    patients = planes.shape[1] * BITS
    bits = np.zeros(patients + 1, np.uint8)  # the last stands for nobody
    for old, new in zip(as_bytes(planes), as_bytes(found), strict=True):
        bits[:patients] = np.unpackbits(old, bitorder="little")
        packed = np.packbits(bits.take(rows, mode="wrap"), bitorder="little")
        new[: len(packed)] = packed
    return found


def as_bytes(planes: Words) -> NDArray[np.uint8]:
    """Return planes as bytes, to write bitmaps into."""
    return planes.view(np.uint8)


class _Step(NamedTuple):
    """A ufunc over slots, and the places among the outputs that its result has."""

    work_out: Any
    left: int
    right: int
    into: int
    outputs: tuple[int, ...]


class Machine:
    """A program with its buffers, which grow with the blocks that it meets."""

    def __init__(self, program: Program) -> None:
        self._inputs = len(program.inputs)
        self._outputs = len(program.outputs)
        places: dict[Wire, list[int]] = {}
        for place, wire in enumerate(program.outputs):
            places.setdefault(wire, []).append(place)
        self._given = [(wire, places[wire]) for wire in range(self._inputs) if wire in places]
        self._steps, self._live = _scheduled(program, places)
        self._make_room(0)

    def counts(self, planes: Sequence[Words], starts: Sequence[int] = (0,)) -> Counts:
        """Return how many patients each output plane has: one row an output, one column a group.

        `planes` are those of the inputs; `starts` the words at which the groups begin, ascending.
        """
        width = len(planes[0])
        if self._slots.shape[1] < width:
            self._make_room(width)
        counting = _Counting(self._stage[:, :width], self._outputs, starts)
        slots: list[Words] = [*planes, *self._slots[:, :width]]
        for wire, places in self._given:
            counting.add(slots[wire], places)
        for work_out, left, right, into, outputs in self._steps:
            plane = work_out(slots[left], slots[right], slots[into])
            if outputs:
                counting.add(plane, outputs)
        return counting.finished()

    def _make_room(self, width: int) -> None:
        self._slots = np.empty((self._live, width), np.uint64)
        self._stage = np.empty((STAGED, width), np.uint64)


class _Counting:
    """Counts output planes a few at a time."""

    def __init__(self, stage: Words, outputs: int, starts: Sequence[int]) -> None:
        self._stage = stage
        self._starts = starts
        self._whole = len(starts) == 1
        self._staged: list[Sequence[int]] = []
        self._counts = np.zeros((outputs, len(starts)), np.int64)

    def add(self, plane: Words, outputs: Sequence[int]) -> None:
        self._stage[len(self._staged)] = plane
        self._staged.append(outputs)
        if len(self._staged) == STAGED:
            self._count()

    def finished(self) -> Counts:
        self._count()
        return self._counts

    def _count(self) -> None:
        ones = np.bitwise_count(self._stage[: len(self._staged)])
        if not ones.size:
            found: Any = np.zeros((len(ones), len(self._starts)), np.int64)
        elif self._whole:
            found = ones.sum(axis=1, dtype=np.int64, keepdims=True)
        else:
            found = np.add.reduceat(ones, self._starts, axis=1, dtype=np.int64)
        for places, row in zip(self._staged, found, strict=True):
            self._counts[[*places]] = row
        self._staged = []


def _scheduled(program: Program, places: dict[Wire, list[int]]) -> tuple[list[_Step], int]:
    """Give each step a slot; a slot is free again after the last step that reads it."""
    first = len(program.inputs)
    last = {
        wire: number
        for number, step in enumerate(program.steps)
        for wire in (step.left, step.right)
    }
    slot = {wire: wire for wire in range(first)}
    free: list[int] = []
    used = 0
    steps = []
    for number, (operation, left, right) in enumerate(program.steps):
        wire = first + number
        if free:
            into = free.pop()
        else:
            into, used = first + used, used + 1
        outputs = tuple(places.get(wire, ()))
        steps.append(_Step(OPERATIONS[operation], slot[left], slot[right], into, outputs))
        slot[wire] = into
        over = {read for read in (left, right) if read >= first and last[read] == number}
        free.extend(slot[read] for read in sorted(over))
        if wire not in last:
            free.append(into)
    return steps, used
