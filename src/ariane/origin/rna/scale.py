"""The scale of an expression table, for information: the classifier sees ranks alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.refusal import InputProblem

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_OF_LOGARITHM = 50.0
"""No logarithm to base 2 of a count or of a TPM comes near: 2^50 is a million billions."""


class Scale(StrEnum):
    """What the numbers of a table are."""

    COUNTS = "counts"
    LINEAR = "linear"
    LOGARITHM = "logarithm"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Range:
    """What was seen of the numbers of a table so far; `negative`: cells below zero, the first."""

    least: float = np.inf
    greatest: float = -np.inf
    whole: bool = True
    negative: list[InputProblem] = field(default_factory=list)

    def add(self, values: NDArray[np.float64]) -> None:
        """Take account of known numbers."""
        if len(values):
            self.least = min(self.least, float(values.min()))
            self.greatest = max(self.greatest, float(values.max()))
            self.whole = self.whole and bool((values == np.rint(values)).all())

    @property
    def scale(self) -> Scale:
        """Counts are whole, logarithms small; TPM, FPKM and the like are neither."""
        if self.greatest < self.least:
            return Scale.UNKNOWN
        if self.whole:
            return Scale.COUNTS
        return Scale.LINEAR if self.greatest > MOST_OF_LOGARITHM else Scale.LOGARITHM

    @property
    def problems(self) -> tuple[InputProblem, ...]:
        """Return the cells that cannot be: below zero where the scale knows no such number."""
        return () if self.scale is Scale.LOGARITHM else tuple(self.negative)

    def data(self) -> dict[str, Any]:
        """Return this as plain data."""
        negative = [list(each) for each in self.negative]
        return {
            "least": self.least,
            "greatest": self.greatest,
            "whole": self.whole,
            "negative": negative,
        }


def range_from(data: Mapping[str, Any]) -> Range:
    """Return what `Range.data` gave."""
    negative = [InputProblem(*each) for each in data["negative"]]
    return Range(data["least"], data["greatest"], data["whole"], negative)
