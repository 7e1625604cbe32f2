"""How the reading of stains does on cases of three origins, against a nearest neighbour.

    ARIANE_DATA=… python benchmarks/origin_ihc.py

Cases: Fernández Moro 2016 (PLoS ONE 11:e0166067), pancreas, intrahepatic bile duct, liver. Their
own series is left out of the frequencies, then counted again without the case in question. A stain
is positive from 10% of cells upwards. Both sides see the same stains; the neighbour is the share
among the five nearest other cases (Hamming distance over the stains that both have). Shares are
scaled to the three origins; intervals by bootstrap.
"""

from __future__ import annotations

import csv
import math
import os
import random
import sys
from collections import Counter
from pathlib import Path

from ariane.origin.ihc import reading
from ariane.origin.ihc.frequencies import Series, pooled, stainings
from ariane.origin.report import posterior_of

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
Case = tuple[str, dict[str, str]]
Table = reading.Table


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


def by_series(stains: dict[str, str], damping: float, table: Table) -> dict[str, float]:
    """Return the shares by the published series, equal priors."""
    codes = tuple(ORIGIN.values())
    start = dict.fromkeys(codes, 1 / len(codes))
    effects = [reading.effect_of(f, r, table, start) for f, r in stains.items()]
    scores = [math.exp(damping * sum(e.log_odds.get(c, 0) for e in effects)) for c in codes]
    return posterior_of(codes, scores)


def by_neighbours(case: Case, others: list[Case]) -> dict[str, float]:
    """Return the shares among the nearest other cases, one added to each origin."""

    def distance(other: Case) -> float:
        both = case[1].keys() & other[1].keys()
        return sum(case[1][f] != other[1][f] for f in both) / len(both) if both else 1.0

    near = sorted((o for o in others if o is not case), key=distance)[:NEIGHBOURS]
    votes = Counter(origin for origin, _ in near)
    return posterior_of(tuple(ORIGIN.values()), [votes[c] + 1 for c in ORIGIN.values()])


def measured(name: str, truths: list[str], shares: list[dict[str, float]]) -> str:
    """Return one line: accuracy and log-loss with their 95% intervals."""
    right = [float(max(s, key=s.__getitem__) == t) for t, s in zip(truths, shares, strict=True)]
    loss = [-math.log(s[t]) for t, s in zip(truths, shares, strict=True)]
    draw = random.Random(1)
    picks = [draw.choices(range(len(truths)), k=len(truths)) for _ in range(DRAWS)]

    def cell(values: list[float]) -> str:
        means = sorted(sum(values[i] for i in pick) / len(pick) for pick in picks)
        low, high = means[DRAWS * 25 // 1000], means[DRAWS * 975 // 1000 - 1]
        return f"{sum(values) / len(values):.3f} ({low:.3f}-{high:.3f})"

    return f"| {name} | {cell(right)} | {cell(loss)} |"


def main() -> int:
    """Print the table."""
    path = Path(os.environ.get("ARIANE_DATA", "")) / "ihc" / "fernandez_moro_2016_cases.csv"
    if not path.is_file():
        print(f"{path}: no such file; set ARIANE_DATA to the data folder", file=sys.stderr)
        return 2
    known = cases(path)
    truths = [origin for origin, _ in known]
    even = dict.fromkeys(ORIGIN.values(), 1 / len(ORIGIN))
    print(f"{len(known)} cases: {dict(Counter(truths))}\n")
    print("| reading | accuracy | log-loss |\n|---|---|---|")
    print(measured("equal shares", truths, [even] * len(known)))
    print(measured("nearest neighbours", truths, [by_neighbours(c, known) for c in known]))
    published = stainings(LEFT_OUT)
    joined = [with_others(case, known) for case in known]
    for damping in (0.4, 0.6, 0.8, 1.0):
        shares = [by_series(stains, damping, published) for _, stains in known]
        print(measured(f"other series, exponent {damping}", truths, shares))
        shares = [by_series(c[1], damping, t) for c, t in zip(known, joined, strict=True)]
        print(measured(f"all series, exponent {damping}", truths, shares))
    return 0


if __name__ == "__main__":
    sys.exit(main())
