"""What was worked out once is not worked out again, until the memory is full."""

from __future__ import annotations

import pytest

from ariane.logic import memory
from ariane.logic.memory import Memory


def test_each_thing_is_worked_out_once() -> None:
    asked: list[int] = []

    def work_out(number: int) -> int:
        asked.append(number)
        return number * 10

    found = Memory(work_out)
    assert [found[2], found[3], found[2]] == [20, 30, 20]
    assert asked == [2, 3]


def test_a_full_memory_is_emptied_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "CAPACITY", 2)
    found: Memory[int, int] = Memory(lambda number: -number)
    assert [found[number] for number in (1, 2)] == [-1, -2]
    assert len(found) == 2
    assert found[3] == -3
    assert dict(found) == {3: -3}
