"""How far each kind of evidence is to be believed when all are put together.

A kind's log-likelihood ratios are multiplied by its weight. The weight is that under which patients
of known origin, seen by this kind alone and held out from its training, are likeliest, the prior
held fixed (`reliability_fit`; refitted by `make origin-benchmark`). No data at hand show one
patient by two kinds, so how far the kinds repeat each other cannot be fitted: they are taken as
independent given the origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Reliability(NamedTuple):
    """The weight of one kind, its 95% interval by bootstrap over `n` patients, and their source.

    `patients` is a key of the wording table `origin` (`on.KEY`).
    """

    kind: str
    weight: float
    low: float
    high: float
    n: int
    patients: str
    source: str


FITTED: Mapping[str, Reliability] = {
    "dna-panel 1.1.0": Reliability(
        kind="dna",
        weight=1.06,
        low=1.04,
        high=1.08,
        n=8354,
        patients="held-out-metastases",
        source="MSK-MET, Nguyen et al., Cell 2022, doi:10.1016/j.cell.2022.01.003",
    ),
    "rna-90 1.0.0": Reliability(
        kind="rna",
        weight=1.19,
        low=1.16,
        high=1.23,
        n=5770,
        patients="rna-whole",
        source="TCGA, 90 genes, packaged by Cognoma; primaries of hospitals not seen",
    ),
    "rna-3556 1.0.0": Reliability(
        kind="rna",
        weight=0.91,
        low=0.82,
        high=1.06,
        n=485,
        patients="rna-whole",
        source="TCGA, 3,556 genes, packaged in MetaGSCA; primaries of hospitals not seen",
    ),
    "ihc-series 1": Reliability(
        kind="ihc",
        weight=0.96,
        low=0.78,
        high=1.22,
        n=225,
        patients="stains-left-out",
        source="Fernández Moro et al., PLoS ONE 2016, doi:10.1371/journal.pone.0166067",
    ),
}
"""By model (name and version). One that is absent counts in full, and the report says so."""

LEAST_SHARE = 1e-3
"""No source alone may push an origin further down than this: one wrong sample is not a proof."""
UNFITTED = 1.0
"""The weight of a kind that nothing was fitted for."""


def fitted_for(kind: str, model: str) -> Reliability | None:
    """Return what was fitted for a kind by this very model (name and version), if anything was."""
    known = FITTED.get(model)
    return known if known is not None and known.kind == kind else None


def weight_of(kind: str, model: str) -> float:
    """Return the weight of a kind by a model (name and version): in full where none was fitted."""
    known = fitted_for(kind, model)
    return UNFITTED if known is None else known.weight
