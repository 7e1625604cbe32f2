"""What a model says of samples that it has not seen: whole, with a host mixed in, and of hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.rna.admixture import mixed
from ariane.origin.rna.answers import SMALLEST, Answers, answered, scores
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.openset import signs
from ariane.origin.rna.shipping import origin_scores
from ariane.origin.rna.training import Fitted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]
    Arrays = dict[str, NDArray[Any]]

MOST_HOST = 0.8
"""Share of a host that is mixed in at most."""


class HeldOut(NamedTuple):
    """Answers on tumours and, where there is normal tissue, on mixtures and on that tissue.

    `scores`: log-probabilities of origins, not tempered; `signs`: of oddness; `tumour`: the share
    of tumour said; `place`: which sample of the cohort. `mixed_error`: by how much the share of the
    host was missed; `normal`: the share of tumour said of normal tissue.
    """

    place: Places
    scores: Floats
    signs: Floats
    tumour: Floats
    mixed_place: Places
    mixed_scores: Floats
    mixed_signs: Floats
    mixed_tumour: Floats
    mixed_error: Floats
    normal: Floats


def ask(cohort: Cohort, fitted: Fitted, inside: Places, host: str, seed: int) -> Arrays:
    """Ask a model about the samples at these places, which it has not seen."""
    rng = np.random.default_rng(seed)
    tumours, normals = inside[cohort.tumour[inside]], inside[~cohort.tumour[inside]]
    whole = answered(fitted, cohort.values[tumours])
    hosts = normals[cohort.origin[normals] == _place(cohort, host)]
    known = len(hosts) and host in fitted.tissues
    mixed_in = tumours if known else tumours[:0]
    share = rng.uniform(0, MOST_HOST, len(mixed_in))
    values = cohort.values[mixed_in]
    if known:
        values = mixed(values, cohort.values[rng.choice(hosts, len(mixed_in))], share)
    mixtures = answered(fitted, values)
    error = np.abs(mixtures.composition[:, fitted.tissues.index(host)] - share) if known else share
    told = HeldOut(
        tumours,
        of_origins(cohort, fitted, whole),
        signs(fitted, whole),
        _tumour(whole),
        mixed_in,
        of_origins(cohort, fitted, mixtures),
        signs(fitted, mixtures),
        _tumour(mixtures),
        error,
        _tumour(answered(fitted, cohort.values[normals])) if fitted.tissues else np.empty(0),
    )
    return told._asdict()


def together(parts: list[Arrays]) -> HeldOut:
    """Return the answers of all folds, tumours in the order of the cohort."""
    joined = {name: np.concatenate([part[name] for part in parts]) for name in HeldOut._fields}
    order = np.argsort(joined["place"], kind="stable")
    for name in ("place", "scores", "signs", "tumour"):
        joined[name] = joined[name][order]
    return HeldOut(**joined)


def of_origins(cohort: Cohort, fitted: Fitted, answers: Answers) -> Floats:
    """Return scores of all origins of a cohort; those that a model does not know are the least."""
    found = np.full((len(answers.distance), len(cohort.codes)), np.log(SMALLEST))
    places = [cohort.codes.index(code) for code in fitted.codes]
    found[:, places] = origin_scores(fitted, scores(fitted, answers))
    return found


def _place(cohort: Cohort, code: str) -> int:
    return cohort.codes.index(code) if code in cohort.codes else -1


def _tumour(answers: Answers) -> Floats:
    parts = answers.composition
    return parts[:, -1] if parts.shape[1] else np.ones(len(parts))
