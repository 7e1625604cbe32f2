"""The fits of one training: each fold held out, each origin left out, then everyone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.rna.answers import answered
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.openset import signs
from ariane.origin.rna.own.conversion import Progress
from ariane.origin.rna.own.held_out import HeldOut, ask, together
from ariane.origin.rna.own.learner import Recipes, fitted
from ariane.origin.rna.own.marks import LEAST_ORIGINS
from ariane.origin.rna.own.stages import Stages
from ariane.origin.rna.training import Fitted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]


class Run(NamedTuple):
    """The fits of one training; each is kept when done."""

    cohort: Cohort
    folds: Places
    recipes: Recipes
    stages: Stages
    progress: Progress

    def held_out(self) -> HeldOut:
        """Ask about each fold a model that has not seen it."""
        count = int(self.folds.max()) + 1
        host = self.recipes.full.host
        parts = []
        for fold in range(count):

            def asked(fold: int = fold) -> dict[str, NDArray[Any]]:
                model = fitted(self.cohort.part(self.folds != fold), self.recipes.full)
                return ask(self.cohort, model, np.flatnonzero(self.folds == fold), host, fold)

            parts.append(self._kept(f"fold-{fold}", asked))
            self.progress("fold", fold + 1, count)
        return together(parts)

    def unseen(self) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
        """Ask about each origin a model that has not seen it, nor the first fold."""
        cohort, count = self.cohort, len(self.cohort.codes)
        found = []
        for place, code in enumerate(cohort.codes if count >= LEAST_ORIGINS else ()):
            other = cohort.origin != place

            def asked(other: NDArray[np.bool_] = other) -> dict[str, NDArray[Any]]:
                model = fitted(cohort.part((self.folds != 0) & other), self.recipes.light)
                known = (self.folds == 0) & other & cohort.tumour
                return {
                    "known": signs(model, answered(model, cohort.values[known])),
                    "unseen": signs(model, answered(model, cohort.values[~other & cohort.tumour])),
                }

            if code != self.recipes.full.host:
                kept = self._kept(f"unseen-{place}", asked)
                found.append((kept["known"], kept["unseen"]))
            self.progress("unseen", place + 1, count)
        return found

    def model(self) -> Fitted:
        """Train on everyone."""
        model = fitted(self.cohort, self.recipes.full)
        self.progress("model", 1, 1)
        return model

    def _kept(
        self, name: str, made: Callable[[], dict[str, NDArray[Any]]]
    ) -> dict[str, NDArray[Any]]:
        kept = self.stages.kept(name)
        if kept is None:
            kept = made()
            self.stages.keep(name, kept)
        return kept
