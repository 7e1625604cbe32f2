"""What each gene adds: the log-odds of an origin with it, less those with it at its mean.

The effect is that on the whole model, so a gene counts in the company of the others; effects need
not add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.report import Evidence
from ariane.origin.rna.answers import Seen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TOLD, WEIGHED = 12, 30
"""Genes told of one sample; genes whose effect is worked out."""
LEAST_TOLD = 0.05
ORIGINS_TOLD = 3


def evidence(seen: Seen, row: Floats, codes: tuple[str, ...], heat: float) -> tuple[Evidence, ...]:
    """Return the genes of a sample that count most, for its likeliest origins.

    `row`: its standardised levels, one a known gene; `heat`: the temperature of the model.
    """
    weighed = _leading(seen, row)
    rows = np.tile(row, (len(weighed) + 1, 1))
    rows[np.arange(len(weighed)), weighed] = 0
    odds = _log_odds(seen.log_odds(rows), seen.fitted.parents) / heat
    shown = np.argsort(-odds[-1], kind="stable")[:ORIGINS_TOLD]
    effects = (odds[-1] - odds[:-1])[:, shown]
    order = np.argsort(-np.abs(effects).max(axis=1), kind="stable")[:TOLD]
    names = [codes[place] for place in shown]
    return tuple(
        Evidence(_label(seen, row, weighed[place]), _told(names, effects[place]))
        for place in order
        if np.abs(effects[place]).max() >= LEAST_TOLD
    )


def _leading(seen: Seen, row: Floats) -> NDArray[np.intp]:
    """Return the places of the genes that point most to or from any kind."""
    means = seen.fitted.gaussians.means @ seen.fitted.factors.axes[seen.view.genes].T
    merit = np.abs(row) * np.abs(means - means.mean(axis=0)).max(axis=0)
    return np.argsort(-merit, kind="stable")[:WEIGHED]


def _label(seen: Seen, row: Floats, place: int) -> str:
    gene = seen.fitted.factors.genes[seen.view.genes[place]]
    return f"{gene} level {row[place]:+.1f}"


def _told(codes: list[str], effects: Floats) -> dict[str, float]:
    return {
        code: round(float(effect), 2)
        for code, effect in zip(codes, effects, strict=True)
        if abs(effect) >= LEAST_TOLD
    }


def _log_odds(kinds: Floats, parents: NDArray[np.intp]) -> Floats:
    """Return log-odds of origins (samples x origins) from logarithms of the shares of kinds."""
    found = []
    for origin in range(int(parents.max()) + 1):
        inside = parents == origin
        found.append(_log_sum(kinds[:, inside]) - _log_sum(kinds[:, ~inside]))
    return np.stack(found, axis=1)


def _log_sum(logarithms: Floats) -> Floats:
    most = logarithms.max(axis=1)
    return np.asarray(most + np.log(np.exp(logarithms - most[:, None]).sum(axis=1)))
