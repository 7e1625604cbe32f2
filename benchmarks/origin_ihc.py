"""How the reading of stains does on cases of three origins, against a nearest neighbour.

    python benchmarks/origin_ihc.py DIR [--ship FOLDER]

DIR holds `ihc/fernandez_moro_2016_cases.csv`. Prints the table and the weight of stains beside
other evidence; `--ship` writes the card.

Cases: Fernández Moro 2016 (PLoS ONE 11:e0166067), pancreas, intrahepatic bile duct, liver. Their
own series is left out of the frequencies, then counted again without the case in question. A stain
is positive from 10% of cells upwards. Both sides see the same stains; the neighbour is the share
among the five nearest other cases (Hamming distance over the stains that both have). Shares are
scaled to the three origins; intervals by bootstrap.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ariane.origin.ihc import reading
from ariane.origin.ihc.card import stains_card
from ariane.origin.ihc.frequencies import Series, pooled, stainings
from ariane.origin.model_file import Measure, save_card
from ariane.origin.reliability_fit import fit_weight
from ariane.origin.report import ClassValidation, posterior_of

ORIGIN = {
    "Pancreas Ac": "PAAD",
    "Intrahepatic Cholangiocarcinoma": "BILIARY",
    "Hepatocellular Cancer": "HCC",
}
COLUMN = {
    "ihc_ck7": "CK7",
    "ihc_ck20": "CK20",
    "ihc_cdx2": "CDX2",
    "ihc_ttf1": "TTF1",
    "ihc_vimentin": "Vim",
    "ihc_cd10": "CD10",
    "ihc_calretinin": "Calretinin",
    "ihc_ck5_6": "CK5",
    "ihc_berep4": "BerEP4",
    "heppar1": "Hepatocyte",
    "glypican3": "Glypican_3",
    "ck17": "CK17",
    "ck18": "CK18",
    "ck19": "CK19",
    "muc1": "MUC1",
    "muc2": "MUC2",
    "muc5ac": "MUC5AC",
    "muc6": "MUC6",
    "cea_mono": "mCEA",
    "cea_poly": "pCEA",
    "ca125": "CA125",
    "ca19_9": "CA19-9",
    "maspin": "Maspin",
    "p63": "p63",
    "cd56": "CD56",
    "chromogranin": "ChrA",
    "synaptophysin": "Synap",
}
POSITIVE_FROM, NEIGHBOURS, DRAWS = 10, 5, 1000
LEFT_OUT = frozenset({"FernandezMoro2016"})
EXPONENTS = (0.4, 0.6, 0.8, 1.0)
Case = tuple[str, dict[str, str]]
Shares = list[dict[str, float]]
Table = reading.Table


class Cell(NamedTuple):
    """A mean over the cases, with its 95% interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}-{self.high:.3f})"


def cases(path: Path) -> list[Case]:
    """Return origin and stains of each case of the three origins."""
    found = []
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            origin = ORIGIN.get(row["Class"].strip("'"))
            stains = {
                fact: "pos" if float(row[column]) >= POSITIVE_FROM else "neg"
                for fact, column in COLUMN.items()
                if row[column] != "?"
            }
            if origin and stains:
                found.append((origin, stains))
    return found


def with_others(case: Case, known: list[Case]) -> Table:
    """Return the published frequencies with the other cases counted as one more series."""
    table = dict(stainings(LEFT_OUT))
    for fact in COLUMN:
        for code in ORIGIN.values():
            seen = [s[fact] for o, s in known if o == code and fact in s and s is not case[1]]
            if seen:
                share = seen.count("pos") / len(seen)
                own = Series(fact, code, "", share, len(seen), True, "", "", "")
                old = table.get((fact, code))
                table[fact, code] = pooled((*(old.series if old else ()), own))
    return table


def by_series(stains: dict[str, str], exponent: float, table: Table) -> dict[str, float]:
    """Return the shares by the published series, equal priors, each likelihood to a power."""
    codes = tuple(ORIGIN.values())
    start = dict.fromkeys(codes, 1 / len(codes))
    effects = [reading.effect_of(f, r, table, start) for f, r in stains.items()]
    power = exponent / reading.DAMPING  # the reading itself has damped them
    scores = [math.exp(power * sum(e.log_odds.get(c, 0) for e in effects)) for c in codes]
    return posterior_of(codes, scores)


def by_neighbours(case: Case, others: list[Case]) -> dict[str, float]:
    """Return the shares among the nearest other cases, one added to each origin."""

    def distance(other: Case) -> float:
        both = case[1].keys() & other[1].keys()
        return sum(case[1][f] != other[1][f] for f in both) / len(both) if both else 1.0

    near = sorted((o for o in others if o is not case), key=distance)[:NEIGHBOURS]
    votes = Counter(origin for origin, _ in near)
    return posterior_of(tuple(ORIGIN.values()), [votes[c] + 1 for c in ORIGIN.values()])


def measured(truths: list[str], shares: Shares) -> tuple[Cell, Cell]:
    """Return accuracy and log-loss."""
    right = [float(max(s, key=s.__getitem__) == t) for t, s in zip(truths, shares, strict=True)]
    loss = [-math.log(s[t]) for t, s in zip(truths, shares, strict=True)]
    draw = random.Random(1)
    picks = [draw.choices(range(len(truths)), k=len(truths)) for _ in range(DRAWS)]

    def cell(values: list[float]) -> Cell:
        means = sorted(sum(values[i] for i in pick) / len(pick) for pick in picks)
        low, high = means[DRAWS * 25 // 1000], means[DRAWS * 975 // 1000 - 1]
        return Cell(sum(values) / len(values), low, high)

    return cell(right), cell(loss)


def readings(known: list[Case]) -> dict[str, Shares]:
    """Return the answers of every way of reading, by its name in the card."""
    even = dict.fromkeys(ORIGIN.values(), 1 / len(ORIGIN))
    return {
        "stains-equal-shares": [even] * len(known),
        "stains-neighbours": [by_neighbours(case, known) for case in known],
        "stains-other-series": read_by_series(known, [stainings(LEFT_OUT)] * len(known)),
        "stains-left-out": read_by_series(known, [with_others(case, known) for case in known]),
    }


def read_by_series(
    known: list[Case], tables: list[Table], exponent: float = reading.DAMPING
) -> Shares:
    return [by_series(case[1], exponent, t) for case, t in zip(known, tables, strict=True)]


def card_measures(truths: list[str], answers: dict[str, Shares]) -> list[Measure]:
    """Return the lines of the card; the reading must lose less than both others."""
    found = []
    lines = {name: measured(truths, shares) for name, shares in answers.items()}
    to_beat = min(lines[name][1].value for name in ("stains-equal-shares", "stains-neighbours"))
    goals = {("stains-left-out", "log-loss"): f"< {to_beat:.3f}"}
    for name, cells in lines.items():
        for measure, cell in zip(("top1", "log-loss"), cells, strict=True):
            numbers = (round(number, 3) for number in cell)
            goal = goals.get((name, measure), "")
            found.append(Measure(name, measure, *numbers, len(truths), goal))
    return found


def by_class(truths: list[str], shares: Shares) -> dict[str, ClassValidation]:
    """Return how each origin did, each case left out of the frequencies."""
    first = [max(s, key=s.__getitem__) for s in shares]
    found = {}
    for code in ORIGIN.values():
        right = sum(a == b == code for a, b in zip(truths, first, strict=True))
        n, said = truths.count(code), first.count(code)
        found[code] = ClassValidation(
            n, round(right / n, 3), round(right / said, 3) if said else None
        )
    return found


def print_reliability(truths: list[str], shares: Shares) -> None:
    """Print the weight of stains in a combination (`ariane.origin.reliability`)."""
    codes = [*ORIGIN.values()]
    rows = np.array([[share[code] for code in codes] for share in shares])
    even = np.full(rows.shape, 1 / len(codes))
    places = np.array([codes.index(truth) for truth in truths])
    weight, low, high = fit_weight(rows, even, places)
    print(f"weight of stains in a combination: {weight} ({low} – {high}), n = {len(truths)}")


def main() -> None:
    """Print the table, and ship the card where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--ship", type=Path)
    asked = parser.parse_args()
    path = asked.data / "ihc" / "fernandez_moro_2016_cases.csv"
    if not path.is_file():
        sys.exit(f"{path} is not there: give the folder of the data as ARIANE_DATA")
    known = cases(path)
    truths = [origin for origin, _ in known]
    print(f"{len(known)} cases: {dict(Counter(truths))}\n")
    print("| reading | accuracy | log-loss |\n|---|---|---|")
    answers = readings(known)
    for name, shares in answers.items():
        print(f"| {name} | {' | '.join(map(str, measured(truths, shares)))} |")
    joined = [with_others(case, known) for case in known]
    for exponent in EXPONENTS:
        cells = measured(truths, read_by_series(known, joined, exponent))
        print(f"| stains-left-out, exponent {exponent} | {' | '.join(map(str, cells))} |")
    print_reliability(truths, answers["stains-left-out"])
    if asked.ship:
        shares = answers["stains-left-out"]
        save_card(stains_card(card_measures(truths, answers), by_class(truths, shares)), asked.ship)


if __name__ == "__main__":
    main()
