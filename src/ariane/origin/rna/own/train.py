"""Training from files to a model and what is to be told of it, in stages that survive a kill."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.dna.refusal import InputProblem, InputRefused
from ariane.origin.dna.validation import class_validation
from ariane.origin.model_file import ModelCard, content_sha256, save
from ariane.origin.rna import cohort as panel
from ariane.origin.rna.layout import Layout, find_layout
from ariane.origin.rna.own.cohort import Cohort, matched
from ariane.origin.rna.own.conversion import BLOCK_BYTES, Progress, converted, restricted
from ariane.origin.rna.own.labels import Labels, read_labels
from ariane.origin.rna.own.learner import fitted, in_logarithms, panel_cohort
from ariane.origin.rna.own.learner import scores as scores_of
from ariane.origin.rna.own.measuring import PRECISION, HeldOut, measured, thresholds
from ariane.origin.rna.own.selection import (
    LEAST_BETWEEN,
    between_genes,
    moments,
    selected,
)
from ariane.origin.rna.own.stages import Stages, fingerprint
from ariane.origin.rna.rows import Rows, open_rows
from ariane.origin.rna.scale import Scale
from ariane.origin.rna.training import Fitted, Recipe

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

NAME, VERSION = "rna-own", "1"
STAGES = ".stages"
LICENCE = "Yours: made from your data, on your machine; nothing was sent anywhere."
LIMITS = ("own-data", "known-primaries", "closed-set")
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
    recipe: Recipe = Recipe(),  # noqa: B008 - immutable
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
    recipe = recipe._replace(seed=request.seed)
    held = _held_out(training, cohort.folds, recipe, stages, progress)
    arrays = _final(training, recipe, stages, progress)
    card = _card(request, cohort, labels, training, held, arrays)
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


def _held_out(
    cohort: panel.Cohort, folds: Places, recipe: Recipe, stages: Stages, progress: Progress
) -> HeldOut:
    """Return what models say of every tumour, none having seen its group."""
    scores = np.empty((len(folds), len(cohort.kinds)))
    count = int(folds.max()) + 1
    for fold in range(count):
        inside = folds == fold
        kept = stages.kept(f"fold-{fold}")
        if kept is None:
            model = fitted(cohort.part(~inside), recipe)
            kept = {"scores": scores_of(model, cohort.values[inside], cohort.kinds)}
            stages.keep(f"fold-{fold}", kept)
        scores[inside] = kept["scores"]
        progress("fold", fold + 1, count)
    everyone = HeldOut(scores, cohort.kind, cohort.parents, folds, cohort.groups)
    return everyone.part(cohort.tumour)


def _final(
    cohort: panel.Cohort, recipe: Recipe, stages: Stages, progress: Progress
) -> dict[str, NDArray[Any]]:
    kept = stages.kept("model")
    if kept is None:
        kept = arrays_of(fitted(cohort, recipe))
        stages.keep("model", kept)
    progress("model", 1, 1)
    return kept


def _card(
    request: Request,
    cohort: Cohort,
    labels: Labels,
    training: panel.Cohort,
    held: HeldOut,
    arrays: Mapping[str, NDArray[Any]],
) -> ModelCard:
    fitted_on_all = thresholds(held)
    posterior = held.posterior(fitted_on_all.temperature)
    return ModelCard(
        name=NAME,
        version=VERSION,
        source="rna",
        sha256=content_sha256(arrays),
        classes=training.codes,
        data=(
            {
                "name": request.expression.name,
                "source": f"sha256 {fingerprint(request.expression)[:16]}",
                "patients": f"{len(cohort.samples)} samples, {len(set(cohort.groups))} groups "
                f"by {labels.grouped_by}",
            },
        ),
        licence=LICENCE,
        limits=LIMITS,
        measured=measured(held),
        validation=class_validation(posterior, held.truth, training.codes),
        settings={
            "temperature": fitted_on_all.temperature,
            "precision": PRECISION,
            "thresholds": {"set90": fitted_on_all.set90, "answer": fitted_on_all.answer},
            "seed": request.seed,
        },
    )


def arrays_of(trained: Fitted) -> dict[str, NDArray[Any]]:
    """Stand in."""
    return {"axes": trained.factors.axes, **trained.networks.arrays("kinds")}
