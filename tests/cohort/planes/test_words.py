"""Planes of words count what planes of integers count."""

from __future__ import annotations

import numpy as np
import pytest

from ariane.cohort.planes.words import Machine, arranged, no_planes, words_for
from ariane.logic.expression import ALWAYS
from ariane.logic.planes import Emitter
from support.expressions import GRADE, PLACES, STAIN, A, B, C, N

CONDITIONS = [
    (A & B) | ~C,
    A & B,
    ~(A | (N > 2)),
    STAIN.one_of("neg", "reduced") & ~PLACES.not_empty(),
    GRADE.one_of(0, 4) | A | B | C,
    ALWAYS,
    A,
]


@pytest.mark.parametrize("words", [1, 3, 40])
def test_integers_and_words_agree_and_buffers_are_used_again(words: int) -> None:
    emitter = Emitter()
    wires = [wire for c in CONDITIONS for wire in (emitter.holds(c), emitter.fails(c))]
    wires += [w for c in CONDITIONS for w in emitter.waits(c).values()]
    program = emitter.program(wires)
    random = np.random.default_rng(words)
    machine = Machine(program)
    for _ in range(3):
        planes = random.integers(0, 2**64, (len(program.inputs), words), np.uint64)
        numbers = [int.from_bytes(plane.tobytes(), "little") for plane in planes]
        expected = [number.bit_count() for number in program.run(numbers)]
        assert machine.counts(planes)[:, 0].tolist() == expected
        starts = sorted({0, words // 3, words // 2})
        assert machine.counts(planes, starts).sum(axis=1).tolist() == expected


def test_groups_are_counted_apart() -> None:
    emitter = Emitter()
    program = emitter.program([emitter.holds(A)])
    planes = np.array([[1, 3, 7, 0]], np.uint64)
    assert Machine(program).counts(planes, [0, 1, 3]).tolist() == [[1, 5, 0]]


def test_more_outputs_than_are_staged_and_none_at_all() -> None:
    emitter = Emitter()
    wire = emitter.holds(A & B)
    program = emitter.program([wire] * 70)
    planes = np.full((2, 2), 5, np.uint64)
    assert Machine(program).counts(planes)[:, 0].tolist() == [4] * 70
    assert Machine(program).counts(planes[:, :0])[:, 0].tolist() == [0] * 70


def test_a_plane_has_room_for_every_patient() -> None:
    assert [words_for(n) for n in (0, 1, 64, 65)] == [0, 1, 1, 2]
    assert no_planes(2, 65).tolist() == [[0, 0], [0, 0]]


def test_patients_change_places_and_nobody_fills_the_gaps() -> None:
    planes = np.array([[0b1011, 1], [0b0100, 0]], np.uint64)
    rows = np.full(130, -1)
    rows[[0, 1, 64, 129]] = [3, 2, 0, 64]
    assert arranged(planes, rows).tolist() == [[0b01, 1, 0b10], [0b10, 0, 0]]
