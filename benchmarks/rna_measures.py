"""From answers on patients not seen to the measured table of an RNA panel, and its thresholds."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from rna_held_out import Asked, Unseen

from ariane.origin import calibration
from ariane.origin.model_file import Measure
from ariane.origin.rna.openset import Oddness, Refusal, refusal_of
from ariane.origin.rna.own.marks import least_tumour, oddness_of
from ariane.origin.rna.own.measuring import Thresholds, measured, thresholds

GOALS = {
    ("rna-90", "rna-whole", "top1"): "≥ 0.96",
    ("rna-90", "rna-half", "top1"): "≥ 0.85",
    ("rna-3556", "rna-liver", "top1"): "≥ 0.95",
    ("rna-3556", "rna-whole", "recall-hcc"): "≥ 0.95",
    ("rna-3556", "rna-liver", "recall-hcc"): "≥ 0.95",
    "rescaled-lost": "≤ 0.02",
    "auroc": "≥ 0.95",
    "unseen-named": "< 0.10",
}
SURE = 0.9


class Marks(NamedTuple):
    """What the card holds beside the thresholds of answers."""

    oddness: Oddness
    refusal: Refusal
    least_tumour: float
    host_error: float


def line(panel: str, setting: str, measure: str, values: Sequence[float] | np.ndarray) -> Measure:
    """Return the mean of per-sample values as a line, with its 95% interval."""
    held = np.asarray(values, dtype=float)
    low, high = calibration.bootstrap_interval(held)
    goal = GOALS.get((panel, setting, measure), GOALS.get(measure, ""))
    return Measure(
        setting, measure, *(round(float(v), 3) for v in (held.mean(), low, high)), len(held), goal
    )


def right(asked: Asked) -> np.ndarray:
    """Return whether the first origin is the true one."""
    return np.asarray(asked.scores.argmax(axis=1) == asked.truth)


def answers_measured(panel: str, asked: dict[str, Asked]) -> list[Measure]:
    """Measure whole samples, half of the genes, other scales."""
    whole = asked["rna-whole"]
    found = [
        dataclasses.replace(
            each,
            setting="rna-whole",
            goal=GOALS.get((panel, "rna-whole", each.measure), ""),
        )
        for each in measured(whole.scores, whole.truth, whole.folds)
    ]
    found.append(line(panel, "rna-half", "top1", right(asked["rna-half"])))
    for name in ("rna-rescaled", "rna-counts"):
        lost = right(whole).astype(float) - right(asked[name])
        found.append(line(panel, name, "rescaled-lost", lost))
    return found


def hosts_measured(
    panel: str, asked: dict[str, Asked], hcc: int, liver: int, marks: Marks
) -> list[Measure]:
    """Measure normal liver mixed in, and normal tissue by itself."""
    found = []
    for name in ("rna-whole", "rna-liver"):
        is_hcc = asked[name].truth == hcc
        if name == "rna-liver":
            found.append(line(panel, name, "top1", right(asked[name])[~is_hcc]))
        found.append(line(panel, name, "recall-hcc", right(asked[name])[is_hcc]))
    mixed = asked["rna-any-liver"]
    error = np.abs(mixed.composition[:, liver] - mixed.host)
    is_hcc = mixed.truth == hcc
    found.append(line(panel, "rna-any-liver", "host-error", error[~is_hcc]))
    found.append(line(panel, "rna-any-liver", "host-error-hcc", error[is_hcc]))
    normal, whole = asked["rna-normal"], asked["rna-whole"]
    called = normal.composition[:, -1] < marks.least_tumour
    found.append(line(panel, "rna-normal", "called-normal", called))
    found.append(
        line(panel, "rna-whole", "called-normal", whole.composition[:, -1] < marks.least_tumour)
    )
    called = asked["rna-liver"].composition[:, -1] < marks.least_tumour
    found.append(line(panel, "rna-liver", "called-normal", called))
    return found


def marks_of(asked: dict[str, Asked], unseen: list[Unseen], liver: int) -> Marks:
    """Set the marks on held-out answers."""
    oddness = _oddness(unseen)
    known = [asked["rna-whole"], *([asked["rna-liver"]] if "rna-liver" in asked else [])]
    refusal = refusal_of(oddness, [each.signs for each in known])
    if len(known) == 1:
        return Marks(oddness, refusal, 0.0, 0.0)
    mixed = asked["rna-any-liver"]
    error = np.abs(mixed.composition[:, liver] - mixed.host).mean()
    tumours = np.concatenate([each.composition[:, -1] for each in known])
    normals = asked["rna-normal"].composition[:, -1]
    return Marks(oddness, refusal, least_tumour(tumours, normals), round(float(error), 3))


def _oddness(unseen: Sequence[Unseen]) -> Oddness:
    return oddness_of([(each.known, each.unseen) for each in unseen])


def unseen_measured(panel: str, unseen: list[Unseen], fitted: Thresholds) -> list[Measure]:
    """Measure each origin left out, by weights learnt from the other origins left out."""
    areas, named, turned_away = [], [], []
    for place, each in enumerate(unseen):
        oddness = _oddness([*unseen[:place], *unseen[place + 1 :]])
        areas.append(area(oddness.of(each.known), oddness.of(each.unseen)))
        away = refusal_of(oddness, [each.known]).of(oddness, each.unseen)
        heated = each.unseen_scores / fitted.temperature
        surest = calibration.softmax(heated).max(axis=1)
        named.append(float((~away & (surest > SURE)).mean()))
        turned_away.append(float(away.mean()))
        print(f"  without {each.code:13} AUROC {areas[-1]:.3f}  named {named[-1]:.3f}", flush=True)
    return [
        line(panel, "rna-unseen", "auroc", areas),
        line(panel, "rna-unseen", "unseen-named", named),
        line(panel, "rna-unseen", "unseen-refused", turned_away),
    ]


def area(known: np.ndarray, unseen: np.ndarray) -> float:
    """Return the area under the curve: how often an unseen sample is the odder of two."""
    order = np.sort(known)
    below = np.searchsorted(order, unseen, "left") + np.searchsorted(order, unseen, "right")
    return float(below.mean() / (2 * len(known)))


def least_thresholds(asked: dict[str, Asked]) -> Thresholds:
    """Return temperature, set and answer thresholds, fitted on all held-out tumours.

    Those with liver mixed in count too, where there are any: that is what metastases look like.
    """
    known = [asked["rna-whole"], *([asked["rna-any-liver"]] if "rna-any-liver" in asked else [])]
    return thresholds(
        np.concatenate([each.scores for each in known]),
        np.concatenate([each.truth for each in known]),
    )
