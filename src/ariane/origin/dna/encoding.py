"""Samples as rows over a fixed list of features; what is unknown stands at its mean.

A gene that is not on the panel is unknown, not wild-type: all its features stand at their means
among the tumours in which it was sequenced. So does a measure that is not given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.dna.features import MEASURES, Named, all_features, gene_of
from ariane.origin.dna.variant import DnaSample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Places = NDArray[np.intp]

Panels = Mapping[str, frozenset[str]]
NO_PLACES = np.array([], dtype=np.intp)


@dataclass(frozen=True)
class Encoder:
    """`features` by place; `means` where known, one a feature; `panels`: their genes by name."""

    features: tuple[str, ...]
    means: Floats
    panels: Panels

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each feature."""
        return {name: place for place, name in enumerate(self.features)}

    @cached_property
    def of_gene(self) -> dict[str, Places]:
        """The places of the features of each gene."""
        return _grouped((gene_of(name), place) for place, name in enumerate(self.features))

    @cached_property
    def of_measure(self) -> dict[str, Places]:
        """The places of the features of each measure, by the start of their names."""
        pairs = ((name.partition(":")[0], place) for place, name in enumerate(self.features))
        return _grouped((kind, place) for kind, place in pairs if kind in (*MEASURES, "spectrum"))

    def row(self, sample: DnaSample) -> Floats:
        """Return the features of a sample, one number a place."""
        named = all_features(sample)
        row = np.zeros(len(self.features), dtype=np.float32)
        unknown = self.unknown_places(sample, named)
        row[unknown] = self.means[unknown]
        for name, value in named.items():
            place = self.places.get(name)
            if place is not None:
                row[place] = value
        return row

    def unknown_places(self, sample: DnaSample, named: Named) -> Places:
        """Return the places of which the sample says nothing."""
        given = {name.partition(":")[0] for name in named}
        blank = [self.of_measure.get(m, NO_PLACES) for m in MEASURES if m not in given]
        covered = self.covered(sample)
        blank += [places for gene, places in self.of_gene.items() if gene not in covered]
        return np.concatenate(blank) if blank else NO_PLACES

    def covered(self, sample: DnaSample) -> frozenset[str]:
        """Return the genes of which the sample says something: on the panel, or seen mutated."""
        listed = sample.covered
        if listed is None:
            listed = self.panels.get(sample.panel or "", frozenset())
        return listed | {variant.gene for variant in sample.variants}


def _grouped(pairs: Iterable[tuple[str | None, int]]) -> dict[str, Places]:
    held: dict[str, list[int]] = {}
    for name, place in pairs:
        if name is not None:
            held.setdefault(name, []).append(place)
    return {name: np.array(places, dtype=np.intp) for name, places in held.items()}
