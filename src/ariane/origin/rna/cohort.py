"""Who a model is trained on: expression, the kind of each tumour, and normal tissue."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]
    Places = NDArray[np.intp]


class Cohort(NamedTuple):
    """Samples (`values`: samples x genes, log2, nothing unknown) and what they are.

    `kinds` names the kinds of tumour (studies, narrower than origins), `codes` the origins, both
    sorted; `parents`: the origin of each kind; `kind`, the place of each sample's kind; `tumour`:
    false for normal tissue, of the organ of its kind; `groups`: hospitals.
    """

    genes: tuple[str, ...]
    values: Array
    kinds: tuple[str, ...]
    codes: tuple[str, ...]
    parents: Places
    kind: Places
    tumour: NDArray[np.bool_]
    groups: tuple[str, ...]

    @property
    def origin(self) -> Places:
        """The place of each sample's origin."""
        return self.parents[self.kind]

    def part(self, chosen: Places | NDArray[np.bool_]) -> Cohort:
        """Return some of the samples; kinds that none has are left out."""
        places = np.arange(len(self.kind))[chosen]
        left = np.unique(self.kind[places][self.tumour[places]])
        kept = places[np.isin(self.kind[places], left)]
        kinds = tuple(self.kinds[kind] for kind in left.tolist())
        origins = [self.codes[self.parents[kind]] for kind in left.tolist()]
        return cohort_of(
            self.genes,
            self.values[kept],
            [self.kinds[kind] for kind in self.kind[kept].tolist()],
            dict(zip(kinds, origins, strict=True)),
            self.tumour[kept],
            [self.groups[place] for place in kept.tolist()],
        )


def cohort_of(
    genes: tuple[str, ...],
    values: Array,
    kinds: list[str],
    origins: dict[str, str],
    tumour: NDArray[np.bool_],
    groups: list[str],
) -> Cohort:
    """Return a cohort; `origins` is the code of each kind."""
    names = tuple(sorted(set(kinds)))
    codes = tuple(sorted({origins[name] for name in names}))
    return Cohort(
        genes,
        values,
        names,
        codes,
        np.array([codes.index(origins[name]) for name in names]),
        np.array([names.index(kind) for kind in kinds]),
        tumour,
        tuple(groups),
    )
