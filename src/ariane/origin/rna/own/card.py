"""The card of a model trained on one's own data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.dna.validation import class_validation
from ariane.origin.model_file import Measure, ModelCard
from ariane.origin.report import ClassValidation
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.own.held_out import HeldOut
from ariane.origin.rna.own.measuring import PRECISION, Thresholds, measured, thresholds

if TYPE_CHECKING:
    from numpy.typing import NDArray

NAME, VERSION = "rna-own", "1"
LICENCE = "Yours: made from your data, on your machine; nothing was sent anywhere."
LIMITS = ("own-data", "known-primaries", "closed-set")


class Measures(NamedTuple):
    """What was fitted and measured on held-out tumours."""

    thresholds: Thresholds
    table: tuple[Measure, ...]
    validation: Mapping[str, ClassValidation]


def measures(held: HeldOut, cohort: Cohort, folds: NDArray[np.intp]) -> Measures:
    """Fit the thresholds, on mixtures too, and measure tumours as they are."""
    truth = cohort.origin[held.place]
    groups = [cohort.groups[place] for place in held.place.tolist()]
    everyone = np.concatenate([truth, cohort.origin[held.mixed_place]])
    return Measures(
        thresholds(np.concatenate([held.scores, held.mixed_scores]), everyone),
        measured(held.scores, truth, folds[held.place], groups),
        class_validation(held.scores, truth, cohort.codes),
    )


def card_of(
    sha256: str,
    codes: tuple[str, ...],
    made_from: Mapping[str, str],
    found: Measures,
    settings: Mapping[str, Any],
) -> ModelCard:
    """Return the card; `settings`: those of the trained panel, beside the thresholds."""
    return ModelCard(
        name=NAME,
        version=VERSION,
        source="rna",
        sha256=sha256,
        classes=codes,
        data=(made_from,),
        licence=LICENCE,
        limits=LIMITS,
        measured=found.table,
        validation=found.validation,
        settings={
            **settings,
            "temperature": found.thresholds.temperature,
            "set90": round(found.thresholds.set90, 5),
            "answer": round(found.thresholds.answer, 5),
            "precision": PRECISION,
        },
    )
