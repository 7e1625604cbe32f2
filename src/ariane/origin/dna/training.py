"""Training: the features that occur often enough, regression, networks, trees, the priors.

Needs scikit-learn; what it returns does not. One thread and fixed seeds give the same weights again
on the same libraries and processor; another linear-algebra library may differ in the last digits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.dna.classifier import Classifier
from ariane.origin.dna.encoding import Encoder
from ariane.origin.dna.features import all_features, gene_of
from ariane.origin.dna.network import Network
from ariane.origin.dna.priors import SitePriors, counted
from ariane.origin.dna.tree_training import TreeRecipe, train_trees
from ariane.origin.dna.variant import DnaSample

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Places = NDArray[np.intp]

LEAST_TUMOURS = 10
"""Tumours in which a feature must occur to be kept."""
LEAST_MEAN = 0.002
"""Means below this are taken as 0: unknown and absent are then alike."""
LEAST_OF_SUBTYPE = 15
"""Tumours below which a subtype joins the others of its origin."""


class Recipe(NamedTuple):
    """What is tuned; `smoothness` is the inverse of the regression's penalty."""

    smoothness: float = 0.5
    regression_rounds: int = 80
    networks: int = 3
    hidden: int = 64
    network_penalty: float = 0.1
    network_rounds: int = 9
    trees: TreeRecipe = TreeRecipe()
    tree_weight: float = 0.35


class Fitted(NamedTuple):
    """What training gives."""

    encoder: Encoder
    classifier: Classifier
    priors: SitePriors


def fit(
    samples: Sequence[DnaSample],
    targets: Places,
    parents: Places,
    recipe: Recipe = Recipe(),  # noqa: B008 - immutable
) -> Fitted:
    """Train on samples whose subtype is known, by place (`targets`); `parents`: their origins."""
    encoder = fit_encoder(samples)
    rows = encoded(encoder, samples)
    network = _fit_network(rows, targets, parents, recipe)
    trees = train_trees(rows, parents[targets], encoder.means, recipe.trees)
    classifier = Classifier(network, trees, recipe.tree_weight)
    return Fitted(encoder, classifier, counted(samples, targets, len(parents)))


def fit_encoder(samples: Sequence[DnaSample]) -> Encoder:
    """Choose the features, the genes of each panel, and the means where known."""
    named = [all_features(sample) for sample in samples]
    counts = Counter(name for each in named for name in each)
    kept = tuple(sorted(name for name, count in counts.items() if count >= LEAST_TUMOURS))
    panels = seen_panels(samples)
    sums = dict.fromkeys(kept, 0.0)
    for each in named:
        for name in each.keys() & sums.keys():
            sums[name] += each[name]
    known = _known_in(samples, named, panels)
    means = [sums[name] / max(1, known[gene_of(name) or _kind(name)]) for name in kept]
    rounded = [0.0 if abs(mean) < LEAST_MEAN else mean for mean in means]
    return Encoder(kept, np.array(rounded, dtype=np.float32), panels)


def _kind(feature: str) -> str:
    return feature.partition(":")[0]


def seen_panels(samples: Sequence[DnaSample]) -> dict[str, frozenset[str]]:
    """Return the genes ever seen mutated on each panel: they stand for its list."""
    genes: dict[str, set[str]] = {}
    for sample in samples:
        if sample.panel is not None:
            genes.setdefault(sample.panel, set()).update(v.gene for v in sample.variants)
    return {panel: frozenset(genes[panel]) for panel in sorted(genes)}


def _known_in(
    samples: Sequence[DnaSample],
    named: Sequence[Mapping[str, float]],
    panels: Mapping[str, frozenset[str]],
) -> Counter[str]:
    """Return in how many samples each gene, and each measure, is known."""
    known = Counter(kind for each in named for kind in {_kind(name) for name in each})
    for sample in samples:
        known.update(panels.get(sample.panel or "", ()))
    return known


def encoded(encoder: Encoder, samples: Sequence[DnaSample]) -> csr_matrix:
    """Return samples as sparse rows."""
    from scipy.sparse import csr_matrix

    places, values, ends = [], [], [0]
    for sample in samples:
        row = encoder.row(sample)
        used = np.flatnonzero(row)
        places.append(used)
        values.append(row[used])
        ends.append(ends[-1] + len(used))
    shape = (len(samples), len(encoder.features))
    return csr_matrix((np.concatenate(values), np.concatenate(places), ends), shape=shape)


def _fit_network(rows: csr_matrix, targets: Places, parents: Places, recipe: Recipe) -> Network:
    import warnings

    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from sklearn.neural_network import MLPClassifier

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopped early on purpose
        regression = LogisticRegression(C=recipe.smoothness, max_iter=recipe.regression_rounds).fit(
            rows, targets
        )
        networks = [
            MLPClassifier(
                (recipe.hidden,),
                alpha=recipe.network_penalty,
                batch_size=min(128, rows.shape[0]),
                max_iter=recipe.network_rounds,
                random_state=seed,
            ).fit(rows, targets)
            for seed in range(recipe.networks)
        ]
    first = [regression.coef_.T, *(each.coefs_[0] for each in networks)]
    bias = [regression.intercept_, *(each.intercepts_[0] for each in networks)]
    second = np.stack([each.coefs_[1] for each in networks]).astype(np.float32)
    return Network(
        np.concatenate(first, axis=1).astype(np.float16).astype(np.float32),
        np.concatenate(bias).astype(np.float32),
        second,
        np.stack([each.intercepts_[1] for each in networks]).astype(np.float32),
        parents,
    )


def grouped_subtypes(labels: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return (origin, subtype) with the rare subtypes of an origin joined under one name.

    Where they are rare even together, they join the commonest subtype of the origin.
    """
    counts = Counter(labels)
    rare = Counter(label[0] for label in labels if counts[label] < LEAST_OF_SUBTYPE)
    return [
        label if counts[label] >= LEAST_OF_SUBTYPE else _joined(label[0], rare, counts)
        for label in labels
    ]


def _joined(
    origin: str, rare: Mapping[str, int], counts: Mapping[tuple[str, str], int]
) -> tuple[str, str]:
    commonest = max((n, label) for label, n in counts.items() if label[0] == origin)
    alone = commonest[0] < LEAST_OF_SUBTYPE
    return (origin, "other") if alone or rare[origin] >= LEAST_OF_SUBTYPE else commonest[1]
