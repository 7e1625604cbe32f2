"""Train and measure the DNA classifier: `make origin-benchmark ARIANE_DATA=DIR`.

DIR holds `dna/samples.parquet` and `dna/mutations.parquet` (MSK-MET as published). Prints the table
with bootstrap intervals and the weight of DNA beside other evidence; `--ship FOLDER` also writes
the model trained on all patients with its map, `--map FOLDER` the map alone beside a model that is
there.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ariane.origin import calibration, conformal
from ariane.origin.codes import BY_ONCOTREE
from ariane.origin.cohort_map import fit_map, save_map
from ariane.origin.dna.mutation_table import read_mutation_table
from ariane.origin.dna.priors import counted
from ariane.origin.dna.sample_table import read_samples
from ariane.origin.dna.shipping import card_of, model_arrays
from ariane.origin.dna.tables import read_table
from ariane.origin.dna.training import Fitted, Recipe, fit, grouped_subtypes
from ariane.origin.dna.validation import (
    FOLDS,
    PRECISION,
    Each,
    HeldOut,
    answered,
    class_validation,
    cross_fitted,
    group_thresholds,
    stratified_folds,
)
from ariane.origin.dna.variant import DnaSample
from ariane.origin.ihc.priors import prior
from ariane.origin.model_file import Measure, ModelCard, load_card, save, save_card
from ariane.origin.reliability_fit import fit_weight

LABELS = frozenset({"sample_id", "oncotree_code", "subtype", "primary_site"})
ROUNDS = 200


class Cohort(NamedTuple):
    """Samples with their subtype and origin, by place in `subtypes` and `classes`."""

    samples: list[DnaSample]
    subtypes: list[tuple[str, str]]
    targets: np.ndarray
    classes: list[str]
    truth: np.ndarray
    parents: np.ndarray

    @property
    def primary(self) -> np.ndarray:
        return np.array([bool(sample.is_primary) for sample in self.samples])

    @property
    def metastasis(self) -> np.ndarray:
        return np.array([sample.is_primary is False for sample in self.samples])

    def part(self, chosen: np.ndarray) -> list[DnaSample]:
        return [self.samples[place] for place in np.flatnonzero(chosen)]


def read_cohort(folder: Path) -> Cohort:
    """Read the cohort; patients whose primary stayed unknown are left out."""
    labels = {
        str(row["sample_id"]): row for row in read_table(folder / "samples.parquet", LABELS).rows
    }
    mutations = read_mutation_table(folder / "mutations.parquet")
    samples = [
        dataclasses.replace(sample, variants=tuple(mutations.get(sample.sample_id, ())))
        for sample in read_samples(folder / "samples.parquet")
        if "unknown primary" not in str(labels[sample.sample_id]["primary_site"]).lower()
    ]
    named = [labels[sample.sample_id] for sample in samples]
    pairs = [(BY_ONCOTREE[str(row["oncotree_code"])], str(row["subtype"])) for row in named]
    return labelled(samples, pairs)


def labelled(samples: list[DnaSample], pairs: list[tuple[str, str]]) -> Cohort:
    grouped = grouped_subtypes(pairs)
    subtypes = sorted(set(grouped))
    classes = sorted({origin for origin, _ in subtypes})
    targets = np.array([subtypes.index(pair) for pair in grouped])
    parents = np.array([classes.index(origin) for origin, _ in subtypes])
    return Cohort(samples, subtypes, targets, classes, parents[targets], parents)


def measures(setting: str, probabilities: np.ndarray, truth: np.ndarray) -> list[Measure]:
    """Measure answers, each with its 95% interval over patients drawn again."""

    def measured(name: str, goal: str, compute) -> Measure:  # type: ignore[no-untyped-def]
        value = compute(probabilities, truth)
        draws = np.random.default_rng(0).integers(0, len(truth), (ROUNDS, len(truth)))
        again = [compute(probabilities[draw], truth[draw]) for draw in draws]
        low, high = np.quantile(again, [0.025, 0.975])
        return Measure(
            setting, name, *(round(float(v), 3) for v in (value, low, high)), len(truth), goal
        )

    goals = GOALS.get(setting, {})
    tests = {
        "top1": lambda p, t: calibration.top_share(p, t, 1),
        "top3": lambda p, t: calibration.top_share(p, t, 3),
        "ece": calibration.expected_calibration_error,
        "share97": lambda p, t: calibration.share_at_precision(p, t, 0.97),
    }
    return [measured(name, goals.get(name, ""), test) for name, test in tests.items()]


LIVER_GOALS = {"top1": "≥ 0.75", "top3": "≥ 0.88", "ece": "≤ 0.03", "share97": "≥ 0.45"}
GOALS = {
    "primaries-to-liver": {
        "top1": "≥ 0.75",
        "top3": "≥ 0.88",
        "ece": "≤ 0.03",
        "share97": "≥ 0.45",
    },
    "held-out-liver": LIVER_GOALS,
    "primaries-to-abdomen": {"top3": "≥ 0.82"},
    "held-out-abdomen": {"top3": "≥ 0.82"},
    "held-out-metastases": {"coverage90": "0.88 – 0.92", "size90": "≤ 3"},
}


def threshold_measures(
    setting: str, probabilities: np.ndarray, truth: np.ndarray, groups: np.ndarray
) -> list[Measure]:
    """Measure sets and abstention: thresholds from half of the patients, tested on the others."""
    half = np.random.default_rng(2).random(len(truth)) < 0.5
    inside, sizes = np.zeros(len(truth), bool), np.zeros(len(truth))
    answered = np.zeros(len(truth), bool)
    for fitted_on, tested in ((half, ~half), (~half, half)):
        table = group_thresholds(
            probabilities[fitted_on], truth[fitted_on], groups[fitted_on], probabilities[fitted_on]
        )
        for place in np.flatnonzero(tested):
            limit = table.get(str(groups[place]), table["metastasis"])
            one = slice(place, place + 1)
            inside[place] = conformal.covered(probabilities[one], truth[one], limit["set90"])[0]
            sizes[place] = conformal.set_sizes(probabilities[one], limit["set90"])[0]
            answered[place] = probabilities[place].max() >= limit["answer"]
    right = (probabilities.argmax(axis=1) == truth)[answered]
    goals = GOALS.get(setting, {})
    return [
        Measure(
            setting,
            name,
            round(float(values.mean()), 3),
            *(round(v, 3) for v in calibration.bootstrap_interval(values.astype(float))),
            len(values),
            goals.get(name, ""),
        )
        for name, values in (
            ("coverage90", inside),
            ("size90", sizes),
            ("answered", answered),
            ("answered-right", right),
        )
    ]


def primaries_of(cohort: Cohort) -> Cohort:
    """Return the primaries alone."""
    pairs = [cohort.subtypes[target] for target in cohort.targets[cohort.primary]]
    training = labelled(cohort.part(cohort.primary), pairs)
    if training.classes != cohort.classes:
        raise SystemExit("an origin has no primary in this cohort")
    return training


def fitted_on(cohort: Cohort) -> Fitted:
    return fit(cohort.samples, cohort.targets, cohort.parents, Recipe())


def primaries_only(cohort: Cohort, training: Cohort, fitted: Fitted) -> list[Measure]:
    """Measure what was trained on primaries alone; priors of sites are of other metastases."""
    found = []
    names = {pair: place for place, pair in enumerate(training.subtypes)}
    tested = np.flatnonzero(~cohort.primary)
    samples = [cohort.samples[place] for place in tested]
    truth = cohort.truth[tested]
    targets = np.array(
        [
            names.get(cohort.subtypes[cohort.targets[place]], _some(training, cohort.truth[place]))
            for place in tested
        ]
    )
    folds = stratified_folds(targets)
    posterior, plain = np.empty((2, len(tested), len(cohort.classes)))
    groups = np.empty(len(tested), dtype="U40")
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        # the training prior stays that of the primaries; only the site's is counted here
        sites = counted(
            [samples[i] for i in outside],
            targets[outside],
            len(training.parents),
            fitted.priors.trained,
        )
        others = answered(fitted, [samples[i] for i in outside], sites)
        temperature = calibration.fit_temperature(others.scores, targets[outside], others.ratios)
        held = answered(fitted, [samples[i] for i in inside], sites)
        posterior[inside] = held.posterior(temperature, training.parents)
        plain[inside] = held.posterior(temperature, training.parents, use_site=False)
        groups[inside] = held.groups
    sites_of = np.array([sample.site for sample in samples])
    for name, site in (("liver", "Liver"), ("abdomen", "Intra-Abdominal")):
        there = sites_of == site
        found += measures(f"primaries-to-{name}", posterior[there], truth[there])
        found += measures(f"primaries-to-{name}-plain", plain[there], truth[there])
    found += threshold_measures("primaries-to-metastases", posterior, truth, groups)
    return found


def _some(training: Cohort, origin: int) -> int:
    counts = np.bincount(training.targets, minlength=len(training.parents))
    return int(np.argmax(np.where(training.parents == origin, counts, -1)))


def held_out(cohort: Cohort, held: HeldOut, temperature: float) -> list[Measure]:
    """Measure the shipped recipe on patients held out, five times."""
    posterior = held.posterior(temperature, cohort.parents)
    plain = held.posterior(temperature, cohort.parents, use_site=False)
    site = np.array([sample.site or "" for sample in cohort.samples])
    metastasis = cohort.metastasis
    found = []
    for name, there in (
        ("liver", site == "Liver"),
        ("abdomen", site == "Intra-Abdominal"),
        ("metastases", metastasis),
        ("primaries", ~metastasis),
    ):
        found += measures(f"held-out-{name}", posterior[there], cohort.truth[there])
        if name in ("liver", "metastases"):
            found += measures(f"held-out-{name}-plain", plain[there], cohort.truth[there])
    for name, there in (("liver", site == "Liver"), ("metastases", metastasis)):
        found += threshold_measures(
            f"held-out-{name}", posterior[there], cohort.truth[there], held.groups[there]
        )
    return found


def print_table(table: list[Measure]) -> None:
    print(f"{'setting':32} {'measure':10} {'n':>6}  value  95% interval     goal")
    for line in table:
        print(
            f"{line.setting:32} {line.measure:10} {line.n:6}  {line.value:.3f}  "
            f"{line.low:.3f} – {line.high:.3f}   {line.goal}"
        )


SITES = {"Liver": "liver", "Intra-Abdominal": "peritoneum"}


def print_reliability(cohort: Cohort, posterior: np.ndarray) -> None:
    """Print the weight of DNA where all evidence is put together (`ariane.origin.reliability`).

    Fitted on held-out metastases, with the prior that the combination takes: by site and sex.
    """
    chosen = cohort.metastasis
    held: dict[tuple[str | None, bool | None], list[float]] = {}
    priors = []
    for sample in cohort.part(chosen):
        kind = SITES.get(sample.site or ""), sample.is_female
        if kind not in held:
            sex = {True: "female", False: "male"}.get(kind[1])  # type: ignore[arg-type]
            known = {"predominant_site": kind[0], "sex": sex}
            shares = prior(known, cohort.classes)
            held[kind] = [shares[code] for code in cohort.classes]
        priors.append(held[kind])
    weight, low, high = fit_weight(posterior[chosen], np.array(priors), cohort.truth[chosen])
    print(f"weight of DNA in a combination: {weight} ({low} – {high}), n = {chosen.sum()}")


def cross_validated(cohort: Cohort, each: Each) -> tuple[HeldOut, float]:
    """Return answers on every patient from models that have not seen the patient; a temperature."""
    folds = stratified_folds(cohort.targets)
    held = cross_fitted(cohort.samples, cohort.targets, cohort.parents, Recipe(), folds, each)
    return held, calibration.fit_temperature(held.scores, cohort.targets, held.ratios)


def train(
    cohort: Cohort, fitted: Fitted, held: HeldOut, temperature: float, table: list[Measure]
) -> tuple[ModelCard, dict]:
    """Set thresholds and measure; `fitted`: what was trained on everyone."""
    posterior = held.posterior(temperature, cohort.parents)
    plain = held.posterior(temperature, cohort.parents, use_site=False)
    table += held_out(cohort, held, temperature)
    thresholds = group_thresholds(posterior, cohort.truth, held.groups, plain)
    metastasis = cohort.metastasis
    known = class_validation(posterior[metastasis], cohort.truth[metastasis], cohort.classes)
    arrays = model_arrays(fitted)
    card = card_of(arrays, cohort.classes, table, known, temperature, thresholds, PRECISION)
    return card, arrays


def ship_map(cohort: Cohort, posterior: np.ndarray, folder: Path) -> None:
    """Write the map beside a model, and its hash into the model's card."""
    card = load_card("dna-panel", folder)
    entry = save_map(card.name, fit_map(posterior, cohort.truth, cohort.classes), folder)
    save_card(dataclasses.replace(card, settings={**card.settings, "map": entry}), folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--ship", type=Path)
    parser.add_argument("--map", type=Path)
    parser.add_argument("--skip-primaries", action="store_true")
    asked = parser.parse_args()
    folder = asked.data / "dna"
    for name in ("samples.parquet", "mutations.parquet"):
        if not (folder / name).is_file():
            sys.exit(f"{folder / name} is not there: give the folder of the data as ARIANE_DATA")
    started = time.monotonic()
    cohort = read_cohort(folder)
    print(f"{len(cohort.samples)} patients, {len(cohort.classes)} origins", file=sys.stderr)
    # Each training takes one core, so that its sums come in one order.
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
        everyone = None if asked.map else pool.submit(fitted_on, cohort)
        training = primaries_of(cohort)
        primaries = None if asked.map or asked.skip_primaries else pool.submit(fitted_on, training)
        held, temperature = cross_validated(cohort, pool.map)
        posterior = held.posterior(temperature, cohort.parents)
        print_reliability(cohort, posterior)
        if everyone is None:
            ship_map(cohort, posterior, asked.map)
            return
        table = primaries_only(cohort, training, primaries.result()) if primaries else []
        print_table(table)
        card, arrays = train(cohort, everyone.result(), held, temperature, table)
    print_table(table)
    print(f"sha256 {card.sha256}")
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    if asked.ship:
        save(card, arrays, asked.ship)
        ship_map(cohort, posterior, asked.ship)


if __name__ == "__main__":
    main()
