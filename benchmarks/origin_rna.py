"""Train and measure the RNA panels: `make origin-benchmark ARIANE_DATA=DIR`.

DIR holds `rna/` with the two tables of TCGA. Patients are held out by hospital. Prints the table
with bootstrap intervals beside simple models, and a variational autoencoder where torch can be
imported; `--ship FOLDER` also writes the panels trained on all patients. All are TCGA primaries.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import time
from pathlib import Path

import numpy as np
from rna_cohorts import read_cohort
from rna_held_out import ask, leave_out_each
from rna_measures import (
    answers_measured,
    hosts_measured,
    least_thresholds,
    line,
    marks_of,
    unseen_measured,
)
from rna_peers import peers_measured

from ariane.origin.calibration import softmax
from ariane.origin.cohort_map import fit_map, save_map
from ariane.origin.dna.validation import class_validation
from ariane.origin.model_file import (
    Measure,
    ModelCard,
    content_sha256,
    load_card,
    save,
    save_card,
)
from ariane.origin.reliability_fit import fit_weight
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.openset import oddness_data
from ariane.origin.rna.own.marks import least_order
from ariane.origin.rna.own.measuring import PRECISION
from ariane.origin.rna.panels import PANELS, Panel
from ariane.origin.rna.shipping import LIMITS, VERSION, fitted_settings, model_arrays
from ariane.origin.rna.training import fit

LICENCE = "Weights and aggregate numbers only, no patient row; trained on open data."


def train(panel: Panel, cohort: Cohort, asked: dict) -> tuple[ModelCard, dict]:
    """Set what the card holds on hospitals not seen, measure, then train on everyone."""
    print(f"{panel.name}: first origin right {np.mean(right_of(asked)):.4f}", file=sys.stderr)
    unseen = leave_out_each(cohort, panel.light)
    thresholds = least_thresholds(asked)
    fitted = fit(cohort, panel.recipe)
    liver = fitted.tissues.index("HCC") if fitted.tissues else -1
    marks = marks_of(asked, unseen, liver)
    table = answers_measured(panel.name, asked)
    table += unseen_measured(panel.name, unseen, thresholds)
    table += [
        line(
            panel.name,
            name,
            "refused-unseen",
            marks.refusal.of(marks.oddness, asked[name].signs),
        )
        for name in ("rna-whole", "rna-half", "rna-liver")
        if name in asked
    ]
    if fitted.tissues:
        hcc = cohort.codes.index("HCC")
        table += hosts_measured(panel.name, asked, hcc, liver, marks)
    whole = asked["rna-whole"]
    heated = softmax(whole.scores / thresholds.temperature)
    arrays = model_arrays(fitted)
    card = ModelCard(
        name=panel.name,
        version=VERSION,
        source="rna",
        sha256=content_sha256(arrays),
        classes=cohort.codes,
        data=(panel.data,),
        licence=LICENCE,
        limits=(*LIMITS, *(() if fitted.tissues else ("rna-no-normals",))),
        measured=tuple(sorted(table, key=lambda each: SETTINGS.index(each.setting))),
        validation=class_validation(heated, whole.truth, cohort.codes),
        settings={
            **fitted_settings(fitted),
            "temperature": thresholds.temperature,
            "set90": round(thresholds.set90, 5),
            "answer": round(thresholds.answer, 5),
            "precision": PRECISION,
            "oddness": oddness_data(marks.oddness),
            "most_odd": marks.refusal.odd,
            "most_far": marks.refusal.far.tolist(),
            "least_tumour": marks.least_tumour,
            "host_error": marks.host_error,
            "least_order": least_order(cohort, fitted),
        },
    )
    return card, arrays


SETTINGS = (
    "rna-whole",
    "rna-half",
    "rna-rescaled",
    "rna-counts",
    "rna-liver",
    "rna-any-liver",
    "rna-normal",
    "rna-unseen",
)


def held_out(asked: dict) -> np.ndarray:
    """Return the posterior of tumours of hospitals not seen."""
    return softmax(asked["rna-whole"].scores / least_thresholds(asked).temperature)


def print_reliability(panel: Panel, asked: dict) -> None:
    """Print the weight of a panel where all evidence is put together, from equal shares."""
    shares, truth = held_out(asked), asked["rna-whole"].truth
    even = np.full(shares.shape, 1 / shares.shape[1])
    weight, low, high = fit_weight(shares, even, truth)
    print(f"{panel.name} in a combination: weight {weight} ({low} – {high}), n = {len(truth)}")


def ship_map(panel: Panel, cohort: Cohort, asked: dict, folder: Path) -> None:
    """Write the map beside a panel, and its hash into the panel's card."""
    drawn = fit_map(held_out(asked), asked["rna-whole"].truth, cohort.codes)
    card = load_card(panel.name, folder)
    entry = save_map(panel.name, drawn, folder)
    save_card(dataclasses.replace(card, settings={**card.settings, "map": entry}), folder)


def right_of(asked: dict) -> np.ndarray:
    return asked["rna-whole"].scores.argmax(axis=1) == asked["rna-whole"].truth


def print_table(name: str, table: list[Measure] | tuple[Measure, ...]) -> None:
    print(f"\n{name:16} {'measure':18} {'n':>6}  value  95% interval     goal")
    for each in table:
        print(
            f"{each.setting:16} {each.measure:18} {each.n:6}  {each.value:.3f}  "
            f"{each.low:.3f} – {each.high:.3f}   {each.goal}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--ship", type=Path)
    parser.add_argument("--map", type=Path, help="write the maps only, beside shipped panels")
    parser.add_argument("--panel", choices=[panel.name for panel in PANELS])
    parser.add_argument("--skip-peers", action="store_true")
    asked = parser.parse_args()
    panels = [panel for panel in PANELS if asked.panel in (None, panel.name)]
    for panel in panels:
        if not (asked.data / "rna" / panel.file).is_file():
            absent = asked.data / "rna" / panel.file
            sys.exit(f"{absent} is not there: give the folder of the data as ARIANE_DATA")
    for panel in panels:
        started = time.monotonic()
        cohort = read_cohort(asked.data / "rna", panel)
        count = int(cohort.tumour.sum())
        print(f"{panel.name}: {count} tumours, {len(cohort.codes)} origins", file=sys.stderr)
        asked_of = ask(cohort, panel.recipe)
        print_reliability(panel, asked_of)
        if asked.map:
            ship_map(panel, cohort, asked_of, asked.map)
            continue
        card, arrays = train(panel, cohort, asked_of)
        print_table(panel.name, card.measured)
        if not asked.skip_peers:
            print_table(f"{panel.name} peers", peers_measured(panel.name, cohort))
        print(f"{panel.name} sha256 {card.sha256}")
        print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
        if asked.ship:
            save(card, arrays, asked.ship)
            ship_map(panel, cohort, asked_of, asked.ship)


if __name__ == "__main__":
    main()
