"""Training from files to a model and what is to be told of it, in stages that survive a kill."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.model_file import ModelCard, content_sha256, save
from ariane.origin.refusal import InputProblem, InputRefused
from ariane.origin.rna.layout import Layout, find_layout
from ariane.origin.rna.own.card import card_of, measures
from ariane.origin.rna.own.cohort import Cohort, matched
from ariane.origin.rna.own.conversion import BLOCK_BYTES, Progress, converted, restricted
from ariane.origin.rna.own.labels import read_labels
from ariane.origin.rna.own.learner import Recipes, in_logarithms, panel_cohort, recipes_for
from ariane.origin.rna.own.marks import marks
from ariane.origin.rna.own.run import Run
from ariane.origin.rna.own.selection import (
    LEAST_BETWEEN,
    between_genes,
    moments,
    selected,
)
from ariane.origin.rna.own.stages import Stages, fingerprint
from ariane.origin.rna.rows import Rows, open_rows
from ariane.origin.rna.scale import Scale
from ariane.origin.rna.shipping import fitted_settings, model_arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

STAGES = ".stages"
LEAST_GENES = 20
"""Genes that a model needs; our own mark."""


class Request(NamedTuple):
    """What to train on; `groups`: the column of the labels that folds keep together."""

    expression: Path
    labels: Path
    groups: str | None = None
    seed: int = 0


class Trained(NamedTuple):
    """A model that was trained, and what its report tells; `genes`: how many the model sees."""

    card: ModelCard
    arrays: Mapping[str, NDArray[Any]]
    genes: int
    cohort: Cohort
    layout: Layout
    scale: Scale
    grouped_by: str
    unlabelled: int


def stages_in(folder: Path) -> Stages:
    """Return the stages of a training into a folder."""
    return Stages(folder / STAGES)


def train_own(
    request: Request,
    folder: Path,
    progress: Progress,
    block_bytes: int = BLOCK_BYTES,
    recipes: Recipes | None = None,
) -> Trained:
    """Train for a folder, or go on with a training that was interrupted; `finish` saves the model.

    Raises `InputRefused` for files that cannot be used, `OtherInputs` where the folder holds stages
    of another training.
    """
    labels = read_labels(request.labels, request.groups)
    table = open_rows(request.expression)
    whole = find_layout(table)
    cohort = matched(whole.samples, labels, str(request.labels), request.seed)
    layout = restricted(whole, frozenset(cohort.samples))
    stages = stages_in(folder)
    stages.begin(_inputs(request))
    try:
        values, genes, scale = _values(request, table, layout, stages, progress, block_bytes)
    except InputRefused:
        stages.remove()
        raise
    training = panel_cohort(cohort, genes, in_logarithms(values, scale))
    chosen = recipes_for(training, request.seed, recipes)
    run = Run(training, cohort.folds, chosen, stages, progress)
    held, unseen, model = run.held_out(), run.unseen(), run.model()
    arrays = model_arrays(model)
    made_from = {
        "name": request.expression.name,
        "source": f"sha256 {fingerprint(request.expression)[:16]}",
        "patients": f"{len(held.place)} tumours, {len(set(cohort.groups))} groups by "
        f"{labels.grouped_by}",
    }
    settings = {
        **fitted_settings(model),
        **marks(held, unseen, training, model),
        "seed": request.seed,
    }
    found = measures(held, training, cohort.folds)
    card = card_of(content_sha256(arrays), training.codes, made_from, found, settings)
    told = labels.grouped_by, labels.unlabelled
    return Trained(card, arrays, len(genes), cohort, layout, scale, *told)


def _values(
    request: Request,
    table: Rows,
    layout: Layout,
    stages: Stages,
    progress: Progress,
    block_bytes: int,
) -> tuple[NDArray[np.float32], tuple[str, ...], Scale]:
    """Return the values of the genes chosen, these genes, and the scale of the table."""
    whole = converted(table, layout, stages, progress, block_bytes)
    seen = moments(whole.blocks(block_bytes), len(layout.genes))
    places = selected(seen, len(layout.samples))
    _refuse_unfit(request, len(places), between_genes(seen))
    genes = tuple(layout.genes[place] for place in places.tolist())
    return whole.of_genes(places, block_bytes), genes, whole.scale


def finish(trained: Trained, folder: Path) -> None:
    """Save the model in its folder, then let the stages go."""
    save(trained.card, trained.arrays, folder)
    stages_in(folder).remove()


def _inputs(request: Request) -> Mapping[str, Any]:
    return {
        "expression": fingerprint(request.expression),
        "labels": fingerprint(request.labels),
        "groups": request.groups,
        "seed": request.seed,
    }


def _refuse_unfit(request: Request, genes: int, between: float) -> None:
    problems = []
    if genes < LEAST_GENES:
        problems.append(InputProblem("few-genes", "", str(genes), str(LEAST_GENES)))
    elif between < LEAST_BETWEEN:
        problems.append(InputProblem("centred", "", f"{between:.0%}"))
    if problems:
        raise InputRefused(str(request.expression), tuple(problems))
