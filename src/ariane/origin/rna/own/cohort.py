"""Who is trained on: samples with a label, in classes that are large enough to be measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.dna.refusal import InputProblem, InputRefused
from ariane.origin.rna.own.folds import always_trained, grouped_folds
from ariane.origin.rna.own.labels import NORMAL, Labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

LEAST_SAMPLES = 10
"""Samples that a class needs: two in each of five folds. Our own mark."""
SHOWN = 3


class ClassSize(NamedTuple):
    """How many samples and groups a class has."""

    code: str
    samples: int
    groups: int


class Cohort(NamedTuple):
    """Samples to train on, in the order of the table.

    `truth`: the place of each sample's class in `classes`, which are in order of the alphabet;
    `folds`: the fold that holds each sample out; `left_out`: classes too small to be measured;
    `without_label`, `without_expression`: samples found in one of the files alone; `normal`:
    samples of tissue that is no tumour, which are not trained on.
    """

    samples: tuple[str, ...]
    classes: tuple[ClassSize, ...]
    truth: Places
    groups: tuple[str, ...]
    folds: Places
    left_out: tuple[ClassSize, ...]
    without_label: int
    without_expression: int
    normal: int

    @property
    def codes(self) -> tuple[str, ...]:
        """The classes by code."""
        return tuple(each.code for each in self.classes)


def matched(samples: Sequence[str], labels: Labels, source: str, seed: int) -> Cohort:
    """Bring samples and labels together; `source` names the file of labels.

    Raises `InputRefused` where no sample has a label, or no two classes remain.
    """
    labelled = [sample for sample in samples if sample in labels.origin]
    known = [sample for sample in labelled if labels.origin[sample] != NORMAL]
    if not labelled:
        shown = (", ".join(list(names)[:SHOWN]) for names in (labels.origin, samples))
        raise InputRefused(source, (InputProblem("no-label-matches", "", *shown),))
    sizes = _sizes(known, labels)
    kept = [each for each in sizes if each.samples >= LEAST_SAMPLES and each.groups > 1]
    while len(kept) > 1:
        part = [sample for sample in known if labels.origin[sample] in {k.code for k in kept}]
        places = {each.code: place for place, each in enumerate(kept)}
        truth = np.array([places[labels.origin[sample]] for sample in part])
        groups = tuple(labels.group[sample] for sample in part)
        folds = grouped_folds(truth, groups, seed)
        measurable = always_trained(truth, folds)
        if measurable.all():
            left_out = tuple(each for each in sizes if each not in kept)
            without_label = len(samples) - len(labelled)
            without_expression = len(labels.origin) - len(labelled)
            return Cohort(
                tuple(part),
                tuple(kept),
                truth,
                groups,
                folds,
                left_out,
                without_label,
                without_expression,
                len(labelled) - len(known),
            )
        kept = [each for each, well in zip(kept, measurable.tolist(), strict=True) if well]
    told = ", ".join(f"{each.code} {each.samples} ({each.groups})" for each in sizes)
    raise InputRefused(source, (InputProblem("fewer-than-two", "", told, str(LEAST_SAMPLES)),))


def _sizes(samples: Sequence[str], labels: Labels) -> list[ClassSize]:
    held: dict[str, list[str]] = {}
    for sample in samples:
        held.setdefault(labels.origin[sample], []).append(labels.group[sample])
    return [ClassSize(code, len(held[code]), len(set(held[code]))) for code in sorted(held)]
