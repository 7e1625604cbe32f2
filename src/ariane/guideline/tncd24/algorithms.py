"""The three algorithms of 24.8, in their order."""

from __future__ import annotations

from ariane.guideline.algorithm import Algorithm
from ariane.guideline.tncd24.s24_8_figure_1 import ALG1
from ariane.guideline.tncd24.s24_8_figure_2 import ALG2
from ariane.guideline.tncd24.s24_8_figure_3 import ALG3

ALGORITHMS: tuple[Algorithm, ...] = (ALG1, ALG2, ALG3)
