"""Drawing variables for many patients at once, each given those before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ariane.cohort.registry.answers import NONE, Answer, Codes
from ariane.cohort.registry.parameters import ParameterError, Row, Variable

Mask = np.ndarray[Any, np.dtype[np.bool_]]


class Draw:
    """The answers of a batch of patients, variable by variable."""

    def __init__(self, count: int, random: np.random.Generator) -> None:
        self.count = count
        self.codes: dict[str, Codes] = {}
        self._answers: dict[str, tuple[Answer, ...]] = {}
        self._random = random

    def add(self, variable: Variable) -> None:
        """Draw one variable. Raises `ParameterError` where no row speaks of a patient."""
        for_whom = self.meets(variable.only)
        if variable.same_as is not None:
            codes = np.where(for_whom, self.codes[variable.same_as], NONE).astype(np.int16)
        else:
            codes = self.drawn(variable.name, variable.rows, variable.answers, for_whom)
        self.codes[variable.name] = codes
        self._answers[variable.name] = variable.answers

    def drawn(
        self, name: str, rows: Sequence[Row], answers: Sequence[Answer], for_whom: Mask
    ) -> Codes:
        """Return one answer for each of `for_whom`, by the first row that speaks of them."""
        place = {value: index for index, value in enumerate(answers)}
        codes = np.full(self.count, NONE, np.int16)
        chance = self._random.random(self.count)
        left = for_whom.copy()
        for row in rows:
            met = left & self.meets(row.of)
            bounds = np.cumsum([*row.shares.values()])[:-1]
            own = np.array([place[value] for value in row.shares], np.int16)
            codes[met] = own[np.searchsorted(bounds, chance[met], side="right")]
            left &= ~met
        if left.any():
            raise ParameterError(f"{name}: no row speaks of {int(left.sum())} patients")
        return codes

    def meets(self, condition: Mapping[str, tuple[Answer, ...]]) -> Mask:
        """Tell who meets every part of a condition."""
        met = np.ones(self.count, np.bool_)
        for name, values in condition.items():
            wanted = [value in values for value in self._answers[name]]
            met &= np.array([*wanted, False])[self.codes[name]]
        return met
