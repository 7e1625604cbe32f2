"""Who is trained on: samples with a label, in origins that are large enough to be measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.dna.training import grouped_subtypes
from ariane.origin.refusal import InputProblem, InputRefused
from ariane.origin.rna.own.folds import always_trained, grouped_folds
from ariane.origin.rna.own.labels import Label, Labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

LEAST_SAMPLES = 10
"""Tumours that an origin needs: two in each of five folds. Our own mark."""
SHOWN = 3


class ClassSize(NamedTuple):
    """How many tumours and groups an origin has."""

    code: str
    samples: int
    groups: int


class Cohort(NamedTuple):
    """Samples to train on, in the order of the table; normal tissue among them.

    `kinds`: the kind of each sample, rare ones joined; `origins`: the origin of each kind;
    `tumour`: false for normal tissue, of the organ of its kind; `folds`: the fold that holds each
    sample out; `left_out`: origins too small to be measured; `without_label`, `without_expression`:
    samples found in one of the files alone; `normal_unused`: normal tissue of an organ that is not
    said, or has no tumours here.
    """

    samples: tuple[str, ...]
    classes: tuple[ClassSize, ...]
    kinds: tuple[str, ...]
    origins: Mapping[str, str]
    tumour: NDArray[np.bool_]
    groups: tuple[str, ...]
    folds: Places
    left_out: tuple[ClassSize, ...]
    without_label: int
    without_expression: int
    normal_unused: int

    @property
    def codes(self) -> tuple[str, ...]:
        """The origins by code, in order of the alphabet."""
        return tuple(each.code for each in self.classes)


def matched(samples: Sequence[str], labels: Labels, source: str, seed: int) -> Cohort:
    """Bring samples and labels together; `source` names the file of labels.

    Raises `InputRefused` where no sample has a label, or no two origins remain.
    """
    labelled = {sample: labels.label[sample] for sample in samples if sample in labels.label}
    if not labelled:
        shown = (", ".join(list(names)[:SHOWN]) for names in (labels.label, samples))
        raise InputRefused(source, (InputProblem("no-label-matches", "", *shown),))
    tumours = {sample: label for sample, label in labelled.items() if not label.normal}
    sizes = _sizes(tumours, labels)
    kept, fold_of = _measurable(tumours, sizes, labels, seed)
    if len(kept) < 2:
        told = ", ".join(f"{each.code} {each.samples} ({each.groups})" for each in sizes)
        raise InputRefused(source, (InputProblem("fewer-than-two", "", told, str(LEAST_SAMPLES)),))
    codes = {each.code for each in kept}
    chosen = [sample for sample, label in labelled.items() if label.origin in codes]
    kinds = _kinds([labelled[sample] for sample in chosen])
    groups = tuple(labels.group[sample] for sample in chosen)
    # normal tissue of people without a tumour here: any fold will do, but always the same
    folds = [
        fold_of.get(group, at % (max(fold_of.values()) + 1)) for at, group in enumerate(groups)
    ]
    normal = sum(label.normal for label in labelled.values())
    tumour = np.array([not labelled[sample].normal for sample in chosen])
    return Cohort(
        samples=tuple(chosen),
        classes=tuple(kept),
        kinds=tuple(kinds),
        origins={kind: labelled[sample].origin for kind, sample in zip(kinds, chosen, strict=True)},
        tumour=tumour,
        groups=groups,
        folds=np.array(folds),
        left_out=tuple(each for each in sizes if each not in kept),
        without_label=len(samples) - len(labelled),
        without_expression=len(labels.label) - len(labelled),
        normal_unused=normal - int((~tumour).sum()),
    )


def _sizes(tumours: Mapping[str, Label], labels: Labels) -> list[ClassSize]:
    groups: dict[str, list[str]] = {}
    for sample, label in tumours.items():
        groups.setdefault(label.origin, []).append(labels.group[sample])
    return [ClassSize(code, len(groups[code]), len(set(groups[code]))) for code in sorted(groups)]


def _measurable(
    tumours: Mapping[str, Label], sizes: Iterable[ClassSize], labels: Labels, seed: int
) -> tuple[list[ClassSize], dict[str, int]]:
    """Return the origins of which a model knows some whichever fold is held out, and the folds."""
    kept = [each for each in sizes if each.samples >= LEAST_SAMPLES and each.groups > 1]
    while len(kept) > 1:
        places = {each.code: place for place, each in enumerate(kept)}
        part = [sample for sample, label in tumours.items() if label.origin in places]
        truth = np.array([places[tumours[sample].origin] for sample in part])
        groups = [labels.group[sample] for sample in part]
        folds = grouped_folds(truth, groups, seed)
        known = always_trained(truth, folds).tolist()
        if all(known):
            return kept, dict(zip(groups, folds.tolist(), strict=True))
        kept = [each for each, well in zip(kept, known, strict=True) if well]
    return kept, {}


def _kinds(labels: Sequence[Label]) -> list[str]:
    """Return the kind of each sample; rare kinds of an origin are joined under its code."""
    tumours = [(label.origin, label.kind) for label in labels if not label.normal]
    joined = dict(zip(tumours, grouped_subtypes(tumours), strict=True))
    first = {origin: kind for (origin, _), (_, kind) in reversed(joined.items())}
    named = (
        (label.origin, first[label.origin]) if label.normal else joined[label.origin, label.kind]
        for label in labels
    )
    return [origin if kind == "other" else kind for origin, kind in named]
