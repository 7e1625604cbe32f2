"""Training of a panel: the factors, the Gaussians, the networks.

Each tumour is seen many times: whole, with some of its genes only, and, where there is normal
tissue, with a share of a host mixed in. numpy is enough. One thread and fixed seeds give the same
weights again on the same libraries and processor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.rna.admixture import mixed
from ariane.origin.rna.chimeras import with_chimeras
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.factors import Factors, fit_factors
from ariane.origin.rna.gaussians import Gaussians, fit_gaussians
from ariane.origin.rna.network import Networks
from ariane.origin.rna.network_training import NetworkRecipe, Round, train_networks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]
    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

COMPOSITION_SEED = 50
PER_ROUND = 2000
"""Samples that the networks of the composition see in a round."""


class Recipe(NamedTuple):
    """What is tuned.

    `copies`: how often each tumour is seen; `most_missing`: share of genes left out at most;
    `balance`: 0 draws kinds as often as they are, 1 all alike; `own` and `smooth`: see
    `fit_gaussians`; `weight` and `heat` of the Gaussians beside the networks; `host`: the origin
    whose normal tissue is mixed in most (`host_share` of mixtures), up to `most_host`;
    `chimeras`: how many are added to a round, as a share of it.
    """

    factors: int = 90
    copies: int = 20
    most_missing: float = 0.7
    balance: float = 0.5
    own: float = 0.6
    smooth: float = 0.05
    weight: float = 0.5
    heat: float = 2.0
    network: NetworkRecipe = NetworkRecipe()
    host: str = ""
    host_share: float = 0.6
    most_host: float = 0.85
    mixed_share: float = 0.75
    chimeras: float = 0.3
    seed: int = 0


class Fitted(NamedTuple):
    """What training gives; `composition`: shares of tumour and of each normal tissue, or none.

    `tissues`: the origins whose normal tissue is known; the last output is the tumour.
    """

    factors: Factors
    gaussians: Gaussians
    networks: Networks
    composition: Networks | None
    tissues: tuple[str, ...]
    scale: float
    weight: float
    heat: float
    kinds: tuple[str, ...]
    parents: Places
    codes: tuple[str, ...]


class _Seen(NamedTuple):
    """Copies of samples: factors (copies x samples x factors), composition, which are whole."""

    factors: Array
    composition: Array
    whole: list[int]


def fit(cohort: Cohort, recipe: Recipe) -> Fitted:
    """Train on a cohort."""
    tumours = np.flatnonzero(cohort.tumour)
    factors = fit_factors(cohort.genes, cohort.values, recipe.factors)
    tissues = tuple(cohort.codes[at] for at in np.unique(cohort.origin[~cohort.tumour]).tolist())
    rng = np.random.default_rng(recipe.seed)
    seen = _copies(cohort, tumours, factors, tissues, recipe, rng)
    kind = cohort.kind[tumours]
    counts = np.bincount(kind, minlength=len(cohort.kinds)).astype(float)
    weights = counts[kind] ** -recipe.balance
    weights /= weights.sum()
    gaussians = _gaussians(seen, kind, weights, counts, recipe)
    scale = round(float(np.sqrt(factors.variance.mean())), 4)
    targets = np.eye(len(cohort.kinds), dtype=np.float32)[kind]

    axes = factors.axes.astype(np.float32)

    def draw(rng: np.random.Generator) -> Round:
        chosen = rng.choice(len(kind), len(kind), p=weights)
        copy = rng.integers(0, len(seen.factors), len(kind))
        plain = Round(seen.factors[copy, chosen] / np.float32(scale), targets[chosen])
        return with_chimeras(plain, axes, recipe.chimeras, rng)

    return Fitted(
        factors,
        gaussians,
        train_networks(draw, recipe.network, recipe.seed),
        _composition(cohort, seen, factors, tissues, scale, recipe, rng) if tissues else None,
        tissues,
        scale,
        recipe.weight,
        recipe.heat,
        cohort.kinds,
        cohort.parents,
        cohort.codes,
    )


def _gaussians(
    seen: _Seen, kind: Places, weights: Floats, counts: Floats, recipe: Recipe
) -> Gaussians:
    whole = seen.factors[seen.whole].astype(float)
    prior = counts ** (1 - recipe.balance)
    return fit_gaussians(
        whole.reshape(-1, whole.shape[2]),
        np.tile(kind, len(seen.whole)),
        np.tile(weights, len(seen.whole)),
        prior / prior.sum(),
        recipe.own,
        recipe.smooth,
    )


def _copies(
    cohort: Cohort,
    tumours: Places,
    factors: Factors,
    tissues: tuple[str, ...],
    recipe: Recipe,
    rng: np.random.Generator,
) -> _Seen:
    """Return the copies of the tumours; half of those after the first lack genes."""
    found, shares, whole = [], [], []
    for copy in range(recipe.copies):
        values = cohort.values[tumours]
        composition = np.zeros((len(tumours), len(tissues) + 1), dtype=np.float32)
        composition[:, -1] = 1
        if tissues and copy:
            values = _with_host(cohort, values, composition, tissues, recipe, rng)
        complete = copy % 2 == 0 if tissues else copy == 0
        if complete:
            whole.append(copy)
        found.append(_embedded(factors, values, 0.0 if complete else recipe.most_missing, rng))
        shares.append(composition)
    return _Seen(np.stack(found), np.stack(shares), whole)


def _with_host(
    cohort: Cohort,
    values: Array,
    composition: Array,
    tissues: tuple[str, ...],
    recipe: Recipe,
    rng: np.random.Generator,
) -> Array:
    """Return the samples with host tissue mixed into most of them; `composition` is kept up."""
    normals = np.flatnonzero(~cohort.tumour)
    of_host = normals[cohort.origin[normals] == cohort.codes.index(recipe.host)]
    first = rng.random(len(values)) < recipe.host_share
    host = np.where(first, rng.choice(of_host, len(values)), rng.choice(normals, len(values)))
    share = rng.uniform(0, recipe.most_host, len(values))
    share *= rng.random(len(values)) < recipe.mixed_share
    places = np.array([tissues.index(cohort.codes[at]) for at in cohort.origin[host].tolist()])
    composition[:, -1] -= share
    composition[np.arange(len(values)), places] += share.astype(np.float32)
    return mixed(values, cohort.values[host], share)


BLOCKS = 24
"""Sets of genes drawn for each copy."""


def _embedded(factors: Factors, values: Array, missing: float, rng: np.random.Generator) -> Array:
    """Return factors expected from samples of which up to a share of the genes is left out."""
    found = np.empty((len(values), factors.axes.shape[1]), dtype=np.float32)
    blocks = np.array_split(rng.permutation(len(values)), BLOCKS if missing else 1)
    for block in blocks:
        kept = rng.random(len(factors.genes)) >= rng.uniform(0, missing)
        genes = np.flatnonzero(kept) if missing else np.arange(len(factors.genes))
        view = factors.view(genes)
        levels = factors.standardised(values[np.ix_(block, genes)], genes)
        found[block] = factors.expected(levels @ view.projection, view)
    return found


def _composition(
    cohort: Cohort,
    seen: _Seen,
    factors: Factors,
    tissues: tuple[str, ...],
    scale: float,
    recipe: Recipe,
    rng: np.random.Generator,
) -> Networks:
    """Train the networks that tell how much of a sample is tumour, and what the rest is."""
    normals = np.flatnonzero(~cohort.tumour)
    places = [tissues.index(cohort.codes[at]) for at in cohort.origin[normals].tolist()]
    is_normal = np.eye(len(tissues) + 1, dtype=np.float32)[places]
    plain = _embedded(factors, cohort.values[normals], 0.0, rng)
    copies = [plain, *(_embedded(factors, cohort.values[normals], recipe.most_missing, rng),) * 2]
    inputs = np.concatenate([seen.factors.reshape(-1, plain.shape[1]), *copies]) / np.float32(scale)
    targets = np.concatenate(
        [seen.composition.reshape(-1, len(tissues) + 1), *([is_normal] * len(copies))]
    )
    network = recipe.network._replace(smoothing=0.0)

    def draw(rng: np.random.Generator) -> Round:
        chosen = rng.choice(len(inputs), min(len(inputs), PER_ROUND), replace=False)
        return Round(inputs[chosen].astype(np.float32), targets[chosen])

    return train_networks(draw, network, recipe.seed + COMPOSITION_SEED)
